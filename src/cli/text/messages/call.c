/* call.c - the ladder of a call. */
#include <string.h>

#include "call/call.h"
#include "exchange/secret.h"
#include "exchange/value.h"
#include "text/ladder.h"
#include "text/messages/actors.h"
#include "text/text.h"
#include "words/label.h"

enum {
	ID_MAX = 200,
	METHOD_MAX = 24,
	PHRASE_MAX = 60,
	TIME_COLUMNS = STAMP_CLOCK_SIZE + 1,
	TIMED_GAP = 18 /* no time where it makes the arrows shorter */
};

static int has_times(const struct call *c)
{
	for (size_t i = 0; i < c->arrows; i++)
		if (c->arrow[i].message->stamped)
			return 1;
	return 0;
}

/* Returns how far the actors are apart. */
static unsigned place_actors(struct ladder *d, const struct actors *actors,
                             int timed)
{
	unsigned left = actors_half(actors, 0);
	unsigned right = actors_half(actors, d->actors - 1);

	if (timed && left < TIME_COLUMNS)
		left = TIME_COLUMNS;
	return ladder_place(d, left, right);
}

/* Returns 1 if times have room at the left edge. */
static int place_call(struct ladder *d, const struct call *c,
                      struct actors *actors)
{
	int timed = has_times(c) && place_actors(d, actors, 1) >= TIMED_GAP;

	actors_fit(actors, c, place_actors(d, actors, timed));
	/* Shorter names leave more room. */
	place_actors(d, actors, timed);
	for (size_t i = 0; i < c->actors; i++)
		d->name[i] = strbuf_text(&actors->shown[i]);
	return timed;
}

/* "486 Busy Here", or what stands in the place of the code. */
static void add_answer(struct strbuf *b, const struct out *o,
                       const struct sipcode_message *m)
{
	if (m->code == 0) {
		secret_excerpt(b, m->start, PHRASE_MAX, o->utf8);
		return;
	}
	strbuf_number(b, m->code);
	if (m->phrase.n > 0) {
		strbuf_add(b, " ");
		secret_excerpt(b, m->phrase, PHRASE_MAX, o->utf8);
	}
}

/* "INVITE, 3 times". */
static void add_what(struct strbuf *b, const struct out *o, int lang,
                     const struct arrow *a)
{
	struct strbuf what = { 0 }, times = { 0 };
	const char *arg[2];

	if (a->message->message->request)
		secret_excerpt(&what, a->method, METHOD_MAX, o->utf8);
	else
		add_answer(&what, o, a->message->message);
	strbuf_number(&times, a->times);
	arg[0] = strbuf_text(&what);
	arg[1] = strbuf_text(&times);
	if (a->times > 1)
		label_fill(b, label_text(lang, LABEL_ladder_times), arg, 2);
	else
		strbuf_add(b, arg[0]);
	strbuf_free(&what);
	strbuf_free(&times);
}

static void add_small_mark(struct strbuf *b, const char *mark)
{
	if (b->len > 0)
		strbuf_add(b, " ; ");
	strbuf_add(b, mark);
}

/* "Authorization ; SDP": what tells one message from another. */
static void add_marks(struct strbuf *b, const struct sipcode_message *m)
{
	static const char logins[][20] = { "Authorization",
		                           "Proxy-Authorization" };
	struct sipcode_span v;

	for (size_t i = 0; m->request && i < 2; i++)
		if (sipcode_value(m, logins[i], &v))
			add_small_mark(b, logins[i]);
	if (sipcode_value(m, "Content-Type", &v) &&
	    value_is(value_bare(v), "application/sdp"))
		add_small_mark(b, "SDP");
}

static void draw_arrow(const struct ladder *d, int lang, const struct arrow *a,
                       int timed)
{
	const struct heard *h = a->message;
	char clock[STAMP_CLOCK_SIZE] = "";
	struct strbuf text = { 0 };
	const char *mark;

	if (timed && h->stamped)
		stamp_clock(&h->stamp, clock);
	add_what(&text, d->out, lang, a);
	ladder_text(d, a->from, a->to, clock, strbuf_text(&text), text.len);
	strbuf_reset(&text);
	add_marks(&text, h->message);
	ladder_text(d, a->from, a->to, "", strbuf_text(&text), text.len);
	mark = a->failed ? label_text(lang, LABEL_failed_first) : "";
	ladder_text(d, a->from, a->to, "", mark, strlen(mark));
	ladder_arrow(d, a->from, a->to);
	strbuf_free(&text);
}

static void draw_call(struct out *o, int lang, const struct call *c,
                      struct actors *actors)
{
	struct ladder d = { .out = o, .actors = c->actors };
	int timed = place_call(&d, c, actors);

	actors_tell(actors, o, c);
	ladder_begin(&d);
	for (size_t i = 0; i < c->arrows; i++)
		draw_arrow(&d, lang, &c->arrow[i], timed);
	ladder_end(&d);
}

static void tell_left_out(struct out *o, int lang, const struct call *c)
{
	size_t numbers[4] = { c->hosts - c->actors, c->hosts,
		              c->messages - c->arrows, c->messages };
	struct strbuf part[4], text = { 0 };
	const char *arg[4];

	if (numbers[0] == 0)
		return;
	memset(part, 0, sizeof(part));
	for (size_t i = 0; i < 4; i++) {
		strbuf_number(&part[i], numbers[i]);
		arg[i] = strbuf_text(&part[i]);
	}
	label_fill(&text, label_text(lang, LABEL_ladder_left_out), arg, 4);
	lay_text(o, 0, strbuf_text(&text));
	strbuf_free(&text);
	for (size_t i = 0; i < 4; i++)
		strbuf_free(&part[i]);
}

/* "Failed first: INVITE, 486 Busy Here (call.log:34)." */
static void tell_failed(struct out *o, int lang, const struct call *c)
{
	const struct response *final = transaction_final(c->failed);
	const struct heard *h = final != NULL ? &final->kept->heard
	                                      : &c->failed->request->heard;
	struct strbuf what = { 0 }, place = { 0 }, text = { 0 };
	const char *arg[2];

	secret_excerpt(&what, c->failed->ids.method, METHOD_MAX, o->utf8);
	if (final != NULL) {
		strbuf_add(&what, ", ");
		add_answer(&what, o, h->message);
	}
	strbuf_escaped(&place, h->file, strlen(h->file), o->utf8);
	strbuf_add(&place, ":");
	strbuf_number(&place, heard_place(h, h->message->start).line);
	arg[0] = strbuf_text(&what);
	arg[1] = strbuf_text(&place);
	label_fill(&text, label_text(lang, LABEL_ladder_failed), arg, 2);
	if (c->fate == FATE_NO_ACK || c->fate == FATE_UNANSWERED) {
		strbuf_add(&text, " ");
		strbuf_add(&text,
		           label_text(lang, c->fate == FATE_NO_ACK
		                                    ? LABEL_fate_no_ack
		                                    : LABEL_fate_unanswered));
	}
	lay_text(o, 0, strbuf_text(&text));
	strbuf_free(&what);
	strbuf_free(&place);
	strbuf_free(&text);
}

void text_ladder(struct out *o, int lang, const struct call *c, int first)
{
	const char *section = o->section;
	struct actors actors;
	struct strbuf title = { 0 };

	/* Of the logs alone: nothing in it is a source. */
	o->section = NULL;
	memset(&actors, 0, sizeof(actors));
	if (!first)
		lay_gap(o);
	strbuf_add(&title, "Call-ID: ");
	lay_code(o, &title);
	secret_excerpt(&title, c->id, ID_MAX, o->utf8);
	lay_code(o, &title);
	text_title(o, STYLE_BOLD, strbuf_text(&title));
	lay_gap(o);
	actors_name(&actors, o, c);
	draw_call(o, lang, c, &actors);
	lay_gap(o);
	tell_left_out(o, lang, c);
	if (c->failed != NULL)
		tell_failed(o, lang, c);
	else
		lay_text(o, 0, label_text(lang, LABEL_nothing_failed));
	o->section = section;
	actors_free(&actors);
	strbuf_free(&title);
}
