/* verdict.c - what happened, and whether that is a fault. */
#include "words/verdict.h"

#include <string.h>

#include "words/label.h"
#include "words/row.h"

const char *verdict_word(const struct sipcode_row *code)
{
	enum label label = LABEL_verdict_depends;

	if (row_is(code, SIPCODE_F_NATURE, "normal"))
		label = LABEL_verdict_normal;
	else if (row_is(code, SIPCODE_F_NATURE, "fault"))
		label = LABEL_verdict_fault;
	return label_text(sipcode_row_lang(code), label);
}

void verdict_add(struct strbuf *b, const struct sipcode_row *code)
{
	strbuf_add(b, verdict_word(code));
	strbuf_add(b, " ");
	strbuf_add(b, sipcode_text(code, SIPCODE_F_VERDICT, 0));
}

void verdict_add_first(struct strbuf *b, const struct sipcode_row *code)
{
	const char *s = sipcode_text(code, SIPCODE_F_VERDICT, 0);
	const char *end = strstr(s, ". ");
	size_t n = end == NULL ? strlen(s) : (size_t)(end - s);

	if (n > 0 && s[n - 1] == '.')
		n--;
	strbuf_bytes(b, s, n);
}
