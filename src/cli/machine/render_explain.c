/* render_explain.c - responses and findings as JSON and tsv. */
#include <string.h>

#include "explain.h"
#include "json.h"
#include "layout.h"
#include "tsv.h"
#include "words.h"

static const char *meaning_of(const struct explained *e, const struct remark *r)
{
	const char *s = r->meaning == SIPCODE_F_NONE
	                        ? ""
	                        : sipcode_text(r->row, r->meaning, r->item);

	if (*s != '\0')
		return s;
	return r->label >= 0 ? word_of(e->lang, (enum label)r->label) : "";
}

static const char *step_of(const struct remark *r)
{
	return r->step == SIPCODE_F_NONE ? ""
	                                 : sipcode_text(r->row, r->step, 0);
}

static const char *sources_of(struct line *l, const struct remark *r)
{
	line_start(l);
	if (r->row != NULL)
		line_sources(l, r->row, SIPCODE_F_SOURCE);
	return l->s;
}

static const char *product_of(const struct remark *r)
{
	return r->row == NULL ? "" : sipcode_text(r->row, SIPCODE_F_PRODUCT, 0);
}

/* A value of the message: folds become blanks, as the standard reads them. */
static void member(struct out *o, int *first, const char *name,
                   struct sipcode_span v)
{
	struct line l;

	json_name(o, first, name);
	line_start(&l);
	line_outside(&l, v.s, v.n, 1);
	json_text(o, l.s);
}

static void json_remark(struct out *o, const struct explained *e,
                        const struct remark *r)
{
	struct line l;
	int first = 1;

	out_char(o, '{');
	json_name(o, &first, "header");
	json_text(o, r->header);
	json_name(o, &first, "part");
	json_text(o, r->part);
	member(o, &first, "value", r->value);
	json_name(o, &first, "meaning");
	json_text(o, meaning_of(e, r));
	json_name(o, &first, "step");
	json_text(o, step_of(r));
	json_name(o, &first, "product");
	json_text(o, product_of(r));
	json_name(o, &first, "source");
	json_text(o, sources_of(&l, r));
	out_char(o, '}');
}

static void json_finding(struct out *o, const struct explained *e,
                         const struct sipcode_finding *f, int place)
{
	struct line text, source;
	int first = 1;

	explain_finding(&text, &source, e, f);
	out_char(o, '{');
	if (place) {
		json_name(o, &first, "file");
		json_text(o, e->file);
	}
	json_name(o, &first, "line");
	out_number(o, explain_line(e, f->at));
	json_name(o, &first, "level");
	json_text(o, f->must ? "error" : "warning");
	json_name(o, &first, "code");
	out_number(o, e->message->code);
	json_name(o, &first, "header");
	if (f->duty != NULL)
		json_text(o, sipcode_text(f->duty, SIPCODE_F_HEADER, 0));
	else
		out_str(o, "null");
	json_name(o, &first, "text");
	json_text(o, text.s);
	json_name(o, &first, "source");
	json_text(o, source.s);
	out_char(o, '}');
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

void explained_json(struct out *o, const struct explained *e, int first,
                    int brief)
{
	int inner = 1;

	(void)brief;
	if (!json_frame(o, e, first))
		return;
	out_str(o, first ? "{" : ",\n{");
	json_name(o, &inner, "file");
	json_text(o, e->file);
	json_name(o, &inner, "line");
	out_number(o, e->line);
	json_name(o, &inner, "code");
	out_number(o, e->message->code);
	member(o, &inner, "phrase", e->message->phrase);
	json_name(o, &inner, "registered_phrase");
	json_text(o, e->code == NULL
	                     ? ""
	                     : sipcode_text(e->code, SIPCODE_F_PHRASE, 0));
	json_name(o, &inner, "summary");
	json_text(o, e->code == NULL
	                     ? ""
	                     : sipcode_text(e->code, SIPCODE_F_SUMMARY, 0));
	member(o, &inner, "method", sipcode_method(e->message));
	json_name(o, &inner, "complete");
	out_str(o, e->message->complete ? "true" : "false");
	json_name(o, &inner, "says");
	out_char(o, '[');
	for (size_t i = 0; i < e->remarks; i++) {
		out_str(o, i > 0 ? "," : "");
		json_remark(o, e, &e->remark[i]);
	}
	out_char(o, ']');
	json_name(o, &inner, "findings");
	out_char(o, '[');
	for (size_t i = 0; i < e->findings; i++) {
		out_str(o, i > 0 ? "," : "");
		json_finding(o, e, &e->finding[i], 0);
	}
	out_str(o, "]}");
}

void checked_json(struct out *o, const struct explained *e, int first)
{
	if (!json_frame(o, e, first))
		return;
	for (size_t i = 0; i < e->findings; i++) {
		out_str(o, first && i == 0 ? "" : ",\n");
		json_finding(o, e, &e->finding[i], 1);
	}
}

/* A cell of the message's own bytes. */
static void cell(struct out *o, struct sipcode_span v)
{
	struct line l;

	line_start(&l);
	line_outside(&l, v.s, v.n, o->utf8);
	tsv_text(o, l.s, l.len);
}

static void start(struct out *o, const struct explained *e, unsigned long line,
                  const char *kind)
{
	out_escaped(o, e->file, strlen(e->file));
	out_char(o, '\t');
	out_number(o, line);
	out_char(o, '\t');
	out_number(o, e->message->code);
	out_char(o, '\t');
	out_str(o, kind);
	out_char(o, '\t');
}

static void tsv_finding(struct out *o, const struct explained *e,
                        const struct sipcode_finding *f)
{
	struct line text, source;

	explain_finding(&text, &source, e, f);
	start(o, e, explain_line(e, f->at), f->must ? "error" : "warning");
	if (f->duty != NULL)
		out_str(o, sipcode_text(f->duty, SIPCODE_F_HEADER, 0));
	out_str(o, "\t\t\t");
	out_str(o, text.s);
	out_str(o, "\t\t");
	out_str(o, source.s);
	out_char(o, '\n');
}

static void header(struct out *o, int first)
{
	if (first)
		out_str(o,
		        "file\tline\tcode\tkind\theader\tpart\tvalue\tmeaning"
		        "\tstep\tsource\n");
}

void explained_tsv(struct out *o, const struct explained *e, int first,
                   int brief)
{
	(void)brief;
	header(o, first);
	if (e == NULL)
		return;
	start(o, e, e->line, "response");
	out_str(o, "Status-Line\t\t");
	cell(o, e->message->phrase);
	out_char(o, '\t');
	out_str(o, e->code == NULL
	                   ? ""
	                   : sipcode_text(e->code, SIPCODE_F_SUMMARY, 0));
	out_str(o, "\t\t\n");
	for (size_t i = 0; i < e->remarks; i++) {
		const struct remark *r = &e->remark[i];
		struct line l;

		start(o, e, e->line, "says");
		out_str(o, r->header);
		out_char(o, '\t');
		out_str(o, r->part);
		out_char(o, '\t');
		cell(o, r->value);
		out_char(o, '\t');
		out_str(o, meaning_of(e, r));
		out_char(o, '\t');
		out_str(o, step_of(r));
		out_char(o, '\t');
		out_str(o, sources_of(&l, r));
		out_char(o, '\n');
	}
	for (size_t i = 0; i < e->findings; i++)
		tsv_finding(o, e, &e->finding[i]);
}

void checked_tsv(struct out *o, const struct explained *e, int first)
{
	header(o, first);
	for (size_t i = 0; e != NULL && i < e->findings; i++)
		tsv_finding(o, e, &e->finding[i]);
}
