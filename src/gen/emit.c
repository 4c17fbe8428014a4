/* emit.c - numbers rows, strings and lists, then writes them out. */
#include "emit.h"

#include <string.h>

#include "io/arena.h"
#include "io/intern.h"
#include "io/strings.h"
#include "index.h"

struct numbered_row {
	const struct entry *entry;
	size_t lang;
};

struct tables {
	struct strings strings;
	struct intern lists; /* of uint32_t: see list_number() */
	uint32_t *offset;    /* of each list in the pool */
	struct numbered_row *row;
	size_t rows;
	/* The number of the first row of a set; one more for the end. */
	size_t first[LANGUAGES_MAX][SIPCODE_SETS + 1];
	size_t *cell; /* the list of each cell, in the order of the rows */
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

static void number_cells(struct tables *t)
{
	for (size_t r = 0; r < t->rows; r++) {
		const struct entry *e = t->row[r].entry;
		const struct column *column = &columns[schema_first(e->set)];
		size_t lang = t->row[r].lang;

		for (size_t i = 0; i < schema_width(e->set); i++) {
			t->cell =
				arena_more(t->cell, t->cells, sizeof(*t->cell));
			t->cell[t->cells++] = list_number(
				t, entry_cell(e, lang, column[i].field), lang,
				column[i].type);
		}
	}
}

/* Where each list stands in the pool: there it has its length, then its values.
 * One value alone stands in the cell. */
static void place_lists(struct tables *t)
{
	uint32_t at = 0;

	t->offset = arena_alloc(t->lists.items * sizeof(*t->offset));
	for (size_t i = 0; i < t->lists.items; i++) {
		const uint32_t *v = t->lists.item[i].bytes;

		t->offset[i] = at;
		at += v[1] == 1 ? 0 : v[1] + 1;
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
	place_lists(t);
	strings_place(&t->strings);
}

/* What stands in the table for value k of a list. */
static uint32_t placed_value(const struct tables *t, const uint32_t *v,
                             size_t k)
{
	return v[0] ? strings_offset(&t->strings, v[k + 2]) : v[k + 2];
}

static void emit_pool(const struct tables *t, FILE *out)
{
	fputs("const uint32_t table_pool[] = {\n", out);
	for (size_t i = 0; i < t->lists.items; i++) {
		const uint32_t *v = t->lists.item[i].bytes;

		if (v[1] == 1)
			continue;
		fprintf(out, "%u,", v[1]);
		for (uint32_t k = 0; k < v[1]; k++)
			fprintf(out, " %u,", (unsigned)placed_value(t, v, k));
		fputc('\n', out);
	}
	fputs("};\n\n", out);
}

static void emit_cells(const struct tables *t, FILE *out)
{
	fputs("const uint32_t table_cells[] = {\n", out);
	for (size_t i = 0; i < t->cells; i++) {
		const uint32_t *v = t->lists.item[t->cell[i]].bytes;

		if (v[1] != 1)
			fprintf(out, "%u,", t->offset[t->cell[i]]);
		else
			fprintf(out, "TABLE_ONE + %u,",
			        (unsigned)placed_value(t, v, 0));
		fputs((i + 1) % 12 == 0 ? "\n" : " ", out);
	}
	fputs("\n};\n\n", out);
}

static void emit_rows(const struct tables *t, FILE *out)
{
	size_t cell = 0;

	fputs("const struct sipcode_row table_rows[] = {\n", out);
	for (size_t i = 0; i < t->rows; i++) {
		enum sipcode_set set = t->row[i].entry->set;

		fprintf(out, "\t{ %zu, %d, %zu },\n", cell, (int)set,
		        t->row[i].lang);
		cell += schema_width(set);
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

void emit_table(const struct model *m, FILE *out)
{
	struct tables *t = arena_alloc(sizeof(*t));

	number_all(m, t);
	fputs("/* table.c - made by sipcode-gen from the records in data/: do\n"
	      " * not edit.  Why there are no pointers: see table.h. */\n"
	      "#include \"table.h\"\n\n",
	      out);
	strings_emit(&t->strings, out);
	emit_pool(t, out);
	emit_cells(t, out);
	emit_rows(t, out);
	emit_sets(m, t, out);
	emit_languages(m, out);
	emit_labels(m, t, out);
	index_emit(m, out);
	fputs("const char *table_string(uint32_t offset)\n{\n"
	      "\treturn (const char *)&strings + offset;\n}\n",
	      out);
}
