/* alike.c - what else than a status code a number may be. */
#include "words/alike.h"

#include <stdlib.h>

#include "io/memory.h"
#include "words/row.h"

int alike_cause(const struct sipcode_row *code)
{
	unsigned long n = sipcode_number(code, SIPCODE_F_CODE, 0);

	return n != 100 && sipcode_by_number(0, SIPCODE_CAUSES, n) != NULL;
}

/* Is it the number of a name behind which no code stands? */
static int is_bare_number(const struct sipcode_row *name, unsigned long n)
{
	return row_is_numbered(name, n) &&
	       sipcode_len(name, SIPCODE_F_CODE) == 0;
}

/* Adds the product of the last row unless another one is of it; returns how
 * many rows are left. */
static size_t add_product(struct strbuf *b, const struct sipcode_row **row,
                          size_t rows)
{
	const char *product = sipcode_text(row[rows - 1], SIPCODE_F_PRODUCT, 0);

	for (size_t i = 0; i + 1 < rows; i++)
		if (row_is(row[i], SIPCODE_F_PRODUCT, product))
			return rows - 1;
	strbuf_add(b, rows > 1 ? ", " : "");
	strbuf_add(b, product);
	return rows;
}

void alike_products(struct strbuf *b, const struct sipcode_row *code)
{
	size_t numbers = sipcode_len(code, SIPCODE_F_NUMBERS), rows = 0;
	unsigned long n = sipcode_number(code, SIPCODE_F_CODE, 0);
	size_t most = numbers + sipcode_rows(SIPCODE_NAMES);
	const struct sipcode_row **row = memory_get(most * sizeof(*row));
	const struct sipcode_row *name;
	int lang = sipcode_row_lang(code);

	for (size_t i = 0; i < numbers; i++) {
		row[rows++] = sipcode_link(code, SIPCODE_F_NUMBERS, i);
		rows = add_product(b, row, rows);
	}
	for (size_t i = 0; (name = sipcode_row(lang, SIPCODE_NAMES, i)); i++) {
		if (!is_bare_number(name, n))
			continue;
		row[rows++] = name;
		rows = add_product(b, row, rows);
	}
	free(row);
}
