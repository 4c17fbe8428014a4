/* markdown.c - writes blocks, and texts that are nothing but text. */
#include "layout/markdown.h"

#include <string.h>

#include "chars.h"

/* What was written last; of a table TABLE and its columns. */
enum block { NOTHING, LINE, BULLETS, TABLE };

static void begin_block(struct out *o, int block)
{
	if (o->block != NOTHING && (o->block != block || block == LINE))
		out_char(o, '\n');
	o->block = block;
}

static int is_in_table(const struct out *o)
{
	return o->block >= TABLE;
}

/* The longest run of "`". */
static size_t longest_run(const char *s, size_t n)
{
	size_t run = 0, most = 0;

	for (size_t i = 0; i < n; i++) {
		run = s[i] == '`' ? run + 1 : 0;
		most = run > most ? run : most;
	}
	return most;
}

static void write_fence(struct out *o, size_t n)
{
	while (n-- > 0)
		out_char(o, '`');
}

/* Code without "|" in a table; "`" in it makes its fence longer. */
static void write_span(struct out *o, const char *s, size_t n)
{
	size_t fence = longest_run(s, n) + 1;

	if (n == 0)
		return;
	write_fence(o, fence);
	if (fence > 1)
		out_char(o, ' ');
	out_bytes(o, s, n);
	if (fence > 1)
		out_char(o, ' ');
	write_fence(o, fence);
}

/* In a table "|" ends a cell even within code, unless it is escaped, and a
 * backslash before that would undo it: it stands between two pieces of code. */
static void write_as_code(struct out *o, const char *s, size_t n)
{
	for (;;) {
		const char *bar = is_in_table(o) ? memchr(s, '|', n) : NULL;
		size_t len = bar == NULL ? n : (size_t)(bar - s);

		write_span(o, s, len);
		if (bar == NULL)
			return;
		out_bytes(o, "\\|", 2);
		s += len + 1;
		n -= len + 1;
	}
}

static int is_any_of(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

/* A letter, a digit, or a part of a character beyond ASCII. */
static int is_word_byte(char c)
{
	return char_is_digit(c) ||
	       (char_lower(c) >= 'a' && char_lower(c) <= 'z') ||
	       (unsigned char)c >= 0x80;
}

/* Does a name of a host begin at s[i], or a reference such as GH-12? */
static int begins_link(const char *s, size_t n, size_t i)
{
	int within = i > 0 && is_word_byte(s[i - 1]);

	if (within || n - i < 4)
		return 0;
	return chars_equal(s + i, "www.", 4) ||
	       (chars_equal(s + i, "GH-", 3) && char_is_digit(s[i + 3]));
}

/* Could it be read as a link, a mention, a reference, a tag or emphasis?  A
 * sign alone is none. */
static int needs_code(const char *s, size_t n)
{
	size_t colons = 0, letters = 0;
	int odd = n > 1 && is_any_of(s[0], "!%&~");

	for (size_t i = 0; i < n; i++) {
		char next = i + 1 < n ? s[i + 1] : ' ';

		letters += (size_t)is_word_byte(s[i]);
		colons += s[i] == ':';
		odd = odd || is_any_of(s[i], "@<>\\`_{}|$=^") ||
		      (s[i] == '#' && is_word_byte(next)) ||
		      (s[i] == '/' && next == '/') || begins_link(s, n, i);
	}
	return letters > 0 && (odd || colons > 1);
}

static void write_plain(struct out *o, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (is_any_of(s[i], "\\`*_[]<>#&~|$"))
			out_char(o, '\\');
		out_char(o, s[i]);
	}
}

static void write_word(struct out *o, const char *s, size_t n)
{
	size_t from = 0, to = n;

	while (from < to && is_any_of(s[from], "(\"'["))
		from++;
	while (to > from && is_any_of(s[to - 1], ")\"'],.;:!?"))
		to--;
	/* The bracket of "exit()" is part of it. */
	if (to < n && s[to] == ')' && memchr(s + from, '(', to - from) != NULL)
		to++;
	if (!needs_code(s + from, to - from)) {
		write_plain(o, s, n);
		return;
	}
	write_plain(o, s, from);
	write_as_code(o, s + from, to - from);
	write_plain(o, s + to, n - to);
}

static int is_between(char c)
{
	return c != '\0' && (unsigned char)c <= ' ' && c != *MARKDOWN_CODE;
}

/* "- a" and "1. a" would begin a list: what makes it one is escaped.  Returns
 * how many bytes of the text have been written. */
static size_t write_start(struct out *o, const char *s)
{
	size_t n = 0;

	if (is_any_of(s[0], "-+=")) {
		out_char(o, '\\');
		out_char(o, s[0]);
		return 1;
	}
	while (char_is_digit(s[n]))
		n++;
	if (n == 0 || !is_any_of(s[n], ".)") ||
	    (s[n + 1] != '\0' && !is_between(s[n + 1])))
		return 0;
	out_bytes(o, s, n);
	out_char(o, '\\');
	out_char(o, s[n]);
	return n + 1;
}

static void write_inline(struct out *o, const char *s)
{
	while (is_between(*s))
		s++;
	s += write_start(o, s);
	while (*s != '\0') {
		size_t n = 0;

		if (*s == *MARKDOWN_CODE) {
			n = strcspn(++s, MARKDOWN_CODE);
			write_as_code(o, s, n);
			s += n + (s[n] != '\0');
			continue;
		}
		while (s[n] != '\0' && s[n] != *MARKDOWN_CODE &&
		       !is_between(s[n]))
			n++;
		write_word(o, s, n);
		s += n;
		if (is_between(*s)) {
			out_char(o, ' ');
			s++;
		}
	}
}

/* The text in bold, ended by "**" and what stands with it. */
static void write_strong(struct out *o, const char *s, const char *end)
{
	if (*s == '\0')
		return;
	out_bytes(o, "**", 2);
	write_inline(o, s);
	out_str(o, end);
}

void markdown_heading(struct out *o, unsigned level, const char *text)
{
	begin_block(o, LINE);
	while (level-- > 0)
		out_char(o, '#');
	out_char(o, ' ');
	write_inline(o, text);
	out_char(o, '\n');
}

void markdown_paragraph(struct out *o, const char *name, const char *text)
{
	if (*text == '\0')
		return;
	begin_block(o, LINE);
	write_strong(o, name, ":** ");
	write_inline(o, text);
	out_char(o, '\n');
}

void markdown_strong(struct out *o, const char *text)
{
	begin_block(o, LINE);
	write_strong(o, text, "**");
	out_char(o, '\n');
}

void markdown_bullet(struct out *o, int nested, const char *name,
                     const char *text)
{
	begin_block(o, BULLETS);
	out_str(o, nested ? "  - " : "- ");
	write_strong(o, name, "** ");
	write_inline(o, text);
	out_char(o, '\n');
}

size_t markdown_columns(const struct out *o)
{
	return is_in_table(o) ? (size_t)(o->block - TABLE) : 0;
}

void markdown_table(struct out *o, const char *const *head, size_t n)
{
	if (markdown_columns(o) == n)
		return;
	begin_block(o, TABLE + (int)n);
	markdown_row(o, head, n, 0);
	while (n-- > 0)
		out_bytes(o, "|---", 4);
	out_str(o, "|\n");
}

void markdown_row(struct out *o, const char *const *cell, size_t n, int strong)
{
	for (size_t i = 0; i < n; i++) {
		out_bytes(o, "| ", 2);
		if (strong)
			write_strong(o, cell[i], "**");
		else
			write_inline(o, cell[i]);
		out_char(o, ' ');
	}
	out_bytes(o, "|\n", 2);
}

void markdown_code(struct out *o, int begin)
{
	if (begin)
		begin_block(o, LINE);
	out_str(o, "```\n");
}
