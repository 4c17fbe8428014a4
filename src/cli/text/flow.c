/* flow.c - ladder diagrams, drawn from their steps; the generator proves
 * that they can be drawn. */
#include <string.h>

#include "text/ladder.h"
#include "text/text.h"
#include "words/row.h"

static size_t actor_at(const struct ladder *d, const char *s, size_t n)
{
	for (size_t i = 0; i < d->actors; i++)
		if (strlen(d->name[i]) == n && memcmp(d->name[i], s, n) == 0)
			return i;
	return 0;
}

/* "Caller > Proxy: INVITE | CSeq: 1" or "~ 32 s, Timer B". */
static void draw_step(const struct ladder *d, const char *s)
{
	const char *arrow = strstr(s, " > "), *colon = strstr(s, ": ");
	const char *text, *bar;
	size_t a, b;

	if (s[0] == '~' || arrow == NULL || colon == NULL) {
		ladder_pause(d, s + 2);
		return;
	}
	a = actor_at(d, s, (size_t)(arrow - s));
	b = actor_at(d, arrow + 3, (size_t)(colon - arrow - 3));
	text = colon + 2;
	bar = strstr(text, " | ");
	ladder_text(d, a, b, "", text,
	            bar == NULL ? strlen(text) : (size_t)(bar - text));
	if (bar != NULL)
		ladder_text(d, a, b, "", bar + 3, strlen(bar + 3));
	ladder_arrow(d, a, b);
}

static void draw_ladder(struct out *o, const struct sipcode_row *flow)
{
	struct ladder d = { .out = o };

	d.actors = sipcode_len(flow, SIPCODE_F_ACTOR);
	if (d.actors < FLOW_ACTORS_LEAST || d.actors > FLOW_ACTORS_MOST)
		return;
	for (size_t i = 0; i < d.actors; i++)
		d.name[i] = sipcode_text(flow, SIPCODE_F_ACTOR, i);
	ladder_place(&d, LADDER_EDGE, LADDER_EDGE);
	ladder_begin(&d);
	for (size_t i = 0; i < sipcode_len(flow, SIPCODE_F_STEP); i++)
		draw_step(&d, sipcode_text(flow, SIPCODE_F_STEP, i));
	ladder_end(&d);
}

void text_flow(struct out *o, const struct sipcode_row *flow, int all)
{
	struct strbuf sources = { 0 };

	text_head(o, STYLE_BOLD, 0, 1, sipcode_text(flow, SIPCODE_F_TITLE, 0));
	lay_gap(o);
	draw_ladder(o, flow);
	lay_gap(o);
	for (size_t i = 0; i < sipcode_len(flow, SIPCODE_F_NOTE); i++)
		lay_bullet(o, 0, sipcode_text(flow, SIPCODE_F_NOTE, i));
	if (all) {
		row_sources(&sources, flow, SIPCODE_F_SOURCE);
		lay_text(o, 0, strbuf_text(&sources));
	}
	strbuf_free(&sources);
}
