/* test_names.c - names of causes, tags, header fields, timers, constants,
 * methods and products: the rows that they lead to. */
#include "harness.h"

static void a_cause_is_read_by_its_name(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcause", "USER_BUSY" }, 0, "17\n", "" },
		{ { "-Fcause", "Q.850;cause=17" }, 0, "17\n", "" },
		{ { "-Fcause", "cause=17" }, 0, "17\n", "" },
		{ { "-Fcause", "ISDN", "cause", "17" }, 0, "17\n", "" },
		{ { "-Fcause", "NO_ANSWER" }, 0, "19\n", "" },
		{ { "-Fcause", "hangup_cause=USER_BUSY" }, 0, "17\n", "" },
	};

	(void)state;
	CHECK(checks);
}

static void a_reason_is_read_by_its_protocol(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcause", "Reason: Q.850;cause=16;text=\"x 486\"" }, 0,
		  "16\n", "*'sipcode header Reason'\n" },
		{ { "-Fcode", "Reason: SIP;cause=200;text=\"Call completed "
		    "elsewhere\"" }, 0, "200\n", "*" },
		{ { "-Fcode", "Reason: STIR ;cause=436" }, 0, "436\n", "*" },
		{ { "-Fcode", "Reason: SIP;cause=503;text=\"a, b\", "
		    "Q.850;cause=42" }, 0, "503\n",
		  "sipcode: there is also: 'sipcode cause 42'\n*" },
		{ { "-Fcode", "WARNING: call failed with 503" }, 0, "503\n",
		  "*" },
		{ { "-Fcode", "cause=486" }, 0, "486\n", "" },
		{ { "q850 200" }, 1, "*", "*no such code or phrase*" },
		{ { "-Fcause", "Q.850 cause value 38" }, 0, "38\n", "" },
	};

	(void)state;
	CHECK(checks);
}

static void option_tags_and_warn_codes_are_read(void **state)
{
	static const struct check checks[] = {
		{ { "-Ftag", "100rel" }, 0, "100rel\n", "" },
		{ { "-Ftag", "GRUU" }, 0, "gruu\n", "" },
		{ { "-Ftag", "Require: 100rel, timer" }, 0, "100rel\ntimer\n",
		  "*" },
		{ { "-Fwarning", "Warning: 304 host \"x\"" }, 0, "304\n",
		  "*" },
		{ { "-Fwarning", "warn-code", "305" }, 0, "305\n", "" },
		{ { "-Fwarning", "Incompatible media format" }, 0, "305\n",
		  "" },
	};

	(void)state;
	CHECK(checks);
}

static void a_header_field_is_read_with_its_value(void **state)
{
	static const struct check checks[] = {
		{ { "-Fheader", "Expires 0" }, 0, "Expires\n", "" },
		{ { "-Fheader", "Retry-After" }, 0, "Retry-After\n", "" },
		{ { "-Fheader", "min-se" }, 0, "Min-SE\n", "" },
		{ { "-Fheader", "Retry-After: 180" }, 0, "Retry-After\n",
		  "" },
		{ { "-Ftag", "k: gruu" }, 0, "gruu\n",
		  "sipcode: there is also: 'sipcode header Supported'\n" },
		{ { "-Fheader", "c: text/plain" }, 0, "Content-Type\n", "" },
		/* The tag is written in small letters. */
		{ { "-Fheader", "Path" }, 0, "Path\n",
		  "sipcode: there is also: 'sipcode option path'\n" },
		{ { "-Ftag", "path" }, 0, "path\n",
		  "sipcode: there is also: 'sipcode header Path'\n" },
	};

	(void)state;
	CHECK(checks);
}

static void a_timer_is_read_by_its_name(void **state)
{
	static const struct check checks[] = {
		{ { "-Ftimer", "T1" }, 0, "T1\n", "" },
		{ { "-Ftimer", "64*T1" }, 0, "64*T1\n", "" },
		{ { "-Ftimer", "TimerF" }, 0, "F\n", "" },
		{ { "-Ftimer", "timer", "B" }, 0, "B\n", "" },
	};

	(void)state;
	CHECK(checks);
}

static void a_constant_is_a_name_behind_its_origin(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcode", "PJSIP_SC_BUSY_HERE" }, 0, "486\n", "" },
		{ { "-Fcode", "SIP_486_BUSY_HERE" }, 0, "486\n", "" },
		{ { "-Fcode", "Response.REQUEST_TERMINATED" }, 0, "487\n",
		  "" },
		{ { "-Fcause", "AST_CAUSE_USER_BUSY" }, 0, "17\n", "" },
		{ { "-Fcause", "SWITCH_CAUSE_CALL_REJECTED" }, 0, "21\n",
		  "" },
		{ { "PJSIP_SC_SESSION_TIMER_TOO_SMALL" }, 1, "422 *",
		  "*the best of what a search finds: *" },
	};

	(void)state;
	CHECK(checks);
}

/* What a search prints as a key is an operand. */
static void a_key_is_read(void **state)
{
	static const struct check checks[] = {
		{ { "486-busy" }, 0, "Busy, with one 486*", "" },
		{ { "flow", "486-busy" }, 0, "Busy, with one 486*", "" },
		{ { "-Fid", "one-way-audio" }, 0, "one-way-audio\n", "" },
		{ { "200-drachtio-ack-timeout" }, 0, "*drachtio*", "" },
	};

	(void)state;
	CHECK(checks);
}

static void a_method_lists_its_codes(void **state)
{
	static const struct check checks[] = {
		{ { "REGISTER" }, 0, "Codes that are special to REGISTER\n"
		  "*423 *\n439 *",
		  "" },
		{ { "-Fcode", "publish" }, 0, "412\n423\n*", "" },
		{ { "-Fcode", "INVITE sip:bob@192.0.2.5 SIP/2.0" }, 0,
		  "180\n*", "sipcode: a request line, and no response: *\n" },
		{ { "-Fcode", "PRACK" }, 0, "488\n",
		  "sipcode: to read about it: 'sipcode search PRACK'\n" },
		{ { "ACK" }, 1, "", "sipcode: no code is special to the "
		  "method: 'ACK'\n"
		  "sipcode: to read about it: 'sipcode search ACK'\n" },
	};

	(void)state;
	CHECK(checks);
}

static void a_product_lists_what_is_known_of_it(void **state)
{
	static const struct check checks[] = {
		{ { "kamailio" }, 0, "*401 *, in practice at Kamailio *",
		  "" },
		{ { "Yealink" }, 0, "*Yealink*", "" },
		{ { "-j", "drachtio" }, 0, "*\"operand\":*", "" },
		{ { "phones" }, 1, "*", "*" },
	};

	(void)state;
	CHECK(checks);
}

/* "BUSY" may be two codes, whoever calls it so. */
static void a_constant_may_be_several(void **state)
{
	static const struct check checks[] = {
		{ { "AST_CAUSE_BUSY" }, 1, "486 *\n600 *",
		  "sipcode: ambiguous (486, 600): 'BUSY'\n*" },
		{ { "SIP_STATUS_ERROR" }, 1, "*500 *", "*ambiguous*" },
	};

	(void)state;
	CHECK(checks);
}

/* Q.850 calls causes so; what only programs call them may be a code. */
static void the_name_of_a_cause_is_no_guess(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcause", "user busy" }, 0, "17\n", "" },
		{ { "-Fcause", "Bearer capability not authorized" }, 0,
		  "57\n", "" },
		{ { "-Fcause", "Q.931 cause 28" }, 0, "28\n", "" },
		{ { "-Fcause", "cause", "code", "50" }, 0, "50\n", "" },
	};

	(void)state;
	CHECK(checks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_cause_is_read_by_its_name),
		TEST(a_reason_is_read_by_its_protocol),
		TEST(option_tags_and_warn_codes_are_read),
		TEST(a_header_field_is_read_with_its_value),
		TEST(a_timer_is_read_by_its_name),
		TEST(a_constant_is_a_name_behind_its_origin),
		TEST(a_key_is_read),
		TEST(a_method_lists_its_codes),
		TEST(a_product_lists_what_is_known_of_it),
		TEST(a_constant_may_be_several),
		TEST(the_name_of_a_cause_is_no_guess),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
