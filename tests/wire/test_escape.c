/* test_escape.c - each escape of each coding, and what only begins as one. */
#include "bytes.h"

#include <stdlib.h>
#include <string.h>

#include "wire/line/coding.h"

#define B CODING_BACKSLASH
#define E CODING_ENTITY

/* Each text stands at the end of its memory. */
static const struct {
	enum coding outer, inner;
	const char *close, *text, *read;
} rows[] = {
	/* Backslashes. */
	{ B, 0, "", "\\r\\n\\t\\b\\f\\\"\\'\\\\\\/", "\r\n\t\b\f\"'\\/" },
	{ B, 0, "", "\\a\\q\\", "\\a\\q\\" },
	{ B, 0, "", "\\u0041\\u00e9\\u20AC", "A\303\251\342\202\254" },
	{ B, 0, "", "\\u007f\\u0080\\u07ff\\u0800",
	  "\177\302\200\337\277\340\240\200" },
	{ B, 0, "", "\\ud7ff\\ue000\\uffff",
	  "\355\237\277\356\200\200\357\277\277" },
	{ B, 0, "", "\\ud800\\udc00", "\360\220\200\200" },
	{ B, 0, "", "\\udbff\\udfff", "\364\217\277\277" },
	{ B, 0, "", "\\ud801\\udc02", "\360\220\220\202" },
	{ B, 0, "", "\\ud800\\udbff", "??" },
	{ B, 0, "", "\\ud800\\ue000", "?\356\200\200" },
	{ B, 0, "", "\\ud800\\n", "?\n" },
	{ B, 0, "", "\\ud800xudc00", "?xudc00" },
	{ B, 0, "", "\\ud800", "?" },
	{ B, 0, "", "\\ud800\\udc0", "?\\udc0" },
	{ B, 0, "", "\\udc00\\udfff", "??" },
	{ B, 0, "", "\\u004\\u004g", "\\u004\\u004g" },
	{ B, 0, "", "\\x41\\x4G\\xff", "A\\x4G\377" },
	{ B, 0, "", "\\101\\377\\400\\018\\08", "A\377\\400\\018\\08" },
	{ B, B, "", "\\\\r\\\\n\\\\\\\\", "\r\n\\" },
	{ B, B, "", "\\\\u0041\\u005cn", "A\n" },
	/* Entities. */
	{ E, 0, "", "&lt;&gt;&amp;&quot;&apos;&nbsp;", "<>&\"' " },
	{ E, 0, "", "&LT;&ltx;&lt", "<&ltx;&lt" },
	{ E, 0, "", "&#65;&#x41;&#X41;&#13;&#10;", "AAA\r\n" },
	{ E, 0, "", "&#233;&#xe9;&#8364;", "\303\251\303\251\342\202\254" },
	{ E, 0, "", "&#65536;&#xfffff;", "\360\220\200\200\363\277\277\277" },
	{ E, 0, "", "&#xd7ff;&#xd800;&#xdfff;&#xe000;",
	  "\355\237\277??\356\200\200" },
	{ E, 0, "", "&#6a;&#xg;&;", "&#6a;&#xg;&;" },
	{ E, 0, "", "&#999999;", "\363\264\210\277" },
	{ E, 0, "", "&#1234567;&#12345678;", "&#1234567;&#12345678;" },
	{ E, 0, "", "<br>a<BR/>b<br />c<br/", "\na\nb\nc<br/" },
	{ E, 0, "", "<b><br  />x<bx><br   />", "<b>\nx<bx><br   />" },
	{ E, 0, "", "<xr>", "<xr>" },
	{ E, E, "", "&amp;lt;&amp;#13;", "<\r" },
	/* Control characters. */
	{ CODING_OCTAL, 0, "", "#015#012#033#011", "\r\n\033\t" },
	{ CODING_OCTAL, 0, "", "#037#040#177#176#178#01", "\037#040\177#176"
	  "#178#01" },
	{ CODING_CARET, 0, "", "^M^J^I^[^A^m^", "\r\n\t\033^A^m^" },
	{ CODING_PERCENT, 0, "", "%0D%0a%20%2G%4%", "\r\n %2G%4%" },
	{ CODING_QUOTED, 0, "", "=3D=0D=20%20=3=", "=\r %20=3=" },
	{ CODING_MARKS, 0, "", "<CR><LF><cr><lf><CX><C", "\r\n\r\n<CX><C" },
	{ CODING_MARKS, 0, "", "<CR", "<CR" },
	{ CODING_MARKS, 0, "", "CR>", "CR>" },
	/* Points. */
	{ CODING_DOTS, 0, "", "a..Via: x", "a\nVia: x" },
	{ CODING_DOTS, 0, "", "a..b c", "a..b c" },
	{ CODING_DOTS, 0, "", "a..", "a\n" },
	{ CODING_DOTS, 0, "", "a..Vi", "a\nVi" },
	{ CODING_DOTS, 0, "", "a..X-_", "a\nX-_" },
	{ CODING_DOTS, 0, "", "a..1", "a..1" },
	{ CODING_DOTS, 0, "", "a....v=0", "a\n\nv=0" },
	{ CODING_DOTS, 0, "", "a.b.Via: x", "a.b.Via: x" },
	{ CODING_DOTS, 0, "", "...1", "\n.1" },
	{ CODING_DOTS, 0, "", ".Via: x", ".Via: x" },
	/* Blanks. */
	{ CODING_NAMES, 0, "", "a Via: x y CSeq: 1", "a\nVia: x y\nCSeq: 1" },
	{ CODING_NAMES, 0, "", "a via: x V: y ", "a via: x V: y " },
	/* Cells. */
	{ CODING_DOUBLED, 0, "\"", "a\"\"b\",c", "a\"b" },
	{ CODING_DOUBLED, 0, "\"", "\"\"", "\"" },
	{ CODING_DOUBLED, 0, "\"", "a\\\"b\\\\c\\d\"", "a\"b\\c\\d" },
	{ CODING_DOUBLED, 0, "\"", "a\\\"\"b\"", "a\\\"b" },
	/* What ends a text. */
	{ B, 0, "\"", "a\\\"b\"c", "a\"b" },
	{ B, 0, "'", "a\\'b\"c'd", "a'b\"c" },
	{ B, 0, "'", "a''b", "a" },
	{ E, 0, "<", "a&lt;b<br>c</m>", "a<b\nc" },
	{ E, 0, "<", "<sip:a>,<SIPS:b><tel:1><tex:1>",
	  "<sip:a>,<SIPS:b><tel:1>" },
	{ E, 0, "<", "<sip", "" },
	{ E, 0, "<", "<sip:", "<sip:" },
};

static void escapes_are_read(void **state)
{
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		size_t n = strlen(rows[i].text), behind;
		char *s = exactly(rows[i].text, n), byte, peeked;
		struct coded c = { .s = s, .n = n,
			           .layer = { rows[i].outer,
			                      rows[i].inner } };
		struct bytes b = { 0 };
		int is;

		c.close[0] = rows[i].close[0];
		for (;;) {
			int within = c.rest[0] != '\0';

			is = coded_peek(&c, &peeked, &behind);
			if (!coded_next(&c, &byte))
				break;
			bytes_add(&b, &byte, 1);
			if (within)
				continue;
			assert_true(is);
			assert_int_equal(peeked, byte);
			assert_int_equal(behind, c.at);
		}
		assert_false(is);
		bytes_add(&b, "", 1);
		if (strcmp(b.s, rows[i].read) != 0) {
			print_error("%s\n--- is\n%s\n", rows[i].text, b.s);
			bad++;
		}
		bytes_free(&b);
		free(s);
	}
	assert_int_equal(bad, 0);
}

/* A phrase is written as JSON if an escape of that is in it. */
static void phrases_are_read(void **state)
{
	static const struct {
		const char *s, *phrase;
	} phrases[] = {
		{ "Busy", "Busy" },       { "a\\u0041", "aA" },
		{ "a\\/b", "a/b" },       { "a\\n", "a\\n" },
		{ "a\\", "a\\" },         { "\\u0041\\n", "A\n" },
		{ "", "" },
	};
	char room[CODED_PHRASE], *s = malloc(CODED_PHRASE + 1);
	struct sipcode_span v;

	(void)state;
	assert_non_null(s);
	for (size_t i = 0; i < LEN(phrases); i++) {
		size_t n = strlen(phrases[i].s);

		memcpy(s, phrases[i].s, n);
		memcpy(s + n, "u/", 2);
		v = coded_phrase(s, n, room);
		assert_bytes(v.s, v.n, phrases[i].phrase,
		             strlen(phrases[i].phrase));
	}
	/* There is room for so many. */
	memset(s, 'x', CODED_PHRASE + 1);
	memcpy(s, "\\/", 2);
	v = coded_phrase(s, CODED_PHRASE, room);
	assert_int_equal(v.n, CODED_PHRASE - 1);
	v = coded_phrase(s, CODED_PHRASE + 1, room);
	assert_int_equal(v.n, CODED_PHRASE + 1);
	free(s);
}

static void plain_is_what_nothing_ends(void **state)
{
	(void)state;
	assert_true(coded_is_plain(&(struct coded){ .n = 1 }));
	assert_false(coded_is_plain(&(struct coded){ .layer = { B, 0 } }));
	assert_false(coded_is_plain(&(struct coded){ .layer = { 0, B } }));
	assert_false(coded_is_plain(&(struct coded){ .close = { '"', 0 } }));
	assert_false(coded_is_plain(&(struct coded){ .close = { 0, '"' } }));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(escapes_are_read),
		TEST(phrases_are_read),
		TEST(plain_is_what_nothing_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
