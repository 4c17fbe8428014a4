/* auth.c - 401, 407: did credentials come, and are they for this realm? */
#include "grounds/login/auth.h"

#include <string.h>

/* Of a server and of a proxy (RFC 3261 sections 22.2 and 22.3). */
static const char gives[2][20] = { "Authorization", "Proxy-Authorization" };
static const char demands[2][20] = { "WWW-Authenticate", "Proxy-Authenticate" };

/* Was it sent by the same side, and is it another request of the call? */
static int went_before(const struct look *l, const struct transaction *t)
{
	return t->serial < l->transaction->serial && t->request != NULL &&
	       !ids_same_cseq(&t->ids, &l->transaction->ids) &&
	       transaction_same_side(t, l->transaction) != 0;
}

static void find_earlier(struct auth *a)
{
	const struct transaction *t, *ring[EARLIER_MAX];
	size_t at = 0, n = 0;

	while ((t = exchange_of_call(a->l->exchange, &a->l->transaction->ids,
	                             &at)) != NULL)
		if (went_before(a->l, t))
			ring[n++ % EARLIER_MAX] = t;
	a->earliers = n < EARLIER_MAX ? n : EARLIER_MAX;
	for (size_t i = 0; i < a->earliers; i++)
		a->earlier[i] = ring[(n - a->earliers + i) % EARLIER_MAX];
}

/* Which pair of header fields the response is about: the one of its code,
 * unless the other one is asked for and was not sent.  A forking proxy puts
 * the challenges of several servers into one response (section 22.3). */
static int kind_of(const struct look *l)
{
	int own = l->code == 407;

	for (int i = 0; i < 2; i++) {
		int kind = i == 0 ? own : !own;

		if (look_is_there(l->got, demands[kind]) &&
		    !look_is_there(l->asked, gives[kind]))
			return kind;
	}
	return look_is_there(l->got, demands[own]) ||
	                       !look_is_there(l->got, demands[!own])
	               ? own
	               : !own;
}

static void show_login(struct ground *g, const struct auth *a,
                       const char *field)
{
	ground_shows_field(g, a->l->request, field);
	ground_shows_field(g, a->l->response, a->asks);
}

/* The response has no challenge of a realm. */
static void look_no_realm(struct auth *a, int kind)
{
	int other = a->givens == 0 && look_is_there(a->l->asked, gives[!kind]);
	struct ground *g;

	if (!a->l->whole)
		return;
	if (a->givens == 0 && !other) {
		g = ground_add(a->l, GROUND_auth_bare);
		ground_arg(g, 0, value_of(a->field));
		show_login(g, a, a->field);
		return;
	}
	if (a->askeds > 0)
		return;
	g = ground_add(a->l, GROUND_auth_no_challenge);
	ground_arg(g, 0, value_of(a->asks));
	ground_arg(g, 1, value_of(gives[other ? !kind : kind]));
	ground_shows_field(g, a->l->request, gives[other ? !kind : kind]);
}

/* Had the same realm been asked for before?  The challenge is shown. */
static int look_still_none(struct auth *a)
{
	struct sipcode_span realm = a->asked[0].realm;
	struct digest d[DIGESTS];
	size_t n, first;

	for (size_t i = a->earliers; i-- > 0;) {
		const struct heard *h;
		struct ground *g;

		if (!auth_challenged(a, a->earlier[i], realm, d, &n, &first))
			continue;
		h = &transaction_final(a->earlier[i])->kept->heard;
		g = ground_add(a->l, GROUND_auth_still_none);
		ground_arg(g, 0, value_of(a->field));
		ground_arg(g, 1, realm);
		ground_shows(g, h, a->asks, d[first].all);
		ground_shows_field(g, a->l->response, a->asks);
		return 1;
	}
	return 0;
}

/* The request has no such header field. */
static void look_none(struct auth *a, int kind)
{
	struct digest other[DIGESTS];
	struct ground *g;

	if (transaction_is(a->l->transaction, "CANCEL")) {
		g = ground_add(a->l, GROUND_auth_cancel);
		ground_arg(g, 0, value_of(a->field));
		ground_shows(g, a->l->request, "Request-Line",
		             a->l->asked->start);
		ground_shows_field(g, a->l->response, a->asks);
		return;
	}
	if (digest_read(a->l->asked, gives[!kind], other) > 0) {
		if (other[0].realm.n == 0)
			return;
		g = ground_add(a->l, GROUND_auth_other_field);
		ground_arg(g, 0, value_of(a->field));
		ground_arg(g, 1, value_of(gives[!kind]));
		ground_arg(g, 2, other[0].realm);
		show_login(g, a, gives[!kind]);
		return;
	}
	if (look_still_none(a))
		return;
	g = ground_add(a->l, GROUND_auth_first);
	ground_arg(g, 0, value_of(a->field));
	ground_arg(g, 1, a->asked[0].realm);
	ground_shows_field(g, a->l->response, a->asks);
}

/* Finds credentials and challenge of the same scheme and realm, of the same
 * algorithm if there are some. */
static int find_pair(struct auth *a)
{
	for (size_t i = 0; i < a->givens; i++)
		for (size_t k = 0; k < a->askeds; k++) {
			const struct digest *c = &a->given[i];
			const struct digest *h = &a->asked[k];

			if (c->scheme.n == 0 ||
			    !value_alike(c->scheme, h->scheme) ||
			    !value_same(c->realm, h->realm))
				continue;
			if (a->credentials == NULL ||
			    value_alike(c->algorithm, h->algorithm)) {
				a->credentials = c;
				a->challenge = h;
			}
			if (value_alike(c->algorithm, h->algorithm))
				return 1;
		}
	return a->credentials != NULL;
}

/* Only credentials of Digest say what they are made for. */
static struct ground *add_unread(struct auth *a, const struct digest *c)
{
	struct ground *g = ground_add(a->l, GROUND_auth_unread);

	ground_arg(g, 0, c->scheme);
	return g;
}

/* No credentials are for a challenge: another scheme or another realm. */
static void look_no_pair(struct auth *a)
{
	const struct digest *c = &a->given[0], *h = &a->asked[0];
	int scheme = 0;
	struct ground *g;

	for (size_t i = 0; i < a->givens && !scheme; i++)
		for (size_t k = 0; k < a->askeds && !scheme; k++)
			scheme = value_alike(a->given[i].scheme,
			                     a->asked[k].scheme);
	if (!a->l->whole || a->givens == DIGESTS || a->askeds == DIGESTS ||
	    c->scheme.n == 0 || h->scheme.n == 0)
		return;
	if (!scheme) {
		g = ground_add(a->l, GROUND_auth_scheme);
		ground_arg(g, 0, c->scheme);
		ground_arg(g, 1, h->scheme);
	} else if (!value_is(c->scheme, "Digest")) {
		g = add_unread(a, c);
	} else if (c->realm.n == 0) {
		g = ground_add(a->l, GROUND_auth_missing);
		ground_arg(g, 0, value_of(a->field));
		ground_arg(g, 1, value_of("realm"));
	} else if (h->realm.n == 0) {
		return;
	} else {
		g = ground_add(a->l, GROUND_auth_realm);
		ground_arg(g, 0, value_of(a->field));
		ground_arg(g, 1, c->realm);
		ground_arg(g, 2, h->realm);
	}
	show_login(g, a, a->field);
}

static void compare(struct auth *a)
{
	if (value_is(a->credentials->scheme, "Digest"))
		auth_compare(a);
	else
		show_login(add_unread(a, a->credentials), a, a->field);
}

void look_auth(struct look *l)
{
	int kind = kind_of(l);
	struct auth a;

	memset(&a, 0, sizeof(a));
	a.l = l;
	a.field = gives[kind];
	a.asks = demands[kind];
	a.givens = digest_read(l->asked, a.field, a.given);
	a.askeds = digest_read(l->got, a.asks, a.asked);
	find_earlier(&a);
	if (a.givens > 0 && a.askeds > 0 && find_pair(&a))
		compare(&a);
	else if (a.askeds == 0 || (a.asked[0].realm.n == 0 && a.givens == 0))
		look_no_realm(&a, kind);
	else if (a.givens > 0)
		look_no_pair(&a);
	else if (l->whole)
		look_none(&a, kind);
}
