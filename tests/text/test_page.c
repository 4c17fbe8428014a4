/* test_page.c - what a reader can count on for the page of every code. */
#include "harness.h"

#include <stdio.h>
#include <sipcode.h>

/* A screen has 24 lines of 80 columns. */
static void a_brief_page_fits_one_screen(void **state)
{
	const struct sipcode_row *row;

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_CODES, i)); i++) {
		struct run r = { 0 };
		char code[16];

		snprintf(code, sizeof(code), "%lu",
		         sipcode_number(row, SIPCODE_F_CODE, 0));
		RUN(&r, "-b", "-w80", code);
		assert_run(&r, 0, "*", "");
		assert_in_range(times(r.out, "\n"), 6, 24);
		run_free(&r);
	}
}

/* All that is known, where the brief page leaves it out. */
static void the_whole_page_goes_on_with_the_facts(void **state)
{
	struct run brief = { 0 }, whole = { 0 };

	(void)state;
	RUN(&brief, "-b", "486");
	RUN(&whole, "486");
	assert_run(&brief, 0, "486 Busy Here (4xx Client Error)\n*", "");
	assert_run(&whole, 0, "486 Busy Here (4xx Client Error)\n*", "");
	assert_int_equal(times(brief.out, "Reference"), 0);
	assert_int_equal(times(whole.out, "Reference"), 1);
	assert_int_equal(times(brief.out, "\n\n"), 0);
	run_free(&brief);
	run_free(&whole);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_brief_page_fits_one_screen),
		TEST(the_whole_page_goes_on_with_the_facts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
