/* test_exchange_rules.c - what is found wrong with a response beside the
 * request that it answers: what is to be copied, and what opens a dialog. */
#include "pair.h"

#include <string.h>
#include <sipcode.h>

#define VIA "SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1"

static void call_id_and_cseq_come_back(void **state)
{
	static const struct copied rows[] = {
		{ 'i', "Call-ID: x@y\r\n", "i:   x@y\r\n", "" },
		{ 'i', "Call-ID: x,y\r\n", "Call-ID:\r\n x,y\r\n", "" },
		{ 'i', "Call-ID: x@y\r\n", "Call-ID: X@y\r\n",
		  "!call-id-differs=X@y" },
		{ 'i', "Call-ID: x@y\r\n", "Call-ID: x@y2\r\n",
		  "!call-id-differs=x@y2" },
		{ 's', "CSeq: 7 INVITE\r\n", "cseq:  007\r\n\tINVITE\r\n", "" },
		/* What is no number is found without the request. */
		{ 's', "CSeq: 7 INVITE\r\n", "CSeq: x INVITE\r\n", "" },
		{ 's', "CSeq: 7 INVITE\r\n", "CSeq: 8 INVITE\r\n",
		  "!cseq-differs=8" },
		{ 's', "CSeq: 7 INVITE\r\n", "CSeq: 7 BYE\r\n",
		  "!cseq-differs=7" },
		{ 's', "CSeq: 7 INVITE\r\n", "CSeq: 7 invite\r\n",
		  "!cseq-differs=7" },
	};

	(void)state;
	judge_copies(rows, LEN(rows));
}

static void a_100_has_the_timestamp_of_the_request(void **state)
{
	static const struct pair rows[] = {
		{ 100, "INVITE", "Timestamp: 54\r\n", "Timestamp: 54\r\n", "" },
		{ 100, "INVITE", "timestamp:54.3\r\n",
		  "Timestamp:  54.3\r\n 0.2\r\n", "" },
		{ 100, "INVITE", "", "", "" },
		{ 100, "INVITE", "", "Timestamp: 54\r\n", "" },
		{ 180, "INVITE", "Timestamp: 54\r\n", "", "" },
		{ 100, "INVITE", "Timestamp: 54\r\n", "",
		  "!missing-timestamp=SIP/2.0 100" },
		{ 100, "INVITE", "Timestamp: 54\r\n", "Timestamp: 541\r\n",
		  "!timestamp-differs=541" },
		{ 100, "INVITE", "Timestamp: 54\r\n", "Timestamp: 5\r\n",
		  "!timestamp-differs=5" },
	};

	(void)state;
	judge_pairs(rows, LEN(rows));
}

#define ROUTE "Record-Route: <sip:p2.example;lr>,<sip:p1.example;lr;x=y>\r\n"
#define SUP "Supported: 100rel\r\n"

static void the_route_of_a_dialog_comes_back(void **state)
{
	static const struct pair rows[] = {
		{ 180, "INVITE", ROUTE, ROUTE, "" },
		{ 180, "INVITE", ROUTE,
		  "record-route: <sip:P2.example;lr=on>\r\nRecord-Route:\r\n "
		  "<sip:p1.example;x=y;lr>\r\n", "" },
		/* Proxies behind stand above. */
		{ 180, "INVITE", ROUTE,
		  "Record-Route: <sip:p3.example;lr>, \"a,b\" <sip:p4>\r\n"
		  ROUTE, "" },
		{ 180, "INVITE", "", "Record-Route: <sip:p3.example;lr>\r\n", "" },
		{ 200, "SUBSCRIBE", ROUTE, ROUTE, "" },
		{ 486, "INVITE", ROUTE, "", "" }, { 100, "INVITE", ROUTE, "", "" },
		{ 199, "INVITE", ROUTE, "", "" }, { 200, "BYE", ROUTE, "", "" },
		{ 202, "REFER", ROUTE "Refer-Sub: false\r\n", "", "" },
		{ 180, "INVITE", ROUTE, "", "!missing-record-route=SIP/2.0 180" },
		{ 200, "INVITE", ROUTE SUP, "",
		  "!missing-record-route=SIP/2.0 200" },
		{ 200, "SUBSCRIBE", ROUTE, "",
		  "!missing-record-route=SIP/2.0 200" },
		{ 202, "REFER", ROUTE, "", "!missing-record-route=SIP/2.0 202" },
		/* Lost, another one, another order, a parameter lost. */
		{ 180, "INVITE", ROUTE,
		  "Record-Route: <sip:p1.example;lr;x=y>\r\n",
		  "!record-route-differs=<sip:p1" },
		{ 180, "INVITE", ROUTE,
		  "Record-Route: <sip:p2.example;lr>,<sip:p9.example;lr;x=y>\r\n",
		  "!record-route-differs=<sip:p9" },
		{ 180, "INVITE", ROUTE,
		  "Record-Route: <sip:p1.example;lr;x=y>,<sip:p2.example;lr>\r\n",
		  "!record-route-differs=<sip:p1" },
		{ 180, "INVITE", ROUTE,
		  ROUTE "Record-Route: <sip:p3.example;lr>\r\n",
		  "!record-route-differs=<sip:p1" },
		{ 180, "INVITE", ROUTE,
		  "Record-Route: <sip:p2.example;lr>,<sip:p1.example;lr>\r\n",
		  "!record-route-differs=<sip:p1" },
		{ 180, "INVITE", ROUTE,
		  "Record-Route: <sip:p2.example;lr>,<sip:p1.example;lr;x=z>\r\n",
		  "!record-route-differs=<sip:p1" },
	};

	(void)state;
	judge_pairs(rows, LEN(rows));
}

/* A tag in To of the request: it stands in a dialog already. */
static void within_a_dialog_no_route_is_due(void **state)
{
	static const char q[] =
		"INVITE sip:c@d.example SIP/2.0\r\n"
		"Via: " VIA "\r\nFrom: <sip:a@b>;tag=1\r\n"
		"To: <sip:c@d>;tag=2\r\nCall-ID: x\r\nCSeq: 7 INVITE\r\n"
		ROUTE "l: 0\r\n\r\n";
	static const char r[] =
		"SIP/2.0 180 x\r\n"
		"Via: " VIA "\r\nFrom: <sip:a@b>;tag=1\r\n"
		"To: <sip:c@d>;tag=2\r\nCall-ID: x\r\nCSeq: 7 INVITE\r\n"
		"l: 0\r\n\r\n";
	struct bytes b = { 0 };

	(void)state;
	assert_int_equal(pair_differs(q, r, ""), 0);
	/* Without a tag on either side there is no dialog, either. */
	bytes_str(&b, q);
	bytes_drop(&b, ";tag=2");
	assert_int_equal(pair_differs(b.s, r, "!missing-record-route=SIP"),
	                 0);
	bytes_free(&b);
}

#define SIPS "Contact: <sips:a@u.example>\r\n"
#define PLAIN "m: C <sip:c@u.example;transport=tls>\r\n"

static void sips_is_answered_by_sips(void **state)
{
	static const struct pair rows[] = {
		{ 180, "INVITE sips:c@d", SIPS, SIPS, "" },
		{ 180, "INVITE", SIPS, SIPS, "" },
		{ 180, "INVITE", PLAIN, PLAIN, "" },
		{ 486, "INVITE sips:c@d", SIPS, PLAIN, "" },
		{ 180, "INVITE sips:c@d", SIPS, "", "" },
		/* The route counts before Contact. */
		{ 180, "INVITE", "Record-Route: <sip:p>\r\n" SIPS,
		  "Record-Route: <sip:p>\r\n" PLAIN, "" },
		/* A proxy behind may have left SIPS. */
		{ 180, "INVITE", SIPS, "Record-Route: <sip:p>\r\n" PLAIN, "" },
		{ 180, "INVITE", "Record-Route: <sips:p>\r\n" SIPS,
		  "Record-Route: <sip:q>,<sips:p>\r\n" PLAIN, "" },
		{ 180, "INVITE sips:c@d", "", PLAIN, "!contact-not-sips=C <sip" },
		{ 180, "INVITE SIPS:c@d", "",
		  "Record-Route: <sips:p>\r\n" PLAIN, "!contact-not-sips=C <sip" },
		{ 180, "INVITE", SIPS, PLAIN, "!contact-not-sips=C <sip" },
		{ 180, "INVITE", "Record-Route: <sips:p>\r\n" PLAIN,
		  "Record-Route: <sips:p>\r\n" PLAIN, "!contact-not-sips=C <sip" },
		{ 200, "SUBSCRIBE", SIPS, PLAIN, "!contact-not-sips=C <sip" },
	};

	(void)state;
	judge_pairs(rows, LEN(rows));
}

static int judge(const char *q, const char *r, size_t max,
                 struct sipcode_finding *f)
{
	struct sipcode_message a, b;

	assert_true(sipcode_message(q, strlen(q), 0, &a));
	assert_true(sipcode_message(r, strlen(r), 0, &b));
	return (int)sipcode_check_exchange(0, &a, &b, f, max);
}

#define Q(method, more) \
	method " sip:c@d SIP/2.0\r\nVia: " VIA "\r\nFrom: <sip:a>;tag=1\r\n" \
	"To: <sip:b>\r\nCall-ID: x\r\nCSeq: 1 " method "\r\n" more
#define R(method, more) \
	"SIP/2.0 200 x\r\nVia: " VIA "\r\nFrom: <sip:a>;tag=1\r\n" \
	"To: <sip:b>;tag=2\r\nCall-ID: y\r\nCSeq: 1 " method "\r\n" more

static void what_is_no_pair_is_not_judged(void **state)
{
	struct sipcode_message q, r;

	(void)state;
	assert_int_equal(judge(Q("BYE", "\r\n"), R("BYE", "\r\n"), 0, NULL), 1);
	assert_int_equal(judge(Q("ACK", "\r\n"), R("ACK", "\r\n"), 0, NULL), 0);
	assert_int_equal(judge(Q("BYE", "\r\n"), Q("BYE", "\r\n"), 0, NULL), 0);
	assert_int_equal(judge(R("BYE", "\r\n"), R("BYE", "\r\n"), 0, NULL), 0);
	assert_true(sipcode_message("BYE sip:c@d SIP/2.0\r\n\r\n", 23, 0, &q));
	assert_true(sipcode_message("SIP/2.0 200 x\r\n\r\n", 17, 0, &r));
	assert_int_equal(sipcode_check_exchange(0, NULL, &r, NULL, 0), 0);
	assert_int_equal(sipcode_check_exchange(0, &q, NULL, NULL, 0), 0);
	assert_int_equal(sipcode_check_exchange(0, &q, &r, NULL, 0), 0);
	/* A response to another method: only that is said. */
	assert_int_equal(judge(Q("BYE", "\r\n"),
	                       R("INVITE", "Require: x\r\n\r\n"), 0, NULL), 2);
}

/* What a log has cut off may have been there, and the last line longer. */
static void of_half_a_message_nothing_is_missed(void **state)
{
	static const struct {
		const char *q, *r;
		int found;
	} rows[] = {
		{ Q("INVITE", ROUTE "\r\n"), R("INVITE", SUP "\r\n"), 3 },
		{ Q("INVITE", ROUTE), R("INVITE", SUP "\r\n"), 1 },
		{ Q("INVITE", ROUTE "\r\n"), R("INVITE", SUP), 1 },
		{ Q("BYE", ""), R("BYE", "Require: x\r\n\r\n"), 1 },
		{ Q("BYE", "\r\n"), R("BYE", "Require: x\r\n\r\n"), 2 },
		{ Q("BYE", ""), "SIP/2.0 200 x\r\nCall-ID: y", 0 },
		{ Q("BYE", ""), "SIP/2.0 200 x\r\nCall-ID: y\r\nTo: <sip:z", 1 },
		/* A log that shows some header fields and an empty line. */
		{ "BYE sip:c@d SIP/2.0\r\nCSeq: 1 BYE\r\n\r\n",
		  R("BYE", "Require: x\r\n\r\n"), 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		assert_int_equal(judge(rows[i].q, rows[i].r, 0, NULL),
		                 rows[i].found);
}

/* By their places, at one place by their identifiers, however many fit. */
static void what_is_found_stands_in_order(void **state)
{
	static const char *const want[] = {
		"missing-record-route", "no-session-description",
		"require-unsupported", "call-id-differs", "recv-info-unasked",
		"require-unsupported",
	};
	static const char r[] =
		"SIP/2.0 200 x\r\nRequire: y\r\nVia: " VIA "\r\n"
		"From: <sip:a>;tag=1\r\nTo: <sip:b>;tag=2\r\nCall-ID: y\r\n"
		"CSeq: 1 INVITE\r\nRecv-Info: x\r\nRequire: z\r\n\r\n";
	struct sipcode_finding f[8];
	char id[32];

	(void)state;
	for (size_t max = 0; max <= LEN(f); max++) {
		f[0].problem = SIPCODE_PROBLEMS;
		assert_int_equal(judge(Q("INVITE", ROUTE "\r\n"), r, max, f),
		                 LEN(want));
		for (size_t i = 0; i < LEN(want) && i < max; i++) {
			sipcode_rule_id(&f[i], id, sizeof(id));
			assert_string_equal(id, want[i]);
		}
	}
}

/* Long lists, on either side, and both in the wrong order. */
static void a_pair_of_megabytes_is_judged(void **state)
{
	static const struct {
		const char *asked, *answered;
		int found;
		size_t more;
	} rows[] = {
		{ "Via: " VIA "\r\n", "Via: " VIA "\r\n", 1, 0 },
		{ "k: a,b,c\r\n", "Require: d\r\n", 1, 0 },
		{ "X: y\r\n", "Require: d,e\r\n", 1 + SIPCODE_FINDINGS_SAME, 1 },
		{ "Record-Route: <sip:p;a;b;c;d;e>\r\n",
		  "Record-Route: <sip:p;e;d;c;b;a>\r\n", 1, 0 },
		{ "m: <sip:a>\r\n", "Allow: a\r\n", 1, 0 },
	};
	struct sipcode_finding f[128];

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct bytes q = { 0 }, r = { 0 };
		int n;

		bytes_str(&q, Q("SUBSCRIBE", ""));
		bytes_str(&r, R("SUBSCRIBE", ""));
		for (size_t k = 0; k < 40000; k++) {
			bytes_str(&q, rows[i].asked);
			bytes_str(&r, rows[i].answered);
		}
		bytes_str(&q, "\r\n");
		bytes_str(&r, "\r\n");
		n = judge(q.s, r.s, LEN(f), f);
		assert_int_equal(n, rows[i].found);
		if (rows[i].more > 0)
			assert_int_equal(f[n - 1].more,
			                 80000 - SIPCODE_FINDINGS_SAME);
		bytes_free(&q);
		bytes_free(&r);
	}
}

#define AUDIO "v=0\r\nm=audio 1 RTP/AVP 0\r\n"

/* Rules that do not bind, though much of what they are about is there. */
static void what_no_rule_binds_is_not_told(void **state)
{
	static const struct session sessions[] = {
		{ { 415, "MESSAGE", "c: a/b;x\r\n", "Accept: a/b;x\r\n", "" },
		  "x", NULL },
		{ { 415, "MESSAGE", "c: a/b\r\n", "Accept: a/b\r\n",
		    "?accept-lists-type=a/b" }, "x", NULL },
		{ { 183, "UPDATE", "c: application/sdp\r\n",
		    "c: application/sdp\r\n", "" }, AUDIO, "v=0\r\n" },
		{ { 200, "OPTIONS", "c: application/sdp\r\n",
		    "c: application/sdp\r\n", "" }, AUDIO, "v=0\r\n" },
	};
	static const struct pair rows[] = {
		{ 183, "UPDATE", "Require: 100rel\r\n", "", "" },
		{ 183, "INVITE", "Require: timer\r\n", "", "" },
		{ 183, "INVITE", "Require: 100rel\r\n",
		  "Require: 100rel\r\nRSeq: 1\r\n", "" },
		{ 423, "INVITE", "Expires: 10\r\n", "Min-Expires: 5\r\n",
		  "" },
		{ 423, "SUBSCRIBE", "Expires: 10\r\n", "Min-Expires: 5\r\n",
		  "!min-expires-low=5" },
		{ 200, "UPDATE", "k: timer\r\nMin-SE: 100\r\nx: 200\r\n",
		  "x: none\r\n", "" },
		{ 200, "UPDATE", "k: timer\r\nMin-SE: 100\r\nx: 200\r\n",
		  "x: 99\r\n", "!session-expires-shorter=99" },
		{ 200, "UPDATE", "k: timer\r\nx: 200;refresher=uac\r\n",
		  "x: 200\r\n", "" },
		{ 200, "UPDATE", "k: timer\r\nx: 200;refresher=uac\r\n",
		  "x: 200;refresher=uac\r\n", "" },
		{ 200, "UPDATE", "k: timer\r\nx: 200;refresher=uas\r\n",
		  "x: 200;refresher=uas\r\n", "" },
		{ 420, "INVITE", "", "Unsupported: path\r\n",
		  "!unsupported-not-required=path" },
		{ 420, "REGISTER", "", "Unsupported: x\r\n",
		  "!unsupported-not-required=x" },
		{ 200, "REFER", "Refer-Sub: false\r\n"
		  "Record-Route: <sip:p;lr>\r\n", "", "" },
		{ 200, "REFER", "Record-Route: <sip:p;lr>\r\n",
		  "Refer-Sub: false\r\n", "" },
		{ 200, "REFER", "Require: x\r\nRecord-Route: <sip:p;lr>\r\n",
		  "", "" },
		{ 100, "INVITE", "Timestamp: 1\r\n", "Timestamp: 1 2\r\n",
		  "" },
		{ 100, "INVITE", "Timestamp: 12\r\n", "Timestamp: 1\r\n",
		  "!timestamp-differs=1" },
	};
	static const struct copied copies[] = {
		{ 's', "CSeq: 7\r\n", "CSeq: 7\r\n", "" },
		{ 's', "CSeq: 7\r\n", "CSeq: 8\r\n", "!cseq-differs=8" },
		{ 'v', "Via: SIP/2.0/UDP h;rport;branch=1\r\n",
		  "Via: SIP/2.0/UDP h;rport;branch=1\r\n", "" },
		{ 'v', "Via: SIP/2.0/UDP h;rport=1;branch=1\r\n",
		  "Via: SIP/2.0/UDP h;rport=1;branch=1\r\n", "" },
		{ 'v', "Via: SIP/2.0/UDP h;rport;branch=1\r\n",
		  "Via: SIP/2.0/UDP h;branch=1\r\n", "" },
	};

	(void)state;
	judge_sessions(sessions, LEN(sessions));
	judge_pairs(rows, LEN(rows));
	judge_copies(copies, LEN(copies));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(call_id_and_cseq_come_back),
		TEST(a_100_has_the_timestamp_of_the_request),
		TEST(the_route_of_a_dialog_comes_back),
		TEST(within_a_dialog_no_route_is_due),
		TEST(sips_is_answered_by_sips),
		TEST(what_is_no_pair_is_not_judged),
		TEST(of_half_a_message_nothing_is_missed),
		TEST(what_is_found_stands_in_order),
		TEST(a_pair_of_megabytes_is_judged),
		TEST(what_no_rule_binds_is_not_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
