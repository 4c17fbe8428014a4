/* mapping.c - a mapping of a status code to a cause, or back, in one line. */
#include "text/text.h"
#include "words/label.h"
#include "words/mapping.h"
#include "words/row.h"

enum { PRODUCT_COLUMN = 27 };

/* What goes through unchanged has no cause. */
static void add_sides(struct strbuf *b, const struct sipcode_row *m)
{
	int to_sip = mapping_goes(m, "to-sip");

	if (to_sip)
		mapping_cause(b, m);
	else
		mapping_code(b, m);
	if (!mapping_goes(m, "pass")) {
		strbuf_add(b, " -> ");
		if (to_sip)
			mapping_code(b, m);
		else
			mapping_cause(b, m);
	}
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
		strbuf_add(&b, "; ");
		strbuf_add(&b, sipcode_text(sipcode_link(m, SIPCODE_F_IF, i),
		                            SIPCODE_F_TEXT, 0));
	}
	if (row_is(m, SIPCODE_F_STANDARD, "differs")) {
		strbuf_add(&b, "; ");
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
