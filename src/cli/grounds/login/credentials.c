/* credentials.c - how credentials fit their challenge (RFC 7616 section 3.4,
 * RFC 8760 section 2, RFC 3261 section 22.4). */
#include "grounds/login/auth.h"

#include "chars.h"

/* The challenges that the credentials may have answered: those of an earlier
 * response, or as these are not in the input, those of this response. */
struct offer {
	const struct heard *in;
	struct digest d[DIGESTS];
	size_t n;
	const struct digest *of; /* that gave the nonce; else the first one */
	int known; /* 1: an earlier response in the input gave the nonce */
};

int auth_challenged(const struct auth *a, const struct transaction *earlier,
                    struct sipcode_span realm, struct digest d[DIGESTS],
                    size_t *n, size_t *first)
{
	const struct response *r = transaction_final(earlier);

	if (r == NULL || r->kept->message.code < 400 ||
	    r->kept->heard.order > a->l->request->order)
		return 0;
	*n = digest_read(&r->kept->message, a->asks, d);
	for (*first = 0; *first < *n; (*first)++)
		if (value_same(d[*first].realm, realm))
			return 1;
	return 0;
}

static struct ground *add_shown(struct auth *a, enum ground_id id)
{
	struct ground *g = ground_add(a->l, id);

	ground_shows(g, a->l->request, a->field, a->credentials->all);
	return g;
}

/* A ground that shows the credentials and the challenge of this response. */
static struct ground *add_both(struct auth *a, enum ground_id id)
{
	struct ground *g = add_shown(a, id);

	ground_shows(g, a->l->response, a->asks, a->challenge->all);
	return g;
}

/* What the credentials lack; NULL if they have all. */
static const char *missing_part(const struct digest *c)
{
	static const char names[5][9] = { "nonce", "uri", "response", "cnonce",
		                          "nc" };
	/* The last two go with qop. */
	size_t n = c->qop.n > 0 ? 5 : 3;

	if (c->user.n == 0)
		return "username";
	for (size_t i = 0; i < n; i++)
		if (digest_part(c, names[i]).n == 0)
			return names[i];
	return NULL;
}

/* An empty nonce, before there is a challenge (RFC 8760 section 2.7). */
static int look_empty(struct auth *a)
{
	const struct digest *c = a->credentials;
	struct sipcode_span nonce;
	struct ground *g;

	if (!sipcode_param(c->all, "nonce", &nonce) || nonce.n > 0 ||
	    c->user.n == 0 || c->realm.n == 0)
		return 0;
	g = add_both(a, GROUND_auth_empty);
	ground_arg(g, 0, value_of(a->field));
	ground_arg(g, 1, c->user);
	ground_arg(g, 2, c->realm);
	return 1;
}

/* What stands in the two header fields themselves. */
static int look_plain(struct auth *a)
{
	const char *missing = missing_part(a->credentials);
	struct ground *g;

	for (size_t i = 0; i < a->askeds; i++) {
		const struct digest *h = &a->asked[i];

		if (a->credentials->nonce.n == 0 ||
		    !value_same(h->realm, a->credentials->realm) ||
		    !value_is(digest_part(h, "stale"), "true"))
			continue;
		a->challenge = h;
		g = add_both(a, GROUND_auth_stale);
		ground_arg(g, 0, digest_nonce(a->credentials));
		ground_arg(g, 1, value_of(a->field));
		return 1;
	}
	if (digest_part(a->credentials, "auts").n > 0) {
		add_both(a, GROUND_auth_auts);
		return 1;
	}
	if (missing == NULL || !a->l->whole)
		return 0;
	g = add_shown(a, GROUND_auth_missing);
	ground_arg(g, 0, value_of(a->field));
	ground_arg(g, 1, value_of(missing));
	return 1;
}

/* Keeps the challenges of that realm alone. */
static size_t keep_realm(struct digest *d, size_t n, struct sipcode_span realm)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (value_same(d[i].realm, realm))
			d[kept++] = d[i];
	return kept;
}

/* Finds the challenge that gave the nonce: in an earlier response of the call,
 * else in this one, which most servers write as they did before.  *last: the
 * nonce of the last challenge before this request. */
static void find_offer(struct auth *a, struct offer *o, struct digest *last,
                       const struct heard **last_in)
{
	const struct digest *c = a->credentials;
	size_t first;

	*last_in = NULL;
	for (size_t i = a->earliers; i-- > 0;) {
		if (!auth_challenged(a, a->earlier[i], c->realm, o->d, &o->n,
		                     &first))
			continue;
		o->in = &transaction_final(a->earlier[i])->kept->heard;
		if (*last_in == NULL) {
			*last = o->d[first];
			*last_in = o->in;
		}
		o->n = keep_realm(o->d, o->n, c->realm);
		for (size_t k = 0; k < o->n; k++) {
			o->of = &o->d[k];
			o->known = value_same(o->of->nonce, c->nonce);
			if (!o->known)
				continue;
			if (*last_in == o->in)
				*last = *o->of;
			return;
		}
	}
	o->in = a->l->response;
	o->n = digest_read(a->l->got, a->asks, o->d);
	o->n = keep_realm(o->d, o->n, c->realm);
	o->of = a->challenge;
	o->known = 0;
}

static int look_algorithm(struct auth *a, struct offer *o)
{
	const struct digest *c = a->credentials;
	int offered = 0, given = 0;
	struct ground *g;

	for (size_t i = 0; i < o->n; i++) {
		if (!value_alike(o->d[i].algorithm, c->algorithm))
			continue;
		offered = 1;
		if (o->known && value_same(o->d[i].nonce, c->nonce)) {
			o->of = &o->d[i];
			given = 1;
		}
	}
	if (o->n == DIGESTS || given || (offered && !o->known))
		return 0;
	g = add_shown(a, offered ? GROUND_auth_algorithm_nonce
	                         : GROUND_auth_algorithm);
	ground_arg(g, 0, c->algorithm);
	ground_arg(g, 1, offered ? digest_nonce(c) : o->d[0].algorithm);
	ground_arg(g, 2, o->of->algorithm);
	for (size_t i = 0; i < o->n; i++)
		ground_shows(g, o->in, a->asks, o->d[i].all);
	return 1;
}

/* May the nonce have been given in another way than by a challenge? */
static int has_next_nonce(const struct auth *a)
{
	static const char fields[][26] = { "Authentication-Info",
		                           "Proxy-Authentication-Info" };
	struct sipcode_span v, next;

	for (size_t i = 0; i < 2 * a->earliers; i++) {
		const struct response *r = transaction_final(a->earlier[i / 2]);

		if (r != NULL &&
		    sipcode_value(&r->kept->message, fields[i % 2], &v) &&
		    (value_begins(v, "nextnonce") ||
		     sipcode_param(v, "nextnonce", &next)))
			return 1;
	}
	return 0;
}

static int look_nonce(struct auth *a, const struct digest *last,
                      const struct heard *last_in)
{
	const struct digest *c = a->credentials;
	int alike;
	struct ground *g;

	if (last_in == NULL || value_same(last->nonce, c->nonce) ||
	    has_next_nonce(a))
		return 0;
	alike = value_same(digest_nonce(c), digest_nonce(last));
	g = add_shown(a, alike ? GROUND_auth_nonce_alike : GROUND_auth_nonce);
	ground_arg(g, 0, digest_nonce(c));
	ground_arg(g, 1, digest_nonce(last));
	ground_shows(g, last_in, a->asks, last->all);
	return 1;
}

/* nc has eight digits of base 16; 0 if it has not. */
static unsigned long count_of(const struct digest *c)
{
	struct sipcode_span nc = digest_part(c, "nc");
	unsigned long n = 0;

	if (nc.n != 8)
		return 0;
	for (size_t i = 0; i < nc.n; i++) {
		int digit = char_hex_value(nc.s[i]);

		if (digit < 0)
			return 0;
		n = n * 16 + (unsigned long)digit;
	}
	return n;
}

/* The credentials of an earlier request that had the same user and nonce. */
static int find_same(const struct auth *a, const struct transaction *earlier,
                     struct digest *found)
{
	const struct digest *c = a->credentials;
	struct digest d[DIGESTS];
	size_t n = digest_read(&earlier->request->message, a->field, d);

	for (size_t i = 0; i < n; i++)
		if (value_same(d[i].realm, c->realm) &&
		    value_same(d[i].nonce, c->nonce) &&
		    value_same(d[i].user, c->user)) {
			*found = d[i];
			return 1;
		}
	return 0;
}

/* Was the nonce used before: with the same nc, or accepted? */
static int look_used(struct auth *a)
{
	const struct digest *c = a->credentials;
	unsigned long nc = count_of(c);
	struct digest d;

	for (size_t i = a->earliers; i-- > 0;) {
		const struct transaction *t = a->earlier[i];
		const struct response *r = transaction_final(t);
		int again;
		struct ground *g;

		if (!find_same(a, t, &d))
			continue;
		again = nc > 0 && count_of(&d) >= nc;
		if (!again && (r == NULL || r->kept->message.code / 100 != 2 ||
		               value_same(c->nonce, a->challenge->nonce)))
			continue;
		g = add_shown(a, again ? GROUND_auth_nc : GROUND_auth_used);
		ground_arg(g, 0, digest_nonce(c));
		ground_arg(g, 1, digest_part(c, "nc"));
		ground_arg(g, 2, digest_part(&d, "nc"));
		ground_shows(g, &t->request->heard, a->field, d.all);
		return 1;
	}
	return 0;
}

static int look_qop(struct auth *a, const struct offer *o)
{
	const struct digest *c = a->credentials, *h = o->of;
	enum ground_id id = GROUND_auth_qop_other;
	struct ground *g;

	if (c->qop.n == 0 ? h->qop.n == 0 : digest_lists(h->qop, c->qop))
		return 0;
	if (c->qop.n == 0)
		id = GROUND_auth_qop_none;
	else if (h->qop.n == 0)
		id = GROUND_auth_qop_unasked;
	g = add_shown(a, id);
	ground_arg(g, 0, c->qop.n == 0 ? h->qop : c->qop);
	ground_arg(g, 1, h->qop);
	ground_shows(g, o->in, a->asks, h->all);
	return 1;
}

static int look_opaque(struct auth *a, const struct offer *o)
{
	struct ground *g;

	if (!o->known || value_same(o->of->opaque, a->credentials->opaque))
		return 0;
	g = add_shown(a, GROUND_auth_opaque);
	ground_shows(g, o->in, a->asks, o->of->all);
	return 1;
}

/* Do the URIs name another user or another host? */
static int is_other_target(struct sipcode_span a, struct sipcode_span b)
{
	return !value_same(value_user(a), value_user(b)) ||
	       !value_alike(value_host(value_hostport(a)),
	                    value_host(value_hostport(b)));
}

/* The URI that the credentials are made for.  Proxies may change that of the
 * request, so that a server may check it (RFC 3261 section 22.4). */
static void look_uri_of(struct auth *a, int other)
{
	struct sipcode_span uri = digest_part(a->credentials, "uri");
	struct sipcode_span target = value_request_uri(a->l->asked);
	struct ground *g;

	if (value_same(uri, target) || is_other_target(uri, target) != other)
		return;
	g = other ? add_shown(a, GROUND_auth_uri_other)
	          : ground_add(a->l, GROUND_auth_uri);
	ground_arg(g, 0, uri);
	ground_arg(g, 1, target);
	ground_shows(g, a->l->request, "Request-URI", target);
}

/* What may differ without being a fault. */
static void add_allowed(struct auth *a)
{
	const struct digest *c = a->credentials;
	struct sipcode_span v;
	struct ground *g;

	look_uri_of(a, 0);
	if (!sipcode_value(a->l->asked, "From", &v))
		return;
	v = value_user(value_uri(v));
	if (!digest_differs(c, v))
		return;
	g = ground_add(a->l, GROUND_auth_user);
	ground_arg(g, 0, c->user);
	ground_arg(g, 1, v);
	ground_shows_field(g, a->l->request, "From");
}

/* All that can be seen fits. */
static void look_fits(struct auth *a, const struct offer *o)
{
	const struct digest *c = a->credentials;
	enum ground_id id = GROUND_auth_unseen;
	struct ground *g;

	if (value_same(c->nonce, a->challenge->nonce))
		id = GROUND_auth_same_nonce;
	else if (o->known || has_next_nonce(a))
		id = GROUND_auth_fits;
	look_uri_of(a, 1);
	g = add_both(a, id);
	ground_arg(g, 0, c->user);
	ground_arg(g, 1, digest_nonce(c));
	add_allowed(a);
}

void auth_compare(struct auth *a)
{
	const struct heard *last_in;
	struct digest last;
	struct offer o = { 0 };

	if (look_empty(a) || look_plain(a))
		return;
	/* Credentials are the same at each hop, if all of them is there. */
	if (!heard_is_whole(a->l->request) || !heard_is_whole(a->l->response))
		return;
	find_offer(a, &o, &last, &last_in);
	if (look_algorithm(a, &o) || look_nonce(a, &last, last_in) ||
	    look_used(a) || look_opaque(a, &o) || look_qop(a, &o))
		return;
	if (missing_part(a->credentials) == NULL)
		look_fits(a, &o);
}
