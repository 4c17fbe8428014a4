/* meaning.h - what annotate adds to a line of a log. */
#ifndef MEANING_H
#define MEANING_H

#include <sipcode.h>

enum meaning_place {
	PLACE_END,
	PLACE_ABOVE,
	PLACE_BELOW,
	PLACE_MEMBER /* of the JSON object that the line is */
};

/* The name of that member. */
#define MEANING_MEMBER "sipcode"

struct meaning {
	unsigned code;                 /* of the response */
	const struct sipcode_row *row; /* NULL: in no table */
	const char *text;              /* what is known of it */
	enum meaning_place place;
	/* 1: the line goes on behind the bytes that are there; its meaning
	 * comes above it or not yet. */
	int unfinished;
};

#endif
