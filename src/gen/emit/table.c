/* table.c - numbers rows, strings and lists, then writes them out. */
#include "emit/emit.h"

#include <string.h>

#include "io/arena.h"
#include "io/bytes.h"
#include "io/intern.h"
#include "io/strings.h"
#include "emit/index.h"
#include "table.h"

struct numbered_row {
	const struct entry *entry;
	size_t lang;
	size_t cell;  /* the byte before its first one */
	size_t shape; /* its number */
};

struct placed {
	uint32_t offset; /* in the pool */
	unsigned width;  /* of each value, in bytes; 0: it is not in the pool */
};

struct tables {
	struct strings strings;
	struct intern lists;  /* of uint32_t: see list_number() */
	struct placed *place; /* of each list */
	struct intern shapes; /* of bytes: see number_cells() */
	uint32_t *shape;      /* where each of them begins */
	struct numbered_row *row;
	size_t rows;
	/* The number of the first row of a set; one more for the end. */
	size_t first[LANGUAGES_MAX][SIPCODE_SETS + 1];
	size_t *cell; /* the list of each cell that is not empty */
	size_t cells;
};

/* Language by language, and in it set by set. */
static void number_rows(const struct model *m, struct tables *t)
{
	for (size_t l = 0; l < m->languages; l++) {
		for (int s = 0; s < SIPCODE_SETS; s++) {
			const struct set *set = &m->set[s];

			t->first[l][s] = t->rows;
			for (size_t i = 0; i < set->entries; i++) {
				t->row = arena_more(t->row, t->rows,
				                    sizeof(*t->row));
				t->row[t->rows].entry = set->entry[i];
				t->row[t->rows++].lang = l;
			}
		}
		t->first[l][SIPCODE_SETS] = t->rows;
	}
}

/* The list of a cell: 1 if its values are strings, how many there are, and
 * the values: numbers, numbers of strings, or numbers of rows.  The first
 * keeps a string and a number apart that happen to be equal. */
static size_t list_number(struct tables *t, const struct cell *c, size_t lang,
                          enum sipcode_type type)
{
	uint32_t *v = arena_alloc((c->values + 2) * sizeof(*v));

	v[0] = type == SIPCODE_T_TEXT || type == SIPCODE_T_PROSE;
	v[1] = (uint32_t)c->values;
	for (size_t i = 0; i < c->values; i++) {
		const struct value *value = &c->value[i];

		if (type == SIPCODE_T_NUMBER)
			v[i + 2] = (uint32_t)value->number;
		else if (type == SIPCODE_T_LINK)
			v[i + 2] = (uint32_t)(t->first[lang][value->link->set] +
			                      value->link->index);
		else
			v[i + 2] = strings_number(&t->strings, value->text);
	}
	return intern(&t->lists, v, (c->values + 2) * sizeof(*v));
}

/* The cells that are not empty, and the shape of each row: see table.h. */
static void number_cells(struct tables *t)
{
	for (size_t r = 0; r < t->rows; r++) {
		struct numbered_row *row = &t->row[r];
		enum sipcode_set set = row->entry->set;
		const struct column *column = &columns[schema_first(set)];
		size_t width = schema_width(set);
		unsigned char *shape = arena_alloc(width + 1);
		unsigned at = 1;

		row->cell = TABLE_CELL * t->cells;
		for (size_t i = 0; i < width; i++) {
			const struct cell *c = entry_cell(row->entry, row->lang,
			                                  column[i].field);

			if (c->values == 0)
				continue;
			t->cell =
				arena_more(t->cell, t->cells, sizeof(*t->cell));
			t->cell[t->cells++] =
				list_number(t, c, row->lang, column[i].type);
			shape[i + 1] = (unsigned char)at;
			at += TABLE_CELL;
		}
		row->shape = intern(&t->shapes, shape, width + 1);
	}
}

/* What stands in the table for value k of a list. */
static uint32_t placed_value(const struct tables *t, const uint32_t *v,
                             size_t k)
{
	return v[0] ? strings_offset(&t->strings, v[k + 2]) : v[k + 2];
}

/* The head of a list in the pool: see table.h. */
static uint32_t head_of(const struct tables *t, size_t list)
{
	const uint32_t *v = t->lists.item[list].bytes;

	return v[1] << 2 | (t->place[list].width - 2);
}

/* One value alone stands in the cell if there is room for it.  The pool begins
 * with the empty list. */
static void place_lists(struct tables *t)
{
	uint32_t at = 1;

	t->place = arena_alloc(t->lists.items * sizeof(*t->place));
	for (size_t i = 0; i < t->lists.items; i++) {
		const uint32_t *v = t->lists.item[i].bytes;
		uint32_t most = 0;

		for (uint32_t k = 0; k < v[1]; k++)
			if (placed_value(t, v, k) > most)
				most = placed_value(t, v, k);
		if (v[1] == 1 && most < TABLE_ONE)
			continue;
		t->place[i].offset = at;
		t->place[i].width = most < 0x10000 ? 2 : bytes_of_fixed(most);
		at += bytes_of_number(head_of(t, i)) + v[1] * t->place[i].width;
	}
}

static void place_shapes(struct tables *t)
{
	uint32_t at = 0;

	t->shape = arena_alloc(t->shapes.items * sizeof(*t->shape));
	for (size_t i = 0; i < t->shapes.items; i++) {
		t->shape[i] = at;
		at += (uint32_t)t->shapes.item[i].size;
	}
}

static void number_all(const struct model *m, struct tables *t)
{
	strings_number(&t->strings, "");
	for (size_t l = 0; l < m->languages; l++)
		for (size_t i = 0; i < LABELS; i++)
			strings_number(&t->strings, m->label[i].text[l]);
	number_rows(m, t);
	number_cells(t);
	strings_place(&t->strings);
	place_lists(t);
	place_shapes(t);
}

static void emit_pool(const struct tables *t, FILE *out)
{
	struct bytes b = { out, 0 };

	fputs("const unsigned char table_pool[] = {\n", out);
	bytes_number(&b, 0);
	for (size_t i = 0; i < t->lists.items; i++) {
		const uint32_t *v = t->lists.item[i].bytes;

		if (t->place[i].width == 0)
			continue;
		bytes_number(&b, head_of(t, i));
		for (uint32_t k = 0; k < v[1]; k++)
			bytes_fixed(&b, placed_value(t, v, k),
			            t->place[i].width);
	}
	fputs("\n};\n_Static_assert(sizeof(table_pool) <= TABLE_ONE, "
	      "\"too many lists for a cell\");\n\n",
	      out);
}

static void emit_cells(const struct tables *t, FILE *out)
{
	struct bytes b = { out, 0 };

	fputs("const unsigned char table_cells[] = {\n", out);
	bytes_put(&b, 0);
	for (size_t i = 0; i < t->cells; i++) {
		size_t list = t->cell[i];
		const uint32_t *v = t->lists.item[list].bytes;

		if (t->place[list].width > 0)
			bytes_fixed(&b, t->place[list].offset, TABLE_CELL);
		else
			bytes_fixed(&b, TABLE_ONE + placed_value(t, v, 0),
			            TABLE_CELL);
	}
	fputs("\n};\n\n", out);
}

static void emit_shapes(const struct tables *t, FILE *out)
{
	struct bytes b = { out, 0 };

	fputs("const unsigned char table_shapes[] = {\n", out);
	for (size_t i = 0; i < t->shapes.items; i++) {
		const unsigned char *shape = t->shapes.item[i].bytes;

		for (size_t k = 0; k < t->shapes.item[i].size; k++)
			bytes_put(&b, shape[k]);
	}
	fputs("\n};\n_Static_assert(sizeof(table_shapes) <= 0x10000, "
	      "\"too many shapes for a row\");\n\n",
	      out);
}

static void emit_rows(const struct tables *t, FILE *out)
{
	fputs("const struct sipcode_row table_rows[] = {\n", out);
	for (size_t i = 0; i < t->rows; i++) {
		const struct numbered_row *row = &t->row[i];

		fprintf(out, "\t{ %zu, %u, %d, %zu },\n", row->cell,
		        (unsigned)t->shape[row->shape], (int)row->entry->set,
		        row->lang);
	}
	fputs("};\n\n", out);
}

static void emit_sets(const struct model *m, const struct tables *t, FILE *out)
{
	fputs("const uint32_t table_sets[][SIPCODE_SETS + 1] = {\n", out);
	for (size_t l = 0; l < m->languages; l++) {
		fputs("\t{", out);
		for (int s = 0; s <= SIPCODE_SETS; s++)
			fprintf(out, " %zu,", t->first[l][s]);
		fputs(" },\n", out);
	}
	fputs("};\n\n", out);
}

static void emit_languages(const struct model *m, FILE *out)
{
	fputs("const char table_languages[][8] = {", out);
	for (size_t l = 0; l < m->languages; l++)
		fprintf(out, " \"%s\",", m->tag[l]);
	fprintf(out, " };\nconst uint32_t table_language_count = %zu;\n\n",
	        m->languages);
}

static uint32_t label_offset(struct tables *t, const char *text)
{
	return strings_offset(&t->strings, strings_number(&t->strings, text));
}

static void emit_labels(const struct model *m, struct tables *t, FILE *out)
{
	fputs("const uint32_t table_labels[][LABELS] = {\n", out);
	for (size_t l = 0; l < m->languages; l++) {
		fputs("\t{", out);
		for (size_t i = 0; i < LABELS; i++)
			fprintf(out, " %u,",
			        (unsigned)label_offset(t, m->label[i].text[l]));
		fputs(" },\n", out);
	}
	fputs("};\n\n", out);
}

void emit_table(const struct model *m, size_t lang, FILE *out)
{
	struct tables *t = arena_alloc(sizeof(*t));

	(void)lang; /* all of them */
	number_all(m, t);
	fputs("/* table.c - made by sipcode-gen from the records in data/: do\n"
	      " * not edit.  Why there are no pointers: see table.h. */\n"
	      "#include \"table.h\"\n\n",
	      out);
	strings_emit(&t->strings, out);
	emit_pool(t, out);
	emit_cells(t, out);
	emit_shapes(t, out);
	emit_rows(t, out);
	emit_sets(m, t, out);
	emit_languages(m, out);
	emit_labels(m, t, out);
	index_emit(m, out);
	fputs("const char *table_string(uint32_t offset)\n{\n"
	      "\treturn (const char *)&strings + offset;\n}\n",
	      out);
}
