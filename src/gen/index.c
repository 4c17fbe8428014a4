/* index.c - which rows have which words: a list of terms, sorted, and for each
 * the rows. */
#include "index.h"

#include <stdlib.h>
#include <string.h>

#include "io/arena.h"
#include "io/intern.h"
#include "table.h"
#include "word.h"
#include "worth.h"

/* More words than that are not one word: "sip.example.com". */
enum { JOINED_MOST = 4 };

struct term_rows {
	const char *s; /* ended by a NUL */
	uint32_t *row; /* ascending */
	size_t rows;
};

struct terms {
	struct intern names;
	struct term_rows *term; /* by their numbers */
	size_t terms;
	uint32_t row; /* that is read now */
};

static void put_term(struct terms *t, const struct word *w)
{
	char *s = arena_copy(w->s, w->n);
	size_t i = intern(&t->names, s, (size_t)w->n + 1);
	struct term_rows *term;

	if (i == t->terms) {
		t->term = arena_more(t->term, t->terms, sizeof(*t->term));
		memset(&t->term[t->terms], 0, sizeof(*t->term));
		t->term[t->terms++].s = s;
	}
	term = &t->term[i];
	if (term->rows > 0 && term->row[term->rows - 1] == t->row)
		return;
	term->row = arena_more(term->row, term->rows, sizeof(*term->row));
	term->row[term->rows++] = t->row;
}

/* The last word, and each of those before it joined up to the last. */
static void put_joined(struct terms *t, const struct word *chain, size_t n)
{
	struct word w = chain[n - 1];

	if (w.n > 0 && !word_is_empty(&w))
		put_term(t, &w);
	for (size_t i = n - 1; i > 0 && w.n > 0; i--) {
		w = word_join(&chain[i - 1], &w);
		if (w.n > 0)
			put_term(t, &w);
	}
}

static void put_text(struct terms *t, const char *s)
{
	struct word chain[JOINED_MOST];
	size_t n = strlen(s), at = 0, links = 0;

	while (word_next(&chain[links], s, n, &at)) {
		put_joined(t, chain, ++links);
		if (!word_joins(s + at))
			links = 0;
		if (links == JOINED_MOST) {
			memmove(chain, chain + 1,
			        (JOINED_MOST - 1) * sizeof(*chain));
			links--;
		}
	}
}

/* Is the text the same in this language as in English? */
static int is_unchanged(const struct cell *english, const struct value *v,
                        size_t i)
{
	return i < english->values &&
	       strcmp(english->value[i].text, v->text) == 0;
}

/* The facts of an entry, or what a language says of it: its prose, and facts
 * in words of its own. */
static void put_entry(struct terms *t, const struct entry *e, size_t lang,
                      int facts)
{
	const struct column *c = &columns[schema_first(e->set)];

	for (size_t k = 0; k < schema_width(e->set); k++, c++) {
		const struct cell *cell = entry_cell(e, lang, c->field);
		const struct cell *english = entry_cell(e, 0, c->field);

		if (worth_of_field[c->field] == 0 ||
		    (c->type != SIPCODE_T_TEXT && c->type != SIPCODE_T_PROSE))
			continue;
		for (size_t i = 0; i < cell->values; i++) {
			const struct value *v = &cell->value[i];
			int fact = c->type == SIPCODE_T_TEXT &&
			           is_unchanged(english, v, i);

			if (fact == facts)
				put_text(t, v->text);
		}
	}
}

/* Rows are numbered as the table has them in each language. */
static struct terms read_terms(const struct model *m, size_t lang, int facts)
{
	struct terms t = { .terms = 0 };

	for (int s = 0; s < SIPCODE_SETS; s++)
		for (size_t i = 0; i < m->set[s].entries; i++, t.row++)
			if (worth_of_set[s] > 0)
				put_entry(&t, m->set[s].entry[i], lang, facts);
	return t;
}

static int compare_terms(const void *a, const void *b)
{
	const struct term_rows *x = a, *y = b;

	return strcmp(x->s, y->s);
}

struct bytes {
	FILE *out;
	uint32_t at;
};

static void put_byte(struct bytes *b, unsigned c)
{
	fprintf(b->out, "%u,%s", c & 0xff, ++b->at % 24 == 0 ? "\n" : "");
}

static size_t shared(const char *a, const char *b)
{
	size_t n = 0;

	while (a[n] != '\0' && a[n] == b[n])
		n++;
	return n;
}

static size_t number_bytes(uint32_t n)
{
	size_t bytes = 1;

	while (n >= 0x80) {
		n >>= 7;
		bytes++;
	}
	return bytes;
}

static void put_number(struct bytes *b, uint32_t n)
{
	for (; n >= 0x80; n >>= 7)
		put_byte(b, (n & 0x7f) | 0x80);
	put_byte(b, n);
}

static void put_rows(struct bytes *b, const struct term_rows *t)
{
	uint32_t before = 0;
	size_t bytes = 0;

	for (size_t i = 0; i < t->rows; i++) {
		bytes += number_bytes(t->row[i] - before);
		before = t->row[i];
	}
	put_number(b, (uint32_t)bytes);
	before = 0;
	for (size_t i = 0; i < t->rows; i++) {
		put_number(b, t->row[i] - before);
		before = t->row[i];
	}
}

/* The blocks of one index; their places are added to the list. */
static void put_terms(struct bytes *b, const struct terms *t, uint32_t **block,
                      size_t *blocks)
{
	const char *before = "";

	for (size_t i = 0; i < t->terms; i++) {
		const char *s = t->term[i].s;
		size_t n = 0;

		if (i % INDEX_BLOCK == 0) {
			*block = arena_more(*block, *blocks, sizeof(**block));
			(*block)[(*blocks)++] = b->at;
		} else {
			n = shared(before, s);
		}
		put_byte(b, (unsigned)n);
		put_byte(b, (unsigned)(strlen(s) - n));
		for (size_t k = n; s[k] != '\0'; k++)
			put_byte(b, (unsigned char)s[k]);
		put_rows(b, &t->term[i]);
		before = s;
	}
}

static void emit_numbers(FILE *out, const char *name, const uint32_t *n,
                         size_t count)
{
	fprintf(out, "const uint32_t %s[] = {\n", name);
	for (size_t i = 0; i < count; i++)
		fprintf(out, "%u,%s", n[i], (i + 1) % 12 == 0 ? "\n" : "");
	fputs("\n};\n\n", out);
}

void index_emit(const struct model *m, FILE *out)
{
	struct bytes b = { out, 0 };
	uint32_t *block = NULL, start[LANGUAGES_MAX + 2];
	size_t blocks = 0;

	fputs("const unsigned char table_index[] = {\n", out);
	for (size_t i = 0; i <= m->languages; i++) {
		struct terms t = read_terms(m, i == 0 ? 0 : i - 1, i == 0);

		start[i] = (uint32_t)blocks;
		if (t.terms > 0)
			qsort(t.term, t.terms, sizeof(*t.term), compare_terms);
		put_terms(&b, &t, &block, &blocks);
	}
	start[m->languages + 1] = (uint32_t)blocks;
	/* The end of the last block. */
	block = arena_more(block, blocks, sizeof(*block));
	block[blocks++] = b.at;
	fputs("0\n};\n\n", out);
	emit_numbers(out, "table_index_blocks", block, blocks);
	emit_numbers(out, "table_index_starts", start, m->languages + 2);
}
