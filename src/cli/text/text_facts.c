/* text_facts.c - the facts of a status code, each with its source. */
#include "text.h"

#include <string.h>

#include "layout.h"
#include "words.h"

enum { DUTIES_MAX = 96 };

/* Is it worth a line: does the duty speak of this code alone, or is it a MUST
 * of its class?  Those of every response (Via, From) would bury it. */
static int specific(const struct sipcode_row *duty, unsigned long breadth)
{
	unsigned long first = sipcode_number(duty, SIPCODE_F_FIRST, 0);

	return breadth == 0 || (first / 100 == (first + breadth) / 100 &&
	                        row_is(duty, SIPCODE_F_LEVEL, "MUST"));
}

/* The specific duties of a code, those that always hold first; returns how
 * many there are. */
static size_t duties_of(const struct sipcode_row *row,
                        const struct sipcode_row **duty)
{
	const struct sipcode_row *depends[DUTIES_MAX];
	size_t n = 0, d = 0, all = sipcode_len(row, SIPCODE_F_DUTIES);

	for (size_t i = 0; i < all && n + d < DUTIES_MAX; i++) {
		const struct sipcode_row *one =
			sipcode_link(row, SIPCODE_F_DUTIES, i);
		unsigned long breadth = sipcode_number(one, SIPCODE_F_LAST, 0) -
		                        sipcode_number(one, SIPCODE_F_FIRST, 0);

		/* They are sorted by it: what follows is no narrower. */
		if (breadth > 99)
			break;
		if (!specific(one, breadth))
			continue;
		if (sipcode_len(one, SIPCODE_F_IF) > 0)
			depends[d++] = one;
		else
			duty[n++] = one;
	}
	for (size_t i = 0; i < d; i++)
		duty[n++] = depends[i];
	return n;
}

static void duties(struct out *o, const struct sipcode_row **duty, size_t n,
                   const char *level, const char *label)
{
	struct line text, sources;

	for (size_t i = 0; i < n; i++) {
		const struct sipcode_row *d = duty[i];

		if (!row_is(d, SIPCODE_F_LEVEL, level))
			continue;
		line_start(&text);
		line_add(&text, sipcode_text(d, SIPCODE_F_HEADER, 0));
		for (size_t k = 0; k < sipcode_len(d, SIPCODE_F_METHOD); k++) {
			line_add(&text, k == 0 ? " (" : ", ");
			line_add(&text, sipcode_text(d, SIPCODE_F_METHOD, k));
		}
		if (sipcode_len(d, SIPCODE_F_METHOD) > 0)
			line_add(&text, ")");
		line_add(&text, ": ");
		line_add(&text, sipcode_text(d, SIPCODE_F_NOTE, 0));
		lay_fact(o, label, text.s,
		         line_sources(&sources, d, SIPCODE_F_SOURCE));
		label = o->width == 0 ? label : "";
	}
}

/* "after a change: as a new request ..." - a word and its note. */
static void word_fact(struct out *o, const struct sipcode_row *row,
                      enum label label, enum sipcode_field word,
                      enum sipcode_field note, enum sipcode_field source)
{
	struct line text, sources;
	const char *more = sipcode_text(row, note, 0);

	if (sipcode_len(row, word) == 0)
		return;
	line_start(&text);
	line_add(&text, word_value(row, word));
	if (*more != '\0') {
		line_add(&text, ": ");
		line_add(&text, more);
	}
	lay_fact(o, word_of(sipcode_row_lang(row), label), text.s,
	         line_sources(&sources, row, source));
}

static void answers(struct out *o, const struct sipcode_row *row)
{
	int lang = sipcode_row_lang(row);
	const char *note = sipcode_text(row, SIPCODE_F_METHOD_NOTE, 0);
	struct line text, sources;

	if (sipcode_len(row, SIPCODE_F_METHOD) == 0)
		return;
	if (row_is(row, SIPCODE_F_METHOD, "any")) {
		line_start(&text);
		line_add(&text, word_of(lang, LABEL_answers_any));
	} else {
		line_list(&text, row, SIPCODE_F_METHOD, ", ");
	}
	if (*note != '\0') {
		line_add(&text, "; ");
		line_add(&text, note);
	}
	lay_fact(o, word_of(lang, LABEL_answers), text.s,
	         line_sources(&sources, row, SIPCODE_F_METHOD_SOURCE));
}

void text_quoted(struct line *l, const char *s)
{
	line_add(l, "\"");
	line_add(l, s);
	line_add(l, "\" ");
}

void text_owned(struct out *o, const struct sipcode_row *row,
                enum sipcode_field field, enum label label,
                void (*tell)(struct line *, const struct sipcode_row *))
{
	const char *name = word_of(sipcode_row_lang(row), label);
	struct line text, sources;

	for (size_t i = 0; i < sipcode_len(row, field); i++) {
		const struct sipcode_row *r = sipcode_link(row, field, i);

		line_start(&text);
		tell(&text, r);
		if (text.len == 0)
			continue;
		lay_fact(o, name, text.s,
		         line_sources(&sources, r, SIPCODE_F_SOURCE));
		name = o->width == 0 ? name : "";
	}
}

static void tell_rule(struct line *l, const struct sipcode_row *r)
{
	/* What holds for a whole class stands on the page of the class. */
	if (sipcode_number(r, SIPCODE_F_FIRST, 0) ==
	    sipcode_number(r, SIPCODE_F_LAST, 0))
		line_add(l, sipcode_text(r, SIPCODE_F_TEXT, 0));
}

static void tell_variant(struct line *l, const struct sipcode_row *r)
{
	text_quoted(l, sipcode_text(r, SIPCODE_F_PHRASE, 0));
	line_add(l, sipcode_text(r, SIPCODE_F_NOTE, 0));
}

static int by_standard(const struct sipcode_row *mapping, const char *direction)
{
	return row_is(mapping, SIPCODE_F_PRODUCT, "RFC 3398") &&
	       row_is(mapping, SIPCODE_F_DIRECTION, direction);
}

static void tell_mapping(struct line *l, const struct sipcode_row *r)
{
	const struct sipcode_row *cause = sipcode_link(r, SIPCODE_F_CAUSE, 0);

	if (cause == NULL) {
		line_add(l, word_value(r, SIPCODE_F_OTHER));
	} else {
		line_number(l, sipcode_number(cause, SIPCODE_F_CAUSE, 0));
		line_add(l, " ");
		line_add(l, sipcode_text(cause, SIPCODE_F_NAME, 0));
	}
	for (size_t i = 0; i < sipcode_len(r, SIPCODE_F_IF); i++) {
		const struct sipcode_row *c = sipcode_link(r, SIPCODE_F_IF, i);

		/* The location follows from the class: not worth a line. */
		if (*sipcode_text(c, SIPCODE_F_ID, 0) == 'l')
			continue;
		line_add(l, ", ");
		line_add(l, sipcode_text(c, SIPCODE_F_TEXT, 0));
	}
}

static void tell_to_cause(struct line *l, const struct sipcode_row *r)
{
	if (by_standard(r, "to-cause"))
		tell_mapping(l, r);
}

static void tell_from_cause(struct line *l, const struct sipcode_row *r)
{
	if (by_standard(r, "to-sip"))
		tell_mapping(l, r);
}

void text_facts(struct out *o, const struct sipcode_row *row)
{
	const struct sipcode_row *duty[DUTIES_MAX];
	int registered = row_is(row, SIPCODE_F_STATUS, "registered");
	size_t n = duties_of(row, duty);
	int lang = sipcode_row_lang(row);
	struct line text, sources;

	lay_heading(o, word_of(lang, LABEL_facts));
	lay_fact(o, word_of(lang, LABEL_reference),
	         line_sources(&text, row, SIPCODE_F_REFERENCE),
	         registered ? ""
	                    : line_sources(&sources, row, SIPCODE_F_SOURCE));
	if (!registered)
		lay_fact(o, word_of(lang, LABEL_status),
		         word_value(row, SIPCODE_F_STATUS), "");
	duties(o, duty, n, "MUST", word_of(lang, LABEL_must_carry));
	duties(o, duty, n, "SHOULD", word_of(lang, LABEL_should_carry));
	duties(o, duty, n, "MAY", word_of(lang, LABEL_may_carry));
	duties(o, duty, n, "", word_of(lang, LABEL_may_carry));
	answers(o, row);
	if (sipcode_len(row, SIPCODE_F_SENT_BY) > 0)
		lay_fact(o, word_of(lang, LABEL_sent_by),
		         line_list(&text, row, SIPCODE_F_SENT_BY, ", "), "");
	if (sipcode_len(row, SIPCODE_F_LOCAL) > 0)
		lay_fact(o, word_of(lang, LABEL_local),
		         word_of(lang, LABEL_local_yes),
		         line_sources(&sources, row, SIPCODE_F_LOCAL_SOURCE));
	lay_fact(o, word_of(lang, LABEL_nature),
	         word_value(row, SIPCODE_F_NATURE), "");
	word_fact(o, row, LABEL_retry, SIPCODE_F_RETRY, SIPCODE_F_RETRY_NOTE,
	          SIPCODE_F_RETRY_SOURCE);
	word_fact(o, row, LABEL_effect, SIPCODE_F_EFFECT, SIPCODE_F_EFFECT_NOTE,
	          SIPCODE_F_EFFECT_SOURCE);
	text_owned(o, row, SIPCODE_F_RULES, LABEL_proxies, tell_rule);
	text_owned(o, row, SIPCODE_F_MAPPINGS, LABEL_to_cause, tell_to_cause);
	text_owned(o, row, SIPCODE_F_MAPPINGS, LABEL_from_cause,
	           tell_from_cause);
	text_owned(o, row, SIPCODE_F_VARIANTS, LABEL_also_called, tell_variant);
	if (sipcode_len(row, SIPCODE_F_HTTP_PHRASE) > 0)
		lay_fact(o, word_of(lang, LABEL_http),
		         sipcode_text(row, SIPCODE_F_HTTP_PHRASE, 0),
		         line_sources(&sources, row, SIPCODE_F_HTTP_SOURCE));
}
