/* asked.c - a response against its request: what it grants, refuses and
 * requires of what was asked. */
#include "exchange.h"

#include <string.h>

#include "chars.h"
#include "len.h"
#include "span.h"

static int is_granted(const struct exchange *x)
{
	return x->code >= 200 && x->code < 300;
}

/* Could a provisional response be sent reliably (RFC 3262 section 3)? */
static int knows_100rel(const struct exchange *x)
{
	return side_lists(&x->request, SIDE_SUPPORTED, "100rel") ||
	       side_lists(&x->request, SIDE_REQUIRE, "100rel");
}

/* RFC 3261 section 13.3.1.4: a 2xx has the answer, or the offer, where no
 * provisional response could carry it reliably. */
static void check_session(struct exchange *x)
{
	const struct sipcode_message *m = x->response.message;

	if (is_granted(x) && exchange_is(x, "INVITE") && m->body.n == 0 &&
	    !m->body_cut && !m->body_unsure &&
	    !side_has(&x->response, SIDE_CONTENT_TYPE) && !knows_100rel(x))
		exchange_wrong(x, SIPCODE_NO_SESSION, m->start);
}

/* RFC 3264 section 6: an answer has as many m= lines as the offer.  Where
 * there was time for a second offer, the last description may have more of
 * them, but never less (section 8). */
static void check_media(struct exchange *x)
{
	int invite = exchange_is(x, "INVITE");
	long offered, answered;

	if (x->code <= 100 || x->code > 299 || x->code == 199 ||
	    !(invite || (is_granted(x) && exchange_is(x, "UPDATE"))))
		return;
	answered = side_media(&x->response);
	if (answered < 0)
		return;
	offered = side_media(&x->request);
	if (offered < 0 || answered == offered ||
	    (answered > offered && invite && knows_100rel(x)))
		return;
	exchange_wrong(x, SIPCODE_MEDIA_DIFFER, x->response.message->body);
}

/* Option tags of the request; with more of them than a person would write
 * nothing is judged, so that what it costs stays within bounds. */
struct tags {
	struct sipcode_span tag[64];
	size_t n; /* more than there is room for: too many */
};

static void add_tags(struct tags *tags, const struct side *side,
                     enum side_field field)
{
	struct side_list list = side_list(side, field);
	struct sipcode_span v;

	while (tags->n <= LEN(tags->tag) && side_next(&list, &v)) {
		if (tags->n < LEN(tags->tag))
			tags->tag[tags->n] = v;
		tags->n++;
	}
}

static int has_tag(const struct tags *tags, struct sipcode_span tag)
{
	for (size_t i = 0; i < tags->n; i++)
		if (tags->tag[i].n == tag.n &&
		    chars_equal(tags->tag[i].s, tag.s, tag.n))
			return 1;
	return 0;
}

/* May the tag be there for what a proxy does?  494 may ask for sec-agree (RFC
 * 3329 section 2.3.2); a registrar may refuse the Path of a proxy (RFC 3327
 * section 5.3). */
static int is_of_proxy(const struct exchange *x, struct sipcode_span tag)
{
	return (x->code == 494 && span_is(tag, "sec-agree")) ||
	       (x->code == 420 && exchange_is(x, "REGISTER") &&
	        span_is(tag, "path"));
}

/* Each option tag of a header field that is none of these is a breach. */
static void check_tags(struct exchange *x, enum side_field field,
                       const struct tags *tags, enum sipcode_problem problem)
{
	struct side_list list = side_list(&x->response, field);
	struct sipcode_span v;

	if (tags->n > LEN(tags->tag))
		return;
	while (side_next(&list, &v))
		if (!has_tag(tags, v) && !is_of_proxy(x, v))
			exchange_wrong(x, problem, v);
}

/* RFC 3261 sections 8.2.4 and 8.2.2.3.  421 lists what is needed. */
static void check_option_tags(struct exchange *x)
{
	struct tags tags;

	tags.n = 0;
	if (x->code == 420 && side_has(&x->response, SIDE_UNSUPPORTED)) {
		add_tags(&tags, &x->request, SIDE_REQUIRE);
		add_tags(&tags, &x->request, SIDE_PROXY_REQUIRE);
		check_tags(x, SIDE_UNSUPPORTED, &tags,
		           SIPCODE_UNSUPPORTED_NOT_REQUIRED);
	}
	tags.n = 0;
	if (x->code != 421 && side_has(&x->response, SIDE_REQUIRE)) {
		add_tags(&tags, &x->request, SIDE_SUPPORTED);
		add_tags(&tags, &x->request, SIDE_REQUIRE);
		add_tags(&tags, &x->request, SIDE_PROXY_REQUIRE);
		check_tags(x, SIDE_REQUIRE, &tags, SIPCODE_REQUIRE_UNSUPPORTED);
	}
}

/* RFC 3262 section 3: where the request requires 100rel, each provisional
 * response but 100 is reliable; proxies must not send 199 so (RFC 6228). */
static void check_reliable(struct exchange *x)
{
	if (x->code > 100 && x->code < 199 && exchange_is(x, "INVITE") &&
	    !side_has(&x->response, SIDE_RSEQ) &&
	    side_lists(&x->request, SIDE_REQUIRE, "100rel") &&
	    !side_lists(&x->response, SIDE_REQUIRE, "100rel"))
		exchange_lacks(x, "101-199-require-100rel");
}

/* RFC 6086 section 5.2.3. */
static void check_recv_info(struct exchange *x)
{
	if (x->code > 100 && x->code < 300 && exchange_is(x, "INVITE") &&
	    side_has(&x->response, SIDE_RECV_INFO) &&
	    !side_has(&x->request, SIDE_RECV_INFO))
		exchange_wrong(x, SIPCODE_RECV_INFO_UNASKED,
		               side_value(&x->response, SIDE_RECV_INFO));
}

/* RFC 3261 section 21.4.6: Allow of a 405 has the methods that are valid. */
static void check_allow(struct exchange *x)
{
	struct side_list list = side_list(&x->response, SIDE_ALLOW);
	struct sipcode_span v;

	while (x->code == 405 && side_next(&list, &v)) {
		if (v.n != x->request.method.n ||
		    memcmp(v.s, x->request.method.s, v.n) != 0)
			continue;
		exchange_wrong(x, SIPCODE_ALLOW_LISTS_METHOD, v);
		return;
	}
}

/* Section 21.4.13: Accept of a 415 has the types that would do.  It may be the
 * encoding, the language or a part of the body that would not. */
static void check_accept(struct exchange *x)
{
	struct sipcode_span type = side_value(&x->request, SIDE_CONTENT_TYPE),
			    v;
	struct side_list list = side_list(&x->response, SIDE_ACCEPT);

	if (x->code != 415 || x->request.message->body.n == 0 ||
	    side_has(&x->request, SIDE_CONTENT_ENCODING) ||
	    side_has(&x->request, SIDE_CONTENT_LANGUAGE) ||
	    side_has(&x->response, SIDE_ACCEPT_ENCODING) ||
	    side_has(&x->response, SIDE_ACCEPT_LANGUAGE) ||
	    (type.n > 10 && chars_equal(type.s, "multipart/", 10)))
		return;
	/* A type with parameters is another matter on either side. */
	while (side_next(&list, &v)) {
		if (v.n != type.n || !chars_equal(v.s, type.s, v.n) ||
		    memchr(v.s, ';', v.n) != NULL)
			continue;
		exchange_doubt(x, SIPCODE_ACCEPT_LISTS_TYPE, v);
		return;
	}
}

/* The shortest interval above 0 that a request asks for; 0 if it asks for none
 * above it, -1 if it leaves one to the server.  A Contact of REGISTER may have
 * one of its own (RFC 3261 section 10.3). */
static long long asked_interval(const struct exchange *x)
{
	long long general = side_number(&x->request, SIDE_EXPIRES), least = 0;
	struct side_list list = side_list(&x->request, SIDE_CONTACT);
	struct sipcode_span contact, own;
	int contacts = 0;

	if (!exchange_is(x, "REGISTER"))
		return general;
	while (side_next(&list, &contact)) {
		long long n = general;

		contacts = 1;
		if (sipcode_param(contact, "expires", &own))
			n = side_number_of(own);
		if (n < 0)
			return -1;
		if (n > 0 && (least == 0 || n < least))
			least = n;
	}
	return contacts ? least : -1;
}

/* RFC 3261 section 10.3, RFC 6665 section 4.2.1.1, RFC 3903 section 6: 423 is
 * for an interval above 0 and below what is allowed at least; but for PUBLISH
 * it is also below one hour. */
static void check_brief(struct exchange *x)
{
	enum { HOUR = 3600 };
	int publish = exchange_is(x, "PUBLISH");
	long long least, asked;

	if (x->code != 423 || !(publish || exchange_is(x, "REGISTER") ||
	                        exchange_is(x, "SUBSCRIBE")))
		return;
	asked = asked_interval(x);
	least = side_number(&x->response, SIDE_MIN_EXPIRES);
	if (asked == 0 || (asked >= HOUR && !publish))
		exchange_wrong(x, SIPCODE_INTERVAL_NOT_BRIEF,
		               x->response.message->start);
	if (asked > 0 && least >= 0 && least <= asked)
		exchange_wrong(x, SIPCODE_MIN_EXPIRES_LOW,
		               side_value(&x->response, SIDE_MIN_EXPIRES));
}

/* RFC 6665 section 3.1.1. */
static void check_expires(struct exchange *x)
{
	long long asked, granted;

	if (!is_granted(x) || !exchange_is(x, "SUBSCRIBE"))
		return;
	asked = side_number(&x->request, SIDE_EXPIRES);
	granted = side_number(&x->response, SIDE_EXPIRES);
	if (asked >= 0 && granted > asked)
		exchange_wrong(x, SIPCODE_EXPIRES_LONGER,
		               side_value(&x->response, SIDE_EXPIRES));
}

/* RFC 3261 section 10.3: all bindings, of which there is at least the new
 * one. */
static void check_bindings(struct exchange *x)
{
	if (x->code == 200 && exchange_is(x, "REGISTER") &&
	    !side_has(&x->response, SIDE_CONTACT) &&
	    side_has(&x->request, SIDE_CONTACT) &&
	    !side_lists(&x->request, SIDE_CONTACT, "*") &&
	    asked_interval(x) != 0)
		exchange_lacks(x, "200-contact-register");
}

/* RFC 4028 section 6.  Proxies may have shortened the interval, but not below
 * Min-SE, before it was refused. */
static void check_min_se(struct exchange *x, long long asked, long long least)
{
	long long wanted = side_number(&x->response, SIDE_MIN_SE);

	if (wanted < 0 || asked < 0 || wanted > asked)
		return;
	if (wanted <= least)
		exchange_wrong(x, SIPCODE_MIN_SE_LOW,
		               side_value(&x->response, SIDE_MIN_SE));
	else
		exchange_doubt(x, SIPCODE_MIN_SE_LOW,
		               side_value(&x->response, SIDE_MIN_SE));
}

/* Section 9: not longer than asked, not shorter than Min-SE; and the client
 * that wants to refresh does so.  That of a client that does not know timers
 * may have been made longer by proxies (section 8.1). */
static void check_interval(struct exchange *x, long long asked, long long least)
{
	struct sipcode_span v = side_value(&x->response, SIDE_SESSION_EXPIRES);
	struct sipcode_span q = side_value(&x->request, SIDE_SESSION_EXPIRES);
	long long granted = side_number_of(v);
	int limited = side_has(&x->request, SIDE_MIN_SE) || asked >= least;
	int timer = side_lists(&x->request, SIDE_SUPPORTED, "timer");
	struct sipcode_span by, wanted;

	if (timer && asked >= least && granted > asked)
		exchange_wrong(x, SIPCODE_SESSION_LONGER, v);
	if (limited && granted >= 0 && granted < least)
		exchange_wrong(x, SIPCODE_SESSION_SHORTER, v);
	if (timer && sipcode_param(q, "refresher", &wanted) &&
	    span_is(wanted, "uac") && sipcode_param(v, "refresher", &by) &&
	    span_is(by, "uas"))
		exchange_wrong(x, SIPCODE_REFRESHER_DIFFERS, v);
}

static void check_timer(struct exchange *x)
{
	enum { LEAST = 90 };
	long long asked, least;

	if (!exchange_is(x, "INVITE") && !exchange_is(x, "UPDATE"))
		return;
	asked = side_number(&x->request, SIDE_SESSION_EXPIRES);
	least = side_number(&x->request, SIDE_MIN_SE);
	if (least < LEAST)
		least = LEAST;
	if (x->code == 422)
		check_min_se(x, asked, least);
	else if (is_granted(x) && side_has(&x->response, SIDE_SESSION_EXPIRES))
		check_interval(x, asked, least);
}

void exchange_check_asked(struct exchange *x)
{
	check_session(x);
	check_media(x);
	check_option_tags(x);
	check_reliable(x);
	check_recv_info(x);
	check_allow(x);
	check_accept(x);
	check_brief(x);
	check_expires(x);
	check_bindings(x);
	check_timer(x);
}
