/* test_search.c - full-text search: what is found, in which order. */
#include "harness.h"

#include <string.h>
#include <sipcode.h>

enum { HITS_MAX = 4096, WORDS_MAX = 8 };

static unsigned counted;

/* Searches for the words of a text. */
static size_t search_in(int lang, struct sipcode_hit *hits, size_t max,
                        const char *text)
{
	char copy[256], *words[WORDS_MAX], *word;
	size_t n = 0;

	assert_true(strlen(text) < sizeof(copy));
	strcpy(copy, text);
	for (word = strtok(copy, " "); word != NULL; word = strtok(NULL, " ")) {
		assert_true(n < WORDS_MAX);
		words[n++] = word;
	}
	return sipcode_search(lang, words, n, hits, max, &counted);
}

static size_t search(struct sipcode_hit *hits, size_t max, const char *text)
{
	return search_in(0, hits, max, text);
}

static unsigned long code_of(const struct sipcode_hit *hit)
{
	return sipcode_row_set(hit->owner) == SIPCODE_CODES
	               ? sipcode_number(hit->owner, SIPCODE_F_CODE, 0)
	               : 0;
}

static void assert_first(int lang, const char *text, unsigned long code)
{
	static struct sipcode_hit hits[HITS_MAX];
	size_t n = search_in(lang, hits, HITS_MAX, text);

	if (n == 0 || code_of(&hits[0]) != code)
		fail_msg("'%s' finds %zu, first %lu and not %lu", text, n,
		         n == 0 ? 0 : code_of(&hits[0]), code);
}

static void the_code_that_is_meant_comes_first(void **state)
{
	static const struct {
		const char *text;
		unsigned long code;
	} searches[] = {
		{ "busy here", 486 },
		{ "loop", 482 },
		{ "extension required", 421 },
		{ "unwanted", 607 },
		{ "does not exist anywhere", 604 },
		{ "403", 403 },
		{ "stale nonce", 401 },
		{ "wrong password", 401 },
		{ "no common codec", 488 },
		{ "too many hops", 483 },
		{ "glare", 491 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(searches); i++)
		assert_first(0, searches[i].text, searches[i].code);
}

/* What the data do not say so, but people do. */
static void synonyms_stand_for_each_other(void **state)
{
	static const struct {
		const char *text;
		unsigned long code;
	} searches[] = {
		{ "dnd", 480 },        { "no credit", 402 },
		{ "licence", 503 },    { "license", 503 },
		{ "phone off", 480 },  { "wrong number", 404 },
		{ "spam", 607 },       { "cannot register", 403 },
	};
	static struct sipcode_hit hits[HITS_MAX];

	(void)state;
	for (size_t i = 0; i < LEN(searches); i++) {
		size_t n = search(hits, HITS_MAX, searches[i].text), k = 0;

		while (k < n && code_of(&hits[k]) != searches[i].code)
			k++;
		if (k >= n || k > 2)
			fail_msg("'%s': %lu is not among the first",
			         searches[i].text, searches[i].code);
	}
}

static void assert_same(const char *a, const char *b)
{
	static struct sipcode_hit one[HITS_MAX], other[HITS_MAX];
	size_t n = search(one, HITS_MAX, a);

	assert_in_range(n, 1, HITS_MAX);
	assert_int_equal(search(other, HITS_MAX, b), n);
	for (size_t k = 0; k < n; k++)
		assert_ptr_equal(one[k].row, other[k].row);
}

static void case_and_accents_make_no_difference(void **state)
{
	(void)state;
	assert_same("busy", "BUSY");
	assert_same("re-invite glare", "RE-INVITE GLARE");
	assert_same("b\303\272sy here", "busy h\303\252re");
}

static void hyphens_and_endings_fold(void **state)
{
	static const struct {
		const char *a, *b;
	} same[] = {
		{ "re-invite", "reinvite" },
		{ "retry-after", "retry after" },
		{ "codec", "codecs" },
		{ "blocked", "blocking" },
	};
	static struct sipcode_hit one[HITS_MAX], other[HITS_MAX];

	(void)state;
	for (size_t i = 0; i < LEN(same); i++) {
		size_t n = search(one, HITS_MAX, same[i].a);

		assert_in_range(n, 1, HITS_MAX);
		assert_in_range(search(other, HITS_MAX, same[i].b), 1,
		                HITS_MAX);
		if (one[0].owner != other[0].owner)
			fail_msg("'%s' and '%s'", same[i].a, same[i].b);
	}
}

static void hits_descend_and_show_where_the_words_stand(void **state)
{
	static struct sipcode_hit hits[HITS_MAX];
	size_t n = search(hits, HITS_MAX, "retry after"), marked = 0;

	(void)state;
	assert_in_range(n, 2, HITS_MAX);
	for (size_t i = 0; i < n; i++) {
		const struct sipcode_hit *h = &hits[i];
		const char *text = sipcode_text(h->row, h->field, h->item);

		assert_true(h->score >= 1);
		assert_true(i == 0 || h->score <= hits[i - 1].score);
		assert_true(h->marks <= SIPCODE_MARKS);
		for (size_t k = 0; k < h->marks; k++) {
			size_t end = h->mark[k].at + h->mark[k].n;

			assert_true(h->mark[k].n > 0);
			assert_true(end <= strlen(text));
			assert_true(k == 0 ||
			            h->mark[k].at > h->mark[k - 1].at);
			marked++;
		}
	}
	assert_true(marked >= n / 2);
	assert_int_equal(hits[0].marks, 1);
	assert_int_equal(hits[0].mark[0].n, strlen("Retry-After"));
}

static void no_owner_is_found_twice(void **state)
{
	static struct sipcode_hit hits[HITS_MAX];
	size_t n = search(hits, HITS_MAX, "server");

	(void)state;
	assert_in_range(n, 100, HITS_MAX);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < i; k++)
			assert_ptr_not_equal(hits[i].owner, hits[k].owner);
}

/* A note, a phrase ... leads to its code, a duty to its header field. */
static void rows_of_others_are_found_for_their_owner(void **state)
{
	static struct sipcode_hit hits[HITS_MAX];
	size_t n = search(hits, HITS_MAX, "freeswitch"), owned = 0;

	(void)state;
	for (size_t i = 0; i < n; i++) {
		enum sipcode_set set = sipcode_row_set(hits[i].row);

		if (set != SIPCODE_NOTES && set != SIPCODE_SIGHTINGS &&
		    set != SIPCODE_PRACTICES)
			continue;
		owned++;
		assert_int_equal(sipcode_row_set(hits[i].owner),
		                 SIPCODE_CODES);
		assert_ptr_equal(hits[i].owner,
		                 sipcode_link(hits[i].row, SIPCODE_F_CODE, 0));
	}
	assert_true(owned > 0);
}

static void the_most_words_have_to_be_there(void **state)
{
	static struct sipcode_hit one[HITS_MAX], both[HITS_MAX];
	size_t few = search(both, HITS_MAX, "busy gateway");
	size_t many = search(one, HITS_MAX, "busy");

	(void)state;
	assert_true(few > 0 && few < many);
	assert_int_equal(counted, 1);
	for (size_t i = 0; i < few; i++)
		assert_int_equal(both[i].held, 2);
	/* None has both: those that have one, and it can be told. */
	few = search(both, HITS_MAX, "busy xyzzy");
	assert_int_equal(counted, 2);
	assert_in_range(few, 1, HITS_MAX);
	for (size_t i = 0; i < few; i++)
		assert_int_equal(both[i].held, 1);
	assert_int_equal(search(one, HITS_MAX, "xyzzy"), 0);
	assert_int_equal(counted, 1);
}

static void words_that_say_nothing_need_not_be_there(void **state)
{
	static struct sipcode_hit hits[HITS_MAX];

	(void)state;
	assert_in_range(search(hits, HITS_MAX, "why is the codec wrong"), 1,
	                HITS_MAX);
	assert_int_equal(counted, 2);
	search(hits, HITS_MAX, "the");
	assert_int_equal(counted, 1);
}

static void fewer_hits_than_there_are_are_the_best_ones(void **state)
{
	static struct sipcode_hit all[HITS_MAX], some[3];
	size_t n = search(all, HITS_MAX, "busy");

	(void)state;
	assert_true(n > 3);
	for (size_t max = 0; max <= 3; max++) {
		assert_int_equal(search(some, max, "busy"), max);
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
		{ "one way audio", SIPCODE_SYMPTOMS },
		{ "session-expires", SIPCODE_HEADERS },
		{ "T2", SIPCODE_TIMERS },
	};
	static struct sipcode_hit hits[HITS_MAX];

	(void)state;
	for (size_t i = 0; i < LEN(searches); i++) {
		size_t n = search(hits, HITS_MAX, searches[i].word);
		size_t found = 0;

		for (size_t k = 0; k < n && k < 4; k++)
			found += sipcode_row_set(hits[k].row) ==
			         searches[i].set;
		if (found == 0)
			fail_msg("'%s'", searches[i].word);
	}
}

/* A part of a word is looked for in names alone, and only if the word stands
 * nowhere: "clearing" is no hit for "ring". */
static void parts_of_words_come_last(void **state)
{
	static struct sipcode_hit hits[HITS_MAX];
	size_t n = search(hits, HITS_MAX, "ring");

	(void)state;
	assert_int_equal(code_of(&hits[0]), 180);
	for (size_t i = 0; i < n; i++)
		if (sipcode_row_set(hits[i].row) == SIPCODE_CAUSES)
			assert_int_not_equal(hits[i].field, SIPCODE_F_NAME);
	n = search(hits, HITS_MAX, "tablish");
	assert_in_range(n, 1, 8);
}

/* Both words stand in many records, but side by side where they are meant. */
static void words_that_stand_together_come_first(void **state)
{
	struct sipcode_hit hits[HITS_MAX];
	size_t n = search(hits, HITS_MAX, "media relay");

	(void)state;
	assert_in_range(n, 2, HITS_MAX);
	assert_true(hits[0].score > hits[n - 1].score);
	assert_holds(sipcode_text(hits[0].row, hits[0].field, hits[0].item),
	             "edia relay");
}

/* With and without the marks, in the rows of English. */
static void words_of_another_language_are_found(void **state)
{
	static const struct {
		const char *text;
		unsigned long code;
	} searches[] = {
		{ "m\303\241y b\341\272\255n", 486 },
		{ "may ban", 486 },
		{ "MAY BAN", 486 },
		{ "v\303\262ng l\341\272\267p", 482 },
		{ "dang ky", 0 },
		{ "\304\221\304\203ng k\303\275", 0 },
		{ "chuy\341\273\203n ti\341\272\277p", 0 },
		{ "sai m\341\272\255t kh\341\272\251u", 401 },
		{ "sai mat khau", 401 },
	};
	struct sipcode_hit hits[HITS_MAX];

	(void)state;
	if (sipcode_language("vi") < 0)
		skip_without("Vietnamese");
	for (size_t i = 0; i < LEN(searches); i++) {
		size_t n = search(hits, HITS_MAX, searches[i].text);

		assert_in_range(n, 1, HITS_MAX);
		assert_int_equal(sipcode_row_lang(hits[0].row), 0);
		assert_int_equal(sipcode_row_lang(hits[0].owner), 0);
		if (searches[i].code != 0)
			assert_first(0, searches[i].text, searches[i].code);
	}
	/* English words in Vietnamese rows. */
	assert_first(sipcode_language("vi"), "busy here", 486);
	assert_first(sipcode_language("vi"), "sai mat khau", 401);
}

/* More words than are looked for, and longer ones than there are. */
static void a_long_query_is_searched_as_far_as_it_goes(void **state)
{
	static char word[4000];
	char busy[] = "busy", *words[64];
	struct sipcode_hit hits[4];

	(void)state;
	memset(word, 'x', sizeof(word) - 1);
	for (size_t i = 0; i < LEN(words); i++)
		words[i] = i == 0 ? busy : word;
	assert_int_equal(sipcode_search(0, words, LEN(words), hits, 4, NULL),
	                 4);
	assert_int_equal(hits[0].held, 1);
}

/* Not even one that holds the word in two languages. */
static void no_row_is_found_twice(void **state)
{
	static struct sipcode_hit hits[HITS_MAX];
	static const char *const texts[] = {
		"nosuchword 503", "HANGUPCAUSE 58", "call", "sag-recursion",
		"busy nosuchword",
	};

	(void)state;
	for (size_t t = 0; t < LEN(texts); t++) {
		size_t n = search(hits, HITS_MAX, texts[t]);

		assert_true(n > 0);
		for (size_t i = 0; i < n; i++)
			for (size_t k = i + 1; k < n; k++)
				assert_ptr_not_equal(hits[i].row, hits[k].row);
	}
}

/* Folding leaves nothing of it, and the walk over a text would not end at its
 * NUL. */
static void a_mark_alone_is_found_nowhere(void **state)
{
	char busy[] = "busy", mark[] = "\u030b", *words[] = { busy, mark };
	struct sipcode_hit hits[HITS_MAX];
	size_t n = sipcode_search(0, words, 2, hits, HITS_MAX, NULL);

	(void)state;
	assert_true(n > 0);
	for (size_t i = 0; i < n; i++) {
		const struct sipcode_hit *h = &hits[i];
		size_t len = strlen(sipcode_text(h->row, h->field, h->item));

		for (size_t k = 0; k < h->marks; k++)
			assert_true(h->mark[k].at + h->mark[k].n <= len);
	}
	assert_int_equal(sipcode_search(0, words + 1, 1, hits, HITS_MAX, NULL),
	                 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_mark_alone_is_found_nowhere),
		TEST(the_code_that_is_meant_comes_first),
		TEST(synonyms_stand_for_each_other),
		TEST(case_and_accents_make_no_difference),
		TEST(hyphens_and_endings_fold),
		TEST(hits_descend_and_show_where_the_words_stand),
		TEST(no_owner_is_found_twice),
		TEST(rows_of_others_are_found_for_their_owner),
		TEST(the_most_words_have_to_be_there),
		TEST(words_that_say_nothing_need_not_be_there),
		TEST(fewer_hits_than_there_are_are_the_best_ones),
		TEST(other_sets_are_searched_too),
		TEST(parts_of_words_come_last),
		TEST(words_that_stand_together_come_first),
		TEST(words_of_another_language_are_found),
		TEST(a_long_query_is_searched_as_far_as_it_goes),
		TEST(no_row_is_found_twice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
