/* actors.c - names of hosts, as far as they have room. */
#include "text/messages/actors.h"

#include <string.h>

#include "exchange/value.h"
#include "layout/layout.h"
#include "text/ladder.h"
#include "utf8.h"

enum {
	HOST_MAX = 300,
	NAME_MOST = 24, /* columns; a longer name is shortened */
	NAME_LEAST = 10 /* less tells nothing */
};

/* Do two actors have the same host? */
static int is_host_of_two(const struct call *c, size_t actor)
{
	for (size_t i = 0; i < c->actors; i++)
		if (i != actor &&
		    value_alike(c->actor[i].name, c->actor[actor].name))
			return 1;
	return 0;
}

static void add_port(struct strbuf *b, const struct host *h)
{
	strbuf_add(b, ":");
	strbuf_number(b, h->port);
}

void actors_name(struct actors *a, const struct out *o, const struct call *c)
{
	for (size_t i = 0; i < c->actors; i++) {
		const struct host *h = &c->actor[i];
		struct strbuf *shown = &a->shown[i];
		struct strbuf *full = &a->full[i];

		if (h->name.n == 0) {
			strbuf_add(shown, "?");
			strbuf_add(full, "?");
			continue;
		}
		strbuf_excerpt(shown, h->name.s, h->name.n, HOST_MAX, o->utf8);
		strbuf_add(full, strbuf_text(shown));
		if (is_host_of_two(c, i))
			add_port(shown, h);
		if (is_host_of_two(c, i) || !host_is_usual(h->port))
			add_port(full, h);
	}
}

static unsigned name_columns(const struct strbuf *b)
{
	return (unsigned)utf8_columns(strbuf_text(b), b->len);
}

/* As many bytes from the front as fill so many columns. */
static size_t front_of(const char *s, size_t n, size_t columns)
{
	size_t i = 0;

	while (i < n) {
		uint32_t cp;
		size_t len = utf8_decode(s + i, n - i, &cp);

		len += len == 0;
		if (utf8_columns(s, i + len) > columns)
			break;
		i += len;
	}
	return i;
}

/* Leaves out the middle, "sbc1.e...le.com".  Returns 1 if it was too long. */
static int shorten(struct strbuf *b, size_t most)
{
	static const char dots[] = "...";
	size_t columns = name_columns(b), tail;
	size_t left = most - (sizeof(dots) - 1);
	struct strbuf whole = *b;

	if (columns <= most)
		return 0;
	tail = front_of(whole.s, whole.len, columns - left / 2);
	memset(b, 0, sizeof(*b));
	strbuf_bytes(b, whole.s, front_of(whole.s, whole.len, left - left / 2));
	strbuf_add(b, dots);
	strbuf_bytes(b, whole.s + tail, whole.len - tail);
	strbuf_free(&whole);
	return 1;
}

/* Are two of the names the same? */
static int is_ambiguous(const struct actors *a, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < i; k++)
			if (strcmp(a->shown[i].s, a->shown[k].s) == 0 &&
			    strcmp(a->shown[i].s, "?") != 0)
				return 1;
	return 0;
}

void actors_fit(struct actors *a, const struct call *c, unsigned gap)
{
	size_t most = gap - 1 < NAME_MOST ? gap - 1 : NAME_MOST;
	int fits = 1;

	for (size_t i = 0; i < c->actors; i++)
		fits = fits && name_columns(&a->shown[i]) <= most;
	if (fits)
		return;
	for (size_t i = 0; most >= NAME_LEAST && i < c->actors; i++)
		a->cut[i] = shorten(&a->shown[i], most);
	if (most >= NAME_LEAST && !is_ambiguous(a, c->actors))
		return;
	for (size_t i = 0; i < c->actors; i++) {
		char letter[2] = { (char)('A' + i), '\0' };

		strbuf_reset(&a->shown[i]);
		strbuf_add(&a->shown[i], letter);
		a->cut[i] = 1;
	}
}

unsigned actors_half(const struct actors *a, size_t actor)
{
	unsigned n = name_columns(&a->shown[actor]);

	if (n > NAME_MOST)
		n = NAME_MOST;
	return n / 2 < LADDER_EDGE ? LADDER_EDGE : n / 2;
}

void actors_tell(const struct actors *a, struct out *o, const struct call *c)
{
	struct strbuf b = { 0 };
	int any = 0;

	for (size_t i = 0; i < c->actors; i++) {
		if (!a->cut[i])
			continue;
		strbuf_reset(&b);
		strbuf_add(&b, strbuf_text(&a->shown[i]));
		strbuf_add(&b, " = ");
		strbuf_add(&b, strbuf_text(&a->full[i]));
		lay_text(o, 0, strbuf_text(&b));
		any = 1;
	}
	if (any)
		lay_gap(o);
	strbuf_free(&b);
}

void actors_free(struct actors *a)
{
	for (size_t i = 0; i < FLOW_ACTORS_MOST; i++) {
		strbuf_free(&a->shown[i]);
		strbuf_free(&a->full[i]);
	}
}
