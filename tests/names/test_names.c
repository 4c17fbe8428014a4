/* test_names.c - names of causes, tags, header fields, timers, constants,
 * methods and products: the rows that they lead to. */
#include "bytes.h"

#include <string.h>
#include <sipcode.h>

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
		{ { "-Fcode", "StatusBusyHere" }, 0, "486\n", "" },
		{ { "-Fcode", "SIP_BUSY_HERE_CODE" }, 0, "486\n", "" },
		{ { "-Fcause", "FTDM_CAUSE_USER_BUSY" }, 0, "17\n", "" },
	};

	(void)state;
	CHECK(checks);
}

/* What no rule makes: one product's name of one code leads there, words of
 * several are all told, and a guess is said to be one. */
static void a_name_of_a_program_is_told(void **state)
{
	static const struct check checks[] = {
		{ { "PJSIP_SC_SESSION_TIMER_TOO_SMALL" }, 0,
		  "PJSIP_SC_SESSION_TIMER_TOO_SMALL is a name of PJSIP: 422 "
		  "*\n\n422 Session Interval Too Small *", "" },
		{ { "-Fcode", "PJSIP_SC_UNSUPPORTED_CERTIFICATE" }, 0,
		  "437\n", "" },
		{ { "-Fcause", "AST_CAUSE_BUSY" }, 0, "17\n", "" },
		{ { "-Fcode", "SIPResponseStatusCodesEnum.AlternativeService" },
		  0, "304\n", "*" },
		{ { "CHANUNAVAIL" }, 0, "CHANUNAVAIL: Asterisk *no proof that "
		  "the peer is not registered*", "" },
		{ { "DisconnectReason.USER_REJECTED" }, 0,
		  "name 12 USER_REJECTED\nLiveKit *403 *6xx*", "" },
		{ { "JsSIP.C.causes.INCOMPATIBLE_SDP" }, 0,
		  "name Incompatible SDP\nJsSIP\n488 *606 *", "" },
		{ { "-w0", "name", "USER_BUSY" }, 0, "17 User busy: *"
		  "USER_BUSY: Telnyx *", "" },
		{ { "-Fcause", "name", "INCOMPATIBLE_DESTINATION" }, 0, "88\n",
		  "" },
		{ { "-Ffirst", "name", "PJSIP_EUNSUPTRANSPORT" }, 0, "171060\n",
		  "" },
		{ { "name", "dial_busy" }, 0, "*Retell*Nearest by its name: "
		  "486 *", "" },
		{ { "busy" }, 1, "486 *\n600 *", "sipcode: ambiguous *" },
		{ { "Not Found" }, 0, "404 *", "" },
		{ { "name", "xyzzy" }, 1, "", "sipcode: no such name: "
		  "'xyzzy'\n" },
		{ { "-j", "name", "CODE_SIP_BUSY" }, 0, "*\"number\":338,"
		  "\"code\":\\[486,600\\],*", "" },
	};
	struct run r = { 0 };

	(void)state;
	CHECK(checks);
	/* All who say so. */
	RUN(&r, "BUSY");
	assert_run(&r, 0, "*Asterisk (DIALSTATUS): 486*sngrep*480*", "");
	assert_true(times(r.out, "BUSY: ") > 3);
	run_free(&r);
}

/* By the names of a code, and by a number that is no code. */
static void the_names_of_a_code_are_listed(void **state)
{
	static const struct check checks[] = {
		{ { "name", "422" }, 0, "*CODE_SIP_INTERVAL_TOO_BRIEF: "
		  "*PJSIP_SC_SESSION_TIMER_TOO_SMALL: *", "" },
		{ { "name", "404" }, 0, "*404 CODE_MEDIA_UNSPECIFIED: Android "
		  "IMS *no SIP *", "" },
		{ { "-Fnames", "421" }, 0, "*", "" },
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
		{ { "kamailio" }, 0, "product Kamailio\n*\nIn practice\n"
		  "*\nReason phrases\n*", "" },
		{ { "Yealink" }, 0, "product Yealink\n*", "" },
		{ { "Acme Packet" }, 0, "product Oracle SBC\n*", "" },
		{ { "-j", "drachtio" }, 0, "\\[{\"product\":\"drachtio\",*"
		  "\"failovers\":\\[*", "" },
		{ { "phones" }, 1, "*", "*" },
	};

	(void)state;
	CHECK(checks);
}

/* "BUSY" may be two codes, whoever calls it so. */
/* A phrase, a header field or a symptom of that name is shown, and what else
 * it may be is said; not of a whole phrase as it is registered. */
static void what_programs_call_so_is_said(void **state)
{
	static const struct check checks[] = {
		{ { "-b", "Rejected" }, 0, "608 Rejected *",
		  "sipcode: there is also: 'sipcode name REJECTED'\n" },
		{ { "-b", "Expires" }, 0, "header Expires\n*",
		  "sipcode: there is also: 'sipcode name Expires'\n" },
		{ { "-b", "media", "timeout" }, 0, "*804*",
		  "sipcode: there is also: 'sipcode name *'\n" },
		{ { "-b", "Not Found" }, 0, "404 *", "" },
		{ { "-b", "Forbidden" }, 0, "403 *", "*" },
		/* Programs get what they asked for. */
		{ { "-Fcode", "Rejected" }, 0, "608\n", "" },
	};

	(void)state;
	CHECK(checks);
}

/* A constant of a list of causes is one, and the list of one product is not
 * that of another. */
static void a_constant_is_of_its_own_list(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcause", "SWITCH_CAUSE_SERVICE_UNAVAILABLE" }, 0, "63\n",
		  "*" },
		{ { "-Fcause", "SWITCH_CAUSE_BAD_IDENTITY_INFO" }, 0, "821\n",
		  "*" },
		{ { "-Fcode", "Response.SERVICE_UNAVAILABLE" }, 0, "503\n",
		  "*" },
		{ { "-Fcode", "SIPResponseStatusCodesEnum.AddressIncomplete" },
		  0, "484\n", "*" },
		/* "149/9" is an incident of a PBX, and 1499 is not. */
		{ { "1499" }, 1, "1000-1999 *",
		  "sipcode: known only by a range of numbers: '1499'\n" },
		{ { "149/9" }, 0, "name 9 149/9\nAlcatel*", "" },
		{ { "-Fcause", "None" }, 0, "0\n", "*" },
		{ { "-Fcause", "NOTDEFINED" }, 0, "0\n", "*" },
	};

	(void)state;
	CHECK(checks);
}

/* Each of them, however many products use the word. */
static void every_name_is_found_by_itself(void **state)
{
	const struct sipcode_row *row;
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_NAMES, i)); i++) {
		struct bytes line = { 0 };

		bytes_str(&line, "\n");
		bytes_str(&line, sipcode_text(row, SIPCODE_F_ID, 0));
		bytes_str(&line, "\n");
		RUN(&r, "-Fname,id", "name", "--",
		    sipcode_text(row, SIPCODE_F_NAME, 0));
		assert_run(&r, 0, "*", "");
		line.s[0] = '\t';
		assert_holds(r.out, line.s);
		bytes_free(&line);
	}
	run_free(&r);
}

/* What the product means by it, and then the code. */
static void a_product_is_asked_for_a_code(void **state)
{
	static const struct check checks[] = {
		{ { "-w0", "livekit", "400" }, 0, "LiveKit: 400\n*\n\n"
		  "400 Bad Request *", "" },
		{ { "-w0", "400 livekit" }, 0, "LiveKit: 400\n*", "" },
		{ { "-w0", "freeswitch", "480", "Temporarily", "Unavailable" },
		  0, "FreeSWITCH: 480\n*\n\n480 Temporarily *", "" },
		{ { "-w0", "asterisk busy here" }, 0, "Asterisk: 486\n*"
		  "Dial() sets DIALSTATUS to BUSY *\n\n486 Busy Here *", "" },
		{ { "-w0", "jambonz", "no-answer" }, 0, "name no-answer\n"
		  "jambonz *", "" },
		/* Bandwidth is a product, but not in a header field. */
		{ { "-Fwarning", "Warning: 370 h:5060 \"Insufficient "
		    "Bandwidth\"" }, 0, "370\n", "*" },
		/* Nothing is known of it: the code alone. */
		{ { "-Fcode", "teams", "560403" }, 0, "403\n", "*" },
		{ { "-Fcode", "Teams direct routing 560403" }, 0, "403\n",
		  "*" },
	};

	(void)state;
	CHECK(checks);
}

static void a_constant_may_be_several(void **state)
{
	static const struct check checks[] = {
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

/* A guess is made of it.  Thousands of names would be held against all of it. */
static void a_name_of_any_length_is_none(void **state)
{
	struct run r = { 0 };
	char name[1002];

	(void)state;
	memset(name, '-', sizeof(name));
	memcpy(name, "USER", 4);
	memcpy(name + 996, "BUSY", 5);
	RUN(&r, "-Fcause", name);
	assert_run(&r, 0, "17\n", "");
	memset(name, '-', sizeof(name));
	memcpy(name, "USER", 4);
	memcpy(name + 997, "BUSY", 5);
	RUN(&r, "-Fcause", name);
	assert_run(&r, 2, "", "*no field: 'cause'*");
	run_free(&r);
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
		TEST(a_name_of_a_program_is_told),
		TEST(the_names_of_a_code_are_listed),
		TEST(what_programs_call_so_is_said),
		TEST(a_constant_is_of_its_own_list),
		TEST(every_name_is_found_by_itself),
		TEST(a_product_is_asked_for_a_code),
		TEST(a_constant_may_be_several),
		TEST(the_name_of_a_cause_is_no_guess),
		TEST(a_name_of_any_length_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
