/* test_column.c - bare codes, one a line. */
#include "bytes.h"

#include <string.h>

#include "jsonread.h"

#define HEAD "code\tphrase\tcount\tshare\n"

static void codes_of_a_column_are_counted(void **state)
{
	static const struct {
		const char *input, *out, *err;
	} rows[] = {
		{ "200\n486\r\n 486 \n\"486\"\n'404'\n\t\"200\"\t\r\n603",
		  HEAD "200\tOK\t2\t28.57\n404\tNot Found\t1\t14.29\n"
		  "486\tBusy Here\t3\t42.86\n603\tDecline\t1\t14.29\n", "" },
		{ "sip_code\n200\n", HEAD "200\tOK\t1\t100.00\n",
		  "sipcode: *:1: no code: 'sip_code' (lines that are none: 1)"
		  "\n" },
		{ "200\n\n0\n099\n700\n4860\n486 x\n48\n-486\n\033[2J\n",
		  HEAD "200\tOK\t1\t100.00\n",
		  "sipcode: *:2: no code: '' (lines that are none: 9)\n" },
		{ "\033]0;x\a\n", HEAD,
		  "sipcode: *:1: no code: '\\\\x1b]0;x\\\\x07' (lines that "
		  "are none: 1)\nsipcode: no code found: '*'\n" },
		{ "", HEAD, "sipcode: no code found: '*'\n" },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		RUN_TEXT(&r, rows[i].input, "tally", "-t", "--column");
		assert_run(&r, 0, rows[i].out, rows[i].err);
		RUN_TEXT(&r, rows[i].input, "tally", "-q", "--column");
		assert_run(&r, 0, "", "");
	}
	run_free(&r);
}

static void lines_without_a_code_are_in_the_tally(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, "code\n200\n\n", "tally", "--column", "-j");
	assert_run(&r, 0, "*", "sipcode: *:1: no code: *");
	assert_json(r.out, r.out_len);
	assert_json_at(r.out, "counted", "\"lines that hold a code\"");
	assert_json_at(r.out, "total", "1");
	assert_json_at(r.out, "no_code", "2");
	assert_int_equal(json_len(r.out, "odd_phrases"), 0);
	RUN_TEXT(&r, "code\n200\n\n", "tally", "--column");
	assert_run(&r, 0, "1 line that holds a code\n"
	           "Lines that are no code: 2\n\n2xx Success*",
	           "sipcode: *:1: no code: *");
	RUN_TEXT(&r, "200\n180\n404\n", "tally", "--column");
	assert_run(&r, 0, "3 lines that hold a code\n\n*", "");
	RUN_TEXT(&r, "200\n180\n404\n", "tally", "--column", "--final", "-t");
	assert_run(&r, 0, HEAD "200\tOK\t1\t50.00\n404\tNot Found\t1\t50.00\n",
	           "");
	RUN_TEXT(&r, "200\n404\n", "tally", "--column", "-c4xx",
	         "--fail-if=404>=100%", "-q");
	assert_run(&r, 1, "", "");
	run_free(&r);
}

static void what_makes_no_sense_with_a_column_is_refused(void **state)
{
	static const struct check checks[] = {
		{ { "tally", "--column", "--by=phrase" }, 2, "",
		  "sipcode: a column of codes has nothing to count by: "
		  "'phrase'\n" TRY },
		{ { "tally", "--column", "--merge" }, 2, "",
		  "sipcode: --column does not go with --merge\n" TRY },
		{ { "annotate", "--column" }, 2, "",
		  "sipcode: 'annotate' has no option: 'column'\n*" },
	};

	(void)state;
	CHECK(checks);
}

/* However long it is. */
static void a_long_line_is_one_without_a_code(void **state)
{
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	bytes_str(&b, "200\n");
	bytes_fill(&b, ' ', 600000);
	bytes_str(&b, "486\n404\n");
	bytes_fill(&b, 'x', 600000);
	bytes_str(&b, "\n404\n");
	RUN_BYTES(&r, b.s, b.n, "tally", "-t", "--column");
	assert_run(&r, 0, HEAD "200\tOK\t1\t33.33\n404\tNot Found\t2\t66.67\n",
	           "sipcode: *:2: no code: '' (lines that are none: 2)\n");
	run_free(&r);
	bytes_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(codes_of_a_column_are_counted),
		TEST(lines_without_a_code_are_in_the_tally),
		TEST(what_makes_no_sense_with_a_column_is_refused),
		TEST(a_long_line_is_one_without_a_code),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
