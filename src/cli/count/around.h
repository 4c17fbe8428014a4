/* around.h - the text around a response in a log that belongs to it. */
#ifndef AROUND_H
#define AROUND_H

#include <stddef.h>
#include <sipcode.h>

enum { AROUND_LINES = 3 };

/* What is looked at is bounded, and less than a log keeps in sight. */
struct around {
	struct sipcode_span before; /* in the line of the response */
	struct sipcode_span behind;
	struct sipcode_span above[AROUND_LINES]; /* the nearest line first */
	size_t lines;
};

/* The text around a match in s[0..n).  Above are the lines in which a log
 * says of a message when and whence it came: not beyond another message, nor
 * where the line of the response has another front than they. */
void around_match(struct around *a, const char *s, size_t n,
                  const struct sipcode_match *m);

#endif
