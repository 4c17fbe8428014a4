/* host.c - takes hosts and ports out of Via and URIs. */
#include "call/host.h"

#include "chars.h"
#include "exchange/value.h"

/* RFC 3261 section 18.2.1. */
enum { PORT = 5060, PORT_TLS = 5061 };

/* "host", "host:port" or "host : port". */
static struct host host_made(struct sipcode_span hostport, int tls)
{
	struct host h = { .port = tls ? PORT_TLS : PORT };
	struct sipcode_span rest = hostport;
	uint64_t port;

	h.name = value_host(hostport);
	rest.s += h.name.n;
	rest.n -= h.name.n;
	rest = value_trim(rest);
	h.name = value_trim(h.name);
	if (rest.n > 1 && *rest.s == ':') {
		rest.s++;
		rest.n--;
		if (value_number(rest, &port) && port > 0 && port <= 65535)
			h.port = (unsigned long)port;
	}
	h.hash = value_hash_alike(h.name);
	return h;
}

/* "SIP / 2.0 / UDP first.example.com: 4000;ttl=16": white space may stand
 * around the slashes (RFC 3261 section 20.42). */
struct host host_of_via(struct sipcode_span via)
{
	struct sipcode_span v = value_bare(via);
	size_t slash = v.n;
	int tls;

	while (slash > 0 && v.s[slash - 1] != '/')
		slash--;
	v.s += slash;
	v.n -= slash;
	v = value_trim(v);
	tls = value_begins(v, "TLS");
	while (v.n > 0 && !char_is_space(*v.s)) {
		v.s++;
		v.n--;
	}
	return host_made(value_trim(v), tls);
}

struct host host_of_uri(struct sipcode_span value)
{
	struct sipcode_span uri = value_uri(value), p;
	int tls = value_is(value_scheme(uri), "sips") ||
	          (sipcode_param(uri, "transport", &p) && value_is(p, "tls"));

	return host_made(value_hostport(uri), tls);
}

int host_same(const struct host *a, const struct host *b)
{
	return a->hash == b->hash && a->port == b->port &&
	       value_alike(a->name, b->name);
}

int host_is_usual(unsigned long port)
{
	return port == PORT || port == PORT_TLS;
}
