/* late.c - how long a request waited for its response. */
#include "grounds/dialog/walk.h"

/* Timers B and F of RFC 3261 section 17.1 run for 64*T1, which is 32 seconds,
 * Timer C of section 16.6 for more than three minutes: a response is theirs if
 * it comes so many seconds later. */
enum { TIMER_B = 32, TIMER_C = 180, TIMER_LATE = 5, TIMER_EARLY = 1 };

/* More bytes should not go over UDP (RFC 3261 section 18.1.1). */
enum { UDP_MOST = 1300 };

static int is_near(int64_t ns, int64_t seconds)
{
	const int64_t second = NANOSECONDS;

	return ns >= (seconds - TIMER_EARLY) * second &&
	       ns <= (seconds + TIMER_LATE) * second;
}

static uint64_t whole_seconds(int64_t ns)
{
	const int64_t second = NANOSECONDS;

	return (uint64_t)((ns + second / 2) / second);
}

static struct ground *say_seconds(struct look *l, enum ground_id id, int64_t ns)
{
	struct ground *g = ground_add(l, id);

	ground_number(g, 0, l->code);
	ground_number(g, 1, whole_seconds(ns));
	ground_arg(g, 2, l->transaction->ids.method);
	return g;
}

/* RFC 3261 section 21.5.5: the time that Expires gives. */
static int say_expires(struct look *l)
{
	uint64_t expires;
	struct ground *g;
	int64_t ns;

	if (!call_expires(l, &expires, &ns))
		return 0;
	g = say_seconds(l, GROUND_expires_over, ns);
	ground_number(g, 2, expires);
	ground_shows_field(g, l->request, "Expires");
	return 1;
}

/* The phone rang, and nobody answered. */
static int say_rang(struct look *l)
{
	const struct heard *ring = call_ring(l->transaction, l->response);
	struct ground *g;

	if (ring == NULL)
		return 0;
	g = ground_add(l, GROUND_rang);
	ground_number(g, 0, ring->message->code);
	ground_shows(g, ring, "Status-Line", ring->message->start);
	call_time(l, ring, l->response);
	return 1;
}

/* The CANCEL of the INVITE, which waits so long for its end (RFC 3261 section
 * 9.1). */
static int say_given_up(struct look *l)
{
	const struct transaction *t = l->transaction, *o;
	size_t at = 0;

	while (transaction_is(t, "INVITE") && (o = walk_next(l, &at)) != NULL) {
		struct ground *g;
		int64_t ns;

		if (!transaction_is(o, "CANCEL") ||
		    o->ids.number != t->ids.number ||
		    o->ids.hop[0] != t->ids.hop[0] ||
		    !call_between(&o->request->heard, l->response, &ns) ||
		    !is_near(ns, TIMER_B))
			continue;
		g = say_seconds(l, GROUND_cancel_timeout, ns);
		ground_shows_field(g, &o->request->heard, "CSeq");
		return 1;
	}
	return 0;
}

static void say_wait(struct look *l)
{
	int invite = transaction_is(l->transaction, "INVITE");
	int64_t ns;

	if (!call_between(l->request, l->response, &ns)) {
		ground_add(l, GROUND_no_times);
		return;
	}
	if (is_near(ns, TIMER_B)) {
		say_seconds(l, invite ? GROUND_timer_b : GROUND_timer_f, ns);
	} else if (invite && is_near(ns, TIMER_C)) {
		say_seconds(l, GROUND_timer_c, ns);
	} else {
		call_time(l, l->request, l->response);
		if (ns < TIMER_B * (int64_t)NANOSECONDS)
			ground_add(l, GROUND_timer_early);
	}
}

static int is_over_udp(const struct look *l)
{
	struct sipcode_span via = l->transaction->ids.via;

	return value_begins(via, "SIP/2.0/UDP");
}

/* What may have kept the request from its goal. */
static void say_size(struct look *l)
{
	size_t bytes = l->asked->all.n;
	struct ground *g;

	if (bytes <= UDP_MOST || !is_over_udp(l) || l->request->told ||
	    l->request->garbled)
		return;
	g = ground_add(l, GROUND_size_udp);
	ground_number(g, 0, bytes);
	ground_number(g, 1, UDP_MOST);
	ground_shows(g, l->request, "Via", l->transaction->ids.via);
}

static void say_copies(struct look *l)
{
	if (l->transaction->copies > 0)
		ground_number(ground_add(l, GROUND_copies), 0,
		              l->transaction->copies);
}

static void look_timeout(struct look *l)
{
	if (!say_expires(l) && !say_given_up(l) && !say_rang(l))
		say_wait(l);
	say_size(l);
	say_copies(l);
}

/* Where the request goes, which is all that is known of the server that has not
 * answered. */
static void say_goal(struct look *l)
{
	struct sipcode_span uri = value_request_uri(l->asked);
	struct sipcode_span host = value_hostport(uri);
	struct ground *g;

	if (host.n == 0 || look_is_led(l))
		return;
	g = ground_add(l, GROUND_server_unsaid);
	ground_arg(g, 0, host);
	ground_shows(g, l->request, "Request-URI", uri);
}

/* 504: an UPDATE cannot wait for a person (RFC 3311 section 5.2); else a server
 * behind this one has not answered. */
static void look_server_timeout(struct look *l)
{
	int64_t ns;

	if (transaction_is(l->transaction, "UPDATE") && l->asked->body.n > 0)
		ground_add(l, GROUND_update_asks);
	if (call_between(l->request, l->response, &ns)) {
		if (is_near(ns, TIMER_B))
			say_seconds(l, GROUND_timer_server, ns);
		else
			call_time(l, l->request, l->response);
	}
	say_goal(l);
}

void look_late(struct look *l)
{
	if (l->code == 408)
		look_timeout(l);
	else
		look_server_timeout(l);
}
