/* index.h - the rows that have a word, by the index that the generator made. */
#ifndef INDEX_H
#define INDEX_H

#include <stdint.h>

#include "word.h"

/* A bit a row of a language; there may be more rows than that. */
enum { ROWS_MOST = 1 << 13 };
struct rows {
	uint64_t bits[ROWS_MOST / 64];
};

/* Adds the rows whose facts, or whose prose in a language from 0, have the
 * word, whole, in another form or at the front of a word. */
enum { INDEX_FACTS = -1 };
void index_find(struct rows *rows, int lang, const struct word *w);
/* The same within any word. */
void index_within(struct rows *rows, int lang, const struct word *w);

#endif
