/* page.c - the page of a status code, in two contents: the answer, which fits
 * one screen, and the whole, which begins like the answer and goes on with
 * background, facts and products; and of a code that nobody knows. */
#include <string.h>

#include "answer/answer.h"
#include "text/foot.h"
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
	if (o->markdown) {
		strbuf_add(&left, " (");
		strbuf_add(&left, right.s);
		strbuf_add(&left, ")");
		text_title(o, style, left.s);
	} else if (o->width != 0 && used + 4 > o->measure) {
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

void text_sighting(struct strbuf *b, const struct sipcode_row *r)
{
	text_phrases(b, r);
	strbuf_add(b, " ");
	strbuf_add(b, sipcode_text(r, SIPCODE_F_PRODUCT, 0));
	strbuf_add(b, ": ");
	strbuf_add(b, sipcode_text(r, SIPCODE_F_MEANING, 0));
	if (sipcode_len(r, SIPCODE_F_UNCONFIRMED) == 0)
		return;
	strbuf_add(b, " ");
	strbuf_add(b, label_text(sipcode_row_lang(r), LABEL_unconfirmed));
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

/* A page has so many lines of products at most: all of practice and notes, and
 * of the phrases, which can be asked for, as many as there is room for. */
enum { PRODUCT_LINES = 40 };

static size_t phrases_shown(const struct sipcode_row *row)
{
	size_t others = sipcode_len(row, SIPCODE_F_PRACTICE) +
	                sipcode_len(row, SIPCODE_F_NOTES);
	size_t room = others < PRODUCT_LINES ? PRODUCT_LINES - others : 0;
	size_t n = sipcode_len(row, SIPCODE_F_SIGHTINGS);

	return n < room ? n : room;
}

/* "12 more in products: sipcode product NAME". */
static void page_more(struct out *o, const struct sipcode_row *row, size_t more)
{
	struct strbuf number = { 0 }, b = { 0 };
	const char *arg;

	if (more == 0)
		return;
	strbuf_number(&number, more);
	arg = number.s;
	label_fill(&b, label_text(sipcode_row_lang(row), LABEL_more_products),
	           &arg, 1);
	lay_text(o, 2, b.s);
	strbuf_free(&number);
	strbuf_free(&b);
}

static void page_products(struct out *o, const struct sipcode_row *row)
{
	size_t notes = sipcode_len(row, SIPCODE_F_NOTES);
	size_t phrases = phrases_shown(row);

	if (notes + sipcode_len(row, SIPCODE_F_SIGHTINGS) == 0)
		return;
	lay_heading(o, label_text(sipcode_row_lang(row), LABEL_products));
	text_owned_some(o, row, SIPCODE_F_SIGHTINGS, LABEL_seen_as,
	                text_sighting, phrases);
	for (size_t i = 0; i < notes; i++)
		page_note(o, sipcode_link(row, SIPCODE_F_NOTES, i));
	page_more(o, row, sipcode_len(row, SIPCODE_F_SIGHTINGS) - phrases);
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
		foot_answer(o, row);
		o->tight = 0;
		return;
	}
	page_head(o, row, EVERY_BULLET);
	page_practice(o, row);
	if (!o->tight)
		lay_gap(o);
	foot_whole(o, row);
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
	label_rfc(&b, lang, 3261, "8.1.3.2");
	strbuf_add(&b, ").");
	lay_text(o, 0, strbuf_text(&b));
	strbuf_free(&b);
	text_bullets(o, item->class_row, SIPCODE_F_FIX, LABEL_unknown,
	             EVERY_BULLET);
	lay_heading(o, label_text(lang, LABEL_nearest));
	page_codes(o, item->near, item->nears);
}
