/* form_name.c - names, weighed against each other. */
#include <string.h>

#include "ask/reader.h"
#include "io/strbuf.h"
#include "names/dress.h"
#include "words/lead.h"
#include "words/row.h"
#include "chars.h"
#include "len.h"

/* Names are of so many words at most. */
enum { NAME_WORDS = 12 };

static int is_code(const struct sipcode_row *row)
{
	return sipcode_row_set(row) == SIPCODE_CODES;
}

/* Several rows are named; if they are codes, so is their comparison. */
static void add_choice(struct reader *r, const struct named *names,
                       struct text t)
{
	struct strbuf list = { 0 }, compare = { 0 };
	int codes = 1;

	strbuf_add(&list, "ambiguous (");
	strbuf_add(&compare, "sipcode compare");
	for (size_t i = 0; i < names->rows; i++) {
		const struct sipcode_row *row = names->row[i];

		items_add_row(&r->f->choice, row);
		codes &= is_code(row);
		strbuf_add(&list, i > 0 ? ", " : "");
		lead_add(&list, row);
		strbuf_add(&compare, " ");
		lead_add(&compare, row);
	}
	strbuf_add(&list, ")");
	found_miss_n(r->c, r->f, strbuf_text(&list), t.s, t.n);
	if (codes)
		context_note(r->c, "to tell them apart", compare.s,
		             compare.len);
	strbuf_free(&list);
	strbuf_free(&compare);
}

static void sort_codes(struct named *names)
{
	for (size_t i = 1; i < names->rows; i++)
		for (size_t k = i; k > 0; k--) {
			const struct sipcode_row *row = names->row[k];

			if (sipcode_number(row, SIPCODE_F_CODE, 0) >=
			    sipcode_number(names->row[k - 1], SIPCODE_F_CODE,
			                   0))
				break;
			names->row[k] = names->row[k - 1];
			names->row[k - 1] = row;
		}
}

/* Are all of them what a phrase may lead to: codes and numbers of products? */
static int are_phrases(const struct named *names)
{
	for (size_t i = 0; i < names->rows; i++) {
		enum sipcode_set set = sipcode_row_set(names->row[i]);

		if (set != SIPCODE_CODES && set != SIPCODE_NUMBERS)
			return 0;
	}
	return 1;
}

static int are_codes(const struct named *names)
{
	for (size_t i = 0; i < names->rows; i++)
		if (!is_code(names->row[i]))
			return 0;
	return 1;
}

static int has_row(const struct named *names, const struct sipcode_row *row)
{
	for (size_t i = 0; i < names->rows; i++)
		if (names->row[i] == row)
			return 1;
	return 0;
}

/* Is it the phrase of the code, letter by letter? */
static int is_phrase(const struct sipcode_row *code, struct text t)
{
	const char *s = sipcode_text(code, SIPCODE_F_PHRASE, 0);

	return strlen(s) == t.n && memcmp(s, t.s, t.n) == 0;
}

/* Has the code this phrase only because a product was seen to send it? */
static int is_only_seen(const struct sipcode_row *code, struct text t)
{
	unsigned long n = sipcode_number(code, SIPCODE_F_CODE, 0);
	const struct sipcode_row *row;

	return !is_phrase(code, t) && sipcode_variant(0, n, t.s, t.n) == NULL &&
	       sipcode_sightings(0, n, t.s, t.n, &row, 1) > 0;
}

/* The codes that people mean by the words, where the row is none of them; a
 * phrase of several words means its code, and the name of a header field that
 * field. */
static void also_meant(struct named *names, struct text t)
{
	struct named meant = { .lang = names->lang };
	enum sipcode_set set = sipcode_row_set(names->row[0]);

	if (set != SIPCODE_CODES && set != SIPCODE_NUMBERS &&
	    set != SIPCODE_CAUSES && set != SIPCODE_SIGHTINGS)
		return;
	if (names->rows == 1 && is_code(names->row[0]) &&
	    !is_only_seen(names->row[0], t) &&
	    (memchr(t.s, ' ', t.n) != NULL || is_phrase(names->row[0], t)))
		return;
	if (names->official)
		return;
	names_meant(&meant, t.s, t.n);
	if (meant.rows == 0 || (names->rows == 1 && is_code(names->row[0]) &&
	                        meant.row[0] == names->row[0]))
		return;
	for (size_t i = 0; i < meant.rows; i++)
		if (!has_row(names, meant.row[i]) && names->rows < NAMED_MAX)
			names->row[names->rows++] = meant.row[i];
}

/* Reason: SIP;cause=408;text="ACK Timeout": who is known to write the text. */
static void mark_text(struct reader *r, unsigned long code, struct text t)
{
	static const char key[] = "text=\"";
	size_t n = sizeof(key) - 1;

	for (size_t i = 0; i + n < t.n; i++) {
		struct text text = { t.s + i + n, 0 };

		if (!chars_equal(t.s + i, key, n))
			continue;
		while (i + n + text.n < t.n && text.s[text.n] != '"')
			text.n++;
		reader_mark_seen(r, code, text);
		return;
	}
}

/* The rows of the same kind as the first one; what else there is, is said. */
static void add_values(struct reader *r, const struct named *names,
                       struct text t, const char *typed)
{
	for (size_t i = 0; i < names->rows; i++) {
		if (sipcode_row_set(names->row[i]) ==
		    sipcode_row_set(names->row[0]))
			reader_add(r, names->row[i], typed);
		else
			reader_note_other(r, names->row[i]);
	}
	mark_text(r, sipcode_number(names->row[0], SIPCODE_F_CODE, 0), t);
}

/* The internal causes of a product are numbers of it as well. */
static void drop_twins(struct named *names)
{
	size_t kept = 0;

	for (size_t i = 0; i < names->rows; i++) {
		const struct sipcode_row *row = names->row[i];
		int twin = 0;

		for (size_t k = 0; k < names->rows; k++)
			twin |= sipcode_row_set(row) == SIPCODE_CAUSES &&
			        sipcode_row_set(names->row[k]) ==
			                SIPCODE_NUMBERS &&
			        sipcode_number(names->row[k], SIPCODE_F_FIRST,
			                       0) ==
			                sipcode_number(row, SIPCODE_F_CAUSE, 0);
		if (!twin)
			names->row[kept++] = row;
	}
	names->rows = kept;
}

/* A registered phrase wins over a stranger's, and a name that is written to the
 * letter over one that is not.  What else may be meant is named, too: a word
 * of the phrases of others, or what people call so. */
void form_weigh(struct reader *r, struct named *names, struct text t,
                const char *typed)
{
	size_t exact;

	drop_twins(names);
	if (listed_weigh(r, names, t, typed))
		return;
	if (names->core != NULL) {
		t.s = names->core;
		t.n = names->core_n;
	}
	exact = named_exact(names, t);
	if (names->value) {
		add_values(r, names, t, typed);
		return;
	}
	if (names->registered > 0) {
		names->rows = names->registered;
	} else if (exact < names->rows) {
		reader_add(r, names->row[exact], typed);
		for (size_t i = 0; i < names->rows; i++)
			if (i != exact)
				reader_note_other(r, names->row[i]);
		return;
	} else if (are_phrases(names)) {
		names_within(names, t.s, t.n);
	}
	if (!r->codes && names->registered < 2)
		also_meant(names, t);
	if (names->rows == 1) {
		reader_add(r, names->row[0], typed);
		reader_mark_seen(
			r, sipcode_number(names->row[0], SIPCODE_F_CODE, 0), t);
		return;
	}
	if (are_codes(names))
		sort_codes(names);
	add_choice(r, names, t);
}

/* The longest name that begins with the operand; its end, or 0. */
static size_t longest_name(const struct reader *r, size_t from,
                           struct named *names, struct text *t)
{
	size_t end = r->end, most = NAME_WORDS, n;

	/* Who quotes a name of several words has said where it ends. */
	if (strchr(r->c->operand[from], ' ') != NULL)
		most = 1;
	if (from > r->from && end - from > most)
		end = from + most;
	while (end > from) {
		memset(names, 0, sizeof(*names));
		names->lang = r->c->lang;
		*t = reader_text(r, from, end);
		n = t->n;
		r->names(r, names, *t);
		dress_bare(&t->s, &t->n);
		if (names->rows == 0 && t->n < n)
			r->names(r, names, *t);
		if (names->rows > 0)
			return end;
		end = end - from > most ? from + most : end - 1;
	}
	return 0;
}

/* The length of the text up to what parts it, or all of it. */
static size_t first_part(struct text t)
{
	static const char *const parts[] = { " - ", ": ", "; ", ", ", " (" };
	size_t first = t.n;

	for (size_t i = 0; i < LEN(parts); i++)
		for (size_t k = 0; k + strlen(parts[i]) < first; k++)
			if (memcmp(t.s + k, parts[i], strlen(parts[i])) == 0)
				first = k;
	return first;
}

/* A registered phrase, and something that a product has put behind it. */
size_t form_phrase(struct reader *r)
{
	struct text t = reader_text(r, r->from, r->end);
	struct named names = { .lang = r->c->lang };
	size_t n = first_part(t);

	name_phrase(&names, t.s, n);
	if (n == t.n || names.registered != 1)
		return 0;
	reader_add(r, names.row[0], reader_typed(r, r->from, r->end));
	while (n < t.n && char_in(t.s[n], " -:;,("))
		n++;
	t.s += n;
	t.n -= n;
	dress_bare(&t.s, &t.n);
	found_miss_n(r->c, r->f, "not used", t.s, t.n);
	return r->end - r->from;
}

/* All words have to be names, one behind the other. */
size_t form_names(struct reader *r)
{
	struct named names;
	struct text t;
	size_t from, end;

	for (from = r->from; from < r->end; from = end) {
		end = longest_name(r, from, &names, &t);
		if (end == 0)
			return 0;
	}
	for (from = r->from; from < r->end; from = end) {
		end = longest_name(r, from, &names, &t);
		form_weigh(r, &names, t, reader_typed(r, from, end));
	}
	return r->end - r->from;
}
