/* hits.c - hits as items. */
#include "ask/hits.h"

#include <string.h>

#include "io/memory.h"
#include "io/strbuf.h"
#include "chars.h"

/* Room for as many hits as there are rows. */
static size_t rows_of_all(void)
{
	size_t n = 0;

	for (int s = 0; s < SIPCODE_SETS; s++)
		n += sipcode_rows((enum sipcode_set)s);
	return n;
}

/* Parts the words of "userNotFound". */
static void add_word_parts(struct strbuf *b, const char *s)
{
	for (size_t i = 0; s[i] != '\0'; i++) {
		if (i > 0 && char_is_upper(s[i]) && char_is_letter(s[i - 1]) &&
		    (!char_is_upper(s[i - 1]) ||
		     (char_is_letter(s[i + 1]) && !char_is_upper(s[i + 1]))))
			strbuf_add(b, " ");
		strbuf_bytes(b, s + i, 1);
	}
	strbuf_add(b, " ");
}

/* Nothing holds any of the words, but maybe their parts. */
static size_t find_parts(const struct context *c, struct hits *h,
                         char *const *words, size_t n, size_t rows)
{
	struct strbuf parts = { 0 };
	size_t found;

	for (size_t i = 0; i < n; i++)
		add_word_parts(&parts, words[i]);
	found = sipcode_search(c->lang, &parts.s, 1, h->hit, rows, &h->counted);
	strbuf_free(&parts);
	return found;
}

struct hits hits_find(struct context *c, struct items *list, char *const *words,
                      size_t n)
{
	size_t rows = rows_of_all();
	struct hits h = { memory_get(rows * sizeof(*h.hit)), 0, 0 };
	size_t found =
		sipcode_search(c->lang, words, n, h.hit, rows, &h.counted);

	if (found == 0)
		found = find_parts(c, &h, words, n, rows);
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
