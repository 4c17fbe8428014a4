/* test_letters.c - which bytes count when texts are compared: those beside the
 * letters and digits do not; and patterns. */
#include "harness.h"

#include <string.h>
#include <sipcode.h>

#include "fold.h"
#include "parts/same.h"
#include "span.h"

static void what_stands_beside_the_letters_is_none(void **state)
{
	static const struct {
		const char *text;
		int counts;
	} rows[] = {
		{ "/", 0 },    { "0", 1 }, { "9", 1 },
		{ ":", 0 },    { "@", 0 }, { "A", 1 },
		{ "Z", 1 },    { "[", 0 }, { "`", 0 },
		{ "a", 1 },    { "z", 1 }, { "{", 0 },
		{ "\177", 0 }, { " ", 0 }, { "\302\200", 1 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		size_t n = strlen(rows[i].text);

		assert_int_equal(fold_equal(rows[i].text, n, "", 0),
		                 !rows[i].counts);
		assert_int_equal(fold_equal("", 0, rows[i].text, n),
		                 !rows[i].counts);
		assert_int_equal(fold_matches(rows[i].text, "", 0),
		                 !rows[i].counts);
		assert_int_equal(fold_matches("", rows[i].text, n),
		                 !rows[i].counts);
	}
}

static void a_star_stands_for_any_text(void **state)
{
	static const struct {
		const char *pattern, *text;
		int matches;
	} rows[] = {
		{ "", "", 1 },
		{ "", "a", 0 },
		{ "a", "", 0 },
		{ "a", "ab", 0 },
		{ "ab", "a", 0 },
		{ "A-b", "a B.", 1 },
		{ "*", "", 1 },
		{ "*", "abc", 1 },
		{ "**", "abc", 1 },
		{ "a*", "a", 1 },
		{ "a*", "abc", 1 },
		{ "a*", "ba", 0 },
		{ "*a", "a", 1 },
		{ "*a", "aab", 0 },
		{ "*a", "baa", 1 },
		{ "a*b", "ab", 1 },
		{ "a*b", "axxb", 1 },
		{ "a*b", "axxbc", 0 },
		{ "a*b*c", "abbcbc", 1 },
		{ "a*b*c", "acb", 0 },
		{ "a*bc", "abbc", 1 },
		{ "a*bc", "abxbbc", 1 },
		{ "*ab*", "aab", 1 },
		{ "*ab*", "aaxb", 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		if (fold_matches(rows[i].pattern, rows[i].text,
		                 strlen(rows[i].text)) != rows[i].matches)
			fail_msg("'%s' and '%s'", rows[i].pattern,
			         rows[i].text);
	/* The text ends where it is said to. */
	assert_int_equal(fold_matches("*b", "abx", 2), 1);
	assert_int_equal(fold_matches("*b", "abx", 1), 0);
}

static struct sipcode_span span(const char *s)
{
	struct sipcode_span v = { s, strlen(s) };

	return v;
}

static void texts_are_the_same_byte_by_byte_or_not(void **state)
{
	static const struct {
		const char *a, *b;
		int bytes, letters, longer;
	} rows[] = {
		{ "", "", 1, 1, 1 },
		{ "a", "a", 1, 1, 1 },
		{ "a", "A", 0, 1, 0 },
		{ "a", "b", 0, 0, 0 },
		{ "a", "ab", 0, 0, 0 },
		{ "ab", "a", 0, 0, 0 },
		{ "a", "", 0, 0, 0 },
		{ "", "a", 0, 0, 0 },
		{ " a b ", "ab", 0, 1, 0 },
		{ "ab", "\ta\r\nb", 0, 1, 0 },
		{ " ", "", 0, 1, 0 },
		{ "a", "a;b", 0, 0, 1 },
		{ "a", "a b", 0, 0, 0 },
		{ "a;b", "a", 0, 0, 0 },
		{ "b", "a;b", 0, 0, 0 },
		{ "", ";b", 0, 0, 1 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct sipcode_span a = span(rows[i].a), b = span(rows[i].b);

		if (same_bytes(a, b) != rows[i].bytes ||
		    same_letters(a, b) != rows[i].letters ||
		    same_but_longer(a, b) != rows[i].longer)
			fail_msg("'%s' and '%s'", rows[i].a, rows[i].b);
	}
	/* What stands behind the end would make them differ. */
	assert_int_equal(same_letters((struct sipcode_span){ "ab", 1 },
	                              (struct sipcode_span){ "ac", 1 }), 1);
	assert_int_equal(same_letters((struct sipcode_span){ "a b", 2 },
	                              (struct sipcode_span){ "a", 1 }), 1);
}

static void parameters_are_the_same_or_both_not_there(void **state)
{
	static const struct {
		const char *a, *b;
		int same;
	} rows[] = {
		{ "x", "x", 1 },           { "x;t=1", "x", 0 },
		{ "x", "x;t=1", 0 },       { "x;t=1", "y;t=1", 1 },
		{ "x;t=1", "x;t=2", 0 },   { "x;t=a", "x; T = A", 1 },
		{ "x;t", "x;t", 1 },       { "x;t", "x;t=1", 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		if (same_param(span(rows[i].a), span(rows[i].b), "t") !=
		    rows[i].same)
			fail_msg("'%s' and '%s'", rows[i].a, rows[i].b);
}

static void a_name_is_a_token_before_a_colon(void **state)
{
	static const struct {
		const char *line;
		size_t n;
	} rows[] = {
		{ "", 0 },
		{ ":", 0 },
		{ "a", 0 },
		{ "a:", 1 },
		{ "a :", 1 },
		{ "a\t: b", 1 },
		{ "a b:", 0 },
		{ " a:", 0 },
		{ "ab:c:", 2 },
		{ "a1:", 2 },
		{ "1a:", 0 },
		{ "0:", 0 },
		{ "-a:", 2 },
		{ "a.!%*_+`'~-b:", 12 },
		{ "a/b:", 0 },
		{ "a(:", 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		assert_int_equal(span_name(span(rows[i].line)), rows[i].n);
	assert_int_equal(span_name((struct sipcode_span){ "a:", 1 }), 0);
	assert_int_equal(span_name((struct sipcode_span){ "a :", 2 }), 0);
	assert_int_equal(span_folded(span(" a")), 1);
	assert_int_equal(span_folded(span("\ta")), 1);
	assert_int_equal(span_folded(span("a ")), 0);
	assert_int_equal(span_folded((struct sipcode_span){ " ", 0 }), 0);
}

static void a_line_ends_before_its_end(void **state)
{
	static const struct {
		const char *text, *line;
		size_t indent, next;
	} rows[] = {
		{ "", "", 0, 0 },          { "a", "a", 0, 1 },
		{ "a\nb", "a", 0, 2 },     { "a\r\nb", "a", 0, 3 },
		{ "a\r", "a", 0, 2 },      { "\r\n", "", 0, 2 },
		{ "\n", "", 0, 1 },        { "a\r\r\n", "a\r", 0, 4 },
		{ "  a", " a", 1, 3 },     { "  a", "a", 2, 3 },
		{ "  a", "a", 3, 3 },      { " \n  a", "", 3, 2 },
		{ "\ta", "\ta", 1, 2 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		size_t n = strlen(rows[i].text), next = 99;
		struct sipcode_span line = span_indented(
			rows[i].indent, rows[i].text, n, 0, &next);

		assert_int_equal(line.n, strlen(rows[i].line));
		assert_memory_equal(line.s, rows[i].line, line.n);
		assert_int_equal(next, rows[i].next);
	}
}

static unsigned long closest(const char *text)
{
	const struct sipcode_row *row =
		sipcode_closest(0, SIPCODE_CODES, SIPCODE_F_PHRASE, text,
	                        strlen(text));

	return row == NULL ? 0 : sipcode_number(row, SIPCODE_F_CODE, 0);
}

/* A third of the letters may be wrong; of equal ones the first is taken. */
static void near_spellings_are_near_enough(void **state)
{
	static const struct sipcode_row *row[20];

	(void)state;
	assert_int_equal(closest("Busy Here"), 486);
	assert_int_equal(closest("Bxxx Here"), 486);
	assert_int_equal(closest("Bxxx xere"), 0);
	assert_int_equal(closest("OK"), 200);
	assert_int_equal(closest("OX"), 0);
	assert_int_equal(closest("OKx"), 200);
	assert_int_equal(closest("Not Acceptable"), 406);
	assert_int_equal(closest("Not Acceptablf"), 406);
	/* All that the class has, and not itself. */
	assert_int_equal(sipcode_nearest(0, 100, row, 20), 5);
	assert_int_equal(sipcode_number(row[4], SIPCODE_F_CODE, 0), 199);
	assert_int_equal(sipcode_nearest(0, 199, row, 20), 5);
	assert_int_equal(sipcode_number(row[4], SIPCODE_F_CODE, 0), 100);
	assert_int_equal(sipcode_nearest(0, 199, row, 4), 4);
	assert_int_equal(sipcode_nearest(0, 182, row, 1), 1);
	assert_int_equal(sipcode_number(row[0], SIPCODE_F_CODE, 0), 181);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_stands_beside_the_letters_is_none),
		TEST(a_star_stands_for_any_text),
		TEST(texts_are_the_same_byte_by_byte_or_not),
		TEST(parameters_are_the_same_or_both_not_there),
		TEST(a_name_is_a_token_before_a_colon),
		TEST(a_line_ends_before_its_end),
		TEST(near_spellings_are_near_enough),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
