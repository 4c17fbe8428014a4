/* test_cut.c - texts may begin and end anywhere: what stands outside of them
 * is not looked at. */
#include "bytes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sipcode.h>

/* What is found in s[0..n), as offsets. */
static void show_scan(struct bytes *b, const char *s, size_t n)
{
	struct sipcode_match m;
	char line[160];

	for (size_t from = 0; sipcode_scan(s, n, from, &m);
	     from = m.loose ? m.at + 3 : m.end) {
		struct sipcode_span by = sipcode_match_method(s, n, &m);

		snprintf(line, sizeof(line), "%u %u %zu-%zu-%zu %zu+%zu %.*s\n",
		         m.form, m.code, m.start, m.at, m.end, m.phrase,
		         m.phrase_len, (int)by.n, by.n == 0 ? "" : by.s);
		bytes_str(b, line);
		assert_in_range(m.end, from + 1, n);
	}
	bytes_add(b, "", 1);
}

static void show_findings(struct bytes *b, const char *s,
                          const struct sipcode_finding *f, size_t n)
{
	char line[160], id[64];

	for (size_t i = 0; i < n; i++) {
		sipcode_rule_id(&f[i], id, sizeof(id));
		snprintf(line, sizeof(line), "%s %td+%zu\n", id, f[i].at.s - s,
		         f[i].at.n);
		bytes_str(b, line);
	}
}

/* The first message in s[0..n) and what is wrong with it, by itself and as a
 * response to this one. */
static void show_message(struct bytes *b, const char *s, size_t n,
                         const struct sipcode_message *request)
{
	struct sipcode_message m;
	struct sipcode_finding f[32];
	char line[160];
	size_t found;

	if (sipcode_message(s, n, 0, &m)) {
		snprintf(line, sizeof(line), "%u %td+%zu+%zu+%zu%s%s\n", m.code,
		         m.all.s - s, m.all.n, m.headers.n, m.body.n,
		         m.complete ? " complete" : "",
		         m.body_cut ? " cut" : "");
		bytes_str(b, line);
		assert_in_range(m.all.s + m.all.n - s, 0, n);
		found = sipcode_check(0, &m, f, LEN(f));
		assert_in_range(found, 0, LEN(f));
		show_findings(b, s, f, found);
		found = sipcode_check_exchange(0, request, &m, f, LEN(f));
		assert_in_range(found, 0, LEN(f));
		show_findings(b, s, f, found);
	}
	bytes_add(b, "", 1);
}

/* s[from..to) within its text, and by itself. */
static void compare(const char *s, size_t from, size_t to,
                    const struct sipcode_message *request)
{
	struct bytes within = { 0 }, alone = { 0 };
	char *copy = exactly(s + from, to - from);

	if (request == NULL) {
		show_scan(&within, s + from, to - from);
		show_scan(&alone, copy, to - from);
	} else {
		show_message(&within, s + from, to - from, request);
		show_message(&alone, copy, to - from, request);
	}
	if (strcmp(within.s, alone.s) != 0)
		fail_msg("%zu to %zu of:\n%s\n%s--- not\n%s", from, to, s,
		         within.s, alone.s);
	bytes_free(&within);
	bytes_free(&alone);
	free(copy);
}

/* The line of a form, with a code and a phrase. */
static void write_line(struct bytes *b, const char *look)
{
	static const char words[][2][12] = { { "NNN", "486" },
		                             { "PHRASE", "Busy Here" },
		                             { "METHOD", "INVITE" },
		                             { "...", "a b" } };

	while (*look != '\0') {
		size_t i = 0, n = 0;

		for (; i < LEN(words); i++) {
			n = strlen(words[i][0]);
			if (strncmp(look, words[i][0], n) == 0)
				break;
		}
		if (i < LEN(words))
			bytes_str(b, words[i][1]);
		else
			bytes_add(b, look, 1);
		look += i < LEN(words) ? n : 1;
	}
}

static void a_line_of_a_log_may_begin_and_end_anywhere(void **state)
{
	static const char lines[][160] = {
		"SIP/2.0 486 Busy Here\\r\\nCSeq: 1 INVITE\\r\\n",
		"{\"a\":\"SIP\\/2.0 486 Busy\\u00e9\\\\n\",\"CSeq\":\"1 BYE\"}",
		"<b>SIP/2.0 404 Not Found</b> SIP/2.0 200 OK\r\nCSeq:",
		"| 486 Busy Here | x |\n\342\224\202 486 Busy \342\224\202 y",
		"NOTIFY sip:a SIP/2.0%0D%0ASIP/2.0 100 Trying%0D%0A",
	};

	(void)state;
	for (unsigned form = 0; form < sipcode_forms() + LEN(lines); form++) {
		struct bytes b = { 0 };

		if (form < sipcode_forms())
			write_line(&b, sipcode_form_look(form));
		else
			bytes_str(&b, lines[form - sipcode_forms()]);
		for (size_t n = 0; n <= b.n; n++) {
			compare(b.s, 0, n, NULL);
			compare(b.s, n, b.n, NULL);
		}
		bytes_free(&b);
	}
}

#define SDP                                                                   \
	"v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\n"                \
	"m=audio 1 RTP/AVP 0\r\nm=video 2 RTP/AVP 31\r\n"
#define PART "--b1\r\nContent-Type: application/sdp\r\n\r\n"
#define SHARED                                                                \
	"Via: SIP/2.0/UDP [2001:db8::1]:5060;rport;branch=z9hG4bK1\r\n"       \
	"Via: SIP / 2.0 / TCP h.example;branch=z9hG4bK2\r\n"                  \
	"From: \"A \\\" b\" <sip:a@b.example;user=phone>;tag=1\r\n"           \
	"Call-ID: c@h\r\nCSeq: 7 INVITE\r\n"                                  \
	"Record-Route: <sip:p.example;lr>, <sips:q.example;lr>\r\n"

/* Requests and responses, in which much stands. */
static const struct {
	const char *request, *response;
} pairs[] = {
	{ "INVITE sip:b@c.example SIP/2.0\r\n" SHARED
	  "To: <tel:+1-201-555-0123>\r\n"
	  "Session-Expires: 1800;refresher=uac\r\nSupported: timer,100rel\r\n"
	  "Content-Type: multipart/mixed;boundary=\"b1\"\r\n\r\n"
	  PART SDP "--b1--\r\n",
	  "SIP/2.0 200 OK\r\n" SHARED
	  "To: <tel:+12015550123>;tag=2\r\nRSeq: 1\r\nContact: sip:b@c\r\n"
	  "Session-Expires: 90 ; refresher = uas\r\nRequire: timer\r\n"
	  "Content-Type: multipart/mixed ; boundary=\"b1\"\r\n\r\n"
	  "--b1\r\nContent-Disposition: early-session\r\nc:a/b\r\n\r\nx\r\n"
	  "--b1\r\nContent-Encoding: x\r\nc :application/sdp;a=b\r\n\r\n" SDP
	  PART SDP "--b1--\r\n" },
	{ "INVITE sip:b@c.example SIP/2.0\r\n" SHARED
	  "To: sip:b@c.example\r\nContent-Type: application/sdp\r\n\r\n" SDP,
	  "SIP/2.0 183 Session Progress\r\n"
	  "Via: SIP/2.0/UDP [2001:DB8:0::1];received=192.0.2.9;rport=1;"
	  "branch=z9hG4bK1,SIP/2.0/TCP H.example:5060 ;branch=z9hG4bK2\r\n"
	  "f: <sip:%61@b.example;user=phone>;tag=1\r\n"
	  "t: \"B\" <sip:b@c.example>;tag=2\r\ni: c@h\r\nCSeq: 7  INVITE\r\n"
	  "Record-Route: <sip:p.example;lr>,<sips:q.example;lr>\r\n"
	  "Require: 100rel\r\nRSeq: 9\r\nMin-SE: 90\r\n"
	  "l: 60\r\nc: application/sdp\r\n\r\n" SDP },
	{ "REGISTER sip:c.example SIP/2.0\r\n" SHARED
	  "To: <sip:b@c.example>\r\nContact: <sip:b@[2001:db8::1]>;"
	  "expires=60,<sip:b@h;transport=tcp>;q=0.1;reg-id=1;"
	  "+sip.instance=\"<urn:x>\"\r\nExpires: 30\r\n\r\n",
	  "SIP/2.0 423 Interval Too Brief\r\n" SHARED
	  "To: <sip:b@c.example>;tag=2\r\nMin-Expires: 20\r\n"
	  "Warning: 399 h \"x\"\r\nRetry-After: 18000;duration=3600 (x)\r\n"
	  "Unsupported: a , b\r\nDate: Sat, 13 Nov 2010 23:29:00 GMT\r\n"
	  "WWW-Authenticate: Digest realm=\"a\\\"b\", nonce=\"c\"\r\n"
	  "X-Acme-Cause: 17\r\nContent-Length: 0\r\n\r\n" },
};

static void a_message_may_begin_and_end_anywhere(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(pairs); i++) {
		const char *request = pairs[i].request, *s = pairs[i].response;
		size_t len = strlen(s);
		struct sipcode_message m;

		assert_true(
			sipcode_message(request, strlen(request), 0, &m));
		for (size_t n = 0; n <= len; n++) {
			compare(s, 0, n, &m);
			compare(s, n, len, &m);
		}
	}
}

/* The request may be cut, too: what is found then does not depend on what
 * would come next. */
static void a_request_may_end_anywhere(void **state)
{
	struct sipcode_finding f[32];

	(void)state;
	for (size_t i = 0; i < LEN(pairs); i++) {
		const char *s = pairs[i].request, *answer = pairs[i].response;
		struct sipcode_message r, q;

		assert_true(sipcode_message(answer, strlen(answer), 0, &r));
		for (size_t n = strlen(s); n > 0; n--) {
			struct bytes within = { 0 }, alone = { 0 };
			char *copy = exactly(s, n);

			if (sipcode_message(s, n, 0, &q))
				show_findings(&within, answer, f,
				              sipcode_check_exchange(
						      0, &q, &r, f, LEN(f)));
			if (sipcode_message(copy, n, 0, &q))
				show_findings(&alone, answer, f,
				              sipcode_check_exchange(
						      0, &q, &r, f, LEN(f)));
			assert_bytes(alone.s, alone.n, within.s, within.n);
			bytes_free(&within);
			bytes_free(&alone);
			free(copy);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_line_of_a_log_may_begin_and_end_anywhere),
		TEST(a_message_may_begin_and_end_anywhere),
		TEST(a_request_may_end_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
