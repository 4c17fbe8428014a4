/* test_side.c - the header fields of both sides: what a response grants,
 * refuses and requires of what was asked. */
#include "pair.h"

static void only_what_is_supported_is_required(void **state)
{
	static const struct pair rows[] = {
		{ 180, "INVITE", "k: a, 100REL\r\n",
		  "Require: 100rel\r\nRSeq: 1\r\n", "" },
		{ 200, "BYE", "Require: x\r\nProxy-Require: y\r\n",
		  "Require:\r\n x , y\r\n", "" },
		{ 200, "BYE", "Supported: a\r\nSupported:\r\nk:\r\n b,c\r\n",
		  "require: c,b\r\nRequire: a\r\n", "" },
		{ 200, "BYE", "", "Require:\r\nSupported: x\r\n", "" },
		/* What is needed, and a security agreement. */
		{ 421, "BYE", "", "Require: x, sec-agree\r\n", "" },
		{ 494, "BYE", "", "Require: sec-agree\r\n", "" },
		{ 494, "BYE", "", "Require: sec-agree,x\r\n",
		  "!require-unsupported=x" },
		{ 200, "BYE", "", "Require: timer\r\n",
		  "!require-unsupported=timer" },
		{ 200, "BYE", "Supported: timers, tim\r\n", "Require: timer\r\n",
		  "!require-unsupported=timer" },
		{ 200, "BYE", "Unsupported: x\r\nAllow: y\r\nk: z\r\n",
		  "Require: x,z\r\nRequire: y\r\n",
		  "!require-unsupported=x&!require-unsupported=y" },
	};

	(void)state;
	judge_pairs(rows, LEN(rows));
}

static void only_what_is_required_is_unsupported(void **state)
{
	static const struct pair rows[] = {
		{ 420, "BYE", "Require: x,y\r\nProxy-Require: z\r\n",
		  "Unsupported: z, X\r\n", "" },
		{ 488, "BYE", "", "Unsupported: x\r\n", "" },
		{ 420, "BYE", "Require: x\r\n", "Supported: y\r\n", "" },
		{ 420, "BYE", "Supported: x\r\n", "Unsupported: x\r\n",
		  "!unsupported-not-required=x" },
		{ 420, "BYE", "Require: x\r\n", "Unsupported: x\r\nUnsupported: y\r\n",
		  "!unsupported-not-required=y" },
		/* A registrar refuses the Path of a proxy. */
		{ 420, "REGISTER", "Path: <sip:p>\r\n", "Unsupported: path\r\n",
		  "" },
		{ 420, "BYE", "", "Unsupported: path\r\n",
		  "!unsupported-not-required=path" },
	};

	(void)state;
	judge_pairs(rows, LEN(rows));
}

static void reliable_responses_are_sent_where_required(void **state)
{
	static const struct pair rows[] = {
		{ 180, "INVITE", "Require: 100rel\r\n",
		  "Require: 100rel\r\nRSeq: 1\r\n", "" },
		{ 180, "INVITE", "Supported: 100rel\r\n", "", "" },
		{ 100, "INVITE", "Require: 100rel\r\n", "", "" },
		{ 199, "INVITE", "Require: 100rel\r\n", "", "" },
		{ 486, "INVITE", "Require: 100rel\r\n", "", "" },
		{ 180, "INVITE", "Require: x, 100rel\r\n", "Require: x\r\n",
		  "!missing-require=SIP/2.0 180" },
	};

	(void)state;
	judge_pairs(rows, LEN(rows));
}

static void recv_info_is_asked_for(void **state)
{
	static const struct pair rows[] = {
		{ 180, "INVITE", "Recv-Info:\r\n", "Recv-Info: x\r\n", "" },
		{ 180, "INVITE", "Recv-Info: x\r\n", "", "" },
		{ 469, "INFO", "Info-Package: x\r\n", "Recv-Info: y\r\n", "" },
		{ 180, "INVITE", "", "Recv-Info: x\r\n",
		  "!recv-info-unasked=x" },
	};

	(void)state;
	judge_pairs(rows, LEN(rows));
}

static void what_is_listed_is_not_refused(void **state)
{
	static const struct session rows[] = {
		{ { 405, "INFO", "", "Allow: INVITE, INFORM\r\nAllow: BYE\r\n",
		    "" }, NULL, NULL },
		{ { 403, "INFO", "", "Allow: INFO\r\n", "" }, NULL, NULL },
		{ { 405, "INFO", "", "Allow: BYE\r\nAllow: X,\r\n INFO\r\n",
		    "!allow-lists-method=INFO" }, NULL, NULL },
		{ { 415, "INFO", "c: a/b\r\n", "Accept: a/c\r\n", "" }, "x",
		  NULL },
		{ { 415, "INFO", "c: a/b;c=d\r\n", "Accept: a/b\r\n", "" }, "x",
		  NULL },
		{ { 415, "INFO", "c: a/b\r\n", "Accept: a/b;c=d\r\n", "" }, "x",
		  NULL },
		{ { 415, "INFO", "c: a/b\r\n", "Accept: */*\r\n", "" }, "x",
		  NULL },
		{ { 415, "INFO", "c: a/b\r\n", "Accept: a/b\r\n", "" }, NULL,
		  NULL },
		/* It may be the encoding, the language, or a part. */
		{ { 415, "INFO", "c: a/b\r\ne: gzip\r\n", "Accept: a/b\r\n",
		    "" }, "x", NULL },
		{ { 415, "INFO", "c: a/b\r\n",
		    "Accept: a/b\r\nAccept-Encoding: gzip\r\n", "" }, "x",
		  NULL },
		{ { 415, "INFO", "c: a/b\r\n",
		    "Accept: a/b\r\nAccept-Language: en\r\n", "" }, "x", NULL },
		{ { 415, "INFO", "c: multipart/mixed\r\n",
		    "Accept: multipart/mixed\r\n", "" }, "x", NULL },
		{ { 415, "INFO", "Content-Type : A/b\r\n",
		    "Accept: x/y\r\nAccept: z/z, a/B\r\n",
		    "?accept-lists-type=a/B" }, "x", NULL },
	};

	(void)state;
	judge_sessions(rows, LEN(rows));
}

static void an_interval_that_is_refused_is_brief(void **state)
{
	static const struct pair rows[] = {
		{ 423, "REGISTER", "m: <sip:a>;expires=30\r\n",
		  "Min-Expires: 60\r\n", "" },
		{ 423, "SUBSCRIBE", "Expires: 30\r\n", "Min-Expires: 31\r\n", "" },
		{ 423, "PUBLISH", "Expires: 3600\r\n", "Min-Expires: 7200\r\n",
		  "" },
		/* One of them is brief; one is left to the server. */
		{ 423, "REGISTER",
		  "Contact: <sip:a>;expires=0,<sip:b>;expires=30\r\n"
		  "m: <sip:c;expires=1>\r\nExpires: 9999\r\n",
		  "Min-Expires: 60\r\n", "" },
		{ 423, "REGISTER", "m: <sip:a>,<sip:b>;expires=99\r\n",
		  "Min-Expires: 60\r\n", "" },
		{ 423, "REGISTER", "m: <sip:a>;expires=soon\r\n",
		  "Min-Expires: 60\r\n", "" },
		{ 423, "SUBSCRIBE", "m: <sip:a>;expires=99\r\n",
		  "Min-Expires: 60\r\n", "" },
		{ 423, "REGISTER", "Expires: 99\r\n", "Min-Expires: 60\r\n", "" },
		{ 423, "REGISTER", "m: <sip:a>;expires=60\r\n",
		  "Min-Expires: 60\r\n", "!min-expires-low=60" },
		{ 423, "REGISTER", "m: <sip:a>\r\nExpires: 61\r\n",
		  "Min-Expires:\r\n 60\r\n", "!min-expires-low=60" },
		{ 423, "PUBLISH", "Expires: 3600\r\n", "Min-Expires: 60\r\n",
		  "!min-expires-low=60" },
		{ 423, "REGISTER", "m: <sip:a>;expires=3600\r\n",
		  "Min-Expires: 7200\r\n", "!interval-not-brief=SIP/2.0 423" },
		{ 423, "SUBSCRIBE", "Expires: 0\r\n", "Min-Expires: 60\r\n",
		  "!interval-not-brief=SIP/2.0 423" },
		{ 423, "SUBSCRIBE", "Expires: 4000\r\n", "Min-Expires: 60\r\n",
		  "!interval-not-brief=SIP&!min-expires-low=60" },
	};

	(void)state;
	judge_pairs(rows, LEN(rows));
}

static void no_more_time_is_granted_than_was_asked_for(void **state)
{
	static const struct pair rows[] = {
		{ 200, "SUBSCRIBE", "Expires: 60\r\n", "Expires: 60\r\n", "" },
		{ 200, "SUBSCRIBE", "Expires: 60\r\n", "Expires: 0\r\n", "" },
		{ 200, "SUBSCRIBE", "", "Expires: 3600\r\n", "" },
		{ 200, "REGISTER", "Expires: 60\r\n", "Expires: 61\r\n", "" },
		{ 200, "SUBSCRIBE", "Expires: 60\r\n", "expires:  61\r\n",
		  "!expires-longer=61" },
		{ 202, "SUBSCRIBE", "Expires: 0\r\n", "Expires: 3600\r\n",
		  "!expires-longer=3600" },
	};

	(void)state;
	judge_pairs(rows, LEN(rows));
}

static void what_is_registered_comes_back(void **state)
{
	static const struct pair rows[] = {
		{ 200, "REGISTER", "m: <sip:a>\r\n",
		  "Contact: <sip:a>;expires=9\r\n", "" },
		{ 200, "REGISTER", "", "", "" },
		{ 200, "REGISTER", "m: *\r\nExpires: 0\r\n", "", "" },
		{ 200, "REGISTER", "m: *\r\n", "", "" },
		{ 200, "REGISTER", "m: <sip:a>;expires=0\r\nExpires: 9\r\n", "",
		  "" },
		{ 401, "REGISTER", "m: <sip:a>\r\n", "", "" },
		{ 200, "REGISTER", "m: <sip:a>\r\n", "",
		  "!missing-contact=SIP/2.0 200" },
		{ 200, "REGISTER", "m: <sip:a>;expires=0,<sip:b>;expires=9\r\n",
		  "Expires: 9\r\n", "!missing-contact=SIP/2.0 200" },
	};

	(void)state;
	judge_pairs(rows, LEN(rows));
}

#define TIMER "k: timer\r\n"

static void the_timer_of_a_session_is_agreed(void **state)
{
	static const struct pair rows[] = {
		{ 422, "INVITE", TIMER "x: 90\r\n", "Min-SE: 120\r\n", "" },
		{ 422, "INVITE", TIMER, "Min-SE: 120\r\n", "" },
		{ 422, "INVITE", TIMER "x: 90\r\n", "Min-SE: 90\r\n",
		  "!min-se-low=90" },
		{ 422, "UPDATE", TIMER "x: 400;refresher=uac\r\nMin-SE: 300\r\n",
		  "Min-SE: 300;x\r\n", "!min-se-low=300" },
		/* A proxy may have made the interval shorter. */
		{ 422, "INVITE", TIMER "x: 1800\r\n", "Min-SE: 600\r\n",
		  "?min-se-low=600" },
		{ 200, "UPDATE", TIMER "x: 1800;refresher=uac\r\n",
		  "Session-Expires: 90;refresher=uac\r\n", "" },
		{ 200, "UPDATE", TIMER "x: 1800;refresher=uas\r\n",
		  "x: 1800 ; refresher=uac\r\n", "" },
		{ 200, "UPDATE", TIMER, "x: 1800;refresher=uas\r\n", "" },
		/* Proxies may make it longer for a client without timers, and
		 * where it is below Min-SE. */
		{ 200, "UPDATE", "x: 100\r\n", "x: 1800;refresher=uas\r\n", "" },
		{ 200, "UPDATE", TIMER "x: 100\r\nMin-SE: 200\r\n",
		  "x: 200;refresher=uas\r\n", "" },
		{ 200, "UPDATE", TIMER "x: 60\r\n", "x: 60;refresher=uas\r\n", "" },
		{ 200, "UPDATE", TIMER "x: 1800\r\n", "x: 1801;refresher=uas\r\n",
		  "!session-expires-longer=1801" },
		{ 200, "UPDATE", TIMER "x: 1800\r\n", "x: 89;refresher=uas\r\n",
		  "!session-expires-shorter=89" },
		{ 200, "UPDATE", "Min-SE: 120\r\n", "x: 100;refresher=uas\r\n",
		  "!session-expires-shorter=100" },
		{ 200, "UPDATE", TIMER "x: 1800;refresher=UAC\r\n",
		  "x: 1800;refresher=uas\r\n", "!refresher-differs=1800" },
	};

	(void)state;
	judge_pairs(rows, LEN(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(only_what_is_supported_is_required),
		TEST(only_what_is_required_is_unsupported),
		TEST(reliable_responses_are_sent_where_required),
		TEST(recv_info_is_asked_for),
		TEST(what_is_listed_is_not_refused),
		TEST(an_interval_that_is_refused_is_brief),
		TEST(no_more_time_is_granted_than_was_asked_for),
		TEST(what_is_registered_comes_back),
		TEST(the_timer_of_a_session_is_agreed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
