/* test_compare_text.c - what a comparison says in the text format, from its
 * summary to its sources. */
#include "expect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sipcode.h>

#include "files.h"
#include "jsonread.h"

enum { COMPARED_MAX = 4 };

#define TEXT(row, field) sipcode_text(row, SIPCODE_F_##field, 0)

static void write_heading(struct bytes *b, const char *label)
{
	EXPECT(b, "\n");
	expect_label(b, label);
	EXPECT(b, "\n");
}

static const char *digits_of(const struct sipcode_row *code)
{
	static char digits[24];

	snprintf(digits, sizeof(digits), "%lu",
	         sipcode_number(code, SIPCODE_F_CODE, 0));
	return digits;
}

static void write_code(struct bytes *b, const struct sipcode_row *code)
{
	EXPECT(b, digits_of(code), " ", TEXT(code, PHRASE));
}

/* Some codes that are compared, and what came of it. */
struct comparison {
	const struct sipcode_row *code[COMPARED_MAX];
	size_t n;
	const struct sipcode_row *pair; /* by hand, of all of them; or NULL */
	struct run text, json;
};

/* 1 if all codes of the pair are among those that are compared. */
static int includes(const struct comparison *c, const struct sipcode_row *pair)
{
	const struct sipcode_row *code;
	size_t i = 0, k = 0;

	for (; (code = sipcode_link(pair, SIPCODE_F_CODE, i)) != NULL; i++) {
		for (k = 0; k < c->n && c->code[k] != code;)
			k++;
		if (k == c->n)
			return 0;
	}
	return 1;
}

static void compare_codes(struct comparison *c, const unsigned *code)
{
	const char *argv[COMPARED_MAX + 3] = { "compare", "-w0" };
	const struct sipcode_row *pair;
	char operand[COMPARED_MAX][24];

	c->pair = NULL;
	for (c->n = 0; c->n < COMPARED_MAX && code[c->n] != 0; c->n++) {
		c->code[c->n] = sipcode_code(0, code[c->n]);
		assert_non_null(c->code[c->n]);
		snprintf(operand[c->n], sizeof(operand[0]), "%u", code[c->n]);
		argv[2 + c->n] = operand[c->n];
	}
	for (size_t i = 0; (pair = sipcode_row(0, SIPCODE_PAIRS, i)); i++)
		if (includes(c, pair) &&
		    sipcode_len(pair, SIPCODE_F_CODE) == c->n)
			c->pair = pair;
	run_cli(&c->text, argv, NULL);
	argv[1] = "-j";
	run_cli(&c->json, argv, NULL);
	assert_run(&c->text, 0, "*", "");
	assert_run(&c->json, 0, "{*", "");
}

static void end_comparison(struct comparison *c)
{
	run_free(&c->text);
	run_free(&c->json);
}

static const struct {
	const char *name, *label;
} aspects[] = {
	{ "class", "class" }, { "status", "status" }, { "nature", "nature" },
	{ "sent_by", "sent_by" }, { "method", "answers" },
	{ "must_carry", "must_carry" }, { "retry", "retry" },
	{ "effect", "effect" }, { "to_cause", "to_cause" },
	{ "from_cause", "from_cause" },
};

/* The text at a place in the JSON, without its quotes; NULL if none. */
static const char *string_at(const struct comparison *c, const char *path)
{
	static char text[4096];
	const char *s = json_at(c->json.out, path);

	if (s != NULL)
		snprintf(text, sizeof(text), "%.*s", (int)strlen(s) - 2, s + 1);
	return s == NULL ? NULL : text;
}

static void write_common(struct bytes *b, const struct comparison *c)
{
	size_t seen = 0;

	for (size_t i = 0; i < LEN(aspects); i++) {
		char path[64];
		const char *s;

		snprintf(path, sizeof(path), "common.%s", aspects[i].name);
		s = string_at(c, path);
		if (s == NULL || *s == '\0')
			continue;
		if (seen++ == 0)
			write_heading(b, "both");
		EXPECT(b, "  ");
		expect_label(b, aspects[i].label);
		EXPECT(b, "  ", s, "\n");
	}
}

static void write_differing(struct bytes *b, const struct comparison *c)
{
	for (size_t i = 0; i < LEN(aspects); i++)
		for (size_t k = 0; k < c->n; k++) {
			char path[64];
			const char *s;

			snprintf(path, sizeof(path), "different.%s.%zu",
			         aspects[i].name, k);
			s = string_at(c, path);
			if (s == NULL)
				break;
			if (k == 0) {
				EXPECT(b, "  ");
				expect_label(b, aspects[i].label);
			}
			EXPECT(b, k == 0 ? "  " : "; ", digits_of(c->code[k]),
			      ": ", *s == '\0' ? "-" : s,
			      k + 1 == c->n ? "\n" : "");
		}
}

static void write_values(struct bytes *b, const struct sipcode_row *row,
                         enum sipcode_field field)
{
	for (size_t i = 0; i < sipcode_len(row, field); i++)
		EXPECT(b, "  * ", sipcode_text(row, field, i), "\n");
}

static void write_partial(struct bytes *b, const struct comparison *c)
{
	const struct sipcode_row *pair;

	for (size_t i = 0; (pair = sipcode_row(0, SIPCODE_PAIRS, i)); i++) {
		if (!includes(c, pair))
			continue;
		EXPECT(b, "\n", TEXT(pair, ID), "\n  ", TEXT(pair, SUMMARY),
		      "\n");
		write_values(b, pair, SIPCODE_F_DIFFERENCE);
	}
}

static void write_use(struct bytes *b, const struct comparison *c)
{
	write_heading(b, "use");
	for (size_t k = 0; k < c->n; k++) {
		const char *note = TEXT(c->code[k], RETRY_NOTE);

		EXPECT(b, "  * ");
		write_code(b, c->code[k]);
		EXPECT(b, ": ", TEXT(c->code[k], SUMMARY));
		if (*note != '\0') {
			EXPECT(b, " ");
			expect_label(b, "retry");
			EXPECT(b, ": ", note, ".");
		}
		EXPECT(b, "\n");
	}
}

/* All behind the columns, but for the sources. */
static void write_end(struct bytes *b, const struct comparison *c)
{
	write_common(b, c);
	if (c->pair != NULL) {
		write_heading(b, "differences");
		write_values(b, c->pair, SIPCODE_F_DIFFERENCE);
		write_heading(b, "facts");
		write_differing(b, c);
		write_heading(b, "use");
		write_values(b, c->pair, SIPCODE_F_USE);
		write_heading(b, "sources");
		EXPECT(b, "  ", TEXT(c->pair, SOURCE));
		return;
	}
	write_partial(b, c);
	write_heading(b, "differences");
	write_differing(b, c);
	write_use(b, c);
}

static void a_comparison_ends_with_all_that_is_known(void **state)
{
	static const unsigned rows[][COMPARED_MAX + 1] = {
		{ 486, 600 }, { 486, 404 }, { 404, 503 }, { 180, 486 },
		{ 200, 421 }, { 480, 486, 603 }, { 420, 421, 494 },
		{ 408, 480, 486, 600 },
	};
	struct comparison c = { 0 };
	size_t by_hand = 0;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct bytes want = { 0 };
		const char *at;

		compare_codes(&c, rows[i]);
		by_hand += c.pair != NULL;
		write_end(&want, &c);
		at = strstr(c.text.out, want.s);
		if (at == NULL)
			fail_msg("%u and others:\n%s\nhas not\n%s", rows[i][0],
			         c.text.out, want.s);
		/* Further sources stand in the same line. */
		assert_int_equal(times(at + want.n, "\n"), c.pair != NULL);
		bytes_free(&want);
	}
	assert_in_range(by_hand, 1, LEN(rows) - 1);
	end_comparison(&c);
}

/* "%1" and "%2" of the label stand for the codes, the lower one first. */
static void write_summary(struct bytes *b, const char *label,
                          const struct comparison *c)
{
	struct bytes text = { 0 };
	int turned = sipcode_number(c->code[0], SIPCODE_F_CODE, 0) >
	             sipcode_number(c->code[1], SIPCODE_F_CODE, 0);

	expect_label(&text, label);
	for (const char *s = text.s; *s != '\0'; s++) {
		if (*s == '%')
			write_code(b, c->code[(*++s == '2') != turned]);
		else
			bytes_add(b, s, 1);
	}
	bytes_free(&text);
}

static void the_summary_follows_from_the_classes(void **state)
{
	static const struct {
		unsigned code[3];
		const char *label;
	} rows[] = {
		{ { 100, 180 }, "provisional" },
		{ { 199, 181 }, "provisional" },
		{ { 180, 486 }, "sequence" }, { { 200, 183 }, "sequence" },
		{ { 202, 401 }, "normal_first" }, { { 200, 404 }, "success" },
		{ { 604, 200 }, "success" }, { { 404, 503 }, "final" },
		{ { 600, 302 }, "final" },
	};
	struct comparison c = { 0 };
	size_t derived = 0;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct bytes want = { 0 };

		compare_codes(&c, rows[i].code);
		if (c.pair == NULL) {
			write_summary(&want, rows[i].label, &c);
			assert_string_equal(string_at(&c, "summary"), want.s);
			EXPECT(&want, "\n");
			assert_int_equal(strncmp(strchr(c.text.out, '\n') + 1,
			                         want.s, want.n), 0);
			derived++;
		}
		bytes_free(&want);
	}
	assert_true(derived > LEN(rows) / 2);
	end_comparison(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_comparison_ends_with_all_that_is_known),
		TEST(the_summary_follows_from_the_classes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
