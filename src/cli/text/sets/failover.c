/* failover.c - which response leads to the next route: the rules of products
 * and of the standards, by what comes of the response. */
#include <string.h>

#include "text/text.h"
#include "words/label.h"
#include "words/rule.h"
#include "words/row.h"
#include "len.h"

enum { FAILOVER_COLUMN = 26 };

static const struct {
	const char *result;
	enum label heading;
} results[] = {
	{ "next", LABEL_goes_on },
	{ "same", LABEL_goes_again },
	{ "busy", LABEL_counts_busy },
	{ "stop", LABEL_goes_no_further },
};

/* Is the rule one of a standard? */
static int is_of_standard(const struct sipcode_row *rule)
{
	return strncmp(sipcode_text(rule, SIPCODE_F_PRODUCT, 0), "RFC ", 4) ==
	       0;
}

/* "486, 600 (proxy): TEXT (only if set so)". */
static void add_rule(struct strbuf *b, const struct sipcode_row *rule)
{
	const char *text = sipcode_text(rule, SIPCODE_F_TEXT, 0);
	int lang = sipcode_row_lang(rule);

	rule_add_cases(b, rule);
	if (row_is(rule, SIPCODE_F_DEFAULT, "no")) {
		strbuf_add(b, " (");
		strbuf_add(b, label_text(lang, LABEL_if_set));
		strbuf_add(b, ")");
	}
	if (*text != '\0') {
		strbuf_add(b, ": ");
		strbuf_add(b, text);
	}
	if (sipcode_len(rule, SIPCODE_F_UNCONFIRMED) > 0) {
		strbuf_add(b, " ");
		strbuf_add(b, label_text(lang, LABEL_unconfirmed));
	}
}

static void show_rule(struct out *o, const struct sipcode_row *rule,
                      const char *product, int all)
{
	struct strbuf b = { 0 }, sources = { 0 };

	add_rule(&b, rule);
	if (all)
		row_sources(&sources, rule, SIPCODE_F_SOURCE);
	lay_table(o, label_text(sipcode_row_lang(rule), LABEL_products),
	          label_text(sipcode_row_lang(rule), LABEL_description),
	          all ? label_text(sipcode_row_lang(rule), LABEL_sources)
	              : NULL);
	lay_fact_at(o, FAILOVER_COLUMN, product, strbuf_text(&b),
	            strbuf_text(&sources));
	strbuf_free(&b);
	strbuf_free(&sources);
}

/* The rules of one result: those of the standards, or of products. */
static void show_rules(struct out *o, const struct items *rules, size_t result,
                       int standard, int *headed, int all)
{
	const char *before = "";

	for (size_t i = 0; i < rules->items; i++) {
		const struct sipcode_row *rule = rules->item[i].row;
		const char *product = sipcode_text(rule, SIPCODE_F_PRODUCT, 0);

		if (!row_is(rule, SIPCODE_F_RESULT, results[result].result) ||
		    is_of_standard(rule) != standard)
			continue;
		if (!*headed)
			lay_heading(o, label_text(sipcode_row_lang(rule),
			                          results[result].heading));
		*headed = 1;
		show_rule(o, rule,
		          o->width > 0 && strcmp(product, before) == 0
		                  ? ""
		                  : product,
		          all);
		before = product;
	}
}

void text_failovers(struct out *o, const struct items *rules, int all)
{
	for (size_t i = 0; i < LEN(results); i++) {
		int headed = 0;

		for (int standard = 1; standard >= 0; standard--)
			show_rules(o, rules, i, standard, &headed, all);
	}
}
