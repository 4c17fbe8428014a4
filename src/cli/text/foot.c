/* foot.c - the lines that lead on from the page of a status code. */
#include "text/foot.h"

#include "text/counted.h"
#include "words/alike.h"
#include "words/label.h"
#include "words/row.h"
#include "words/rule.h"
#include "layout/layout.h"

/* The other code of a comparison of two; NULL if it is of more. */
static const struct sipcode_row *partner(const struct sipcode_row *pair,
                                         const struct sipcode_row *code)
{
	const struct sipcode_row *one = sipcode_link(pair, SIPCODE_F_CODE, 0);

	if (sipcode_len(pair, SIPCODE_F_CODE) != 2)
		return NULL;
	return one == code ? sipcode_link(pair, SIPCODE_F_CODE, 1) : one;
}

static void add_number(struct strbuf *b, const struct sipcode_row *code)
{
	strbuf_number(b, sipcode_number(code, SIPCODE_F_CODE, 0));
}

/* The codes that stand beside this one in a comparison of two. */
static void add_partners(struct strbuf *b, const struct sipcode_row *row)
{
	for (size_t i = 0; i < sipcode_len(row, SIPCODE_F_PAIRS); i++) {
		const struct sipcode_row *other =
			partner(sipcode_link(row, SIPCODE_F_PAIRS, i), row);

		if (other == NULL)
			continue;
		strbuf_add(b, b->len > 0 ? ", " : "");
		add_number(b, other);
	}
}

/* "sipcode flow 486"; nothing if there is no flow. */
static void add_flow(struct strbuf *b, const struct sipcode_row *row)
{
	if (sipcode_len(row, SIPCODE_F_FLOWS) == 0)
		return;
	strbuf_add(b, b->len > 0 ? ", " : "");
	strbuf_add(b, "sipcode flow ");
	add_number(b, row);
}

/* What the whole says of the ways on. */
static void foot_commands(struct out *o, const struct sipcode_row *row)
{
	int lang = sipcode_row_lang(row);
	struct strbuf b = { 0 };

	add_partners(&b, row);
	if (b.len > 0)
		lay_foot(o, label_text(lang, LABEL_compare), b.s);
	strbuf_reset(&b);
	add_flow(&b, row);
	if (b.len > 0)
		lay_foot(o, label_text(lang, LABEL_flow), b.s);
	strbuf_free(&b);
}

/* ", sipcode failover 486"; nothing if no rule speaks of the code. */
static void add_failover(struct strbuf *b, const struct sipcode_row *row)
{
	if (sipcode_len(row, SIPCODE_F_FAILOVERS) == 0)
		return;
	strbuf_add(b, ", sipcode failover ");
	add_number(b, row);
}

/* ", sipcode cause 102": in the record of a call the number is a cause,
 * rather. */
static void add_cause_command(struct strbuf *b, const struct sipcode_row *row)
{
	if (!alike_cause(row))
		return;
	strbuf_add(b, ", sipcode cause ");
	add_number(b, row);
}

static void foot_see_also(struct out *o, const struct sipcode_row *row)
{
	struct strbuf b = { 0 };

	for (size_t i = 0; i < sipcode_len(row, SIPCODE_F_SEE); i++) {
		strbuf_add(&b, i > 0 ? ", " : "");
		add_number(&b, sipcode_link(row, SIPCODE_F_SEE, i));
	}
	if (b.len > 0) {
		add_failover(&b, row);
		add_cause_command(&b, row);
	}
	if (b.len > 0)
		lay_foot(o, label_text(sipcode_row_lang(row), LABEL_see), b.s);
	strbuf_free(&b);
}

/* The code to compare this one with: the first of "see also" of which there
 * is a comparison by hand, else the first; NULL if there is none. */
static const struct sipcode_row *rival(const struct sipcode_row *row)
{
	for (size_t i = 0; i < sipcode_len(row, SIPCODE_F_SEE); i++)
		for (size_t k = 0; k < sipcode_len(row, SIPCODE_F_PAIRS); k++)
			if (partner(sipcode_link(row, SIPCODE_F_PAIRS, k),
			            row) == sipcode_link(row, SIPCODE_F_SEE, i))
				return sipcode_link(row, SIPCODE_F_SEE, i);
	return sipcode_link(row, SIPCODE_F_SEE, 0);
}

/* "sipcode compare 480 486", the lower one first. */
static void add_comparison(struct strbuf *b, const struct sipcode_row *row)
{
	const struct sipcode_row *other = rival(row);
	int first;

	if (other == NULL)
		return;
	first = sipcode_number(other, SIPCODE_F_CODE, 0) >
	        sipcode_number(row, SIPCODE_F_CODE, 0);
	strbuf_add(b, ", sipcode compare ");
	add_number(b, first ? row : other);
	strbuf_add(b, " ");
	add_number(b, first ? other : row);
}

/* Whether products try the next route. */
static void foot_next_route(struct out *o, const struct sipcode_row *row)
{
	const char *label = label_text(sipcode_row_lang(row), LABEL_next_route);
	struct strbuf b = { 0 };

	rule_add_count(&b, row);
	if (b.len > 0)
		lay_foot(o, label, b.s);
	strbuf_free(&b);
}

/* How many programs have a name of their own for the code. */
static void foot_names(struct out *o, const struct sipcode_row *row)
{
	size_t n = sipcode_len(row, SIPCODE_F_NAMES);
	struct strbuf count = { 0 }, code = { 0 }, b = { 0 };
	int lang = sipcode_row_lang(row);
	const char *arg[2];

	strbuf_number(&count, n);
	add_number(&code, row);
	arg[0] = count.s;
	arg[1] = code.s;
	label_fill(
		&b,
		label_text(lang, n == 1 ? LABEL_name_count : LABEL_names_count),
		arg, 2);
	if (n > 0)
		lay_foot(o, label_text(lang, LABEL_names), b.s);
	strbuf_free(&count);
	strbuf_free(&code);
	strbuf_free(&b);
}

/* Products whose own numbers look like the code. */
static void foot_numbers(struct out *o, const struct sipcode_row *row)
{
	struct strbuf b = { 0 };

	alike_products(&b, row);
	if (b.len > 0)
		lay_foot(o,
		         label_text(sipcode_row_lang(row), LABEL_other_number),
		         b.s);
	strbuf_free(&b);
}

void foot_answer(struct out *o, const struct sipcode_row *row)
{
	int lang = sipcode_row_lang(row);
	struct strbuf b = { 0 };

	counted_practice(&b, row);
	if (b.len > 0)
		lay_foot(o, label_text(lang, LABEL_practice), b.s);
	strbuf_reset(&b);
	counted_products(&b, row);
	if (b.len > 0)
		lay_foot(o, label_text(lang, LABEL_products), b.s);
	foot_see_also(o, row);
	strbuf_reset(&b);
	strbuf_add(&b, "sipcode -a ");
	add_number(&b, row);
	if (sipcode_len(row, SIPCODE_F_SEE) == 0)
		add_failover(&b, row);
	add_flow(&b, row);
	add_comparison(&b, row);
	lay_foot(o, label_text(lang, LABEL_more), b.s);
	strbuf_free(&b);
}

void foot_whole(struct out *o, const struct sipcode_row *row)
{
	foot_see_also(o, row);
	foot_commands(o, row);
	foot_next_route(o, row);
	foot_names(o, row);
	foot_numbers(o, row);
}
