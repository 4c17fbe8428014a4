/* message.c - takes a message apart by pointer and length: no copy, no
 * allocation, no byte read beyond what was given. */
#include <string.h>
#include <sipcode.h>

#include "message.h"

static int is_digit(char c)
{
	return c >= '0' && c <= '9';
}

int span_is(struct sipcode_span a, const char *word)
{
	size_t n = strlen(word);

	if (a.n != n)
		return 0;
	for (size_t i = 0; i < n; i++) {
		char x = a.s[i], y = word[i];

		x = (char)(x >= 'A' && x <= 'Z' ? x + 32 : x);
		y = (char)(y >= 'A' && y <= 'Z' ? y + 32 : y);
		if (x != y)
			return 0;
	}
	return 1;
}

static int is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct sipcode_span span_trim(struct sipcode_span v)
{
	while (v.n > 0 && is_space(v.s[0])) {
		v.s++;
		v.n--;
	}
	while (v.n > 0 && is_space(v.s[v.n - 1]))
		v.n--;
	return v;
}

struct sipcode_span span_line(const char *s, size_t n, size_t at, size_t *next)
{
	const char *eol = memchr(s + at, '\n', n - at);
	size_t end = eol == NULL ? n : (size_t)(eol - s);
	struct sipcode_span line = { s + at, end - at };

	*next = eol == NULL ? n : end + 1;
	if (line.n > 0 && line.s[line.n - 1] == '\r')
		line.n--;
	return line;
}

/* Where "SIP/2.0", blanks and a digit stand in the line; line.n if nowhere. */
static size_t status_at(struct sipcode_span line)
{
	for (size_t i = 0; i + 9 <= line.n; i++) {
		struct sipcode_span version = { line.s + i, 7 };
		size_t k = i + 7;

		if ((line.s[i] != 'S' && line.s[i] != 's') ||
		    !span_is(version, "SIP/2.0"))
			continue;
		while (k < line.n && (line.s[k] == ' ' || line.s[k] == '\t'))
			k++;
		if (k > i + 7 && k < line.n && is_digit(line.s[k]))
			return i;
	}
	return line.n;
}

/* "METHOD uri SIP/2.0". */
static int is_request_line(struct sipcode_span line)
{
	struct sipcode_span version = { line.s + line.n - 8, 8 };
	size_t i = 0;

	while (i < line.n && line.s[i] >= 'A' && line.s[i] <= 'Z')
		i++;
	return i > 2 && line.n > i + 9 && line.s[i] == ' ' &&
	       span_is(version, " SIP/2.0");
}

static int starts(struct sipcode_span line)
{
	return is_request_line(line) || (line.n > 0 && status_at(line) == 0);
}

size_t span_name(struct sipcode_span line)
{
	static const char marks[] = "-.!%*_+`'~";
	size_t i = 0, k;

	/* A digit in front is the time of the next line of a log. */
	if (line.n > 0 && is_digit(line.s[0]))
		return 0;
	while (i < line.n &&
	       (is_digit(line.s[i]) || (line.s[i] >= 'A' && line.s[i] <= 'Z') ||
	        (line.s[i] >= 'a' && line.s[i] <= 'z') ||
	        memchr(marks, line.s[i], sizeof(marks) - 1) != NULL))
		i++;
	for (k = i; k < line.n && (line.s[k] == ' ' || line.s[k] == '\t');)
		k++;
	return k < line.n && line.s[k] == ':' ? i : 0;
}

int span_folded(struct sipcode_span line)
{
	return line.n > 0 && (line.s[0] == ' ' || line.s[0] == '\t');
}

static void read_status(struct sipcode_message *m)
{
	const char *s = m->start.s + 7, *end = m->start.s + m->start.n;
	size_t digits = 0;

	while (s < end && (*s == ' ' || *s == '\t'))
		s++;
	while (s + digits < end && is_digit(s[digits]))
		digits++;
	if (digits == 3 && s[0] >= '1' && s[0] <= '6')
		m->code = (unsigned)((s[0] - '0') * 100 + (s[1] - '0') * 10 +
		                     s[2] - '0');
	m->phrase.s = s + digits;
	m->phrase.n = (size_t)(end - m->phrase.s);
	m->phrase = span_trim(m->phrase);
}

struct sipcode_span span_indented(const struct sipcode_message *m,
                                  const char *s, size_t n, size_t at,
                                  size_t *next)
{
	struct sipcode_span line = span_line(s, n, at, next);

	for (size_t i = 0; i < m->indent && line.n > 0 && line.s[0] == ' ';
	     i++) {
		line.s++;
		line.n--;
	}
	return line;
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
		struct sipcode_span line = span_indented(m, s, n, at, &next);

		if (line.n == 0) {
			m->complete = 1;
			break;
		}
		if (starts(line))
			break;
		if (span_name(line) == 0 && !span_folded(line)) {
			struct sipcode_span then =
				span_indented(m, s, n, next, &after);

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

	if (!sipcode_value(m, "Content-Length", 0, &v) || v.n == 0 || v.n > 9)
		return -1;
	for (size_t i = 0; i < v.n; i++) {
		if (!is_digit(v.s[i]))
			return -1;
		n = n * 10 + (v.s[i] - '0');
	}
	return n;
}

static int is_sipfrag(const struct sipcode_message *m)
{
	struct sipcode_span type, bare = { "message/sipfrag", 15 };

	return sipcode_value(m, "Content-Type", 0, &type) && type.n >= bare.n &&
	       (type.n = bare.n, span_is(type, bare.s));
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
	if (length < 0 && !sipcode_value(m, "Content-Type", 0, &type))
		stop = at;

	m->body.s = s + at;
	m->body.n = stop - at;
	if (length >= 0 && (size_t)length <= m->body.n)
		m->body.n = (size_t)length;
	else if (length >= 0)
		m->body_cut = 1;
	m->all.n = (size_t)(m->body.s + m->body.n - m->all.s);
}

static size_t blanks(struct sipcode_span line)
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
	for (; from < n; from = next) {
		struct sipcode_span line = span_line(s, n, from, &next);
		size_t at = status_at(line);

		m.request = is_request_line(line);
		if (!m.request && at == line.n)
			continue;
		if (!m.request) {
			m.indent = blanks(line) == at ? at : 0;
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
