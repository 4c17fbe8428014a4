/* test_wire.c - explain and check on files and streams: which message, which
 * line, which status, and no byte that does harm. */
#include "bytes.h"

#include <stdio.h>
#include <string.h>

#include "files.h"
#include "jsonread.h"
#include "io/log.h"

#define FIVE \
	"Via: SIP/2.0/UDP h\r\nFrom: <sip:a>;tag=1\r\nTo: <sip:b>;tag=2\r\n" \
	"Call-ID: x\r\nCSeq: 1 INVITE\r\n"
#define GOOD "SIP/2.0 486 Busy Here\r\n" FIVE "l: 0\r\n\r\n"
#define BAD "SIP/2.0 421 Extension Required\r\n" FIVE "l: 0\r\n\r\n"
#define CUT "SIP/2.0 421 Extension Required\r\nVia: SIP/2.0/UDP h\r\n"
#define ACK "ACK sip:b SIP/2.0\r\n" FIVE "l: 0\r\n\r\n"

static void the_status_says_whether_there_was_a_response(void **state)
{
	static const struct {
		const char *input;
		int explain, check;
		const char *err;
	} rows[] = {
		{ GOOD, 0, 0, "" }, { BAD, 0, 1, "" }, { CUT, 0, 0, "" },
		{ ACK GOOD, 0, 0, "" }, { "SIP/2.0 498 x\nl: 0\n\n", 0, 0, "" },
		{ "SIP/2.0 498 x\r\nl: 0\r\n\r\n", 0, 1, "" },
		{ "SIP/2.0 700 x\n\n", 0, 1, "" },
		{ ACK, 1, 1, "sipcode: only requests, no response\n" },
		{ "", 1, 1, "sipcode: no response found\n" },
		{ "x\n", 1, 1, "sipcode: no response found\n" },
	};
	static const char *const formats[] = { "text", "json", "tsv" };
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		for (size_t f = 0; f < LEN(formats); f++) {
			RUN_TEXT(&r, rows[i].input, "explain", "-f",
			         formats[f]);
			assert_run(&r, rows[i].explain, "*", rows[i].err);
			if (f == 1)
				assert_json(r.out, r.out_len);
			RUN_TEXT(&r, rows[i].input, "check", "-f", formats[f]);
			assert_run(&r, rows[i].check, "*", rows[i].err);
			if (f == 1)
				assert_json(r.out, r.out_len);
		}
	run_free(&r);
}

static void a_finding_is_a_line_with_its_place(void **state)
{
	static const struct {
		const char *input;
		int status;
		const char *out;
	} rows[] = {
		{ GOOD, 0, "" },
		{ "x\n\n" BAD, 1, "<stdin>:3:1: error: 421 lacks "
		  "Require: * (RFC 3261 section 21.4.16*) "
		  "[[]missing-require]\n" },
		{ GOOD ACK BAD, 1, "<stdin>:17:1: error: 421 lacks *\n" },
		{ CUT, 0, "<stdin>:1:1: note: 421 * [[]cut]\n" },
		{ "SIP/2.0 488 x\n" FIVE "\n", 1,
		  "<stdin>:1:1: warning: 488 lacks Warning: *\n" },
		{ "SIP/2.0 503 x\n" FIVE "Retry-After: x\033\n\n", 1,
		  "<stdin>:7:14: error: 503 *: x\\\\x1b (RFC 3261 *) [[]bad-number]\n" },
		{ "SIP/2.0 500 x\nVia: y\nbad\rbad\n" FIVE "\n", 1,
		  "<stdin>:3:1: error: 500 *: bad bad (RFC 3261 *) [[]bad-line]\n" },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		run_cli(&r, (const char *const[]){ "check", NULL },
		        rows[i].input);
		assert_run(&r, rows[i].status, rows[i].out, "");
		assert_int_equal(times(r.out, "\n"), *rows[i].out != '\0');
	}
	run_cli(&r, (const char *const[]){ "check", "-q", NULL }, BAD);
	assert_run(&r, 1, "", "");
	run_cli(&r, (const char *const[]){ "check", "-j", NULL },
	        "\n" BAD BAD);
	assert_run(&r, 1, "*", "");
	assert_json(r.out, r.out_len);
	assert_int_equal(json_len(r.out, ""), 2);
	assert_json_at(r.out, "1.line", "10");
	assert_json_at(r.out, "1.column", "1");
	assert_json_at(r.out, "1.rule", "\"missing-require\"");
	assert_json_at(r.out, "1.more", "0");
	assert_json_at(r.out, "1.level", "\"error\"");
	assert_json_at(r.out, "1.code", "421");
	assert_json_at(r.out, "1.header", "\"Require\"");
	run_cli(&r, (const char *const[]){ "check", "-t", NULL }, BAD);
	assert_run(&r, 1, "file\tline\t*\n"
	           "<stdin>\t1\t421\terror\tRequire\t*"
	           "\t1\tmissing-require\t0\n", "");
	run_free(&r);
}

static void messages_of_several_files_keep_their_places(void **state)
{
	const char *folder = folder_new();
	char a[600], b[600], want[2400];
	struct run r = { 0 };

	(void)state;
	snprintf(a, sizeof(a), "%s/a.log", folder);
	snprintf(b, sizeof(b), "%s/b.log", folder);
	folder_write(folder, "a.log", "12:00 x\n" GOOD "--\n" BAD);
	folder_write(folder, "b.log", ACK BAD "12:01 y\nRcvd:" GOOD);
	RUN(&r, "explain", "-t", a, folder, b);
	assert_run(&r, 2, "*", "sipcode: /*: Is a directory\n");
	snprintf(want, sizeof(want), "%s\t2\t486\tresponse\t", a);
	assert_holds(r.out, want);
	snprintf(want, sizeof(want), "%s\t11\t421\tresponse\t", a);
	assert_holds(r.out, want);
	snprintf(want, sizeof(want), "%s\t9\t421\tresponse\t", b);
	assert_holds(r.out, want);
	snprintf(want, sizeof(want), "%s\t18\t486\tresponse\t", b);
	assert_holds(r.out, want);
	assert_int_equal(times(r.out, "\tresponse\t"), 4);
	RUN(&r, "check", a, b);
	snprintf(want, sizeof(want), "%s:11:1: error: 421 *\n"
	         "%s:9:1: error: 421 *\n", a, b);
	assert_run(&r, 1, want, "");
	RUN(&r, "check", b, "/nowhere");
	assert_run(&r, 2, "*:9:1: error: *\n",
	           "sipcode: /nowhere: No such file or directory\n");
	run_free(&r);
	folder_remove(folder);
}

static void indented_messages_are_read_too(void **state)
{
	static const char log[] =
		"recv 9 bytes from udp/[1.2.3.4]:5060 at 19:34:41.657063:\n"
		"   ----\n   SIP/2.0 486 Busy Here\n   Via: SIP/2.0/UDP h\n"
		"   From: <sip:a>;tag=1\n   To: <sip:b>;tag=2\n"
		"   Call-ID: x\n   CSeq: 1 INVITE\n   Content-Length: 0\n"
		"   \n   ----\n";
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, log, "check");
	assert_run(&r, 0, "", "");
	run_free(&r);
}

#define NO_LENGTH "SIP/2.0 486 Busy Here\r\n" FIVE "\r\n"

static void the_log_behind_a_message_is_not_its_body(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, NO_LENGTH "[Nov 22 10:00:00] VERBOSE: next\n", "check");
	assert_run(&r, 0, "", "");
	run_free(&r);
}

static void a_response_behind_one_without_length_is_seen(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, NO_LENGTH "Rcvd:" BAD, "check");
	assert_run(&r, 1, "/*:8:*: error: 421 lacks Require*\n", "");
	assert_int_equal(times(r.out, "\n"), 1);
	run_free(&r);
}

/* No byte of the message that a terminal obeys comes out. */
static void control_bytes_never_come_out(void **state)
{
	static const char log[] =
		"SIP/2.0 421 \033[2J\a\302\233x\377\r\nRequire: \033]0;t\a\r\n"
		"Server: \b\177\342\200\256y\0z\r\nReason: Q.850;cause=\033\r\n"
		"WWW-Authenticate: Digest realm=\"\033[31m\"\r\nbad\033\r\n"
		"CSeq: 1 \033M\r\nRetry-After: \033\r\nTo: \033\r\n\r\n";
	static const char *const calls[][2] = {
		{ "explain", "-w0" }, { "explain", "-w40" },
		{ "explain", "-j" }, { "explain", "-t" },
		{ "check", "-w0" }, { "check", "-j" }, { "check", "-t" },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(calls); i++) {
		RUN_BYTES(&r, log, sizeof(log) - 1, calls[i][0], calls[i][1]);
		assert_run(&r, *calls[i][0] == 'c', "*", "");
		assert_true(r.out_len > 100);
		for (size_t k = 0; k < r.out_len; k++)
			if (r.out[k] != '\n' && r.out[k] != '\t')
				assert_in_range(r.out[k], ' ', '~');
		if (calls[i][1][1] == 'j')
			assert_json(r.out, r.out_len);
	}
	run_free(&r);
}

static void a_message_is_read_wherever_the_buffer_ends(void **state)
{
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(BAD); i += 3) {
		b.n = 0;
		while (b.n + 200 < LOG_BUFFER - i) {
			bytes_fill(&b, 'x', 99);
			bytes_str(&b, "\n");
		}
		bytes_fill(&b, 'x', LOG_BUFFER - i - b.n - 1);
		bytes_str(&b, "\n" BAD GOOD);
		RUN_BYTES(&r, b.s, b.n, "check");
		assert_run(&r, 1, "/*: error: 421 lacks Require*\n", "");
		assert_int_equal(times(r.out, "\n"), 1);
	}
	/* A body, and a line, larger than the buffer. */
	b.n = 0;
	bytes_fill(&b, 'x', LOG_BUFFER + 5);
	bytes_str(&b, "\nSIP/2.0 486 x\r\n" FIVE "c: text/plain\r\n\r\n");
	bytes_fill(&b, 'y', LOG_BUFFER * 2);
	bytes_str(&b, "\n" BAD);
	RUN_BYTES(&r, b.s, b.n, "check");
	assert_run(&r, 1, "/*:11:1: error: 421 lacks Require*\n", "");
	assert_int_equal(times(r.out, "\n"), 1);
	run_free(&r);
	bytes_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_status_says_whether_there_was_a_response),
		TEST(a_finding_is_a_line_with_its_place),
		TEST(messages_of_several_files_keep_their_places),
		TEST(indented_messages_are_read_too),
		TEST(the_log_behind_a_message_is_not_its_body),
		TEST(a_response_behind_one_without_length_is_seen),
		TEST(control_bytes_never_come_out),
		TEST(a_message_is_read_wherever_the_buffer_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
