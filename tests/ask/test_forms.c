/* test_forms.c - the one reader of operands: a test a form of its table, in the
 * order in which they are tried. */
#include "harness.h"

#include <string.h>

#include "ask/operand.h"

static void a_code_is_read_in_every_dress(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcode", "403:" }, 0, "403\n", "" },
		{ { "-Fcode", "[403]" }, 0, "403\n", "" },
		{ { "-Fcode", "(403)" }, 0, "403\n", "" },
		{ { "-Fcode", "<403>," }, 0, "403\n", "" },
		{ { "-Fcode", "403?" }, 0, "403\n", "" },
		{ { "-Fcode", "603+" }, 0, "603\n", "" },
		{ { "-Fcode", "\"403 Forbidden\"" }, 0, "403\n", "" },
		{ { "-Fcode", "403 (Forbidden)" }, 0, "403\n", "" },
		{ { "-Fcode", "403 l\303\240 g\303\254?" }, 0, "403\n", "" },
		{ { "-Fcode", "480/USER_BUSY" }, 0, "480\n",
		  "sipcode: there is also: 'sipcode cause 17'\n" },
		{ { "-Fcode", "200 OK (1 x)" }, 1, "200\n",
		  "sipcode: not used: '(1 x)'\n" },
		{ { "-Fcode", "486/Busy Here" }, 0, "486\n", "" },
		{ { "-Fcode", "SIP", "403" }, 0, "403\n", "" },
		{ { "-Fcode", "sip/403" }, 0, "403\n", "" },
		{ { "-Fcode", "SIP403" }, 0, "403\n", "" },
		{ { "-Fcode", "Error", "403" }, 0, "403\n", "" },
		{ { "-Fcode", "status=403" }, 0, "403\n", "" },
		{ { "-Fcode", "response_code:", "403" }, 0, "403\n", "" },
		{ { "-Fcode", "SIP/2.0\t403" }, 0, "403\n", "" },
		{ { "-Fcode", "SIP/2.0", "403", "Forbidden" }, 0, "403\n",
		  "" },
		{ { "-Fcode", "403", "Forbidden" }, 0, "403\n", "" },
		{ { "-Fcode", "403", "forbiden", "486" }, 0, "403\n486\n",
		  "" },
		{ { "-Fcode", "403", "vs", "404" }, 0, "403\n404\n", "" },
		{ { "-Fcode", "l\341\273\227i", "403" }, 0, "403\n", "" },
	};

	(void)state;
	CHECK(checks);
}

/* The phrase of a status line is free, that behind a code is not. */
static void words_that_are_not_the_code_s_own_are_named(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcode", "403", "when", "I", "call" }, 1, "403\n",
		  "sipcode: not used: 'when I call'\n" },
		{ { "-Fcode", "403", "Forbidden", "here", "486" }, 1,
		  "403\n486\n", "sipcode: not used: 'here'\n" },
		{ { "-Fcode", "SIP/2.0", "403", "Not", "in", "my", "house" },
		  0, "403\n", "" },
		{ { "-Fcode", "421", "not", "found" }, 0, "421\n404\n", "" },
	};

	(void)state;
	CHECK(checks);
}

static void a_row_is_shown_once_to_people(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN(&r, "403", "Forbidden", "403");
	assert_run(&r, 0, "403 Forbidden *", "");
	assert_int_equal(times(r.out, "\nWhen you see it\n"), 1);
	run_free(&r);
}

static void a_line_of_a_log_is_read(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcode", "09:12:04 <--- SIP/2.0 486 Busy Here" }, 0,
		  "486\n", "sipcode: taken from the text: '486'\n" },
		{ { "-Fcode", "Got", "SIP", "response", "503", "Service",
		    "Unavailable", "back", "from", "192.0.2.1:5060" }, 0,
		  "503\n", "sipcode: taken from the text: '503'\n" },
		{ { "-Fcode", "192 0.4 192.0.2.1 192.0.2.9 SIP 402 Status: "
		    "423 Interval Too Brief | " }, 0, "423\n", "*'423'\n" },
		{ { "-Fcode", "x SIP/2.0 100 Trying\nx SIP/2.0 180 Ringing\n"
		    "x SIP/2.0 100 Trying\n" }, 0, "100\n180\n",
		  "*'100'\n*'180'\n" },
	};

	(void)state;
	CHECK(checks);
}

static void a_phrase_wins_by_its_registration(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcode", "loop detected" }, 0, "482\n", "" },
		{ { "-Fcode", "LoopDetected" }, 0, "482\n", "" },
		{ { "-Fcode", "Merged Request" }, 0, "482\n", "" },
		{ { "-Fcode", "Rejected" }, 0, "608\n", "" },
		{ { "-Fcode", "busy", "here", "not", "found" }, 0,
		  "486\n404\n", "" },
	};

	(void)state;
	CHECK(checks);
}

/* No word claims a record that may not be meant. */
static void what_may_be_several_is_named(void **state)
{
	static const struct check checks[] = {
		{ { "busy" }, 1, "486 Busy Here: Busy, or *\n600 Busy "
		  "Everywhere: *\n",
		  "sipcode: ambiguous (486, 600): 'busy'\n"
		  "sipcode: to tell them apart: 'sipcode compare 486 600'\n"
		  "sipcode: there is also: 'sipcode name BUSY'\n" },
		{ { "rejected" }, 1, "*603 Decline: *608 Rejected: *",
		  "sipcode: ambiguous (*603, 608): 'rejected'\n*" },
		{ { "error" }, 1, "*\n500 *", "sipcode: ambiguous (*500): "
		  "'error'\n*" },
		{ { "internal", "error" }, 1, "*\n500 *",
		  "sipcode: ambiguous (*500): 'internal error'\n"
		  "sipcode: there is also: 'sipcode name Internal Error'\n" },
		{ { "no", "answer" }, 1, "cause 19 *",
		  "sipcode: ambiguous (cause 19, *): 'no answer'\n"
		  "sipcode: there is also: 'sipcode name no_answer'\n" },
		/* A program gets none of them. */
		{ { "-j", "busy" }, 1, "\\[\\]\n", "*" },
		{ { "-Fcode", "busy" }, 1, "", "*" },
	};

	(void)state;
	CHECK(checks);
}

static void a_range_is_a_list(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcode", "480-483" }, 0, "480\n481\n482\n483\n", "" },
		{ { "480..481" }, 0, "480 *: *\n481 *: *\n", "" },
		{ { "-Fcode", "18x" }, 0, "180\n181\n182\n183\n", "" },
		{ { "-Fcode", "18?" }, 0, "180\n181\n182\n183\n", "" },
		{ { "-Fcode", "403,404" }, 0, "403\n404\n", "" },
		{ { "-Fcode", "list", "18x" }, 0, "180\n181\n182\n183\n",
		  "" },
		{ { "-Fclass", "5xx,6XX" }, 0, "5xx\n6xx\n", "" },
		{ { "-Fcode", "18[0-1]" }, 1, "", "*" },
		{ { "-Fcode", "18[0-9]" }, 0, "180\n181\n182\n183\n", "" },
		{ { "-Fcode", "180", "to", "182" }, 0, "180\n181\n182\n",
		  "" },
		{ { "-Fcode", "180 to 182" }, 0, "180\n181\n182\n", "" },
		{ { "-Fcode", "403/404" }, 0, "403\n404\n", "" },
		{ { "630-650" }, 1, "",
		  "sipcode: no code in that range: '630-650'\n" },
	};

	(void)state;
	CHECK(checks);
}

static void a_symptom_is_read_in_the_words_of_people(void **state)
{
	static const struct check checks[] = {
		{ { "-Fid", "call", "drops", "after", "32", "seconds" }, 0,
		  "drops-after-32-seconds\n", "" },
		{ { "-Fid", "one way audio" }, 0, "one-way-audio\n", "" },
		{ { "-Fid", "loses registration" }, 0, "*registration*", "" },
		{ { "-Fid", "phone registers and loses it" }, 0,
		  "*registration*", "" },
		{ { "-Fid", "fax fails" }, 0, "fax-fails\n", "" },
		/* Its words stand apart in another one. */
		{ { "-Fid", "nghe m\341\273\231t chi\341\273\201u" }, 0,
		  "one-way-audio\n", "" },
		{ { "-Fid", "audio phone transfer" }, 1, "", "*" },
	};

	(void)state;
	CHECK(checks);
}

static void a_phrase_may_have_more_behind_it(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcode", "Bad Request - Missing To header" }, 1, "400\n",
		  "sipcode: not used: 'Missing To header'\n" },
	};

	(void)state;
	CHECK(checks);
}

static void http_has_codes_of_its_own(void **state)
{
	static const struct check checks[] = {
		{ { "HTTP/1.1 404 Not Found" }, 1, "",
		  "sipcode: no such code or phrase: 'HTTP/1.1 404 Not Found'\n"
		  "sipcode: HTTP has codes of its own; the one of SIP: "
		  "'sipcode 404'\n" },
	};

	(void)state;
	CHECK(checks);
}

static void what_is_nothing_is_searched_for(void **state)
{
	static const struct check checks[] = {
		{ { "firewall" }, 1, "4*: *",
		  "sipcode: no such code or phrase: 'firewall'\n"
		  "sipcode: the best of what a search finds: 'sipcode search "
		  "firewall'\n" },
		{ { "-j", "firewall" }, 1, "\\[\\]\n", "*" },
		{ { "xyzzy" }, 1, "", "sipcode: no such code or phrase: "
		  "'xyzzy'\n" },
		{ { "87" }, 1, "", "*\nsipcode: as a Q.850 cause: 'sipcode "
		  "cause 87'\n" },
		{ { "742" }, 1, "", "*\nsipcode: a status code is a number "
		  "from 100 to 699\n" },
		{ { "CallNotAnswered" }, 1, "480 *", "*: 'sipcode search "
		  "CallNotAnswered'\n" },
		{ { "WARNING: [x.c:5]: no socket" }, 1, "*",
		  "*no such code or phrase*" },
		{ { "T.38" }, 1, "*488 Not Acceptable Here*", "*" },
		{ { "200OK" }, 1, "",
		  "*\nsipcode: did you mean: 'sipcode 200'\n" },
		{ { "4 0 3" }, 1, "",
		  "*\nsipcode: did you mean: 'sipcode 403'\n" },
		{ { "SUBSCIRBE" }, 1, "",
		  "*\nsipcode: did you mean: 'sipcode SUBSCRIBE'\n" },
		{ { "OPTOINS" }, 1, "",
		  "*\nsipcode: did you mean: 'sipcode OPTIONS'\n" },
		{ { "STIR/SHAKEN" }, 0, "term *",
		  "sipcode: to read about it: 'sipcode search *'\n" },
		{ { "4O3" }, 1, "",
		  "*\nsipcode: did you mean: 'sipcode 403'\n" },
		{ { "SIP_UNKNOWN_EXTENSION" }, 1, "4*: *", "*" },
		{ { "a (firewall) {is;" }, 1, "*", "*: 'sipcode search a "
		  "firewall is'\n" },
		{ { "Loop", "Detcted" }, 1, "",
		  "*\nsipcode: did you mean: '482 Loop Detected'\n" },
	};
	struct run r = { 0 };

	(void)state;
	CHECK(checks);
	RUN(&r, "firewall");
	assert_int_equal(r.status, 1);
	assert_in_range(times(r.out, "\n"), 2, 10);
	run_free(&r);
}

static void a_word_is_no_command_where_codes_follow(void **state)
{
	static const struct check checks[] = {
		{ { "diff", "480", "486" }, 1, "",
		  "sipcode: no such command: 'diff'\nsipcode: did you mean: "
		  "'sipcode compare 480 486'\n" },
		{ { "vs", "480", "486" }, 1, "", "*'sipcode compare 480 "
		  "486'\n" },
		{ { "lst", "486" }, 1, "", "*'sipcode list 486'\n" },
		{ { "man", "486" }, 1, "", "*'sipcode 486'\n" },
		{ { "--", "flow" }, 1, "*", "*'flow'\n*" },
	};

	(void)state;
	CHECK(checks);
}

/* Only codes are asked for: no header field, no symptom, no hits. */
static void commands_of_codes_take_codes_alone(void **state)
{
	static const struct check checks[] = {
		{ { "compare", "403,404" }, 0, "*", "" },
		{ { "compare", "403", "vs", "404" }, 0, "*", "" },
		{ { "compare", "403-404" }, 0, "*", "" },
		{ { "compare", "PJSIP_SC_BUSY_HERE", "480" }, 0, "*", "" },
		{ { "flow", "Retry-After" }, 1, "",
		  "sipcode: no such code or phrase: 'Retry-After'\n*" },
		{ { "flow", "glare" }, 1, "",
		  "sipcode: no such code or phrase: 'glare'\n" },
	};

	(void)state;
	CHECK(checks);
}

/* A paste of any size costs what its length costs, and ends. */
static void a_long_paste_is_read(void **state)
{
	static char text[200000];
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i + 8 < sizeof(text); i += 8)
		memcpy(text + i, "abc 1,2 ", 8);
	RUN(&r, text);
	assert_run(&r, 1, "*", "sipcode: no such code or phrase: 'abc *");
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_code_is_read_in_every_dress),
		TEST(words_that_are_not_the_code_s_own_are_named),
		TEST(a_row_is_shown_once_to_people),
		TEST(a_line_of_a_log_is_read),
		TEST(a_phrase_wins_by_its_registration),
		TEST(what_may_be_several_is_named),
		TEST(a_range_is_a_list),
		TEST(a_symptom_is_read_in_the_words_of_people),
		TEST(a_phrase_may_have_more_behind_it),
		TEST(http_has_codes_of_its_own),
		TEST(what_is_nothing_is_searched_for),
		TEST(a_word_is_no_command_where_codes_follow),
		TEST(commands_of_codes_take_codes_alone),
		TEST(a_long_paste_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
