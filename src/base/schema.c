/* schema.c - which set has which field, and their names. */
#include "schema.h"

#include <string.h>

#include "len.h"

/* schema.def has every set and every field of the enums in sipcode.h, once and
 * in their order: it numbers them as they do. */
enum set_order {
#define SET(set, record, name) ORDER_##set,
#include "schema.def"
	ORDER_SETS
};

enum field_order {
	ORDER_F_NONE,
#define FIELD(field, name) ORDER_F_##field,
#include "schema.def"
	ORDER_FIELDS
};

#define SAME(ours, theirs)                                                     \
	_Static_assert((int)(ours) == (int)(theirs),                           \
	               "schema.def and sipcode.h differ at " #theirs);
#define SET(set, record, name) SAME(ORDER_##set, SIPCODE_##set)
#define FIELD(field, name) SAME(ORDER_F_##field, SIPCODE_F_##field)
#include "schema.def"
SAME(ORDER_SETS, SIPCODE_SETS)
SAME(ORDER_FIELDS, SIPCODE_FIELDS)

/* The place of a column in the set that it stands below, from 1; it has to be
 * the set that it names. */
enum column_place {
#define SET(set, record, name) PLACE_##set = 0,
#define COLUMN(set, field, type, rule, target, words, source)                  \
	PLACE_##set##_##field,
#include "schema.def"
};

#define COLUMN(set, field, type, rule, target, words, source)                  \
	_Static_assert((int)PLACE_##set##_##field ==                           \
	                       (int)INDEX_##set##_##field - FIRST_##set + 1,   \
	               #field " of " #set " stands below another set");
#include "schema.def"

static const uint16_t first[SIPCODE_SETS + 1] = {
#define SET(set, record, name) [SIPCODE_##set] = FIRST_##set,
#include "schema.def"
	[SIPCODE_SETS] = SCHEMA_COLUMNS,
};

const struct schema_use schema_uses[SIPCODE_SETS][SIPCODE_FIELDS] = {
#define COLUMN(set, field, type, rule, target, words, source)                  \
	[SIPCODE_##set][SIPCODE_F_##field] = {                                 \
		PLACE_##set##_##field,                                         \
		SIPCODE_T_##type,                                              \
	},
#include "schema.def"
};

/* Does a field of that rule hold a list? */
enum {
	MANY_KEY = 0,
	MANY_MUST = 0,
	MANY_MAY = 0,
	MANY_CLASS = 0,
	MANY_LIST = 1,
	MANY_ANY = 1,
	MANY_OWN = 1
};

static const struct {
	uint8_t field, type, many;
} columns[] = {
#define COLUMN(set, field, type, rule, target, words, source)                  \
	{ SIPCODE_F_##field, SIPCODE_T_##type, MANY_##rule },
#include "schema.def"
};

/* Arrays and no pointers, which the loader would have to relocate. */
enum { NAME_SIZE = 16 };

static const char set_names[SIPCODE_SETS][NAME_SIZE] = {
#define SET(set, record, name) [SIPCODE_##set] = name,
#include "schema.def"
};

static const char field_names[SIPCODE_FIELDS][NAME_SIZE] = {
	[SIPCODE_F_NONE] = "",
#define FIELD(field, name) [SIPCODE_F_##field] = name,
#include "schema.def"
};

size_t schema_first(enum sipcode_set set)
{
	return first[set];
}

size_t schema_width(enum sipcode_set set)
{
	return (size_t)first[set + 1] - first[set];
}

struct sipcode_column sipcode_column(enum sipcode_set set, size_t i)
{
	struct sipcode_column c = { .type = SIPCODE_T_TEXT };

	if (schema_is_set(set) && i < schema_width(set)) {
		i += first[set];
		c.field = (enum sipcode_field)columns[i].field;
		c.type = (enum sipcode_type)columns[i].type;
		c.many = columns[i].many;
	}
	return c;
}

const char *sipcode_field_name(enum sipcode_field field)
{
	return schema_is_field(field) ? field_names[field] : "";
}

const char *sipcode_set_name(enum sipcode_set set)
{
	return schema_is_set(set) ? set_names[set] : "";
}

enum sipcode_field sipcode_field_named(const char *name, size_t len)
{
	if (name == NULL || len == 0 || len >= NAME_SIZE)
		return SIPCODE_F_NONE;
	for (size_t f = 1; f < LEN(field_names); f++)
		if (field_names[f][0] == name[0] &&
		    field_names[f][len] == '\0' &&
		    memcmp(field_names[f], name, len) == 0)
			return (enum sipcode_field)f;
	return SIPCODE_F_NONE;
}
