/* test_match_method.c - which method a response in a log answers. */
#include "bytes.h"

#include <stdlib.h>
#include <string.h>
#include <sipcode.h>

#define LINE "SIP/2.0 200 OK"

static const struct {
	const char *text, *method;
} rows[] = {
	/* Below the status line, with whatever stands before it */
	{ LINE "\r\nVia: x\r\nCSeq: 1 INVITE\r\n\r\n", "INVITE" },
	{ LINE "\nVia: x\ncseq :  22\tBYE\n", "BYE" },
	{ LINE "\rVia: x\rCSeq: 1 ACK\r\r", "ACK" },
	/* Not of the message below, however that is written. */
	{ "a: " LINE "\na: BYE sip:a@b SIP/2.0#015#012CSeq: 2 BYE\n", "" },
	{ LINE "\n{\"m\":\"BYE sip:a@b SIP/2.0\\r\\nCSeq: 2 BYE\"}\n", "" },
	{ LINE "\n{\"m\":\"BYE sip:a@b SIP\\/2.0\\r\\nCSeq: 2 BYE\"}\n", "" },
	{ LINE "#015#012Via: x#015#012From: y\nCSeq: 2 BYE\n", "" },
	{ LINE "\nVia: SIP\\/2.0\\/UDP h\nCSeq: 1 INVITE\n", "INVITE" },
	{ "   " LINE "\n   Via: x\n   CSeq: 1 OPTIONS\n", "OPTIONS" },
	{ "\t" LINE "\n\tVia: x\n\tCSeq: 1 OPTIONS\n", "OPTIONS" },
	{ "\033[32m" LINE "\033[0m\n\033[36mCSeq\033[0m: 1 BYE\n", "" },
	{ "\033[32m" LINE "\033[0m\n\033[36mCSeq: 1 BYE\033[0m\n", "BYE" },
	{ "> " LINE "\n> CSeq: 1 REFER\n", "REFER" },
	{ "Mar  1 h a[1]: " LINE "\nMar  1 h a[1]: CSeq: 1 INFO\n", "INFO" },
	{ "\"" LINE "\",\n\"CSeq: 1 PRACK\",\n", "PRACK" },
	{ "m: " LINE "#015\nm: CSeq: 1 UPDATE#015\n", "UPDATE" },
	/* In the same line */
	{ "{\"m\":\"" LINE "\\r\\nVia: x\\r\\nCSeq: 1 INVITE\\r\\n\"}",
	  "INVITE" },
	{ "{\"m\":\"" LINE "\\\\r\\\\nCSeq: 1 INVITE\\\\r\\\\n\"}", "INVITE" },
	{ LINE "#015#012Via: x#015#012CSeq: 1 NOTIFY#015#012", "NOTIFY" },
	{ LINE "#012CSeq: 1 NOTIFY#012", "NOTIFY" },
	/* Words of the phrase are no header fields */
	{ "SIP/2.0 480 Via trunk, From now, Call-ID lost\nCSeq: 1 BYE", "BYE" },
	{ LINE "&#13;&#10;CSeq: 1 MESSAGE&#13;&#10;", "MESSAGE" },
	{ LINE "\\u000d\\u000aCSeq: 1 MESSAGE\\u000d", "MESSAGE" },
	{ LINE "..Via: x..CSeq: 1 PUBLISH..", "PUBLISH" },
	{ "CSeq:1 INVITE\tS\t" LINE, "INVITE" },
	{ LINE " [CSeq: 1 BYE]", "BYE" },
	{ LINE "#015#012From: y\nCSeq: 2 BYE\n", "" },
	{ LINE "#015#012Call-ID: y\nCSeq: 2 BYE\n", "" },
	{ LINE "#012CSeq cseq: 2 BYE", "BYE" },
	{ LINE "#012CSeq", "" },
	{ LINE "#012xCSeq:BYE", "BYE" },
	{ "CSeq: 1 ACK " LINE " CSeq: 2 BYE", "BYE" },
	{ "CSeq: 1 ACK CSeq: 2 BYE " LINE, "ACK" },
	/* Not that of another message */
	{ LINE "\nVia: SIP/2.0/UDP h /2.0 x\nCSeq: 1 BYE\n", "" },
	{ LINE "\nVia: SIP/2.0/UDP h SIP/2.0/UDP\nCSeq: 1 BYE\n", "BYE" },
	{ LINE "\nX: /2.0\\x\nCSeq: 1 BYE\n", "" },
	{ LINE "\n\r\nCSeq: 1 BYE\n", "" },
	{ LINE "\r\n\nCSeq: 1 BYE\n", "" },
	{ LINE "\nVia: x\n\nCSeq: 1 INVITE\n", "" },
	{ LINE "\nVia: x\n" LINE "\nCSeq: 1 INVITE\n", "" },
	{ LINE "\nVia: x\nm: " LINE "\nCSeq: 1 INVITE\n", "" },
	{ LINE "\nVia: x\nBYE sip:a@b SIP/2.0\nCSeq: 1 BYE\n", "" },
	{ "CSeq: 1 INVITE\n" LINE "\n", "" },
	{ LINE "\nVia: SIP/2.0/UDP x\nCSeq: 1 INVITE\n", "INVITE" },
	{ LINE "\nCSeq 1 INVITE\n", "" },
	{ LINE "\nCSeq: 1\n", "" },
	{ LINE, "" },
	/* The words of other forms */
	{ "{\"call_id\":\"a\",\"method\":\"REGISTER\",\"status_code\":401}",
	  "REGISTER" },
	{ "{\"call_id\":\"a\",\"status_code\":401,\"seq\":\"165 REGISTER\"}",
	  "REGISTER" },
	{ "SIP 528 Status: 200 OK (INVITE) | ", "INVITE" },
	{ "SIP 528 Status: 200 OK | ", "" },
	{ "{\"call_id\":\"a\",\"method\":\"ACK\",\"method\":\"BYE\","
	  "\"status_code\":401}", "BYE" },
	{ "Response msg 404/BYE/cseq=7", "BYE" },
	{ "nta: sent 503 Not you for SUBSCRIBE (10)", "SUBSCRIBE" },
	{ "nua(0x1): event r_message 200 OK", "message" },
	{ "timestamp=1;method=BYE;code=200;reason=OK;", "BYE" },
	{ "SipResp: 489 tid=8 cseq=1 SUBSCRIBE / 1 from(wire)", "SUBSCRIBE" },
	{ "{\"method\":\"E_ACC\",\"params\":{\"method\":\"INVITE\","
	  "\"sip_code\":\"486\",\"sip_reason\":\"Busy Here\"}}", "INVITE" },
};

static void a_method_is_found_in_its_message_alone(void **state)
{
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		size_t n = strlen(rows[i].text);
		char *s = exactly(rows[i].text, n);
		struct sipcode_match m;
		struct sipcode_span method;

		assert_true(sipcode_scan(s, n, 0, &m));
		method = sipcode_match_method(s, n, &m);
		if (method.n != strlen(rows[i].method) ||
		    memcmp(method.s, rows[i].method, method.n) != 0) {
			print_error("not \"%s\" but \"%.*s\":\n%s\n",
			            rows[i].method, (int)method.n, method.s,
			            rows[i].text);
			bad++;
		}
		free(s);
	}
	assert_int_equal(bad, 0);
}

static void a_method_is_looked_for_so_far_below(void **state)
{
	for (size_t n = 3950; n < 4020; n++) {
		struct bytes b = { 0 };
		struct sipcode_match m;
		size_t end;

		(void)state;
		bytes_str(&b, LINE "\nSubject: ");
		end = sizeof(LINE) - 1;
		bytes_fill(&b, 'x', n);
		bytes_str(&b, "\nCSeq: 1 INVITE\n");
		assert_true(sipcode_scan(b.s, b.n, 0, &m));
		assert_int_equal(m.end, end);
		assert_int_equal(sipcode_match_method(b.s, b.n, &m).n,
		                 16 + n <= 4000 ? 6 : 0);
		bytes_free(&b);
	}
}

static void what_is_no_match_has_no_method(void **state)
{
	static const char text[] = LINE "\nCSeq: 1 BYE\n";
	size_t n = sizeof(text) - 1;
	struct sipcode_match m, other;

	(void)state;
	assert_true(sipcode_scan(text, n, 0, &m));
	assert_int_equal(sipcode_match_method(text, n, &m).n, 3);
	assert_int_equal(sipcode_match_method(text, m.end, &m).n, 0);
	assert_int_equal(sipcode_match_method(text, m.end - 1, &m).n, 0);
	assert_int_equal(sipcode_match_method(NULL, n, &m).n, 0);
	assert_int_equal(sipcode_match_method(text, n, NULL).n, 0);
	other = m;
	other.end = n + 1;
	assert_int_equal(sipcode_match_method(text, n, &other).n, 0);
	other = m;
	other.form = sipcode_forms();
	assert_int_equal(sipcode_match_method(text, n, &other).n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_method_is_found_in_its_message_alone),
		TEST(a_method_is_looked_for_so_far_below),
		TEST(what_is_no_match_has_no_method),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
