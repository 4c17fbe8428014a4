/* remark.c - collects what a response says. */
#include "answer/own.h"

#include <stdlib.h>
#include <string.h>

#include "chars.h"
#include "io/memory.h"
#include "io/number.h"
#include "len.h"

/* Option tags, with the step that the code asks for. */
static void say_tags(struct explained *e, const char *header,
                     enum sipcode_field step)
{
	struct values at = { .first = e->remarks };
	struct sipcode_span v;

	while (remark_next(e, header, &at, &v))
		if (v.n > 0)
			remark_link(remark_add(e, header, "", v),
			            sipcode_by_name(e->lang, SIPCODE_OPTIONS,
			                            v.s, v.n),
			            SIPCODE_F_MEANING, step);
}

/* Scheme, realm, algorithm, qop and stale of a challenge. */
static void say_challenges(struct explained *e, const char *header)
{
	static const struct {
		const char *name;
		int label;
	} params[] = {
		{ "realm", LABEL_say_realm },
		{ "algorithm", LABEL_say_algorithm },
		{ "qop", LABEL_say_qop },
		{ "stale", LABEL_say_stale },
	};
	struct values at = { .first = e->remarks };
	struct sipcode_span v, p;

	while (remark_next(e, header, &at, &v)) {
		p.s = v.s;
		for (p.n = 0; p.n < v.n && v.s[p.n] != ' ';)
			p.n++;
		remark_add(e, header, "scheme", p)->label = LABEL_say_scheme;
		for (size_t k = 0; k < LEN(params); k++)
			if (sipcode_param(v, params[k].name, &p))
				remark_add(e, header, params[k].name, p)
					->label = params[k].label;
	}
}

/* Header fields whose value speaks for itself, with what it is for; first
 * and last: the codes for which it is worth a line. */
static const struct {
	char header[20];
	int label;
	unsigned first, last;
} plain[] = {
	{ "Retry-After", LABEL_say_retry_after, 100, 699 },
	{ "Min-SE", LABEL_say_min_se, 100, 699 },
	{ "Session-Expires", LABEL_say_session_expires, 100, 699 },
	{ "Min-Expires", LABEL_say_min_expires, 100, 699 },
	{ "Expires", LABEL_say_expires, 100, 699 },
	{ "Allow", LABEL_say_allow, 100, 699 },
	{ "Accept", LABEL_say_accept, 100, 699 },
	{ "Accept-Encoding", LABEL_say_accept, 100, 699 },
	{ "Accept-Language", LABEL_say_accept, 100, 699 },
	{ "Allow-Events", LABEL_say_allow_events, 100, 699 },
	{ "Contact", LABEL_say_bindings, 200, 299 },
	{ "Contact", LABEL_say_contact, 300, 399 },
	{ "Contact", LABEL_say_contact, 485, 485 },
	{ "Geolocation-Error", LABEL_say_geolocation, 100, 699 },
	{ "AlertMsg-Error", LABEL_say_alert, 100, 699 },
	{ "Permission-Missing", LABEL_say_permission, 100, 699 },
	{ "Recv-Info", LABEL_say_recv_info, 100, 699 },
	{ "Security-Server", LABEL_say_security, 100, 699 },
	{ "SIP-ETag", LABEL_say_etag, 100, 699 },
	{ "Flow-Timer", LABEL_say_flow_timer, 100, 699 },
	{ "RSeq", LABEL_say_rseq, 100, 199 },
	{ "Call-Info", LABEL_say_call_info, 608, 608 },
	{ "Error-Info", LABEL_say_error_info, 300, 699 },
};

static void say_values(struct explained *e)
{
	for (size_t i = 0; i < LEN(plain); i++) {
		struct values at = { .first = e->remarks };
		struct sipcode_span v;

		if (e->message->code < plain[i].first ||
		    e->message->code > plain[i].last)
			continue;
		while (remark_next(e, plain[i].header, &at, &v))
			remark_add(e, plain[i].header, "", v)->label =
				plain[i].label;
	}
}

/* Is it the registered phrase of a code, letters of either case being equal? */
static int reads_as_phrase(const struct sipcode_row *code,
                           struct sipcode_span phrase)
{
	const char *known = sipcode_text(code, SIPCODE_F_PHRASE, 0);

	return strlen(known) == phrase.n &&
	       chars_equal(known, phrase.s, phrase.n);
}

/* A phrase that belongs to another code, or to none. */
static int label_of_foreign(const struct explained *e)
{
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(e->lang, SIPCODE_CODES, i)); i++)
		if (reads_as_phrase(row, e->message->phrase))
			return LABEL_say_phrase_of_another;
	return LABEL_say_own_phrase;
}

/* An older phrase, or one that is not the registered one. */
static void say_other_phrase(struct explained *e)
{
	const struct sipcode_message *m = e->message;
	const struct sipcode_row *variant;
	struct remark *r;

	/* "200 Ok" is as good as "200 OK". */
	if (e->code == NULL || reads_as_phrase(e->code, m->phrase))
		return;
	variant = sipcode_variant(e->lang, m->code, m->phrase.s, m->phrase.n);
	r = remark_add(e, "Status-Line", "phrase", m->phrase);
	if (variant != NULL)
		remark_link(r, variant, SIPCODE_F_NOTE, SIPCODE_F_NONE);
	else
		r->label = label_of_foreign(e);
}

/* More than write any phrase. */
enum { SENDERS_MAX = 64 };

/* What the phrase gives away: who is known to write it so, where else it
 * stands, or that it is the product's own. */
static void say_phrase(struct explained *e)
{
	const struct sipcode_message *m = e->message;
	const struct sipcode_row *row[SENDERS_MAX];
	size_t n;

	if (m->phrase.n == 0)
		return;
	n = sipcode_sightings(e->lang, m->code, m->phrase.s, m->phrase.n, row,
	                      LEN(row));
	for (size_t i = 0; i < n && i < LEN(row); i++)
		remark_link(remark_add(e, "Status-Line", "phrase", m->phrase),
		            row[i], SIPCODE_F_MEANING, SIPCODE_F_NONE);
	if (n == 0)
		say_other_phrase(e);
}

/* Who made it, and the way back. */
static void say_maker(struct explained *e)
{
	const struct sipcode_message *m = e->message;
	struct sipcode_span v, p;

	if (sipcode_value(m, "Server", &v))
		remark_add(e, "Server", "", v)->label = LABEL_say_server;
	if (sipcode_value(m, "User-Agent", &v))
		remark_add(e, "User-Agent", "", v)->label = LABEL_say_server;
	if (sipcode_value(m, "Via", &v) && sipcode_param(v, "received", &p))
		remark_add(e, "Via", "received", p)->label = LABEL_say_received;
}

static void say_method(struct explained *e)
{
	struct sipcode_span v = sipcode_method(e->message);

	if (v.n > 0)
		remark_add(e, "CSeq", "method", v)->label = LABEL_say_method;
}

/* A message as it may be judged: of what may lack a part it is only said that
 * it is cut. */
static struct sipcode_message judged_part(const struct sipcode_message *message,
                                          int garbled)
{
	struct sipcode_message m = *message;

	if (garbled) {
		m.headers.n = 0;
		m.complete = 0;
	}
	return m;
}

/* The rules of the response alone, and behind them those of it and its request.
 * Returns how many findings there are, which may be more than there is room. */
static size_t judge_response(struct explained *e, size_t *alone)
{
	struct sipcode_message m = judged_part(e->message, e->garbled), asked;
	size_t room = e->finding_room, n;

	*alone = sipcode_check(e->lang, &m, e->finding, room);
	n = *alone;
	if (!e->judged || e->request == NULL || e->request->told)
		return n;
	asked = judged_part(e->request->message, e->request->garbled);
	return n + sipcode_check_exchange(e->lang, &asked, &m,
	                                  n < room ? e->finding + n : NULL,
	                                  n < room ? room - n : 0);
}

/* Moves each finding from `from` on to its place among those before it; both
 * parts are in order. */
static void merge_findings(struct explained *e, size_t from, size_t n)
{
	for (size_t i = from; i < n; i++) {
		struct sipcode_finding f = e->finding[i];
		size_t k = i;

		for (; k > 0 && e->finding[k - 1].at.s > f.at.s; k--)
			e->finding[k] = e->finding[k - 1];
		e->finding[k] = f;
	}
}

static void find_findings(struct explained *e)
{
	size_t alone, n = judge_response(e, &alone);

	if (n > e->finding_room) {
		e->finding = memory_grow(e->finding, &e->finding_room, n,
		                         sizeof(*e->finding));
		n = judge_response(e, &alone);
	}
	merge_findings(e, alone, n);
	e->findings = 0;
	for (size_t i = 0; i < n; i++)
		if (finding_is_wanted(&e->wanted, &e->finding[i]))
			e->finding[e->findings++] = e->finding[i];
	e->unwanted = n - e->findings;
}

/* What it says, from option tags to the one who made it. */
static void make_remarks(struct explained *e)
{
	int is_421 = e->message->code == 421;

	say_tags(e, "Require", is_421 ? SIPCODE_F_STEP : SIPCODE_F_NONE);
	say_tags(e, "Unsupported", SIPCODE_F_DROP);
	say_tags(e, "Supported", SIPCODE_F_NONE);
	say_challenges(e, "WWW-Authenticate");
	say_challenges(e, "Proxy-Authenticate");
	say_values(e);
	remark_reasons(e);
	remark_vendors(e);
	remark_warnings(e);
	say_method(e);
	say_phrase(e);
	say_maker(e);
}

void explained_hear(struct explained *e, const struct heard *h)
{
	e->response = h;
	e->file = h->file;
	e->message = h->message;
	e->places = h->places;
	e->told = h->told;
	e->garbled = h->garbled;
	e->exchange = NULL;
	e->transaction = NULL;
	e->request = NULL;
	e->judged = 0;
	e->matters = 1;
	memset(&e->fate, 0, sizeof(e->fate));
}

void explained_fill(struct explained *e)
{
	unsigned code = e->message->code;

	e->code = sipcode_code(e->lang, code);
	if (e->code == NULL)
		e->unknown = item_unknown(e->lang, code);
	e->remarks = 0;
	e->grounds.n = 0;
	if (!e->wanted.findings_only) {
		make_remarks(e);
		grounds_find(&e->grounds, e->exchange, e->transaction,
		             e->response);
	}
	e->findings = e->unwanted = 0;
	if (!e->told)
		find_findings(e);
}

void explained_free(struct explained *e)
{
	free(e->remark);
	free(e->finding);
	grounds_free(&e->grounds);
	memset(e, 0, sizeof(*e));
}
