/* test_escape_markdown.c - whatever stands in a message or in the name of a
 * file: in Markdown it is no markup.  The reader here takes off what the program
 * may write, and nothing else may be left that has a meaning. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "calls.h"
#include "logs.h"

static const char *const pieces[] = {
	"<b>x</b>", "<script>", "<!--", "-->", "[a](http://e.example)",
	"![i](//e.example/x.png)", "`c`", "``", "`", "**d**", "__e__", "~~f~~",
	"*", "_", "@user", "#12", "GH-12", "gh-7", "http://e.example",
	"www.e.example", "u@e.example", "<mailto:u@e.example>", "&lt;", "&copy;",
	"|", "\\|", "\\", "\\`", "- [ ] y", "# h", "> q", "1. x", "---", "***",
	"===", "```", "~~~", "$x$", "[^1]", "[r]: //e.example", "a*b*c",
	"a_b_c", "](", "|---|---|", "a`|`b", ":smile:", "!5", "%3", "\016",
	"\016x\016", "(www.e.example)", "<", ">", " ", "  ", "\t", "x", ",",
};

/* Behind the code that begins at s; NULL if it has no end in its line. */
static const char *behind_code(const char *s)
{
	size_t fence = strspn(s, "`"), n = 0;

	for (s += fence; *s != '\n' && *s != '\0'; s += n) {
		s += strcspn(s, "`\n");
		n = strspn(s, "`");
		if (n == fence)
			return s + n;
	}
	return NULL;
}

/* Does a link, a mention or a reference begin at s, which is no code? */
static int is_reference(const char *from, const char *s)
{
	int word = s > from && isalnum((unsigned char)s[-1]);

	return *s == '@' || strncmp(s, "://", 3) == 0 ||
	       (!word && strncasecmp(s, "www.", 4) == 0) ||
	       (!word && strncasecmp(s, "GH-", 3) == 0 &&
	        isdigit((unsigned char)s[3]));
}

/* What markup stands in the line s[0..n) that is not the program's own, which
 * is a heading, a bullet, bold text and the cells of a table; NULL: none.
 * bars: those of the table so far, 0 if it is not in one. */
static const char *markup_in(const char *s, size_t n, size_t *bars)
{
	const char *from = s, *end = s + n;
	size_t strong = 0, found = 0;

	if (n > 0 && s[0] == '|' && strspn(s, "|-") == n)
		return NULL;
	if (*s == '#' && s[strspn(s, "#")] == ' ')
		s += strspn(s, "#");
	else if (strncmp(s, "- ", 2) == 0 || strncmp(s, "  - ", 4) == 0)
		s += strcspn(s, "-") + 1;
	/* Nothing at the beginning makes a list, a quote or a rule. */
	s += strspn(s, " ");
	if (s < end && (strchr(">+-=", *s) != NULL ||
	                (isdigit((unsigned char)*s) &&
	                 strchr(".)", s[strspn(s, "0123456789")]) != NULL &&
	                 s[strspn(s, "0123456789") + 1] == ' ')))
		return s;
	while (s < end) {
		if (*s == '\\') {
			s += 2;
		} else if (*s == '`') {
			const char *behind = behind_code(s);

			if (behind == NULL || behind > end)
				return s;
			/* GitHub ends a cell within code, too. */
			if (*bars > 0 && memchr(s, '|', (size_t)(behind - s)))
				return s;
			s = behind;
		} else if (strncmp(s, "**", 2) == 0) {
			strong++;
			s += 2;
		} else if (*from == '|' && *s == '|') {
			found++;
			s++;
		} else if (strchr("*_~<>[]#&|$", *s) || is_reference(from, s)) {
			return s;
		} else {
			s++;
		}
	}
	if (strong % 2 != 0 || (found != 0 && *bars != 0 && found != *bars))
		return from;
	*bars = found;
	return NULL;
}

/* The first line with markup of somebody else; NULL: none. */
static const char *markup_of(const char *s)
{
	size_t bars = 0;
	int code = 0;

	for (size_t n; *s != '\0'; s += n + (s[n] == '\n')) {
		n = strcspn(s, "\n");
		if (n == 3 && memcmp(s, "```", 3) == 0)
			code = !code;
		else if (code && strspn(s, " ") < 4 &&
		         strncmp(s + strspn(s, " "), "```", 3) == 0)
			return s;
		else if (!code && markup_in(s, n, &bars) != NULL)
			return s;
	}
	return code ? "a block of code without an end" : NULL;
}

static void the_reader_sees_markup(void **state)
{
	static const char *const right[] = {
		"# A\\*\n\n**B:** c `<b>`, `` a`b ``\n\n- **d** e\n  - f\n",
		"| a | b |\n|---|---|\n| `x`\\|`y` | **z** |\n",
		"```\n<b> |\n```\n", "12.5 is 1\\. x\n",
	};
	static const char *const wrong[] = {
		"a <b>\n", "a *b*\n", "a `b\n", "a @b\n", "see http://x\n",
		"www.x\n", "GH-1\n", "1. x\n", "> x\n", "- - x\n", "**a\n",
		"| a | b |\n|---|---|\n| c | d | e |\n",
		"| a | b |\n|---|---|\n| `c|d` | e |\n", "```\na\n",
		"```\n ``` b\n```\n", "a [b](c)\n", "a & b\n", "--- \n",
	};

	(void)state;
	for (size_t i = 0; i < LEN(right); i++)
		assert_null(markup_of(right[i]));
	for (size_t i = 0; i < LEN(wrong); i++)
		if (markup_of(wrong[i]) == NULL)
			fail_msg("taken for text: %s", wrong[i]);
}

static void see_markup(const struct call *c, const char *input, size_t n,
                       size_t *bad)
{
	static struct told t;
	const char *s;

	tell(&t, c, input, n);
	assert_in_range(t.status, 0, 2);
	s = markup_of(t.out);
	if (s == NULL)
		return;
	++*bad;
	print_error("%s: %.*s\n", call_text(c), (int)strcspn(s, "\n"), s);
}

static void messages_make_no_markup(void **state)
{
	static const char *const calls[][3] = {
		{ "explain" }, { "explain", "--flow" }, { "explain", "-a" },
		{ "check" }, { "tally" }, { "tally", "--by=phrase" },
		{ "tally", "--by=source" }, { "tally", "--by=method" },
		{ "tally", "--column" }, { "tally", "--merge" },
	};
	struct bytes log = { 0 }, text = { 0 };
	uint64_t die = 16;
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < 200 * LEN(calls); i++) {
		struct call c = { .n = 0 };

		/* Each place with a text of its own. */
		log.n = 0;
		for (const char *s = logs[i / LEN(calls) % log_count];
		     *s != '\0'; s++) {
			text.n = 0;
			if (*s == '@')
				bytes_roll(&text, &die, 1 + roll(&die, 4),
				           pieces, LEN(pieces));
			else
				bytes_add(&text, s, 1);
			bytes_add(&log, text.s, text.n);
		}
		call_words(&c, calls[i % LEN(calls)]);
		call_add(&c, "--format=markdown");
		see_markup(&c, log.s, log.n, &bad);
	}
	bytes_free(&log);
	bytes_free(&text);
	assert_int_equal(bad, 0);
}

/* What was typed, and does not become a page. */
static void operands_make_no_markup(void **state)
{
	static const char *const commands[] = { "show", "search", "cause",
		                                "list", "product", "--" };
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(pieces) * LEN(commands); i++) {
		struct call c = { .n = 0 };

		CALL_WORDS(&c, "--format=markdown", commands[i % LEN(commands)],
		           "SIP/2.0", "699", pieces[i / LEN(commands)]);
		see_markup(&c, NULL, 0, &bad);
	}
	assert_int_equal(bad, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_reader_sees_markup),
		TEST(messages_make_no_markup),
		TEST(operands_make_no_markup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
