/* secret.c - finds secrets in values by what stands before them. */
#include "exchange/secret.h"

#include <string.h>

#include "chars.h"
#include "len.h"

/* What a secret ends with. */
enum ending { PARAM, WORD, USER };

static const struct {
	char front[12]; /* behind which the secret begins */
	char ending;
	char shown; /* so many bytes of it may be seen */
	char least; /* what is shorter is none: "response=486" */
} fronts[] = {
	{ "response", PARAM, 0, 16 },
	{ "rspauth", PARAM, 0, 16 },
	{ "cnonce", PARAM, 0, 1 },
	{ "nextnonce", PARAM, SECRET_NONCE, 1 },
	{ "nonce", PARAM, SECRET_NONCE, 1 },
	{ "password", PARAM, 0, 1 },
	{ "passwd", PARAM, 0, 1 },
	{ "pwd", PARAM, 0, 1 },
	{ "secret", PARAM, 0, 1 },
	{ "ik", PARAM, 0, 1 },
	{ "ck", PARAM, 0, 1 },
	{ "auts", PARAM, 0, 1 },
	{ "inline:", WORD, 0, 1 },
	{ "ice-pwd:", WORD, 0, 1 },
	{ "k=clear:", WORD, 0, 1 },
	{ "k=base64:", WORD, 0, 1 },
	{ "Bearer ", WORD, 0, 12 },
	{ "Basic ", WORD, 0, 12 },
	{ "sip:", USER, 0, 1 },
	{ "sips:", USER, 0, 1 },
};

/* A user with a password is shorter. */
enum { USER_MAX = 1024 };

/* Where a parameter's value begins that stands behind s[at..): behind '=' and
 * an opening quote; 0 if no '=' is there. */
static size_t behind_equals(struct sipcode_span v, size_t at)
{
	while (at < v.n && char_is_space(v.s[at]))
		at++;
	if (at == v.n || v.s[at] != '=')
		return 0;
	at++;
	while (at < v.n && char_is_space(v.s[at]))
		at++;
	return at;
}

static size_t end_of_param(struct sipcode_span v, size_t at)
{
	if (at < v.n && v.s[at] == '"') {
		for (at++; at < v.n && v.s[at] != '"'; at++)
			at += v.s[at] == '\\';
		return at < v.n ? at : v.n;
	}
	while (at < v.n && !char_in(v.s[at], ",;&>") && !char_is_space(v.s[at]))
		at++;
	return at;
}

/* "user:password@": where the '@' is; `at` if there is no password. */
static size_t end_of_user(struct sipcode_span v, size_t at, size_t *colon)
{
	size_t i = at;

	*colon = 0;
	while (i < v.n && i - at < USER_MAX && !char_in(v.s[i], "@<>\",") &&
	       !char_is_space(v.s[i])) {
		if (v.s[i] == ':' && *colon == 0)
			*colon = i + 1;
		i++;
	}
	return i < v.n && v.s[i] == '@' && *colon > 0 ? i : at;
}

/* Does a word begin at s[at]? */
static int begins_word(struct sipcode_span v, size_t at)
{
	return at == 0 ||
	       (!char_is_letter(v.s[at - 1]) && !char_in(v.s[at - 1], "-_"));
}

/* The secret behind the front that stands at `at`.  Returns 1 if there is
 * one: v.s[*from..*to). */
static int find_secret(struct sipcode_span v, size_t at, size_t row,
                       size_t *from, size_t *to)
{
	size_t n = strlen(fronts[row].front);

	if (v.n - at < n || !chars_equal(v.s + at, fronts[row].front, n))
		return 0;
	*from = *to = at + n;
	if (fronts[row].ending == PARAM) {
		*from = behind_equals(v, *from);
		if (*from == 0)
			return 0;
		*to = end_of_param(v, *from);
		*from += *from < *to && v.s[*from] == '"';
	} else if (fronts[row].ending == WORD) {
		while (*to < v.n && !char_in(v.s[*to], ",;|\"") &&
		       !char_is_space(v.s[*to]))
			(*to)++;
	} else {
		size_t begin = *from;

		*to = end_of_user(v, begin, from);
		if (*to == begin)
			return 0;
	}
	if (*to < *from + (size_t)fronts[row].least)
		return 0;
	*from += (size_t)fronts[row].shown;
	return *from < *to;
}

/* The secret that a front at `at` gives away.  Returns 1 if there is one. */
static int secret_at(struct sipcode_span v, size_t at, size_t *from, size_t *to)
{
	if (!begins_word(v, at))
		return 0;
	for (size_t i = 0; i < LEN(fronts); i++)
		if (find_secret(v, at, i, from, to))
			return 1;
	return 0;
}

/* Copies v.s[0..limit) with its secrets covered. */
static void cover(struct strbuf *b, struct sipcode_span v, size_t limit)
{
	size_t at = 0, done = 0, from, to;

	while (at < v.n && at < limit) {
		if (!secret_at(v, at, &from, &to)) {
			at++;
			continue;
		}
		strbuf_bytes(b, v.s + done, from - done);
		strbuf_add(b, "***");
		at = done = to;
	}
	if (at > done)
		strbuf_bytes(b, v.s + done, at - done);
}

void secret_outside(struct strbuf *b, struct sipcode_span v, int utf8)
{
	struct strbuf covered = { 0 };

	cover(&covered, v, v.n);
	strbuf_outside(b, strbuf_text(&covered), covered.len, utf8);
	strbuf_free(&covered);
}

void secret_excerpt(struct strbuf *b, struct sipcode_span v, size_t max,
                    int utf8)
{
	struct strbuf covered = { 0 };

	/* A little more, so that it is seen that there is more. */
	cover(&covered, v, 2 * max);
	strbuf_excerpt(b, strbuf_text(&covered), covered.len, max, utf8);
	strbuf_free(&covered);
}
