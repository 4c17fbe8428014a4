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

/* The line at s[at..n) without its end; *next is where the next one begins. */
static struct sipcode_span line_at(const char *s, size_t n, size_t at,
                                   size_t *next)
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
	return is_request_line(line) || status_at(line) == 0;
}

/* The length of a header name at the front of a line that is followed by a
 * colon; 0 if it is no header line. */
static size_t name_length(struct sipcode_span line)
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

static int is_folded(struct sipcode_span line)
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

/* The header lines from at on; returns where they end, behind the empty line
 * if there is one.  A line that is no header field is passed over if one
 * follows it; else the message has been cut there. */
static size_t read_headers(const char *s, size_t n, size_t at,
                           struct sipcode_message *m)
{
	size_t next, after;

	m->headers.s = s + at;
	while (at < n) {
		struct sipcode_span line = line_at(s, n, at, &next);

		if (line.n == 0) {
			m->complete = 1;
			break;
		}
		if (starts(line))
			break;
		if (name_length(line) == 0 && !is_folded(line)) {
			struct sipcode_span then = line_at(s, n, next, &after);

			if (next >= n || name_length(then) == 0)
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
		if (starts(line_at(s, n, at, &next)))
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

	return sipcode_value(m, "Content-Type", 0, &type) &&
	       type.n >= bare.n && (type.n = bare.n, span_is(type, bare.s));
}

/* The body: what Content-Length says, but not beyond the next start line,
 * since a log may have fewer bytes than the wire had. */
static void read_body(const char *s, size_t n, size_t at,
                      struct sipcode_message *m)
{
	long length = content_length(m);
	size_t stop = is_sipfrag(m) ? n : next_start(s, n, at);

	m->body.s = s + at;
	m->body.n = stop - at;
	if (length >= 0 && (size_t)length <= m->body.n)
		m->body.n = (size_t)length;
	else if (length >= 0)
		m->body_cut = 1;
	m->all.n = (size_t)(m->body.s + m->body.n - m->all.s);
}

int sipcode_message(const char *s, size_t n, size_t from,
                    struct sipcode_message *message)
{
	struct sipcode_message m;
	size_t next;

	memset(&m, 0, sizeof(m));
	for (; from < n; from = next) {
		struct sipcode_span line = line_at(s, n, from, &next);
		size_t at = status_at(line);

		m.request = is_request_line(line);
		if (!m.request && at == line.n)
			continue;
		if (!m.request) {
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

int sipcode_header(const struct sipcode_message *message, size_t i,
                   struct sipcode_span *name, struct sipcode_span *value)
{
	const char *s = message->headers.s;
	size_t n = message->headers.n, at = 0, next, end;

	for (; at < n; at = next) {
		struct sipcode_span line = line_at(s, n, at, &next);
		size_t len = name_length(line);

		if (len == 0 || i-- > 0)
			continue;
		name->s = line.s;
		name->n = len;
		value->s = (const char *)memchr(line.s, ':', line.n) + 1;
		end = (size_t)(line.s + line.n - s);
		while (next < n) {
			size_t after;
			struct sipcode_span more = line_at(s, n, next, &after);

			if (!is_folded(more))
				break;
			end = (size_t)(more.s + more.n - s);
			next = after;
		}
		value->n = (size_t)(s + end - value->s);
		*value = span_trim(*value);
		return 1;
	}
	return 0;
}

/* Short forms: RFC 3261 section 7.3.3 and the registry of header fields. */
static const struct {
	char letter;
	char name[20];
} shorts[] = {
	{ 'a', "Accept-Contact" }, { 'b', "Referred-By" },
	{ 'c', "Content-Type" },   { 'd', "Request-Disposition" },
	{ 'e', "Content-Encoding" }, { 'f', "From" },
	{ 'i', "Call-ID" },        { 'j', "Reject-Contact" },
	{ 'k', "Supported" },      { 'l', "Content-Length" },
	{ 'm', "Contact" },        { 'n', "Identity-Info" },
	{ 'o', "Event" },          { 'r', "Refer-To" },
	{ 's', "Subject" },        { 't', "To" },
	{ 'u', "Allow-Events" },   { 'v', "Via" },
	{ 'x', "Session-Expires" }, { 'y', "Identity" },
};

static int is_name(struct sipcode_span name, const char *full)
{
	if (name.n != 1)
		return span_is(name, full);
	for (size_t i = 0; i < sizeof(shorts) / sizeof(shorts[0]); i++)
		if ((name.s[0] | 32) == shorts[i].letter) {
			struct sipcode_span s = { shorts[i].name,
				                  strlen(shorts[i].name) };

			return span_is(s, full);
		}
	return 0;
}

/* Header fields in which a comma is part of the value. */
static int has_commas(const char *name)
{
	static const char names[][20] = {
		"WWW-Authenticate", "Proxy-Authenticate", "Date", "Call-ID",
		"Server", "User-Agent", "Subject", "From", "To", "Organization",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0)
			return 1;
	return 0;
}

/* How long the first value of a list with commas is; quotes and angle
 * brackets hide a comma. */
static size_t item_length(struct sipcode_span v)
{
	int quoted = 0, angle = 0;

	for (size_t i = 0; i < v.n; i++) {
		if (quoted && v.s[i] == '\\')
			i++;
		else if (v.s[i] == '"')
			quoted = !quoted;
		else if (!quoted && v.s[i] == '<')
			angle = 1;
		else if (!quoted && v.s[i] == '>')
			angle = 0;
		else if (!quoted && !angle && v.s[i] == ',')
			return i;
	}
	return v.n;
}

int sipcode_value(const struct sipcode_message *message, const char *name,
                  size_t i, struct sipcode_span *value)
{
	struct sipcode_span header, all;
	int whole = has_commas(name);

	for (size_t h = 0; sipcode_header(message, h, &header, &all); h++) {
		if (!is_name(header, name))
			continue;
		for (;;) {
			size_t len = whole ? all.n : item_length(all);

			value->s = all.s;
			value->n = len;
			*value = span_trim(*value);
			if (i-- == 0)
				return 1;
			if (len == all.n)
				break;
			all.s += len + 1;
			all.n -= len + 1;
		}
	}
	return 0;
}

int sipcode_param(struct sipcode_span value, const char *name,
                  struct sipcode_span *param)
{
	int quoted = 0;

	for (size_t i = 0; i < value.n; i++) {
		struct sipcode_span word;
		size_t k = i + 1;

		if (quoted && value.s[i] == '\\') {
			i++;
			continue;
		}
		if (value.s[i] == '"')
			quoted = !quoted;
		if (quoted || (value.s[i] != ';' && value.s[i] != ',' &&
		               value.s[i] != ' '))
			continue;
		while (k < value.n && is_space(value.s[k]))
			k++;
		word.s = value.s + k;
		while (k < value.n && value.s[k] != '=' && value.s[k] != ';' &&
		       value.s[k] != ',' && !is_space(value.s[k]))
			k++;
		word.n = (size_t)(value.s + k - word.s);
		if (!span_is(word, name))
			continue;
		while (k < value.n && (is_space(value.s[k]) || value.s[k] == '='))
			k++;
		param->s = value.s + k;
		if (k < value.n && value.s[k] == '"') {
			param->s++;
			for (k++; k < value.n && value.s[k] != '"'; k++)
				k += value.s[k] == '\\';
		} else {
			while (k < value.n && value.s[k] != ';' &&
			       value.s[k] != ',' && value.s[k] != '>' &&
			       !is_space(value.s[k]))
				k++;
		}
		param->n = k > value.n ? 0 : (size_t)(value.s + k - param->s);
		return 1;
	}
	return 0;
}

struct sipcode_span sipcode_method(const struct sipcode_message *message)
{
	struct sipcode_span v, none = { "", 0 };
	size_t i = 0;

	if (!sipcode_value(message, "CSeq", 0, &v))
		return none;
	while (i < v.n && is_digit(v.s[i]))
		i++;
	v.s += i;
	v.n -= i;
	return span_trim(v);
}
