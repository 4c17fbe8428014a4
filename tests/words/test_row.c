/* test_row.c - the values and sources of a row as text. */
#include "harness.h"

#include <string.h>

#include "words/row.h"

/* In "RFC 3261 section 8.3, 21.3.5" the document stands once; returns how
 * many sources left it out. */
static size_t check_sources(const struct sipcode_row *row,
                            enum sipcode_field field)
{
	struct strbuf b = { 0 };
	const char *first = sipcode_text(row, field, 0), *s, *rfc;
	size_t shortened = 0;

	row_sources(&b, row, field);
	rfc = s = strbuf_text(&b);
	assert_int_equal(strncmp(s, first, strlen(first)), 0);
	while ((s = strstr(s, ", ")) != NULL) {
		s += 2;
		shortened += *s >= '0' && *s <= '9';
		if (strncmp(s, "RFC ", 4) != 0)
			continue;
		assert_int_not_equal(strncmp(rfc, s, 17), 0);
		rfc = s;
	}
	strbuf_free(&b);
	return shortened;
}

static void a_document_is_named_once_for_its_sections(void **state)
{
	static const enum sipcode_field fields[] = {
		SIPCODE_F_METHOD_SOURCE, SIPCODE_F_RETRY_SOURCE,
		SIPCODE_F_EFFECT_SOURCE, SIPCODE_F_SOURCE,
	};
	const struct sipcode_row *row;
	size_t shortened = 0;

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_CODES, i)); i++)
		for (size_t f = 0; f < LEN(fields); f++)
			shortened += check_sources(row, fields[f]);
	assert_true(shortened > 0);
}

static void values_of_a_field_are_joined(void **state)
{
	const struct sipcode_row *row = sipcode_code(0, 421);
	struct strbuf b = { 0 };

	(void)state;
	row_list(&b, row, SIPCODE_F_TAG, ", ");
	assert_string_equal(strbuf_text(&b), "");
	row_list(&b, row, SIPCODE_F_SENT_BY, " / ");
	assert_true(sipcode_len(row, SIPCODE_F_SENT_BY) > 1);
	assert_int_equal(times(strbuf_text(&b), " / "),
	                 sipcode_len(row, SIPCODE_F_SENT_BY) - 1);
	strbuf_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_document_is_named_once_for_its_sections),
		TEST(values_of_a_field_are_joined),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
