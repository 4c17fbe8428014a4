/* test_value.c - parts of values: dates, numbers, words, URIs. */
#include "harness.h"

#include <string.h>

#include "exchange/value.h"

static void a_date_is_read(void **state)
{
	static const struct {
		const char *s;
		int64_t seconds;
	} dates[] = {
		{ "Thu, 01 Jan 1970 00:00:00 GMT", 0 },
		{ "Fri, 25 Sep 2015 19:12:25 GMT", 1443208345 },
		{ "fri, 25 SEP 2015 19:12:25 gmt", 1443208345 },
		{ "Mon, 29 Feb 2016 23:59:59 GMT", 1456790399 },
		{ "Sat, 31 Dec 2016 23:59:60 GMT", 1483228800 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(dates); i++) {
		int64_t seconds = -1;

		assert_int_equal(value_date(value_of(dates[i].s), &seconds), 1);
		assert_int_equal(seconds, dates[i].seconds);
	}
}

/* One thing is wrong with each of them. */
static void what_is_no_date_is_refused(void **state)
{
	static const char *const dates[] = {
		"",
		"Fri, 25 Sep 2015 19:12:25 GMT ",
		"Fri, 25 Sep 2015 19:12:25 GM",
		"Fri; 25 Sep 2015 19:12:25 GMT",
		"Fri, 25 Sep 2015 19.12:25 GMT",
		"Fri, 25 Sep 2015 19:12.25 GMT",
		"Fri, 25 Sep 2015 19:12:25 CET",
		"Fri, 25 Sap 2015 19:12:25 GMT",
		"Fri, 25 Sep 1969 19:12:25 GMT",
		"Fri, 31 Sep 2015 19:12:25 GMT",
		"Fri, 00 Sep 2015 19:12:25 GMT",
		"Fri, 29 Feb 2015 19:12:25 GMT",
		"Fri, xx Sep 2015 19:12:25 GMT",
		"Fri, 25 Sep 20x5 19:12:25 GMT",
		"Fri, 25 Sep 2015 24:12:25 GMT",
		"Fri, 25 Sep 2015 xx:12:25 GMT",
		"Fri, 25 Sep 2015 19:60:25 GMT",
		"Fri, 25 Sep 2015 19:xx:25 GMT",
		"Fri, 25 Sep 2015 19:12:61 GMT",
		"Fri, 25 Sep 2015 19:12:-1 GMT",
	};

	(void)state;
	for (size_t i = 0; i < LEN(dates); i++) {
		int64_t seconds = 7;

		assert_int_equal(value_date(value_of(dates[i]), &seconds), 0);
		assert_int_equal(seconds, 7);
	}
}

static void a_number_has_at_most_18_digits(void **state)
{
	static const struct {
		const char *s;
		int is;
		uint64_t number;
	} numbers[] = {
		{ "0", 1, 0 },
		{ " 70 ", 1, 70 },
		{ "3600;x", 1, 3600 },
		{ "999999999999999999", 1, 999999999999999999 },
		{ "999999999999999999 x", 1, 999999999999999999 },
		{ "1000000000000000000", 0, 0 },
		{ "", 0, 0 },
		{ " ", 0, 0 },
		{ "x1", 0, 0 },
		{ "-1", 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(numbers); i++) {
		uint64_t n;

		assert_int_equal(value_number(value_of(numbers[i].s), &n),
		                 numbers[i].is);
		if (numbers[i].is)
			assert_true(n == numbers[i].number);
	}
}

static void a_word_is_found_in_any_case(void **state)
{
	char longer[66];

	(void)state;
	memset(longer, 'a', sizeof(longer));
	longer[65] = '\0';
	assert_true(value_holds(value_of("Stale Date"), value_of("DATE")));
	assert_false(value_holds(value_of("Stale Dat"), value_of("date")));
	assert_true(value_holds(value_of(longer), value_of(longer + 1)));
	assert_false(value_holds(value_of(longer), value_of(longer)));
	assert_true(value_ends(value_of("abc"), value_of("bc")));
	assert_false(value_ends(value_of("abc"), value_of("BC")));
	assert_false(value_ends(value_of("bc"), value_of("abc")));
	assert_false(value_ends(value_of("abc"), value_of("")));
}

static void assert_span(struct sipcode_span v, const char *s)
{
	assert_int_equal(v.n, strlen(s));
	assert_memory_equal(v.s, s, v.n);
}

static void a_uri_is_taken_apart(void **state)
{
	static const struct {
		const char *value, *scheme, *user, *hostport, *host;
	} uris[] = {
		{ "<sip:a@h:5060;lr>;tag=1", "sip", "a", "h:5060", "h" },
		{ "\"<sip:x@y>\" <sips:a@h>", "sips", "a", "h", "h" },
		{ "sip:a:p@ss@h;tag=1", "sip", "a", "h", "h" },
		{ "sip:[2001:db8::1]:5060", "sip", "", "[2001:db8::1]:5060",
		  "[2001:db8::1]" },
		{ "sip:a@[2001:db8::1", "sip", "a", "[2001:db8::1",
		  "[2001:db8::1" },
		{ "<tel:+1555;phone-context=x>", "tel", "+1555", "", "" },
		{ "<sip:a@h", "sip", "a", "h", "h" },
		{ "h", "", "", "h", "h" },
		{ "", "", "", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(uris); i++) {
		struct sipcode_span uri = value_uri(value_of(uris[i].value));

		assert_span(value_scheme(uri), uris[i].scheme);
		assert_span(value_user(uri), uris[i].user);
		assert_span(value_hostport(uri), uris[i].hostport);
		assert_span(value_host(value_hostport(uri)), uris[i].host);
	}
}

/* The method of a response stands in CSeq; a response has no Request-URI. */
static void a_method_is_of_either_message(void **state)
{
	static const struct {
		const char *s, *uri, *method;
	} messages[] = {
		{ "INFO sip:a@h SIP/2.0\r\nCSeq: 1 INVITE\r\n\r\n", "sip:a@h",
		  "INFO" },
		{ "SIP/2.0 200 OK\r\nCSeq: 1 INVITE\r\n\r\n", "", "INVITE" },
		{ "SIP/2.0 200 OK\r\nCSeq: 1\r\n\r\n", "", "" },
		{ "SIP/2.0 200 OK\r\nVia: x\r\n\r\n", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(messages); i++) {
		struct sipcode_message m;

		assert_true(sipcode_message(messages[i].s,
		                            strlen(messages[i].s), 0, &m));
		assert_span(value_request_uri(&m), messages[i].uri);
		assert_span(value_method(&m), messages[i].method);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_date_is_read),
		TEST(what_is_no_date_is_refused),
		TEST(a_number_has_at_most_18_digits),
		TEST(a_word_is_found_in_any_case),
		TEST(a_uri_is_taken_apart),
		TEST(a_method_is_of_either_message),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
