/* gather.c - takes line after line, and finds messages in them. */
#include "wire/begin.h"

#include <stdint.h>
#include <string.h>

#include "chars.h"
#include "len.h"
#include "wire/line/clue.h"
#include "wire/line/field.h"
#include "wire/pull.h"
#include "wire/line/start.h"

enum { TREE_MAX = 64 }; /* lines of a dissector before the first field */

/* The end of a line of the log is one of the text as well, if the text has not
 * been ended in it. */
static void end_log_line(struct build *b, const struct view *v, int empty)
{
	struct place place = view_place(v, v->n);
	const char *eol = b->crlf ? "\r\n" : "\n";
	char last = b->copy.s[b->copy.n - 1];

	if (b->state == BUILD_HEAD) {
		if (empty || build_within(b))
			build_line_end(b, eol, place);
		return;
	}
	if (!empty && last == '\n')
		return;
	for (eol += last == '\r' && b->crlf && !empty;
	     *eol != '\0' && b->state == BUILD_BODY; eol++)
		build_body(b, *eol, place);
}

/* What stands in a line from `at` on, with its end if it has come. */
static void copy_plainly(struct build *b, const struct view *v, size_t at)
{
	copy_bytes_of(&b->copy, v->s + at, v->n - at, view_place(v, at));
	if (v->ended)
		build_line_end(b, *v->eol == '\0' ? "\n" : v->eol,
		               view_place(v, v->n));
}

/* A line of the message, which is copied as it stands where it can be. */
static void take_text(struct gather *g, const struct view *v, struct coded *c)
{
	struct build *b = &g->build;
	size_t at = c->at;

	if (coded_is_plain(c) && c->n == v->n && b->state == BUILD_HEAD &&
	    v->from == NULL) {
		copy_plainly(b, v, at);
		return;
	}
	pull_lines(b, v, c);
	if (!gather_is_building(g))
		return;
	if (begin_goes_on(g, v, c))
		g->dress.wrapped = 1;
	/* The quote around all lines has closed. */
	else if (c->at < c->n && g->dress.prefix.n == 0)
		begin_end_text(g, v, c);
	else if (!g->dress.explicit || c->at == at)
		end_log_line(b, v, c->at == at);
}

/* Does a message begin in the line? */
static int holds_start(const struct view *v)
{
	struct starts starts = { .s = v->s, .n = v->n };
	struct start start;

	return starts_next(&starts, 0, &start);
}

/* A line below the start line, as long as none has told how they stand.
 * Returns 1 if this one does. */
static int learn_dress(struct gather *g, const struct view *v)
{
	struct build *b = &g->build;

	if (dress_learn(&g->dress, v)) {
		b->spaced = g->gap;
		b->unsure |= !dress_is_raw(&g->dress) || !b->crlf;
		return 1;
	}
	b->garbled |= build_is_left_out(v->s, v->n);
	if (v->n == 0 && !g->gap && !b->typed)
		g->gap = 1;
	else if (g->lines++ >= (g->dress.dissected ? TREE_MAX : 1))
		build_finish(b);
	return 0;
}

static int holds(const struct view *v, const char *word)
{
	size_t n = strlen(word);
	const char *s = v->s, *end = v->s + v->n;

	while ((s = memchr(s, *word, (size_t)(end - s))) != NULL) {
		if ((size_t)(end - s) < n)
			return 0;
		if (memcmp(s, word, n) == 0)
			return 1;
		s++;
	}
	return 0;
}

/* Text of XML and HTML shows only where it has its first bracket or quote. */
static void learn_entities(struct gather *g, const struct view *v)
{
	static const char entities[][7] = { "&lt;", "&gt;", "&quot;" };
	const char *and = v->s, *end = v->s + v->n;

	if (g->dress.layer[0] != CODING_NONE)
		return;
	if (holds(v, "branch=3Dz9hG4bK") || holds(v, "tag=3D")) {
		g->dress.layer[0] = CODING_QUOTED;
		g->build.unsure = 1;
		return;
	}
	while ((and = memchr(and, '&', (size_t)(end - and))) != NULL) {
		for (size_t i = 0; i < LEN(entities); i++) {
			size_t n = strlen(entities[i]);

			if ((size_t)(end - and) < n ||
			    memcmp(and, entities[i], n) != 0)
				continue;
			dress_as_markup(&g->dress);
			g->build.unsure = 1;
			return;
		}
		and++;
	}
}

/* A text that goes on where the line before was full. */
static int take_row(struct gather *g, const struct view *v)
{
	struct coded c = { .s = v->s, .n = v->n, .layer = { CODING_DOTS } };
	struct build *b = &g->build;
	size_t n = b->copy.n;

	if (v->n == 0 || !prefix_match(&g->dress.start, v->s, v->n, &c.at)) {
		build_finish(b);
		return 0;
	}
	/* Two points, of which the line before has the first. */
	if (b->state == BUILD_HEAD && build_within(b) &&
	    b->copy.s[n - 1] == '.' && c.at < c.n && v->s[c.at] == '.') {
		copy_cut(&b->copy, n - 1);
		build_line_end(b, "\n", view_place(v, c.at++));
	}
	pull_lines(b, v, &c);
	return 1;
}

/* A text that goes on behind a mark at the end of the line before. */
static int take_wrapped(struct gather *g, const struct view *v)
{
	struct coded c = { .s = v->s, .n = v->n };
	struct build *b = &g->build;

	if (g->dress.layer[0] == CODING_DOTS ||
	    g->dress.layer[0] == CODING_NONE)
		return take_row(g, v);
	/* The log has cut the line before, at what looks like the mark. */
	if (start_here(v->s, v->n)) {
		build_finish(b);
		return 0;
	}
	memcpy(c.layer, g->dress.layer, sizeof(c.layer));
	memcpy(c.close, g->dress.close, sizeof(c.close));
	/* YAML indents what goes on, and has a backslash before a blank. */
	if (c.layer[0] == CODING_BACKSLASH) {
		while (c.at < c.n && char_is_blank(v->s[c.at]))
			c.at++;
		if (c.at + 1 < c.n && v->s[c.at] == '\\' &&
		    v->s[c.at + 1] == ' ')
			c.at++;
	}
	if (g->dress.tail != '\0' && c.n > c.at &&
	    v->s[c.n - 1] == g->dress.tail)
		c.n--;
	pull_lines(b, v, &c);
	if (!gather_is_building(g) || begin_goes_on(g, v, &c))
		return 1;
	g->dress.wrapped = 0;
	if (c.at < c.n || !g->dress.known)
		begin_end_text(g, v, &c);
	else
		end_log_line(b, v, 0);
	return 1;
}

/* A line in which another message begins ends this one, unless it is the body
 * of it, whose empty line the log has left out.  Returns 1 if it is. */
static int end_at_start(struct gather *g)
{
	int is_body = build_is_notify(&g->build);

	build_finish(&g->build);
	return is_body;
}

/* Takes a line below the start line.  Returns 0 if it is none of the message,
 * which has ended then. */
static int take_head(struct gather *g, const struct view *v)
{
	struct coded c = { .s = v->s, .n = v->n };
	struct build *b = &g->build;
	int is_text;

	/* What a capture file has between two packets. */
	if (memchr(v->s, '\0', v->n) != NULL &&
	    (g->capture || holds_start(v))) {
		build_finish(b);
		return 0;
	}
	if (g->dress.wrapped)
		return take_wrapped(g, v);
	if (!g->dress.known) {
		if (field_known(v->s, v->n) == 0 && holds_start(v)) {
			build_finish(b);
			return 0;
		}
		if (!learn_dress(g, v))
			return gather_is_building(g);
	}
	learn_entities(g, v);
	is_text = dress_text(&g->dress, v, &c);
	/* The value of a header field may hold anything. */
	if ((!is_text ||
	     (c.at < c.n && field_known(v->s + c.at, c.n - c.at) == 0)) &&
	    holds_start(v))
		return end_at_start(g);
	if (is_text)
		take_text(g, v, &c);
	else if (!g->dress.dissected)
		build_stray(b, v->s, v->n);
	else if (!dress_skips(&g->dress, v))
		build_head_end(b);
	return is_text || gather_is_building(g);
}

/* Does another message begin in a line of the body?  At the front of the line,
 * or behind what a log puts before one: then the log has left out a part of
 * the body, or nobody has told its length. */
static int ends_body(struct build *b, const struct log_line *line, size_t n)
{
	struct starts starts = { .s = line->s, .n = n };
	struct start start;

	if (start_here(line->s, line->n))
		return 1;
	if (!starts_next(&starts, 0, &start) || start.code != 0)
		return 0;
	b->unsure = 1;
	return 1;
}

/* A body that stands as it was goes by its length.  Returns how much of the
 * line it takes: 0 if it has ended before. */
static size_t take_raw_body(struct gather *g, const struct log_line *line)
{
	struct build *b = &g->build;
	size_t n = line->n < b->need ? line->n : b->need;

	if (line->front && !b->fragment && ends_body(b, line, n)) {
		build_finish(b);
		return 0;
	}
	build_body_bytes(b, line->s, n, line->place);
	return n;
}

/* A line of a body that has something before it, or is written otherwise. */
static int take_dressed_body(struct gather *g, const struct view *v)
{
	struct coded c;

	if (g->dress.wrapped)
		return take_wrapped(g, v);
	if (!dress_text(&g->dress, v, &c) ||
	    (!g->build.fragment && start_here(v->s + c.at, c.n - c.at))) {
		build_finish(&g->build);
		return 0;
	}
	take_text(g, v, &c);
	return 1;
}

size_t gather_take(struct gather *g, const struct log_line *line)
{
	struct view v;
	size_t from = g->resume, taken;

	g->resume = 0;
	if (g->build.state == BUILD_BODY && dress_is_raw(&g->dress)) {
		taken = take_raw_body(g, line);
		if (taken > 0)
			return taken;
		/* The line is none of the body: all of it is looked at. */
		if (!line->ended && line->n < GATHER_PIECE)
			return 0;
	}
	v = view_of(&g->room, line->s, line->n, line->ended, line->place);
	if (g->build.state == BUILD_HEAD && !line->front &&
	    build_within(&g->build)) {
		copy_plainly(&g->build, &v, 0);
		return line->n;
	}
	if (g->build.state == BUILD_HEAD && take_head(g, &v))
		return line->n;
	if (g->build.state == BUILD_BODY && take_dressed_body(g, &v))
		return line->n;
	return begin_look(g, line, &v, from);
}

size_t gather_wants(const struct gather *g)
{
	if (g->build.state != BUILD_BODY || !dress_is_raw(&g->dress))
		return 0;
	return g->build.need;
}

void gather_end(struct gather *g)
{
	if (gather_is_building(g))
		build_finish(&g->build);
	g->resume = 0;
}

void gather_free(struct gather *g)
{
	copy_free(&g->build.copy);
	view_free(&g->room);
}
