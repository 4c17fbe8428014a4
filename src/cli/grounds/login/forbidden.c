/* forbidden.c - 403: before or after credentials, and for which caller. */
#include "grounds/look.h"

#include "exchange/digest.h"
#include "words/vendor.h"

static const char fields[2][20] = { "Authorization", "Proxy-Authorization" };

static void say_reason(struct look *l, struct sipcode_span name,
                       struct sipcode_span value)
{
	struct ground *g = ground_add(l, GROUND_forbidden_says);

	ground_arg(g, 0, name);
	ground_arg(g, 1, value);
}

/* What the response itself says: in Warning, Reason, or a header field of a
 * product.  A Warning of 392 tells only how a server of the SER family has seen
 * the request. */
static void look_says(struct look *l)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span name, v;

	if (sipcode_value(l->got, "Reason", &v)) {
		say_reason(l, value_of("Reason"), v);
		return;
	}
	while (sipcode_next_header(l->got, &at, &name, &v)) {
		if (v.n == 0 ||
		    (!vendor_tells(name) &&
		     (!value_is(name, "Warning") || value_begins(v, "392 "))))
			continue;
		say_reason(l, name, v);
		return;
	}
}

/* A challenge before this request, in the same call and to the same side. */
static const struct response *challenge_before(const struct look *l)
{
	const struct transaction *t;
	size_t at = 0;

	while ((t = exchange_of_call(l->exchange, &l->transaction->ids, &at)) !=
	       NULL) {
		const struct response *r = transaction_final(t);

		if (r != NULL &&
		    (r->kept->message.code == 401 ||
		     r->kept->message.code == 407) &&
		    r->kept->heard.order < l->request->order &&
		    transaction_same_side(t, l->transaction) != 0)
			return r;
	}
	return NULL;
}

/* Did this side log in between that challenge and this request? */
static int has_logged_in(const struct look *l, const struct response *r)
{
	const struct transaction *t;
	size_t at = 0;

	while ((t = exchange_of_call(l->exchange, &l->transaction->ids, &at)) !=
	       NULL)
		if (t->request != NULL &&
		    t->request->heard.order > r->kept->heard.order &&
		    t->request->heard.order < l->request->order &&
		    transaction_same_side(t, l->transaction) != 0 &&
		    (look_is_there(&t->request->message, fields[0]) ||
		     look_is_there(&t->request->message, fields[1])))
			return 1;
	return 0;
}

static void look_no_login(struct look *l)
{
	static const char asks[2][20] = { "WWW-Authenticate",
		                          "Proxy-Authenticate" };
	const struct response *r = challenge_before(l);
	int kind = r != NULL && r->kept->message.code == 407;
	struct digest d[DIGESTS];
	struct ground *g;

	if (r == NULL || has_logged_in(l, r)) {
		ground_add(l, GROUND_forbidden_no_login);
		return;
	}
	g = ground_add(l, GROUND_forbidden_unanswered);
	ground_number(g, 0, r->kept->message.code);
	if (digest_read(&r->kept->message, asks[kind], d) > 0)
		ground_shows(g, &r->kept->heard, asks[kind], d[0].all);
}

/* The first identity that is another user than that of the credentials. */
static const char *other_identity(const struct look *l, const struct digest *c,
                                  struct sipcode_span *user)
{
	static const char names[][24] = { "P-Preferred-Identity",
		                          "P-Asserted-Identity", "From" };
	struct sipcode_span v;

	if (transaction_is(l->transaction, "REGISTER")) {
		if (!sipcode_value(l->asked, "To", &v))
			return NULL;
		*user = value_user(value_uri(v));
		return digest_differs(c, *user) ? "To" : NULL;
	}
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (!sipcode_value(l->asked, names[i], &v))
			continue;
		*user = value_user(value_uri(v));
		if (digest_differs(c, *user))
			return names[i];
	}
	return NULL;
}

static void look_login(struct look *l, const char *field,
                       const struct digest *c)
{
	struct ground *g = ground_add(l, GROUND_forbidden_login);
	struct sipcode_span user;
	const char *name;

	ground_arg(g, 0, value_of(field));
	ground_arg(g, 1, c->user);
	ground_arg(g, 2, c->realm);
	ground_shows(g, l->request, field, c->all);
	name = other_identity(l, c, &user);
	if (name == NULL)
		return;
	g = ground_add(l, transaction_is(l->transaction, "REGISTER")
	                          ? GROUND_forbidden_binding
	                          : GROUND_forbidden_caller);
	ground_arg(g, 0, c->user);
	ground_arg(g, 1, value_of(name));
	ground_arg(g, 2, user);
	ground_shows_field(g, l->request, name);
}

/* Bearer and others do not name a user. */
static void look_other_scheme(struct look *l, const char *field,
                              const struct digest *c)
{
	struct ground *g = ground_add(l, GROUND_auth_unread);

	ground_arg(g, 0, c->scheme);
	ground_shows(g, l->request, field, c->all);
}

void look_forbidden(struct look *l)
{
	struct digest d[DIGESTS];
	int given = 0;

	if (look_stale_date(l))
		return;
	look_says(l);
	for (size_t i = 0; i < 2; i++) {
		if (digest_read(l->asked, fields[i], d) == 0)
			continue;
		given = 1;
		if (d[0].scheme.n == 0)
			continue;
		if (!value_is(d[0].scheme, "Digest")) {
			look_other_scheme(l, fields[i], &d[0]);
			return;
		}
		/* IMS sends the name alone before it is challenged. */
		if (d[0].user.n == 0 || d[0].nonce.n == 0 || d[0].realm.n == 0)
			continue;
		look_login(l, fields[i], &d[0]);
		return;
	}
	if (!given && l->whole)
		look_no_login(l);
}
