/* rows.h - commands that look rows of one set up: all of them without
 * operands, else the ones that a function finds. */
#ifndef ROWS_H
#define ROWS_H

#include "query.h"

/* Adds the rows of an operand; returns how many were added. */
typedef size_t rows_finder(struct cli *c, struct query *q, const char *s);

int rows_command(struct cli *c, enum sipcode_set set, rows_finder *find);

#endif
