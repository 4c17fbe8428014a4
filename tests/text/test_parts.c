/* test_parts.c - the parts of which pages are made. */
#include "harness.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

#include "text/text.h"

static void every_class_has_a_colour_of_its_own(void **state)
{
	(void)state;
	for (unsigned long c = 1; c <= 6; c++) {
		assert_int_equal(text_style(c * 100), STYLE_1XX + c - 1);
		assert_int_equal(text_style(c * 100 + 99),
		                 STYLE_1XX + c - 1);
	}
	assert_int_equal(text_style(99), STYLE_BOLD);
	assert_int_equal(text_style(700), STYLE_BOLD);
}

static void a_title_is_a_line_or_more(void **state)
{
	struct sheet sheet;

	(void)state;
	sheet_open(&sheet, 0, 20);
	sheet.o.color = 1;
	text_title(&sheet.o, STYLE_BOLD, "421 fits to the end.");
	text_title(&sheet.o, STYLE_PLAIN, "421 does not fit the width");
	assert_string_equal(sheet_text(&sheet),
	                    "\033[1m421 fits to the end.\033[0m\n"
	                    "421 does not fit\nthe width\n");
	sheet_close(&sheet);
}

/* A rule of failover as a page: its title, what comes of it, its source. */
static void a_rule_has_a_page(void **state)
{
	static const char *const results[][2] = {
		{ "next", "The next route is tried" },
		{ "same", "The same target is tried again" },
		{ "busy", "It counts as busy, and no further route is tried" },
		{ "stop", "No further route is tried" },
	};
	const struct sipcode_row *row;

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_FAILOVERS, i)); i++) {
		const char *product = sipcode_text(row, SIPCODE_F_PRODUCT, 0);
		const char *result = sipcode_text(row, SIPCODE_F_RESULT, 0);
		const char *heading = "";
		char front[300], end[500];
		struct sheet sheet;

		for (size_t k = 0; k < LEN(results); k++)
			if (strcmp(results[k][0], result) == 0)
				heading = results[k][1];
		snprintf(front, sizeof(front), "failover %s\n%s\n  %s  ",
		         product, heading, product);
		snprintf(end, sizeof(end), "\nReference  %s\n",
		         sipcode_text(row, SIPCODE_F_SOURCE, 0));
		sheet_open(&sheet, 1, 0);
		text_record(&sheet.o, row, 0);
		sheet_text(&sheet);
		assert_int_equal(times(sheet.text, "\n"), 4);
		if (strncmp(sheet.text, front, strlen(front)) != 0)
			fail_msg("%s\n--- is not ---\n%s", sheet.text, front);
		assert_true(sheet.len > strlen(end));
		assert_string_equal(sheet.text + sheet.len - strlen(end), end);
		assert_int_equal(sheet.o.tight, 0);
		sheet_close(&sheet);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_class_has_a_colour_of_its_own),
		TEST(a_title_is_a_line_or_more),
		TEST(a_rule_has_a_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
