/* test_check.c - what is found wrong with a response, a row each, and with
 * the one beside it nothing. */
#include "bytes.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

/* The findings as words: "!Require" a header field that is due by a MUST,
 * "?Warning" one by a SHOULD, "!tag" and so on what else is wrong. */
static void judge(char *words, size_t size, const char *s)
{
	static const char problems[SIPCODE_VIA_DIFFERS][12] = {
		[SIPCODE_LACKS] = "",
		[SIPCODE_BAD_CODE] = "code",   [SIPCODE_BAD_LINE] = "line",
		[SIPCODE_BAD_NUMBER] = "number",
		[SIPCODE_BAD_METHOD] = "method",
		[SIPCODE_NO_TAG] = "tag",      [SIPCODE_BODY_CUT] = "cut",
		[SIPCODE_UNFINISHED] = "unfinished",
	};
	struct sipcode_finding f[16];
	struct sipcode_message m;
	size_t n, used = 0;

	assert_true(sipcode_message(s, strlen(s), 0, &m));
	n = sipcode_check(0, &m, f, LEN(f));
	assert_in_range(n, 0, LEN(f));
	words[0] = '\0';
	for (size_t i = 0; i < n; i++) {
		assert_int_equal(f[i].duty != NULL,
		                 f[i].problem == SIPCODE_LACKS);
		assert_in_range(f[i].problem, 0, LEN(problems) - 1);
		assert_true(f[i].at.s >= s);
		assert_true(f[i].at.s + f[i].at.n <= s + strlen(s));
		used += (size_t)snprintf(
			words + used, size - used, "%s%c%s%s",
			i > 0 ? " " : "", f[i].must ? '!' : '?',
			problems[f[i].problem],
			f[i].duty == NULL ? "" :
			sipcode_text(f[i].duty, SIPCODE_F_HEADER, 0));
	}
}

static size_t wrong(const char *message, const char *want)
{
	char words[512];

	judge(words, sizeof(words), message);
	if (strcmp(words, want) == 0)
		return 0;
	print_error("found \"%s\", not \"%s\":\n%s\n", words, want, message);
	return 1;
}

#define TAG "<sip:c@d>;tag=2"

/* A whole response of five header fields and these. */
static void build(struct bytes *b, unsigned code, const char *method,
                  const char *transport, const char *to, const char *more)
{
	char s[1024];

	snprintf(s, sizeof(s),
	         "SIP/2.0 %u x\r\nVia: SIP/2.0/%s h;branch=z9hG4bK1\r\n"
	         "From: <sip:a@b>;tag=1\r\nTo: %s\r\nCall-ID: x\r\n"
	         "CSeq: 1 %s\r\n%s\r\n", code, transport, to, method, more);
	b->n = 0;
	bytes_str(b, s);
}

struct row {
	unsigned code;
	const char *method, *more, *want;
};

static void check_rows(const struct row *row, size_t n)
{
	struct bytes b = { 0 };
	size_t bad = 0;

	for (size_t i = 0; i < n; i++) {
		build(&b, row[i].code, row[i].method, "UDP", TAG, row[i].more);
		bad += wrong(b.s, row[i].want);
	}
	bytes_free(&b);
	assert_int_equal(bad, 0);
}

static void what_a_failure_must_carry_is_missed(void **state)
{
	static const struct row rows[] = {
		{ 401, "REGISTER", "", "!WWW-Authenticate" },
		{ 401, "REGISTER", "www-authenticate: Digest realm=\"a\"\r\n",
		  "" },
		{ 401, "INVITE", "Proxy-Authenticate: Digest realm=\"a\"\r\n",
		  "!WWW-Authenticate" },
		{ 403, "REGISTER", "", "" },
		{ 405, "INFO", "", "!Allow" },
		{ 405, "INFO", "Allow: INVITE\r\n", "" },
		{ 405, "INFO", "Allow:\r\n", "" },
		{ 407, "INVITE", "", "!Proxy-Authenticate" },
		{ 407, "INVITE", "Proxy-Authenticate: Digest realm=\"a\"\r\n",
		  "" },
		/* One of three will do. */
		{ 415, "INVITE", "", "!Accept" },
		{ 415, "INVITE", "Accept: application/sdp\r\n", "" },
		{ 415, "INVITE", "Accept-Encoding: gzip\r\n", "" },
		{ 415, "INVITE", "Accept-Language: en\r\n", "" },
		{ 420, "INVITE", "", "!Unsupported" },
		{ 420, "INVITE", "Unsupported: x\r\n", "" },
		{ 421, "INVITE", "", "!Require" },
		{ 421, "INVITE", "Require: 100rel\r\n", "" },
		{ 421, "INVITE", "q: 100rel\r\n", "!Require" },
		{ 421, "INVITE", "Require: sec-agree\r\n", "!Security-Server" },
		{ 421, "INVITE", "Require: sec-agree\r\n"
		  "Security-Server: tls\r\n", "" },
		{ 422, "INVITE", "", "!Min-SE" },
		{ 422, "INVITE", "Min-SE: 90\r\n", "" },
		{ 423, "REGISTER", "", "!Min-Expires" },
		{ 423, "REGISTER", "Min-Expires: 60\r\n", "" },
		{ 423, "PUBLISH", "", "!Min-Expires" },
		{ 423, "SUBSCRIBE", "", "" },
		{ 424, "INVITE", "", "!Geolocation-Error" },
		{ 424, "INVITE", "Geolocation-Error: 100\r\n", "" },
		{ 425, "MESSAGE", "", "!AlertMsg-Error" },
		{ 425, "MESSAGE", "AlertMsg-Error: 100\r\n", "" },
		{ 469, "INFO", "", "!Recv-Info" },
		{ 469, "INFO", "Recv-Info:\r\n", "" },
		{ 489, "PUBLISH", "", "!Allow-Events" },
		{ 489, "PUBLISH", "u: presence\r\n", "" },
		{ 489, "SUBSCRIBE", "", "" },
		{ 494, "REGISTER", "", "!Security-Server" },
		{ 494, "REGISTER", "Security-Server: tls\r\n", "" },
		/* SHOULD */
		{ 488, "INVITE", "", "?Warning" },
		{ 488, "INVITE", "Warning: 304 h \"x\"\r\n", "" },
		{ 302, "INVITE", "", "?Contact" },
		{ 302, "INVITE", "m: <sip:e@f>\r\n", "" },
		{ 470, "INVITE", "", "?Permission-Missing" },
		/* MAY, or nothing */
		{ 486, "INVITE", "", "" },
		{ 503, "INVITE", "", "" },
		{ 606, "INVITE", "", "" },
		{ 498, "INVITE", "", "" },
	};

	(void)state;
	check_rows(rows, LEN(rows));
}

#define INVITE_200 "Allow: INVITE\r\nSupported: timer\r\n"

static void what_a_success_must_carry_is_missed(void **state)
{
	static const struct row rows[] = {
		{ 200, "INVITE", "", "?Allow !Contact ?Supported" },
		{ 200, "INVITE", INVITE_200, "!Contact" },
		{ 200, "INVITE", INVITE_200 "m: <sip:e@f>\r\n", "" },
		{ 200, "UPDATE", "", "!Contact" },
		{ 200, "UPDATE", "Contact: <sip:e@f>\r\n", "" },
		{ 200, "SUBSCRIBE", "", "!Contact !Expires" },
		{ 200, "SUBSCRIBE", "Contact: <sip:e>\r\nExpires: 1\r\n", "" },
		{ 204, "SUBSCRIBE", "", "!Expires" },
		{ 200, "PUBLISH", "", "!Expires !SIP-ETag" },
		{ 200, "PUBLISH", "Expires: 1\r\nSIP-ETag: x\r\n", "" },
		{ 200, "REGISTER", "", "?Date" },
		{ 200, "REGISTER", "Date: Mon, 01 Jan 2026 00:00:00 GMT\r\n",
		  "" },
		{ 200, "BYE", "", "" },
		{ 200, "CANCEL", "", "" },
		{ 200, "MESSAGE", "", "" },
		{ 200, "UPDATE", "m: <sip:e>\r\n"
		  "Session-Expires: 90;refresher=uac\r\n", "!Require" },
		{ 200, "UPDATE", "m: <sip:e>\r\nRequire: timer\r\n"
		  "Session-Expires: 90;refresher=uac\r\n", "" },
		{ 200, "UPDATE", "m: <sip:e>\r\n"
		  "Session-Expires: 90;refresher=uas\r\n", "" },
	};

	(void)state;
	check_rows(rows, LEN(rows));
}

static void a_provisional_response_is_judged_by_its_kind(void **state)
{
	static const struct row rows[] = {
		{ 180, "INVITE", "", "" },
		{ 183, "INVITE", "RSeq: 1\r\n", "!Require" },
		{ 183, "INVITE", "Require: 100rel\r\n", "!RSeq" },
		{ 183, "INVITE", "Require: x, 100REL\r\n", "!RSeq" },
		{ 183, "INVITE", "Require: 100rel\r\nRSeq: 1\r\n", "" },
		{ 183, "INVITE", "Supported: 100rel\r\n", "" },
		{ 199, "INVITE", "", "!Reason" },
		{ 199, "INVITE", "Reason: SIP;cause=486\r\n", "" },
		{ 180, "OPTIONS", "", "!method" },
		{ 408, "BYE", "", "!method" },
		{ 202, "SUBSCRIBE", "", "!method" },
		{ 202, "REFER", "", "!method" },
		{ 202, "PUBLISH", "", "?method" },
		{ 202, "MESSAGE", "", "" },
		{ 408, "INVITE", "", "" },
	};

	(void)state;
	check_rows(rows, LEN(rows));
}

/* RFC 3261 section 22.1 forbids to challenge it. */
static void a_cancel_is_not_answered_as_other_requests_are(void **state)
{
	static const struct row rows[] = {
		{ 401, "CANCEL", "WWW-Authenticate: Digest\r\n", "!method" },
		{ 407, "CANCEL", "Proxy-Authenticate: Digest\r\n", "!method" },
		{ 401, "BYE", "WWW-Authenticate: Digest\r\n", "" },
		{ 302, "CANCEL", "Contact: <sip:e@f>\r\n", "?method" },
		{ 487, "CANCEL", "", "?method" },
		{ 487, "OPTIONS", "", "" },
		{ 481, "CANCEL", "", "" },
	};

	(void)state;
	check_rows(rows, LEN(rows));
}

static void a_body_tells_its_type_and_a_stream_its_length(void **state)
{
	static const struct {
		const char *transport, *more, *want;
	} rows[] = {
		{ "UDP", "", "" },
		{ "TCP", "", "!Content-Length" },
		{ "tcp", "", "!Content-Length" },
		{ "TLS", "", "!Content-Length" },
		/* These keep the bounds of messages. */
		{ "WS", "", "" },
		{ "WSS", "", "" },
		{ "SCTP", "", "" },
		{ "TLS-SCTP", "", "" },
		{ "TCP", "Content-Length: 0\r\n", "" },
		{ "TCP", "l: 0\r\n", "" },
		{ "UDP", "l: 4\r\n\r\nbody", "!Content-Type" },
		{ "UDP", "l: 4\r\nc: text/plain\r\n\r\nbody", "" },
		{ "UDP", "l: 2\r\n\r\n\r\n", "!Content-Type" },
		{ "UDP", "l: 99\r\nc: text/plain\r\n\r\nbody", "!cut" },
		{ "UDP", "l: x\r\n", "!number" },
	};
	struct bytes b = { 0 };
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		build(&b, 486, "INVITE", rows[i].transport, TAG, rows[i].more);
		bad += wrong(b.s, rows[i].want);
	}
	bytes_free(&b);
	assert_int_equal(bad, 0);
}

static void to_has_a_tag_but_in_100(void **state)
{
	static const struct {
		unsigned code;
		const char *to, *want;
	} rows[] = {
		{ 100, "<sip:c@d>", "" },
		{ 180, "<sip:c@d>", "!tag" },
		{ 486, "<sip:c@d>", "!tag" },
		{ 486, "sip:c@d", "!tag" },
		{ 486, "sip:c@d;tag=1", "" },
		{ 486, "\"x;tag=1\" <sip:c@d>", "!tag" },
		{ 486, "<sip:c@d;tag=1>", "!tag" },
		{ 486, "<sip:c@d> ;\r\n TAG = 1", "" },
	};
	struct bytes b = { 0 };
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		build(&b, rows[i].code, "INVITE", "UDP", rows[i].to, "");
		bad += wrong(b.s, rows[i].want);
	}
	bytes_free(&b);
	assert_int_equal(bad, 0);
}

static void numbers_keep_to_their_range(void **state)
{
	static const struct row rows[] = {
		{ 503, "INVITE", "Retry-After: 4294967295\r\n", "" },
		{ 503, "INVITE", "Retry-After: 4294967296\r\n", "!number" },
		{ 503, "INVITE", "Retry-After: 00000000000060\r\n", "" },
		{ 503, "INVITE", "Retry-After: 60 (later);duration=1\r\n", "" },
		{ 503, "INVITE", "Retry-After: soon\r\n", "!number" },
		{ 503, "INVITE", "Retry-After: -1\r\n", "!number" },
		{ 503, "INVITE", "Retry-After:\r\n", "!number" },
		{ 422, "INVITE", "Min-SE: 4294967296\r\n", "!number" },
		{ 423, "REGISTER", "Min-Expires: x\r\n", "!number" },
		{ 488, "INVITE", "Warning: 1812 h \"x\"\r\n", "!number" },
		{ 486, "INVITE", "RSeq: 4294967296\r\n", "!number" },
		{ 486, "INVITE", "CSeq: 2147483648 INVITE\r\n", "!number" },
		{ 486, "INVITE", "CSeq: 2147483647 INVITE\r\n", "" },
	};

	(void)state;
	check_rows(rows, LEN(rows));
}

static void other_faults_are_found(void **state)
{
	static const struct {
		const char *message, *want;
	} rows[] = {
		{ "SIP/2.0 486 x\r\nl: 0\r\n\r\n",
		  "!Call-ID !CSeq !From !To !Via" },
		{ "SIP/2.0 700 x\r\nl: 0\r\n\r\n", "!code" },
		{ "SIP/2.0 42 x\r\nl: 0\r\n\r\n", "!code" },
		{ "SIP/2.0 4294967301 x\r\nl: 0\r\n\r\n", "!code" },
		{ "SIP/2.0 486 x\r\nVia: SIP/2.0/UDP h\r\nno colon\r\n"
		  "f: <sip:a>\r\nt: <sip:b>;tag=1\r\ni: x\r\nCSeq: 1 INVITE\r\n"
		  "\r\n", "!line" },
		{ "ACK sip:a SIP/2.0\r\n\r\n", "" },
	};
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		bad += wrong(rows[i].message, rows[i].want);
	assert_int_equal(bad, 0);
}

/* Nothing is missed in what has been cut, and its last line may be half of
 * one. */
static void of_a_cut_message_nothing_false_is_said(void **state)
{
	static const struct {
		const char *message, *want;
	} rows[] = {
		{ "SIP/2.0 421 x\r\n", "?unfinished" },
		{ "SIP/2.0 421 x\r\nVia: SIP/2.0/TCP h\r\nCSeq: 1 INV",
		  "?unfinished" },
		{ "SIP/2.0 180 x\r\nCSeq: 1 INV", "?unfinished" },
		{ "SIP/2.0 180 x\r\nCSeq: 1 INV\r\n", "?unfinished" },
		{ "SIP/2.0 180 x\r\nCSeq: 1 INV\r\nl: 0", "?unfinished !method" },
		{ "SIP/2.0 180 x\r\nCSeq:", "?unfinished" },
		{ "SIP/2.0 180 x\r\nCSeq:\r\nl: 0\r\n", "?unfinished !number" },
		{ "SIP/2.0 200 OK\r\nTo: <sip:bob@exa", "?unfinished" },
		{ "SIP/2.0 200 OK\r\nTo: <sip:a>\r\n", "?unfinished" },
		{ "SIP/2.0 200 OK\r\nTo: <sip:a>\r\n ;ta\r\n", "?unfinished" },
		{ "SIP/2.0 200 OK\r\nTo: <sip:a>\r\nl: 0\r\n",
		  "?unfinished !tag" },
		{ "SIP/2.0 4", "?unfinished" },
		{ "SIP/2.0 180 x.\nCSeq: 1 INVITE.\nl: 0.\n.\n", "?unfinished" },
		{ "SIP/2.0 180 x^M\nCSeq: 1 INVITE^M\nl: 0^M\n^M\n",
		  "?unfinished" },
		{ "SIP/2.0 180 x\nCSeq: 1 BYE\nl: 0.\n.\n",
		  "?unfinished !method" },
		{ "SIP/2.0 42\r\nl: 0\r\n", "!code ?unfinished" },
		/* The line may be the log's next one. */
		{ "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP h\r\n12:00 next\r\n"
		  "Received: x\r\n", "?unfinished" },
	};
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		bad += wrong(rows[i].message, rows[i].want);
	assert_int_equal(bad, 0);
}

/* A report that quotes a status line, and an answer of HTTP's. */
static void a_status_line_without_header_fields_of_sip_is_cut(void **state)
{
	static const struct {
		const char *message, *want;
	} rows[] = {
		{ "SIP/2.0 486 x\r\n\r\n", "?unfinished" },
		{ "SIP/2.0 486 x\n\nThe phone is busy.\n", "?unfinished" },
		{ "SIP/2.0 700 x\r\n\r\n", "!code ?unfinished" },
		{ "SIP/2.0 486 x\nTicket: 7\nno colon\nState: open\n\n",
		  "?unfinished" },
		{ "SIP/2.0 403 x\nX-Test: 7\n\n", "?unfinished" },
		{ "SIP/2.0 403 x\nX-Test: 7\nv: SIP/2.0/UDP h\n"
		  "f: <sip:a>\nt: <sip:b>;tag=1\ni: x\n\n", "!CSeq" },
		{ "SIP/2.0 403 x\ncontent-LENGTH: 0\n\n",
		  "!Call-ID !CSeq !From !To !Via" },
	};
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		bad += wrong(rows[i].message, rows[i].want);
	assert_int_equal(bad, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_a_failure_must_carry_is_missed),
		TEST(what_a_success_must_carry_is_missed),
		TEST(a_provisional_response_is_judged_by_its_kind),
		TEST(a_cancel_is_not_answered_as_other_requests_are),
		TEST(a_body_tells_its_type_and_a_stream_its_length),
		TEST(to_has_a_tag_but_in_100),
		TEST(numbers_keep_to_their_range),
		TEST(other_faults_are_found),
		TEST(of_a_cut_message_nothing_false_is_said),
		TEST(a_status_line_without_header_fields_of_sip_is_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
