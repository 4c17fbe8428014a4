/* model.c - from records to entries and cells: names and number of fields are
 * proved here, one field at a time. */
#include "model/model.h"

#include <stdlib.h>
#include <string.h>

#include "io/arena.h"
#include "io/report.h"
#include "chars.h"
#include "len.h"
#include "model/translate.h"
#include "model/value.h"

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

static const char *spell_fact(const struct model *m, size_t lang,
                              const char *text)
{
	return value_spell(text, m->label[LABEL_section].text[lang]);
}

static void add_value(struct entry *e, size_t lang, const struct column *c,
                      const struct rec *r, const struct rec_field *f,
                      const char *text)
{
	struct value *v = cell_add(entry_cell(e, lang, c->field));

	v->text = text;
	if (c->type == SIPCODE_T_NUMBER)
		value_digits(f->value, &v->number);
	v->file = r->file;
	v->line = f->line;
}

/* Judges a field; what is there a second time is reported. */
static void judge_field(const struct model *m, const struct entry *e,
                        const struct column *c, const struct rec *r,
                        const struct rec_field *f)
{
	if (value_judge(c, r, f) && entry_cell(e, 0, c->field)->values > 0 &&
	    c->rule != RULE_LIST && c->rule != RULE_ANY)
		report(r->file, f->line, "'%s' a second time", f->name);
	words_judge(m, c, r, f);
}

/* The column of a field of the facts or of English prose; NULL, after a
 * report, if the field does not belong there, and for the key of prose. */
static const struct column *own_column(const struct entry *e,
                                       const struct rec *r,
                                       const struct rec_field *f, int prose)
{
	const struct column *c = column_of(e->set, f->name);

	if (c == NULL || c->rule == RULE_OWN || c->rule == RULE_CLASS) {
		report(r->file, f->line, "%s has no field '%s'",
		       set_records[e->set], f->name);
		return NULL;
	}
	if (c->rule == RULE_KEY && prose)
		return NULL;
	if (prose == (c->type == SIPCODE_T_PROSE))
		return c;
	report(r->file, f->line,
	       prose ? "'%s' is a fact and belongs to no language"
	             : "'%s' is prose and belongs to a language",
	       f->name);
	return NULL;
}

static void add_facts(const struct model *m, struct entry *e)
{
	const struct rec *r = e->facts;

	for (size_t i = 0; i < r->fields; i++) {
		const struct rec_field *f = &r->field[i];
		const struct column *c = own_column(e, r, f, 0);

		if (c == NULL)
			continue;
		judge_field(m, e, c, r, f);
		for (size_t l = 0; l < m->languages; l++)
			add_value(
				e, l, c, r, f,
				spell_fact(m, l, words_say(m, l, c, f->value)));
	}
}

static void add_english(const struct model *m, struct entry *e)
{
	const struct rec *r = e->prose[0];

	for (size_t i = 0; i < r->fields; i++) {
		const struct rec_field *f = &r->field[i];
		const struct column *c = own_column(e, r, f, 1);

		if (c == NULL)
			continue;
		judge_field(m, e, c, r, f);
		add_value(e, 0, c, r, f, spell_fact(m, 0, f->value));
	}
}

/* The prose of an entry in another language, or English in its place. */
static void add_translation(const struct model *m, struct entry *e, size_t lang)
{
	const char *name = arena_print("%s %s", set_records[e->set], e->key);
	const struct rec *r = e->prose[lang];
	int stands = translate_stands(m, lang, name, e->prose[0], r);

	if (!stands)
		r = e->prose[0];
	for (size_t i = 0; i < r->fields; i++) {
		const struct rec_field *f = &r->field[i];
		const struct column *c = column_of(e->set, f->name);

		if (c == NULL || c->type != SIPCODE_T_PROSE)
			continue;
		if (stands)
			add_value(e, lang, c, r, f,
			          spell_fact(m, lang, f->value));
		else
			add_value(e, lang, c, r, f,
			          translate_english(
					  m, lang, spell_fact(m, 0, f->value)));
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
	value_digits(key, &e->number);
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
		add_facts(m, new_entry(m, s, r, key->value));
}

/* A record of prose finds its entry.  What a language says of an entry that is
 * gone does not matter any more. */
static void add_prose(struct model *m, const struct rec *r, size_t lang)
{
	enum sipcode_set s;
	const struct rec_field *key = place_of(r, &s);
	struct entry *e;

	if (key == NULL)
		return;
	e = model_find(m, s, key->value);
	if (e == NULL && lang > 0)
		report_behind(r->file, key->line,
		              "%s %s is no longer there in English",
		              set_records[s], key->value);
	else if (e == NULL)
		report(r->file, key->line, "prose for %s %s, which is no fact",
		       set_records[s], key->value);
	else if (e->prose[lang] != NULL)
		report(r->file, key->line, "prose for %s %s stands already",
		       set_records[s], key->value);
	else
		e->prose[lang] = r;
}

static void add_languages(const struct model *m, struct entry *e)
{
	if (e->prose[0] == NULL)
		return;
	add_english(m, e);
	for (size_t l = 1; l < m->languages; l++)
		add_translation(m, e, l);
}

void model_build(struct model *m)
{
	for (size_t i = 0; i < m->facts.recs; i++)
		add_entry(m, &m->facts.rec[i]);
	for (size_t l = 0; l < m->languages; l++)
		for (size_t i = 0; i < m->prose[l].recs; i++)
			if (!is_term(&m->prose[l].rec[i]))
				add_prose(m, &m->prose[l].rec[i], l);
	for (int s = 0; s < SIPCODE_SETS; s++)
		for (size_t i = 0; i < m->set[s].entries; i++)
			add_languages(m, m->set[s].entry[i]);
	words_prove(m);
}
