/* secret.c - finds secrets in values by what stands before them. */
#include "exchange/secret.h"

#include <stdint.h>
#include <string.h>

#include "chars.h"
#include "len.h"

/* How a secret is found and what it ends with. */
enum shape {
	PARAM,  /* name=value, the name as a whole */
	SUFFIX, /* the same, where the name may have a front: auth_password */
	WORD,   /* up to the next blank or separator */
	TOKEN,  /* the same, where it does not look like a word: "Basic call" */
	USER,   /* user:password@ */
	LOGIN   /* the same behind any scheme, up to the next '/' */
};

/* In lower case. */
static const struct {
	char front[12]; /* behind which the secret begins */
	char shape;
	char shown; /* so many bytes of it may be copied */
	char least; /* what is shorter without quotes is none: response=486 */
} fronts[] = {
	{ "response", PARAM, 0, 16 },
	{ "rspauth", PARAM, 0, 16 },
	{ "cnonce", PARAM, 0, 1 },
	{ "d-ver", PARAM, 0, 1 },
	{ "nextnonce", PARAM, SECRET_NONCE, 1 },
	{ "nonce", PARAM, SECRET_NONCE, 1 },
	{ "password", SUFFIX, 0, 1 },
	{ "passwd", SUFFIX, 0, 1 },
	{ "passcode", SUFFIX, 0, 1 },
	{ "pass", PARAM, 0, 1 },
	{ "pwd", SUFFIX, 0, 1 },
	{ "pin", PARAM, 0, 1 },
	{ "secret", SUFFIX, 0, 1 },
	{ "token", SUFFIX, 0, 1 },
	{ "ik", PARAM, 0, 1 },
	{ "ck", PARAM, 0, 1 },
	{ "auts", PARAM, 0, 1 },
	{ "pn-prid", PARAM, SECRET_NONCE, 1 },
	{ "pn-tok", PARAM, SECRET_NONCE, 1 },
	{ "inline:", WORD, 0, 1 },
	{ "ice-pwd:", WORD, 0, 1 },
	{ "mikey ", TOKEN, 0, 4 },
	{ "k=clear:", WORD, 0, 1 },
	{ "k=base64:", WORD, 0, 1 },
	{ "k=uri:", WORD, 0, 1 },
	{ "bearer ", TOKEN, 0, 4 },
	{ "basic ", TOKEN, 0, 4 },
	{ "sip:", USER, 0, 1 },
	{ "sips:", USER, 0, 1 },
	{ "://", LOGIN, 0, 1 },
};

/* A word of letters is no key, unless it is longer. */
enum { LETTERS_MAX = 23 };

/* One byte, or an escaped one of a URI: "%3D". */
struct unit {
	char c;
	unsigned char n; /* 1 or 3 bytes */
};

struct search {
	struct sipcode_span v;
	/* Of each front of users: no user with a password begins before. */
	size_t no_user[LEN(fronts)];
};

/* A secret: v.s[from..to); `escaped` if what stands around it is. */
struct found {
	size_t from, to;
	int escaped;
};

static int escaped_digit(char c)
{
	if (char_is_digit(c))
		return c - '0';
	c = char_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static struct unit escape_at(struct sipcode_span v, size_t at)
{
	struct unit u = { v.s[at], 1 };

	if (u.c == '%' && v.n - at > 2) {
		int high = escaped_digit(v.s[at + 1]),
		    low = escaped_digit(v.s[at + 2]);

		if (high >= 0 && low >= 0) {
			u.c = (char)(high << 4 | low);
			u.n = 3;
		}
	}
	return u;
}

/* Is it that byte itself, or the escaped one where those count? */
static int unit_in(struct unit u, const char *set, int escaped)
{
	return (u.n == 1 || escaped) && char_in(u.c, set);
}

static int unit_is_space(struct unit u, int escaped)
{
	return (u.n == 1 || escaped) && char_is_space(u.c);
}

static size_t behind_spaces(struct sipcode_span v, size_t at)
{
	while (at < v.n && unit_is_space(escape_at(v, at), 1))
		at += escape_at(v, at).n;
	return at;
}

/* Behind the front at v.s[at]; 0 if it is not there.  Escaped is what ends in
 * an escaped byte. */
static size_t behind_front(struct sipcode_span v, size_t at, const char *front,
                           int *escaped)
{
	for (; *front != '\0'; front++) {
		struct unit u;

		if (at == v.n)
			return 0;
		u = escape_at(v, at);
		if (char_lower(u.c) != *front)
			return 0;
		*escaped = u.n > 1;
		at += u.n;
	}
	return at;
}

/* Behind a value without quotes. */
static size_t behind_bare(struct sipcode_span v, size_t at, int escaped)
{
	while (at < v.n) {
		struct unit u = escape_at(v, at);

		if (unit_in(u, ",;&>", escaped) || unit_is_space(u, escaped))
			break;
		at += u.n;
	}
	return at;
}

/* May a quoted value have ended before v.s[at]? */
static int is_behind_value(struct sipcode_span v, size_t at, int escaped)
{
	struct unit u;

	if (at == v.n)
		return 1;
	u = escape_at(v, at);
	return unit_in(u, ",;&>).", escaped) || unit_is_space(u, escaped);
}

/* The quote that ends a value, or v.n.  Where none has ended it, the next one
 * begins another value, which is covered, too: nonce="a, response="b". */
static size_t end_of_quoted(struct sipcode_span v, size_t at, int escaped)
{
	while (at < v.n) {
		struct unit u = escape_at(v, at);

		if (unit_in(u, "\"", escaped) &&
		    is_behind_value(v, at + u.n, escaped))
			break;
		at += u.n;
		if (u.c == '\\' && u.n == 1 && at < v.n)
			at++;
	}
	return at;
}

/* The value of a parameter whose name ends at `at`.  Returns 0 if no '=' is
 * there. */
static int find_value(struct sipcode_span v, size_t at, struct found *f,
                      int *quoted)
{
	struct unit u;

	at = behind_spaces(v, at);
	if (at == v.n || (u = escape_at(v, at)).c != '=')
		return 0;
	f->escaped = u.n > 1;
	at = behind_spaces(v, at + u.n);
	*quoted = at < v.n && unit_in(escape_at(v, at), "\"", f->escaped);
	if (*quoted)
		at += escape_at(v, at).n;
	f->from = at;
	f->to = *quoted ? end_of_quoted(v, at, f->escaped)
	                : behind_bare(v, at, f->escaped);
	return 1;
}

/* Up to a blank or a separator. */
static void find_token(struct sipcode_span v, size_t at, struct found *f)
{
	at = behind_spaces(v, at);
	f->from = at;
	while (at < v.n) {
		struct unit u = escape_at(v, at);

		if (unit_in(u, ",;|\"&>", f->escaped) ||
		    unit_is_space(u, f->escaped))
			break;
		at += u.n;
	}
	f->to = at;
}

/* Letters alone, of which only the first may be a capital. */
static int is_plain_word(struct sipcode_span v, size_t from, size_t to)
{
	/* realm="..." is a parameter, and no token. */
	if (to > from && to < v.n && v.s[to] == '"' && v.s[to - 1] == '=')
		to--;
	if (to - from > LETTERS_MAX)
		return 0;
	for (size_t i = from; i < to; i++)
		if (!char_is_letter(v.s[i]) ||
		    (i > from && char_is_upper(v.s[i])))
			return 0;
	return 1;
}

/* "user:password@" behind the front of that row.  A '@' may stand in the
 * password, too. */
static int find_password(struct search *s, size_t at, size_t row,
                         struct found *f)
{
	const char *ends = fronts[row].shape == LOGIN ? "<>\", /" : "<>\", ";
	struct sipcode_span v = s->v;
	int with_colon = 0, with_user = 0;

	if (at < s->no_user[row])
		return 0;
	while (at < v.n) {
		struct unit u = escape_at(v, at);

		if (unit_in(u, ends, f->escaped) ||
		    unit_is_space(u, f->escaped) ||
		    (with_user && unit_in(u, ";?", f->escaped)))
			break;
		if (unit_in(u, "@", f->escaped)) {
			f->to = at;
			with_user = 1;
			if (!with_colon)
				break;
		}
		at += u.n;
		if (!with_colon && !with_user && unit_in(u, ":", f->escaped)) {
			f->from = at;
			with_colon = 1;
		}
	}
	if (with_colon && with_user)
		return 1;
	s->no_user[row] = at;
	return 0;
}

/* The secret behind the front that stands at `at`; 0 if there is none. */
static int find_secret(struct search *s, size_t at, size_t row, struct found *f)
{
	struct sipcode_span v = s->v;
	int quoted = 0;
	size_t behind;

	f->escaped = 0;
	behind = behind_front(v, at, fronts[row].front, &f->escaped);
	if (behind == 0)
		return 0;
	switch ((enum shape)fronts[row].shape) {
	case PARAM:
	case SUFFIX:
		if (!find_value(v, behind, f, &quoted))
			return 0;
		break;
	case WORD:
		find_token(v, behind, f);
		break;
	case TOKEN:
		find_token(v, behind, f);
		if (is_plain_word(v, f->from, f->to))
			return 0;
		break;
	case USER:
	case LOGIN:
		if (!find_password(s, behind, row, f))
			return 0;
		break;
	}
	if (!quoted && f->to < f->from + (size_t)fronts[row].least)
		return 0;
	f->from += (size_t)fronts[row].shown;
	return f->from < f->to;
}

/* Is there a secret behind what begins at `at`?  `before` is the byte that
 * stands before it. */
static int begins_secret(struct search *s, size_t at, char before,
                         struct found *f)
{
	char first = char_lower(escape_at(s->v, at).c);
	int within = char_is_letter(before) || char_in(before, "-_");

	for (size_t i = 0; i < LEN(fronts); i++)
		if (fronts[i].front[0] == first &&
		    (!within || fronts[i].shape == SUFFIX ||
		     fronts[i].shape == LOGIN) &&
		    find_secret(s, at, i, f))
			return 1;
	return 0;
}

/* Copies the value with its secrets covered, until there are more than `max`
 * bytes. */
static void cover(struct strbuf *b, struct sipcode_span v, size_t max)
{
	struct search s = { .v = v };
	size_t at = 0, done = 0, copied = 0;
	char before = ' ';

	while (at < v.n && copied <= max) {
		struct unit u = escape_at(v, at);
		struct found f;

		if (!begins_secret(&s, at, before, &f)) {
			before = u.c;
			at += u.n;
			copied += u.n;
			continue;
		}
		strbuf_bytes(b, v.s + done, f.from - done);
		strbuf_add(b, "***");
		copied += f.from - at + 3;
		at = done = f.to;
		before = ' ';
	}
	if (at > done)
		strbuf_bytes(b, v.s + done, at - done);
}

void secret_outside(struct strbuf *b, struct sipcode_span v, int utf8)
{
	struct strbuf covered = { 0 };

	cover(&covered, v, SIZE_MAX);
	strbuf_outside(b, strbuf_text(&covered), covered.len, utf8);
	strbuf_free(&covered);
}

void secret_excerpt(struct strbuf *b, struct sipcode_span v, size_t max,
                    int utf8)
{
	struct strbuf covered = { 0 };

	cover(&covered, v, max);
	strbuf_excerpt(b, strbuf_text(&covered), covered.len, max, utf8);
	strbuf_free(&covered);
}
