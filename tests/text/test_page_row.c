/* test_page_row.c - the pages of what is no registered code, line by line:
 * classes, causes with their mappings, options, warnings, unknown codes. */
#include "expect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sipcode.h>

#include "files.h"

#define TEXT(row, field) sipcode_text(row, SIPCODE_F_##field, 0)
#define HAS(row, field) (sipcode_len(row, SIPCODE_F_##field) > 0)
#define SAYS(row, field, word) (strcmp(TEXT(row, field), word) == 0)
#define NUMBER(row, field) sipcode_number(row, SIPCODE_F_##field, 0)

static void put_number(struct bytes *b, unsigned long n)
{
	char digits[24];

	snprintf(digits, sizeof(digits), "%lu", n);
	bytes_str(b, digits);
}

static void put_heading(struct bytes *b, const char *label)
{
	EXPECT(b, "\n");
	expect_label(b, label);
	EXPECT(b, "\n");
}

static void put_section(struct bytes *b, const struct sipcode_row *row,
                        enum sipcode_field field, const char *label,
                        const char *before)
{
	if (sipcode_len(row, field) > 0)
		put_heading(b, label);
	for (size_t i = 0; i < sipcode_len(row, field); i++)
		EXPECT(b, before, sipcode_text(row, field, i), "\n");
}

/* The first source; "~" stands for the rest of the line. */
static void put_source(struct bytes *b, const struct sipcode_row *row)
{
	EXPECT(b, TEXT(row, SOURCE), "~\n");
}

static void put_reference(struct bytes *b, const struct sipcode_row *row)
{
	EXPECT(b, "  ");
	expect_label(b, "reference");
	EXPECT(b, "  ");
	put_source(b, row);
}

static void assert_lines(const char *got, const char *want)
{
	while (*want != '\0') {
		size_t n = strcspn(want, "\n"), m = strcspn(got, "\n");
		int open = n > 0 && want[n - 1] == '~';
		size_t same = n - (size_t)open;

		if ((open ? m < same : m != same) ||
		    memcmp(got, want, same) != 0)
			fail_msg("the line is\n%.*s\nnot\n%.*s", (int)m, got,
			         (int)n, want);
		want += n + (want[n] != '\0');
		got += m + (got[m] != '\0');
	}
	assert_string_equal(got, "");
}

/* Runs the command on the key of a row and looks at all of its page. */
static void check_page(const char *command, const struct sipcode_row *row,
                       struct bytes *want)
{
	struct sipcode_column key = sipcode_column(sipcode_row_set(row), 0);
	struct bytes operand = { 0 };
	struct run r = { 0 };

	if (key.type == SIPCODE_T_NUMBER)
		put_number(&operand, sipcode_number(row, key.field, 0));
	else
		EXPECT(&operand, sipcode_text(row, key.field, 0));
	RUN(&r, command, operand.s);
	assert_run(&r, 0, "*", "");
	assert_lines(r.out, want->s);
	run_free(&r);
	bytes_free(&operand);
	want->n = 0;
}

/* Rules that speak of several codes and touch the class. */
static void put_rules(struct bytes *b, unsigned long first)
{
	const struct sipcode_row *r;

	for (size_t i = 0; (r = sipcode_row(0, SIPCODE_RULES, i)); i++) {
		if (NUMBER(r, FIRST) == NUMBER(r, LAST) ||
		    NUMBER(r, LAST) < first || NUMBER(r, FIRST) > first + 99)
			continue;
		EXPECT(b, "  ");
		expect_label(b, "proxies");
		EXPECT(b, "  ", TEXT(r, TEXT), "  [");
		put_source(b, r);
	}
}

static void the_page_of_a_class_is_whole(void **state)
{
	const struct sipcode_row *class;
	struct bytes want = { 0 };

	(void)state;
	for (size_t i = 0; (class = sipcode_row(0, SIPCODE_CLASSES, i)); i++) {
		EXPECT(&want, TEXT(class, CLASS), " ", TEXT(class, NAME), "\n",
		    TEXT(class, SUMMARY), "\n");
		put_section(&want, class, SIPCODE_F_DESCRIPTION,
		            "description", "  ");
		put_section(&want, class, SIPCODE_F_FIX, "unknown", "  * ");
		put_heading(&want, "facts");
		put_rules(&want, 100 * (i + 1));
		put_reference(&want, class);
		check_page("show", class, &want);
	}
	bytes_free(&want);
}

static void put_code(struct bytes *b, const struct sipcode_row *code)
{
	put_number(b, NUMBER(code, CODE));
	EXPECT(b, " ", TEXT(code, PHRASE));
}

/* The codes of a mapping, or the word that stands for them. */
static void put_sip(struct bytes *b, const struct sipcode_row *m)
{
	static const char *const words[][2] = {
		{ "", "no_code" }, { "any", "other_any" },
		{ "bye-or-cancel", "other_bye" }, { "t7", "other_t7" },
		{ "encapsulated-rel", "other_rel" }, { "t9", "other_t9" },
		{ "no-cause", "no_cause" },
	};
	const struct sipcode_row *code;
	size_t i = 0;

	for (; (code = sipcode_link(m, SIPCODE_F_CODE, i)) != NULL; i++) {
		EXPECT(b, i > 0 ? ", " : "");
		put_code(b, code);
	}
	if (i > 0)
		return;
	do {
		const char *other = sipcode_text(m, SIPCODE_F_OTHER, i);
		size_t k = 0;

		EXPECT(b, i > 0 ? ", " : "");
		if (strlen(other) == 3 && other[1] == 'x') {
			EXPECT(b, other, " ");
			expect_label(b, "other_class");
			continue;
		}
		while (k < LEN(words) && strcmp(words[k][0], other) != 0)
			k++;
		assert_in_range(k, 0, LEN(words) - 1);
		expect_label(b, words[k][1]);
	} while (++i < sipcode_len(m, SIPCODE_F_OTHER));
}

/* The cause of a mapping, by number or by the name of a product. */
static void put_cause(struct bytes *b, const struct sipcode_row *m)
{
	const struct sipcode_row *cause = sipcode_link(m, SIPCODE_F_CAUSE, 0);

	if (cause != NULL) {
		put_number(b, NUMBER(cause, CAUSE));
		EXPECT(b, " ", TEXT(cause, NAME));
	} else if (HAS(m, NAME)) {
		EXPECT(b, TEXT(m, NAME));
	} else {
		const char *label = "no_cause";

		if (HAS(m, CODE) && SAYS(m, OTHER, "any"))
			label = "every_cause";
		if (SAYS(m, OTHER, "t7") || SAYS(m, OTHER, "t9"))
			label = SAYS(m, OTHER, "t7") ? "other_t7" : "other_t9";
		expect_label(b, label);
	}
}

static void put_mapping(struct bytes *b, const struct sipcode_row *m)
{
	const struct sipcode_row *condition;
	int to_sip = SAYS(m, DIRECTION, "to-sip");

	EXPECT(b, "  ", TEXT(m, PRODUCT), "  ");
	(to_sip ? put_cause : put_sip)(b, m);
	if (!SAYS(m, DIRECTION, "pass")) {
		EXPECT(b, " -> ");
		(to_sip ? put_sip : put_cause)(b, m);
	}
	if (HAS(m, RESULT)) {
		EXPECT(b, " -> ");
		put_code(b, sipcode_link(m, SIPCODE_F_RESULT, 0));
	}
	for (size_t i = 0; (condition = sipcode_link(m, SIPCODE_F_IF, i)); i++)
		EXPECT(b, "; ", TEXT(condition, TEXT));
	if (SAYS(m, STANDARD, "differs")) {
		EXPECT(b, "; ");
		expect_label(b, "standard_differs");
	}
	if (HAS(m, NOTE))
		EXPECT(b, "; ", TEXT(m, NOTE));
	EXPECT(b, "  [");
	put_source(b, m);
}

/* The mappings of a row in one direction, or in any; the standard's first. */
static void put_mappings(struct bytes *b, const struct sipcode_row *row,
                         const char *direction, const char *label)
{
	size_t n = sipcode_len(row, SIPCODE_F_MAPPINGS), shown = 0;

	for (size_t i = 0; i < 2 * n; i++) {
		const struct sipcode_row *m =
			sipcode_link(row, SIPCODE_F_MAPPINGS, i % n);

		if (SAYS(m, PRODUCT, "RFC 3398") != (i < n) ||
		    (direction != NULL &&
		     strcmp(TEXT(m, DIRECTION), direction) != 0))
			continue;
		if (shown++ == 0 && label != NULL)
			put_heading(b, label);
		put_mapping(b, m);
	}
}

static void the_page_of_a_cause_is_whole(void **state)
{
	const struct sipcode_row *cause;
	struct bytes want = { 0 };

	(void)state;
	for (size_t i = 0; (cause = sipcode_row(0, SIPCODE_CAUSES, i)); i++) {
		EXPECT(&want, "cause ");
		put_number(&want, NUMBER(cause, CAUSE));
		EXPECT(&want, " ", TEXT(cause, NAME), "\n",
		       TEXT(cause, MEANING), "\n");
		if (!SAYS(cause, KIND, "q850")) {
			expect_label(&want, SAYS(cause, KIND, "national") ?
			                    "national" : "internal");
			EXPECT(&want, "\n");
		}
		put_section(&want, cause, SIPCODE_F_LOOK, "look", "  * ");
		put_mappings(&want, cause, "to-sip", "from_cause");
		put_mappings(&want, cause, "to-cause", "to_cause");
		put_mappings(&want, cause, "round-trip", "round_trip");
		put_heading(&want, "facts");
		for (size_t k = 0; k < sipcode_len(cause, SIPCODE_F_ALIAS);
		     k++) {
			EXPECT(&want, k == 0 ? "  " : "");
			if (k == 0)
				expect_label(&want, "aliases");
			EXPECT(&want, k == 0 ? "  " : ", ",
			    sipcode_text(cause, SIPCODE_F_ALIAS, k));
		}
		EXPECT(&want, HAS(cause, ALIAS) ? "\n" : "");
		put_reference(&want, cause);
		check_page("cause", cause, &want);
	}
	bytes_free(&want);
}

static void the_mappings_of_a_code_are_all_listed(void **state)
{
	const struct sipcode_row *code;
	struct bytes want = { 0 };
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; (code = sipcode_row(0, SIPCODE_CODES, i)); i++) {
		char number[24];

		if (!HAS(code, MAPPINGS))
			continue;
		snprintf(number, sizeof(number), "%lu", NUMBER(code, CODE));
		put_mappings(&want, code, NULL, NULL);
		RUN(&r, "cause", "--sip", number);
		assert_run(&r, 0, "*", "");
		assert_lines(r.out, want.s);
		want.n = 0;
	}
	run_free(&r);
	bytes_free(&want);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_page_of_a_class_is_whole),
		TEST(the_page_of_a_cause_is_whole),
		TEST(the_mappings_of_a_code_are_all_listed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
