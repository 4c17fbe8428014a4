/* test_suggest.c - near numbers and near spellings. */
#include "harness.h"

#include <string.h>
#include <sipcode.h>

static void the_distance_counts_single_changes_and_swaps(void **state)
{
	static const struct {
		const char *a, *b;
		unsigned distance;
	} pairs[] = {
		{ "", "", 0 },          { "busy", "busy", 0 },
		{ "Busy", "bUSY", 0 },  { "", "busy", 4 },
		{ "busy", "", 4 },      { "busy", "bsy", 1 },
		{ "bsy", "busy", 1 },   { "busy", "bust", 1 },
		{ "busy", "bsuy", 1 },  { "busy", "ubsy", 1 },
		{ "kitten", "sitting", 3 }, { "ab", "ba", 1 },
		{ "abc", "cab", 2 },    { "Etension Required",
		  "Extension Required", 1 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(pairs); i++) {
		const char *a = pairs[i].a, *b = pairs[i].b;

		assert_int_equal(sipcode_distance(a, strlen(a), b, strlen(b)),
		                 pairs[i].distance);
		assert_int_equal(sipcode_distance(b, strlen(b), a, strlen(a)),
		                 pairs[i].distance);
	}
}

static void only_the_first_64_letters_are_compared(void **state)
{
	char a[100], b[100];

	(void)state;
	memset(a, 'a', sizeof(a));
	memset(b, 'a', sizeof(b));
	memset(b + 64, 'b', sizeof(b) - 64);
	assert_int_equal(sipcode_distance(a, 100, b, 100), 0);
	b[63] = 'b';
	assert_int_equal(sipcode_distance(a, 100, b, 100), 1);
	assert_int_equal(sipcode_distance(a, 64, b, 0), 64);
}

static void the_nearest_codes_are_registered_ones_of_the_class(void **state)
{
	(void)state;
	for (unsigned long code = 100; code < 700; code++) {
		const struct sipcode_row *row[5];
		size_t n = sipcode_nearest(0, code, row, 5);
		unsigned long before = 0;

		assert_in_range(n, 1, 5);
		for (size_t i = 0; i < n; i++) {
			unsigned long near = sipcode_number(row[i],
			                                    SIPCODE_F_CODE, 0);
			unsigned long d = near < code ? code - near
			                              : near - code;

			assert_int_equal(near / 100, code / 100);
			assert_string_equal(sipcode_text(row[i],
			                    SIPCODE_F_STATUS, 0),
			                    "registered");
			assert_true(d >= before && d > 0);
			before = d;
		}
	}
}

static void the_nearest_code_below_comes_before_the_one_above(void **state)
{
	const struct sipcode_row *row[2];

	(void)state;
	assert_int_equal(sipcode_nearest(0, 484, row, 2), 2);
	assert_int_equal(sipcode_number(row[0], SIPCODE_F_CODE, 0), 483);
	assert_int_equal(sipcode_number(row[1], SIPCODE_F_CODE, 0), 485);
	assert_int_equal(sipcode_nearest(0, 484, row, 0), 0);
}

static void what_is_no_code_has_no_near_ones(void **state)
{
	static const unsigned long none[] = { 0, 42, 99, 700, 999,
		                              4294967717UL };
	const struct sipcode_row *row[2];

	(void)state;
	for (size_t i = 0; i < LEN(none); i++)
		assert_int_equal(sipcode_nearest(0, none[i], row, 2), 0);
}

static void a_misspelt_phrase_finds_its_code(void **state)
{
	static const struct {
		const char *text;
		unsigned long code;
	} texts[] = {
		{ "Busy Hear", 486 },
		{ "Etension Required", 421 },
		{ "gatway timeout", 0 },
		{ "method not alowed", 405 },
		{ "loop detcted", 482 },
		{ "", 0 },
		{ "qqqqqqqqqqqqqq", 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++) {
		const struct sipcode_row *row =
			sipcode_closest(0, SIPCODE_CODES, SIPCODE_F_PHRASE,
		                        texts[i].text, strlen(texts[i].text));

		assert_int_equal(row == NULL ? 0
		                 : sipcode_number(row, SIPCODE_F_CODE, 0),
		                 texts[i].code);
	}
}

static void an_exact_spelling_is_closest_to_itself(void **state)
{
	const struct sipcode_row *row;

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_OPTIONS, i)); i++) {
		const char *tag = sipcode_text(row, SIPCODE_F_TAG, 0);

		assert_ptr_equal(sipcode_closest(0, SIPCODE_OPTIONS,
		                                 SIPCODE_F_TAG, tag,
		                                 strlen(tag)), row);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_distance_counts_single_changes_and_swaps),
		TEST(only_the_first_64_letters_are_compared),
		TEST(the_nearest_codes_are_registered_ones_of_the_class),
		TEST(the_nearest_code_below_comes_before_the_one_above),
		TEST(what_is_no_code_has_no_near_ones),
		TEST(a_misspelt_phrase_finds_its_code),
		TEST(an_exact_spelling_is_closest_to_itself),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
