/* ladder.c - each line of the picture is put together in cells. */
#include "text/ladder.h"

#include <string.h>

#include "layout/layout.h"
#include "layout/markdown.h"
#include "utf8.h"

enum {
	CELLS_MAX = 200, /* more than an edge and the gaps of all actors */
	GAP_WIDE = 30,
	GAP_OF_TWO = 44,
	GAP_LEAST = 4, /* less is no room for a text */
	PIPE_WIDTH = 78
};

/* What stands in a cell. */
enum kind {
	BLANK,
	LINE,
	DASH,
	LEFT,
	RIGHT,
	TEXT,
	COVERED /* by the character before it, which is two columns wide */
};

struct cell {
	enum kind kind;
	const char *s; /* of TEXT: a character, and the marks on it */
	size_t n;
};

/* One line of the picture, before it is written in UTF-8 or in ASCII. */
struct canvas {
	struct cell cell[CELLS_MAX];
	size_t width;
};

static void clear_canvas(const struct ladder *d, struct canvas *c)
{
	memset(c->cell, 0, sizeof(c->cell));
	for (size_t i = 0; i < d->actors; i++)
		c->cell[d->at[i]].kind = LINE;
	c->width = d->width;
}

static void write_cell(struct out *o, const struct cell *c)
{
	static const enum glyph glyphs[] = { [LINE] = GLYPH_BAR,
		                             [DASH] = GLYPH_LINE,
		                             [LEFT] = GLYPH_LEFT,
		                             [RIGHT] = GLYPH_RIGHT };

	if (c->kind == TEXT)
		out_bytes(o, c->s, c->n);
	else if (c->kind == BLANK)
		out_char(o, ' ');
	else if (c->kind != COVERED)
		out_glyph(o, glyphs[c->kind], 1);
}

static void write_canvas(struct out *o, const struct canvas *c)
{
	size_t n = c->width;

	while (n > 0 && c->cell[n - 1].kind == BLANK)
		n--;
	for (size_t i = 0; i < n; i++)
		write_cell(o, &c->cell[i]);
	out_char(o, '\n');
}

/* Text from a column on, up to another one. */
static void put(struct canvas *c, size_t at, size_t end, const char *s,
                size_t n)
{
	struct cell *before = NULL;

	while (n > 0) {
		uint32_t cp;
		size_t len = utf8_decode(s, n, &cp);
		size_t width = len == 0 ? 1 : (size_t)utf8_width(cp);

		len += len == 0;
		if (width == 0 && before != NULL) {
			before->n += len;
		} else if (width > 0) {
			if (at + width > end)
				return;
			before = &c->cell[at];
			*before = (struct cell){ TEXT, s, len };
			if (width == 2)
				c->cell[at + 1].kind = COVERED;
			at += width;
		}
		s += len;
		n -= len;
	}
}

/* Text, centred between two columns, which leave room for it. */
static void centre(struct canvas *c, unsigned from, unsigned to, const char *s,
                   size_t n)
{
	size_t room = to - from - 1, columns = utf8_columns(s, n);

	if (columns > room)
		columns = room;
	put(c, from + 1 + (room - columns) / 2, to, s, n);
}

/* A text between two columns, in as many lines as it needs. */
static void draw_text(const struct ladder *d, unsigned from, unsigned to,
                      const char *edge, const char *s, size_t n)
{
	struct wrap w = { .text = s, .left = n, .width = to - from - 1 };
	struct canvas c;
	const char *line;
	size_t len;

	while ((line = wrap_next(&w, &len)) != NULL) {
		clear_canvas(d, &c);
		/* Lines of actors in between give way to the text. */
		for (unsigned i = from + 1; i < to; i++)
			if (c.cell[i].kind == LINE &&
			    utf8_columns(line, len) > i - from)
				c.cell[i].kind = BLANK;
		put(&c, 0, d->at[0], edge, strlen(edge));
		edge = "";
		centre(&c, from, to, line, len);
		write_canvas(d->out, &c);
	}
}

void ladder_text(const struct ladder *d, size_t a, size_t b, const char *edge,
                 const char *s, size_t n)
{
	draw_text(d, d->at[a < b ? a : b], d->at[a < b ? b : a], edge, s, n);
}

void ladder_arrow(const struct ladder *d, size_t from, size_t to)
{
	unsigned left = d->at[from < to ? from : to];
	unsigned right = d->at[from < to ? to : from];
	struct canvas c;

	clear_canvas(d, &c);
	for (unsigned i = left + 1; i < right; i++)
		c.cell[i].kind = DASH;
	if (from < to)
		c.cell[right - 1].kind = RIGHT;
	else
		c.cell[left + 1].kind = LEFT;
	write_canvas(d->out, &c);
}

void ladder_pause(const struct ladder *d, const char *s)
{
	struct canvas c;
	size_t n = strlen(s), columns = utf8_columns(s, n);
	unsigned from = d->at[0], to = d->at[d->actors - 1];

	if (columns + 4 >= to - from) {
		draw_text(d, from, to, "", s, n);
		return;
	}
	clear_canvas(d, &c);
	for (unsigned i = from + 1; i < to; i++) {
		c.cell[i].kind = BLANK;
		if ((i - from) % 2 == 0)
			put(&c, i, to, ".", 1);
	}
	from += (unsigned)(to - from - columns) / 2;
	c.cell[from - 1].kind = c.cell[from + columns].kind = BLANK;
	put(&c, from, to, s, n);
	write_canvas(d->out, &c);
}

/* Where the name of an actor of so many columns begins, above its line. */
static size_t name_start(const struct ladder *d, size_t i, size_t columns)
{
	return d->at[i] < columns / 2 ? 0 : d->at[i] - columns / 2;
}

/* The names in one line; nothing is written if `write` is 0.  Returns how wide
 * it is. */
static size_t names_in_line(const struct ladder *d, int write)
{
	size_t used = 0;

	for (size_t i = 0; i < d->actors; i++) {
		const char *name = d->name[i];
		size_t n = utf8_columns(name, strlen(name));
		size_t start = name_start(d, i, n);

		if (i > 0 && start < used + 1)
			start = used + 1;
		if (write) {
			lay_blanks(d->out, start - used);
			out_str(d->out, name);
		}
		used = start + n;
	}
	return used;
}

/* Each name in lines of its own, within the gap around its actor. */
static void stack_names(const struct ladder *d)
{
	struct wrap w[FLOW_ACTORS_MOST] = { { 0 } };
	size_t last = d->actors - 1, left = 0;
	size_t right = d->out->width - d->at[last];

	for (size_t i = 0; i < d->actors; i++) {
		w[i] = (struct wrap){ .text = d->name[i],
			              .left = strlen(d->name[i]),
			              .width = d->at[1] - d->at[0] - 1 };
		left += w[i].left;
	}
	if (w[0].width > 2 * d->at[0])
		w[0].width = 2 * d->at[0];
	if (w[last].width > 2 * right)
		w[last].width = (unsigned)(2 * right);
	while (left > 0) {
		struct canvas c = { .width = d->out->width };

		left = 0;
		for (size_t i = 0; i < d->actors; i++) {
			size_t n = 0, columns;
			const char *s = wrap_next(&w[i], &n);

			left += w[i].left;
			columns = s == NULL ? 0 : utf8_columns(s, n);
			put(&c, name_start(d, i, columns), c.width, s, n);
		}
		write_canvas(d->out, &c);
	}
}

static void draw_names(const struct ladder *d)
{
	unsigned width = d->out->width;

	if (width > 0 && width <= CELLS_MAX && d->at[d->actors - 1] < width &&
	    names_in_line(d, 0) > width) {
		stack_names(d);
		return;
	}
	names_in_line(d, 1);
	out_char(d->out, '\n');
}

unsigned ladder_place(struct ladder *d, unsigned left, unsigned right)
{
	unsigned width = d->out->width == 0 ? PIPE_WIDTH : d->out->width - 2;
	unsigned most = d->actors == 2 ? GAP_OF_TWO : GAP_WIDE;
	unsigned gap = width < left + right ? 0
	                                    : (width - left - right) /
	                                              ((unsigned)d->actors - 1);
	unsigned spare; /* columns that the lines of the actors leave */

	if (gap > most)
		gap = most;
	if (gap < GAP_LEAST)
		gap = GAP_LEAST;
	/* On the narrowest screen six of them have less. */
	gap -= (unsigned)(d->actors - 1) * gap >= width + 2;
	spare = width + 1 - (unsigned)(d->actors - 1) * gap;
	if (right > spare)
		right = spare;
	if (left > spare - right)
		left = spare - right;
	for (size_t i = 0; i < d->actors; i++)
		d->at[i] = left + (unsigned)i * gap;
	d->width = d->at[d->actors - 1] + 1;
	return gap;
}

static void draw_empty(const struct ladder *d)
{
	struct canvas c;

	clear_canvas(d, &c);
	write_canvas(d->out, &c);
}

void ladder_end(const struct ladder *d)
{
	draw_empty(d);
	if (d->out->markdown)
		markdown_code(d->out, 0);
}

void ladder_begin(const struct ladder *d)
{
	if (d->out->markdown)
		markdown_code(d->out, 1);
	draw_names(d);
	draw_empty(d);
}
