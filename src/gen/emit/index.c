/* index.c - which rows have which words: a list of terms, sorted, and for each
 * the rows. */
#include "emit/index.h"

#include <stdlib.h>
#include <string.h>

#include "io/arena.h"
#include "io/bytes.h"
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

static size_t shared(const char *a, const char *b)
{
	size_t n = 0;

	while (a[n] != '\0' && a[n] == b[n])
		n++;
	return n;
}

/* Two numbers, most of which are small. */
static void put_pair(struct bytes *b, uint32_t high, uint32_t low)
{
	enum { MORE = INDEX_PAIR_MORE };

	bytes_put(b, (unsigned char)((high < MORE ? high : MORE) << 4 |
	                             (low < MORE ? low : MORE)));
	if (high >= MORE)
		bytes_number(b, high - MORE);
	if (low >= MORE)
		bytes_number(b, low - MORE);
}

/* How many zeroes stand before a step, by its length: see table.h. */
static unsigned zeroes_of(uint32_t n, unsigned bits)
{
	unsigned zeroes = 0;

	while (n >> zeroes >> bits > 1)
		zeroes++;
	return zeroes;
}

/* How many rows stand between a row and the one before, plus 1 << bits. */
static uint32_t step_of(const struct term_rows *t, size_t i, unsigned bits)
{
	uint32_t next = i == 0 ? 0 : t->row[i - 1] + 1;

	return t->row[i] - next + (1U << (bits & 31));
}

static size_t count_bits(const struct term_rows *t, unsigned bits)
{
	size_t n = 0;

	for (size_t i = 0; i < t->rows; i++)
		n += 2 * zeroes_of(step_of(t, i, bits), bits) + 1 + bits;
	return n;
}

/* The number of bits with which the rows are shortest. */
static unsigned best_bits(const struct term_rows *t)
{
	unsigned best = 0;

	for (unsigned bits = 1; bits < INDEX_PAIR_MORE; bits++)
		if (count_bits(t, bits) < count_bits(t, best))
			best = bits;
	return best;
}

static void put_rows(struct bytes *b, const struct term_rows *t)
{
	unsigned bits = best_bits(t), byte = 1;

	put_pair(b, bits, (uint32_t)((count_bits(t, bits) + 7) / 8));
	for (size_t i = 0; i < t->rows; i++) {
		uint64_t step = step_of(t, i, bits);
		unsigned digits =
			2 * zeroes_of(step_of(t, i, bits), bits) + 1 + bits;

		/* The zeroes are the digits above the first 1. */
		while (digits-- > 0) {
			byte = byte << 1 | (unsigned)(step >> digits & 1);
			if (byte >= 0x100) {
				bytes_put(b, byte & 0xff);
				byte = 1;
			}
		}
	}
	if (byte == 1)
		return;
	while (byte < 0x100)
		byte <<= 1;
	bytes_put(b, byte & 0xff);
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
			(*block)[(*blocks)++] = (uint32_t)b->at;
		} else {
			n = shared(before, s);
		}
		put_pair(b, (uint32_t)n, (uint32_t)(strlen(s) - n));
		for (size_t k = n; s[k] != '\0'; k++)
			bytes_put(b, (unsigned char)s[k]);
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
	block[blocks++] = (uint32_t)b.at;
	fputs("0\n};\n\n", out);
	emit_numbers(out, "table_index_blocks", block, blocks);
	emit_numbers(out, "table_index_starts", start, m->languages + 2);
}
