/* intern.h - equal byte strings get the same number. */
#ifndef INTERN_H
#define INTERN_H

#include <stddef.h>
#include <stdint.h>

struct intern_item {
	const void *bytes;
	size_t size;
	uint32_t hash; /* of the bytes */
};

/* Begin with { 0 }; memory is the arena's. */
struct intern {
	struct intern_item *item; /* in the order of their first coming */
	size_t items;
	uint32_t *slot; /* item number + 1, or 0 */
	size_t slots;   /* a power of two */
};

/* A hash of bytes (FNV-1a, 32 bits), going on from that of the bytes before
 * them; it begins with INTERN_HASH. */
#define INTERN_HASH 2166136261U
uint32_t intern_hash(uint32_t h, const void *bytes, size_t n);

/* The number of so many bytes, from 0 in the order in which new ones come.  New
 * ones are kept, not copied: they have to stay as they are. */
size_t intern(struct intern *t, const void *bytes, size_t size);

#endif
