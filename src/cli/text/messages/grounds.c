/* grounds.c - what in a request led to its response. */
#include <string.h>

#include "answer/remark.h"
#include "text/text.h"
#include "words/label.h"

enum { FIELD_COLUMN = 25, FIELD_MAX = 300 };

/* "line 3", or "call.log:3" of another file than the response is in. */
static void add_line_of(struct strbuf *b, const struct out *o,
                        const struct explained *e, const struct heard *in)
{
	if (strcmp(in->file, e->file) == 0) {
		strbuf_add(b, label_text(e->lang, LABEL_line));
		strbuf_add(b, " ");
	} else {
		strbuf_escaped(b, in->file, strlen(in->file), o->utf8);
		strbuf_add(b, ":");
	}
	strbuf_number(b, heard_place(in, in->message->start).line);
}

/* "request (line 3)  Require: 100rel". */
static void show_evidence(struct out *o, const struct explained *e,
                          const struct evidence *v)
{
	const struct sipcode_message *m = v->in->message;
	struct strbuf where = { 0 }, text = { 0 };

	strbuf_add(&where, o->markdown ? "" : "  ");
	strbuf_add(&where, label_text(e->lang, m->request ? LABEL_in_request
	                                                  : LABEL_in_response));
	strbuf_add(&where, " (");
	add_line_of(&where, o, e, v->in);
	strbuf_add(&where, ")");
	lay_code(o, &text);
	strbuf_add(&text, v->name);
	strbuf_add(&text, ": ");
	said_text(&text, &v->said, FIELD_MAX, o->utf8);
	lay_code(o, &text);
	o->outside = text.len;
	if (o->markdown) {
		strbuf_add(&where, ": ");
		strbuf_add(&where, strbuf_text(&text));
		lay_bullet(o, 4, strbuf_text(&where));
	} else {
		lay_fact_at(o, FIELD_COLUMN, strbuf_text(&where),
		            strbuf_text(&text), "");
	}
	strbuf_free(&where);
	strbuf_free(&text);
}

static void show_ground(struct out *o, const struct explained *e,
                        const struct ground *g)
{
	struct strbuf text = { 0 }, source = { 0 };

	ground_text(&text, g, e->lang, o->utf8);
	ground_source(&source, g, e->lang);
	o->outside = text.len;
	if (source.len > 0) {
		strbuf_add(&text, " (");
		strbuf_add(&text, strbuf_text(&source));
		strbuf_add(&text, ")");
	}
	lay_bullet(o, 2, strbuf_text(&text));
	for (size_t i = 0; i < g->evidences; i++)
		show_evidence(o, e, &g->evidence[i]);
	strbuf_free(&text);
	strbuf_free(&source);
}

void text_grounds(struct out *o, const struct explained *e)
{
	if (e->grounds.n > 0)
		lay_heading(o, label_text(e->lang, LABEL_led));
	for (size_t i = 0; i < e->grounds.n; i++)
		show_ground(o, e, &e->grounds.ground[i]);
}
