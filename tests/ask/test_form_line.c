/* test_form_line.c - what is taken from a line of a log. */
#include "harness.h"

static void the_one_constant_or_number_of_a_text_is_taken(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcause", "Hangup sofia/x/1001@192.0.2.4:5080 "
		    "[CS_CONSUME_MEDIA] [NO_ROUTE_DESTINATION]" }, 0, "3\n",
		  "sipcode: taken from the text: 'NO_ROUTE_DESTINATION'\n" },
		{ { "-Fcode", "registration failed, status=408 (x)" }, 0,
		  "408\n", "sipcode: taken from the text: '408'\n" },
		{ { "-Fcode", "Call 0 is DISCONNECTED [reason=488 (Nope)]" },
		  0, "488\n", "*'488'\n" },
		/* Two codes may be meant by the constant. */
		{ { "foo CODE_SIP_BUSY bar" }, 1, "486 *\n600 *\n",
		  "sipcode: taken from the text: 'CODE_SIP_BUSY'\n"
		  "sipcode: ambiguous (486, 600): 'BUSY'\n*" },
		{ { "-Fcode", "why do I get 403 and 403 again" }, 0, "403\n",
		  "*'403'\n" },
	};

	(void)state;
	CHECK(checks);
}

static void the_one_phrase_of_a_text_is_taken(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcode", "leg A ended (Temporarily Unavailable)" }, 0,
		  "480\n", "sipcode: taken from the text: '480'\n" },
		{ { "-Fcode", "10.0.0.1:5060 -> 10.0.0.2:5060 481 Call/"
		    "Transaction Does Not Exist" }, 0, "481\n", "*" },
		{ { "-Fcode", "-- Got \"Forbidden\" from x" }, 0, "403\n",
		  "*" },
		{ { "-Fcode", "x - Busy Here - y" }, 0, "486\n", "*" },
		{ { "-Fcode", "ended: 'Forbidden'" }, 0, "403\n", "*" },
		/* An extension is no code. */
		{ { "-Fcode", "peer 101: reason=\"Busy Here\" x" }, 0, "486\n",
		  "*" },
		{ { "-Fcode", "code=503 \"Not Found\"" }, 1, "503\n", "*" },
		{ { "x 503 \"Not Found\"" }, 1, "404 *\n503 *\n",
		  "sipcode: ambiguous (404, 503): *" },
		{ { "-Fcode", "ended: Forbidden" }, 1, "", "*" },
		{ { "-Fcode", "file (not found)" }, 1, "", "*" },
		{ { "-Fcode", "a, Busy Here, Not Found, b" }, 1, "", "*" },
	};

	(void)state;
	CHECK(checks);
}

/* Addresses, times, ports, what is counted, and more than one. */
static void other_numbers_of_a_text_are_left_alone(void **state)
{
	static const char *const texts[] = {
		"192.168.1.180 is gone", "after 180 seconds it ends",
		"at 10:480 or 487:12", "port 500 open", "timeout=180 is set",
		"line 403 of x", "either 403 or 404", "x-403 y", "100% packet",
		"/403/ x y", "ext 401 x", "status 7403 x", "ttl=200",
		"10:00:00,486 x y",
		"qualify: 408", "m=audio 40300 RTP/AVP 0 8 101",
		"packets lost 400 of x", "for seqno 102 (x)",
		"duration 300", "billsec: 200",
		"trunk said 102 here", "x on callID 31",
		"b=403 c", "call to 101 failed",
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++) {
		RUN(&r, "-Fcode", texts[i]);
		assert_run(&r, 1, "", "sipcode: no such code or phrase: *");
	}
	run_free(&r);
}

/* The phrase behind a number, or the key before it, makes it one. */
static void a_number_is_surer_with_its_phrase_or_key(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcode", "call 486 from 203, cause: 403 Forbidden/INVITE"
		  }, 0, "403\n", "*'403'\n" },
		{ { "-Fcode", "{\"call_id\":\"200-7f\",\"x\":180,"
		    "\"code\":480}" }, 0, "480\n", "*'480'\n" },
		{ { "-Fcode", "\"hangup_cause\":\"x\",\"sip_hangup_cause\":"
		    "\"486\"" }, 0, "486\n", "*" },
		{ { "-Fcode", "x_hangup_cause=sip:480 y" }, 0, "480\n", "*" },
		{ { "-Fcode", "$rs=408" }, 0, "408\n", "" },
		{ { "-Fcode", "x rc=407 y" }, 0, "407\n", "*" },
		{ { "-Fcode", "any=407" }, 0, "407\n", "*" },
		{ { "-Fcode", "method:503 x" }, 0, "503\n", "*" },
		{ { "-Fcode", "*486*" }, 0, "486\n", "" },
	};

	(void)state;
	CHECK(checks);
}

static void several_codes_may_be_one_operand(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcode", "408 or 404" }, 0, "408\n404\n", "" },
		{ { "-Fcode", "180, 183; 200" }, 0, "180\n183\n200\n", "" },
		{ { "-Fcode", "1xx 38x" }, 0, "100\n*\n380\n", "" },
		{ { "-Fcode", "3xx-4xx" }, 0, "300\n*\n494\n", "" },
		{ { "-Fcode", "403 x 404" }, 1, "403\n", "*" },
	};

	(void)state;
	CHECK(checks);
}

static void the_one_cause_of_a_text_is_taken(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcause", "of type 'PJSIP' (cause 20 - Subscriber absent)"
		  }, 0, "20\n", "sipcode: taken from the text: 'cause 20'\n" },
		{ { "-Fcause", "Disconnect Cause (CC)    : 47" }, 0, "47\n",
		  "*" },
		{ { "-Fcause", "X-Asterisk-HangupCauseCode: 38" }, 0, "38\n",
		  "*" },
		{ { "-Fcause", "-ERR", "NO_ANSWER" }, 0, "19\n",
		  "sipcode: taken from the text: 'NO_ANSWER'\n" },
		{ { "-Fcause", "x DisconnectCause=0x2F" }, 0, "47\n", "*" },
		{ { "-Fcause", "Cause i = 0x8290 - x" }, 0, "16\n", "*" },
		{ { "-Fcause", "1,\"SIP/1-0\",\"USER BUSY\",2" }, 0, "17\n",
		  "*" },
		{ { "-Fcause", "x cause 16 y cause 17" }, 1, "", "*" },
		{ { "-Fcause", "x cause of the 16 calls" }, 1, "", "*" },
	};

	(void)state;
	CHECK(checks);
}

static void the_one_number_of_a_product_is_taken(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcode", "Teams direct routing 560403" }, 0, "403\n",
		  "sipcode: there is also: 'sipcode product Microsoft "
		  "Teams'\n" },
		{ { "-b", "Twilio error 32009" }, 0, "32009*Twilio*", "*" },
		{ { "-Fcode", "from port 170486 on" }, 1, "", "*" },
		{ { "-Fcode", "chan_sip.c:170486 x" }, 1, "", "*" },
		{ { "-Fcode", "x 170486 and 170487" }, 1, "", "*" },
	};

	(void)state;
	CHECK(checks);
}

/* A shell hands over the words of a line one by one. */
static void a_line_need_not_be_quoted(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcode", "trunk", "said", "\"480\"", "twice" }, 0,
		  "480\n", "sipcode: taken from the text: '480'\n" },
		{ { "-Fcode", "Registration", "from", "\"100\"", "failed" }, 1,
		  "", "*: 'Registration from \"100\" failed'\n*" },
		{ { "-Fcode", "failed", "after", "408", "ms" }, 1, "", "*" },
		{ { "-Fcode", "xyzzy", "486" }, 1, "486\n", "*'xyzzy'\n" },
	};

	(void)state;
	CHECK(checks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_one_constant_or_number_of_a_text_is_taken),
		TEST(the_one_phrase_of_a_text_is_taken),
		TEST(other_numbers_of_a_text_are_left_alone),
		TEST(a_number_is_surer_with_its_phrase_or_key),
		TEST(several_codes_may_be_one_operand),
		TEST(the_one_cause_of_a_text_is_taken),
		TEST(the_one_number_of_a_product_is_taken),
		TEST(a_line_need_not_be_quoted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
