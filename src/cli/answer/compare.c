/* compare.c - aspects of codes as text, and whether they are equal. */
#include "compare.h"

#include <string.h>

#include "len.h"
#include "words.h"

static const struct {
	unsigned char label;
	char name[11];
} aspects[] = {
	[ASPECT_CLASS] = { LABEL_class, "class" },
	[ASPECT_STATUS] = { LABEL_status, "status" },
	[ASPECT_NATURE] = { LABEL_nature, "nature" },
	[ASPECT_SENT_BY] = { LABEL_sent_by, "sent_by" },
	[ASPECT_METHOD] = { LABEL_answers, "method" },
	[ASPECT_MUST_CARRY] = { LABEL_must_carry, "must_carry" },
	[ASPECT_RETRY] = { LABEL_retry, "retry" },
	[ASPECT_EFFECT] = { LABEL_effect, "effect" },
	[ASPECT_TO_CAUSE] = { LABEL_to_cause, "to_cause" },
	[ASPECT_FROM_CAUSE] = { LABEL_from_cause, "from_cause" },
};
_Static_assert(LEN(aspects) == ASPECTS, "an aspect lacks its label");

enum label aspect_label(enum aspect aspect)
{
	return (enum label)aspects[aspect].label;
}

const char *aspect_name(enum aspect aspect)
{
	return aspects[aspect].name;
}

static void add_once(struct line *l, const char *s)
{
	const char *at = strstr(l->s, s);
	size_t n = strlen(s);

	if (at != NULL && (at[n] == '\0' || at[n] == ',') &&
	    (at == l->s || at[-1] == ' '))
		return;
	line_add(l, l->len > 0 ? ", " : "");
	line_add(l, s);
}

/* Header fields that this very code must carry, "Contact (INVITE)" where it
 * depends on the method. */
static void must_carry(struct line *l, const struct sipcode_row *code)
{
	for (size_t i = 0; i < sipcode_len(code, SIPCODE_F_DUTIES); i++) {
		const struct sipcode_row *d =
			sipcode_link(code, SIPCODE_F_DUTIES, i);

		if (sipcode_number(d, SIPCODE_F_FIRST, 0) ==
		            sipcode_number(d, SIPCODE_F_LAST, 0) &&
		    sipcode_len(d, SIPCODE_F_IF) == 0 &&
		    row_is(d, SIPCODE_F_LEVEL, "MUST")) {
			struct line one, methods;

			line_start(&one);
			line_add(&one, sipcode_text(d, SIPCODE_F_HEADER, 0));
			line_list(&methods, d, SIPCODE_F_METHOD, ", ");
			if (methods.len > 0) {
				line_add(&one, " (");
				line_add(&one, methods.s);
				line_add(&one, ")");
			}
			add_once(l, one.s);
		}
	}
}

static void causes(struct line *l, const struct sipcode_row *code,
                   const char *direction)
{
	for (size_t i = 0; i < sipcode_len(code, SIPCODE_F_MAPPINGS); i++) {
		const struct sipcode_row *m =
			sipcode_link(code, SIPCODE_F_MAPPINGS, i);
		const struct sipcode_row *cause =
			sipcode_link(m, SIPCODE_F_CAUSE, 0);
		struct line one;

		if (cause == NULL ||
		    strcmp(sipcode_text(m, SIPCODE_F_PRODUCT, 0), "RFC 3398") ||
		    strcmp(sipcode_text(m, SIPCODE_F_DIRECTION, 0), direction))
			continue;
		line_start(&one);
		line_number(&one, sipcode_number(cause, SIPCODE_F_CAUSE, 0));
		line_add(&one, " ");
		line_add(&one, sipcode_text(cause, SIPCODE_F_NAME, 0));
		add_once(l, one.s);
	}
}

/* The values of a field in the order of the alphabet, so that two codes can
 * be compared by them. */
static void sorted(struct line *l, const struct sipcode_row *code,
                   enum sipcode_field field)
{
	const char *value[32];
	size_t n = sipcode_len(code, field);

	n = n > LEN(value) ? LEN(value) : n;
	for (size_t i = 0; i < n; i++) {
		const char *s = sipcode_text(code, field, i);
		size_t k = i;

		for (; k > 0 && strcmp(value[k - 1], s) > 0; k--)
			value[k] = value[k - 1];
		value[k] = s;
	}
	for (size_t i = 0; i < n; i++)
		add_once(l, value[i]);
}

const char *aspect_of(struct line *l, const struct sipcode_row *code,
                      enum aspect aspect)
{
	line_start(l);
	switch (aspect) {
	case ASPECT_CLASS:
		line_add(l, sipcode_text(sipcode_link(code, SIPCODE_F_CLASS, 0),
		                         SIPCODE_F_NAME, 0));
		break;
	case ASPECT_STATUS:
		return word_value(code, SIPCODE_F_STATUS);
	case ASPECT_NATURE:
		return word_value(code, SIPCODE_F_NATURE);
	case ASPECT_SENT_BY:
		sorted(l, code, SIPCODE_F_SENT_BY);
		break;
	case ASPECT_METHOD:
		if (row_is(code, SIPCODE_F_METHOD, "any"))
			return word_of(sipcode_row_lang(code),
			               LABEL_answers_any);
		sorted(l, code, SIPCODE_F_METHOD);
		break;
	case ASPECT_MUST_CARRY:
		must_carry(l, code);
		break;
	case ASPECT_RETRY:
		return word_value(code, SIPCODE_F_RETRY);
	case ASPECT_EFFECT:
		return word_value(code, SIPCODE_F_EFFECT);
	case ASPECT_TO_CAUSE:
		causes(l, code, "to-cause");
		break;
	case ASPECT_FROM_CAUSE:
		causes(l, code, "to-sip");
		break;
	case ASPECTS:
		break;
	}
	return l->s;
}

int aspect_equal(const struct answer *a, enum aspect aspect)
{
	struct line first, other;
	const char *s = aspect_of(&first, a->item[0].row, aspect);

	for (size_t i = 1; i < a->items; i++)
		if (strcmp(s, aspect_of(&other, a->item[i].row, aspect)) != 0)
			return 0;
	return 1;
}

static unsigned long number(const struct item *i)
{
	return sipcode_number(i->row, SIPCODE_F_CODE, 0);
}

static void add_code(struct line *l, const struct item *i)
{
	line_number(l, number(i));
	line_add(l, " ");
	line_add(l, sipcode_text(i->row, SIPCODE_F_PHRASE, 0));
}

/* "%1" and "%2" of a label become the two codes. */
static void fill(struct line *l, const char *s, const struct item *a,
                 const struct item *b)
{
	while (*s != '\0') {
		char one[2] = { *s, '\0' };

		if (s[0] == '%' && (s[1] == '1' || s[1] == '2')) {
			add_code(l, s[1] == '1' ? a : b);
			s += 2;
			continue;
		}
		line_add(l, one);
		s++;
	}
}

static int retryable(const struct item *i)
{
	const char *retry = sipcode_text(i->row, SIPCODE_F_RETRY, 0);

	return strcmp(retry, "after-change") == 0 ||
	       strcmp(retry, "later") == 0 || strcmp(retry, "elsewhere") == 0;
}

void compare_summary(struct line *l, const struct answer *a)
{
	const struct item *first = &a->item[0], *second = &a->item[1];
	unsigned long low, high;
	enum label label;

	line_start(l);
	if (a->items != 2) {
		line_add(l, word_of(a->lang, LABEL_summary_classes));
		return;
	}
	if (number(first) > number(second)) {
		first = &a->item[1];
		second = &a->item[0];
	}
	low = number(first) / 100;
	high = number(second) / 100;
	if (low == 1 && high == 1)
		label = LABEL_provisional;
	else if (low == 1)
		label = LABEL_sequence;
	else if (low == 2 && high > 2)
		label = retryable(second) ? LABEL_normal_first : LABEL_success;
	else
		label = LABEL_final;
	fill(l, word_of(a->lang, label), first, second);
}
