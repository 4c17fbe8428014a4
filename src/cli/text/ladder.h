/* ladder.h - draws ladder diagrams: a line for each actor, and arrows from one
 * to another with texts above them. */
#ifndef LADDER_H
#define LADDER_H

#include <stddef.h>

#include "io/out.h"
#include "schema.h"

/* Columns that a flow leaves at both sides of the actors' lines. */
enum { LADDER_EDGE = 5 };

struct ladder {
	struct out *out;
	size_t actors; /* FLOW_ACTORS_LEAST to FLOW_ACTORS_MOST */
	const char *name[FLOW_ACTORS_MOST];
	/* Set by ladder_place(): */
	unsigned at[FLOW_ACTORS_MOST]; /* the column of each actor's line */
	unsigned width;                /* up to the last of them */
};

/* Puts the actors as far apart as the width of d->out allows, up to a limit,
 * with so many columns free at the left and at the right; fewer where a screen
 * is too narrow for that.  Returns how far that is. */
unsigned ladder_place(struct ladder *d, unsigned left, unsigned right);
/* The names of the actors, and the beginning of their lines. */
void ladder_begin(const struct ladder *d);
/* A text above an arrow, in as many lines as the arrow is too short for, and
 * in front of the first of them what stands at the left edge, which has to fit
 * there; "" is nothing. */
void ladder_text(const struct ladder *d, size_t a, size_t b, const char *edge,
                 const char *s, size_t n);
/* The arrow from one actor to another one. */
void ladder_arrow(const struct ladder *d, size_t from, size_t to);
/* "~ 32 s, Timer B": a pause, across the whole picture. */
void ladder_pause(const struct ladder *d, const char *s);
void ladder_end(const struct ladder *d);

#endif
