/* test_select.c - sets of codes such as "4xx,503,480-489". */
#include "harness.h"

#include <string.h>

#include "io/number.h"
#include "ask/codes.h"

static void classes_codes_and_ranges_are_selected(void **state)
{
	static const struct {
		const char *text;
		unsigned first, last;
	} sets[] = {
		{ "421", 421, 421 },     { "100", 100, 100 },
		{ "699", 699, 699 },     { "4xx", 400, 499 },
		{ "6XX", 600, 699 },     { "1xX", 100, 199 },
		{ "480-489", 480, 489 }, { "421-421", 421, 421 },
		{ "100-699", 100, 699 }, { "199-200", 199, 200 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(sets); i++) {
		struct codes s;

		memset(&s, 0, sizeof(s));
		assert_int_equal(codes_add(&s, sets[i].text), 0);
		for (unsigned c = 0; c < LEN(s.has); c++)
			assert_int_equal(s.has[c], c >= sets[i].first &&
			                            c <= sets[i].last);
	}
}

static void commas_add_one_to_the_other(void **state)
{
	struct codes s;

	(void)state;
	memset(&s, 0, sizeof(s));
	assert_int_equal(codes_add(&s, "4xx,503,480-489"), 0);
	assert_int_equal(codes_add(&s, "600"), 0);
	for (unsigned c = 0; c < LEN(s.has); c++)
		assert_int_equal(s.has[c], (c >= 400 && c <= 499) ||
		                            c == 503 || c == 600);
}

static void all_and_none_are_every_code_and_no_code(void **state)
{
	struct codes s;

	(void)state;
	codes_all(&s);
	for (unsigned c = 100; c < LEN(s.has); c++)
		assert_int_equal(s.has[c], 1);
	memset(&s, 0, sizeof(s));
	for (unsigned c = 0; c < LEN(s.has); c++)
		assert_int_equal(s.has[c], 0);
}

static void anything_else_is_refused(void **state)
{
	static const char *const bad[] = {
		"", ",", "421,", ",421", "4x", "xxx", "0xx", "7xx", "4xxx",
		"99", "700", "042", "0421", "+42", "-421", "421-", "489-480",
		"480-700", "99-200", "5xx-4xx", "4xx-7xx",
		"480--489", "480-489-490",
		"42a", "421 ", " 421", "421;422", "4xx,,5xx", "4294967717",
	};

	(void)state;
	for (size_t i = 0; i < LEN(bad); i++) {
		struct codes s;

		memset(&s, 0, sizeof(s));
		if (codes_add(&s, bad[i]) != -1)
			fail_msg("'%s' is taken", bad[i]);
	}
}

static void numbers_are_digits_alone_and_bounded(void **state)
{
	static const char *const bad[] = { "", "+1", "-1", " 1", "1 ", "0x1",
		                           "1.0", "1000000000", "12a" };
	unsigned long n = 7;

	(void)state;
	for (size_t i = 0; i < LEN(bad); i++)
		assert_int_equal(number_read(bad[i], &n), -1);
	assert_int_equal(n, 7);
	assert_int_equal(number_read("0", &n), 0);
	assert_int_equal(n, 0);
	assert_int_equal(number_read("999999999", &n), 0);
	assert_int_equal(n, 999999999);
	assert_int_equal(number_read_n("4211", 3, &n), 0);
	assert_int_equal(n, 421);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(classes_codes_and_ranges_are_selected),
		TEST(commas_add_one_to_the_other),
		TEST(all_and_none_are_every_code_and_no_code),
		TEST(anything_else_is_refused),
		TEST(numbers_are_digits_alone_and_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
