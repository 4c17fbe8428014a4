/* form_text.c - what a text speaks of: methods, products and terms. */
#include <string.h>

#include "ask/code.h"
#include "ask/reader.h"
#include "io/number.h"
#include "io/strbuf.h"
#include "names/dress.h"
#include "words/row.h"
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

/* What is asked of a product: a code, a number, or a name or phrase. */
struct asked {
	const struct sipcode_row *product;
	struct text of;
	const struct sipcode_row *code; /* NULL: it is none that is known */
	unsigned long number;           /* 0: it is none */
};

static int has_number(const struct sipcode_row *row, unsigned long n)
{
	if (sipcode_row_set(row) == SIPCODE_NAMES)
		return row_is_numbered(row, n);
	return sipcode_row_set(row) == SIPCODE_NUMBERS &&
	       sipcode_number(row, SIPCODE_F_FIRST, 0) <= n &&
	       n <= sipcode_number(row, SIPCODE_F_LAST, 0);
}

/* Is it the name or phrase of the row? */
static int is_named_so(const struct sipcode_row *row, struct text t)
{
	static const enum sipcode_field fields[] = {
		SIPCODE_F_NAME,
		SIPCODE_F_PHRASE,
		SIPCODE_F_ALIAS,
	};

	for (size_t i = 0; i < LEN(fields); i++)
		for (size_t k = 0; k < sipcode_len(row, fields[i]); k++) {
			const char *s = sipcode_text(row, fields[i], k);

			if (strlen(s) == t.n && chars_equal(s, t.s, t.n))
				return 1;
		}
	return 0;
}

static int is_asked(const struct sipcode_row *row, const struct asked *a)
{
	if (a->code != NULL && row_is_about(row, a->code))
		return 1;
	if (a->number > 0)
		return has_number(row, a->number);
	return is_named_so(row, a->of);
}

/* To people what is said of a code is told on one page. */
static void add_about(struct reader *r, const struct asked *a)
{
	struct item item = { .row = a->product, .about = a->code };

	if (r->f->list.items == 0 ||
	    r->f->list.item[r->f->list.items - 1].about == NULL)
		found_add(r->c, r->f, item);
}

/* Adds the rows of the product that answer; returns how many. */
static size_t add_asked(struct reader *r, const struct asked *a)
{
	static const enum sipcode_field fields[] = {
		SIPCODE_F_PRACTICE,  SIPCODE_F_NOTES, SIPCODE_F_FAILOVERS,
		SIPCODE_F_SIGHTINGS, SIPCODE_F_NAMES, SIPCODE_F_NUMBERS,
	};
	size_t added = 0;

	for (size_t i = 0; i < LEN(fields); i++)
		for (size_t k = 0; k < sipcode_len(a->product, fields[i]);
		     k++) {
			const struct sipcode_row *row =
				sipcode_link(a->product, fields[i], k);

			if (!is_asked(row, a))
				continue;
			if (a->code != NULL && row_is_about(row, a->code) &&
			    context_is_read(r->c))
				add_about(r, a);
			else
				reader_add(r, row, NULL);
			added++;
		}
	return added;
}

/* The one product that is called so; NULL if there is none. */
static const struct sipcode_row *product_called(const struct reader *r,
                                                struct text t)
{
	struct named names = { .lang = r->c->lang };

	dress_bare(&t.s, &t.n);
	name_product(&names, t.s, t.n);
	return names.rows == 1 ? names.row[0] : NULL;
}

/* The product at the front of the text or at its end, and what is left. */
static int part_product(const struct reader *r, struct text t, struct asked *a)
{
	for (size_t i = t.n; i-- > 1;) {
		struct text front = { t.s, i }, rest = { t.s + i, t.n - i };

		if (!char_is_space(t.s[i]))
			continue;
		a->of = rest;
		a->product = product_called(r, front);
		if (a->product == NULL) {
			a->of = front;
			a->product = product_called(r, rest);
		}
		if (a->product != NULL)
			return 1;
	}
	return 0;
}

/* Is the text the registered phrase of the code, in any case? */
static int is_phrase_of_code(unsigned long code, struct text t)
{
	const char *phrase = sipcode_phrase(code);

	return phrase != NULL && strlen(phrase) == t.n &&
	       chars_equal(phrase, t.s, t.n);
}

/* "486", "(486)", "486 Busy Here", "busy here"; 0 if it is no one code. */
static unsigned long asked_code(struct text t)
{
	const struct sipcode_row *row;
	unsigned long code;
	struct dress d;

	if (dress_read(t.s, t.n, &d)) {
		struct text rest = { t.s + d.end, t.n - d.end };

		dress_bare(&rest.s, &rest.n);
		return rest.n == 0 || is_phrase_of_code(d.code, rest) ? d.code
		                                                      : 0;
	}
	if (sipcode_by_phrase(0, t.s, t.n, &row, 1) == 0)
		return 0;
	code = sipcode_number(row, SIPCODE_F_CODE, 0);
	return is_phrase_of_code(code, t) ? code : 0;
}

/* Of "realtime 603" the only number, if there are other words. */
static void narrow(struct reader *r, struct asked *a)
{
	struct text one = { 0 };
	unsigned long n;
	size_t len;

	if (memchr(a->of.s, ' ', a->of.n) == NULL || asked_code(a->of) != 0)
		return;
	for (size_t at = 0; at < a->of.n; at += len + 1) {
		for (len = 0;
		     at + len < a->of.n && !char_is_space(a->of.s[at + len]);)
			len++;
		if (number_read_n(a->of.s + at, len, &n) != 0 || n < 100)
			continue;
		if (one.n > 0)
			return;
		one.s = a->of.s + at;
		one.n = len;
	}
	if (one.n == 0)
		return;
	context_note(r->c, "taken from the text", one.s, one.n);
	a->of = one;
}

/* "PJMEDIA error": the whole is the name of something. */
static int is_one_name(const struct reader *r, struct text t)
{
	struct named names = { .lang = r->c->lang };

	r->names(r, &names, t);
	for (size_t i = 0; i < names.rows; i++)
		if (is_named_so(names.row[i], t))
			return 1;
	return 0;
}

/* Is it a header field, a parameter or a line of a log, and no plain words? */
static int is_pasted(struct text t)
{
	for (size_t i = 0; i < t.n; i++)
		if (char_in(t.s[i], "\":;=<>"))
			return 1;
	return 0;
}

/* Longer texts are lines of a log. */
enum { ASKED_MOST = 80, NUMBER_ROOM = 12 };

/* Of a product of which no more is known: its number in disguise, or the code
 * alone, which the caller adds.  Returns 0 if it is neither. */
static int add_unasked(struct reader *r, const struct asked *a)
{
	char number[NUMBER_ROOM];

	if (a->code == NULL) {
		if (a->number == 0 || a->of.n >= sizeof(number))
			return 0;
		memcpy(number, a->of.s, a->of.n);
		number[a->of.n] = '\0';
		if (!code_is_known(number))
			return 0;
		code_add_disguised(r->c, r->f, number,
		                   reader_typed(r, r->from, r->c->operands));
	}
	reader_note_other(r, a->product);
	return 1;
}

/* "livekit 400", "400 livekit", "jambonz no-answer": what the product means by
 * it, and the code. */
size_t form_of_product(struct reader *r)
{
	struct text t = reader_text(r, r->from, r->c->operands);
	struct asked a = { 0 };

	if (r->from > 0 || t.n > ASKED_MOST || memchr(t.s, ' ', t.n) == NULL ||
	    is_pasted(t) || is_one_name(r, t) || !part_product(r, t, &a))
		return 0;
	dress_bare(&a.of.s, &a.of.n);
	narrow(r, &a);
	a.code = sipcode_code(r->c->lang, asked_code(a.of));
	if (number_read_n(a.of.s, a.of.n, &a.number) != 0)
		a.number = 0;
	if (a.of.n == 0 || (add_asked(r, &a) == 0 && !add_unasked(r, &a)))
		return 0;
	if (a.code != NULL)
		reader_add(r, a.code, NULL);
	return r->c->operands;
}

/* A product: all that is known of it.  Beside a code it is said by
 * form_of_product(), or of no use. */
size_t form_product(struct reader *r)
{
	struct text t = reader_text(r, r->from, r->end);
	struct named names = { .lang = r->c->lang };
	struct named meant = { .lang = r->c->lang };

	if (r->from > 0 || r->end < r->c->operands)
		return 0;
	dress_bare(&t.s, &t.n);
	names_meant(&meant, t.s, t.n);
	if (meant.rows > 0)
		return 0;
	name_product(&names, t.s, t.n);
	for (size_t i = 0; i < names.rows; i++)
		reader_add(r, names.row[i], NULL);
	return names.rows > 0 ? r->end - r->from : 0;
}

/* A word of the trade. */
size_t form_term(struct reader *r)
{
	struct text t = reader_text(r, r->from, r->end);
	struct named names = { .lang = r->c->lang };

	dress_bare(&t.s, &t.n);
	name_term(&names, t.s, t.n);
	for (size_t i = 0; i < names.rows; i++)
		reader_add(r, names.row[i], NULL);
	if (names.rows > 0)
		note_search(r->c,
		            sipcode_text(names.row[0], SIPCODE_F_TERM, 0));
	return names.rows > 0 ? r->end - r->from : 0;
}
