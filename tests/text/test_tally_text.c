/* test_tally_text.c - a tally for the eye, column by column. */
#include "bytes.h"

#include <string.h>

#define TALLY \
	"180\tRinging\t7\t\n200\tOK\t12345\t\n486\tBusy Here\t987\t\n" \
	"498\t\t1\t\n503\t\t23\t\n"

static void counts_and_shares_stand_below_each_other(void **state)
{
	static const char want[] =
"13363 *\n"
"\n"
"1xx Provisional                              7    0.05 %  #\n"
"  180 Ringing                                7    0.05 %  #\n"
"2xx Success                              12345   92.38 %  #################\n"
"  200 OK                                 12345   92.38 %  "
"#################\n"
"4xx Client Error                           988    7.39 %  ##\n"
"  486 Busy Here                            987    7.39 %  ##\n"
"  498 (in no table)                          1    0.01 %  #\n"
"5xx Server Error                            23    0.17 %  #\n"
"  503 Service Unavailable                   23    0.17 %  #\n"
"\n"
"Unregistered codes\n"
"  498 (in no table)                          1    0.01 %  #\n";
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, TALLY, "tally", "--merge", "-w80");
	assert_run(&r, 0, want, "");
	assert_int_equal(times(r.out, "\n"), times(want, "\n"));
	run_free(&r);
}

static void a_bar_grows_to_forty_columns_and_needs_room(void **state)
{
	static const struct {
		const char *width, *bar;
	} rows[] = {
		{ "-w70", "100.00 %\n" },
		{ "-w71", "100.00 %  #########\n" },
		{ "-w102", "100.00 %  ########################################"
		  "\n" },
		{ "-w200", "100.00 %  ########################################"
		  "\n" },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		RUN_TEXT(&r, "486\tBusy Here\t3\t\n", "tally", "--merge",
		         rows[i].width);
		assert_run(&r, 0, "*", "");
		assert_int_equal(times(r.out, rows[i].bar), 2);
	}
	run_free(&r);
}

#define BOLD "\033\\[1m"
#define PLAIN "\033\\[0m"

static void classes_are_bold_and_codes_have_the_colour_of_theirs(void **state)
{
	static const char want[] =
		"13363 *\n\n"
		BOLD "1xx Provisional  7  0.05 %" PLAIN "\n"
		"  \033\\[38;5;98m180 Ringing  7  0.05 %" PLAIN "\n"
		BOLD "2xx Success  12345  92.38 %" PLAIN "\n"
		"  \033\\[38;5;29m200 OK  12345  92.38 %" PLAIN "\n"
		BOLD "4xx Client Error  988  7.39 %" PLAIN "\n"
		"  \033\\[1;38;5;131m486 Busy Here  987  7.39 %" PLAIN "\n"
		"  \033\\[1;38;5;131m498 (*)  1  0.01 %" PLAIN "\n"
		BOLD "5xx Server Error  23  0.17 %" PLAIN "\n"
		"  \033\\[1;38;5;163m503 Service Unavailable  23  0.17 %"
		PLAIN "\n\n" BOLD "*" PLAIN "\n  498 (*)  1  0.01 %\n";
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, TALLY, "tally", "--merge", "--color=always");
	assert_run(&r, 0, want, "");
	assert_int_equal(times(r.out, "\n"), times(want, "\n"));
	run_free(&r);
}

static void methods_and_other_phrases_have_a_heading_each(void **state)
{
	static const char log[] =
		"SIP/2.0 486 Busy Here\nCSeq: 1 INVITE\n"
		"SIP/2.0 200 Fine\n\nSIP/2.0 498 Mine\n";
	static const char want[] =
		"3 *\n\n"
		"2xx Success  1  33.33 %\n  200 OK  1  33.33 %\n"
		"4xx Client Error  2  66.67 %\n  486 Busy Here  1  33.33 %\n"
		"  498 (*)  1  33.33 %\n"
		"\nINVITE\n  486 Busy Here  1  33.33 %\n"
		"\nunknown\n  200 OK  1  33.33 %\n  498 (*)  1  33.33 %\n"
		"\nUnregistered codes\n  498 (*)  1  33.33 %\n"
		"\nPhrases *\n  200 \"Fine\": 1\n  498 \"Mine\": 1\n";
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, log, "tally", "--by=method");
	assert_run(&r, 0, want, "");
	assert_int_equal(times(r.out, "\n"), times(want, "\n"));
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(counts_and_shares_stand_below_each_other),
		TEST(a_bar_grows_to_forty_columns_and_needs_room),
		TEST(classes_are_bold_and_codes_have_the_colour_of_theirs),
		TEST(methods_and_other_phrases_have_a_heading_each),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
