/* form_text.c - what a text speaks of: methods and products. */
#include <stdlib.h>
#include <string.h>

#include "ask/reader.h"
#include "io/memory.h"
#include "io/strbuf.h"
#include "names/dress.h"
#include "chars.h"
#include "len.h"

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

/* Fewer codes do not say what a method is about. */
enum { FEW = 3 };

static void note_search(struct context *c, const char *words)
{
	struct strbuf b = { 0 };

	strbuf_add(&b, "sipcode search ");
	strbuf_add(&b, words);
	context_note(c, "to read about it", b.s, b.len);
	strbuf_free(&b);
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
	if (r->f->list.items < before + FEW)
		note_search(r->c, method);
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

	struct named meant = { .lang = r->c->lang };

	dress_bare(&t.s, &t.n);
	names_meant(&meant, t.s, t.n);
	if (f->hit != NULL || meant.rows > 0)
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
