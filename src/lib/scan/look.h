/* look.h - looks for words around a place in a text. */
#ifndef LOOK_H
#define LOOK_H

#include <stddef.h>
#include <stdint.h>

#include "names.h"

struct look {
	const char *s;
	size_t n;
};

/* How far the matcher looks at most, so that its cost is linear in whatever
 * line it reads, and what it says does not depend on how much of a long line
 * has arrived. */
enum { LOOK_REACH = 2048 };

#define NOWHERE SIZE_MAX

/* Eight bytes as one number, the first one lowest, whatever the machine's order
 * is: one instruction on most. */
static inline uint64_t look_eight(const char *s)
{
	const unsigned char *u = (const unsigned char *)s;

	return (uint64_t)u[0] | (uint64_t)u[1] << 8 | (uint64_t)u[2] << 16 |
	       (uint64_t)u[3] << 24 | (uint64_t)u[4] << 32 |
	       (uint64_t)u[5] << 40 | (uint64_t)u[6] << 48 |
	       (uint64_t)u[7] << 56;
}

/* Words are ended by NUL.  A small letter stands for either case.  Before a
 * quote or slash the text may have backslashes, as one JSON string within
 * another has. */

/* Where the word begins that ends before s[end]; NOWHERE if it does not. */
size_t look_back(const struct look *t, size_t end, const char *word,
                 size_t len);
/* Behind the word that stands at s[at]; NOWHERE if it does not. */
size_t look_on(const struct look *t, size_t at, const char *word);

/* The same bytes at s[at]? */
static inline int look_at(const struct look *t, size_t at, const char *word)
{
	size_t i = 0;

	while (word[i] != '\0' && at + i < t->n && t->s[at + i] == word[i])
		i++;
	return word[i] == '\0';
}

/* Behind the first place in s[from..to) with exactly these bytes; NOWHERE if
 * there is none. */
size_t look_within(const struct look *t, size_t from, size_t to,
                   const char *word, size_t len);

/* The line of s[at], without its end, a CR or LF, and not beyond the reach. */
size_t look_front(const struct look *t, size_t at);
size_t look_end(const struct look *t, size_t at);

#endif
