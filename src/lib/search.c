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

/* The best place of a word in a row; score 0 if there is none. */
static struct sipcode_hit best_of(const struct sipcode_row *row,
                                  const char *word)
{
	struct sipcode_hit hit = { row, SIPCODE_F_NONE, 0, 0 };
	enum sipcode_set set = sipcode_row_set(row);
	enum sipcode_field f;

	for (size_t c = 0; (f = sipcode_column(set, c).field) != 0; c++) {
		if (worth[f] == 0)
			continue;
		for (size_t i = 0; i < sipcode_len(row, f); i++) {
			int how = fold_find(sipcode_text(row, f, i), word);
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

static struct sipcode_hit match(const struct sipcode_row *row,
                                char *const *words, size_t n)
{
	struct sipcode_hit all = { row, SIPCODE_F_NONE, 0, 0 };
	unsigned best = 0;

	for (size_t w = 0; w < n; w++) {
		struct sipcode_hit one = best_of(row, words[w]);

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

/* The hits of one set are added to those found so far. */
static size_t search_set(int lang, enum sipcode_set set, char *const *words,
                         size_t n, struct sipcode_hit *hits, size_t max,
                         size_t found)
{
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(lang, set, i)) != NULL; i++) {
		struct sipcode_hit hit = match(row, words, n);

		if (hit.score > 0)
			found = keep(hits, found, max, hit);
	}
	return found;
}

size_t sipcode_search(int lang, char *const *words, size_t n,
                      struct sipcode_hit *hits, size_t max)
{
	size_t found;

	for (size_t i = 0; i < n; i++)
		if (words == NULL || words[i] == NULL)
			return 0;
	/* Codes come first where others are as good. */
	found = search_set(lang, SIPCODE_CODES, words, n, hits, max, 0);
	for (int s = 0; s < SIPCODE_SETS; s++)
		if (s != SIPCODE_CODES)
			found = search_set(lang, (enum sipcode_set)s, words, n,
			                   hits, max, found);
	return found;
}
