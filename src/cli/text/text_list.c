/* text_list.c - a line an item: lists and hits. */
#include "text.h"

#include <string.h>

#include "layout.h"
#include "words.h"
#include "utf8.h"

/* The rest of a line: the text behind ": ", on a screen as much of it as
 * there is room for. */
static void tail(struct out *o, const char *text, size_t used)
{
	size_t n = strlen(text);
	struct wrap w = { text, n, 0 };
	const char *line;

	if (n == 0) {
		out_char(o, '\n');
		return;
	}
	if (o->width != 0) {
		if (used + 14 > o->width) {
			if (used <= o->width)
				out_str(o, used < o->width ? ":\n" : "\n");
			lay_text(o, 4, text);
			return;
		}
		w.width = o->width - (unsigned)used - 6;
	}
	out_str(o, ": ");
	line = wrap_next(&w, &n);
	out_bytes(o, line, n);
	if (w.left > 0)
		out_str(o, " ...");
	out_char(o, '\n');
}

/* "486 Busy Here" or "100rel"; where that is wider than the screen, in lines
 * of its own.  Returns the columns used. */
static size_t heading_of(struct out *o, const struct sipcode_row *row)
{
	enum sipcode_set set = sipcode_row_set(row);
	struct sipcode_column key = sipcode_column(set, 0);
	unsigned long number = sipcode_number(row, key.field, 0);
	size_t used;
	struct line l;

	line_start(&l);
	if (key.type == SIPCODE_T_NUMBER) {
		line_number(&l, number);
		line_add(&l, " ");
		line_add(&l,
		         sipcode_text(row,
		                      set == SIPCODE_CAUSES ? SIPCODE_F_NAME
		                                            : SIPCODE_F_PHRASE,
		                      0));
	} else {
		line_add(&l, sipcode_text(row, key.field, 0));
	}
	used = utf8_columns(l.s, l.len);
	out_style(o, set == SIPCODE_CODES ? style_of_code(number) : STYLE_BOLD);
	if (o->width != 0 && used > o->width)
		lay_text(o, 0, l.s);
	else
		out_bytes(o, l.s, l.len);
	out_style(o, STYLE_PLAIN);
	return used;
}

static void entry(struct out *o, const struct sipcode_row *row)
{
	enum sipcode_set set = sipcode_row_set(row);
	const char *status = sipcode_text(row, SIPCODE_F_STATUS, 0);
	size_t used = heading_of(o, row);
	const char *text;

	if (set == SIPCODE_CODES && strcmp(status, "registered") != 0) {
		const char *word = word_value(row, SIPCODE_F_STATUS);

		out_str(o, " (");
		out_str(o, word);
		out_char(o, ')');
		used += 3 + utf8_columns(word, strlen(word));
	}
	text = sipcode_text(row, SIPCODE_F_SUMMARY, 0);
	if (*text == '\0')
		text = sipcode_text(row, SIPCODE_F_MEANING, 0);
	if (*text == '\0')
		text = sipcode_text(row, SIPCODE_F_TITLE, 0);
	tail(o, text, used);
}

void text_list(struct out *o, const struct answer *a)
{
	for (size_t i = 0; i < a->items; i++) {
		const struct sipcode_row *row = a->item[i].row;

		if (sipcode_row_set(row) == SIPCODE_MAPPINGS)
			text_mapping(o, row);
		else
			entry(o, row);
	}
}

void text_hits(struct out *o, const struct answer *a)
{
	for (size_t i = 0; i < a->items; i++) {
		const struct sipcode_hit *hit = &a->hit[i];
		enum sipcode_set set = sipcode_row_set(hit->row);
		const char *name = sipcode_set_name(set);
		size_t used = strlen(name) + 1;

		out_str(o, name);
		out_char(o, ' ');
		used += heading_of(o, hit->row);
		if (hit->field != SIPCODE_F_PHRASE ||
		    set == SIPCODE_SIGHTINGS || set == SIPCODE_VARIANTS)
			tail(o, sipcode_text(hit->row, hit->field, hit->item),
			     used);
		else
			out_char(o, '\n');
	}
}
