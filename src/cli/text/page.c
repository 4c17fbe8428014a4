/* page.c - the page of a status code: summary, description, when, fix, what
 * it means in practice, facts, products, where to go on; and of a code that
 * nobody knows. */
#include <string.h>

#include "answer/answer.h"
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
	if (o->width != 0 && used + 4 > o->width) {
		text_title(o, style, left.s);
		text_title(o, STYLE_PLAIN, right.s);
	} else {
		out_style(o, style);
		out_str(o, left.s);
		out_style(o, STYLE_PLAIN);
		if (o->width == 0)
			out_str(o, " (");
		else
			lay_blanks(o, o->width - 2 - used);
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

/* The other code of a comparison of two. */
static void add_partner(struct strbuf *b, const struct sipcode_row *pair,
                        const struct sipcode_row *code)
{
	const struct sipcode_row *one = sipcode_link(pair, SIPCODE_F_CODE, 0);
	const struct sipcode_row *two = sipcode_link(pair, SIPCODE_F_CODE, 1);

	if (sipcode_len(pair, SIPCODE_F_CODE) != 2)
		return;
	strbuf_add(b, b->len > 0 ? ", " : "");
	strbuf_number(
		b, sipcode_number(one == code ? two : one, SIPCODE_F_CODE, 0));
}

/* The commands that show more of the code. */
static void page_commands(struct out *o, const struct sipcode_row *row)
{
	int lang = sipcode_row_lang(row);
	struct strbuf b = { 0 };

	for (size_t i = 0; i < sipcode_len(row, SIPCODE_F_PAIRS); i++)
		add_partner(&b, sipcode_link(row, SIPCODE_F_PAIRS, i), row);
	if (b.len > 0)
		lay_fact(o, label_text(lang, LABEL_compare), strbuf_text(&b),
		         "");
	strbuf_reset(&b);
	if (sipcode_len(row, SIPCODE_F_FLOWS) > 0) {
		strbuf_add(&b, "sipcode flow ");
		strbuf_number(&b, sipcode_number(row, SIPCODE_F_CODE, 0));
		lay_fact(o, label_text(lang, LABEL_flow), strbuf_text(&b), "");
	}
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
		row_code(&b, sipcode_link(row, SIPCODE_F_SEE, i));
	}
	if (b.len + sipcode_len(row, SIPCODE_F_PAIRS) +
	            sipcode_len(row, SIPCODE_F_FLOWS) >
	    0)
		lay_heading(o, label_text(sipcode_row_lang(row), LABEL_see));
	if (b.len > 0)
		lay_text(o, 2, strbuf_text(&b));
	strbuf_free(&b);
	page_commands(o, row);
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

void text_code(struct out *o, const struct sipcode_row *row, int brief, int all)
{
	unsigned long code = sipcode_number(row, SIPCODE_F_CODE, 0);

	page_title(o, row);
	lay_text(o, 0, sipcode_text(row, SIPCODE_F_DESCRIPTION, 0));
	if (!brief)
		text_paragraphs(o, row, SIPCODE_F_BACKGROUND,
		                LABEL_description);
	/* The brief page is for one screen of 24 lines. */
	o->tight = brief;
	text_bullets(o, row, SIPCODE_F_WHEN, LABEL_when);
	text_bullets(o, row, SIPCODE_F_FIX,
	             code < 300 ? LABEL_next : LABEL_fix);
	o->tight = 0;
	if (brief)
		return;
	page_practice(o, row);
	text_facts(o, row);
	page_see_also(o, row);
	page_products(o, row);
	if (all)
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
	strbuf_add(&b, " (RFC 3261 section 8.1.3.2).");
	lay_text(o, 0, strbuf_text(&b));
	strbuf_free(&b);
	text_bullets(o, item->class_row, SIPCODE_F_FIX, LABEL_unknown);
	lay_heading(o, label_text(lang, LABEL_nearest));
	page_codes(o, item->near, item->nears);
}
