/* begin.c - finds where a message begins in a line, and reads what of it stands
 * in that line. */
#include "wire/begin.h"

#include <stdint.h>
#include <string.h>

#include "wire/line/clue.h"
#include "wire/line/field.h"
#include "wire/line/start.h"
#include "wire/pull.h"

/* How many bytes before a start come again with it. */
enum { CONTEXT = 1024 };

static void tell_part(struct copy *copy, const struct view *v, size_t from,
                      size_t to, enum coding coding)
{
	struct coded c = { .s = v->s, .n = to, .at = from };
	char byte;

	c.layer[0] = coding;
	for (size_t at = from; coded_next(&c, &byte); at = c.at)
		copy_byte(copy, byte, view_place(v, at));
}

/* The text of a log that tells of a response is handed on as it stands, but
 * for the escapes of the phrase. */
static void tell(struct gather *g, const struct view *v, const struct start *s)
{
	struct copy *copy = &g->build.copy;
	struct gathered out = { .places = &copy->places, .told = 1 };
	struct sipcode_message *m = &out.message;
	size_t phrase = s->end, behind = phrase, at;

	if (s->phrase_len > 0 && s->phrase >= s->at &&
	    s->phrase + s->phrase_len <= s->end) {
		phrase = s->phrase;
		behind = s->phrase + s->phrase_len;
	}
	copy_reset(copy);
	tell_part(copy, v, s->at, phrase, CODING_NONE);
	at = copy->n;
	tell_part(copy, v, phrase, behind,
	          coded_phrase_is(v->s + phrase, behind - phrase));
	phrase = copy->n - at;
	tell_part(copy, v, behind, s->end, CODING_NONE);
	m->code = s->code;
	m->all.s = m->start.s = m->phrase.s = copy->s;
	m->all.n = m->start.n = copy->n;
	m->headers.s = m->body.s = copy->s + copy->n;
	m->phrase.s += at;
	m->phrase.n = phrase;
	g->build.each(g->build.with, &out);
}

/* The header fields in the same line that a dissector has put them into.
 * Returns 1 if they are there. */
static int block_follows(const struct view *v, struct coded *c)
{
	c->at = field_find(v->s, v->n, c->at);
	return c->at < v->n && clue_find(c);
}

int begin_goes_on(struct gather *g, const struct view *v, const struct coded *c)
{
	struct copy *copy = &g->build.copy;
	char mark = c->layer[0] == CODING_BACKSLASH ? '\\'
	            : c->layer[0] == CODING_QUOTED  ? '='
	                                            : '\0';

	if (mark == '\0' || c->at < c->n || c->n == 0 ||
	    v->s[c->n - 1] != mark || copy->n == 0 ||
	    copy->s[copy->n - 1] != mark)
		return 0;
	copy_cut(copy, copy->n - 1);
	g->dress.half = c->n > 2 && v->s[c->n - 2] == 'r' &&
	                v->s[c->n - 3] == '\\' && !build_within(&g->build);
	dress_take(&g->dress, c);
	return 1;
}

/* A text within a line ends the message that began in it, but where a line
 * is only as long as a screen is wide. */
void begin_end_text(struct gather *g, const struct view *v,
                    const struct coded *c)
{
	struct build *b = &g->build;

	if ((c->layer[0] == CODING_DOTS && c->at >= c->n) ||
	    begin_goes_on(g, v, c)) {
		g->dress.wrapped = 1;
		return;
	}
	if (b->state == BUILD_HEAD && build_within(b))
		build_line_end(b, "\n", view_place(v, c->at));
	if (b->state == BUILD_HEAD && b->no_body && b->fields > 0)
		build_head_end(b);
	else if (gather_is_building(g))
		build_finish(b);
}

/* Is the text in quotes, with its line end written in it? */
static int ends_in_quotes(const struct view *v, const struct coded *c)
{
	return c->layer[0] == CODING_BACKSLASH && c->close[0] != '\0' &&
	       c->at > 1 && c->at < v->n && v->s[c->at] == c->close[0] &&
	       v->s[c->at - 1] == 'n' && v->s[c->at - 2] == '\\';
}

/* Begins a message.  Returns where in the view to go on; SIZE_MAX if the text
 * goes on behind the piece that there is. */
static size_t begin(struct gather *g, const struct view *v,
                    const struct start *start, int ended)
{
	struct coded c = { .s = v->s, .n = v->n, .at = start->at };
	struct build *b = &g->build;
	int within = clue_find(&c);

	build_begin(b);
	dress_start(&g->dress, v, start->at, start->end, &c);
	b->unsure = g->capture || g->dress.dissected || !coded_is_plain(&c);
	b->no_body = g->dress.dissected;
	b->lossy = c.layer[0] == CODING_DOTS;
	g->lines = 0;
	g->gap = 0;
	pull_start(b, v, &c, dress_end(&g->dress, v, start->end));
	if (g->dress.dumped) {
		build_finish(b);
		return v->n;
	}
	g->dress.explicit = ends_in_quotes(v, &c);
	if (!within && !(g->dress.dissected && block_follows(v, &c)))
		return v->n;
	pull_lines(b, v, &c);
	if (!gather_is_building(g))
		return c.at;
	if (!ended && c.at >= v->n && start->at > CONTEXT) {
		b->state = BUILD_NONE;
		return SIZE_MAX;
	}
	begin_end_text(g, v, &c);
	return c.at;
}

/* Is what looks like a response the body of a NOTIFY? */
static int is_fragment(const struct log_line *line, const struct view *v,
                       const struct start *start)
{
	return !start->request &&
	       sipcode_is_sipfrag(line->s - line->above,
	                          line->above + view_raw(v, start->at));
}

/* Does a text in quotes hold a start line alone, and a text behind it in the
 * line the same one with the message? */
static int is_repeated(const struct view *v, const struct start *start)
{
	enum { REPEAT_MAX = 4096 };
	size_t n = start->end - start->at, end = v->n;
	const char *s = v->s + start->at;

	if (start->at == 0 || s[-1] != '"' || start->end >= end || s[n] != '"')
		return 0;
	if (end > start->end + REPEAT_MAX)
		end = start->end + REPEAT_MAX;
	for (size_t i = start->end; i + n + 2 < end; i++)
		if (v->s[i] == '"' && v->s[i + 1 + n] == '\\' &&
		    memcmp(v->s + i + 1, s, n) == 0)
			return 1;
	return 0;
}

size_t begin_look(struct gather *g, const struct log_line *line,
                  const struct view *v, size_t from)
{
	struct starts starts = { .s = v->s, .n = v->n };
	struct start start;

	while (starts_next(&starts, from, &start)) {
		from = start.end > start.at ? start.end : start.at + 1;
		if (start.code != 0) {
			tell(g, v, &start);
			continue;
		}
		if (is_fragment(line, v, &start) || is_repeated(v, &start))
			continue;
		from = begin(g, v, &start, line->ended);
		if (from == SIZE_MAX) {
			g->resume = CONTEXT;
			return view_raw(v, start.at) - CONTEXT;
		}
		if (!gather_is_building(g))
			continue;
		/* A response may stand behind its request in one line. */
		if (!start.request || !starts_next(&starts, start.end, &start))
			break;
		build_finish(&g->build);
		from = start.at;
	}
	return line->n;
}
