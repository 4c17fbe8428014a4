/* source.c - finds the address before an arrow, behind "from", in JSON. */
#include "count/source.h"

#include <string.h>

#include "chars.h"
#include "len.h"

#define HEX "0123456789abcdefABCDEF"

static const struct sipcode_span nowhere = { "", 0 };

/* The length of an address of IPv4 at s; 0 if there is none. */
static size_t ipv4_length(const char *s, size_t n)
{
	size_t i = 0;

	for (int parts = 0; parts < 4; parts++) {
		size_t from;
		int value = 0;

		if (parts > 0 && (i == n || s[i++] != '.'))
			return 0;
		for (from = i; i < n && i < from + 4 && char_is_digit(s[i]);)
			value = value * 10 + (s[i++] - '0');
		if (i == from || i - from > 3 || value > 255)
			return 0;
	}
	return i;
}

/* The same of IPv6: eight groups, or "::" for some of them; a time of day is
 * none. */
static size_t ipv6_length(const char *s, size_t n)
{
	size_t i = 0, colons = 0, digits = 0;
	int gap = 0;

	for (; i < n && (s[i] == ':' || char_in(s[i], HEX)); i++) {
		digits = s[i] == ':' ? 0 : digits + 1;
		colons += s[i] == ':';
		gap |= i > 0 && s[i] == ':' && s[i - 1] == ':';
		if (colons > 7 || digits > 4)
			return 0;
	}
	if (i > 1 && s[i - 1] == ':' && s[i - 2] != ':') {
		i--;
		colons--;
	}
	return gap || colons == 7 ? i : 0;
}

/* The address at s, with or without brackets; *length is that of all, with
 * ":PORT" or ".PORT" of tcpdump behind it. */
static struct sipcode_span address_at(const char *s, size_t n, size_t *length)
{
	size_t open = n > 0 && *s == '[', len, i;

	s += open;
	n -= open;
	len = ipv4_length(s, n);
	if (len == 0)
		len = ipv6_length(s, n);
	i = len;
	if (len == 0 || (open && (i == n || s[i++] != ']')))
		return nowhere;
	if (i + 1 < n && char_in(s[i], ".:") && char_is_digit(s[i + 1]))
		for (i++; i < n && char_is_digit(s[i]);)
			i++;
	if (i < n && (char_is_letter(s[i]) || char_is_digit(s[i])))
		return nowhere;
	*length = open + i;
	return (struct sipcode_span){ s, len };
}

/* Blanks, and a transport such as "udp:", "udp/" or "UDP ". */
static size_t skip_transport(const char *s, size_t n, size_t i)
{
	static const char names[][8] = { "udp", "tcp", "tls",
		                         "ws",  "wss", "sctp" };

	while (i < n && char_is_blank(s[i]))
		i++;
	for (size_t k = 0; k < LEN(names); k++) {
		size_t len = strlen(names[k]);

		if (n - i > len && chars_equal(s + i, names[k], len) &&
		    char_in(s[i + len], ":/ "))
			return i + len + 1;
	}
	return i;
}

static struct sipcode_span address_behind(const struct sipcode_span *t,
                                          size_t at)
{
	size_t i = skip_transport(t->s, t->n, at), length;

	return address_at(t->s + i, t->n - i, &length);
}

/* The address that ends before t->s[at], blanks aside. */
static struct sipcode_span address_before(const struct sipcode_span *t,
                                          size_t at)
{
	struct sipcode_span found;
	size_t to = at, from, length = 0;

	while (to > 0 && char_is_blank(t->s[to - 1]))
		to--;
	for (from = to; from > 0 && to - from < 60; from--)
		if (!char_in(t->s[from - 1], HEX ".:[]"))
			break;
	/* "udp:" has a colon of its own. */
	if (to - from > 1 && t->s[from] == ':' && t->s[from + 1] != ':')
		from++;
	found = address_at(t->s + from, to - from, &length);
	return length == to - from ? found : nowhere;
}

/* "192.0.2.20:5060 -> 192.0.2.10:5060"; *to is where the arrow begins. */
static size_t arrow_ends(const struct sipcode_span *t, size_t i, size_t *to)
{
	if (t->n - i > 3 && memcmp(t->s + i, "\342\206\222", 3) == 0) {
		*to = i;
		return i + 3;
	}
	if (t->s[i] != '>')
		return 0;
	for (*to = i; *to > 0 && char_in(t->s[*to - 1], "-=");)
		--*to;
	return *to > 0 && char_is_blank(t->s[*to - 1]) ? i + 1 : 0;
}

static struct sipcode_span by_arrow(const struct sipcode_span *t)
{
	for (size_t i = 0; i < t->n; i++) {
		struct sipcode_span found;
		size_t to, end = arrow_ends(t, i, &to);

		if (end == 0 || address_behind(t, end).n == 0)
			continue;
		found = address_before(t, to);
		if (found.n > 0)
			return found;
	}
	return nowhere;
}

/* Behind the word, letters of either case; 0 if it is not there. */
static size_t word_ends(const struct sipcode_span *t, size_t from,
                        const char *word)
{
	size_t n = strlen(word);

	for (size_t i = from; i + n <= t->n; i++)
		if (char_lower(t->s[i]) == word[0] &&
		    chars_equal(t->s + i, word, n))
			return i + n;
	return 0;
}

/* "Received SIP response (602 bytes) from UDP:192.0.2.10:5060"; not one who
 * has sent the request. */
static struct sipcode_span by_from(const struct sipcode_span *t)
{
	static const char words[][8] = { "receiv", "recv", "rcvd",
		                         "read",   "back", "rx " };
	size_t first = 0, at;

	for (size_t i = 0; i < LEN(words); i++) {
		at = word_ends(t, 0, words[i]);
		if (at != 0 && (first == 0 || at < first))
			first = at;
	}
	at = first;
	while (first != 0 && (at = word_ends(t, at, "from ")) != 0) {
		struct sipcode_span found = address_behind(t, at);

		if (found.n > 0)
			return found;
	}
	return nowhere;
}

static struct sipcode_span by_key(const struct sipcode_span *t, const char *key)
{
	size_t at = word_ends(t, 0, key), length;
	int colons = 0;

	if (at == 0)
		return nowhere;
	/* One colon: an address of IPv6 may begin with two. */
	while (at < t->n && char_in(t->s[at], " :\"") &&
	       (t->s[at] != ':' || colons++ == 0))
		at++;
	return address_at(t->s + at, t->n - at, &length);
}

/* The columns of tshark: two addresses, of which the first one sent. */
static struct sipcode_span by_column(const struct sipcode_span *t)
{
	struct sipcode_span first = nowhere;
	size_t length;

	for (size_t i = 0; i < t->n; i++) {
		struct sipcode_span found;

		if (!char_in(t->s[i], HEX ":"))
			continue;
		found = address_at(t->s + i, t->n - i, &length);
		if (found.n > 0 && first.n > 0)
			return first;
		if (found.n > 0)
			first = found;
		while (i + 1 < t->n && char_in(t->s[i + 1], HEX ".:"))
			i++;
	}
	return nowhere;
}

static struct sipcode_span look_in(const struct sipcode_span *t)
{
	static const char keys[][12] = { "\"src_ip\"", "\"source_ip\"",
		                         "\"srcip\"" };
	struct sipcode_span found = by_arrow(t);

	if (found.n == 0)
		found = by_from(t);
	for (size_t i = 0; found.n == 0 && i < LEN(keys); i++)
		found = by_key(t, keys[i]);
	return found;
}

struct sipcode_span source_of(const struct around *a, const char *product)
{
	struct sipcode_span found;

	if (strcmp(product, "Zeek") == 0) {
		/* A response comes from the one who was asked. */
		found = by_key(&a->before, "\"id.resp_h\"");
		return found.n > 0 ? found
		                   : by_key(&a->behind, "\"id.resp_h\"");
	}
	if (strncmp(product, "tshark", 6) == 0)
		return by_column(&a->before);
	found = look_in(&a->before);
	if (found.n == 0)
		found = look_in(&a->behind);
	for (size_t i = 0; found.n == 0 && i < a->lines; i++)
		found = look_in(&a->above[i]);
	return found;
}
