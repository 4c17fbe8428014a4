/* test_compare.c - codes told apart: by hand, by facts, side by side. */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sipcode.h>

#include "answer/aspect.h"
#include "words/label.h"
#include "words/row.h"
#include "jsonread.h"

enum { WORDS_MIN = 4, SENTENCES_MAX = 2048 };

struct sentence {
	const char *s;
	size_t n;
};

struct sentences {
	struct sentence list[SENTENCES_MAX];
	size_t n;
	const char *name[2]; /* lines that may come again */
};

static void add(struct sentences *all, const char *s, size_t n)
{
	size_t words = 1;

	while (n > 0 && (s[0] == ' ' || s[0] == '*'))
		s++, n--;
	while (n > 0 && s[n - 1] == '.')
		n--;
	for (size_t i = 0; i < n; i++)
		words += s[i] == ' ';
	for (size_t i = 0; i < 2; i++)
		if (strlen(all->name[i]) == n &&
		    memcmp(all->name[i], s, n) == 0)
			return;
	if (words < WORDS_MIN)
		return;
	assert_true(all->n < SENTENCES_MAX);
	all->list[all->n].s = s;
	all->list[all->n++].n = n;
}

/* Cuts a line at ". " into its sentences. */
static void split(const char *s, size_t n, void *with)
{
	size_t from = 0;


	for (size_t i = 1; i < n; i++)
		if (s[i] == ' ' && s[i - 1] == '.') {
			add(with, s + from, i - from);
			from = i + 1;
		}
	add(with, s + from, n - from);
}

static int by_text(const void *a, const void *b)
{
	const struct sentence *x = a, *y = b;
	int order = memcmp(x->s, y->s, x->n < y->n ? x->n : y->n);

	return order != 0 ? order : (x->n > y->n) - (x->n < y->n);
}

/* The number of sentences that the text says twice. */
static size_t repeated(struct sentences *all, const char *text)
{
	size_t bad = 0;

	all->n = 0;
	each_line(text, split, all);
	qsort(all->list, all->n, sizeof(all->list[0]), by_text);
	for (size_t i = 1; i < all->n; i++)
		if (by_text(&all->list[i - 1], &all->list[i]) == 0) {
			print_error("%s / %s: twice: %.*s\n", all->name[0],
			            all->name[1], (int)all->list[i].n,
			            all->list[i].s);
			bad++;
		}
	return bad;
}

static const struct sipcode_row *registered(size_t *i)
{
	const struct sipcode_row *row;

	while ((row = sipcode_row(0, SIPCODE_CODES, *i)) != NULL) {
		++*i;
		if (!row_is(row, SIPCODE_F_STATUS, "unregistered"))
			return row;
	}
	return NULL;
}

/* Calls see() for all pairs of codes that IANA has registered. */
static void each_pair(void (*see)(const struct sipcode_row *,
                                  const struct sipcode_row *, void *),
                      void *with)
{
	const struct sipcode_row *a, *b;

	for (size_t i = 0; (a = registered(&i)) != NULL;)
		for (size_t k = i; (b = registered(&k)) != NULL;)
			see(a, b, with);
}

static void name_of(char *s, size_t size, const struct sipcode_row *row)
{
	snprintf(s, size, "%lu %s", sipcode_number(row, SIPCODE_F_CODE, 0),
	         sipcode_text(row, SIPCODE_F_PHRASE, 0));
}

/* What is said of both: two codes may well have a step in common, and each
 * has its own background. */
static char *told_apart(char *text)
{
	char heading[64], *from, *end;

	snprintf(heading, sizeof(heading), "\n\n%s\n",
	         label_text(0, LABEL_differences));
	from = strstr(text, heading);
	snprintf(heading, sizeof(heading), "\n\n%s\n",
	         label_text(0, LABEL_background));
	end = strstr(text, heading);
	assert_non_null(end);
	*end = '\0';
	return from == NULL ? end : from;
}

static void see_repeats(const struct sipcode_row *a,
                        const struct sipcode_row *b, void *with)
{
	static struct sentences all;
	char one[80], two[80];
	struct run r = { 0 };
	size_t *bad = with;

	name_of(one, sizeof(one), a);
	name_of(two, sizeof(two), b);
	RUN(&r, "compare", one, two);
	assert_run(&r, 0, "*", "");
	all.name[0] = one;
	all.name[1] = two;
	*bad += times(r.out, "%1") + times(r.out, "%2");
	*bad += repeated(&all, told_apart(r.out));
	run_free(&r);
}

static void no_comparison_says_a_sentence_twice(void **state)
{
	size_t bad = 0;

	(void)state;
	each_pair(see_repeats, &bad);
	assert_int_equal(bad, 0);
}

/* Is each part of a, between commas, a part of b too? */
static int within(const char *a, const char *b)
{
	char list[4200], part[2200];

	snprintf(list, sizeof(list), ", %s, ", b);
	while (*a != '\0') {
		const char *comma = strstr(a, ", ");
		size_t n = comma == NULL ? strlen(a) : (size_t)(comma - a);

		snprintf(part, sizeof(part), ", %.*s, ", (int)n, a);
		if (strstr(list, part) == NULL)
			return 0;
		a += n + (comma == NULL ? 0 : 2);
	}
	return 1;
}

static void see_differences(const struct sipcode_row *a,
                            const struct sipcode_row *b, void *with)
{
	struct item items[2] = { { .row = a }, { .row = b } };
	struct answer answer = { .kind = ANSWER_COMPARE, .item = items,
		                 .items = 2 };
	struct strbuf one = { 0 }, two = { 0 };
	size_t *bad = with;

	for (int k = 0; k < ASPECTS; k++) {
		enum aspect aspect = (enum aspect)k;
		const char *s = aspect_of(&one, a, aspect);
		const char *t = aspect_of(&two, b, aspect);
		int same = within(s, t) && within(t, s);

		if (aspect_equal(&answer, aspect) == same)
			continue;
		print_error("%s: '%s' and '%s'\n",
		            label_text(0, aspect_label(aspect)), s, t);
		++*bad;
	}
	strbuf_free(&one);
	strbuf_free(&two);
}

static void nothing_equal_is_listed_as_a_difference(void **state)
{
	size_t bad = 0;

	(void)state;
	each_pair(see_differences, &bad);
	assert_int_equal(bad, 0);
}

static void see_symmetry(const struct sipcode_row *a,
                         const struct sipcode_row *b, void *with)
{
	char one[16], two[16];
	struct run r = { 0 }, s = { 0 };

	(void)with;
	snprintf(one, sizeof(one), "%lu", sipcode_number(a, SIPCODE_F_CODE, 0));
	snprintf(two, sizeof(two), "%lu", sipcode_number(b, SIPCODE_F_CODE, 0));
	RUN(&r, "compare", "-j", one, two);
	RUN(&s, "compare", "-j", two, one);
	assert_run(&r, 0, "{*", "");
	assert_run(&s, 0, "{*", "");
	assert_json(r.out, r.out_len);
	assert_json_at(r.out, "codes.0.code", one);
	assert_json_at(r.out, "codes.1.code", two);
	assert_json_at(s.out, "codes.0.code", two);
	assert_int_equal(json_len(r.out, "common") +
	                 json_len(r.out, "different"), ASPECTS);
	assert_int_equal(json_len(r.out, "common"), json_len(s.out, "common"));
	run_free(&r);
	run_free(&s);
}

static void every_aspect_is_common_or_different_in_either_order(void **state)
{
	(void)state;
	each_pair(see_symmetry, NULL);
}

static void a_comparison_by_hand_is_found_in_any_order(void **state)
{
	const struct sipcode_row *pair;
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; (pair = sipcode_row(0, SIPCODE_PAIRS, i)); i++) {
		size_t n = sipcode_len(pair, SIPCODE_F_CODE);
		char code[8][16], want[80];
		const char *argv[12] = { "compare", "-j" };

		assert_in_range(n, 2, 8);
		for (size_t k = 0; k < n; k++) {
			const struct sipcode_row *row =
				sipcode_link(pair, SIPCODE_F_CODE, n - 1 - k);

			snprintf(code[k], sizeof(code[k]), "%lu",
			         sipcode_number(row, SIPCODE_F_CODE, 0));
			argv[2 + k] = code[k];
		}
		snprintf(want, sizeof(want), "\"%s\"",
		         sipcode_text(pair, SIPCODE_F_ID, 0));
		run_cli(&r, argv, NULL);
		assert_run(&r, 0, "{*", "");
		assert_json_at(r.out, "comparison.id", want);
	}
	run_free(&r);
}

static void what_was_written_by_hand_is_shown(void **state)
{
	const struct sipcode_row *pair = sipcode_by_name(0, SIPCODE_PAIRS,
	                                                 "486-600", 7);
	struct run r = { 0 };

	(void)state;
	assert_non_null(pair);
	RUN(&r, "compare", "486", "600");
	assert_run(&r, 0, "486 Busy Here / 600 Busy Everywhere\n*", "");
	assert_holds(r.out, sipcode_text(pair, SIPCODE_F_SUMMARY, 0));
	assert_holds(r.out, sipcode_text(pair, SIPCODE_F_DIFFERENCE, 0));
	assert_holds(r.out, sipcode_text(pair, SIPCODE_F_USE, 0));
	run_free(&r);
}

static void codes_that_do_not_compete_are_told_apart_in_one_line(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN(&r, "compare", "200", "421");
	assert_run(&r, 0, "200 OK / 421 Extension Required\n*200*421*\n\n*"
	           "Class  200: Success*; 421: *", "");
	RUN(&r, "compare", "-j", "180", "486");
	assert_run(&r, 0, "{*", "");
	assert_json_at(r.out, "comparison", "null");
	assert_holds(json_at(r.out, "summary"), "180 Ringing");
	assert_holds(json_at(r.out, "summary"), "486 Busy Here");
	run_free(&r);
}

static void only_two_codes_or_more_that_exist_are_compared(void **state)
{
	static const struct check checks[] = {
		{ { "compare" }, 2, "", "sipcode: two codes or more are "
		  "needed\n"
		  TRY },
		{ { "compare", "555" }, 2, "", "sipcode: two codes *\n" TRY },
		{ { "compare", "421", "421" }, 2, "", "sipcode: the same code "
		  "twice\n" TRY },
		{ { "compare", "170486", "486" }, 2, "", "*same code twice\n"
		  TRY },
		{ { "compare", "loop", "detected" }, 0, "compare *482*: *\n",
		  "" },
		{ { "compare", "4xx", "421" }, 2, "",
		  "sipcode: only codes can be "
		  "compared\n" TRY },
		{ { "compare", "421", "497" }, 1, "", "sipcode: no such code: "
		  "'497'\n" },
		{ { "compare", "421", "xyzzy" }, 1, "", "*'xyzzy'\n*" },
		{ { "compare", "-j", "421", "497" }, 1, "null\n", "*" },
		{ { "compare", "-t", "421", "497" }, 1, "aspect\tequal\n",
		  "*" },
		{ { "compare", "-Fcode", "421", "497" }, 1, "", "*" },
		{ { "compare", "421", "420", "497" }, 1, "421 * / 420 *",
		  "sipcode: no such code: '497'\n" },
		{ { "compare", "-Fcode", "busy", "here", "421" }, 0,
		  "486\n421\n", "" },
		{ { "compare", "-Fcode", "486", "busy everywhere", "603" }, 0,
		  "486\n600\n603\n", "" },
	};

	(void)state;
	CHECK(checks);
}

static void columns_stand_side_by_side_where_there_is_room(void **state)
{
	static const struct check checks[] = {
		{ { "compare", "-w80", "486", "600" }, 0, "*\n486 Busy Here    "
		  "*    600 Busy Everywhere\n*", "" },
		{ { "compare", "-w60", "486", "600" }, 0,
		  "*\n  486 Busy Here\n*", "" },
		{ { "compare", "486", "600" }, 0, "*\n  486 Busy Here\n*", "" },
	};

	(void)state;
	CHECK(checks);
}

/* Every registered code at once: each line speaks of the last one too. */
static void many_codes_are_compared_in_full(void **state)
{
	const char *argv[64] = { "compare", "-j" };
	char code[64][16];
	const struct sipcode_row *row;
	struct run json = { 0 }, text = { 0 };
	size_t n = 2;

	(void)state;
	for (size_t i = 0; n < 60 && (row = registered(&i)) != NULL; n++) {
		snprintf(code[n], sizeof(code[n]), "%lu",
		         sipcode_number(row, SIPCODE_F_CODE, 0));
		argv[n] = code[n];
	}
	argv[n++] = "608";
	run_cli(&json, argv, NULL);
	argv[1] = "-w0";
	run_cli(&text, argv, NULL);
	assert_run(&json, 0, "{*", "");
	assert_run(&text, 0, "100 Trying / *", "");
	/* But whether to repeat a request, which is told code by code. */
	assert_int_equal(times(text.out, "; 608: "),
	                 json_len(json.out, "different") - 1);
	run_free(&json);
	run_free(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(no_comparison_says_a_sentence_twice),
		TEST(nothing_equal_is_listed_as_a_difference),
		TEST(every_aspect_is_common_or_different_in_either_order),
		TEST(a_comparison_by_hand_is_found_in_any_order),
		TEST(what_was_written_by_hand_is_shown),
		TEST(codes_that_do_not_compete_are_told_apart_in_one_line),
		TEST(only_two_codes_or_more_that_exist_are_compared),
		TEST(columns_stand_side_by_side_where_there_is_room),
		TEST(many_codes_are_compared_in_full),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
