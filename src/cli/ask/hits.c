/* hits.c - hits as items. */
#include "ask/hits.h"

#include <string.h>

#include "io/memory.h"
#include "io/strbuf.h"

/* Room for as many hits as there are rows. */
static size_t rows_of_all(void)
{
	size_t n = 0;

	for (int s = 0; s < SIPCODE_SETS; s++)
		n += sipcode_rows((enum sipcode_set)s);
	return n;
}

struct hits hits_find(struct context *c, struct items *list, char *const *words,
                      size_t n)
{
	size_t rows = rows_of_all();
	struct hits h = { memory_get(rows * sizeof(*h.hit)), 0, 0 };
	size_t found =
		sipcode_search(c->lang, words, n, h.hit, rows, &h.counted);

	for (size_t i = 0; i < found; i++)
		items_add_row(list, h.hit[i].row);
	for (size_t i = 0; i < found; i++)
		if (h.hit[i].held > h.held)
			h.held = h.hit[i].held;
	return h;
}

/* Few hits hold all the words: then others are there, too. */
static void note_whole(struct context *c, size_t hits, const struct hits *h,
                       const char *what)
{
	struct strbuf b = { 0 };
	size_t whole = 0;

	for (size_t i = 0; i < hits; i++)
		whole += h->hit[i].held == h->counted;
	if (whole == hits)
		return;
	strbuf_add(&b, "all the words are in only ");
	strbuf_number(&b, whole);
	strbuf_add(&b, " of ");
	strbuf_number(&b, hits);
	context_note(c, strbuf_text(&b), what, strlen(what));
	strbuf_free(&b);
}

void hits_note(struct context *c, struct found *f, const struct hits *h,
               const char *what)
{
	struct strbuf b = { 0 };

	if (f->list.items == 0) {
		found_miss(c, f, "nothing holds any of the words", what);
		return;
	}
	if (h->held == h->counted) {
		note_whole(c, f->list.items, h, what);
		return;
	}
	strbuf_add(&b, "nothing holds all the words; the best hold ");
	strbuf_number(&b, h->held);
	strbuf_add(&b, " of ");
	strbuf_number(&b, h->counted);
	found_miss(c, f, strbuf_text(&b), what);
	strbuf_free(&b);
}
