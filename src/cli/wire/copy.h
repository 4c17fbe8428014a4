/* copy.h - a message as it was on the wire, copied out of a log. */
#ifndef COPY_H
#define COPY_H

#include <stddef.h>

#include "io/places.h"

enum { COPY_MAX = 1 << 18 }; /* bytes that are kept of a message */

/* { 0 } is empty; the owner gives it to copy_free(). */
struct copy {
	char *s;
	size_t n, room;
	size_t lost; /* bytes that found no room */
	struct places places;
	/* Private: within a colour, and where it began. */
	int escape;
	struct place escaped;
};

/* Adds a byte that stands at this place.  The sequences that colour a terminal
 * are left out. */
void copy_byte(struct copy *c, char byte, struct place place);
/* Adds bytes that stand side by side. */
void copy_bytes_of(struct copy *c, const char *s, size_t n, struct place place);
/* Moves the bytes from `from` on to the front, over those from `to` on. */
void copy_join(struct copy *c, size_t to, size_t from);
/* Takes back all from the byte at n on. */
void copy_cut(struct copy *c, size_t n);
void copy_reset(struct copy *c);
void copy_free(struct copy *c);

#endif
