/* test_prefix.c - what stands before each line of a message. */
#include "bytes.h"

#include <string.h>

#include "wire/line/field.h"
#include "wire/line/prefix.h"

static void patterns_match_lines(void **state)
{
	static const struct {
		const char *pattern, *line;
		int length; /* -1: no match */
	} rows[] = {
		{ "", "Via: x", 0 },
		{ "> ", "> Via: x", 2 },
		{ "> ", ">", 1 },
		{ "> ", "Via: x", -1 },
		{ "   ", "   Via: x", 3 },
		{ "   ", "     folded", 3 },
		{ "   ", "", 0 },
		{ "\t", "\tVia", 1 },
		{ "\t", "Via", -1 },
		{ "10:00:00.123 RX ", "10:00:01.4 RX Via: x", 14 },
		{ "10:00:00.123 RX ", "10:00:01.4 TX Via: x", -1 },
		{ "May  1 10:00:00 pbx a[9]: ", "May 11 10:00:00 pbx a[9]: V", 26 },
		{ "{\"log\":\"", "{\"log\":\"Via", 8 },
		{ "{\"log\":\"", "{\"lag\":\"Via", -1 },
		{ "12:", "13-Via: x", 3 },
		{ "a.log:", "a.log-Via: x", 6 },
		{ "12: ", "13- Via: x", -1 },
		{ "id a1b2 ", "id ff00 x", 8 },
		{ "id abcd ", "id efgh x", -1 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct prefix p;
		size_t n = 0;
		int found;

		assert_int_equal(prefix_set(&p, rows[i].pattern,
		                            strlen(rows[i].pattern)), 0);
		found = prefix_match(&p, rows[i].line, strlen(rows[i].line),
		                     &n);
		if (found != (rows[i].length >= 0))
			print_error("'%s' '%s'\n", rows[i].pattern,
			            rows[i].line);
		assert_int_equal(found, rows[i].length >= 0);
		if (found)
			assert_int_equal(n, rows[i].length);
	}
}

/* What tells a process from another stays; what is of the time does not. */
static void settled_words_stay(void **state)
{
	static const struct {
		const char *first, *second, *line;
		int match;
	} rows[] = {
		{ "pbx-1 | ", "pbx-1 | ", "pbx-2 | V", 0 },
		{ "a[12]: ", "a[12]: ", "a[13]: V", 0 },
		{ "a[12]: ", "a[13]: ", "a[14]: V", 1 },
		{ "10:00:00 ", "10:00:00 ", "10:00:01 V", 1 },
		{ "2024-05-01T10:00:00.1Z ", "2024-05-01T10:00:00.1Z ",
		  "2024-05-02T11:01:01.2Z V", 1 },
		{ "1732353271 ", "1732353271 ", "1732353272 V", 1 },
		{ "  9 ", " 10 ", " 11 V", 1 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct prefix first, second;
		size_t n;

		prefix_set(&first, rows[i].first, strlen(rows[i].first));
		prefix_set(&second, rows[i].second, strlen(rows[i].second));
		prefix_settle(&second, &first);
		if (prefix_match(&second, rows[i].line, strlen(rows[i].line),
		                 &n) != rows[i].match)
			fail_msg("'%s' should be %d", rows[i].line,
			         rows[i].match);
	}
}

static void long_patterns_are_refused(void **state)
{
	static const char s[PREFIX_MAX + 1] = "";
	struct prefix p;

	(void)state;
	assert_int_equal(prefix_set(&p, s, PREFIX_MAX), 0);
	assert_int_equal(prefix_set(&p, s, PREFIX_MAX + 1), -1);
}

/* A header field that is so far into a line is none of the message. */
static void far_header_fields_are_not_found(void **state)
{
	enum { FAR = 1024 };
	struct bytes b = { 0 };

	(void)state;
	bytes_fill(&b, '.', 10 + FAR - 1);
	bytes_str(&b, " Via: x");
	assert_int_equal(field_find(b.s, b.n, 11), 10 + FAR);
	assert_int_equal(field_find(b.s, b.n, 10), b.n);
	assert_int_equal(field_find(b.s, b.n, 0), b.n);
	bytes_free(&b);
}

static void header_fields_are_known(void **state)
{
	static const struct {
		const char *line;
		size_t known, any;
	} rows[] = {
		{ "Via: x", 3, 3 },          { "via : x", 3, 3 },
		{ "v:x", 1, 1 },             { "q:x", 0, 1 },
		{ "X-A: b", 3, 3 },          { "P-Asserted-Identity: b", 19, 19 },
		{ "Received: b", 0, 8 },     { "10:00:00", 0, 0 },
		{ "Via", 0, 0 },             { "", 0, 0 },
		{ "sip:a@b", 0, 0 },          { "tel: x", 0, 0 },
		{ "WWW-Authenticate: b", 16, 16 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		size_t n = strlen(rows[i].line);

		assert_int_equal(field_known(rows[i].line, n), rows[i].known);
		assert_int_equal(field_any(rows[i].line, n), rows[i].any);
	}
	assert_int_equal(field_find("{\"a\":\"Via: x", 12, 0), 6);
	assert_int_equal(field_find("xVia: y", 7, 0), 7);
	assert_int_equal(field_find("a v:x", 5, 0), 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(patterns_match_lines),
		TEST(settled_words_stay),
		TEST(long_patterns_are_refused),
		TEST(header_fields_are_known),
		TEST(far_header_fields_are_not_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
