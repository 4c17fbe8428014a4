/* json_grounds.c - a response's request, and what in it led to the response, as
 * JSON. */
#include "answer/remark.h"
#include "exchange/secret.h"
#include "exchange/value.h"
#include "machine/json.h"

void json_heard(struct out *o, int *first, const char *name,
                struct sipcode_span v)
{
	struct strbuf text = { 0 };

	secret_outside(&text, v, 1);
	json_member(o, first, name, strbuf_text(&text));
	strbuf_free(&text);
}

/* A header field or another part of a message, with its value. */
static void json_evidence(struct out *o, const struct evidence *v)
{
	struct strbuf text = { 0 };
	struct place place = heard_place(v->in, v->in->message->start);
	int first = 1;

	said_text(&text, &v->said, SAID_ALL, 1);
	out_char(o, '{');
	json_member(o, &first, "in",
	            v->in->message->request ? "request" : "response");
	json_member(o, &first, "file", v->in->file);
	json_number(o, &first, "line", place.line);
	json_member(o, &first, "name", v->name);
	json_member(o, &first, "value", strbuf_text(&text));
	out_char(o, '}');
	strbuf_free(&text);
}

static void json_ground(struct out *o, const struct explained *e,
                        const struct ground *g)
{
	struct strbuf text = { 0 }, source = { 0 };
	int first = 1;

	ground_text(&text, g, e->lang, 1);
	ground_source(&source, g, e->lang);
	out_char(o, '{');
	json_member(o, &first, "kind", ground_kind_name(g));
	json_member(o, &first, "text", strbuf_text(&text));
	json_member(o, &first, "source", strbuf_text(&source));
	json_name(o, &first, "fields");
	out_char(o, '[');
	for (size_t i = 0; i < g->evidences; i++) {
		out_str(o, i > 0 ? "," : "");
		json_evidence(o, &g->evidence[i]);
	}
	out_str(o, "]}");
	strbuf_free(&text);
	strbuf_free(&source);
}

void json_grounds(struct out *o, const struct explained *e, int *first)
{
	json_name(o, first, "led");
	out_char(o, '[');
	for (size_t i = 0; i < e->grounds.n; i++) {
		out_str(o, i > 0 ? "," : "");
		json_ground(o, e, &e->grounds.ground[i]);
	}
	out_char(o, ']');
}

void json_request(struct out *o, const struct explained *e, int *first)
{
	const struct heard *h = e->request;
	struct place place;
	int inner = 1;

	json_name(o, first, "request");
	if (h == NULL) {
		out_str(o, "null");
		return;
	}
	place = heard_place(h, h->message->start);
	out_char(o, '{');
	json_member(o, &inner, "file", h->file);
	json_number(o, &inner, "line", place.line);
	json_number(o, &inner, "column", place.column);
	json_heard(o, &inner, "method", value_method(h->message));
	json_heard(o, &inner, "uri", value_request_uri(h->message));
	out_char(o, '}');
}
