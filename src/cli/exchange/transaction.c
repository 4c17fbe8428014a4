/* transaction.c - what is asked of transactions that are held. */
#include "exchange/exchange.h"

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
