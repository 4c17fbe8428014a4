/* aspect.c - aspects of codes as text, and whether they are equal. */
#include "answer/aspect.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "io/memory.h"
#include "words/duty.h"
#include "words/label.h"
#include "words/mapping.h"
#include "words/row.h"

static const struct {
	const char *name;
	enum label label;
} aspects[] = {
#define ASPECT(id, name, label) { name, label },
	ASPECT_LIST(ASPECT)
#undef ASPECT
};

enum label aspect_label(enum aspect aspect)
{
	return aspects[aspect].label;
}

const char *aspect_name(enum aspect aspect)
{
	return aspects[aspect].name;
}

/* The cause of a mapping; what maps none stands last. */
static unsigned long cause_of(const struct sipcode_row *mapping)
{
	const struct sipcode_row *cause =
		sipcode_link(mapping, SIPCODE_F_CAUSE, 0);

	return cause == NULL ? ULONG_MAX
	                     : sipcode_number(cause, SIPCODE_F_CAUSE, 0);
}

static void add_once(struct strbuf *b, const char *s)
{
	const char *text = strbuf_text(b), *at = strstr(text, s);
	size_t n = strlen(s);

	if (at != NULL && (at[n] == '\0' || at[n] == ',') &&
	    (at == text || at[-1] == ' '))
		return;
	strbuf_add(b, b->len > 0 ? ", " : "");
	strbuf_add(b, s);
}

/* Must the code carry it, whatever the situation?  What every response must
 * carry tells no two codes apart: such duties span classes. */
static int always_due(const struct sipcode_row *duty)
{
	unsigned long first = sipcode_number(duty, SIPCODE_F_FIRST, 0);

	return (first + duty_breadth(duty)) / 100 == first / 100 &&
	       duty_in_force(duty) && duty_is_unconditional(duty) &&
	       row_is(duty, SIPCODE_F_LEVEL, "MUST");
}

/* Header fields that the code must carry, "Contact (INVITE)" where it depends
 * on the method. */
static void add_must_carry(struct strbuf *b, const struct sipcode_row *code)
{
	struct strbuf one = { 0 };

	for (size_t i = 0; i < sipcode_len(code, SIPCODE_F_DUTIES); i++) {
		const struct sipcode_row *duty =
			sipcode_link(code, SIPCODE_F_DUTIES, i);

		if (!always_due(duty))
			continue;
		strbuf_reset(&one);
		duty_header_for(&one, duty);
		add_once(b, strbuf_text(&one));
	}
	strbuf_free(&one);
}

/* The mappings of a code, those of low causes first. */
static const struct sipcode_row **sorted_mappings(
	const struct sipcode_row *code)
{
	size_t n = sipcode_len(code, SIPCODE_F_MAPPINGS);
	const struct sipcode_row **row = memory_get(n * sizeof(*row));

	for (size_t i = 0; i < n; i++) {
		const struct sipcode_row *m =
			sipcode_link(code, SIPCODE_F_MAPPINGS, i);
		size_t k = i;

		for (; k > 0 && cause_of(row[k - 1]) > cause_of(m); k--)
			row[k] = row[k - 1];
		row[k] = m;
	}
	return row;
}

/* "31 (Normal, unspecified)": names have commas of their own. */
static void add_cause(struct strbuf *b, const struct sipcode_row *mapping)
{
	const struct sipcode_row *cause =
		sipcode_link(mapping, SIPCODE_F_CAUSE, 0);

	if (cause == NULL) {
		mapping_cause(b, mapping);
		return;
	}
	strbuf_number(b, sipcode_number(cause, SIPCODE_F_CAUSE, 0));
	strbuf_add(b, " (");
	strbuf_add(b, sipcode_text(cause, SIPCODE_F_NAME, 0));
	strbuf_add(b, ")");
}

/* The causes to or from which the standard maps a code. */
static void add_causes(struct strbuf *b, const struct sipcode_row *code,
                       const char *direction)
{
	const struct sipcode_row **m = sorted_mappings(code);
	struct strbuf one = { 0 };

	for (size_t i = 0; i < sipcode_len(code, SIPCODE_F_MAPPINGS); i++) {
		if (!sipcode_standard(m[i]) || !mapping_goes(m[i], direction))
			continue;
		strbuf_reset(&one);
		add_cause(&one, m[i]);
		add_once(b, strbuf_text(&one));
	}
	strbuf_free(&one);
	free(m);
}

/* The values of a field in the order of the alphabet, so that two codes can
 * be compared by them. */
static void add_sorted(struct strbuf *b, const struct sipcode_row *code,
                       enum sipcode_field field)
{
	size_t n = sipcode_len(code, field);
	const char **value = memory_get(n * sizeof(*value));

	for (size_t i = 0; i < n; i++) {
		const char *s = sipcode_text(code, field, i);
		size_t k = i;

		for (; k > 0 && strcmp(value[k - 1], s) > 0; k--)
			value[k] = value[k - 1];
		value[k] = s;
	}
	for (size_t i = 0; i < n; i++)
		add_once(b, value[i]);
	free(value);
}

static void add_methods(struct strbuf *b, const struct sipcode_row *code)
{
	int any = row_is(code, SIPCODE_F_METHOD, "any");

	if (any)
		strbuf_add(b, label_text(sipcode_row_lang(code),
		                         LABEL_answers_any));
	add_sorted(b, code, any ? SIPCODE_F_NOT_METHOD : SIPCODE_F_METHOD);
}

const char *aspect_of(struct strbuf *b, const struct sipcode_row *code,
                      enum aspect aspect)
{
	strbuf_reset(b);
	switch (aspect) {
	case ASPECT_CLASS:
		strbuf_add(b,
		           sipcode_text(sipcode_link(code, SIPCODE_F_CLASS, 0),
		                        SIPCODE_F_NAME, 0));
		break;
	case ASPECT_STATUS:
		strbuf_add(b, label_of_value(code, SIPCODE_F_STATUS));
		break;
	case ASPECT_NATURE:
		strbuf_add(b, label_of_value(code, SIPCODE_F_NATURE));
		break;
	case ASPECT_SENT_BY:
		add_sorted(b, code, SIPCODE_F_SENT_BY);
		break;
	case ASPECT_METHOD:
		add_methods(b, code);
		break;
	case ASPECT_MUST_CARRY:
		add_must_carry(b, code);
		break;
	case ASPECT_RETRY:
		strbuf_add(b, label_of_value(code, SIPCODE_F_RETRY));
		break;
	case ASPECT_EFFECT:
		strbuf_add(b, label_of_value(code, SIPCODE_F_EFFECT));
		break;
	case ASPECT_TO_CAUSE:
		add_causes(b, code, "to-cause");
		break;
	case ASPECT_FROM_CAUSE:
		add_causes(b, code, "to-sip");
		break;
	case ASPECTS:
		break;
	}
	return strbuf_text(b);
}

int aspect_is_news(const struct sipcode_row *code, enum aspect aspect)
{
	if (aspect == ASPECT_STATUS)
		return !row_is(code, SIPCODE_F_STATUS, "registered");
	if (aspect == ASPECT_METHOD)
		return !row_is(code, SIPCODE_F_METHOD, "any") ||
		       sipcode_len(code, SIPCODE_F_NOT_METHOD) > 0;
	return 1;
}

int aspect_equal(const struct answer *a, enum aspect aspect)
{
	struct strbuf first = { 0 }, other = { 0 };
	int equal = 1;

	aspect_of(&first, a->item[0].row, aspect);
	for (size_t i = 1; equal && i < a->items; i++)
		equal = strcmp(strbuf_text(&first),
		               aspect_of(&other, a->item[i].row, aspect)) == 0;
	strbuf_free(&first);
	strbuf_free(&other);
	return equal;
}
