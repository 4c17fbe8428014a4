/* memory.c - running out of memory is told here, once for all. */
#include "io/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Nothing is left to do: what is half made could only mislead. */
static _Noreturn void end_without_memory(void)
{
	static const char message[] = "sipcode: out of memory\n";

	ssize_t written = write(STDERR_FILENO, message, sizeof(message) - 1);

	(void)written;
	_exit(2);
}

void *memory_get(size_t bytes)
{
	void *p;

	/* Not calloc(), which the loader would look up as well. */
	bytes += bytes == 0;
	p = realloc(NULL, bytes);
	if (p != NULL) {
		memset(p, 0, bytes);
		return p;
	}
	end_without_memory();
}

void *memory_grow(void *array, size_t *room, size_t need, size_t bytes)
{
	size_t more = *room < 16 ? 16 : *room;

	if (need <= *room)
		return array;
	while (more < need && more <= SIZE_MAX / 2)
		more *= 2;
	if (more < need || more > SIZE_MAX / bytes)
		end_without_memory();
	array = realloc(array, more * bytes);
	if (array == NULL)
		end_without_memory();
	*room = more;
	return array;
}
