/* bag.h - texts that stand with a code, counted apart. */
#ifndef BAG_H
#define BAG_H

#include <stddef.h>
#include <stdint.h>

enum { BAG_CODES = 700, BAG_MAX = 8192, BAG_TEXT = 80 };

struct bag_entry {
	uint64_t count;
	const void *known; /* for the owner: what is known of it; NULL */
	unsigned short code;
	unsigned char len;
	unsigned char cut; /* 1: there was more of the text */
	char text[BAG_TEXT];
};

/* { 0 } is an empty one.  What is kept depends on what was added and not on
 * its order, so that parts that are added up make the same as the whole. */
struct bag {
	struct bag_entry **entry; /* in byte order of the texts, then by code */
	size_t entries, room;
	uint64_t rest[BAG_CODES]; /* what found no room: not told apart */
};

/* Counts a text of a code below BAG_CODES n times.  Of a text longer than
 * BAG_TEXT the front alone counts.  Of more than BAG_MAX entries the first
 * in byte order are kept. */
void bag_add(struct bag *b, unsigned code, const char *text, size_t len,
             uint64_t n);
/* What is in the rest, of all codes. */
uint64_t bag_rest(const struct bag *b);
void bag_free(struct bag *b);

/* -1, 0 or 1, as the text of one goes before that of the other. */
int bag_compare(const struct bag_entry *a, const struct bag_entry *b);

#endif
