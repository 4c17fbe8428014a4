/* test_stamp_edges.c - the bounds of time stamps: the last one that is read,
 * and the first one that is not. */
#include "harness.h"

#include <stdio.h>
#include <string.h>

#include "time/stamp.h"

/* "2026-11-27T21 54:26.5 z60", or "none". */
static void tell_stamp(char *s, size_t size, const char *text, size_t n)
{
	char hour[STAMP_HOUR_SIZE];
	struct stamp stamp;
	int len;

	if (!stamp_find(text, n, 0, &stamp)) {
		snprintf(s, size, "none");
		return;
	}
	stamp_hour(&stamp, hour);
	len = snprintf(s, size, "%s %02d:%02d.%ld", hour, stamp.minute,
	               stamp.second, stamp.nanosecond);
	if (stamp.has_zone)
		snprintf(s + len, size - (size_t)len, " z%d", stamp.zone);
}

/* What stands before the text and behind it would change what it says. */
static void stamps_are_read_up_to_a_bound(void **state)
{
	static const struct {
		const char *before, *text, *behind, *want;
	} rows[] = {
		/* Zones. */
		{ "", "2026-11-27T21:54:26+00:30", "0",
		  "2026-11-27T21 54:26.0 z30" },
		{ "", "2026-11-27T21:54:26-00:30", "0",
		  "2026-11-27T21 54:26.0 z-30" },
		{ "", "2026-11-27T21:54:26+:30 x", "", "2026-11-27T21 54:26.0" },
		{ "", "2026-11-27T21:54:26+01:59", "", "2026-11-27T21 54:26.0 z119" },
		{ "", "2026-11-27T21:54:26+0160 x", "", "2026-11-27T21 54:26.0" },
		{ "", "2026-11-27T21:54:26  +0100", "", "2026-11-27T21 54:26.0" },
		/* What goes on is no time of day. */
		{ "", "12:34:56:7", "", "none" },
		{ "", "12:34:56:0", "", "none" },
		{ "", "12:34:56: 7", "", "T12 34:56.0" },
		{ "", "00:00:00", "1", "T00 00:00.0" },
		{ "", "23:59:60.", "5", "T23 59:60.0" },
		/* Dates that are none. */
		{ "", "27-Nov/2026 21:54:26", "", "none" },
		{ "", "12.11.2026,  21:54:26", "", "T21 54:26.0" },
		{ "", "12/2026T 21:54:26", "", "none" },
		{ ".", "1 10:11:12", "", "T10 11:12.0" },
		{ "+", "10:11:12", "", "T10 11:12.0" },
		{ "x", "10:11:12", "", "T10 11:12.0" },
		{ "", "-1 10:11:12", "", "none" },
		{ "", "27-Jan-2026 21:54:26", "", "2026-01-27T21 54:26.0" },
		/* Without a year, and with a late one. */
		{ "", "Feb 29 21:54:26 2027", "", "--02-29T21 54:26.0" },
		{ "", "Feb 29 21:54:26 2028", "", "2028-02-29T21 54:26.0" },
		{ "", "Nov 27 21:54:26Z 2026", "", "--11-27T21 54:26.0 z0" },
		{ "", "Nov 27 21:54:26 2026x", "", "--11-27T21 54:26.0" },
		{ "", "Nov 27 21:54:26 2026:", "", "--11-27T21 54:26.0" },
		{ "", "Nov 27 21:54:26 1969", "", "--11-27T21 54:26.0" },
		{ "", "Nov 7 21:54:26", "", "--11-07T21 54:26.0" },
		{ "", "Nov 27 2026 21:54:26", "", "2026-11-27T21 54:26.0" },
		{ "", "Feb 29 2027 21:54:26", "", "T21 54:26.0" },
		/* Keys of seconds. */
		{ "x", "ts=1795816466", "7", "2026-11-27T21Z 54:26.0 z0" },
		{ "", "\"ts\":    1795816466", "", "2026-11-27T21Z 54:26.0 z0" },
		{ "", "\"ts\":     1795816466", "", "none" },
		{ "", "\"ts\":   \"1795816466\"", "",
		  "2026-11-27T21Z 54:26.0 z0" },
		{ "", "\"ts\":    \"1795816466\"", "", "none" },
		{ "", "\"ts\"      :1795816466", "",
		  "2026-11-27T21Z 54:26.0 z0" },
		{ "", "\"ts\"       :1795816466", "", "none" },
		{ "ts=", "1795816466", "", "none" },
		{ "ts", "=1795816466", "", "none" },
		{ "", "ts=1795816466123.5", "",
		  "2026-11-27T21Z 54:26.123000000 z0" },
		{ "", "ts=17958164661234567890", "", "none" },
		{ "", "ts=1795816", "", "none" },
		{ "", "a_ts=1795816466", "", "none" },
		{ "", "TIME=1795816466", "", "2026-11-27T21Z 54:26.0 z0" },
		{ "", "ts 1795816466", "", "none" },
	};
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		char room[128], told[64];
		const char *text = room + strlen(rows[i].before);

		snprintf(room, sizeof(room), "%s%s%s", rows[i].before,
		         rows[i].text, rows[i].behind);
		tell_stamp(told, sizeof(told), text, strlen(rows[i].text));
		if (strcmp(told, rows[i].want) == 0)
			continue;
		print_error("%s: %s\n", rows[i].text, told);
		bad++;
	}
	assert_int_equal(bad, 0);
}

static void days_without_a_year_are_close(void **state)
{
	static const struct {
		const char *from, *to;
		int64_t seconds; /* 0: not known */
	} rows[] = {
		{ "Mar  1 00:00:00", "Aug 28 00:00:00", 180 * 86400 },
		{ "Mar  1 00:00:00", "Aug 28 00:00:01", 0 },
		{ "Aug 28 00:00:00", "Mar  1 00:00:00", -180 * 86400 },
		{ "Aug 28 00:00:01", "Mar  1 00:00:00", 0 },
		{ "Jan 31 00:00:00", "Feb  1 00:01:00", 86460 },
		{ "Jan 31 01:00:00", "Jan 31 00:00:00", -3600 },
		{ "Mar  1 00:00:00", "Feb 28 00:00:00", 0 },
		/* With a year any time may lie between. */
		{ "2026-03-01 00:00:00", "2027-03-01 00:00:00", 365 * 86400 },
		{ "2026-01-01 00:00:00+01:00", "2026-01-01 00:00:00-01:00",
		  7200 },
		{ "2026-01-01 00:00:00", "2026-01-01 00:00:00Z", 0 },
		{ "00:00:00", "23:59:59", 86399 },
		{ "00:00:00Z", "00:00:01", 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct stamp a, b;
		int64_t ns = 0;

		assert_int_equal(stamp_find(rows[i].from, strlen(rows[i].from),
		                            0, &a), 1);
		assert_int_equal(stamp_find(rows[i].to, strlen(rows[i].to), 0,
		                            &b), 1);
		if (stamp_between(&a, &b, &ns) != (rows[i].seconds != 0))
			fail_msg("%s %s", rows[i].from, rows[i].to);
		assert_int_equal(ns, rows[i].seconds * 1000000000);
	}
}

static void a_clock_has_thousandths(void **state)
{
	static const struct {
		const char *text, *clock;
	} rows[] = {
		{ "2026-11-27T21:54:26.123999", "21:54:26.123" },
		{ "2026-11-27T01:02:03.001", "01:02:03.001" },
		{ "10:20:30.9999999999", "10:20:30.999" },
		{ "10:20:30", "10:20:30.000" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		char clock[STAMP_CLOCK_SIZE];
		struct stamp s;

		assert_int_equal(stamp_find(rows[i].text, strlen(rows[i].text),
		                            0, &s), 1);
		stamp_clock(&s, clock);
		assert_string_equal(clock, rows[i].clock);
	}
}

/* How many bytes a stamp has, and what it does not say is 0. */
static void a_stamp_says_where_it_ends(void **state)
{
	static const struct {
		const char *text;
		size_t length;
		enum stamp_kind kind;
		int year;
	} rows[] = {
		{ "Nov  7 01:02:03 host", 15, STAMP_DAY, 0 },
		{ "Nov  7 01:02:03 2026 x", 20, STAMP_DATE, 2026 },
		{ "27/Nov/2026:21:54:26 +0000]", 26, STAMP_DATE, 2026 },
		{ "01:02:03.5 x", 10, STAMP_CLOCK, 0 },
		{ "2026-11-27 21:54:26,5 x", 21, STAMP_DATE, 2026 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct stamp s;

		assert_int_equal(stamp_read(rows[i].text, strlen(rows[i].text),
		                            0, &s), rows[i].length);
		assert_int_equal(s.kind, rows[i].kind);
		assert_int_equal(s.year, rows[i].year);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(stamps_are_read_up_to_a_bound),
		TEST(days_without_a_year_are_close),
		TEST(a_clock_has_thousandths),
		TEST(a_stamp_says_where_it_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
