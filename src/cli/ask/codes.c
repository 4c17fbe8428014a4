/* codes.c - codes, classes and ranges to a set. */
#include "ask/codes.h"

#include <string.h>

#include "io/number.h"

void codes_all(struct codes *set)
{
	memset(set->has, 1, sizeof(set->has));
}

static int is_class_name(const char *s, size_t n)
{
	return n == 3 && s[0] >= '1' && s[0] <= '6' &&
	       (s[1] == 'x' || s[1] == 'X') && (s[2] == 'x' || s[2] == 'X');
}

static int read_code(const char *s, size_t n, unsigned long *code)
{
	return n == 3 && number_read_n(s, n, code) == 0 && *code >= 100 &&
	       *code <= 699;
}

static int add_part(struct codes *set, const char *text, size_t n)
{
	const char *dash = memchr(text, '-', n);
	size_t front = dash == NULL ? 0 : (size_t)(dash - text);
	unsigned long first = 0, last = 0;

	if (is_class_name(text, n)) {
		first = (unsigned long)(text[0] - '0') * 100;
		last = first + 99;
	} else if (dash != NULL) {
		if (!read_code(text, front, &first) ||
		    !read_code(dash + 1, n - front - 1, &last))
			return -1;
	} else if (read_code(text, n, &first)) {
		last = first;
	} else {
		return -1;
	}
	if (first > last)
		return -1;
	for (unsigned long i = first; i <= last; i++)
		set->has[i] = 1;
	return 0;
}

int codes_add(struct codes *set, const char *text)
{
	for (;;) {
		size_t n = strcspn(text, ",");

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
