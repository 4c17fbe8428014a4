/* test_message.c - messages: where they begin and end, their header fields,
 * values and parameters, and that nothing behind them is read. */
#include "bytes.h"

#include <stdlib.h>
#include <string.h>
#include <sipcode.h>

static struct sipcode_message first(const char *s)
{
	struct sipcode_message m;

	assert_true(sipcode_message(s, strlen(s), 0, &m));
	return m;
}

static void assert_span(struct sipcode_span v, const char *want)
{
	assert_bytes(v.s, v.n, want, strlen(want));
}

/* The i-th value of that name, from 0; 0 if there are not so many. */
static int nth_value(const struct sipcode_message *m, const char *name,
                     size_t i, struct sipcode_span *v)
{
	struct sipcode_cursor at = { 0 };

	for (;; i--) {
		if (!sipcode_next_value(m, name, &at, v))
			return 0;
		if (i == 0)
			return 1;
	}
}

static void assert_value(const struct sipcode_message *m, const char *name,
                         size_t i, const char *want)
{
	struct sipcode_span v;

	assert_true(nth_value(m, name, i, &v));
	assert_span(v, want);
	if (i > 0)
		return;
	assert_true(sipcode_value(m, name, &v));
	assert_span(v, want);
}

static void assert_no_value(const struct sipcode_message *m, const char *name,
                            size_t i)
{
	struct sipcode_span v;

	assert_false(nth_value(m, name, i, &v));
}

#define FULL \
	"SIP/2.0 486 Busy Here\r\n" \
	"Via: SIP/2.0/UDP a;branch=z9hG4bK1, SIP/2.0/TCP b\r\n" \
	"v:SIP/2.0/UDP c\r\n" \
	"f: \"Bob, \\\"the\\\" <b>\" <sip:b@c>;tag=1\r\n" \
	"TO : <sip:d@e>;tag=2\r\n" \
	"i: x@y\r\n" \
	"cseq: 7 INVITE\r\n" \
	"Subject: a\r\n  folded,\r\n\tone\r\n" \
	"k: 100rel ,timer\r\n" \
	"Allow:\r\n" \
	"Contact: \"a,b\" <sip:x,y@z>;q=1, <sip:w>\r\n" \
	"l: 4\r\n" \
	"\r\n" \
	"body"

/* Line ends of a single byte. */
static void without_returns(struct bytes *b, const char *s)
{
	bytes_str(b, s);
	bytes_drop(b, "\r");
}

static void assert_full(const struct sipcode_message *m, const char *subject)
{
	assert_int_equal(m->code, 486);
	assert_false(m->request);
	assert_true(m->complete);
	assert_false(m->body_cut);
	assert_span(m->start, "SIP/2.0 486 Busy Here");
	assert_span(m->phrase, "Busy Here");
	assert_span(m->body, "body");
	assert_span(sipcode_method(m), "INVITE");
	assert_value(m, "Via", 0, "SIP/2.0/UDP a;branch=z9hG4bK1");
	assert_value(m, "Via", 1, "SIP/2.0/TCP b");
	assert_value(m, "Via", 2, "SIP/2.0/UDP c");
	assert_no_value(m, "Via", 3);
	assert_value(m, "From", 0,
	             "\"Bob, \\\"the\\\" <b>\" <sip:b@c>;tag=1");
	assert_no_value(m, "From", 1);
	assert_value(m, "To", 0, "<sip:d@e>;tag=2");
	assert_value(m, "Call-ID", 0, "x@y");
	assert_value(m, "Subject", 0, subject);
	assert_value(m, "Supported", 0, "100rel");
	assert_value(m, "Supported", 1, "timer");
	assert_no_value(m, "Supported", 2);
	assert_value(m, "Allow", 0, "");
	assert_no_value(m, "Allow", 1);
	assert_value(m, "Contact", 0, "\"a,b\" <sip:x,y@z>;q=1");
	assert_value(m, "Contact", 1, "<sip:w>");
	assert_value(m, "Content-Length", 0, "4");
	assert_no_value(m, "Require", 0);
}

static void a_message_is_taken_apart(void **state)
{
	struct sipcode_message m = first(FULL);
	struct sipcode_cursor at = { 0 };
	struct sipcode_span name, value;
	struct bytes b = { 0 };
	size_t fields = 0;

	(void)state;
	assert_full(&m, "a\r\n  folded,\r\n\tone");
	assert_span(m.all, FULL);
	for (size_t i = 0; sipcode_next_header(&m, &at, &name, &value); i++) {
		if (i == 3) {
			assert_span(name, "TO");
			assert_span(value, "<sip:d@e>;tag=2");
		}
		fields++;
	}
	assert_span(name, "l");
	assert_int_equal(fields, 11);
	without_returns(&b, FULL);
	m = first(b.s);
	assert_full(&m, "a\n  folded,\n\tone");
	bytes_free(&b);
}

static void messages_of_a_stream_follow_each_other(void **state)
{
	static const char *const parts[] = {
		"\r\nold bytes\r\n\r\n<--- Transmitting to 1.2.3.4 --->\r\n",
		FULL, "trailing\r\n",
		"ACK sip:d@e SIP/2.0\r\nCSeq: 7 ACK\r\n"
		"Content-Length: 0\r\n\r\n", FULL,
		"> SIP/2.0 404 Not Found\nCSeq: 9 BYE\n2026-01-01 a log\n",
		"SIP/2.0 200 OK\nCSeq: 8 BYE\n\nno length\n",
		"SIP/2.0 180 Ringing\nCSeq: 1 INVITE\n",
	};
	static const struct {
		unsigned code;
		int request, complete;
		const char *method;
	} want[] = {
		{ 486, 0, 1, "INVITE" }, { 0, 1, 1, "ACK" },
		{ 486, 0, 1, "INVITE" }, { 404, 0, 0, "BYE" },
		{ 200, 0, 1, "BYE" }, { 180, 0, 0, "INVITE" },
	};
	struct bytes b = { 0 };
	struct sipcode_message m;
	size_t from = 0, i = 0;

	(void)state;
	for (size_t k = 0; k < LEN(parts); k++)
		bytes_str(&b, parts[k]);
	for (; sipcode_message(b.s, b.n, from, &m); i++) {
		assert_in_range(i, 0, LEN(want) - 1);
		assert_int_equal(m.code, want[i].code);
		assert_int_equal(m.request, want[i].request);
		assert_int_equal(m.complete, want[i].complete);
		assert_span(sipcode_method(&m), want[i].method);
		from = (size_t)(m.all.s + m.all.n - b.s);
	}
	assert_int_equal(i, LEN(want));
	bytes_free(&b);
}

static void no_message_is_made_of_other_text(void **state)
{
	static const char *const texts[] = {
		"", "\n", "SIP/2.0", "SIP/2.0 ", "SIP/2.0 x",
		"Via: SIP/2.0/UDP a", "HTTP/1.1 200 OK\r\n\r\n",
		"GET / HTTP/1.1\r\n", "INVITE sip:a",
		"invite sip:a SIP/2.0\n", "INVITE SIP/2.0", " SIP/2.0",
		"SIP/2.0486 Busy Here", "SIP/2.0x486", "ACK  SIP/2.0",
		"AB sip:a SIP/2.0", "ACKa SIP/2.0", "ACK a SIP/2.1",
	};
	struct sipcode_message m;

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++) {
		char *s = exactly(texts[i], strlen(texts[i]));

		if (sipcode_message(s, strlen(texts[i]), 0, &m))
			fail_msg("a message: %s", texts[i]);
		free(s);
	}
}

static void the_shortest_start_lines_are_read(void **state)
{
	static const struct {
		const char *line;
		int request;
		unsigned code;
		const char *phrase;
	} rows[] = {
		{ "ACK a SIP/2.0", 1, 0, "" },
		{ "SIP/2.0 4", 0, 0, "" },
		{ "SIP/2.0 486", 0, 486, "" },
		{ "sip/2.0\t486x", 0, 486, "x" },
		{ "SIP/2.0 100 ", 0, 100, "" },
		{ "SIP/2.0 699  a ", 0, 699, "a" },
		{ "SIP/2.0 700 a", 0, 0, "a" },
		{ "SIP/2.0 099 a", 0, 0, "a" },
		{ "SIP/2.0 48 a", 0, 0, "a" },
		{ "SIP/2.0 4860 a", 0, 0, "a" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		char *s = exactly(rows[i].line, strlen(rows[i].line));
		struct sipcode_message m;

		assert_true(sipcode_message(s, strlen(rows[i].line), 0, &m));
		assert_int_equal(m.request, rows[i].request);
		assert_int_equal(m.code, rows[i].code);
		assert_span(m.phrase, rows[i].phrase);
		assert_span(m.start, rows[i].line);
		free(s);
	}
}

static void a_body_is_as_long_as_it_can_be(void **state)
{
	static const struct {
		const char *behind, *body;
		int cut;
	} rows[] = {
		{ "Content-Length: 4\r\n\r\nbodymore", "body", 0 },
		{ "l:0\r\n\r\nmore", "", 0 },
		{ "Content-Length: 5\r\n\r\nbody", "body", 1 },
		{ "Content-Length: 999999999\r\n\r\nbody", "body", 1 },
		{ "c:a/b\r\nl: 9999999999\r\n\r\nbody", "body", 0 },
		{ "c:a/b\r\nContent-Length: x\r\n\r\nbody", "body", 0 },
		{ "c:a/b\r\nContent-Length: -1\r\n\r\nbody", "body", 0 },
		{ "c:a/b\r\nContent-Length:\r\n\r\nbody", "body", 0 },
		{ "c:a/b\r\n\r\nbody", "body", 0 },
		/* Neither length nor type: the log's own text. */
		{ "\r\nbody", "", 0 },
		{ "\r\n", "", 0 },
		{ "c:a/b\r\n\r\nbo\r\n\r\ndy\r\n", "bo\r\n\r\ndy\r\n", 0 },
		{ "c:a/b\r\n\r\nbody\r\nSIP/2.0 200 OK\r\n", "body\r\n", 0 },
		{ "Content-Length: 30\r\n\r\nbody\r\nACK sip:a SIP/2.0\r\n",
		  "body\r\n", 1 },
		{ "c: message/sipfrag;version=2.0\r\n\r\nSIP/2.0 200 OK\r\n",
		  "SIP/2.0 200 OK\r\n", 0 },
		{ "Content-Type: message/sipfrag\r\nContent-Length: 16\r\n\r\n"
		  "SIP/2.0 200 OK\r\nx", "SIP/2.0 200 OK\r\n", 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct sipcode_message m;
		struct bytes b = { 0 };

		bytes_str(&b, "SIP/2.0 200 OK\r\nCSeq: 1 INVITE\r\n");
		bytes_str(&b, rows[i].behind);
		m = first(b.s);
		assert_true(m.complete);
		assert_span(m.body, rows[i].body);
		assert_int_equal(m.body_cut, rows[i].cut);
		bytes_free(&b);
	}
}

/* RFC 4475 sections 3.1.1.12, 3.1.1.13, 3.1.2.5 and 3.1.2.19. */
static void the_torture_tests_are_endured(void **state)
{
	struct sipcode_finding f[8];
	struct sipcode_message m;

	(void)state;
	m = first("SIP/2.0 200 = 2**3 * 5**2 \320\275\320\276\r\n\r\n");
	assert_int_equal(m.code, 200);
	assert_span(m.phrase, "= 2**3 * 5**2 \320\275\320\276");
	m = first("SIP/2.0 100 \r\nCSeq: 1 INVITE\r\n\r\n");
	assert_int_equal(m.code, 100);
	assert_span(m.phrase, "");
	m = first("SIP/2.0 503 Service Unavailable\r\n"
	          "CSeq: 9292394834772304023312 OPTIONS\r\n"
	          "Retry-After: 949302838503028349304023988\r\n"
	          "Warning: 1812 overture \"In Progress\"\r\n"
	          "Server: x\r\n");
	assert_int_equal(sipcode_check(0, &m, f, LEN(f)), 4);
	assert_int_equal(f[0].problem, SIPCODE_UNFINISHED);
	for (size_t i = 1; i < 4; i++)
		assert_int_equal(f[i].problem, SIPCODE_BAD_NUMBER);
	assert_span(f[1].at, "9292394834772304023312 OPTIONS");
	assert_span(f[2].at, "949302838503028349304023988");
	assert_span(f[3].at, "1812 overture \"In Progress\"");
	m = first("SIP/2.0 4294967301 better not break the receiver\r\n");
	assert_int_equal(m.code, 0);
	assert_false(m.request);
	assert_span(m.phrase, "better not break the receiver");
	assert_int_equal(sipcode_check(0, &m, f, LEN(f)), 2);
	assert_int_equal(f[0].problem, SIPCODE_BAD_CODE);
}

/* A comma is a part of these, however many there are in a list of others. */
static void a_comma_does_not_always_part_two_values(void **state)
{
	static const char *const whole[] = {
		"WWW-Authenticate", "Proxy-Authenticate", "Authorization",
		"Proxy-Authorization", "Authentication-Info",
		"Proxy-Authentication-Info", "Date", "Call-ID", "Server",
		"User-Agent", "Subject", "From", "To", "Organization",
	};
	static const char *const lists[] = { "Contact", "Supported", "Allow" };
	struct sipcode_message m;

	(void)state;
	for (size_t i = 0; i < LEN(whole) + LEN(lists); i++) {
		int is_list = i >= LEN(whole);
		const char *name = is_list ? lists[i - LEN(whole)] : whole[i];
		struct bytes b = { 0 };

		bytes_str(&b, "SIP/2.0 200 OK\r\n");
		bytes_str(&b, name);
		bytes_str(&b, ": Mon, 1\r\n\r\n");
		m = first(b.s);
		assert_value(&m, name, 0, is_list ? "Mon" : "Mon, 1");
		bytes_free(&b);
	}
}

/* Findings are of the message, and stand in its order. */
static void judged(const struct sipcode_message *m)
{
	struct sipcode_finding f[64];
	size_t n = sipcode_check(0, m, f, LEN(f));

	for (size_t i = 0; i < n && i < LEN(f); i++) {
		assert_true(f[i].at.s >= m->all.s);
		assert_true(f[i].at.s + f[i].at.n <= m->all.s + m->all.n);
		assert_true(i == 0 || f[i].at.s >= f[i - 1].at.s);
	}
}

/* Asks everything of every message in s[0..n). */
static void ask(const char *s, size_t n)
{
	static const char *const names[] = { "Via", "To", "Contact", "Require",
		                             "Subject", "Content-Length",
		                             "WWW-Authenticate", "Reason" };
	static const struct sipcode_cursor start;
	struct sipcode_cursor at;
	struct sipcode_message m;
	struct sipcode_span v, p;
	size_t from = 0;

	while (sipcode_message(s, n, from, &m)) {
		assert_true(m.all.s >= s + from);
		assert_true(m.all.n > 0);
		assert_true(m.all.s + m.all.n <= s + n);
		from = (size_t)(m.all.s + m.all.n - s);
		at = start;
		while (sipcode_next_header(&m, &at, &p, &v))
			assert_true(v.s + v.n <= s + n);
		for (size_t k = 0; k < LEN(names); k++) {
			at = start;
			while (sipcode_next_value(&m, names[k], &at, &v)) {
				sipcode_param(v, "tag", &p);
				sipcode_param(v, "realm", &p);
			}
		}
		sipcode_method(&m);
		judged(&m);
	}
}

static void no_byte_behind_the_text_is_read(void **state)
{
	static const char s[] =
		"x\n" FULL "OPTIONS sip:a SIP/2.0\nCSeq: 1 OPTIONS\n\n"
		"SIP/2.0 401 x\r\nTo: \"\\\"\" <sip:a>;tag=\r\n"
		"WWW-Authenticate: Digest realm=\"a\\\"b\", stale\r\nbad\r\n"
		"Reason: Q.850;cause=16;text=\"x\\\r\n";

	(void)state;
	for (size_t n = 0; n < sizeof(s); n++) {
		char *copy = exactly(s, n), *tail = exactly(s + n,
		                                            sizeof(s) - 1 - n);

		ask(copy, n);
		ask(tail, sizeof(s) - 1 - n);
		free(copy);
		free(tail);
	}
}

static void any_bytes_are_endured(void **state)
{
	static const char *const pieces[] = {
		"SIP/2.0 ", "404", " x", "\r\n", "\n", "\r\n\r\n", "Via", ":",
		"To: ", "<", ">", "\"", "\\", ";", "tag=", ",", " ", "\t", "=",
		"Content-Length: ", "9", "l:", "c: message/sipfrag", "\377",
		"INVITE sip:a SIP/2.0", "WWW-Authenticate: Digest realm=",
		"CSeq: 1 INVITE", "SIP/2.0 200 OK\r\n", "Contact", "Reason:",
	};
	struct bytes b = { 0 };
	uint64_t die = 3261;

	(void)state;
	for (int round = 0; round < 3000; round++) {
		char *s;

		b.n = 0;
		bytes_roll(&b, &die, 1 + roll(&die, 60), pieces, LEN(pieces));
		s = exactly(b.s, b.n);
		ask(s, b.n);
		free(s);
	}
	bytes_free(&b);
}

static void the_case_of_a_name_does_not_matter(void **state)
{
	static const char *const names[] = { "WWW-Authenticate",
		                             "www-authenticate",
		                             "WWW-AUTHENTICATE" };
	struct sipcode_message m = first(
		"SIP/2.0 401 x\r\nWww-authenticate: Digest realm=\"a\", "
		"nonce=\"b\"\r\n\r\n");

	(void)state;
	for (size_t i = 0; i < LEN(names); i++) {
		assert_value(&m, names[i], 0, "Digest realm=\"a\", "
		             "nonce=\"b\"");
		assert_no_value(&m, names[i], 1);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_message_is_taken_apart),
		TEST(messages_of_a_stream_follow_each_other),
		TEST(no_message_is_made_of_other_text),
		TEST(the_shortest_start_lines_are_read),
		TEST(a_body_is_as_long_as_it_can_be),
		TEST(the_torture_tests_are_endured),
		TEST(a_comma_does_not_always_part_two_values),
		TEST(no_byte_behind_the_text_is_read),
		TEST(any_bytes_are_endured),
		TEST(the_case_of_a_name_does_not_matter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
