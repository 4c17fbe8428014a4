/* test_gathered.c - where messages begin and end in logs, and where in the
 * file a finding stands. */
#include "expect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIVE(eol) \
	"Via: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bKa" eol \
	"From: <sip:a@example.com>;tag=1" eol "To: <sip:b@example.com>;tag=2" \
	eol "Call-ID: x" eol "CSeq: 1 INVITE" eol
#define BUSY(eol) \
	"SIP/2.0 486 Busy Here" eol FIVE(eol) "Content-Length: 0" eol eol
#define TRYING(eol) "SIP/2.0 100 Trying" eol FIVE(eol)

/* An input, and what explain finds in it: the lines that it says a response
 * begins in, with the code, and what check prints. */
static const struct {
	const char *input, *found, *check;
	int status; /* of check */
} rows[] = {
	/* No empty line between them, and something before the start. */
	{ "10:00 RX <--- " TRYING("\n") "10:01 RX <--- " BUSY("\n"),
	  "1 100, 7 486", "*:1:15: note: 100 *[[]cut]\n", 0 },
	{ "x\n" TRYING("\r\n") BUSY("\r\n"), "2 100, 8 486",
	  "*:2:1: note: 100 *[[]cut]\n", 0 },
	{ "[\n  {\n    \"m\": \"" TRYING("\\r\\n") "\\r\\n\"\n  },\n"
	  "  {\n    \"m\": \"" BUSY("\\r\\n") "\"\n  }\n]\n",
	  "3 100, 6 486", "", 0 },
	/* Prose below a status line. */
	{ "```\nSIP/2.0 488 Not Acceptable Here\n\nnext line of the text\n```\n",
	  "2 488", "*:2:1: note: 488 *[[]cut]\n", 0 },
	{ "| SIP/2.0 486 Busy Here | a |\n", "1 486",
	  "*:1:3: note: 486 *[[]cut]\n", 0 },
	/* A log without empty lines. */
	{ "001: May  1 10:00:00.047: //1/Msg:\nSent: \n" TRYING("\n")
	  "002: May  1 10:00:00.053: //2/Msg:\nReceived: \n" BUSY("\n"),
	  "3 100, 11 486", "*:3:1: note: 100 *[[]cut]\n", 0 },
	/* A line of another thread between two of the message. */
	{ "SIP/2.0 486 Busy Here\nVia: SIP/2.0/UDP h\n[10:00:00] other\n"
	  "From: <sip:a>;tag=1\nTo: <sip:b>;tag=2\nCall-ID: x\n"
	  "CSeq: 1 BYE\nContent-Length: 0\n\n", "1 486", "*", 1 },
	/* Lines that a terminal of 80 columns has cut. */
	{ "SIP/2.0 486 Busy Here\n"
	  "Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK12345678901234567890"
	  "123456789012\n3456;received=192.0.2.1\n"
	  "From: <sip:a>;tag=1\nTo: <sip:b>;tag=2\nCall-ID: x\n"
	  "CSeq: 1 INVITE\nContent-Length: 0\n\n", "1 486", "", 0 },
	/* Lines that a log has wrapped, so that To may have a tag. */
	{ "SIP/2.0 486 Busy Here\nVia: SIP/2.0/UDP h\nFrom: <sip:a>;tag=1\n"
	  "To: \"A name that is long\"\n<sip:b@a.host.that.is.very.long.too."
	  "example.com>;tag=2\nCall-ID: x\nCSeq: 1 INVITE\nl: 0\n\n",
	  "1 486", "*:1:1: note: 486 *[[]cut]\n", 0 },
	/* Parts that somebody has left out. */
	{ "SIP/2.0 486 Busy Here\nVia: SIP/2.0/UDP h\nFrom: <sip:a>;tag=1\n"
	  "To: <sip:b@a.host...\n\n", "1 486", "*: note: 486 *[[]cut]\n", 0 },
	{ "SIP/2.0 486 Busy Here\n<snip>\nCSeq: 1 INVITE\nTo: <sip:b>\n"
	  "Call-ID: x\n\n", "1 486", "*: note: 486 *[[]cut]\n", 0 },
	{ "SIP/2.0 407 x\nProxy-Authenticate: Digest realm=\"a\"\n\n",
	  "1 407", "*: note: 407 *[[]cut]\n", 0 },
	/* Two hosts at once: no header field of the one for the other. */
	{ "pbx-1 | SIP/2.0 401 Unauthorized\npbx-1 | Via: SIP/2.0/UDP h\n"
	  "pbx-2 | SIP/2.0 200 OK\npbx-2 | Via: SIP/2.0/UDP i\n"
	  "pbx-1 | CSeq: 1 REGISTER\npbx-1 | To: <sip:a>\n"
	  "pbx-2 | CSeq: 7 UPDATE\n", "1 401, 3 200",
	  "*:1:9: note: 401 *:3:9: note: 200 *[[]cut]\n", 0 },
	/* A body of a length that nobody tells, and one that is shorter. */
	{ "SIP/2.0 200 OK\r\nCSeq: 1 INFO\r\nc: a/b\r\n\r\nbody\r\n"
	  "10:00 recv=" BUSY("\r\n"), "1 200, 6 486", "*: note: 200 *[[]cut]\n", 0 },
	{ "SIP/2.0 200 OK\r\nCSeq: 1 INFO\r\nl: 900\r\n\r\nbody\r\n"
	  "10:00 recv=" BUSY("\r\n"), "1 200, 6 486", "*: note: 200 *[[]cut]\n", 0 },
	{ "--> INVITE sip:a@b SIP/2.0 <-- SIP/2.0 100 Trying\n", "1 100",
	  "*: note: 100 *[[]cut]\n", 0 },
	/* A colon that somebody forgot. */
	{ "SIP/2.0 486 Busy Here\nVia: SIP/2.0/UDP h\nServer x\n" FIVE("\n")
	  "l: 0\n\n", "1 486", "*:3:1: error: 486 *: Server x *[[]bad-line]\n",
	  1 },
	/* Places in a line that is written otherwise. */
	{ "{\"a\":1,\n\"msg\":\"SIP/2.0 486 Busy Here\\r\\nVia: SIP/2.0/UDP h"
	  "\\r\\nFrom: \\\"A\\\" <sip:a>;tag=1\\r\\nTo: \\\"B\\\" <sip:b>"
	  "\\r\\nCall-ID: x\\r\\nCSeq: 1 INVITE\\r\\nl: 0\\r\\n\\r\\n\"}\n",
	  "2 486", "*:2:88: error: 486 *[[]no-to-tag]\n", 1 },
	{ "10:00:00 a: SIP/2.0 486 Busy Here\n10:00:00 a: Via: SIP/2.0/UDP h\n"
	  "10:00:00 a: From: <sip:a>;tag=1\n10:00:00 a: To: <sip:b>\n"
	  "10:00:00 a: Call-ID: x\n10:00:00 a: CSeq: 1 INVITE\n"
	  "10:00:00 a: l: 0\n10:00:00 a:\n", "1 486",
	  "*:4:17: error: 486 *[[]no-to-tag]\n", 1 },
	/* The same start line twice in an object. */
	{ "{\"short\":\"SIP/2.0 486 Busy Here\",\"full\":\"" BUSY("\\r\\n")
	  "\"}\n", "1 486", "", 0 },
	/* What tells of a response without a message is no message. */
	{ "  7 0.1 192.0.2.1 -> 192.0.2.2 SIP 607 Status: 486 Busy Here |\n",
	  "1 486", "", 0 },
	/* A tree of a dissector: what stands deeper is none of it. */
	{ "Session Initiation Protocol (486)\n    Status-Line: SIP/2.0 486 "
	  "Busy Here\n        Status-Code: 486\n    Message Header\n"
	  "        Via: SIP/2.0/UDP h\n            Transport: UDP\n"
	  "        From: <sip:a>;tag=1\n        To: <sip:b>;tag=2\n"
	  "            SIP to tag: 2\n        Call-ID: x\n"
	  "        [Generated Call-ID: x]\n        CSeq: 1 INVITE\n"
	  "            Method: INVITE\n        Content-Length: 200\n"
	  "    Message Body\n        v=0\n", "2 486", "", 0 },
	/* A column of text beside bytes. */
	{ "  53 49 50 2f 32 2e 30 20    34 38 36 20 42 75 73 79  SIP/2.0 486 "
	  "Busy\n  20 48 65 72 65 0d 0a 56    69 61 3a 20 53 49 50 2f   "
	  "Here..Via: SIP/\n", "1 486", "*:1:*note: 486 *[[]cut]\n", 0 },
	/* A body whose lines look like starts, by its type. */
	{ "SIP/2.0 200 OK\r\nContent-Type: multipart/mixed;boundary=b\r\n"
	  "Content-Length: 35\r\nCSeq: 1 INFO\r\nTo: <sip:a>;tag=1\r\n\r\n"
	  "--b\r\n\r\nSIP/2.0 180 Ringing\r\n\r\n--b--" BUSY("\r\n"),
	  "1 200, 11 486", "*", 1 },
};

static void what_explain_found(struct bytes *b, const char *out)
{
	for (const char *s = out; *s != '\0'; s = strchr(s, '\n') + 1) {
		unsigned long line;
		unsigned code;
		char kind[32], found[64];

		if (sscanf(s, "%*[^\t]\t%lu\t%u\t%31s", &line, &code, kind) !=
		            3 ||
		    strcmp(kind, "response") != 0)
			continue;
		snprintf(found, sizeof(found), "%s%lu %u",
		         b->n > 0 ? ", " : "", line, code);
		bytes_str(b, found);
	}
}

static void messages_are_found_where_they_are(void **state)
{
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct bytes b = { 0 };

		RUN_TEXT(&r, rows[i].input, "explain", "-t");
		assert_run(&r, 0, "*", "");
		what_explain_found(&b, r.out);
		if (b.n != strlen(rows[i].found) ||
		    memcmp(b.s, rows[i].found, b.n) != 0)
			print_error("%s\n", rows[i].input);
		assert_bytes(b.s, b.n, rows[i].found, strlen(rows[i].found));
		RUN_TEXT(&r, rows[i].input, "check");
		assert_run(&r, rows[i].status, rows[i].check, "");
		bytes_free(&b);
	}
	run_free(&r);
}

/* Of what is not there nothing is said to be right. */
static void what_is_not_shown_is_not_judged(void **state)
{
	static const char line[] =
		"  7 0.1 192.0.2.1 -> 192.0.2.2 SIP 607 Status: 486 Busy |\n";
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, line, "explain", "-b");
	assert_run(&r, 0, "*:1: Status: 486 Busy\n*", "");
	assert_holds(r.out, expected_label("not_judged"));
	assert_lacks(r.out, expected_label("nothing_wrong"));
	RUN_TEXT(&r, BUSY("\n"), "explain", "-b");
	assert_run(&r, 0, "*:1: SIP/2.0 486 Busy Here\n*", "");
	assert_lacks(r.out, expected_label("not_judged"));
	run_free(&r);
}

/* A body that is longer than any buffer is whole all the same, and the message
 * behind it is found. */
static void a_long_body_is_not_cut(void **state)
{
	enum { BODY = 700000 };
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	bytes_str(&b, "SIP/2.0 200 OK\r\n" FIVE("\r\n")
	          "Contact: <sip:b@192.0.2.1>\r\nAllow: INVITE\r\n"
	          "Supported: timer\r\nContent-Type: a/b\r\n"
	          "Content-Length: 700000\r\n\r\n");
	bytes_fill(&b, 'b', BODY);
	bytes_str(&b, BUSY("\r\n"));
	RUN_BYTES(&r, b.s, b.n, "check", "--errors-only");
	assert_run(&r, 0, "", "");
	RUN_BYTES(&r, b.s, b.n, "explain", "-t");
	assert_run(&r, 0, "*\t200\tresponse\t*\t486\tresponse\t*", "");
	/* One byte is missing at the end of the file. */
	b.n -= strlen(BUSY("\r\n")) + 1;
	RUN_BYTES(&r, b.s, b.n, "check", "--errors-only");
	assert_run(&r, 1, "*: error: 200 *[[]body-cut]\n", "");
	bytes_free(&b);
	run_free(&r);
}

static void long_header_fields_are_cut(void **state)
{
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	bytes_str(&b, "SIP/2.0 486 Busy Here\r\nX-A: ");
	bytes_fill(&b, 'a', 300000);
	bytes_str(&b, "\r\n" FIVE("\r\n") "\r\n" BUSY("\r\n"));
	RUN_BYTES(&r, b.s, b.n, "check");
	assert_run(&r, 0, "*:1:1: note: 486 *[[]cut]\n", "");
	RUN_BYTES(&r, b.s, b.n, "explain", "-t");
	assert_run(&r, 0, "*\t486\tresponse\t*\t486\tresponse\t*", "");
	bytes_free(&b);
	run_free(&r);
}

/* All messages of a line that is much longer than any buffer. */
static void a_line_may_hold_any_number_of_messages(void **state)
{
	enum { MESSAGES = 5000 };
	static const char object[] = "{\"m\":\"" BUSY("\\r\\n") "\"},";
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	bytes_str(&b, "[");
	for (int i = 0; i < MESSAGES; i++)
		bytes_str(&b, object);
	bytes_str(&b, "]\n");
	RUN_BYTES(&r, b.s, b.n, "explain", "-t");
	assert_run(&r, 0, "*", "");
	assert_int_equal(times(r.out, "\tresponse\t"), MESSAGES);
	assert_int_equal(times(r.out, "\tCSeq\tmethod\t"), MESSAGES);
	RUN_BYTES(&r, b.s, b.n, "check");
	assert_run(&r, 0, "", "");
	bytes_free(&b);
	run_free(&r);
}

/* A capture whose packets have been cut: heads of 16 bytes between them. */
static void a_capture_may_have_short_packets(void **state)
{
	static const char head[24] = "\324\303\262\241\002\000\004";
	static const char packet[16] = "\001\000\000\000\002\000\000\000\140";
	static const char frame[] = "\000\001E\000\001\000\000\300\250";
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	bytes_add(&b, head, sizeof(head));
	for (int i = 0; i < 3; i++) {
		bytes_add(&b, packet, sizeof(packet));
		bytes_add(&b, frame, sizeof(frame));
		bytes_add(&b, BUSY("\r\n"), i == 1 ? 50 : 90);
	}
	RUN_BYTES(&r, b.s, b.n, "explain", "-t");
	assert_run(&r, 0, "*", "");
	assert_int_equal(times(r.out, "\tresponse\t"), 3);
	RUN_BYTES(&r, b.s, b.n, "check");
	assert_run(&r, 0, "*: note: *: note: *: note: *", "");
	assert_int_equal(times(r.out, "\n"), 3);
	RUN_BYTES(&r, b.s, b.n, "tally", "-t");
	assert_run(&r, 0, "*\n486\tBusy Here\t3\t100.00\n", "");
	bytes_free(&b);
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(messages_are_found_where_they_are),
		TEST(what_is_not_shown_is_not_judged),
		TEST(a_long_body_is_not_cut),
		TEST(long_header_fields_are_cut),
		TEST(a_line_may_hold_any_number_of_messages),
		TEST(a_capture_may_have_short_packets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
