/* address.c - the address that was asked for: the Request-URI, and To. */
#include "grounds/look.h"

#include <string.h>

#include "chars.h"

/* Numbers are compared up to so many digits. */
enum { DIGITS_MAX = 64 };

struct address {
	struct sipcode_span uri;
	struct sipcode_span user; /* without its parameters */
	struct sipcode_span host; /* with the port */
	/* The digits of a user that is a telephone number, else 0. */
	char digit[DIGITS_MAX];
	size_t digits;
	int plus;
};

/* Takes the first byte off a span that is not empty; "%41" stands for "A" (RFC
 * 3261 section 19.1.4). */
static char take_byte(struct sipcode_span *v)
{
	char c;
	size_t n = chars_unescape(v->s, v->n, &c);

	v->s += n;
	v->n -= n;
	return c;
}

static int same_user(struct sipcode_span a, struct sipcode_span b)
{
	while (a.n > 0 && b.n > 0)
		if (take_byte(&a) != take_byte(&b))
			return 0;
	return a.n == b.n;
}

/* Reads a telephone number: digits, '*' and '#' with separators between them
 * (RFC 3966 section 3), after a '+' or without one. */
static void read_digits(struct address *a)
{
	struct sipcode_span v = a->user;
	size_t n = 0;

	a->digits = 0;
	a->plus = 0;
	while (v.n > 0) {
		int first = v.s == a->user.s;
		char c = take_byte(&v);

		if (first && c == '+') {
			a->plus = 1;
			continue;
		}
		if (char_in(c, "-.()"))
			continue;
		if ((!char_is_digit(c) && !char_in(c, "*#")) || n == DIGITS_MAX)
			return;
		a->digit[n++] = c;
	}
	a->digits = n;
}

static void read_address(struct sipcode_span uri, struct address *a)
{
	a->uri = uri;
	a->user = value_bare(value_user(uri));
	a->host = value_hostport(uri);
	read_digits(a);
}

static int has_scheme(const struct address *a, const char *scheme)
{
	return value_is(value_scheme(a->uri), scheme);
}

/* 1 if it is a URI whose parts are known here. */
static int is_sip(const struct address *a)
{
	return has_scheme(a, "sip") || has_scheme(a, "sips");
}

static int is_telephone(const struct address *a)
{
	struct sipcode_span p;

	return has_scheme(a, "tel") ||
	       (sipcode_param(a->uri, "user", &p) && value_is(p, "phone"));
}

static struct ground *add_address(struct look *l, enum ground_id id,
                                  const struct address *asked)
{
	struct ground *g = ground_add(l, id);

	ground_shows(g, l->request, "Request-URI", asked->uri);
	return g;
}

/* ---- How To differs ------------------------------------------------------ */

/* The ground that says how one number became the other; GROUNDS if they are
 * the same. */
static enum ground_id difference_of_numbers(const struct address *asked,
                                            const struct address *to)
{
	const struct address *more = asked->digits > to->digits ? asked : to;
	const struct address *less = more == asked ? to : asked;
	size_t n = less->digits, behind = more->digits - n;

	if (memcmp(more->digit + behind, less->digit, n) == 0) {
		if (behind > 0)
			return GROUND_addr_front;
		return asked->plus != to->plus ? GROUND_addr_plus : GROUNDS;
	}
	if (less == asked && memcmp(more->digit, less->digit, n) == 0)
		return GROUND_addr_cut;
	return GROUND_addr_to_user;
}

static enum ground_id difference_to(const struct address *asked,
                                    const struct address *to)
{
	enum ground_id id = GROUNDS;

	if (asked->digits > 0 && to->digits > 0)
		id = difference_of_numbers(asked, to);
	else if (!same_user(asked->user, to->user))
		id = GROUND_addr_to_user;
	if (id == GROUNDS && asked->host.n > 0 && to->host.n > 0 &&
	    !value_alike(value_host(asked->host), value_host(to->host)))
		id = GROUND_addr_to_host;
	return id;
}

static struct sipcode_span name_of(const struct address *a)
{
	return a->user.n > 0 ? a->user : a->host;
}

/* To names whom the caller wanted; the Request-URI, who is asked (RFC 3261
 * section 8.2.2.1). */
static void look_to(struct look *l, const struct address *asked)
{
	struct sipcode_span v, tag;
	struct address to;
	enum ground_id id;
	struct ground *g;

	if (!sipcode_value(l->asked, "To", &v))
		return;
	if (sipcode_param(v, "tag", &tag)) {
		ground_shows(ground_add(l, GROUND_addr_dialog), l->request,
		             "To", v);
		return;
	}
	read_address(value_uri(v), &to);
	if (!is_sip(&to) && !has_scheme(&to, "tel"))
		return;
	id = difference_to(asked, &to);
	if (id == GROUNDS || name_of(asked).n == 0 || name_of(&to).n == 0)
		return;
	g = ground_add(l, id);
	if (id == GROUND_addr_to_host) {
		ground_arg(g, 0, value_host(asked->host));
		ground_arg(g, 1, value_host(to.host));
	} else {
		ground_arg(g, 0, name_of(asked));
		ground_arg(g, 1, name_of(&to));
	}
	ground_shows(g, l->request, "To", v);
}

/* ---- Numbers ------------------------------------------------------------- */

/* A local number without the place where it is valid (RFC 3966 section
 * 5.1.5). */
static void look_local(struct look *l, const struct address *asked)
{
	struct sipcode_span p;

	if (asked->digits == 0 || asked->plus || !is_telephone(asked) ||
	    sipcode_param(asked->uri, "phone-context", &p))
		return;
	ground_arg(ground_add(l, GROUND_addr_local), 0, asked->user);
}

/* Is one number the other with more digits behind it? */
static int is_longer_number(const struct address *a, const struct address *b)
{
	size_t n = a->digits < b->digits ? a->digits : b->digits;

	return a->digits != b->digits && n > 0 && a->plus == b->plus &&
	       memcmp(a->digit, b->digit, n) == 0;
}

/* Another INVITE of the call with more or fewer digits: they are sent as they
 * are dialled (RFC 3578 section 3.2). */
static void look_overlap(struct look *l, const struct address *asked)
{
	const struct transaction *t, *mine = l->transaction;
	size_t at = 0;

	if (!transaction_is(mine, "INVITE"))
		return;
	while ((t = exchange_of_call(l->exchange, &mine->ids, &at)) != NULL) {
		struct address other;
		struct ground *g;

		if (t == mine || t->request == NULL || t->ids.to_tag.n > 0 ||
		    !transaction_is(t, "INVITE") ||
		    !value_same(t->ids.from_tag, mine->ids.from_tag))
			continue;
		read_address(value_request_uri(&t->request->message), &other);
		if (!is_longer_number(asked, &other))
			continue;
		g = ground_add(l, GROUND_addr_overlap);
		ground_arg(g, 0, other.user);
		ground_shows(g, &t->request->heard, "Request-URI", other.uri);
		return;
	}
}

/* ---- Codes --------------------------------------------------------------- */

/* 404 to REGISTER: To is not valid for the domain (RFC 3261 section 10.3). */
static void look_registered(struct look *l, const struct address *asked)
{
	struct sipcode_span v, uri;
	struct ground *g;

	if (!sipcode_value(l->asked, "To", &v))
		return;
	uri = value_uri(v);
	if (uri.n == 0)
		return;
	g = add_address(l, GROUND_addr_register, asked);
	ground_arg(g, 0, uri);
	ground_arg(g, 1, asked->host);
	ground_shows(g, l->request, "To", v);
}

/* 485: Contact may list the addresses that it may mean. */
static void look_ambiguous(struct look *l, const struct address *asked)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span v;
	uint64_t n = 0;
	struct ground *g;

	while (sipcode_next_value(l->got, "Contact", &at, &v))
		n++;
	g = add_address(l, n > 0 ? GROUND_addr_choices : GROUND_addr_ambiguous,
	                asked);
	ground_arg(g, 0, asked->user);
	if (n > 0) {
		ground_number(g, 1, n);
		ground_shows_field(g, l->response, "Contact");
	}
}

/* Several digits and nothing else, not "*21#". */
static int is_of_digits(const struct address *a)
{
	for (size_t i = 0; i < a->digits; i++)
		if (!char_is_digit(a->digit[i]))
			return 0;
	return a->digits > 1;
}

/* The user of a SIP or tel URI, or of one that names none. */
static void look_user(struct look *l, const struct address *asked)
{
	struct ground *g;

	if (asked->user.n == 0) {
		g = add_address(l, GROUND_addr_no_user, asked);
		ground_arg(g, 0, asked->uri);
	} else if (l->code == 485) {
		look_ambiguous(l, asked);
	} else if (l->code == 484) {
		g = add_address(l,
		                is_of_digits(asked) ? GROUND_addr_digits
		                                    : GROUND_addr_incomplete,
		                asked);
		ground_arg(g, 0, asked->user);
		ground_number(g, 1, asked->digits);
		look_overlap(l, asked);
	} else if (l->code == 604) {
		g = add_address(l, GROUND_addr_nowhere, asked);
		ground_arg(g, 0, asked->user);
	} else if (asked->host.n == 0) {
		g = add_address(l, GROUND_addr_number, asked);
		ground_arg(g, 0, asked->user);
	} else {
		g = add_address(l, GROUND_addr_unknown, asked);
		ground_arg(g, 0, asked->user);
		ground_arg(g, 1, asked->host);
	}
}

void look_address(struct look *l)
{
	struct address asked;

	read_address(value_request_uri(l->asked), &asked);
	if (asked.uri.n == 0)
		return;
	if (!is_sip(&asked) && !has_scheme(&asked, "tel")) {
		enum ground_id id = l->code == 484   ? GROUND_addr_incomplete
		                    : l->code == 485 ? GROUND_addr_ambiguous
		                                     : GROUND_addr_uri;

		ground_arg(add_address(l, id, &asked), 0, asked.uri);
		return;
	}
	if (l->code == 404 && asked.host.n > 0 &&
	    value_is(value_method(l->asked), "REGISTER")) {
		look_registered(l, &asked);
		return;
	}
	look_user(l, &asked);
	look_to(l, &asked);
	if (l->code != 485)
		look_local(l, &asked);
}
