/* model.h - the data as a whole: entries of sets, with their cells in every
 * language, ready to be linked, proved and written. */
#ifndef MODEL_H
#define MODEL_H

#include <stddef.h>
#include <stdint.h>

#include "io/intern.h"
#include "io/rec.h"
#include "labels.h"
#include "schema.h"

/* How many languages the data may have, English among them. */
enum { LANGUAGES_MAX = 16 };

/* The rules of schema.def, which says what they mean. */
enum rule {
	RULE_KEY,
	RULE_MUST,
	RULE_MAY,
	RULE_CLASS,
	RULE_LIST,
	RULE_ANY,
	RULE_OWN
};

/* A column with what schema.def demands of it; the members are those of
 * COLUMN() there. */
struct column {
	enum sipcode_set set;
	enum sipcode_field field;
	enum sipcode_type type;
	enum rule rule;
	int target; /* enum sipcode_set; -1 if it is no link */
	const char *words;
	enum sipcode_field source; /* SIPCODE_F_NONE: needs none */
};

/* A value of a field.  A link that the generator made itself has neither text
 * nor file. */
struct value {
	const char *text;         /* as in the table: value_spell() */
	unsigned long number;     /* of a NUMBER */
	const struct entry *link; /* of a LINK, once it has been linked */
	const char *file;
	unsigned line; /* from 1 */
};

/* All values of a field, in the order in which they stand in the data. */
struct cell {
	struct value *value;
	size_t values;
};

/* A record of facts with its prose in every language. */
struct entry {
	enum sipcode_set set;
	size_t index; /* in its set, from 0 */
	const struct rec *facts;
	const struct rec *prose[LANGUAGES_MAX]; /* NULL: has none */
	const char *key;
	unsigned long number; /* the key, where it is a number */
	/* [language][column of the set]; facts stand in every language */
	struct cell *cells[LANGUAGES_MAX];
};

struct set {
	struct entry **entry;
	size_t entries;
};

/* A text that belongs to no set, in every language: a label, or a word of
 * English that stands among the facts. */
struct term {
	const struct rec *rec[LANGUAGES_MAX]; /* NULL: has none */
	const char *text[LANGUAGES_MAX];      /* NULL: English has none */
	int used;                             /* of a word: by a fact */
};

/* Begin with zeroes.  Everything in it is the arena's. */
struct model {
	const char *dir;  /* of the data */
	size_t languages; /* 1 or more; number 0 is English */
	const char *tag[LANGUAGES_MAX];
	struct set set[SIPCODE_SETS];
	struct rec_list facts;
	struct rec_list prose[LANGUAGES_MAX];
	struct term label[LABELS_ALL];
	struct term *word;
	size_t words;
	struct intern names; /* model_names() */
};

/* All columns; those of a set begin at schema_first(set). */
extern const struct column columns[SCHEMA_COLUMNS];

/* The name of a set after %rec: in the data. */
const char *set_record(enum sipcode_set set);

/* The steps of the generator, in their order.  What is wrong with the data is
 * reported; the next steps run all the same, and find what else is wrong. */

/* load.c: reads DIR/ and its languages DIR/LANG/, English first: all of them,
 * or those of a list such as "en,vi".  The path is kept and has to live as
 * long as the model.  Returns 0; -1, after a report, if there is nothing in
 * DIR that could be read. */
int model_load(struct model *m, const char *dir, const char *languages);

/* terms.c: finds labels and words, of which the other steps make use. */
void model_terms(struct model *m);

/* names.c: finds what the data name, which every language calls the same. */
void model_names(struct model *m);

/* terms.c: what labels and words are in each language. */
void model_words(struct model *m);
/* The label of that name; NULL if there is none. */
const struct term *model_label(const struct model *m, const char *name);
/* Whether a record of a language is one of them. */
int is_term(const struct rec *r);

/* model.c: records to entries, fields to cells, prose to its facts. */
void model_build(struct model *m);

/* link.c: names of other entries to links; the links that are derived. */
void model_link(struct model *m);

/* prove.c: what has to hold between the parts. */
void model_prove(const struct model *m);

/* The word of English that is the text; NULL if there is none. */
struct term *words_of(const struct model *m, const char *text);
/* Reports a fact that is English and no word of it. */
void words_judge(const struct model *m, const struct column *c,
                 const struct rec *r, const struct rec_field *f);
/* Reports the words that were no fact of those judged so far. */
void words_prove(const struct model *m);
/* A fact of a column as a language says it: actors and products have a word
 * where English has one.  Returns the text itself where it stays. */
const char *words_say(const struct model *m, size_t lang,
                      const struct column *c, const char *text);

/* The entry of a set with that key; NULL if there is none. */
struct entry *model_find(const struct model *m, enum sipcode_set set,
                         const char *key);

/* The cell of an entry.  The language is below model.languages, and the set of
 * the entry has the field: ask schema_place() where that is not certain. */
struct cell *entry_cell(const struct entry *e, size_t lang,
                        enum sipcode_field field);

/* Appends a zeroed value to a cell and returns it; it stays there until the
 * next one is added. */
struct value *cell_add(struct cell *c);

#endif
