/* test_coding.c - texts as they were before they were written into a line:
 * which escapes they have is told by the line, and read back. */
#include "bytes.h"

#include <stdlib.h>
#include <string.h>

#include "wire/line/clue.h"

/* Reads a text that begins behind the mark "@".  What stands before the line and
 * behind it would change how it is read. */
static void read_text(struct bytes *b, const char *line, int *goes_on,
                      const char **rest)
{
	const char *mark = strchr(line, '@');
	size_t before = (size_t)(mark - line), n = strlen(line) - 1;
	char room[512] = "x ", *s = room + 2, byte;
	struct coded c = { .s = s, .n = n, .at = before };

	memcpy(s, line, before);
	memcpy(s + before, mark + 1, n - before);
	memcpy(s + n, "\\u0041\" x", 9);
	*goes_on = clue_find(&c);
	while (coded_next(&c, &byte))
		bytes_add(b, &byte, 1);
	*rest = line + c.at + 1;
}

/* text: what comes out; rest: what is left of the line; more: the text goes on
 * behind its first line end in the same line. */
static const struct {
	const char *line, *text, *rest;
	int more;
} texts[] = {
	/* As it stands. */
	{ "@SIP/2.0 200 OK", "SIP/2.0 200 OK", "", 0 },
	{ "x: @SIP/2.0 200 O\\K", "SIP/2.0 200 O\\K", "", 0 },
	{ "from \"web\": @SIP/2.0 200 \"OK\"", "SIP/2.0 200 \"OK\"", "", 0 },
	{ "@SIP/2.0 200 OK\rVia: x", "SIP/2.0 200 OK\rVia: x", "", 1 },
	{ "@Contact: <sip:*31#0123@x>", "Contact: <sip:*31#0123@x>", "", 0 },
	{ "@Contact: <sip:a%0Db@x>", "Contact: <sip:a%0Db@x>", "", 0 },
	/* Strings. */
	{ "\"@SIP/2.0 200 OK\\r\\nVia: \\\"x\\\"\\r\\n\",\"y\"",
	  "SIP/2.0 200 OK\r\nVia: \"x\"\r\n", "\",\"y\"", 1 },
	{ "{\"m\":\"got @SIP/2.0 200 OK\\u000d\\u000AVia: x\\t\\u0041\"}",
	  "SIP/2.0 200 OK\r\nVia: x\tA", "\"}", 1 },
	{ "{\"m\":\"@SIP\\/2.0 200 OK\\nVia: x\\\\y\"}",
	  "SIP/2.0 200 OK\nVia: x\\y", "\"}", 1 },
	{ "{\"l\":\"{\\\"m\\\":\\\"@SIP/2.0 200 OK\\\\r\\\\nVia: "
	  "\\\\\\\"x\\\\\\\"\\\"}\\n\"}",
	  "SIP/2.0 200 OK\r\nVia: \"x\"", "\\\"}\\n\"}", 1 },
	{ "b'@SIP/2.0 200 OK\\r\\nVia: \"x\" it\\'s'y",
	  "SIP/2.0 200 OK\r\nVia: \"x\" it's", "'y", 1 },
	{ "\"got @SIP/2.0 200 OK\\r\\nVia: x\"y", "SIP/2.0 200 OK\r\nVia: x",
	  "\"y", 1 },
	{ "got b\"@SIP/2.0 200 OK\\r\\nVia: x\"y", "SIP/2.0 200 OK\r\nVia: x",
	  "\"y", 1 },
	{ "log=\"@SIP/2.0 200 OK\" x=\"y\"", "SIP/2.0 200 OK", "\" x=\"y\"",
	  0 },
	{ "{\"l\":\"@SIP/2.0 200 OK\\r\\n\",\"s\":1}", "SIP/2.0 200 OK\r\n",
	  "\",\"s\":1}", 0 },
	{ "@SIP/2.0 200 OK\\x0d\\x0aVia: x", "SIP/2.0 200 OK\r\nVia: x", "",
	  1 },
	{ "@SIP/2.0 200 OK\\015\\012Via: x", "SIP/2.0 200 OK\r\nVia: x", "",
	  1 },
	{ "{\"m\":\"@J\\u00fcrgen \\ud83d\\ude00\\ud83d\"}",
	  "J\303\274rgen \360\237\230\200?", "\"}", 0 },
	{ "b'@J\\xc3\\xbcr \\303\\274\\r\\n'", "J\303\274r \303\274\r\n", "'", 0 },
	/* Quotes of a text that is only shown in quotes. */
	{ "string(99) \"@SIP/2.0 200 OK", "SIP/2.0 200 OK", "", 0 },
	/* Cells of a table of commas. */
	{ "1,\"@SIP/2.0 200 \"\"OK\"\"\",z", "SIP/2.0 200 \"OK\"", "\",z", 0 },
	{ "1,\"@From: \"\"J \\\"\"D\\\"\" X\"\" <y>\",z",
	  "From: \"J \\\"D\\\" X\" <y>", "\",z", 0 },
	{ "1,\"{\"\"r\"\": \"\"@SIP/2.0 200 OK\\r\\nVia: x\"\"}\"",
	  "SIP/2.0 200 OK\r\nVia: x", "\"\"}\"", 1 },
	{ "1,\"{\"\"r\"\":\"\"@SIP/2.0 200 OK\\r\\nVia: \\\"\"x\\\"\"\"\"}\"",
	  "SIP/2.0 200 OK\r\nVia: \"x\"", "\"\"}\"", 1 },
	/* Markup. */
	{ "<m t=\"@SIP/2.0 200 OK&#13;&#10;Via: &quot;x&quot;&lt;y&gt;\"/>",
	  "SIP/2.0 200 OK\r\nVia: \"x\"<y>", "\"/>", 1 },
	{ "<td>@SIP/2.0 200 OK<br/>Via: &lt;x&gt;&amp;</td>",
	  "SIP/2.0 200 OK\nVia: <x>&", "</td>", 1 },
	{ "| 1 | @SIP/2.0 200 OK<br>From: <sip:a@b>;tag=1<br>x</td>",
	  "SIP/2.0 200 OK\nFrom: <sip:a@b>;tag=1\nx", "</td>", 1 },
	{ "{\"m\":\"@SIP/2.0 200 OK\\nVia: &#252;\"}",
	  "SIP/2.0 200 OK\nVia: &#252;", "\"}", 1 },
	{ "{\"m\":\"@SIP/2.0 200 OK\\nVia: &lt;sip:x&gt;\"}",
	  "SIP/2.0 200 OK\nVia: <sip:x>", "\"}", 1 },
	/* Other writings of control characters. */
	{ "a: @SIP/2.0 200 OK#015#012Via: x #9", "SIP/2.0 200 OK\r\nVia: x #9",
	  "", 1 },
	{ "{\"m\":\"@SIP/2.0 200 OK#012Via: \\\"x\\\"\"}",
	  "SIP/2.0 200 OK\nVia: \"x\"", "\"}", 1 },
	{ "@SIP/2.0 200 OK^M", "SIP/2.0 200 OK\r", "", 0 },
	{ "@SIP/2.0 200 OK%0D%0AVia: a%20b", "SIP/2.0 200 OK\r\nVia: a b", "",
	  1 },
	{ "  @SIP/2.0 200 OK..Via: 192.0.2.1..", "SIP/2.0 200 OK\nVia: "
	  "192.0.2.1\n", "", 1 },
	{ "  @SIP/2.0 200 OK..From: \"D..e\"....v=0", "SIP/2.0 200 OK\n"
	  "From: \"D..e\"\n\nv=0", "", 1 },
	{ "<--- @SIP/2.0 200 OK Via: x From: y", "SIP/2.0 200 OK\nVia: x\n"
	  "From: y", "", 1 },
	{ "@SIP/2.0 200 OK<CR><LF>", "SIP/2.0 200 OK\r\n", "", 0 },
};

static void escapes_are_read_back(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(texts); i++) {
		struct bytes b = { 0 };
		const char *rest;
		int more;

		read_text(&b, texts[i].line, &more, &rest);
		if (more != texts[i].more || strcmp(rest, texts[i].rest) != 0)
			print_error("%s\n", texts[i].line);
		assert_bytes(b.s, b.n, texts[i].text, strlen(texts[i].text));
		assert_string_equal(rest, texts[i].rest);
		assert_int_equal(more, texts[i].more);
		bytes_free(&b);
	}
}

/* An escape that breaks off is what it is. */
static void broken_escapes_stay(void **state)
{
	static const char *const lines[] = {
		"\\", "\\u00", "\\x0", "\\01", "&#1", "&lt", "#01", "^", "%0",
		"<b", "<C", ".",
	};
	static const enum coding codings[] = {
		CODING_BACKSLASH, CODING_BACKSLASH, CODING_BACKSLASH,
		CODING_BACKSLASH, CODING_ENTITY, CODING_ENTITY, CODING_OCTAL,
		CODING_CARET, CODING_PERCENT, CODING_ENTITY, CODING_MARKS,
		CODING_DOTS,
	};

	(void)state;
	for (size_t i = 0; i < LEN(lines); i++) {
		char *s = exactly(lines[i], strlen(lines[i])), byte;
		struct coded c = { .s = s, .n = strlen(lines[i]),
			           .layer = { codings[i], codings[i] } };
		size_t n = 0;

		while (coded_next(&c, &byte))
			assert_int_equal(byte, lines[i][n++]);
		assert_int_equal(n, strlen(lines[i]));
		free(s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(escapes_are_read_back),
		TEST(broken_escapes_stay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
