/* search.c - full-text search over all sets, with a rank a field. */
#include <string.h>
#include <sipcode.h>

#include "fold.h"

/* What a word is worth by the field it stands in; 0: not searched. */
static const unsigned char worth[SIPCODE_FIELDS] = {
	[SIPCODE_F_PHRASE] = 20,     [SIPCODE_F_NAME] = 20,
	[SIPCODE_F_TAG] = 20,        [SIPCODE_F_ALIAS] = 16,
	[SIPCODE_F_HEADER] = 8,      [SIPCODE_F_PRODUCT] = 8,
	[SIPCODE_F_SUMMARY] = 6,     [SIPCODE_F_TITLE] = 6,
	[SIPCODE_F_VERDICT] = 6,     [SIPCODE_F_DESCRIPTION] = 6,
	[SIPCODE_F_FORM] = 6,        [SIPCODE_F_MEANING] = 5,
	[SIPCODE_F_TEXT] = 4,        [SIPCODE_F_WHEN] = 4,
	[SIPCODE_F_FIX] = 3,         [SIPCODE_F_NOTE] = 3,
	[SIPCODE_F_LOOK] = 3,        [SIPCODE_F_STEP] = 2,
	[SIPCODE_F_DROP] = 2,        [SIPCODE_F_BACKGROUND] = 3,
	[SIPCODE_F_RETRY_NOTE] = 2,  [SIPCODE_F_EFFECT_NOTE] = 2,
	[SIPCODE_F_METHOD_NOTE] = 2, [SIPCODE_F_METHOD] = 2,
	[SIPCODE_F_DIFFERENCE] = 2,  [SIPCODE_F_USE] = 2,
	[SIPCODE_F_STUN_PHRASE] = 8, [SIPCODE_F_CONDITION] = 2,
};

/* The best place in a row where n words stand one behind the other; score 0 if
 * there is none. */
static struct sipcode_hit best_of(const struct sipcode_row *row,
                                  char *const *words, size_t n)
{
	struct sipcode_hit hit = { row, SIPCODE_F_NONE, 0, 0 };
	enum sipcode_set set = sipcode_row_set(row);
	enum sipcode_field f;

	for (size_t c = 0; (f = sipcode_column(set, c).field) != 0; c++) {
		if (worth[f] == 0)
			continue;
		for (size_t i = 0; i < sipcode_len(row, f); i++) {
			const char *text = sipcode_text(row, f, i);
			int how = fold_find(text, words, n);
			unsigned score = worth[f] * (unsigned)how;

			if (score > hit.score) {
				hit.score = score;
				hit.field = f;
				hit.item = i;
			}
		}
	}
	return hit;
}

/* Words that stand together are worth twice as much as the same words apart. */
static struct sipcode_hit match_together(const struct sipcode_row *row,
                                         char *const *words, size_t n)
{
	struct sipcode_hit hit = best_of(row, words, n);

	hit.score *= 2 * (unsigned)n;
	return hit;
}

static struct sipcode_hit match(const struct sipcode_row *row,
                                char *const *words, size_t n)
{
	struct sipcode_hit all = { row, SIPCODE_F_NONE, 0, 0 };
	unsigned best = 0;

	if (n > 1)
		all = match_together(row, words, n);
	if (all.score > 0)
		return all;
	for (size_t w = 0; w < n; w++) {
		struct sipcode_hit one = best_of(row, &words[w], 1);

		if (one.score == 0) {
			all.score = 0;
			return all;
		}
		all.score += one.score;
		if (one.score > best) {
			best = one.score;
			all.field = one.field;
			all.item = one.item;
		}
	}
	return all;
}

/* Keeps the hits sorted, best first; equal ones in the order of finding. */
static size_t keep(struct sipcode_hit *hits, size_t n, size_t max,
                   struct sipcode_hit hit)
{
	size_t i = n < max ? n : max;

	while (i > 0 && hits[i - 1].score < hit.score) {
		if (i < max)
			hits[i] = hits[i - 1];
		i--;
	}
	if (i < max)
		hits[i] = hit;
	return n + 1;
}

/* What is asked for: words, and the language that they are taken to be in. */
struct query {
	int lang; /* of the rows that are found */
	int own;  /* 1: the words are of this language; 0: of the others */
	char *const *words;
	size_t n;
};

/* A row as the query's language and the others say it.  Words of another
 * language count where they stand together, so that a word that means
 * something else here does not. */
static struct sipcode_hit match_row(const struct query *q, enum sipcode_set set,
                                    size_t i)
{
	struct sipcode_hit best = { sipcode_row(q->lang, set, i),
		                    SIPCODE_F_NONE, 0, 0 };

	if (q->own)
		best = match(best.row, q->words, q->n);
	for (int l = 0; l < sipcode_languages(); l++) {
		const struct sipcode_row *row = sipcode_row(l, set, i);
		struct sipcode_hit hit;

		if (l == q->lang || (q->own && q->n == 1))
			continue;
		hit = q->own ? match_together(row, q->words, q->n)
		             : match(row, q->words, q->n);
		if (hit.score > best.score) {
			hit.row = best.row;
			best = hit;
		}
	}
	return best;
}

/* The hits of one set are added to those found so far. */
static size_t search_set(const struct query *q, enum sipcode_set set,
                         struct sipcode_hit *hits, size_t max, size_t found)
{
	for (size_t i = 0; i < sipcode_rows(set); i++) {
		struct sipcode_hit hit = match_row(q, set, i);

		if (hit.score > 0)
			found = keep(hits, found, max, hit);
	}
	return found;
}

static size_t search_all(const struct query *q, struct sipcode_hit *hits,
                         size_t max)
{
	/* Codes come first where others are as good. */
	size_t found = search_set(q, SIPCODE_CODES, hits, max, 0);

	for (int s = 0; s < SIPCODE_SETS; s++)
		if (s != SIPCODE_CODES)
			found = search_set(q, (enum sipcode_set)s, hits, max,
			                   found);
	return found;
}

/* English is ASCII: a word with other letters is not English. */
static int is_foreign(const struct query *q)
{
	for (size_t i = 0; q->lang == 0 && i < q->n; i++)
		for (const char *s = q->words[i]; *s != '\0'; s++)
			if ((unsigned char)*s >= 0x80)
				return 1;
	return 0;
}

size_t sipcode_search(int lang, char *const *words, size_t n,
                      struct sipcode_hit *hits, size_t max)
{
	struct query q = { .words = words, .n = n };
	size_t found;

	for (size_t i = 0; i < n; i++)
		if (words == NULL || words[i] == NULL)
			return 0;
	if (n == 0)
		return 0;
	q.lang = sipcode_row_lang(sipcode_row(lang, SIPCODE_CODES, 0));
	q.own = !is_foreign(&q);
	found = search_all(&q, hits, max);
	if (found > 0)
		return found;
	q.own = !q.own;
	return search_all(&q, hits, max);
}
