/* aspect.c - aspects of codes as text, and whether they are equal. */
#include "answer/aspect.h"

#include <stdlib.h>
#include <string.h>

#include "answer/label.h"
#include "answer/row.h"
#include "io/memory.h"

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

/* Does the duty hold for this very code, whatever the situation? */
static int always_due(const struct sipcode_row *duty)
{
	return sipcode_number(duty, SIPCODE_F_FIRST, 0) ==
	               sipcode_number(duty, SIPCODE_F_LAST, 0) &&
	       sipcode_len(duty, SIPCODE_F_IF) == 0 &&
	       row_is(duty, SIPCODE_F_LEVEL, "MUST");
}

/* Header fields that this very code must carry, "Contact (INVITE)" where it
 * depends on the method. */
static void add_must_carry(struct strbuf *b, const struct sipcode_row *code)
{
	struct strbuf one = { 0 };

	for (size_t i = 0; i < sipcode_len(code, SIPCODE_F_DUTIES); i++) {
		const struct sipcode_row *duty =
			sipcode_link(code, SIPCODE_F_DUTIES, i);

		if (!always_due(duty))
			continue;
		strbuf_reset(&one);
		strbuf_add(&one, sipcode_text(duty, SIPCODE_F_HEADER, 0));
		if (sipcode_len(duty, SIPCODE_F_METHOD) > 0) {
			strbuf_add(&one, " (");
			row_list(&one, duty, SIPCODE_F_METHOD, ", ");
			strbuf_add(&one, ")");
		}
		add_once(b, strbuf_text(&one));
	}
	strbuf_free(&one);
}

/* The causes to or from which the standard maps a code. */
static void add_causes(struct strbuf *b, const struct sipcode_row *code,
                       const char *direction)
{
	struct strbuf one = { 0 };

	for (size_t i = 0; i < sipcode_len(code, SIPCODE_F_MAPPINGS); i++) {
		const struct sipcode_row *m =
			sipcode_link(code, SIPCODE_F_MAPPINGS, i);
		const struct sipcode_row *cause =
			sipcode_link(m, SIPCODE_F_CAUSE, 0);

		if (cause == NULL || !sipcode_standard(m) ||
		    !row_is(m, SIPCODE_F_DIRECTION, direction))
			continue;
		strbuf_reset(&one);
		row_cause(&one, cause);
		add_once(b, strbuf_text(&one));
	}
	strbuf_free(&one);
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
	if (row_is(code, SIPCODE_F_METHOD, "any"))
		strbuf_add(b, label_text(sipcode_row_lang(code),
		                         LABEL_answers_any));
	else
		add_sorted(b, code, SIPCODE_F_METHOD);
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

static unsigned long code_of(const struct item *i)
{
	return sipcode_number(i->row, SIPCODE_F_CODE, 0);
}

/* "%1" and "%2" of a label become the two codes. */
static void add_filled(struct strbuf *b, const char *s, const struct item *one,
                       const struct item *two)
{
	for (; *s != '\0'; s++) {
		if (s[0] == '%' && (s[1] == '1' || s[1] == '2')) {
			row_code(b, s[1] == '1' ? one->row : two->row);
			s++;
		} else {
			strbuf_bytes(b, s, 1);
		}
	}
}

static int retryable(const struct item *i)
{
	return row_is(i->row, SIPCODE_F_RETRY, "after-change") ||
	       row_is(i->row, SIPCODE_F_RETRY, "later") ||
	       row_is(i->row, SIPCODE_F_RETRY, "elsewhere");
}

void aspect_summary(struct strbuf *b, const struct answer *a)
{
	const struct item *first = &a->item[0], *second = &a->item[1];
	unsigned long low, high;
	enum label label;

	if (a->items != 2) {
		strbuf_add(b, label_text(a->lang, LABEL_summary_classes));
		return;
	}
	if (code_of(first) > code_of(second)) {
		first = &a->item[1];
		second = &a->item[0];
	}
	low = code_of(first) / 100;
	high = code_of(second) / 100;
	if (low == 1 && high == 1)
		label = LABEL_provisional;
	else if (low == 1)
		label = LABEL_sequence;
	else if (low == 2 && high > 2)
		label = retryable(second) ? LABEL_normal_first : LABEL_success;
	else
		label = LABEL_final;
	add_filled(b, label_text(a->lang, label), first, second);
}
