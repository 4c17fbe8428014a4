/* duty.c - when a duty holds, and the header fields that it names. */
#include "words/duty.h"

#include "words/label.h"
#include "words/row.h"

unsigned long duty_breadth(const struct sipcode_row *duty)
{
	return sipcode_number(duty, SIPCODE_F_LAST, 0) -
	       sipcode_number(duty, SIPCODE_F_FIRST, 0);
}

int duty_in_force(const struct sipcode_row *duty)
{
	return sipcode_len(duty, SIPCODE_F_OBSOLETE) == 0;
}

int duty_is_unconditional(const struct sipcode_row *duty)
{
	return sipcode_len(duty, SIPCODE_F_IF) == 0;
}

void duty_header(struct strbuf *b, const struct sipcode_row *duty)
{
	int lang = sipcode_row_lang(duty);

	if (sipcode_len(duty, SIPCODE_F_ALTERNATIVE) > 0) {
		strbuf_add(b, label_text(lang, LABEL_one_of));
		strbuf_add(b, " ");
	}
	strbuf_add(b, sipcode_text(duty, SIPCODE_F_HEADER, 0));
	for (size_t i = 0; i < sipcode_len(duty, SIPCODE_F_ALTERNATIVE); i++) {
		strbuf_add(b, ", ");
		strbuf_add(b, sipcode_text(duty, SIPCODE_F_ALTERNATIVE, i));
	}
}

void duty_header_for(struct strbuf *b, const struct sipcode_row *duty)
{
	duty_header(b, duty);
	if (sipcode_len(duty, SIPCODE_F_METHOD) > 0) {
		strbuf_add(b, " (");
		row_list(b, duty, SIPCODE_F_METHOD, ", ");
		strbuf_add(b, ")");
	}
}
