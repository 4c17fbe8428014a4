/* test_page.c - what a reader can count on for the answer to every code, and
 * to the comparisons that are asked for most. */
#include "harness.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

#include "words/label.h"

static size_t lines_of(const struct sipcode_row *row)
{
	struct run r = { 0 };
	char code[16];
	size_t lines;

	snprintf(code, sizeof(code), "%lu",
	         sipcode_number(row, SIPCODE_F_CODE, 0));
	RUN(&r, "-b", "-w80", code);
	assert_run(&r, 0, "*", "");
	lines = times(r.out, "\n");
	run_free(&r);
	return lines;
}

/* A screen of old has 24 lines of 80 columns, one of them for the prompt. */
static void the_answer_fits_one_screen(void **state)
{
	const struct sipcode_row *row;
	size_t registered = 0, short_ones = 0;

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_CODES, i)); i++) {
		size_t lines = lines_of(row);

		assert_in_range(lines, 10, 30);
		if (strcmp(sipcode_text(row, SIPCODE_F_STATUS, 0),
		           "registered") != 0)
			continue;
		registered++;
		short_ones += lines <= 23;
	}
	assert_true(3 * short_ones >= 2 * registered);
}

static void an_answer_that_tells_two_codes_apart_fits_50_lines(void **state)
{
	static const char *const pairs[][2] = {
		{ "480", "486" }, { "200", "421" }, { "401", "407" },
		{ "486", "600" }, { "404", "480" }, { "500", "503" },
	};
	static const enum label headings[] = {
		LABEL_description, LABEL_when, LABEL_fix, LABEL_differences,
		LABEL_use,
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(pairs); i++) {
		const char *at;

		RUN(&r, "compare", "-b", "-w80", pairs[i][0], pairs[i][1]);
		assert_run(&r, 0, "*", "");
		assert_in_range(times(r.out, "\n"), 20, 50);
		at = r.out;
		for (size_t k = 0; k < LEN(headings); k++) {
			at = strstr(at, label_text(0, headings[k]));
			assert_non_null(at);
		}
	}
	run_free(&r);
}

/* Verdict first, below the title: the word of Nature cannot contradict it. */
static void the_verdict_stands_below_the_title(void **state)
{
	static const struct check checks[] = {
		{ { "-b", "486" }, 0, "486 Busy Here (4xx Client Error)\n"
		  "Normal. [A-Z]*.\nDescription\n*", "" },
		{ { "-b", "503" }, 0, "503 Service Unavailable (5xx Server "
		  "Error)\nFault. [A-Z]*.\nDescription\n*", "" },
		{ { "-b", "480" }, 0, "480 Temporarily Unavailable (4xx Client "
		  "Error)\nDepends. [A-Z]*.\nDescription\n*", "" },
	};

	(void)state;
	CHECK(checks);
}

/* What is left out is counted, and the last line names the ways on. */
static void the_answer_counts_what_it_leaves_out(void **state)
{
	const struct sipcode_row *row = sipcode_code(0, 486);
	char when[32], fix[32];
	struct run r = { 0 };

	(void)state;
	snprintf(when, sizeof(when), "\n  (%zu more: -a)\n",
	         sipcode_len(row, SIPCODE_F_WHEN) - 4);
	snprintf(fix, sizeof(fix), "\n  (%zu more: -a)\n",
	         sipcode_len(row, SIPCODE_F_FIX) - 4);
	RUN(&r, "-b", "486");
	assert_run(&r, 0, "*\nIn practice  [1-9]* special cases of *: sipcode "
	           "-a 486\nIn products  [1-9]* phrases and *: sipcode -a 486\n"
	           "See also  480, *\nMore  sipcode -a 486, sipcode flow 486, "
	           "sipcode compare 480 486\n", "");
	assert_holds(r.out, when);
	assert_holds(r.out, fix);
	assert_int_equal(times(r.out, "\n  * "), 8);
	assert_int_equal(times(r.out, "\n\n"), 0);
	assert_lacks(r.out, label_text(0, LABEL_reference));
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_answer_fits_one_screen),
		TEST(an_answer_that_tells_two_codes_apart_fits_50_lines),
		TEST(the_verdict_stands_below_the_title),
		TEST(the_answer_counts_what_it_leaves_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
