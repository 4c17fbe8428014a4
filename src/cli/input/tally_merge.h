/* tally_merge.h - adds up tallies that were printed as tsv. */
#ifndef TALLY_MERGE_H
#define TALLY_MERGE_H

#include "cli.h"
#include "tally.h"

/* Reads the tallies of the operands, or of standard input, into one.  A line
 * that is none is said with its file and line, and the rest is read on.
 * Returns STATUS_FOUND or STATUS_TROUBLE. */
int tally_merge(struct cli *c, struct tally *t);

#endif
