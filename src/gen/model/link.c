/* link.c - names of other entries become links, and what follows from them:
 * the class of a code, and the rows that belong to one. */
#include <string.h>

#include "io/arena.h"
#include "io/report.h"
#include "chars.h"
#include "model/model.h"

static void link_named(struct model *m, const struct entry *e, size_t lang,
                       const struct column *c)
{
	struct cell *cell = entry_cell(e, lang, c->field);

	for (size_t i = 0; i < cell->values; i++) {
		struct value *v = &cell->value[i];

		v->link = model_find(m, (enum sipcode_set)c->target, v->text);
		if (v->link == NULL && lang == 0)
			report(v->file, v->line, "%s %s does not exist",
			       set_record((enum sipcode_set)c->target),
			       v->text);
		if (v->link == e && lang == 0)
			report(v->file, v->line, "%s %s points at itself",
			       set_record(e->set), v->text);
	}
}

static void link_class(struct model *m, struct entry *e, size_t lang)
{
	const char *key = arena_print("%luxx", e->number / 100);
	struct entry *class = model_find(m, SIPCODE_CLASSES, key);

	if (e->number < 100 || e->number > 699) {
		if (lang == 0)
			report(e->facts->file, e->facts->line,
			       "%lu is not a status code (100 to 699)",
			       e->number);
	} else if (class == NULL) {
		if (lang == 0)
			report(e->facts->file, e->facts->line,
			       "Class %s does not exist", key);
	} else {
		cell_add(entry_cell(e, lang, SIPCODE_F_CLASS))->link = class;
	}
}

static int cell_links_to(const struct cell *c, const struct entry *e)
{
	for (size_t i = 0; i < c->values; i++)
		if (c->value[i].link == e)
			return 1;
	return 0;
}

static int cell_says(const struct entry *e, enum sipcode_field field,
                     const char *text)
{
	const struct cell *c = entry_cell(e, 0, field);

	for (size_t i = 0; i < c->values; i++)
		if (strcmp(c->value[i].text, text) == 0)
			return 1;
	return 0;
}

/* Is the name there, with no letter or digit beside it?  What stands in
 * brackets is a list of that product: "FreeSWITCH (DIALSTATUS)". */
static int has_name(const char *text, const char *name)
{
	size_t n = strlen(name);
	int brackets = 0;

	for (const char *at = text; *at != '\0'; at++) {
		brackets += (*at == '(') - (*at == ')');
		if (brackets == 0 && strncmp(at, name, n) == 0 &&
		    (at == text ||
		     !(char_is_letter(at[-1]) || char_is_digit(at[-1]))) &&
		    !char_is_letter(at[n]) && !char_is_digit(at[n]))
			return 1;
	}
	return 0;
}

/* Does the row speak of the product, by one of its names? */
static int has_product(const struct entry *row, const struct entry *product)
{
	const struct cell *of = entry_cell(row, 0, SIPCODE_F_PRODUCT);
	const struct cell *alias = entry_cell(product, 0, SIPCODE_F_ALIAS);

	if (of->values == 0)
		return 0;
	if (has_name(of->value->text, product->key))
		return 1;
	for (size_t i = 0; i < alias->values; i++)
		if (has_name(of->value->text, alias->value[i].text))
			return 1;
	return 0;
}

/* Does the row name the entry: by a range of codes, by a link, a duty by the
 * name of its header field, what is of a product by its name? */
static int names_entry(const struct entry *row, const struct entry *e)
{
	enum sipcode_field key = columns[schema_first(e->set)].field;

	if (e->set == SIPCODE_HEADERS)
		return cell_says(row, SIPCODE_F_HEADER, e->key) ||
		       cell_says(row, SIPCODE_F_ALTERNATIVE, e->key);
	if (e->set == SIPCODE_PRODUCTS)
		return has_product(row, e);
	if (schema_place(row->set, SIPCODE_F_LAST) != 0) {
		const struct cell *first = entry_cell(row, 0, SIPCODE_F_FIRST);
		const struct cell *last = entry_cell(row, 0, SIPCODE_F_LAST);

		return first->values > 0 && last->values > 0 &&
		       first->value->number <= e->number &&
		       e->number <= last->value->number;
	}
	if (schema_place(row->set, SIPCODE_F_RESULT) != 0 &&
	    cell_links_to(entry_cell(row, 0, SIPCODE_F_RESULT), e))
		return 1;
	return cell_links_to(entry_cell(row, 0, key), e);
}

/* How many codes a row speaks of; 1 where it names them one by one. */
static unsigned long row_breadth(const struct entry *row)
{
	const struct cell *first, *last;

	if (schema_place(row->set, SIPCODE_F_LAST) == 0)
		return 1;
	first = entry_cell(row, 0, SIPCODE_F_FIRST);
	last = entry_cell(row, 0, SIPCODE_F_LAST);
	return last->value->number - first->value->number + 1;
}

/* Rows that speak of few codes stand before those that speak of many; among
 * equals the order is that of their keys. */
static void insert_row(struct cell *c, const struct entry *row)
{
	unsigned long breadth = row_breadth(row);
	size_t i;

	cell_add(c);
	for (i = c->values - 1; i > 0; i--) {
		if (row_breadth(c->value[i - 1].link) <= breadth)
			break;
		c->value[i] = c->value[i - 1];
	}
	c->value[i].link = row;
}

static int cell_is(const struct entry *e, enum sipcode_field field,
                   const char *text)
{
	const struct cell *c = entry_cell(e, 0, field);

	return c->values > 0 && strcmp(c->value->text, text) == 0;
}

/* A number that never leaves a program owes nothing to the wire. */
static int is_on_wire(const struct entry *e)
{
	return e->set != SIPCODE_CODES || !cell_is(e, SIPCODE_F_LOCAL, "only");
}

/* May the standard's mapping speak of the entry: that of a response of 300 and
 * up to a cause, that of a cause of the PSTN to a code? */
static int may_map(const struct entry *mapping, const struct entry *e)
{
	if (!cell_is(mapping, SIPCODE_F_PRODUCT, SCHEMA_STANDARD))
		return 0;
	if (e->set == SIPCODE_CODES)
		return cell_is(mapping, SIPCODE_F_DIRECTION, "to-cause") &&
		       e->number >= 300 && is_on_wire(e);
	return cell_is(mapping, SIPCODE_F_DIRECTION, "to-sip") &&
	       !cell_is(e, SIPCODE_F_KIND, "freeswitch");
}

/* RFC 3398 has a rule for redirections (section 8.2.5), for the failures
 * (section 8.2.6.1) and for the causes (section 7.2.4.1) that its tables leave
 * out: "3xx" and "any".  It belongs to those that no other mapping of the RFC
 * speaks of. */
static void link_default(const struct set *mappings, const struct entry *e,
                         struct cell *cell)
{
	int redirects = e->set == SIPCODE_CODES && e->number < 400;
	const struct entry *rule = NULL;

	for (size_t i = 0; i < mappings->entries; i++) {
		const struct entry *m = mappings->entry[i];

		if (!may_map(m, e))
			continue;
		if (names_entry(m, e))
			return;
		if (cell_is(m, SIPCODE_F_OTHER, redirects ? "3xx" : "any"))
			rule = m;
	}
	if (rule != NULL)
		insert_row(cell, rule);
}

/* A duty in answer to methods that a code never answers is none of it; what was
 * a duty once may have been one in answer to others.  A code that does not say
 * what it answers may answer anything. */
static int may_owe(const struct entry *code, const struct entry *duty)
{
	const struct cell *methods = entry_cell(duty, 0, SIPCODE_F_METHOD);
	int any = entry_cell(code, 0, SIPCODE_F_METHOD)->values == 0 ||
	          cell_says(code, SIPCODE_F_METHOD, "any");

	if (!is_on_wire(code))
		return 0;
	if (entry_cell(duty, 0, SIPCODE_F_OBSOLETE)->values > 0)
		return 1;
	for (size_t i = 0; i < methods->values; i++) {
		const char *method = methods->value[i].text;

		if ((any || cell_says(code, SIPCODE_F_METHOD, method)) &&
		    !cell_says(code, SIPCODE_F_NOT_METHOD, method))
			return 1;
	}
	return methods->values == 0;
}

/* Of the rules of failover of one product only those speak of a code that are
 * nearest to it: a rule of all failures, of a class, of the code itself. */
enum { FAR_OFF, ANY_FAILURE, WHOLE_CLASS, THIS_CODE };

static int has_link(const struct entry *rule, enum sipcode_field field,
                    const struct entry *code)
{
	const struct cell *c = entry_cell(rule, 0, field);

	for (size_t i = 0; i < c->values; i++)
		if (c->value[i].link == code)
			return 1;
	return 0;
}

static int is_of_rfc(const struct entry *rule)
{
	return strncmp(entry_cell(rule, 0, SIPCODE_F_PRODUCT)->value->text,
	               "RFC ", 4) == 0;
}

/* A timeout without any answer is 408 in the client, a failure of the transport
 * 503 (RFC 3261 section 8.1.3.1): rules of these stand beside the others.  What
 * a product does if the transport fails it need not do with a 503. */
static int is_local(const struct entry *rule, const struct entry *code)
{
	const struct cell *c = entry_cell(rule, 0, SIPCODE_F_OTHER);

	for (size_t i = 0; i < c->values; i++)
		if ((code->number == 408 &&
		     strcmp(c->value[i].text, "timeout") == 0) ||
		    (code->number == 503 && is_of_rfc(rule) &&
		     strcmp(c->value[i].text, "transport") == 0))
			return 1;
	return 0;
}

static int nearness(const struct entry *rule, const struct entry *code)
{
	const struct cell *c = entry_cell(rule, 0, SIPCODE_F_OTHER);
	int near = FAR_OFF;

	if (has_link(rule, SIPCODE_F_CODE, code))
		return THIS_CODE;
	if (code->number < 300 || has_link(rule, SIPCODE_F_EXCEPT, code))
		return FAR_OFF;
	for (size_t i = 0; i < c->values; i++) {
		const char *other = c->value[i].text;

		if ((unsigned long)(other[0] - '0') == code->number / 100)
			return WHOLE_CLASS;
		/* What a redirection leads to is another matter. */
		if (strcmp(other, "any") == 0 && code->number >= 400)
			near = ANY_FAILURE;
	}
	return near;
}

static int same_product(const struct entry *a, const struct entry *b)
{
	return strcmp(entry_cell(a, 0, SIPCODE_F_PRODUCT)->value->text,
	              entry_cell(b, 0, SIPCODE_F_PRODUCT)->value->text) == 0;
}

static int failover_speaks(const struct set *rules, const struct entry *rule,
                           const struct entry *code)
{
	int near = nearness(rule, code);

	if (is_local(rule, code))
		return 1;
	if (near == FAR_OFF)
		return 0;
	for (size_t i = 0; i < rules->entries; i++)
		if (nearness(rules->entry[i], code) > near &&
		    same_product(rules->entry[i], rule))
			return 0;
	return 1;
}

/* Does the row belong to the entry? */
static int owns(const struct model *m, const struct entry *e,
                const struct entry *row)
{
	if (row->set == SIPCODE_FAILOVERS && e->set == SIPCODE_CODES)
		return is_on_wire(e) &&
		       failover_speaks(&m->set[row->set], row, e);
	if (!names_entry(row, e))
		return 0;
	if (row->set == SIPCODE_DUTIES && e->set == SIPCODE_CODES)
		return may_owe(e, row);
	return row->set != SIPCODE_RULES || is_on_wire(e);
}

/* The rows that belong to the entry. */
static void link_own(struct model *m, struct entry *e, size_t lang,
                     const struct column *c)
{
	const struct set *target = &m->set[c->target];
	struct cell *cell = entry_cell(e, lang, c->field);

	for (size_t i = 0; i < target->entries; i++)
		if (owns(m, e, target->entry[i]))
			insert_row(cell, target->entry[i]);
	if (c->target == SIPCODE_MAPPINGS && e->set != SIPCODE_PRODUCTS)
		link_default(target, e, cell);
}

/* One kind of link for all entries of its set and in all languages. */
static void link_column(struct model *m, const struct column *c)
{
	struct set *set = &m->set[c->set];

	for (size_t l = 0; l < m->languages; l++) {
		for (size_t i = 0; i < set->entries; i++) {
			if (c->rule == RULE_OWN)
				link_own(m, set->entry[i], l, c);
			else if (c->rule == RULE_CLASS)
				link_class(m, set->entry[i], l);
			else
				link_named(m, set->entry[i], l, c);
		}
	}
}

void model_link(struct model *m)
{
	/* First what the data name, then what follows from it. */
	for (size_t i = 0; i < SCHEMA_COLUMNS; i++)
		if (columns[i].type == SIPCODE_T_LINK &&
		    columns[i].rule != RULE_OWN)
			link_column(m, &columns[i]);
	for (size_t i = 0; i < SCHEMA_COLUMNS; i++)
		if (columns[i].rule == RULE_OWN)
			link_column(m, &columns[i]);
}
