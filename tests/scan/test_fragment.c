/* test_fragment.c - which status line is the body of a NOTIFY: by what stands
 * before it, to the byte. */
#include "bytes.h"

#include <stdlib.h>
#include <string.h>
#include <sipcode.h>

#define LINE "SIP/2.0 200 OK"

/* Is the line behind these bytes a fragment? */
static int is_fragment(const char *before, size_t n)
{
	struct bytes b = { 0 };
	char *s;
	int is;

	bytes_add(&b, before, n);
	bytes_str(&b, LINE);
	s = exactly(b.s, b.n);
	is = sipcode_is_sipfrag(s, n);
	free(s);
	bytes_free(&b);
	return is;
}

static void fragments_are_told_by_what_stands_before(void **state)
{
	static const struct {
		const char *before;
		int is;
	} rows[] = {
		/* As on the wire */
		{ "", 0 },
		{ "\n", 0 },
		{ "\n\n", 0 },
		{ "\r\n", 0 },
		{ "Content-Type: message/sipfrag\r\n\r\n", 1 },
		{ "Content-Type: message/sipfrag\n\n", 1 },
		{ "c: message/sipfrag;version=2.0\r\n\r\n", 1 },
		{ "Content-Type: text/plain\r\n\r\n", 0 },
		/* In one line: which field has the type? */
		{ "Content-Type: message/sipfrag\\r\\n\\r\\n", 1 },
		{ "CONTENT-TYPE:message/sipfrag ", 1 },
		{ "\"content-type\" : \"message/sipfrag\",\"", 1 },
		{ "\\\"Content-Type\\\":\\\"message/sipfrag\\\" ", 1 },
		{ "Content-Type\t:\tmessage/sipfrag ", 1 },
		{ "Content-Type message/sipfrag ", 0 },
		{ "Content-Typo: message/sipfrag ", 0 },
		{ "Accept: message/sipfrag ", 0 },
		{ "message/sipfrag ", 0 },
		{ ": message/sipfrag ", 0 },
		{ "c: message/sipfrag ", 1 },
		{ "C:message/sipfrag ", 1 },
		{ " c: message/sipfrag ", 1 },
		{ "1c: message/sipfrag ", 1 },
		{ "xc: message/sipfrag ", 0 },
		{ "d: message/sipfrag ", 0 },
		{ "c: message\\/sipfrag ", 1 },
		{ "c: message\\\\\\/sipfrag ", 1 },
		{ "c: message\\sipfrag ", 0 },
		{ "c: xessage/sipfrag ", 0 },
		{ "c: message/ziqfrag ", 0 },
		{ "c: message/sipfrage ", 1 },
		{ "c: message/sipfrab ", 0 },
		/* The lines of Wireshark */
		{ "Message Body (SIPfrag) ", 1 },
		{ "SIPfrag ", 1 },
		{ "sipfrag ", 0 },
		{ "IPfrag ", 0 },
		{ "frag x ", 0 },
		{ "SIPfrag", 0 },
		{ "fff SIPfrag f", 1 },
		{ "SIPfrag frag f", 1 },
		{ "sipfrag.line", 1 },
		{ "sipfrag_line\":\"", 1 },
		{ " sipfrag_line\":\"", 1 },
		{ "sipfrag-line\":\"", 0 },
		{ "sipfrag.lin", 0 },
		{ "sipfrag.link\":\"", 0 },
		{ "sixfrag.line\":\"", 0 },
		/* Another start line between them */
		{ "SIPfrag SIP/2.0 100 Trying ", 0 },
		{ "SIPfrag 22 SIP/2.0 100 Trying ", 0 },
		{ "SIPfrag BYE sip:a@b SIP/2.0 ;", 0 },
		{ "SIPfrag Via: SIP/2.0/UDP a ", 1 },
		{ "SIPfrag Via: SIP\\/2.0\\/UDP a ", 1 },
		{ "SIPfrag /2.1 100 ", 1 },
		{ "SIPfrag :2.0 100 ", 1 },
		{ "SIPfrag /2.0  ", 0 },
		{ "SIPfrag /2.0 ", 1 },
		{ "SIP/2.0 100 Trying SIPfrag ", 1 },
		{ "SIPfrag SIP/2.0 100 Trying SIPfrag ", 1 },
		{ "sipfrag.line SIP/2.0 100 Trying ", 1 },
		/* The line above is a field, or stands for an empty one */
		{ "SIPfrag x\nX-Y: z\n", 1 },
		{ "SIPfrag x\nX1: z\n", 0 },
		{ "SIPfrag x\nX Y: z\n", 0 },
		{ "SIPfrag x\nabc\n", 0 },
		{ "Y: SIPfrag\n", 1 },
		{ "1Y: SIPfrag\n", 0 },
		{ "SIPfrag\n\n", 1 },
		{ "SIPfrag\n.\n", 1 },
		{ "SIPfrag\nz\n", 0 },
		{ "SIPfrag\n.z\n", 0 },
		{ "SIPfrag\nz.\n", 0 },
		{ "SIPfrag\n^M\n", 1 },
		{ "SIPfrag\n \t$\r\n", 1 },
		{ "SIPfrag\n\\r\\n\n", 1 },
		{ "SIPfrag\n<br/>\n", 1 },
		{ "SIPfrag\n<CR><LF>\n", 1 },
		{ "SIPfrag\n...........\n", 1 },
		{ "SIPfrag\n............\n", 0 },
		{ "X: y\n\n", 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		if (is_fragment(rows[i].before, strlen(rows[i].before)) !=
		    rows[i].is)
			fail_msg("'%s' is not %d", rows[i].before, rows[i].is);
	assert_int_equal(sipcode_is_sipfrag(NULL, 9), 0);
}

/* What stands before the text would change the answer. */
static void nothing_before_the_text_is_read(void **state)
{
	static const char text[] = "sipfrag.line", line[] = "\nX: SIPfrag\n";

	(void)state;
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(sipcode_is_sipfrag(text + i,
		                                    sizeof(text) - 1 - i),
		                 i == 0);
	assert_int_equal(sipcode_is_sipfrag(line + 1, 1), 0);
}

/* A header block that reaches so far above its body, and one whose empty line
 * is another's. */
static void a_block_is_looked_through_so_far(void **state)
{
	static const char *const ends[] = { "\n", "\r\n", "\r\r\n" };

	(void)state;
	for (size_t e = 0; e < LEN(ends); e++)
		for (size_t n = 4000; n < 4150; n++)
			for (int gap = 0; gap < 2; gap++) {
				struct bytes b = { 0 };
				size_t type;

				bytes_str(&b, "A: b\nX: ");
				type = b.n;
				bytes_str(&b, "message/sipfrag");
				bytes_str(&b, ends[e]);
				if (gap)
					bytes_str(&b, ends[e]);
				bytes_str(&b, "Y: ");
				bytes_fill(&b, 'x', n - 30);
				bytes_str(&b, ends[e]);
				bytes_str(&b, ends[e]);
				assert_int_equal(is_fragment(b.s, b.n),
				                 !gap && b.n - type <= 4096);
				bytes_free(&b);
			}
}

/* Behind a text and a filling, from the byte that counts: up to how many bytes
 * is it a fragment? */
static void assert_reach(const char *text, size_t counts, const char *behind,
                         size_t most)
{
	for (size_t n = most - 3; n < most + 4; n++) {
		struct bytes b = { 0 };
		size_t rest = strlen(text) - counts + strlen(behind);

		bytes_str(&b, text);
		bytes_fill(&b, 'x', n - rest);
		bytes_str(&b, behind);
		if (is_fragment(b.s, b.n) != (n <= most))
			fail_msg("%s and %zu bytes", text, n);
		bytes_free(&b);
	}
}

static void each_sign_reaches_so_far(void **state)
{
	(void)state;
	/* To the "f" of it. */
	assert_reach("sipfrag.line ", 3, "", 159);
	assert_reach("SIPfrag ", 3, "", 1024);
	assert_reach("zz SIPfrag ", 6, "", 1024);
	/* The line of a field, whose colon is the last that is seen. */
	assert_reach("SIPfrag z\nX: ", 10, "\n", 201);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(fragments_are_told_by_what_stands_before),
		TEST(nothing_before_the_text_is_read),
		TEST(a_block_is_looked_through_so_far),
		TEST(each_sign_reaches_so_far),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
