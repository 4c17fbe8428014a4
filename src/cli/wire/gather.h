/* gather.h - gathers messages from the lines of a log, whatever stands before
 * the lines and however they are written. */
#ifndef GATHER_H
#define GATHER_H

#include <stddef.h>

#include "wire/build.h"
#include "wire/dress.h"

/* A line of a log with its end, or a piece of one. */
struct log_line {
	const char *s;
	size_t n;
	size_t above;       /* bytes before it that are in sight, too */
	struct place place; /* of its first byte */
	int front;          /* it begins where the line begins */
	int ended;          /* the line ends with it */
};

/* Begin with { 0 } and what is the caller's. */
struct gather {
	struct build build; /* each, with and typed are the caller's */
	int capture; /* the input is a capture file, which may cut messages */
	/* Private. */
	struct view_room room;
	struct dress dress;
	size_t resume;  /* where in the next piece a start is known to be */
	unsigned lines; /* below a start line, of which none told the dress */
	int gap;        /* one of them was empty */
};

static inline int gather_is_building(const struct gather *g)
{
	return g->build.state != BUILD_NONE;
}

enum { GATHER_PIECE = VIEW_MAX }; /* a line up to here comes as one piece */

/* Takes a line.  Returns how many of its bytes are done with: if not all, the
 * rest comes again, with more bytes behind it where the line has not ended. */
size_t gather_take(struct gather *g, const struct log_line *line);
/* How many bytes would end the body that is being read, if it is read as it
 * stands; 0 if none is. */
size_t gather_wants(const struct gather *g);
/* No more lines come: hands on what there is. */
void gather_end(struct gather *g);
void gather_free(struct gather *g);

#endif
