/* chars.h - kinds of single bytes: ASCII alone, whatever the locale. */
#ifndef CHARS_H
#define CHARS_H

#include <stddef.h>
#include <string.h>

static inline int char_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline int char_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline int char_is_letter(char c)
{
	return char_is_upper(c) || (c >= 'a' && c <= 'z');
}

/* White space within a line. */
static inline int char_is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static inline int char_is_space(char c)
{
	return char_is_blank(c) || c == '\r' || c == '\n';
}

static inline char char_lower(char c)
{
	return (char)(char_is_upper(c) ? c + ('a' - 'A') : c);
}

static inline char char_upper(char c)
{
	return (char)(c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c);
}

/* 1 if c is one of the set, which NUL never is. */
static inline int char_in(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

/* How many characters of the set s begins with, as strspn() has it.  The loader
 * looks up each function of the C library at every start. */
static inline size_t chars_run(const char *s, const char *set)
{
	size_t n = 0;

	while (char_in(s[n], set))
		n++;
	return n;
}

/* 1 if the n bytes are the same, letters of either case being equal. */
static inline int chars_equal(const char *a, const char *b, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (char_lower(a[i]) != char_lower(b[i]))
			return 0;
	return 1;
}

/* 1 if the texts are the same, letters of either case being equal.  Most differ
 * in the first letter. */
static inline int chars_same(const char *a, const char *b)
{
	while (char_lower(*a) == char_lower(*b)) {
		if (*a == '\0')
			return 1;
		a++;
		b++;
	}
	return 0;
}

/* How many blanks s[0..n) begins with. */
static inline size_t chars_blanks(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && char_is_blank(s[i]))
		i++;
	return i;
}

/* The number of a digit of base 16; -1 if it is none. */
static inline int char_hex_value(char c)
{
	if (char_is_digit(c))
		return c - '0';
	c = char_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The character that s[0..n), n > 0, begins with; "%41" stands for "A" (RFC
 * 3261 section 19.1.4).  Returns how many bytes it takes. */
static inline size_t chars_unescape(const char *s, size_t n, char *c)
{
	*c = *s;
	if (*s != '%' || n < 3 || char_hex_value(s[1]) < 0 ||
	    char_hex_value(s[2]) < 0)
		return 1;
	*c = (char)(char_hex_value(s[1]) * 16 + char_hex_value(s[2]));
	return 3;
}

/* The digit of a number from 0 to 15. */
static inline char char_hex(unsigned n)
{
	return "0123456789abcdef"[n & 15];
}

#endif
