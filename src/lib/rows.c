/* rows.c - reads the generated table: rows, fields, values. */
#include "cell.h"
#include "schema.h"
#include "table.h"

#include <string.h>

const char *sipcode_version(void)
{
	return SIPCODE_VERSION;
}

const char *sipcode_data_date(void)
{
	return SIPCODE_DATA_DATE;
}

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

/* The cell of a field.  That of an empty list if there is no such row or field,
 * if the set does not have the field, or if its type is not one of those asked
 * for. */
static uint32_t cell_of(const struct sipcode_row *row, enum sipcode_field field,
                        unsigned types)
{
	struct schema_use use;

	if (row == NULL || !schema_is_field(field))
		return 0;
	use = schema_uses[row->set][field];
	return (types >> use.type & 1) == 0 ? 0 : cell_at(row, use.place);
}

enum {
	NUMBERS = 1 << SIPCODE_T_NUMBER,
	TEXTS = 1 << SIPCODE_T_TEXT | 1 << SIPCODE_T_PROSE,
	LINKS = 1 << SIPCODE_T_LINK
};

size_t sipcode_len(const struct sipcode_row *row, enum sipcode_field field)
{
	return cell_len(table_pool,
	                cell_of(row, field, NUMBERS | TEXTS | LINKS));
}

static uint32_t value(const struct sipcode_row *row, enum sipcode_field field,
                      unsigned types, size_t i)
{
	return cell_value(table_pool, cell_of(row, field, types), i);
}

const char *sipcode_text(const struct sipcode_row *row,
                         enum sipcode_field field, size_t i)
{
	uint32_t n = value(row, field, TEXTS, i);

	return n == CELL_NONE ? "" : table_string(n);
}

unsigned long sipcode_number(const struct sipcode_row *row,
                             enum sipcode_field field, size_t i)
{
	uint32_t n = value(row, field, NUMBERS, i);

	return n == CELL_NONE ? 0 : n;
}

const struct sipcode_row *sipcode_link(const struct sipcode_row *row,
                                       enum sipcode_field field, size_t i)
{
	uint32_t n = value(row, field, LINKS, i);

	return n == CELL_NONE ? NULL : &table_rows[n];
}
