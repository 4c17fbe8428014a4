/* table.h - the shape of the generated table (table.c in the build tree).
 *
 * No pointers: strings are offsets into one struct of character arrays, so
 * that the table needs no relocation and stays in shared, read-only pages
 * (as musl does for strerror).  A cell is one value with TABLE_ONE added, or
 * leads into the pool, where a list of none or of several values stands as its
 * length and its values; equal strings and lists stand once, and a string that
 * is the end of another one stands within it. */
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
 * Its terms ascend, in blocks of INDEX_BLOCK.  Each is a pair: how many bytes
 * it shares with the one before (0 in the first of a block) and how many
 * follow; those; a second pair: a number of bits b and how many bytes of rows
 * follow; and the rows.
 * Two numbers of a pair have half a byte each, the first one the high half;
 * where a half is INDEX_PAIR_MORE, what the number is above that follows, 7
 * bits a byte, the low ones first, the high bit set if more follow.
 * A row is how many rows of its language stand between it and the one before,
 * in the code of Elias, Golomb and Rice: that number and 1 << b are added; the
 * sum has b + 1 + z binary digits, and z zeroes stand before it.  Behind the
 * last row nothing but zeroes fills the byte. */
enum { INDEX_BLOCK = 16, INDEX_PAIR_MORE = 15 };
extern const unsigned char table_index[];
/* Where each block begins; those of index i from [i] up to [i + 1]. */
extern const uint32_t table_index_blocks[];
extern const uint32_t table_index_starts[];
extern const char table_languages[][8];
extern const uint32_t table_language_count;

/* The string at an offset of the table. */
const char *table_string(uint32_t offset);

#endif
