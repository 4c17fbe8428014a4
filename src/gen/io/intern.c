/* intern.c - an open hash table that doubles when it is half full. */
#include "io/intern.h"

#include <string.h>

#include "io/arena.h"

uint32_t intern_hash(uint32_t h, const void *bytes, size_t n)
{
	const unsigned char *s = bytes;

	for (size_t i = 0; i < n; i++)
		h = (h ^ s[i]) * 16777619U;
	return h;
}

static uint32_t *slot_of(struct intern *t, const void *bytes, size_t size,
                         uint32_t h)
{
	size_t i = h & (t->slots - 1);

	while (t->slot[i] != 0) {
		const struct intern_item *it = &t->item[t->slot[i] - 1];

		if (it->hash == h && it->size == size &&
		    memcmp(it->bytes, bytes, size) == 0)
			break;
		i = (i + 1) & (t->slots - 1);
	}
	return &t->slot[i];
}

static void more_slots(struct intern *t)
{
	t->slots = t->slots == 0 ? 1024 : t->slots * 2;
	t->slot = arena_alloc(t->slots * sizeof(*t->slot));
	for (size_t i = 0; i < t->items; i++) {
		const struct intern_item *it = &t->item[i];

		*slot_of(t, it->bytes, it->size, it->hash) = (uint32_t)i + 1;
	}
}

size_t intern(struct intern *t, const void *bytes, size_t size)
{
	uint32_t h = intern_hash(INTERN_HASH, bytes, size);
	uint32_t *slot;

	if (2 * (t->items + 1) > t->slots)
		more_slots(t);
	slot = slot_of(t, bytes, size, h);
	if (*slot == 0) {
		t->item = arena_more(t->item, t->items, sizeof(*t->item));
		t->item[t->items].bytes = bytes;
		t->item[t->items].size = size;
		t->item[t->items].hash = h;
		*slot = (uint32_t)++t->items;
	}
	return *slot - 1;
}
