/* compare.c - codes side by side where the width allows, else one
 * behind the other. */
#include <string.h>

#include "answer/answer.h"
#include "answer/aspect.h"
#include "answer/derived.h"
#include "text/text.h"
#include "words/label.h"
#include "words/row.h"
#include "utf8.h"

enum { SIDE_MAX = 4, GAP = 3, NARROWEST = 36 };

/* One column: the values of a field, as lines. */
struct side {
	const struct sipcode_row *row;
	enum sipcode_field field;
	size_t next; /* value */
	struct wrap wrap;
	int bullets;
};

/* The columns that one of n sides gets; 0 if they have to be stacked. */
static unsigned side_width(const struct out *o, size_t n)
{
	unsigned gaps = (unsigned)(n - 1) * GAP, width;

	if (o->width == 0 || n > SIDE_MAX || o->width < gaps)
		return 0;
	width = (o->width - gaps) / (unsigned)n;
	return width < NARROWEST ? 0 : width;
}

static void side_bullet(struct out *o)
{
	out_glyph(o, GLYPH_BULLET, 1);
	out_char(o, ' ');
}

/* Writes the next line of a side and fills its column up, unless it is the
 * last one. */
static void side_line(struct out *o, struct side *s, unsigned width, int last)
{
	unsigned indent = s->bullets ? 2 : 0;
	size_t len = 0, used = 0;
	const char *line = wrap_next(&s->wrap, &len);

	if (line == NULL && s->next < sipcode_len(s->row, s->field)) {
		const char *text = sipcode_text(s->row, s->field, s->next++);
		struct wrap w = { text, strlen(text), width - indent };

		s->wrap = w;
		line = wrap_next(&s->wrap, &len);
		if (s->bullets)
			side_bullet(o);
	} else if (line != NULL) {
		lay_blanks(o, indent);
	}
	if (line != NULL) {
		out_bytes(o, line, len);
		used = indent + utf8_columns(line, len);
	}
	if (!last)
		lay_blanks(o, width - used + GAP);
}

/* Is there anything left to write in one of the sides? */
static int sides_left(const struct side *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i].wrap.left > 0 ||
		    s[i].next < sipcode_len(s[i].row, s[i].field))
			return 1;
	return 0;
}

static enum style style_of(const struct sipcode_row *code)
{
	return text_style(sipcode_number(code, SIPCODE_F_CODE, 0));
}

/* The codes and phrases above their columns, or cut to fit. */
static void side_heads(struct out *o, const struct answer *a, unsigned width)
{
	struct strbuf b = { 0 };

	for (size_t i = 0; i < a->items; i++) {
		struct wrap w = { NULL, 0, width };
		const char *line;
		size_t len = 0;

		strbuf_reset(&b);
		row_code(&b, a->item[i].row);
		w.text = b.s;
		w.left = b.len;
		line = wrap_next(&w, &len);
		out_style(o, style_of(a->item[i].row));
		out_bytes(o, line, len);
		out_style(o, STYLE_PLAIN);
		if (i + 1 < a->items)
			lay_blanks(o, width + GAP - utf8_columns(line, len));
	}
	out_char(o, '\n');
	strbuf_free(&b);
}

static void side_by_side(struct out *o, const struct answer *a,
                         enum sipcode_field field, unsigned width, int bullets)
{
	struct side side[SIDE_MAX];

	memset(side, 0, sizeof(side));
	for (size_t i = 0; i < a->items; i++) {
		side[i].row = a->item[i].row;
		side[i].field = field;
		side[i].bullets = bullets;
	}
	side_heads(o, a, width);
	while (sides_left(side, a->items)) {
		for (size_t i = 0; i < a->items; i++)
			side_line(o, &side[i], width, i + 1 == a->items);
		out_char(o, '\n');
	}
}

static void stacked(struct out *o, const struct answer *a,
                    enum sipcode_field field, int bullets)
{
	struct strbuf b = { 0 };

	for (size_t i = 0; i < a->items; i++) {
		const struct sipcode_row *row = a->item[i].row;

		strbuf_reset(&b);
		row_code(&b, row);
		out_style(o, style_of(row));
		lay_text(o, 2, b.s);
		out_style(o, STYLE_PLAIN);
		for (size_t k = 0; k < sipcode_len(row, field); k++) {
			if (bullets)
				lay_bullet(o, 4, sipcode_text(row, field, k));
			else
				lay_text(o, 4, sipcode_text(row, field, k));
		}
	}
	strbuf_free(&b);
}

static void compare_field(struct out *o, const struct answer *a,
                          enum sipcode_field field, enum label heading,
                          int bullets)
{
	unsigned width = side_width(o, a->items);

	lay_heading(o, label_text(a->lang, heading));
	if (width > 0)
		side_by_side(o, a, field, width, bullets);
	else
		stacked(o, a, field, bullets);
}

/* The codes in one line, on a narrow screen in one each. */
static void compare_title(struct out *o, const struct answer *a)
{
	int narrow = o->width != 0 && o->width < 80;
	struct strbuf b = { 0 };

	for (size_t i = 0; i < a->items; i++) {
		strbuf_reset(&b);
		row_code(&b, a->item[i].row);
		if (narrow) {
			text_title(o, style_of(a->item[i].row), b.s);
			continue;
		}
		out_str(o, i > 0 ? " / " : "");
		out_style(o, style_of(a->item[i].row));
		out_str(o, b.s);
		out_style(o, STYLE_PLAIN);
	}
	if (!narrow)
		out_char(o, '\n');
	lay_rule(o);
	strbuf_free(&b);
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
                            enum label heading)
{
	int any = 0;

	for (int k = 0; k < ASPECTS; k++) {
		enum aspect aspect = (enum aspect)k;

		if (is_told_below(a, aspect) || aspect_equal(a, aspect))
			continue;
		if (!any)
			lay_heading(o, label_text(a->lang, heading));
		any = 1;
		differing_fact(o, a, aspect);
	}
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

/* Comparisons by hand of some of the codes, where all have none together. */
static void partial_pairs(struct out *o, const struct answer *a)
{
	for (size_t i = 0; i < a->partials; i++) {
		const struct sipcode_row *pair = a->partial[i].row;

		lay_heading(o, sipcode_text(pair, SIPCODE_F_ID, 0));
		lay_text(o, 2, sipcode_text(pair, SIPCODE_F_SUMMARY, 0));
		for (size_t k = 0; k < sipcode_len(pair, SIPCODE_F_DIFFERENCE);
		     k++)
			lay_bullet(o, 2,
			           sipcode_text(pair, SIPCODE_F_DIFFERENCE, k));
	}
}

/* What each code means, in its own words, one below the other. */
static void each_summary(struct out *o, const struct answer *a)
{
	struct strbuf b = { 0 };

	for (size_t i = 0; i < a->items; i++) {
		const struct sipcode_row *row = a->item[i].row;

		strbuf_reset(&b);
		row_code(&b, row);
		strbuf_add(&b, ": ");
		strbuf_add(&b, sipcode_text(row, SIPCODE_F_DESCRIPTION, 0));
		lay_bullet(o, 0, strbuf_text(&b));
	}
	strbuf_free(&b);
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
		lay_text(o, 0, strbuf_text(&b));
	if (a->pair == NULL)
		each_summary(o, a);
	strbuf_free(&b);
}

static void compare_sources(struct out *o, const struct answer *a)
{
	struct strbuf b = { 0 };

	lay_heading(o, label_text(a->lang, LABEL_sources));
	row_sources(&b, a->pair, SIPCODE_F_SOURCE);
	lay_text(o, 2, strbuf_text(&b));
	strbuf_free(&b);
}

void text_comparison(struct out *o, const struct answer *a)
{
	if (a->items == 0)
		return;
	compare_title(o, a);
	compare_summary(o, a);
	compare_field(o, a, SIPCODE_F_BACKGROUND, LABEL_description, 0);
	compare_field(o, a, SIPCODE_F_WHEN, LABEL_when, 1);
	compare_field(o, a, SIPCODE_F_FIX, LABEL_fix, 1);
	common_facts(o, a);
	if (a->pair != NULL)
		text_bullets(o, a->pair, SIPCODE_F_DIFFERENCE,
		             LABEL_differences);
	else
		partial_pairs(o, a);
	differing_facts(o, a,
	                a->pair != NULL ? LABEL_facts : LABEL_differences);
	if (a->pair == NULL) {
		derived_use(o, a);
		return;
	}
	text_bullets(o, a->pair, SIPCODE_F_USE, LABEL_use);
	compare_sources(o, a);
}
