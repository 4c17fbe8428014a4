/* coding.c - reads a text through its layers, a byte at a time. */
#include "wire/line/coding.h"

#include <string.h>

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
