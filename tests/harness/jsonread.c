/* jsonread.c - a reader by descent that keeps nothing but its place. */
#include "jsonread.h"

#include <stdlib.h>
#include <string.h>

#include "harness.h"
#include "utf8.h"

enum { NAMES_MAX = 128, DEPTH_MAX = 32 };

struct reader {
	const char *s, *end;
	int depth;
};

static int value(struct reader *r);

static void blanks(struct reader *r)
{
	while (r->s < r->end && strchr(" \t\r\n", *r->s) != NULL &&
	       *r->s != '\0')
		r->s++;
}

/* Takes the character if it comes next. */
static int take(struct reader *r, char c)
{
	if (r->s == r->end || *r->s != c)
		return 0;
	r->s++;
	return 1;
}

static int escape(struct reader *r)
{
	if (r->s == r->end)
		return 0;
	if (*r->s != 'u') {
		int known = memchr("\"\\/bfnrt", *r->s, 8) != NULL;

		r->s++;
		return known;
	}
	r->s++;
	for (int i = 0; i < 4; i++, r->s++)
		if (r->s == r->end ||
		    memchr("0123456789abcdefABCDEF", *r->s, 22) == NULL)
			return 0;
	return 1;
}

static int string(struct reader *r)
{
	if (!take(r, '"'))
		return 0;
	while (r->s < r->end && *r->s != '"') {
		uint32_t cp;
		size_t n = utf8_decode(r->s, (size_t)(r->end - r->s), &cp);

		if (n == 0 || cp < 0x20)
			return 0;
		r->s += n;
		if (cp == '\\' && !escape(r))
			return 0;
	}
	return take(r, '"');
}

static size_t digits(struct reader *r)
{
	const char *from = r->s;

	while (r->s < r->end && *r->s >= '0' && *r->s <= '9')
		r->s++;
	return (size_t)(r->s - from);
}

/* A whole number or a decimal; the program writes no exponents. */
static int number(struct reader *r)
{
	const char *from;

	take(r, '-');
	from = r->s;
	if (digits(r) == 0 || (*from == '0' && r->s - from > 1))
		return 0;
	return !take(r, '.') || digits(r) > 0;
}

static int word(struct reader *r, const char *w)
{
	size_t n = strlen(w);

	if ((size_t)(r->end - r->s) < n || memcmp(r->s, w, n) != 0)
		return 0;
	r->s += n;
	return 1;
}

int json_foreign_names;

static int is_name(const char *s, size_t n)
{
	if (json_foreign_names)
		return n > 0;
	if (n == 0 || s[0] < 'a' || s[0] > 'z')
		return 0;
	for (size_t i = 1; i < n; i++)
		if (!((s[i] >= 'a' && s[i] <= 'z') || s[i] == '_' ||
		      (s[i] >= '0' && s[i] <= '9')))
			return 0;
	return 1;
}

static int member(struct reader *r, const char **names, size_t *lens, size_t n)
{
	const char *name = r->s + 1;

	if (n == NAMES_MAX || !string(r))
		return 0;
	names[n] = name;
	lens[n] = (size_t)(r->s - name - 1);
	if (!is_name(name, lens[n]))
		return 0;
	for (size_t i = 0; i < n; i++)
		if (lens[i] == lens[n] && memcmp(names[i], name, lens[n]) == 0)
			return 0;
	blanks(r);
	return take(r, ':') && value(r);
}

static int object(struct reader *r)
{
	const char *names[NAMES_MAX];
	size_t lens[NAMES_MAX], n = 0;

	blanks(r);
	if (take(r, '}'))
		return 1;
	do {
		blanks(r);
		if (!member(r, names, lens, n++))
			return 0;
		blanks(r);
	} while (take(r, ','));
	return take(r, '}');
}

static int array(struct reader *r)
{
	blanks(r);
	if (take(r, ']'))
		return 1;
	do {
		if (!value(r))
			return 0;
		blanks(r);
	} while (take(r, ','));
	return take(r, ']');
}

static int value(struct reader *r)
{
	int good;

	blanks(r);
	if (r->s == r->end || r->depth == DEPTH_MAX)
		return 0;
	r->depth++;
	if (*r->s == '"')
		good = string(r);
	else if (take(r, '{'))
		good = object(r);
	else if (take(r, '['))
		good = array(r);
	else if (word(r, "true") || word(r, "false") || word(r, "null"))
		good = 1;
	else
		good = number(r);
	r->depth--;
	return good;
}

const char *json_fault(const char *s, size_t n)
{
	struct reader r = { s, s + n, 0 };

	return value(&r) && take(&r, '\n') && r.s == r.end ? NULL : r.s;
}

void assert_json(const char *s, size_t n)
{
	const char *at = json_fault(s, n);

	if (at != NULL)
		fail_msg("no JSON at byte %td of %zu: ...%.60s", at - s, n,
		         at - s > 20 ? at - 20 : s);
}

/* Goes to the element of the name or the place; 0 if there is none. */
static int enter(struct reader *r, const char *name, size_t len)
{
	int named = take(r, '{');
	unsigned long wanted = strtoul(name, NULL, 10);

	if (!named && !take(r, '['))
		return 0;
	for (unsigned long i = 0;; i++) {
		const char *here = r->s;

		if (named) {
			if (!string(r) || !take(r, ':'))
				return 0;
			if ((size_t)(r->s - here) == len + 3 &&
			    memcmp(here + 1, name, len) == 0)
				return 1;
		} else if (i == wanted) {
			blanks(r);
			return r->s < r->end && *r->s != ']';
		}
		if (!value(r))
			return 0;
		blanks(r);
		if (!take(r, ','))
			return 0;
		blanks(r);
	}
}

static int go(struct reader *r, const char *path)
{
	blanks(r);
	while (*path != '\0') {
		size_t n = strcspn(path, ".");

		if (!enter(r, path, n))
			return 0;
		path += n + (path[n] == '.');
	}
	return 1;
}

const char *json_at(const char *s, const char *path)
{
	static char text[4096];
	struct reader r = { s, s + strlen(s), 0 };
	const char *from;

	if (!go(&r, path))
		return NULL;
	from = r.s;
	if (!value(&r) || (size_t)(r.s - from) >= sizeof(text))
		return NULL;
	memcpy(text, from, (size_t)(r.s - from));
	text[r.s - from] = '\0';
	return text;
}

size_t json_len(const char *s, const char *path)
{
	struct reader r = { s, s + strlen(s), 0 };
	size_t n = 0;
	int named;

	assert_true(go(&r, path));
	named = take(&r, '{');
	assert_true(named || take(&r, '['));
	blanks(&r);
	while (*r.s != ']' && *r.s != '}') {
		assert_true(!named || (string(&r) && take(&r, ':')));
		assert_true(value(&r));
		n++;
		take(&r, ',');
		blanks(&r);
	}
	return n;
}

void assert_json_at(const char *s, const char *path, const char *want)
{
	const char *is = json_at(s, path);

	if (is == NULL)
		fail_msg("nothing at %s in %.200s", path, s);
	else
		assert_string_equal(is, want);
}
