/* transaction.c - what is asked of transactions that are held. */
#include "exchange/exchange.h"

#include <limits.h>

#include "chars.h"
#include "exchange/value.h"

struct transaction *exchange_of_call(const struct exchange *x,
                                     const struct ids *ids, size_t *at)
{
	while (ids->call != 0 && *at < x->transactions) {
		struct transaction *t = x->held[(*at)++];

		if (t->ids.call == ids->call)
			return t;
	}
	return NULL;
}

const struct response *transaction_final(const struct transaction *t)
{
	return t->final == 0 ? NULL : &t->response[t->final - 1];
}

int transaction_is_known(const struct transaction *t)
{
	return t->ids.call != 0 && t->ids.numbered;
}

size_t exchange_known(const struct exchange *x)
{
	size_t n = 0;

	for (size_t i = 0; i < x->transactions; i++)
		n += (size_t)transaction_is_known(x->held[i]);
	return n;
}

unsigned transaction_code(const struct transaction *t)
{
	const struct response *final = transaction_final(t);

	return final == NULL ? 0 : final->kept->message.code;
}

int transaction_is(const struct transaction *t, const char *method)
{
	return value_is(t->ids.method, method);
}

int transaction_same_side(const struct transaction *a,
                          const struct transaction *b)
{
	if (a->ids.from_tag.n == 0 || b->ids.from_tag.n == 0)
		return -1;
	if (value_same(a->ids.from_tag, b->ids.from_tag))
		return 1;
	return value_same(a->ids.from_tag, b->ids.to_tag) ||
	                       value_same(b->ids.from_tag, a->ids.to_tag)
	               ? 0
	               : -1;
}

unsigned long transaction_began(const struct transaction *t)
{
	return t->request == NULL ? ULONG_MAX : t->request->heard.order;
}

unsigned long transaction_ended(const struct transaction *t)
{
	const struct response *final = transaction_final(t);

	return final == NULL ? ULONG_MAX : final->kept->heard.order;
}

int transaction_same_request(const struct transaction *a,
                             const struct transaction *b)
{
	return ids_same_cseq(&a->ids, &b->ids) &&
	       value_same(a->ids.from_tag, b->ids.from_tag);
}

/* Of the codes of two responses, the one that says more of a dialog. */
static unsigned better_code(unsigned a, unsigned b)
{
	if (a == 0 || b == 0)
		return a + b;
	if (a / 100 == 2 || b / 100 == 2)
		return a / 100 == 2 ? a : b;
	return a < b ? a : b;
}

unsigned transaction_gave(const struct transaction *t, struct sipcode_span tag)
{
	uint64_t hash = tag.n > 0 ? value_hash(tag) : 0;
	unsigned best = 0;

	if (hash == 0)
		return 0;
	for (size_t i = 0; i < t->responses && i < RESPONSES_ASKED; i++)
		if (t->response[i].to_tag == hash)
			best = better_code(best,
			                   t->response[i].kept->message.code);
	if (t->final > 0 && t->response[t->final - 1].to_tag == hash)
		best = better_code(best, transaction_code(t));
	return best;
}

/* Has the transaction made a dialog with that tag? */
static int has_made(const struct transaction *t, struct sipcode_span tag)
{
	unsigned code = transaction_gave(t, tag);

	return code > 0 && code < 300;
}

int transaction_same_dialog(const struct transaction *a,
                            const struct transaction *b)
{
	int same = value_same(a->ids.from_tag, b->ids.from_tag);
	int cross = value_same(a->ids.from_tag, b->ids.to_tag);

	if (a->ids.to_tag.n == 0 && b->ids.to_tag.n == 0)
		return same;
	if (b->ids.to_tag.n == 0)
		return transaction_same_dialog(b, a);
	if (a->ids.to_tag.n == 0)
		return (same && has_made(a, b->ids.to_tag)) ||
		       (cross && has_made(a, b->ids.from_tag));
	return (same && value_same(a->ids.to_tag, b->ids.to_tag)) ||
	       (cross && value_same(a->ids.to_tag, b->ids.from_tag));
}

struct transaction *exchange_hop(const struct exchange *x,
                                 const struct transaction *t)
{
	struct transaction *other;
	size_t at = 0;

	while ((other = exchange_of_call(x, &t->ids, &at)) != NULL)
		if (other->request != NULL &&
		    ids_is_of_hop(&other->ids, &t->ids))
			return other;
	return NULL;
}

/* The user in From, or in the Request-URI. */
static struct sipcode_span leg_user(const struct transaction *t, int from)
{
	struct sipcode_span v = { "", 0 };

	if (!from)
		return value_user(value_request_uri(&t->request->message));
	sipcode_value(&t->request->message, "From", &v);
	return value_user(value_uri(v));
}

/* Are the users the same, or numbers that end alike?  A B2BUA may write another
 * prefix. */
static int is_alike(struct sipcode_span a, struct sipcode_span b)
{
	enum { DIGITS = 5 };
	size_t n = 0;

	while (n < a.n && n < b.n && char_is_digit(a.s[a.n - 1 - n]) &&
	       a.s[a.n - 1 - n] == b.s[b.n - 1 - n])
		n++;
	return n >= DIGITS || (a.n > 0 && value_same(a, b));
}

static int has_same_user(const struct transaction *a,
                         const struct transaction *b)
{
	return is_alike(leg_user(a, 0), leg_user(b, 0)) ||
	       is_alike(leg_user(a, 1), leg_user(b, 1));
}

const struct transaction *exchange_leg(const struct exchange *x,
                                       const struct transaction *t)
{
	const struct response *end = transaction_final(t), *final;
	const struct transaction *found = NULL;

	if (t->request == NULL || end == NULL || !transaction_is(t, "INVITE"))
		return NULL;
	for (size_t i = 0; i < x->transactions; i++) {
		const struct transaction *other = x->held[i];

		final = transaction_final(other);
		if (other->ids.call != t->ids.call && other->request != NULL &&
		    final != NULL && transaction_is(other, "INVITE") &&
		    final->kept->message.code >= 300 &&
		    other->request->heard.order > t->request->heard.order &&
		    final->kept->heard.order < end->kept->heard.order &&
		    has_same_user(t, other))
			found = other;
	}
	return found;
}
