/* dress.c - learns from one line below a start line how the others stand. */
#include "wire/dress.h"

#include <string.h>

#include "chars.h"
#include "len.h"
#include "wire/line/clue.h"
#include "wire/line/field.h"

/* Does the text before a start line call it by what a dissector calls it? */
static int is_dissected(const char *s, size_t n)
{
	static const char labels[][18] = {
		"Status-Line: ",      "Request-Line: ",   "Status-Line\": \"",
		"Request-Line\": \"", "Status-Line\":\"", "Request-Line\":\"",
	};

	for (size_t i = 0; i < LEN(labels); i++) {
		size_t len = strlen(labels[i]);

		if (n >= len && chars_equal(s + n - len, labels[i], len))
			return 1;
	}
	return 0;
}

/* Is the text before a start line a row of bytes in hexadecimal, so that the
 * message stands in the column behind, a few bytes a row? */
static int is_dumped(const char *s, size_t n)
{
	enum { GROUPS_MIN = 5 };
	unsigned groups = 0, digits = 0;

	if (n > PREFIX_MAX)
		return 0;
	for (size_t i = 0; i < n; i++) {
		char c = char_lower(s[i]);

		if (char_is_digit(c) || (c >= 'a' && c <= 'f')) {
			digits++;
			continue;
		}
		groups = (digits == 2 || digits == 4) && char_is_blank(c)
		                 ? groups + 1
		         : digits > 0 ? 0
		                      : groups;
		digits = 0;
	}
	return groups >= GROUPS_MIN;
}

void dress_take(struct dress *d, const struct coded *c)
{
	memcpy(d->layer, c->layer, sizeof(d->layer));
	memcpy(d->close, c->close, sizeof(d->close));
}

/* The last byte of U+2502, a bar of a frame. */
enum { FRAME = (char)0x82 };

/* How many bytes at the end of a line are such a tail, with the blanks before
 * what is a mark of a column; 0 if it has none. */
static size_t tail_length(char tail, const char *s, size_t n)
{
	size_t k = n;

	if (tail == '\0' || n == 0 || s[n - 1] != tail)
		return 0;
	if (tail == '.' || tail == '$')
		return 1;
	if (tail == FRAME && (n < 3 || memcmp(s + n - 3, "\342\224", 2) != 0))
		return 0;
	k -= tail == FRAME ? 3 : 1;
	if (k > 0 && !char_is_blank(s[k - 1]))
		return 0;
	while (k > 0 && char_is_blank(s[k - 1]))
		k--;
	return n - k;
}

/* What stands at the end of a start line and may stand at the end of the lines
 * below: a point of ngrep, what cat -A has, the plus of psql, a frame. */
static char tail_of_start(const struct view *v, size_t end)
{
	char last = v->n == 0 ? '\0' : v->s[v->n - 1];

	if (last == '$')
		return end < v->n ? last : '\0';
	if (last == '.')
		return end + 1 == v->n ? last : '\0';
	if (last != '+' && last != '|' && last != FRAME)
		return '\0';
	return tail_length(last, v->s, v->n) > 0 ? last : '\0';
}

size_t dress_end(const struct dress *d, const struct view *v, size_t end)
{
	size_t n = v->n - tail_length(d->tail_told, v->s, v->n);

	return end < n ? end : n;
}

void dress_start(struct dress *d, const struct view *v, size_t at, size_t end,
                 const struct coded *c)
{
	memset(d, 0, sizeof(*d));
	/* A longer one is too long to be before each line. */
	if (prefix_set(&d->start, v->s, at) != 0)
		d->start.n = 0;
	d->dissected = is_dissected(v->s, at);
	d->tail_told = tail_of_start(v, end);
	d->dumped = is_dumped(v->s, at);
	dress_take(d, c);
}

/* Does the quote that opened before the text close in this line? */
static int is_closed(const struct coded *text)
{
	struct coded c = *text;
	char byte;

	while (coded_next(&c, &byte))
		;
	return c.at < c.n;
}

void dress_as_markup(struct dress *d)
{
	d->layer[0] = CODING_ENTITY;
	d->close[0] = '<';
}

/* Takes s[0..at) for what stands before each line, and looks how a header
 * field is written that stands behind it. */
static int learn_from(struct dress *d, const struct view *v, size_t at)
{
	struct coded c = { .s = v->s, .n = v->n, .at = at };

	if (prefix_set(&d->prefix, v->s, at) != 0)
		return 0;
	prefix_settle(&d->prefix, &d->start);
	d->known = 1;
	d->front = at + 1;
	clue_find(&c);
	/* The names are told by blanks in the start line alone. */
	if (c.layer[0] == CODING_NAMES || c.layer[1] == CODING_NAMES)
		memset(c.layer, 0, sizeof(c.layer));
	if (!coded_is_plain(&c))
		dress_take(d, &c);
	else if (at > 0 && v->s[at - 1] == '>' &&
	         v->s[chars_blanks(v->s, at)] == '<')
		dress_as_markup(d);
	/* A block in quotes that goes on over the lines below. */
	if (at > 0 && v->s[at - 1] == '"' && !is_closed(&c)) {
		d->block = d->dissected;
		d->dissected = 0;
		d->prefix.n = 0;
	}
	if (tail_length(d->tail_told, v->s, v->n) > 0)
		d->tail = d->tail_told;
	return 1;
}

int dress_learn(struct dress *d, const struct view *v)
{
	size_t at, indent = chars_blanks(v->s, v->n);

	if (field_known(v->s, v->n) > 0)
		return learn_from(d, v, 0);
	if (d->start.n > 0 && !d->dissected &&
	    prefix_match(&d->start, v->s, v->n, &at) && at < v->n &&
	    field_any(v->s + at, v->n - at) > 0)
		return learn_from(d, v, at);
	if (field_known(v->s + indent, v->n - indent) > 0)
		return learn_from(d, v, indent);
	at = field_find(v->s, v->n, 0);
	if (at < v->n)
		return learn_from(d, v, at);
	/* A field that is in no table: only where nothing is before it. */
	if (d->start.n == 0 && field_any(v->s, v->n) > 0)
		return learn_from(d, v, 0);
	return 0;
}

/* The tree of a dissector: fields stand as deep as the first one. */
static int tree_text(const struct dress *d, const struct view *v, size_t *at)
{
	size_t indent = chars_blanks(d->prefix.s, d->prefix.n);

	if (chars_blanks(v->s, v->n) != indent)
		return 0;
	*at = indent;
	if (field_any(v->s + indent, v->n - indent) == 0)
		*at = field_find(v->s, v->n, indent);
	return *at < v->n;
}

/* Members of an object may stand in another order in each line. */
static int quoted_text(const struct dress *d, const struct view *v, size_t *at)
{
	if (d->prefix.n == 0 || d->prefix.s[d->prefix.n - 1] != '"')
		return 0;
	*at = field_find(v->s, v->n, 0);
	return *at<v->n && * at> 0 && v->s[*at - 1] == '"';
}

int dress_text(struct dress *d, const struct view *v, struct coded *c)
{
	size_t n = v->n, at = 0;

	if (d->front > 0) {
		at = d->front - 1;
		d->front = 0;
	} else if (d->dissected ? !tree_text(d, v, &at)
	                        : !prefix_match(&d->prefix, v->s, v->n, &at) &&
	                                  !quoted_text(d, v, &at)) {
		return 0;
	}
	/* A cell that needs quotes, in a column of others that do not. */
	if (at > 0 && at < n && v->s[at] == '"' &&
	    char_in(v->s[at - 1], ",;\t") && d->layer[0] == CODING_NONE) {
		c->s = v->s;
		c->n = n;
		c->at = at + 1;
		c->rest[0] = '\0';
		memset(c->layer, 0, sizeof(c->layer));
		memset(c->close, 0, sizeof(c->close));
		c->layer[0] = CODING_DOUBLED;
		c->close[0] = '"';
		return 1;
	}
	n = at + (n - at) - tail_length(d->tail, v->s + at, n - at);
	c->s = v->s;
	c->n = n;
	c->at = at;
	c->rest[0] = '\0';
	memcpy(c->layer, d->layer, sizeof(c->layer));
	memcpy(c->close, d->close, sizeof(c->close));
	return 1;
}

int dress_skips(const struct dress *d, const struct view *v)
{
	size_t indent = chars_blanks(v->s, v->n);

	return indent < v->n &&
	       indent >= chars_blanks(d->prefix.s, d->prefix.n);
}

int dress_is_raw(const struct dress *d)
{
	return d->known && d->prefix.n == 0 && d->tail == '\0' &&
	       d->layer[0] == CODING_NONE && d->layer[1] == CODING_NONE &&
	       d->close[0] == '\0' && d->close[1] == '\0' && !d->dissected;
}
