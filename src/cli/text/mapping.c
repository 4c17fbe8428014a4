/* mapping.c - a mapping of a status code to a cause, or back, in one line. */
#include "answer/label.h"
#include "answer/row.h"
#include "text/text.h"

enum { PRODUCT_COLUMN = 27 };

/* The side of a mapping that is SIP: its codes, or a word such as "any". */
static void add_sip_side(struct strbuf *b, const struct sipcode_row *m)
{
	const char *other = sipcode_text(m, SIPCODE_F_OTHER, 0);
	size_t n = sipcode_len(m, SIPCODE_F_CODE);

	for (size_t i = 0; i < n; i++) {
		strbuf_add(b, i > 0 ? ", " : "");
		row_code(b, sipcode_link(m, SIPCODE_F_CODE, i));
	}
	if (n > 0)
		return;
	if (*other == '\0') {
		strbuf_add(b, label_text(sipcode_row_lang(m), LABEL_no_code));
		return;
	}
	/* "3xx" and the like are said as they are, too. */
	if (other[1] == 'x') {
		strbuf_add(b, other);
		strbuf_add(b, " ");
	}
	strbuf_add(b, label_of_value(m, SIPCODE_F_OTHER));
}

static void add_cause_side(struct strbuf *b, const struct sipcode_row *m)
{
	const struct sipcode_row *cause = sipcode_link(m, SIPCODE_F_CAUSE, 0);
	int lang = sipcode_row_lang(m);

	if (cause != NULL)
		row_cause(b, cause);
	else if (sipcode_len(m, SIPCODE_F_NAME) > 0)
		strbuf_add(b, sipcode_text(m, SIPCODE_F_NAME, 0));
	else if (sipcode_len(m, SIPCODE_F_CODE) > 0 &&
	         row_is(m, SIPCODE_F_OTHER, "any"))
		strbuf_add(b, label_text(lang, LABEL_every_cause));
	else
		strbuf_add(b, label_text(lang, LABEL_no_cause));
}

static void add_sides(struct strbuf *b, const struct sipcode_row *m)
{
	int to_sip = row_is(m, SIPCODE_F_DIRECTION, "to-sip");

	if (to_sip)
		add_cause_side(b, m);
	else
		add_sip_side(b, m);
	strbuf_add(b, " -> ");
	if (to_sip)
		add_sip_side(b, m);
	else
		add_cause_side(b, m);
	if (sipcode_len(m, SIPCODE_F_RESULT) > 0) {
		strbuf_add(b, " -> ");
		row_code(b, sipcode_link(m, SIPCODE_F_RESULT, 0));
	}
}

void text_mapping(struct out *o, const struct sipcode_row *m)
{
	const char *note = sipcode_text(m, SIPCODE_F_NOTE, 0);
	struct strbuf b = { 0 }, from = { 0 };

	add_sides(&b, m);
	for (size_t i = 0; i < sipcode_len(m, SIPCODE_F_IF); i++) {
		strbuf_add(&b, ", ");
		strbuf_add(&b, sipcode_text(sipcode_link(m, SIPCODE_F_IF, i),
		                            SIPCODE_F_TEXT, 0));
	}
	if (row_is(m, SIPCODE_F_STANDARD, "differs")) {
		strbuf_add(&b, ", ");
		strbuf_add(&b, label_text(sipcode_row_lang(m),
		                          LABEL_standard_differs));
	}
	if (*note != '\0') {
		strbuf_add(&b, "; ");
		strbuf_add(&b, note);
	}
	row_sources(&from, m, SIPCODE_F_SOURCE);
	lay_fact_at(o, PRODUCT_COLUMN, sipcode_text(m, SIPCODE_F_PRODUCT, 0),
	            strbuf_text(&b), strbuf_text(&from));
	strbuf_free(&b);
	strbuf_free(&from);
}
