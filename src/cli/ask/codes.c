/* codes.c - codes, classes and ranges to a set. */
#include "ask/codes.h"

#include <string.h>

#include "io/number.h"
#include "chars.h"
#include "len.h"

/* Longer is no part of a set. */
enum { PATTERN_MOST = 24 };

void codes_all(struct codes *set)
{
	memset(set->has, 1, sizeof(set->has));
}

static int read_code(const char *s, size_t n, unsigned long *code)
{
	return n == 3 && number_read_n(s, n, code) == 0 && *code >= 100 &&
	       *code <= 699;
}

/* "4xx", "48x", "4**": digits, and then what stands for any digit. */
static int read_pattern(const char *s, size_t n, unsigned long *first,
                        unsigned long *last)
{
	size_t digits = 0;

	while (digits < n && char_is_digit(s[digits]))
		digits++;
	if (n != 3 || digits == 0 || digits == 3 || s[0] < '1' || s[0] > '6')
		return 0;
	*first = *last = 0;
	for (size_t i = 0; i < n; i++) {
		unsigned long digit = (unsigned long)(s[i] - '0');

		if (i >= digits && !char_in(s[i], "xX*?"))
			return 0;
		*first = *first * 10 + (i < digits ? digit : 0);
		*last = *last * 10 + (i < digits ? digit : 9);
	}
	return 1;
}

/* A code or a pattern. */
static int read_end(const char *s, unsigned long *first, unsigned long *last)
{
	if (!read_code(s, 3, first))
		return read_pattern(s, 3, first, last);
	*last = *first;
	return 1;
}

/* "480-489", "1xx-3xx", "480..489", "480 to 489", and with a dash of
 * typesetting. */
static int read_range(const char *s, size_t n, unsigned long *first,
                      unsigned long *last)
{
	static const char gaps[][10] = {
		"-",       "..",
		"...",     "\342\200\223",
		" - ",     " to ",
		" bis ",   " through ",
		" until ", " \304\221\341\272\277n ",
	};

	unsigned long other;

	for (size_t i = 0; i < LEN(gaps); i++) {
		size_t gap = strlen(gaps[i]);

		if (n == 6 + gap && memcmp(s + 3, gaps[i], gap) == 0)
			return read_end(s, first, &other) &&
			       read_end(s + 3 + gap, &other, last);
	}
	return 0;
}

/* "48[0-9]" and "48\\d" are "48x", as for grep.  Returns the length. */
static size_t plain_pattern(char *plain, const char *s, size_t n)
{
	size_t used = 0;

	for (size_t i = 0; i < n && used < PATTERN_MOST; used++) {
		if (n - i >= 5 && memcmp(s + i, "[0-9]", 5) == 0) {
			plain[used] = 'x';
			i += 5;
		} else if (n - i >= 2 && memcmp(s + i, "\\d", 2) == 0) {
			plain[used] = 'x';
			i += 2;
		} else {
			plain[used] = s[i++];
		}
	}
	return used;
}

static int add_part(struct codes *set, const char *s, size_t bytes)
{
	unsigned long first = 0, last = 0;
	char text[PATTERN_MOST];
	size_t n = plain_pattern(text, s, bytes);

	if (read_code(text, n, &first))
		last = first;
	else if (!read_pattern(text, n, &first, &last) &&
	         !read_range(text, n, &first, &last))
		return -1;
	if (first > last)
		return -1;
	for (unsigned long i = first; i <= last; i++)
		set->has[i] = 1;
	return 0;
}

int codes_add(struct codes *set, const char *text)
{
	for (;;) {
		size_t n = strcspn(text, ",/");

		if (add_part(set, text, n) != 0)
			return -1;
		if (text[n] == '\0')
			return 0;
		text += n + 1;
	}
}

int codes_of_option(struct codes *set, const char *text)
{
	memset(set, 0, sizeof(*set));
	if (text != NULL)
		return codes_add(set, text);
	codes_all(set);
	return 0;
}
