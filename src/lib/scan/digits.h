/* digits.h - the fast half of the matcher: where three digits stand that may
 * be a status code. */
#ifndef DIGITS_H
#define DIGITS_H

#include <stddef.h>
#include <stdint.h>

#include "names.h"

/* A walk over the runs of exactly three digits in s[from..n) that are no part
 * of a number with full stops, such as an address or a fraction. */
struct digits {
	const char *s;
	size_t n;
	size_t base;    /* where the block of this turn begins */
	size_t next;    /* and the one after it */
	uint64_t found; /* bit k: a run begins at s[base + k] */
};

/* A run at s[0] is passed over: nothing stands before it that would say what
 * it is. */
void digits_start(struct digits *d, const char *s, size_t n, size_t from);
/* Where the next run begins; n if there is none. */
size_t digits_next(struct digits *d);

enum { DIGITS_BLOCK = 64 };

/* Of s[0..64): bit k is set where s[k] is a digit, or a full stop.  The plain
 * ones are for any processor, eight bytes a step. */
uint64_t digits_mask(const char *s);
uint64_t digits_mask_plain(const char *s);
uint64_t digits_stops(const char *s);
uint64_t digits_stops_plain(const char *s);

#endif
