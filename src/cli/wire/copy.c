/* copy.c - grows the copy of a message up to a bound. */
#include "wire/copy.h"

#include <stdlib.h>
#include <string.h>

#include "chars.h"
#include "io/memory.h"

/* Where in "ESC [ 3 2 m" the next byte stands. */
enum { NO_ESCAPE = 0, BEHIND_ESC, IN_SEQUENCE };

static void make_room(struct copy *c, size_t n)
{
	if (c->n + n > c->room)
		c->s = memory_grow(c->s, &c->room, c->n + n, 1);
}

static void keep_byte(struct copy *c, char byte, struct place place)
{
	if (c->n == COPY_MAX) {
		c->lost++;
		return;
	}
	make_room(c, 1);
	places_add(&c->places, c->n, place);
	c->s[c->n++] = byte;
}

void copy_byte(struct copy *c, char byte, struct place place)
{
	if (c->escape == IN_SEQUENCE) {
		if (byte < '0' || byte > '?')
			c->escape = NO_ESCAPE;
		return;
	}
	if (c->escape == BEHIND_ESC) {
		c->escape = byte == '[' ? IN_SEQUENCE : NO_ESCAPE;
		if (byte == '[')
			return;
		/* It was a byte like others. */
		keep_byte(c, '\033', c->escaped);
	}
	if (byte == '\033') {
		c->escape = BEHIND_ESC;
		c->escaped = place;
		return;
	}
	keep_byte(c, byte, place);
}

void copy_bytes_of(struct copy *c, const char *s, size_t n, struct place place)
{
	size_t kept = n > COPY_MAX - c->n ? COPY_MAX - c->n : n;

	if (c->escape != NO_ESCAPE || memchr(s, '\033', n) != NULL) {
		for (size_t i = 0; i < n; i++, place.column++)
			copy_byte(c, s[i], place);
		return;
	}
	c->lost += n - kept;
	if (kept == 0)
		return;
	make_room(c, kept);
	places_add(&c->places, c->n, place);
	memcpy(c->s + c->n, s, kept);
	c->n += kept;
}

void copy_join(struct copy *c, size_t to, size_t from)
{
	struct place place = places_find(&c->places, from);

	places_cut(&c->places, to);
	places_add(&c->places, to, place);
	memmove(c->s + to, c->s + from, c->n - from);
	c->n -= from - to;
}

void copy_cut(struct copy *c, size_t n)
{
	if (n < c->n)
		c->n = n;
	places_cut(&c->places, c->n);
}

void copy_reset(struct copy *c)
{
	c->n = 0;
	c->lost = 0;
	c->escape = NO_ESCAPE;
	places_cut(&c->places, 0);
}

void copy_free(struct copy *c)
{
	free(c->s);
	places_free(&c->places);
	memset(c, 0, sizeof(*c));
}
