/* flow.c - ladder diagrams, drawn from their steps; the generator proves
 * that they can be drawn. */
#include <string.h>

#include "text/text.h"
#include "words/row.h"
#include "schema.h"

enum {
	CELLS_MAX = 200, /* more than EDGE and the gaps of all actors */
	EDGE = 5,        /* columns before the first actor's line */
	GAP_WIDE = 30,
	GAP_OF_TWO = 44,
	GAP_LEAST = 4, /* less is no room for a text */
	PIPE_WIDTH = 78
};

/* What stands in a cell besides a letter; none but the blank is a character
 * that a text can hold. */
enum { BLANK = ' ', LINE = 1, DASH, LEFT, RIGHT };

/* One line of the picture, before it is written in UTF-8 or in ASCII. */
struct canvas {
	char cell[CELLS_MAX];
	size_t width;
};

struct ladder {
	struct out *out;
	const struct sipcode_row *flow;
	size_t actors;
	unsigned at[FLOW_ACTORS_MOST]; /* the column of each actor's line */
	unsigned width;
};

static void clear_canvas(const struct ladder *d, struct canvas *c)
{
	memset(c->cell, BLANK, sizeof(c->cell));
	for (size_t i = 0; i < d->actors; i++)
		c->cell[d->at[i]] = LINE;
	c->width = d->width;
}

static void write_canvas(struct out *o, const struct canvas *c)
{
	size_t n = c->width;

	while (n > 0 && c->cell[n - 1] == BLANK)
		n--;
	for (size_t i = 0; i < n; i++) {
		switch (c->cell[i]) {
		case LINE:
			out_glyph(o, GLYPH_BAR, 1);
			break;
		case DASH:
			out_glyph(o, GLYPH_LINE, 1);
			break;
		case LEFT:
			out_glyph(o, GLYPH_LEFT, 1);
			break;
		case RIGHT:
			out_glyph(o, GLYPH_RIGHT, 1);
			break;
		default:
			out_char(o, c->cell[i]);
		}
	}
	out_char(o, '\n');
}

/* Text, centred between two columns, which leave room for it. */
static void centre(struct canvas *c, unsigned from, unsigned to, const char *s,
                   size_t n)
{
	size_t room = to - from - 1, start;

	if (n > room)
		n = room;
	start = from + 1 + (room - n) / 2;
	for (size_t i = 0; i < n; i++)
		if (s[i] >= ' ' && s[i] <= '~')
			c->cell[start + i] = s[i];
}

static size_t actor_at(const struct ladder *d, const char *s, size_t n)
{
	for (size_t i = 0; i < d->actors; i++) {
		const char *name = sipcode_text(d->flow, SIPCODE_F_ACTOR, i);

		if (strlen(name) == n && memcmp(name, s, n) == 0)
			return i;
	}
	return 0;
}

/* A text above an arrow, in as many lines as the arrow is too short for. */
static void draw_text(const struct ladder *d, unsigned from, unsigned to,
                      const char *s, size_t n)
{
	struct wrap w = { s, n, to - from - 1 };
	struct canvas c;
	const char *line;
	size_t len;

	while ((line = wrap_next(&w, &len)) != NULL) {
		clear_canvas(d, &c);
		/* Lines of actors in between give way to the text. */
		for (unsigned i = from + 1; i < to; i++)
			if (c.cell[i] == LINE && len > i - from)
				c.cell[i] = BLANK;
		centre(&c, from, to, line, len);
		write_canvas(d->out, &c);
	}
}

/* "~ 32 s, Timer B": a pause, across the whole picture. */
static void draw_pause(const struct ladder *d, const char *s)
{
	struct canvas c;
	size_t n = strlen(s);
	unsigned from = d->at[0], to = d->at[d->actors - 1];

	clear_canvas(d, &c);
	for (unsigned i = from + 1; i < to; i++)
		c.cell[i] = (i - from) % 2 == 0 ? '.' : BLANK;
	if (n + 4 < to - from) {
		size_t start = from + (to - from - n) / 2;

		c.cell[start - 1] = c.cell[start + n] = BLANK;
		for (size_t i = 0; i < n; i++)
			c.cell[start + i] = s[i];
		write_canvas(d->out, &c);
	} else {
		draw_text(d, from, to, s, n);
	}
}

static void draw_step(const struct ladder *d, const char *s)
{
	const char *arrow = strstr(s, " > "), *colon = strstr(s, ": ");
	const char *text, *bar;
	size_t a, b;
	unsigned from, to;
	struct canvas c;

	if (s[0] == '~' || arrow == NULL || colon == NULL) {
		draw_pause(d, s + 2);
		return;
	}
	a = actor_at(d, s, (size_t)(arrow - s));
	b = actor_at(d, arrow + 3, (size_t)(colon - arrow - 3));
	from = d->at[a < b ? a : b];
	to = d->at[a < b ? b : a];
	text = colon + 2;
	bar = strstr(text, " | ");
	draw_text(d, from, to, text,
	          bar == NULL ? strlen(text) : (size_t)(bar - text));
	if (bar != NULL)
		draw_text(d, from, to, bar + 3, strlen(bar + 3));
	clear_canvas(d, &c);
	for (unsigned i = from + 1; i < to; i++)
		c.cell[i] = DASH;
	if (a < b)
		c.cell[to - 1] = RIGHT;
	else
		c.cell[from + 1] = LEFT;
	write_canvas(d->out, &c);
}

static void draw_names(const struct ladder *d)
{
	size_t used = 0;

	for (size_t i = 0; i < d->actors; i++) {
		const char *name = sipcode_text(d->flow, SIPCODE_F_ACTOR, i);
		size_t n = strlen(name);
		size_t start = d->at[i] < n / 2 ? 0 : d->at[i] - n / 2;

		if (start < used)
			start = used;
		lay_blanks(d->out, start - used);
		out_str(d->out, name);
		used = start + n;
		if (i + 1 < d->actors) {
			lay_blanks(d->out, 1);
			used++;
		}
	}
	out_char(d->out, '\n');
}

/* Columns for the actors: as far apart as the width allows, up to a limit. */
static void place_actors(struct ladder *d)
{
	unsigned width = d->out->width == 0 ? PIPE_WIDTH : d->out->width - 2;
	unsigned most = d->actors == 2 ? GAP_OF_TWO : GAP_WIDE;
	unsigned gap = width < 2 * EDGE
	                       ? 0
	                       : (width - 2 * EDGE) / ((unsigned)d->actors - 1);

	if (gap > most)
		gap = most;
	if (gap < GAP_LEAST)
		gap = GAP_LEAST;
	for (size_t i = 0; i < d->actors; i++)
		d->at[i] = EDGE + (unsigned)i * gap;
	d->width = d->at[d->actors - 1] + 1;
}

static void draw_ends(const struct ladder *d)
{
	struct canvas c;

	clear_canvas(d, &c);
	write_canvas(d->out, &c);
}

static void draw_ladder(struct out *o, const struct sipcode_row *flow)
{
	struct ladder d = { .out = o, .flow = flow };

	d.actors = sipcode_len(flow, SIPCODE_F_ACTOR);
	if (d.actors < FLOW_ACTORS_LEAST || d.actors > FLOW_ACTORS_MOST)
		return;
	place_actors(&d);
	draw_names(&d);
	draw_ends(&d);
	for (size_t i = 0; i < sipcode_len(flow, SIPCODE_F_STEP); i++)
		draw_step(&d, sipcode_text(flow, SIPCODE_F_STEP, i));
	draw_ends(&d);
}

void text_flow(struct out *o, const struct sipcode_row *flow, int all)
{
	struct strbuf sources = { 0 };

	out_style(o, STYLE_BOLD);
	lay_text(o, 0, sipcode_text(flow, SIPCODE_F_TITLE, 0));
	out_style(o, STYLE_PLAIN);
	out_char(o, '\n');
	draw_ladder(o, flow);
	out_char(o, '\n');
	for (size_t i = 0; i < sipcode_len(flow, SIPCODE_F_NOTE); i++)
		lay_bullet(o, 0, sipcode_text(flow, SIPCODE_F_NOTE, i));
	if (all) {
		row_sources(&sources, flow, SIPCODE_F_SOURCE);
		lay_text(o, 0, strbuf_text(&sources));
	}
	strbuf_free(&sources);
}
