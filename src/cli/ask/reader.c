/* reader.c - the operands as text, and what is found in them. */
#include "ask/reader.h"

#include "io/strbuf.h"
#include "names/dress.h"
#include "words/lead.h"

struct text reader_text(const struct reader *r, size_t from, size_t end)
{
	struct text t = { r->f->joined + r->f->start[from],
		          r->f->start[end] - r->f->start[from] };

	t.n -= t.n > 0;
	return t;
}

const char *reader_typed(const struct reader *r, size_t from, size_t end)
{
	r->f->typed[r->f->start[end] - 1] = '\0';
	return r->f->typed + r->f->start[from];
}

void reader_taken(const struct reader *r, unsigned long code)
{
	struct strbuf b = { 0 };

	strbuf_number(&b, code);
	context_note(r->c, "taken from the text", b.s, b.len);
	strbuf_free(&b);
}

void reader_add(struct reader *r, const struct sipcode_row *row,
                const char *typed)
{
	struct item item = { .row = row, .typed = typed };

	found_add(r->c, r->f, item);
}

void reader_mark_seen(struct reader *r, unsigned long code, struct text phrase)
{
	struct items *list = &r->f->list;
	struct item *item;

	if (list->items == 0 || phrase.n == 0 || !context_is_read(r->c))
		return;
	dress_bare(&phrase.s, &phrase.n);
	item = &list->item[list->items - 1];
	if (code == 0 || sipcode_number(item->row, SIPCODE_F_CODE, 0) != code)
		return;
	item->seens = sipcode_sightings(r->c->lang, code, phrase.s, phrase.n,
	                                item->seen, SEEN_MAX);
	if (item->seens > SEEN_MAX)
		item->seens = SEEN_MAX;
}

void reader_note_other(const struct reader *r, const struct sipcode_row *row)
{
	struct strbuf b = { 0 };

	r->f->named |= sipcode_row_set(row) == SIPCODE_NAMES;
	strbuf_add(&b, "sipcode ");
	lead_add(&b, row);
	context_note(r->c, "there is also", b.s, b.len);
	strbuf_free(&b);
}

void reader_note(const struct reader *r, const char *message,
                 const struct sipcode_row *row)
{
	struct strbuf b = { 0 };

	lead_add(&b, row);
	context_note(r->c, message, b.s, b.len);
	strbuf_free(&b);
}
