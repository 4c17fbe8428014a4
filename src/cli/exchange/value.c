/* value.c - takes values apart by pointer and length. */
#include "exchange/value.h"

#include <string.h>

#include "chars.h"
#include "time/calendar.h"

struct sipcode_span value_of(const char *s)
{
	struct sipcode_span v = { s, strlen(s) };

	return v;
}

struct sipcode_span value_trim(struct sipcode_span v)
{
	while (v.n > 0 && char_is_space(*v.s)) {
		v.s++;
		v.n--;
	}
	while (v.n > 0 && char_is_space(v.s[v.n - 1]))
		v.n--;
	return v;
}

int value_is(struct sipcode_span v, const char *word)
{
	return value_alike(v, value_of(word));
}

int value_begins(struct sipcode_span v, const char *word)
{
	size_t n = strlen(word);

	return v.n >= n && chars_equal(v.s, word, n);
}

int value_holds(struct sipcode_span v, struct sipcode_span word)
{
	if (word.n > 64)
		return 0;
	for (size_t i = 0; i + word.n <= v.n; i++)
		if (chars_equal(v.s + i, word.s, word.n))
			return 1;
	return 0;
}

int value_ends(struct sipcode_span v, struct sipcode_span end)
{
	return end.n > 0 && v.n >= end.n &&
	       memcmp(v.s + v.n - end.n, end.s, end.n) == 0;
}

int value_same(struct sipcode_span a, struct sipcode_span b)
{
	return a.n == b.n && memcmp(a.s, b.s, a.n) == 0;
}

int value_alike(struct sipcode_span a, struct sipcode_span b)
{
	return a.n == b.n && chars_equal(a.s, b.s, a.n);
}

struct sipcode_span value_bare(struct sipcode_span v)
{
	int quoted = 0, angle = 0;

	for (size_t i = 0; i < v.n; i++) {
		if (quoted && v.s[i] == '\\')
			i++;
		else if (v.s[i] == '"')
			quoted = !quoted;
		else if (!quoted && char_in(v.s[i], "<>"))
			angle = v.s[i] == '<';
		else if (!quoted && !angle && v.s[i] == ';')
			v.n = i;
	}
	return value_trim(v);
}

int value_number(struct sipcode_span v, uint64_t *number)
{
	size_t i = 0;

	v = value_trim(v);
	*number = 0;
	while (i < v.n && char_is_digit(v.s[i]) && i < 18)
		*number = *number * 10 + (uint64_t)(v.s[i++] - '0');
	return i > 0 && (i == v.n || !char_is_digit(v.s[i]));
}

/* The number of exactly so many digits at v.s[at]; -1 if they are not there. */
static int digits_at(struct sipcode_span v, size_t at, size_t digits)
{
	int n = 0;

	for (size_t i = at; i < at + digits; i++) {
		if (i >= v.n || !char_is_digit(v.s[i]))
			return -1;
		n = n * 10 + (v.s[i] - '0');
	}
	return n;
}

/* RFC 3261 section 25.1, rfc1123-date: "Fri, 25 Sep 2015 19:12:25 GMT". */
int value_date(struct sipcode_span v, int64_t *seconds)
{
	static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
	int day = digits_at(v, 5, 2), year = digits_at(v, 12, 4), month = 0;
	int hour = digits_at(v, 17, 2), minute = digits_at(v, 20, 2);
	int second = digits_at(v, 23, 2);

	if (v.n != 29 || v.s[3] != ',' || v.s[19] != ':' || v.s[22] != ':' ||
	    !chars_equal(v.s + 25, " GMT", 4))
		return 0;
	while (month < 12 && !chars_equal(v.s + 8, months + 3 * month, 3))
		month++;
	month++;
	if (month > 12 || year < 1970 || !calendar_has(year, month, day) ||
	    hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 ||
	    second > 60)
		return 0;
	*seconds = calendar_days(year, month, day) * 86400 + hour * 3600 +
	           minute * 60 + second;
	return 1;
}

/* FNV-1a. */
uint64_t value_hash(struct sipcode_span v)
{
	uint64_t hash = 14695981039346656037u;

	for (size_t i = 0; i < v.n; i++)
		hash = (hash ^ (unsigned char)v.s[i]) * 1099511628211u;
	return hash;
}

uint64_t value_hash_alike(struct sipcode_span v)
{
	uint64_t hash = 14695981039346656037u;

	for (size_t i = 0; i < v.n; i++)
		hash = (hash ^ (unsigned char)char_lower(v.s[i])) *
		       1099511628211u;
	return hash;
}

/* The place of the first such byte outside of quotes; v.n if there is none. */
static size_t place_outside(struct sipcode_span v, char c)
{
	int quoted = 0;

	for (size_t i = 0; i < v.n; i++) {
		if (quoted && v.s[i] == '\\')
			i++;
		else if (v.s[i] == '"')
			quoted = !quoted;
		else if (!quoted && v.s[i] == c)
			return i;
	}
	return v.n;
}

struct sipcode_span value_uri(struct sipcode_span v)
{
	size_t open = place_outside(v, '<');

	if (open == v.n)
		return value_bare(v);
	v.s += open + 1;
	v.n -= open + 1;
	v.n = place_outside(v, '>');
	return v;
}

struct sipcode_span value_scheme(struct sipcode_span uri)
{
	size_t colon = place_outside(uri, ':');

	uri.n = colon == uri.n ? 0 : colon;
	return uri;
}

/* What stands behind the scheme, without parameters of the URI. */
static struct sipcode_span behind_scheme(struct sipcode_span uri)
{
	size_t colon = place_outside(uri, ':');

	if (colon < uri.n) {
		uri.s += colon + 1;
		uri.n -= colon + 1;
	}
	return uri;
}

struct sipcode_span value_user(struct sipcode_span uri)
{
	struct sipcode_span v = behind_scheme(uri);
	size_t at = place_outside(v, '@');

	/* tel:+1555;phone-context=... has no host. */
	if (value_is(value_scheme(uri), "tel"))
		return value_bare(v);
	v.n = at == v.n ? 0 : at;
	v.n = place_outside(v, ':');
	return v;
}

struct sipcode_span value_hostport(struct sipcode_span uri)
{
	struct sipcode_span v = behind_scheme(uri);
	size_t at = place_outside(v, '@'), n = 0;

	if (value_is(value_scheme(uri), "tel"))
		v.n = 0;
	else if (at < v.n) {
		v.s += at + 1;
		v.n -= at + 1;
	}
	while (n < v.n && !char_in(v.s[n], ";?> "))
		n++;
	v.n = n;
	/* A password may hold '@' as well. */
	for (n = v.n; n > 0 && v.s[n - 1] != '@'; n--)
		;
	v.s += n;
	v.n -= n;
	return v;
}

struct sipcode_span value_host(struct sipcode_span hostport)
{
	size_t n = 0;

	if (hostport.n > 0 && *hostport.s == '[') {
		while (n < hostport.n && hostport.s[n] != ']')
			n++;
		hostport.n = n < hostport.n ? n + 1 : n;
		return hostport;
	}
	while (n < hostport.n && hostport.s[n] != ':')
		n++;
	hostport.n = n;
	return hostport;
}

struct sipcode_span value_request_uri(const struct sipcode_message *request)
{
	struct sipcode_span v = request->start;
	size_t n = 0, end = v.n;

	if (!request->request) {
		v.n = 0;
		return v;
	}
	while (n < v.n && v.s[n] != ' ')
		n++;
	while (end > n && v.s[end - 1] != ' ')
		end--;
	v.s += n;
	v.n = end - n;
	return value_trim(v);
}

struct sipcode_span value_method(const struct sipcode_message *message)
{
	struct sipcode_span v = message->start, cseq = sipcode_method(message);
	size_t n = 0;

	if (!message->request)
		return cseq;
	while (n < v.n && v.s[n] != ' ')
		n++;
	v.n = n;
	/* A log may have put a byte before the request line. */
	return value_ends(v, cseq) ? cseq : v;
}
