/* scheme.c - the scheme and the length of the Request-URI. */
#include "grounds/look.h"

#include "chars.h"

/* What is shorter is no long URI. */
enum { URI_SHORT = 128 };

static struct ground *add_scheme(struct look *l, enum ground_id id,
                                 struct sipcode_span scheme)
{
	struct ground *g = ground_add(l, id);

	ground_arg(g, 0, scheme);
	return g;
}

/* 416: the server does not know the scheme (RFC 3261 section 8.2.2.1); sip is
 * the one that everybody knows (section 8.1.3.5). */
static void look_scheme(struct look *l, struct sipcode_span uri)
{
	struct sipcode_span scheme = value_scheme(uri), v;

	if (scheme.n == 0 || !char_is_letter(*scheme.s))
		return;
	if (!value_is(scheme, "sip")) {
		ground_shows(add_scheme(l, GROUND_scheme_unknown, scheme),
		             l->request, "Request-URI", uri);
		return;
	}
	if (!l->whole)
		return;
	ground_shows(add_scheme(l, GROUND_scheme_sip, scheme), l->request,
	             "Request-URI", uri);
	if (!sipcode_value(l->asked, "To", &v))
		return;
	scheme = value_scheme(value_uri(v));
	if (scheme.n > 0 && !value_is(scheme, "sip"))
		ground_shows(add_scheme(l, GROUND_scheme_to, scheme),
		             l->request, "To", v);
}

/* 414: its length, and where most of that is. */
static void look_length(struct look *l, struct sipcode_span uri)
{
	struct sipcode_span host = value_hostport(uri);
	struct ground *g;
	size_t front, tail;

	if (uri.n < URI_SHORT && !l->whole)
		return;
	g = ground_add(l,
	               uri.n < URI_SHORT ? GROUND_uri_short : GROUND_uri_long);
	ground_number(g, 0, uri.n);
	ground_shows(g, l->request, "Request-URI", uri);
	if (uri.n < URI_SHORT || host.n == 0)
		return;
	front = (size_t)(host.s - uri.s);
	tail = uri.n - front - host.n;
	if (front > uri.n / 2)
		ground_number(ground_add(l, GROUND_uri_user), 0, front);
	else if (tail > uri.n / 2)
		ground_number(ground_add(l, GROUND_uri_tail), 0, tail);
}

void look_uri(struct look *l)
{
	struct sipcode_span uri = value_request_uri(l->asked);

	if (uri.n == 0)
		return;
	if (l->code == 416)
		look_scheme(l, uri);
	else
		look_length(l, uri);
}
