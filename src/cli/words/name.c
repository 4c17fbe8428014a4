/* name.c - names in programs, in words. */
#include "words/name.h"

#include <string.h>

#include "words/label.h"
#include "words/row.h"
#include "chars.h"
#include "len.h"

static const char *other_value(const struct sipcode_row *name, size_t i)
{
	static const struct {
		const char *word;
		enum label label;
	} words[] = {
		{ "none", LABEL_no_response },
		{ "any", LABEL_every_failure },
		{ "field-code", LABEL_holds_code },
		{ "field-cause", LABEL_holds_cause },
		{ "field-phrase", LABEL_holds_phrase },
		{ "field-name", LABEL_holds_name },
	};
	const char *other = sipcode_text(name, SIPCODE_F_OTHER, i);

	for (size_t k = 0; k < LEN(words); k++)
		if (strcmp(words[k].word, other) == 0)
			return label_text(sipcode_row_lang(name),
			                  words[k].label);
	return other;
}

static void add_meant(struct strbuf *b, const struct sipcode_row *name)
{
	const struct sipcode_row *cause =
		sipcode_link(name, SIPCODE_F_CAUSE, 0);
	int lang = sipcode_row_lang(name);
	struct strbuf near = { 0 };
	size_t before = b->len;
	const char *arg;

	row_codes(b, name, SIPCODE_F_CODE);
	for (size_t i = 0; i < sipcode_len(name, SIPCODE_F_OTHER); i++) {
		strbuf_add(b, b->len > before ? ", " : "");
		strbuf_add(b, other_value(name, i));
	}
	if (cause != NULL) {
		strbuf_add(b, b->len > before ? ", " : "");
		strbuf_add(b, "Q.850 ");
		row_cause(b, cause);
	}
	row_codes(&near, name, SIPCODE_F_NEAREST);
	arg = strbuf_text(&near);
	if (near.len > 0) {
		strbuf_add(b, b->len > before ? ", " : "");
		label_fill(b, label_text(lang, LABEL_nearest_by_name), &arg, 1);
	}
	strbuf_free(&near);
}

void name_add_meaning(struct strbuf *b, const struct sipcode_row *name)
{
	size_t before = b->len;

	add_meant(b, name);
	if (b->len > before) {
		b->s[before] = char_upper(b->s[before]);
		strbuf_add(b, ".");
	}
	for (size_t i = 0; i < sipcode_len(name, SIPCODE_F_IF); i++) {
		strbuf_add(b, b->len > before ? " " : "");
		strbuf_add(b, sipcode_text(sipcode_link(name, SIPCODE_F_IF, i),
		                           SIPCODE_F_TEXT, 0));
	}
	if (b->len == before)
		strbuf_add(b, label_text(sipcode_row_lang(name),
		                         LABEL_name_unsaid));
}
