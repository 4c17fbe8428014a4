/* test_lengths.c - what is found wrong with a message at the bounds of its
 * lengths, codes and names. */
#include "bytes.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

#define FIVE \
	"Via: SIP/2.0/UDP h\nFrom: <sip:a>;tag=1\nTo: <sip:b>;tag=2\n" \
	"Call-ID: x\n"

/* How often the problem is found; *must is that of the last one. */
static size_t found(const char *s, size_t n, enum sipcode_problem problem,
                    int *must)
{
	struct sipcode_finding f[16];
	struct sipcode_message m;
	size_t all, count = 0;

	assert_true(sipcode_message(s, n, 0, &m));
	all = sipcode_check(0, &m, f, LEN(f));
	assert_in_range(all, 0, LEN(f));
	for (size_t i = 0; i < all; i++)
		if (f[i].problem == problem) {
			*must = f[i].must;
			count++;
		}
	return count;
}

/* Without CR a log may have lost a byte of each line, and two of the last. */
static void a_body_is_short_where_no_line_end_can_explain_it(void **state)
{
	static const struct {
		const char *body;
		size_t most; /* the length that may be promised */
	} rows[] = {
		{ "", 2 }, { "body", 6 }, { "bo\ndy", 8 }, { "a\nb\n", 8 },
		{ "\n\n\n", 8 },
	};
	int must;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		for (size_t n = 0; n < rows[i].most + 4; n++) {
			char s[256];
			int len = sprintf(s, "SIP/2.0 486 x\n" FIVE
			                  "CSeq: 1 INVITE\nc: a/b\nl: %zu\n\n%s",
			                  n, rows[i].body);

			assert_int_equal(found(s, (size_t)len, SIPCODE_BODY_CUT,
			                       &must),
			                 n > rows[i].most);
			/* With CR each byte counts. */
			len = sprintf(s, "SIP/2.0 486 x\r\n" FIVE
			              "CSeq: 1 INVITE\nc: a/b\nl: %zu\n\n%s",
			              n, rows[i].body);
			assert_int_equal(found(s, (size_t)len, SIPCODE_BODY_CUT,
			                       &must),
			                 n > strlen(rows[i].body));
		}
}

static void a_promise_has_nine_digits_at_most(void **state)
{
	static const struct {
		const char *length;
		size_t cut;
	} rows[] = {
		{ "999999999", 1 }, { "000000099", 1 }, { "0000000099", 0 },
		{ "9999999999", 0 }, { "9x", 0 }, { "", 0 },
	};
	int must;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		char s[256];
		int len = sprintf(s, "SIP/2.0 486 x\n" FIVE
		                  "CSeq: 1 INVITE\nc: a/b\nl: %s\n\nbody",
		                  rows[i].length);

		assert_int_equal(found(s, (size_t)len, SIPCODE_BODY_CUT, &must),
		                 rows[i].cut);
	}
}

static void a_method_that_is_never_answered_so_is_a_breach(void **state)
{
	static const struct {
		unsigned code;
		const char *method;
		size_t bad;
		int must;
	} rows[] = {
		{ 183, "BYE", 1, 1 },      { 180, "BYE", 1, 1 },
		{ 199, "BYE", 1, 1 },      { 401, "CANCEL", 1, 1 },
		{ 407, "CANCEL", 1, 1 },   { 408, "BYE", 1, 1 },
		{ 487, "CANCEL", 1, 0 },   { 202, "SUBSCRIBE", 1, 1 },
		{ 202, "NOTIFY", 1, 1 },   { 202, "REFER", 1, 1 },
		{ 202, "PUBLISH", 1, 0 },  { 180, "INVITE", 0, 0 },
		{ 180, "B-Y_E1", 1, 1 },   { 180, "BYE.", 0, 0 },
		{ 180, "BYE^M", 0, 0 },    { 180, "", 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		char s[256];
		int must = 0, len;
		size_t bad;

		len = sprintf(s, "SIP/2.0 %u x\n" FIVE "CSeq: 1 %s\nl: 0\n\n",
		              rows[i].code, rows[i].method);
		bad = found(s, (size_t)len, SIPCODE_BAD_METHOD, &must);
		if (bad != rows[i].bad || must != rows[i].must)
			fail_msg("%u %s: %zu %d", rows[i].code, rows[i].method,
			         bad, must);
		/* What has no number before it may be none. */
		len = sprintf(s, "SIP/2.0 %u x\n" FIVE "CSeq: %s\nl: 0\n\n",
		              rows[i].code, rows[i].method);
		assert_int_equal(found(s, (size_t)len, SIPCODE_BAD_METHOD,
		                       &must), 0);
	}
}

/* One header field that SIP has makes it a message. */
static void a_name_is_known_whole_or_by_its_letter(void **state)
{
	static const struct {
		const char *name;
		int known;
	} rows[] = {
		{ "Via", 1 },     { "via", 1 },   { "VIA", 1 },  { "Vi", 0 },
		{ "Viax", 0 },    { "v", 1 },     { "V", 1 },    { "y", 1 },
		{ "a", 1 },       { "z", 0 },     { "g", 0 },    { "Accept", 1 },
		{ "Aaa", 0 },     { "Zzz", 0 },   { "-Via", 0 }, { "_", 0 },
		{ "WWW-Authenticate", 1 },        { "WWW-Authenticat", 0 },
		{ "x", 1 },       { "s", 1 },     { "~a", 0 },
	};
	int must;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		char s[128];
		int len = sprintf(s, "SIP/2.0 486 x\n%s: 1\n\n", rows[i].name);

		if (found(s, (size_t)len, SIPCODE_UNFINISHED, &must) !=
		    (size_t)!rows[i].known)
			fail_msg("%s", rows[i].name);
	}
}

/* The numbers of these header fields, by any of their names. */
static void a_number_is_looked_at_by_either_name(void **state)
{
	static const struct {
		const char *line;
		size_t bad;
	} rows[] = {
		{ "x: 4294967296", 1 },               { "X: 4294967295", 0 },
		{ "Session-Expires: 4294967296", 1 }, { "l: 4294967296", 1 },
		{ "session-expire: x", 0 },           { "Expires: 1, x", 1 },
		{ "Expires: x, x", 2 },               { "Warning: 999 a", 0 },
		{ "Warning: 1000 a", 1 },             { "Warning: 0999 a", 0 },
		{ "RSeq: 0", 0 },                     { "RSeq: 00", 0 },
		{ "RSeq: 4294967300", 1 },            { "RSeq: 999999999", 0 },
	};
	int must;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		char s[256];
		int len = sprintf(s, "SIP/2.0 486 x\n" FIVE
		                  "CSeq: 1 INVITE\n%s\n\n", rows[i].line);

		if (found(s, (size_t)len, SIPCODE_BAD_NUMBER, &must) !=
		    rows[i].bad)
			fail_msg("%s", rows[i].line);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_body_is_short_where_no_line_end_can_explain_it),
		TEST(a_promise_has_nine_digits_at_most),
		TEST(a_method_that_is_never_answered_so_is_a_breach),
		TEST(a_name_is_known_whole_or_by_its_letter),
		TEST(a_number_is_looked_at_by_either_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
