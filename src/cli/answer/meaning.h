/* meaning.h - what annotate adds to a line of a log. */
#ifndef MEANING_H
#define MEANING_H

#include <sipcode.h>

enum meaning_place { PLACE_END, PLACE_ABOVE, PLACE_BELOW };

struct meaning {
	int lang;
	unsigned code;                 /* of the response */
	const struct sipcode_row *row; /* NULL: in no table */
	enum meaning_place place;
	/* 1: the line goes on behind the bytes that are there; its meaning
	 * comes above it or not yet. */
	int unfinished;
};

#endif
