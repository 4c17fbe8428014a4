/* schema.c - which set has which field, and their names; no pointers, so
 * that nothing has to be relocated when the program starts. */
#include "schema.h"

#include <string.h>

#include "len.h"

static const uint16_t first[] = {
#define SET(set, record) [SIPCODE_##set] = FIRST_##set,
#define COLUMN(set, field, type, rule, target, words, source)
#include "schema.def"
#undef SET
#undef COLUMN
	[SIPCODE_SETS] = SCHEMA_COLUMNS,
};
_Static_assert(LEN(first) == SIPCODE_SETS + 1, "schema.def lacks a set");

const uint8_t schema_places[SIPCODE_SETS][SIPCODE_FIELDS] = {
#define SET(set, record)
#define COLUMN(set, field, type, rule, target, words, source)                  \
	[SIPCODE_##set][SIPCODE_F_##field] =                                   \
		(INDEX_##set##_##field - FIRST_##set + 1) * 4 +                \
		SIPCODE_T_##type,
#include "schema.def"
#undef SET
#undef COLUMN
};

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
#define SET(set, record)
#define COLUMN(set, field, type, rule, target, words, source)                  \
	{ SIPCODE_F_##field, SIPCODE_T_##type, MANY_##rule },
#include "schema.def"
#undef SET
#undef COLUMN
};

static const char set_names[][12] = {
	[SIPCODE_CLASSES] = "class",    [SIPCODE_CODES] = "code",
	[SIPCODE_DUTIES] = "duty",      [SIPCODE_RULES] = "rule",
	[SIPCODE_VARIANTS] = "variant", [SIPCODE_PAIRS] = "comparison",
	[SIPCODE_CAUSES] = "cause",     [SIPCODE_CONDITIONS] = "condition",
	[SIPCODE_MAPPINGS] = "mapping", [SIPCODE_WARNINGS] = "warning",
	[SIPCODE_OPTIONS] = "option",   [SIPCODE_SIGHTINGS] = "sighting",
	[SIPCODE_NOTES] = "note",       [SIPCODE_DISGUISES] = "disguise",
	[SIPCODE_NUMBERS] = "number",   [SIPCODE_FLOWS] = "flow",
};
_Static_assert(LEN(set_names) == SIPCODE_SETS, "a set lacks its name");

static const char field_names[][16] = {
	[SIPCODE_F_ACTOR] = "actor",
	[SIPCODE_F_ALIAS] = "alias",
	[SIPCODE_F_CARRIED_IN] = "carried_in",
	[SIPCODE_F_CAUSE] = "cause",
	[SIPCODE_F_CLASS] = "class",
	[SIPCODE_F_CODE] = "code",
	[SIPCODE_F_DESCRIPTION] = "description",
	[SIPCODE_F_DIFFERENCE] = "difference",
	[SIPCODE_F_DIRECTION] = "direction",
	[SIPCODE_F_DROP] = "drop",
	[SIPCODE_F_DUTIES] = "duties",
	[SIPCODE_F_EFFECT] = "effect",
	[SIPCODE_F_EFFECT_NOTE] = "effect_note",
	[SIPCODE_F_EFFECT_SOURCE] = "effect_source",
	[SIPCODE_F_FIRST] = "first",
	[SIPCODE_F_FIX] = "fix",
	[SIPCODE_F_FLOWS] = "flows",
	[SIPCODE_F_FORM] = "form",
	[SIPCODE_F_HEADER] = "header",
	[SIPCODE_F_HTTP_PHRASE] = "http_phrase",
	[SIPCODE_F_HTTP_SOURCE] = "http_source",
	[SIPCODE_F_ID] = "id",
	[SIPCODE_F_IF] = "if",
	[SIPCODE_F_KIND] = "kind",
	[SIPCODE_F_LAST] = "last",
	[SIPCODE_F_LEVEL] = "level",
	[SIPCODE_F_LOCAL] = "local",
	[SIPCODE_F_LOCAL_SOURCE] = "local_source",
	[SIPCODE_F_LOOK] = "look",
	[SIPCODE_F_MAPPINGS] = "mappings",
	[SIPCODE_F_MEANING] = "meaning",
	[SIPCODE_F_METHOD] = "method",
	[SIPCODE_F_METHOD_NOTE] = "method_note",
	[SIPCODE_F_METHOD_SOURCE] = "method_source",
	[SIPCODE_F_NAME] = "name",
	[SIPCODE_F_NATURE] = "nature",
	[SIPCODE_F_NOTE] = "note",
	[SIPCODE_F_NOTES] = "notes",
	[SIPCODE_F_NOT_METHOD] = "not_method",
	[SIPCODE_F_OBSOLETE] = "obsolete",
	[SIPCODE_F_OFFSET] = "offset",
	[SIPCODE_F_OTHER] = "other",
	[SIPCODE_F_PAIRS] = "pairs",
	[SIPCODE_F_PHRASE] = "phrase",
	[SIPCODE_F_PREFIX] = "prefix",
	[SIPCODE_F_PRODUCT] = "product",
	[SIPCODE_F_READ] = "read",
	[SIPCODE_F_REFERENCE] = "reference",
	[SIPCODE_F_RESULT] = "result",
	[SIPCODE_F_RETRY] = "retry",
	[SIPCODE_F_RETRY_NOTE] = "retry_note",
	[SIPCODE_F_RETRY_SOURCE] = "retry_source",
	[SIPCODE_F_RULES] = "rules",
	[SIPCODE_F_SEE] = "see",
	[SIPCODE_F_SENT_BY] = "sent_by",
	[SIPCODE_F_SIGHTINGS] = "sightings",
	[SIPCODE_F_SOURCE] = "source",
	[SIPCODE_F_STANDARD] = "standard",
	[SIPCODE_F_STATUS] = "status",
	[SIPCODE_F_STEP] = "step",
	[SIPCODE_F_SUMMARY] = "summary",
	[SIPCODE_F_TAG] = "tag",
	[SIPCODE_F_TEXT] = "text",
	[SIPCODE_F_TITLE] = "title",
	[SIPCODE_F_UNCONFIRMED] = "unconfirmed",
	[SIPCODE_F_USE] = "use",
	[SIPCODE_F_VARIANTS] = "variants",
	[SIPCODE_F_WARNING] = "warning",
	[SIPCODE_F_WHEN] = "when",
};
_Static_assert(LEN(field_names) == SIPCODE_FIELDS, "a field lacks its name");

size_t schema_first(enum sipcode_set set)
{
	return first[set];
}

struct sipcode_column sipcode_column(enum sipcode_set set, size_t i)
{
	struct sipcode_column c = { SIPCODE_F_NONE, SIPCODE_T_TEXT, 0 };

	i += first[set];
	if (i < first[set + 1]) {
		c.field = (enum sipcode_field)columns[i].field;
		c.type = (enum sipcode_type)columns[i].type;
		c.many = columns[i].many;
	}
	return c;
}

const char *sipcode_field_name(enum sipcode_field field)
{
	return field_names[field];
}

const char *sipcode_set_name(enum sipcode_set set)
{
	return set_names[set];
}

enum sipcode_field sipcode_field_named(const char *name, size_t len)
{
	for (size_t f = 1; f < LEN(field_names); f++)
		if (strlen(field_names[f]) == len &&
		    memcmp(field_names[f], name, len) == 0)
			return (enum sipcode_field)f;
	return SIPCODE_F_NONE;
}
