/* arena.h - memory that belongs to the arena and is freed all at once; nobody
 * frees a part of it.  Where there is none left, the program says so and ends
 * with status 2: no function returns NULL. */
#ifndef ARENA_H
#define ARENA_H

#include <stddef.h>

#include "system.h"

/* Zeroed memory of so many bytes, 0 or more, aligned for any type. */
void *arena_alloc(size_t bytes);

/* A copy of s[0..n) with a NUL behind it. */
char *arena_copy(const char *s, size_t n);

/* Room for one more element in an array of n elements of so many bytes each:
 * the array itself, or a larger copy of it; the new element is zeroed.  For
 * arrays made by this alone, from NULL and 0 on, one element after the other:
 * n is all it knows of the room that is left. */
void *arena_more(void *array, size_t n, size_t bytes);

/* snprintf() into new memory. */
char *arena_print(const char *format, ...) SYSTEM_PRINTF(1, 2);
/* Frees everything that the arena ever gave. */
void arena_free(void);

#endif
