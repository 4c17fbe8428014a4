/* test_parts.c - the parts of which pages are made. */
#include "harness.h"

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_class_has_a_colour_of_its_own),
		TEST(a_title_is_a_line_or_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
