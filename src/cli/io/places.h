/* places.h - where in a file the bytes of a text stand that was copied out of
 * it. */
#ifndef PLACES_H
#define PLACES_H

#include <stddef.h>
#include <stdint.h>

struct place {
	uint64_t line;   /* from 1 */
	uint64_t column; /* in bytes, from 1 */
};

/* { 0 } is empty; the owner gives it to places_free(). */
struct places {
	struct place_run *run; /* private */
	size_t runs, room;
	uint64_t line; /* private: of the first run */
};

/* The byte at `at` of the text, and those behind it until the next call, stand
 * from this place on in one line.  `at` and the line ascend from call to call;
 * `at` is below 4 GB, and so is the number of lines between two. */
void places_add(struct places *p, size_t at, struct place place);
/* The place of the byte at `at`; { 0, 0 } if nothing was added. */
struct place places_find(const struct places *p, size_t at);
/* Forgets the bytes from `at` on and keeps the memory. */
void places_cut(struct places *p, size_t at);
void places_free(struct places *p);
/* Makes an empty one the same as another, with memory of its own. */
void places_copy(struct places *to, const struct places *from);
/* How many bytes of memory it has. */
size_t places_bytes(const struct places *p);

#endif
