/* check.c - what the standard demands of a response, and this one lacks. */
#include <string.h>
#include <sipcode.h>

#include "chars.h"
#include "len.h"
#include "span.h"

struct check {
	const struct sipcode_message *message;
	const struct sipcode_row *code; /* NULL if no row speaks of it */
	struct sipcode_span method;
	struct sipcode_finding *finding;
	size_t max, found;
};

static void add_finding(struct check *c, enum sipcode_problem problem, int must,
                        const struct sipcode_row *duty, struct sipcode_span at)
{
	struct sipcode_finding f = { problem, must, duty, at };

	if (c->found < c->max)
		c->finding[c->found] = f;
	c->found++;
}

static int has(const struct check *c, const char *name)
{
	struct sipcode_span v;

	return sipcode_value(c->message, name, &v);
}

/* Does one of the values of a header field read so? */
static int lists(const struct check *c, const char *name, const char *word)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span v;

	while (sipcode_next_value(c->message, name, &at, &v))
		if (span_is(v, word))
			return 1;
	return 0;
}

static int has_param(const struct check *c, const char *header,
                     const char *name, const char *word)
{
	struct sipcode_span v, p;

	return sipcode_value(c->message, header, &v) &&
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

static int is_level(const struct sipcode_row *duty, const char *level)
{
	return strcmp(sipcode_text(duty, SIPCODE_F_LEVEL, 0), level) == 0;
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

/* Is the duty in force for this response, and not done? */
static int undone(const struct check *c, const struct sipcode_row *duty)
{
	unsigned code = c->message->code;

	return sipcode_number(duty, SIPCODE_F_FIRST, 0) <= code &&
	       code <= sipcode_number(duty, SIPCODE_F_LAST, 0) &&
	       (is_level(duty, "MUST") || is_level(duty, "SHOULD")) &&
	       sipcode_len(duty, SIPCODE_F_OBSOLETE) == 0 &&
	       sipcode_answers(duty, c->method.s, c->method.n) &&
	       binds(c, sipcode_text(duty, SIPCODE_F_IF, 0)) &&
	       !is_done(c, duty);
}

/* The same header field may be due for more than one reason, and is missed
 * once.  Is it missed already: by an undone duty of the same level before the
 * i-th one, or if that is no MUST, by an undone MUST? */
static int told_already(const struct check *c, int lang, size_t i)
{
	const struct sipcode_row *duty = sipcode_row(lang, SIPCODE_DUTIES, i);
	const char *header = sipcode_text(duty, SIPCODE_F_HEADER, 0);
	int must = is_level(duty, "MUST");
	const struct sipcode_row *other;

	for (size_t k = 0;
	     (other = sipcode_row(lang, SIPCODE_DUTIES, k)) != NULL; k++)
		if (strcmp(sipcode_text(other, SIPCODE_F_HEADER, 0), header) ==
		            0 &&
		    (is_level(other, "MUST") == must ? k < i : !must) &&
		    undone(c, other))
			return 1;
	return 0;
}

static void check_duties(struct check *c, int lang)
{
	const struct sipcode_row *duty;

	/* Twice, so that what is a MUST is not hidden by a SHOULD. */
	for (int must = 1; must >= 0; must--)
		for (size_t i = 0;
		     (duty = sipcode_row(lang, SIPCODE_DUTIES, i)) != NULL; i++)
			if (is_level(duty, "MUST") == must && undone(c, duty) &&
			    !told_already(c, lang, i))
				add_finding(c, SIPCODE_LACKS, must, duty,
				            c->message->start);
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

static void check_method(struct check *c)
{
	if (c->code == NULL || c->method.n == 0 ||
	    sipcode_answers(c->code, c->method.s, c->method.n))
		return;
	add_finding(c, SIPCODE_BAD_METHOD, is_forbidden(c), NULL, c->method);
}

static void check_tag(struct check *c)
{
	struct sipcode_span to, tag;

	if (c->message->code == 100 || !sipcode_value(c->message, "To", &to) ||
	    sipcode_param(to, "tag", &tag))
		return;
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

static void check_numbers(struct check *c)
{
	/* RFC 3261 section 8.1.1.5 keeps CSeq below 2^31; delta-seconds are
	 * below 2^32 (section 20.19); a warn-code has three digits. */
	static const struct {
		const char *name, *limit;
	} numbers[] = {
		{ "CSeq", "2147483647" },
		{ "Content-Length", "4294967295" },
		{ "Expires", "4294967295" },
		{ "Min-Expires", "4294967295" },
		{ "Min-SE", "4294967295" },
		{ "Retry-After", "4294967295" },
		{ "RSeq", "4294967295" },
		{ "Session-Expires", "4294967295" },
		{ "Warning", "999" },
	};
	struct sipcode_span v;

	for (size_t i = 0; i < LEN(numbers); i++) {
		struct sipcode_cursor at = { 0 };

		while (sipcode_next_value(c->message, numbers[i].name, &at, &v))
			if (!fits(v, numbers[i].limit))
				add_finding(c, SIPCODE_BAD_NUMBER, 1, NULL, v);
	}
}

/* Lines among the header fields that are no header field: what is left
 * between one and the next. */
static void check_lines(struct check *c)
{
	struct sipcode_cursor cursor = { 0 };
	struct sipcode_span name, value;
	const char *from = c->message->headers.s;
	const char *end = from + c->message->headers.n;
	int more;

	do {
		struct sipcode_span gap = { from, 0 };

		more = sipcode_next_header(c->message, &cursor, &name, &value);
		gap.n = (size_t)((more ? name.s : end) - from);
		gap = span_trim(gap);
		if (gap.n > 0)
			add_finding(c, SIPCODE_BAD_LINE, 1, NULL, gap);
		if (more)
			from = value.s + value.n;
	} while (more);
}

size_t sipcode_check(int lang, const struct sipcode_message *message,
                     struct sipcode_finding *findings, size_t max)
{
	struct check c = { .message = message,
		           .finding = findings,
		           .max = max };

	if (message == NULL || message->request)
		return 0;
	c.method = sipcode_method(message);
	c.code = sipcode_code(lang, message->code);
	if (message->code == 0)
		add_finding(&c, SIPCODE_BAD_CODE, 1, NULL, message->start);
	if (!message->complete)
		add_finding(&c, SIPCODE_UNFINISHED, 0, NULL, message->start);
	if (message->complete && message->code != 0)
		check_duties(&c, lang);
	check_tag(&c);
	check_method(&c);
	check_numbers(&c);
	check_lines(&c);
	if (message->body_cut)
		add_finding(&c, SIPCODE_BODY_CUT, 1, NULL, message->body);
	return c.found;
}
