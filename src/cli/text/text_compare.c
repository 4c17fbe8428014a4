/* text_compare.c - codes side by side where the width allows, else one
 * behind the other. */
#include "text.h"

#include <string.h>

#include "compare.h"
#include "layout.h"
#include "words.h"
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
 * last one.  Returns 0 if there was no line left. */
static int side_line(struct out *o, struct side *s, unsigned width, int last)
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
	return line != NULL;
}

/* Is there anything left to write in one of the sides? */
static int more(const struct side *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i].wrap.left > 0 ||
		    s[i].next < sipcode_len(s[i].row, s[i].field))
			return 1;
	return 0;
}

static void name_of(struct line *l, const struct sipcode_row *row)
{
	line_start(l);
	line_number(l, sipcode_number(row, SIPCODE_F_CODE, 0));
	line_add(l, " ");
	line_add(l, sipcode_text(row, SIPCODE_F_PHRASE, 0));
}

/* The codes and phrases above their columns, or cut to fit. */
static void side_heads(struct out *o, const struct answer *a, unsigned width)
{
	struct line l;

	for (size_t i = 0; i < a->items; i++) {
		struct wrap w = { l.s, 0, width };
		const char *line;
		size_t len = 0;

		name_of(&l, a->item[i].row);
		w.left = l.len;
		line = wrap_next(&w, &len);
		out_style(o, style_of_code(sipcode_number(a->item[i].row,
		                                          SIPCODE_F_CODE, 0)));
		out_bytes(o, line, len);
		out_style(o, STYLE_PLAIN);
		if (i + 1 < a->items)
			lay_blanks(o, width + GAP - utf8_columns(line, len));
	}
	out_char(o, '\n');
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
	while (more(side, a->items)) {
		for (size_t i = 0; i < a->items; i++)
			side_line(o, &side[i], width, i + 1 == a->items);
		out_char(o, '\n');
	}
}

static void stacked(struct out *o, const struct answer *a,
                    enum sipcode_field field, int bullets)
{
	struct line l;

	for (size_t i = 0; i < a->items; i++) {
		const struct sipcode_row *row = a->item[i].row;

		name_of(&l, row);
		out_style(o, style_of_code(
				     sipcode_number(row, SIPCODE_F_CODE, 0)));
		lay_text(o, 2, l.s);
		out_style(o, STYLE_PLAIN);
		for (size_t k = 0; k < sipcode_len(row, field); k++) {
			if (bullets)
				lay_bullet(o, 4, sipcode_text(row, field, k));
			else
				lay_text(o, 4, sipcode_text(row, field, k));
		}
	}
}

static void section(struct out *o, const struct answer *a,
                    enum sipcode_field field, enum label heading, int bullets)
{
	unsigned width = side_width(o, a->items);

	lay_heading(o, word_of(a->lang, heading));
	if (width > 0)
		side_by_side(o, a, field, width, bullets);
	else
		stacked(o, a, field, bullets);
}

static void title(struct out *o, const struct answer *a)
{
	struct line l;

	for (size_t i = 0; i < a->items; i++) {
		name_of(&l, a->item[i].row);
		if (i > 0)
			out_str(o,
			        o->width != 0 && o->width < 80 ? "\n" : " / ");
		out_style(o, style_of_code(sipcode_number(a->item[i].row,
		                                          SIPCODE_F_CODE, 0)));
		out_str(o, l.s);
		out_style(o, STYLE_PLAIN);
	}
	out_char(o, '\n');
	lay_rule(o);
}

/* "404: no; 503: elsewhere", for the aspects in which the codes differ. */
static void differing(struct out *o, const struct answer *a)
{
	struct line all, one;

	for (int k = 0; k < ASPECTS; k++) {
		enum aspect aspect = (enum aspect)k;

		if (aspect_equal(a, aspect))
			continue;
		line_start(&all);
		for (size_t i = 0; i < a->items; i++) {
			const struct sipcode_row *row = a->item[i].row;
			const char *s = aspect_of(&one, row, aspect);

			line_add(&all, i > 0 ? "; " : "");
			line_number(&all,
			            sipcode_number(row, SIPCODE_F_CODE, 0));
			line_add(&all, ": ");
			line_add(&all, *s == '\0' ? "-" : s);
		}
		lay_fact(o, word_of(a->lang, aspect_label(aspect)), all.s, "");
	}
}

static void common(struct out *o, const struct answer *a)
{
	struct line l;
	int any = 0;

	for (int k = 0; k < ASPECTS; k++) {
		enum aspect aspect = (enum aspect)k;
		const char *s = aspect_of(&l, a->item[0].row, aspect);

		if (*s == '\0' || !aspect_equal(a, aspect))
			continue;
		if (!any)
			lay_heading(o, word_of(a->lang, LABEL_both));
		any = 1;
		lay_fact(o, word_of(a->lang, aspect_label(aspect)), s, "");
	}
}

/* Which to use when, by what the client may do after each. */
static void derived_use(struct out *o, const struct answer *a)
{
	struct line l;

	lay_heading(o, word_of(a->lang, LABEL_use));
	for (size_t i = 0; i < a->items; i++) {
		const struct sipcode_row *row = a->item[i].row;

		name_of(&l, row);
		line_add(&l, ": ");
		line_add(&l, sipcode_text(row, SIPCODE_F_SUMMARY, 0));
		if (sipcode_len(row, SIPCODE_F_RETRY_NOTE) > 0) {
			line_add(&l, " ");
			line_add(&l, word_of(a->lang, LABEL_retry));
			line_add(&l, ": ");
			line_add(&l,
			         sipcode_text(row, SIPCODE_F_RETRY_NOTE, 0));
			line_add(&l, ".");
		}
		lay_bullet(o, 2, l.s);
	}
}

/* 1 if both codes of the comparison are among the items. */
static int covers(const struct answer *a, const struct sipcode_row *pair)
{
	size_t found = 0;

	for (size_t i = 0; i < sipcode_len(pair, SIPCODE_F_CODE); i++)
		for (size_t k = 0; k < a->items; k++)
			found += sipcode_link(pair, SIPCODE_F_CODE, i) ==
			         a->item[k].row;
	return found == sipcode_len(pair, SIPCODE_F_CODE);
}

/* Comparisons by hand of some of the codes, where all have none together. */
static void partial(struct out *o, const struct answer *a)
{
	const struct sipcode_row *pair;

	if (a->items == 2)
		return;
	for (size_t i = 0; (pair = sipcode_row(a->lang, SIPCODE_PAIRS, i));
	     i++) {
		if (!covers(a, pair))
			continue;
		lay_heading(o, sipcode_text(pair, SIPCODE_F_ID, 0));
		lay_text(o, 2, sipcode_text(pair, SIPCODE_F_SUMMARY, 0));
		for (size_t k = 0; k < sipcode_len(pair, SIPCODE_F_DIFFERENCE);
		     k++)
			lay_bullet(o, 2,
			           sipcode_text(pair, SIPCODE_F_DIFFERENCE, k));
	}
}

void text_compare(struct out *o, const struct answer *a)
{
	struct line l;

	title(o, a);
	if (a->pair != NULL) {
		lay_text(o, 0, sipcode_text(a->pair, SIPCODE_F_SUMMARY, 0));
	} else {
		compare_summary(&l, a);
		lay_text(o, 0, l.s);
	}
	section(o, a, SIPCODE_F_DESCRIPTION, LABEL_description, 0);
	section(o, a, SIPCODE_F_WHEN, LABEL_when, 1);
	section(o, a, SIPCODE_F_FIX, LABEL_fix, 1);
	common(o, a);
	if (a->pair != NULL)
		text_bullets(o, a->pair, SIPCODE_F_DIFFERENCE,
		             word_of(a->lang, LABEL_differences));
	else
		partial(o, a);
	lay_heading(o, word_of(a->lang, a->pair != NULL ? LABEL_facts
	                                                : LABEL_differences));
	differing(o, a);
	if (a->pair == NULL) {
		derived_use(o, a);
		return;
	}
	text_bullets(o, a->pair, SIPCODE_F_USE, word_of(a->lang, LABEL_use));
	lay_heading(o, word_of(a->lang, LABEL_sources));
	lay_text(o, 2, line_sources(&l, a->pair, SIPCODE_F_SOURCE));
}
