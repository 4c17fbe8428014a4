/* tsv_explain.c - responses and findings as tsv. */
#include <string.h>

#include "answer/remark.h"
#include "exchange/secret.h"
#include "io/visible.h"
#include "machine/tsv.h"
#include "words/row.h"

/* A value of the message, as far as the stream can show it. */
static void tsv_span(struct out *o, struct sipcode_span v)
{
	struct strbuf text = { 0 };

	secret_outside(&text, v, o->utf8);
	tsv_text(o, strbuf_text(&text), text.len);
	strbuf_free(&text);
}

/* The name of a file, in which white space counts. */
static void tsv_file(struct out *o, const char *name)
{
	size_t n = strlen(name);

	while (n > 0) {
		char shown[VISIBLE_MAX];
		size_t len = 1, taken = 1;

		if (strchr("\t\n\r", *name) != NULL)
			shown[0] = *name;
		else
			taken = visible_char(name, n, o->utf8, shown, &len);
		tsv_text(o, shown, len);
		name += taken;
		n -= taken;
	}
}

/* What stands in a line; what is NULL or 0 there is left empty. */
struct line {
	struct place place;
	const char *kind;
	struct sipcode_span header, value;
	const char *part, *meaning, *step, *source, *rule;
	size_t more;
};

/* A cell that ends with a tab. */
static void tsv_words(struct out *o, const char *s)
{
	if (s != NULL)
		tsv_str(o, s);
	out_char(o, '\t');
}

static void tsv_number_cell(struct out *o, uint64_t n, char end)
{
	out_number(o, n);
	out_char(o, end);
}

static void tsv_line(struct out *o, const struct explained *e,
                     const struct line *l)
{
	tsv_file(o, e->file);
	out_char(o, '\t');
	tsv_number_cell(o, l->place.line, '\t');
	tsv_number_cell(o, e->message->code, '\t');
	tsv_words(o, l->kind);
	tsv_span(o, l->header);
	out_char(o, '\t');
	tsv_words(o, l->part);
	tsv_span(o, l->value);
	out_char(o, '\t');
	tsv_words(o, l->meaning);
	tsv_words(o, l->step);
	tsv_words(o, l->source);
	tsv_number_cell(o, l->place.column, '\t');
	tsv_words(o, l->rule);
	tsv_number_cell(o, l->more, e->wanted.findings_only ? '\n' : '\t');
	if (!e->wanted.findings_only)
		out_str(o, e->matters ? "true\n" : "false\n");
}

static struct sipcode_span span_of(const char *s)
{
	struct sipcode_span span = { s, strlen(s) };

	return span;
}

static void tsv_finding(struct out *o, const struct explained *e,
                        const struct sipcode_finding *f)
{
	struct strbuf text = { 0 }, source = { 0 };
	char id[RULE_MAX];
	struct line l = {
		.place = explained_place(e, f->at),
		.kind = finding_level(f),
		.header = span_of(sipcode_text(f->duty, SIPCODE_F_HEADER, 0)),
		.rule = id,
		.more = f->more,
	};

	finding_text(&text, &source, e, f);
	sipcode_rule_id(f, id, sizeof(id));
	l.meaning = strbuf_text(&text);
	l.source = strbuf_text(&source);
	tsv_line(o, e, &l);
	strbuf_free(&text);
	strbuf_free(&source);
}

static void tsv_findings(struct out *o, const struct explained *e)
{
	for (size_t i = 0; i < e->findings; i++)
		tsv_finding(o, e, &e->finding[i]);
}

static void tsv_remark(struct out *o, const struct explained *e,
                       const struct remark *r, struct place place)
{
	struct strbuf sources = { 0 };
	struct line l = {
		.place = place,
		.kind = "says",
		.header = r->header,
		.part = r->part,
		.value = r->value,
		.meaning = remark_meaning(e, r),
		.step = remark_step(r),
		.more = r->more,
	};

	row_sources(&sources, r->row, SIPCODE_F_SOURCE);
	l.source = strbuf_text(&sources);
	tsv_line(o, e, &l);
	strbuf_free(&sources);
}

static void tsv_cases(struct out *o, const struct explained *e,
                      struct place place)
{
	struct line l = { .place = place, .kind = "case" };
	size_t at = 0;

	while ((l.meaning = explained_case(e, &at)) != NULL)
		tsv_line(o, e, &l);
}

/* What led to it: a line, and one for each field that shows it. */
static void tsv_ground(struct out *o, const struct explained *e,
                       const struct ground *g, struct place place)
{
	struct strbuf text = { 0 }, source = { 0 }, value = { 0 };
	struct line l = { .place = place, .kind = "led" };

	ground_text(&text, g, e->lang, o->utf8);
	ground_source(&source, g, e->lang);
	l.part = ground_kind_name(g);
	l.meaning = strbuf_text(&text);
	l.source = strbuf_text(&source);
	tsv_line(o, e, &l);
	for (size_t i = 0; i < g->evidences; i++) {
		const struct evidence *v = &g->evidence[i];
		const struct sipcode_message *m = v->in->message;
		struct line shown = {
			.place = heard_place(v->in, m->start),
			.kind = "field",
			.header = span_of(v->name),
			.part = m->request ? "request" : "response",
		};

		strbuf_reset(&value);
		said_text(&value, &v->said, SAID_ALL, 1);
		shown.value = span_of(strbuf_text(&value));
		tsv_line(o, e, &shown);
	}
	strbuf_free(&text);
	strbuf_free(&source);
	strbuf_free(&value);
}

static void tsv_response(struct out *o, const struct explained *e,
                         struct place place)
{
	struct line l = {
		.place = place,
		.kind = "response",
		.header = span_of("Status-Line"),
		.value = e->message->phrase,
		.meaning = sipcode_text(e->code, SIPCODE_F_VERDICT, 0),
	};

	tsv_line(o, e, &l);
}

static void tsv_head(struct out *o, const char *last)
{
	out_str(o, "file\tline\tcode\tkind\theader\tpart\tvalue\tmeaning"
	           "\tstep\tsource\tcolumn\trule\tmore");
	out_str(o, last);
	out_char(o, '\n');
}

void tsv_explained(struct out *o, const struct explained *e, int first,
                   int brief)
{
	struct place place;

	(void)brief;
	if (first)
		tsv_head(o, "\tmatters");
	if (e == NULL)
		return;
	place = explained_place(e, e->message->start);
	tsv_response(o, e, place);
	for (size_t i = 0; i < e->remarks; i++)
		tsv_remark(o, e, &e->remark[i], place);
	for (size_t i = 0; i < e->grounds.n; i++)
		tsv_ground(o, e, &e->grounds.ground[i], place);
	tsv_cases(o, e, place);
	tsv_findings(o, e);
}

void tsv_checked(struct out *o, const struct explained *e, int first)
{
	if (first)
		tsv_head(o, "");
	if (e != NULL)
		tsv_findings(o, e);
}
