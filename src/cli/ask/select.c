/* select.c - codes, classes and ranges to a set. */
#include "select.h"

#include <string.h>

#include "number.h"

void select_none(struct selection *s)
{
	memset(s->want, 0, sizeof(s->want));
}

void select_all(struct selection *s)
{
	memset(s->want, 1, sizeof(s->want));
}

static int is_class(const char *s, size_t n)
{
	return n == 3 && s[0] >= '1' && s[0] <= '6' &&
	       (s[1] == 'x' || s[1] == 'X') && (s[2] == 'x' || s[2] == 'X');
}

static int is_code(const char *s, size_t n, unsigned long *code)
{
	return n == 3 && number_read_n(s, n, code) == 0 && *code >= 100 &&
	       *code <= 699;
}

static int add_one(struct selection *s, const char *text, size_t n)
{
	const char *dash = memchr(text, '-', n);
	unsigned long first = 0, last = 0;

	if (is_class(text, n)) {
		first = (unsigned long)(text[0] - '0') * 100;
		last = first + 99;
	} else if (dash != NULL) {
		if (!is_code(text, (size_t)(dash - text), &first) ||
		    !is_code(dash + 1, n - (size_t)(dash - text) - 1, &last))
			return -1;
	} else if (is_code(text, n, &first)) {
		last = first;
	} else {
		return -1;
	}
	if (first > last)
		return -1;
	for (unsigned long i = first; i <= last; i++)
		s->want[i] = 1;
	return 0;
}

int select_add(struct selection *s, const char *text)
{
	for (;;) {
		size_t n = strcspn(text, ",");

		if (add_one(s, text, n) != 0)
			return -1;
		if (text[n] == '\0')
			return 0;
		text += n + 1;
	}
}
