/* coding.c - reads a text through its layers, a byte at a time. */
#include "wire/line/coding.h"

#include <string.h>

#include "chars.h"
#include "wire/line/unit.h"

int coded_peek(const struct coded *c, char *byte, size_t *behind)
{
	struct unit u;

	if (!unit_at(c, 2, c->at, &u))
		return 0;
	*byte = u.c;
	*behind = u.end;
	return 1;
}

int coded_next(struct coded *c, char *byte)
{
	struct unit u;

	if (c->rest[0] != '\0') {
		*byte = c->rest[0];
		memmove(c->rest, c->rest + 1, sizeof(c->rest) - 1);
		return 1;
	}
	if (!unit_at(c, 2, c->at, &u))
		return 0;
	*byte = u.c;
	memcpy(c->rest, u.rest, sizeof(c->rest));
	c->at = u.end;
	return 1;
}

int coded_is_plain(const struct coded *c)
{
	return c->layer[0] == CODING_NONE && c->close[0] == '\0' &&
	       c->layer[1] == CODING_NONE && c->close[1] == '\0';
}

enum coding coded_phrase_is(const char *s, size_t n)
{
	for (size_t i = 0; i + 1 < n; i++)
		if (s[i] == '\\' && char_in(s[i + 1], "u/"))
			return CODING_BACKSLASH;
	return CODING_NONE;
}

struct sipcode_span coded_phrase(const char *s, size_t n, char to[CODED_PHRASE])
{
	struct coded c = { .s = s, .n = n };
	struct sipcode_span phrase = { s, n };

	c.layer[0] = coded_phrase_is(s, n);
	if (c.layer[0] == CODING_NONE || n > CODED_PHRASE)
		return phrase;
	phrase.s = to;
	for (phrase.n = 0; coded_next(&c, to + phrase.n); phrase.n++)
		;
	return phrase;
}
