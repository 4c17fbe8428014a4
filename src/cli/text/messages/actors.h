/* actors.h - what the hosts of a call are called in its ladder. */
#ifndef ACTORS_H
#define ACTORS_H

#include "call/call.h"
#include "io/out.h"
#include "io/strbuf.h"

/* { 0 } is empty; the owner gives it to actors_free(). */
struct actors {
	/* Above their lines, and in full. */
	struct strbuf shown[FLOW_ACTORS_MOST], full[FLOW_ACTORS_MOST];
	int cut[FLOW_ACTORS_MOST]; /* shown[] is not all of it */
};

/* "192.0.2.1", with its port where the host alone would not do. */
void actors_name(struct actors *a, const struct out *o, const struct call *c);
/* Columns on either side of the line of an actor, for the name above it. */
unsigned actors_half(const struct actors *a, size_t actor);
/* Makes the names fit between lines that are so far apart: without their
 * middle, or as A, B, C. */
void actors_fit(struct actors *a, const struct call *c, unsigned gap);
/* "A = sbc1.example.com:5080", of the names that had no room, and an empty
 * line. */
void actors_tell(const struct actors *a, struct out *o, const struct call *c);
void actors_free(struct actors *a);

#endif
