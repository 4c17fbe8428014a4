/* label.c - labels of the table, and the labels of the schema's words. */
#include "words/label.h"

#include <string.h>

#include "len.h"
#include "table.h"

static const struct {
	enum sipcode_field field;
	enum label label;
	const char *word;
} words[] = {
	{ SIPCODE_F_STATUS, LABEL_status_registered, "registered" },
	{ SIPCODE_F_STATUS, LABEL_status_deprecated, "deprecated" },
	{ SIPCODE_F_STATUS, LABEL_status_obsolete, "obsolete" },
	{ SIPCODE_F_STATUS, LABEL_status_unregistered, "unregistered" },
	{ SIPCODE_F_NATURE, LABEL_nature_normal, "normal" },
	{ SIPCODE_F_NATURE, LABEL_nature_fault, "fault" },
	{ SIPCODE_F_NATURE, LABEL_nature_depends, "depends" },
	{ SIPCODE_F_RETRY, LABEL_retry_none, "none" },
	{ SIPCODE_F_RETRY, LABEL_retry_elsewhere, "elsewhere" },
	{ SIPCODE_F_RETRY, LABEL_retry_after_change, "after-change" },
	{ SIPCODE_F_RETRY, LABEL_retry_later, "later" },
	{ SIPCODE_F_RETRY, LABEL_retry_no, "no" },
	{ SIPCODE_F_RETRY, LABEL_retry_unspecified, "unspecified" },
	{ SIPCODE_F_EFFECT, LABEL_effect_none, "none" },
	{ SIPCODE_F_EFFECT, LABEL_effect_transaction, "transaction" },
	{ SIPCODE_F_EFFECT, LABEL_effect_usage, "usage" },
	{ SIPCODE_F_EFFECT, LABEL_effect_dialog, "dialog" },
	{ SIPCODE_F_EFFECT, LABEL_effect_by_method, "by-method" },
	{ SIPCODE_F_EFFECT, LABEL_effect_unclassed, "unclassed" },
	{ SIPCODE_F_CLASS, LABEL_cause_normal, "normal" },
	{ SIPCODE_F_CLASS, LABEL_cause_resource, "resource" },
	{ SIPCODE_F_CLASS, LABEL_cause_service, "service" },
	{ SIPCODE_F_CLASS, LABEL_cause_option, "option" },
	{ SIPCODE_F_CLASS, LABEL_cause_message, "message" },
	{ SIPCODE_F_CLASS, LABEL_cause_protocol, "protocol" },
	{ SIPCODE_F_CLASS, LABEL_cause_interworking, "interworking" },
	{ SIPCODE_F_LOCAL, LABEL_local_yes, "yes" },
	{ SIPCODE_F_LOCAL, LABEL_local_only, "only" },
	{ SIPCODE_F_OTHER, LABEL_other_any, "any" },
	{ SIPCODE_F_OTHER, LABEL_other_class, "3xx" },
	{ SIPCODE_F_OTHER, LABEL_other_class, "4xx" },
	{ SIPCODE_F_OTHER, LABEL_other_class, "5xx" },
	{ SIPCODE_F_OTHER, LABEL_other_class, "6xx" },
	{ SIPCODE_F_OTHER, LABEL_other_bye, "bye-or-cancel" },
	{ SIPCODE_F_OTHER, LABEL_other_rel, "encapsulated-rel" },
	{ SIPCODE_F_OTHER, LABEL_other_t7, "t7" },
	{ SIPCODE_F_OTHER, LABEL_other_t9, "t9" },
	{ SIPCODE_F_OTHER, LABEL_no_cause, "no-cause" },
};

const char *label_text(int lang, enum label label)
{
	return table_string(table_labels[lang][label]);
}

const char *label_of_nth(const struct sipcode_row *row,
                         enum sipcode_field field, size_t i)
{
	const char *value = sipcode_text(row, field, i);

	for (size_t k = 0; k < LEN(words); k++)
		if (words[k].field == field &&
		    strcmp(words[k].word, value) == 0)
			return label_text(sipcode_row_lang(row),
			                  words[k].label);
	return value;
}

const char *label_of_value(const struct sipcode_row *row,
                           enum sipcode_field field)
{
	return label_of_nth(row, field, 0);
}

void label_fill(struct strbuf *b, const char *text, const char *const *arg,
                size_t args)
{
	for (; *text != '\0'; text++) {
		if (text[0] == '%' && text[1] >= '1' &&
		    (size_t)(text[1] - '1') < args)
			strbuf_add(b, arg[*++text - '1']);
		else
			strbuf_bytes(b, text, 1);
	}
}

void label_rfc(struct strbuf *b, int lang, unsigned rfc, const char *section)
{
	strbuf_add(b, "RFC ");
	strbuf_number(b, rfc);
	strbuf_add(b, " ");
	strbuf_add(b, label_text(lang, LABEL_section));
	strbuf_add(b, " ");
	strbuf_add(b, section);
}

void label_more(struct strbuf *b, int lang, size_t n)
{
	struct strbuf number = { 0 };
	const char *arg;

	if (n == 0)
		return;
	strbuf_number(&number, n);
	arg = strbuf_text(&number);
	strbuf_add(b, " ");
	label_fill(b, label_text(lang, LABEL_more_alike), &arg, 1);
	strbuf_free(&number);
}
