/* merge.h - adds up tallies that were printed as tsv. */
#ifndef MERGE_H
#define MERGE_H

#include "answer/tally.h"
#include "context/context.h"

/* Reads the tallies of the operands, or of standard input, into one.  A line
 * that is none, or that would make a sum above TALLY_MAX, is said with its
 * file and line, and the rest is read on.  Returns STATUS_FOUND or
 * STATUS_TROUBLE. */
int merge_tallies(struct context *c, struct tally *t);

#endif
