/* lists.c - a name in the request against the list of names that the other
 * side has: methods, event packages, Info Packages. */
#include "grounds/look.h"

#include <string.h>

#include "len.h"

/* The header field of the response or of an earlier message that lists them. */
enum listing { NOWHERE, ABSENT, OTHER_CASE, LISTED };

/* Is the name in the list?  *as is how it stands there. */
static enum listing find_name(const struct sipcode_message *m,
                              const char *header, struct sipcode_span name,
                              struct sipcode_span *as)
{
	struct sipcode_cursor at = { 0 };
	enum listing found = NOWHERE;
	struct sipcode_span v;

	while (sipcode_next_value(m, header, &at, &v)) {
		v = value_bare(v);
		if (value_same(v, name)) {
			*as = v;
			return LISTED;
		}
		if (value_alike(v, name)) {
			*as = v;
			found = OTHER_CASE;
		}
		if (found == NOWHERE)
			found = ABSENT;
	}
	return found;
}

/* The same in the response; NOWHERE also if the log may have left a part of the
 * list out. */
static enum listing in_response(const struct look *l, const char *header,
                                struct sipcode_span name,
                                struct sipcode_span *as)
{
	enum listing found = find_name(l->got, header, name, as);

	return found == ABSENT && !heard_is_whole(l->response) ? NOWHERE
	                                                       : found;
}

/* So many messages of the other side are looked at. */
enum { SAID_MOST = 4 };

/* Messages of the same dialog that the answering side sent before, the last
 * ones. */
struct sayings {
	const struct heard *said[SAID_MOST];
	size_t n; /* how many there were; the last is (n - 1) % SAID_MOST */
};

static void add_said(struct sayings *s, const struct heard *h)
{
	s->said[s->n++ % SAID_MOST] = h;
}

static void earlier_of_peer(const struct look *l, struct sayings *s)
{
	struct sipcode_span tag = l->transaction->ids.to_tag;
	const struct transaction *t;
	size_t at = 0;

	s->n = 0;
	if (tag.n == 0)
		return;
	while ((t = exchange_of_call(l->exchange, &l->transaction->ids, &at)) !=
	       NULL) {
		const struct response *final = transaction_final(t);
		struct ids ids;

		if (t->serial >= l->transaction->serial)
			continue;
		if (t->request != NULL && value_same(t->ids.from_tag, tag))
			add_said(s, &t->request->heard);
		if (final == NULL || final->kept->message.code >= 300)
			continue;
		ids_of(&final->kept->message, &ids);
		if (value_same(ids.to_tag, tag))
			add_said(s, &final->kept->heard);
	}
}

/* What the same side said before in the header field: of the messages that
 * have it the last one, NULL if none has. */
static const struct heard *said_before(const struct look *l, const char *header,
                                       struct sipcode_span name,
                                       enum listing *listing)
{
	struct sayings s;
	struct sipcode_span as;

	earlier_of_peer(l, &s);
	for (size_t i = 1; i <= s.n && i <= SAID_MOST; i++) {
		const struct heard *h = s.said[(s.n - i) % SAID_MOST];

		*listing = find_name(h->message, header, name, &as);
		if (*listing != NOWHERE && heard_is_whole(h))
			return h;
	}
	*listing = NOWHERE;
	return NULL;
}

/* The methods of the registry. */
static int is_standard_method(struct sipcode_span v)
{
	static const char methods[][10] = {
		"ACK",     "BYE",      "CANCEL",    "INFO",   "INVITE",
		"MESSAGE", "NOTIFY",   "OPTIONS",   "PRACK",  "PUBLISH",
		"REFER",   "REGISTER", "SUBSCRIBE", "UPDATE",
	};

	for (size_t i = 0; i < LEN(methods); i++)
		if (value_same(v, value_of(methods[i])))
			return 1;
	return 0;
}

static struct ground *add_name_of(struct look *l, enum ground_id id,
                                  struct sipcode_span name, const char *asked,
                                  const char *got)
{
	struct ground *g = ground_add(l, id);

	ground_arg(g, 0, name);
	if (asked != NULL)
		ground_shows_field(g, l->request, asked);
	else
		ground_shows(g, l->request, "Request-Line", l->asked->start);
	ground_shows_list(l, g, l->response, got);
	return g;
}

/* No Allow in the response: the meaning of the code is all there is. */
static void look_unlisted_method(struct look *l, struct sipcode_span method)
{
	enum ground_id id = GROUND_method_refused;
	const struct heard *before;
	enum listing listing;
	struct ground *g;

	if (!l->whole)
		return;
	before = said_before(l, "Allow", method, &listing);
	if (before != NULL && listing == ABSENT) {
		g = add_name_of(l, GROUND_method_before, method, NULL, "Allow");
		ground_shows_list(l, g, before, "Allow");
		return;
	}
	if (l->code == 501)
		id = is_standard_method(method) ? GROUND_method_unsaid
		                                : GROUND_method_unknown;
	add_name_of(l, id, method, NULL, "Allow");
}

static void look_method(struct look *l)
{
	struct sipcode_span method = value_method(l->asked), as;

	switch (in_response(l, "Allow", method, &as)) {
	case LISTED:
		add_name_of(l, GROUND_method_listed, method, NULL, "Allow");
		break;
	case OTHER_CASE:
		ground_arg(add_name_of(l, GROUND_method_case, method, NULL,
		                       "Allow"),
		           1, as);
		break;
	case ABSENT:
		add_name_of(l, GROUND_method_unlisted, method, NULL, "Allow");
		break;
	case NOWHERE:
		look_unlisted_method(l, method);
		break;
	}
}

/* The last SUBSCRIBE of the side that got a NOTIFY; NULL if there is none.
 * *asked: that side has asked for the package, by a REFER if it is refer. */
static const struct heard *subscribe_of(const struct look *l,
                                        struct sipcode_span event, int *asked)
{
	const struct transaction *t;
	const struct heard *h = NULL;
	size_t at = 0;

	while ((t = exchange_of_call(l->exchange, &l->transaction->ids, &at)) !=
	       NULL)
		if (t->request != NULL && t->serial < l->transaction->serial &&
		    value_same(t->ids.from_tag, l->transaction->ids.to_tag)) {
			*asked |= transaction_is(t, "REFER") &&
			          value_is(event, "refer");
			if (!transaction_is(t, "SUBSCRIBE"))
				continue;
			h = &t->request->heard;
			*asked |= look_has(h->message, "Event", event);
		}
	return h;
}

/* A NOTIFY for another package than was subscribed to.  Allow-Events says
 * nothing of what the subscriber takes. */
static void look_notify(struct look *l, struct sipcode_span event)
{
	int asked = 0;
	const struct heard *h = subscribe_of(l, event, &asked);
	struct sipcode_span wanted = { "", 0 };
	struct ground *g;

	/* Why it has refused what it asked for, nothing says. */
	if (asked)
		return;
	if (h != NULL && sipcode_value(h->message, "Event", &wanted))
		wanted = value_bare(wanted);
	if (wanted.n == 0) {
		g = ground_add(l, GROUND_event_notify);
		ground_arg(g, 0, event);
		ground_shows_field(g, l->request, "Event");
		return;
	}
	g = ground_add(l, GROUND_event_other);
	ground_arg(g, 0, event);
	ground_arg(g, 1, wanted);
	ground_shows_field(g, l->request, "Event");
	ground_shows_field(g, h, "Event");
}

/* "presence.winfo" is a template on "presence", which Allow-Events has; it
 * never lists templates (RFC 6665 section 4.4.4). */
static int look_template(struct look *l, struct sipcode_span event)
{
	const char *dot = memchr(event.s, '.', event.n);
	struct sipcode_span base = event, as;
	struct ground *g;

	if (dot == NULL)
		return 0;
	base.n = (size_t)(dot - event.s);
	if (in_response(l, "Allow-Events", base, &as) != LISTED)
		return 0;
	g = add_name_of(l, GROUND_event_template, event, "Event",
	                "Allow-Events");
	ground_arg(g, 1, base);
	return 1;
}

static void look_no_event(struct look *l)
{
	struct sipcode_span method = value_method(l->asked);

	if (l->whole)
		add_name_of(l,
		            value_is(method, "SUBSCRIBE") ||
		                            value_is(method, "PUBLISH") ||
		                            value_is(method, "NOTIFY")
		                    ? GROUND_event_missing
		                    : GROUND_event_not_asked,
		            method, NULL, "Allow-Events");
}

static void look_event(struct look *l)
{
	struct sipcode_span event, as;

	if (!sipcode_value(l->asked, "Event", &event) ||
	    value_bare(event).n == 0) {
		look_no_event(l);
		return;
	}
	event = value_bare(event);
	if (value_is(value_method(l->asked), "NOTIFY")) {
		look_notify(l, event);
		return;
	}
	switch (in_response(l, "Allow-Events", event, &as)) {
	case LISTED:
		add_name_of(l, GROUND_event_listed, event, "Event",
		            "Allow-Events");
		break;
	case OTHER_CASE:
		ground_arg(add_name_of(l, GROUND_event_case, event, "Event",
		                       "Allow-Events"),
		           1, as);
		break;
	case ABSENT:
		if (!look_template(l, event))
			add_name_of(l, GROUND_event_unlisted, event, "Event",
			            "Allow-Events");
		break;
	case NOWHERE:
		if (l->whole)
			add_name_of(l, GROUND_event_refused, event, "Event",
			            "Allow-Events");
		break;
	}
}

/* The package is not in Recv-Info of the response.  listed: there is one. */
static void look_unlisted_info(struct look *l, struct sipcode_span package,
                               int listed)
{
	enum listing listing;
	const struct heard *before =
		said_before(l, "Recv-Info", package, &listing);
	struct ground *g;

	if (before != NULL && listing == ABSENT && !listed) {
		g = add_name_of(l, GROUND_info_before, package, "Info-Package",
		                "Recv-Info");
		ground_shows_list(l, g, before, "Recv-Info");
		return;
	}
	add_name_of(l, listed ? GROUND_info_unlisted : GROUND_info_refused,
	            package, "Info-Package", "Recv-Info");
	if (before != NULL && listing != ABSENT) {
		g = ground_add(l, GROUND_info_changed);
		ground_arg(g, 0, package);
		ground_shows_list(l, g, before, "Recv-Info");
	}
}

static void look_info(struct look *l)
{
	struct sipcode_span package, as;

	if (!sipcode_value(l->asked, "Info-Package", &package) ||
	    value_bare(package).n == 0) {
		if (l->whole)
			add_name_of(l, GROUND_info_missing,
			            value_method(l->asked), NULL, "Recv-Info");
		return;
	}
	package = value_bare(package);
	switch (in_response(l, "Recv-Info", package, &as)) {
	case LISTED:
	case OTHER_CASE:
		add_name_of(l, GROUND_info_listed, package, "Info-Package",
		            "Recv-Info");
		break;
	case ABSENT:
		look_unlisted_info(l, package, 1);
		break;
	case NOWHERE:
		if (l->whole)
			look_unlisted_info(l, package, 0);
		break;
	}
}

void look_lists(struct look *l)
{
	switch (l->code) {
	case 469:
		look_info(l);
		break;
	case 489:
		look_event(l);
		break;
	default:
		look_method(l);
		break;
	}
}
