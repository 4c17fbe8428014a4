/* legs.c - finds out who receives a request.  A message says who has sent it
 * (Via), but not to whom: other messages of the call do. */
#include "call/legs.h"

#include <stdlib.h>
#include <string.h>

#include "exchange/value.h"
#include "io/memory.h"

static uint64_t hash_of_tag(struct sipcode_span tag)
{
	return tag.n == 0 ? 0 : value_hash(tag);
}

/* The number of a host, which gets one; `unknown` if it has no name. */
static size_t host_number(struct legs *x, struct host h, size_t unknown)
{
	if (h.name.n == 0)
		return unknown;
	for (size_t i = HOSTS_UNKNOWN; i < x->hosts; i++)
		if (host_same(&x->host[i], &h))
			return i;
	x->host = memory_grow(x->host, &x->hosts_room, x->hosts + 1, sizeof(h));
	x->host[x->hosts] = h;
	return x->hosts++;
}

/* Where the request itself says that it goes: to the first Route, else to the
 * Request-URI. */
static size_t named_host(struct legs *x, const struct heard *request)
{
	struct host none = { .name = { "", 0 } };
	struct sipcode_span v;

	if (request == NULL)
		return host_number(x, none, HOST_TAKES);
	if (!sipcode_value(request->message, "Route", &v))
		v = value_request_uri(request->message);
	return host_number(x, host_of_uri(v), HOST_TAKES);
}

/* The tags of those who answered. */
static void read_tags(struct leg *l)
{
	const struct transaction *t = l->transaction;

	for (size_t i = 0; i < t->responses && l->tags < LEG_TAGS; i++) {
		struct sipcode_span v;
		uint64_t tag;
		size_t k = 0;

		if (t->response[i].again ||
		    !sipcode_value(&t->response[i].kept->message, "To", &v) ||
		    !sipcode_param(v, "tag", &v) || v.n == 0)
			continue;
		tag = hash_of_tag(v);
		while (k < l->tags && l->tag[k] != tag)
			k++;
		if (k == l->tags)
			l->tag[l->tags++] = tag;
	}
}

static void read_hops(struct legs *x, struct leg *l,
                      const struct sipcode_message *m)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span via;

	l->from = HOST_SENDS;
	for (size_t i = 0;
	     i < IDS_HOPS && sipcode_next_value(m, "Via", &at, &via); i++) {
		l->hop[i] = host_number(x, host_of_via(via), HOST_SENDS);
		if (i == 0)
			l->from = l->hop[0];
	}
}

static void add_leg(struct legs *x, const struct transaction *t, int is_ack)
{
	struct kept *first = t->request;
	struct leg *l;

	if (is_ack)
		first = t->ack;
	else if (first == NULL)
		first = t->response[0].kept;
	x->leg = memory_grow(x->leg, &x->room, x->legs + 1, sizeof(*l));
	l = &x->leg[x->legs++];
	memset(l, 0, sizeof(*l));
	l->transaction = t;
	l->is_ack = is_ack;
	l->request = first->message.request ? &first->heard : NULL;
	ids_of(&first->message, &l->ids);
	l->from_tag = hash_of_tag(l->ids.from_tag);
	l->to_tag = hash_of_tag(l->ids.to_tag);
	read_hops(x, l, &first->message);
	l->named = named_host(x, l->request);
	if (!is_ack)
		read_tags(l);
}

/* The host of the Via above the one of that branch, which it has put there. */
static int find_next_hop(const struct legs *x, const struct leg *l, size_t *to)
{
	for (size_t i = 0; i < x->legs; i++) {
		const struct leg *u = &x->leg[i];

		if (!ids_passed(&u->ids, l->ids.hop[0]) ||
		    !ids_same_cseq(&u->ids, &l->ids))
			continue;
		for (size_t k = 1; k < IDS_HOPS; k++)
			if (u->ids.hop[k] == l->ids.hop[0]) {
				*to = u->hop[k - 1];
				return 1;
			}
	}
	return 0;
}

/* Does the request name a host that is known as a sender? */
static int is_named_sender(const struct legs *x, const struct leg *l)
{
	if (l->named == l->from || l->named < HOSTS_UNKNOWN)
		return 0;
	for (size_t i = 0; i < x->legs; i++)
		if (x->leg[i].from == l->named)
			return 1;
	return 0;
}

static int leg_has_tag(const struct leg *l, uint64_t tag)
{
	for (size_t i = 0; i < l->tags; i++)
		if (l->tag[i] == tag)
			return 1;
	return l->to_tag == tag;
}

/* Is `back` a request within a dialog of `l`, from its other side? */
static int comes_back(const struct leg *l, const struct leg *back)
{
	if (l->from_tag == 0 || back->to_tag != l->from_tag)
		return 0;
	return leg_has_tag(l, back->from_tag) ||
	       (l->tags == 0 && l->to_tag == 0);
}

/* Who sends requests of the other side: towards the caller's own host the last
 * one of their way, else the first. */
static int find_other_side(const struct legs *x, const struct leg *l,
                           size_t *to)
{
	const struct leg *found = NULL;

	for (size_t i = 0; i < x->legs; i++) {
		const struct leg *u = &x->leg[i];

		if (u->from == l->from || u->from < HOSTS_UNKNOWN ||
		    u->request == NULL ||
		    (!comes_back(l, u) && !comes_back(u, l)))
			continue;
		if (found == NULL ||
		    (l->ids.vias == 1 ? u->ids.vias > found->ids.vias
		                      : u->ids.vias < found->ids.vias))
			found = u;
	}
	if (found != NULL)
		*to = found->from;
	return found != NULL;
}

/* A CANCEL, and an ACK to what is no 2xx, go where the INVITE of their branch
 * went (RFC 3261 sections 9.1 and 17.1.1.3). */
static const struct leg *invite_of_branch(const struct legs *x,
                                          const struct leg *l)
{
	if (l->ids.hop[0] == 0 ||
	    (!l->is_ack && !value_is(l->ids.method, "CANCEL")))
		return NULL;
	for (size_t i = 0; i < x->legs; i++)
		if (x->leg[i].ids.hop[0] == l->ids.hop[0] &&
		    value_is(x->leg[i].ids.method, "INVITE"))
			return &x->leg[i];
	return NULL;
}

static void settle(struct leg *l, size_t to)
{
	l->to = to == l->from ? HOST_TAKES : to;
	l->settled = 1;
}

static void settle_by_messages(struct legs *x, struct leg *l)
{
	size_t to;

	if (invite_of_branch(x, l) != NULL)
		return;
	if (is_named_sender(x, l) && !find_next_hop(x, l, &to))
		settle(l, l->named);
	else if (find_next_hop(x, l, &to) || find_other_side(x, l, &to))
		settle(l, to);
}

/* Has the same host sent both to the same one: within a dialog, or as a later
 * try to the same target? */
static int goes_as(const struct leg *l, const struct leg *u)
{
	if (u->from != l->from || !u->settled)
		return 0;
	if (l->to_tag != 0 && u->from_tag == l->from_tag &&
	    leg_has_tag(u, l->to_tag))
		return 1;
	return u->named == l->named && u->named >= HOSTS_UNKNOWN &&
	       u->ids.number != l->ids.number;
}

static void settle_as_others(struct legs *x, struct leg *l)
{
	const struct leg *invite = invite_of_branch(x, l);

	if (invite != NULL) {
		if (invite->settled)
			settle(l, invite->to);
		return;
	}
	for (size_t i = 0; i < x->legs && !l->settled; i++)
		if (&x->leg[i] != l && goes_as(l, &x->leg[i]))
			settle(l, x->leg[i].to);
}

/* What may go where it says itself. */
enum by_name { NOT_BY_NAME, BEGINNINGS_BY_NAME, ALL_BY_NAME };

static void settle_rest(struct legs *x, enum by_name by)
{
	for (size_t i = 0; i < x->legs; i++) {
		struct leg *l = &x->leg[i];

		if (!l->settled)
			settle_as_others(x, l);
		if (!l->settled && (by == ALL_BY_NAME ||
		                    (by == BEGINNINGS_BY_NAME && !l->to_tag)))
			settle(l, l->named);
	}
}

void legs_of(struct legs *x, const struct exchange *exchange,
             const struct transaction *first)
{
	const struct transaction *t;
	size_t at = 0;

	memset(x, 0, sizeof(*x));
	x->host = memory_grow(x->host, &x->hosts_room, HOSTS_UNKNOWN,
	                      sizeof(*x->host));
	memset(x->host, 0, HOSTS_UNKNOWN * sizeof(*x->host));
	x->hosts = HOSTS_UNKNOWN;
	while ((t = exchange_of_call(exchange, &first->ids, &at)) != NULL) {
		add_leg(x, t, 0);
		if (t->ack != NULL)
			add_leg(x, t, 1);
	}
	/* What others say goes before what the request names, and a request
	 * that begins a dialog before those within it. */
	for (size_t i = 0; i < x->legs; i++)
		settle_by_messages(x, &x->leg[i]);
	settle_rest(x, NOT_BY_NAME);
	settle_rest(x, BEGINNINGS_BY_NAME);
	settle_rest(x, ALL_BY_NAME);
}

void legs_free(struct legs *x)
{
	free(x->leg);
	free(x->host);
	memset(x, 0, sizeof(*x));
}
