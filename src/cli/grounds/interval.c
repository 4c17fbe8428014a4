/* interval.c - intervals that a server finds too short. */
#include "grounds/look.h"

/* RFC 3261 section 10.3: only what is shorter may be called too brief. */
enum { HOUR = 3600 };

/* The number that the header field begins with; 0 if there is none. */
static int field_number(const struct sipcode_message *m, const char *header,
                        uint64_t *n)
{
	struct sipcode_span v;

	return sipcode_value(m, header, &v) && value_number(v, n);
}

/* An earlier 422 of the call has named a minimum already (RFC 4028 section
 * 7.4): of another server, or the client has not kept to it. */
static void look_earlier_minimum(struct look *l)
{
	const struct transaction *t;
	size_t at = 0;

	while ((t = exchange_of_call(l->exchange, &l->transaction->ids, &at))) {
		const struct response *r = transaction_final(t);
		struct ground *g;
		uint64_t minimum;

		if (t->serial >= l->transaction->serial || r == NULL ||
		    r->kept->message.code != 422 ||
		    t->ids.number >= l->transaction->ids.number ||
		    !value_same(t->ids.from_tag,
		                l->transaction->ids.from_tag) ||
		    !field_number(&r->kept->message, "Min-SE", &minimum))
			continue;
		g = ground_add(l, GROUND_session_again);
		ground_number(g, 0, minimum);
		ground_shows_field(g, &r->kept->heard, "Min-SE");
		return;
	}
}

/* 422: Session-Expires is below the minimum of the server (RFC 4028 section
 * 6). */
static void look_session(struct look *l)
{
	uint64_t asked, minimum;
	struct ground *g;

	if (!field_number(l->asked, "Session-Expires", &asked)) {
		if (!l->whole || look_is_there(l->asked, "Session-Expires"))
			return;
		g = ground_add(l, GROUND_session_none);
		ground_shows_field(g, l->response, "Min-SE");
		return;
	}
	if (!field_number(l->got, "Min-SE", &minimum)) {
		g = ground_add(l, GROUND_session_small);
		ground_number(g, 0, asked);
		ground_shows_field(g, l->request, "Session-Expires");
		return;
	}
	g = ground_add(l, asked < minimum ? GROUND_session_brief
	                                  : GROUND_session_enough);
	ground_number(g, 0, asked);
	ground_number(g, 1, minimum);
	ground_shows_field(g, l->request, "Session-Expires");
	ground_shows_field(g, l->request, "Min-SE");
	ground_shows_field(g, l->response, "Min-SE");
	look_earlier_minimum(l);
}

/* One interval against Min-Expires; `field` is where it stands. */
struct asked {
	uint64_t seconds;
	const char *field;
	struct sipcode_span value;
};

/* What may be called too brief: more than nothing, and below the minimum. */
static int is_brief(uint64_t seconds, uint64_t minimum)
{
	return seconds > 0 && seconds < minimum;
}

static struct ground *add_interval(struct look *l, enum ground_id id,
                                   const struct asked *a)
{
	struct ground *g = ground_add(l, id);

	ground_number(g, 0, a->seconds);
	ground_shows(g, l->request, a->field, a->value);
	ground_shows_field(g, l->response, "Min-Expires");
	return g;
}

/* Says whether the interval is too brief. */
static void judge_interval(struct look *l, const struct asked *a)
{
	enum ground_id id = GROUND_interval_small;
	uint64_t minimum;
	struct ground *g;

	if (field_number(l->got, "Min-Expires", &minimum))
		id = is_brief(a->seconds, minimum) ? GROUND_interval_brief
		                                   : GROUND_interval_enough;
	g = add_interval(l, id, a);
	ground_arg(g, 1, value_of(a->field));
	if (id != GROUND_interval_small)
		ground_number(g, 2, minimum);
}

/* What Expires asks for; its field is NULL if that is no number. */
static struct asked expires_of(const struct look *l)
{
	struct asked a = { 0 };

	if (sipcode_value(l->asked, "Expires", &a.value) &&
	    value_number(a.value, &a.seconds))
		a.field = "Expires";
	return a;
}

/* A value of Expires that no Contact follows. */
static void look_overridden(struct look *l, const struct asked *expires,
                            const struct asked *a)
{
	uint64_t minimum;

	if (expires->field == NULL ||
	    !field_number(l->got, "Min-Expires", &minimum) ||
	    is_brief(expires->seconds, minimum) ==
	            is_brief(a->seconds, minimum))
		return;
	ground_number(ground_add(l, GROUND_interval_unused), 0,
	              expires->seconds);
}

/* The shortest interval of all values of Contact, but 0 last of all: of each
 * its parameter "expires", else Expires (RFC 3261 section 10.3).  Returns how
 * many values there are; *general: Expires counts for one of them. */
static size_t shortest_contact(const struct look *l,
                               const struct asked *expires, struct asked *least,
                               int *general)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span contact, p;
	size_t n = 0;

	for (; sipcode_next_value(l->asked, "Contact", &at, &contact); n++) {
		struct asked a = { 0, "Contact", contact };

		if (!sipcode_param(contact, "expires", &p)) {
			*general = 1;
			a = *expires;
		} else if (!value_number(p, &a.seconds)) {
			continue;
		}
		if (a.field != NULL &&
		    (least->field == NULL || least->seconds == 0 ||
		     (a.seconds > 0 && a.seconds < least->seconds)))
			*least = a;
	}
	return n;
}

static void look_register(struct look *l)
{
	struct asked expires = expires_of(l), least = { 0 };
	int general = 0;
	size_t contacts = shortest_contact(l, &expires, &least, &general);

	if (least.field == NULL) {
		if (l->whole && !look_is_there(l->asked, "Expires"))
			ground_add(l, contacts == 0
			                      ? GROUND_interval_no_contact
			                      : GROUND_interval_registrar);
		return;
	}
	if (least.seconds == 0) {
		add_interval(l, GROUND_interval_zero, &least);
		return;
	}
	judge_interval(l, &least);
	if (look_is_led(l) && least.seconds >= HOUR)
		ground_number(ground_add(l, GROUND_interval_hour), 0,
		              least.seconds);
	if (!general)
		look_overridden(l, &expires, &least);
}

/* SUBSCRIBE and PUBLISH: Expires alone. */
static void look_expires(struct look *l, enum ground_id none)
{
	struct asked a = expires_of(l);

	if (a.field != NULL && a.seconds > 0)
		judge_interval(l, &a);
	else if (l->whole && !look_is_there(l->asked, "Expires"))
		ground_shows_field(ground_add(l, none), l->response,
		                   "Min-Expires");
}

void look_intervals(struct look *l)
{
	struct sipcode_span method = value_method(l->asked);

	if (l->code == 422)
		look_session(l);
	else if (value_is(method, "REGISTER"))
		look_register(l);
	else if (value_is(method, "SUBSCRIBE"))
		look_expires(l, GROUND_interval_package);
	else if (value_is(method, "PUBLISH"))
		look_expires(l, GROUND_interval_compositor);
}
