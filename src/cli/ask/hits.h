/* hits.h - what a search finds for the operands. */
#ifndef HITS_H
#define HITS_H

#include "ask/found.h"

struct hits {
	struct sipcode_hit *hit; /* one an item of found; free() it */
	unsigned counted;        /* words that had to be held */
	unsigned held;           /* words that the best hit holds */
};

/* Searches for n words, or if nothing holds any of them, for the parts of words
 * such as "userNotFound"; adds a row an item, best first. */
struct hits hits_find(struct context *c, struct items *list, char *const *words,
                      size_t n);
/* Says on stderr what the hits do not hold. */
void hits_note(struct context *c, struct found *f, const struct hits *h,
               const char *what);

#endif
