/* explain.c - a response in words, and findings a line each. */
#include <stdint.h>
#include <string.h>

#include "answer/answer.h"
#include "answer/remark.h"
#include "exchange/secret.h"
#include "layout/markdown.h"
#include "text/text.h"
#include "words/label.h"
#include "words/row.h"

enum { HEADER_COLUMN = 21, START_MAX = 200, VALUE_MAX = 300, NAME_MAX = 40 };

/* "FILE:LINE: SIP/2.0 421 Extension Required". */
static void explain_title(struct out *o, const struct explained *e)
{
	const struct sipcode_message *m = e->message;
	struct strbuf b = { 0 };

	lay_code(o, &b);
	strbuf_escaped(&b, e->file, strlen(e->file), o->utf8);
	strbuf_add(&b, ":");
	strbuf_number(&b, explained_place(e, m->start).line);
	lay_code(o, &b);
	strbuf_add(&b, ": ");
	lay_code(o, &b);
	secret_excerpt(&b, m->start, START_MAX, o->utf8);
	lay_code(o, &b);
	o->outside = SIZE_MAX;
	text_title(o, text_style(m->code), b.s);
	o->outside = 0;
	lay_rule(o);
	strbuf_free(&b);
}

/* The essence of the code's page. */
static void explain_code(struct out *o, const struct explained *e)
{
	unsigned code = e->message->code;

	if (e->code == NULL) {
		if (code != 0)
			text_unknown(o, e->lang, &e->unknown);
		return;
	}
	text_verdict(o, e->code);
	lay_text(o, 0, sipcode_text(e->code, SIPCODE_F_DESCRIPTION, 0));
}

/* " = Asterisk" or " = User busy": what the row of a remark calls itself. */
static const char *name_of_row(const struct sipcode_row *row)
{
	switch (sipcode_row_set(row)) {
	case SIPCODE_SIGHTINGS:
		return sipcode_text(row, SIPCODE_F_PRODUCT, 0);
	case SIPCODE_CAUSES:
		return sipcode_text(row, SIPCODE_F_NAME, 0);
	default:
		return "";
	}
}

static void add_remark_text(struct strbuf *b, struct out *o,
                            const struct explained *e, const struct remark *r)
{
	const char *meaning = remark_meaning(e, r);
	const char *name = name_of_row(r->row);

	if (r->value.n > 0) {
		lay_code(o, b);
		secret_excerpt(b, r->value, VALUE_MAX, o->utf8);
		lay_code(o, b);
	}
	o->outside = b->len;
	if (*name != '\0') {
		strbuf_add(b, " = ");
		strbuf_add(b, name);
	}
	if (b->len > 0 && *meaning != '\0')
		strbuf_add(b, ": ");
	strbuf_add(b, meaning);
	if (r->step != SIPCODE_F_NONE) {
		strbuf_add(b, " -> ");
		strbuf_add(b, remark_step(r));
	}
	label_more(b, e->lang, r->more);
}

static void explain_table(struct out *o, const struct explained *e)
{
	lay_table(o, "", "", label_text(e->lang, LABEL_sources));
}

static void explain_remark(struct out *o, const struct explained *e,
                           const struct remark *r)
{
	struct strbuf name = { 0 }, text = { 0 }, source = { 0 };

	strbuf_excerpt(&name, r->header.s, r->header.n, NAME_MAX, o->utf8);
	if (*r->part != '\0') {
		strbuf_add(&name, " ");
		strbuf_add(&name, r->part);
	}
	add_remark_text(&text, o, e, r);
	if (sipcode_row_set(r->row) != SIPCODE_CODES)
		row_sources(&source, r->row, SIPCODE_F_SOURCE);
	lay_fact_at(o, HEADER_COLUMN, strbuf_text(&name), strbuf_text(&text),
	            strbuf_text(&source));
	strbuf_free(&name);
	strbuf_free(&text);
	strbuf_free(&source);
}

/* The page's situations for this method: the response does not say which. */
static void explain_cases(struct out *o, const struct explained *e)
{
	const char *text;
	size_t at = 0;

	for (int any = 0; (text = explained_case(e, &at)) != NULL; any = 1) {
		if (!any)
			lay_heading(o, label_text(e->lang, LABEL_cases));
		lay_bullet(o, 2, text);
	}
}

/* " [missing-via]". */
static void add_rule_id(struct strbuf *b, const struct sipcode_finding *f)
{
	char id[RULE_MAX];

	sipcode_rule_id(f, id, sizeof(id));
	strbuf_add(b, " [");
	strbuf_add(b, id);
	strbuf_add(b, "]");
}

static void explain_findings(struct out *o, const struct explained *e)
{
	struct strbuf text = { 0 }, source = { 0 };

	/* That nothing is wrong was not found out. */
	if (e->findings == 0 && e->unwanted > 0)
		return;
	lay_heading(o, label_text(e->lang, LABEL_wrong));
	for (size_t i = 0; i < e->findings; i++) {
		finding_text(&text, &source, e, &e->finding[i]);
		add_rule_id(&text, &e->finding[i]);
		explain_table(o, e);
		o->outside = text.len;
		lay_fact_at(o, HEADER_COLUMN, finding_level(&e->finding[i]),
		            strbuf_text(&text), strbuf_text(&source));
	}
	if (e->findings == 0)
		lay_text(o, 2,
		         label_text(e->lang, e->told ? LABEL_not_judged
		                                     : LABEL_nothing_wrong));
	strbuf_free(&text);
	strbuf_free(&source);
}

void text_explained(struct out *o, const struct explained *e, int first,
                    int brief)
{
	if (e == NULL)
		return;
	if (!first)
		lay_gap(o);
	explain_title(o, e);
	explain_code(o, e);
	if (e->remarks > 0) {
		lay_heading(o, label_text(e->lang, LABEL_says));
		explain_table(o, e);
	}
	for (size_t i = 0; i < e->remarks; i++)
		explain_remark(o, e, &e->remark[i]);
	text_grounds(o, e);
	explain_findings(o, e);
	/* What is said of every such response stands behind what this one
	 * says. */
	explain_cases(o, e);
	if (!brief)
		text_bullets(o, e->code, SIPCODE_F_FIX,
		             e->message->code < 300 ? LABEL_next : LABEL_fix,
		             EVERY_BULLET);
}

/* "FILE:LINE:COL: ", which editors and other readers of compilers know. */
static void check_place(struct out *o, const struct explained *e,
                        struct place place)
{
	out_escaped(o, e->file, strlen(e->file));
	out_char(o, ':');
	out_number(o, place.line);
	out_char(o, ':');
	out_number(o, place.column);
	out_str(o, ": ");
}

/* A row in Markdown: place, level, finding, source. */
static void check_row(struct out *o, const struct explained *e,
                      const struct sipcode_finding *f, struct strbuf *text,
                      const struct strbuf *source)
{
	const char *head[] = { label_text(e->lang, LABEL_line), "",
		               label_text(e->lang, LABEL_wrong),
		               label_text(e->lang, LABEL_sources) };
	struct place place = explained_place(e, f->at);
	struct strbuf b = { 0 };
	const char *cell[4];

	lay_code(o, &b);
	strbuf_escaped(&b, e->file, strlen(e->file), o->utf8);
	strbuf_add(&b, ":");
	strbuf_number(&b, place.line);
	strbuf_add(&b, ":");
	strbuf_number(&b, place.column);
	lay_code(o, &b);
	add_rule_id(text, f);
	cell[0] = b.s;
	cell[1] = finding_level(f);
	cell[2] = strbuf_text(text);
	cell[3] = strbuf_text(source);
	markdown_table(o, head, 4);
	markdown_row(o, cell, 4, 0);
	strbuf_free(&b);
}

void text_checked(struct out *o, const struct explained *e, int first)
{
	struct strbuf text = { 0 }, source = { 0 };
	(void)first;
	for (size_t i = 0; e != NULL && i < e->findings; i++) {
		const struct sipcode_finding *f = &e->finding[i];

		finding_text(&text, &source, e, f);
		if (o->markdown) {
			check_row(o, e, f, &text, &source);
			continue;
		}
		o->outside = text.len;
		if (source.len > 0) {
			strbuf_add(&text, " (");
			strbuf_add(&text, strbuf_text(&source));
			strbuf_add(&text, ")");
		}
		add_rule_id(&text, f);
		check_place(o, e, explained_place(e, f->at));
		out_str(o, finding_level(f));
		out_str(o, ": ");
		lay_part(o, strbuf_text(&text));
		out_char(o, '\n');
	}
	strbuf_free(&text);
	strbuf_free(&source);
}
