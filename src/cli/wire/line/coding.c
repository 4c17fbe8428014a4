/* coding.c - reads a text through its layers, a byte at a time. */
#include "wire/line/coding.h"

#include <string.h>

#include "chars.h"
#include "len.h"
#include "wire/line/unit.h"

/* Does an address stand behind the bracket, and no tag?  Not all who write
 * <br> for a line end write &lt; for a bracket. */
static int is_address(const struct coded *c, const struct unit *u)
{
	static const char schemes[][6] = { "sip:", "sips:", "tel:" };

	for (size_t i = 0; u->c == '<' && i < LEN(schemes); i++) {
		size_t n = strlen(schemes[i]);

		if (u->end + n <= c->n &&
		    chars_equal(c->s + u->end, schemes[i], n))
			return 1;
	}
	return 0;
}

int unit_at(const struct coded *c, int layers, size_t at, struct unit *u)
{
	if (layers == 0) {
		if (at >= c->n)
			return 0;
		u->c = c->s[at];
		u->rest[0] = '\0';
		u->escaped = 0;
		u->end = at + 1;
		return 1;
	}
	layers--;
	if (!unit_at(c, layers, at, u))
		return 0;
	u->escaped = 0;
	unit_decode(c, layers, u);
	if (u->escaped || c->close[layers] == '\0' ||
	    u->c != c->close[layers] || is_address(c, u))
		return 1;
	/* A quote within quotes may be written twice. */
	if (u->c == '"')
		unit_twice(c, layers, u, '"');
	return u->escaped;
}

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
