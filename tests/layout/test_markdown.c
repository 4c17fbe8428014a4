/* test_markdown.c - blocks of Markdown, and texts that stay texts. */
#include "harness.h"

#include <string.h>

#include "layout/layout.h"
#include "layout/markdown.h"

static void is_written(const char *text, const char *expected)
{
	struct sheet sheet;

	sheet_open(&sheet, 1, 0);
	sheet.o.markdown = 1;
	markdown_paragraph(&sheet.o, "", text);
	assert_string_equal(sheet_text(&sheet), expected);
	sheet_close(&sheet);
}

static void nothing_in_a_text_is_markup(void **state)
{
	static const char *const texts[][2] = {
		{ "Busy, or rejected. Try again.",
		  "Busy, or rejected. Try again.\n" },
		{ "*a* [b](c) ~d~ & e", "\\*a\\* \\[b\\](c) `~d~` \\& e\n" },
		{ "<b>x</b> a|b", "`<b>x</b>` `a|b`\n" },
		{ "404 -> 1", "404 -\\> 1\n" },
		{ "# no heading", "\\# no heading\n" },
		{ "- no list", "\\- no list\n" },
		{ "+ no list", "\\+ no list\n" },
		{ "12. no list", "12\\. no list\n" },
		{ "12) no list", "12\\) no list\n" },
		{ "12", "12\n" },
		{ "12.34 %", "12.34 %\n" },
		{ "> no quote", "\\> no quote\n" },
		{ "``` no fence", "\\`\\`\\` no fence\n" },
		{ "    no code", "no code\n" },
		{ "a\nb", "a b\n" },
		{ "(USER_BUSY),", "(`USER_BUSY`),\n" },
		{ "sl_exit() or (sl_exit)", "`sl_exit()` or (`sl_exit`)\n" },
		{ "sip:bob@example.com", "`sip:bob@example.com`\n" },
		{ "@somebody #12 x#12 !12", "`@somebody` `#12` `x#12` `!12`\n" },
		{ "http://example.com www.example.com",
		  "`http://example.com` `www.example.com`\n" },
		{ "a.log:100:2", "`a.log:100:2`\n" },
		{ "AT&T", "AT\\&T\n" },
		{ "a`_`b", "`` a`_`b ``\n" },
		{ "a \\", "a \\\\\n" },
		{ "is " MARKDOWN_CODE "b | *c*" MARKDOWN_CODE ": d",
		  "is `b | *c*`: d\n" },
		{ "", "" },
		{ "a!b %", "a!b %\n" },
		{ "!a %a &a ~a", "`!a` `%a` `&a` `~a`\n" },
		{ "! % & ~", "! % \\& \\~\n" },
		{ "# #. #a a# #", "\\# \\#. `#a` a\\# \\#\n" },
		{ "a/b a//b // /", "a/b `a//b` // /\n" },
		{ "a: a:b: a:b:c :: :a:", "a: a:b: `a:b:c` :: :a:\n" },
		{ "www.a www. www xwww.a ywww.",
		  "`www.a` www. www xwww.a ywww.\n" },
		{ "WWW.a -www.a", "`WWW.a` `-www.a`\n" },
		{ "GH-1 gh-1 GH- GH-a XGH-1 GH-12",
		  "`GH-1` `gh-1` GH- GH-a XGH-1 `GH-12`\n" },
		{ "a^ a= =b $ $a {} {a}", "`a^` `a=` `=b` \\$ `$a` {} `{a}`\n" },
		{ "a() a(b) (a) a_(b)", "a() a(b) (a) `a_(b)`\n" },
		{ "x_) _x", "`x_`) `_x`\n" },
		{ "\"a_b\"; 'a_b': [a_b]",
		  "\"`a_b`\"; '`a_b`': \\[`a_b`\\]\n" },
		{ "\303\251_ _", "`\303\251_` \\_\n" },
		{ "1. 1.a 1) 1 . .", "1\\. 1.a 1) 1 . .\n" },
		{ "1.a", "1.a\n" },
		{ "1)", "1\\)\n" },
		{ "a 1.", "a 1.\n" },
		{ "= a", "\\= a\n" },
		{ "a - b + c", "a - b + c\n" },
		{ "a  b ", "a  b \n" },
		{ "a``b_", "``` a``b_ ```\n" },
		{ "`_a", "`` `_a ``\n" },
		{ MARKDOWN_CODE "a" MARKDOWN_CODE, "`a`\n" },
		{ MARKDOWN_CODE MARKDOWN_CODE "b", "b\n" },
		{ MARKDOWN_CODE "a", "`a`\n" },
		{ "x" MARKDOWN_CODE "a" MARKDOWN_CODE "_y", "x`a``_y`\n" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++)
		is_written(texts[i][0], texts[i][1]);
}

static void an_empty_line_parts_what_is_not_of_a_kind(void **state)
{
	struct sheet sheet;

	(void)state;
	sheet_open(&sheet, 1, 0);
	sheet.o.markdown = 1;
	markdown_heading(&sheet.o, 1, "486 Busy Here");
	lay_rule(&sheet.o);
	lay_heading(&sheet.o, "Facts");
	lay_text(&sheet.o, 2, "One.");
	lay_text(&sheet.o, 2, "Two.");
	lay_gap(&sheet.o);
	lay_bullet(&sheet.o, 2, "a");
	lay_bullet(&sheet.o, 4, "b");
	lay_last_bullet(&sheet.o, 2, "c", "(1 more)");
	lay_foot(&sheet.o, "See also", "480");
	lay_fact(&sheet.o, "d", "e|f", "RFC 3261");
	lay_fact(&sheet.o, "g", "h", "");
	assert_string_equal(sheet_text(&sheet),
	                    "# 486 Busy Here\n"
	                    "\n## Facts\n"
	                    "\nOne.\n"
	                    "\nTwo.\n"
	                    "\n- a\n  - b\n- c\n- (1 more)\n"
	                    "\n**See also:** 480\n"
	                    "\n|  |  |  |\n|---|---|---|\n"
	                    "| d | `e`\\|`f` | RFC 3261 |\n| g | h |  |\n");
	sheet_close(&sheet);
}

static void no_source_is_lost_in_a_table(void **state)
{
	struct sheet sheet;

	(void)state;
	sheet_open(&sheet, 1, 0);
	sheet.o.markdown = 1;
	lay_table(&sheet.o, "code", "Description", NULL);
	lay_table(&sheet.o, "other", "heads", NULL);
	lay_fact(&sheet.o, "486", "Busy", "RFC 3261");
	assert_string_equal(sheet_text(&sheet),
	                    "| code | Description |\n|---|---|\n"
	                    "| 486 | Busy \\[RFC 3261\\] |\n");
	sheet_close(&sheet);
}

static void a_bar_in_a_table_is_escaped(void **state)
{
	static const char *const cells[][2] = {
		{ "a|b|", "`a`\\|`b`\\|" },
		{ "|a", "\\|`a`" },
		{ "a||b", "`a`\\|\\|`b`" },
		{ "a`|b", "`` a` ``\\|`b`" },
		{ "|", "\\|" },
		{ "a", "a" },
	};
	struct sheet sheet;

	(void)state;
	for (size_t i = 0; i < LEN(cells); i++) {
		char want[100] = "| x | y |\n|---|---|\n| 1 | ";

		sheet_open(&sheet, 1, 0);
		sheet.o.markdown = 1;
		assert_int_equal(markdown_columns(&sheet.o), 0);
		lay_table(&sheet.o, "x", "y", NULL);
		assert_int_equal(markdown_columns(&sheet.o), 2);
		lay_fact(&sheet.o, "1", cells[i][0], "");
		strcat(strcat(want, cells[i][1]), " |\n");
		assert_string_equal(sheet_text(&sheet), want);
		sheet_close(&sheet);
	}
	/* Another number of columns is another table. */
	sheet_open(&sheet, 1, 0);
	sheet.o.markdown = 1;
	lay_table(&sheet.o, "x", "y", NULL);
	lay_table(&sheet.o, "x", "y", "z");
	lay_fact(&sheet.o, "1", "2", "3");
	lay_bullet(&sheet.o, 2, "a|b");
	assert_string_equal(sheet_text(&sheet),
	                    "| x | y |\n|---|---|\n"
	                    "\n| x | y | z |\n|---|---|---|\n"
	                    "| 1 | 2 | 3 |\n"
	                    "\n- `a|b`\n");
	sheet_close(&sheet);
}

static const char hostile[] =
	"INVITE sip:bob@example.com SIP/2.0\r\n"
	"Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKx\r\n"
	"From: <sip:alice@example.com>;tag=1\r\n"
	"To: <sip:bob@example.com>\r\n"
	"Call-ID: a|b`c`*x*\r\n"
	"CSeq: 1 INVITE\r\n"
	"Require: <b>x</b>\r\n\r\n"
	"SIP/2.0 420 Bad <i>Extension</i>\r\n"
	"Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKx\r\n"
	"From: <sip:alice@example.com>;tag=1\r\n"
	"To: <sip:bob@example.com>\r\n"
	"Call-ID: a|b`c`*x*\r\n"
	"CSeq: 1 INVITE\r\n"
	"Server: @octocat | ![x](http://example.com/y)\r\n"
	"Unsupported: <b>x</b>\r\n\r\n";

static void commands_write_markdown(void **state)
{
	static const struct check checks[] = {
		{ { "-f", "markdown", "486" }, 0,
		  "# 486 Busy Here (4xx Client Error)\n\n"
		  "[*][*]Normal. *[*][*]\n\n## Description\n*\n"
		  "| Facts | Description | Sources |\n|---|---|---|\n*", "" },
		{ { "-b", "-f", "markdown", "486", "480" }, 0,
		  "# 486 *\n\n[*][*]More:[*][*] *\n\n# 480 *", "" },
		{ { "list", "48x", "486", "-f", "markdown" }, 0,
		  "| code | Description |\n|---|---|\n| 48*| 486 Busy Here | *",
		  "*" },
		{ { "compare", "480", "486", "-f", "markdown" }, 0,
		  "# 480 Temporarily Unavailable / 486 Busy Here\n*"
		  "\n### 486 Busy Here\n\n- *", "" },
		{ { "search", "glare", "-f", "markdown" }, 0,
		  "- [*][*]*[*][*] *", "" },
		{ { "cause", "17", "-f", "markdown" }, 0,
		  "# cause 17 User busy\n*\n|  | From Q.850 | To Q.850 | *"
		  "\n\n- ?[[]1?[]] *\n\n[*][*]Reference:*", "" },
		{ { "flow", "486", "-f", "markdown" }, 0,
		  "# *\n\n```\n * Caller *|\n```\n\n- *", "" },
		{ { "-f", "markdown", "-F", "phrase", "486" }, 0,
		  "Busy Here\n", "" },
		{ { "-f", "markdown", "-j", "498" }, 1, "*", "*" },
		{ { "-f", "markup", "486" }, 2, "",
		  "sipcode: no such format (text, json, tsv, markdown, sarif): "
		  "'markup'\n" TRY },
	};

	(void)state;
	CHECK(checks);
}

/* Behind the code that begins at s; s itself if it does not end. */
static const char *behind_code(const char *s)
{
	size_t fence = strspn(s, "`"), n;

	for (const char *t = s + fence; (t = strchr(t, '`')) != NULL; t += n) {
		n = strspn(t, "`");
		if (n == fence)
			return t + n;
	}
	return s;
}

/* Does no "<", "@" or "![" stand outside of code as it is? */
static int has_no_markup(const char *s)
{
	while (*s != '\0') {
		if (*s == '\\' && s[1] != '\0') {
			s += 2;
		} else if (*s == '`') {
			const char *behind = behind_code(s);

			if (behind == s)
				return 0;
			s = behind;
		} else if (*s == '<' || *s == '@' ||
		           (*s == '!' && s[1] == '[')) {
			return 0;
		} else {
			s++;
		}
	}
	return 1;
}

static void the_reader_sees_markup(void **state)
{
	(void)state;
	assert_true(has_no_markup("a `<b>` \\< ``a`<b>`` c"));
	assert_false(has_no_markup("a <b>"));
	assert_false(has_no_markup("`a` @b"));
	assert_false(has_no_markup("`a"));
}

static void messages_cannot_write_markup(void **state)
{
	static const char *const calls[][4] = {
		{ "explain", "-f", "markdown" },
		{ "explain", "-f", "markdown", "--flow" },
		{ "check", "-f", "markdown" },
		{ "tally", "-f", "markdown", "--by=phrase" },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(calls); i++) {
		const char *argv[5] = { NULL };

		memcpy(argv, calls[i], sizeof(calls[i]));
		run_cli(&r, argv, hostile);
		assert_in_range(r.status, 0, 1);
		assert_string_equal(r.err, "");
		assert_true(r.out_len > 0);
		assert_true(has_no_markup(r.out));
		if (i == 0) {
			assert_holds(r.out, "| Server | `@octocat `\\|");
			assert_holds(r.out, "  - request (line 1): "
			                    "`Require: <b>x</b>`\n");
		}
		if (i == 1)
			assert_holds(r.out, "# Call-ID: `` a|b`c`*x* ``\n\n```\n");
	}
	run_free(&r);
}

static void a_terminal_changes_nothing(void **state)
{
	static const struct program_check checks[] = {
		{ { .argv = { "-f", "markdown", "-w", "40", "--color=always",
		              "cause", "17" },
		    .env = { "LANG=vi_VN.UTF-8", "TERM=xterm" },
		    .out = OUT_TERMINAL,
		    .columns = 40 },
		  0, "# cause 17 User busy*\n\nThe phone or the network says that "
		  "the called user cannot take another call. *", "" },
	};
	struct run r = { 0 };

	(void)state;
	CHECK_PROGRAMS(checks);
	RUN(&r, "-f", "markdown", "--color=always", "-w", "40", "486");
	assert_lacks(r.out, "\033");
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(nothing_in_a_text_is_markup),
		TEST(an_empty_line_parts_what_is_not_of_a_kind),
		TEST(no_source_is_lost_in_a_table),
		TEST(a_bar_in_a_table_is_escaped),
		TEST(commands_write_markdown),
		TEST(the_reader_sees_markup),
		TEST(messages_cannot_write_markup),
		TEST(a_terminal_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
