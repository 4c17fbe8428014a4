/* search.c - full-text search: ranks the rows that the index finds by what
 * stands where in them. */
#include <stdint.h>
#include <string.h>
#include <sipcode.h>

#include "search/place.h"
#include "search/query.h"
#include "search/rank.h"
#include "search/sieve.h"
#include "worth.h"

enum { FEW_HITS = 8, SOME_HITS = 12 };

struct search {
	struct query q;
	int lang;   /* of the rows that are found */
	int spoken; /* in which they are searched now */
	struct sieve sieve;
	struct rank rank;
	unsigned most;  /* words that a hit holds */
	unsigned least; /* that it has to hold */
	struct sipcode_hit *hits;
	size_t found, max;
	unsigned char kept[ROWS_MOST]; /* 1: the row is among the hits */
};

/* What the synonyms say of a code. */
static void count_meant(const struct search *s, struct sipcode_hit *hit)
{
	const struct query *q = &s->q;
	unsigned long words = 0;

	if (sipcode_row_set(hit->row) != SIPCODE_CODES)
		return;
	for (size_t i = 0; i < q->codes; i++) {
		unsigned sum = 0, rank = q->code[i].rank;

		if (q->code[i].code != sipcode_row_index(hit->row))
			continue;
		for (size_t w = q->code[i].first;
		     w < (size_t)q->code[i].first + q->code[i].covers; w++) {
			words |= 1UL << w;
			sum += s->rank.rare[w] > 12 ? s->rank.rare[w] : 12;
		}
		hit->score += sum * PLACE_WHOLE * 2 * (24 / (rank + 1) + 6);
		hit->meant |= rank == 0;
	}
	if (rank_count(q, words) > hit->held)
		hit->held = rank_count(q, words);
}

/* The row that a reader is led to, rather than to this one. */
static const struct sipcode_row *owner_of(const struct sipcode_row *row)
{
	const struct sipcode_row *owner;
	int lang = sipcode_row_lang(row);

	switch (sipcode_row_set(row)) {
	case SIPCODE_NOTES:
	case SIPCODE_SIGHTINGS:
	case SIPCODE_VARIANTS:
	case SIPCODE_PRACTICES:
		owner = sipcode_link(row, SIPCODE_F_CODE, 0);
		break;
	case SIPCODE_MAPPINGS:
		owner = sipcode_link(row, SIPCODE_F_CAUSE, 0);
		if (owner == NULL)
			owner = sipcode_link(row, SIPCODE_F_CODE, 0);
		break;
	case SIPCODE_DUTIES:
		owner = sipcode_by_name(
			lang, SIPCODE_HEADERS,
			sipcode_text(row, SIPCODE_F_HEADER, 0),
			strlen(sipcode_text(row, SIPCODE_F_HEADER, 0)));
		break;
	case SIPCODE_RULES:
		owner = sipcode_code(lang,
		                     sipcode_number(row, SIPCODE_F_FIRST, 0));
		if (owner == NULL)
			owner = sipcode_class(
				lang, sipcode_number(row, SIPCODE_F_FIRST, 0));
		break;
	default:
		owner = row;
	}
	return owner == NULL ? row : owner;
}

/* May other rows lead to this one? */
static int is_owner(const struct sipcode_row *row)
{
	enum sipcode_set set = sipcode_row_set(row);

	return set == SIPCODE_CODES || set == SIPCODE_CLASSES ||
	       set == SIPCODE_CAUSES || set == SIPCODE_HEADERS;
}

/* Was the row found in another language? */
static int was_kept(struct search *s, const struct sipcode_row *row)
{
	size_t n = sieve_number(sipcode_row_set(row), sipcode_row_index(row));
	int before = s->kept[n];

	s->kept[n] = 1;
	return before;
}

/* Keeps the hits sorted, best first; equal ones in the order of finding.  Of
 * an owner the best one is kept. */
static void keep(struct search *s, struct sipcode_hit hit)
{
	int known = was_kept(s, hit.row) || is_owner(hit.owner);
	size_t i = known ? 0 : s->found;

	while (i < s->found && s->hits[i].owner != hit.owner)
		i++;
	if (i < s->found) {
		if (s->hits[i].score >= hit.score)
			return;
	} else if (s->found < s->max) {
		s->found++;
	} else if (i > 0 && s->hits[i - 1].score < hit.score) {
		i--;
	} else {
		return;
	}
	for (; i > 0 && s->hits[i - 1].score < hit.score; i--)
		s->hits[i] = s->hits[i - 1];
	s->hits[i] = hit;
}

/* A symptom and a comparison lead to their codes, to the first one most, and
 * more to a failure. */
static void lead_on(struct search *s, const struct sipcode_hit *from)
{
	enum sipcode_set set = sipcode_row_set(from->row);

	for (size_t i = 0; (set == SIPCODE_SYMPTOMS || set == SIPCODE_PAIRS) &&
	                   i < sipcode_len(from->row, SIPCODE_F_CODE);
	     i++) {
		struct sipcode_hit hit = *from;

		hit.row = sipcode_link(from->row, SIPCODE_F_CODE, i);
		hit.owner = hit.row;
		hit.field = SIPCODE_F_VERDICT;
		hit.item = 0;
		hit.marks = 0;
		hit.score = sipcode_number(hit.row, SIPCODE_F_CODE, 0) < 400
		                    ? from->score / 2
		                    : from->score / 8 * 9;
		hit.score /= (unsigned)(i + 1);
		if (hit.score > 0)
			keep(s, hit);
	}
}

/* Is a code meant by a synonym? */
static int is_meant(const struct query *q, enum sipcode_set set, size_t i)
{
	for (size_t k = 0; set == SIPCODE_CODES && k < q->codes; k++)
		if (q->code[k].code == i)
			return 1;
	return 0;
}

static void add_row(struct search *s, enum sipcode_set set, size_t i,
                    unsigned long words)
{
	struct sipcode_hit hit =
		rank_row(&s->rank, sipcode_row(s->spoken, set, i));

	/* A code holds what its notes hold. */
	if (set == SIPCODE_CODES)
		hit.held = rank_count(&s->q, words);
	hit.row = sipcode_row(s->lang, set, i);
	hit.owner = owner_of(hit.row);
	hit.score = hit.score / 10 * worth_of_set[set];
	/* What nobody has registered is meant more seldom. */
	if (strcmp(sipcode_text(hit.owner, SIPCODE_F_STATUS, 0),
	           "unregistered") == 0)
		hit.score /= 2;
	count_meant(s, &hit);
	if (hit.score == 0 || hit.held == 0)
		return;
	/* One that holds half of the words is worth a quarter. */
	hit.score = (unsigned)((uint64_t)hit.score * hit.held * hit.held /
	                       (s->q.counted * s->q.counted));
	hit.score += hit.score == 0;
	if (hit.field == SIPCODE_F_NONE)
		hit.field = set == SIPCODE_CODES ? SIPCODE_F_VERDICT
		                                 : SIPCODE_F_MEANING;
	if (hit.held > s->most)
		s->most = hit.held;
	keep(s, hit);
	lead_on(s, &hit);
}

/* Codes, the second of the sets, come first where others are as good. */
static enum sipcode_set set_in_order(int k)
{
	if (k < 2)
		return k == 0 ? SIPCODE_CODES : SIPCODE_CLASSES;
	return (enum sipcode_set)k;
}

/* Of several words, of which few rows have all, a row may have one less
 * than the best ones: it may have the better ones. */
static unsigned slack(const struct search *s)
{
	return s->q.counted >= 2 && s->most >= 2 &&
	       (s->found < FEW_HITS || s->most < s->q.counted);
}

/* The rows that may hold so many words. */
static void rank_level(struct search *s, unsigned held)
{
	for (int k = 0; k < SIPCODE_SETS; k++) {
		enum sipcode_set set = set_in_order(k);
		size_t first = sieve_number(set, 0);

		if (worth_of_set[set] == 0)
			continue;
		rank_set(&s->rank, set);
		for (size_t i = 0;
		     i < sipcode_rows(set) && first + i < ROWS_MOST; i++) {
			uint32_t words = s->sieve.words[first + i];
			unsigned level = rank_count(&s->q, words);

			/* Those of the synonyms come with the first. */
			if (is_meant(&s->q, set, i))
				level = (unsigned)s->q.counted;
			if (level == held)
				add_row(s, set, i, words);
		}
	}
}

/* Begins with the rows that may hold all words, and ends where the next ones
 * would hold fewer than those that were found. */
static void search_language(struct search *s, int lang)
{
	s->spoken = lang;
	query_speak(&s->q, lang);
	sieve_fill(&s->sieve, &s->q, lang, lang == s->lang);
	s->rank.q = &s->q;
	s->rank.own = lang == s->lang;
	s->rank.inside = s->sieve.inside;
	rank_weigh(&s->rank, s->sieve.rows, s->sieve.with);
	for (unsigned held = (unsigned)s->q.counted; held > 0; held--) {
		unsigned spare = slack(s);

		if (held + spare < s->most)
			break;
		rank_level(s, held);
		s->least = s->most - (spare < s->most ? spare : 0);
	}
}

static void search_others(struct search *s)
{
	for (int l = 0; l < sipcode_languages(); l++)
		if (l != s->lang)
			search_language(s, l);
}

/* Only those that hold as many words as any does; where these are few, the best
 * of those that hold nearly as many. */
static size_t best_held(struct search *s)
{
	size_t kept = 0, whole = 0;

	for (size_t i = 0; i < s->found; i++)
		whole += s->hits[i].held == s->most || s->hits[i].meant;
	for (size_t i = 0; i < s->found; i++) {
		const struct sipcode_hit *hit = &s->hits[i];
		int is_whole = hit->held == s->most || hit->meant;

		if (!is_whole && (hit->held < s->least || whole >= SOME_HITS))
			continue;
		whole += !is_whole;
		s->hits[kept++] = *hit;
	}
	return kept;
}

/* The words are of the reader's language, or where it has half of them at most,
 * of any.  English is ASCII: a word with other letters is not English. */
static void search_all(struct search *s)
{
	int foreign = s->q.foreign && s->lang == 0;

	if (foreign)
		search_others(s);
	if (s->most < s->q.counted)
		search_language(s, s->lang);
	if (!foreign && 2 * s->most <= s->q.counted)
		search_others(s);
}

size_t sipcode_search(int lang, char *const *words, size_t n,
                      struct sipcode_hit *hits, size_t max,
                      unsigned *words_counted)
{
	struct search s = { .hits = hits, .max = max };

	if (words_counted != NULL)
		*words_counted = 0;
	for (size_t i = 0; i < n; i++)
		if (words == NULL || words[i] == NULL)
			return 0;
	if (n == 0 || max == 0 || !query_read(&s.q, words, n))
		return 0;
	s.lang = sipcode_row_lang(sipcode_row(lang, SIPCODE_CODES, 0));
	search_all(&s);
	if (words_counted != NULL)
		*words_counted = (unsigned)s.q.counted;
	return best_held(&s);
}
