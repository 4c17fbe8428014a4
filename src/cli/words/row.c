/* row.c - what a row is called, and its values as text. */
#include "words/row.h"

#include <string.h>

#include "words/label.h"
#include "chars.h"
#include "len.h"

int row_is(const struct sipcode_row *row, enum sipcode_field field,
           const char *word)
{
	return strcmp(sipcode_text(row, field, 0), word) == 0;
}

void row_range(struct strbuf *b, const struct sipcode_row *row)
{
	unsigned long first = sipcode_number(row, SIPCODE_F_FIRST, 0);
	unsigned long last = sipcode_number(row, SIPCODE_F_LAST, 0);

	strbuf_number(b, first);
	if (last == first)
		return;
	strbuf_add(b, "-");
	strbuf_number(b, last);
}

void row_number(struct strbuf *b, const struct sipcode_row *row)
{
	const char *name = sipcode_text(row, SIPCODE_F_NAME, 0);
	size_t before = b->len;

	if (sipcode_len(row, SIPCODE_F_NUMBER) > 0)
		strbuf_number(b, sipcode_number(row, SIPCODE_F_NUMBER, 0));
	else if (sipcode_row_set(row) == SIPCODE_NUMBERS)
		row_range(b, row);
	if (*name != '\0' && b->len > before)
		strbuf_add(b, " ");
	strbuf_add(b, name);
}

/* The first of some fields that the row has. */
static void add_first_of(struct strbuf *b, const struct sipcode_row *row)
{
	static const enum sipcode_field says[] = {
		SIPCODE_F_TAG,  SIPCODE_F_LEVEL, SIPCODE_F_HEADER,
		SIPCODE_F_NAME, SIPCODE_F_TEXT,  SIPCODE_F_PHRASE,
		SIPCODE_F_ID,
	};

	for (size_t i = 0; i < LEN(says); i++) {
		if (sipcode_len(row, says[i]) == 0)
			continue;
		strbuf_add(b, sipcode_text(row, says[i], 0));
		/* "MUST Require": a level alone says little. */
		if (says[i] != SIPCODE_F_LEVEL)
			return;
		strbuf_add(b, " ");
	}
}

void row_title(struct strbuf *b, const struct sipcode_row *row)
{
	enum sipcode_set set = sipcode_row_set(row);
	struct sipcode_column key = sipcode_column(set, 0);

	if (key.type == SIPCODE_T_NUMBER)
		strbuf_number(b, sipcode_number(row, key.field, 0));
	else if (set == SIPCODE_CLASSES || set == SIPCODE_PAIRS ||
	         set == SIPCODE_FLOWS || set == SIPCODE_MAPPINGS ||
	         set == SIPCODE_TIMERS || set == SIPCODE_FAILOVERS ||
	         set == SIPCODE_PRODUCTS || set == SIPCODE_TERMS)
		strbuf_add(b, sipcode_text(row, key.field, 0));
	else if (set == SIPCODE_NUMBERS)
		row_range(b, row);
	else if (set == SIPCODE_NAMES)
		row_number(b, row);
	else
		add_first_of(b, row);
}

void row_code(struct strbuf *b, const struct sipcode_row *code)
{
	strbuf_number(b, sipcode_number(code, SIPCODE_F_CODE, 0));
	strbuf_add(b, " ");
	strbuf_add(b, sipcode_text(code, SIPCODE_F_PHRASE, 0));
}

void row_codes(struct strbuf *b, const struct sipcode_row *row,
               enum sipcode_field field)
{
	for (size_t i = 0; i < sipcode_len(row, field); i++) {
		strbuf_add(b, i > 0 ? ", " : "");
		row_code(b, sipcode_link(row, field, i));
	}
}

void row_numbers(struct strbuf *b, const struct sipcode_row *row,
                 enum sipcode_field field)
{
	for (size_t i = 0; i < sipcode_len(row, field); i++) {
		const struct sipcode_row *one = sipcode_link(row, field, i);
		enum sipcode_field key =
			sipcode_column(sipcode_row_set(one), 0).field;

		strbuf_add(b, i > 0 ? ", " : "");
		strbuf_number(b, sipcode_number(one, key, 0));
	}
}

int row_is_numbered(const struct sipcode_row *name, unsigned long n)
{
	return sipcode_len(name, SIPCODE_F_NUMBER) > 0 &&
	       sipcode_number(name, SIPCODE_F_NUMBER, 0) == n;
}

static int leads_to(const struct sipcode_row *row, enum sipcode_field field,
                    const struct sipcode_row *to)
{
	for (size_t i = 0; i < sipcode_len(row, field); i++)
		if (sipcode_link(row, field, i) == to)
			return 1;
	return 0;
}

int row_is_about(const struct sipcode_row *row, const struct sipcode_row *code)
{
	enum sipcode_set set = sipcode_row_set(row);

	if (set == SIPCODE_FAILOVERS)
		return leads_to(code, SIPCODE_F_FAILOVERS, row);
	return leads_to(row, SIPCODE_F_CODE, code) &&
	       (set != SIPCODE_NAMES || sipcode_len(row, SIPCODE_F_IF) > 0);
}

void row_cause(struct strbuf *b, const struct sipcode_row *cause)
{
	strbuf_number(b, sipcode_number(cause, SIPCODE_F_CAUSE, 0));
	strbuf_add(b, " ");
	strbuf_add(b, sipcode_text(cause, SIPCODE_F_NAME, 0));
}

void row_list(struct strbuf *b, const struct sipcode_row *row,
              enum sipcode_field field, const char *separator)
{
	for (size_t i = 0; i < sipcode_len(row, field); i++) {
		if (i > 0)
			strbuf_add(b, separator);
		strbuf_add(b, sipcode_text(row, field, i));
	}
}

void row_methods(struct strbuf *b, const struct sipcode_row *code)
{
	if (!row_is(code, SIPCODE_F_METHOD, "any")) {
		row_list(b, code, SIPCODE_F_METHOD, ", ");
		return;
	}
	strbuf_add(b, label_text(sipcode_row_lang(code), LABEL_answers_any));
	for (size_t i = 0; i < sipcode_len(code, SIPCODE_F_NOT_METHOD); i++) {
		strbuf_add(b, ", ");
		strbuf_add(b, sipcode_text(code, SIPCODE_F_NOT_METHOD, i));
	}
}

/* The length of "RFC 3261 section " in "RFC 3261 section 21.4.16": what the
 * next source may leave out; 0 for other sources. */
static size_t document_length(const char *source, const char *section)
{
	size_t n = 4, word = strlen(section);

	if (strncmp(source, "RFC ", 4) != 0)
		return 0;
	while (char_is_digit(source[n]))
		n++;
	if (source[n] != ' ' || strncmp(source + n + 1, section, word) != 0 ||
	    source[n + 1 + word] != ' ')
		return 0;
	return n + word + 2;
}

void row_sources(struct strbuf *b, const struct sipcode_row *row,
                 enum sipcode_field field)
{
	const char *section = label_text(sipcode_row_lang(row), LABEL_section);
	const char *before = "";

	for (size_t i = 0; i < sipcode_len(row, field); i++) {
		const char *s = sipcode_text(row, field, i);
		size_t n = document_length(s, section);

		if (i > 0)
			strbuf_add(b, ", ");
		strbuf_add(b, n > 0 && strncmp(s, before, n) == 0 ? s + n : s);
		before = s;
	}
}

const struct sipcode_row *row_class_rule(const struct sipcode_row *class_row,
                                         size_t *at)
{
	char digit = sipcode_text(class_row, SIPCODE_F_CLASS, 0)[0];
	unsigned long code = (unsigned long)(digit - '0') * 100;
	int lang = sipcode_row_lang(class_row);
	const struct sipcode_row *rule;

	while ((rule = sipcode_row(lang, SIPCODE_RULES, (*at)++)) != NULL) {
		unsigned long first = sipcode_number(rule, SIPCODE_F_FIRST, 0);
		unsigned long last = sipcode_number(rule, SIPCODE_F_LAST, 0);

		if (first != last && last >= code && first <= code + 99)
			return rule;
	}
	return NULL;
}
