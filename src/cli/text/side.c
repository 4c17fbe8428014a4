/* side.c - texts of some codes side by side, or where the width does not
 * allow that, one below the other. */
#include "text/side.h"

#include <string.h>

#include "text/counted.h"
#include "text/text.h"
#include "words/label.h"
#include "words/row.h"
#include "words/verdict.h"
#include "utf8.h"

enum { SIDE_MAX = 4, GAP = 3, NARROWEST = 36 };

/* One column: some texts, as lines, and one without a bullet at the end. */
struct side {
	const struct sipcode_row *row;
	enum sipcode_field field;
	size_t next, end;   /* of the values */
	struct strbuf last; /* the text at the end, if any */
	int last_is_left;
	struct wrap wrap;
	int bullets, in_bullet;
};

/* The columns that one of n sides gets; 0 if they have to be stacked. */
static unsigned side_width(const struct out *o, size_t n)
{
	unsigned gaps = (unsigned)(n - 1) * GAP, width;

	if (o->width == 0 || n > SIDE_MAX || o->width < gaps)
		return 0;
	width = (o->width - gaps) / (unsigned)n;
	return width < NARROWEST ? 0 : width;
}

int side_columns(const struct out *o, const struct answer *a)
{
	return side_width(o, a->items) > 0;
}

/* The codes and phrases above their columns, or cut to fit. */
void side_heads(struct out *o, const struct answer *a)
{
	unsigned width = side_width(o, a->items);
	struct strbuf b = { 0 };

	for (size_t i = 0; width > 0 && i < a->items; i++) {
		struct wrap w = { .width = width };
		const char *line;
		size_t len = 0;

		strbuf_reset(&b);
		row_code(&b, a->item[i].row);
		w.text = b.s;
		w.left = b.len;
		line = wrap_next(&w, &len);
		out_style(o, text_style_of(a->item[i].row));
		out_bytes(o, line, len);
		out_style(o, STYLE_PLAIN);
		if (i + 1 < a->items)
			lay_blanks(o, width + GAP - utf8_columns(line, len));
	}
	if (width > 0)
		out_char(o, '\n');
	strbuf_free(&b);
}

/* The next text of a side; NULL at its end. */
static const char *next_text(struct side *s)
{
	s->in_bullet = s->bullets;
	if (s->next < s->end)
		return sipcode_text(s->row, s->field, s->next++);
	if (!s->last_is_left)
		return NULL;
	s->last_is_left = 0;
	s->in_bullet = 0;
	return s->last.s;
}

/* Writes the next line of a side and fills its column up, unless it is the
 * last one. */
static void side_line(struct out *o, struct side *s, unsigned width, int last)
{
	size_t len = 0, used = 0;
	const char *line = wrap_next(&s->wrap, &len);
	const char *text = line == NULL ? next_text(s) : NULL;

	if (text != NULL) {
		struct wrap w = { .text = text,
			          .left = strlen(text),
			          .width = width - (s->in_bullet ? 2 : 0) };

		s->wrap = w;
		line = wrap_next(&s->wrap, &len);
		if (s->in_bullet) {
			out_glyph(o, GLYPH_BULLET, 1);
			out_char(o, ' ');
		}
	} else if (line != NULL) {
		lay_blanks(o, s->in_bullet ? 2 : 0);
	}
	if (line != NULL) {
		wrap_write(o, &s->wrap, line, len);
		used = (s->in_bullet ? 2 : 0) + utf8_columns(line, len);
	}
	if (!last)
		lay_blanks(o, width - used + GAP);
}

/* Is there anything left to write in one of the sides? */
static int sides_left(const struct side *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i].wrap.left > 0 || s[i].next < s[i].end ||
		    s[i].last_is_left)
			return 1;
	return 0;
}

static void write_columns(struct out *o, struct side *side, size_t n)
{
	unsigned width = side_width(o, n);

	while (sides_left(side, n)) {
		for (size_t i = 0; i < n; i++)
			side_line(o, &side[i], width, i + 1 == n);
		out_char(o, '\n');
	}
	for (size_t i = 0; i < n; i++)
		strbuf_free(&side[i].last);
}

void side_verdicts(struct out *o, const struct answer *a)
{
	struct side side[SIDE_MAX];

	if (!side_columns(o, a))
		return;
	memset(side, 0, sizeof(side));
	for (size_t i = 0; i < a->items; i++) {
		verdict_add(&side[i].last, a->item[i].row);
		side[i].last_is_left = 1;
	}
	write_columns(o, side, a->items);
}

/* A code as the head of what is said of it. */
static void stacked_head(struct out *o, const struct sipcode_row *row)
{
	struct strbuf b = { 0 };

	row_code(&b, row);
	text_head(o, text_style_of(row), 2, 3, b.s);
	strbuf_free(&b);
}

void side_texts(struct out *o, const struct answer *a, enum sipcode_field field,
                enum label heading)
{
	int columns = side_columns(o, a);
	struct side side[SIDE_MAX];
	struct strbuf b = { 0 };

	memset(side, 0, sizeof(side));
	lay_heading(o, label_text(a->lang, heading));
	for (size_t i = 0; i < a->items; i++) {
		const struct sipcode_row *row = a->item[i].row;

		if (columns) {
			side[i].row = row;
			side[i].field = field;
			side[i].end = sipcode_len(row, field);
			continue;
		}
		stacked_head(o, row);
		if (field == SIPCODE_F_DESCRIPTION) {
			strbuf_reset(&b);
			verdict_add(&b, row);
			lay_text(o, 4, b.s);
		}
		for (size_t k = 0; k < sipcode_len(row, field); k++)
			lay_text(o, 4, sipcode_text(row, field, k));
	}
	if (columns)
		write_columns(o, side, a->items);
	strbuf_free(&b);
}

static void stacked_bullets(struct out *o, const struct sipcode_row *row,
                            enum sipcode_field field, size_t shown,
                            const char *more)
{
	/* In Markdown it would stand in a bullet before it. */
	unsigned indent = o->markdown ? 2 : 4;

	stacked_head(o, row);
	for (size_t k = 0; k < shown; k++)
		lay_last_bullet(o, indent, sipcode_text(row, field, k),
		                k + 1 == shown ? more : "");
}

void side_bullets(struct out *o, const struct answer *a,
                  enum sipcode_field field, enum label heading, size_t most)
{
	int columns = side_columns(o, a);
	struct side side[SIDE_MAX];
	struct strbuf more = { 0 };

	memset(side, 0, sizeof(side));
	lay_heading(o, label_text(a->lang, heading));
	for (size_t i = 0; i < a->items; i++) {
		const struct sipcode_row *row = a->item[i].row;
		size_t n = sipcode_len(row, field);
		size_t shown = n < most ? n : most;

		strbuf_reset(&more);
		if (shown < n)
			counted_more(&more, a->lang, n - shown);
		if (!columns) {
			stacked_bullets(o, row, field, shown,
			                strbuf_text(&more));
			continue;
		}
		side[i].row = row;
		side[i].field = field;
		side[i].end = shown;
		side[i].bullets = 1;
		side[i].last_is_left = more.len > 0;
		strbuf_add(&side[i].last, strbuf_text(&more));
	}
	if (columns)
		write_columns(o, side, a->items);
	strbuf_free(&more);
}
