/* arena.h - memory that is freed all at once; running out ends the program. */
#ifndef ARENA_H
#define ARENA_H

#include <stddef.h>

/* Zeroed memory of so many bytes; never NULL. */
void *arena_alloc(size_t bytes);
/* A copy of s[0..n) with a NUL behind it. */
char *arena_copy(const char *s, size_t n);
/* Room for one more element in an array of n elements of so many bytes: the
 * array itself, or a larger copy of it.  For arrays made by this alone. */
void *arena_more(void *array, size_t n, size_t bytes);
/* snprintf into new memory. */
char *arena_print(const char *format, ...)
	__attribute__((format(printf, 1, 2)));
void arena_free(void);

#endif
