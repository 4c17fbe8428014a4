/* rule.c - rules of failover in words. */
#include "words/rule.h"

#include <stdlib.h>
#include <string.h>

#include "io/memory.h"
#include "words/label.h"
#include "words/row.h"
#include "len.h"

/* What has no number of its own: "5xx", "no answer at all". */
static const char *other_case(const struct sipcode_row *rule, size_t i)
{
	int alone = i == 0 && sipcode_len(rule, SIPCODE_F_CODE) == 0;
	const struct {
		const char *word;
		enum label label;
	} words[] = {
		{ "any", alone ? LABEL_any_failure : LABEL_every_failure },
		{ "timeout", LABEL_no_answer },
		{ "transport", LABEL_no_transport },
		{ "listed", LABEL_codes_listed },
	};
	const char *other = sipcode_text(rule, SIPCODE_F_OTHER, i);

	for (size_t k = 0; k < LEN(words); k++)
		if (strcmp(words[k].word, other) == 0)
			return label_text(sipcode_row_lang(rule),
			                  words[k].label);
	return other;
}

void rule_add_cases(struct strbuf *b, const struct sipcode_row *rule)
{
	int lang = sipcode_row_lang(rule);
	struct strbuf some = { 0 };
	size_t before = b->len;
	const char *arg;

	row_numbers(b, rule, SIPCODE_F_CODE);
	for (size_t i = 0; i < sipcode_len(rule, SIPCODE_F_OTHER); i++) {
		strbuf_add(b, b->len > before ? ", " : "");
		strbuf_add(b, other_case(rule, i));
	}
	row_numbers(&some, rule, SIPCODE_F_EXCEPT);
	arg = strbuf_text(&some);
	if (some.len > 0)
		label_fill(b, label_text(lang, LABEL_but_codes), &arg, 1);
	strbuf_reset(&some);
	row_numbers(&some, rule, SIPCODE_F_CAUSE);
	arg = strbuf_text(&some);
	if (some.len > 0) {
		strbuf_add(b, b->len > before ? ", " : "");
		label_fill(b, label_text(lang, LABEL_some_causes), &arg, 1);
	}
	strbuf_add(b, " (");
	strbuf_add(b, sipcode_text(rule, SIPCODE_F_ROLE, 0));
	strbuf_add(b, ")");
	strbuf_free(&some);
}

/* A mark for each rule that speaks of the code; the caller frees them. */
static char *mark_rules(const struct sipcode_row *code)
{
	char *marks = memory_get(sipcode_rows(SIPCODE_FAILOVERS));

	memset(marks, 0, sipcode_rows(SIPCODE_FAILOVERS));
	for (size_t i = 0; i < sipcode_len(code, SIPCODE_F_FAILOVERS); i++)
		marks[sipcode_row_index(
			sipcode_link(code, SIPCODE_F_FAILOVERS, i))] = 1;
	return marks;
}

/* Counts the product if a rule of it is marked, and as one that goes on if
 * one of them leads on by itself and none of them stops. */
static void count_product(const char *marks, const struct sipcode_row *product,
                          size_t *all, size_t *next)
{
	int speaks = 0, leads = 0, stops = 0;

	for (size_t i = 0; i < sipcode_len(product, SIPCODE_F_FAILOVERS); i++) {
		const struct sipcode_row *rule =
			sipcode_link(product, SIPCODE_F_FAILOVERS, i);
		int goes = row_is(rule, SIPCODE_F_RESULT, "next");

		if (!marks[sipcode_row_index(rule)])
			continue;
		speaks = 1;
		if (row_is(rule, SIPCODE_F_DEFAULT, "yes")) {
			leads |= goes;
			stops |= !goes;
		}
	}
	*all += (size_t)speaks;
	*next += (size_t)(leads && !stops);
}

void rule_add_count(struct strbuf *b, const struct sipcode_row *code)
{
	size_t all = 0, next = 0;
	struct strbuf one = { 0 }, two = { 0 }, number = { 0 };
	const struct sipcode_row *product;
	char *marks = mark_rules(code);
	int lang = sipcode_row_lang(code);
	const char *arg[3];

	for (size_t i = 0; (product = sipcode_row(lang, SIPCODE_PRODUCTS, i));
	     i++)
		count_product(marks, product, &all, &next);
	free(marks);
	strbuf_number(&one, next);
	strbuf_number(&two, all);
	strbuf_number(&number, sipcode_number(code, SIPCODE_F_CODE, 0));
	arg[0] = one.s;
	arg[1] = two.s;
	arg[2] = number.s;
	if (all > 0)
		label_fill(b, label_text(lang, LABEL_next_route_count), arg, 3);
	strbuf_free(&one);
	strbuf_free(&two);
	strbuf_free(&number);
}
