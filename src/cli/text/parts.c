/* parts.c - the parts of which pages are made. */
#include <string.h>

#include "layout/markdown.h"
#include "text/counted.h"
#include "text/text.h"
#include "words/label.h"
#include "words/row.h"
#include "words/verdict.h"
#include "utf8.h"

enum style text_style(unsigned long code)
{
	if (code < 100 || code > 699)
		return STYLE_BOLD;
	return (enum style)(STYLE_1XX + code / 100 - 1);
}

enum style text_style_of(const struct sipcode_row *code)
{
	return text_style(sipcode_number(code, SIPCODE_F_CODE, 0));
}

void text_begin(struct out *o, enum style style)
{
	if (style != STYLE_PLAIN)
		out_style(o, style);
}

void text_end(struct out *o, enum style style)
{
	if (style != STYLE_PLAIN)
		out_style(o, STYLE_PLAIN);
}

void text_title(struct out *o, enum style style, const char *text)
{
	int wide = o->width != 0 && utf8_columns(text, strlen(text)) > o->width;

	if (o->markdown) {
		markdown_heading(o, 1, text);
		return;
	}
	text_begin(o, style);
	if (wide)
		lay_text(o, 0, text);
	else
		lay_part(o, text);
	text_end(o, style);
	if (!wide)
		out_char(o, '\n');
}

void text_head(struct out *o, enum style style, unsigned indent, unsigned level,
               const char *text)
{
	if (o->markdown && level > 0) {
		markdown_heading(o, level, text);
	} else if (o->markdown) {
		markdown_strong(o, text);
	} else {
		out_style(o, style);
		lay_text(o, indent, text);
		out_style(o, STYLE_PLAIN);
	}
}

void text_verdict(struct out *o, const struct sipcode_row *code)
{
	struct strbuf b = { 0 };

	verdict_add(&b, code);
	text_head(o, STYLE_BOLD, 0, 0, b.s);
	strbuf_free(&b);
}

void text_bullets(struct out *o, const struct sipcode_row *row,
                  enum sipcode_field field, enum label heading, size_t most)
{
	size_t n = sipcode_len(row, field);
	struct strbuf more = { 0 };

	if (n == 0)
		return;
	if (n > most)
		counted_more(&more, sipcode_row_lang(row), n - most);
	lay_heading_right(o, label_text(sipcode_row_lang(row), heading),
	                  strbuf_text(&more));
	for (size_t i = 0; i < n && i < most; i++)
		lay_bullet(o, 2, sipcode_text(row, field, i));
	if (o->width == 0 && more.len > 0)
		lay_text(o, 2, more.s);
	strbuf_free(&more);
}

void text_paragraphs(struct out *o, const struct sipcode_row *row,
                     enum sipcode_field field, enum label heading)
{
	if (sipcode_len(row, field) == 0)
		return;
	lay_heading(o, label_text(sipcode_row_lang(row), heading));
	for (size_t i = 0; i < sipcode_len(row, field); i++)
		lay_text(o, 2, sipcode_text(row, field, i));
}

void text_fact_table(struct out *o, int lang)
{
	lay_table(o, label_text(lang, LABEL_facts),
	          label_text(lang, LABEL_description),
	          label_text(lang, LABEL_sources));
}

void text_fact(struct out *o, const char *label, const char *text,
               const struct sipcode_row *row, enum sipcode_field sources)
{
	struct strbuf from = { 0 };

	row_sources(&from, row, sources);
	text_fact_table(o, sipcode_row_lang(row));
	lay_fact(o, label, text, strbuf_text(&from));
	strbuf_free(&from);
}

void text_owned_some(struct out *o, const struct sipcode_row *row,
                     enum sipcode_field field, enum label label,
                     void (*tell)(struct strbuf *, const struct sipcode_row *),
                     size_t most)
{
	const char *name = label_text(sipcode_row_lang(row), label);
	struct strbuf text = { 0 };

	for (size_t i = 0; i < sipcode_len(row, field) && i < most; i++) {
		const struct sipcode_row *owned = sipcode_link(row, field, i);

		strbuf_reset(&text);
		tell(&text, owned);
		if (text.len == 0)
			continue;
		text_fact(o, name, strbuf_text(&text), owned, SIPCODE_F_SOURCE);
		name = o->width == 0 ? name : "";
	}
	strbuf_free(&text);
}

void text_owned(struct out *o, const struct sipcode_row *row,
                enum sipcode_field field, enum label label,
                void (*tell)(struct strbuf *, const struct sipcode_row *))
{
	text_owned_some(o, row, field, label, tell, EVERY_BULLET);
}

void text_quoted(struct strbuf *b, const char *s)
{
	strbuf_add(b, "\"");
	strbuf_add(b, s);
	strbuf_add(b, "\" ");
}

void text_phrases(struct strbuf *b, const struct sipcode_row *sighting)
{
	strbuf_add(b, "\"");
	strbuf_add(b, sipcode_text(sighting, SIPCODE_F_PHRASE, 0));
	for (size_t i = 0; i < sipcode_len(sighting, SIPCODE_F_ALIAS); i++) {
		strbuf_add(b, "\", \"");
		strbuf_add(b, sipcode_text(sighting, SIPCODE_F_ALIAS, i));
	}
	strbuf_add(b, "\"");
}
