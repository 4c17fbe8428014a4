/* test_bounds.c - the rules of a request and its response at their bounds: one
 * below, at it, one above. */
#include "pair.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

#define SDP "c: application/sdp\r\n"
#define ONE "v=0\r\nm=audio 1 RTP/AVP 0\r\n"
#define NONE "v=0\r\n"
#define ROUTE "Record-Route: <sip:p;lr>\r\n"

static void a_rule_binds_the_codes_of_its_range(void **state)
{
	static const struct session sessions[] = {
		{ { 100, "INVITE", SDP, SDP, "" }, ONE, NONE },
		{ { 101, "INVITE", SDP, SDP, "!media-differ=v=0" }, ONE, NONE },
		{ { 198, "INVITE", SDP, SDP, "!media-differ=v=0" }, ONE, NONE },
		{ { 199, "INVITE", SDP, SDP, "" }, ONE, NONE },
		{ { 299, "INVITE", SDP, SDP, "!media-differ=v=0" }, ONE, NONE },
		{ { 300, "INVITE", SDP, SDP, "" }, ONE, NONE },
		{ { 199, "UPDATE", SDP, SDP, "" }, ONE, NONE },
		{ { 299, "UPDATE", SDP, SDP, "!media-differ=v=0" }, ONE, NONE },
		{ { 300, "UPDATE", SDP, SDP, "" }, ONE, NONE },
		/* The type, but no body; a body, but no type. */
		{ { 200, "INVITE", "", SDP, "" }, NULL, NULL },
		{ { 200, "INVITE", "", "", "" }, NULL, "x" },
	};
	static const struct pair rows[] = {
		{ 299, "INVITE", "", "", "!no-session-description=SIP" },
		{ 300, "INVITE", "", "", "" },
		{ 100, "INVITE", "Require: 100rel\r\n", "", "" },
		{ 101, "INVITE", "Require: 100rel\r\n", "",
		  "!missing-require=SIP" },
		{ 198, "INVITE", "Require: 100rel\r\n", "",
		  "!missing-require=SIP" },
		{ 183, "INVITE", "Require: 100rel\r\n", "RSeq: 1\r\n", "" },
		{ 100, "INVITE", "", "Recv-Info: x\r\n", "" },
		{ 101, "INVITE", "", "Recv-Info: x\r\n",
		  "!recv-info-unasked=x" },
		{ 299, "INVITE", "k: 100rel\r\n", "Recv-Info: x\r\n",
		  "!recv-info-unasked=x" },
		{ 300, "INVITE", "", "Recv-Info: x\r\n", "" },
		{ 200, "UPDATE", "", "Recv-Info: x\r\n", "" },
		{ 199, "SUBSCRIBE", "Expires: 10\r\n", "Expires: 11\r\n", "" },
		{ 299, "SUBSCRIBE", "Expires: 10\r\n", "Expires: 11\r\n",
		  "!expires-longer=11" },
		{ 300, "SUBSCRIBE", "Expires: 10\r\n", "Expires: 11\r\n", "" },
		{ 299, "PUBLISH", "Expires: 10\r\n", "Expires: 11\r\n", "" },
		/* Which responses open a dialog */
		{ 100, "INVITE", ROUTE, "", "" },
		{ 101, "INVITE", ROUTE, "", "!missing-record-route=SIP" },
		{ 198, "INVITE", ROUTE, "", "!missing-record-route=SIP" },
		{ 199, "INVITE", ROUTE, "", "" },
		{ 299, "INVITE", ROUTE "k: 100rel\r\n", "",
		  "!missing-record-route=SIP" },
		{ 300, "INVITE", ROUTE, "", "" },
		{ 199, "SUBSCRIBE", ROUTE, "", "" },
		{ 299, "SUBSCRIBE", ROUTE, "", "!missing-record-route=SIP" },
		{ 300, "SUBSCRIBE", ROUTE, "", "" },
		{ 101, "INVITE", "Timestamp: 1\r\n", "", "" },
		{ 101, "INVITE", "Timestamp: 1\r\n", "Timestamp: 2\r\n", "" },
		{ 201, "REGISTER", "m: <sip:a>\r\n", "", "" },
		{ 200, "REGISTER", "m: <sip:a>\r\n", "",
		  "!missing-contact=SIP" },
		{ 200, "REGISTER", "m: <sip:a>;expires=0\r\n", "", "" },
		{ 200, "REGISTER", "m: *\r\nExpires: 0\r\n", "", "" },
		{ 200, "REGISTER", "m: <sip:a>;expires=1\r\n", "",
		  "!missing-contact=SIP" },
		{ 200, "REGISTER", "", "", "" },
	};

	(void)state;
	judge_sessions(sessions, LEN(sessions));
	judge_pairs(rows, LEN(rows));
}

static void an_interval_is_judged_to_the_second(void **state)
{
	static const struct pair rows[] = {
		{ 423, "SUBSCRIBE", "Expires: 0\r\n", "Min-Expires: 60\r\n",
		  "!interval-not-brief=SIP" },
		{ 423, "PUBLISH", "Expires: 0\r\n", "Min-Expires: 60\r\n",
		  "!interval-not-brief=SIP" },
		{ 423, "SUBSCRIBE", "Expires: 1\r\n", "Min-Expires: 6\r\n",
		  "" },
		{ 423, "SUBSCRIBE", "Expires: 3599\r\n",
		  "Min-Expires: 9999\r\n", "" },
		{ 423, "SUBSCRIBE", "Expires: 3600\r\n",
		  "Min-Expires: 9999\r\n", "!interval-not-brief=SIP" },
		{ 423, "PUBLISH", "Expires: 3600\r\n",
		  "Min-Expires: 9999\r\n", "" },
		{ 423, "SUBSCRIBE", "", "Min-Expires: 9\r\n", "" },
		{ 423, "SUBSCRIBE", "Expires: 60\r\n", "", "" },
		{ 423, "SUBSCRIBE", "Expires: 60\r\n", "Min-Expires: 61\r\n",
		  "" },
		{ 423, "SUBSCRIBE", "Expires: 60\r\n", "Min-Expires: 60\r\n",
		  "!min-expires-low=60" },
		{ 423, "SUBSCRIBE", "Expires: 60\r\n", "Min-Expires: 0\r\n",
		  "!min-expires-low=0" },
		{ 423, "SUBSCRIBE", "Expires: 1\r\n", "Min-Expires: 1\r\n",
		  "!min-expires-low=1" },
		{ 422, "SUBSCRIBE", "Expires: 60\r\n", "Min-Expires: 1\r\n",
		  "" },
		/* Of several contacts the least above zero */
		{ 423, "REGISTER", "m: <a>;expires=50,<b>;expires=40\r\n",
		  "Min-Expires: 41\r\n", "" },
		{ 423, "REGISTER", "m: <a>;expires=50,<b>;expires=40\r\n",
		  "Min-Expires: 40\r\n", "!min-expires-low=40" },
		{ 423, "REGISTER", "m: <a>;expires=40,<b>;expires=50\r\n",
		  "Min-Expires: 40\r\n", "!min-expires-low=40" },
		{ 423, "REGISTER", "m: <a>;expires=0,<b>;expires=1\r\n",
		  "Min-Expires: 1\r\n", "!min-expires-low=1" },
		{ 423, "REGISTER", "m: <a>;expires=0,<b>;expires=0\r\n",
		  "Min-Expires: 1\r\n", "!interval-not-brief=SIP" },
		{ 423, "REGISTER", "Expires: 0\r\n", "Min-Expires: 1\r\n", "" },
		{ 423, "REGISTER", "m: <a>\r\nExpires: 9\r\n",
		  "Min-Expires: 9\r\n", "!min-expires-low=9" },
		{ 423, "REGISTER", "m: <a>\r\n", "Min-Expires: 9\r\n", "" },
		{ 200, "SUBSCRIBE", "Expires: 0\r\n", "Expires: 1\r\n",
		  "!expires-longer=1" },
		{ 200, "SUBSCRIBE", "Expires: 9\r\n", "Expires: 9\r\n", "" },
		{ 200, "SUBSCRIBE", "", "Expires: 9\r\n", "" },
		{ 200, "SUBSCRIBE", "Expires: 9\r\n", "", "" },
	};

	(void)state;
	judge_pairs(rows, LEN(rows));
}

#define TIMER "Supported: timer\r\n"

static void a_timer_is_judged_to_the_second(void **state)
{
	static const struct pair rows[] = {
		{ 422, "INVITE", "x: 1800\r\n", "Min-SE: 1801\r\n", "" },
		{ 422, "INVITE", "x: 1800\r\n", "Min-SE: 1800\r\n",
		  "?min-se-low=1800" },
		{ 422, "INVITE", "x: 1800\r\n", "Min-SE: 91\r\n",
		  "?min-se-low=91" },
		{ 422, "INVITE", "x: 1800\r\n", "Min-SE: 90\r\n",
		  "!min-se-low=90" },
		{ 422, "INVITE", "x: 1800\r\n", "Min-SE: 0\r\n",
		  "!min-se-low=0" },
		{ 422, "INVITE", "x: 0\r\n", "Min-SE: 0\r\n", "!min-se-low=0" },
		{ 422, "INVITE", "x: 1800\r\nMin-SE: 91\r\n",
		  "Min-SE: 91\r\n", "!min-se-low=91" },
		{ 422, "INVITE", "x: 1800\r\nMin-SE: 91\r\n",
		  "Min-SE: 92\r\n", "?min-se-low=92" },
		{ 422, "INVITE", "x: 1800\r\nMin-SE: 60\r\n",
		  "Min-SE: 91\r\n", "?min-se-low=91" },
		{ 422, "INVITE", "x: 1800\r\n", "", "" },
		{ 422, "INVITE", "", "Min-SE: 90\r\n", "" },
		{ 422, "UPDATE", "x: 100\r\n", "Min-SE: 90\r\n",
		  "!min-se-low=90" },
		{ 422, "BYE", "x: 100\r\n", "Min-SE: 90\r\n", "" },
		{ 200, "UPDATE", TIMER "x: 90\r\n", "x: 90\r\n", "" },
		{ 200, "UPDATE", TIMER "x: 90\r\n", "x: 91\r\n",
		  "!session-expires-longer=91" },
		{ 200, "UPDATE", TIMER "x: 89\r\n", "x: 91\r\n", "" },
		{ 200, "UPDATE", "x: 90\r\n", "x: 91\r\n", "" },
		{ 200, "UPDATE", "x: 90\r\n", "x: 89\r\n",
		  "!session-expires-shorter=89" },
		{ 200, "UPDATE", "x: 90\r\n", "x: 0\r\n",
		  "!session-expires-shorter=0" },
		{ 200, "UPDATE", "x: 89\r\n", "x: 80\r\n", "" },
		{ 200, "UPDATE", "", "x: 80\r\n", "" },
		{ 200, "UPDATE", "Min-SE: 60\r\n", "x: 89\r\n",
		  "!session-expires-shorter=89" },
		{ 200, "UPDATE", "Min-SE: 120\r\n", "x: 120\r\n", "" },
		{ 200, "UPDATE", "Min-SE: 120\r\n", "x: 119\r\n",
		  "!session-expires-shorter=119" },
		{ 299, "UPDATE", "x: 90\r\n", "x: 89\r\n",
		  "!session-expires-shorter=89" },
		{ 300, "UPDATE", "x: 90\r\n", "x: 89\r\n", "" },
		{ 200, "BYE", "x: 90\r\n", "x: 89\r\n", "" },
		{ 200, "UPDATE", "x: 90;refresher=uac\r\n",
		  "x: 90;refresher=uas\r\n", "" },
	};

	(void)state;
	judge_pairs(rows, LEN(rows));
}

static void a_type_of_parts_is_not_judged(void **state)
{
	static const struct session rows[] = {
		{ { 415, "INFO", "c: multipart/x\r\n",
		    "Accept: multipart/x\r\n", "" }, "x", NULL },
		{ { 415, "INFO", "c: multipart/\r\n", "Accept: multipart/\r\n",
		    "?accept-lists-type=multipart/" }, "x", NULL },
		{ { 415, "INFO", "c: multiparts/x\r\n",
		    "Accept: multiparts/x\r\n",
		    "?accept-lists-type=multiparts/x" }, "x", NULL },
		{ { 415, "INFO", "c: a/b\r\nContent-Language: en\r\n",
		    "Accept: a/b\r\n", "" }, "x", NULL },
		{ { 415, "INFO", "c: a/b\r\n", "Accept: a/b, a/b\r\n",
		    "?accept-lists-type=a/b" }, "x", NULL },
		{ { 414, "INFO", "c: a/b\r\n", "Accept: a/b\r\n", "" }, "x",
		  NULL },
		{ { 405, "INFO", "", "Allow: INFO, INFO\r\n",
		    "!allow-lists-method=INFO" }, NULL, NULL },
		{ { 405, "INFO", "", "Allow: info\r\n", "" }, NULL, NULL },
	};

	(void)state;
	judge_sessions(rows, LEN(rows));
}

/* Of more tags than a person would write nothing is said. */
static void so_many_tags_are_read(void **state)
{
	for (int n = 62; n < 68; n++)
		for (int known = 0; known < 2; known++) {
			char tags[1024] = "Supported: ", require[64];
			struct pair row = { 200, "BYE", tags, require, "" };

			(void)state;
			for (int i = 1; i <= n; i++)
				sprintf(tags + strlen(tags), "t%d%s", i,
				        i < n ? ", " : "\r\n");
			sprintf(require, "Require: t%d\r\n", n + !known);
			if (!known && n <= 64)
				row.want = "!require-unsupported=t";
			judge_pairs(&row, 1);
		}
}

/* What is due is told by the duty of the class. */
static void a_duty_is_that_of_the_class(void **state)
{
	static const struct {
		unsigned code;
		const char *duty;
	} rows[] = {
		{ 101, "101-199-record-route" },
		{ 198, "101-199-record-route" },
		{ 200, "200-record-route" },
		{ 299, "200-record-route" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		static const char five[] =
			"Via: SIP/2.0/UDP h\r\nFrom: <sip:a>;tag=1\r\n"
			"Call-ID: x\r\nCSeq: 1 SUBSCRIBE\r\n";
		int invite = rows[i].code < 200;
		struct sipcode_finding f[8];
		struct sipcode_message a, b;
		char q[512], r[512];
		size_t n;

		sprintf(q, "%s sip:b SIP/2.0\r\n%sTo: <sip:b>\r\n" ROUTE "\r\n",
		        invite ? "INVITE" : "SUBSCRIBE", five);
		sprintf(r, "SIP/2.0 %u x\r\n%sTo: <sip:b>;tag=2\r\n\r\n",
		        rows[i].code, five);
		/* The CSeq of both is of the same method. */
		if (invite) {
			memcpy(strstr(q, "1 SUBSCRIBE"), "1 INVITE   ", 11);
			memcpy(strstr(r, "1 SUBSCRIBE"), "1 INVITE   ", 11);
		}
		assert_true(sipcode_message(q, strlen(q), 0, &a));
		assert_true(sipcode_message(r, strlen(r), 0, &b));
		n = sipcode_check_exchange(0, &a, &b, f, LEN(f));
		assert_int_equal(n, 1);
		assert_string_equal(sipcode_text(f[0].duty, SIPCODE_F_ID, 0),
		                    rows[i].duty);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_rule_binds_the_codes_of_its_range),
		TEST(an_interval_is_judged_to_the_second),
		TEST(a_timer_is_judged_to_the_second),
		TEST(a_type_of_parts_is_not_judged),
		TEST(so_many_tags_are_read),
		TEST(a_duty_is_that_of_the_class),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
