/* reason.c - responses that say themselves why the callee does not answer. */
#include "grounds/look.h"

#include <string.h>

#include "chars.h"
#include "len.h"

/* So many values of Reason and of Warning are looked at; so many facts stand
 * beside a response that nothing explains. */
enum { REASONS_MAX = 3, FACTS_MAX = 2 };

/* RFC 4411 section 5, from 1 on. */
static const char preemption[][32] = {
	"UA Preemption",
	"Reserved Resources Preempted",
	"Generic Preemption",
	"Non-IP Preemption",
};

/* ---- Reason -------------------------------------------------------------- */

static struct ground *ground_reason(struct look *l, enum ground_id id,
                                    struct sipcode_span reason)
{
	struct ground *g = ground_add(l, id);

	/* Who was asked, once. */
	if (l->grounds->n == 1)
		ground_shows(g, l->request, "Request-URI",
		             value_request_uri(l->asked));
	ground_shows(g, l->response, "Reason", reason);
	return g;
}

/* Q.850 causes that say only that the call has ended, or that nobody knows
 * why. */
static int is_vague(uint64_t cause)
{
	return cause == 16 || cause == 31 || cause == 127;
}

static const char *name_of_cause(uint64_t cause)
{
	const struct sipcode_row *row = NULL;

	if (cause < 128)
		row = sipcode_by_number(0, SIPCODE_CAUSES,
		                        (unsigned long)cause);
	return sipcode_text(row, SIPCODE_F_NAME, 0);
}

/* A number with the name that it has, or without one. */
static void ground_cause(struct look *l, struct sipcode_span reason,
                         enum ground_id named, enum ground_id bare,
                         uint64_t cause, const char *name)
{
	struct ground *g =
		ground_reason(l, *name != '\0' ? named : bare, reason);

	ground_number(g, 0, cause);
	if (*name != '\0')
		ground_arg(g, 1, value_of(name));
}

/* What the words in text="..." say, if nothing else does. */
static void ground_words(struct look *l, struct sipcode_span reason)
{
	struct sipcode_span text;

	if (sipcode_param(reason, "text", &text) && text.n > 0)
		ground_arg(ground_reason(l, GROUND_reason_text, reason), 0,
		           text);
}

static void ground_code(struct look *l, struct sipcode_span reason,
                        uint64_t code)
{
	const struct sipcode_row *row = NULL;

	if (code >= 100 && code < 700)
		row = sipcode_code(0, (unsigned long)code);
	if (code / 100 == 2)
		ground_reason(l, GROUND_reason_elsewhere, reason);
	else if (code == l->code)
		ground_words(l, reason);
	else
		ground_cause(l, reason, GROUND_reason_sip,
		             GROUND_reason_sip_bare, code,
		             sipcode_text(row, SIPCODE_F_PHRASE, 0));
}

static void look_reason(struct look *l, struct sipcode_span reason)
{
	struct sipcode_span protocol = value_bare(reason), p;
	struct ground *g;
	uint64_t cause;

	if (!sipcode_param(reason, "cause", &p) || !value_number(p, &cause)) {
		ground_words(l, reason);
	} else if (value_is(protocol, "SIP")) {
		ground_code(l, reason, cause);
	} else if (value_is(protocol, "Q.850")) {
		ground_cause(l, reason,
		             is_vague(cause) ? GROUND_reason_vague
		                             : GROUND_reason_q850,
		             GROUND_reason_q850_bare, cause,
		             name_of_cause(cause));
	} else if (value_is(protocol, "Preemption") && cause > 0 &&
	           cause <= LEN(preemption)) {
		ground_cause(l, reason, GROUND_reason_preemption,
		             GROUND_reason_preemption, cause,
		             preemption[cause - 1]);
	} else if (protocol.n > 0) {
		g = ground_reason(l, GROUND_reason_other, reason);
		ground_arg(g, 0, protocol);
		ground_number(g, 1, cause);
	}
}

static void look_reasons(struct look *l)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span v;

	for (int n = 0;
	     n < REASONS_MAX && sipcode_next_value(l->got, "Reason", &at, &v);
	     n++)
		look_reason(l, v);
}

/* ---- Warning ------------------------------------------------------------- */

/* The words of a Warning, in quotes: 399 host "Call barred". */
static struct sipcode_span warning_text(struct sipcode_span v)
{
	const char *quote = memchr(v.s, '"', v.n);
	struct sipcode_span text = { v.s, 0 };

	if (quote == NULL)
		return text;
	text.s = quote + 1;
	text.n = (size_t)(v.s + v.n - text.s);
	while (text.n > 0 && text.s[text.n - 1] != '"')
		text.n--;
	text.n -= text.n > 0;
	return value_trim(text);
}

/* 380 and 381: the phone does not take the scheme of the Request-URI (RFC 5630
 * section 5.1.2). */
static int is_about_scheme(const struct look *l, uint64_t warning)
{
	struct sipcode_span s = value_scheme(value_request_uri(l->asked));

	return (warning == 380 && value_is(s, "sips")) ||
	       (warning == 381 && value_is(s, "sip"));
}

static void look_warning(struct look *l, struct sipcode_span v)
{
	struct sipcode_span text = warning_text(v);
	struct sipcode_span uri = value_request_uri(l->asked);
	struct ground *g;
	uint64_t code;

	/* 392 is what Kamailio adds to each response. */
	if (!value_number(v, &code) || code == 392)
		return;
	if (is_about_scheme(l, code)) {
		g = ground_add(l, GROUND_warning_scheme);
		ground_arg(g, 0, value_scheme(uri));
		ground_shows(g, l->request, "Request-URI", uri);
	} else if (text.n > 0) {
		g = ground_add(l, GROUND_warning_says);
		ground_arg(g, 0, text);
	} else {
		return;
	}
	ground_shows(g, l->response, "Warning", v);
}

static void look_other_warnings(struct look *l)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span v;

	for (int n = 0;
	     n < REASONS_MAX && sipcode_next_value(l->got, "Warning", &at, &v);
	     n++)
		look_warning(l, v);
}

/* ---- What the request asks of the callee --------------------------------- */

/* 486: Replaces must not take over a call that was answered (RFC 3891 section
 * 3). */
static void look_replaces(struct look *l)
{
	struct sipcode_span v, p;

	if (l->code == 486 && sipcode_value(l->asked, "Replaces", &v) &&
	    sipcode_param(v, "early-only", &p))
		ground_shows(ground_add(l, GROUND_replaces_early), l->request,
		             "Replaces", v);
}

/* The first response before this one that says that a phone was found; NULL if
 * there is none. */
static const struct heard *find_ringing(const struct look *l)
{
	const struct transaction *t = l->transaction;

	for (size_t i = 0; i < t->responses; i++) {
		const struct heard *h = &t->response[i].kept->heard;

		if (h->order >= l->response->order)
			return NULL;
		if (h->message->code == 180)
			return h;
	}
	return NULL;
}

/* 480: no phone has the features that the caller insists on (RFC 3841 section
 * 7.2.4). */
static void look_features(struct look *l)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span v, p;
	struct ground *g;

	if (l->code != 480 || find_ringing(l) != NULL)
		return;
	for (int n = 0; n < REASONS_MAX &&
	                sipcode_next_value(l->asked, "Accept-Contact", &at, &v);
	     n++)
		if (sipcode_param(v, "require", &p)) {
			g = ground_add(l, GROUND_features_required);
			ground_shows(g, l->request, "Accept-Contact", v);
			return;
		}
	if (sipcode_value(l->asked, "Reject-Contact", &v)) {
		g = ground_add(l, GROUND_features_rejected);
		ground_shows(g, l->request, "Reject-Contact", v);
	}
}

/* ---- Facts beside -------------------------------------------------------- */

enum { MILLION = 1000000, BILLION = 1000 * MILLION };

/* Adds how long it took, as exactly as the log has it. */
static void ground_time(struct look *l, enum ground_id seconds,
                        enum ground_id milliseconds, const struct heard *from)
{
	int64_t ns;
	int coarse = from->stamp.nanosecond == 0 &&
	             l->response->stamp.nanosecond == 0;

	if (!from->stamped || !l->response->stamped ||
	    !stamp_between(&from->stamp, &l->response->stamp, &ns) || ns < 0)
		return;
	if (coarse || ns >= 2 * (int64_t)BILLION)
		ground_number(ground_add(l, seconds), 0,
		              (uint64_t)((ns + BILLION / 2) / BILLION));
	else
		ground_number(ground_add(l, milliseconds), 0,
		              (uint64_t)(ns / MILLION));
}

/* Between the first 180 and the response, else between the request and it. */
static void look_time(struct look *l)
{
	const struct transaction *t = l->transaction;
	const struct heard *ringing = find_ringing(l);
	int here = 0;

	for (size_t i = 0; i < t->responses; i++)
		here |= t->response[i].kept->heard.order == l->response->order;
	if (!here || !transaction_is(t, "INVITE"))
		return;
	if (ringing != NULL)
		ground_time(l, GROUND_ringing_seconds, GROUND_ringing_ms,
		            ringing);
	else
		ground_time(l, GROUND_answer_seconds, GROUND_answer_ms,
		            l->request);
}

/* The phrase of 480 says more precisely why (RFC 3261 section 21.4.18), unless
 * it is that of the standard. */
static void look_phrase(struct look *l)
{
	struct sipcode_span phrase = l->got->phrase;
	const char *known =
		sipcode_text(sipcode_code(0, l->code), SIPCODE_F_PHRASE, 0);

	if (l->code != 480 || phrase.n == 0 || value_is(phrase, known) ||
	    sipcode_variant(0, l->code, phrase.s, phrase.n) != NULL)
		return;
	ground_arg(ground_add(l, GROUND_phrase_own), 0, phrase);
}

static void look_retry(struct look *l)
{
	struct sipcode_span v;
	uint64_t seconds;

	if (sipcode_value(l->got, "Retry-After", &v) &&
	    value_number(v, &seconds)) {
		struct ground *g = ground_add(l, GROUND_retry_after);

		ground_number(g, 0, seconds);
		ground_shows(g, l->response, "Retry-After", v);
	}
}

void look_busy(struct look *l)
{
	look_reasons(l);
	look_other_warnings(l);
	look_replaces(l);
	if (!look_is_led(l))
		look_features(l);
	if (look_is_led(l))
		return;
	look_phrase(l);
	if (l->grounds->n < FACTS_MAX)
		look_retry(l);
	if (l->grounds->n < FACTS_MAX)
		look_time(l);
}
