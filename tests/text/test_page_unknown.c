/* test_page_unknown.c - codes in disguise, and codes that nobody knows. */
#include "harness.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

/* 486 as the product writes it. */
static void disguise_of(char *s, size_t size, const struct sipcode_row *row)
{
	const char *prefix = sipcode_text(row, SIPCODE_F_PREFIX, 0);
	unsigned long offset = sipcode_number(row, SIPCODE_F_OFFSET, 0);

	if (*prefix != '\0')
		snprintf(s, size, "%s486", prefix);
	else
		snprintf(s, size, "%lu", offset + 486);
}

/* "170486 is a number of PJSIP (170NNN): ... [source]", then the page. */
static void a_disguise_is_told_in_a_line_of_its_own(void **state)
{
	const struct sipcode_row *row;
	struct run page = { 0 }, r = { 0 };

	(void)state;
	RUN(&page, "486");
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_DISGUISES, i)); i++) {
		char typed[40], line[800];
		size_t n;

		disguise_of(typed, sizeof(typed), row);
		snprintf(line, sizeof(line), " %s (%s): %s [%s",
		         sipcode_text(row, SIPCODE_F_PRODUCT, 0),
		         sipcode_text(row, SIPCODE_F_FORM, 0),
		         sipcode_text(row, SIPCODE_F_MEANING, 0),
		         sipcode_text(row, SIPCODE_F_SOURCE, 0));
		RUN(&r, typed);
		assert_run(&r, 0, "*", "");
		n = strcspn(r.out, "\n");
		assert_int_equal(strncmp(r.out, typed, strlen(typed)), 0);
		assert_int_equal(strncmp(r.out + n - 1, "]\n\n", 3), 0);
		assert_string_equal(r.out + n + 2, page.out);
		r.out[n] = '\0';
		assert_holds(r.out, line);
	}
	run_free(&page);
	run_free(&r);
}

/* The last line of a page names the nearest codes, behind two blanks. */
static void the_nearest_codes_end_the_page_of_an_unknown_one(void **state)
{
	static const unsigned long codes[] = { 160, 298, 355, 498, 550, 698 };
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(codes); i++) {
		const struct sipcode_row *near[3];
		size_t n = sipcode_nearest(0, codes[i], near, 3), used = 0;
		char code[16], line[400];

		assert_in_range(n, 1, 3);
		for (size_t k = 0; k < n; k++)
			used += (size_t)snprintf(
				line + used, sizeof(line) - used, "%s%lu %s",
				k == 0 ? "\n  " : ", ",
				sipcode_number(near[k], SIPCODE_F_CODE, 0),
				sipcode_text(near[k], SIPCODE_F_PHRASE, 0));
		snprintf(line + used, sizeof(line) - used, "\n");
		snprintf(code, sizeof(code), "%lu", codes[i]);
		RUN(&r, code);
		assert_run(&r, 1, "*", "sipcode: no such code: '*'\n");
		assert_true(r.out_len > strlen(line));
		assert_string_equal(r.out + r.out_len - strlen(line), line);
	}
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_disguise_is_told_in_a_line_of_its_own),
		TEST(the_nearest_codes_end_the_page_of_an_unknown_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
