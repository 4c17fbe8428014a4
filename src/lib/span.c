/* span.c - looks at stretches of bytes in place; none is copied. */
#include "span.h"

#include <string.h>

#include "chars.h"

int span_is(struct sipcode_span a, const char *word)
{
	return a.n == strlen(word) && chars_equal(a.s, word, a.n);
}

struct sipcode_span span_trim(struct sipcode_span v)
{
	while (v.n > 0 && char_is_space(v.s[0])) {
		v.s++;
		v.n--;
	}
	while (v.n > 0 && char_is_space(v.s[v.n - 1]))
		v.n--;
	return v;
}

struct sipcode_span span_line(const char *s, size_t n, size_t at, size_t *next)
{
	const char *eol = memchr(s + at, '\n', n - at);
	size_t end = eol == NULL ? n : (size_t)(eol - s);
	struct sipcode_span line = { s + at, end - at };

	*next = eol == NULL ? n : end + 1;
	if (line.n > 0 && line.s[line.n - 1] == '\r')
		line.n--;
	return line;
}

struct sipcode_span span_indented(size_t indent, const char *s, size_t n,
                                  size_t at, size_t *next)
{
	struct sipcode_span line = span_line(s, n, at, next);

	for (; indent > 0 && line.n > 0 && line.s[0] == ' '; indent--) {
		line.s++;
		line.n--;
	}
	return line;
}

/* The characters of a token, RFC 3261 section 25.1. */
static int is_token(char c)
{
	return char_is_letter(c) || c == '-' || char_is_digit(c) ||
	       (c != ':' && char_in(c, ".!%*_+`'~"));
}

size_t span_name(struct sipcode_span line)
{
	size_t i = 0, k;

	/* A digit in front is the time of the next line of a log. */
	if (line.n > 0 && char_is_digit(line.s[0]))
		return 0;
	while (i < line.n && is_token(line.s[i]))
		i++;
	for (k = i; k < line.n && char_is_blank(line.s[k]);)
		k++;
	return k < line.n && line.s[k] == ':' ? i : 0;
}

int span_folded(struct sipcode_span line)
{
	return line.n > 0 && char_is_blank(line.s[0]);
}
