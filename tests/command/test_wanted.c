/* test_wanted.c - findings for programs: their places, levels and rules, those
 * that are left out, and what the status says of the rest. */
#include "bytes.h"

#include <regex.h>
#include <string.h>

#include "jsonread.h"

#define FIVE \
	"Via: SIP/2.0/UDP h\r\nFrom: <sip:a>;tag=1\r\nTo: <sip:b>;tag=2\r\n" \
	"Call-ID: x\r\nCSeq: 1 INVITE\r\n"
#define ERROR "SIP/2.0 421 x\r\n" FIVE "l: 0\r\n\r\n"
#define WARNING "SIP/2.0 488 x\r\n" FIVE "l: 0\r\n\r\n"
#define CUT "SIP/2.0 486 x\r\nVia: SIP/2.0/UDP h\r\n"

#define SAYS_ERROR "<stdin>:*: error: 421 lacks * [[]missing-require]\n"
#define SAYS_WARNING "<stdin>:*: warning: 488 lacks * [[]missing-warning]\n"
#define SAYS_NOTE "<stdin>:*: note: 486 does not show * [[]cut]\n"

static void the_status_counts_what_is_told_and_is_no_note(void **state)
{
	static const struct {
		const char *input, *option;
		int status;
		const char *out;
	} rows[] = {
		{ CUT, "-w0", 0, SAYS_NOTE },
		{ WARNING, "-w0", 1, SAYS_WARNING },
		{ ERROR CUT, "-w0", 1, SAYS_ERROR SAYS_NOTE },
		{ CUT, "--errors-only", 0, "" },
		{ WARNING, "--errors-only", 0, "" },
		{ WARNING ERROR CUT, "--errors-only", 1, SAYS_ERROR },
		{ ERROR CUT, "--ignore=cut", 1, SAYS_ERROR },
		{ ERROR CUT, "--ignore=missing-require", 0, SAYS_NOTE },
		{ ERROR CUT, "--ignore=missing-require,cut", 0, "" },
		{ ERROR CUT, "--ignore=missing-requir", 2, "" },
		{ ERROR WARNING, "--ignore=missing-require,bad-line", 1,
		  SAYS_WARNING },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		const char *quiet[] = { "check", "-q", rows[i].option, NULL };

		run_cli(&r, (const char *const *)quiet, rows[i].input);
		assert_run(&r, rows[i].status, "",
		           rows[i].status == 2 ? "*" : "");
		quiet[1] = "--color=never";
		run_cli(&r, (const char *const *)quiet, rows[i].input);
		assert_run(&r, rows[i].status, rows[i].out,
		           rows[i].status == 2 ? "*" : "");
		assert_int_equal(times(r.out, "\n"), times(rows[i].out, "\n"));
	}
	run_cli(&r, (const char *const[]){ "check", "--ignore=cut",
	        "--errors-only", "--ignore", "missing-require", NULL },
	        ERROR WARNING CUT);
	assert_run(&r, 0, "", "");
	run_free(&r);
}

/* A slip would let everything through, or nothing. */
static void a_rule_that_is_none_is_refused(void **state)
{
	static const struct check checks[] = {
		{ { "check", "--ignore=mising-via" }, 2, "",
		  "sipcode: no such rule: 'mising-via'\n"
		  "sipcode: did you mean: 'missing-via'\n" },
		{ { "explain", "--ignore", "cut,bad_line" }, 2, "",
		  "sipcode: no such rule: 'bad_line'\n"
		  "sipcode: did you mean: 'bad-line'\n" },
		{ { "check", "--ignore=Cut" }, 2, "",
		  "sipcode: no such rule: 'Cut'\n"
		  "sipcode: did you mean: 'cut'\n" },
		{ { "check", "--ignore=missing-" }, 2, "", "*\n*\n" },
		{ { "check", "--ignore=cut," }, 2, "",
		  "sipcode: no such rule: ''\n" TRY },
		{ { "check", "--ignore=" }, 2, "",
		  "sipcode: no such rule: ''\n" TRY },
		{ { "check", "--ignore=everything else" }, 2, "",
		  "sipcode: no such rule: 'everything else'\n" TRY },
		{ { "tally", "--ignore=cut" }, 2, "", "*--ignore goes with *" },
	};
	const char *many[2 * 17 + 2] = { "check" };
	struct run r = { 0 };

	(void)state;
	CHECK(checks);
	for (size_t i = 0; i < 16; i++) {
		many[1 + 2 * i] = "--ignore";
		many[2 + 2 * i] = "cut,missing-require";
	}
	run_cli(&r, many, ERROR);
	assert_run(&r, 0, "", "");
	many[33] = "--ignore";
	many[34] = "cut";
	run_cli(&r, many, ERROR);
	assert_run(&r, 2, "", "sipcode: too many lists: 'cut'\n" TRY);
	run_free(&r);
}

/* All rules that a finding may break can be left out. */
static void each_rule_can_be_left_out(void **state)
{
	static const char all[] =
		"SIP/2.0 99 x\r\nl: 0\r\n\r\n"
		"SIP/2.0 200 x\r\nRetry-After: x\r\nTo: <sip:b>\r\nbad\r\n"
		"CSeq: 1 INVITE\r\nc: a/b\r\nl: 9\r\n\r\nbody\r\n"
		"SIP/2.0 180 x\r\nCSeq: 1 BYE\r\nl: 0\r\n\r\n" CUT;
	static const char known[] =
		"bad-line,bad-method,bad-number,bad-status-code,body-cut,cut,"
		"missing-allow,missing-call-id,missing-contact,missing-from,"
		"missing-supported,missing-to,missing-via,no-to-tag";
	struct run r = { 0 };

	(void)state;
	run_cli(&r, (const char *const[]){ "check", NULL }, all);
	assert_run(&r, 1, "*", "");
	assert_true(times(r.out, "\n") >= 14);
	run_cli(&r, (const char *const[]){ "check", "--ignore", known, NULL },
	        all);
	assert_run(&r, 0, "", "");
	run_free(&r);
}

/* What vim, and what reads the words of gcc, look for. */
static void see_place(const char *s, size_t n, void *with)
{
	char line[400];

	assert_in_range(n, 1, sizeof(line) - 1);
	memcpy(line, s, n);
	line[n] = '\0';
	if (regexec(with, line, 0, NULL, 0) != 0)
		fail_msg("not the line of a compiler: %s", line);
}

static void each_line_reads_as_that_of_a_compiler(void **state)
{
	static const char log[] =
		"x\nSIP/2.0 503 x\r\nRetry-After:  soon\r\nbad\r\nTo: <sip:b>\r\n"
		"CSeq: 1 INVITE\r\nc: a/b\r\nl: 9\r\n\r\nbody\r\n" WARNING CUT;
	static const char *const places[] = {
		":2:1: error: 503 lacks Call-ID", ":3:15: error: 503 has a v",
		":4:1: error: 503 has a line", ":5:5: error: 503 has no tag",
		":10:1: error: 503 has a body", ":11:1: warning: 488 lacks",
		":19:1: note: 486 does not show",
	};
	struct run r = { 0 };
	regex_t lines;

	(void)state;
	assert_int_equal(regcomp(&lines, "^(.*):([0-9]+):([0-9]+):[[:space:]]+"
	                         "(warning|error|note):[[:space:]]+(.*)$",
	                         REG_EXTENDED | REG_NOSUB), 0);
	run_cli(&r, (const char *const[]){ "check", NULL }, log);
	assert_run(&r, 1, "*", "");
	each_line(r.out, see_place, &lines);
	for (size_t i = 0; i < LEN(places); i++)
		assert_holds(r.out, places[i]);
	regfree(&lines);
	run_free(&r);
}

static void explain_leaves_out_the_same(void **state)
{
	struct run r = { 0 };

	(void)state;
	run_cli(&r, (const char *const[]){ "explain", "-b", NULL }, ERROR);
	assert_run(&r, 0, "<stdin>:1: *\nWhat is wrong with it\n"
	           "  error  421 lacks * [[]missing-require]  *", "");
	run_cli(&r, (const char *const[]){ "explain", "-b",
	        "--ignore=missing-require", NULL }, ERROR);
	assert_run(&r, 0, "*", "");
	assert_lacks(r.out, "lacks");
	/* That nothing is wrong would be a lie. */
	assert_lacks(r.out, "What is wrong");
	assert_lacks(r.out, "Nothing");
	run_cli(&r, (const char *const[]){ "explain", "-b", "--errors-only",
	        NULL }, ERROR CUT);
	assert_run(&r, 0, "*\n  error  421 *", "");
	assert_lacks(r.out, "note");
	run_cli(&r, (const char *const[]){ "explain", "-j", NULL }, CUT);
	assert_run(&r, 0, "*", "");
	assert_json_at(r.out, "0.line", "1");
	assert_json_at(r.out, "0.column", "1");
	assert_json_at(r.out, "0.file", "\"<stdin>\"");
	assert_json_at(r.out, "0.findings.0.level", "\"note\"");
	assert_json_at(r.out, "0.findings.0.rule", "\"cut\"");
	assert_json_at(r.out, "0.findings.0.column", "1");
	run_free(&r);
}

enum { TOLD = 100, BEYOND = 17 };

/* What a message repeats without end is counted, in every format. */
static void what_comes_too_often_is_counted(void **state)
{
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	bytes_str(&b, "SIP/2.0 486 x\r\n" FIVE "Supported: x");
	for (size_t i = 1; i < TOLD + BEYOND; i++)
		bytes_str(&b, ", x");
	bytes_str(&b, "\r\nRetry-After: y");
	for (size_t i = 1; i < TOLD + BEYOND; i++)
		bytes_str(&b, ",y");
	bytes_str(&b, "\r\n\r\n");
	RUN_TEXT(&r, b.s, "explain", "-w0");
	assert_run(&r, 0, "*\n  Supported  x*", "");
	assert_int_equal(times(r.out, "\n  Supported  "), TOLD);
	assert_int_equal(times(r.out, " (17 more of this kind)\n"), 2);
	assert_int_equal(times(r.out, " (17 more of this kind) [bad-num"), 1);
	RUN_TEXT(&r, b.s, "explain", "-j");
	assert_run(&r, 0, "*", "");
	assert_json_at(r.out, "0.says.98.more", "0");
	assert_json_at(r.out, "0.says.99.more", "17");
	assert_json_at(r.out, "0.says.99.header", "\"Supported\"");
	assert_json_at(r.out, "0.findings.99.more", "17");
	RUN_TEXT(&r, b.s, "explain", "-t");
	assert_run(&r, 0, "*", "");
	assert_int_equal(times(r.out, "\t17\ttrue\n"), 3);
	assert_int_equal(times(r.out, "\tbad-number\t17\ttrue\n"), 1);
	RUN_TEXT(&r, b.s, "check");
	assert_run(&r, 1, "*: y (17 more of this kind) (RFC * [[]bad-num*\n", "");
	assert_int_equal(times(r.out, "\n"), TOLD);
	RUN_TEXT(&r, b.s, "check", "-t");
	assert_run(&r, 1, "*\tbad-number\t17\n", "");
	run_free(&r);
	bytes_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_status_counts_what_is_told_and_is_no_note),
		TEST(a_rule_that_is_none_is_refused),
		TEST(each_rule_can_be_left_out),
		TEST(each_line_reads_as_that_of_a_compiler),
		TEST(explain_leaves_out_the_same),
		TEST(what_comes_too_often_is_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
