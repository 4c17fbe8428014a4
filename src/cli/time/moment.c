/* moment.c - what stamps say: the hour of one, the time between two. */
#include "time/stamp.h"

#include "time/calendar.h"

static void put_digits(char **s, int n, int digits)
{
	for (int i = digits; i-- > 0; n /= 10)
		(*s)[i] = (char)('0' + n % 10);
	*s += digits;
}

void stamp_hour(const struct stamp *stamp, char hour[STAMP_HOUR_SIZE])
{
	char *s = hour;

	if (stamp->kind == STAMP_DAY)
		*s++ = '-';
	else if (stamp->kind != STAMP_CLOCK)
		put_digits(&s, stamp->year, 4);
	if (stamp->kind != STAMP_CLOCK) {
		*s++ = '-';
		put_digits(&s, stamp->month, 2);
		*s++ = '-';
		put_digits(&s, stamp->day, 2);
	}
	*s++ = 'T';
	put_digits(&s, stamp->hour, 2);
	if (stamp->kind == STAMP_EPOCH)
		*s++ = 'Z';
	*s = '\0';
}

void stamp_clock(const struct stamp *stamp, char clock[STAMP_CLOCK_SIZE])
{
	char *s = clock;

	put_digits(&s, stamp->hour, 2);
	*s++ = ':';
	put_digits(&s, stamp->minute, 2);
	*s++ = ':';
	put_digits(&s, stamp->second, 2);
	*s++ = '.';
	put_digits(&s, (int)(stamp->nanosecond / 1000000), 3);
	*s = '\0';
}

/* Seconds from any fixed moment, in UTC where the zone is said. */
static int64_t seconds_of(const struct stamp *s)
{
	int64_t days = s->kind == STAMP_CLOCK
	                       ? 0
	                       : calendar_days(s->year, s->month, s->day);

	return ((days * 24 + s->hour) * 60 + s->minute - s->zone) * 60 +
	       s->second;
}

int stamp_between(const struct stamp *from, const struct stamp *to,
                  int64_t *nanoseconds)
{
	enum { HALF_A_YEAR = 180 * 24 * 60 * 60 };
	int64_t seconds = seconds_of(to) - seconds_of(from);

	if (from->kind != to->kind || from->has_zone != to->has_zone)
		return 0;
	/* Did a 29th of February lie between, or a turn of the year? */
	if (from->kind == STAMP_DAY &&
	    ((from->month <= 2) != (to->month <= 2) || seconds > HALF_A_YEAR ||
	     seconds < -HALF_A_YEAR))
		return 0;
	*nanoseconds = seconds * 1000000000 + to->nanosecond - from->nanosecond;
	return 1;
}
