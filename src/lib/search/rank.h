/* rank.h - how well a row has the words of a query. */
#ifndef RANK_H
#define RANK_H

#include <sipcode.h>

#include "search/query.h"

enum { RANK_FIELDS = 32 };

/* By what rows are ranked. */
struct rank {
	const struct query *q;
	unsigned rare[QUERY_WORDS]; /* the fewer rows have it, the more */
	int own;    /* 1: the texts that are the same in all languages, too */
	int inside; /* 1: names may have a word within another one */
	/* The fields of the set whose rows are ranked. */
	enum sipcode_field field[RANK_FIELDS];
	size_t fields;
};

/* Weighs each word by how many of the rows have it. */
void rank_weigh(struct rank *r, unsigned rows, const unsigned *with);
/* Makes ready for the rows of a set. */
void rank_set(struct rank *r, enum sipcode_set set);
/* How many of the words say something. */
unsigned rank_count(const struct query *q, unsigned long words);
/* The best place in a row, and half of what its other places add; a score of 0
 * if it has none of the words.  Its owner is not set. */
struct sipcode_hit rank_row(const struct rank *r,
                            const struct sipcode_row *row);

#endif
