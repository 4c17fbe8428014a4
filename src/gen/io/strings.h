/* strings.h - all strings of the table, one behind the other: equal ones stand
 * once, and one that is the end of another one stands within it. */
#ifndef STRINGS_H
#define STRINGS_H

#include <stdint.h>
#include <stdio.h>

#include "io/intern.h"

/* Begins with zeroes.  Everything in it is the arena's. */
struct strings {
	struct intern all;
	size_t *within; /* the one that has it at its end, or it itself */
	uint32_t *offset;
	uint32_t size; /* of all that are written, in bytes */
};

/* The number of a string, from 0; it has to live as long as the strings.  None
 * is added once they have been placed. */
uint32_t strings_number(struct strings *t, const char *s);
/* Finds a place for each of them. */
void strings_place(struct strings *t);
/* Where the string of that number begins; they have been placed. */
uint32_t strings_offset(const struct strings *t, uint32_t number);
/* Writes them as one object in C, called strings. */
void strings_emit(const struct strings *t, FILE *out);

#endif
