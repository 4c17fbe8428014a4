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
	/* By hand, of all of them and maybe others; or NULL. */
	const struct sipcode_row *pair;
	struct run text, json;
};

/* 1 if the pair speaks of all codes that are compared. */
static int holds(const struct sipcode_row *pair, const struct comparison *c)
{
	const struct sipcode_row *code;
	size_t found = 0;

	for (size_t i = 0; (code = sipcode_link(pair, SIPCODE_F_CODE, i)); i++)
		for (size_t k = 0; k < c->n; k++)
			found += c->code[k] == code;
	return found == c->n;
}

/* The comparison by hand of these codes: of three or more, it may speak of
 * others, and as few as there is. */
static const struct sipcode_row *pair_of(const struct comparison *c)
{
	const struct sipcode_row *pair, *best = NULL;

	for (size_t i = 0; (pair = sipcode_row(0, SIPCODE_PAIRS, i)); i++) {
		size_t n = sipcode_len(pair, SIPCODE_F_CODE);

		if (holds(pair, c) && (n == c->n || c->n > 2) &&
		    (best == NULL || n < sipcode_len(best, SIPCODE_F_CODE)))
			best = pair;
	}
	return best;
}

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
	char operand[COMPARED_MAX][24];

	for (c->n = 0; c->n < COMPARED_MAX && code[c->n] != 0; c->n++) {
		c->code[c->n] = sipcode_code(0, code[c->n]);
		assert_non_null(c->code[c->n]);
		snprintf(operand[c->n], sizeof(operand[0]), "%u", code[c->n]);
		argv[2 + c->n] = operand[c->n];
	}
	c->pair = pair_of(c);
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

static int aspect_is(size_t i, const char *name)
{
	return strcmp(aspects[i].name, name) == 0;
}

/* Whether to repeat the request stands below, where nobody wrote which code to
 * use when. */
static int is_told_below(const struct comparison *c, size_t aspect)
{
	return c->pair == NULL && aspect_is(aspect, "retry");
}

/* What nearly all codes say is no news. */
static int is_news(const struct sipcode_row *code, size_t aspect)
{
	if (aspect_is(aspect, "status"))
		return strcmp(TEXT(code, STATUS), "registered") != 0;
	return !aspect_is(aspect, "method") ||
	       strcmp(TEXT(code, METHOD), "any") != 0 ||
	       sipcode_len(code, SIPCODE_F_NOT_METHOD) > 0;
}

static void write_common(struct bytes *b, const struct comparison *c)
{
	size_t seen = 0;

	for (size_t i = 0; i < LEN(aspects); i++) {
		char path[64];
		const char *s;

		snprintf(path, sizeof(path), "common.%s", aspects[i].name);
		s = string_at(c, path);
		if (s == NULL || *s == '\0' || is_told_below(c, i) ||
		    !is_news(c->code[0], i))
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
			if (s == NULL || is_told_below(c, i))
				break;
			if (*s == '\0')
				s = expected_label(aspect_is(i, "must_carry") ?
				                   "nothing_more" :
				                   "undefined");
			if (k == 0) {
				EXPECT(b, "  ");
				expect_label(b, aspects[i].label);
			}
			EXPECT(b, k == 0 ? "  " : "; ", digits_of(c->code[k]),
			      ": ", s,
			      k + 1 == c->n ? "\n" : "");
		}
}

static void write_values(struct bytes *b, const char *before,
                         const struct sipcode_row *row,
                         enum sipcode_field field)
{
	for (size_t i = 0; i < sipcode_len(row, field); i++)
		EXPECT(b, before, sipcode_text(row, field, i), "\n");
}

/* Returns 1 if there are any. */
static int write_partial(struct bytes *b, const struct comparison *c)
{
	const struct sipcode_row *pair;
	size_t seen = 0;

	for (size_t i = 0; (pair = sipcode_row(0, SIPCODE_PAIRS, i)); i++) {
		if (!includes(c, pair))
			continue;
		if (seen++ == 0)
			write_heading(b, "differences");
		EXPECT(b, "  * ", TEXT(pair, ID), ": ", TEXT(pair, SUMMARY),
		      "\n");
		write_values(b, "    * ", pair, SIPCODE_F_DIFFERENCE);
	}
	return seen > 0;
}

static void write_background(struct bytes *b, const struct comparison *c)
{
	write_heading(b, "background");
	for (size_t k = 0; k < c->n; k++) {
		EXPECT(b, "  ");
		write_code(b, c->code[k]);
		EXPECT(b, "\n");
		write_values(b, "    ", c->code[k], SIPCODE_F_BACKGROUND);
	}
}

static void write_use(struct bytes *b, const struct comparison *c)
{
	write_heading(b, "use");
	for (size_t k = 0; k < c->n; k++) {
		const char *note = TEXT(c->code[k], RETRY_NOTE);
		char id[64];

		snprintf(id, sizeof(id), "retry_%s", TEXT(c->code[k], RETRY));
		for (char *s = id; *s != '\0'; s++)
			*s = *s == '-' ? '_' : *s;
		EXPECT(b, "  * ");
		write_code(b, c->code[k]);
		EXPECT(b, ": ");
		expect_label(b, "retry");
		EXPECT(b, " ");
		expect_label(b, id);
		EXPECT(b, *note == '\0' ? "" : ": ", note, "\n");
	}
}

/* All behind the columns, but for the sources. */
static void write_end(struct bytes *b, const struct comparison *c)
{
	int partial;

	if (c->pair != NULL) {
		write_heading(b, "differences");
		write_values(b, "  * ", c->pair, SIPCODE_F_DIFFERENCE);
		write_heading(b, "use");
		write_values(b, "  * ", c->pair, SIPCODE_F_USE);
		write_background(b, c);
		write_heading(b, "facts");
		write_differing(b, c);
		write_common(b, c);
		write_heading(b, "sources");
		EXPECT(b, "  ", TEXT(c->pair, SOURCE));
		return;
	}
	partial = write_partial(b, c);
	if (!partial) {
		write_heading(b, "differences");
		write_differing(b, c);
	}
	write_use(b, c);
	write_background(b, c);
	if (partial) {
		write_heading(b, "facts");
		write_differing(b, c);
	}
	write_common(b, c);
}

static void a_comparison_ends_with_all_that_is_known(void **state)
{
	static const unsigned rows[][COMPARED_MAX + 1] = {
		{ 486, 600 }, { 486, 404 }, { 404, 503 }, { 180, 486 },
		{ 200, 421 }, { 480, 486, 603 }, { 420, 421, 494 },
		{ 408, 480, 486, 600 }, { 480, 600, 603 },
		{ 404, 480, 604 },
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

static void what_holds_all_codes_is_shown_with_its_codes(void **state)
{
	static const struct check checks[] = {
		{ { "compare", "-w0", "480", "600", "603" }, 0,
		  "480 Temporarily Unavailable / 600 Busy Everywhere / "
		  "603 Decline\n"
		  "Written for 480, 486, 600, 603: *", "" },
		{ { "compare", "-w0", "604", "404", "480" }, 0,
		  "*\nWritten for 404, 410, 480, 604: *", "" },
		{ { "compare", "-w0", "420", "421", "494" }, 0,
		  "*\n  \\* 420-421: *\n    \\* *\n  \\* 421-494: *", "" },
	};

	(void)state;
	CHECK(checks);
}

/* Puts the codes and their methods into a label: the lower code first. */
static void write_sentence(struct bytes *b, const char *label,
                           const char *const *part)
{
	for (const char *s = expected_label(label); *s != '\0'; s++)
		if (s[0] == '%')
			EXPECT(b, part[*++s - '1']);
		else
			bytes_add(b, s, 1);
}

static void the_summary_follows_from_the_facts(void **state)
{
	static const struct {
		unsigned code[3];
		const char *label, *part[4];
	} rows[] = {
		{ { 100, 199 }, "provisional",
		  { "100 Trying", "199 Early Dialog Terminated" } },
		{ { 486, 180 }, "sequence",
		  { "180 Ringing", "486 Busy Here" } },
		{ { 200, 423 }, "asks_first",
		  { "200 OK", "423 Interval Too Brief" } },
		{ { 200, 603 }, "success", { "200 OK", "603 Decline" } },
		{ { 600, 200 }, "success",
		  { "200 OK", "600 Busy Everywhere" } },
		{ { 439, 580 }, "never_meet",
		  { "439 First Hop Lacks Outbound Support",
		    "580 Precondition Failure", "REGISTER",
		    "INVITE, UPDATE" } },
		{ { 417, 484 }, NULL, { NULL } },
		{ { 302, 600 }, NULL, { NULL } },
	};
	struct comparison c = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct bytes want = { 0 };

		compare_codes(&c, rows[i].code);
		assert_null(c.pair);
		if (rows[i].label == NULL) {
			assert_string_equal(string_at(&c, "summary"), "ul");
		} else {
			write_sentence(&want, rows[i].label, rows[i].part);
			assert_string_equal(string_at(&c, "summary"), want.s);
			EXPECT(&want, "\n");
		}
		write_heading(&want, "description");
		assert_int_equal(strncmp(strchr(c.text.out, '\n') + 1, want.s,
		                         want.n), 0);
		bytes_free(&want);
	}
	end_comparison(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_comparison_ends_with_all_that_is_known),
		TEST(what_holds_all_codes_is_shown_with_its_codes),
		TEST(the_summary_follows_from_the_facts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
