/* twin.h - a start line alone, with which a log announces the message that it
 * shows below: both are one. */
#ifndef TWIN_H
#define TWIN_H

#include "exchange/heard.h"

/* { 0 } waits for none. */
struct twin {
	struct kept *bare;
};

/* 1 if the message is a start line alone, so that it may be the first of two:
 * the caller gives it to twin_hold(). */
int twin_is_bare(const struct heard *h);
void twin_hold(struct twin *t, const struct heard *h);
/* Is this message the second one of the one that is held?  Then it gets what
 * only the first one had, its time, and the first one is forgotten. */
int twin_is_second(struct twin *t, struct heard *h);
int twin_is_held(const struct twin *t);
/* What is held, which the caller frees; NULL if nothing is. */
struct kept *twin_take(struct twin *t);

#endif
