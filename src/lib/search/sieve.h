/* sieve.h - which rows of a language may have which words of a query, by the
 * index: no row that has a word is missed, and few that have not are kept. */
#ifndef SIEVE_H
#define SIEVE_H

#include <stdint.h>

#include "search/index.h"
#include "search/query.h"

struct sieve {
	uint32_t words[ROWS_MOST];  /* of each row, a bit a word of the query */
	unsigned rows;              /* of the language */
	unsigned with[QUERY_WORDS]; /* how many of them have the word */
	int inside; /* 1: a word stands nowhere but within others */
};

/* Looks up the phrases of the query, which speaks that language; facts: also
 * in the texts that are the same in all of them. */
void sieve_fill(struct sieve *s, const struct query *q, int lang, int facts);
/* The number of a row in its language. */
size_t sieve_number(enum sipcode_set set, size_t i);

#endif
