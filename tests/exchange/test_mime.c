/* test_mime.c - the parts of a body. */
#include "harness.h"

#include <stdio.h>
#include <string.h>

#include "exchange/mime.h"
#include "exchange/value.h"

/* Behind "MESSAGE sip:a@h SIP/2.0": header fields, an empty line, the body. */
static void read_parts(struct mime *p, const char *s)
{
	static char text[8192];
	struct sipcode_message m;

	snprintf(text, sizeof(text), "MESSAGE sip:a@h SIP/2.0\r\n%s", s);
	assert_true(sipcode_message(text, strlen(text), 0, &m));
	mime_parts(&m, p);
}

#define MIXED "Content-Type: multipart/mixed;boundary=b\r\n\r\n"

/* Each part as "TYPE=CONTENT|". */
static void parts_are_taken_apart(void **state)
{
	static const struct {
		const char *s, *parts;
	} bodies[] = {
		{ "Subject: s\r\n\r\n", "" },
		{ "Content-Length: 1\r\n\r\nx", "=x|" },
		{ "Content-Type: text/plain\r\n\r\nx", "text/plain=x|" },
		{ MIXED "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--\r\n",
		  "multipart/mixed=...|text/plain=x\r\n|" },
		/* Lines that end with LF alone; blanks behind the boundary. */
		{ MIXED "--b  \nContent-Type: text/a\n\nx\n--b\n\ny\n--b-- \nz",
		  "multipart/mixed=...|text/a=x\n|=y\n|" },
		/* No boundary: too short, another one, one that goes on. */
		{ MIXED "-\r\n--\r\n--c\r\n++b\r\n--bb\r\n--b-+\r\n--b---\r\n",
		  "multipart/mixed=...|" },
		/* The last line is missing. */
		{ MIXED "--b\r\n\r\nx", "multipart/mixed=...|=x|" },
		{ MIXED "--b\r\nContent-Type: text/a\r\n",
		  "multipart/mixed=...|text/a=|" },
		{ MIXED "--b\r\nContent-Type: text/a",
		  "multipart/mixed=...|text/a=|" },
		{ MIXED "--b\r\n", "multipart/mixed=...|" },
		{ MIXED "--b", "multipart/mixed=...|" },
		{ MIXED "", "multipart/mixed=...|" },
		/* Nothing says where parts begin. */
		{ "Content-Type: multipart/mixed\r\n\r\n--b\r\n\r\nx\r\n",
		  "multipart/mixed=...|" },
		/* A body that is packed is no text; identity is as it is. */
		{ "Content-Encoding: gzip\r\n" MIXED "--b\r\n\r\nx",
		  "multipart/mixed=...|" },
		{ "Content-Encoding: identity\r\n" MIXED "--b\r\n\r\nx",
		  "multipart/mixed=...|=x|" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(bodies); i++) {
		struct mime p;
		char is[512] = "";

		read_parts(&p, bodies[i].s);
		for (size_t k = 0; k < p.n; k++) {
			const struct mime_part *part = &p.part[k];
			size_t n = strlen(is);

			snprintf(is + n, sizeof(is) - n, "%.*s=%.*s|",
			         (int)part->type.n, part->type.s,
			         mime_is_multipart(part)
			                 ? 3
			                 : (int)part->content.n,
			         mime_is_multipart(part) ? "..."
			                                 : part->content.s);
		}
		assert_string_equal(is, bodies[i].parts);
		assert_int_equal(p.more, 0);
	}
}

/* What holds a part says of it that it is one of several, or optional. */
static void a_part_inherits(void **state)
{
	struct mime p;

	(void)state;
	read_parts(&p, "Content-Type: multipart/alternative;boundary=b\r\n\r\n"
	               "--b\r\n"
	               "Content-Type: multipart/mixed;boundary=c\r\n"
	               "Content-Disposition: x;handling=optional\r\n\r\n"
	               "--c\r\n\r\nx\r\n--c--\r\n"
	               "--b\r\n"
	               "Content-Disposition: x;handling=required\r\n\r\ny\r\n"
	               "--b--\r\n");
	assert_int_equal(p.n, 4);
	assert_int_equal(p.part[0].alternative, 0);
	assert_int_equal(p.part[1].alternative, 1);
	assert_int_equal(p.part[1].optional, 1);
	assert_int_equal(p.part[2].alternative, 1);
	assert_int_equal(p.part[2].optional, 0);
	assert_int_equal(p.part[3].depth, 2);
	assert_int_equal(p.part[3].alternative, 1);
	assert_int_equal(p.part[3].optional, 1);
}

/* 16 parts and 4 floors of them, and no more. */
static void parts_have_a_bound(void **state)
{
	static char s[4096];
	struct mime p;

	(void)state;
	strcpy(s, MIXED);
	for (int i = 0; i < 15; i++)
		strcat(s, "--b\r\n\r\nx\r\n");
	read_parts(&p, s);
	assert_int_equal(p.n, MIME_PARTS);
	assert_int_equal(p.more, 0);
	strcat(s, "--b\r\n\r\nx\r\n");
	read_parts(&p, s);
	assert_int_equal(p.n, MIME_PARTS);
	assert_int_equal(p.more, 1);

	strcpy(s, MIXED);
	for (int i = 0; i < 6; i++) {
		size_t n = strlen(s);

		snprintf(s + n, sizeof(s) - n,
		         "--%s\r\nContent-Type: multipart/mixed;boundary=b%d"
		         "\r\n\r\n",
		         i == 0 ? "b" : (char[]){ 'b', (char)('0' + i), 0 },
		         i + 1);
	}
	read_parts(&p, s);
	assert_int_equal(p.n, 1 + MIME_DEEP);
	assert_int_equal(p.part[p.n - 1].depth, MIME_DEEP);
	assert_int_equal(p.more, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(parts_are_taken_apart),
		TEST(a_part_inherits),
		TEST(parts_have_a_bound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
