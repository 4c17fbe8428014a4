/* hits.c - what a search has found, a line each: where it leads, and the place
 * of the words. */
#include <string.h>

#include "answer/answer.h"
#include "layout/markdown.h"
#include "text/text.h"
#include "words/label.h"
#include "words/lead.h"
#include "words/name.h"
#include "chars.h"
#include "len.h"
#include "utf8.h"

enum { LEAST_ROOM = 24, INDENT = 4 };

/* The part s[from..to) of a text, and whether that is all of it. */
struct part {
	const char *s;
	size_t from, to, n;
};

/* Moves the begin of the part so far to the right that the first word of the
 * hit, and a few before it, are within so many columns. */
static void move_to_hit(struct part *p, const struct sipcode_hit *hit,
                        unsigned room)
{
	size_t at = hit->mark[0].at, behind = at + hit->mark[0].n;

	if (utf8_columns(p->s, behind) + 4 <= room)
		return;
	while (at > 0 && utf8_columns(p->s + at, behind - at) < room / 2)
		at--;
	while (at < behind && !char_is_blank(p->s[at]))
		at++;
	p->from = at < behind ? at + 1 : hit->mark[0].at;
}

static struct part cut_text(const char *s, const struct sipcode_hit *hit,
                            unsigned room)
{
	struct part p = { s, 0, strlen(s), strlen(s) };
	struct wrap w = { .width = room };
	const char *line;
	size_t len = 0;

	if (room == 0 || utf8_columns(s, p.n) <= room)
		return p;
	if (hit->marks > 0)
		move_to_hit(&p, hit, room);
	w.width -= p.from > 0 ? 8 : 4;
	w.text = s + p.from;
	w.left = p.n - p.from;
	line = wrap_next(&w, &len);
	p.to = (size_t)(line - s) + len;
	return p;
}

/* The text with the words of the hit in bold. */
static void show_part(struct out *o, const struct part *p,
                      const struct sipcode_hit *hit)
{
	struct wrap w = { .text = p->s + p->n };
	size_t at = p->from;

	out_str(o, p->from > 0 ? "... " : "");
	for (size_t i = 0; i < hit->marks; i++) {
		size_t from = hit->mark[i].at, to = from + hit->mark[i].n;

		if (from < at || to > p->to)
			continue;
		wrap_write(o, &w, p->s + at, from - at);
		text_begin(o, STYLE_BOLD);
		wrap_write(o, &w, p->s + from, to - from);
		text_end(o, STYLE_BOLD);
		at = to;
	}
	wrap_write(o, &w, p->s + at, p->to - at);
	out_str(o, p->to < p->n ? " ...\n" : "\n");
}

/* What stands in the heading need not be said again. */
static int is_in_heading(const struct sipcode_hit *hit)
{
	return hit->row == hit->owner &&
	       (hit->field == SIPCODE_F_PHRASE ||
	        hit->field == SIPCODE_F_NAME || hit->field == SIPCODE_F_TAG ||
	        hit->field == SIPCODE_F_HEADER ||
	        hit->field == SIPCODE_F_TIMER || hit->field == SIPCODE_F_TERM);
}

/* Is it a name alone: of a product, or another one for the record? */
static int is_bare_name(const struct sipcode_hit *hit)
{
	return hit->field == SIPCODE_F_PRODUCT ||
	       hit->field == SIPCODE_F_ALIAS || hit->field == SIPCODE_F_WORDS;
}

/* What a row says of itself in one line; of a name it is put together. */
static const char *saying(const struct sipcode_row *row, struct strbuf *own)
{
	static const enum sipcode_field says[] = {
		SIPCODE_F_VERDICT, SIPCODE_F_MEANING,     SIPCODE_F_TITLE,
		SIPCODE_F_SUMMARY, SIPCODE_F_DESCRIPTION, SIPCODE_F_TEXT,
	};
	const char *text = "";

	if (sipcode_row_set(row) == SIPCODE_NAMES) {
		name_add_meaning(own, row);
		return strbuf_text(own);
	}
	for (size_t i = 0; *text == '\0' && i < LEN(says); i++)
		text = sipcode_text(row, says[i], 0);
	return text;
}

/* Where the hit leads, which ends the line if no text fits behind it.  Returns
 * the columns that are left for the text; 0 if that is not wrapped. */
static unsigned hit_heading(struct out *o, const struct sipcode_hit *hit)
{
	enum style style = sipcode_row_set(hit->owner) == SIPCODE_CODES
	                           ? text_style_of(hit->owner)
	                           : STYLE_BOLD;
	struct strbuf b = { 0 };
	struct wrap w = { .left = 0 };
	size_t used, title;

	lead_title(&b, hit->owner);
	title = b.len;
	lead_place(&b, hit);
	strbuf_add(&b, ":");
	used = utf8_columns(b.s, b.len) + 1;
	if (o->width > 0 && used > o->width) {
		text_begin(o, style);
		lay_text(o, 0, b.s);
		text_end(o, style);
	} else {
		text_begin(o, style);
		w.text = b.s + b.len;
		wrap_write(o, &w, b.s, title);
		text_end(o, style);
		wrap_write(o, &w, b.s + title, b.len - title);
		out_char(o, o->width == 0 || used + LEAST_ROOM < o->width
		                    ? ' '
		                    : '\n');
	}
	strbuf_free(&b);
	if (o->width == 0)
		return 0;
	if (used + LEAST_ROOM < o->width)
		return o->width - (unsigned)used;
	lay_blanks(o, INDENT);
	return o->width > INDENT + 12 ? o->width - INDENT : 12;
}

/* A bullet in Markdown. */
static void show_item(struct out *o, const struct sipcode_hit *hit,
                      const char *text)
{
	struct strbuf title = { 0 }, rest = { 0 };

	lead_title(&title, hit->owner);
	lead_place(&rest, hit);
	strbuf_add(&rest, rest.len > 0 ? ": " : "");
	strbuf_add(&rest, text);
	markdown_bullet(o, 0, strbuf_text(&title), strbuf_text(&rest));
	strbuf_free(&title);
	strbuf_free(&rest);
}

static void show_hit(struct out *o, const struct sipcode_hit *hit)
{
	int named = is_in_heading(hit) || is_bare_name(hit);
	struct strbuf own = { 0 };
	const char *text = named ? saying(hit->row, &own) : "";
	struct sipcode_hit shown = *hit;
	struct part p;

	named = *text != '\0';
	if (named)
		shown.marks = 0;
	else
		text = sipcode_text(hit->row, hit->field, hit->item);
	if (o->markdown) {
		show_item(o, hit, text);
	} else {
		p = cut_text(text, &shown, hit_heading(o, hit));
		show_part(o, &p, &shown);
	}
	strbuf_free(&own);
}

void text_hits(struct out *o, const struct answer *a)
{
	size_t most = a->most == 0 || a->most > a->items ? a->items : a->most;
	struct strbuf count = { 0 }, more = { 0 };
	const char *arg;

	for (size_t i = 0; i < most; i++)
		show_hit(o, &a->hit[i]);
	if (most == a->items)
		return;
	strbuf_number(&count, a->items - most);
	arg = count.s;
	label_fill(&more, label_text(a->lang, LABEL_more_hits), &arg, 1);
	lay_text(o, 0, more.s);
	strbuf_free(&count);
	strbuf_free(&more);
}

void text_choice(struct out *o, const struct answer *a)
{
	for (size_t i = 0; i < a->items; i++) {
		const struct sipcode_row *row = a->item[i].row;
		struct sipcode_hit hit = { .row = row,
			                   .owner = row,
			                   .field = SIPCODE_F_PHRASE };

		show_hit(o, &hit);
	}
}
