/* place.h - where a text has the words of a query. */
#ifndef PLACE_H
#define PLACE_H

#include "search/query.h"

/* The points of a whole word, as it was typed. */
enum { PLACE_WHOLE = 16 };

struct place {
	unsigned long words; /* a bit a word of the query */
	/* Of each word: how well it is there, 0 to PLACE_WHOLE, and where. */
	unsigned char points[QUERY_WORDS];
	unsigned short at[QUERY_WORDS], n[QUERY_WORDS];
	unsigned chain; /* most words that follow each other as in the query */
	unsigned span;  /* fewest words of the text that hold all of them */
	int whole;      /* 1: the chain is all there is up to a comma */
};

/* Where the text has words of the query; inside: also within other words. */
void place_find(struct place *p, const struct query *q, const char *text,
                int inside);

#endif
