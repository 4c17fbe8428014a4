/* table.h - the shape of the generated table (table.c in the build tree).
 *
 * No pointers: strings are offsets into one struct of character arrays, so
 * that the table needs no relocation and stays in shared, read-only pages
 * (as musl does for strerror); equal strings and lists stand once.
 *
 * Small, too: numbers have as many bytes as they need, the lowest one first,
 * and a row has cells for those of its columns alone that have a value. */
#ifndef TABLE_H
#define TABLE_H

#include <stdint.h>
#include <sipcode.h>

#include "labels.h"
#include "names.h"

struct sipcode_row {
	uint32_t cells; /* the byte before its first cell */
	uint16_t shape; /* where that begins */
	uint8_t set;
	uint8_t lang;
};

/* The bytes of a cell. */
enum { TABLE_CELL = 3 };
/* More than any place in the pool.  A cell is a value with this added, or
 * leads into the pool. */
#define TABLE_ONE 0x800000u

extern const struct sipcode_row table_rows[];
/* From 1 on. */
extern const unsigned char table_cells[];
/* A zero, and a byte a column of the set: where its cell is among those of the
 * row, in bytes from 1; 0 if it has none. */
extern const unsigned char table_shapes[];
/* Lists of no value, which stands at 0, of several, or of one that is too large
 * for a cell.  Each is its head and the values.  The head is 4 times how many
 * there are, plus 0, 1 or 2 for values of 2, 3 or 4 bytes each; 7 bits a byte,
 * the lowest ones first, the high bit set if more follow. */
extern const unsigned char table_pool[];
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
