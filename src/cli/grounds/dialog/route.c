/* route.c - the way of a request, by Via and Max-Forwards. */
#include "grounds/dialog/walk.h"

#include "chars.h"

/* So many values of Via are compared with each other; with at most so many, the
 * request has not far to go. */
enum { VIAS_MOST = 32, FORWARDS_FEW = 10 };

struct hop {
	struct sipcode_span via, sent_by, branch;
};

/* "SIP/2.0/UDP host:5060;branch=..." */
static void read_hop(struct hop *hop, struct sipcode_span via)
{
	struct sipcode_span bare = value_bare(via), none = { "", 0 };
	size_t n = 0;

	while (n < bare.n && !char_is_space(bare.s[bare.n - 1 - n]))
		n++;
	hop->via = via;
	hop->sent_by.s = bare.s + bare.n - n;
	hop->sent_by.n = n;
	hop->branch = none;
	sipcode_param(via, "branch", &hop->branch);
}

/* The copy of the request that has come furthest, if more hops are in the
 * input. */
static const struct transaction *furthest(const struct look *l)
{
	const struct transaction *t = l->transaction, *best = t, *o;
	size_t at = 0;

	while ((o = exchange_of_call(l->exchange, &t->ids, &at)) != NULL)
		if (transaction_began(o) < l->response->order &&
		    o->ids.vias > best->ids.vias &&
		    transaction_same_request(o, t) &&
		    (ids_passed(&o->ids, t->ids.hop[0]) ||
		     o->ids.vias > IDS_HOPS))
			best = o;
	return best;
}

static size_t read_loop_hops(const struct sipcode_message *m,
                             struct hop hop[VIAS_MOST])
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span via;
	size_t n = 0;

	while (n < VIAS_MOST && sipcode_next_value(m, "Via", &at, &via))
		read_hop(&hop[n++], via);
	return n;
}

/* Where the request was sent by the host of that Via value; empty if that copy
 * is not in the input. */
static struct sipcode_span uri_behind(const struct look *l,
                                      const struct hop *hop)
{
	uint64_t hash = value_hash(hop->branch);
	const struct transaction *o;
	struct sipcode_span none = { "", 0 };
	size_t at = 0;

	while ((o = exchange_of_call(l->exchange, &l->transaction->ids, &at)) !=
	       NULL)
		if (o->request != NULL && hop->branch.n > 0 &&
		    o->ids.hop[0] == hash &&
		    transaction_same_request(o, l->transaction))
			return value_request_uri(&o->request->message);
	return none;
}

/* A host that stands twice: a loop, or a spiral if the Request-URI has changed
 * in between (RFC 3261 section 16.3). */
static void say_twice(struct look *l, const struct hop *later,
                      const struct hop *first, size_t times)
{
	struct sipcode_span to = uri_behind(l, later);
	struct sipcode_span from = uri_behind(l, first);
	int known = to.n > 0 && from.n > 0;
	struct ground *g;

	if (known && !value_same(to, from)) {
		g = ground_add(l, GROUND_spiral);
		ground_arg(g, 0, first->sent_by);
		ground_arg(g, 1, from);
		ground_arg(g, 2, to);
	} else {
		g = ground_add(l, known ? GROUND_loop : GROUND_via_twice);
		ground_arg(g, 0, first->sent_by);
		if (known)
			ground_arg(g, 1, to);
		else
			ground_number(g, 1, times);
	}
	ground_shows(g, l->request, "Via", later->via);
	ground_shows(g, l->request, "Via", first->via);
}

/* Every host has that address. */
static int is_loopback(struct sipcode_span sent_by)
{
	struct sipcode_span host = value_host(sent_by);

	return value_is(host, "localhost") || value_begins(host, "127.") ||
	       value_is(host, "[::1]");
}

static int finds_twice(struct look *l, const struct hop *hop, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t times = 1, last = i;

		for (size_t k = i + 1; k < n; k++)
			if (call_same_host(hop[i].sent_by, hop[k].sent_by) &&
			    !is_loopback(hop[i].sent_by)) {
				if (times++ == 1)
					last = k;
			}
		if (times == 1)
			continue;
		say_twice(l, &hop[i], &hop[last], times);
		return 1;
	}
	return 0;
}

/* Where the request goes next: to the first Route, else by its URI. */
static struct sipcode_span next_host(const struct sipcode_message *m)
{
	struct sipcode_span v;

	if (sipcode_value(m, "Route", &v))
		return value_hostport(value_uri(v));
	return value_hostport(value_request_uri(m));
}

static int finds_return(struct look *l, const struct hop *hop, size_t n)
{
	struct sipcode_span next = next_host(l->asked);

	for (size_t i = 0; i < n; i++) {
		struct ground *g;

		if (!call_same_host(hop[i].sent_by, next) || is_loopback(next))
			continue;
		g = ground_add(l, GROUND_via_returns);
		ground_arg(g, 0, next);
		ground_shows(g, l->request, "Request-Line", l->asked->start);
		ground_shows_field(g, l->request, "Route");
		ground_shows(g, l->request, "Via", hop[i].via);
		return 1;
	}
	return 0;
}

/* A copy of the same request that came over another path (RFC 3261 section
 * 8.2.2.2). */
static const struct transaction *other_path(const struct look *l)
{
	const struct transaction *t = l->transaction, *o;
	size_t at = 0;

	while ((o = exchange_of_call(l->exchange, &t->ids, &at)) != NULL)
		if (o != t && o->request != NULL && t->ids.to_tag.n == 0 &&
		    transaction_began(o) < l->response->order &&
		    transaction_same_request(o, t) &&
		    o->ids.hop[0] != t->ids.hop[0] &&
		    !ids_is_of_hop(&o->ids, &t->ids))
			return o;
	return NULL;
}

static int finds_merged(struct look *l)
{
	const struct transaction *o = other_path(l);
	struct sipcode_span uri;
	struct ground *g;
	int same;

	if (o == NULL)
		return 0;
	uri = value_request_uri(&o->request->message);
	same = value_same(uri, value_request_uri(l->asked));
	g = ground_add(l, same ? GROUND_merged : GROUND_forked);
	ground_arg(g, 0, o->ids.branch);
	ground_arg(g, 1, same ? l->transaction->ids.branch : uri);
	ground_shows(g, &o->request->heard, "Via", o->ids.via);
	ground_shows(g, l->request, "Via", l->transaction->ids.via);
	return 1;
}

/* RFC 3261 section 16.3, item 3. */
static void look_forwards(struct look *l)
{
	struct sipcode_span v;
	uint64_t forwards;
	struct ground *g;

	if (!sipcode_value(l->asked, "Max-Forwards", &v)) {
		if (l->whole && !look_is_led(l))
			ground_add(l, GROUND_forwards_none);
		return;
	}
	if (!value_number(v, &forwards) || (forwards > 0 && look_is_led(l)))
		return;
	g = ground_add(l, forwards == 0              ? GROUND_forwards_zero
	                  : forwards <= FORWARDS_FEW ? GROUND_forwards_few
	                                             : GROUND_forwards_many);
	ground_number(g, 0, forwards);
	ground_number(g, 1, l->transaction->ids.vias);
	ground_shows_field(g, l->request, "Max-Forwards");
}

void look_route(struct look *l)
{
	struct hop hop[VIAS_MOST];
	int found = l->code == 482 && finds_merged(l);
	size_t n;

	l->transaction = furthest(l);
	l->request = &l->transaction->request->heard;
	l->asked = l->request->message;
	l->whole = l->whole && heard_is_whole(l->request);
	found = found || (l->code == 482 && finds_merged(l));
	n = read_loop_hops(l->asked, hop);
	found = found || finds_twice(l, hop, n) || finds_return(l, hop, n);
	if (l->code == 483)
		look_forwards(l);
	else if (!found && l->whole && call_is_all(l) &&
	         l->transaction->ids.vias <= VIAS_MOST)
		ground_shows_field(ground_add(l, GROUND_no_loop), l->request,
		                   "Via");
}
