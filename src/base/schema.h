/* schema.h - schema.def as numbers: sets, fields and columns by index. */
#ifndef SCHEMA_H
#define SCHEMA_H

#include <stddef.h>
#include <stdint.h>
#include <sipcode.h>

#include "names.h"

/* INDEX_CODES_PHRASE and the like number all columns from 0; FIRST_CODES is
 * the number of the first column of its set.  An enumerator without a value
 * is one more than the one before it, and so FIRST_CODES takes the number
 * that its first column is to have: BACK_CODES, which nobody uses, puts the
 * count back by one. */
enum schema_index {
#define SET(set, record, name) FIRST_##set, BACK_##set = FIRST_##set - 1,
#define COLUMN(set, field, type, rule, target, words, source)                  \
	INDEX_##set##_##field,
#include "schema.def"
	SCHEMA_COLUMNS
};

/* The number of the first column of a set; for SIPCODE_SETS, SCHEMA_COLUMNS.
 * No other number may be asked for. */
size_t schema_first(enum sipcode_set set);
/* How many columns a set, which has to be of its enum, has: 1 or more. */
size_t schema_width(enum sipcode_set set);

/* What the picture of a flow has room for.  Each actor has a line, and its
 * name stands above it.  On 80 columns the lines of six actors are 13 columns
 * apart, so that names of 12 columns do not touch. */
enum { FLOW_ACTORS_LEAST = 2, FLOW_ACTORS_MOST = 6, FLOW_NAME_COLUMNS = 12 };

/* The product of the mappings that the standard sets up. */
#define SCHEMA_STANDARD "RFC 3398"

/* Whether it is one of the enum: callers of the library may cast any number. */
static inline int schema_is_set(enum sipcode_set set)
{
	return (unsigned)set < SIPCODE_SETS;
}

static inline int schema_is_field(enum sipcode_field field)
{
	return (unsigned)field < SIPCODE_FIELDS;
}

/* What a set makes of a field. */
struct schema_use {
	uint8_t place; /* among the columns of the set, from 1; 0: not there */
	uint8_t type;  /* enum sipcode_type */
};

/* A table, since every access to a row goes through it. */
extern const struct schema_use schema_uses[SIPCODE_SETS][SIPCODE_FIELDS];

/* The place of a field among the columns of its set, from 1; 0 if the set
 * does not have it.  Both have to be of their enums. */
static inline unsigned schema_place(enum sipcode_set set,
                                    enum sipcode_field field)
{
	return schema_uses[set][field].place;
}

/* Rows that JSON shows in full within the row that names them; those that have
 * a command of their own only on the page of a product. */
static inline int schema_in_full(enum sipcode_set of, enum sipcode_set set)
{
	if (set == SIPCODE_NAMES || set == SIPCODE_FAILOVERS ||
	    set == SIPCODE_NUMBERS || set == SIPCODE_DISGUISES)
		return of == SIPCODE_PRODUCTS;
	return set == SIPCODE_DUTIES || set == SIPCODE_RULES ||
	       set == SIPCODE_VARIANTS || set == SIPCODE_MAPPINGS ||
	       set == SIPCODE_SIGHTINGS || set == SIPCODE_NOTES ||
	       set == SIPCODE_CONDITIONS || set == SIPCODE_PRACTICES;
}

#endif
