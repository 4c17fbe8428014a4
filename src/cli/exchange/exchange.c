/* exchange.c - holds transactions, the oldest of which make room. */
#include "exchange/exchange.h"

#include <stdlib.h>
#include <string.h>

#include "exchange/value.h"
#include "io/memory.h"

/* What a transaction costs beside its messages, and a message beside its
 * bytes; the first is generous. */
enum { COST = sizeof(struct transaction) + 256, MESSAGE_COST = 1024 };

static void transaction_free(struct transaction *t)
{
	kept_free(t->request);
	kept_free(t->ack);
	for (size_t i = 0; i < t->responses; i++)
		kept_free(t->response[i].kept);
	free(t->response);
	free(t);
}

static void drop_oldest(struct exchange *x)
{
	struct transaction *t = x->held[0];

	x->bytes -= t->bytes;
	x->transactions--;
	memmove(x->held, x->held + 1, x->transactions * sizeof(*x->held));
	transaction_free(t);
}

/* Drops old ones, but never this one, until there is room for the bytes. */
static void make_place(struct exchange *x, const struct transaction *but,
                       size_t bytes)
{
	while (x->transactions > 0 && x->held[0] != but &&
	       (x->bytes + bytes > EXCHANGE_BYTES ||
	        (but == NULL && x->transactions == EXCHANGE_MOST)))
		drop_oldest(x);
}

static void add_bytes(struct exchange *x, struct transaction *t, size_t bytes)
{
	t->bytes += bytes;
	x->bytes += bytes;
}

static struct transaction *new_transaction(struct exchange *x,
                                           struct kept *first)
{
	struct transaction *t;

	make_place(x, NULL, first->bytes + COST);
	t = memory_get(sizeof(*t));
	ids_of(&first->message, &t->ids);
	t->serial = x->made++;
	x->held[x->transactions++] = t;
	add_bytes(x, t, COST);
	return t;
}

/* RFC 3261 section 17.1.3; without a branch on either side, RFC 2543. */
static int is_exact_match(const struct ids *a, const struct ids *b)
{
	if (a->call == 0 || a->call != b->call || !ids_same_cseq(a, b))
		return 0;
	if (a->hop[0] == 0 && b->hop[0] == 0)
		return a->host == b->host;
	return a->hop[0] == b->hop[0];
}

/* Does the response belong to the request although it lacks a part of what it
 * had to copy?  No two requests have the same branch, but for ACK and CANCEL;
 * no two of a host have the same Call-ID and CSeq, but for forks. */
static int is_faulty(const struct ids *request, const struct ids *response)
{
	int call = request->call != 0 && request->call == response->call;
	int cseq = ids_same_cseq(request, response);
	int host = request->sent_by.n > 0 && request->host == response->host;

	if (host && request->hop[0] == response->hop[0] &&
	    ids_is_unique(request->branch))
		return cseq ||
		       (call && value_same(request->method, response->method));
	if (!call || !cseq)
		return 0;
	/* Nothing is left of its branch. */
	return response->hop[0] == 0 ||
	       (host && request->vias == response->vias);
}

struct transaction *exchange_find(const struct exchange *x,
                                  const struct ids *ids, enum match *how)
{
	struct transaction *found = NULL, *fork = NULL;

	*how = MATCH_NONE;
	for (size_t i = x->transactions; i-- > 0;) {
		struct transaction *t = x->held[i];

		if (is_exact_match(&t->ids, ids)) {
			*how = MATCH_EXACT;
			return t;
		}
		if (t->request == NULL)
			continue;
		if (is_faulty(&t->ids, ids)) {
			fork = *how == MATCH_FAULTY ? t : NULL;
			*how = MATCH_FAULTY;
			found = t;
		} else if (*how < MATCH_HOP && ids_is_of_hop(&t->ids, ids)) {
			*how = MATCH_HOP;
			found = t;
		}
	}
	/* One of two: nobody can say which. */
	if (fork != NULL)
		*how = MATCH_NONE;
	return fork != NULL ? NULL : found;
}

int exchange_is_full(const struct exchange *x, const struct heard *h)
{
	size_t bytes = h->message->all.n + places_bytes(h->places) +
	               MESSAGE_COST + COST;
	struct ids ids;
	enum match how;

	if (x->bytes + bytes > EXCHANGE_BYTES)
		return 1;
	if (x->transactions < EXCHANGE_MOST)
		return 0;
	ids_of(h->message, &ids);
	exchange_find(x, &ids, &how);
	return how < MATCH_FAULTY;
}

/* The INVITE that an ACK belongs to: the ACK to a 2xx has a branch of its own
 * (RFC 3261 section 13.2.2.4). */
static struct transaction *invite_of(const struct exchange *x,
                                     const struct ids *ack)
{
	struct transaction *found = NULL;

	for (size_t i = x->transactions; i-- > 0;) {
		struct transaction *t = x->held[i];

		if (t->ids.call != ack->call || t->ids.number != ack->number ||
		    !value_is(t->ids.method, "INVITE") ||
		    (t->ids.from_tag.n > 0 && ack->from_tag.n > 0 &&
		     !value_same(t->ids.from_tag, ack->from_tag)))
			continue;
		if (t->ids.hop[0] == ack->hop[0] ||
		    (t->ack != NULL && t->ack_hop == ack->hop[0]))
			return t;
		if (found == NULL || found->ack != NULL)
			found = t;
	}
	return found;
}

static struct transaction *take_ack(struct exchange *x, struct kept *k,
                                    const struct ids *ids)
{
	struct transaction *t = invite_of(x, ids);

	if (t == NULL || t->ack != NULL) {
		if (t != NULL && t->ack_hop == ids->hop[0])
			t->acks_again++;
		kept_free(k);
		return t;
	}
	make_place(x, t, k->bytes);
	t->ack = k;
	t->ack_hop = ids->hop[0];
	add_bytes(x, t, k->bytes);
	return t;
}

/* The transaction of a request that has come again. */
static struct transaction *same_request(const struct exchange *x,
                                        const struct ids *ids)
{
	for (size_t i = x->transactions; i-- > 0;) {
		struct transaction *t = x->held[i];

		if (t->request != NULL && is_exact_match(&t->ids, ids))
			return t;
	}
	return NULL;
}

static void read_request(struct transaction *t, struct kept *k)
{
	const struct sipcode_message *m = &k->message;
	struct sipcode_span v = { "", 0 };

	t->request = k;
	t->credentials = sipcode_value(m, "Authorization", &v) ||
	                 sipcode_value(m, "Proxy-Authorization", &v);
	t->to = value_user(value_request_uri(m));
	v.n = 0;
	sipcode_value(m, "From", &v);
	t->from = value_user(value_uri(v));
}

struct transaction *exchange_request(struct exchange *x, const struct heard *h)
{
	struct transaction *t;
	struct kept *k;
	struct ids ids;

	x->requests++;
	ids_of(h->message, &ids);
	if (ids.call == 0 || !ids.numbered)
		return NULL;
	t = same_request(x, &ids);
	if (t != NULL) {
		t->copies++;
		t->last = h->stamp;
		t->last_stamped = h->stamped;
		return t;
	}
	k = kept_make(h);
	if (value_is(ids.method, "ACK"))
		return take_ack(x, k, &ids);
	t = new_transaction(x, k);
	read_request(t, k);
	add_bytes(x, t, k->bytes);
	return t;
}

/* Has a response of that code and that tag come before?  A reliable one has
 * a number, too (RFC 3262). */
static int has_come(struct transaction *t, const struct response *r)
{
	uint64_t hash = r->kept->message.code + r->to_tag + r->rseq * 3;

	for (size_t i = 0; i < t->tolds; i++)
		if (t->told[i] == hash)
			return 1;
	if (t->tolds < RESPONSES_TOLD)
		t->told[t->tolds++] = hash;
	return 0;
}

static void read_marks(struct response *r, const struct ids *ids)
{
	const struct sipcode_message *m = &r->kept->message;
	struct sipcode_span v;

	r->to_tag = ids->to_tag.n > 0 ? value_hash(ids->to_tag) : 0;
	if (m->code < 200 && sipcode_value(m, "RSeq", &v))
		value_number(v, &r->rseq);
}

struct transaction *exchange_response(struct exchange *x, const struct heard *h)
{
	struct kept *k = kept_make(h);
	struct response r = { .kept = k };
	struct transaction *t;
	struct ids ids;

	ids_of(&k->message, &ids);
	t = exchange_find(x, &ids, &r.match);
	if (r.match < MATCH_FAULTY)
		t = new_transaction(x, k);
	else
		make_place(x, t, k->bytes + sizeof(r));
	read_marks(&r, &ids);
	r.again = has_come(t, &r);
	if (t->responses == t->room)
		t->response = memory_grow(t->response, &t->room,
		                          t->responses + 1, sizeof(r));
	t->response[t->responses++] = r;
	if (t->final == 0 && k->message.code >= 200)
		t->final = t->responses;
	add_bytes(x, t, k->bytes + sizeof(r));
	return t;
}

void exchange_forget(struct exchange *x, struct transaction *t)
{
	struct response *r = &t->response[t->responses - 1];
	size_t bytes = r->kept->bytes + sizeof(*r);

	if (t->final == t->responses)
		return;
	t->responses--;
	t->forgot = 1;
	kept_free(r->kept);
	t->bytes -= bytes;
	x->bytes -= bytes;
}

void exchange_free(struct exchange *x)
{
	for (size_t i = 0; i < x->transactions; i++)
		transaction_free(x->held[i]);
	memset(x, 0, sizeof(*x));
}
