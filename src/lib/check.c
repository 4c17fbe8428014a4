/* check.c - what is wrong with a response: what it lacks, and what it has. */
#include "check.h"

#include <stddef.h>
#include <string.h>

#include "chars.h"
#include "len.h"
#include "span.h"

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

/* A method is a word, and all that are known are letters.  "INVITE." and
 * "INVITE^M" are what a log makes of one. */
static int is_word(struct sipcode_span v)
{
	for (size_t i = 0; i < v.n; i++)
		if (!char_is_letter(v.s[i]) && !char_is_digit(v.s[i]) &&
		    v.s[i] != '-' && v.s[i] != '_')
			return 0;
	return v.n > 0;
}

/* The method of a CSeq; without a number before it, it may be none. */
static void check_method(struct check *c, struct sipcode_span cseq)
{
	if (c->code == NULL || !is_word(c->method) || c->method.s == cseq.s ||
	    is_doubtful(c, c->method) ||
	    sipcode_answers(c->code, c->method.s, c->method.n))
		return;
	check_add(c, SIPCODE_BAD_METHOD, is_forbidden(c), NULL, c->method);
}

static void check_tag(struct check *c, struct sipcode_span to)
{
	struct sipcode_span tag;

	if (c->message->code != 100 && !sipcode_param(to, "tag", &tag) &&
	    !is_doubtful(c, to))
		check_add(c, SIPCODE_NO_TAG, 1, NULL, to);
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

static void check_number(struct check *c, struct sipcode_span v,
                         const char *limit)
{
	if (!fits(v, limit) && !is_doubtful(c, v))
		check_add(c, SIPCODE_BAD_NUMBER, 1, NULL, v);
}

static void check_list(struct check *c, struct sipcode_span values,
                       const char *limit)
{
	while (values.s != NULL)
		check_number(c, header_item(&values), limit);
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
		check_add(c, SIPCODE_BAD_LINE, 1, NULL, gap);
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
		/* CSeq is no list, whatever commas it has. */
		if (f->limit != NULL && f->check != NULL)
			check_number(c, value, f->limit);
		else if (f->limit != NULL)
			check_list(c, value, f->limit);
		if (f->check != NULL && (seen >> (f - fields) & 1) == 0)
			f->check(c, value);
		seen |= 1u << (f - fields);
	}
	check_gap(c, from, c->message->headers.s + c->message->headers.n);
}

/* Content-Length, if it is a number below 10^9; else 0. */
static size_t promised_length(const struct sipcode_message *m)
{
	struct sipcode_span v;
	size_t n = 0;

	if (!sipcode_value(m, "Content-Length", &v) || v.n > 9)
		return 0;
	for (size_t i = 0; i < v.n && char_is_digit(v.s[i]); i++)
		n = n * 10 + (size_t)(v.s[i] - '0');
	return n;
}

/* Is the body certainly short?  Where a log keeps lines without CR, each may
 * lack a byte, and the last one both of its end. */
static int is_short(const struct sipcode_message *m)
{
	size_t lost = 2;

	if (!m->body_cut || m->body_unsure)
		return 0;
	if (m->headers.s - m->start.s > (ptrdiff_t)m->start.n &&
	    m->start.s[m->start.n] == '\r')
		return 1;
	for (size_t i = 0; i < m->body.n; i++)
		lost += m->body.s[i] == '\n';
	return promised_length(m) > m->body.n + lost;
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
		check_add(&c, SIPCODE_BAD_CODE, 1, NULL, message->start);
	if (c.cut)
		check_add(&c, SIPCODE_UNFINISHED, 0, NULL, message->start);
	else if (message->code != 0)
		check_duties(&c, lang);
	check_fields(&c);
	if (is_short(message))
		check_add(&c, SIPCODE_BODY_CUT, 1, NULL, message->body);
	return c.found;
}
