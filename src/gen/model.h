/* model.h - the data as a whole: entries of sets, with their cells in every
 * language, ready to be linked, proved and written. */
#ifndef MODEL_H
#define MODEL_H

#include <stddef.h>
#include <stdint.h>

#include "labels.h"
#include "rec.h"
#include "schema.h"

enum { LANGUAGES_MAX = 16 };

enum rule {
	RULE_KEY,
	RULE_MUST,
	RULE_MAY,
	RULE_CLASS,
	RULE_LIST,
	RULE_ANY,
	RULE_OWN
};

/* A column with what schema.def demands of it. */
struct column {
	enum sipcode_set set;
	enum sipcode_field field;
	enum sipcode_type type;
	enum rule rule;
	int target; /* enum sipcode_set, or -1 */
	const char *words;
	enum sipcode_field source;
};

struct value {
	const char *text;
	unsigned long number;
	const struct entry *link;
	const char *file; /* NULL for what the generator made itself */
	unsigned line;
};

struct cell {
	struct value *value;
	size_t values;
};

struct entry {
	enum sipcode_set set;
	size_t index; /* in its set */
	const struct rec *facts;
	const struct rec *prose[LANGUAGES_MAX];
	const char *key;
	unsigned long number; /* the key, where it is a number */
	/* [language][column of the set] */
	struct cell *cells[LANGUAGES_MAX];
};

struct set {
	struct entry **entry;
	size_t entries;
};

struct model {
	const char *dir; /* of the data */
	size_t languages;
	const char *tag[LANGUAGES_MAX];
	struct set set[SIPCODE_SETS];
	struct rec_list facts;
	struct rec_list prose[LANGUAGES_MAX];
	const char *label[LANGUAGES_MAX][LABELS];
};

extern const struct column columns[SCHEMA_COLUMNS];
/* The name of a set after %rec: in the data. */
const char *set_record(enum sipcode_set set);

/* The steps of the generator, in their order; mistakes are reported. */

/* load.c: reads DIR/ and its languages DIR/LANG/, English first.  Returns 0,
 * or -1 if there is nothing in DIR that could be read. */
int model_load(struct model *m, const char *dir);
/* model.c: records to entries, fields to cells, prose to its facts. */
void model_build(struct model *m);
/* link.c: names of other entries to links; the links that are derived. */
void model_link(struct model *m);
/* prove.c: what has to hold between the parts. */
void model_prove(const struct model *m);

/* The entry of a set with that key; NULL if there is none. */
struct entry *model_find(const struct model *m, enum sipcode_set set,
                         const char *key);
/* The cell of an entry; of the entry's set must have the field. */
struct cell *entry_cell(const struct entry *e, size_t lang,
                        enum sipcode_field field);
/* Appends a value to a cell. */
struct value *cell_add(struct cell *c);

#endif
