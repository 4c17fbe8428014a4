/* order.c - requests that came while another one was open, or out of order. */
#include "grounds/dialog/walk.h"

/* 1 if it had a final response when the request came, as far as is seen: the
 * ACK of an INVITE says so, too. */
static int was_over(const struct transaction *o, const struct transaction *t)
{
	return transaction_ended(o) < transaction_began(t) ||
	       (o->ack != NULL && o->ack->heard.order < transaction_began(t));
}

static int was_open(const struct transaction *o, const struct transaction *t)
{
	return transaction_began(o) < transaction_began(t) && !was_over(o, t);
}

static int has_offer(const struct transaction *t)
{
	return t->request->message.body.n > 0;
}

/* Had the INVITE an offer that no reliable response had answered when the other
 * request came (RFC 3262 section 5)?  A body in a response without RSeq is no
 * answer yet. */
static int waits_for_answer(const struct transaction *invite,
                            const struct transaction *t)
{
	for (size_t i = 0; i < invite->responses; i++) {
		const struct response *r = &invite->response[i];

		if (r->rseq > 0 && r->kept->message.body.n > 0 &&
		    r->kept->heard.order < transaction_began(t))
			return 0;
	}
	return has_offer(invite);
}

/* 1 if a request is not to be accepted while the other one is open (RFC 3261
 * section 14.2, RFC 3311 section 5.2). */
static int is_in_the_way(const struct transaction *o,
                         const struct transaction *t)
{
	int invite = transaction_is(o, "INVITE");

	if (t->ids.to_tag.n == 0 || (!invite && !transaction_is(o, "UPDATE")) ||
	    !transaction_same_dialog(o, t))
		return 0;
	if (transaction_is(t, "INVITE"))
		return invite || has_offer(o);
	if (!transaction_is(t, "UPDATE"))
		return 0;
	return invite ? has_offer(t) && waits_for_answer(o, t)
	              : (has_offer(t) && has_offer(o)) ||
	                        transaction_same_side(o, t) == 1;
}

static void say_open(struct look *l, enum ground_id id,
                     const struct transaction *o)
{
	struct ground *g = ground_add(l, id);

	ground_arg(g, 0, o->ids.method);
	ground_number(g, 1, o->ids.number);
	ground_arg(g, 2, l->transaction->ids.method);
	ground_shows_field(g, &o->request->heard, "CSeq");
	ground_shows_field(g, l->request, "CSeq");
	ground_shows_field(g, l->response, "Retry-After");
}

/* The last INVITE of the dialog before the request; NULL if there is none. */
static const struct transaction *invite_before(const struct look *l)
{
	const struct transaction *t = l->transaction, *last = NULL, *o;
	size_t at = 0;

	while ((o = walk_next(l, &at)) != NULL)
		if (transaction_is(o, "INVITE") &&
		    transaction_began(o) < transaction_began(t) &&
		    transaction_same_dialog(o, t))
			last = o;
	return last;
}

/* It had its 2xx, and no ACK, when the INVITE came: it is in progress until
 * then (RFC 3261 section 14.1). */
static int waits_for_ack(const struct transaction *o,
                         const struct transaction *t)
{
	return o != NULL && transaction_is(t, "INVITE") &&
	       transaction_code(o) / 100 == 2 &&
	       transaction_ended(o) < transaction_began(t) &&
	       (o->ack == NULL || o->ack->heard.order > transaction_began(t));
}

static int is_of_offers(const struct transaction *t)
{
	return transaction_is(t, "INVITE") || transaction_is(t, "UPDATE");
}

/* 491: whose request was open?  One of the other side may cross this one. */
static void look_pending(struct look *l)
{
	const struct transaction *t = l->transaction, *o;
	const struct transaction *other = NULL, *own = NULL;
	size_t at = 0;

	if (!is_of_offers(t))
		return;
	while ((o = walk_next(l, &at)) != NULL) {
		if (!is_in_the_way(o, t))
			continue;
		if (transaction_same_side(o, t) == 1 && was_open(o, t))
			own = o;
		if (transaction_same_side(o, t) == 0 && !was_over(o, t))
			other = o;
	}
	if (other != NULL)
		say_open(l, GROUND_glare, other);
	else if (own != NULL)
		say_open(l, GROUND_glare_own, own);
	else if (waits_for_ack(invite_before(l), t))
		say_open(l, GROUND_glare_ack, invite_before(l));
	else if (call_is_all(l))
		ground_shows_field(ground_add(l, GROUND_no_open), l->request,
		                   "CSeq");
}

/* A request that had come before on the same way, with a higher number. */
static int is_overtaken_by(const struct transaction *t,
                           const struct transaction *o)
{
	return !transaction_is(o, "CANCEL") && t->ids.to_tag.n > 0 &&
	       o->ids.number > t->ids.number && t->ids.numbered &&
	       transaction_began(o) < transaction_began(t) &&
	       o->ids.vias == t->ids.vias && o->ids.host == t->ids.host &&
	       transaction_same_side(o, t) == 1 &&
	       transaction_same_dialog(o, t);
}

/* A REGISTER that was accepted before with a number that is not lower (RFC 3261
 * section 10.3, item 7). */
static int is_after(const struct look *l, const struct transaction *o)
{
	const struct transaction *t = l->transaction;

	return transaction_is(t, "REGISTER") && transaction_is(o, "REGISTER") &&
	       transaction_code(o) / 100 == 2 &&
	       transaction_ended(o) < transaction_began(t) &&
	       o->ids.number >= t->ids.number && t->ids.numbered &&
	       o->ids.vias == t->ids.vias && o->ids.host == t->ids.host;
}

/* The address that a REGISTER is for. */
static struct sipcode_span registered_user(const struct transaction *t)
{
	struct sipcode_span to = { "", 0 };

	sipcode_value(&t->request->message, "To", &to);
	return value_uri(to);
}

static void say_low(struct look *l, const struct transaction *o)
{
	struct ground *g = ground_add(l, transaction_is(o, "REGISTER")
	                                         ? GROUND_cseq_register
	                                         : GROUND_cseq_low);

	ground_number(g, 0, l->transaction->ids.number);
	ground_number(g, 1, o->ids.number);
	ground_arg(g, 2, o->ids.method);
	ground_shows_field(g, &o->request->heard, "CSeq");
	ground_shows_field(g, l->request, "CSeq");
}

/* The last reliable response that came again and again until this one (RFC 3262
 * section 3); how often. */
static const struct response *unacknowledged(const struct look *l, size_t *n)
{
	const struct transaction *t = l->transaction;
	const struct response *last = NULL;

	*n = 0;
	for (size_t i = 0; i < t->responses; i++) {
		const struct response *r = &t->response[i];

		if (r->rseq == 0 || r->kept->heard.order >= l->response->order)
			continue;
		if (last == NULL || r->rseq != last->rseq ||
		    r->to_tag != last->to_tag)
			*n = 0;
		++*n;
		last = r;
	}
	return last;
}

static void look_no_prack(struct look *l)
{
	/* In 32 seconds it is sent ten times or so. */
	enum { OFTEN = 4 };
	const struct response *r;
	const struct transaction *o;
	struct ground *g;
	size_t at = 0, n;

	if (!transaction_is(l->transaction, "INVITE"))
		return;
	r = unacknowledged(l, &n);
	if (r == NULL || n < OFTEN)
		return;
	while ((o = walk_next(l, &at)) != NULL)
		if (transaction_is(o, "PRACK"))
			return;
	g = ground_add(l, GROUND_no_prack);
	ground_number(g, 0, r->kept->message.code);
	ground_number(g, 1, r->rseq);
	ground_number(g, 2, n);
	ground_shows_field(g, &r->kept->heard, "Require");
	ground_shows_field(g, &r->kept->heard, "RSeq");
}

/* 500: out of order, or too early. */
static void look_disorder(struct look *l)
{
	const struct transaction *t = l->transaction, *o;
	const struct transaction *higher = NULL, *open = NULL;
	size_t at = 0;

	while ((o = walk_next(l, &at)) != NULL) {
		if ((is_overtaken_by(t, o) || is_after(l, o)) &&
		    (higher == NULL || o->ids.number > higher->ids.number))
			higher = o;
		if (transaction_same_side(o, t) == 1 && was_open(o, t) &&
		    is_in_the_way(o, t))
			open = o;
	}
	if (higher != NULL && transaction_is(t, "REGISTER") &&
	    !value_alike(registered_user(higher), registered_user(t)))
		return;
	if (higher != NULL)
		say_low(l, higher);
	else if (open != NULL)
		say_open(l, GROUND_still_open, open);
	else
		look_no_prack(l);
}

void look_order(struct look *l)
{
	if (l->code == 491)
		look_pending(l);
	else
		look_disorder(l);
}
