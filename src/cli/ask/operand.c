/* operand.c - the table of forms, and the loop that tries them. */
#include "ask/operand.h"

#include <string.h>

#include "ask/code.h"
#include "ask/codes.h"
#include "ask/reader.h"
#include "io/memory.h"
#include "io/strbuf.h"
#include "chars.h"
#include "len.h"

/* The forms, in the order in which they are tried: the one place for a new
 * one.  The manual has the same order.  A row with a name_reader is tried by
 * form_names(), which weighs all of them against each other. */
static const struct form {
	form_reader *read;
	name_reader *name;
	int code; /* 1: also where codes alone are asked for */
} forms[] = {
	{ form_of_product, NULL, 0 }, { form_several, NULL, 1 },
	{ form_code, NULL, 1 },       { form_log, NULL, 1 },
	{ form_names, NULL, 1 },      { NULL, name_phrase, 1 },
	{ NULL, name_reason, 1 },     { NULL, name_number, 1 },
	{ NULL, name_cause, 0 },      { NULL, name_option, 0 },
	{ NULL, name_warning, 0 },    { NULL, name_timer, 0 },
	{ NULL, name_constant, 1 },   { NULL, name_header, 0 },
	{ NULL, name_key, 0 },        { NULL, name_listed, 1 },
	{ form_phrase, NULL, 1 },     { form_method, NULL, 0 },
	{ form_product, NULL, 0 },    { form_disguise, NULL, 1 },
	{ form_noted, NULL, 0 },      { form_class, NULL, 1 },
	{ form_range, NULL, 1 },      { form_symptom, NULL, 0 },
	{ form_constant, NULL, 0 },   { form_quoted, NULL, 1 },
	{ form_alone, NULL, 1 },      { form_number, NULL, 0 },
	{ form_cause, NULL, 0 },      { form_term, NULL, 0 },
	{ form_search, NULL, 0 },
};

static void all_names(const struct reader *r, struct named *names,
                      struct text t)
{
	for (size_t i = 0; i < LEN(forms); i++)
		if (forms[i].name != NULL && (forms[i].code || !r->codes))
			forms[i].name(names, t.s, t.n);
}

/* The operands with a blank between each two. */
static void join(struct reader *r)
{
	const struct context *c = r->c;
	struct found *f = r->f;
	size_t room = 1, at = 0;

	for (size_t i = 0; i < c->operands; i++)
		room += strlen(c->operand[i]) + 1;
	f->start = memory_get((c->operands + 1) * sizeof(*f->start) + 2 * room);
	f->joined = (char *)(f->start + c->operands + 1);
	f->typed = f->joined + room;
	for (size_t i = 0; i < c->operands; i++) {
		size_t n = strlen(c->operand[i]);

		f->start[i] = at;
		memcpy(f->joined + at, c->operand[i], n);
		at += n;
		f->joined[at++] = ' ';
	}
	f->start[c->operands] = at;
	memcpy(f->typed, f->joined, at);
}

/* Does a number behind the word belong to it, as in "warn-code 305"? */
static int takes_number(const char *s)
{
	static const char words[][12] = { "cause",      "isdn",  "q.850",
		                          "q850",       "timer", "warn-code",
		                          "hangupcause" };
	size_t n = strlen(s);

	if (n > 0 && char_in(s[n - 1], ":;="))
		return 1;
	for (size_t i = 0; i < LEN(words); i++)
		if (chars_same(words[i], s))
			return 1;
	return 0;
}

/* Where the words that begin with the next operand end. */
static size_t words_end(const struct reader *r)
{
	size_t end = r->from + 1;

	while (end < r->c->operands && r->c->operand[end][0] != '\0' &&
	       (!form_begins(r->c->operand[end]) ||
	        takes_number(r->c->operand[end - 1])))
		end++;
	return end;
}

static void miss(struct reader *r)
{
	struct text t = reader_text(r, r->from, r->end);
	const char *s = reader_typed(r, r->from, r->end);

	if (code_add_number(r->c, r->f, s))
		return;
	found_miss_n(r->c, r->f, "no such code or phrase", t.s, t.n);
	reader_suggest(r->c, t.s, t.n, 1);
}

/* "300 to 399" as three operands. */
static size_t read_to(struct reader *r)
{
	struct codes set = { { 0 } };
	struct strbuf b = { 0 };
	size_t read = 0;

	if (r->from + 2 >= r->c->operands)
		return 0;
	strbuf_words(&b, r->c->operand + r->from, 3);
	if (strchr(b.s, ',') == NULL && codes_add(&set, b.s) == 0)
		read = form_codes(r, &set, r->c->operand[r->from]) * 3;
	strbuf_free(&b);
	return read;
}

/* Fewer words are no line of a log. */
enum { LINE_WORDS = 4 };

/* A line that was not quoted: as if it were one operand. */
static size_t read_paste(struct reader *r)
{
	size_t end = r->end, used = 0;
	int text = 0;

	if (r->from > 0 || end == r->c->operands || r->c->operands < LINE_WORDS)
		return 0;
	r->end = r->c->operands;
	for (size_t i = 0; used == 0 && i < LEN(forms); i++) {
		text |= forms[i].read == form_constant;
		if (text && (forms[i].code || !r->codes))
			used = forms[i].read(r);
	}
	r->end = end;
	return used;
}

static size_t read_next(struct reader *r)
{
	size_t used = r->codes ? 0 : read_to(r);

	r->end = words_end(r);
	for (size_t i = 0; used == 0 && i < LEN(forms); i++)
		if (forms[i].read != NULL && (forms[i].code || !r->codes))
			used = forms[i].read(r);
	if (used == 0)
		used = read_paste(r);
	if (used > 0)
		return used;
	miss(r);
	return r->end - r->from;
}

static void read_operands(struct context *c, struct found *f, int codes)
{
	struct reader r = { c, f, 0, 0, codes, all_names };

	join(&r);
	if (!codes && c->operands > 0 && reader_suggest_command(&r))
		return;
	while (r.from < c->operands) {
		if (c->operand[r.from][0] == '\0') {
			f->status = context_misuse(c, "empty operand", "");
			r.from++;
		} else {
			size_t from = r.from, items = f->list.items;

			f->named = codes;
			r.from += read_next(&r);
			listed_note(&r, reader_text(&r, from, r.from), items);
		}
	}
}

void operand_anything(struct context *c, struct found *f)
{
	read_operands(c, f, 0);
}

int operand_of_product(struct context *c, struct found *f)
{
	struct reader r = { c, f, 0, 0, 0, all_names };

	join(&r);
	return form_of_product(&r) > 0;
}

void operand_codes(struct context *c, struct found *f)
{
	read_operands(c, f, 1);
}
