/* via.c - compares what a Via says of its hop. */
#include "via.h"

#include <string.h>

#include "chars.h"
#include "same.h"
#include "uri.h"

/* The parts of a Via before its parameters. */
struct hop {
	struct sipcode_span protocol, host, port;
};

/* The bytes from one place to another, without white space around them. */
static struct sipcode_span between(struct sipcode_span v, size_t from,
                                   size_t to)
{
	struct sipcode_span part = { v.s + from, 0 };

	while (from < to && char_is_space(v.s[from]))
		from++;
	while (to > from && char_is_space(v.s[to - 1]))
		to--;
	part.s = v.s + from;
	part.n = to - from;
	return part;
}

static size_t find_any(struct sipcode_span v, size_t i, const char *stops)
{
	while (i < v.n && !char_in(v.s[i], stops))
		i++;
	return i;
}

static struct hop hop_of(struct sipcode_span via)
{
	struct hop hop = { .port = { "", 0 } };
	size_t i = 0, end, slashes = 0;

	/* "SIP / 2.0 / UDP", and white space behind. */
	while (i < via.n && slashes < 2)
		slashes += via.s[i++] == '/';
	while (i < via.n && char_is_space(via.s[i]))
		i++;
	i = find_any(via, i, " \t\r\n");
	hop.protocol = between(via, 0, i);
	end = find_any(via, i, ":;([");
	if (end < via.n && via.s[end] == '[')
		end = find_any(via, find_any(via, end, "]"), ":;(");
	hop.host = between(via, i, end);
	if (end < via.n && via.s[end] == ':')
		hop.port = between(via, end + 1, find_any(via, end, ";("));
	return hop;
}

static int is_default_port(struct sipcode_span port)
{
	return port.n == 4 && memcmp(port.s, "506", 3) == 0 &&
	       (port.s[3] == '0' || port.s[3] == '1');
}

static int same_port(struct sipcode_span a, struct sipcode_span b)
{
	if (a.n > 0 && b.n > 0)
		return same_letters(a, b);
	return a.n == b.n || is_default_port(a.n > 0 ? a : b);
}

int via_same(struct sipcode_span a, struct sipcode_span b)
{
	const char *semicolon = memchr(a.s, ';', a.n);
	size_t n = semicolon == NULL ? a.n : (size_t)(semicolon - a.s);
	struct hop x, y;

	if (!same_param(a, b, "branch"))
		return 0;
	if (n < a.n && n < b.n && b.s[n] == ';' && memcmp(a.s, b.s, n) == 0)
		return 1;
	x = hop_of(a);
	y = hop_of(b);
	return same_letters(x.protocol, y.protocol) &&
	       uri_same_host(x.host, y.host) && same_port(x.port, y.port);
}
