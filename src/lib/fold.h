/* fold.h - comparing text with case, accents and punctuation aside. */
#ifndef FOLD_H
#define FOLD_H

#include <stddef.h>
#include <stdint.h>

#include "names.h"

/* A walk over the folded characters of a text. */
struct fold {
	const char *s;
	size_t n;
};

/* The next folded character; 0 at the end.  What is not UTF-8 comes out as
 * U+FFFD. */
uint32_t fold_next(struct fold *f);

/* 1 if the two are the same letters and digits, all else aside. */
int fold_equal(const char *a, size_t an, const char *b, size_t bn);

/* The same for a pattern, in which "*" stands for any text. */
int fold_matches(const char *pattern, const char *s, size_t n);

#endif
