/* test_link.c - a program may have functions of these names and still link
 * with the library, which has its own. */
#include "harness.h"

#include <string.h>
#include <sipcode.h>

int utf8_decode(void);
int fold_equal(void);
int span_is(void);
int digits_next(void);
int table_string(void);
int schema_first(void);

int utf8_decode(void)
{
	return 1;
}

int fold_equal(void)
{
	return 2;
}

int span_is(void)
{
	return 3;
}

int digits_next(void)
{
	return 4;
}

int table_string(void)
{
	return 5;
}

int schema_first(void)
{
	return 6;
}

static void names_of_a_program_are_its_own(void **state)
{
	static const char s[] = "SIP/2.0 486 Busy Here\nVia: x\n";
	struct sipcode_match match;
	const struct sipcode_row *row[1];

	(void)state;
	assert_int_equal(utf8_decode() + fold_equal() + span_is() +
	                 digits_next() + table_string() + schema_first(), 21);
	assert_true(sipcode_scan(s, strlen(s), 0, &match));
	assert_int_equal(match.code, 486);
	assert_int_equal(sipcode_by_phrase(0, "busy here", 9, row, 1), 1);
	assert_string_equal(sipcode_phrase(486), "Busy Here");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(names_of_a_program_are_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
