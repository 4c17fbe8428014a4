/* agree.c - 494: the agreement on a security mechanism (RFC 3329). */
#include "grounds/look.h"

enum { MECHANISMS = 32, PARAMS = 16 };

/* The parameter at the front of ";q=0.1;alg=...", which moves on behind it. */
static struct sipcode_span next_param(struct sipcode_span *v)
{
	struct sipcode_span p = { v->s, 0 };

	while (p.n < v->n && v->s[p.n] != ';')
		p.n++;
	v->s += p.n < v->n ? p.n + 1 : p.n;
	v->n -= p.n < v->n ? p.n + 1 : p.n;
	return value_trim(p);
}

/* d-ver is added by the client (RFC 3329 section 2.2); ports and indices of
 * IPsec may be new ones in each list of a server. */
static int is_passing(const char *name, int same_list)
{
	struct sipcode_span v = value_of(name);

	return value_is(v, "d-ver") ||
	       (!same_list &&
	        (value_begins(v, "spi-") || value_begins(v, "port-")));
}

/* Does one mechanism have all parameters of the other one? */
static int lists_all(struct sipcode_span a, struct sipcode_span b,
                     int same_list)
{
	struct sipcode_span rest = a;

	next_param(&rest);
	for (size_t i = 0; i < PARAMS && rest.n > 0; i++) {
		struct sipcode_span p = next_param(&rest), x, y;
		char name[16];
		size_t n = 0;

		while (n < p.n && n + 1 < sizeof(name) && p.s[n] != '=' &&
		       p.s[n] != ' ') {
			name[n] = p.s[n];
			n++;
		}
		name[n] = '\0';
		if (n == 0 || is_passing(name, same_list) ||
		    !sipcode_param(a, name, &x))
			continue;
		if (!sipcode_param(b, name, &y) || !value_alike(x, y))
			return 0;
	}
	return 1;
}

/* The last response before the request that had a list, in the same call; this
 * one if there is none. */
static const struct heard *list_of(const struct look *l)
{
	const struct heard *found = l->response;
	const struct transaction *t;
	size_t at = 0;

	while ((t = exchange_of_call(l->exchange, &l->transaction->ids, &at)) !=
	       NULL) {
		const struct response *r = transaction_final(t);

		if (r != NULL && t != l->transaction &&
		    r->kept->heard.order < l->request->order &&
		    look_is_there(&r->kept->message, "Security-Server"))
			found = &r->kept->heard;
	}
	return found;
}

/* 1 if the lists have the same mechanisms in the same order; else *v and *s are
 * the first two that differ, or one list ends before the other: -1. */
static int are_same(const struct look *l, const struct heard *list,
                    struct sipcode_span *v, struct sipcode_span *s)
{
	int same_list = list != l->response;
	struct sipcode_cursor at = { 0 }, other = { 0 };

	for (;;) {
		int a = sipcode_next_value(l->asked, "Security-Verify", &at, v);
		int b = sipcode_next_value(list->message, "Security-Server",
		                           &other, s);

		if (!a || !b)
			return a == b ? 1 : -1;
		if (!value_alike(value_bare(*v), value_bare(*s)) ||
		    !lists_all(*v, *s, same_list) ||
		    !lists_all(*s, *v, same_list))
			return 0;
	}
}

/* 494 to a request that mirrors the list of the server (section 2.3.1). */
static void look_verify(struct look *l)
{
	const struct heard *list = list_of(l);
	struct sipcode_span v, s;
	int same = are_same(l, list, &v, &s);
	struct ground *g;

	/* One header field a mechanism: a part of them may be cut off. */
	if (same != 1 && !l->whole)
		return;
	if (same == 0) {
		g = ground_add(l, GROUND_agree_changed);
		ground_arg(g, 0, v);
		ground_arg(g, 1, s);
		ground_shows(g, l->request, "Security-Verify", v);
		ground_shows(g, list, "Security-Server", s);
		return;
	}
	g = ground_add(l, same == 1 ? GROUND_agree_same : GROUND_agree_length);
	ground_shows_field(g, l->request, "Security-Verify");
	ground_shows_field(g, list, "Security-Server");
}

/* The first mechanism of the client that the server has, too. */
static int find_common(const struct look *l, struct sipcode_span *common)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span v;

	for (size_t i = 0; i < MECHANISMS; i++) {
		if (!sipcode_next_value(l->asked, "Security-Client", &at, &v))
			return 0;
		*common = value_bare(v);
		if (common->n > 0 &&
		    look_has(l->got, "Security-Server", *common))
			return 1;
	}
	return -1;
}

/* What the two lists have in common. */
static void look_mechanisms(struct look *l)
{
	struct sipcode_span common = { "", 0 };
	int found = find_common(l, &common);
	struct ground *g;

	if (found < 0 || (found == 0 && !l->whole))
		return;
	g = ground_add(l, found ? GROUND_agree_common : GROUND_agree_apart);
	ground_arg(g, 0, common);
	ground_shows_field(g, l->request, "Security-Client");
	ground_shows_field(g, l->response, "Security-Server");
}

/* Why a request without Security-Verify got the 494. */
static void look_asked(struct look *l)
{
	static const char names[][16] = { "Require", "Proxy-Require",
		                          "Supported" };
	const struct sipcode_span tag = value_of("sec-agree");
	struct ground *g;

	for (size_t i = 0; i < 3; i++) {
		if (!look_has(l->asked, names[i], tag))
			continue;
		g = ground_add(l, i < 2 ? GROUND_agree_first
		                        : GROUND_agree_supported);
		ground_arg(g, 0, value_of(names[i]));
		ground_shows_field(g, l->request, names[i]);
		ground_shows_field(g, l->response, "Security-Server");
		return;
	}
	g = ground_add(l, GROUND_agree_none);
	ground_shows_field(g, l->response, "Security-Server");
}

void look_agree(struct look *l)
{
	if (look_is_there(l->asked, "Security-Verify")) {
		if (look_is_there(l->got, "Security-Server"))
			look_verify(l);
		return;
	}
	if (l->whole)
		look_asked(l);
	if (!look_is_there(l->got, "Security-Server"))
		return;
	if (look_is_there(l->asked, "Security-Client"))
		look_mechanisms(l);
	else if (l->whole &&
	         look_has(l->asked, "Require", value_of("sec-agree")))
		ground_add(l, GROUND_agree_no_client);
}
