/* tsv_explain.c - responses and findings as tsv. */
#include <string.h>

#include "answer/remark.h"
#include "io/visible.h"
#include "machine/tsv.h"
#include "words/row.h"

/* A value of the message, as far as the stream can show it. */
static void tsv_span(struct out *o, struct sipcode_span v)
{
	struct strbuf text = { 0 };

	strbuf_outside(&text, v.s, v.n, o->utf8);
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

static void tsv_place(struct out *o, const struct explained *e,
                      unsigned long line, const char *kind)
{
	tsv_file(o, e->file);
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
	struct strbuf text = { 0 }, source = { 0 };

	finding_text(&text, &source, e, f);
	tsv_place(o, e, explained_place(e, f->at).line,
	          f->must ? "error" : "warning");
	out_str(o, sipcode_text(f->duty, SIPCODE_F_HEADER, 0));
	out_str(o, "\t\t\t");
	out_str(o, strbuf_text(&text));
	out_str(o, "\t\t");
	out_str(o, strbuf_text(&source));
	out_char(o, '\n');
	strbuf_free(&text);
	strbuf_free(&source);
}

static void tsv_findings(struct out *o, const struct explained *e)
{
	for (size_t i = 0; i < e->findings; i++)
		tsv_finding(o, e, &e->finding[i]);
}

static void tsv_remark(struct out *o, const struct explained *e,
                       const struct remark *r)
{
	struct strbuf sources = { 0 };

	row_sources(&sources, r->row, SIPCODE_F_SOURCE);
	tsv_place(o, e, explained_place(e, e->message->start).line, "says");
	tsv_span(o, r->header);
	out_char(o, '\t');
	out_str(o, r->part);
	out_char(o, '\t');
	tsv_span(o, r->value);
	out_char(o, '\t');
	out_str(o, remark_meaning(e, r));
	out_char(o, '\t');
	out_str(o, remark_step(r));
	out_char(o, '\t');
	out_str(o, strbuf_text(&sources));
	out_char(o, '\n');
	strbuf_free(&sources);
}

static void tsv_cases(struct out *o, const struct explained *e)
{
	const char *text;
	size_t at = 0;

	while ((text = explained_case(e, &at)) != NULL) {
		tsv_place(o, e, explained_place(e, e->message->start).line, "case");
		out_str(o, "CSeq\tmethod\t\t");
		out_str(o, text);
		out_str(o, "\t\t\n");
	}
}

static void tsv_head(struct out *o, int first)
{
	if (first)
		out_str(o,
		        "file\tline\tcode\tkind\theader\tpart\tvalue\tmeaning"
		        "\tstep\tsource\n");
}

void tsv_explained(struct out *o, const struct explained *e, int first,
                   int brief)
{
	(void)brief;
	tsv_head(o, first);
	if (e == NULL)
		return;
	tsv_place(o, e, explained_place(e, e->message->start).line, "response");
	out_str(o, "Status-Line\t\t");
	tsv_span(o, e->message->phrase);
	out_char(o, '\t');
	out_str(o, sipcode_text(e->code, SIPCODE_F_VERDICT, 0));
	out_str(o, "\t\t\n");
	for (size_t i = 0; i < e->remarks; i++)
		tsv_remark(o, e, &e->remark[i]);
	tsv_cases(o, e);
	tsv_findings(o, e);
}

void tsv_checked(struct out *o, const struct explained *e, int first)
{
	tsv_head(o, first);
	if (e != NULL)
		tsv_findings(o, e);
}
