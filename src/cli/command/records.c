/* records.c - the commands over one record set, by one table: the list of the
 * set, or the pages of the records that the operands name. */
#include <stdlib.h>
#include <string.h>

#include "ask/operand.h"
#include "ask/record.h"
#include "command/command.h"
#include "io/number.h"
#include "io/strbuf.h"
#include "words/mapping.h"
#include "words/row.h"
#include "chars.h"

static const enum sipcode_field cause_columns[] = {
	SIPCODE_F_CAUSE,  SIPCODE_F_NAME,  SIPCODE_F_KIND, SIPCODE_F_MEANING,
	SIPCODE_F_SOURCE, SIPCODE_F_ALIAS, SIPCODE_F_NONE,
};
static const enum sipcode_field mapping_columns[] = {
	SIPCODE_F_PRODUCT, SIPCODE_F_DIRECTION, SIPCODE_F_CODE,
	SIPCODE_F_CAUSE,   SIPCODE_F_NAME,      SIPCODE_F_RESULT,
	SIPCODE_F_OTHER,   SIPCODE_F_IF,        SIPCODE_F_STANDARD,
	SIPCODE_F_NOTE,    SIPCODE_F_SOURCE,    SIPCODE_F_NONE,
};
static const enum sipcode_field option_columns[] = {
	SIPCODE_F_TAG,
	SIPCODE_F_MEANING,
	SIPCODE_F_SOURCE,
	SIPCODE_F_NONE,
};
static const enum sipcode_field header_columns[] = {
	SIPCODE_F_HEADER, SIPCODE_F_COMPACT, SIPCODE_F_MEANING,
	SIPCODE_F_SOURCE, SIPCODE_F_NONE,
};
static const enum sipcode_field symptom_columns[] = {
	SIPCODE_F_ID,     SIPCODE_F_TITLE, SIPCODE_F_CODE,
	SIPCODE_F_SOURCE, SIPCODE_F_NONE,
};
static const enum sipcode_field timer_columns[] = {
	SIPCODE_F_TIMER,  SIPCODE_F_DEFAULT, SIPCODE_F_MEANING,
	SIPCODE_F_SOURCE, SIPCODE_F_NONE,
};
static const enum sipcode_field failover_columns[] = {
	SIPCODE_F_PRODUCT, SIPCODE_F_ROLE,    SIPCODE_F_CODE,
	SIPCODE_F_OTHER,   SIPCODE_F_EXCEPT,  SIPCODE_F_CAUSE,
	SIPCODE_F_RESULT,  SIPCODE_F_DEFAULT, SIPCODE_F_UNCONFIRMED,
	SIPCODE_F_TEXT,    SIPCODE_F_SOURCE,  SIPCODE_F_NONE,
};
static const enum sipcode_field name_columns[] = {
	SIPCODE_F_NAME,   SIPCODE_F_PRODUCT, SIPCODE_F_NUMBER,  SIPCODE_F_CODE,
	SIPCODE_F_CAUSE,  SIPCODE_F_OTHER,   SIPCODE_F_NEAREST, SIPCODE_F_IF,
	SIPCODE_F_SOURCE, SIPCODE_F_NONE,
};
static const enum sipcode_field product_columns[] = {
	SIPCODE_F_PRODUCT,
	SIPCODE_F_ALIAS,
	SIPCODE_F_NONE,
};
static const enum sipcode_field term_columns[] = {
	SIPCODE_F_TERM,   SIPCODE_F_ALIAS, SIPCODE_F_MEANING,
	SIPCODE_F_SOURCE, SIPCODE_F_NONE,
};
static const enum sipcode_field warning_columns[] = {
	SIPCODE_F_WARNING, SIPCODE_F_PHRASE, SIPCODE_F_MEANING,
	SIPCODE_F_SOURCE,  SIPCODE_F_NONE,
};

/* The commands, by their numbers. */
static const struct record_set {
	enum sipcode_set set;
	record_reader *read;
	const enum sipcode_field *columns; /* of the list */
	enum sipcode_field spelled; /* by which a slip is told: a near one */
	size_t pages;               /* of more rows a list is shown; 0: never */
	int lines;                  /* 1: always a list */
} record_sets[COMMANDS] = {
	[COMMAND_cause] = { SIPCODE_CAUSES, record_cause, cause_columns,
	                    SIPCODE_F_NAME, 0, 0 },
	[COMMAND_failover] = { SIPCODE_FAILOVERS, record_failover,
	                       failover_columns, SIPCODE_F_PRODUCT, 0, 1 },
	[COMMAND_header] = { SIPCODE_HEADERS, record_header, header_columns,
	                     SIPCODE_F_HEADER, 0, 0 },
	[COMMAND_name] = { SIPCODE_NAMES, record_name, name_columns,
	                   SIPCODE_F_NAME, 1, 0 },
	[COMMAND_option] = { SIPCODE_OPTIONS, record_option, option_columns,
	                     SIPCODE_F_TAG, 0, 0 },
	[COMMAND_product] = { SIPCODE_PRODUCTS, record_product, product_columns,
	                      SIPCODE_F_PRODUCT, 0, 0 },
	[COMMAND_symptom] = { SIPCODE_SYMPTOMS, record_symptom, symptom_columns,
	                      SIPCODE_F_TITLE, 1, 0 },
	[COMMAND_term] = { SIPCODE_TERMS, record_term, term_columns,
	                   SIPCODE_F_TERM, 0, 0 },
	[COMMAND_timer] = { SIPCODE_TIMERS, record_timer, timer_columns,
	                    SIPCODE_F_TIMER, 0, 0 },
	[COMMAND_warning] = { SIPCODE_WARNINGS, record_warning, warning_columns,
	                      SIPCODE_F_PHRASE, 0, 0 },
};

static void add_set(struct context *c, struct found *f, enum sipcode_set set)
{
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(c->lang, set, i)); i++)
		items_add_row(&f->list, row);
}

static int is_product_number(unsigned long n)
{
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_NUMBERS, i)); i++)
		if (sipcode_number(row, SIPCODE_F_FIRST, 0) <= n &&
		    n <= sipcode_number(row, SIPCODE_F_LAST, 0))
			return 1;
	return 0;
}

/* "486 is a status code; its causes: 'sipcode cause --sip=486'". */
static int hint_code(struct context *c, const char *s)
{
	struct strbuf b = { 0 };
	unsigned long n;

	if (number_read(s, &n) != 0)
		return 0;
	if (c->command == COMMAND_cause && sipcode_code(0, n) == NULL &&
	    is_product_number(n)) {
		strbuf_add(&b, "sipcode ");
		strbuf_number(&b, n);
		context_note(c, "it is a number of a product", b.s, b.len);
		strbuf_free(&b);
		return 1;
	}
	if (sipcode_code(0, n) == NULL)
		return 0;
	strbuf_add(&b, c->command == COMMAND_cause ? "sipcode cause --sip="
	                                           : "sipcode ");
	strbuf_number(&b, n);
	context_note(c, "it is a status code", b.s, b.len);
	strbuf_free(&b);
	return 1;
}

static void miss_record(struct context *c, struct found *f,
                        const struct record_set *r, const char *s)
{
	const char *near = sipcode_text(
		sipcode_closest(c->lang, r->set, r->spelled, s, strlen(s)),
		r->spelled, 0);
	struct strbuf b = { 0 };

	strbuf_add(&b, "no such ");
	strbuf_add(&b, sipcode_set_name(r->set));
	found_miss(c, f, b.s, s);
	if (!hint_code(c, s) && *near != '\0' && !chars_same(near, s))
		context_note(c, "did you mean", near, strlen(near));
	strbuf_free(&b);
}

/* Is each operand the name of something? */
static int read_apart(struct context *c, struct found *f,
                      const struct record_set *r)
{
	for (size_t i = 0; i < c->operands; i++) {
		if (*c->operand[i] != '\0' && r->read(c, f, c->operand[i]) > 0)
			continue;
		f->list.items = 0;
		return 0;
	}
	return r->pages == 0;
}

/* "cause user busy": all words may be one name. */
static int read_together(struct context *c, struct found *f,
                         const struct record_set *r)
{
	struct strbuf name = { 0 };
	size_t added;

	f->list.items = 0;
	if (c->operands < 2)
		return 0;
	strbuf_words(&name, c->operand, c->operands);
	added = r->read(c, f, strbuf_text(&name));
	strbuf_free(&name);
	return added > 0;
}

/* Does the rule speak of one of the codes among the operands? */
static int is_asked_rule(const struct context *c,
                         const struct sipcode_row *rule)
{
	unsigned long n;

	for (size_t i = 0; i < c->operands; i++) {
		const struct sipcode_row *code =
			number_read(c->operand[i], &n) == 0
				? sipcode_code(c->lang, n)
				: NULL;

		for (size_t k = 0; k < sipcode_len(code, SIPCODE_F_FAILOVERS);
		     k++)
			if (sipcode_link(code, SIPCODE_F_FAILOVERS, k) == rule)
				return 1;
	}
	return 0;
}

/* "failover 3CX 486": the rules of the products that speak of the codes.
 * Returns 0 if there are not both. */
static int read_rules(struct context *c, struct found *f)
{
	size_t numbers = 0, kept = 0;
	unsigned long n;

	for (size_t i = 0; i < c->operands; i++)
		numbers += number_read(c->operand[i], &n) == 0;
	if (numbers == 0 || numbers == c->operands)
		return 0;
	for (size_t i = 0; i < c->operands; i++)
		if (number_read(c->operand[i], &n) != 0 &&
		    record_failover(c, f, c->operand[i]) == 0)
			miss_record(c, f, &record_sets[c->command],
			            c->operand[i]);
	for (size_t i = 0; i < f->list.items; i++)
		if (is_asked_rule(c, f->list.item[i].row))
			f->list.item[kept++] = f->list.item[i];
	if (kept == 0 && f->list.items > 0)
		found_miss(c, f, "no rule of it speaks of this code", NULL);
	f->list.items = kept;
	return 1;
}

static void read_records(struct context *c, struct found *f,
                         const struct record_set *r)
{
	/* "cause code 50". */
	if (c->operands > 1 && chars_same(c->operand[0], "code")) {
		c->operand++;
		c->operands--;
	}
	if (c->command == COMMAND_failover && read_rules(c, f))
		return;
	/* "product openai 603": what the door says of both. */
	if (c->command == COMMAND_product && c->operands > 1 &&
	    operand_of_product(c, f))
		return;
	/* "cause location LN": the first word alone names all of them. */
	if (c->operands > 1 && chars_same(c->operand[0], "location") &&
	    read_together(c, f, r))
		return;
	if (c->operands == 0 || read_apart(c, f, r) || read_together(c, f, r))
		return;
	for (size_t i = 0; i < c->operands; i++) {
		const char *s = c->operand[i];

		if (*s == '\0')
			f->status = context_misuse(c, "empty operand", s);
		else if (r->read(c, f, s) == 0)
			miss_record(c, f, r, s);
	}
}

/* All mappings of one SIP code: the standard's first. */
static void add_mappings(struct found *f, const struct sipcode_row *code)
{
	for (int standard = 1; standard >= 0; standard--) {
		for (size_t i = 0; i < sipcode_len(code, SIPCODE_F_MAPPINGS);
		     i++) {
			const struct sipcode_row *m =
				sipcode_link(code, SIPCODE_F_MAPPINGS, i);

			if (sipcode_standard(m) == standard)
				items_add_row(&f->list, m);
		}
	}
}

/* The rule of the standard for failures that its table leaves out. */
static void add_default(struct context *c, struct found *f)
{
	const struct sipcode_row *m;

	if (c->options.sip < 400 || c->options.sip > 699)
		return;
	for (size_t i = 0; (m = sipcode_row(c->lang, SIPCODE_MAPPINGS, i)); i++)
		if (sipcode_standard(m) && mapping_goes(m, "to-cause") &&
		    row_is(m, SIPCODE_F_OTHER, "any"))
			items_add_row(&f->list, m);
}

static int mappings_of_code(struct context *c)
{
	struct answer a = { .kind = ANSWER_LIST,
		            .lang = c->lang,
		            .set = SIPCODE_MAPPINGS,
		            .column = mapping_columns };
	struct found f = { 0 };
	const struct sipcode_row *code;
	int status;

	if (c->operands > 0)
		return context_misuse(c, "--sip takes no operand",
		                      c->operand[0]);
	code = sipcode_code(c->lang, c->options.sip);
	if (code == NULL)
		add_default(c, &f);
	add_mappings(&f, code);
	a.all = context_given(c, OPTION_all);
	if (f.list.items == 0)
		found_miss(c, &f, "no mapping speaks of this code", NULL);
	status = found_show(c, &f, &a);
	found_free(&f);
	return status;
}

int command_records(struct context *c)
{
	const struct record_set *r = &record_sets[c->command];
	struct answer a = { .kind = ANSWER_PAGES,
		            .lang = c->lang,
		            .set = r->set,
		            .column = r->columns };
	struct found f = { 0 };
	int status;

	if (context_given(c, OPTION_sip))
		return mappings_of_code(c);
	if (c->operands == 0) {
		add_set(c, &f, r->set);
		a.kind = ANSWER_LIST;
	}
	read_records(c, &f, r);
	if (r->lines || (r->pages > 0 && f.list.items > r->pages))
		a.kind = ANSWER_LIST;
	a.content = context_content(c);
	a.all = context_given(c, OPTION_all);
	status = found_show(c, &f, &a);
	found_free(&f);
	return status;
}
