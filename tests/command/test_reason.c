/* test_reason.c - what Reason, Warning and the header fields of products say
 * about a failure, in every format. */
#include "bytes.h"

#include <string.h>

#include "jsonread.h"

#define REFUSED "SIP/2.0 603 Decline\nCSeq: 1 INVITE\n"

static const struct {
	const char *field, *out, *row, *product;
} fields[] = {
	/* RFC 8606: where the call was released. */
	{ "Reason: Q.850;cause=17;location=LN\n",
	  "*\n  Reason  Q.850;cause=17;location=LN = User busy: *\n"
	  "  Reason location  LN: *public network*local user*[[]RFC 8606 *",
	  "*\tsays\tReason\tlocation\tLN\t*public network*", "" },
	{ "Reason: Q.850;cause=17;location=XY\n",
	  "*\n  Reason location  XY: *RFC 8606 does not define*",
	  "*\tsays\tReason\tlocation\tXY\t*does not define*", "" },
	/* RFC 9366: several values, of one protocol or of several. */
	{ "Reason: SIP;cause=486, Q.850;cause=16\n",
	  "*\n  Reason  SIP;cause=486: Busy*\n"
	  "  Reason  Q.850;cause=16 = Normal *", "*\tSIP;cause=486\t*\n*"
	  "\tQ.850;cause=16\t*", "" },
	/* The phrase may have been rewritten on the way. */
	{ "Reason: Q.850;cause=21;text=\"v=analytics1;url=h;tel=+1\"\n",
	  "*\n  Reason text  v=analytics1;*The analytics of a network *",
	  "*\ttext\tv=analytics1;*", "" },
	{ "Reason: Teams;cause=560403\n",
	  "*\n  Reason  Teams;cause=560403: *another protocol*",
	  "*\tsays\tReason\t\tTeams;cause=560403\t*", "" },
	{ "Reason: q.850;cause=17\n",
	  "*\n  Reason  q.850;cause=17 = User busy: *", "*", "" },
	/* What is no number is no cause 0. */
	{ "Reason: Q.850;cause=abc\n",
	  "*\n  Reason  Q.850;cause=abc: the reason, as *", "*", "" },
	{ "X-Asterisk-HangupCauseCode: abc\n",
	  "*\n  X-Asterisk-HangupCauseCode  abc*the number of the hangup *",
	  "*", "" },
	/* Numbers of MOR and Twilio, but no field of theirs. */
	{ "Cause: 205\n", "*\n  Cause  205: *own words*", "*", "" },
	{ "X-StringError: 32203\n", "*\n  X-StringError  32203: *own words*",
	  "*", "" },
	{ "Warning: 399 mcx \"120 user is not affiliated to this group\"\n",
	  "*\n  Warning text  120 user *affiliat*", "*\ttext\t120 user *", "" },
	{ "Warning: 399 pbx \"Call Rejected By Filter: bad number\"\n",
	  "*\n  Warning  399 *", "*\tsays\tWarning\t*", "" },
	/* Its number is known, and whose it is. */
	{ "X-Twilio-Error: 32203 Call blocked\n",
	  "*\n  X-Twilio-Error  32203 Call blocked: Twilio blocks *",
	  "*\tsays\tX-Twilio-Error\t\t32203 Call blocked\t*", "Twilio" },
	{ "X-Asterisk-HangupCauseCode: 17\n",
	  "*\n  X-Asterisk-HangupCauseCode  17 = User busy: *",
	  "*\tX-Asterisk-HangupCauseCode\t\t17\t*", "" },
	{ "X-Asterisk-HangupCause: Call Rejected\n",
	  "*\n  X-Asterisk-HangupCause  Call Rejected*words of Q.850*",
	  "*\tX-Asterisk-HangupCause\t\tCall Rejected\t*", "" },
	/* None that is known: its name says what it is for. */
	{ "X-My-Hangup: too late\n",
	  "*\n  X-My-Hangup  too late: *own words*",
	  "*\tsays\tX-My-Hangup\t\ttoo late\t*", "" },
};

static void what_tells_of_a_failure_is_said(void **state)
{
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(fields); i++) {
		struct bytes b = { 0 };

		bytes_str(&b, REFUSED);
		bytes_str(&b, fields[i].field);
		bytes_str(&b, "\n");
		RUN_BYTES(&r, b.s, b.n, "explain", "-w0");
		assert_run(&r, 0, fields[i].out, "");
		RUN_BYTES(&r, b.s, b.n, "explain", "-t");
		assert_run(&r, 0, fields[i].row, "");
		RUN_BYTES(&r, b.s, b.n, "explain", "-j");
		assert_run(&r, 0, "*", "");
		assert_json(r.out, r.out_len);
		assert_holds(json_at(r.out, "0.says.0.product"),
		             fields[i].product);
		bytes_free(&b);
	}
	run_free(&r);
}

/* All that are known to write it so, also where the text stands in another
 * field than the status line. */
static void the_writers_of_a_text_are_all_named(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, "SIP/2.0 503 x\nX-Reason: Maximum Calls In Progress\n\n",
	         "explain", "-w0");
	assert_run(&r, 0, "*X-Reason text  Maximum * = FreeSWITCH: *"
	           "X-Reason text  Maximum * = jambonz: *", "");
	RUN_TEXT(&r, "SIP/2.0 403 Forbidden\nReason: Q.850;cause=63;text=\"1-2;"
	         "Provided Trunk FQDN 'a.example.com' is not allowed\"\n\n",
	         "explain", "-w0");
	assert_run(&r, 0, "*Reason text  1-2;Provided *= Microsoft Teams *",
	           "");
	RUN_TEXT(&r, "SIP/2.0 403 Forbidden\nReason: Q.850;cause=21;text=\"\"\n"
	         "Warning: 399 a \"120 lines are busy\"\n\n",
	         "explain", "-w0");
	assert_run(&r, 0, "*", "");
	assert_lacks(r.out, "Reason text");
	assert_lacks(r.out, "Warning text");
	run_free(&r);
}

/* No word of a name, and no field of a standard. */
static void other_fields_are_left_alone(void **state)
{
	static const char log[] = REFUSED "X-Trace: 32203\nP-Access: reason\n"
	                                  "X-Call-Info: error\n\n";
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, log, "explain", "-t");
	assert_run(&r, 0, "*", "");
	assert_lacks(r.out, "X-Trace");
	assert_lacks(r.out, "P-Access");
	assert_lacks(r.out, "X-Call-Info");
	run_free(&r);
}

/* Typed, the field leads to the same. */
static void a_field_of_a_product_may_be_typed(void **state)
{
	static const struct check checks[] = {
		{ { "-w0", "X-Twilio-Error: 32203 Call blocked" }, 0,
		  "32203*\nTwilio\nTwilio blocks *", "" },
		{ { "-w0", "X-Asterisk-HangupCauseCode: 17" }, 0,
		  "cause 17 *", "" },
		{ { "-w0", "Reason: Q.850;cause=17;location=LN" }, 0,
		  "cause 17 *",
		  "sipcode: there is also: 'sipcode header Reason'\n" },
		{ { "-w0", "Reason: SIP;cause=408;text=\"ACK Timeout\"" }, 0,
		  "\"ACK Timeout\" Sofia-SIP*\n\n408 *",
		  "sipcode: there is also: 'sipcode header Reason'\n" },
		{ { "-Fcode", "Reason: SIP;cause=200;text=\"x\"" }, 0, "200\n",
		  "sipcode: there is also: 'sipcode symptom answered-elsewhere-"
		  "missed'\nsipcode: there is also: 'sipcode header Reason'"
		  "\n" },
		{ { "-w0", "cause", "LN" }, 0,
		  "location 2 public *\nAlso  LN\n*RFC 8606*", "" },
		{ { "-w0", "cause", "location", "LN" }, 0, "location 2 *", "" },
		{ { "-Flocation", "cause", "location", "TN" }, 0, "3\n", "" },
	};

	(void)state;
	CHECK(checks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_tells_of_a_failure_is_said),
		TEST(the_writers_of_a_text_are_all_named),
		TEST(other_fields_are_left_alone),
		TEST(a_field_of_a_product_may_be_typed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
