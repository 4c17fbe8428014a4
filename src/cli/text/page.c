/* page.c - the page of a status code, in two contents: the answer, which fits
 * one screen, and the whole, which begins like the answer and goes on with
 * background, facts and products; and of a code that nobody knows. */
#include <string.h>

#include "answer/answer.h"
#include "text/counted.h"
#include "text/text.h"
#include "words/label.h"
#include "words/row.h"
#include "utf8.h"

/* Code and phrase at the left, the class at the right, or where that is too
 * wide below. */
static void page_title(struct out *o, const struct sipcode_row *row)
{
	const struct sipcode_row *class_row =
		sipcode_link(row, SIPCODE_F_CLASS, 0);
	enum style style = text_style(sipcode_number(row, SIPCODE_F_CODE, 0));
	struct strbuf left = { 0 }, right = { 0 };
	size_t used;

	row_code(&left, row);
	strbuf_add(&right, sipcode_text(class_row, SIPCODE_F_CLASS, 0));
	strbuf_add(&right, " ");
	strbuf_add(&right, sipcode_text(class_row, SIPCODE_F_NAME, 0));
	used = utf8_columns(left.s, left.len) +
	       utf8_columns(right.s, right.len);
	if (o->width != 0 && used + 4 > o->measure) {
		text_title(o, style, left.s);
		text_title(o, STYLE_PLAIN, right.s);
	} else {
		out_style(o, style);
		out_str(o, left.s);
		out_style(o, STYLE_PLAIN);
		if (o->width == 0)
			out_str(o, " (");
		else
			lay_blanks(o, o->measure - 2 - used);
		out_str(o, right.s);
		out_str(o, o->width == 0 ? ")\n" : "\n");
	}
	lay_rule(o);
	strbuf_free(&left);
	strbuf_free(&right);
}

static void tell_sighting(struct strbuf *b, const struct sipcode_row *r)
{
	text_quoted(b, sipcode_text(r, SIPCODE_F_PHRASE, 0));
	strbuf_add(b, sipcode_text(r, SIPCODE_F_PRODUCT, 0));
	strbuf_add(b, ": ");
	strbuf_add(b, sipcode_text(r, SIPCODE_F_MEANING, 0));
}

/* What a product makes of a code, with who says so. */
static void page_note(struct out *o, const struct sipcode_row *note)
{
	struct strbuf b = { 0 };

	strbuf_add(&b, sipcode_text(note, SIPCODE_F_PRODUCT, 0));
	strbuf_add(&b, ": ");
	strbuf_add(&b, sipcode_text(note, SIPCODE_F_TEXT, 0));
	if (sipcode_len(note, SIPCODE_F_UNCONFIRMED) > 0) {
		strbuf_add(&b, " ");
		strbuf_add(&b, label_text(sipcode_row_lang(note),
		                          LABEL_unconfirmed));
	}
	strbuf_add(&b, " [");
	row_sources(&b, note, SIPCODE_F_SOURCE);
	strbuf_add(&b, "]");
	lay_bullet(o, 2, strbuf_text(&b));
	strbuf_free(&b);
}

static void page_products(struct out *o, const struct sipcode_row *row)
{
	size_t notes = sipcode_len(row, SIPCODE_F_NOTES);

	if (notes + sipcode_len(row, SIPCODE_F_SIGHTINGS) == 0)
		return;
	lay_heading(o, label_text(sipcode_row_lang(row), LABEL_products));
	text_owned(o, row, SIPCODE_F_SIGHTINGS, LABEL_seen_as, tell_sighting);
	for (size_t i = 0; i < notes; i++)
		page_note(o, sipcode_link(row, SIPCODE_F_NOTES, i));
}

static void page_practice(struct out *o, const struct sipcode_row *row)
{
	size_t n = sipcode_len(row, SIPCODE_F_PRACTICE);

	if (n == 0)
		return;
	lay_heading(o, label_text(sipcode_row_lang(row), LABEL_practice));
	for (size_t i = 0; i < n; i++)
		page_note(o, sipcode_link(row, SIPCODE_F_PRACTICE, i));
}

/* The other code of a comparison of two; NULL if it is of more. */
static const struct sipcode_row *partner(const struct sipcode_row *pair,
                                         const struct sipcode_row *code)
{
	const struct sipcode_row *one = sipcode_link(pair, SIPCODE_F_CODE, 0);

	if (sipcode_len(pair, SIPCODE_F_CODE) != 2)
		return NULL;
	return one == code ? sipcode_link(pair, SIPCODE_F_CODE, 1) : one;
}

static void add_number(struct strbuf *b, const struct sipcode_row *code)
{
	strbuf_number(b, sipcode_number(code, SIPCODE_F_CODE, 0));
}

/* The codes that stand beside this one in a comparison of two. */
static void add_partners(struct strbuf *b, const struct sipcode_row *row)
{
	for (size_t i = 0; i < sipcode_len(row, SIPCODE_F_PAIRS); i++) {
		const struct sipcode_row *other =
			partner(sipcode_link(row, SIPCODE_F_PAIRS, i), row);

		if (other == NULL)
			continue;
		strbuf_add(b, b->len > 0 ? ", " : "");
		add_number(b, other);
	}
}

/* "sipcode flow 486"; nothing if there is no flow. */
static void add_flow(struct strbuf *b, const struct sipcode_row *row)
{
	if (sipcode_len(row, SIPCODE_F_FLOWS) == 0)
		return;
	strbuf_add(b, b->len > 0 ? ", " : "");
	strbuf_add(b, "sipcode flow ");
	add_number(b, row);
}

/* What the whole says of the ways on. */
static void page_commands(struct out *o, const struct sipcode_row *row)
{
	int lang = sipcode_row_lang(row);
	struct strbuf b = { 0 };

	add_partners(&b, row);
	if (b.len > 0)
		lay_foot(o, label_text(lang, LABEL_compare), b.s);
	strbuf_reset(&b);
	add_flow(&b, row);
	if (b.len > 0)
		lay_foot(o, label_text(lang, LABEL_flow), b.s);
	strbuf_free(&b);
}

/* "420 Bad Extension, 494 ..." of some rows. */
static void page_codes(struct out *o, const struct sipcode_row *const *code,
                       size_t n)
{
	struct strbuf b = { 0 };

	for (size_t i = 0; i < n; i++) {
		strbuf_add(&b, i > 0 ? ", " : "");
		row_code(&b, code[i]);
	}
	lay_text(o, 2, strbuf_text(&b));
	strbuf_free(&b);
}

static void page_see_also(struct out *o, const struct sipcode_row *row)
{
	struct strbuf b = { 0 };

	for (size_t i = 0; i < sipcode_len(row, SIPCODE_F_SEE); i++) {
		strbuf_add(&b, i > 0 ? ", " : "");
		add_number(&b, sipcode_link(row, SIPCODE_F_SEE, i));
	}
	if (b.len > 0)
		lay_foot(o, label_text(sipcode_row_lang(row), LABEL_see), b.s);
	strbuf_free(&b);
}

static void page_sources(struct out *o, const struct sipcode_row *row)
{
	struct strbuf b = { 0 };

	if (sipcode_len(row, SIPCODE_F_READ) == 0)
		return;
	row_sources(&b, row, SIPCODE_F_READ);
	lay_heading(o, label_text(sipcode_row_lang(row), LABEL_sources));
	lay_text(o, 2, strbuf_text(&b));
	strbuf_free(&b);
}

/* The code to compare this one with: the first of "see also" of which there
 * is a comparison by hand, else the first; NULL if there is none. */
static const struct sipcode_row *rival(const struct sipcode_row *row)
{
	for (size_t i = 0; i < sipcode_len(row, SIPCODE_F_SEE); i++)
		for (size_t k = 0; k < sipcode_len(row, SIPCODE_F_PAIRS); k++)
			if (partner(sipcode_link(row, SIPCODE_F_PAIRS, k),
			            row) == sipcode_link(row, SIPCODE_F_SEE, i))
				return sipcode_link(row, SIPCODE_F_SEE, i);
	return sipcode_link(row, SIPCODE_F_SEE, 0);
}

/* "sipcode compare 480 486", the lower one first. */
static void add_comparison(struct strbuf *b, const struct sipcode_row *row)
{
	const struct sipcode_row *other = rival(row);
	int first;

	if (other == NULL)
		return;
	first = sipcode_number(other, SIPCODE_F_CODE, 0) >
	        sipcode_number(row, SIPCODE_F_CODE, 0);
	strbuf_add(b, ", sipcode compare ");
	add_number(b, first ? row : other);
	strbuf_add(b, " ");
	add_number(b, first ? other : row);
}

/* What the answer leaves out, and the commands that show it. */
static void page_foot(struct out *o, const struct sipcode_row *row)
{
	int lang = sipcode_row_lang(row);
	struct strbuf b = { 0 };

	counted_practice(&b, row);
	if (b.len > 0)
		lay_foot(o, label_text(lang, LABEL_practice), b.s);
	strbuf_reset(&b);
	counted_products(&b, row);
	if (b.len > 0)
		lay_foot(o, label_text(lang, LABEL_products), b.s);
	page_see_also(o, row);
	strbuf_reset(&b);
	strbuf_add(&b, "sipcode -a ");
	add_number(&b, row);
	add_flow(&b, row);
	add_comparison(&b, row);
	lay_foot(o, label_text(lang, LABEL_more), b.s);
	strbuf_free(&b);
}

/* With what both contents begin. */
static void page_head(struct out *o, const struct sipcode_row *row,
                      size_t bullets)
{
	unsigned long code = sipcode_number(row, SIPCODE_F_CODE, 0);

	page_title(o, row);
	text_verdict(o, row);
	text_paragraphs(o, row, SIPCODE_F_DESCRIPTION, LABEL_description);
	text_bullets(o, row, SIPCODE_F_WHEN, LABEL_when, bullets);
	text_bullets(o, row, SIPCODE_F_FIX, code < 300 ? LABEL_next : LABEL_fix,
	             bullets);
}

void text_code(struct out *o, const struct sipcode_row *row,
               enum content content)
{
	if (content == CONTENT_ANSWER) {
		o->tight = 1;
		page_head(o, row, ANSWER_BULLETS);
		page_foot(o, row);
		o->tight = 0;
		return;
	}
	page_head(o, row, EVERY_BULLET);
	page_practice(o, row);
	if (!o->tight)
		out_char(o, '\n');
	page_see_also(o, row);
	page_commands(o, row);
	text_paragraphs(o, row, SIPCODE_F_BACKGROUND, LABEL_background);
	text_facts(o, row);
	page_products(o, row);
	page_sources(o, row);
}

void text_unknown(struct out *o, int lang, const struct item *item)
{
	struct strbuf b = { 0 };

	strbuf_number(&b, item->number);
	strbuf_add(&b, " ");
	strbuf_add(&b, label_text(lang, LABEL_not_registered));
	text_title(o, text_style(item->number), strbuf_text(&b));
	lay_rule(o);
	strbuf_reset(&b);
	strbuf_add(&b, label_text(lang, LABEL_treat_as));
	strbuf_add(&b, " ");
	strbuf_number(&b, sipcode_treat_as(item->number));
	strbuf_add(&b, " (");
	label_rfc3261(&b, lang, "8.1.3.2");
	strbuf_add(&b, ").");
	lay_text(o, 0, strbuf_text(&b));
	strbuf_free(&b);
	text_bullets(o, item->class_row, SIPCODE_F_FIX, LABEL_unknown,
	             EVERY_BULLET);
	lay_heading(o, label_text(lang, LABEL_nearest));
	page_codes(o, item->near, item->nears);
}
