/* usage.c - subscriptions, and dialogs that Replaces names. */
#include "grounds/dialog/walk.h"

/* Of other requests, so many are read at most. */
enum { READ_MOST = 32 };

/* What the input has of a subscription. */
struct subscription {
	const struct transaction *maker;       /* SUBSCRIBE or REFER */
	const struct transaction *refused;     /* the same, which has failed */
	const struct transaction *other_event; /* the same, of another Event */
	const struct transaction *other_tag;   /* the same, of another dialog */
	const struct transaction *ended;       /* NOTIFY that has ended it */
	const struct transaction *bye;
	/* NOTIFY of the dialog before; the last is (notifies - 1) %
	 * READ_MOST. */
	const struct transaction *notify[READ_MOST];
	size_t notifies, read;
};

/* 1 if both are of the same event package, with the same id (RFC 6665 section
 * 8.2.1); REFER is of the package refer (RFC 3515). */
static int is_same_event(const struct transaction *o,
                         const struct sipcode_message *m)
{
	struct sipcode_span a, b, id = { "", 0 }, other = { "", 0 };

	if (!sipcode_value(m, "Event", &b))
		return 0;
	if (transaction_is(o, "REFER"))
		return value_is(value_bare(b), "refer");
	if (!sipcode_value(&o->request->message, "Event", &a))
		return 0;
	sipcode_param(a, "id", &id);
	sipcode_param(b, "id", &other);
	return value_alike(value_bare(a), value_bare(b)) &&
	       value_same(id, other);
}

/* 1 if it is a NOTIFY of the notifier of that dialog that came before; one that
 * was refused has ended nothing for the subscriber. */
static int is_before(const struct transaction *o, const struct transaction *t)
{
	int notify = transaction_is(t, "NOTIFY");

	return transaction_began(o) < transaction_began(t) &&
	       transaction_same_dialog(o, t) &&
	       transaction_same_side(o, t) == notify &&
	       (!notify || transaction_code(o) / 100 == 2);
}

static int has_ended(const struct look *l, const struct transaction *o)
{
	const struct sipcode_message *m = &o->request->message;
	struct sipcode_span v;

	return sipcode_value(m, "Subscription-State", &v) &&
	       value_is(value_bare(v), "terminated") &&
	       is_same_event(o, l->asked);
}

static void know_subscriber(struct subscription *s, const struct look *l,
                            const struct transaction *o)
{
	const struct ids *t = &l->transaction->ids;
	struct sipcode_span event;

	if (value_same(o->ids.from_tag, t->from_tag))
		return;
	if (!value_same(o->ids.from_tag, t->to_tag))
		s->other_tag = o;
	else if (transaction_code(o) >= 300 && call_is_over(l, o))
		s->refused = o;
	else if (is_same_event(o, l->asked))
		s->maker = o;
	else if (transaction_is(o, "REFER") ||
	         sipcode_value(&o->request->message, "Event", &event))
		s->other_event = o;
}

static void know_subscription(struct subscription *s, const struct look *l)
{
	int notify = transaction_is(l->transaction, "NOTIFY");
	const struct transaction *o;
	size_t at = 0;

	while ((o = walk_next(l, &at)) != NULL) {
		if (call_hung_up(l, o))
			s->bye = o;
		if (transaction_is(o, "NOTIFY")) {
			if (is_before(o, l->transaction))
				s->notify[s->notifies++ % READ_MOST] = o;
		} else if (notify && s->read < READ_MOST &&
		           (transaction_is(o, "SUBSCRIBE") ||
		            transaction_is(o, "REFER"))) {
			s->read++;
			know_subscriber(s, l, o);
		}
	}
	for (size_t i = 1; i <= s->notifies && i <= READ_MOST; i++)
		if (s->ended == NULL &&
		    has_ended(l, s->notify[(s->notifies - i) % READ_MOST]))
			s->ended = s->notify[(s->notifies - i) % READ_MOST];
}

static void say_ended(struct look *l, const struct transaction *notify)
{
	struct ground *g = ground_add(l, GROUND_sub_ended);

	ground_number(g, 0, notify->ids.number);
	ground_shows_field(g, &notify->request->heard, "CSeq");
	ground_shows_field(g, &notify->request->heard, "Subscription-State");
}

static void say_other_event(struct look *l, const struct transaction *o)
{
	struct sipcode_span v = value_of("refer");
	struct ground *g = ground_add(l, GROUND_sub_event);

	if (!transaction_is(o, "REFER"))
		sipcode_value(&o->request->message, "Event", &v);
	ground_arg(g, 1, v);
	ground_arg(g, 2, o->ids.method);
	if (sipcode_value(l->asked, "Event", &v))
		ground_arg(g, 0, v);
	ground_shows_field(g, &o->request->heard, "Event");
	ground_shows_field(g, l->request, "Event");
}

static void say_notify(struct look *l, const struct subscription *s)
{
	const struct transaction *made = s->maker;
	struct ground *g;

	if (s->ended != NULL) {
		say_ended(l, s->ended);
	} else if (made != NULL && s->bye != NULL) {
		g = ground_add(l, GROUND_bye_usage);
		ground_number(g, 0, s->bye->ids.number);
		ground_shows_field(g, &s->bye->request->heard, "CSeq");
		ground_shows_field(g, l->request, "Event");
	} else if (made != NULL) {
		g = ground_add(l, GROUND_sub_open);
		ground_arg(g, 0, made->ids.method);
		ground_shows_field(g, &made->request->heard, "CSeq");
		ground_shows_field(g, l->request, "Event");
	} else if (s->other_event != NULL && look_is_there(l->asked, "Event")) {
		say_other_event(l, s->other_event);
	} else if (s->refused != NULL) {
		const struct heard *final =
			&transaction_final(s->refused)->kept->heard;

		g = ground_add(l, GROUND_maker_failed);
		ground_arg(g, 0, s->refused->ids.method);
		ground_number(g, 1, final->message->code);
		ground_shows_field(g, l->request, "To");
		ground_shows(g, final, "Status-Line", final->message->start);
	} else if (s->other_tag != NULL && l->transaction->ids.to_tag.n > 0) {
		g = ground_add(l, GROUND_sub_tag);
		ground_arg(g, 0, l->transaction->ids.to_tag);
		ground_arg(g, 1, s->other_tag->ids.from_tag);
		ground_arg(g, 2, s->other_tag->ids.method);
		ground_shows_field(g, &s->other_tag->request->heard, "From");
		ground_shows_field(g, l->request, "To");
	} else if (call_is_all(l)) {
		g = ground_add(l, GROUND_sub_not_here);
		ground_shows_field(g, l->request, "Event");
	}
}

/* The SUBSCRIBE that was accepted last in this dialog. */
static const struct transaction *last_accepted(const struct look *l)
{
	const struct transaction *o, *last = NULL;
	size_t at = 0;

	while ((o = walk_next(l, &at)) != NULL)
		if (transaction_is(o, "SUBSCRIBE") && call_is_over(l, o) &&
		    transaction_code(o) / 100 == 2 &&
		    transaction_same_side(o, l->transaction) == 1 &&
		    transaction_same_dialog(o, l->transaction))
			last = o;
	return last;
}

/* Had the time run out that Expires of the last response gave (RFC 6665 section
 * 4.2.1.1), or had it been zero? */
static int say_expired(struct look *l)
{
	const struct transaction *o = last_accepted(l);
	const struct heard *final;
	struct sipcode_span v;
	struct ground *g;
	uint64_t expires;
	int64_t since;

	if (o == NULL || !is_same_event(o, l->asked))
		return 0;
	final = &transaction_final(o)->kept->heard;
	if (!sipcode_value(final->message, "Expires", &v) ||
	    !value_number(v, &expires) || expires > UINT32_MAX)
		return 0;
	if (!call_between(final, l->request, &since))
		since = 0;
	if (expires > 0 && since / NANOSECONDS <= (int64_t)expires)
		return 0;
	g = ground_add(l,
	               expires == 0 ? GROUND_sub_given_up : GROUND_sub_expired);
	ground_number(g, 0, expires);
	ground_number(g, 1, (uint64_t)(since / NANOSECONDS));
	ground_shows_field(g, l->request, "CSeq");
	ground_shows_field(g, final, "Expires");
	return 1;
}

int look_subscription(struct look *l)
{
	struct subscription s = { 0 };

	if (transaction_is(l->transaction, "NOTIFY")) {
		know_subscription(&s, l);
		say_notify(l, &s);
		return 1;
	}
	if (!transaction_is(l->transaction, "SUBSCRIBE") ||
	    l->transaction->ids.to_tag.n == 0)
		return 0;
	know_subscription(&s, l);
	if (s.ended != NULL)
		say_ended(l, s.ended);
	return s.ended != NULL || say_expired(l);
}

/* What the input has of the dialog that Replaces names. */
struct replaced {
	struct sipcode_span to_tag, from_tag; /* as Replaces has them */
	const struct transaction *maker;      /* ended before: final or BYE */
	const struct transaction *stranger;   /* one tag is another one */
	const struct transaction *bye;
	int by_callee; /* 1: it is the callee of it that is asked now */
	int is_here;
};

/* 1 if the tags are those of the request, in either order. */
static int has_tags(const struct transaction *o, const struct replaced *d)
{
	return (value_same(o->ids.from_tag, d->from_tag) &&
	        value_same(o->ids.to_tag, d->to_tag)) ||
	       (value_same(o->ids.from_tag, d->to_tag) &&
	        value_same(o->ids.to_tag, d->from_tag));
}

/* A BYE that was refused has not ended the call; 408 and 481 end it all the
 * same (RFC 3261 section 15.1.1). */
static int is_refused(const struct transaction *bye)
{
	unsigned code = transaction_code(bye);

	return code >= 300 && code != 408 && code != 481;
}

/* to-tag is that of the side that is asked (RFC 3891 section 3). */
static void know_replaced(struct replaced *d, const struct look *l,
                          const struct transaction *o)
{
	int by_callee = value_same(o->ids.from_tag, d->from_tag);
	unsigned gave;

	if (o->ids.to_tag.n > 0) {
		d->is_here |= has_tags(o, d);
		if (transaction_is(o, "BYE") && has_tags(o, d) &&
		    !is_refused(o))
			d->bye = o;
		return;
	}
	if (!transaction_is(o, "INVITE") ||
	    (!by_callee && !value_same(o->ids.from_tag, d->to_tag)))
		return;
	gave = transaction_gave(o, by_callee ? d->to_tag : d->from_tag);
	if (gave > 0 && gave < 300) {
		d->maker = o;
		d->by_callee = by_callee;
		d->is_here = 1;
	} else if (transaction_code(o) / 100 == 2 && call_is_over(l, o)) {
		d->stranger = o;
		d->by_callee = by_callee;
	}
}

static void say_replaces_tag(struct look *l, const struct replaced *d)
{
	const struct heard *final =
		&transaction_final(d->stranger)->kept->heard;
	struct ground *g = ground_add(l, GROUND_replaces_tag);

	ground_arg(g, 0, d->by_callee ? d->to_tag : d->from_tag);
	ground_arg(g, 1, call_to_tag(final));
	ground_shows_field(g, l->request, "Replaces");
	ground_shows_field(g, final, "To");
}

/* The dialog is not in the input.  A request without a tag in To belongs to no
 * dialog itself, so that a 481 is about that one. */
static struct ground *say_unseen(struct look *l)
{
	struct sipcode_span to, tag, v;
	struct ground *g;

	if (!l->whole || !sipcode_value(l->asked, "To", &to) ||
	    sipcode_param(to, "tag", &tag) ||
	    !look_field(l->asked, "Replaces", &v) || value_bare(v).n == 0)
		return call_is_all(l) ? ground_add(l, GROUND_replaces_not_here)
		                      : NULL;
	g = ground_add(l, GROUND_replaces_unknown);
	ground_arg(g, 0, value_bare(v));
	return g;
}

static void say_replaced(struct look *l, const struct replaced *d)
{
	const struct transaction *maker = d->maker;
	struct ground *g;

	if (d->bye != NULL) {
		g = ground_add(l, GROUND_replaces_bye);
		ground_shows_field(g, &d->bye->request->heard, "CSeq");
	} else if (maker != NULL && call_is_over(l, maker) &&
	           transaction_code(maker) >= 300) {
		const struct heard *final =
			&transaction_final(maker)->kept->heard;

		g = ground_add(l, GROUND_replaces_failed);
		ground_number(g, 0, final->message->code);
		ground_shows(g, final, "Status-Line", final->message->start);
	} else if (maker != NULL && d->by_callee && !call_is_over(l, maker) &&
	           maker->ack == NULL) {
		g = ground_add(l, GROUND_replaces_ringing);
		ground_shows_field(g, &maker->request->heard, "CSeq");
	} else if (d->is_here) {
		g = ground_add(l, GROUND_replaces_open);
	} else if (d->stranger != NULL) {
		say_replaces_tag(l, d);
		return;
	} else {
		g = say_unseen(l);
	}
	if (g != NULL)
		ground_shows_field(g, l->request, "Replaces");
}

void look_replaced(struct look *l)
{
	struct replaced d = { 0 };
	struct ids ids = { 0 };
	struct sipcode_span v, none = { "", 0 };
	const struct transaction *o;
	size_t at = 0;

	if (!look_field(l->asked, "Replaces", &v))
		return;
	d.to_tag = d.from_tag = none;
	sipcode_param(v, "to-tag", &d.to_tag);
	sipcode_param(v, "from-tag", &d.from_tag);
	ids.call = value_hash(value_bare(v));
	while ((o = exchange_of_call(l->exchange, &ids, &at)) != NULL)
		if (transaction_began(o) < l->response->order)
			know_replaced(&d, l, o);
	say_replaced(l, &d);
}
