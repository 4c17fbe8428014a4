/* sieve.c - phrases to rows. */
#include "search/sieve.h"

#include <string.h>

#include "worth.h"

size_t sieve_number(enum sipcode_set set, size_t i)
{
	for (int s = 0; s < (int)set; s++)
		i += sipcode_rows((enum sipcode_set)s);
	return i;
}

static struct rows rows_of(const struct word *w, int lang, int facts)
{
	struct rows rows = { { 0 } };

	index_find(&rows, lang, w);
	if (facts)
		index_find(&rows, INDEX_FACTS, w);
	return rows;
}

/* The rows have these words.  Returns how many rows that are. */
static size_t mark_rows(struct sieve *s, const struct rows *rows,
                        uint32_t words)
{
	size_t n = 0;

	for (size_t i = 0; i < ROWS_MOST / 64; i++)
		for (uint64_t bits = rows->bits[i]; bits != 0; n++) {
			size_t k = 0;

			while ((bits >> k & 1) == 0)
				k++;
			bits &= bits - 1;
			s->words[i * 64 + k] |= words;
		}
	return n;
}

/* The rows that have all words of the phrase, wherever. */
static struct rows phrase_rows(const struct query *q, const struct phrase *p,
                               int lang, int facts)
{
	struct rows rows;

	memset(&rows, 0xff, sizeof(rows));
	for (size_t i = 0; i < p->words; i++) {
		const struct word *w = &q->pattern[p->at + i];
		struct rows more;

		if (p->words > 1 && word_is_empty(w))
			continue;
		more = rows_of(w, lang, facts);
		for (size_t k = 0; k < ROWS_MOST / 64; k++)
			rows.bits[k] &= more.bits[k];
	}
	return rows;
}

/* The codes, causes ... whose number is a word of the query. */
static void mark_numbers(struct sieve *s, const struct query *q)
{
	static const struct {
		enum sipcode_set set;
		enum sipcode_field field;
	} keys[] = {
		{ SIPCODE_CODES, SIPCODE_F_CODE },
		{ SIPCODE_CAUSES, SIPCODE_F_CAUSE },
		{ SIPCODE_WARNINGS, SIPCODE_F_WARNING },
		{ SIPCODE_NUMBERS, SIPCODE_F_FIRST },
	};

	for (size_t k = 0; q->numbers && k < sizeof(keys) / sizeof(*keys); k++)
		for (size_t i = 0; i < sipcode_rows(keys[k].set); i++) {
			unsigned long n =
				sipcode_number(sipcode_row(0, keys[k].set, i),
			                       keys[k].field, 0);

			for (size_t w = 0; w < q->words; w++)
				if (q->number[w] == n && n > 0)
					s->words[sieve_number(keys[k].set,
					                      i)] |= (uint32_t)1
					                             << w;
		}
}

/* A code has what its notes have, too, and what leads to it. */
static void lend_words(struct sieve *s)
{
	static const enum sipcode_set sets[] = {
		SIPCODE_NOTES,    SIPCODE_PRACTICES, SIPCODE_SIGHTINGS,
		SIPCODE_VARIANTS, SIPCODE_SYMPTOMS,  SIPCODE_PAIRS,
	};
	size_t codes = sieve_number(SIPCODE_CODES, 0);

	for (size_t k = 0; k < sizeof(sets) / sizeof(*sets); k++) {
		size_t first = sieve_number(sets[k], 0);

		for (size_t i = 0; i < sipcode_rows(sets[k]); i++) {
			const struct sipcode_row *row = sipcode_row(0, sets[k],
			                                            i),
						 *code;

			for (size_t c = 0;
			     s->words[first + i] != 0 &&
			     (code = sipcode_link(row, SIPCODE_F_CODE, c));
			     c++)
				s->words[codes + sipcode_row_index(code)] |=
					s->words[first + i];
		}
	}
}

/* A row that has another word has the name of its set, too. */
static void mark_sets(struct sieve *s, const struct query *q)
{
	for (int set = 0; set < SIPCODE_SETS; set++) {
		unsigned long words = query_of_set(q, (enum sipcode_set)set);
		size_t first = sieve_number((enum sipcode_set)set, 0);

		for (size_t i = 0;
		     words != 0 && i < sipcode_rows((enum sipcode_set)set); i++)
			if (s->words[first + i] != 0)
				s->words[first + i] |= (uint32_t)words;
	}
}

static void count_words(struct sieve *s, const struct query *q)
{
	for (size_t i = 0; i < s->rows; i++)
		for (size_t w = 0; s->words[i] != 0 && w < q->words; w++)
			s->with[w] += s->words[i] >> w & 1;
}

void sieve_fill(struct sieve *s, const struct query *q, int lang, int facts)
{
	memset(s, 0, sizeof(*s));
	s->rows = (unsigned)sieve_number(SIPCODE_SETS, 0);
	if (s->rows > ROWS_MOST)
		s->rows = ROWS_MOST;
	for (size_t i = 0; i < q->phrases; i++) {
		const struct phrase *p = &q->phrase[i];
		uint32_t words = (((uint32_t)1 << p->covers) - 1) << p->first;
		struct rows rows;

		if (!p->typed && p->lang != lang)
			continue;
		rows = phrase_rows(q, p, lang, facts);
		mark_rows(s, &rows, words);
	}
	mark_numbers(s, q);
	count_words(s, q);
	/* Names may hold a word that stands nowhere else. */
	for (size_t w = 0; facts && w < q->words; w++) {
		struct rows rows = { { 0 } };

		if (s->with[w] > 0 || q->empty[w])
			continue;
		index_within(&rows, INDEX_FACTS, &q->pattern[w]);
		s->with[w] = (unsigned)mark_rows(s, &rows, (uint32_t)1 << w);
		s->inside |= s->with[w] > 0;
	}
	mark_sets(s, q);
	lend_words(s);
}
