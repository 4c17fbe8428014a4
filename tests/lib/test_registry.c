/* test_registry.c - the response codes that IANA has registered, as they stood
 * in sip-parameters on 2026-08-17: frozen here, against slips in the data. */
#include "harness.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

static const struct {
	unsigned long code;
	const char *phrase;
	unsigned long rfc;
} registry[] = {
	{ 100, "Trying", 3261 },
	{ 180, "Ringing", 3261 },
	{ 181, "Call Is Being Forwarded", 3261 },
	{ 182, "Queued", 3261 },
	{ 183, "Session Progress", 3261 },
	{ 199, "Early Dialog Terminated", 6228 },
	{ 200, "OK", 3261 },
	{ 202, "Accepted", 6665 },
	{ 204, "No Notification", 5839 },
	{ 300, "Multiple Choices", 3261 },
	{ 301, "Moved Permanently", 3261 },
	{ 302, "Moved Temporarily", 3261 },
	{ 305, "Use Proxy", 3261 },
	{ 380, "Alternative Service", 3261 },
	{ 400, "Bad Request", 3261 },
	{ 401, "Unauthorized", 3261 },
	{ 402, "Payment Required", 3261 },
	{ 403, "Forbidden", 3261 },
	{ 404, "Not Found", 3261 },
	{ 405, "Method Not Allowed", 3261 },
	{ 406, "Not Acceptable", 3261 },
	{ 407, "Proxy Authentication Required", 3261 },
	{ 408, "Request Timeout", 3261 },
	{ 410, "Gone", 3261 },
	{ 412, "Conditional Request Failed", 3903 },
	{ 413, "Request Entity Too Large", 3261 },
	{ 414, "Request-URI Too Long", 3261 },
	{ 415, "Unsupported Media Type", 3261 },
	{ 416, "Unsupported URI Scheme", 3261 },
	{ 417, "Unknown Resource-Priority", 4412 },
	{ 420, "Bad Extension", 3261 },
	{ 421, "Extension Required", 3261 },
	{ 422, "Session Interval Too Small", 4028 },
	{ 423, "Interval Too Brief", 3261 },
	{ 424, "Bad Location Information", 6442 },
	{ 425, "Bad Alert Message", 8876 },
	{ 428, "Use Identity Header", 8224 },
	{ 429, "Provide Referrer Identity", 3892 },
	{ 430, "Flow Failed", 5626 },
	{ 433, "Anonymity Disallowed", 5079 },
	{ 436, "Bad Identity Info", 8224 },
	{ 437, "Unsupported Credential", 8224 },
	{ 438, "Invalid Identity Header", 8224 },
	{ 439, "First Hop Lacks Outbound Support", 5626 },
	{ 440, "Max-Breadth Exceeded", 5393 },
	{ 469, "Bad Info Package", 6086 },
	{ 470, "Consent Needed", 5360 },
	{ 480, "Temporarily Unavailable", 3261 },
	{ 481, "Call/Transaction Does Not Exist", 3261 },
	{ 482, "Loop Detected", 3261 },
	{ 483, "Too Many Hops", 3261 },
	{ 484, "Address Incomplete", 3261 },
	{ 485, "Ambiguous", 3261 },
	{ 486, "Busy Here", 3261 },
	{ 487, "Request Terminated", 3261 },
	{ 488, "Not Acceptable Here", 3261 },
	{ 489, "Bad Event", 6665 },
	{ 491, "Request Pending", 3261 },
	{ 493, "Undecipherable", 3261 },
	{ 494, "Security Agreement Required", 3329 },
	{ 500, "Server Internal Error", 3261 },
	{ 501, "Not Implemented", 3261 },
	{ 502, "Bad Gateway", 3261 },
	{ 503, "Service Unavailable", 3261 },
	{ 504, "Server Time-out", 3261 },
	{ 505, "Version Not Supported", 3261 },
	{ 513, "Message Too Large", 3261 },
	{ 555, "Push Notification Service Not Supported", 8599 },
	{ 580, "Precondition Failure", 3312 },
	{ 600, "Busy Everywhere", 3261 },
	{ 603, "Decline", 3261 },
	{ 604, "Does Not Exist Anywhere", 3261 },
	{ 606, "Not Acceptable", 3261 },
	{ 607, "Unwanted", 8197 },
	{ 608, "Rejected", 8688 },
};
_Static_assert(LEN(registry) == 75, "IANA has registered 75 codes");

static void every_registered_code_has_its_phrase(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(registry); i++) {
		const struct sipcode_row *row =
			sipcode_code(0, registry[i].code);

		assert_non_null(row);
		assert_string_equal(sipcode_text(row, SIPCODE_F_PHRASE, 0),
		                    registry[i].phrase);
	}
}

static void every_registered_code_names_its_rfc(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(registry); i++) {
		const struct sipcode_row *row =
			sipcode_code(0, registry[i].code);
		char want[16];
		size_t found = 0;

		snprintf(want, sizeof(want), "RFC %lu ", registry[i].rfc);
		for (size_t k = 0; k < sipcode_len(row, SIPCODE_F_REFERENCE);
		     k++)
			found += strncmp(sipcode_text(row, SIPCODE_F_REFERENCE,
			                              k), want,
			                 strlen(want)) == 0;
		if (found == 0)
			fail_msg("%lu does not name %s", registry[i].code,
			         want);
	}
}

static void only_registered_codes_say_that_they_are(void **state)
{
	const struct sipcode_row *row;
	size_t registered = 0;

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_CODES, i)); i++) {
		const char *status = sipcode_text(row, SIPCODE_F_STATUS, 0);
		unsigned long code = sipcode_number(row, SIPCODE_F_CODE, 0);
		size_t known = 0;

		for (size_t k = 0; k < LEN(registry); k++)
			known += registry[k].code == code;
		registered += known;
		/* The registry calls 202 deprecated. */
		if (known)
			assert_string_equal(status, code == 202 ? "deprecated"
			                                        : "registered");
		else
			assert_string_not_equal(status, "registered");
	}
	assert_int_equal(registered, LEN(registry));
}

static void the_list_begins_with_code_and_phrase(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN(&r, "list");
	for (size_t i = 0; i < LEN(registry); i++) {
		char line[80];

		snprintf(line, sizeof(line), "%s%lu %s%s", i == 0 ? "" : "\n",
		         registry[i].code, registry[i].phrase,
		         registry[i].code == 202 ? " (deprecated)" : "");
		assert_holds(r.out, line);
	}
	assert_run(&r, 0, "100 Trying: *\n", "");
	run_free(&r);
}

static void a_phrase_of_one_code_finds_it(void **state)
{
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(registry); i++) {
		char code[8];
		size_t same = 0;

		for (size_t k = 0; k < LEN(registry); k++)
			same += strcmp(registry[k].phrase,
			               registry[i].phrase) == 0;
		RUN(&r, "--field", "code", registry[i].phrase);
		snprintf(code, sizeof(code), "%lu\n", registry[i].code);
		if (same > 1)
			assert_run(&r, 1, "",
			           "sipcode: ambiguous (*): '*'\n*");
		else
			assert_run(&r, 0, code, "");
	}
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_registered_code_has_its_phrase),
		TEST(every_registered_code_names_its_rfc),
		TEST(only_registered_codes_say_that_they_are),
		TEST(the_list_begins_with_code_and_phrase),
		TEST(a_phrase_of_one_code_finds_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
