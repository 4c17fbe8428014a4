/* rows.c - reads the generated table: rows, fields, values. */
#include "schema.h"
#include "table.h"

#include <string.h>

int sipcode_languages(void)
{
	return (int)table_language_count;
}

static int is_language(int lang)
{
	return lang >= 0 && lang < sipcode_languages();
}

const char *sipcode_language_tag(int lang)
{
	return is_language(lang) ? table_languages[lang] : "";
}

int sipcode_language(const char *tag)
{
	size_t n = tag == NULL ? 0 : strcspn(tag, "_.@-");

	for (int i = 0; n > 0 && i < sipcode_languages(); i++)
		if (strlen(table_languages[i]) == n &&
		    memcmp(table_languages[i], tag, n) == 0)
			return i;
	return -1;
}

size_t sipcode_rows(enum sipcode_set set)
{
	return schema_is_set(set) ? table_sets[0][set + 1] - table_sets[0][set]
	                          : 0;
}

const struct sipcode_row *sipcode_row(int lang, enum sipcode_set set, size_t i)
{
	if (i >= sipcode_rows(set))
		return NULL;
	return &table_rows[table_sets[is_language(lang) ? lang : 0][set] + i];
}

enum sipcode_set sipcode_row_set(const struct sipcode_row *row)
{
	return row == NULL ? SIPCODE_SETS : (enum sipcode_set)row->set;
}

int sipcode_row_lang(const struct sipcode_row *row)
{
	return row == NULL ? 0 : row->lang;
}

size_t sipcode_row_index(const struct sipcode_row *row)
{
	if (row == NULL)
		return 0;
	return (size_t)(row - table_rows) - table_sets[row->lang][row->set];
}

/* The list of a field: its length, then its values.  An empty one if there is
 * no such row or field, if the set does not have the field, or if its type is
 * not one of those asked for. */
static const uint32_t *list(const struct sipcode_row *row,
                            enum sipcode_field field, unsigned types)
{
	static const uint32_t none[] = { 0 };
	struct schema_use use;

	if (row == NULL || !schema_is_field(field))
		return none;
	use = schema_uses[row->set][field];
	if (use.place == 0 || (types >> use.type & 1) == 0)
		return none;
	return &table_pool[table_cells[row->cells + use.place - 1]];
}

enum {
	NUMBERS = 1 << SIPCODE_T_NUMBER,
	TEXTS = 1 << SIPCODE_T_TEXT | 1 << SIPCODE_T_PROSE,
	LINKS = 1 << SIPCODE_T_LINK
};

size_t sipcode_len(const struct sipcode_row *row, enum sipcode_field field)
{
	return list(row, field, NUMBERS | TEXTS | LINKS)[0];
}

const char *sipcode_text(const struct sipcode_row *row,
                         enum sipcode_field field, size_t i)
{
	const uint32_t *l = list(row, field, TEXTS);

	return i < l[0] ? table_string(l[i + 1]) : "";
}

unsigned long sipcode_number(const struct sipcode_row *row,
                             enum sipcode_field field, size_t i)
{
	const uint32_t *l = list(row, field, NUMBERS);

	return i < l[0] ? l[i + 1] : 0;
}

const struct sipcode_row *sipcode_link(const struct sipcode_row *row,
                                       enum sipcode_field field, size_t i)
{
	const uint32_t *l = list(row, field, LINKS);

	return i < l[0] ? &table_rows[l[i + 1]] : NULL;
}
