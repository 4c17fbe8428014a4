/* meanings.h - what is known of the responses of a log, each looked up once. */
#ifndef MEANINGS_H
#define MEANINGS_H

#include "answer/meaning.h"
#include "io/strbuf.h"

enum {
	MEANING_SETS = 128,
	MEANING_WAYS = 4,
	MEANING_PHRASE = 160 /* bytes of the longest phrase that is known */
};

/* The meaning of a code with that phrase. */
struct known {
	unsigned code; /* 0: none yet */
	size_t len;
	char phrase[MEANING_PHRASE];
	const struct sipcode_row *row;
	struct strbuf text;
};

/* { 0 } knows nothing yet but for the language; its owner frees it. */
struct meanings {
	int lang;
	/* Bytes that have been read, less the price of each look-up: a log
	 * whose phrases are all different is not looked up line by line. */
	long credit;
	/* Those of one set have the same hash, the latest first. */
	struct known known[MEANING_SETS][MEANING_WAYS];
};

struct meanings *meanings_new(int lang);
/* So many bytes more have been read. */
void meanings_pay(struct meanings *m, size_t bytes);
/* Fills in what is known of a code whose phrase is s[0..n), n may be 0: row
 * and text, which stay good until the next call. */
void meanings_find(struct meanings *m, struct meaning *meaning, const char *s,
                   size_t n);
void meanings_free(struct meanings *m);

#endif
