/* form_listed.c - what programs write: names that no rule makes, weighed
 * against what a text is the name of by rule, and lines that notes quote. */
#include <string.h>

#include "ask/reader.h"
#include "names/dress.h"
#include "chars.h"
#include "len.h"

static int is_shouted(struct text t)
{
	for (size_t i = 0; i < t.n; i++)
		if (t.s[i] >= 'a' && t.s[i] <= 'z')
			return 0;
	return 1;
}

/* Is the text exactly a name of the row, letter by letter?  The name of a cause
 * or number has to be a constant, for "no answer" may be anything. */
static int is_exact(const struct sipcode_row *row, struct text t, int folded)
{
	static const enum sipcode_field fields[] = {
		SIPCODE_F_HEADER, SIPCODE_F_TAG, SIPCODE_F_NAME, SIPCODE_F_ALIAS
	};
	int bars = memchr(t.s, '_', t.n) != NULL;
	size_t names = is_shouted(t) || bars ? LEN(fields) : 2;

	for (size_t i = 0; i < names; i++)
		for (size_t k = 0; k < sipcode_len(row, fields[i]); k++) {
			const char *s = sipcode_text(row, fields[i], k);

			if (strlen(s) == t.n &&
			    (folded ? bars && chars_equal(s, t.s, t.n)
			            : memcmp(s, t.s, t.n) == 0))
				return 1;
		}
	return 0;
}

size_t named_exact(const struct named *names, struct text t)
{
	for (int folded = 0; folded <= 1; folded++)
		for (size_t i = 0; i < names->rows; i++)
			if (is_exact(names->row[i], t, folded))
				return i;
	return names->rows;
}

/* Names in programs stand behind the others; returns how many others there
 * are. */
static size_t part_listed(struct named *names)
{
	const struct sipcode_row *listed[NAMED_MAX];
	size_t others = 0, n = 0;

	for (size_t i = 0; i < names->rows; i++) {
		if (sipcode_row_set(names->row[i]) == SIPCODE_NAMES)
			listed[n++] = names->row[i];
		else
			names->row[others++] = names->row[i];
	}
	for (size_t i = 0; i < n; i++)
		names->row[others + i] = listed[i];
	return others;
}

/* Is it written as constants are: "NO_ANSWER", "CHANUNAVAIL", "StatusOK"? */
static int is_constant(struct text t)
{
	int lower = 0, mixed = 0;

	for (size_t i = 0; i < t.n; i++) {
		if (char_is_space(t.s[i]))
			return 0;
		mixed |= t.s[i] == '_' ||
		         (i > 0 && char_is_upper(t.s[i]) && t.s[i - 1] >= 'a' &&
		          t.s[i - 1] <= 'z');
		lower |= t.s[i] >= 'a' && t.s[i] <= 'z';
	}
	return mixed || !lower;
}

/* Has it a sign that people do not write: "no-answer", "USER_BUSY"? */
static int is_word_of_program(struct text t)
{
	for (size_t i = 0; i < t.n; i++)
		if (char_in(t.s[i], "-_."))
			return memchr(t.s, ' ', t.n) == NULL;
	return 0;
}

/* Is the text, or the last part of it, letter by letter a listed name? */
static int is_listed_name(const struct named *names, size_t from, struct text t)
{
	for (size_t i = from; i < names->rows; i++) {
		const char *s = sipcode_text(names->row[i], SIPCODE_F_NAME, 0);
		size_t n = strlen(s);

		if (n <= t.n && memcmp(t.s + t.n - n, s, n) == 0)
			return 1;
	}
	return 0;
}

/* The one code or cause that a name stands for; NULL if that is not all. */
static const struct sipcode_row *stands_for(const struct sipcode_row *name)
{
	size_t codes = sipcode_len(name, SIPCODE_F_CODE);
	size_t causes = sipcode_len(name, SIPCODE_F_CAUSE);

	if (codes + causes != 1 || sipcode_len(name, SIPCODE_F_OTHER) > 0)
		return NULL;
	return sipcode_link(name, codes > 0 ? SIPCODE_F_CODE : SIPCODE_F_CAUSE,
	                    0);
}

/* A name of one code leads to that code, as a disguise does; others are told
 * one by one. */
static void tell_listed(struct reader *r, const struct named *names,
                        size_t from, const char *typed)
{
	const struct sipcode_row *row = stands_for(names->row[from]);
	struct item item = { .row = row,
		             .disguise = names->row[from],
		             .typed = typed };

	if (names->rows - from == 1 && row != NULL) {
		found_add(r->c, r->f, item);
		return;
	}
	for (size_t i = from; i < names->rows; i++)
		reader_add(r, names->row[i], typed);
}

int listed_weigh(struct reader *r, struct named *names, struct text t,
                 const char *typed)
{
	size_t others = part_listed(names);
	struct named rest = *names;

	if (others == names->rows)
		return 0;
	rest.rows = others;
	if (others == 0 ||
	    (is_constant(t) && is_listed_name(names, others, t) &&
	     (names->core != NULL ||
	      (named_exact(&rest, t) == others && names->registered == 0)))) {
		tell_listed(r, names, others, typed);
		return 1;
	}
	if (is_word_of_program(t) && is_listed_name(names, others, t) &&
	    context_is_read(r->c))
		reader_note_other(r, names->row[others]);
	names->rows = others;
	return 0;
}

/* Is the row shown, or what the name stands for? */
static int is_among(const struct found *f, size_t from,
                    const struct sipcode_row *name)
{
	const struct sipcode_row *row = stands_for(name);

	for (size_t i = from; i < f->list.items; i++)
		if (f->list.item[i].row == name || f->list.item[i].row == row)
			return 1;
	return 0;
}

/* Is it the phrase of a code of the list, case aside, and of several words?
 * One who writes that asks for the code. */
static int is_phrase_of(const struct items *list, size_t from, struct text t)
{
	for (size_t i = from; i < list->items; i++) {
		const char *phrase =
			sipcode_text(list->item[i].row, SIPCODE_F_PHRASE, 0);

		if (strlen(phrase) == t.n && chars_equal(phrase, t.s, t.n) &&
		    memchr(t.s, ' ', t.n) != NULL)
			return 1;
	}
	return 0;
}

/* Longer texts are no names. */
enum { NAME_MOST = 60 };

static void note_listed(struct reader *r, struct text t, size_t items)
{
	struct named names = { .lang = r->c->lang };

	names_listed(&names, t.s, t.n);
	for (size_t i = 0; i < names.rows; i++)
		if (!is_among(r->f, items, names.row[i])) {
			reader_note_other(r, names.row[i]);
			return;
		}
}

void listed_note(struct reader *r, struct text t, size_t items)
{
	if (r->f->named || t.n > NAME_MOST || !context_is_read(r->c))
		return;
	dress_bare(&t.s, &t.n);
	if (t.n > 0 && !is_phrase_of(&r->f->list, items, t) &&
	    !is_phrase_of(&r->f->choice, 0, t))
		note_listed(r, t, items);
}

/* Fewer words may stand anywhere; longer texts are no lines. */
enum { QUOTED_WORDS = 3, QUOTED_MOST = 1000 };

static int has_words(struct text t, struct text part)
{
	for (size_t i = 0; i + part.n <= t.n; i++)
		if (chars_equal(t.s + i, part.s, part.n))
			return 1;
	return 0;
}

/* Does the note quote words of the log, and are these in the text? */
static int quotes(const struct sipcode_row *note, struct text t)
{
	const char *s = sipcode_text(note, SIPCODE_F_TEXT, 0), *end;

	while ((s = strchr(s, '"')) != NULL &&
	       (end = strchr(s + 1, '"')) != NULL) {
		struct text q = { s + 1, (size_t)(end - s - 1) };
		size_t words = 1;

		for (size_t i = 0; i < q.n; i++)
			words += q.s[i] == ' ';
		if (words >= QUOTED_WORDS && has_words(t, q))
			return 1;
		s = end + 1;
	}
	return 0;
}

/* "NOTICE ... - No matching endpoint found": what the notes say of the words
 * that they quote.  These are the same in every language. */
size_t form_noted(struct reader *r)
{
	static const enum sipcode_set sets[] = { SIPCODE_NOTES,
		                                 SIPCODE_PRACTICES };
	struct text t = reader_text(r, r->from, r->c->operands);
	size_t before = r->f->list.items;
	const struct sipcode_row *row;

	if (t.n > QUOTED_MOST)
		return 0;
	for (size_t k = 0; k < LEN(sets); k++)
		for (size_t i = 0; (row = sipcode_row(r->c->lang, sets[k], i));
		     i++)
			if (quotes(row, t))
				reader_add(r, row, NULL);
	return r->f->list.items > before ? r->c->operands - r->from : 0;
}
