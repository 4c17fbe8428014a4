/* unit.h - one character of a text in a line, layer by layer: private to the
 * reading of escapes. */
#ifndef UNIT_H
#define UNIT_H

#include "wire/line/coding.h"

struct unit {
	char c;
	char rest[4]; /* of a character of several bytes, ended by NUL */
	int escaped;  /* it was written in another way */
	size_t end;   /* where the next one begins in the line */
};

/* The character at a place as it is behind so many layers; 0 at the end. */
int unit_at(const struct coded *c, int layers, size_t at, struct unit *u);

#endif
