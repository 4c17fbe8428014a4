/* prefix.h - what a log puts before each line of a message. */
#ifndef PREFIX_H
#define PREFIX_H

#include <stddef.h>

enum { PREFIX_MAX = 512 };

/* The text before one line, as a pattern for those before the others: numbers
 * may be others, and so may words that hold digits. */
struct prefix {
	char s[PREFIX_MAX];
	char stays[PREFIX_MAX]; /* 1 where a word begins that does not differ */
	size_t n;
};

/* Takes a pattern.  Returns 0, or -1 if it is too long. */
int prefix_set(struct prefix *p, const char *s, size_t n);
/* Numbers that are the same before two lines of a message, other than those of
 * its time, are the same before all: they tell its thread, process or host from
 * others.  `other` is the pattern of the other line. */
void prefix_settle(struct prefix *p, const struct prefix *other);
/* Does s[0..n) begin as the pattern does?  Returns 1 and how long it is there,
 * which may be all of the line if only blanks are missing; else 0. */
int prefix_match(const struct prefix *p, const char *s, size_t n, size_t *len);

#endif
