/* look.c - words around a place, found in steps as large as can be. */
#include "scan/look.h"

#include <string.h>

#include "chars.h"

static int same(char c, char of_word)
{
	return c == of_word || char_lower(c) == of_word;
}

static int may_be_escaped(char c)
{
	return c == '"' || c == '/';
}

/* More backslashes than nested strings have are no escape. */
enum { ESCAPES = 8 };

size_t look_back(const struct look *t, size_t end, const char *word, size_t len)
{
	while (len > 0) {
		if (end == 0 || !same(t->s[end - 1], word[len - 1]))
			return NOWHERE;
		len--;
		end--;
		if (may_be_escaped(word[len]))
			for (int i = 0;
			     i < ESCAPES && end > 0 && t->s[end - 1] == '\\';
			     i++)
				end--;
	}
	return end;
}

size_t look_on(const struct look *t, size_t at, const char *word)
{
	for (; *word != '\0'; word++, at++) {
		if (may_be_escaped(*word))
			for (int i = 0;
			     i < ESCAPES && at < t->n && t->s[at] == '\\'; i++)
				at++;
		if (at >= t->n || !same(t->s[at], *word))
			return NOWHERE;
	}
	return at;
}

#ifdef __SSE2__
#include <emmintrin.h>

/* Where in 16 places the first and the last byte of a word stand. */
static unsigned ends_in_16(const char *s, const char *word, size_t len)
{
	const __m128i *first = (const __m128i *)(const void *)s;
	const __m128i *last = (const __m128i *)(const void *)(s + len - 1);
	__m128i a =
		_mm_cmpeq_epi8(_mm_loadu_si128(first), _mm_set1_epi8(word[0]));
	__m128i b = _mm_cmpeq_epi8(_mm_loadu_si128(last),
	                           _mm_set1_epi8(word[len - 1]));

	return (unsigned)_mm_movemask_epi8(_mm_and_si128(a, b));
}
#endif

/* A place before which the word does not begin, as far on as is cheap; there
 * is room for it from s[from] on. */
static size_t pass_blocks(const char *s, size_t from, size_t to,
                          const char *word, size_t len)
{
#ifdef __SSE2__
	while (from + 15 + len <= to && ends_in_16(s + from, word, len) == 0)
		from += 16;
	return from;
#else
	const char *at = memchr(s + from, word[0], to - from - len + 1);

	return at == NULL ? to : (size_t)(at - s);
#endif
}

size_t look_within(const struct look *t, size_t from, size_t to,
                   const char *word, size_t len)
{
	while (from + len <= to) {
		size_t block;

		from = pass_blocks(t->s, from, to, word, len);
		for (block = from + 16; from < block && from + len <= to;
		     from++)
			if (t->s[from] == word[0] &&
			    memcmp(t->s + from, word, len) == 0)
				return from + len;
	}
	return NOWHERE;
}

static int breaks_line(char c)
{
	return c == '\n' || c == '\r';
}

/* Few lines are longer than such a step. */
enum { CHUNK = 64 };

static int has_line_end(const char *s, size_t n)
{
	return memchr(s, '\n', n) != NULL || memchr(s, '\r', n) != NULL;
}

size_t look_front(const struct look *t, size_t at)
{
	size_t least = at > LOOK_REACH ? at - LOOK_REACH : 0;

	while (at > least) {
		size_t n = at - least < CHUNK ? at - least : CHUNK;

		if (has_line_end(t->s + at - n, n))
			break;
		at -= n;
	}
	while (at > least && !breaks_line(t->s[at - 1]))
		at--;
	return at;
}

size_t look_end(const struct look *t, size_t at)
{
	size_t n = t->n - at < LOOK_REACH ? t->n - at : LOOK_REACH;
	const char *s = t->s + at, *lf = memchr(s, '\n', n), *cr;

	n = lf == NULL ? n : (size_t)(lf - s);
	cr = memchr(s, '\r', n);
	return at + (cr == NULL ? n : (size_t)(cr - s));
}
