/* memory.h - memory that is there, or else the program ends. */
#ifndef MEMORY_H
#define MEMORY_H

#include <stddef.h>

/* Zeroed memory of so many bytes, to be given to free().  Never NULL: if
 * there is none, "sipcode: out of memory" goes to standard error and the
 * program ends with status 2. */
void *memory_get(size_t bytes);
/* Room for at least `need` elements of so many bytes in an array that has
 * room for *room of them; *room is what there is then.  The array may be
 * NULL with a room of 0, and moves.  Never NULL, as above. */
void *memory_grow(void *array, size_t *room, size_t need, size_t bytes);

#endif
