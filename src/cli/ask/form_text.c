/* form_text.c - what a text speaks of: methods, products, the one
 * constant or number in it. */
#include <stdlib.h>
#include <string.h>

#include "ask/code.h"
#include "ask/reader.h"
#include "io/memory.h"
#include "io/strbuf.h"
#include "names/dress.h"
#include "chars.h"
#include "len.h"

/* What may stand between a code and its phrase. */
enum { GAP = 8 };

static int is_known(unsigned long code, const char *behind, size_t n)
{
	const struct sipcode_row *row = sipcode_code(0, code);
	const char *phrase = sipcode_text(row, SIPCODE_F_PHRASE, 0);

	if (row == NULL)
		return 0;
	for (int i = 0; i < GAP && n > 0 && !char_is_letter(*behind); i++) {
		behind++;
		n--;
	}
	return *phrase != '\0' && strlen(phrase) <= n &&
	                       chars_equal(behind, phrase, strlen(phrase))
	               ? 2
	               : 1;
}

/* Does the case that a line is about, before its colon, name the method? */
static int is_about(const char *s, const char *method)
{
	const char *at = strstr(s, method), *colon = strchr(s, ':');

	return at != NULL && (colon == NULL || at < colon) &&
	       !char_is_letter(at[strlen(method)]);
}

/* Is half of what is said of the code about the method?  Of INVITE, with which
 * most codes are met, that says nothing. */
static int is_mostly_for(const struct sipcode_row *code, const char *method)
{
	size_t all = sipcode_len(code, SIPCODE_F_WHEN), about = 0;

	for (size_t i = 0; i < all; i++)
		about += (size_t)is_about(sipcode_text(code, SIPCODE_F_WHEN, i),
		                          method);
	return strcmp(method, "INVITE") != 0 && about > 0 && 2 * about >= all;
}

static int answers_special(const struct sipcode_row *code, const char *method)
{
	for (size_t i = 0; i < sipcode_len(code, SIPCODE_F_METHOD); i++)
		if (strcmp(sipcode_text(code, SIPCODE_F_METHOD, i), method) ==
		    0)
			return 1;
	return is_mostly_for(code, method);
}

/* Codes that answer this method and not every other one, or that are mostly
 * met in answer to it. */
size_t form_method(struct reader *r)
{
	struct text t = reader_text(r, r->from, r->end);
	const char *method;
	const struct sipcode_row *row;
	size_t before = r->f->list.items;

	dress_bare(&t.s, &t.n);
	method = name_method(t.s, t.n);
	if (method == NULL)
		return 0;
	if (strlen(method) < t.n)
		context_note(r->c, "a request line, and no response", t.s, t.n);
	for (size_t i = 0; (row = sipcode_row(r->c->lang, SIPCODE_CODES, i));
	     i++)
		if (answers_special(row, method))
			reader_add(r, row, method);
	r->f->lines = 1;
	r->f->heading = method;
	if (r->f->list.items == before)
		found_miss(r->c, r->f, "no code is special to the method",
		           method);
	return r->end - r->from;
}

static void add_product(struct found *f, const struct sipcode_row *row,
                        enum sipcode_field field)
{
	struct sipcode_hit *hit = &f->hit[f->hits.items];

	memset(hit, 0, sizeof(*hit));
	hit->row = row;
	hit->owner = sipcode_link(row, SIPCODE_F_CODE, 0);
	if (hit->owner == NULL)
		hit->owner = row;
	hit->field = field;
	hit->score = 1;
	items_add_row(&f->hits, row);
}

/* All that is known of a product but for its mappings. */
size_t form_product(struct reader *r)
{
	static const struct {
		enum sipcode_set set;
		enum sipcode_field field;
	} sets[] = {
		{ SIPCODE_PRACTICES, SIPCODE_F_TEXT },
		{ SIPCODE_NOTES, SIPCODE_F_TEXT },
		{ SIPCODE_SIGHTINGS, SIPCODE_F_PHRASE },
		{ SIPCODE_DISGUISES, SIPCODE_F_MEANING },
		{ SIPCODE_NUMBERS, SIPCODE_F_MEANING },
	};
	struct text t = reader_text(r, r->from, r->end);
	struct found *f = r->f;
	size_t room = 0;

	dress_bare(&t.s, &t.n);
	if (f->hit != NULL)
		return 0;
	for (size_t i = 0; i < LEN(sets); i++)
		room += sipcode_rows(sets[i].set);
	f->hit = memory_get(room * sizeof(*f->hit));
	for (size_t i = 0; i < LEN(sets); i++) {
		const struct sipcode_row *row;

		for (size_t k = 0;
		     (row = sipcode_row(r->c->lang, sets[i].set, k)); k++)
			if (names_product(row, t.s, t.n))
				add_product(f, row, sets[i].field);
	}
	if (f->hits.items > 0) {
		f->hits_only = 1;
		return r->end - r->from;
	}
	free(f->hit);
	f->hit = NULL;
	return 0;
}

/* The one number in the text that may be a code. */
size_t form_alone(struct reader *r)
{
	struct text t = reader_text(r, r->from, r->end);
	unsigned long code = dress_alone(t.s, t.n, is_known);
	struct strbuf b = { 0 };

	if (code == 0)
		return 0;
	if (!dress_is_http(t.s, t.n)) {
		reader_taken(r, code);
		code_add(r->c, r->f, code, NULL,
		         reader_typed(r, r->from, r->end));
		return r->end - r->from;
	}
	found_miss_n(r->c, r->f, "no such code or phrase", t.s, t.n);
	strbuf_add(&b, "sipcode ");
	strbuf_number(&b, code);
	context_note(r->c, "HTTP has codes of its own; the one of SIP", b.s,
	             b.len);
	strbuf_free(&b);
	return r->end - r->from;
}

static int is_of_constant(char c)
{
	return char_is_upper(c) || char_is_digit(c) || c == '_';
}

/* The next "NO_ROUTE_DESTINATION" of the text from *at on. */
static int next_constant(struct text t, size_t *at, struct text *constant)
{
	while (*at < t.n) {
		size_t from = *at, n = 0, bars = 0;

		while (from + n < t.n && is_of_constant(t.s[from + n])) {
			bars += t.s[from + n] == '_';
			n++;
		}
		*at = from + (n > 0 ? n : 1);
		if (bars == 0 || (from > 0 && char_is_letter(t.s[from - 1])) ||
		    (from + n < t.n && char_is_letter(t.s[from + n])))
			continue;
		constant->s = t.s + from;
		constant->n = n;
		return 1;
	}
	return 0;
}

/* A line of a log may name a cause or a code by a constant: the one that it
 * has. */
size_t form_constant(struct reader *r)
{
	struct text t = reader_text(r, r->from, r->end), constant;
	const struct sipcode_row *one = NULL;
	size_t at = 0;

	while (next_constant(t, &at, &constant)) {
		struct named names = { .lang = r->c->lang };

		name_cause(&names, constant.s, constant.n);
		if (names.rows == 0)
			name_constant(&names, constant.s, constant.n);
		if (names.rows == 0 || names.row[0] == one)
			continue;
		if (one != NULL)
			return 0;
		one = names.row[0];
	}
	if (one == NULL)
		return 0;
	reader_note(r, "taken from the text", one);
	reader_add(r, one, reader_typed(r, r->from, r->end));
	return r->end - r->from;
}
