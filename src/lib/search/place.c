/* place.c - one walk over the words of a text. */
#include "search/place.h"

#include <string.h>

#include "chars.h"
#include "utf8.h"

/* The walk: where each word of the query was met last, in words of the text,
 * and how many words in a row end there. */
struct walk {
	const struct query *q;
	struct place *p;
	const char *text;
	unsigned here;  /* the word of the text, from 1 */
	unsigned piece; /* the last one before the last comma */
	unsigned short last[QUERY_WORDS];
	unsigned char row[QUERY_WORDS];
	unsigned met; /* how many words of the query */
};

static unsigned points_of(enum word_fit fit, int typed)
{
	static const unsigned char points[] = { 0, 3, 7, 14, PLACE_WHOLE };

	return typed ? points[fit] : points[fit] * 3U / 4;
}

/* How the words of a phrase behind its first one stand in the text, one behind
 * the other and before a comma: each of them whole, or in another form.  *len
 * grows by them. */
static enum word_fit rest_at(const struct query *q, const struct phrase *p,
                             const char *s, enum word_fit worst, size_t *len)
{
	for (size_t i = 1; i < p->words; i++) {
		enum word_fit fit;
		size_t n;

		while (s[*len] != '\0' && !word_has(s[*len]))
			if (s[(*len)++] == ',')
				return WORD_NOWHERE;
		fit = word_at(&q->pattern[p->at + i], s + *len, &n);
		if (fit < WORD_FORM)
			return WORD_NOWHERE;
		*len += n;
		worst = fit < worst ? fit : worst;
	}
	return worst;
}

static void take(struct walk *w, const struct phrase *p, enum word_fit fit,
                 size_t at, size_t len)
{
	unsigned points = points_of(fit, p->typed);
	unsigned end = w->here + p->words - 1, first = w->here;
	size_t last = (size_t)p->first + p->covers - 1;
	unsigned row = p->covers, met = w->met;
	size_t before = p->first;

	/* The chain goes over words that say nothing, and ends at a comma. */
	while (before > 0 && w->q->empty[before - 1])
		before--;
	row += p->first - (unsigned)before;
	if (before > 0 && w->last[before - 1] + 1U == w->here &&
	    w->last[before - 1] > w->piece)
		row += w->row[before - 1];
	for (size_t k = p->first; k <= last; k++) {
		w->p->words |= 1UL << k;
		w->met += w->last[k] == 0;
		w->last[k] = (unsigned short)end;
		w->row[k] = (unsigned char)row;
		if (points <= w->p->points[k])
			continue;
		w->p->points[k] = (unsigned char)points;
		w->p->at[k] = (unsigned short)at;
		w->p->n[k] = (unsigned short)len;
	}
	if (row > w->p->chain)
		w->p->chain = row;
	for (size_t k = 0; k < w->q->words; k++)
		if (w->last[k] > 0 && w->last[k] < first)
			first = w->last[k];
	if (w->met > met || end - first + 1 < w->p->span)
		w->p->span = end - first + 1;
}

/* The first byte of the folded character at s. */
static char folded_byte(const char *s)
{
	uint32_t cp, plain;
	size_t n = 1;

	if ((unsigned char)*s < 0x80)
		return char_lower(*s);
	while (n < 4 && ((unsigned char)s[n] & 0xc0) == 0x80)
		n++;
	if (utf8_decode(s, n, &cp) == 0)
		return *s;
	plain = utf8_fold(cp);
	return plain < 0x80 ? (char)plain : *s;
}

/* Can the word stand at s, by its second letter?  The cheap half of
 * word_at(). */
static int may_stand(const struct word *w, const char *s)
{
	char c = char_lower(s[1]);

	return w->n < 2 || !char_is_letter(c) || c == w->s[1];
}

/* A phrase at a place of a text. */
struct stand {
	const struct phrase *p;
	enum word_fit first; /* of its first word */
	size_t first_len, len;
};

/* Goes on with the next phrase of the list that stands at s, which is at the
 * front of a word or within it. */
static enum word_fit next_stand(const struct query *q, const char *s, int front,
                                unsigned *next, struct stand *at)
{
	while (*next != 0) {
		const struct phrase *p = &q->phrase[*next - 1];
		const struct word *w = &q->pattern[p->at];
		enum word_fit fit;

		if (!p->same)
			at->first = may_stand(w, s)
			                    ? word_at(w, s, &at->first_len)
			                    : WORD_NOWHERE;
		*next = p->next;
		if (at->first == WORD_NOWHERE)
			continue;
		at->p = p;
		at->len = at->first_len;
		if (!front)
			fit = p->words == 1 && w->n > 2 ? WORD_INSIDE
			                                : WORD_NOWHERE;
		else if (p->words > 1 && at->first < WORD_FORM)
			fit = WORD_NOWHERE;
		else
			fit = rest_at(q, p, s, at->first, &at->len);
		if (fit != WORD_NOWHERE)
			return fit;
	}
	return WORD_NOWHERE;
}

static void look(struct walk *w, const char *s, int front)
{
	unsigned next = w->q->first[(unsigned char)folded_byte(s)];
	struct stand at = { .first = WORD_NOWHERE };
	enum word_fit fit;

	while ((fit = next_stand(w->q, s, front, &next, &at)) != WORD_NOWHERE)
		take(w, at.p, fit, (size_t)(s - w->text), at.len);
}

/* All words of the query, one behind the other, may be a whole text. */
static void end_piece(struct walk *w)
{
	size_t last = w->q->words - 1;

	if (w->here > 0 && w->last[last] == w->here &&
	    w->row[last] == w->q->words && w->here - w->piece == w->q->words)
		w->p->whole = 1;
	w->piece = w->here;
}

/* The front of the next word; NUL at the end.  A comma before it ends a text of
 * several. */
static const char *next_front(struct walk *w, const char *s)
{
	const unsigned char *byte = w->q->byte;
	int comma = 0;

	while (*s != '\0' && byte[(unsigned char)*s] == 0)
		comma |= *s++ == ',';
	if (comma)
		end_piece(w);
	return s;
}

void place_find(struct place *p, const struct query *q, const char *text,
                int inside)
{
	struct walk w = { .q = q, .p = p, .text = text };
	const char *s = text;

	memset(p, 0, sizeof(*p));
	while (*(s = next_front(&w, s)) != '\0') {
		w.here++;
		if (q->byte[(unsigned char)*s] == 3)
			look(&w, s, 1);
		while (q->byte[(unsigned char)*++s] != 0)
			if (inside && q->byte[(unsigned char)*s] == 3)
				look(&w, s, 0);
	}
	end_piece(&w);
}
