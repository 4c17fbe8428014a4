/* prefix.c - compares a pattern with a line, word by word. */
#include "wire/line/prefix.h"

#include <string.h>

#include "chars.h"

int prefix_set(struct prefix *p, const char *s, size_t n)
{
	if (n > PREFIX_MAX)
		return -1;
	memcpy(p->s, s, n);
	memset(p->stays, 0, n);
	p->n = n;
	return 0;
}

/* Bytes that may differ in number and kind from line to line: those of words
 * and numbers, and of letters outside ASCII. */
static int is_wordy(char c)
{
	return char_is_letter(c) || char_is_digit(c) || (unsigned char)c > 127;
}

static size_t wordy_length(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && is_wordy(s[i]))
		i++;
	return i;
}

static int holds_digit(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (char_is_digit(s[i]))
			return 1;
	return 0;
}

static int words_match(const char *a, size_t an, const char *b, size_t bn,
                       int stays)
{
	return (an == bn && memcmp(a, b, an) == 0) ||
	       (an > 0 && bn > 0 && !stays &&
	        (holds_digit(a, an) || holds_digit(b, bn)));
}

/* Is the word at s[i..i+n) of the pattern a part of a time or date?  Then it is
 * a long number of seconds, or a colon, a hyphen, a stroke or a point stands
 * between it and a number. */
static int is_of_time(const struct prefix *p, size_t i, size_t n)
{
	enum { SECONDS_MIN = 8 };
	const char *s = p->s;
	size_t digits = 0;

	while (digits < n && char_is_digit(s[i + digits]))
		digits++;
	return (digits == n && n >= SECONDS_MIN) ||
	       (i > 1 && char_in(s[i - 1], ":-/.,") &&
	        char_is_digit(s[i - 2])) ||
	       (i + n + 1 < p->n && char_in(s[i + n], ":-/.,") &&
	        char_is_digit(s[i + n + 1]));
}

void prefix_settle(struct prefix *p, const struct prefix *other)
{
	size_t i = 0, k = 0;

	while (i < p->n && k < other->n) {
		size_t a = wordy_length(p->s + i, p->n - i);
		size_t b = wordy_length(other->s + k, other->n - k);

		if (a == 0 && b == 0) {
			a = chars_blanks(p->s + i, p->n - i);
			b = chars_blanks(other->s + k, other->n - k);
			a = a == 0 ? 1 : a;
			b = b == 0 ? 1 : b;
		} else if (a > 0 && a == b && !is_of_time(p, i, a)) {
			p->stays[i] = memcmp(p->s + i, other->s + k, a) == 0;
		}
		i += a;
		k += b;
	}
}

/* grep writes a colon before a line that it has found and a hyphen before the
 * lines around it. */
static int marks_match(const struct prefix *p, size_t i, char c)
{
	return p->s[i] == c || (i + 1 == p->n && p->s[i] == ':' && c == '-');
}

int prefix_match(const struct prefix *p, const char *s, size_t n, size_t *len)
{
	size_t i = 0, k = 0;

	while (i < p->n) {
		size_t a = wordy_length(p->s + i, p->n - i);
		size_t b = wordy_length(s + k, n - k);

		if (a > 0 || b > 0) {
			if (!words_match(p->s + i, a, s + k, b, p->stays[i]))
				return 0;
		} else if (char_is_blank(p->s[i])) {
			a = chars_blanks(p->s + i, p->n - i);
			b = chars_blanks(s + k, n - k);
			/* Blanks at the end of an empty line get lost; those
			 * before the text may be its own. */
			if (b == 0 && k < n)
				return 0;
			if (i + a == p->n && b > a)
				b = a;
		} else {
			a = b = 1;
			if (k >= n || !marks_match(p, i, s[k]))
				return 0;
		}
		i += a;
		k += b;
	}
	*len = k;
	return 1;
}
