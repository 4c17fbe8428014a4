/* model.c - from records to entries and cells: names and number of fields are
 * proved here, one field at a time. */
#include "model.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "chars.h"
#include "len.h"
#include "report.h"
#include "value.h"

/* The target of a column that is no link. */
enum { SIPCODE_NONE = -1 };

const struct column columns[SCHEMA_COLUMNS] = {
#define COLUMN(set, field, type, rule, target, words, source)                  \
	{ SIPCODE_##set,     SIPCODE_F_##field, SIPCODE_T_##type,              \
	  RULE_##rule,       SIPCODE_##target,  words,                         \
	  SIPCODE_F_##source },
#include "schema.def"
};

static const char *const set_records[SIPCODE_SETS] = {
#define SET(set, record, name) [SIPCODE_##set] = record,
#include "schema.def"
};

static const char *const label_keys[LABELS] = {
#define LABEL(name) [LABEL_##name] = #name,
#include "labels.def"
#undef LABEL
};

const char *set_record(enum sipcode_set set)
{
	return set_records[set];
}

struct entry *model_find(const struct model *m, enum sipcode_set set,
                         const char *key)
{
	const struct set *s = &m->set[set];

	for (size_t i = 0; i < s->entries; i++)
		if (strcmp(s->entry[i]->key, key) == 0)
			return s->entry[i];
	return NULL;
}

struct cell *entry_cell(const struct entry *e, size_t lang,
                        enum sipcode_field field)
{
	return &e->cells[lang][schema_place(e->set, field) - 1];
}

struct value *cell_add(struct cell *c)
{
	c->value = arena_more(c->value, c->values, sizeof(*c->value));
	return &c->value[c->values++];
}

/* "Retry_Note" in the data is retry_note in the schema. */
static enum sipcode_field field_of(const char *name)
{
	size_t n = strlen(name);
	char *lower = arena_copy(name, n);

	for (size_t i = 0; i < n; i++)
		lower[i] = char_lower(lower[i]);
	return sipcode_field_named(lower, n);
}

static const struct column *column_of(enum sipcode_set set, const char *name)
{
	enum sipcode_field f = field_of(name);
	unsigned place;

	if (f == SIPCODE_F_NONE)
		return NULL;
	place = schema_place(set, f);
	return place == 0 ? NULL : &columns[schema_first(set) + place - 1];
}

static int set_of(const char *record)
{
	for (int s = 0; s < SIPCODE_SETS; s++)
		if (strcmp(set_records[s], record) == 0)
			return s;
	return -1;
}

static const struct rec_field *key_field(const struct rec *r,
                                         enum sipcode_set set)
{
	for (size_t i = 0; i < r->fields; i++)
		if (column_of(set, r->field[i].name) ==
		    &columns[schema_first(set)])
			return &r->field[i];
	report(r->file, r->line, "%s record without its key, '%s'",
	       set_records[set],
	       sipcode_field_name(columns[schema_first(set)].field));
	return NULL;
}

static void add_value(struct entry *e, size_t lang, const struct column *c,
                      const struct rec *r, const struct rec_field *f)
{
	struct cell *cell = entry_cell(e, lang, c->field);
	struct value *v;

	/* A fact is the same in every language: it is judged once. */
	if ((lang == 0 || c->type == SIPCODE_T_PROSE) &&
	    value_judge(c, lang, r, f) && cell->values > 0 &&
	    c->rule != RULE_LIST && c->rule != RULE_ANY)
		report(r->file, f->line, "'%s' a second time", f->name);
	v = cell_add(cell);
	v->text = value_spell(f->value);
	if (c->type == SIPCODE_T_NUMBER)
		value_number(f->value, &v->number);
	v->file = r->file;
	v->line = f->line;
}

/* The fields of one record; of the facts, or of the prose in a language. */
static void add_fields(struct model *m, struct entry *e, const struct rec *r,
                       size_t lang, int prose)
{
	for (size_t i = 0; i < r->fields; i++) {
		const struct rec_field *f = &r->field[i];
		const struct column *c = column_of(e->set, f->name);

		if (c == NULL || c->rule == RULE_OWN || c->rule == RULE_CLASS)
			report(r->file, f->line, "%s has no field '%s'",
			       set_records[e->set], f->name);
		else if (c->rule == RULE_KEY && prose)
			continue;
		else if (prose != (c->type == SIPCODE_T_PROSE))
			report(r->file, f->line,
			       prose ? "'%s' is a fact and belongs to no "
			               "language"
			             : "'%s' is prose and belongs to a "
			               "language",
			       f->name);
		else if (prose)
			add_value(e, lang, c, r, f);
		else
			for (size_t l = 0; l < m->languages; l++)
				add_value(e, l, c, r, f);
	}
}

/* The set and the key of a record; NULL, after a report, if it has none. */
static const struct rec_field *place_of(const struct rec *r,
                                        enum sipcode_set *set)
{
	int s = set_of(r->type);

	if (s < 0) {
		report(r->file, r->line, "no such record type: '%s'", r->type);
		return NULL;
	}
	*set = (enum sipcode_set)s;
	return key_field(r, *set);
}

static struct entry *new_entry(struct model *m, enum sipcode_set s,
                               const struct rec *r, const char *key)
{
	struct set *set = &m->set[s];
	struct entry *e = arena_alloc(sizeof(*e));

	e->set = s;
	e->index = set->entries;
	e->facts = r;
	e->key = key;
	value_number(key, &e->number);
	for (size_t l = 0; l < m->languages; l++)
		e->cells[l] =
			arena_alloc(schema_width(s) * sizeof(*e->cells[l]));
	set->entry = arena_more(set->entry, set->entries, sizeof(e));
	set->entry[set->entries++] = e;
	return e;
}

static void add_entry(struct model *m, const struct rec *r)
{
	enum sipcode_set s;
	const struct rec_field *key = place_of(r, &s);
	const struct entry *other;

	if (key == NULL)
		return;
	other = model_find(m, s, key->value);
	if (other != NULL)
		report(r->file, key->line, "%s %s stands already at %s:%u",
		       set_records[s], key->value, other->facts->file,
		       other->facts->line);
	else
		add_fields(m, new_entry(m, s, r, key->value), r, 0, 0);
}

static void add_label(struct model *m, const struct rec *r, size_t lang)
{
	if (r->fields != 2 || strcmp(r->field[0].name, "Id") != 0 ||
	    strcmp(r->field[1].name, "Text") != 0) {
		report(r->file, r->line, "a Label has an Id and a Text");
		return;
	}
	if (lang == 0 && !value_is_plain(r->field[1].value))
		report(r->file, r->field[1].line, "'Text' is not ASCII");
	for (size_t i = 0; i < LABELS; i++) {
		if (strcmp(label_keys[i], r->field[0].value) != 0)
			continue;
		if (m->label[lang][i] != NULL)
			report(r->file, r->line, "Label %s stands already",
			       label_keys[i]);
		if (r->field[1].value[0] == '\0')
			report(r->file, r->field[1].line, "'Text' is empty");
		m->label[lang][i] = value_spell(r->field[1].value);
		return;
	}
	report(r->file, r->line, "no label is called '%s'", r->field[0].value);
}

static void add_prose(struct model *m, const struct rec *r, size_t lang)
{
	enum sipcode_set s;
	const struct rec_field *key = place_of(r, &s);
	struct entry *e;

	if (key == NULL)
		return;
	e = model_find(m, s, key->value);
	if (e == NULL)
		report(r->file, key->line, "prose for %s %s, which is no fact",
		       set_records[s], key->value);
	else if (e->prose[lang] != NULL)
		report(r->file, key->line, "prose for %s %s stands already",
		       set_records[s], key->value);
	else {
		e->prose[lang] = r;
		add_fields(m, e, r, lang, 1);
	}
}

void model_build(struct model *m)
{
	for (size_t i = 0; i < m->facts.recs; i++)
		add_entry(m, &m->facts.rec[i]);
	for (size_t l = 0; l < m->languages; l++) {
		for (size_t i = 0; i < m->prose[l].recs; i++) {
			const struct rec *r = &m->prose[l].rec[i];

			if (strcmp(r->type, "Label") == 0)
				add_label(m, r, l);
			else
				add_prose(m, r, l);
		}
		for (size_t i = 0; i < LABELS; i++)
			if (m->label[l][i] == NULL)
				report(arena_print("%s/%s/labels.rec", m->dir,
				                   m->tag[l]),
				       0, "label '%s' is missing",
				       label_keys[i]);
	}
}
