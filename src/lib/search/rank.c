/* rank.c - what stands where in a row. */
#include "search/rank.h"

#include <string.h>

#include "search/place.h"
#include "worth.h"

/* Fields in which a word is also found within another one: names alone. */
static int is_name(enum sipcode_field f)
{
	return worth_of_field[f] >= 16;
}

/* A text of the table that is the same in every language is looked at in
 * the reader's alone. */
void rank_set(struct rank *r, enum sipcode_set set)
{
	struct sipcode_column c;

	r->fields = 0;
	for (size_t i = 0; (c = sipcode_column(set, i)).field != 0; i++)
		if (worth_of_field[c.field] > 0 && r->fields < RANK_FIELDS &&
		    (c.type == SIPCODE_T_PROSE ||
		     (c.type == SIPCODE_T_TEXT && r->own)))
			r->field[r->fields++] = c.field;
}

/* The words of the query that are the number of the row. */
static unsigned long numbers_of(const struct query *q,
                                const struct sipcode_row *row)
{
	enum sipcode_set set = sipcode_row_set(row);
	struct sipcode_column key = sipcode_column(set, 0);
	enum sipcode_field field =
		key.type == SIPCODE_T_NUMBER ? key.field : SIPCODE_F_FIRST;
	unsigned long n, words = 0;

	if (!q->numbers || set == SIPCODE_DUTIES || set == SIPCODE_RULES)
		return 0;
	n = sipcode_number(row, field, 0);
	for (size_t w = 0; w < q->words && n > 0; w++)
		words |= (unsigned long)(q->number[w] == n) << w;
	return words;
}

unsigned rank_count(const struct query *q, unsigned long words)
{
	unsigned n = 0;

	for (size_t w = 0; w < q->words; w++)
		n += (words >> w & 1) != 0 && !q->empty[w];
	return n;
}

/* A logarithm of how few of the rows have the word: 4 for all of them, and
 * nearly 4 more each time that they are half as many. */
static unsigned rarity(unsigned rows, unsigned with)
{
	unsigned long x = with == 0 ? 0 : rows * 1024UL / with;
	unsigned n = 4;

	for (; x > 1024; x = x * 5 / 6)
		n++;
	return n;
}

void rank_weigh(struct rank *r, unsigned rows, const unsigned *with)
{
	for (size_t w = 0; w < r->q->words; w++)
		r->rare[w] = r->q->empty[w] ? 1 : rarity(rows, with[w]);
}

/* What the words at a place are worth together: more if they stand side by
 * side, and more if they are all that stands there. */
static unsigned score_of(const struct rank *r, const struct place *p,
                         enum sipcode_field field)
{
	unsigned sum = 0, words = 0;

	for (size_t w = 0; w < r->q->words; w++) {
		sum += r->rare[w] * p->points[w];
		words += p->points[w] > 0;
	}
	sum *= worth_of_field[field];
	if (words > 1 && p->chain >= words)
		sum *= 2;
	else if (words > 1 && p->span <= words + 3)
		sum += sum / 2;
	else if (words > 1 && p->span <= 2 * words + 8)
		sum += sum / 4;
	if (p->whole)
		sum += is_name(field) ? sum : sum / 2;
	return sum;
}

static void set_marks(struct sipcode_hit *hit, const struct place *p,
                      size_t words)
{
	hit->marks = 0;
	for (size_t w = 0; w < words; w++) {
		size_t i = hit->marks;

		if (p->points[w] == 0 || i == SIPCODE_MARKS)
			continue;
		for (size_t k = 0; k < hit->marks; k++)
			if (hit->mark[k].at == p->at[w])
				i = SIPCODE_MARKS;
		if (i == SIPCODE_MARKS)
			continue;
		for (; i > 0 && hit->mark[i - 1].at > p->at[w]; i--)
			hit->mark[i] = hit->mark[i - 1];
		hit->mark[i].at = p->at[w];
		hit->mark[i].n = p->n[w];
		hit->marks++;
	}
}

/* Takes a place as the row's best if it is. */
static void take_place(const struct rank *r, struct sipcode_hit *hit,
                       struct place *top, const struct place *p,
                       enum sipcode_field field, size_t i)
{
	unsigned score = score_of(r, p, field);

	if (score <= hit->score)
		return;
	hit->score = score;
	hit->field = field;
	hit->item = i;
	hit->together = p->chain >= r->q->words;
	*top = *p;
}

/* The best place in a row, and half of what its other places add. */
struct sipcode_hit rank_row(const struct rank *r, const struct sipcode_row *row)
{
	struct sipcode_hit hit = { .row = row };
	unsigned long numbers = numbers_of(r->q, row), words = numbers;
	unsigned long named = query_of_set(r->q, sipcode_row_set(row));
	unsigned best[QUERY_WORDS] = { 0 };
	struct place top = { .words = 0 }, p;

	for (size_t f = 0; f < r->fields; f++) {
		size_t n = sipcode_len(row, r->field[f]);
		unsigned worth = worth_of_field[r->field[f]];

		for (size_t i = 0; i < n; i++) {
			place_find(&p, r->q, sipcode_text(row, r->field[f], i),
			           r->inside && is_name(r->field[f]));
			if (p.words == 0)
				continue;
			words |= p.words;
			for (size_t w = 0; w < r->q->words; w++)
				if (p.points[w] * worth > best[w])
					best[w] = p.points[w] * worth;
			take_place(r, &hit, &top, &p, r->field[f], i);
		}
	}
	if (words != 0)
		words |= named;
	for (size_t w = 0; w < r->q->words; w++) {
		if (top.points[w] == 0)
			hit.score += r->rare[w] * best[w] / 2;
		if ((numbers >> w & 1) != 0)
			hit.score += r->rare[w] * 40 * PLACE_WHOLE;
	}
	if (named != 0)
		hit.score *= 2;
	hit.held = rank_count(r->q, words);
	if (r->own)
		set_marks(&hit, &top, r->q->words);
	return hit;
}
