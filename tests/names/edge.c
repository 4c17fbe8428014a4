/* edge.c - text at the edge of memory. */
#define _DEFAULT_SOURCE
#include "edge.h"

#include "harness.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* A room between two that nobody may enter. */
static char *room(size_t *size)
{
	static char *at;

	*size = (size_t)sysconf(_SC_PAGESIZE);
	if (at != NULL)
		return at + *size;
	at = mmap(NULL, 3 * *size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1,
	          0);
	assert_true(at != MAP_FAILED);
	assert_int_equal(mprotect(at + *size, *size, PROT_READ | PROT_WRITE),
	                 0);
	return at + *size;
}

char *edge_behind(const char *s, size_t n)
{
	size_t size;
	char *to = room(&size);

	assert_true(n <= EDGE_MOST && n <= size);
	to += size - n;
	if (n > 0)
		memcpy(to, s, n);
	return to;
}

char *edge_before(const char *s, size_t n)
{
	size_t size;
	char *to = room(&size);

	assert_true(n <= EDGE_MOST && n <= size);
	if (n > 0)
		memcpy(to, s, n);
	return to;
}
