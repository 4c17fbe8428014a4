/* prove.c - what has to hold between the parts of the data. */
#include <string.h>

#include "io/arena.h"
#include "io/report.h"
#include "model/model.h"
#include "utf8.h"

static const char *column_name(const struct column *c)
{
	return sipcode_field_name(c->field);
}

/* Fields that have to be there, and the sources of those that are.  Another
 * language has what English has. */
static void prove_column(const struct entry *e, const struct column *c)
{
	const struct rec *at =
		c->type == SIPCODE_T_PROSE ? e->prose[0] : e->facts;
	size_t values = entry_cell(e, 0, c->field)->values;
	int must = c->rule == RULE_MUST || c->rule == RULE_LIST;

	if (at == NULL) {
		if (must)
			report(e->facts->file, e->facts->line,
			       "%s %s has no '%s' in language en",
			       set_record(e->set), e->key, column_name(c));
		return;
	}
	if (must && values == 0)
		report(at->file, at->line, "%s %s has no '%s'",
		       set_record(e->set), e->key, column_name(c));
	if (values > 0 && c->source != SIPCODE_F_NONE &&
	    entry_cell(e, 0, c->source)->values == 0)
		report(at->file, at->line, "%s %s has '%s' but no '%s'",
		       set_record(e->set), e->key, column_name(c),
		       sipcode_field_name(c->source));
}

static void prove_order(const struct set *set, size_t i)
{
	const struct entry *e = set->entry[i];
	const struct entry *before;
	int ascends;

	if (i == 0)
		return;
	before = set->entry[i - 1];
	if (columns[schema_first(e->set)].type == SIPCODE_T_NUMBER)
		ascends = before->number < e->number;
	else
		ascends = strcmp(before->key, e->key) < 0;
	if (!ascends)
		report(e->facts->file, e->facts->line, "%s %s stands behind %s",
		       set_record(e->set), e->key, before->key);
}

static void prove_range(const struct entry *e)
{
	const struct cell *first, *last;

	if (schema_place(e->set, SIPCODE_F_LAST) == 0)
		return;
	first = entry_cell(e, 0, SIPCODE_F_FIRST);
	last = entry_cell(e, 0, SIPCODE_F_LAST);
	if (first->values > 0 && last->values > 0 &&
	    first->value->number > last->value->number)
		report(last->value->file, last->value->line,
		       "%s is below %s, the first", last->value->text,
		       first->value->text);
}

/* A failure is only told well by three situations or more. */
static void prove_code(const struct entry *e)
{
	const struct cell *status = entry_cell(e, 0, SIPCODE_F_STATUS);

	if (e->number < 400 || e->prose[0] == NULL || status->values == 0 ||
	    strcmp(status->value->text, "registered") != 0)
		return;
	if (entry_cell(e, 0, SIPCODE_F_WHEN)->values < 3)
		report(e->prose[0]->file, e->prose[0]->line,
		       "Code %s has fewer than three of 'when'", e->key);
}

/* A condition is known to the checker by a word, and to the reader in words:
 * neither without the other. */
static void prove_duty(const struct entry *e)
{
	size_t word = entry_cell(e, 0, SIPCODE_F_IF)->values;
	size_t words = entry_cell(e, 0, SIPCODE_F_CONDITION)->values;

	if (e->prose[0] == NULL || word == words)
		return;
	report(e->prose[0]->file, e->prose[0]->line,
	       word > words ? "%s %s has 'if' but no 'condition'"
	                    : "%s %s has 'condition' but no 'if'",
	       set_record(e->set), e->key);
}

/* What a duty says of a header field is shown on the page of that field. */
static void prove_header(const struct model *m, const struct entry *e,
                         enum sipcode_field field)
{
	const struct cell *c = entry_cell(e, 0, field);

	for (size_t i = 0; i < c->values; i++) {
		const struct value *v = &c->value[i];

		if (model_find(m, SIPCODE_HEADERS, v->text) == NULL)
			report(v->file, v->line, "Header %s does not exist",
			       v->text);
	}
}

/* Which actor of a flow has the name s[0..n), from 1; 0 if none has. */
static size_t actor_number(const struct cell *actors, const char *s, size_t n)
{
	for (size_t i = 0; i < actors->values; i++) {
		const char *name = actors->value[i].text;

		if (strlen(name) == n && memcmp(name, s, n) == 0)
			return i + 1;
	}
	return 0;
}

/* "text" or "text | header field"; neither may be empty. */
static int is_step_text(const char *s)
{
	size_t n = strlen(s);

	return s[0] != '\0' && s[0] != ' ' && s[0] != '|' &&
	       (n < 2 || strcmp(s + n - 2, " |") != 0);
}

/* A step of a flow: "A > B: text", "A > B: text | header field", or
 * "~ what passes between"; A and B are actors of the flow. */
static void prove_step(const struct cell *actors, const struct value *v)
{
	const char *arrow = strstr(v->text, " > ");
	const char *colon = strstr(v->text, ": ");
	size_t from, to;

	if (v->text[0] == '~') {
		if (v->text[1] != ' ' || v->text[2] == '\0')
			report(v->file, v->line,
			       "not a pause: '~ text' expected");
		return;
	}
	if (arrow == NULL || colon == NULL || colon < arrow ||
	    !is_step_text(colon + 2)) {
		report(v->file, v->line, "not a step: 'A > B: text' expected");
		return;
	}
	from = actor_number(actors, v->text, (size_t)(arrow - v->text));
	to = actor_number(actors, arrow + 3, (size_t)(colon - arrow - 3));
	if (from == 0 || to == 0)
		report(v->file, v->line, "the step names no actor of the flow");
	else if (from == to)
		report(v->file, v->line, "the step goes nowhere");
}

/* What stands there at all (prove_column) has to be so many. */
static void prove_count(const struct entry *e, enum sipcode_field field,
                        size_t least, size_t most)
{
	size_t n = entry_cell(e, 0, field)->values;

	if (n > 0 && n < least)
		report(e->facts->file, e->facts->line,
		       "%s %s has fewer than %zu of '%s'", set_record(e->set),
		       e->key, least, sipcode_field_name(field));
	if (n > most)
		report(e->facts->file, e->facts->line,
		       "%s %s has more than %zu of '%s'", set_record(e->set),
		       e->key, most, sipcode_field_name(field));
}

/* In each language a name has room above its line. */
static void prove_names(const struct entry *e, size_t lang)
{
	const struct cell *actors = entry_cell(e, lang, SIPCODE_F_ACTOR);

	for (size_t i = 0; i < actors->values; i++) {
		const struct value *v = &actors->value[i];

		if (utf8_columns(v->text, strlen(v->text)) > FLOW_NAME_COLUMNS)
			report(v->file, v->line,
			       "'%s' is wider than %d columns", v->text,
			       FLOW_NAME_COLUMNS);
	}
}

static void prove_flow(const struct model *m, const struct entry *e)
{
	const struct cell *actors = entry_cell(e, 0, SIPCODE_F_ACTOR);
	const struct cell *steps = entry_cell(e, 0, SIPCODE_F_STEP);

	prove_count(e, SIPCODE_F_ACTOR, FLOW_ACTORS_LEAST, FLOW_ACTORS_MOST);
	for (size_t l = 0; l < m->languages; l++)
		prove_names(e, l);
	for (size_t i = 0; i < steps->values; i++)
		prove_step(actors, &steps->value[i]);
}

/* Does an earlier value of the cell say the same?  Links that the generator
 * made itself have no text. */
static int is_said_before(const struct cell *c, size_t i)
{
	const char *text = c->value[i].text;

	for (size_t j = 0; text != NULL && j < i; j++)
		if (c->value[j].text != NULL &&
		    strcmp(c->value[j].text, text) == 0)
			return 1;
	return 0;
}

/* The same sentence twice in the lists of one entry; only the steps of a
 * flow may come again. */
static void prove_twice(const struct entry *e, const struct column *c,
                        size_t lang)
{
	const struct cell *cell = entry_cell(e, lang, c->field);

	/* A fact is the same in every language: it is proved once. */
	if (c->field == SIPCODE_F_STEP ||
	    (c->type != SIPCODE_T_PROSE && lang > 0))
		return;
	for (size_t i = 1; i < cell->values; i++)
		if (is_said_before(cell, i))
			report(cell->value[i].file, cell->value[i].line,
			       "'%s' says the same twice", column_name(c));
}

static void prove_entry(const struct model *m, const struct entry *e)
{
	const struct column *column = &columns[schema_first(e->set)];

	for (size_t i = 0; i < schema_width(e->set); i++) {
		prove_column(e, &column[i]);
		for (size_t l = 0; l < m->languages; l++)
			prove_twice(e, &column[i], l);
	}
	if (e->set == SIPCODE_CODES)
		prove_code(e);
	if (e->set == SIPCODE_DUTIES) {
		prove_duty(e);
		prove_header(m, e, SIPCODE_F_HEADER);
		prove_header(m, e, SIPCODE_F_ALTERNATIVE);
	}
	prove_range(e);
	if (e->set == SIPCODE_PAIRS)
		prove_count(e, SIPCODE_F_CODE, 2, SIZE_MAX);
	if (e->set == SIPCODE_FLOWS)
		prove_flow(m, e);
}

void model_prove(const struct model *m)
{
	for (int s = 0; s < SIPCODE_SETS; s++)
		for (size_t i = 0; i < m->set[s].entries; i++) {
			prove_order(&m->set[s], i);
			prove_entry(m, m->set[s].entry[i]);
		}
}
