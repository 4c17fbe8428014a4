/* cancel.c - a CANCEL and the INVITE that it ends. */
#include "grounds/dialog/walk.h"

/* What has the log of the end of a request. */
struct end {
	const struct transaction *cancel;  /* of this hop, or of one before */
	const struct transaction *first;   /* of the hop of the first sender */
	const struct transaction *further; /* of a hop behind */
	const struct transaction *stray;   /* of another branch */
	int unsure; /* 1: there is one, and too many hops to tell its own */
	const struct transaction *bye;
};

/* 1 if the CANCEL belongs to the same request as the INVITE, at a hop that is
 * nearer to the server. */
static int is_further(const struct look *l, const struct transaction *cancel)
{
	const struct transaction *t = l->transaction, *o;
	size_t at = 0;

	while ((o = exchange_of_call(l->exchange, &t->ids, &at)) != NULL)
		if (transaction_is(o, "INVITE") &&
		    o->ids.hop[0] == cancel->ids.hop[0] &&
		    ids_passed(&o->ids, t->ids.hop[0]))
			return 1;
	return 0;
}

/* RFC 3261 section 9.1: the number of CSeq and the branch are the same.  One
 * that was refused has ended nothing. */
static void know_cancel(struct end *e, const struct look *l,
                        const struct transaction *o)
{
	const struct ids *t = &l->transaction->ids;

	if (o->ids.number != t->number || transaction_code(o) >= 300 ||
	    !value_same(o->ids.from_tag, t->from_tag))
		return;
	if (t->vias > 0 && t->vias <= IDS_HOPS &&
	    o->ids.hop[0] == t->hop[t->vias - 1])
		e->first = o;
	if (o->ids.hop[0] == t->hop[0] || ids_passed(t, o->ids.hop[0]))
		e->cancel = o;
	else if (is_further(l, o))
		e->further = o;
	else if (t->vias > IDS_HOPS)
		e->unsure = 1;
	else
		e->stray = o;
}

static void know_end(struct end *e, const struct look *l)
{
	const struct transaction *t = l->transaction, *o;
	int invite = transaction_is(t, "INVITE");
	size_t at = 0;

	while ((o = walk_next(l, &at)) != NULL)
		if (invite && transaction_is(o, "CANCEL"))
			know_cancel(e, l, o);
		else if (transaction_began(o) > transaction_began(t) &&
		         transaction_code(o) < 300 && transaction_closes(o, t))
			e->bye = o;
}

/* RFC 3326 section 3.1: the call was answered at another place. */
static int says_elsewhere(const struct heard *h, struct sipcode_span *reason)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span cause;

	while (sipcode_next_value(h->message, "Reason", &at, reason))
		if (value_is(value_bare(*reason), "SIP") &&
		    sipcode_param(*reason, "cause", &cause) &&
		    value_is(cause, "200"))
			return 1;
	return 0;
}

static int say_elsewhere(struct look *l, const struct transaction *cancel)
{
	const struct heard *in = l->response;
	struct sipcode_span reason;
	struct ground *g;

	if (cancel != NULL && says_elsewhere(&cancel->request->heard, &reason))
		in = &cancel->request->heard;
	else if (!says_elsewhere(in, &reason))
		return 0;
	g = ground_add(l, GROUND_elsewhere);
	if (in == l->response)
		ground_number(g, 0, l->code);
	else
		ground_arg(g, 0, value_of("CANCEL"));
	ground_shows(g, in, "Reason", reason);
	return 1;
}

/* Another fork of the same INVITE that was answered before the CANCEL came
 * (RFC 3261 section 16.7, item 10). */
static int say_other_fork(struct look *l, const struct transaction *cancel)
{
	const struct transaction *t = l->transaction, *o;
	size_t at = 0;

	while ((o = exchange_of_call(l->exchange, &t->ids, &at)) != NULL) {
		const struct heard *final;
		struct ground *g;

		if (o == t || transaction_code(o) / 100 != 2 ||
		    !transaction_same_request(o, t) ||
		    transaction_ended(o) > transaction_began(cancel))
			continue;
		final = &transaction_final(o)->kept->heard;
		g = ground_add(l, GROUND_other_fork);
		ground_number(g, 0, final->message->code);
		ground_shows(g, final, "Status-Line", final->message->start);
		ground_shows_field(g, final, "To");
		ground_shows_field(g, &cancel->request->heard, "CSeq");
		return 1;
	}
	return 0;
}

static void say_end(struct look *l, enum ground_id id,
                    const struct transaction *by)
{
	const struct heard *h = &by->request->heard;
	const struct heard *ring = call_ring(l->transaction, h);
	struct ground *g;

	if (transaction_is(by, "BYE") ||
	    (!say_other_fork(l, by) && !say_elsewhere(l, by))) {
		g = ground_add(l, id);
		ground_number(g, 0, by->ids.number);
		ground_arg(g, 1, l->transaction->ids.method);
		ground_shows_field(g, h, "CSeq");
		ground_shows_field(g, h,
		                   transaction_is(by, "BYE") ? "From" : "Via");
		ground_shows_field(g, h, "Reason");
	}
	call_time(l, ring != NULL ? ring : l->request, h);
}

/* The time that Expires of the INVITE gave had run out (RFC 3261 section
 * 13.3.1). */
static int say_invite_expired(struct look *l)
{
	uint64_t expires;
	struct ground *g;
	int64_t ns;

	if (!call_expires(l, &expires, &ns))
		return 0;
	g = ground_add(l, GROUND_invite_expired);
	ground_number(g, 0, expires);
	ground_number(g, 1, (uint64_t)(ns / NANOSECONDS));
	ground_shows_field(g, l->request, "Expires");
	return 1;
}

/* 487: who has ended the request? */
static void look_terminated(struct look *l)
{
	const struct transaction *t = l->transaction;
	struct end e = { 0 };
	struct ground *g;

	if (transaction_is(t, "CANCEL"))
		return;
	know_end(&e, l);
	if (e.cancel != NULL) {
		say_end(l,
		        e.first != NULL ? GROUND_cancelled
		                        : GROUND_cancelled_by_hop,
		        e.first != NULL ? e.first : e.cancel);
	} else if (e.bye != NULL) {
		say_end(l,
		        transaction_same_side(e.bye, t) == 1
		                ? GROUND_ended_by_bye
		                : GROUND_ended_by_other,
		        e.bye);
	} else if (e.further != NULL) {
		say_end(l, GROUND_cancelled_further, e.further);
	} else if (say_elsewhere(l, NULL) || say_invite_expired(l) ||
	           e.unsure) {
		return;
	} else if (e.stray != NULL) {
		g = ground_add(l, GROUND_cancel_stray);
		ground_arg(g, 0, e.stray->ids.branch);
		ground_arg(g, 1, t->ids.branch);
		ground_shows_field(g, l->request, "Via");
		ground_shows_field(g, &e.stray->request->heard, "Via");
	} else {
		ground_add(l, GROUND_no_cancel);
	}
}

/* What the input has of the INVITE that a CANCEL is for. */
struct cancelled {
	const struct transaction *target; /* has its Via */
	/* Has another branch, but its number and its sent-by; how many.  A
	 * proxy has forks, of which some may not be in the input. */
	const struct transaction *near;
	size_t nears;
};

static void know_cancelled(struct cancelled *c, const struct look *l)
{
	const struct ids *t = &l->transaction->ids;
	const struct transaction *o;
	size_t at = 0;

	while ((o = walk_next(l, &at)) != NULL) {
		if (transaction_is(o, "CANCEL"))
			continue;
		if (o->ids.hop[0] == t->hop[0] && t->hop[0] != 0) {
			c->target = o;
		} else if (transaction_is(o, "INVITE") &&
		           o->ids.number == t->number && o->ids.vias == 1 &&
		           value_same(o->ids.from_tag, t->from_tag) &&
		           o->ids.host == t->host) {
			/* RFC 2543 knows no branch. */
			if (o->ids.hop[0] == t->hop[0])
				c->target = o;
			else
				c->near = o;
			c->nears++;
		}
	}
}

/* The server finds the INVITE by the top Via (RFC 3261 section 17.2.3). */
static void say_via(struct look *l, const struct transaction *invite)
{
	const struct ids *a = &l->transaction->ids, *b = &invite->ids;
	int host = value_same(a->branch, b->branch);
	struct ground *g = ground_add(l, GROUND_cancel_via);

	ground_arg(g, 0, host ? a->sent_by : a->branch);
	ground_arg(g, 1, host ? b->sent_by : b->branch);
	ground_shows(g, &invite->request->heard, "Via", b->via);
	ground_shows(g, l->request, "Via", a->via);
}

/* The INVITE is here: was it over, or is it another one? */
static void say_target(struct look *l, const struct transaction *o)
{
	const struct transaction *t = l->transaction;
	unsigned code = transaction_code(o);
	int late = call_is_over(l, o) &&
	           (code != 487 || transaction_ended(o) < transaction_began(t));
	struct ground *g;

	if (late) {
		const struct heard *final = &transaction_final(o)->kept->heard;

		g = ground_add(l, GROUND_cancel_late);
		ground_arg(g, 0, o->ids.method);
		ground_number(g, 1, code);
		ground_shows(g, final, "Status-Line", final->message->start);
		call_time(l, final, l->request);
	} else if (o->ids.host != t->ids.host) {
		say_via(l, o);
	} else if (o->ids.number != t->ids.number) {
		g = ground_add(l, GROUND_cancel_number);
		ground_number(g, 0, t->ids.number);
		ground_number(g, 1, o->ids.number);
		ground_shows_field(g, &o->request->heard, "CSeq");
		ground_shows_field(g, l->request, "CSeq");
	} else if (!value_same(t->ids.to_tag, o->ids.to_tag)) {
		if (t->ids.to_tag.n == 0 && !l->whole)
			return;
		g = ground_add(l, o->ids.to_tag.n == 0
		                          ? GROUND_cancel_to_tag
		                          : GROUND_cancel_to_other);
		ground_arg(g, 0, t->ids.to_tag);
		ground_shows_field(g, &o->request->heard, "To");
		ground_shows_field(g, l->request, "To");
	} else {
		g = ground_add(l, GROUND_cancel_open);
		ground_shows(g, &o->request->heard, "Via", o->ids.via);
		ground_shows(g, l->request, "Via", t->ids.via);
	}
}

static void look_cancelled(struct look *l)
{
	struct cancelled c = { 0 };

	know_cancelled(&c, l);
	if (c.target != NULL) {
		say_target(l, c.target);
	} else if (c.nears == 1) {
		say_via(l, c.near);
	} else if (call_is_all(l)) {
		struct ground *g = ground_add(l, GROUND_cancel_not_here);

		ground_shows_field(g, l->request, "Via");
		ground_shows_field(g, l->request, "CSeq");
	}
}

void look_cancel(struct look *l)
{
	if (l->code == 487)
		look_terminated(l);
	else
		look_cancelled(l);
}
