/* stamp.c - reads the forms of a time stamp that can mean one thing alone. */
#include "time/stamp.h"

#include <string.h>

#include "time/calendar.h"
#include "chars.h"
#include "len.h"

/* What is read, and the place that has been reached. */
struct reading {
	const char *s;
	size_t n, at;
};

static char char_here(const struct reading *r)
{
	return r->at < r->n ? r->s[r->at] : '\0';
}

/* The digit at so many bytes from here; -1 if there is none. */
static int digit_at(const struct reading *r, size_t i)
{
	if (r->at + i >= r->n || !char_is_digit(r->s[r->at + i]))
		return -1;
	return r->s[r->at + i] - '0';
}

/* Exactly so many digits, which no further one follows; -1 otherwise. */
static int stamp_digits(struct reading *r, size_t digits)
{
	int n = 0;

	for (size_t i = 0; i < digits; i++) {
		int digit = digit_at(r, i);

		if (digit < 0)
			return -1;
		n = n * 10 + digit;
	}
	if (digit_at(r, digits) >= 0)
		return -1;
	r->at += digits;
	return n;
}

static int stamp_char(struct reading *r, const char *set)
{
	if (!char_in(char_here(r), set))
		return 0;
	r->at++;
	return 1;
}

/* "Nov": 11; 0 if there is no month. */
static int take_month(struct reading *r)
{
	static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

	for (int i = 0; r->at + 3 <= r->n && i < 12; i++) {
		if (memcmp(r->s + r->at, names + (size_t)i * 3, 3) == 0) {
			r->at += 3;
			return i + 1;
		}
	}
	return 0;
}

/* ".123", ",123456" or ":123"; more than nine digits are passed over. */
static void take_fraction(struct reading *r, struct stamp *stamp)
{
	long worth = 100000000;
	size_t digits = 0;

	if (!char_in(char_here(r), ".,:") || digit_at(r, 1) < 0)
		return;
	while (digit_at(r, 1 + digits) >= 0)
		digits++;
	/* A third number of 12:34:56:78 is no fraction. */
	if (char_here(r) == ':' && digits != 3)
		return;
	r->at++;
	for (size_t i = 0; i < digits; i++, worth /= 10)
		stamp->nanosecond += worth * digit_at(r, i);
	r->at += digits;
}

/* "Z", "+07:00", "+0700", " +0700". */
static void take_zone(struct reading *r, struct stamp *stamp)
{
	struct reading ahead = *r;
	int sign, hours, minutes;

	if (stamp_char(r, "Z")) {
		stamp->has_zone = 1;
		return;
	}
	stamp_char(&ahead, " ");
	sign = char_here(&ahead) == '-' ? -1 : 1;
	if (!stamp_char(&ahead, "+-"))
		return;
	hours = stamp_digits(&ahead, 4);
	minutes = hours % 100;
	hours /= 100;
	if (minutes < 0) {
		hours = stamp_digits(&ahead, 2);
		if (hours < 0 || !stamp_char(&ahead, ":"))
			return;
		minutes = stamp_digits(&ahead, 2);
	}
	if (hours > 14 || minutes < 0 || minutes > 59)
		return;
	stamp->has_zone = 1;
	stamp->zone = sign * (hours * 60 + minutes);
	*r = ahead;
}

/* What goes on behind a time of day is no time of day, but a MAC address, an
 * address of IPv6 or a word. */
static int clock_goes_on(const struct reading *r)
{
	char c = char_here(r);

	return char_is_digit(c) || char_is_letter(c) ||
	       (c == ':' && digit_at(r, 1) >= 0);
}

static int take_clock(struct reading *r, struct stamp *stamp)
{
	stamp->hour = stamp_digits(r, 2);
	if (stamp->hour < 0 || stamp->hour > 23 || !stamp_char(r, ":"))
		return 0;
	stamp->minute = stamp_digits(r, 2);
	if (stamp->minute < 0 || stamp->minute > 59 || !stamp_char(r, ":"))
		return 0;
	stamp->second = stamp_digits(r, 2);
	if (stamp->second < 0 || stamp->second > 60)
		return 0;
	take_fraction(r, stamp);
	take_zone(r, stamp);
	return !clock_goes_on(r);
}

static int take_year(struct reading *r, struct stamp *stamp)
{
	stamp->year = stamp_digits(r, 4);
	return stamp->year >= 1970 && stamp->year < 2200;
}

/* "2026-11-27T21:54:26", "2005/07/04 09:32:52". */
static int read_year_first(struct reading *r, struct stamp *stamp)
{
	char between;

	if (!take_year(r, stamp))
		return 0;
	between = char_here(r);
	if (!stamp_char(r, "-/"))
		return 0;
	stamp->month = stamp_digits(r, 2);
	if (char_here(r) != between)
		return 0;
	r->at++;
	stamp->day = stamp_digits(r, 2);
	return calendar_has(stamp->year, stamp->month, stamp->day) &&
	       stamp_char(r, "T \t") && take_clock(r, stamp);
}

/* "27/Nov/2026:21:54:26 +0000", "27-Nov-2026 21:54:26". */
static int read_day_first(struct reading *r, struct stamp *stamp)
{
	char between;

	stamp->day = stamp_digits(r, 2);
	between = char_here(r);
	if (stamp->day < 0 || !stamp_char(r, "-/ "))
		return 0;
	stamp->month = take_month(r);
	if (stamp->month == 0 || char_here(r) != between)
		return 0;
	r->at++;
	return take_year(r, stamp) &&
	       calendar_has(stamp->year, stamp->month, stamp->day) &&
	       stamp_char(r, ": ") && take_clock(r, stamp);
}

/* " 2026" behind the time, as ctime() writes it. */
static void take_late_year(struct reading *r, struct stamp *stamp)
{
	struct reading ahead = *r;
	struct stamp year = { 0 };

	if (!stamp_char(&ahead, " ") || !take_year(&ahead, &year) ||
	    char_is_letter(char_here(&ahead)) ||
	    char_in(char_here(&ahead), "-./:") ||
	    !calendar_has(year.year, stamp->month, stamp->day))
		return;
	stamp->kind = STAMP_DATE;
	stamp->year = year.year;
	*r = ahead;
}

/* "Nov 27 21:54:26", "Nov  7 ...", "Nov 27, 2026 21:54:26". */
static int read_month_first(struct reading *r, struct stamp *stamp)
{
	struct reading ahead;

	stamp->kind = STAMP_DAY;
	stamp->month = take_month(r);
	if (stamp->month == 0 || !stamp_char(r, " "))
		return 0;
	stamp_char(r, " ");
	stamp->day = stamp_digits(r, digit_at(r, 1) < 0 ? 1 : 2);
	stamp_char(r, ",");
	if (!calendar_has(0, stamp->month, stamp->day) || !stamp_char(r, " "))
		return 0;
	ahead = *r;
	if (take_year(&ahead, stamp) && stamp_char(&ahead, " ")) {
		stamp->kind = STAMP_DATE;
		*r = ahead;
		return calendar_has(stamp->year, stamp->month, stamp->day) &&
		       take_clock(r, stamp);
	}
	stamp->year = 0;
	if (!take_clock(r, stamp))
		return 0;
	if (!stamp->has_zone)
		take_late_year(r, stamp);
	return 1;
}

/* Is the token before this one a date that was not read?  Then the time alone
 * would say less than the line does. */
static int follows_date(const struct reading *r)
{
	size_t i = r->at;

	while (i > 0 && r->at - i < 2 && char_in(r->s[i - 1], " \tT,"))
		i--;
	if (i == 0 || !char_is_digit(r->s[i - 1]))
		return 0;
	while (i > 0 && char_is_digit(r->s[i - 1]))
		i--;
	return i > 0 && char_in(r->s[i - 1], "-/.");
}

/* Is there a key such as "ts": or timestamp= before this place? */
static int follows_key(const struct reading *r)
{
	static const char keys[][21] = { "ts", "time", "timestamp",
		                         "@timestamp", "__realtime_timestamp" };
	size_t to = r->at, from;

	if (to > 0 && r->s[to - 1] == '"')
		to--;
	while (to > 0 && r->s[to - 1] == ' ' && r->at - to < 4)
		to--;
	if (to == 0 || !char_in(r->s[to - 1], ":="))
		return 0;
	to--;
	while (to > 0 && char_in(r->s[to - 1], " \"") && r->at - to < 8)
		to--;
	for (from = to; from > 0 && to - from < 24; from--)
		if (!char_is_letter(r->s[from - 1]) &&
		    !char_in(r->s[from - 1], "@_"))
			break;
	for (size_t i = 0; i < LEN(keys); i++)
		if (strlen(keys[i]) == to - from &&
		    chars_equal(keys[i], r->s + from, to - from))
			return 1;
	return 0;
}

/* Ten digits are seconds, thirteen milliseconds, sixteen microseconds and
 * nineteen nanoseconds. */
static int read_epoch(struct reading *r, struct stamp *stamp)
{
	size_t digits = 0;
	int64_t seconds = 0;

	if (!follows_key(r))
		return 0;
	while (digits < 20 && digit_at(r, digits) >= 0)
		digits++;
	if (digits < 10 || digits > 19 || digits % 3 != 1)
		return 0;
	for (size_t i = 0; i < 10; i++)
		seconds = seconds * 10 + digit_at(r, i);
	for (size_t i = 10; i < 19; i++)
		stamp->nanosecond = stamp->nanosecond * 10 +
		                    (i < digits ? digit_at(r, i) : 0);
	r->at += digits;
	if (digits == 10)
		take_fraction(r, stamp);
	if (clock_goes_on(r))
		return 0;
	stamp->kind = STAMP_EPOCH;
	stamp->has_zone = 1;
	calendar_date(seconds / 86400, &stamp->year, &stamp->month,
	              &stamp->day);
	stamp->hour = (int)(seconds / 3600 % 24);
	stamp->minute = (int)(seconds / 60 % 60);
	stamp->second = (int)(seconds % 60);
	return 1;
}

static int read_clock(struct reading *r, struct stamp *stamp)
{
	stamp->kind = STAMP_CLOCK;
	return (r->at == 0 || !char_in(r->s[r->at - 1], ":.-+")) &&
	       !follows_date(r) && take_clock(r, stamp);
}

size_t stamp_read(const char *s, size_t n, size_t at, struct stamp *stamp)
{
	static int (*const forms[])(struct reading *, struct stamp *) = {
		read_year_first, read_day_first, read_month_first,
		read_epoch,      read_clock,
	};

	if (at > 0 && (char_is_digit(s[at - 1]) || char_is_letter(s[at - 1])))
		return 0;
	for (size_t i = 0; i < LEN(forms); i++) {
		struct reading r = { s, n, at };

		memset(stamp, 0, sizeof(*stamp));
		if (forms[i](&r, stamp))
			return r.at - at;
	}
	return 0;
}

int stamp_find(const char *s, size_t n, int keyed, struct stamp *stamp)
{
	for (size_t i = 0; i < n; i++) {
		struct reading r = { s, n, i };

		if (!char_is_digit(s[i]) &&
		    (keyed || !char_in(s[i], "JFMASOND")))
			continue;
		if (keyed && !follows_key(&r))
			continue;
		if (stamp_read(s, n, i, stamp) > 0)
			return 1;
		/* No stamp begins within a number. */
		while (i + 1 < n && char_is_digit(s[i + 1]))
			i++;
	}
	return 0;
}
