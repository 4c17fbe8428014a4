/* start.c - start lines by their version, other forms by the matcher. */
#include "wire/line/start.h"

#include <string.h>
#include <sipcode.h>

#include "chars.h"

/* Where "SIP/2.0" stands in s[from..n), in letters of any case and with the
 * stroke as some write it in JSON; *end is behind it.  n if nowhere. */
static size_t version_find(const char *s, size_t n, size_t from, size_t *end)
{
	while (from + 7 <= n) {
		const char *slash = memchr(s + from, '/', n - from);
		size_t i, at;

		if (slash == NULL)
			break;
		i = (size_t)(slash - s);
		from = i + 1;
		at = i > 0 && s[i - 1] == '\\' ? i - 1 : i;
		if (at < 3 || n - i < 4 || memcmp(s + i + 1, "2.0", 3) != 0 ||
		    !chars_equal(s + at - 3, "SIP", 3))
			continue;
		*end = i + 4;
		return at - 3;
	}
	return n;
}

/* Is a status line there whose code is none?  Only at the front of a line, as
 * other text may say so, too. */
static int is_odd_status(const char *s, size_t n, size_t at, size_t end)
{
	enum { INDENT_MAX = 256 };
	size_t i = end;

	if (at > INDENT_MAX)
		return 0;
	for (size_t k = 0; k < at; k++)
		if (!char_is_blank(s[k]))
			return 0;
	while (i < n && char_is_blank(s[i]))
		i++;
	return i > end && i < n && char_is_digit(s[i]);
}

/* Where the request line begins that the version at s[at..end) ends; n if
 * there is none: METHOD, blank, URI, blank. */
static size_t request_begin(const char *s, size_t n, size_t from, size_t at,
                            size_t end)
{
	/* As long as a message can be: 414 answers such ones. */
	enum { URI_MAX = 1 << 16, METHOD_MAX = 32 };
	size_t uri = at, method;
	int colon = 0;

	/* It is the last word of the line. */
	if (at < from + 6 || s[at - 1] != ' ' ||
	    (end < n && !char_in(s[end], "\r\n\\#&^%.\"'<>]|) \033") &&
	     s[end] != '\0'))
		return n;
	if (end + 1 < n && s[end] == ' ' && char_is_digit(s[end + 1]))
		return n;
	for (uri--; uri > from && s[uri - 1] != ' '; uri--) {
		colon |= s[uri - 1] == ':';
		if (at - uri > URI_MAX)
			return n;
	}
	method = uri == from ? from : uri - 1;
	if (!colon || method == from)
		return n;
	while (method > from && char_is_upper(s[method - 1]) &&
	       uri - method <= METHOD_MAX)
		method--;
	if (uri - 1 - method < 3 ||
	    (method > 0 &&
	     (char_is_letter(s[method - 1]) || char_in(s[method - 1], "-_/"))))
		return n;
	return method;
}

/* A request line or an odd status line. */
static int version_start(const char *s, size_t n, size_t from,
                         struct start *start)
{
	size_t at, end = from;

	while ((at = version_find(s, n, end, &end)) < n) {
		size_t begin = request_begin(s, n, from, at, end);

		memset(start, 0, sizeof(*start));
		start->end = end;
		if (begin < n) {
			start->request = 1;
			start->at = begin;
			return 1;
		}
		if (is_odd_status(s, n, at, end)) {
			start->at = at;
			start->end = n;
			return 1;
		}
	}
	return 0;
}

/* A response, as the matcher tells. */
static int match_start(const char *s, size_t n, size_t from,
                       struct start *start)
{
	struct sipcode_match m;

	do {
		if (!sipcode_scan(s, n, from, &m))
			return 0;
		/* Behind a loose form another one may tell of the message. */
		from = m.at + 3;
	} while (m.loose);
	memset(start, 0, sizeof(*start));
	start->at = m.start;
	start->end = m.end;
	if (m.form != SIPCODE_STATUS_LINE) {
		start->code = m.code;
		start->phrase = m.phrase;
		start->phrase_len = m.phrase_len;
	}
	return 1;
}

/* What is known of a kind of start. */
enum { UNKNOWN = 0, FOUND, NONE };

int starts_next(struct starts *t, size_t from, struct start *start)
{
	if (t->matched == UNKNOWN ||
	    (t->matched == FOUND && t->match.at < from))
		t->matched =
			match_start(t->s, t->n, from, &t->match) ? FOUND : NONE;
	if (t->versioned == UNKNOWN ||
	    (t->versioned == FOUND && t->version.at < from))
		t->versioned = version_start(t->s, t->n, from, &t->version)
		                       ? FOUND
		                       : NONE;
	if (t->versioned == FOUND &&
	    (t->matched != FOUND || t->version.at < t->match.at))
		*start = t->version;
	else if (t->matched == FOUND)
		*start = t->match;
	else
		return 0;
	return 1;
}

int start_here(const char *s, size_t n)
{
	const char *eol = memchr(s, '\n', n);
	size_t len = eol == NULL ? n : (size_t)(eol - s);
	struct starts starts = { s, len, { 0 }, { 0 }, 0, 0 };
	struct start start;

	/* Most lines are told by their first letter to be none. */
	if (len < 11 || !char_is_letter(*s) || memchr(s, '.', len) == NULL)
		return 0;
	return starts_next(&starts, 0, &start) && start.at == 0 &&
	       start.code == 0;
}
