/* test_gather.c - messages as they are gathered from logs: each line, the
 * body, and what is known to be missing. */
#include "gathered.h"

#include <stdlib.h>
#include <string.h>

static const struct gathered_log logs[] = {
	{ "a text in quotes that ends without an empty line",
	  "{\"m\":\"SIP/2.0 486 Busy Here\\r\\nVia: x\\r\\nTo: y\",\"n\":1}\n",
	  "SIP/2.0 486 Busy Here\nVia: x\nTo: y\n<cut>\n" },
	{ "one that ends within a line",
	  "{\"m\":\"SIP/2.0 486 Busy Here\\r\\nVia: x\\r\\nTo: y\\r\\n\"}\n"
	  "SIP/2.0 180 Ringing\nTo: z\n\n",
	  "SIP/2.0 486 Busy Here\nVia: x\nTo: y\n<cut>\n"
	  "SIP/2.0 180 Ringing\nTo: z\n\n<garbled>\n" },
	{ "quoted-printable, found by its branch",
	  "SIP/2.0 200 OK\n"
	  "Via: SIP/2.0/UDP h;branch=3Dz9hG4bKa;received=3D192.0.2.1;rpo=\n"
	  "rt=3D5060\nTo: <sip:a@b>;tag=3D2\nCSeq: 1 BYE\n\n",
	  "SIP/2.0 200 OK\n"
	  "Via: SIP/2.0/UDP h;branch=z9hG4bKa;received=192.0.2.1;rport=5060\n"
	  "To: <sip:a@b>;tag=2\nCSeq: 1 BYE\n\n<whole>\n" },
	{ "quoted-printable, found by its tag",
	  "SIP/2.0 200 OK\nTo: <sip:a@b>;tag=3D2;x=3Dy=20z\nCSeq: 1 BYE\n\n",
	  "SIP/2.0 200 OK\nTo: <sip:a@b>;tag=2;x=y z\nCSeq: 1 BYE\n\n"
	  "<garbled>\n" },
	{ "points for bytes, in rows of a screen",
	  "  SIP/2.0 200 OK..Via: x..Fr\n"
	  "  om: <sip:a@b>;tag=1..To: <\n"
	  "  sip:b@c>;tag=2..Call-ID: d.\n"
	  "  .CSeq: 1 BYE..Content-Leng\n"
	  "  th: 0....\n"
	  "no row\n",
	  "SIP/2.0 200 OK\nVia: x\nFrom: <sip:a@b>;tag=1\n"
	  "To: <sip:b@c>;tag=2\nCall-ID: d\nCSeq: 1 BYE\n"
	  "Content-Length: 0\n\n<whole>\n" },
	{ "points for bytes, and rows that stop",
	  "  SIP/2.0 200 OK..Via: x..Fr\n"
	  "  om: <sip:a@b>;tag=1..To\n"
	  "\n"
	  "SIP/2.0 180 Ringing\nTo: z\n\n",
	  "SIP/2.0 200 OK\nVia: x\nFrom: <sip:a@b>;tag=1\nTo<cut>\n"
	  "SIP/2.0 180 Ringing\nTo: z\n\n<garbled>\n" },
	{ "a string of YAML",
	  "- m: \"SIP/2.0 486 Busy Here\\r\\nVia: x\\r\\nWarning: 399\\\n"
	  "    \\ h \\\"a b\\\"\\r\\nCSeq: 1 BYE\\r\\n\\r\\n\"\n",
	  "SIP/2.0 486 Busy Here\nVia: x\nWarning: 399 h \"a b\"\n"
	  "CSeq: 1 BYE\n\n<garbled>\n" },
	{ "a string of YAML that ends in its middle",
	  "- m: \"SIP/2.0 486 Busy Here\\r\\nVia: x\\r\\nTo: \\\n"
	  "    y\"\n- n: 1\n",
	  "SIP/2.0 486 Busy Here\nVia: x\nTo: y\n<cut>\n" },
	{ "a string that the log has cut at a backslash",
	  "{\"m\":\"SIP/2.0 486 Busy Here\\r\\nVia: x\\\n"
	  "SIP/2.0 180 Ringing\r\nTo: z\r\n\r\n",
	  "SIP/2.0 486 Busy Here\nVia: x<cut>\n"
	  "SIP/2.0 180 Ringing\nTo: z\n\n<whole>\n" },
	{ "cells of CSV, of which one needs quotes",
	  "1,SIP/2.0 401 Unauthorized\n2,Via: x\n"
	  "3,\"WWW-Authenticate: Digest realm=\"\"r\"\", nonce=\"\"n\"\"\"\n"
	  "4,CSeq: 1 BYE\n5,\n",
	  "SIP/2.0 401 Unauthorized\nVia: x\n"
	  "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\"\nCSeq: 1 BYE\n"
	  "\n<garbled>\n" },
	{ "members in another order",
	  "{\"t\":1,\"m\":\"SIP/2.0 486 Busy Here\\r\\n\"}\n"
	  "{\"t\":2,\"m\":\"Via: x\\r\\n\"}\n"
	  "{\"n\":7,\"u\":3,\"m\":\"To: y\\r\\n\"}\n"
	  "{\"t\":4,\"m\":\"CSeq: 1 BYE\\r\\n\"}\n{\"t\":5,\"m\":\"\\r\\n\"}\n",
	  "SIP/2.0 486 Busy Here\nVia: x\nTo: y\nCSeq: 1 BYE\n\n<whole>\n" },
	{ "a frame whose first field has no bar",
	  "a \342\224\202 SIP/2.0 486 Busy Here \342\224\202\n"
	  "b \342\224\202 To: \303\202\nb \342\224\202 CSeq: 1 BYE \342\224\202\n"
	  "b \342\224\202 \342\224\202\n",
	  "SIP/2.0 486 Busy Here\nTo: \303\202\nCSeq: 1 BYE \342\224\202\n"
	  "<cut>\n" },
	{ "a plus that is the end of a value",
	  " m | SIP/2.0 486 Busy Here +\n   | Subject: a+\n   | To: y +\n"
	  "   | +\n",
	  "SIP/2.0 486 Busy Here\nSubject: a+\nTo: y +\n<cut>\n" },
	{ "a block in quotes over the lines below",
	  "Status-Line: SIP/2.0 486 Busy Here\n  Message Header: \"Via: x\n"
	  "To: y\nCSeq: 1 BYE\n\"\n",
	  "SIP/2.0 486 Busy Here\nVia: x\nTo: y\nCSeq: 1 BYE\n<whole>\n" },
	{ "an empty line behind each",
	  "SIP/2.0 486 Busy Here\n\nVia: x\n\nTo: y\n\nCSeq: 1 BYE\n\n\nz\n",
	  "SIP/2.0 486 Busy Here\nVia: x\nTo: y\nCSeq: 1 BYE\n\n<whole>\n" },
	{ "a length that is no number",
	  "SIP/2.0 200 OK\r\nTo: y\r\nContent-Length: 3x\r\n\r\nabc\r\n",
	  "SIP/2.0 200 OK\nTo: y\nContent-Length: 3x\n\n<whole>\n" },
	{ "a body of a type, without a length",
	  "SIP/2.0 200 OK\r\nTo: y\r\nContent-Type: a/b\r\n\r\nabc\r\n"
	  "SIP/2.0 180 Ringing\r\nTo: z\r\n\r\n",
	  "SIP/2.0 200 OK\nTo: y\nContent-Type: a/b\n\n--abc\r\n<whole>\n"
	  "SIP/2.0 180 Ringing\nTo: z\n\n<whole>\n" },
	{ "a body that is cut",
	  "SIP/2.0 200 OK\r\nTo: y\r\nContent-Length: 30\r\n\r\nabc\r\n"
	  "SIP/2.0 180 Ringing\r\nTo: z\r\nl: 0\r\n\r\n",
	  "SIP/2.0 200 OK\nTo: y\nContent-Length: 30\n\n--abc\r\n<body cut>\n"
	  "SIP/2.0 180 Ringing\nTo: z\nl: 0\n\n<whole>\n" },
	{ "a fragment whose empty line the log has left out",
	  "NOTIFY sip:a SIP/2.0\nTo: y\nContent-Type: message/sipfrag\n"
	  "SIP/2.0 100 Trying\n",
	  "NOTIFY sip:a SIP/2.0\nTo: y\nContent-Type: message/sipfrag\n"
	  "<cut>\n" },
	{ "lines of the log between two of the message",
	  "SIP/2.0 486 Busy Here\r\nVia: x\r\n[1] 10:00:00 a thread\r\n"
	  "To: y\r\n[1] 10:00:01 again\r\n[1] 10:00:02 and again\r\n"
	  "CSeq: 1 BYE\r\n\r\n",
	  "SIP/2.0 486 Busy Here\nVia: x\nTo: y\n<cut>\n" },
	{ "a line that somebody wrote wrong",
	  "SIP/2.0 486 Busy Here\r\nVia: x\r\nBusy here\r\nTo: y\r\n\r\n",
	  "SIP/2.0 486 Busy Here\nVia: x\nBusy here\nTo: y\n\n<whole>\n" },
	{ "a line that a terminal has wrapped",
	  "SIP/2.0 486 Busy Here\nWarning: 399 "
	  "example.com \"this is a long text, longer than the\n"
	  "screen is wide\"\nTo: y\n\n",
	  "SIP/2.0 486 Busy Here\n"
	  "Warning: 399 example.com \"this is a long text, longer than the"
	  "screen is wide\"\n"
	  "To: y\n\n<garbled>\n" },
	{ "parts that somebody left out",
	  "SIP/2.0 486 Busy Here\nVia: SIP/2.0/UDP ...\nTo: y\n\n"
	  "SIP/2.0 486 Busy Here\n--snip--\nTo: y\n\n"
	  "SIP/2.0 480 Gone\nVia: x\n[truncated]\nTo: y\n\n",
	  "SIP/2.0 486 Busy Here\nVia: SIP/2.0/UDP ...\nTo: y\n\n"
	  "<garbled>\nSIP/2.0 486 Busy Here\nTo: y\n\n<garbled>\n"
	  "SIP/2.0 480 Gone\nVia: x\nTo: y\n\n<garbled>\n" },
	{ "a response in the line of its request",
	  "BYE sip:a SIP/2.0 answered SIP/2.0 200 OK\n",
	  "BYE sip:a SIP/2.0\n<cut>\nSIP/2.0 200 OK\n<cut>\n" },
	{ "a start line that a text repeats",
	  "{\"a\":\"SIP/2.0 486 Busy Here\",\"m\":\"SIP/2.0 486 Busy Here\\r\\n"
	  "To: y\\r\\n\\r\\n\"}\n",
	  "SIP/2.0 486 Busy Here\nTo: y\n\n<garbled>\n" },
	{ "a start line alone in quotes",
	  "{\"a\":\"SIP/2.0 486 Busy Here\",\"b\":\"x\",\"c\":1}\n",
	  "SIP/2.0 486 Busy Here\n<cut>\n" },
	{ "log lines that tell of a response",
	  "Got SIP response 486 \"Busy Here\" back from 192.0.2.1:5060\n"
	  "x\n",
	  "Got SIP response 486 \"Busy Here<told>\n" },
	{ "markup that has more than one layer",
	  "<a>SIP/2.0 486 Busy Here&amp;#13;&amp;#10;To: "
	  "&amp;lt;sip:a@b&amp;gt;&amp;#13;&amp;#10;&amp;#13;&amp;#10;</a>\n",
	  "SIP/2.0 486 Busy Here\nTo: <sip:a@b>\n\n<garbled>\n" },
	{ "percent signs that have more than one layer",
	  "m=SIP/2.0%20486%20Busy\nm=SIP/2.0 486 Busy Here%250D%250ATo: "
	  "%253Csip:a@b%253E%250D%250A%250D%250A\n",
	  "SIP/2.0 486 Busy Here\nTo: <sip:a@b>\n\n<garbled>\n" },
	{ "characters of JSON that are written as two, or half",
	  "{\"m\":\"SIP/2.0 486 Busy\\r\\nTo: \\u20ac \\ud83d\\ude00 "
	  "\\ud83dx \\ud83d\\u0041 \\ude00 \\ud83d\\n\\r\\n\"}\n",
	  "SIP/2.0 486 Busy\nTo: \342\202\254 \360\237\230\200 ?x ?A ? ?\n"
	  "\n<garbled>\n" },
	{ "escapes that are none",
	  "{\"m\":\"SIP/2.0 486 Busy\\r\\nTo: \\q \\u12 \\xg \\x4g "
	  "\\09\\r\\n\\r\\n\"}\n",
	  "SIP/2.0 486 Busy\nTo: \\q \\u12 \\xg \\x4g \\09\n\n<garbled>\n" },
	{ "entities that are none",
	  "<m>SIP/2.0 486 Busy&#13;&#10;To: &lt;sip:a@b&gt; &; &lt "
	  "&unknown; &#xg; &#9z; &#1114112; &nbsp;&apos;&#13;&#10;"
	  "&#13;&#10;</m>\n",
	  "SIP/2.0 486 Busy\n"
	  "To: <sip:a@b> &; &lt &unknown; &#xg; &#9z; &#1114112;  '\n\n"
	  "<garbled>\n" },
	{ "fields told by their names in one line",
	  "10:00 SIP/2.0 486 Busy Here Via: x To: y CSeq: 1 BYE\n",
	  "SIP/2.0 486 Busy Here\nVia: x\nTo: y\nCSeq: 1 BYE\n<cut>\n" },
	{ "a cell of CSV with backslashes",
	  "1,\"SIP/2.0 486 Busy Here\nTo: \\\"y\\\" <sip:a>\nCSeq: 1 BYE\n\n"
	  "\",2\n",
	  "SIP/2.0 486 Busy Here\nTo: \"y\" <sip:a>\nCSeq: 1 BYE\n\n"
	  "<garbled>\n" },
	{ "what follows a return that stands as it is",
	  "SIP/2.0 486 Busy Here\rTo: y\r\n\r\n",
	  "SIP/2.0 486 Busy Here\nTo: y\n<cut>\n" },
	{ "an ending in quotes, without any message",
	  "\"SIP/2.0 486 Busy Here\\r\\n\"\n\"To: y\\r\\n\"\n\"\\r\\n\"\n",
	  "SIP/2.0 486 Busy Here\nTo: y\n\n<garbled>\n" },
};

static void every_log_is_gathered(void **state)
{
	(void)state;
	check_logs(logs, LEN(logs));
}

/* A log may end at any byte, and what would come next is not looked at. */
static void a_log_may_end_anywhere(void **state)
{
	(void)state;
	for (size_t i = 0; i < 2 * LEN(logs); i++) {
		const char *log = logs[i / 2].log;

		for (size_t n = strlen(log); n > 0; n--) {
			struct bytes whole = { 0 }, ended = { 0 };
			char *copy = exactly(log, n);

			gather_bytes(&whole, log, n, i % 2);
			gather_bytes(&ended, copy, n, i % 2);
			if (strcmp(whole.s, ended.s) != 0)
				fail_msg("%s, %zu bytes: %s\n--- not\n%s",
				         logs[i / 2].name, n, whole.s, ended.s);
			bytes_free(&whole);
			bytes_free(&ended);
			free(copy);
		}
	}
}

/* A message on lines of its own, behind anything. */
#define LAST \
	"BYE sip:a SIP/2.0\r\nVia: x\r\nFrom: y\r\nTo: z\r\nCall-ID: c\r\n" \
	"CSeq: 1 BYE\r\nContent-Length: 0\r\n\r\n"
#define LAST_FOUND \
	"BYE sip:a SIP/2.0\nVia: x\nFrom: y\nTo: z\nCall-ID: c\n" \
	"CSeq: 1 BYE\nContent-Length: 0\n\n<whole>\n"

/* s without the bytes from..to, and the last message behind it. */
static int is_last_found(const char *s, size_t from, size_t to)
{
	struct bytes log = { 0 }, b = { 0 };
	size_t n = sizeof(LAST_FOUND);
	int found;

	bytes_add(&log, s, from);
	bytes_str(&log, s + to);
	bytes_str(&log, LAST);
	gather_bytes(&b, log.s, log.n, 0);
	found = b.n >= n && strcmp(b.s + b.n - n, LAST_FOUND) == 0;
	if (!found)
		print_error("%s--- is\n%s", log.s, b.s);
	bytes_free(&log);
	bytes_free(&b);
	return found;
}

/* Whatever is missing in the lines above, a message on lines of its own is
 * found whole. */
static void a_log_may_lack_anything(void **state)
{
	int bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(logs); i++) {
		const char *log = logs[i].log;

		/* Of its body, a message may be a part. */
		if (strstr(log, "sipfrag") != NULL)
			continue;
		for (size_t at = 0; log[at] != '\0'; at++) {
			size_t left = strcspn(log + at, "\n");

			bad += !is_last_found(log, at, at + left);
			bad += !is_last_found(log, at - (at > 0), at + (left > 0));
		}
	}
	assert_int_equal(bad, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_log_is_gathered),
		TEST(a_log_may_lack_anything),
		TEST(a_log_may_end_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
