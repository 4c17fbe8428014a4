/* text_page.c - the page of a status code: summary, description, when, fix,
 * facts, products, where to go on. */
#include "text.h"

#include <string.h>

#include "layout.h"
#include "words.h"
#include "utf8.h"

/* Code and phrase at the left, the class at the right. */
static void title(struct out *o, const struct sipcode_row *row,
                  unsigned long number)
{
	const struct sipcode_row *class = sipcode_link(row, SIPCODE_F_CLASS, 0);
	const char *phrase = sipcode_text(row, SIPCODE_F_PHRASE, 0);
	const char *name = sipcode_text(class, SIPCODE_F_NAME, 0);
	size_t left = 4, right = 4;

	if (o->width != 0) {
		left += utf8_columns(phrase, strlen(phrase));
		right += utf8_columns(name, strlen(name));
	}
	out_style(o, style_of_code(number));
	out_number(o, number);
	out_char(o, ' ');
	out_str(o, phrase);
	out_style(o, STYLE_PLAIN);
	if (o->width == 0)
		out_str(o, " (");
	else if (left + 2 + right <= o->width - 2)
		lay_blanks(o, o->width - 2 - left - right);
	else
		out_char(o, '\n');
	out_str(o, sipcode_text(class, SIPCODE_F_CLASS, 0));
	out_char(o, ' ');
	out_str(o, name);
	out_str(o, o->width == 0 ? ")\n" : "\n");
	lay_rule(o);
}

static void paragraphs(struct out *o, const struct sipcode_row *row,
                       enum sipcode_field field, const char *heading)
{
	if (sipcode_len(row, field) == 0)
		return;
	lay_heading(o, heading);
	for (size_t i = 0; i < sipcode_len(row, field); i++)
		lay_text(o, 2, sipcode_text(row, field, i));
}

void text_bullets(struct out *o, const struct sipcode_row *row,
                  enum sipcode_field field, const char *heading)
{
	if (sipcode_len(row, field) == 0)
		return;
	lay_heading(o, heading);
	for (size_t i = 0; i < sipcode_len(row, field); i++)
		lay_bullet(o, 2, sipcode_text(row, field, i));
}

static void tell_sighting(struct line *l, const struct sipcode_row *r)
{
	text_quoted(l, sipcode_text(r, SIPCODE_F_PHRASE, 0));
	line_add(l, sipcode_text(r, SIPCODE_F_PRODUCT, 0));
	line_add(l, ": ");
	line_add(l, sipcode_text(r, SIPCODE_F_MEANING, 0));
}

static void products(struct out *o, const struct sipcode_row *row)
{
	struct line text, sources;
	int lang = sipcode_row_lang(row);

	if (sipcode_len(row, SIPCODE_F_NOTES) +
	            sipcode_len(row, SIPCODE_F_SIGHTINGS) ==
	    0)
		return;
	lay_heading(o, word_of(lang, LABEL_products));
	text_owned(o, row, SIPCODE_F_SIGHTINGS, LABEL_seen_as, tell_sighting);
	for (size_t i = 0; i < sipcode_len(row, SIPCODE_F_NOTES); i++) {
		const struct sipcode_row *n =
			sipcode_link(row, SIPCODE_F_NOTES, i);

		line_start(&text);
		line_add(&text, sipcode_text(n, SIPCODE_F_PRODUCT, 0));
		line_add(&text, ": ");
		line_add(&text, sipcode_text(n, SIPCODE_F_TEXT, 0));
		if (sipcode_len(n, SIPCODE_F_UNCONFIRMED) > 0) {
			line_add(&text, " ");
			line_add(&text, word_of(lang, LABEL_unconfirmed));
		}
		line_add(&text, " [");
		line_add(&text, line_sources(&sources, n, SIPCODE_F_SOURCE));
		line_add(&text, "]");
		lay_bullet(o, 2, text.s);
	}
}

/* The other code of a comparison of two. */
static void add_partner(struct line *l, const struct sipcode_row *pair,
                        const struct sipcode_row *code)
{
	const struct sipcode_row *a = sipcode_link(pair, SIPCODE_F_CODE, 0);
	const struct sipcode_row *b = sipcode_link(pair, SIPCODE_F_CODE, 1);

	if (sipcode_len(pair, SIPCODE_F_CODE) != 2)
		return;
	line_add(l, l->len > 0 ? ", " : "");
	line_number(l, sipcode_number(a == code ? b : a, SIPCODE_F_CODE, 0));
}

/* "420 Bad Extension, 494 ..." and the commands that show more. */
static void go_on(struct out *o, const struct sipcode_row *row)
{
	int lang = sipcode_row_lang(row);
	struct line l;

	line_start(&l);
	for (size_t i = 0; i < sipcode_len(row, SIPCODE_F_SEE); i++) {
		const struct sipcode_row *s =
			sipcode_link(row, SIPCODE_F_SEE, i);

		line_add(&l, i > 0 ? ", " : "");
		line_number(&l, sipcode_number(s, SIPCODE_F_CODE, 0));
		line_add(&l, " ");
		line_add(&l, sipcode_text(s, SIPCODE_F_PHRASE, 0));
	}
	if (sipcode_len(row, SIPCODE_F_SEE) +
	            sipcode_len(row, SIPCODE_F_PAIRS) +
	            sipcode_len(row, SIPCODE_F_FLOWS) >
	    0)
		lay_heading(o, word_of(lang, LABEL_see));
	if (l.len > 0)
		lay_text(o, 2, l.s);
	line_start(&l);
	for (size_t i = 0; i < sipcode_len(row, SIPCODE_F_PAIRS); i++)
		add_partner(&l, sipcode_link(row, SIPCODE_F_PAIRS, i), row);
	if (l.len > 0)
		lay_fact(o, word_of(lang, LABEL_compare), l.s, "");
	if (sipcode_len(row, SIPCODE_F_FLOWS) > 0) {
		line_start(&l);
		line_add(&l, "sipcode flow ");
		line_number(&l, sipcode_number(row, SIPCODE_F_CODE, 0));
		lay_fact(o, word_of(lang, LABEL_flow), l.s, "");
	}
}

void text_code(struct out *o, const struct sipcode_row *row, int brief, int all)
{
	int lang = sipcode_row_lang(row);
	unsigned long code = sipcode_number(row, SIPCODE_F_CODE, 0);
	struct line l;

	title(o, row, code);
	lay_text(o, 0, sipcode_text(row, SIPCODE_F_SUMMARY, 0));
	if (!brief)
		paragraphs(o, row, SIPCODE_F_DESCRIPTION,
		           word_of(lang, LABEL_description));
	/* The brief page is for one screen of 24 lines. */
	o->tight = brief;
	text_bullets(o, row, SIPCODE_F_WHEN, word_of(lang, LABEL_when));
	text_bullets(o, row, SIPCODE_F_FIX,
	             word_of(lang, code < 300 ? LABEL_next : LABEL_fix));
	o->tight = 0;
	if (brief)
		return;
	text_facts(o, row);
	go_on(o, row);
	products(o, row);
	if (all && sipcode_len(row, SIPCODE_F_READ) > 0) {
		lay_heading(o, word_of(lang, LABEL_sources));
		lay_text(o, 2, line_sources(&l, row, SIPCODE_F_READ));
	}
}
