/* table.h - the shape of the generated table (table.c in the build tree).
 *
 * No pointers: strings are offsets into one struct of character arrays, so
 * that the table needs no relocation and stays in shared, read-only pages
 * (as musl does for strerror).  A cell is one value with TABLE_ONE added, or
 * leads into the pool, where a list of none or of several values stands as its
 * length and its values; equal strings and lists stand once. */
#ifndef TABLE_H
#define TABLE_H

#include <stdint.h>
#include <sipcode.h>

#include "labels.h"
#include "names.h"

struct sipcode_row {
	uint32_t cells; /* its first cell; a cell a column of its set */
	uint16_t set;
	uint16_t lang;
};

/* More than any value or place in the pool. */
#define TABLE_ONE 0x80000000u

extern const struct sipcode_row table_rows[];
extern const uint32_t table_cells[];
extern const uint32_t table_pool[];
/* The rows of a set in a language: from [lang][set] up to [lang][set + 1]. */
extern const uint32_t table_sets[][SIPCODE_SETS + 1];
extern const uint32_t table_labels[][LABELS];
/* The index of words: one of the facts, and one of the prose of each language.
 * Its terms ascend, in blocks of INDEX_BLOCK.  Each is how many bytes it shares
 * with the one before (0 in the first of a block), how many follow, those, how
 * many bytes of rows follow, and the rows: the number of each in its language,
 * less that of the one before, 7 bits a byte, the high bit set if more
 * follow. */
enum { INDEX_BLOCK = 16 };
extern const unsigned char table_index[];
/* Where each block begins; those of index i from [i] up to [i + 1]. */
extern const uint32_t table_index_blocks[];
extern const uint32_t table_index_starts[];
extern const char table_languages[][8];
extern const uint32_t table_language_count;

/* The string at an offset of the table. */
const char *table_string(uint32_t offset);

#endif
