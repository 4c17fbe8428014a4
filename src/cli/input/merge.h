/* merge.h - adds up tallies that were printed as tsv. */
#ifndef MERGE_H
#define MERGE_H

#include "answer/tally.h"
#include "context/context.h"

/* Reads the tallies of the operands, or of standard input, into one.  What it
 * is counted by, if t->by does not say it, is what they are counted by; rows
 * without a key are of the unknown one.  A line that is none, that is counted
 * by something else, or that would make a sum above TALLY_MAX, is said with
 * its file and line, makes the sum incomplete, and the rest is read on.
 * *read is set if there was anything that could be read.  Returns
 * STATUS_FOUND or STATUS_TROUBLE. */
int merge_tallies(struct context *c, struct tally *t, int *read);

#endif
