/* cell.h - reads cells and lists: see table.h. */
#ifndef CELL_H
#define CELL_H

#include <stddef.h>
#include <stdint.h>

#include "table.h"

/* More than any value. */
#define CELL_NONE UINT32_MAX

static inline uint32_t cell_two(const unsigned char *c)
{
	return c[0] | (uint32_t)c[1] << 8;
}

static inline uint32_t cell_three(const unsigned char *c)
{
	return cell_two(c) | (uint32_t)c[2] << 16;
}

/* The cell of a column, by its place in the set, from 1; 0, which is the empty
 * list, for place 0. */
static inline uint32_t cell_at(const struct sipcode_row *row, unsigned place)
{
	unsigned at = table_shapes[row->shape + place];

	return at == 0 ? 0 : cell_three(&table_cells[row->cells + at]);
}

/* The same, by a shorter way, for a column that has a value in each row of its
 * set, as have all before it: a key, or a MUST behind it. */
static inline uint32_t cell_in_front(const struct sipcode_row *row,
                                     unsigned place)
{
	return cell_three(
		&table_cells[row->cells + TABLE_CELL * (place - 1) + 1]);
}

/* The head of a list in a pool; returns where its values begin. */
static inline const unsigned char *cell_head(const unsigned char *list,
                                             uint32_t *head)
{
	*head = *list & 0x7f;
	for (unsigned shift = 7; (*list++ & 0x80) != 0; shift += 7)
		*head |= (uint32_t)(*list & 0x7f) << shift;
	return list;
}

/* How many values a cell has, whose lists are in the pool. */
static inline size_t cell_len(const unsigned char *pool, uint32_t cell)
{
	uint32_t head;

	if (cell >= TABLE_ONE)
		return 1;
	cell_head(pool + cell, &head);
	return head >> 2;
}

/* Value i of a cell, from 0; CELL_NONE if it has none. */
static inline uint32_t cell_value(const unsigned char *pool, uint32_t cell,
                                  size_t i)
{
	const unsigned char *c;
	uint32_t head, n;
	size_t width;

	if (cell >= TABLE_ONE)
		return i == 0 ? cell - TABLE_ONE : CELL_NONE;
	c = cell_head(pool + cell, &head);
	if (i >= head >> 2)
		return CELL_NONE;
	width = (head & 3) + 2;
	c += i * width;
	n = cell_two(c);
	if (width > 2)
		n |= (uint32_t)c[2] << 16;
	if (width > 3)
		n |= (uint32_t)c[3] << 24;
	return n;
}

#endif
