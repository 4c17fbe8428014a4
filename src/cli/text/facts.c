/* facts.c - the facts of a status code, each with its source. */
#include <string.h>

#include "text/text.h"
#include "words/duty.h"
#include "words/label.h"
#include "words/mapping.h"
#include "words/row.h"

/* Is it worth a line: does the duty speak of this code alone, or is it a MUST
 * of its class?  Those of every response (Via, From) would bury it. */
static int is_specific(const struct sipcode_row *duty)
{
	unsigned long first = sipcode_number(duty, SIPCODE_F_FIRST, 0);
	unsigned long breadth = duty_breadth(duty);

	return breadth == 0 || (first / 100 == (first + breadth) / 100 &&
	                        row_is(duty, SIPCODE_F_LEVEL, "MUST"));
}

/* "Retry-After (INVITE), if the trouble will pass: seconds to wait". */
static void tell_duty(struct strbuf *b, const struct sipcode_row *duty)
{
	const char *note = sipcode_text(duty, SIPCODE_F_NOTE, 0);
	const char *condition = sipcode_text(duty, SIPCODE_F_CONDITION, 0);

	duty_header_for(b, duty);
	if (*condition != '\0') {
		strbuf_add(b, ", ");
		strbuf_add(b, condition);
	}
	strbuf_add(b, ": ");
	strbuf_add(b, note);
}

/* The specific duties of a level, in force or once in force; those that
 * always hold first. */
static void show_duties(struct out *o, const struct sipcode_row *row,
                        const char *level, int in_force, enum label label)
{
	const char *name = label_text(sipcode_row_lang(row), label);
	size_t n = sipcode_len(row, SIPCODE_F_DUTIES);
	struct strbuf b = { 0 };

	for (int depends = 0; depends < 2; depends++) {
		for (size_t i = 0; i < n; i++) {
			const struct sipcode_row *duty =
				sipcode_link(row, SIPCODE_F_DUTIES, i);

			/* They are sorted by it: the rest is no narrower. */
			if (duty_breadth(duty) > 99)
				break;
			if (!is_specific(duty) ||
			    duty_in_force(duty) != in_force ||
			    (level != NULL &&
			     !row_is(duty, SIPCODE_F_LEVEL, level)) ||
			    duty_is_unconditional(duty) == depends)
				continue;
			strbuf_reset(&b);
			tell_duty(&b, duty);
			text_fact(o, name, strbuf_text(&b), duty,
			          SIPCODE_F_SOURCE);
			name = o->width == 0 ? name : "";
		}
	}
	strbuf_free(&b);
}

/* "after a change: as a new request ..." - a word and its note. */
static void word_fact(struct out *o, const struct sipcode_row *row,
                      enum label label, enum sipcode_field word,
                      enum sipcode_field note, enum sipcode_field source)
{
	const char *more = sipcode_text(row, note, 0);
	struct strbuf b = { 0 };

	if (sipcode_len(row, word) == 0)
		return;
	strbuf_add(&b, label_of_value(row, word));
	if (*more != '\0') {
		strbuf_add(&b, ": ");
		strbuf_add(&b, more);
	}
	text_fact(o, label_text(sipcode_row_lang(row), label), strbuf_text(&b),
	          row, source);
	strbuf_free(&b);
}

static void answers_fact(struct out *o, const struct sipcode_row *row)
{
	const char *note = sipcode_text(row, SIPCODE_F_METHOD_NOTE, 0);
	int lang = sipcode_row_lang(row);
	struct strbuf b = { 0 };

	if (sipcode_len(row, SIPCODE_F_METHOD) == 0)
		return;
	row_methods(&b, row);
	if (*note != '\0') {
		strbuf_add(&b, "; ");
		strbuf_add(&b, note);
	}
	text_fact(o, label_text(lang, LABEL_answers), strbuf_text(&b), row,
	          SIPCODE_F_METHOD_SOURCE);
	strbuf_free(&b);
}

static void tell_rule(struct strbuf *b, const struct sipcode_row *r)
{
	/* What holds for a whole class stands on the page of the class. */
	if (sipcode_number(r, SIPCODE_F_FIRST, 0) ==
	    sipcode_number(r, SIPCODE_F_LAST, 0))
		strbuf_add(b, sipcode_text(r, SIPCODE_F_TEXT, 0));
}

static void tell_variant(struct strbuf *b, const struct sipcode_row *r)
{
	text_quoted(b, sipcode_text(r, SIPCODE_F_PHRASE, 0));
	strbuf_add(b, sipcode_text(r, SIPCODE_F_NOTE, 0));
}

static void tell_mapping(struct strbuf *b, const struct sipcode_row *r)
{
	mapping_cause(b, r);
	for (size_t i = 0; i < sipcode_len(r, SIPCODE_F_IF); i++) {
		const struct sipcode_row *c = sipcode_link(r, SIPCODE_F_IF, i);

		if (mapping_is_location(c))
			continue;
		strbuf_add(b, "; ");
		strbuf_add(b, sipcode_text(c, SIPCODE_F_TEXT, 0));
	}
}

static void tell_to_cause(struct strbuf *b, const struct sipcode_row *r)
{
	if (sipcode_standard(r) && mapping_goes(r, "to-cause"))
		tell_mapping(b, r);
}

static void tell_from_cause(struct strbuf *b, const struct sipcode_row *r)
{
	if (sipcode_standard(r) && mapping_goes(r, "to-sip"))
		tell_mapping(b, r);
}

/* Where the code is defined; where it is not, who knows of it. */
static void reference_facts(struct out *o, const struct sipcode_row *row)
{
	int registered = row_is(row, SIPCODE_F_STATUS, "registered");
	int lang = sipcode_row_lang(row);
	struct strbuf b = { 0 };

	row_sources(&b, row, SIPCODE_F_REFERENCE);
	text_fact(o, label_text(lang, LABEL_reference), strbuf_text(&b), row,
	          registered ? SIPCODE_F_NONE : SIPCODE_F_SOURCE);
	if (!registered)
		lay_fact(o, label_text(lang, LABEL_status),
		         label_of_value(row, SIPCODE_F_STATUS), "");
	strbuf_free(&b);
}

static void sender_facts(struct out *o, const struct sipcode_row *row)
{
	int lang = sipcode_row_lang(row);
	struct strbuf b = { 0 };

	row_list(&b, row, SIPCODE_F_SENT_BY, ", ");
	if (b.len > 0)
		lay_fact(o, label_text(lang, LABEL_sent_by), strbuf_text(&b),
		         "");
	strbuf_free(&b);
	if (sipcode_len(row, SIPCODE_F_LOCAL) > 0)
		text_fact(o, label_text(lang, LABEL_local),
		          label_of_value(row, SIPCODE_F_LOCAL), row,
		          SIPCODE_F_LOCAL_SOURCE);
}

/* What the number means in another protocol. */
static void phrase_fact(struct out *o, const struct sipcode_row *row,
                        enum label label, enum sipcode_field phrase,
                        enum sipcode_field source)
{
	if (sipcode_len(row, phrase) > 0)
		text_fact(o, label_text(sipcode_row_lang(row), label),
		          sipcode_text(row, phrase, 0), row, source);
}

void text_facts(struct out *o, const struct sipcode_row *row)
{
	int lang = sipcode_row_lang(row);

	lay_heading(o, label_text(lang, LABEL_facts));
	reference_facts(o, row);
	show_duties(o, row, "MUST", 1, LABEL_must_carry);
	show_duties(o, row, "SHOULD", 1, LABEL_should_carry);
	show_duties(o, row, "MAY", 1, LABEL_may_carry);
	show_duties(o, row, "", 1, LABEL_carries);
	show_duties(o, row, NULL, 0, LABEL_once_carried);
	answers_fact(o, row);
	sender_facts(o, row);
	lay_fact(o, label_text(lang, LABEL_nature),
	         label_of_value(row, SIPCODE_F_NATURE), "");
	word_fact(o, row, LABEL_retry, SIPCODE_F_RETRY, SIPCODE_F_RETRY_NOTE,
	          SIPCODE_F_RETRY_SOURCE);
	word_fact(o, row, LABEL_effect, SIPCODE_F_EFFECT, SIPCODE_F_EFFECT_NOTE,
	          SIPCODE_F_EFFECT_SOURCE);
	text_owned(o, row, SIPCODE_F_RULES, LABEL_proxies, tell_rule);
	text_owned(o, row, SIPCODE_F_MAPPINGS, LABEL_to_cause, tell_to_cause);
	text_owned(o, row, SIPCODE_F_MAPPINGS, LABEL_from_cause,
	           tell_from_cause);
	text_owned(o, row, SIPCODE_F_VARIANTS, LABEL_also_called, tell_variant);
	phrase_fact(o, row, LABEL_http, SIPCODE_F_HTTP_PHRASE,
	            SIPCODE_F_HTTP_SOURCE);
	phrase_fact(o, row, LABEL_stun, SIPCODE_F_STUN_PHRASE,
	            SIPCODE_F_STUN_SOURCE);
}
