/* test_start.c - where a message begins in a line: what is a request line or
 * an odd status line, and what only ends in a version. */
#include "bytes.h"

#include <stdio.h>
#include <string.h>

#include "wire/line/start.h"

#define W16 "ABCDEFGHIJKLMNOP"

/* found: each start, "R" of a request, "S" of a status line, "T" of a text
 * that tells of a response; where it begins and ends. */
static const struct {
	const char *line, *found;
} rows[] = {
	{ "BYE sip:a SIP/2.0", "R0-17 " },
	{ "x BYE sip:a SIP/2.0 y", "R2-19 " },
	{ "bye sip:a SIP/2.0", "" },
	{ "BYE sip:a sip/2.0", "R0-17 " },
	{ "BYE sip:a SIP\\/2.0", "R0-18 " },
	{ "BYE sip:a SIP/2.1", "" },
	{ "BYE sip:a SIP/2.", "" },
	{ "BYE sip:a SIP/2", "" },
	{ "BYE sip:a SIPS/2.0", "" },
	{ "BYE sip:a IP/2.0", "" },
	{ "/2.0", "" },
	{ "IP/2.0", "" },
	/* A word of capitals, a blank, what has a colon, a blank. */
	{ "ABC : SIP/2.0", "R0-13 " },
	{ "AB :x SIP/2.0", "" },
	{ "AB : SIP/2.0", "" },
	{ "BYE a SIP/2.0", "" },
	{ "BYE sip:a  SIP/2.0", "" },
	{ "BYEsip:a SIP/2.0", "" },
	{ " sip:a SIP/2.0", "" },
	{ "sip:aaaa SIP/2.0", "" },
	{ "aBYE sip:a SIP/2.0", "" },
	{ "-BYE sip:a SIP/2.0", "" },
	{ "_BYE sip:a SIP/2.0", "" },
	{ "/BYE sip:a SIP/2.0", "" },
	{ "\"BYE sip:a SIP/2.0\"", "R1-18 " },
	{ W16 W16 " sip:a SIP/2.0", "R0-46 " },
	{ W16 W16 "Q sip:a SIP/2.0", "" },
	/* The version is the last word, or nearly. */
	{ "BYE sip:a SIP/2.0\\r\\n", "R0-17 " },
	{ "BYE sip:a SIP/2.0#015", "R0-17 " },
	{ "BYE sip:a SIP/2.0^M", "R0-17 " },
	{ "BYE sip:a SIP/2.0 200 OK", "S10-24 " },
	{ "BYE sip:a SIP/2.0 x", "R0-17 " },
	{ "BYE sip:a SIP/2.0 ", "R0-17 " },
	{ "BYE sip:a SIP/2.0x", "" },
	{ "BYE sip:a SIP/2.0/UDP", "" },
	{ "BYE sip:a SIP/2.0;x", "" },
	{ "BYE sip:a SIP/2.00", "" },
	{ "BYE sip:a SIP/2.0 BYE sip:b SIP/2.0", "R0-17 R18-35 " },
	{ "SIP/2.0 BYE sip:b SIP/2.0", "R8-25 " },
	{ "Via: SIP/2.0/UDP x, BYE sip:b SIP/2.0", "R20-37 " },
	/* A status line whose code is none. */
	{ "SIP/2.0 99 x", "S0-12 " },
	{ "SIP/2.0 1000 x", "S0-14 " },
	{ " \tSIP/2.0  7", "S2-12 " },
	{ "SIP/2.0 x", "" },
	{ "SIP/2.0 ", "" },
	{ "SIP/2.0", "" },
	{ "SIP/2.07 x", "" },
	{ "x SIP/2.0 99 x", "" },
	/* Responses. */
	{ "SIP/2.0 486 Busy Here", "S0-21 " },
	{ "x SIP/2.0 486 Busy Here", "S2-23 " },
	{ "BYE sip:a SIP/2.0 answered SIP/2.0 200 OK", "R0-17 S27-41 " },
	{ "SIP/2.0 200 OK BYE sip:a SIP/2.0", "S0-32 " },
	{ "Got SIP response 486 \"Busy Here\" back from x", "T0-31 " },
};

static void starts_are_found(void **state)
{
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		/* What stands around would make another start. */
		char room[128], found[64] = "";
		size_t n = strlen(rows[i].line), from = 0;
		struct starts t = { .s = room + 1, .n = n };
		struct start s;

		snprintf(room, sizeof(room), "S%s0 200 OK", rows[i].line);
		while (from <= n && starts_next(&t, from, &s)) {
			size_t len = strlen(found);

			snprintf(found + len, sizeof(found) - len, "%c%zu-%zu ",
			         s.code != 0 ? 'T' : s.request ? 'R' : 'S',
			         s.at, s.end);
			from = s.end;
		}
		if (strcmp(found, rows[i].found) == 0)
			continue;
		print_error("%s: %s\n", rows[i].line, found);
		bad++;
	}
	assert_int_equal(bad, 0);
}

/* An odd status line may stand so far in. */
static void an_odd_status_has_a_front(void **state)
{
	for (size_t indent = 255; indent <= 257; indent++) {
		struct bytes b = { 0 };
		struct starts t = { 0 };
		struct start s;

		(void)state;
		bytes_fill(&b, ' ', indent);
		bytes_str(&b, "SIP/2.0 99 x");
		t.s = b.s;
		t.n = b.n;
		assert_int_equal(starts_next(&t, 0, &s), indent < 257);
		bytes_free(&b);
	}
}

/* A Request-URI may be as long as a message. */
static void a_uri_has_a_bound(void **state)
{
	enum { MOST = 1 << 16 };

	(void)state;
	for (size_t more = 0; more < 3; more++) {
		struct bytes b = { 0 };
		struct starts t = { 0 };
		struct start s;

		bytes_str(&b, "BYE sip:");
		bytes_fill(&b, 'x', MOST - 5 + more);
		bytes_str(&b, " SIP/2.0");
		t.s = b.s;
		t.n = b.n;
		assert_int_equal(starts_next(&t, 0, &s), more < 2);
		bytes_free(&b);
	}
}

static void a_line_begins_with_a_start(void **state)
{
	static const struct {
		const char *s;
		int here;
	} lines[] = {
		{ "SIP/2.0 486 Busy Here", 1 },
		{ "SIP/2.0 486 Busy Here\r\nVia: x", 1 },
		{ "SIP/2.0 486", 1 },
		{ "SIP/2.0 99 x", 1 },
		{ "SIP/2.0 9 x", 1 },
		{ "SIP/2.0 48", 0 },
		{ "BYE sip:a SIP/2.0", 1 },
		{ "BYE sip:a\nSIP/2.0", 0 },
		{ " SIP/2.0 486 Busy Here", 0 },
		{ "x SIP/2.0 486 Busy Here", 0 },
		{ "Got SIP response 486 \"Busy.\" back from x", 0 },
		{ "", 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(lines); i++)
		if (start_here(lines[i].s, strlen(lines[i].s)) !=
		    lines[i].here)
			fail_msg("%s", lines[i].s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(starts_are_found),
		TEST(an_odd_status_has_a_front),
		TEST(a_uri_has_a_bound),
		TEST(a_line_begins_with_a_start),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
