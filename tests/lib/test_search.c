/* test_search.c - full-text search: what is found, in which order. */
#include "harness.h"

#include <string.h>
#include <sipcode.h>

#include "fold.h"

enum { HITS_MAX = 4096 };

/* Where one word stands in a text. */
static int find(const char *text, const char *word)
{
	char copy[64], *words[] = { copy };

	assert_true(strlen(word) < sizeof(copy));
	strcpy(copy, word);
	return fold_find(text, words, 1);
}

/* Searches for up to three words. */
static size_t search(struct sipcode_hit *hits, size_t max, const char *a,
                     const char *b, const char *c)
{
	char word[3][64];
	char *words[3] = { word[0], word[1], word[2] };
	const char *given[] = { a, b, c };
	size_t n = 0;

	while (n < 3 && given[n] != NULL) {
		assert_true(strlen(given[n]) < sizeof(word[n]));
		memcpy(word[n], given[n], strlen(given[n]) + 1);
		n++;
	}
	return sipcode_search(0, words, n, hits, max);
}

static unsigned long code_of(const struct sipcode_hit *hit)
{
	return sipcode_number(hit->row, SIPCODE_F_CODE, 0);
}

static void the_code_of_the_phrase_comes_first(void **state)
{
	static const struct {
		const char *a, *b, *c;
		unsigned long code;
	} searches[] = {
		{ "busy", "here", NULL, 486 },
		{ "loop", NULL, NULL, 482 },
		{ "extension", "required", NULL, 421 },
		{ "unwanted", NULL, NULL, 607 },
		{ "does", "not", "anywhere", 604 },
	};
	struct sipcode_hit hits[4];

	(void)state;
	for (size_t i = 0; i < LEN(searches); i++) {
		assert_true(search(hits, 4, searches[i].a, searches[i].b,
		                   searches[i].c) >= 1);
		assert_int_equal(sipcode_row_set(hits[0].row), SIPCODE_CODES);
		assert_int_equal(code_of(&hits[0]), searches[i].code);
	}
}

static void case_makes_no_difference(void **state)
{
	static struct sipcode_hit plain[HITS_MAX], other[HITS_MAX];
	size_t n = search(plain, HITS_MAX, "busy", NULL, NULL);

	(void)state;
	assert_in_range(n, 1, HITS_MAX);
	assert_int_equal(search(other, HITS_MAX, "BUSY", NULL, NULL), n);
	for (size_t k = 0; k < n; k++)
		assert_ptr_equal(other[k].row, plain[k].row);
}

/* English has no such letters, so other languages are asked first; what they
 * do not have either is still found. */
static void accents_do_not_hide_what_is_there(void **state)
{
	static const char *const same[] = { "B\303\272sy", "bus\341\273\263",
		                            "h\303\252re" };
	struct sipcode_hit hits[HITS_MAX];

	(void)state;
	for (size_t i = 0; i < LEN(same); i++) {
		assert_in_range(search(hits, HITS_MAX, same[i], NULL, NULL), 1,
		                HITS_MAX);
		assert_int_equal(code_of(&hits[0]), 486);
	}
}

static void hits_descend_and_show_where_a_word_stands(void **state)
{
	static struct sipcode_hit hits[HITS_MAX];
	size_t n = search(hits, HITS_MAX, "retry", "after", NULL);

	(void)state;
	assert_in_range(n, 2, HITS_MAX);
	for (size_t i = 0; i < n; i++) {
		const char *text = sipcode_text(hits[i].row, hits[i].field,
		                                hits[i].item);

		assert_true(hits[i].score >= 1);
		assert_true(i == 0 || hits[i].score <= hits[i - 1].score);
		assert_true(find(text, "retry") > 0 ||
		            find(text, "after") > 0);
	}
}

static void no_row_is_found_twice(void **state)
{
	static struct sipcode_hit hits[HITS_MAX];
	size_t n = search(hits, HITS_MAX, "e", NULL, NULL);

	(void)state;
	assert_in_range(n, 100, HITS_MAX);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < i; k++)
			assert_ptr_not_equal(hits[i].row, hits[k].row);
}

static void equal_hits_stand_in_the_order_of_their_keys(void **state)
{
	static struct sipcode_hit hits[HITS_MAX];
	size_t n = search(hits, HITS_MAX, "not", NULL, NULL), compared = 0;

	(void)state;
	for (size_t i = 1; i < n; i++) {
		if (hits[i].score != hits[i - 1].score ||
		    sipcode_row_set(hits[i].row) !=
		    sipcode_row_set(hits[i - 1].row))
			continue;
		assert_true(sipcode_row_index(hits[i - 1].row) <
		            sipcode_row_index(hits[i].row));
		compared++;
	}
	assert_true(compared > 0);
}

static void all_words_have_to_be_there(void **state)
{
	static struct sipcode_hit one[HITS_MAX], both[HITS_MAX];
	size_t few = search(both, HITS_MAX, "busy", "gateway", NULL);
	size_t many = search(one, HITS_MAX, "busy", NULL, NULL);

	(void)state;
	assert_true(few > 0 && few < many);
	assert_int_equal(search(one, HITS_MAX, "busy", "xyzzy", NULL), 0);
	assert_int_equal(search(one, HITS_MAX, "xyzzy", NULL, NULL), 0);
}

static void fewer_hits_than_there_are_are_the_best_ones(void **state)
{
	static struct sipcode_hit all[HITS_MAX], some[3];
	size_t n = search(all, HITS_MAX, "busy", NULL, NULL);

	(void)state;
	assert_true(n > 3);
	for (size_t max = 0; max <= 3; max++) {
		assert_int_equal(search(some, max, "busy", NULL, NULL), n);
		for (size_t i = 0; i < max; i++)
			assert_ptr_equal(some[i].row, all[i].row);
	}
}

static void other_sets_are_searched_too(void **state)
{
	static const struct {
		const char *word;
		enum sipcode_set set;
	} searches[] = {
		{ "100rel", SIPCODE_OPTIONS },
		{ "gigaset", SIPCODE_DISGUISES },
		{ "unallocated", SIPCODE_CAUSES },
	};
	static struct sipcode_hit hits[HITS_MAX];

	(void)state;
	for (size_t i = 0; i < LEN(searches); i++) {
		size_t n = search(hits, HITS_MAX, searches[i].word, NULL, NULL);
		size_t found = 0;

		for (size_t k = 0; k < n; k++)
			found += sipcode_row_set(hits[k].row) ==
			         searches[i].set;
		assert_true(found > 0);
	}
}

/* Fields that are searched; those of a line are worth the same, and more than
 * those of the next one. */
static const enum sipcode_field worth[][9] = {
	{ SIPCODE_F_PHRASE, SIPCODE_F_NAME, SIPCODE_F_TAG },
	{ SIPCODE_F_ALIAS },
	{ SIPCODE_F_HEADER, SIPCODE_F_PRODUCT },
	{ SIPCODE_F_SUMMARY, SIPCODE_F_TITLE, SIPCODE_F_FORM,
	  SIPCODE_F_VERDICT, SIPCODE_F_DESCRIPTION },
	{ SIPCODE_F_MEANING },
	{ SIPCODE_F_TEXT, SIPCODE_F_WHEN },
	{ SIPCODE_F_FIX, SIPCODE_F_NOTE, SIPCODE_F_LOOK,
	  SIPCODE_F_BACKGROUND },
	{ SIPCODE_F_STEP, SIPCODE_F_DROP, SIPCODE_F_RETRY_NOTE,
	  SIPCODE_F_EFFECT_NOTE, SIPCODE_F_METHOD_NOTE, SIPCODE_F_METHOD,
	  SIPCODE_F_DIFFERENCE, SIPCODE_F_USE },
};

static int stands_in(const struct sipcode_row *row, enum sipcode_field field,
                     const char *word)
{
	for (size_t i = 0; i < sipcode_len(row, field); i++)
		if (find(sipcode_text(row, field, i), word) > 0)
			return 1;
	return 0;
}

/* Does the word stand in another field that is worth as much, or more? */
static int stands_better(const struct sipcode_row *row,
                         enum sipcode_field field, const char *word)
{
	for (size_t g = 0, last = 0; !last; g++)
		for (size_t f = 0; worth[g][f] != SIPCODE_F_NONE; f++) {
			if (worth[g][f] == field)
				last = 1;
			else if (stands_in(row, worth[g][f], word))
				return 1;
		}
	return 0;
}

/* A whole word of the field for which no place in the row is better. */
static int best_word(char *word, size_t size, const struct sipcode_row *row,
                     enum sipcode_field field)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789"
	                              "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	const char *text = sipcode_text(row, field, 0), *s = text;

	for (; *(s += strcspn(s, letters)) != '\0'; s += strspn(s, letters)) {
		size_t n = strspn(s, letters);

		if (n < 3 || n >= size)
			continue;
		memcpy(word, s, n);
		word[n] = '\0';
		if (find(text, word) == 3 &&
		    !stands_better(row, field, word))
			return 1;
	}
	return 0;
}

/* The row among all that hold one or two words. */
static struct sipcode_hit hit_of(const struct sipcode_row *row, const char *a,
                                 const char *b)
{
	static struct sipcode_hit hits[HITS_MAX];
	size_t n = search(hits, HITS_MAX, a, b, NULL), i = 0;

	assert_in_range(n, 1, HITS_MAX);
	while (i < n && hits[i].row != row)
		i++;
	assert_in_range(i, 0, n - 1);
	return hits[i];
}

/* The score of a whole word whose best place is this field. */
static unsigned worth_of(enum sipcode_field field)
{
	const struct sipcode_row *row;
	char word[32];

	for (int s = 0; s < SIPCODE_SETS; s++)
		for (size_t i = 0;
		     (row = sipcode_row(0, (enum sipcode_set)s, i)); i++)
			if (best_word(word, sizeof(word), row, field)) {
				struct sipcode_hit hit = hit_of(row, word,
				                                NULL);

				assert_int_equal(hit.field, field);
				return hit.score;
			}
	fail_msg("no word is best in %s", sipcode_field_name(field));
	return 0;
}

static void a_word_is_worth_what_its_field_is(void **state)
{
	unsigned above = worth_of(worth[0][0]) + 1;

	(void)state;
	for (size_t g = 0; g < LEN(worth); g++) {
		unsigned score = worth_of(worth[g][0]);

		assert_true(score > 0 && score < above);
		for (size_t f = 1; worth[g][f] != SIPCODE_F_NONE; f++)
			assert_int_equal(worth_of(worth[g][f]), score);
		above = score;
	}
}

static void the_best_of_several_words_is_shown(void **state)
{
	const struct sipcode_row *row;
	char best[32], other[32];
	size_t seen = 0;

	(void)state;
	for (size_t i = 0; seen < 3; i++) {
		struct sipcode_hit hit;

		row = sipcode_row(0, SIPCODE_CODES, i);
		assert_non_null(row);
		if (!best_word(best, sizeof(best), row, SIPCODE_F_PHRASE) ||
		    !best_word(other, sizeof(other), row, SIPCODE_F_FIX))
			continue;
		hit = hit_of(row, best, other);
		assert_int_equal(hit.field, SIPCODE_F_PHRASE);
		hit = hit_of(row, other, best);
		assert_int_equal(hit.field, SIPCODE_F_PHRASE);
		assert_int_equal(hit.score, hit_of(row, best, NULL).score +
		                            hit_of(row, other, NULL).score);
		seen++;
	}
}

/* Both words stand in many records, but side by side where they are meant. */
static void words_that_stand_together_come_first(void **state)
{
	struct sipcode_hit hits[HITS_MAX];
	size_t n = search(hits, HITS_MAX, "call", "waiting", NULL);

	(void)state;
	assert_in_range(n, 2, HITS_MAX);
	assert_true(hits[0].score > hits[n - 1].score);
	assert_holds(sipcode_text(hits[0].row, hits[0].field, hits[0].item),
	             "all waiting");
}

/* With and without the marks, in the rows of English. */
static void words_of_another_language_are_found(void **state)
{
	static const struct {
		const char *a, *b, *c;
		unsigned long code;
	} searches[] = {
		{ "m\303\241y", "b\341\272\255n", NULL, 486 },
		{ "may", "ban", NULL, 486 },
		{ "MAY", "BAN", NULL, 486 },
		{ "v\303\262ng", "l\341\272\267p", NULL, 482 },
		{ "dang", "ky", NULL, 0 },
		{ "\304\221\304\203ng", "k\303\275", NULL, 0 },
		{ "chuy\341\273\203n", "ti\341\272\277p", NULL, 0 },
	};
	struct sipcode_hit hits[HITS_MAX];

	(void)state;
	if (sipcode_language("vi") < 0)
		skip_without("Vietnamese");
	for (size_t i = 0; i < LEN(searches); i++) {
		size_t n = search(hits, HITS_MAX, searches[i].a, searches[i].b,
		                  searches[i].c);
		int found = 0;

		assert_in_range(n, 1, HITS_MAX);
		assert_int_equal(sipcode_row_lang(hits[0].row), 0);
		for (size_t k = 0; k < n && k < 3; k++)
			found |= code_of(&hits[k]) == searches[i].code;
		if (searches[i].code != 0 && !found)
			fail_msg("%s %s: %lu first", searches[i].a,
			         searches[i].b, code_of(&hits[0]));
	}
	/* One word that English has none of. */
	assert_in_range(search(hits, HITS_MAX, "m\303\241y", NULL, NULL), 1,
	                HITS_MAX);
	/* One that it has is English. */
	assert_in_range(search(hits, HITS_MAX, "ban", NULL, NULL), 1, 60);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(words_that_stand_together_come_first),
		TEST(words_of_another_language_are_found),
		TEST(the_code_of_the_phrase_comes_first),
		TEST(case_makes_no_difference),
		TEST(accents_do_not_hide_what_is_there),
		TEST(hits_descend_and_show_where_a_word_stands),
		TEST(no_row_is_found_twice),
		TEST(equal_hits_stand_in_the_order_of_their_keys),
		TEST(all_words_have_to_be_there),
		TEST(fewer_hits_than_there_are_are_the_best_ones),
		TEST(other_sets_are_searched_too),
		TEST(a_word_is_worth_what_its_field_is),
		TEST(the_best_of_several_words_is_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
