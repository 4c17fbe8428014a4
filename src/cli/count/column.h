/* column.h - a column of bare codes, as one cuts it from a table of calls. */
#ifndef COLUMN_H
#define COLUMN_H

#include "answer/tally.h"
#include "context/context.h"

/* Counts the codes in the files of the operands, or in standard input, one a
 * line; blanks and quotes may stand around it.  What is no code from 100 to
 * 699, be it a header or an empty line, is counted as that, and said with the
 * first such line of a file.  *read is set if anything could be read.
 * Returns STATUS_FOUND, or STATUS_TROUBLE if a file could not be read. */
int column_count(struct context *c, struct tally *t, int *read);

#endif
