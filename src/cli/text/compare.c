/* compare.c - what tells codes apart, in two contents: the answer, which fits
 * one screen, and the whole, which begins like the answer and goes on with
 * background and facts. */
#include <string.h>

#include "answer/answer.h"
#include "answer/aspect.h"
#include "answer/derived.h"
#include "text/counted.h"
#include "text/side.h"
#include "text/text.h"
#include "words/label.h"
#include "words/row.h"
#include "utf8.h"

/* The codes and phrases in one line. */
static void add_title_codes(struct strbuf *b, const struct answer *a)
{
	for (size_t i = 0; i < a->items; i++) {
		strbuf_add(b, i > 0 ? " / " : "");
		row_code(b, a->item[i].row);
	}
}

static size_t title_columns(const struct answer *a)
{
	struct strbuf b = { 0 };
	size_t columns;

	add_title_codes(&b, a);
	columns = utf8_columns(b.s, b.len);
	strbuf_free(&b);
	return columns;
}

/* The codes in one line, or where that is too wide, in one each. */
static void compare_title(struct out *o, const struct answer *a)
{
	int narrow = o->width != 0 && title_columns(a) > o->width;
	struct strbuf b = { 0 };

	if (o->markdown) {
		add_title_codes(&b, a);
		text_title(o, STYLE_PLAIN, b.s);
		strbuf_free(&b);
		return;
	}
	for (size_t i = 0; i < a->items; i++) {
		strbuf_reset(&b);
		row_code(&b, a->item[i].row);
		if (narrow) {
			text_title(o, text_style_of(a->item[i].row), b.s);
			continue;
		}
		out_str(o, i > 0 ? " / " : "");
		out_style(o, text_style_of(a->item[i].row));
		out_str(o, b.s);
		out_style(o, STYLE_PLAIN);
	}
	if (!narrow)
		out_char(o, '\n');
	lay_rule(o);
	strbuf_free(&b);
}

static void compare_table(struct out *o, const struct answer *a)
{
	lay_table(o, label_text(a->lang, LABEL_facts),
	          label_text(a->lang, LABEL_description), NULL);
}

/* "404: no; 503: elsewhere". */
static void differing_fact(struct out *o, const struct answer *a,
                           enum aspect aspect)
{
	struct strbuf all = { 0 }, one = { 0 };
	enum label nothing = aspect == ASPECT_MUST_CARRY ? LABEL_nothing_more
	                                                 : LABEL_undefined;

	for (size_t i = 0; i < a->items; i++) {
		const struct sipcode_row *row = a->item[i].row;
		const char *s = aspect_of(&one, row, aspect);

		strbuf_add(&all, i > 0 ? "; " : "");
		strbuf_number(&all, sipcode_number(row, SIPCODE_F_CODE, 0));
		strbuf_add(&all, ": ");
		strbuf_add(&all, *s == '\0' ? label_text(a->lang, nothing) : s);
	}
	compare_table(o, a);
	lay_fact(o, label_text(a->lang, aspect_label(aspect)),
	         strbuf_text(&all), "");
	strbuf_free(&all);
	strbuf_free(&one);
}

/* Whether to repeat a request is told in full below, where nobody has written
 * which code to use when. */
static int is_told_below(const struct answer *a, enum aspect aspect)
{
	return aspect == ASPECT_RETRY && a->pair == NULL;
}

static void differing_facts(struct out *o, const struct answer *a,
                            enum label heading, size_t most)
{
	struct strbuf more = { 0 };
	size_t n = 0;

	for (int k = 0; k < ASPECTS; k++) {
		enum aspect aspect = (enum aspect)k;

		if (is_told_below(a, aspect) || aspect_equal(a, aspect))
			continue;
		if (n == 0)
			lay_heading(o, label_text(a->lang, heading));
		if (n++ < most)
			differing_fact(o, a, aspect);
	}
	if (n > most) {
		counted_more(&more, a->lang, n - most);
		lay_text(o, 2, more.s);
	}
	strbuf_free(&more);
}

static void common_facts(struct out *o, const struct answer *a)
{
	struct strbuf b = { 0 };
	int any = 0;

	for (int k = 0; k < ASPECTS; k++) {
		enum aspect aspect = (enum aspect)k;
		const char *s = aspect_of(&b, a->item[0].row, aspect);

		if (*s == '\0' || is_told_below(a, aspect) ||
		    !aspect_is_news(a->item[0].row, aspect) ||
		    !aspect_equal(a, aspect))
			continue;
		if (!any)
			lay_heading(o, label_text(a->lang, LABEL_both));
		any = 1;
		compare_table(o, a);
		lay_fact(o, label_text(a->lang, aspect_label(aspect)), s, "");
	}
	strbuf_free(&b);
}

/* "later: when the line is free". */
static void add_retry(struct strbuf *b, const struct sipcode_row *row)
{
	const char *note = sipcode_text(row, SIPCODE_F_RETRY_NOTE, 0);

	strbuf_add(b, label_text(sipcode_row_lang(row), LABEL_retry));
	strbuf_add(b, " ");
	strbuf_add(b, label_of_value(row, SIPCODE_F_RETRY));
	strbuf_add(b, *note == '\0' ? "" : ": ");
	strbuf_add(b, note);
}

/* Which to use when, by what the client may do after each. */
static void derived_use(struct out *o, const struct answer *a)
{
	struct strbuf b = { 0 };
	int any = 0;

	for (size_t i = 0; i < a->items; i++) {
		const struct sipcode_row *row = a->item[i].row;

		if (sipcode_len(row, SIPCODE_F_RETRY) == 0)
			continue;
		if (!any)
			lay_heading(o, label_text(a->lang, LABEL_use));
		any = 1;
		strbuf_reset(&b);
		row_code(&b, row);
		strbuf_add(&b, ": ");
		add_retry(&b, row);
		lay_bullet(o, 2, b.s);
	}
	strbuf_free(&b);
}

/* "480-486: ...": what was written by hand on some of the codes, where there
 * is nothing on all of them. */
static void partial_pairs(struct out *o, const struct answer *a, size_t most)
{
	struct strbuf b = { 0 }, more = { 0 };

	lay_heading(o, label_text(a->lang, LABEL_differences));
	if (a->partials > most)
		counted_more(&more, a->lang, a->partials - most);
	for (size_t i = 0; i < a->partials && i < most; i++) {
		const struct sipcode_row *pair = a->partial[i].row;

		strbuf_reset(&b);
		strbuf_add(&b, sipcode_text(pair, SIPCODE_F_ID, 0));
		strbuf_add(&b, ": ");
		strbuf_add(&b, sipcode_text(pair, SIPCODE_F_SUMMARY, 0));
		lay_last_bullet(o, 2, b.s,
		                i + 1 == most ? strbuf_text(&more) : "");
		for (size_t k = 0; a->content == CONTENT_WHOLE &&
		                   k < sipcode_len(pair, SIPCODE_F_DIFFERENCE);
		     k++)
			lay_bullet(o, 4,
			           sipcode_text(pair, SIPCODE_F_DIFFERENCE, k));
	}
	strbuf_free(&b);
	strbuf_free(&more);
}

/* The codes of a comparison that speaks of others, too: its text names them. */
static void add_written_for(struct strbuf *b, const struct answer *a)
{
	size_t n = sipcode_len(a->pair, SIPCODE_F_CODE);

	if (n == a->items)
		return;
	strbuf_add(b, label_text(a->lang, LABEL_written_for));
	for (size_t i = 0; i < n; i++) {
		strbuf_add(b, i == 0 ? " " : ", ");
		strbuf_number(b, sipcode_number(sipcode_link(a->pair,
		                                             SIPCODE_F_CODE, i),
		                                SIPCODE_F_CODE, 0));
	}
	strbuf_add(b, ": ");
}

/* What tells them apart, in one sentence. */
static void compare_summary(struct out *o, const struct answer *a)
{
	struct strbuf b = { 0 };

	if (a->pair != NULL) {
		add_written_for(&b, a);
		strbuf_add(&b, sipcode_text(a->pair, SIPCODE_F_SUMMARY, 0));
	} else {
		derived_summary(&b, a);
	}
	if (b.len > 0)
		lay_text(o, 0, b.s);
	strbuf_free(&b);
}

static void compare_differences(struct out *o, const struct answer *a,
                                size_t most)
{
	if (a->pair != NULL)
		text_bullets(o, a->pair, SIPCODE_F_DIFFERENCE,
		             LABEL_differences, most);
	else if (a->partials > 0)
		partial_pairs(o, a, most);
	else
		differing_facts(o, a, LABEL_differences, most);
}

static void compare_use(struct out *o, const struct answer *a)
{
	if (a->pair != NULL)
		text_bullets(o, a->pair, SIPCODE_F_USE, LABEL_use,
		             EVERY_BULLET);
	else
		derived_use(o, a);
}

/* With what both contents begin. */
static void compare_head(struct out *o, const struct answer *a, size_t most,
                         size_t differences)
{
	compare_title(o, a);
	compare_summary(o, a);
	if (side_columns(o, a) && !o->tight)
		out_char(o, '\n');
	side_heads(o, a);
	side_verdicts(o, a);
	side_texts(o, a, SIPCODE_F_DESCRIPTION, LABEL_description);
	side_bullets(o, a, SIPCODE_F_WHEN, LABEL_when, most);
	side_bullets(o, a, SIPCODE_F_FIX, LABEL_fix, most);
	compare_differences(o, a, differences);
	compare_use(o, a);
}

/* "sipcode compare -a 480 486". */
static void compare_foot(struct out *o, const struct answer *a)
{
	struct strbuf b = { 0 };

	strbuf_add(&b, "sipcode compare -a");
	for (size_t i = 0; i < a->items; i++) {
		strbuf_add(&b, " ");
		strbuf_number(
			&b, sipcode_number(a->item[i].row, SIPCODE_F_CODE, 0));
	}
	lay_foot(o, label_text(a->lang, LABEL_more), b.s);
	strbuf_free(&b);
}

static void compare_sources(struct out *o, const struct answer *a)
{
	struct strbuf b = { 0 };

	if (a->pair == NULL)
		return;
	lay_heading(o, label_text(a->lang, LABEL_sources));
	row_sources(&b, a->pair, SIPCODE_F_SOURCE);
	lay_text(o, 2, strbuf_text(&b));
	strbuf_free(&b);
}

void text_comparison(struct out *o, const struct answer *a)
{
	if (a->items == 0)
		return;
	if (a->content == CONTENT_ANSWER) {
		o->tight = 1;
		compare_head(o, a, COMPARED_BULLETS, ANSWER_BULLETS);
		compare_foot(o, a);
		o->tight = 0;
		return;
	}
	compare_head(o, a, EVERY_BULLET, EVERY_BULLET);
	side_texts(o, a, SIPCODE_F_BACKGROUND, LABEL_background);
	if (a->pair != NULL || a->partials > 0)
		differing_facts(o, a, LABEL_facts, EVERY_BULLET);
	common_facts(o, a);
	compare_sources(o, a);
}
