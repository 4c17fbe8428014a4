/* object.c - goes over JSON once, without a tree of it. */
#include "input/object.h"

#include <stdint.h>
#include <string.h>

#include "chars.h"

enum { DEPTH_MOST = 64 };

/* What may come next. */
enum expected {
	EXPECT_VALUE,
	EXPECT_VALUE_OR_END, /* behind "[" */
	EXPECT_NAME,
	EXPECT_NAME_OR_END, /* behind "{" */
	EXPECT_COMMA_OR_END
};

struct reading {
	const char *s;
	size_t n, at;
	enum expected expected;
	unsigned depth;
	uint64_t objects; /* a bit for each that is open; a list has none */
};

static void skip_space(struct reading *r)
{
	while (r->at < r->n && char_is_space(r->s[r->at]))
		r->at++;
}

static int is_hex(char c)
{
	return char_is_digit(c) ||
	       (char_lower(c) >= 'a' && char_lower(c) <= 'f');
}

/* Behind a backslash. */
static int take_escape(struct reading *r)
{
	size_t hex = r->at < r->n && r->s[r->at] == 'u' ? 4 : 0;

	if (r->at == r->n || !char_in(r->s[r->at], "\"\\/bfnrtu"))
		return 0;
	for (r->at++; hex > 0; hex--, r->at++)
		if (r->at == r->n || !is_hex(r->s[r->at]))
			return 0;
	return 1;
}

static int take_string(struct reading *r)
{
	if (r->s[r->at++] != '"')
		return 0;
	while (r->at < r->n) {
		unsigned char c = (unsigned char)r->s[r->at++];

		if (c == '"')
			return 1;
		if (c < 0x20 || (c == '\\' && !take_escape(r)))
			return 0;
	}
	return 0;
}

static size_t take_digits(struct reading *r)
{
	size_t from = r->at;

	while (r->at < r->n && char_is_digit(r->s[r->at]))
		r->at++;
	return r->at - from;
}

static int take_char(struct reading *r, const char *set)
{
	if (r->at == r->n || !char_in(r->s[r->at], set))
		return 0;
	r->at++;
	return 1;
}

static int take_number(struct reading *r)
{
	size_t first;

	take_char(r, "-");
	first = r->at;
	if (take_digits(r) == 0 || (r->s[first] == '0' && r->at > first + 1) ||
	    (take_char(r, ".") && take_digits(r) == 0))
		return 0;
	if (!take_char(r, "eE"))
		return 1;
	take_char(r, "+-");
	return take_digits(r) > 0;
}

static int take_word(struct reading *r, const char *word)
{
	size_t n = strlen(word);

	if (r->n - r->at < n || memcmp(r->s + r->at, word, n) != 0)
		return 0;
	r->at += n;
	return 1;
}

static int open_value(struct reading *r, int object)
{
	if (r->depth == DEPTH_MOST)
		return 0;
	r->at++;
	r->depth++;
	r->objects = r->objects << 1 | (uint64_t)object;
	r->expected = object ? EXPECT_NAME_OR_END : EXPECT_VALUE_OR_END;
	return 1;
}

static int take_value(struct reading *r)
{
	char c = r->s[r->at];

	if (c == '{' || c == '[')
		return open_value(r, c == '{');
	r->expected = EXPECT_COMMA_OR_END;
	if (c == '"')
		return take_string(r);
	if (c == '-' || char_is_digit(c))
		return take_number(r);
	return take_word(r, "true") || take_word(r, "false") ||
	       take_word(r, "null");
}

static int take_name(struct reading *r, const char *member)
{
	size_t from = r->at + 1, n = strlen(member);

	if (!take_string(r) || (r->depth == 1 && r->at - from == n + 1 &&
	                        memcmp(r->s + from, member, n) == 0))
		return 0;
	skip_space(r);
	r->expected = EXPECT_VALUE;
	return take_char(r, ":");
}

/* A comma, or what closes the value around. */
static int take_end(struct reading *r, int comma)
{
	int object = (r->objects & 1) != 0;

	if (comma && take_char(r, ",")) {
		r->expected = object ? EXPECT_NAME : EXPECT_VALUE;
		return 1;
	}
	if (!take_char(r, object ? "}" : "]"))
		return 0;
	r->objects >>= 1;
	r->depth--;
	r->expected = EXPECT_COMMA_OR_END;
	return 1;
}

static int take_next(struct reading *r, const char *member)
{
	switch (r->expected) {
	case EXPECT_NAME_OR_END:
		return take_end(r, 0) || take_name(r, member);
	case EXPECT_NAME:
		return take_name(r, member);
	case EXPECT_VALUE_OR_END:
		return take_end(r, 0) || take_value(r);
	case EXPECT_VALUE:
		return take_value(r);
	case EXPECT_COMMA_OR_END:
		return take_end(r, 1);
	}
	return 0;
}

size_t object_end(const char *s, size_t n, const char *member)
{
	struct reading r = { .s = s, .n = n };
	size_t end;

	skip_space(&r);
	if (r.at == n || s[r.at] != '{')
		return 0;
	do {
		if (r.at == n || !take_next(&r, member))
			return 0;
		end = r.at - 1;
		skip_space(&r);
	} while (r.depth > 0);
	return r.at == n ? end : 0;
}
