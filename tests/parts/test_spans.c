/* test_spans.c - Via values, URIs and session descriptions that end early or
 * are written in ways that no program should use. */
#include "bytes.h"

#include <stdlib.h>
#include <string.h>

#include "parts/sdp.h"
#include "parts/uri.h"
#include "parts/via.h"

static struct sipcode_span span_of(const char *s)
{
	struct sipcode_span v = { exactly(s, strlen(s)), strlen(s) };

	return v;
}

static void free_span(struct sipcode_span v)
{
	free((void *)(size_t)v.s);
}

static void hops_are_compared(void **state)
{
	static const struct {
		const char *a, *b;
		int same;
	} rows[] = {
		{ "SIP/2.0/UDP h", "SIP/2.0/UDP h", 1 },
		{ "SIP/2.0/UDP h", "SIP/2.0/UDP h:5060", 1 },
		{ "SIP/2.0/TLS h:5061", "SIP/2.0/TLS h", 1 },
		{ "SIP/2.0/UDP h", "SIP/2.0/UDP h:5070", 0 },
		{ "SIP/2.0/UDP h", "SIP/2.0/UDP h:506", 0 },
		{ "SIP/2.0/UDP h", "SIP/2.0/UDP h:5062", 0 },
		{ "SIP/2.0/UDP h", "SIP/2.0/UDP h:4060", 0 },
		{ "SIP/2.0/UDP h:5060", "SIP/2.0/UDP h:5061", 0 },
		{ "SIP/2.0/UDP [::1]", "SIP/2.0/UDP [::1", 0 },
		{ "SIP/2.0/UDP [::1]", "SIP/2.0/UDP [::2", 0 },
		{ "SIP/2.0/UDP [::1]", "SIP/2.0/UDP ::1", 0 },
		{ "SIP/2.0/UDP", "SIP/2.0/UDP ", 1 },
		{ "SIP/2.0", "SIP/2.0 ", 1 },
		{ "SIP/2.0/", "SIP/2.0/  ", 1 },
		{ "", "", 1 },
		{ "", "SIP/2.0/UDP h", 0 },
		{ "SIP/2.0/UDP h:", "SIP/2.0/UDP h : ", 1 },
		{ "SIP/2.0/UDP h;branch=a", "SIP/2.0/UDP h;branch=a;rport", 1 },
		{ "SIP/2.0/UDP h;rport;branch=a", "SIP/2.0/UDP h", 0 },
		{ "SIP/2.0/UDP h;rport", "SIP/2.0/UDP h", 1 },
		{ "SIP/2.0/UDP h;rport", "SIP/2.0/UDP hh;rport", 0 },
		{ "SIP/2.0/UDP hh;rport", "SIP/2.0/UDP h;rport=1", 0 },
		{ "SIP/2.0/UDP h (a)", "SIP/2.0/UDP h(b)", 1 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct sipcode_span a = span_of(rows[i].a);
		struct sipcode_span b = span_of(rows[i].b);

		if (via_same(a, b) != rows[i].same ||
		    via_same(b, a) != rows[i].same)
			fail_msg("'%s' and '%s'", rows[i].a, rows[i].b);
		free_span(a);
		free_span(b);
	}
}

static void addresses_are_compared(void **state)
{
	static const struct {
		const char *a, *b;
		int same, copy; /* the second one may have more parameters */
	} rows[] = {
		{ "<sip:a@h>", "  <sip:a@h>", 1, 1 },
		{ "sip:a@h", " \t sip:a@h ;tag=1", 1, 1 },
		{ "sip:a@h,sip:b@h", "sip:a@h", 1, 1 },
		{ "<sip:a@h", "<sip:a@h>", 1, 1 },
		{ "<sip:h>", "<sip:H>", 1, 1 },
		{ "<sip:h>", "<sip>", 0, 0 },
		{ "<sip>", "<SIP>", 1, 1 },
		{ "<sip:>", "<sip:>;x", 1, 1 },
		{ "<sip:a@h>", "<sip:a@hh>", 0, 0 },
		{ "<sip:a@[::1]>", "<sip:a@[::1]:5060>", 0, 0 },
		{ "<sip:a@[::1]>", "<sip:a@>", 0, 0 },
		{ "<sip:a@[::1]>", "<sip:a@h>", 0, 0 },
		{ "<sips:a@h>", "<sips:a@H>", 1, 1 },
		{ "<sips:a@h>", "<sip:a@h>", 0, 0 },
		{ "<sip:a@h>", "<tel:1>", 0, 0 },
		{ "<tel:1>", "<sip:1@h>", 0, 0 },
		{ "<tel:1>", "<urn:1>", 0, 0 },
		{ "<urn:a>", "<URN:A>", 1, 1 },
		{ "<tel:+1-2>", "<tel:+12>", 1, 1 },
		{ "<tel:+12>", "<tel:+1(2)-.>", 1, 1 },
		{ "<tel:+12;x=1>", "<tel:+1.2;y>", 1, 1 },
		{ "<tel:+12>", "<tel:+123>", 0, 0 },
		{ "<tel:+123>", "<tel:+1-2>", 0, 0 },
		{ "<sip:h;lr>", "<sip:h;lr=on>", 1, 1 },
		{ "<sip:h;lr>", "<sip:h;;lr=true;x=y>", 1, 1 },
		{ "<sip:h;;lr>", "<sip:h;lr=true>", 1, 1 },
		{ "<sip:h;LR=1>", "<sip:h;lr=2>", 1, 1 },
		{ "<sip:h;x=1>", "<sip:h;x=2>", 1, 0 },
		{ "<sip:h;xy=1>", "<sip:h;xy=2>", 1, 0 },
		{ "<sip:h;x=1>", "<sip:h>", 1, 0 },
		{ "<sip:h;ttl=1>", "<sip:h;ttl=2>", 0, 0 },
		{ "<sip:h;x=1>", "sip:h", 1, 1 },
		{ "<sip:h?a=b>", "<sip:h>", 0, 0 },
		{ "<sip:h;x?a=b>", "<sip:h;x?c=d>", 1, 1 },
		{ "", "<sip:h>", 0, 0 },
		{ "", "", 1, 1 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct sipcode_span a = span_of(rows[i].a);
		struct sipcode_span b = span_of(rows[i].b);

		if (uri_same(uri_of(a), uri_of(b)) != rows[i].same ||
		    uri_same(uri_of(b), uri_of(a)) != rows[i].same ||
		    uri_is_copy(uri_of(a), uri_of(b)) != rows[i].copy)
			fail_msg("'%s' and '%s'", rows[i].a, rows[i].b);
		free_span(a);
		free_span(b);
	}
}

static void media_are_counted(void **state)
{
	static const struct {
		const char *body;
		size_t indent;
		long media;
	} rows[] = {
		{ "", 0, -1 },
		{ "\r\n\n", 0, -1 },
		{ "m=a\r\n", 0, -1 },
		{ "v=0", 0, 0 },
		{ "\r\nv=0\r\nm=a\r\nm=b", 0, 2 },
		{ "v=0\nm=a\na=m=\nM=b\n", 0, 2 },
		{ "  v=0\n  m=a\n\n  m=b\n", 2, 2 },
		{ "  v=0\n m=a\n   m=b\n", 2, 1 },
		{ "  v=0\n", 0, -1 },
		{ "v=0\nm=a\nv=0\nm=b\n", 0, -1 },
	};
	static const struct {
		const char *body;
		long media;
	} parts[] = {
		{ "", -1 },
		{ "--b\r\nContent-Type: application/sdp\r\n\r\nv=0\r\nm=a\r\n"
		  "--b--", 1 },
		{ "--b\r\nc : application/sdp\r\nContent-Encoding: gzip\r\n"
		  "\r\nv=0\r\n--b--", -1 },
		{ "--b\r\nc:\tapplication/sdp;x\r\n"
		  "Content-Transfer-Encoding: binary\r\n\r\nv=0\r\nm=a\r\n"
		  "m=b\r\n--b--", 2 },
		{ "--b\nc: application/sdp\nContent-Transfer-Encoding: 8bit\n"
		  "\nv=0\n--b--", 0 },
		{ "--b\nc: application/sdp\nContent-Transfer-Encoding: base64\n"
		  "\nv=0\n--b--", -1 },
		{ "--b\nc: application/sdp\ne: gzip\n\nv=0\n--b--", -1 },
		{ "--b\nc application/sdp\n\nv=0\n--b--", -1 },
		{ "--b\nc\n\nv=0\n--b--", -1 },
		{ "--b\nc: application/sdpx\n\nv=0\n--b--", -1 },
		{ "--bb\nc: application/sdp\n\nv=0\n--b", -1 },
		{ "--b \nc: application/sdp\n\nv=0\nm=a\n--b\n\nx\n--b--", 1 },
		{ "--b\nc: application/sdp\n\nv=0\n--b\nc: application/sdp\n"
		  "\nv=0\n--b--", -1 },
	};
	struct sipcode_span boundary = { "b", 1 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct sipcode_span body = span_of(rows[i].body);

		if (sdp_media(body, rows[i].indent) != rows[i].media)
			fail_msg("'%s'", rows[i].body);
		free_span(body);
	}
	for (size_t i = 0; i < LEN(parts); i++) {
		struct sipcode_span body = span_of(parts[i].body);
		long media = sdp_media_of_parts(body, boundary, 0);

		if (media != parts[i].media)
			fail_msg("%ld of '%s'", media, parts[i].body);
		free_span(body);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(hops_are_compared),
		TEST(addresses_are_compared),
		TEST(media_are_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
