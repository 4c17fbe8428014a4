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

/* The key of a row that has a number. */
static const char *number_of(const struct sipcode_row *row)
{
	static char digits[24];
	struct sipcode_column key = sipcode_column(sipcode_row_set(row), 0);

	snprintf(digits, sizeof(digits), "%lu",
	         sipcode_number(row, key.field, 0));
	return digits;
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
		    TEXT(class, DESCRIPTION), "\n");
		put_section(&want, class, SIPCODE_F_FIX, "unknown", "  * ");
		put_section(&want, class, SIPCODE_F_BACKGROUND, "background",
		            "  ");
		put_heading(&want, "facts");
		put_rules(&want, 100 * (i + 1));
		put_reference(&want, class);
		check_page("show", class, &want);
	}
	bytes_free(&want);
}

/* The page of a cause up to its table, and what stands below it. */
static void put_cause_head(struct bytes *b, const struct sipcode_row *cause)
{
	EXPECT(b, "cause ");
	put_number(b, NUMBER(cause, CAUSE));
	EXPECT(b, " ", TEXT(cause, NAME), "\n", TEXT(cause, MEANING), "\n");
	if (!SAYS(cause, KIND, "q850")) {
		expect_label(b, SAYS(cause, KIND, "national") ? "national"
		                                              : "internal");
		EXPECT(b, "\n");
	}
	if (HAS(cause, LOOK)) {
		expect_label(b, "look");
		EXPECT(b, "\n");
	}
	for (size_t i = 0; i < sipcode_len(cause, SIPCODE_F_LOOK); i++)
		EXPECT(b, "  * ", sipcode_text(cause, SIPCODE_F_LOOK, i), "\n");
}

static void put_cause_foot(struct bytes *b, const struct sipcode_row *cause)
{
	size_t aliases = sipcode_len(cause, SIPCODE_F_ALIAS);

	/* The name itself, for programs: the title has it. */
	if (SAYS(cause, ALIAS, sipcode_text(cause, SIPCODE_F_NAME, 0)))
		aliases = 0;
	for (size_t i = 0; i < aliases; i++) {
		if (i == 0)
			expect_label(b, "aliases");
		EXPECT(b, i == 0 ? "  " : ", ",
		       sipcode_text(cause, SIPCODE_F_ALIAS, i));
	}
	EXPECT(b, aliases > 0 ? "\n" : "");
	expect_label(b, "reference");
	EXPECT(b, "  ", TEXT(cause, SOURCE), "\n");
}

static int column_of(const struct sipcode_row *m)
{
	if (SAYS(m, DIRECTION, "to-sip"))
		return 0;
	return SAYS(m, DIRECTION, "to-cause") ? 1 : 2;
}

static const char *heading_of(const struct sipcode_row *m)
{
	static const char *const labels[] = { "from_cause", "to_cause",
		                              "round_trip" };

	return expected_label(labels[column_of(m)]);
}

/* The number of the note that says this, "" if there is none. */
static const char *note_number(const char *page, const char *text)
{
	static char number[16];
	struct bytes line = { 0 };
	const char *at;

	EXPECT(&line, "]  ", text, "\n");
	at = strstr(page, line.s);
	number[0] = '\0';
	if (at != NULL) {
		const char *from = at;

		while (from > page && from[-1] != '[')
			from--;
		snprintf(number, sizeof(number), "%.*s", (int)(at - from),
		         from);
	}
	bytes_free(&line);
	return number;
}

/* Does the line have the number as a word of its own? */
static int has_number(const char *line, const char *number)
{
	size_t n = strlen(number), end = strcspn(line, "\n");

	for (const char *at = line; (at = strstr(at, number)) != NULL; at++) {
		if ((size_t)(at - line) >= end)
			return 0;
		if (strchr(" [/", at[-1]) != NULL &&
		    strchr(" ,;]/\n", at[n]) != NULL)
			return 1;
	}
	return 0;
}

static void assert_noted(const char *page, const char *line, const char *text)
{
	const char *number = note_number(page, text);

	if (*number == '\0' || !has_number(line, number))
		fail_msg("not a note of its line: '%s' in\n%s", text, page);
}

/* The line of the product and the direction names the codes, and the notes
 * say under which conditions. */
static void assert_mapped(const char *page, const struct sipcode_row *m,
                          int of_cause)
{
	const struct sipcode_row *r;
	struct bytes front = { 0 };
	const char *line;

	EXPECT(&front, "  ", TEXT(m, PRODUCT), "  ", heading_of(m), ": ");
	line = strstr(page, front.s);
	if (line == NULL)
		fail_msg("no line '%s' in\n%s", front.s, page);
	line += front.n - 1;
	for (size_t i = 0; (r = sipcode_link(m, SIPCODE_F_CODE, i)); i++)
		if (of_cause || column_of(m) == 2)
			assert_true(has_number(line, number_of(r)));
	r = sipcode_link(m, SIPCODE_F_RESULT, 0);
	if (r != NULL)
		assert_true(has_number(line, number_of(r)));
	r = sipcode_link(m, SIPCODE_F_CAUSE, 0);
	if (r != NULL && !of_cause && column_of(m) != 2)
		assert_true(has_number(line, number_of(r)));
	for (size_t i = 0; (r = sipcode_link(m, SIPCODE_F_IF, i)); i++)
		if (strncmp(TEXT(r, ID), "location-", 9) != 0)
			assert_noted(page, line, TEXT(r, TEXT));
	if (SAYS(m, STANDARD, "differs"))
		assert_noted(page, line, expected_label("standard_differs"));
	if (HAS(m, NOTE))
		assert_noted(page, line, TEXT(m, NOTE));
	bytes_free(&front);
}

/* How many lines the table needs: one a product and direction. */
static size_t lines_of(const struct sipcode_row *row)
{
	size_t n = sipcode_len(row, SIPCODE_F_MAPPINGS), lines = 0;

	for (size_t i = 0; i < n; i++) {
		const struct sipcode_row *m =
			sipcode_link(row, SIPCODE_F_MAPPINGS, i);
		size_t k = 0;

		for (; k < i; k++) {
			const struct sipcode_row *other =
				sipcode_link(row, SIPCODE_F_MAPPINGS, k);

			if (SAYS(other, PRODUCT, TEXT(m, PRODUCT)) &&
			    column_of(other) == column_of(m))
				break;
		}
		lines += k == i;
	}
	return lines;
}

static void check_table(const char *page, const struct sipcode_row *row,
                        int of_cause)
{
	size_t n = sipcode_len(row, SIPCODE_F_MAPPINGS), lines = 0;

	for (size_t i = 0; i < n; i++)
		assert_mapped(page, sipcode_link(row, SIPCODE_F_MAPPINGS, i),
		              of_cause);
	for (const char *at = page; *at != '\0';
	     at += strcspn(at, "\n"), at += *at != '\0')
		lines += strncmp(at, "  ", 2) == 0 &&
		         strchr("*[", at[2]) == NULL;
	assert_int_equal(lines, lines_of(row));
}

static void the_page_of_a_cause_is_whole(void **state)
{
	const struct sipcode_row *cause;

	(void)state;
	for (size_t i = 0; (cause = sipcode_row(0, SIPCODE_CAUSES, i)); i++) {
		struct bytes head = { 0 }, foot = { 0 };
		struct run r = { 0 };

		put_cause_head(&head, cause);
		put_cause_foot(&foot, cause);
		RUN(&r, "cause", number_of(cause));
		assert_run(&r, 0, "*", "");
		assert_true(r.out_len >= head.n + foot.n);
		assert_memory_equal(r.out, head.s, head.n);
		assert_string_equal(r.out + r.out_len - foot.n, foot.s);
		check_table(r.out, cause, 1);
		run_free(&r);
		bytes_free(&head);
		bytes_free(&foot);
	}
}

static void the_mappings_of_a_code_are_all_listed(void **state)
{
	const struct sipcode_row *code;
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; (code = sipcode_row(0, SIPCODE_CODES, i)); i++) {
		if (!HAS(code, MAPPINGS))
			continue;
		RUN(&r, "cause", "--sip", number_of(code));
		assert_run(&r, 0, "*", "");
		check_table(r.out, code, 0);
	}
	run_free(&r);
}

/* With all, every source of every mapping stands behind its product. */
static void all_adds_the_sources_of_the_mappings(void **state)
{
	const struct sipcode_row *cause = sipcode_by_number(0, SIPCODE_CAUSES,
	                                                    17);
	struct run plain = { 0 }, all = { 0 };

	(void)state;
	RUN(&plain, "cause", "17");
	RUN(&all, "cause", "-a", "17");
	assert_run(&plain, 0, "*", "");
	assert_run(&all, 0, "*", "");
	for (size_t i = 0; i < sipcode_len(cause, SIPCODE_F_MAPPINGS); i++) {
		const struct sipcode_row *m =
			sipcode_link(cause, SIPCODE_F_MAPPINGS, i);

		assert_holds(all.out, TEXT(m, SOURCE));
		if (strncmp(TEXT(m, SOURCE), "RFC ", 4) != 0)
			assert_lacks(plain.out, TEXT(m, SOURCE));
	}
	run_free(&plain);
	run_free(&all);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_page_of_a_class_is_whole),
		TEST(the_page_of_a_cause_is_whole),
		TEST(the_mappings_of_a_code_are_all_listed),
		TEST(all_adds_the_sources_of_the_mappings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
