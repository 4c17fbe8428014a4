/* explain.c - collects what a response says. */
#include "explain.h"

#include <string.h>

#include "layout.h"
#include "len.h"
#include "number.h"
#include "words.h"

static struct remark *add(struct explained *e, const char *header,
                          const char *part, struct sipcode_span value)
{
	struct remark *r = &e->remark[e->remarks];

	if (e->remarks + 1 < REMARKS_MAX)
		e->remarks++;
	r->header = header;
	r->part = part;
	r->value = value;
	r->row = NULL;
	r->meaning = SIPCODE_F_NONE;
	r->item = 0;
	r->step = SIPCODE_F_NONE;
	r->label = -1;
	return r;
}

static void link_row(struct remark *r, const struct sipcode_row *row,
                     enum sipcode_field meaning, enum sipcode_field step)
{
	r->row = row;
	r->meaning = row == NULL ? SIPCODE_F_NONE : meaning;
	r->step = row == NULL ? SIPCODE_F_NONE : step;
}

/* Option tags, with the step that the code asks for. */
static void tags(struct explained *e, const char *header,
                 enum sipcode_field step)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span v;

	while (sipcode_next_value(e->message, header, &at, &v))
		if (v.n > 0)
			link_row(add(e, header, "", v),
			         sipcode_by_name(e->lang, SIPCODE_OPTIONS, v.s,
			                         v.n),
			         SIPCODE_F_MEANING, step);
}

/* Scheme, realm, algorithm, qop and stale of a challenge. */
static void challenges(struct explained *e, const char *header)
{
	static const struct {
		char name[10];
		int label;
	} params[] = {
		{ "realm", LABEL_say_realm },
		{ "algorithm", LABEL_say_algorithm },
		{ "qop", LABEL_say_qop },
		{ "stale", LABEL_say_stale },
	};
	struct sipcode_cursor at = { 0 };
	struct sipcode_span v, p;

	while (sipcode_next_value(e->message, header, &at, &v)) {
		p.s = v.s;
		for (p.n = 0; p.n < v.n && v.s[p.n] != ' ';)
			p.n++;
		add(e, header, "scheme", p)->label = LABEL_say_scheme;
		for (size_t k = 0; k < LEN(params); k++)
			if (sipcode_param(v, params[k].name, &p))
				add(e, header, params[k].name, p)->label =
					params[k].label;
	}
}

static unsigned long number_of(struct sipcode_span v)
{
	unsigned long n = 0;
	size_t digits = 0;

	while (digits < v.n && v.s[digits] >= '0' && v.s[digits] <= '9')
		digits++;
	return number_read_n(v.s, digits, &n) == 0 ? n : 0;
}

static int begins(struct sipcode_span v, const char *word)
{
	size_t n = strlen(word);

	return v.n >= n && memcmp(v.s, word, n) == 0;
}

/* Reason: Q.850;cause=17, SIP;cause=200, STIR;cause=436. */
static void reasons(struct explained *e)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span v, p;

	while (sipcode_next_value(e->message, "Reason", &at, &v)) {
		struct remark *r = add(e, "Reason", "", v);
		int q850 = begins(v, "Q.850");

		r->label = LABEL_say_reason;
		if (!sipcode_param(v, "cause", &p))
			continue;
		if (q850)
			link_row(r,
			         sipcode_by_number(e->lang, SIPCODE_CAUSES,
			                           number_of(p)),
			         SIPCODE_F_MEANING, SIPCODE_F_LOOK);
		else if (begins(v, "SIP") || begins(v, "STIR"))
			link_row(r, sipcode_code(e->lang, number_of(p)),
			         SIPCODE_F_SUMMARY, SIPCODE_F_NONE);
		if (r->row != NULL)
			r->label = -1;
	}
}

static void warnings(struct explained *e)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span v;

	while (sipcode_next_value(e->message, "Warning", &at, &v))
		link_row(add(e, "Warning", "", v),
		         sipcode_by_number(e->lang, SIPCODE_WARNINGS,
		                           number_of(v)),
		         SIPCODE_F_MEANING, SIPCODE_F_LOOK);
}

/* Header fields whose value speaks for itself, with what it is for; first
 * and last: the codes for which it is worth a line. */
static const struct {
	char header[20];
	int label;
	unsigned short first, last;
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

static void values(struct explained *e)
{
	for (size_t i = 0; i < LEN(plain); i++) {
		struct sipcode_cursor at = { 0 };
		struct sipcode_span v;

		if (e->message->code < plain[i].first ||
		    e->message->code > plain[i].last)
			continue;
		while (sipcode_next_value(e->message, plain[i].header, &at, &v))
			add(e, plain[i].header, "", v)->label = plain[i].label;
	}
}

/* Who made it: the phrase, Server or User-Agent, and the way back. */
static void maker(struct explained *e)
{
	const struct sipcode_row *row[4];
	const struct sipcode_message *m = e->message;
	struct sipcode_span v, p;
	size_t n = sipcode_sightings(e->lang, m->code, m->phrase.s, m->phrase.n,
	                             row, LEN(row));

	for (size_t i = 0; m->phrase.n > 0 && i < n && i < LEN(row); i++)
		link_row(add(e, "Status-Line", "phrase", m->phrase), row[i],
		         SIPCODE_F_MEANING, SIPCODE_F_NONE);
	if (e->code != NULL && n == 0 && m->phrase.n > 0) {
		const char *known = sipcode_text(e->code, SIPCODE_F_PHRASE, 0);

		if (strlen(known) != m->phrase.n ||
		    memcmp(known, m->phrase.s, m->phrase.n) != 0)
			add(e, "Status-Line", "phrase", m->phrase)->label =
				LABEL_say_own_phrase;
	}
	if (sipcode_value(m, "Server", &v))
		add(e, "Server", "", v)->label = LABEL_say_server;
	if (sipcode_value(m, "User-Agent", &v))
		add(e, "User-Agent", "", v)->label = LABEL_say_server;
	if (!sipcode_value(m, "Via", &v))
		return;
	if (sipcode_param(v, "received", &p))
		add(e, "Via", "received", p)->label = LABEL_say_received;
}

/* What the code means for the method: the situations on its page that begin
 * with it. */
static void method(struct explained *e)
{
	struct sipcode_span v = sipcode_method(e->message), none = { "", 0 };
	size_t n = e->code == NULL ? 0 : sipcode_len(e->code, SIPCODE_F_WHEN);
	struct remark *r = add(e, "CSeq", "method", v);

	r->label = LABEL_say_method;
	if (v.n == 0) {
		e->remarks--;
		return;
	}
	for (size_t i = 0; i < n; i++) {
		const char *s = sipcode_text(e->code, SIPCODE_F_WHEN, i);

		if (strncmp(s, v.s, v.n) != 0 ||
		    memchr(":, ", s[v.n], 3) == NULL)
			continue;
		r = add(e, "CSeq", "method", none);
		link_row(r, e->code, SIPCODE_F_WHEN, SIPCODE_F_NONE);
		r->item = i;
	}
}

void explain(struct explained *e)
{
	unsigned code = e->message->code;

	e->code = sipcode_code(e->lang, code);
	e->remarks = 0;
	tags(e, "Require", code == 421 ? SIPCODE_F_STEP : SIPCODE_F_NONE);
	tags(e, "Unsupported", SIPCODE_F_DROP);
	tags(e, "Supported", SIPCODE_F_NONE);
	challenges(e, "WWW-Authenticate");
	challenges(e, "Proxy-Authenticate");
	values(e);
	reasons(e);
	warnings(e);
	method(e);
	maker(e);
	e->findings =
		sipcode_check(e->lang, e->message, e->finding, FINDINGS_MAX);
	if (e->findings > FINDINGS_MAX)
		e->findings = FINDINGS_MAX;
}

unsigned long explain_line(const struct explained *e, struct sipcode_span at)
{
	unsigned long line = e->line;

	for (const char *s = e->message->all.s; s < at.s; s++)
		line += *s == '\n';
	return line;
}

void explain_finding(struct line *text, struct line *source,
                     const struct explained *e, const struct sipcode_finding *f)
{
	static const struct {
		int label;
		char source[32];
	} problems[] = {
		[SIPCODE_LACKS] = { LABEL_lacks, "" },
		[SIPCODE_BAD_CODE] = { LABEL_bad_code, "RFC 3261 section 7.2" },
		[SIPCODE_BAD_LINE] = { LABEL_bad_line, "RFC 3261 section 7.3" },
		[SIPCODE_BAD_NUMBER] = { LABEL_bad_number,
		                         "RFC 3261 section 25.1" },
		[SIPCODE_BAD_METHOD] = { LABEL_bad_method, "" },
		[SIPCODE_NO_TAG] = { LABEL_no_tag, "RFC 3261 section 8.2.6.2" },
		[SIPCODE_BODY_CUT] = { LABEL_body_cut,
		                       "RFC 3261 section 18.3" },
		[SIPCODE_UNFINISHED] = { LABEL_unfinished, "" },
	};
	_Static_assert(LEN(problems) == SIPCODE_PROBLEMS, "a problem is mute");
	int utf8 = 0;

	line_start(text);
	if (e->message->code != 0) {
		line_number(text, e->message->code);
		line_add(text, " ");
	}
	line_add(text,
	         word_of(e->lang, (enum label)problems[f->problem].label));
	if (f->duty != NULL) {
		line_add(text, " ");
		line_add(text, sipcode_text(f->duty, SIPCODE_F_HEADER, 0));
		line_add(text, ": ");
		line_add(text, sipcode_text(f->duty, SIPCODE_F_NOTE, 0));
	} else if (f->problem == SIPCODE_BAD_METHOD ||
	           f->problem == SIPCODE_BAD_NUMBER ||
	           f->problem == SIPCODE_BAD_LINE) {
		line_add(text, ": ");
		line_outside(text, f->at.s, f->at.n > 60 ? 60 : f->at.n, utf8);
	}
	line_start(source);
	line_add(source, problems[f->problem].source);
	if (f->duty != NULL)
		line_sources(source, f->duty, SIPCODE_F_SOURCE);
	else if (f->problem == SIPCODE_BAD_METHOD)
		line_sources(source, e->code, SIPCODE_F_METHOD_SOURCE);
}
