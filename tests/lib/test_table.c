/* test_table.c - what holds for every row of the table. */
#include "harness.h"

#include <string.h>
#include <sipcode.h>

#include "words/label.h"
#include "words/row.h"
#include "utf8.h"

/* Calls see() for every row of every set in every language. */
static void each_row(void (*see)(const struct sipcode_row *))
{
	const struct sipcode_row *row;

	for (int l = 0; l < sipcode_languages(); l++)
		for (int s = 0; s < SIPCODE_SETS; s++)
			for (size_t i = 0; (row = sipcode_row(l,
			     (enum sipcode_set)s, i)) != NULL; i++)
				see(row);
}

/* The rows of one set. */
static void each_of(enum sipcode_set set,
                    void (*see)(const struct sipcode_row *))
{
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(0, set, i)) != NULL; i++)
		see(row);
}

static const char *key_of(const struct sipcode_row *row)
{
	return sipcode_text(row, sipcode_column(sipcode_row_set(row), 0).field,
	                    0);
}

static void see_order(const struct sipcode_row *row)
{
	enum sipcode_set set = sipcode_row_set(row);
	struct sipcode_column key = sipcode_column(set, 0);
	size_t i = sipcode_row_index(row);
	const struct sipcode_row *before;

	if (i == 0)
		return;
	before = sipcode_row(sipcode_row_lang(row), set, i - 1);
	if (key.type == SIPCODE_T_NUMBER)
		assert_true(sipcode_number(before, key.field, 0) <
		            sipcode_number(row, key.field, 0));
	else
		assert_true(strcmp(key_of(before), key_of(row)) < 0);
}

static void keys_ascend(void **state)
{
	(void)state;
	each_row(see_order);
}

static void see_text(const struct sipcode_row *row, enum sipcode_field field,
                     const char *s)
{
	size_t left = strlen(s);

	if (left == 0 || s[0] == ' ' || s[left - 1] == ' ')
		fail_msg("%s of %s is empty or padded: '%s'",
		         sipcode_field_name(field), key_of(row), s);
	while (left > 0) {
		uint32_t cp = 0;
		size_t n = utf8_decode(s, left, &cp);

		if (n == 0 || cp < 0x20 || (cp >= 0x7f && cp < 0xa0))
			fail_msg("a control byte in %s of %s: '%s'",
			         sipcode_field_name(field), key_of(row), s);
		if (sipcode_row_lang(row) == 0 && cp >= 0x80)
			fail_msg("not ASCII: %s of %s: '%s'",
			         sipcode_field_name(field), key_of(row), s);
		s += n;
		left -= n;
	}
}

static void see_values(const struct sipcode_row *row)
{
	struct sipcode_column c;
	enum sipcode_set set = sipcode_row_set(row);

	for (size_t k = 0; (c = sipcode_column(set, k)).field != 0; k++) {
		size_t n = sipcode_len(row, c.field);

		assert_true(c.many || n <= 1);
		for (size_t i = 0; i < n; i++) {
			const struct sipcode_row *link;

			if (c.type == SIPCODE_T_TEXT ||
			    c.type == SIPCODE_T_PROSE)
				see_text(row, c.field,
				         sipcode_text(row, c.field, i));
			if (c.type != SIPCODE_T_LINK)
				continue;
			link = sipcode_link(row, c.field, i);
			assert_non_null(link);
			assert_ptr_not_equal(link, row);
			assert_int_equal(sipcode_row_lang(link),
			                 sipcode_row_lang(row));
			assert_true(sipcode_row_index(link) <
			            sipcode_rows(sipcode_row_set(link)));
			for (size_t j = 0; j < i; j++)
				assert_ptr_not_equal(
					sipcode_link(row, c.field, j), link);
		}
	}
}

static void values_are_clean_and_links_lead_to_other_rows(void **state)
{
	(void)state;
	each_row(see_values);
}

static void see_length(const struct sipcode_row *row)
{
	struct sipcode_column c;
	enum sipcode_set set = sipcode_row_set(row);
	size_t sum = 0;

	/* layout.h: lines of 2,048 bytes are put together from such texts. */
	for (size_t k = 0; (c = sipcode_column(set, k)).field != 0; k++)
		for (size_t i = 0; i < sipcode_len(row, c.field); i++) {
			size_t n = strlen(sipcode_text(row, c.field, i));

			assert_in_range(n, 0, 1000);
			sum += c.field == SIPCODE_F_SOURCE ||
			       c.field == SIPCODE_F_READ ? n + 2 : 0;
		}
	assert_in_range(sum, 0, 900);
}

static void texts_are_short_enough_for_a_line(void **state)
{
	(void)state;
	each_row(see_length);
}

/* Does the list of links hold that row? */
static int links_to(const struct sipcode_row *row, enum sipcode_field field,
                    const struct sipcode_row *other)
{
	for (size_t i = 0; i < sipcode_len(row, field); i++)
		if (sipcode_link(row, field, i) == other)
			return 1;
	return 0;
}

/* The links that rows have to what owns them, and back. */
static const struct {
	enum sipcode_set owner;
	enum sipcode_field list;
	enum sipcode_set owned;
	enum sipcode_field back, also;
} ways[] = {
	{ SIPCODE_CODES, SIPCODE_F_VARIANTS, SIPCODE_VARIANTS, SIPCODE_F_CODE,
	  SIPCODE_F_NONE },
	{ SIPCODE_CODES, SIPCODE_F_MAPPINGS, SIPCODE_MAPPINGS, SIPCODE_F_CODE,
	  SIPCODE_F_RESULT },
	{ SIPCODE_CODES, SIPCODE_F_SIGHTINGS, SIPCODE_SIGHTINGS, SIPCODE_F_CODE,
	  SIPCODE_F_NONE },
	{ SIPCODE_CODES, SIPCODE_F_NOTES, SIPCODE_NOTES, SIPCODE_F_CODE,
	  SIPCODE_F_NONE },
	{ SIPCODE_CODES, SIPCODE_F_PRACTICE, SIPCODE_PRACTICES, SIPCODE_F_CODE,
	  SIPCODE_F_NONE },
	{ SIPCODE_CODES, SIPCODE_F_PAIRS, SIPCODE_PAIRS, SIPCODE_F_CODE,
	  SIPCODE_F_NONE },
	{ SIPCODE_CODES, SIPCODE_F_FLOWS, SIPCODE_FLOWS, SIPCODE_F_CODE,
	  SIPCODE_F_NONE },
	{ SIPCODE_CAUSES, SIPCODE_F_MAPPINGS, SIPCODE_MAPPINGS, SIPCODE_F_CAUSE,
	  SIPCODE_F_NONE },
};

/* The rule of RFC 3398 for what its tables leave out names nobody. */
static int is_default(const struct sipcode_row *row)
{
	const char *other = sipcode_text(row, SIPCODE_F_OTHER, 0);

	return sipcode_standard(row) &&
	       (strcmp(other, "any") == 0 || strcmp(other, "3xx") == 0);
}

static void links_lead_both_ways(void **state)
{
	const struct sipcode_row *a, *b;

	(void)state;
	for (size_t w = 0; w < LEN(ways); w++)
		for (size_t i = 0; (a = sipcode_row(0, ways[w].owner, i)); i++)
			for (size_t k = 0;
			     (b = sipcode_row(0, ways[w].owned, k)); k++)
				if (!is_default(b))
					assert_int_equal(
						links_to(a, ways[w].list, b),
						links_to(b, ways[w].back, a) ||
						links_to(b, ways[w].also, a));
}

static void see_class(const struct sipcode_row *code)
{
	unsigned long n = sipcode_number(code, SIPCODE_F_CODE, 0);

	assert_in_range(n, 100, 699);
	assert_ptr_equal(sipcode_link(code, SIPCODE_F_CLASS, 0),
	                 sipcode_class(0, n));
	assert_int_equal(key_of(sipcode_link(code, SIPCODE_F_CLASS, 0))[0],
	                 '0' + (int)(n / 100));
}

static void a_code_is_of_the_class_of_its_hundred(void **state)
{
	(void)state;
	assert_int_equal(sipcode_rows(SIPCODE_CLASSES), 6);
	each_of(SIPCODE_CODES, see_class);
}

static void see_whens(const struct sipcode_row *code)
{
	unsigned long n = sipcode_number(code, SIPCODE_F_CODE, 0);
	int registered = row_is(code, SIPCODE_F_STATUS, "registered");

	assert_true(sipcode_len(code, SIPCODE_F_WHEN) >=
	            (registered && n >= 400 ? 3U : 1U));
	assert_true(sipcode_len(code, SIPCODE_F_FIX) >= 1);
	assert_true(sipcode_len(code, SIPCODE_F_DESCRIPTION) >= 1);
}

static void a_registered_failure_is_told_by_three_situations(void **state)
{
	(void)state;
	each_of(SIPCODE_CODES, see_whens);
}

static void see_sources(const struct sipcode_row *row)
{
	static const struct {
		enum sipcode_field fact, source;
	} needs[] = {
		{ SIPCODE_F_RETRY, SIPCODE_F_RETRY_SOURCE },
		{ SIPCODE_F_RETRY_NOTE, SIPCODE_F_RETRY_SOURCE },
		{ SIPCODE_F_EFFECT, SIPCODE_F_EFFECT_SOURCE },
		{ SIPCODE_F_EFFECT_NOTE, SIPCODE_F_EFFECT_SOURCE },
		{ SIPCODE_F_METHOD, SIPCODE_F_METHOD_SOURCE },
		{ SIPCODE_F_METHOD_NOTE, SIPCODE_F_METHOD_SOURCE },
		{ SIPCODE_F_LOCAL, SIPCODE_F_LOCAL_SOURCE },
		{ SIPCODE_F_HTTP_PHRASE, SIPCODE_F_HTTP_SOURCE },
	};

	/* What people call things is no fact of the standard. */
	if (sipcode_row_set(row) == SIPCODE_SYNONYMS ||
	    sipcode_row_set(row) == SIPCODE_PRODUCTS)
		return;
	assert_true(sipcode_len(row, SIPCODE_F_SOURCE) >= 1);
	if (sipcode_row_set(row) != SIPCODE_CODES)
		return;
	assert_true(sipcode_len(row, SIPCODE_F_REFERENCE) >= 1);
	for (size_t i = 0; i < LEN(needs); i++)
		assert_true(sipcode_len(row, needs[i].fact) == 0 ||
		            sipcode_len(row, needs[i].source) > 0);
}

static void every_fact_has_a_source(void **state)
{
	(void)state;
	each_row(see_sources);
}

static void see_pair(const struct sipcode_row *pair)
{
	const struct sipcode_row *other;
	size_t n = sipcode_len(pair, SIPCODE_F_CODE);

	assert_true(n >= 2);
	for (size_t i = sipcode_row_index(pair) + 1;
	     (other = sipcode_row(0, SIPCODE_PAIRS, i)) != NULL; i++) {
		size_t same = 0;

		for (size_t k = 0; k < n; k++)
			same += (size_t)links_to(other, SIPCODE_F_CODE,
			                         sipcode_link(pair,
			                         SIPCODE_F_CODE, k));
		if (same == n && sipcode_len(other, SIPCODE_F_CODE) == n)
			fail_msg("%s and %s compare the same codes",
			         key_of(pair), key_of(other));
	}
}

static void no_codes_are_compared_by_two_records(void **state)
{
	(void)state;
	each_of(SIPCODE_PAIRS, see_pair);
}

static void see_flow(const struct sipcode_row *flow)
{
	/* text_flow.c draws six actors. */
	assert_in_range(sipcode_len(flow, SIPCODE_F_ACTOR), 2, 6);
	for (size_t i = 0; i < sipcode_len(flow, SIPCODE_F_STEP); i++) {
		const char *step = sipcode_text(flow, SIPCODE_F_STEP, i);
		const char *arrow = strstr(step, " > ");
		size_t n = arrow == NULL ? 0 : (size_t)(arrow - step);

		/* No one sends to himself. */
		if (arrow != NULL && strncmp(arrow + 3, step, n) == 0)
			assert_int_not_equal(arrow[3 + n], ':');
	}
}

static void flows_can_be_drawn(void **state)
{
	(void)state;
	each_of(SIPCODE_FLOWS, see_flow);
}

static void every_label_says_something(void **state)
{
	(void)state;
	for (int l = 0; l < sipcode_languages(); l++)
		for (int i = 0; i < LABELS; i++)
			assert_true(label_text(l, (enum label)i)[0] != '\0');
	/* English is ASCII. */
	for (int i = 0; i < LABELS; i++)
		for (const char *s = label_text(0, (enum label)i); *s; s++)
			assert_in_range(*s, 0x20, 0x7e);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(keys_ascend),
		TEST(values_are_clean_and_links_lead_to_other_rows),
		TEST(texts_are_short_enough_for_a_line),
		TEST(links_lead_both_ways),
		TEST(a_code_is_of_the_class_of_its_hundred),
		TEST(a_registered_failure_is_told_by_three_situations),
		TEST(every_fact_has_a_source),
		TEST(no_codes_are_compared_by_two_records),
		TEST(flows_can_be_drawn),
		TEST(every_label_says_something),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
