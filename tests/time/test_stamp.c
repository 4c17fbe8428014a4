/* test_stamp.c - time stamps of logs, and what only looks like one. */
#include "harness.h"

#include <stdio.h>
#include <string.h>

#include "time/stamp.h"

static void stamps_of_logs_are_read(void **state)
{
	static const struct {
		const char *line, *hour, *rest;
	} rows[] = {
		{ "2026-11-27T21:54:26Z x", "2026-11-27T21", "54:26.0 z0" },
		{ "2026-11-27T21:54:26.123+01:00", "2026-11-27T21",
		  "54:26.123000000 z60" },
		{ "2026-11-27 21:54:26,5 INFO", "2026-11-27T21",
		  "54:26.500000000" },
		{ "2026-03-01 10:00:00:123 MESSAGE", "2026-03-01T10",
		  "00:00.123000000" },
		{ "[2026-11-27 21:54:26.123456] VERBOSE[12]", "2026-11-27T21",
		  "54:26.123456000" },
		{ "2026-11-22\t10:04:10.004111\t1795341850.004111\tS",
		  "2026-11-22T10", "04:10.004111000" },
		{ "2005/07/04 09:32:52.844249 212.242.33.35:5060 -> x",
		  "2005-07-04T09", "32:52.844249000" },
		{ "----- 2026-11-22 10:04:10.0044991234", "2026-11-22T10",
		  "04:10.004499123" },
		{ "2026-11-27T21:54:26.123-0330", "2026-11-27T21",
		  "54:26.123000000 z-210" },
		{ "10.0.0.1 - - [27/Nov/2026:21:54:26 +0000] \"x\"",
		  "2026-11-27T21", "54:26.0 z0" },
		{ "27-Nov-2026 21:54:26.1", "2026-11-27T21",
		  "54:26.100000000" },
		{ "27 Nov 2026 21:54:26", "2026-11-27T21", "54:26.0" },
		{ "Nov 27 21:54:26 host app[1]: x", "--11-27T21", "54:26.0" },
		{ "<134>Nov  7 01:02:03 host", "--11-07T01", "02:03.0" },
		{ "[Feb 29 23:59:60] NOTICE[1]", "--02-29T23", "59:60.0" },
		{ "Fri Nov 27 21:54:26 2026", "2026-11-27T21", "54:26.0" },
		{ "Nov 27, 2026 21:54:26.123456000 CET", "2026-11-27T21",
		  "54:26.123456000" },
		/* No zones */
		{ "2026-11-27T21:54:26 +1500 x", "2026-11-27T21", "54:26.0" },
		{ "2026-11-27T21:54:26+01 x", "2026-11-27T21", "54:26.0" },
		{ "2026-11-27T21:54:26 - x", "2026-11-27T21", "54:26.0" },
		{ "2026-11-27T21:54:26 +01:60", "2026-11-27T21", "54:26.0" },
		{ "2026-11-27T21:54:26 +14:59", "2026-11-27T21", "54:26.0 z899" },
		{ "2028-02-29 00:00:00", "2028-02-29T00", "00:00.0" },
		{ "2000-02-29 00:00:00", "2000-02-29T00", "00:00.0" },
		{ "1970-01-01 23:59:59.", "1970-01-01T23", "59:59.0" },
		{ "2199-12-31 00:00:00", "2199-12-31T00", "00:00.0" },
		{ "\"ts\":0951782400", "2000-02-29T00Z", "00:00.0 z0" },
		{ "\"ts\":0951868799.5", "2000-02-29T23Z",
		  "59:59.500000000 z0" },
		{ "\"ts\":1735689599000", "2024-12-31T23Z", "59:59.0 z0" },
		{ "Nov 27 21:54:26 2026.example.com", "--11-27T21", "54:26.0" },
		{ "09:32:52.981006 IP 212.242.33.35.5060 > 192.168.1.2.5060",
		  "T09", "32:52.981006000" },
		{ "send 714 bytes to wss/[10.1.2.3]:56358 at 17:50:29.730970:",
		  "T17", "50:29.730970000" },
		{ "{\"ts\":1795816466.25,\"uid\":\"C\"}", "2026-11-27T21Z",
		  "54:26.250000000 z0" },
		{ "{\"time\": \"1795816466123\"}", "2026-11-27T21Z",
		  "54:26.123000000 z0" },
		{ "\"__REALTIME_TIMESTAMP\" : \"1795816466123456\"",
		  "2026-11-27T21Z", "54:26.123456000 z0" },
		{ "\"@timestamp\":1795816466123456789,", "2026-11-27T21Z",
		  "54:26.123456789 z0" },
		{ "ACC: timestamp=951782400;x timestamp=1795341814;method=x",
		  "2026-11-22T10Z", "03:34.0 z0" },
		{ "{\"log\":\"x 1\",\"time\":\"2026-11-27T21:54:26.5Z\"}",
		  "2026-11-27T21", "54:26.500000000 z0" },
	};
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		char hour[STAMP_HOUR_SIZE] = "none", rest[64] = "";
		const char *line = rows[i].line;
		struct stamp s;
		int n;

		if (stamp_find(line, strlen(line), 0, &s)) {
			stamp_hour(&s, hour);
			n = snprintf(rest, sizeof(rest),
			             s.nanosecond ? "%02d:%02d.%09ld"
			                          : "%02d:%02d.%ld",
			             s.minute, s.second, s.nanosecond);
			if (s.has_zone)
				snprintf(rest + n, 20, " z%d", s.zone);
		}
		if (strcmp(hour, rows[i].hour) != 0 ||
		    strcmp(rest, rows[i].rest) != 0) {
			print_error("%s: %s %s\n", line, hour, rest);
			bad++;
		}
	}
	assert_int_equal(bad, 0);
}

static void every_month_and_its_last_day_are_known(void **state)
{
	static const char *const months[] = {
		"Jan 31", "Feb 29", "Mar 31", "Apr 30", "May 31", "Jun 30",
		"Jul 31", "Aug 31", "Sep 30", "Oct 31", "Nov 30", "Dec 31",
	};
	char line[40], want[STAMP_HOUR_SIZE], hour[STAMP_HOUR_SIZE];
	struct stamp s;

	(void)state;
	for (int i = 0; i < 12; i++) {
		snprintf(line, sizeof(line), "%s 01:02:03", months[i]);
		snprintf(want, sizeof(want), "--%02d-%sT01", i + 1,
		         months[i] + 4);
		assert_int_equal(stamp_read(line, strlen(line), 0, &s), 15);
		stamp_hour(&s, hour);
		assert_string_equal(hour, want);
		/* The day after it is none. */
		line[5]++;
		assert_int_equal(stamp_read(line, strlen(line), 0, &s), 0);
	}
}

static void what_is_no_stamp_for_certain_is_none(void **state)
{
	static const char *const lines[] = {
		"", "SIP/2.0 200 OK", "192.0.2.10:5060", "2.0.51.16",
		"2001:db8:10:20:30:40:50:60", "00:11:22:33:44:55",
		"12:34:56:78", "x10:11:12", "10:11:12x", "24:00:00", "1:02:03",
		"10:60:00", "10:00:61", "2026-13-01 10:00:00",
		"2026-11-31 10:00:00", "2200-01-01 10:00:00",
		"1969-12-31 10:00:00", "2100-02-29 10:00:00",
		"2027-02-29 10:00:00",
		"1899-01-01 10:00:00", "2026-11/27 10:00:00",
		"2026-11-27", "2026-11-27 10:00", "Nov 27 2026", "11/12/2026 21:54:26", "12.11.2026, 21:54:26",
		"27-11-2026T21:54:26", "11-27 21:54:26.123 logcat",
		"1795816466", "call 1795816466 \"id\":1795816466",
		"\"ts\":179581646", "\"ts\":17958164661", "\"ts\":-1795816466",
		"\"mts\":1795816466", "\"ts\":1795816466x",
		"Content-Length: 1795816466", "o=- 1795341814 1795341814 IN",
		"Movember 27 21:54", "CSeq: 10 INVITE", "z9hG4bK1:2:3",
		"+10:11:12",
	};
	struct stamp s;
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(lines); i++) {
		if (stamp_find(lines[i], strlen(lines[i]), 0, &s)) {
			print_error("%s: kind %d\n", lines[i], (int)s.kind);
			bad++;
		}
	}
	assert_int_equal(bad, 0);
}

/* The bytes behind the end are not looked at. */
static void a_stamp_ends_with_the_text(void **state)
{
	static const char line[] = "\"ts\":1795816466.25 2026-11-27T21:54:26.5Z";
	struct stamp s;

	(void)state;
	for (size_t n = 0; n < 15; n++)
		assert_int_equal(stamp_find(line, n, 0, &s), 0);
	for (size_t n = 15; n < sizeof(line); n++)
		assert_int_equal(stamp_find(line, n, 0, &s), 1);
	for (size_t n = 0; n < 19; n++)
		assert_int_equal(stamp_read(line + 19, n, 0, &s), 0);
	assert_int_equal(stamp_read(line + 19, 19, 0, &s), 19);
	assert_int_equal(stamp_read(line + 19, 22, 0, &s), 22);
	assert_int_equal(stamp_read(line, 40, 6, &s), 0);
}

static void a_keyed_stamp_is_behind_its_key(void **state)
{
	static const char line[] = "Date: Fri, 27 Nov 2026 21:54:26 GMT\\r\\n\","
				   "\"timestamp\":\"2026-11-28T01:00:00Z\"}";
	char hour[STAMP_HOUR_SIZE];
	struct stamp s;

	(void)state;
	assert_int_equal(stamp_find(line, strlen(line), 1, &s), 1);
	stamp_hour(&s, hour);
	assert_string_equal(hour, "2026-11-28T01");
	assert_int_equal(stamp_find(line, strlen(line), 0, &s), 1);
	stamp_hour(&s, hour);
	assert_string_equal(hour, "2026-11-27T21");
}

static void stamps_of_one_kind_can_be_compared(void **state)
{
	static const struct {
		const char *from, *to;
		int known;
		int64_t ns;
	} rows[] = {
		{ "2026-11-27T21:54:26Z", "2026-11-27T22:54:26.5+01:00", 1,
		  500000000 },
		{ "2026-12-31 23:59:59", "2027-01-01 00:00:01", 1,
		  2000000000 },
		{ "2028-02-28 00:00:00", "2028-03-01 00:00:00", 1,
		  INT64_C(172800000000000) },
		{ "2026-11-27T21:54:26Z", "2026-11-27T21:54:27", 0, 0 },
		{ "Nov 27 21:54:26", "Nov 28 21:54:25", 1,
		  INT64_C(86399000000000) },
		{ "Feb 28 21:54:26", "Mar  1 21:54:26", 0, 0 },
		{ "Dec 31 23:59:59", "Jan  1 00:00:00", 0, 0 },
		{ "Mar  1 00:00:00", "Dec 31 00:00:00", 0, 0 },
		{ "09:32:52.981006", "09:32:53.000006", 1, 19000000 },
		{ "09:32:53", "09:32:52", 1, -1000000000 },
		{ "\"ts\":1795816466", "\"ts\":1795816467.000000001", 1,
		  1000000001 },
		{ "09:32:53", "Nov 27 09:32:54", 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct stamp a, b;
		int64_t ns = 0;

		assert_int_equal(stamp_find(rows[i].from, strlen(rows[i].from),
		                            0, &a), 1);
		assert_int_equal(stamp_find(rows[i].to, strlen(rows[i].to), 0,
		                            &b), 1);
		assert_int_equal(stamp_between(&a, &b, &ns), rows[i].known);
		assert_int_equal(ns, rows[i].ns);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(stamps_of_logs_are_read),
		TEST(every_month_and_its_last_day_are_known),
		TEST(what_is_no_stamp_for_certain_is_none),
		TEST(a_stamp_ends_with_the_text),
		TEST(a_keyed_stamp_is_behind_its_key),
		TEST(stamps_of_one_kind_can_be_compared),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
