/* arena.c - a list of blocks from malloc. */
#include "io/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct block {
	struct block *next;
	max_align_t data[];
};

static struct block *blocks;

void *arena_alloc(size_t bytes)
{
	struct block *b = calloc(1, sizeof(*b) + bytes);

	if (b == NULL) {
		fprintf(stderr, "sipcode-gen: out of memory\n");
		exit(2);
	}
	b->next = blocks;
	blocks = b;
	return b->data;
}

char *arena_copy(const char *s, size_t n)
{
	char *copy = arena_alloc(n + 1);

	memcpy(copy, s, n);
	return copy;
}

void *arena_more(void *array, size_t n, size_t bytes)
{
	void *larger;

	/* Full when n is a power of two: it doubles then. */
	if (n != 0 && (n & (n - 1)) != 0)
		return array;
	larger = arena_alloc((n == 0 ? 1 : 2 * n) * bytes);
	if (n != 0)
		memcpy(larger, array, n * bytes);
	return larger;
}

char *arena_print(const char *format, ...)
{
	va_list ap;
	char *s;
	int n;

	va_start(ap, format);
	n = vsnprintf(NULL, 0, format, ap);
	va_end(ap);
	s = arena_alloc((size_t)n + 1);
	va_start(ap, format);
	vsnprintf(s, (size_t)n + 1, format, ap);
	va_end(ap);
	return s;
}

void arena_free(void)
{
	while (blocks != NULL) {
		struct block *next = blocks->next;

		free(blocks);
		blocks = next;
	}
}
