/* fragment.c - tells the status line that a NOTIFY has for a body (RFC 3420)
 * from one of a response. */
#include <string.h>
#include <sipcode.h>

#include "chars.h"
#include "scan/look.h"

enum {
	ABOVE_MAX = 4096, /* how far a header block above a body may reach */
	NEAR_MAX = 1024,  /* and the type of a body, where lines are dressed */
	KEY_MAX = 160     /* and the name of a member before its value */
};

/* As it was on the wire: behind an empty line, below the header block. */
static int is_plain_body(const char *s, size_t at)
{
	struct look t = { s, at };
	size_t from = at > ABOVE_MAX ? at - ABOVE_MAX : 0, i = at - 1;

	while (i > 0 && s[i - 1] == '\r')
		i--;
	if (i == 0 || s[i - 1] != '\n')
		return 0;
	/* Up to the empty line before the header block. */
	for (i--; i > from; i--)
		if (s[i - 1] == '\n' && (s[i] == '\n' || s[i] == '\r'))
			break;
	return look_within(&t, i, at, "message/sipfrag", 15) != NOWHERE;
}

/* Does the text before s[at] end in the name of Content-Type and what stands
 * between it and a value? */
static int is_type(const char *s, size_t at)
{
	static const char name[] = "content-type";
	size_t n = sizeof(name) - 1;
	int colon = 0;

	while (at > 0 && char_in(s[at - 1], " \t\":\\"))
		colon |= s[--at] == ':';
	if (!colon || at == 0)
		return 0;
	if (at >= n && chars_equal(s + at - n, name, n))
		return 1;
	return char_lower(s[at - 1]) == 'c' &&
	       (at == 1 || !char_is_letter(s[at - 2]));
}

/* Does "frag" at s[i] belong to the name that Wireshark has for a fragment?  In
 * s[..at) there is more behind it. */
static int is_name_of_wireshark(const char *s, size_t i, size_t at)
{
	return i >= 3 && i + 9 <= at && memcmp(s + i - 3, "sipfrag", 7) == 0 &&
	       char_in(s[i + 4], "._") && memcmp(s + i + 5, "line", 4) == 0;
}

/* Does it belong to the type of a body, or to the line that Wireshark has
 * above one? */
static int says_fragment(const char *s, size_t i)
{
	size_t k = i - 3;

	if (i < 3 || !chars_equal(s + k, "sip", 3))
		return 0;
	if (s[k] == 'S')
		return 1;
	if (k == 0 || s[--k] != '/')
		return 0;
	while (k > 0 && s[k - 1] == '\\')
		k--;
	return k >= 7 && chars_equal(s + k - 7, "message", 7) &&
	       is_type(s, k - 7);
}

/* Is there a start line in s[from..to)?  The version in Via has a stroke behind
 * it. */
static int has_start(const char *s, size_t from, size_t to)
{
	for (size_t i = from; i + 4 < to; i++) {
		const char *version = memchr(s + i, '2', to - i - 4);

		if (version == NULL)
			return 0;
		i = (size_t)(version - s);
		if (i > 4 && memcmp(version, "2.0", 3) == 0 &&
		    s[i - 1] == '/' && !char_in(version[3], "/\\"))
			return 1;
	}
	return 0;
}

/* In any dress: the type stands before it, and no other start between. */
static int is_near_type(const char *s, size_t from, size_t at)
{
	const char *f = s + from, *end = s + at;
	size_t last = 0;

	while ((f = memchr(f, 'f', (size_t)(end - f))) != NULL) {
		size_t i = (size_t)(f++ - s);

		if (i + 4 >= at || memcmp(s + i, "frag", 4) != 0)
			continue;
		if (at - i < KEY_MAX && is_name_of_wireshark(s, i, at))
			return 1;
		if (says_fragment(s, i))
			last = i;
	}
	return last > 0 && !has_start(s, last, at);
}

/* Is the line above s[at] a header field, so that a log has left out the empty
 * line? */
static int is_below_field(const char *s, size_t at)
{
	enum { LINE_MAX_BYTES = 200 };
	size_t i = at - 1;

	while (i > 0 && s[i - 1] != '\n' && at - i < LINE_MAX_BYTES)
		i--;
	while (i < at && (char_is_letter(s[i]) || s[i] == '-'))
		i++;
	return i + 1 < at && s[i] == ':';
}

/* Does the line above s[at] hold nothing but what some logs have for an empty
 * line: a point, "^M", "\\r\\n", a tag? */
static int is_below_gap(const char *s, size_t at)
{
	enum { GAP_MAX = 12 };
	size_t i = at - 1;

	while (i > 0 && s[i - 1] != '\n') {
		i--;
		if (at - i > GAP_MAX || !char_in(s[i], " \t\r.^M$\\rn<>bCRLF/"))
			return 0;
	}
	return 1;
}

int sipcode_is_sipfrag(const char *s, size_t at)
{
	size_t from = at > NEAR_MAX ? at - NEAR_MAX : 0;

	if (s == NULL || at < 2)
		return 0;
	if (s[at - 1] != '\n')
		return is_near_type(s, from, at);
	return is_plain_body(s, at) ||
	       ((is_below_gap(s, at) || is_below_field(s, at)) &&
	        is_near_type(s, from, at));
}
