/* message.c - takes a message apart by pointer and length: no copy, no
 * allocation, no byte read beyond what was given. */
#include <string.h>
#include <sipcode.h>

#include "chars.h"
#include "span.h"

/* Where "SIP/2.0", blanks and a digit stand in the line; line.n if nowhere. */
static size_t status_at(struct sipcode_span line)
{
	for (size_t i = 0; i + 9 <= line.n; i++) {
		struct sipcode_span version = { line.s + i, 7 };
		size_t k = i + 7;

		if ((line.s[i] != 'S' && line.s[i] != 's') ||
		    !span_is(version, "SIP/2.0"))
			continue;
		while (k < line.n && (char_is_blank(line.s[k])))
			k++;
		if (k > i + 7 && k < line.n && char_is_digit(line.s[k]))
			return i;
	}
	return line.n;
}

/* "METHOD uri SIP/2.0". */
static int is_request_line(struct sipcode_span line)
{
	static const char version[] = " SIP/2.0";
	size_t i = 0, n = sizeof(version) - 1;

	while (i < line.n && char_is_upper(line.s[i]))
		i++;
	return i > 2 && line.n > i + n + 1 && line.s[i] == ' ' &&
	       chars_equal(line.s + line.n - n, version, n);
}

static int starts(struct sipcode_span line)
{
	return is_request_line(line) || (line.n > 0 && status_at(line) == 0);
}

static void read_status(struct sipcode_message *m)
{
	const char *s = m->start.s + 7, *end = m->start.s + m->start.n;
	size_t digits = 0;

	while (s < end && char_is_blank(*s))
		s++;
	while (s + digits < end && char_is_digit(s[digits]))
		digits++;
	if (digits == 3 && s[0] >= '1' && s[0] <= '6')
		m->code = (unsigned)((s[0] - '0') * 100 + (s[1] - '0') * 10 +
		                     s[2] - '0');
	m->phrase.s = s + digits;
	m->phrase.n = (size_t)(end - m->phrase.s);
	m->phrase = span_trim(m->phrase);
}

/* The header lines from at on; returns where they end, behind the empty line
 * if there is one.  A line that is no header field is passed over if one
 * follows it; else the message has been cut there. */
static size_t read_headers(const char *s, size_t n, size_t at,
                           struct sipcode_message *m)
{
	size_t next = at, after;

	m->headers.s = s + at;
	while (at < n) {
		struct sipcode_span line =
			span_indented(m->indent, s, n, at, &next);

		if (line.n == 0) {
			m->complete = 1;
			break;
		}
		if (starts(line))
			break;
		if (span_name(line) == 0 && !span_folded(line)) {
			struct sipcode_span then =
				span_indented(m->indent, s, n, next, &after);

			if (next >= n || span_name(then) == 0)
				break;
		}
		at = next;
	}
	m->headers.n = (size_t)(s + at - m->headers.s);
	return m->complete ? next : at;
}

/* Where the next start line begins; n if nowhere. */
static size_t next_start(const char *s, size_t n, size_t at)
{
	size_t next;

	for (; at < n; at = next)
		if (starts(span_line(s, n, at, &next)))
			return at;
	return n;
}

/* Content-Length; -1 if it is missing or no number below 10^9. */
static long content_length(const struct sipcode_message *m)
{
	struct sipcode_span v;
	long n = 0;

	if (!sipcode_value(m, "Content-Length", &v) || v.n == 0 || v.n > 9)
		return -1;
	for (size_t i = 0; i < v.n; i++) {
		if (!char_is_digit(v.s[i]))
			return -1;
		n = n * 10 + (v.s[i] - '0');
	}
	return n;
}

static int is_sipfrag(const struct sipcode_message *m)
{
	static const char bare[] = "message/sipfrag";
	struct sipcode_span type;

	return sipcode_value(m, "Content-Type", &type) &&
	       type.n >= sizeof(bare) - 1 &&
	       chars_equal(type.s, bare, sizeof(bare) - 1);
}

/* The body: what Content-Length says, but not beyond the next start line,
 * since a log may have fewer bytes than the wire had. */
static void read_body(const char *s, size_t n, size_t at,
                      struct sipcode_message *m)
{
	long length = content_length(m);
	size_t stop = is_sipfrag(m) ? n : next_start(s, n, at);
	struct sipcode_span type;

	/* Neither length nor type: what follows is the log's own text. */
	if (length < 0 && !sipcode_value(m, "Content-Type", &type))
		stop = at;

	m->body.s = s + at;
	m->body.n = stop - at;
	if (length >= 0 && (size_t)length <= m->body.n)
		m->body.n = (size_t)length;
	else if (length >= 0)
		m->body_cut = 1;
	m->all.n = (size_t)(m->body.s + m->body.n - m->all.s);
}

static size_t leading_blanks(struct sipcode_span line)
{
	size_t i = 0;

	while (i < line.n && line.s[i] == ' ')
		i++;
	return i;
}

int sipcode_message(const char *s, size_t n, size_t from,
                    struct sipcode_message *message)
{
	struct sipcode_message m;
	size_t next;

	memset(&m, 0, sizeof(m));
	for (; s != NULL && from < n; from = next) {
		struct sipcode_span line = span_line(s, n, from, &next);
		size_t at = status_at(line);

		m.request = is_request_line(line);
		if (!m.request && at == line.n)
			continue;
		if (!m.request) {
			m.indent = leading_blanks(line) == at ? at : 0;
			line.s += at;
			line.n -= at;
		}
		m.start = m.all = line;
		if (!m.request)
			read_status(&m);
		m.body.s = s + read_headers(s, n, next, &m);
		m.all.n = (size_t)(m.body.s - m.all.s);
		if (m.complete)
			read_body(s, n, (size_t)(m.body.s - s), &m);
		*message = m;
		return 1;
	}
	return 0;
}
