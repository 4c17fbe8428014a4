/* stamp.h - time stamps as logs write them. */
#ifndef STAMP_H
#define STAMP_H

#include <stddef.h>
#include <stdint.h>

enum stamp_kind {
	STAMP_DATE,  /* with a date: 2026-11-27T21:54:26.123+01:00 */
	STAMP_DAY,   /* a date without its year: Nov 27 21:54:26 */
	STAMP_CLOCK, /* the time of day alone: 21:54:26.123 */
	STAMP_EPOCH  /* seconds since 1970, in UTC: "ts":1795816466.123 */
};

struct stamp {
	enum stamp_kind kind;
	int year, month, day; /* 0: not said */
	int hour, minute, second;
	long nanosecond;
	int has_zone; /* 1: the zone is said */
	int zone;     /* minutes east of UTC */
};

enum { STAMP_HOUR_SIZE = 24, STAMP_CLOCK_SIZE = 13 };

/* Reads the stamp that begins at s[at].  Read is what can mean one thing
 * alone: not 11/12/2026, and digits alone only behind a key such as "ts": or
 * timestamp=.  Returns its length, or 0 if none begins there. */
size_t stamp_read(const char *s, size_t n, size_t at, struct stamp *stamp);
/* The first stamp in s[0..n), at a cost linear in n; keyed: only one behind
 * such a key.  Returns 1, or 0 if there is none. */
int stamp_find(const char *s, size_t n, int keyed, struct stamp *stamp);

/* The hour as the log has it, in a form that sorts and invents nothing:
 * "2026-11-27T21", "--11-27T21" without the year, "T21" without the date, and
 * "2026-11-27T21Z" of seconds since 1970. */
void stamp_hour(const struct stamp *stamp, char hour[STAMP_HOUR_SIZE]);

/* The time of day, "21:54:26.123". */
void stamp_clock(const struct stamp *stamp, char clock[STAMP_CLOCK_SIZE]);

/* Nanoseconds from one stamp to another.  Returns 1, or 0 if they cannot be
 * compared for certain: of different kinds, only one with a zone, or without
 * a year and too far apart. */
int stamp_between(const struct stamp *from, const struct stamp *to,
                  int64_t *nanoseconds);

#endif
