/* emit.c - numbers strings and lists, then writes them out. */
#include "emit.h"

#include <string.h>

#include "arena.h"
#include "intern.h"

struct tables {
	struct intern strings;
	struct intern lists; /* of uint32_t: the length, then the values */
	uint32_t *offset;    /* of each list in the pool */
	size_t first[LANGUAGES_MAX][SIPCODE_SETS + 1]; /* row numbers */
};

static uint32_t string(struct tables *t, const char *s)
{
	return (uint32_t)intern(&t->strings, s, strlen(s) + 1);
}

static void number_rows(const struct model *m, struct tables *t)
{
	size_t row = 0;

	for (size_t l = 0; l < m->languages; l++) {
		for (int s = 0; s < SIPCODE_SETS; s++) {
			t->first[l][s] = row;
			row += m->set[s].entries;
		}
		t->first[l][SIPCODE_SETS] = row;
	}
}

/* The list of a cell; a string stands in it as its number, tagged so that
 * the same number as a string, a link and a number stays three lists. */
static size_t list(struct tables *t, const struct cell *c, size_t lang,
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
			v[i + 2] = string(t, value->text);
	}
	return intern(&t->lists, v, (c->values + 2) * sizeof(*v));
}

/* Calls list() for every cell in the order of the table; prints the cells
 * if there is a stream, else only makes the lists known. */
static void cells(const struct model *m, struct tables *t, FILE *out)
{
	size_t n = 0;

	for (size_t l = 0; l < m->languages; l++)
		for (int s = 0; s < SIPCODE_SETS; s++)
			for (size_t i = 0; i < m->set[s].entries; i++) {
				const struct entry *e = m->set[s].entry[i];
				size_t c = schema_first(e->set);

				for (; c < schema_first(e->set + 1); c++) {
					size_t id = list(
						t,
						entry_cell(e, l,
					                   columns[c].field),
						l, columns[c].type);

					if (out != NULL)
						fprintf(out, "%u,%s",
						        t->offset[id],
						        ++n % 12 == 0 ? "\n"
						                      : " ");
				}
			}
}

static void place_lists(struct tables *t)
{
	uint32_t at = 0;

	t->offset = arena_alloc(t->lists.items * sizeof(*t->offset));
	for (size_t i = 0; i < t->lists.items; i++) {
		const uint32_t *v = t->lists.item[i].bytes;

		t->offset[i] = at;
		at += v[1] + 1;
	}
}

/* A C string.  Under -std=c11 trigraphs are on, so no "??" may come out. */
static void c_string(FILE *out, const char *s)
{
	unsigned char before = '\0';

	fputc('"', out);
	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if (c == '"' || c == '\\' || (c == '?' && before == '?'))
			fprintf(out, "\\%c", c);
		else if (c < 0x20 || c > 0x7e)
			fprintf(out, "\\%03o", c);
		else
			fputc(c, out);
		before = c;
	}
	fputc('"', out);
}

static void emit_strings(const struct tables *t, FILE *out)
{
	fputs("static const struct strings {\n", out);
	for (size_t i = 0; i < t->strings.items; i++)
		fprintf(out, "\tchar s%zu[%zu];\n", i, t->strings.item[i].size);
	fputs("} strings = {\n", out);
	for (size_t i = 0; i < t->strings.items; i++) {
		fputc('\t', out);
		c_string(out, t->strings.item[i].bytes);
		fputs(",\n", out);
	}
	fputs("};\n\n#define S(n) offsetof(struct strings, s##n)\n\n", out);
}

static void emit_pool(const struct tables *t, FILE *out)
{
	fputs("const uint32_t table_pool[] = {\n", out);
	for (size_t i = 0; i < t->lists.items; i++) {
		const uint32_t *v = t->lists.item[i].bytes;

		fprintf(out, "%u,", v[1]);
		for (uint32_t k = 0; k < v[1]; k++)
			fprintf(out, v[0] ? " S(%u)," : " %u,", v[k + 2]);
		fputc('\n', out);
	}
	fputs("};\n\n", out);
}

static void emit_rows(const struct model *m, FILE *out)
{
	size_t cell = 0;

	fputs("const struct sipcode_row table_rows[] = {\n", out);
	for (size_t l = 0; l < m->languages; l++)
		for (int s = 0; s < SIPCODE_SETS; s++)
			for (size_t i = 0; i < m->set[s].entries; i++) {
				fprintf(out, "\t{ %zu, %d, %zu },\n", cell, s,
				        l);
				cell += schema_first(
						(enum sipcode_set)(s + 1)) -
				        schema_first((enum sipcode_set)s);
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
	fputs("};\n\nconst char table_languages[][8] = {", out);
	for (size_t l = 0; l < m->languages; l++)
		fprintf(out, " \"%s\",", m->tag[l]);
	fprintf(out, " };\nconst uint32_t table_language_count = %zu;\n\n",
	        m->languages);
}

static void emit_labels(const struct model *m, struct tables *t, FILE *out)
{
	fputs("const uint32_t table_labels[][LABELS] = {\n", out);
	for (size_t l = 0; l < m->languages; l++) {
		fputs("\t{", out);
		for (size_t i = 0; i < LABELS; i++)
			fprintf(out, " S(%u),", string(t, m->label[l][i]));
		fputs(" },\n", out);
	}
	fputs("};\n", out);
}

void emit_table(const struct model *m, FILE *out)
{
	struct tables *t = arena_alloc(sizeof(*t));

	number_rows(m, t);
	string(t, "");
	for (size_t l = 0; l < m->languages; l++)
		for (size_t i = 0; i < LABELS; i++)
			string(t, m->label[l][i]);
	cells(m, t, NULL);
	place_lists(t);
	fputs("/* table.c - made by sipcode-gen from the records in data/: do\n"
	      " * not edit.  Why there are no pointers: see table.h. */\n"
	      "#include <stddef.h>\n\n#include \"table.h\"\n\n",
	      out);
	emit_strings(t, out);
	emit_pool(t, out);
	fputs("const uint32_t table_cells[] = {\n", out);
	cells(m, t, out);
	fputs("\n};\n\n", out);
	emit_rows(m, out);
	emit_sets(m, t, out);
	emit_labels(m, t, out);
	fputs("\nconst char *table_string(uint32_t offset)\n{\n"
	      "\treturn (const char *)&strings + offset;\n}\n",
	      out);
}
