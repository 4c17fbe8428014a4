/* derived.c - a sentence on two codes, by their facts. */
#include "answer/derived.h"

#include <string.h>

#include "words/label.h"
#include "words/row.h"
#include "len.h"

static unsigned long code_of(const struct sipcode_row *row)
{
	return sipcode_number(row, SIPCODE_F_CODE, 0);
}

static int answers_any(const struct sipcode_row *code)
{
	return row_is(code, SIPCODE_F_METHOD, "any");
}

/* Can a request of some method be answered by either?  Where a code does not
 * say what it answers, nothing is known, and that counts as yes. */
static int may_meet(const struct sipcode_row *one,
                    const struct sipcode_row *two)
{
	size_t n = sipcode_len(one, SIPCODE_F_METHOD);

	if (n == 0 || sipcode_len(two, SIPCODE_F_METHOD) == 0)
		return 1;
	if (answers_any(one))
		return answers_any(two) || may_meet(two, one);
	for (size_t i = 0; i < n; i++) {
		const char *method = sipcode_text(one, SIPCODE_F_METHOD, i);

		if (sipcode_answers(two, method, strlen(method)))
			return 1;
	}
	return 0;
}

/* Does a SIP response carry the code?  Some numbers never leave the program
 * that made them, and some are of STUN and TURN alone. */
static int is_response(const struct sipcode_row *code)
{
	return !row_is(code, SIPCODE_F_LOCAL, "only") &&
	       !(row_is(code, SIPCODE_F_STATUS, "unregistered") &&
	         sipcode_len(code, SIPCODE_F_STUN_PHRASE) > 0);
}

/* The sentence on two codes, the lower one first; -1 if there is none. */
static int sentence(const struct sipcode_row *low,
                    const struct sipcode_row *high)
{
	unsigned long first = code_of(low) / 100, second = code_of(high) / 100;

	if (!is_response(low) || !is_response(high))
		return -1;
	if (!may_meet(low, high))
		return LABEL_never_meet;
	if (first == 1)
		return second == 1 ? LABEL_provisional : LABEL_sequence;
	if (first != 2 || second == 2)
		return -1;
	if (sipcode_len(high, SIPCODE_F_ASKS) > 0)
		return LABEL_asks_first;
	return LABEL_success;
}

/* In the label, %1 and %2 become the codes, %3 and %4 their methods. */
static void add_sentence(struct strbuf *b, const char *text,
                         const struct sipcode_row *low,
                         const struct sipcode_row *high)
{
	struct strbuf part[4] = { { 0 }, { 0 }, { 0 }, { 0 } };
	const char *arg[4];

	row_code(&part[0], low);
	row_code(&part[1], high);
	row_methods(&part[2], low);
	row_methods(&part[3], high);
	for (size_t i = 0; i < LEN(part); i++)
		arg[i] = strbuf_text(&part[i]);
	label_fill(b, text, arg, LEN(arg));
	for (size_t i = 0; i < LEN(part); i++)
		strbuf_free(&part[i]);
}

void derived_summary(struct strbuf *b, const struct answer *a)
{
	const struct sipcode_row *low, *high;
	int label;

	if (a->items != 2)
		return;
	low = a->item[0].row;
	high = a->item[1].row;
	if (code_of(low) > code_of(high)) {
		low = a->item[1].row;
		high = a->item[0].row;
	}
	label = sentence(low, high);
	if (label >= 0)
		add_sentence(b, label_text(a->lang, (enum label)label), low,
		             high);
}
