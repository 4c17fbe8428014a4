/* text_row.c - the pages of classes, causes, warn-codes, option tags and
 * numbers that are no status codes. */
#include "text.h"

#include <string.h>

#include "layout.h"
#include "words.h"

enum { PRODUCT_COLUMN = 27, NEAREST_MAX = 3 };

static void head(struct out *o, const struct sipcode_row *row)
{
	enum sipcode_set set = sipcode_row_set(row);

	out_style(o, STYLE_BOLD);
	if (set != SIPCODE_CLASSES && set != SIPCODE_NUMBERS) {
		out_str(o, sipcode_set_name(set));
		out_char(o, ' ');
	}
	row_title(o, row);
	if (set != SIPCODE_SIGHTINGS && set != SIPCODE_VARIANTS) {
		const char *name = sipcode_text(row, SIPCODE_F_NAME, 0);

		if (*name == '\0')
			name = sipcode_text(row, SIPCODE_F_PHRASE, 0);
		if (*name != '\0')
			out_char(o, ' ');
		out_str(o, name);
	}
	out_style(o, STYLE_PLAIN);
	out_char(o, '\n');
	lay_rule(o);
}

static void sources(struct out *o, const struct sipcode_row *row)
{
	struct line l;

	lay_fact(o, word_of(sipcode_row_lang(row), LABEL_reference),
	         line_sources(&l, row, SIPCODE_F_SOURCE), "");
}

static void code_and_phrase(struct line *l, const struct sipcode_row *code)
{
	line_number(l, sipcode_number(code, SIPCODE_F_CODE, 0));
	line_add(l, " ");
	line_add(l, sipcode_text(code, SIPCODE_F_PHRASE, 0));
}

/* The side of a mapping that is SIP: its codes, or a word such as "any". */
static void sip_side(struct line *l, const struct sipcode_row *m)
{
	size_t n = sipcode_len(m, SIPCODE_F_CODE);
	const char *other = sipcode_text(m, SIPCODE_F_OTHER, 0);

	for (size_t i = 0; i < n; i++) {
		line_add(l, i > 0 ? ", " : "");
		code_and_phrase(l, sipcode_link(m, SIPCODE_F_CODE, i));
	}
	if (n > 0)
		return;
	if (*other == '\0')
		line_add(l, word_of(sipcode_row_lang(m), LABEL_no_code));
	else if (other[1] == 'x') {
		line_add(l, other);
		line_add(l, " ");
		line_add(l, word_value(m, SIPCODE_F_OTHER));
	} else
		line_add(l, word_value(m, SIPCODE_F_OTHER));
}

static void cause_side(struct line *l, const struct sipcode_row *m)
{
	const struct sipcode_row *cause = sipcode_link(m, SIPCODE_F_CAUSE, 0);
	int lang = sipcode_row_lang(m);

	if (cause != NULL) {
		line_number(l, sipcode_number(cause, SIPCODE_F_CAUSE, 0));
		line_add(l, " ");
		line_add(l, sipcode_text(cause, SIPCODE_F_NAME, 0));
	} else if (sipcode_len(m, SIPCODE_F_NAME) > 0) {
		line_add(l, sipcode_text(m, SIPCODE_F_NAME, 0));
	} else if (sipcode_len(m, SIPCODE_F_CODE) > 0 &&
	           row_is(m, SIPCODE_F_OTHER, "any")) {
		line_add(l, word_of(lang, LABEL_every_cause));
	} else {
		line_add(l, word_of(lang, LABEL_no_cause));
	}
}

void text_mapping(struct out *o, const struct sipcode_row *m)
{
	const char *direction = sipcode_text(m, SIPCODE_F_DIRECTION, 0);
	const char *note = sipcode_text(m, SIPCODE_F_NOTE, 0);
	int lang = sipcode_row_lang(m);
	struct line l, from;

	line_start(&l);
	if (strcmp(direction, "to-sip") == 0) {
		cause_side(&l, m);
		line_add(&l, " -> ");
		sip_side(&l, m);
	} else {
		sip_side(&l, m);
		line_add(&l, " -> ");
		cause_side(&l, m);
	}
	if (sipcode_len(m, SIPCODE_F_RESULT) > 0) {
		line_add(&l, " -> ");
		code_and_phrase(&l, sipcode_link(m, SIPCODE_F_RESULT, 0));
	}
	for (size_t i = 0; i < sipcode_len(m, SIPCODE_F_IF); i++) {
		line_add(&l, ", ");
		line_add(&l, sipcode_text(sipcode_link(m, SIPCODE_F_IF, i),
		                          SIPCODE_F_TEXT, 0));
	}
	if (row_is(m, SIPCODE_F_STANDARD, "differs")) {
		line_add(&l, ", ");
		line_add(&l, word_of(lang, LABEL_standard_differs));
	}
	if (*note != '\0') {
		line_add(&l, "; ");
		line_add(&l, note);
	}
	lay_fact_at(o, PRODUCT_COLUMN, sipcode_text(m, SIPCODE_F_PRODUCT, 0),
	            l.s, line_sources(&from, m, SIPCODE_F_SOURCE));
}

/* The mappings of one direction; those of the standard come first. */
static void mappings(struct out *o, const struct sipcode_row *row,
                     const char *direction, enum label heading)
{
	int any = 0;

	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < sipcode_len(row, SIPCODE_F_MAPPINGS);
		     i++) {
			const struct sipcode_row *m =
				sipcode_link(row, SIPCODE_F_MAPPINGS, i);
			int standard = row_is(m, SIPCODE_F_PRODUCT, "RFC 3398");

			if (standard != (pass == 0) ||
			    !row_is(m, SIPCODE_F_DIRECTION, direction))
				continue;
			if (!any)
				lay_heading(o, word_of(sipcode_row_lang(row),
				                       heading));
			any = 1;
			text_mapping(o, m);
		}
	}
}

static void cause(struct out *o, const struct sipcode_row *row)
{
	int lang = sipcode_row_lang(row);
	struct line l;

	lay_text(o, 0, sipcode_text(row, SIPCODE_F_MEANING, 0));
	if (!row_is(row, SIPCODE_F_KIND, "q850"))
		lay_text(o, 0, word_of(lang, LABEL_internal));
	text_bullets(o, row, SIPCODE_F_LOOK, word_of(lang, LABEL_look));
	mappings(o, row, "to-sip", LABEL_from_cause);
	mappings(o, row, "to-cause", LABEL_to_cause);
	mappings(o, row, "round-trip", LABEL_round_trip);
	lay_heading(o, word_of(lang, LABEL_facts));
	if (sipcode_len(row, SIPCODE_F_ALIAS) > 0)
		lay_fact(o, word_of(lang, LABEL_aliases),
		         line_list(&l, row, SIPCODE_F_ALIAS, ", "), "");
	sources(o, row);
}

static void option(struct out *o, const struct sipcode_row *row)
{
	int lang = sipcode_row_lang(row);
	struct line l;

	lay_text(o, 0, sipcode_text(row, SIPCODE_F_MEANING, 0));
	text_bullets(o, row, SIPCODE_F_STEP, word_of(lang, LABEL_step));
	text_bullets(o, row, SIPCODE_F_DROP, word_of(lang, LABEL_drop));
	lay_heading(o, word_of(lang, LABEL_facts));
	if (sipcode_len(row, SIPCODE_F_CARRIED_IN) > 0)
		lay_fact(o, word_of(lang, LABEL_carried_in),
		         line_list(&l, row, SIPCODE_F_CARRIED_IN, ", "), "");
	sources(o, row);
}

static void class_rules(struct out *o, const struct sipcode_row *row)
{
	char digit = sipcode_text(row, SIPCODE_F_CLASS, 0)[0];
	unsigned long code = (unsigned long)(digit - '0') * 100;
	const struct sipcode_row *r;
	struct line from;
	const char *label = word_of(sipcode_row_lang(row), LABEL_proxies);

	lay_heading(o, word_of(sipcode_row_lang(row), LABEL_facts));
	for (size_t i = 0;
	     (r = sipcode_row(sipcode_row_lang(row), SIPCODE_RULES, i)) != NULL;
	     i++) {
		unsigned long first = sipcode_number(r, SIPCODE_F_FIRST, 0);
		unsigned long last = sipcode_number(r, SIPCODE_F_LAST, 0);

		/* Rules for many codes that touch this class. */
		if (first == last || last < code || first > code + 99)
			continue;
		lay_fact(o, label, sipcode_text(r, SIPCODE_F_TEXT, 0),
		         line_sources(&from, r, SIPCODE_F_SOURCE));
		label = o->width == 0 ? label : "";
	}
	sources(o, row);
}

void text_row(struct out *o, const struct sipcode_row *row)
{
	int lang = sipcode_row_lang(row);
	enum sipcode_set set = sipcode_row_set(row);

	head(o, row);
	if (set == SIPCODE_CAUSES) {
		cause(o, row);
	} else if (set == SIPCODE_OPTIONS) {
		option(o, row);
	} else if (set == SIPCODE_CLASSES) {
		lay_text(o, 0, sipcode_text(row, SIPCODE_F_SUMMARY, 0));
		lay_heading(o, word_of(lang, LABEL_description));
		for (size_t i = 0; i < sipcode_len(row, SIPCODE_F_DESCRIPTION);
		     i++)
			lay_text(o, 2,
			         sipcode_text(row, SIPCODE_F_DESCRIPTION, i));
		text_bullets(o, row, SIPCODE_F_FIX,
		             word_of(lang, LABEL_unknown));
		class_rules(o, row);
	} else {
		if (sipcode_len(row, SIPCODE_F_PRODUCT) > 0)
			lay_text(o, 0, sipcode_text(row, SIPCODE_F_PRODUCT, 0));
		lay_text(o, 0, sipcode_text(row, SIPCODE_F_MEANING, 0));
		text_bullets(o, row, SIPCODE_F_LOOK, word_of(lang, LABEL_look));
		lay_heading(o, word_of(lang, LABEL_facts));
		sources(o, row);
	}
}

void text_unknown(struct out *o, int lang, unsigned long number)
{
	const struct sipcode_row *class = sipcode_class(lang, number);
	const struct sipcode_row *near[NEAREST_MAX];
	size_t n = sipcode_nearest(lang, number, near, NEAREST_MAX);
	struct line l;

	out_style(o, style_of_code(number));
	out_number(o, number);
	out_char(o, ' ');
	out_str(o, word_of(lang, LABEL_not_registered));
	out_style(o, STYLE_PLAIN);
	out_char(o, '\n');
	lay_rule(o);
	line_start(&l);
	line_add(&l, word_of(lang, LABEL_treat_as));
	line_add(&l, " ");
	/* 183 stands for the class 1xx, x00 for every other. */
	line_number(&l, number < 200 ? 183 : number / 100 * 100);
	line_add(&l, " (RFC 3261 section 8.1.3.2).");
	lay_text(o, 0, l.s);
	text_bullets(o, class, SIPCODE_F_FIX, word_of(lang, LABEL_unknown));
	line_start(&l);
	for (size_t i = 0; i < n; i++) {
		line_add(&l, i > 0 ? ", " : "");
		code_and_phrase(&l, near[i]);
	}
	lay_heading(o, word_of(lang, LABEL_nearest));
	lay_text(o, 2, l.s);
}
