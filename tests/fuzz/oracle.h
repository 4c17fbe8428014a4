/* oracle.h - what holds of every output, whatever was read. */
#ifndef ORACLE_H
#define ORACLE_H

#include "world.h"

/* Holds a run to the format that its command line asks for: JSON is strict, tsv
 * has a constant number of columns, text is UTF-8 and no wider than asked for,
 * and nothing holds a character that commands a terminal or hides. */
void judge_run(const struct world *w, const struct ran *r);
/* Both runs have the same status, and wrote the same. */
void judge_same(const struct world *w, const struct ran *a,
                const struct ran *b);

#endif
