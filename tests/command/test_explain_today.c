/* test_explain_today.c - responses that came up in forums and trackers in the
 * last years: explain says what their sender means. */
#include "bytes.h"

static const struct {
	const char *method, *status, *field, *out;
} responses[] = {
	{ "INVITE",
	  "403 domestic anchored terms not met",
	  "",
	  "*Set destination_country in the outbound trunk*" },
	{ "INVITE",
	  "603 Declined",
	  "x-twilio-error: 32203 Call blocked",
	  "*Twilio blocks the destination*Do not call again*" },
	{ "OPTIONS",
	  "503 Maximum Calls In Progress",
	  "",
	  "*OPTIONS, the server itself sends the 503: an INVITE would "
	  "get the same answer now*" },
	{ "REGISTER",
	  "503 Maximum Calls In Progress",
	  "Retry-After: 300",
	  "*Retry-After  300: seconds to wait *= FreeSWITCH: *"
	  "= jambonz: *" },
	{ "INVITE",
	  "503 Service Unavailable",
	  "X-Reason: No more gateways",
	  "*X-Reason text  No more gateways = softswitches*" },
	{ "INVITE",
	  "503 No more gateways",
	  "",
	  "*The softswitch has tried all its gateways*" },
	{ "REGISTER",
	  "503 io error",
	  "",
	  "* = *belle-sip*: *" },
	{ "INVITE",
	  "403 Out Of Look-Ahead Retries",
	  "",
	  "* = softswitches (Russia)*: *" },
	{ "INVITE",
	  "403 wrong guess",
	  "",
	  "* = softswitches (Russia)*: *" },
	{ "REGISTER",
	  "403 Forbidden - HSS user unknown",
	  "",
	  "*The HSS does not know the private or public identity*" },
	{ "INVITE",
	  "606 Not Acceptable",
	  "Warning: 399 issi \"No RTP Resource\"",
	  "*P25 ISSI*no RTP resource*" },
	{ "MESSAGE",
	  "403 Forbidden",
	  "Warning: 399 devnull \"<102>[Component]Not registered\"",
	  "*The device seems to believe that it is not registered*" },
	{ "INVITE",
	  "400 Invalid Phone Number",
	  "",
	  "* = Twilio*: *" },
	{ "INVITE",
	  "400 The number +15550100 is unverified",
	  "",
	  "* = Twilio*: *" },
	{ "INVITE",
	  "403 No International Authorization",
	  "",
	  "* = Twilio*: *" },
	{ "INVITE",
	  "403 Invalid Caller ID",
	  "",
	  "* = Twilio*: *" },
	{ "INVITE",
	  "403 Phone number is blocked for verification",
	  "",
	  "* = Twilio*: *" },
	{ "INVITE",
	  "503 Trunk CPS limit exceeded",
	  "",
	  "* = Twilio*: *" },
	{ "INVITE",
	  "401 Unauthorized 11030230348",
	  "",
	  "* = *Telekom*: *" },
	{ "INVITE",
	  "504 Couldn't Classify Packet or No Response",
	  "",
	  "* = *: *fits no customer*" },
	{ "INVITE",
	  "400 Missing Call-ID",
	  "",
	  "* = Oracle SBC*: *" },
	{ "INVITE",
	  "500 Server Internal Error - Server Assignment failed",
	  "",
	  "* = Open IMS Core: The SAR to the HSS failed*" },
	{ "INVITE",
	  "500 Server Error on LIR select next S-CSCF",
	  "",
	  "* = Kamailio IMS I-CSCF example: *" },
	{ "INVITE",
	  "500 Error forwarding towards next S-CSCF",
	  "",
	  "* = Kamailio IMS I-CSCF example: *" },
	{ "INVITE",
	  "480 Temporarily unavailable - TimeOut in MAR/A HSS",
	  "",
	  "* = Open IMS Core: The S-CSCF got no answer of the HSS *" },
	{ "INVITE",
	  "401 Unauthorized - Challenging the UE",
	  "",
	  "*normal challenge of the S-CSCF*" },
};

static void a_response_shows_its_answer(void **state)
{
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(responses); i++) {
		struct bytes b = { 0 };

		bytes_str(&b, "SIP/2.0 ");
		bytes_str(&b, responses[i].status);
		bytes_str(&b, "\nCSeq: 3 ");
		bytes_str(&b, responses[i].method);
		bytes_str(&b, "\n");
		bytes_str(&b, responses[i].field);
		bytes_str(&b, "\n\n");
		RUN_BYTES(&r, b.s, b.n, "explain", "-w0");
		assert_run(&r, 0, responses[i].out, "");
		bytes_free(&b);
	}
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_response_shows_its_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
