/* bag.c - a sorted array: the entry that has to go is the last one. */
#include "io/bag.h"

#include <stdlib.h>
#include <string.h>

#include "io/memory.h"

int bag_compare(const struct bag_entry *a, const struct bag_entry *b)
{
	size_t n = a->len < b->len ? a->len : b->len;
	int order = memcmp(a->text, b->text, n);

	if (order == 0)
		order = (int)a->len - b->len;
	if (order == 0)
		order = (int)a->cut - b->cut;
	return (order > 0) - (order < 0);
}

static int bag_orders(const struct bag_entry *a, const struct bag_entry *b)
{
	int order = bag_compare(a, b);

	return order != 0 ? order : (int)a->code - b->code;
}

/* Where the entry is, or would have to be. */
static size_t bag_place(const struct bag *b, const struct bag_entry *e)
{
	size_t from = 0, to = b->entries;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (bag_orders(b->entry[middle], e) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

/* Memory for one more entry: that of the last one where the bag is full. */
static struct bag_entry *bag_room(struct bag *b)
{
	struct bag_entry *last;

	if (b->entries < BAG_MAX) {
		b->entry = memory_grow(b->entry, &b->room, b->entries + 1,
		                       sizeof(struct bag_entry *));
		b->entries++;
		return memory_get(sizeof(struct bag_entry));
	}
	last = b->entry[b->entries - 1];
	b->rest[last->code] += last->count;
	return last;
}

void bag_add(struct bag *b, unsigned code, const char *text, size_t len,
             uint64_t n)
{
	struct bag_entry e = { .count = n, .code = (unsigned short)code };
	struct bag_entry *made;
	size_t at;

	e.cut = len > BAG_TEXT;
	e.len = (unsigned char)(e.cut ? BAG_TEXT : len);
	memcpy(e.text, text, e.len);
	at = bag_place(b, &e);
	if (at < b->entries && bag_orders(b->entry[at], &e) == 0) {
		b->entry[at]->count += n;
		return;
	}
	if (at == BAG_MAX) {
		b->rest[code] += n;
		return;
	}
	made = bag_room(b);
	*made = e;
	memmove(b->entry + at + 1, b->entry + at,
	        (b->entries - at - 1) * sizeof(struct bag_entry *));
	b->entry[at] = made;
}

uint64_t bag_rest(const struct bag *b)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < BAG_CODES; i++)
		sum += b->rest[i];
	return sum;
}

void bag_free(struct bag *b)
{
	for (size_t i = 0; i < b->entries; i++)
		free(b->entry[i]);
	free(b->entry);
	memset(b, 0, sizeof(*b));
}
