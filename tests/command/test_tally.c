/* test_tally.c - counting the responses of a log, and gates upon counts. */
#include "bytes.h"

#include <stdio.h>
#include <string.h>

#include "words/label.h"
#include "jsonread.h"

#define HEAD "code\tphrase\tcount\tshare\n"

#define LOG \
	"<--- Received --->\r\nSIP/2.0 100 Trying\r\nCSeq: 1 INVITE\r\n\r\n" \
	"x SIP/2.0 486 Busy Here.\nCSeq: 1 INVITE\n\n" \
	"SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP h\r\nCSEQ: 2 REGISTER\r\n\r\n" \
	"-- Got SIP response 486 \"Busy Here\" back\nINVITE sip:a SIP/2.0\n\n" \
	"SIP/2.0 486 Busy Here, SIP/2.0 200 OK\nSIP/2.0 498 Mine"

/* The tsv of LOG. */
#define LOG_TSV \
	HEAD "100\tTrying\t1\t16.67\n200\tOK\t1\t16.67\n" \
	"486\tBusy Here\t3\t50.00\n498\t\t1\t16.67\n"

static void each_line_counts_once(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, LOG, "tally", "--tsv");
	assert_run(&r, 0, LOG_TSV, "");
	RUN_TEXT(&r, LOG "\n", "tally", "--tsv");
	assert_run(&r, 0, LOG_TSV, "");
	run_cli(&r, (const char *const[]){ "tally", "-t", NULL }, LOG);
	assert_run(&r, 0, LOG_TSV, "");
	run_cli(&r, (const char *const[]){ "tally", "-t", "-", NULL }, LOG);
	assert_run(&r, 0, LOG_TSV, "");
	run_free(&r);
}

static void only_the_codes_asked_for_are_counted(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, LOG, "tally", "-t", "--code", "1xx,498");
	assert_run(&r, 0, HEAD "100\tTrying\t1\t50.00\n498\t\t1\t50.00\n", "");
	RUN_TEXT(&r, LOG, "tally", "-t", "--code=600-699");
	/* Responses are there, but none of these: no word of it. */
	assert_run(&r, 0, HEAD, "");
	RUN_TEXT(&r, LOG, "tally", "-t", "--code=4");
	assert_run(&r, 2, "",
	           "sipcode: not a class, range or code: '4'\n" TRY);
	run_free(&r);
}

static void methods_are_told_apart(void **state)
{
	static const struct {
		const char *log, *method;
	} rows[] = {
		{ "SIP/2.0 486 x\r\nVia: y\r\nCSeq: 1 INVITE\r\n", "INVITE" },
		{ "SIP/2.0 486 x\ncseq:1 BYE\n", "BYE" },
		{ "SIP/2.0 486 x\nCSeq : 10  SUBSCRIBE\n", "SUBSCRIBE" },
		{ "SIP/2.0 486 x\n   CSeq: 1 INFO\n", "INFO" },
		{ "SIP/2.0 486 x\nCSeq: 1 NEWEST\n", "other" },
		{ "SIP/2.0 486 x\n\nCSeq: 1 INVITE\n", "unknown" },
		{ "SIP/2.0 486 x", "unknown" },
		{ "Rcvd:SIP/2.0 486 x  Cseq:1000 REFER CallId:y\n", "REFER" },
		{ "SIP/2.0 486 x [CSeq: 1 MESSAGE]\n", "MESSAGE" },
		{ "a -> b SIP 8 Status: 486 x (OPTIONS) | \n", "OPTIONS" },
		/* Before the code, in its line */
		{ "R\tid\tCSeq:1 INVITE\tSIP/2.0 486 x\nid\tCSeq:2 BYE\n",
		  "INVITE" },
		{ "SipResp: 486 tid=8 cseq=1 SUBSCRIBE / 1\nCSeq: 1 BYE\n",
		  "SUBSCRIBE" },
		{ "ACC: call missed: method=INVITE;code=486;reason=x;\n"
		  "CSeq: 1 BYE\n", "INVITE" },
		/* Not that of the next message */
		{ "SIP/2.0 486 x\nBYE sip:a SIP/2.0\nCSeq: 1 BYE\n",
		  "unknown" },
	};
	struct run r = { 0 };
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct bytes want = { 0 };

		bytes_str(&want, "code\tphrase\tcount\tshare\tmethod\n"
		                 "486\tBusy Here\t1\t100.00\t");
		bytes_str(&want, rows[i].method);
		bytes_str(&want, "\n");
		RUN_TEXT(&r, rows[i].log, "tally", "-t", "--by", "method");
		assert_run(&r, 0, "*", "");
		if (strcmp(r.out, want.s) != 0) {
			print_error("%s: should be %s in:\n%s", r.out,
			            rows[i].method, rows[i].log);
			bad++;
		}
		bytes_free(&want);
	}
	RUN_TEXT(&r, LOG, "tally", "--by", "agent");
	assert_run(&r, 2, "",
	           "sipcode: nothing to count by (method, hour, source, phrase): "
	           "'agent'\n" TRY);
	run_free(&r);
	assert_int_equal(bad, 0);
}

static void a_tally_is_shown_in_every_format(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, LOG, "tally");
	assert_run(&r, 0, "6 *", "");
	assert_holds(r.out, "\n1xx Provisional  1  16.67 %\n");
	assert_holds(r.out, "\n4xx Client Error  4  66.67 %\n");
	assert_holds(r.out, "\n  486 Busy Here  3  50.00 %\n");
	assert_holds(r.out, label_text(0, LABEL_unregistered_codes));
	assert_holds(r.out, "\n  498 \"Mine\": 1\n");
	/* A phrase that gives its sender away. */
	RUN_TEXT(&r, "SIP/2.0 100 Giving it a try\n", "tally");
	assert_run(&r, 0, "1 *", "");
	assert_holds(r.out, "\n  100 \"Giving it a try\": 1 (OpenSIPS)\n");
	RUN_TEXT(&r, LOG, "tally", "--json", "--by=method");
	assert_run(&r, 0, "*", "");
	assert_json(r.out, r.out_len);
	assert_json_at(r.out, "counted", "\"lines that hold a response\"");
	assert_json_at(r.out, "total", "6");
	assert_json_at(r.out, "codes.2.code", "486");
	assert_json_at(r.out, "codes.2.phrase", "\"Busy Here\"");
	assert_json_at(r.out, "codes.2.count", "3");
	assert_json_at(r.out, "codes.2.share", "50.00");
	assert_json_at(r.out, "codes.3.status", "\"unknown\"");
	assert_json_at(r.out, "codes.0.methods.0.method", "\"INVITE\"");
	assert_json_at(r.out, "codes.0.methods.0.count", "1");
	assert_json_at(r.out, "classes.2.class", "\"4xx\"");
	assert_json_at(r.out, "classes.2.count", "4");
	assert_json_at(r.out, "odd_phrases.0.phrase", "\"Mine\"");
	assert_int_equal(json_len(r.out, "odd_phrases"), 1);
	RUN_TEXT(&r, LOG, "tally", "-q");
	assert_run(&r, 0, "", "");
	run_free(&r);
}

#define NO_RESPONSE "sipcode: no response found: '*'\n"

static void an_empty_tally_is_one_too_and_says_so(void **state)
{
	static const char *const logs[] = { "", "\n", "x",
		                            "BYE sip:a SIP/2.0" };
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(logs); i++) {
		RUN_TEXT(&r, logs[i], "tally", "-t");
		assert_run(&r, 0, HEAD, NO_RESPONSE);
		RUN_TEXT(&r, logs[i], "tally", "-j");
		assert_run(&r, 0, "*", NO_RESPONSE);
		assert_json(r.out, r.out_len);
		RUN_TEXT(&r, logs[i], "tally");
		assert_run(&r, 0, "0 lines that hold a response\n",
		           NO_RESPONSE);
		RUN_TEXT(&r, logs[i], "tally", "-q");
		assert_run(&r, 0, "", "");
	}
	run_free(&r);
}

#define NOTIFY \
	"NOTIFY sip:a SIP/2.0\r\nContent-Type: message/sipfrag\r\n\r\n" \
	"SIP/2.0 200 OK\r\n"
#define TCPDUMP "12:00:00.1 IP a.5060 > b.5060: SIP: SIP/2.0 401 x\n"
#define MISSED "ACC: call missed: timestamp=1;code=486;reason=Busy Here;\n"
#define ANSWERED \
	"ACC: transaction answered: timestamp=1;code=486;reason=Busy Here;\n"

/* Is the note there, up to its count? */
static int noted(const char *text, enum label label)
{
	char note[200];
	const char *whole = label_text(0, label);

	snprintf(note, sizeof(note), "\n%.*s", (int)strcspn(whole, "%"),
	         whole);
	return strstr(text, note) != NULL;
}

static void what_is_told_twice_is_noted(void **state)
{
	static const struct {
		const char *log, *total, *name, *count;
		int label; /* of the note; -1: none */
	} rows[] = {
		{ TCPDUMP "E..@..81SIP/2.0 401 x\r\n", "2",
		  "tcpdump_summary_lines", "1", LABEL_note_tcpdump },
		{ TCPDUMP TCPDUMP, "2", "tcpdump_summary_lines", "2", -1 },
		{ "UDP message received [9] bytes :\n\nSIP/2.0 486 x\r\n--\n"
		  "Unexpected UDP message received:\n\nSIP/2.0 486 x\r\n", "2",
		  "sipp_unexpected_again", "1", LABEL_note_unexpected },
		{ "Unexpected TCP message received:\n\nSIP/2.0 486 x\r\n", "1",
		  "sipp_unexpected_again", "1", LABEL_note_unexpected },
		{ "Unexpected TLS message received:\n\nSIP/2.0 486 x\r\n", "1",
		  "sipp_unexpected_again", "1", LABEL_note_unexpected },
		{ "Unexpected DNS message received:\n\nSIP/2.0 486 x\r\n", "1",
		  "sipp_unexpected_again", "0", -1 },
		{ MISSED ANSWERED, "2", "acc_call_missed_again", "1",
		  LABEL_note_missed },
		{ ANSWERED MISSED ANSWERED MISSED, "4", "acc_call_missed_again",
		  "2", LABEL_note_missed },
		{ ANSWERED, "1", "acc_call_missed_again", "0", -1 },
		{ NOTIFY "SIP/2.0 202 Accepted\r\n", "1",
		  "sipfrag_not_counted", "1", LABEL_note_sipfrag },
	};
	static const enum label notes[] = {
		LABEL_note_tcpdump, LABEL_note_unexpected, LABEL_note_missed,
		LABEL_note_sipfrag, LABEL_note_odd_rest,
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		RUN_TEXT(&r, rows[i].log, "tally");
		assert_run(&r, 0, "*", "");
		for (size_t k = 0; k < LEN(notes); k++)
			assert_int_equal(noted(r.out, notes[k]),
			                 (int)notes[k] == rows[i].label);
		RUN_TEXT(&r, rows[i].log, "tally", "--json");
		assert_run(&r, 0, "*", "");
		assert_json(r.out, r.out_len);
		assert_json_at(r.out, "total", rows[i].total);
		assert_json_at(r.out, rows[i].name, rows[i].count);
	}
	run_free(&r);
}

/* Which phrases find room depends on them alone, and not on their order. */
static void phrases_beyond_the_room_for_them_are_counted(void **state)
{
	struct bytes up = { 0 }, down = { 0 };
	struct run r = { 0 }, back = { 0 };
	char line[32];

	(void)state;
	for (int i = 0; i < 9000; i++) {
		snprintf(line, sizeof(line), "SIP/2.0 200 p%04d\n", i);
		bytes_str(&up, line);
		snprintf(line, sizeof(line), "SIP/2.0 200 p%04d\n", 8999 - i);
		bytes_str(&down, line);
	}
	RUN_BYTES(&r, up.s, up.n, "tally");
	assert_run(&r, 0, "9000 lines*", "");
	assert_true(noted(r.out, LABEL_note_odd_rest));
	assert_holds(r.out, ": 808\n");
	assert_int_equal(times(r.out, "\n  200 \""), 8192);
	assert_holds(r.out, "\n  200 \"p8191\": 1\n");
	RUN_BYTES(&back, down.s, down.n, "tally");
	assert_run(&back, 0, "9000 lines*", "");
	assert_string_equal(r.out, back.out);
	RUN_BYTES(&r, up.s, up.n, "tally", "-t", "--by=phrase");
	assert_run(&r, 0, "code*\tp8191\n200\tOK\t808\t8.98\t(other)\n", "");
	RUN_BYTES(&back, down.s, down.n, "tally", "-t", "--by=phrase");
	assert_run(&back, 0, "*", "");
	assert_string_equal(r.out, back.out);
	RUN_TEXT(&back, r.out, "tally", "-t", "--merge");
	assert_run(&back, 0, "*", "");
	assert_string_equal(r.out, back.out);
	RUN_BYTES(&r, up.s, up.n, "tally", "-j", "--by=phrase");
	assert_run(&r, 0, "*", "");
	assert_json(r.out, r.out_len);
	assert_json_at(r.out, "odd_phrases_not_shown", "808");
	assert_json_at(r.out, "codes.0.phrases.8192.sent", "\"(other)\"");
	assert_json_at(r.out, "codes.0.phrases.8192.count", "808");
	RUN_BYTES(&r, up.s, up.n, "tally", "--by=phrase");
	assert_run(&r, 0, "*", "");
	assert_true(noted(r.out, LABEL_note_key_rest));
	run_free(&r);
	run_free(&back);
	bytes_free(&up);
	bytes_free(&down);
}

/* By code, then the most frequent, then by their bytes. */
static void odd_phrases_stand_in_an_order_of_their_own(void **state)
{
	static const char log[] =
		"SIP/2.0 486 b\nSIP/2.0 486 c\nSIP/2.0 404 z\nSIP/2.0 486 a\n"
		"SIP/2.0 486 c\n";
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, log, "tally");
	assert_run(&r, 0, "*\n  404 \"z\": 1\n  486 \"c\": 2\n"
	           "  486 \"a\": 1\n  486 \"b\": 1\n", "");
	RUN_TEXT(&r, log, "tally", "-j");
	assert_run(&r, 0, "*\"odd_phrases\":?{\"code\":404,\"phrase\":\"z\","
	           "\"count\":1},{\"code\":486,\"phrase\":\"c\",*\"a\"*\"b\"*",
	           "");
	run_free(&r);
}

static void a_gate_trips_by_count_or_share(void **state)
{
	static const char log[] = "SIP/2.0 200 OK\nSIP/2.0 200 OK\n"
	                          "SIP/2.0 486 x\nSIP/2.0 503 x\n";
	static const struct {
		const char *rule;
		int status;
	} rows[] = {
		{ "486>0", 1 }, { "486>1", 0 }, { "486>=1", 1 },
		{ "486>=2", 0 },
		{ "5xx>24%", 1 }, { "5xx>25%", 0 }, { "5xx>=25%", 1 },
		{ "5xx>=26%", 0 }, { "400-599>1", 1 }, { "400-599>2", 0 },
		{ "486,503>=2", 1 }, { "486,503>=50%", 1 }, { "404>=0", 1 },
		{ "404>0", 0 }, { "6XX>=1", 0 }, { "2xx>100%", 0 },
		{ "486<1", 0 }, { "486<2", 1 }, { "486<=1", 1 },
		{ "486<=0", 0 }, { "5xx<25%", 0 }, { "5xx<26%", 1 },
		{ "5xx<=25%", 1 }, { "5xx<=24%", 0 }, { "404<1", 1 },
		{ "2xx<50%", 0 }, { "total<4", 0 }, { "total<5", 1 },
		{ "total>=4", 1 }, { "total>4", 0 }, { "total<=4", 1 },
		{ "486<999999999999999", 1 },
		{ "5xx", 2 }, { "", 2 }, { ">1", 2 }, { "<1", 2 },
		{ "5xx>", 2 }, { "5xx<", 2 }, { "5xx<>1", 2 }, { "5xx<<1", 2 },
		{ "5xx>=", 2 }, { "5xx>%", 2 }, { "5xx>x", 2 }, { "7xx>1", 2 },
		{ "5xx=1", 2 }, { "5xx=<1", 2 }, { "5xx>1%%", 2 },
		{ "5xx > 1", 2 }, { "5xx>-1", 2 }, { "5xx>1.5%", 2 },
		{ "999>1", 2 }, { "503,>1", 2 }, { "totals>1", 2 },
		{ "total,486>1", 2 }, { "486<1000000000000000", 2 },
	};
	static const char bad[] =
		"sipcode: not a rule such as 5xx>1% or total<1: '*'\n" TRY;
	static const char *const says[] = {
		"", "sipcode: the rule holds: '*'\n", bad,
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		RUN_TEXT(&r, log, "tally", "--fail-if", rows[i].rule);
		if (r.status != rows[i].status)
			print_error("the rule is '%s'\n", rows[i].rule);
		assert_run(&r, rows[i].status, "*", says[rows[i].status]);
	}
	RUN_TEXT(&r, log, "tally", "-q", "--fail-if=503>0");
	assert_run(&r, 1, "", "");
	RUN_TEXT(&r, log, "tally", "--fail-if=486>1", "--fail-if=503>0",
	         "--fail-if=2xx>=50%");
	assert_run(&r, 1, "4 *", "sipcode: the rule holds: '503>0'\n"
	           "sipcode: the rule holds: '2xx>=50%'\n");
	RUN_TEXT(&r, log, "tally", "-t", "--fail-if=503>0");
	assert_run(&r, 1, HEAD "200*503\tService Unavailable\t1\t25.00\n",
	           "sipcode: the rule holds: '503>0'\n");
	run_free(&r);
}

/* A gate that has looked at nothing does not pass as one that has. */
static void a_share_of_nothing_is_not_judged(void **state)
{
#define UNJUDGED \
	"sipcode: nothing was counted, so there is no share to judge: "
	static const struct check checks[] = {
		{ { "tally", "-t", "--fail-if=5xx>1%" }, 2, HEAD,
		  NO_RESPONSE UNJUDGED "'5xx>1%'\n" },
		{ { "tally", "-q", "--fail-if=5xx<1%" }, 2, "",
		  UNJUDGED "'5xx<1%'\n" },
		{ { "tally", "-q", "--fail-if=5xx>=0%" }, 2, "",
		  UNJUDGED "'5xx>=0%'\n" },
		/* Counts are judged, and do not outrank it. */
		{ { "tally", "-t", "--fail-if=5xx>1" }, 0, HEAD, NO_RESPONSE },
		{ { "tally", "-t", "--fail-if=2xx<1" }, 1, HEAD,
		  NO_RESPONSE "sipcode: the rule holds: '2xx<1'\n" },
		{ { "tally", "-t", "--fail-if=2xx<1", "--fail-if=5xx>1%" }, 2,
		  HEAD, NO_RESPONSE "sipcode: the rule holds: '2xx<1'\n"
		  UNJUDGED "'5xx>1%'\n" },
		/* A rule on the total says what to make of nothing. */
		{ { "tally", "-t", "--fail-if=5xx>1%", "--fail-if=total<1" }, 1,
		  HEAD, NO_RESPONSE UNJUDGED "'5xx>1%'\n"
		  "sipcode: the rule holds: 'total<1'\n" },
		{ { "tally", "-t", "--fail-if=5xx>1%", "--fail-if=total>9" }, 0,
		  HEAD, NO_RESPONSE UNJUDGED "'5xx>1%'\n" },
		{ { "tally", "--fail-if=total>1%" }, 2, "",
		  "sipcode: the total is 100% of itself: 'total>1%'\n" TRY },
		{ { "tally", "-c4xx", "--fail-if=5xx>1" }, 2, "",
		  "sipcode: a rule about codes that are not counted: '5xx>1'\n"
		  TRY },
		{ { "tally", "--final", "--fail-if=1xx<1" }, 2, "",
		  "sipcode: a rule about codes that are not counted: '1xx<1'\n"
		  TRY },
		{ { "tally", "-t", "-c4xx", "--fail-if=486,503>1" }, 0, HEAD,
		  NO_RESPONSE },
	};

	(void)state;
	CHECK(checks);
}

static void shares_of_final_responses_leave_out_the_others(void **state)
{
	static const char log[] =
		"SIP/2.0 100 Trying\nSIP/2.0 180 Ringing\nSIP/2.0 200 OK\n"
		"SIP/2.0 486 Busy Here\nSIP/2.0 698 x\nSIP/2.0 199 x\n";
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, log, "tally", "-t", "--final");
	assert_run(&r, 0, HEAD "200\tOK\t1\t33.33\n"
	           "486\tBusy Here\t1\t33.33\n698\t\t1\t33.33\n", "");
	RUN_TEXT(&r, log, "tally", "-t", "--final", "-c1xx,2xx,4xx");
	assert_run(&r, 0, HEAD "200\tOK\t1\t50.00\n"
	           "486\tBusy Here\t1\t50.00\n", "");
	RUN_TEXT(&r, log, "tally", "-q", "--final", "--fail-if=2xx<34%");
	assert_run(&r, 1, "", "");
	RUN_TEXT(&r, "100\t\t9\t\n200\t\t1\t\n", "tally", "-t", "--final",
	         "--merge");
	assert_run(&r, 0, HEAD "200\tOK\t1\t100.00\n", "");
	run_free(&r);
}

static void one_line_is_a_line_and_more_are_lines(void **state)
{
	static const struct {
		const char *log, *lang, *head;
	} rows[] = {
		{ "", "en", "0 lines that hold a response\n" },
		{ "SIP/2.0 200 OK\n", "en", "1 line that holds a response\n*" },
		{ "SIP/2.0 200 OK\nSIP/2.0 200 OK\n", "en",
		  "2 lines that hold a response\n*" },
		{ "SIP/2.0 200 OK\n", "vi", "1 d\303\262ng c\303\263 *" },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		RUN_TEXT(&r, rows[i].log, "tally", "-l", rows[i].lang);
		assert_run(&r, 0, rows[i].head, i == 0 ? NO_RESPONSE : "");
	}
	run_free(&r);
}

/* Of a phrase that is longer than a tally keeps, its front is shown. */
static void a_long_phrase_is_seen_to_be_cut(void **state)
{
	char log[400];
	struct run r = { 0 };

	(void)state;
	snprintf(log, sizeof(log), "SIP/2.0 486 %081d\nSIP/2.0 486 %080d\n"
	         "SIP/2.0 486 %081d\n", 0, 0, 1);
	RUN_TEXT(&r, log, "tally");
	assert_run(&r, 0, "3 lines*\n  486 \"0*0 ...\": 2\n"
	           "  486 \"0*0\": 1\n", "");
	RUN_TEXT(&r, log, "tally", "-j");
	assert_run(&r, 0, "*\"phrase\":\"0*0 ...\",\"count\":2}*"
	           "\"phrase\":\"0*0\",\"count\":1}*", "");
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_line_counts_once),
		TEST(only_the_codes_asked_for_are_counted),
		TEST(methods_are_told_apart),
		TEST(a_tally_is_shown_in_every_format),
		TEST(an_empty_tally_is_one_too_and_says_so),
		TEST(what_is_told_twice_is_noted),
		TEST(phrases_beyond_the_room_for_them_are_counted),
		TEST(odd_phrases_stand_in_an_order_of_their_own),
		TEST(a_gate_trips_by_count_or_share),
		TEST(a_share_of_nothing_is_not_judged),
		TEST(shares_of_final_responses_leave_out_the_others),
		TEST(one_line_is_a_line_and_more_are_lines),
		TEST(a_long_phrase_is_seen_to_be_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
