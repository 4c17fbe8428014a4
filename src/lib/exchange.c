/* exchange.c - a response against its request: what is to be copied, and what
 * opens a dialog. */
#include "exchange.h"

#include <string.h>

#include "chars.h"
#include "len.h"
#include "parts/same.h"
#include "parts/uri.h"
#include "parts/via.h"
#include "span.h"

/* RFC 3581 section 4: who fills in rport adds received, too. */
static void check_received(struct exchange *x, struct sipcode_span asked,
                           struct sipcode_span answered)
{
	struct sipcode_span p;

	/* The usual case: nothing is filled in. */
	if (same_but_longer(asked, answered))
		return;
	if (sipcode_param(asked, "rport", &p) && p.n == 0 &&
	    sipcode_param(answered, "rport", &p) && p.n > 0 &&
	    !sipcode_param(answered, "received", &p))
		exchange_wrong(x, SIPCODE_NO_RECEIVED, answered);
}

/* RFC 3261 section 8.2.6.2: the same values in the same order. */
static void check_via(struct exchange *x)
{
	struct side_list q = side_list(&x->request, SIDE_VIA);
	struct side_list r = side_list(&x->response, SIDE_VIA);
	struct sipcode_span asked, answered, last = { NULL, 0 };

	if (!x->whole)
		return;
	for (;;) {
		int in_q = side_next(&q, &asked),
		    in_r = side_next(&r, &answered);

		if (!in_q && !in_r)
			return;
		if (in_q && in_r &&
		    (same_but_longer(asked, answered) ||
		     via_same(asked, answered))) {
			if (last.s == NULL)
				check_received(x, asked, answered);
			last = answered;
			continue;
		}
		if (in_r || last.s != NULL)
			exchange_wrong(x, SIPCODE_VIA_DIFFERS,
			               in_r ? answered : last);
		return;
	}
}

/* From, and To if its tag was there before: URI and tag (section 20.20). */
static void check_address(struct exchange *x, enum side_field field,
                          enum sipcode_problem problem)
{
	struct sipcode_span q = side_value(&x->request, field);
	struct sipcode_span r = side_value(&x->response, field), tag;

	/* The usual case: a tag is added to To at most. */
	if (q.n == 0 || r.n == 0 || same_bytes(q, r) ||
	    (field == SIDE_TO && same_but_longer(q, r)))
		return;
	if (!uri_same(uri_of(q), uri_of(r)) ||
	    ((field == SIDE_FROM || sipcode_param(q, "tag", &tag)) &&
	     !same_param(q, r, "tag")))
		exchange_wrong(x, problem, r);
}

static void check_call_id(struct exchange *x)
{
	struct sipcode_span q = side_value(&x->request, SIDE_CALL_ID);
	struct sipcode_span r = side_value(&x->response, SIDE_CALL_ID);

	if (q.n > 0 && r.n > 0 && !same_bytes(q, r))
		exchange_wrong(x, SIPCODE_CALL_ID_DIFFERS, r);
}

/* The method behind the number of a CSeq. */
static struct sipcode_span method_in(struct sipcode_span cseq)
{
	while (cseq.n > 0 && char_is_digit(*cseq.s)) {
		cseq.s++;
		cseq.n--;
	}
	return span_trim(cseq);
}

static void check_cseq(struct exchange *x)
{
	struct sipcode_span q = side_value(&x->request, SIDE_CSEQ);
	struct sipcode_span r = side_value(&x->response, SIDE_CSEQ);
	long long a = side_number_of(q), b = side_number_of(r);

	if (a >= 0 && b >= 0 &&
	    (a != b || !same_bytes(method_in(q), method_in(r))))
		exchange_wrong(x, SIPCODE_CSEQ_DIFFERS, r);
}

/* Section 8.2.6.1; a delay may have been added behind the number. */
static void check_timestamp(struct exchange *x)
{
	struct sipcode_span q = side_value(&x->request, SIDE_TIMESTAMP);
	struct sipcode_span r = side_value(&x->response, SIDE_TIMESTAMP);

	if (x->code != 100 || q.n == 0)
		return;
	if (!side_has(&x->response, SIDE_TIMESTAMP)) {
		if (x->response.whole)
			exchange_lacks(x, "100-timestamp");
	} else if (r.n < q.n || memcmp(q.s, r.s, q.n) != 0 ||
	           (r.n > q.n && !char_is_space(r.s[q.n]))) {
		exchange_wrong(x, SIPCODE_TIMESTAMP_DIFFERS, r);
	}
}

/* Does a response of this code open a dialog, if its To has a tag?  RFC 3261
 * section 12.1; a 199 ends one (RFC 6228); REFER opens one where nothing is
 * said of its subscription. */
static int may_open_dialog(const struct exchange *x)
{
	if (exchange_is(x, "INVITE"))
		return x->code > 100 && x->code < 300 && x->code != 199;
	if (x->code < 200 || x->code > 299)
		return 0;
	return exchange_is(x, "SUBSCRIBE") ||
	       (exchange_is(x, "REFER") &&
	        !side_has(&x->request, SIDE_REFER_SUB) &&
	        !side_has(&x->response, SIDE_REFER_SUB) &&
	        !side_has(&x->request, SIDE_REQUIRE));
}

static int opens_dialog(const struct exchange *x)
{
	struct sipcode_span tag;

	return may_open_dialog(x) &&
	       !sipcode_param(side_value(&x->request, SIDE_TO), "tag", &tag) &&
	       sipcode_param(side_value(&x->response, SIDE_TO), "tag", &tag);
}

static size_t count_values(const struct side *side, enum side_field field)
{
	struct side_list list = side_list(side, field);
	struct sipcode_span v;
	size_t n = 0;

	while (side_next(&list, &v))
		n++;
	return n;
}

/* Those of the request stand last: proxies behind have put theirs above. */
static void check_record_route(struct exchange *x, size_t asked,
                               size_t answered)
{
	struct side_list q = side_list(&x->request, SIDE_RECORD_ROUTE);
	struct side_list r = side_list(&x->response, SIDE_RECORD_ROUTE);
	struct sipcode_span a, b = side_value(&x->response, SIDE_RECORD_ROUTE);

	if (asked > 0 && answered == 0) {
		exchange_lacks(x, x->code < 200 ? "101-199-record-route"
		                                : "200-record-route");
		return;
	}
	if (answered < asked) {
		exchange_wrong(x, SIPCODE_RECORD_ROUTE_DIFFERS, b);
		return;
	}
	for (size_t i = asked; i < answered; i++)
		side_next(&r, &b);
	while (side_next(&q, &a) && side_next(&r, &b)) {
		if (same_bytes(a, b) || uri_is_copy(uri_of(a), uri_of(b)))
			continue;
		exchange_wrong(x, SIPCODE_RECORD_ROUTE_DIFFERS, b);
		return;
	}
}

static int is_sips(struct sipcode_span value)
{
	return uri_has_scheme(uri_of(value).s, "sips");
}

/* Section 12.1.1: what in the request demands a SIPS URI.  Behind a proxy that
 * has put itself into the route, the callee may have seen another route; the
 * Request-URI stays SIPS all the way (RFC 5630 section 5.3). */
static int demands_sips(const struct exchange *x, int direct)
{
	struct sipcode_span uri = x->request.message->start;
	struct side_list list = side_list(&x->request, SIDE_RECORD_ROUTE);
	struct sipcode_span first;

	uri.s += x->request.method.n;
	uri.n -= x->request.method.n;
	if (is_sips(span_trim(uri)))
		return 1;
	if (!direct)
		return 0;
	if (side_next(&list, &first))
		return is_sips(first);
	list = side_list(&x->request, SIDE_CONTACT);
	return side_next(&list, &first) && is_sips(first);
}

static void check_dialog(struct exchange *x)
{
	size_t asked, answered;
	struct side_list list = side_list(&x->response, SIDE_CONTACT);
	struct sipcode_span contact;

	if (!x->whole || !opens_dialog(x))
		return;
	asked = count_values(&x->request, SIDE_RECORD_ROUTE);
	answered = count_values(&x->response, SIDE_RECORD_ROUTE);
	check_record_route(x, asked, answered);
	if (side_next(&list, &contact) && !is_sips(contact) &&
	    demands_sips(x, asked == answered))
		exchange_wrong(x, SIPCODE_CONTACT_NOT_SIPS, contact);
}

/* More than can be told: of what may stand in a response more than once, so
 * many, and the other problems, each once. */
enum { TOLD_MAX = 2 * SIPCODE_FINDINGS_SAME + SIPCODE_PROBLEMS + 8 };

static int is_behind(const struct sipcode_finding *a,
                     const struct sipcode_finding *b)
{
	enum { LONGEST = 64 };
	char x[LONGEST], y[LONGEST];

	if (a->at.s != b->at.s)
		return a->at.s > b->at.s;
	sipcode_rule_id(a, x, sizeof(x));
	sipcode_rule_id(b, y, sizeof(y));
	return strcmp(x, y) > 0;
}

static void put_in_order(struct sipcode_finding *f, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct sipcode_finding one = f[i];
		size_t at = i;

		while (at > 0 && is_behind(&f[at - 1], &one))
			at--;
		memmove(&f[at + 1], &f[at], (i - at) * sizeof(*f));
		f[at] = one;
	}
}

size_t sipcode_check_exchange(int lang, const struct sipcode_message *request,
                              const struct sipcode_message *response,
                              struct sipcode_finding *findings, size_t max)
{
	struct sipcode_finding told[TOLD_MAX];
	struct exchange x;
	size_t n;

	if (request == NULL || response == NULL || !request->request ||
	    response->request)
		return 0;
	side_read(&x.request, request);
	/* Nothing answers an ACK. */
	if (exchange_is(&x, "ACK"))
		return 0;
	side_read(&x.response, response);
	memset(&x.check, 0, sizeof(x.check));
	x.check.finding = told;
	x.check.max = LEN(told);
	x.lang = lang;
	x.whole = x.request.whole && x.response.whole;
	x.code = response->code;
	check_via(&x);
	check_address(&x, SIDE_FROM, SIPCODE_FROM_DIFFERS);
	check_address(&x, SIDE_TO, SIPCODE_TO_DIFFERS);
	check_call_id(&x);
	check_cseq(&x);
	/* The response to another method is not that to this request. */
	if (same_bytes(x.request.method, x.response.method)) {
		check_timestamp(&x);
		check_dialog(&x);
		if (x.whole)
			exchange_check_asked(&x);
	}
	n = x.check.found;
	put_in_order(told, n);
	for (size_t i = 0; i < n && i < max; i++)
		findings[i] = told[i];
	return n;
}
