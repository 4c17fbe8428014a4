/* test_find.c - the look-ups of libsipcode, and its reading of rows. */
#include "harness.h"

#include <string.h>
#include <sipcode.h>

static unsigned long code_of(const struct sipcode_row *row)
{
	return row == NULL ? 0 : sipcode_number(row, SIPCODE_F_CODE, 0);
}

static const struct sipcode_row *named(enum sipcode_set set, const char *name)
{
	return sipcode_by_name(0, set, name, strlen(name));
}

static void a_code_is_found_by_its_number_alone(void **state)
{
	static const unsigned long none[] = { 0, 1, 42, 99, 498, 697, 700, 1421,
		                              4294967717UL };

	(void)state;
	assert_int_equal(code_of(sipcode_code(0, 100)), 100);
	assert_int_equal(code_of(sipcode_code(0, 421)), 421);
	assert_int_equal(code_of(sipcode_code(0, 608)), 608);
	for (size_t i = 0; i < LEN(none); i++)
		assert_null(sipcode_code(0, none[i]));
}

static void every_row_is_found_by_its_own_key(void **state)
{
	(void)state;
	for (int s = 0; s < SIPCODE_SETS; s++) {
		enum sipcode_set set = (enum sipcode_set)s;
		struct sipcode_column key = sipcode_column(set, 0);
		const struct sipcode_row *row;
		size_t i;

		for (i = 0; (row = sipcode_row(0, set, i)) != NULL; i++) {
			const struct sipcode_row *found =
				key.type == SIPCODE_T_NUMBER
				? sipcode_by_number(0, set, sipcode_number(
					  row, key.field, 0))
				: named(set, sipcode_text(row, key.field, 0));

			assert_ptr_equal(found, row);
		}
		assert_int_equal(i, sipcode_rows(set));
		assert_true(i > 0);
	}
}

static void a_method_is_answered_in_either_case_less_exceptions(void **state)
{
	static const struct {
		unsigned code;
		const char *method;
		int answered;
	} rows[] = {
		{ 423, "REGISTER", 1 }, { 423, "register", 1 },
		{ 423, "INVITE", 0 }, { 423, "REGIS", 0 },
		{ 401, "INVITE", 1 }, { 401, "CANCEL", 0 },
		{ 401, "cancel", 0 }, { 402, "INVITE", 1 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		assert_int_equal(sipcode_answers(sipcode_code(0, rows[i].code),
		                                 rows[i].method,
		                                 strlen(rows[i].method)),
		                 rows[i].answered);
}

static void a_class_is_that_of_the_hundred(void **state)
{
	static const struct {
		unsigned long code;
		const char *class;
	} classes[] = {
		{ 100, "1xx" }, { 199, "1xx" }, { 200, "2xx" }, { 399, "3xx" },
		{ 498, "4xx" }, { 555, "5xx" }, { 699, "6xx" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(classes); i++)
		assert_string_equal(
			sipcode_text(sipcode_class(0, classes[i].code),
		                     SIPCODE_F_CLASS, 0), classes[i].class);
	assert_null(sipcode_class(0, 99));
	assert_null(sipcode_class(0, 700));
	assert_null(sipcode_class(0, 0));
}

static void a_name_is_found_in_either_case_but_whole(void **state)
{
	(void)state;
	assert_non_null(named(SIPCODE_OPTIONS, "100rel"));
	assert_ptr_equal(named(SIPCODE_OPTIONS, "100REL"),
	                 named(SIPCODE_OPTIONS, "100rel"));
	assert_ptr_equal(named(SIPCODE_CLASSES, "4XX"), sipcode_class(0, 400));
	assert_null(named(SIPCODE_OPTIONS, "100re"));
	assert_null(named(SIPCODE_OPTIONS, "100rel "));
	assert_null(named(SIPCODE_OPTIONS, ""));
}

static void a_phrase_finds_all_codes_that_bear_it(void **state)
{
	const struct sipcode_row *row[4];

	(void)state;
	assert_int_equal(sipcode_by_phrase(0, "busy HERE", 9, row, 4), 1);
	assert_int_equal(code_of(row[0]), 486);
	assert_int_equal(sipcode_by_phrase(0, "not acceptable", 14, row, 4), 2);
	assert_int_equal(code_of(row[0]), 406);
	assert_int_equal(code_of(row[1]), 606);
	assert_int_equal(sipcode_by_phrase(0, "no such phrase", 14, row, 4), 0);
	assert_int_equal(sipcode_by_phrase(0, "", 0, row, 4), 0);
}

static void no_more_rows_are_stored_than_there_is_room_for(void **state)
{
	const struct sipcode_row *row[2] = { NULL, NULL };

	(void)state;
	assert_int_equal(sipcode_by_phrase(0, "not acceptable", 14, row, 1), 2);
	assert_int_equal(code_of(row[0]), 406);
	assert_null(row[1]);
	assert_int_equal(sipcode_by_phrase(0, "not acceptable", 14, row, 0), 2);
}

static void what_a_row_lacks_is_empty_and_never_fails(void **state)
{
	const struct sipcode_row *row = sipcode_code(0, 421);

	(void)state;
	assert_int_equal(sipcode_len(row, SIPCODE_F_NONE), 0);
	assert_int_equal(sipcode_len(row, SIPCODE_F_TAG), 0);
	assert_string_equal(sipcode_text(row, SIPCODE_F_TAG, 0), "");
	assert_string_equal(sipcode_text(row, SIPCODE_F_PHRASE, 1), "");
	assert_int_equal(sipcode_number(row, SIPCODE_F_CODE, 1), 0);
	assert_null(sipcode_link(row, SIPCODE_F_CLASS, 1));
	assert_null(sipcode_row(0, SIPCODE_CODES, sipcode_rows(SIPCODE_CODES)));
	/* A field asked for as what it is not. */
	assert_string_equal(sipcode_text(row, SIPCODE_F_CODE, 0), "");
	assert_int_equal(sipcode_number(row, SIPCODE_F_PHRASE, 0), 0);
	assert_null(sipcode_link(row, SIPCODE_F_PHRASE, 0));
}

static void a_row_knows_its_place(void **state)
{
	const struct sipcode_row *row = sipcode_row(0, SIPCODE_CAUSES, 3);

	(void)state;
	assert_int_equal(sipcode_row_set(row), SIPCODE_CAUSES);
	assert_int_equal(sipcode_row_index(row), 3);
	assert_int_equal(sipcode_row_lang(row), 0);
}

static void fields_have_one_name_each(void **state)
{
	(void)state;
	for (int f = 1; f < SIPCODE_FIELDS; f++) {
		const char *name = sipcode_field_name((enum sipcode_field)f);
		size_t n = strlen(name);

		assert_in_range(n, 1, 15);
		assert_int_equal(strspn(name, "abcdefghijklmnopqrstuvwxyz_"),
		                 n);
		assert_int_equal(sipcode_field_named(name, n), f);
	}
	assert_int_equal(sipcode_field_named("phras", 5), SIPCODE_F_NONE);
	assert_int_equal(sipcode_field_named("Phrase", 6), SIPCODE_F_NONE);
	assert_int_equal(sipcode_field_named("", 0), SIPCODE_F_NONE);
}

static void a_language_is_known_by_the_first_part_of_its_tag(void **state)
{
	static const char *const english[] = { "en", "en_GB", "en_US.UTF-8",
		                               "en.UTF-8", "en@euro", "en-GB" };
	static const char *const none[] = { "", "C", "xx", "e", "eng", "_en" };

	(void)state;
	assert_string_equal(sipcode_language_tag(0), "en");
	for (size_t i = 0; i < LEN(english); i++)
		assert_int_equal(sipcode_language(english[i]), 0);
	for (size_t i = 0; i < LEN(none); i++)
		assert_int_equal(sipcode_language(none[i]), -1);
	for (int l = 0; l < sipcode_languages(); l++)
		assert_int_equal(sipcode_language(sipcode_language_tag(l)), l);
}

static void a_key_is_only_found_in_a_set_of_its_kind(void **state)
{
	(void)state;
	for (int s = 0; s < SIPCODE_SETS; s++) {
		enum sipcode_set set = (enum sipcode_set)s;

		if (sipcode_column(set, 0).type == SIPCODE_T_NUMBER)
			assert_null(named(set, ""));
		else
			assert_null(sipcode_by_number(0, set, 0));
	}
}

static void a_phrase_is_had_in_one_call(void **state)
{
	(void)state;
	assert_string_equal(sipcode_phrase(421), "Extension Required");
	assert_string_equal(sipcode_phrase(498), "");
	assert_string_equal(sipcode_phrase(0), "");
}

static void an_unknown_code_is_treated_as_its_class_says(void **state)
{
	static const struct {
		unsigned long code;
		unsigned as;
	} codes[] = {
		{ 0, 0 },     { 99, 0 },    { 100, 100 }, { 101, 183 },
		{ 199, 183 }, { 200, 200 }, { 299, 200 }, { 421, 400 },
		{ 699, 600 }, { 700, 0 },   { 4294967717UL, 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(codes); i++)
		assert_int_equal(sipcode_treat_as(codes[i].code), codes[i].as);
}

/* The product of a mapping is a document only where it is the standard. */
static void mappings_of_the_standard_are_known(void **state)
{
	const struct sipcode_row *row;
	size_t standard = 0, others = 0;

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_MAPPINGS, i)); i++) {
		const char *product = sipcode_text(row, SIPCODE_F_PRODUCT, 0);

		assert_int_equal(sipcode_standard(row),
		                 strncmp(product, "RFC ", 4) == 0);
		standard += sipcode_standard(row) == 1;
		others += sipcode_standard(row) == 0;
	}
	assert_true(standard > 0 && others > 0);
	assert_int_equal(sipcode_standard(sipcode_code(0, 421)), 0);
	assert_int_equal(sipcode_standard(NULL), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_code_is_found_by_its_number_alone),
		TEST(every_row_is_found_by_its_own_key),
		TEST(a_method_is_answered_in_either_case_less_exceptions),
		TEST(a_class_is_that_of_the_hundred),
		TEST(a_name_is_found_in_either_case_but_whole),
		TEST(a_phrase_finds_all_codes_that_bear_it),
		TEST(no_more_rows_are_stored_than_there_is_room_for),
		TEST(what_a_row_lacks_is_empty_and_never_fails),
		TEST(a_row_knows_its_place),
		TEST(fields_have_one_name_each),
		TEST(a_language_is_known_by_the_first_part_of_its_tag),
		TEST(a_key_is_only_found_in_a_set_of_its_kind),
		TEST(a_phrase_is_had_in_one_call),
		TEST(an_unknown_code_is_treated_as_its_class_says),
		TEST(mappings_of_the_standard_are_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
