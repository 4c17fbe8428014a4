/* check.c - what the standard demands of a response, and this one lacks. */
#include <string.h>
#include <sipcode.h>

#include "chars.h"
#include "header.h"
#include "len.h"
#include "schema.h"
#include "span.h"
#include "table.h"

struct check {
	const struct sipcode_message *message;
	const struct sipcode_row *code; /* NULL if no row speaks of it */
	struct headers headers;
	struct sipcode_span method;
	int cut;         /* 1: header fields may be missing that were sent */
	const char *end; /* of the header fields, without the last line end */
	struct sipcode_finding *finding;
	size_t max, found;
	/* How many there are of a problem, and where the last one is told. */
	size_t same[SIPCODE_PROBLEMS], last[SIPCODE_PROBLEMS];
};

static void add_finding(struct check *c, enum sipcode_problem problem, int must,
                        const struct sipcode_row *duty, struct sipcode_span at)
{
	struct sipcode_finding f = { problem, must, duty, at, 0 };

	if (problem != SIPCODE_LACKS &&
	    c->same[problem]++ >= SIPCODE_FINDINGS_SAME) {
		if (c->last[problem] < c->max)
			c->finding[c->last[problem]].more++;
		return;
	}
	if (c->found < c->max)
		c->finding[c->found] = f;
	c->last[problem] = c->found++;
}

static int has(const struct check *c, const char *name)
{
	return headers_have(&c->headers, name);
}

/* Does one of the values of a header field read so? */
static int lists(const struct check *c, const char *name, const char *word)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span v;

	while (has(c, name) && sipcode_next_value(c->message, name, &at, &v))
		if (span_is(v, word))
			return 1;
	return 0;
}

static int has_param(const struct check *c, const char *header,
                     const char *name, const char *word)
{
	struct sipcode_span v, p;

	return has(c, header) && sipcode_value(c->message, header, &v) &&
	       sipcode_param(v, name, &p) && (word == NULL || span_is(p, word));
}

/* Sent over a stream, by the topmost Via: "SIP/2.0/TCP host".  WebSocket and
 * SCTP keep the bounds of messages (RFC 7118 section 5, RFC 4168 section 3). */
static int over_stream(const struct check *c)
{
	static const char *const names[] = { "TCP", "TLS" };
	struct sipcode_span v, transport;
	size_t slashes = 0, i = 0;

	if (!sipcode_value(c->message, "Via", &v))
		return 0;
	while (i < v.n && slashes < 2)
		slashes += v.s[i++] == '/';
	transport.s = v.s + i;
	transport.n = 0;
	while (i < v.n && !char_is_blank(v.s[i])) {
		transport.n++;
		i++;
	}
	for (size_t k = 0; k < LEN(names); k++)
		if (span_is(transport, names[k]))
			return 1;
	return 0;
}

/* Does the condition of a duty hold, as far as the message shows it? */
static int binds(const struct check *c, const char *condition)
{
	if (*condition == '\0')
		return 1;
	if (strcmp(condition, "body") == 0)
		return c->message->body.n > 0 && !c->message->body_cut;
	if (strcmp(condition, "reliable") == 0)
		return has(c, "RSeq") || lists(c, "Require", "100rel");
	if (strcmp(condition, "early-dialog") == 0)
		return has_param(c, "To", "tag", NULL) &&
		       span_is(c->method, "INVITE");
	if (strcmp(condition, "stream") == 0)
		return over_stream(c);
	if (strcmp(condition, "sec-agree") == 0)
		return lists(c, "Require", "sec-agree");
	if (strcmp(condition, "timer-uac") == 0)
		return has_param(c, "Session-Expires", "refresher", "uac");
	if (strcmp(condition, "outbound") == 0)
		return lists(c, "Require", "outbound");
	/* "unseen" and whatever else the response does not show. */
	return 0;
}

/* How much a duty demands. */
enum level { LEVEL_NONE, LEVEL_SHOULD, LEVEL_MUST };

static enum level level_of(const struct sipcode_row *duty)
{
	const char *level = sipcode_text(duty, SIPCODE_F_LEVEL, 0);

	if (strcmp(level, "MUST") == 0)
		return LEVEL_MUST;
	return strcmp(level, "SHOULD") == 0 ? LEVEL_SHOULD : LEVEL_NONE;
}

/* Is the header field there, or one that does as well? */
static int is_done(const struct check *c, const struct sipcode_row *duty)
{
	if (has(c, sipcode_text(duty, SIPCODE_F_HEADER, 0)))
		return 1;
	for (size_t i = 0; i < sipcode_len(duty, SIPCODE_F_ALTERNATIVE); i++)
		if (has(c, sipcode_text(duty, SIPCODE_F_ALTERNATIVE, i)))
			return 1;
	return 0;
}

/* A number that every duty has once, by the shortest way to it: most duties
 * are told by theirs to be of other codes. */
static unsigned number_of(const struct sipcode_row *duty,
                          enum sipcode_field field)
{
	unsigned place = schema_place(SIPCODE_DUTIES, field);

	return table_cells[duty->cells + place - 1] - TABLE_ONE;
}

/* Is the duty in force for this response, and not done? */
static int undone(const struct check *c, const struct sipcode_row *duty)
{
	unsigned code = c->message->code;

	return number_of(duty, SIPCODE_F_FIRST) <= code &&
	       code <= number_of(duty, SIPCODE_F_LAST) &&
	       level_of(duty) != LEVEL_NONE &&
	       binds(c, sipcode_text(duty, SIPCODE_F_IF, 0)) &&
	       sipcode_len(duty, SIPCODE_F_OBSOLETE) == 0 &&
	       sipcode_answers(duty, c->method.s, c->method.n) &&
	       !is_done(c, duty);
}

static int name_order(const char *a, const char *b)
{
	while (*a != '\0' && char_lower(*a) == char_lower(*b)) {
		a++;
		b++;
	}
	return (unsigned char)char_lower(*a) - (unsigned char)char_lower(*b);
}

/* The duties that are not done: of each header field one, in the order of
 * their names, which is that of their identifiers. */
struct undone {
	const struct sipcode_row *duty[HEADERS_MOST];
	size_t n;
};

/* The same header field may be due for more than one reason, and is missed
 * once: by the first undone duty, but by a MUST before a SHOULD. */
static void add_undone(struct undone *u, const struct sipcode_row *duty)
{
	const char *name = sipcode_text(duty, SIPCODE_F_HEADER, 0);
	size_t at = u->n;

	while (at > 0) {
		const struct sipcode_row *other = u->duty[at - 1];
		int order = name_order(sipcode_text(other, SIPCODE_F_HEADER, 0),
		                       name);

		if (order == 0) {
			if (level_of(duty) > level_of(other))
				u->duty[at - 1] = duty;
			return;
		}
		if (order < 0)
			break;
		at--;
	}
	memmove(&u->duty[at + 1], &u->duty[at], (u->n - at) * sizeof(*u->duty));
	u->duty[at] = duty;
	u->n++;
}

static void check_duties(struct check *c, int lang)
{
	const struct sipcode_row *duty = sipcode_row(lang, SIPCODE_DUTIES, 0);
	size_t n = sipcode_rows(SIPCODE_DUTIES);
	struct undone u;

	u.n = 0;
	for (size_t i = 0; i < n; i++)
		if (undone(c, &duty[i]))
			add_undone(&u, &duty[i]);
	for (size_t i = 0; i < u.n; i++)
		add_finding(c, SIPCODE_LACKS, level_of(u.duty[i]) == LEVEL_MUST,
		            u.duty[i], c->message->start);
}

/* Must the code not be sent?  RFC 4320 sections 4.1 and 4.2 for 1xx and 408,
 * RFC 3261 section 22.1 for the challenges, RFC 6665 section 8.3.1 and RFC 7647
 * section 5 for 202.  Elsewhere it only has no meaning for the method. */
static int is_forbidden(const struct check *c)
{
	unsigned code = c->message->code;

	if (code == 202)
		return span_is(c->method, "SUBSCRIBE") ||
		       span_is(c->method, "NOTIFY") ||
		       span_is(c->method, "REFER");
	return (code > 100 && code < 200) || code == 401 || code == 407 ||
	       code == 408;
}

/* May the value have been longer?  The last line of a message that is cut
 * may be cut, too, and what it seems to say is nothing to judge by. */
static int is_doubtful(const struct check *c, struct sipcode_span v)
{
	return !c->message->complete && v.s + v.n >= c->end;
}

/* The method of a CSeq; without a number before it, it may be none. */
static void check_method(struct check *c, struct sipcode_span cseq)
{
	if (c->code == NULL || c->method.n == 0 || c->method.s == cseq.s ||
	    is_doubtful(c, c->method) ||
	    sipcode_answers(c->code, c->method.s, c->method.n))
		return;
	add_finding(c, SIPCODE_BAD_METHOD, is_forbidden(c), NULL, c->method);
}

static void check_tag(struct check *c, struct sipcode_span to)
{
	struct sipcode_span tag;

	if (c->message->code != 100 && !sipcode_param(to, "tag", &tag) &&
	    !is_doubtful(c, to))
		add_finding(c, SIPCODE_NO_TAG, 1, NULL, to);
}

/* Digits at the front of the value that are at most the limit. */
static int fits(struct sipcode_span v, const char *limit)
{
	size_t n = 0, len = strlen(limit);

	while (n < v.n && char_is_digit(v.s[n]))
		n++;
	while (n > 1 && v.s[0] == '0') {
		v.s++;
		n--;
	}
	return n > 0 && (n < len || (n == len && memcmp(v.s, limit, len) <= 0));
}

/* Each value of a header field is a number, and at most the limit. */
static void check_numbers(struct check *c, struct sipcode_span field,
                          const char *limit)
{
	while (field.s != NULL) {
		struct sipcode_span v = header_item(&field);

		if (!fits(v, limit) && !is_doubtful(c, v))
			add_finding(c, SIPCODE_BAD_NUMBER, 1, NULL, v);
	}
}

/* Header fields of which more is asked than that they are there. */
static const struct field {
	const char *name;
	char letter;       /* the short form */
	const char *limit; /* of its numbers; NULL if it has none */
	/* Of what else is asked of the first one. */
	void (*check)(struct check *c, struct sipcode_span value);
} fields[] = {
	/* RFC 3261 section 8.1.1.5 keeps CSeq below 2^31; delta-seconds are
	 * below 2^32 (section 20.19); a warn-code has three digits. */
	{ "CSeq", '\0', "2147483647", check_method },
	{ "Content-Length", 'l', "4294967295", NULL },
	{ "Expires", '\0', "4294967295", NULL },
	{ "Min-Expires", '\0', "4294967295", NULL },
	{ "Min-SE", '\0', "4294967295", NULL },
	{ "Retry-After", '\0', "4294967295", NULL },
	{ "RSeq", '\0', "4294967295", NULL },
	{ "Session-Expires", 'x', "4294967295", NULL },
	{ "To", 't', NULL, check_tag },
	{ "Warning", '\0', "999", NULL },
};

static const struct field *field_named(struct sipcode_span name)
{
	char first = char_lower(*name.s);

	for (size_t i = 0; i < LEN(fields); i++) {
		const struct field *f = &fields[i];

		if ((name.n == 1 && first == f->letter) ||
		    (first == char_lower(*f->name) && span_is(name, f->name)))
			return f;
	}
	return NULL;
}

/* The bytes from one header field to the next; in a message that is cut they
 * may be of the log. */
static void check_gap(struct check *c, const char *from, const char *to)
{
	struct sipcode_span gap = { from, (size_t)(to - from) };

	gap = span_trim(gap);
	if (gap.n > 0 && !c->cut)
		add_finding(c, SIPCODE_BAD_LINE, 1, NULL, gap);
}

/* The header fields, one after the other: what is wrong with them, in the
 * order of the message. */
static void check_fields(struct check *c)
{
	struct sipcode_cursor cursor = { 0 };
	struct sipcode_span name, value;
	const char *from = c->message->headers.s;
	unsigned seen = 0; /* a bit for each of the fields */

	while (sipcode_next_header(c->message, &cursor, &name, &value)) {
		const struct field *f = field_named(name);

		check_gap(c, from, name.s);
		from = value.s + value.n;
		if (f == NULL)
			continue;
		if (f->limit != NULL)
			check_numbers(c, value, f->limit);
		if (f->check != NULL && (seen >> (f - fields) & 1) == 0)
			f->check(c, value);
		seen |= 1u << (f - fields);
	}
	check_gap(c, from, c->message->headers.s + c->message->headers.n);
}

static const char *end_of_headers(const struct sipcode_message *m)
{
	struct sipcode_span v = span_trim(m->headers);

	return v.s + v.n;
}

/* The code of a start line with which the bytes end may have been longer. */
static int is_bad_code(const struct sipcode_message *m)
{
	return m->code == 0 &&
	       (m->complete || m->headers.n > 0 || m->phrase.n > 0);
}

size_t sipcode_check(int lang, const struct sipcode_message *message,
                     struct sipcode_finding *findings, size_t max)
{
	struct check c = { .message = message,
		           .finding = findings,
		           .max = max };

	if (message == NULL || message->request)
		return 0;
	headers_of(message, &c.headers);
	/* Without a header field of SIP it is no message, but a line of one
	 * that a log or a text quotes. */
	c.cut = !message->complete || c.headers.known == 0;
	c.end = end_of_headers(message);
	c.method = sipcode_method(message);
	c.code = sipcode_code(lang, message->code);
	if (is_bad_code(message))
		add_finding(&c, SIPCODE_BAD_CODE, 1, NULL, message->start);
	if (c.cut)
		add_finding(&c, SIPCODE_UNFINISHED, 0, NULL, message->start);
	else if (message->code != 0)
		check_duties(&c, lang);
	check_fields(&c);
	if (message->body_cut && !message->body_unsure)
		add_finding(&c, SIPCODE_BODY_CUT, 1, NULL, message->body);
	return c.found;
}
