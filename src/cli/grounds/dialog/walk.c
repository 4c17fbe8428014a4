/* walk.c - what the other messages of a call say of a request. */
#include "grounds/dialog/walk.h"

const struct transaction *walk_next(const struct look *l, size_t *at)
{
	const struct transaction *t = l->transaction, *other;

	while ((other = exchange_of_call(l->exchange, &t->ids, at)) != NULL)
		if (other != t &&
		    transaction_began(other) < l->response->order &&
		    !transaction_same_request(other, t))
			return other;
	return NULL;
}

int call_is_all(const struct look *l)
{
	return l->exchange->made == l->exchange->transactions;
}

int call_is_over(const struct look *l, const struct transaction *t)
{
	return transaction_ended(t) < l->response->order;
}

int call_between(const struct heard *from, const struct heard *to, int64_t *ns)
{
	return from->stamped && to->stamped &&
	       stamp_between(&from->stamp, &to->stamp, ns) && *ns >= 0;
}

/* "INVITE", or 180. */
static void name_message(struct ground *g, size_t i, const struct heard *h)
{
	if (h->message->request)
		ground_arg(g, i, value_method(h->message));
	else
		ground_number(g, i, h->message->code);
}

void call_time(struct look *l, const struct heard *from, const struct heard *to)
{
	const int64_t second = NANOSECONDS;
	struct ground *g;
	int64_t ns;

	if (!call_between(from, to, &ns))
		return;
	if (ns < 2 * second) {
		g = ground_add(l, GROUND_time_ms);
		ground_number(g, 1, (uint64_t)(ns / (second / 1000)));
	} else {
		g = ground_add(l, GROUND_time_s);
		ground_number(g, 1, (uint64_t)((ns + second / 2) / second));
	}
	name_message(g, 0, to);
	name_message(g, 2, from);
}

const struct heard *call_ring(const struct transaction *t,
                              const struct heard *before)
{
	for (size_t i = 0; i < t->responses; i++) {
		const struct heard *h = &t->response[i].kept->heard;

		if (h->message->code >= 180 && h->message->code < 200 &&
		    h->order < before->order)
			return h;
	}
	return NULL;
}

int call_expires(const struct look *l, uint64_t *seconds, int64_t *ns)
{
	enum { EARLY = 1, LATE = 4 };
	struct sipcode_span v;
	int64_t due;

	if (!transaction_is(l->transaction, "INVITE") ||
	    !sipcode_value(l->asked, "Expires", &v) ||
	    !value_number(v, seconds) || *seconds == 0 ||
	    *seconds >= UINT32_MAX ||
	    !call_between(l->request, l->response, ns))
		return 0;
	due = (int64_t)*seconds;
	return *ns / NANOSECONDS >= due - EARLY &&
	       *ns / NANOSECONDS <= due + LATE;
}

int call_hung_up(const struct look *l, const struct transaction *bye)
{
	return transaction_hung_up(bye, l->transaction, l->response->order);
}

struct sipcode_span call_to_tag(const struct heard *h)
{
	struct sipcode_span v, tag = { "", 0 };

	if (sipcode_value(h->message, "To", &v))
		sipcode_param(v, "tag", &tag);
	return tag;
}

int call_same_host(struct sipcode_span a, struct sipcode_span b)
{
	struct sipcode_span x = value_host(a), y = value_host(b);
	struct sipcode_span p = value_of(":5060"), q = p;

	if (!value_alike(x, y) || x.n == 0)
		return 0;
	if (a.n > x.n) {
		p.s = a.s + x.n;
		p.n = a.n - x.n;
	}
	if (b.n > y.n) {
		q.s = b.s + y.n;
		q.n = b.n - y.n;
	}
	return value_same(p, q);
}
