/* dialog.c - the dialog that a request names, and what became of it. */
#include "grounds/dialog/walk.h"

/* Of the transactions that are not the right ones, so many requests are read
 * at most. */
enum { READ_MOST = 32 };

/* What the input has of the dialog of a request. */
struct known {
	/* Made it, with a response below 300; ended before that. */
	const struct transaction *maker;
	/* Has its tag only in a response that makes no dialog. */
	const struct transaction *refused;
	/* Made a dialog in which one tag is the same and the other is not;
	 * which header field of the request names that other one. */
	const struct transaction *stranger;
	const char *field;
	/* Was accepted in it before. */
	const struct transaction *accepted;
	const struct transaction *bye;
};

static const struct heard *final_of(const struct transaction *t)
{
	return &transaction_final(t)->kept->heard;
}

static int makes_dialogs(const struct transaction *t)
{
	return transaction_is(t, "INVITE") || transaction_is(t, "REFER") ||
	       transaction_is(t, "SUBSCRIBE");
}

/* A request outside of a dialog, and what its responses gave. */
static void know_maker(struct known *k, const struct look *l,
                       const struct transaction *o)
{
	const struct ids *t = &l->transaction->ids;
	int caller = value_same(o->ids.from_tag, t->from_tag);
	unsigned gave;

	if (!caller && !value_same(o->ids.from_tag, t->to_tag))
		return;
	gave = transaction_gave(o, caller ? t->to_tag : t->from_tag);
	if (gave > 0 && gave < 300) {
		k->maker = o;
	} else if (gave >= 300) {
		k->refused = o;
	} else if (transaction_code(o) / 100 == 2 && !o->forgot &&
	           call_is_over(l, o) && call_to_tag(final_of(o)).n > 0) {
		k->stranger = o;
		k->field = caller ? "To" : "From";
	}
}

static void know(struct known *k, const struct look *l)
{
	const struct transaction *o;
	size_t at = 0;

	while ((o = walk_next(l, &at)) != NULL) {
		if (k->bye == NULL && call_hung_up(l, o))
			k->bye = o;
		if (transaction_is(o, "CANCEL"))
			continue;
		if (o->ids.to_tag.n == 0) {
			if (makes_dialogs(o))
				know_maker(k, l, o);
		} else if (transaction_code(o) / 100 == 2 &&
		           call_is_over(l, o) &&
		           transaction_same_dialog(o, l->transaction))
			k->accepted = o;
	}
}

static void say_bye(struct look *l, const struct transaction *bye)
{
	const struct transaction *t = l->transaction;
	int other = transaction_same_side(bye, t) == 0;
	enum ground_id id = !other                     ? GROUND_bye_own
	                    : transaction_is(t, "BYE") ? GROUND_bye_crossed
	                                               : GROUND_bye_other;
	struct ground *g = ground_add(l, id);

	ground_arg(g, 0, t->ids.method);
	ground_number(g, 1, bye->ids.number);
	ground_shows_field(g, &bye->request->heard, "CSeq");
	ground_shows_field(g, l->request, "CSeq");
}

/* The request that should have made the dialog has failed (RFC 3261 section
 * 12.3). */
static void say_failed(struct look *l, const struct transaction *maker)
{
	const struct heard *final = final_of(maker);
	struct ground *g = ground_add(l, GROUND_maker_failed);

	ground_arg(g, 0, maker->ids.method);
	ground_number(g, 1, final->message->code);
	ground_shows_field(g, l->request, "To");
	ground_shows(g, final, "Status-Line", final->message->start);
}

/* The tag of a fork, when another one had answered the call. */
static int say_fork(struct look *l, const struct transaction *maker)
{
	const struct ids *t = &l->transaction->ids;
	int caller = value_same(maker->ids.from_tag, t->from_tag);
	struct sipcode_span tag = caller ? t->to_tag : t->from_tag;
	struct sipcode_span taken;
	struct ground *g;

	if (!call_is_over(l, maker) || transaction_code(maker) / 100 != 2 ||
	    transaction_gave(maker, tag) / 100 == 2 || maker->forgot)
		return 0;
	taken = call_to_tag(final_of(maker));
	if (taken.n == 0)
		return 0;
	g = ground_add(l, GROUND_tag_of_fork);
	ground_arg(g, 0, tag);
	ground_arg(g, 1, taken);
	ground_shows_field(g, l->request, caller ? "To" : "From");
	ground_shows_field(g, final_of(maker), "To");
	return 1;
}

static void say_stranger(struct look *l, const struct known *k)
{
	const struct ids *t = &l->transaction->ids;
	int to = value_is(value_of(k->field), "To");
	const struct heard *final = final_of(k->stranger);
	struct ground *g =
		ground_add(l, k->refused != NULL ? GROUND_tag_of_refusal
	                                         : GROUND_tag_unknown);

	ground_arg(g, 0, to ? t->to_tag : t->from_tag);
	ground_arg(g, 1, call_to_tag(final));
	if (k->refused != NULL)
		ground_number(g, 2, transaction_code(k->refused));
	else
		ground_arg(g, 2, value_of(k->field));
	ground_shows_field(g, l->request, k->field);
	ground_shows_field(g, final, "To");
}

/* Was it sent by the side whose tag is in To?  Its Via is that of the INVITE,
 * or the Contact of the 2xx; a proxy in between hides that. */
static int is_swapped(const struct look *l, const struct transaction *maker)
{
	const struct ids *t = &l->transaction->ids;
	int by_maker = value_alike(t->sent_by, maker->ids.sent_by);
	struct sipcode_span contact;

	if (t->vias != 1 || maker->ids.vias != 1)
		return 0;
	if (!value_same(maker->ids.from_tag, t->from_tag))
		return by_maker;
	return !by_maker && transaction_code(maker) / 100 == 2 &&
	       sipcode_value(final_of(maker)->message, "Contact", &contact) &&
	       call_same_host(value_hostport(value_uri(contact)), t->sent_by);
}

static int say_swapped(struct look *l, const struct transaction *maker)
{
	struct ground *g;

	if (!is_swapped(l, maker))
		return 0;
	g = ground_add(l, GROUND_tags_swapped);
	ground_arg(g, 0, l->transaction->ids.sent_by);
	ground_shows_field(g, l->request, "Via");
	ground_shows_field(g, l->request, "From");
	ground_shows_field(g, l->request, "To");
	return 1;
}

/* A dialog with both tags, and another Call-ID. */
static int say_call_id(struct look *l)
{
	const struct transaction *t = l->transaction;
	struct ground *g;

	for (size_t i = 0; i < l->exchange->transactions; i++) {
		const struct transaction *o = l->exchange->held[i];

		if (o->ids.call == t->ids.call || o->ids.call == 0 ||
		    transaction_began(o) > l->response->order ||
		    !transaction_same_dialog(o, t))
			continue;
		g = ground_add(l, GROUND_call_id_unknown);
		ground_arg(g, 0, t->ids.call_id);
		ground_arg(g, 1, o->ids.call_id);
		ground_shows_field(g, &o->request->heard, "Call-ID");
		ground_shows_field(g, l->request, "Call-ID");
		return 1;
	}
	return 0;
}

/* Which of all that is known explains it? */
static void say_known(struct look *l, const struct known *k)
{
	const struct transaction *maker = k->maker;
	struct ground *g;

	if (k->bye != NULL)
		say_bye(l, k->bye);
	else if (maker != NULL && call_is_over(l, maker) &&
	         transaction_code(maker) >= 300)
		say_failed(l, maker);
	else if (maker != NULL && (say_fork(l, maker) || say_swapped(l, maker)))
		return;
	else if (maker != NULL || k->accepted != NULL) {
		g = ground_add(l, GROUND_dialog_open);
		ground_shows_field(g, l->request, "From");
		ground_shows_field(g, l->request, "To");
	} else if (k->stranger != NULL)
		say_stranger(l, k);
	else if (k->refused != NULL && call_is_over(l, k->refused))
		say_failed(l, k->refused);
	else if (!say_call_id(l) && call_is_all(l)) {
		g = ground_add(l, GROUND_dialog_not_here);
		ground_shows_field(g, l->request, "Call-ID");
		ground_shows_field(g, l->request, "From");
		ground_shows_field(g, l->request, "To");
	}
}

/* "776656 1 INVITE" (RFC 3262 section 7.2). */
static int read_rack(const struct sipcode_message *m, uint64_t *rseq,
                     uint64_t *cseq)
{
	struct sipcode_span v;

	if (!look_field(m, "RAck", &v) || !value_number(v, rseq))
		return 0;
	while (v.n > 0 && *v.s >= '0' && *v.s <= '9') {
		v.s++;
		v.n--;
	}
	return value_number(v, cseq);
}

/* The reliable provisional response of that number; else the last one to the
 * side that sent the PRACK, in *last. */
static int finds_reliable(const struct look *l, const struct transaction *o,
                          uint64_t rseq, const struct response **last)
{
	uint64_t tag = value_hash(l->transaction->ids.to_tag);
	int found = 0;

	for (size_t i = 0; i < o->responses; i++) {
		const struct response *r = &o->response[i];

		if (r->rseq == 0 || r->to_tag != tag ||
		    r->kept->heard.order > l->response->order)
			continue;
		*last = r;
		found |= r->rseq == rseq;
	}
	return found;
}

/* A PRACK fits one reliable provisional response that waits for it (RFC 3262
 * section 3). */
static int say_rack(struct look *l)
{
	const struct transaction *o, *invite = NULL;
	const struct response *last = NULL;
	uint64_t rseq, cseq;
	struct ground *g;
	size_t at = 0;

	if (!read_rack(l->asked, &rseq, &cseq))
		return 0;
	while ((o = walk_next(l, &at)) != NULL) {
		const struct response *r = NULL;

		if (!transaction_is(o, "INVITE") ||
		    !value_same(o->ids.from_tag, l->transaction->ids.from_tag))
			continue;
		if (o->forgot)
			return 0;
		if (finds_reliable(l, o, rseq, &r) && o->ids.number == cseq)
			return 0;
		if (r != NULL) {
			last = r;
			invite = o;
		}
	}
	if (last == NULL)
		return 0;
	g = ground_add(l, GROUND_rack_unknown);
	ground_number(g, 0, last->rseq);
	ground_number(g, 1, invite->ids.number);
	ground_shows_field(g, l->request, "RAck");
	ground_shows_field(g, &last->kept->heard, "RSeq");
	ground_shows_field(g, &last->kept->heard, "CSeq");
	return 1;
}

/* The same response had been acknowledged before. */
static int say_acknowledged(struct look *l)
{
	const struct transaction *o;
	struct sipcode_span rack, v;
	size_t at = 0, read = 0;

	if (!look_field(l->asked, "RAck", &rack))
		return 0;
	while (read < READ_MOST && (o = walk_next(l, &at)) != NULL) {
		struct ground *g;

		if (!transaction_is(o, "PRACK") || !call_is_over(l, o) ||
		    transaction_code(o) / 100 != 2 ||
		    !transaction_same_dialog(o, l->transaction))
			continue;
		read++;
		if (!look_field(&o->request->message, "RAck", &v) ||
		    !value_alike(v, rack))
			continue;
		g = ground_add(l, GROUND_rack_again);
		ground_arg(g, 0, rack);
		ground_number(g, 1, o->ids.number);
		ground_shows_field(g, &o->request->heard, "RAck");
		ground_shows_field(g, l->request, "RAck");
		return 1;
	}
	return 0;
}

/* Requests that stand in a dialog always (RFC 3261 section 15, RFC 3262
 * section 3, RFC 3311 section 5.1, RFC 6086 section 4.1). */
static int is_within_always(const struct transaction *t)
{
	return transaction_is(t, "BYE") || transaction_is(t, "INFO") ||
	       transaction_is(t, "PRACK") || transaction_is(t, "UPDATE");
}

static void look_in_dialog(struct look *l)
{
	struct known k = { 0 };
	int prack = transaction_is(l->transaction, "PRACK");

	know(&k, l);
	if (prack && k.bye == NULL && (say_rack(l) || say_acknowledged(l)))
		return;
	say_known(l, &k);
}

void look_dialog(struct look *l)
{
	const struct transaction *t = l->transaction;

	if (transaction_is(t, "CANCEL"))
		look_cancel(l);
	else if (look_subscription(l))
		return;
	else if (t->ids.to_tag.n > 0)
		look_in_dialog(l);
	else if (transaction_is(t, "INVITE"))
		look_replaced(l);
	else if (l->whole && is_within_always(t)) {
		struct ground *g = ground_add(l, GROUND_no_to_tag);

		ground_arg(g, 0, t->ids.method);
		ground_shows_field(g, l->request, "To");
	}
}
