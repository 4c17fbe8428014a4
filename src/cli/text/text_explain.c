/* text_explain.c - a response in words, and findings a line each. */
#include <string.h>

#include "explain.h"
#include "layout.h"
#include "text.h"
#include "words.h"

enum { HEADER_COLUMN = 21 };

static const char *text_of(const struct remark *r, enum sipcode_field field,
                           size_t item)
{
	return field == SIPCODE_F_NONE ? "" : sipcode_text(r->row, field, item);
}

/* "421 Extension Required, at FILE:LINE" and the essence of its page. */
static void essence(struct out *o, const struct explained *e, int brief)
{
	const struct sipcode_message *m = e->message;
	struct line l;

	line_start(&l);
	line_add(&l, e->file);
	line_add(&l, ":");
	line_number(&l, e->line);
	line_add(&l, ": ");
	line_outside(&l, m->start.s, m->start.n > 200 ? 200 : m->start.n,
	             o->utf8);
	out_style(o, style_of_code(m->code));
	out_escaped(o, l.s, l.len);
	out_style(o, STYLE_PLAIN);
	out_char(o, '\n');
	lay_rule(o);
	if (e->code != NULL && brief) {
		lay_text(o, 0, sipcode_text(e->code, SIPCODE_F_SUMMARY, 0));
	} else if (e->code != NULL) {
		out_str(o, sipcode_text(e->code, SIPCODE_F_PHRASE, 0));
		out_str(o, ": ");
		out_str(o, word_value(e->code, SIPCODE_F_NATURE));
		out_char(o, '\n');
		lay_text(o, 0, sipcode_text(e->code, SIPCODE_F_SUMMARY, 0));
		text_bullets(o, e->code, SIPCODE_F_FIX,
		             word_of(e->lang,
		                     m->code < 300 ? LABEL_next : LABEL_fix));
	} else if (m->code != 0) {
		text_unknown(o, e->lang, m->code);
	}
}

static void remark(struct out *o, const struct explained *e,
                   const struct remark *r)
{
	struct line name, text, source;
	const char *meaning = text_of(r, r->meaning, r->item);

	line_start(&name);
	line_add(&name, r->header);
	if (*r->part != '\0') {
		line_add(&name, " ");
		line_add(&name, r->part);
	}
	line_start(&text);
	line_outside(&text, r->value.s, r->value.n > 300 ? 300 : r->value.n,
	             o->utf8);
	if (r->row != NULL && sipcode_row_set(r->row) == SIPCODE_SIGHTINGS) {
		line_add(&text, " = ");
		line_add(&text, sipcode_text(r->row, SIPCODE_F_PRODUCT, 0));
	} else if (r->row != NULL &&
	           sipcode_row_set(r->row) == SIPCODE_CAUSES) {
		line_add(&text, " = ");
		line_add(&text, sipcode_text(r->row, SIPCODE_F_NAME, 0));
	}
	if (text.len > 0 && (*meaning != '\0' || r->label >= 0))
		line_add(&text, ": ");
	if (*meaning != '\0')
		line_add(&text, meaning);
	else if (r->label >= 0)
		line_add(&text, word_of(e->lang, (enum label)r->label));
	if (r->step != SIPCODE_F_NONE) {
		line_add(&text, " -> ");
		line_add(&text, text_of(r, r->step, 0));
	}
	line_start(&source);
	if (r->row != NULL && sipcode_row_set(r->row) != SIPCODE_CODES)
		line_sources(&source, r->row, SIPCODE_F_SOURCE);
	lay_fact_at(o, HEADER_COLUMN, name.s, text.s, source.s);
}

static void findings(struct out *o, const struct explained *e)
{
	struct line text, source;

	lay_heading(o, word_of(e->lang, LABEL_wrong));
	for (size_t i = 0; i < e->findings; i++) {
		const struct sipcode_finding *f = &e->finding[i];

		explain_finding(&text, &source, e, f);
		lay_fact_at(
			o, HEADER_COLUMN,
			word_of(e->lang, f->must ? LABEL_must : LABEL_should),
			text.s, source.s);
	}
	if (e->findings == 0)
		lay_text(o, 2, word_of(e->lang, LABEL_nothing_wrong));
}

void explained_text(struct out *o, const struct explained *e, int first,
                    int brief)
{
	if (e == NULL)
		return;
	if (!first)
		out_char(o, '\n');
	essence(o, e, brief);
	if (e->remarks > 0)
		lay_heading(o, word_of(e->lang, LABEL_says));
	for (size_t i = 0; i < e->remarks; i++)
		remark(o, e, &e->remark[i]);
	findings(o, e);
}

void checked_text(struct out *o, const struct explained *e, int first)
{
	struct line text, source;

	(void)first;
	for (size_t i = 0; e != NULL && i < e->findings; i++) {
		const struct sipcode_finding *f = &e->finding[i];

		explain_finding(&text, &source, e, f);
		out_escaped(o, e->file, strlen(e->file));
		out_char(o, ':');
		out_number(o, explain_line(e, f->at));
		out_str(o, ": ");
		out_str(o,
		        word_of(e->lang, f->must ? LABEL_must : LABEL_should));
		out_str(o, ": ");
		out_str(o, text.s);
		if (source.len > 0) {
			out_str(o, " (");
			out_str(o, source.s);
			out_char(o, ')');
		}
		out_char(o, '\n');
	}
}
