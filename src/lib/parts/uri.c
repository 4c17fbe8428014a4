/* uri.c - compares URIs as the standard has it, at the cost of one pass. */
#include "uri.h"

#include <string.h>

#include "chars.h"
#include "len.h"

struct uri uri_of(struct sipcode_span value)
{
	struct uri u = { { value.s, 0 }, 0 };
	size_t i, quoted = 0;

	for (i = 0; i < value.n; i++) {
		if (quoted && value.s[i] == '\\')
			i++;
		else if (value.s[i] == '"')
			quoted = !quoted;
		else if (!quoted && value.s[i] == '<')
			break;
	}
	u.bracketed = i < value.n;
	i = u.bracketed ? i + 1 : 0;
	while (i < value.n && char_is_space(value.s[i]))
		i++;
	u.s.s += i;
	while (i < value.n && value.s[i] != '>' && !char_is_space(value.s[i]) &&
	       (u.bracketed || (value.s[i] != ';' && value.s[i] != ','))) {
		u.s.n++;
		i++;
	}
	return u;
}

int uri_has_scheme(struct sipcode_span uri, const char *scheme)
{
	size_t n = strlen(scheme);

	return uri.n > n && uri.s[n] == ':' && chars_equal(uri.s, scheme, n);
}

/* Takes the bytes before the first of the stops off a span; the stop itself
 * stays. */
static struct sipcode_span take_until(struct sipcode_span *rest,
                                      const char *stops)
{
	struct sipcode_span taken = { rest->s, 0 };

	while (taken.n < rest->n && !char_in(rest->s[taken.n], stops))
		taken.n++;
	rest->s += taken.n;
	rest->n -= taken.n;
	return taken;
}

static void skip_bytes(struct sipcode_span *v, size_t n)
{
	v->s += n;
	v->n -= n;
}

/* The next character of a span that is not empty, which %41 stands for, too. */
static char take_escaped(struct sipcode_span *v)
{
	char c;

	skip_bytes(v, chars_unescape(v->s, v->n, &c));
	return c;
}

static int same_text(struct sipcode_span a, struct sipcode_span b, int cased)
{
	while (a.n > 0 && b.n > 0) {
		char x = take_escaped(&a), y = take_escaped(&b);

		if (x != y && (cased || char_lower(x) != char_lower(y)))
			return 0;
	}
	return a.n == b.n;
}

int uri_same_host(struct sipcode_span a, struct sipcode_span b)
{
	if (a.n > 0 && b.n > 0 && a.s[0] == '[' && b.s[0] == '[') {
		take_until(&a, "]");
		take_until(&b, "]");
	}
	return same_text(a, b, 0);
}

/* The parts of a SIP URI behind its scheme. */
struct pieces {
	struct sipcode_span user, host, params, headers;
};

static struct pieces take_apart(struct uri u)
{
	struct sipcode_span rest = u.s, none = { u.s.s, 0 };
	const char *at;
	struct pieces p;

	take_until(&rest, ":");
	at = memchr(rest.s, '@', rest.n);
	p.user = none;
	if (at != NULL) {
		p.user.s = rest.s;
		p.user.n = (size_t)(at + 1 - rest.s);
		skip_bytes(&rest, p.user.n);
	} else if (rest.n > 0) {
		skip_bytes(&rest, 1);
	}
	p.host = take_until(&rest, ";?");
	p.params = take_until(&rest, "?");
	p.headers = rest;
	return p;
}

/* Takes the next parameter off a list, which begins with a semicolon. */
static int take_param(struct sipcode_span *list, struct sipcode_span *name,
                      struct sipcode_span *value)
{
	if (list->n == 0)
		return 0;
	skip_bytes(list, 1);
	*value = take_until(list, ";");
	*name = take_until(value, "=");
	if (value->n > 0)
		skip_bytes(value, 1);
	return 1;
}

static int find_param(struct sipcode_span list, struct sipcode_span wanted,
                      struct sipcode_span *value)
{
	struct sipcode_span name;

	while (take_param(&list, &name, value))
		if (same_text(name, wanted, 0))
			return 1;
	return 0;
}

/* Are the parameters of section 19.1.4 the same? */
static int same_params(struct sipcode_span a, struct sipcode_span b)
{
	static const struct {
		char name[12];
		int both; /* 1: it must not stand in one of both alone */
	} params[] = {
		{ "user", 1 },  { "ttl", 1 },       { "method", 1 },
		{ "maddr", 1 }, { "transport", 0 },
	};

	for (size_t i = 0; i < LEN(params); i++) {
		struct sipcode_span name = { params[i].name,
			                     strlen(params[i].name) };
		struct sipcode_span x, y;
		int in_a = find_param(a, name, &x);
		int in_b = find_param(b, name, &y);

		if (in_a && in_b ? !same_text(x, y, 0)
		                 : params[i].both && in_a != in_b)
			return 0;
	}
	return 1;
}

/* Has the list all parameters of the other one?  Programs write lr, lr=on and
 * lr=true, which mean the same. */
static int has_params(struct sipcode_span list, struct sipcode_span of)
{
	enum { LOOKED_AT = 16 };
	struct sipcode_span name, value, found;

	for (int i = 0; i < LOOKED_AT && take_param(&of, &name, &value); i++) {
		if (name.n == 0)
			continue;
		if (!find_param(list, name, &found) ||
		    (!same_text(value, found, 0) &&
		     !(name.n == 2 && chars_equal(name.s, "lr", 2))))
			return 0;
	}
	return 1;
}

/* Visual separators do not count in a tel URI (RFC 3966 section 4), nor are its
 * parameters looked at. */
static int same_number(struct sipcode_span a, struct sipcode_span b)
{
	a = take_until(&a, ";");
	b = take_until(&b, ";");
	for (;;) {
		while (a.n > 0 && char_in(a.s[0], "-.()"))
			skip_bytes(&a, 1);
		while (b.n > 0 && char_in(b.s[0], "-.()"))
			skip_bytes(&b, 1);
		if (a.n == 0 || b.n == 0)
			return a.n == b.n;
		if (char_lower(take_escaped(&a)) !=
		    char_lower(take_escaped(&b)))
			return 0;
	}
}

static int same_sip(struct uri a, struct uri b, int copy)
{
	struct pieces x = take_apart(a), y = take_apart(b);

	if (!same_text(x.user, y.user, 1) || !uri_same_host(x.host, y.host) ||
	    (x.headers.n > 0) != (y.headers.n > 0))
		return 0;
	if (!a.bracketed || !b.bracketed)
		return 1;
	return copy ? has_params(y.params, x.params)
	            : same_params(x.params, y.params);
}

static int same_uri(struct uri a, struct uri b, int copy)
{
	int secure = uri_has_scheme(a.s, "sips");

	if (a.s.n == b.s.n && memcmp(a.s.s, b.s.s, a.s.n) == 0 &&
	    a.bracketed == b.bracketed)
		return 1;
	if (secure || uri_has_scheme(a.s, "sip"))
		return uri_has_scheme(b.s, secure ? "sips" : "sip") &&
		       same_sip(a, b, copy);
	if (uri_has_scheme(a.s, "tel") && uri_has_scheme(b.s, "tel"))
		return same_number(a.s, b.s);
	return same_text(a.s, b.s, 0);
}

int uri_same(struct uri a, struct uri b)
{
	return same_uri(a, b, 0);
}

int uri_is_copy(struct uri uri, struct uri copy)
{
	return same_uri(uri, copy, 1);
}
