/* test_bad_numbers.c - what the library answers to sets, fields, languages
 * and rows that do not exist: "", 0, NULL, and no trouble. */
#include "harness.h"

#include <limits.h>
#include <stdint.h>
#include <sipcode.h>

static const int bad_sets[] = { SIPCODE_SETS, SIPCODE_SETS + 1, 4096,
	                        INT_MAX, -1, INT_MIN };
static const int bad_fields[] = { SIPCODE_FIELDS, SIPCODE_FIELDS + 1, 4096,
	                          INT_MAX, -1, INT_MIN };
static const int bad_languages[] = { 16, 4096, INT_MAX, -1, INT_MIN };

static void a_column_of_no_set_is_empty(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(bad_sets); i++) {
		struct sipcode_column c =
			sipcode_column((enum sipcode_set)bad_sets[i], 0);

		assert_int_equal(c.field, SIPCODE_F_NONE);
		assert_int_equal(c.many, 0);
	}
}

static void a_column_past_the_last_is_empty(void **state)
{
	(void)state;
	for (int s = 0; s < SIPCODE_SETS; s++) {
		enum sipcode_set set = (enum sipcode_set)s;
		size_t n = 0;

		while (sipcode_column(set, n).field != SIPCODE_F_NONE)
			n++;
		assert_true(n > 0);
		/* Numbers that would come round to a column of another set. */
		for (size_t i = 1; i < 64; i++) {
			assert_int_equal(sipcode_column(set, n + i).field,
			                 SIPCODE_F_NONE);
			assert_int_equal(sipcode_column(set, 0 - i).field,
			                 SIPCODE_F_NONE);
		}
	}
}

static void what_does_not_exist_has_no_name(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(bad_sets); i++)
		assert_string_equal(
			sipcode_set_name((enum sipcode_set)bad_sets[i]), "");
	for (size_t i = 0; i < LEN(bad_fields); i++)
		assert_string_equal(
			sipcode_field_name((enum sipcode_field)bad_fields[i]),
			"");
	assert_string_equal(sipcode_field_name(SIPCODE_F_NONE), "");
	for (size_t i = 0; i < LEN(bad_languages); i++)
		assert_string_equal(sipcode_language_tag(bad_languages[i]), "");
}

static void no_name_names_nothing(void **state)
{
	(void)state;
	assert_int_equal(sipcode_field_named(NULL, 0), SIPCODE_F_NONE);
	assert_int_equal(sipcode_field_named(NULL, 4), SIPCODE_F_NONE);
	assert_int_equal(sipcode_field_named("code", SIZE_MAX), SIPCODE_F_NONE);
	assert_int_equal(sipcode_language(NULL), -1);
	assert_int_equal(sipcode_language(""), -1);
}

static void no_set_has_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(bad_sets); i++) {
		enum sipcode_set set = (enum sipcode_set)bad_sets[i];

		assert_int_equal(sipcode_rows(set), 0);
		assert_null(sipcode_row(0, set, 0));
		assert_null(sipcode_row(-1, set, 0));
	}
}

static void a_row_past_the_last_is_none(void **state)
{
	(void)state;
	for (int s = 0; s < SIPCODE_SETS; s++) {
		enum sipcode_set set = (enum sipcode_set)s;

		assert_null(sipcode_row(0, set, sipcode_rows(set)));
		assert_null(sipcode_row(0, set, SIZE_MAX));
	}
}

static void an_unknown_language_is_english(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(bad_languages); i++) {
		int lang = bad_languages[i];

		for (int s = 0; s < SIPCODE_SETS; s++)
			assert_ptr_equal(
				sipcode_row(lang, (enum sipcode_set)s, 0),
				sipcode_row(0, (enum sipcode_set)s, 0));
		assert_ptr_equal(sipcode_code(lang, 421), sipcode_code(0, 421));
	}
}

static void no_row_has_values(void **state)
{
	(void)state;
	assert_int_equal(sipcode_row_set(NULL), SIPCODE_SETS);
	assert_int_equal(sipcode_row_lang(NULL), 0);
	assert_int_equal(sipcode_row_index(NULL), 0);
	for (int f = 0; f <= SIPCODE_FIELDS; f++) {
		enum sipcode_field field = (enum sipcode_field)f;

		assert_int_equal(sipcode_len(NULL, field), 0);
		assert_string_equal(sipcode_text(NULL, field, 0), "");
		assert_int_equal(sipcode_number(NULL, field, 0), 0);
		assert_null(sipcode_link(NULL, field, 0));
	}
}

static void no_field_has_values(void **state)
{
	const struct sipcode_row *row = sipcode_code(0, 421);

	(void)state;
	for (size_t i = 0; i < LEN(bad_fields); i++) {
		enum sipcode_field field = (enum sipcode_field)bad_fields[i];

		assert_int_equal(sipcode_len(row, field), 0);
		assert_string_equal(sipcode_text(row, field, 0), "");
		assert_int_equal(sipcode_number(row, field, 0), 0);
		assert_null(sipcode_link(row, field, 0));
	}
}

static void a_value_past_the_last_is_none(void **state)
{
	const struct sipcode_row *row = sipcode_code(0, 421);

	(void)state;
	assert_string_equal(sipcode_text(row, SIPCODE_F_PHRASE, SIZE_MAX), "");
	assert_int_equal(sipcode_number(row, SIPCODE_F_CODE, SIZE_MAX), 0);
	assert_null(sipcode_link(row, SIPCODE_F_CLASS, SIZE_MAX));
}

static void a_text_that_is_null_is_found_nowhere(void **state)
{
	const struct sipcode_row *row[1];
	struct sipcode_hit hit[1];
	char *words[] = { NULL };

	(void)state;
	assert_null(sipcode_by_name(0, SIPCODE_OPTIONS, NULL, 3));
	assert_int_equal(sipcode_by_phrase(0, NULL, 3, row, 1), 0);
	assert_int_equal(sipcode_sightings(0, 486, NULL, 3, row, 1), 0);
	assert_int_equal(sipcode_answers(sipcode_code(0, 423), NULL, 3), 0);
	assert_int_equal(sipcode_answers(sipcode_code(0, 402), NULL, 3), 1);
	assert_int_equal(sipcode_answers(NULL, "INVITE", 6), 1);
	assert_null(sipcode_variant(0, 481, NULL, 3));
	assert_null(sipcode_variant(0, 999, "x", 1));
	assert_null(sipcode_variant(9, 481, "x", 1));
	assert_null(sipcode_closest(0, SIPCODE_CODES, SIPCODE_F_PHRASE, NULL,
	                            3));
	assert_int_equal(sipcode_distance(NULL, 3, "abc", 3), 3);
	assert_int_equal(sipcode_distance("ab", 2, NULL, 3), 2);
	assert_int_equal(sipcode_search(0, NULL, 1, hit, 1, NULL), 0);
	assert_int_equal(sipcode_search(0, words, 1, hit, 1, NULL), 0);
	assert_int_equal(sipcode_nearest(0, 0, row, 1), 0);
	assert_int_equal(sipcode_nearest(0, ULONG_MAX, row, 1), 0);
}

static void a_message_that_is_null_holds_nothing(void **state)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span name, value, none = { NULL, 0 };
	struct sipcode_span bytes = { NULL, 5 };
	struct sipcode_message m;
	struct sipcode_match match = { .form = 0 };

	(void)state;
	assert_int_equal(sipcode_match_method(NULL, 5, &match).n, 0);
	assert_int_equal(sipcode_match_method("x", 1, NULL).n, 0);
	assert_int_equal(sipcode_is_sipfrag(NULL, 5), 0);
	assert_int_equal(sipcode_scan(NULL, 0, 0, &match), 0);
	assert_int_equal(sipcode_message(NULL, 0, 0, &m), 0);
	assert_int_equal(sipcode_next_header(NULL, &at, &name, &value), 0);
	assert_int_equal(sipcode_next_value(NULL, "Via", &at, &value), 0);
	assert_int_equal(sipcode_value(NULL, "Via", &value), 0);
	assert_int_equal(sipcode_method(NULL).n, 0);
	assert_int_equal(sipcode_param(none, "tag", &value), 0);
	assert_int_equal(sipcode_param(none, NULL, &value), 0);
	assert_int_equal(sipcode_param(bytes, "tag", &value), 0);
	assert_int_equal(sipcode_check(0, NULL, NULL, 0), 0);
	assert_true(sipcode_message("SIP/2.0 200 OK\n\n", 16, 0, &m));
	assert_int_equal(sipcode_value(&m, NULL, &value), 0);
	assert_int_equal(sipcode_value(&m, "", &value), 0);
}

/* A match that no function has made. */
static void a_match_that_is_none_has_no_method(void **state)
{
	struct sipcode_match far = { .at = 9, .end = 12 };
	struct sipcode_match odd = { .form = sipcode_forms() };

	(void)state;
	assert_int_equal(sipcode_match_method("200", 3, &far).n, 0);
	assert_int_equal(sipcode_match_method("200", 3, &odd).n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_column_of_no_set_is_empty),
		TEST(a_column_past_the_last_is_empty),
		TEST(what_does_not_exist_has_no_name),
		TEST(no_name_names_nothing),
		TEST(no_set_has_rows),
		TEST(a_row_past_the_last_is_none),
		TEST(an_unknown_language_is_english),
		TEST(no_row_has_values),
		TEST(no_field_has_values),
		TEST(a_value_past_the_last_is_none),
		TEST(a_text_that_is_null_is_found_nowhere),
		TEST(a_message_that_is_null_holds_nothing),
		TEST(a_match_that_is_none_has_no_method),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
