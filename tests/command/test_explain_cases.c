/* test_explain_cases.c - what a phrase gives away, and which situations may be
 * behind a response. */
#include "bytes.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

#include "jsonread.h"
#include "words/label.h"

/* Brackets alone give chan_sip away: the registered phrase is everybody's. */
static void a_phrase_gives_a_product_away_as_it_stands(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, "SIP/2.0 482 (Loop Detected)\n\n", "explain", "-w0");
	assert_run(&r, 0, "*(Loop Detected) = Asterisk chan_sip*", "");
	RUN_TEXT(&r, "SIP/2.0 482 Loop Detected\n\n", "explain", "-w0");
	assert_run(&r, 0, "*", "");
	assert_lacks(r.out, "chan_sip: ");
	assert_lacks(r.out, "Loop Detected = ");
	run_free(&r);
}

static void an_older_phrase_is_known(void **state)
{
	const struct sipcode_row *known =
		sipcode_variant(0, 414, "Request-URI Too Large", 21);
	struct run r = { 0 };

	(void)state;
	assert_non_null(known);
	RUN_TEXT(&r, "SIP/2.0 414 Request-URI too large\n\n", "explain",
	         "-w0");
	assert_run(&r, 0, "*", "");
	assert_holds(r.out, sipcode_text(known, SIPCODE_F_NOTE, 0));
	assert_lacks(r.out, label_text(0, LABEL_say_own_phrase));
	run_free(&r);
}

/* A phrase of the standards is no word of a product, whatever its letters. */
static void phrases_of_the_standards_are_known(void **state)
{
	static const struct {
		const char *line, *says; /* NULL: nothing of the phrase */
	} rows[] = {
		{ "407 Proxy Authorization Required", "RFC 3665 section " },
		{ "504 Server Timeout", "RFC 3398 section " },
		{ "202 Accepted (Deprecated)", "RFC 6665 section " },
		{ "200 Ok", NULL },
		{ "404 Not found", NULL },
		{ "486 BUSY HERE", NULL },
		{ "183 Ringing", "the phrase of another code" },
		{ "486 busy everywhere", "the phrase of another code" },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct bytes b = { 0 };

		bytes_str(&b, "SIP/2.0 ");
		bytes_str(&b, rows[i].line);
		bytes_str(&b, "\nCSeq: 1 INVITE\n\n");
		RUN_TEXT(&r, b.s, "explain", "-b");
		assert_run(&r, 0, "*", "");
		assert_lacks(r.out, label_text(0, LABEL_say_own_phrase));
		if (rows[i].says == NULL)
			assert_lacks(r.out, "Status-Line phrase");
		else
			assert_holds(r.out, rows[i].says);
		bytes_free(&b);
	}
	run_free(&r);
}

/* What only this response says comes first, and what holds for every one with
 * its code last. */
static void what_this_one_says_comes_first(void **state)
{
	static const char log[] = "SIP/2.0 603 Decline\nCSeq: 1 INVITE\n\n";
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, log, "explain", "-w0");
	assert_run(&r, 0, "*\n\nWhat this one says\n*\n\nWhat is wrong with it"
	           "\n*\n\nWhat may be behind it\n*\n\nHow to fix\n*", "");
	RUN_TEXT(&r, log, "explain", "-w0", "-b");
	assert_run(&r, 0, "*\n\nWhat may be behind it\n*", "");
	assert_lacks(r.out, "How to fix");
	run_free(&r);
}

/* What the page has on the method is what may be, not what the response
 * says. */
static void the_cases_of_the_method_stand_apart(void **state)
{
	static const char log[] = "SIP/2.0 603 Decline\nCSeq: 1 INVITE\n\n";
	const struct sipcode_row *code = sipcode_code(0, 603);
	const char *first = sipcode_text(code, SIPCODE_F_WHEN, 0);
	struct run r = { 0 };

	(void)state;
	assert_int_equal(strncmp(first, "INVITE", 6), 0);
	RUN_TEXT(&r, log, "explain", "-w0");
	assert_run(&r, 0, "*\n\nWhat may be behind it\n  \\* INVITE*", "");
	RUN_TEXT(&r, log, "explain", "-j");
	assert_run(&r, 0, "*", "");
	assert_json(r.out, r.out_len);
	assert_int_equal(json_len(r.out, "0.says"), 1);
	assert_true(json_len(r.out, "0.cases") >= 2);
	RUN_TEXT(&r, log, "explain", "-t");
	assert_run(&r, 0, "*\t603\tcase\t\t\t\tINVITE*", "");
	RUN_TEXT(&r, "SIP/2.0 603 Decline\n\n", "explain", "-j");
	assert_run(&r, 0, "*", "");
	assert_int_equal(json_len(r.out, "0.cases"), 0);
	run_free(&r);
}

/* The page of 421 has a case for each of some option tags, that of 403 one for
 * a phrase. */
static void a_case_that_the_response_contradicts_is_left_out(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, "SIP/2.0 421 x\nCSeq: 1 INVITE\nRequire: 100rel\n\n",
	         "explain", "-w0");
	assert_run(&r, 0, "*\n  \\* INVITE, Require: 100rel*", "");
	assert_lacks(r.out, "Require: timer:");
	RUN_TEXT(&r, "SIP/2.0 421 x\nCSeq: 1 INVITE\nRequire: timer\n\n",
	         "explain", "-w0");
	assert_run(&r, 0, "*\n  \\* INVITE, Require: timer:*", "");
	assert_lacks(r.out, "Require: 100rel:");
	RUN_TEXT(&r, "SIP/2.0 421 x\nCSeq: 1 INVITE\n\n", "explain", "-w0");
	assert_run(&r, 0, "*INVITE, Require: 100rel*Require: timer:*", "");
	RUN_TEXT(&r, "SIP/2.0 403 Stale Date\nCSeq: 1 INVITE\n\n", "explain",
	         "-w0");
	assert_run(&r, 0, "*INVITE, phrase \"Stale Date\"*", "");
	RUN_TEXT(&r, "SIP/2.0 403 Forbidden\nCSeq: 1 INVITE\n\n", "explain",
	         "-w0");
	assert_run(&r, 0, "*What may be behind it*", "");
	assert_lacks(r.out, "phrase \"Stale Date\"");
	run_free(&r);
}

/* Every case that begins with methods, in any order, is one of each of them;
 * "Any method" is one of all. */
static void a_case_may_be_of_several_methods(void **state)
{
	static const struct check_text {
		const char *log, *shown;
	} checks[] = {
		{ "SIP/2.0 400 x\nCSeq: 1 REGISTER\n\n",
		  "* INVITE or REGISTER: " },
		{ "SIP/2.0 400 x\nCSeq: 1 INVITE\n\n",
		  "* INVITE or REGISTER: " },
		{ "SIP/2.0 405 x\nCSeq: 1 REFER\n\n", "* MESSAGE or REFER " },
		{ "SIP/2.0 400 x\nCSeq: 1 PUBLISH\n\n", "* Any method " },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(checks); i++) {
		RUN_TEXT(&r, checks[i].log, "explain", "-w0");
		assert_run(&r, 0, "*", "");
		assert_holds(r.out, checks[i].shown);
	}
	RUN_TEXT(&r, "SIP/2.0 400 x\nCSeq: 1 REGIS\n\n", "explain", "-w0");
	assert_run(&r, 0, "*", "");
	assert_lacks(r.out, "* INVITE or REGISTER: ");
	run_free(&r);
}

/* The situations that fit what the messages say come first. */
static void what_fits_best_comes_first(void **state)
{
	static const char request[] =
		"INVITE sip:b@example.com SIP/2.0\n"
		"Via: SIP/2.0/UDP h;branch=z9hG4bK1\nFrom: <sip:a@h>;tag=1\n"
		"To: <sip:b@example.com>\nCall-ID: c\nCSeq: 1 INVITE\n"
		"Require: %s\nContent-Length: 0\n\n";
	static const char response[] =
		"SIP/2.0 420 Bad Extension\n"
		"Via: SIP/2.0/UDP h;branch=z9hG4bK1\nFrom: <sip:a@h>;tag=1\n"
		"To: <sip:b@example.com>;tag=2\nCall-ID: c\nCSeq: 1 INVITE\n"
		"%sContent-Length: 0\n\n";
	static const struct {
		const char *require, *line; /* of request and response */
		const char *first, *never;  /* begin a situation */
	} rows[] = {
		{ "timer", "Unsupported: timer\n",
		  "INVITE with Require: timer or ", "INVITE with Require: 100" },
		{ "precondition", "",
		  "INVITE with Require: timer or ", "INVITE with Require: 100" },
		{ "100rel, timer", "Unsupported: 100rel\n",
		  "INVITE with Require: 100rel", "INVITE with Require: timer" },
		{ "foo", "Unsupported: foo\nServer: OpenSIPS (3.1)\n",
		  "INVITE, OpenSIPS ", "INVITE with Require: " },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		char text[1024];
		int n = snprintf(text, sizeof(text), request, rows[i].require);

		snprintf(text + n, sizeof(text) - (size_t)n, response,
		         rows[i].line);
		run_cli(&r, (const char *const[]){ "explain", "-j", NULL },
		        text);
		assert_run(&r, 0, "*", "");
		text[0] = '"';
		snprintf(text + 1, sizeof(text) - 1, "%s", rows[i].first);
		assert_ptr_equal(strstr(r.out, "\"cases\":[\"") + 9,
		                 strstr(r.out, text));
		assert_lacks(r.out, rows[i].never);
	}
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_phrase_gives_a_product_away_as_it_stands),
		TEST(an_older_phrase_is_known),
		TEST(phrases_of_the_standards_are_known),
		TEST(what_this_one_says_comes_first),
		TEST(the_cases_of_the_method_stand_apart),
		TEST(a_case_that_the_response_contradicts_is_left_out),
		TEST(a_case_may_be_of_several_methods),
		TEST(what_fits_best_comes_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
