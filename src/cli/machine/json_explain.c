/* json_explain.c - responses and findings as JSON. */
#include "answer/remark.h"
#include "machine/json.h"
#include "words/row.h"

static void json_remark(struct out *o, const struct explained *e,
                        const struct remark *r)
{
	struct strbuf sources = { 0 };
	int first = 1;

	row_sources(&sources, r->row, SIPCODE_F_SOURCE);
	out_char(o, '{');
	json_heard(o, &first, "header", r->header);
	json_member(o, &first, "part", r->part);
	json_heard(o, &first, "value", r->value);
	json_member(o, &first, "meaning", remark_meaning(e, r));
	json_member(o, &first, "step", remark_step(r));
	json_member(o, &first, "product",
	            sipcode_text(r->row, SIPCODE_F_PRODUCT, 0));
	json_member(o, &first, "source", strbuf_text(&sources));
	json_number(o, &first, "more", r->more);
	out_char(o, '}');
	strbuf_free(&sources);
}

static void json_finding(struct out *o, const struct explained *e,
                         const struct sipcode_finding *f, int with_file)
{
	struct strbuf text = { 0 }, source = { 0 };
	struct place place = explained_place(e, f->at);
	char id[RULE_MAX];
	int first = 1;

	finding_text(&text, &source, e, f);
	sipcode_rule_id(f, id, sizeof(id));
	out_char(o, '{');
	if (with_file)
		json_member(o, &first, "file", e->file);
	json_number(o, &first, "line", place.line);
	json_number(o, &first, "column", place.column);
	json_member(o, &first, "level", finding_level(f));
	json_member(o, &first, "rule", id);
	json_number(o, &first, "code", e->message->code);
	json_name(o, &first, "header");
	if (f->duty != NULL)
		json_text(o, sipcode_text(f->duty, SIPCODE_F_HEADER, 0));
	else
		out_str(o, "null");
	json_member(o, &first, "text", strbuf_text(&text));
	json_member(o, &first, "source", strbuf_text(&source));
	json_number(o, &first, "more", f->more);
	out_char(o, '}');
	strbuf_free(&text);
	strbuf_free(&source);
}

/* Opens the list before the first response, closes it behind the last. */
static int json_frame(struct out *o, const struct explained *e, int first)
{
	if (first)
		out_char(o, '[');
	if (e == NULL)
		out_str(o, "]\n");
	return e != NULL;
}

static void json_response(struct out *o, const struct explained *e, int *first)
{
	struct place place = explained_place(e, e->message->start);

	json_member(o, first, "file", e->file);
	json_number(o, first, "line", place.line);
	json_number(o, first, "column", place.column);
	json_number(o, first, "code", e->message->code);
	json_heard(o, first, "phrase", e->message->phrase);
	json_member(o, first, "registered_phrase",
	            sipcode_text(e->code, SIPCODE_F_PHRASE, 0));
	json_member(o, first, "verdict",
	            sipcode_text(e->code, SIPCODE_F_VERDICT, 0));
	json_member(o, first, "description",
	            sipcode_text(e->code, SIPCODE_F_DESCRIPTION, 0));
	json_heard(o, first, "method", sipcode_method(e->message));
	json_name(o, first, "complete");
	out_str(o, e->message->complete ? "true" : "false");
	json_name(o, first, "matters");
	out_str(o, e->matters ? "true" : "false");
	json_member(o, first, "fate", fate_name(&e->fate));
	json_name(o, first, "failed_first");
	out_str(o, e->fate.first ? "true" : "false");
	json_request(o, e, first);
}

static void json_cases(struct out *o, const struct explained *e, int *first)
{
	const char *text;
	size_t at = 0;

	json_name(o, first, "cases");
	out_char(o, '[');
	for (int any = 0; (text = explained_case(e, &at)) != NULL; any = 1) {
		out_str(o, any ? "," : "");
		json_text(o, text);
	}
	out_char(o, ']');
}

void json_explained(struct out *o, const struct explained *e, int first,
                    int brief)
{
	int inner = 1;

	(void)brief;
	if (!json_frame(o, e, first))
		return;
	out_str(o, first ? "{" : ",\n{");
	json_response(o, e, &inner);
	json_name(o, &inner, "says");
	out_char(o, '[');
	for (size_t i = 0; i < e->remarks; i++) {
		out_str(o, i > 0 ? "," : "");
		json_remark(o, e, &e->remark[i]);
	}
	out_char(o, ']');
	json_grounds(o, e, &inner);
	json_cases(o, e, &inner);
	json_name(o, &inner, "findings");
	out_char(o, '[');
	for (size_t i = 0; i < e->findings; i++) {
		out_str(o, i > 0 ? "," : "");
		json_finding(o, e, &e->finding[i], 0);
	}
	out_str(o, "]}");
}

void json_checked(struct out *o, const struct explained *e, int first)
{
	if (!json_frame(o, e, first))
		return;
	for (size_t i = 0; i < e->findings; i++) {
		out_str(o, first && i == 0 ? "" : ",\n");
		json_finding(o, e, &e->finding[i], 1);
	}
}
