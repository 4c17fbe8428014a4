/* input.c - reads choices and text. */
#include "input.h"

#include <stdlib.h>
#include <string.h>

enum { RS = 0x1e, MANY = 32 };

static size_t expanded(char *to, const uint8_t *s, size_t n)
{
	size_t used = 0;

	for (size_t i = 0; i < n; i++) {
		size_t many = 1;

		if (s[i] == RS && i + 2 < n) {
			many = (size_t)s[i + 1] * MANY;
			i += 2;
		}
		if (to != NULL)
			memset(to + used, s[i], many);
		used += many;
	}
	return used;
}

void input_open(struct input *in, const uint8_t *data, size_t size)
{
	const uint8_t *eol = size == 0 ? NULL : memchr(data, '\n', size);
	size_t line = eol == NULL ? size : (size_t)(eol - data);
	size_t text = eol == NULL ? 0 : size - line - 1;

	in->choice = data;
	in->choices = line;
	in->n = text == 0 ? 0 : expanded(NULL, eol + 1, text);
	in->s = malloc(in->n);
	if (in->s == NULL)
		abort();
	if (text > 0)
		expanded(in->s, eol + 1, text);
}

unsigned input_pick(struct input *in, unsigned n)
{
	if (in->choices == 0)
		return 0;
	in->choices--;
	return (uint8_t)(*in->choice++ - '0') % n;
}

void input_push(struct input *in, size_t size)
{
	size_t most = in->n < size ? in->n : size;
	size_t before = size - most / 2;
	char *s = malloc(before + in->n);

	if (s == NULL)
		abort();
	memset(s, '-', before);
	for (size_t i = 63; i < before; i += 64)
		s[i] = '\n';
	if (before > 0)
		s[before - 1] = '\n';
	if (in->n > 0)
		memcpy(s + before, in->s, in->n);
	free(in->s);
	in->s = s;
	in->n += before;
}

void input_close(struct input *in)
{
	free(in->s);
}
