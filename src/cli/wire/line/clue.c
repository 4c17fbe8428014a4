/* clue.c - the quote before a text, and the first line end in it. */
#include "wire/line/clue.h"

#include <string.h>

#include "chars.h"
#include "len.h"
#include "wire/line/field.h"

enum {
	BEFORE_MAX = 512, /* how far before a text its quote is looked for */
	BEHIND_MAX = 1024 /* and how far behind, its first line end */
};

/* The quote that a text stands in. */
struct quote {
	char mark;   /* NUL: none */
	int depth;   /* 1; 2: in a text that stands in quotes itself */
	int doubled; /* it is written twice, in a cell of CSV */
	char before; /* what stands before the quote; NUL at the front */
};

/* A line end as it is written. */
struct line_end {
	enum coding coding; /* NONE: there is none */
	int layers;
	int goes_on; /* more of the text stands behind it */
};

static int reads(const struct coded *c, size_t i, const char *word)
{
	size_t n = strlen(word);

	return i + n <= c->n && chars_equal(c->s + i, word, n);
}

/* How many backslashes stand before s[i]. */
static size_t slashes_before(const struct coded *c, size_t i)
{
	size_t n = 0;

	while (n < i && c->s[i - n - 1] == '\\')
		n++;
	return n;
}

/* Does the quote at s[i] open a text?  One behind a word closes it. */
static int is_opening(const struct coded *c, size_t i)
{
	size_t k = i - slashes_before(c, i);

	while (k > 0 && char_is_blank(c->s[k - 1]))
		k--;
	if (k == 0 || char_in(c->s[k - 1], ":,=[({;>"))
		return 1;
	/* b"...": bytes of Python. */
	return c->s[k - 1] == 'b' && (k == 1 || !char_is_letter(c->s[k - 2]));
}

static struct quote quote_at(const struct coded *c, size_t i)
{
	size_t slashes = slashes_before(c, i), k = i - slashes;
	struct quote q = { c->s[i], slashes == 0 ? 1 : 2, 0, '\0' };

	if (slashes == 0 && i > 0 && c->s[i] == '"' && c->s[i - 1] == '"') {
		q.doubled = 1;
		k--;
	}
	while (k > 0 && char_is_blank(c->s[k - 1]))
		k--;
	if (k > 0)
		q.before = c->s[k - 1];
	return q;
}

/* The quote right before the text, or the nearest double one if it opens
 * something: the text does not have to stand at its front. */
static struct quote find_quote(const struct coded *c)
{
	static const struct quote none;
	size_t end = c->at > BEFORE_MAX ? c->at - BEFORE_MAX : 0;

	if (c->at > 0 && char_in(c->s[c->at - 1], "\"'`"))
		return quote_at(c, c->at - 1);
	for (size_t i = c->at; i > end && c->s[i - 1] != '\r'; i--)
		if (c->s[i - 1] == '"')
			return is_opening(c, i - 1) ? quote_at(c, i - 1) : none;
	return none;
}

/* Does one of the words stand there?  Each has a bar behind it. */
static int reads_one_of(const struct coded *c, size_t i, const char *words)
{
	while (*words != '\0') {
		size_t n = strcspn(words, "|");

		if (i + n <= c->n && chars_equal(c->s + i, words, n))
			return 1;
		words += n + 1;
	}
	return 0;
}

/* Is an escape of a line end written behind the backslashes? */
static int names_line_end(const struct coded *c, size_t i)
{
	if (i < c->n && char_in(c->s[i], "rn"))
		return 1;
	return reads_one_of(c, i, "u000d|u000a|x0d|x0a|015|012|");
}

static int set_end(struct line_end *e, enum coding coding, int layers)
{
	e->coding = coding;
	e->layers = layers;
	return 1;
}

/* Is a line end written at s[*i]?  If not, *i may be moved over what is
 * none. */
static int end_at(const struct coded *c, size_t *i, struct line_end *e)
{
	size_t k = *i;

	switch (c->s[k]) {
	case '\\':
		while (k < c->n && c->s[k] == '\\')
			k++;
		if (names_line_end(c, k))
			return set_end(e, CODING_BACKSLASH,
			               k - *i == 1 ? 1 : 2);
		*i = k;
		return 0;
	case '&':
	case '<':
		if (reads_one_of(c, k, "<cr>|<lf>|"))
			return set_end(e, CODING_MARKS, 1);
		if (reads_one_of(c, k,
		                 "&#13;|&#10;|&#xd;|&#xa;|&#x0d;|&#x0a;|<br>|"
		                 "<br/>|<br />|"))
			return set_end(e, CODING_ENTITY, 1);
		if (reads_one_of(c, k, "&amp;#1|&amp;#x|"))
			return set_end(e, CODING_ENTITY, 2);
		return 0;
	case '#':
		if (reads_one_of(c, k, "#015|#012|"))
			return set_end(e, CODING_OCTAL, 1);
		return 0;
	case '^':
		if (reads_one_of(c, k, "^M|^J|"))
			return set_end(e, CODING_CARET, 1);
		return 0;
	case '%':
		if (reads_one_of(c, k, "%0D|%0A|"))
			return set_end(e, CODING_PERCENT, 1);
		if (reads_one_of(c, k, "%250D|%250A|"))
			return set_end(e, CODING_PERCENT, 2);
		return 0;
	case '.':
		if (reads(c, k, "..") &&
		    field_known(c->s + k + 2, c->n - k - 2) > 0)
			return set_end(e, CODING_DOTS, 1);
		return 0;
	case ' ':
		if (field_known(c->s + k + 1, c->n - k - 1) > 1 &&
		    char_is_upper(c->s[k + 1]))
			return set_end(e, CODING_NAMES, 1);
		return 0;
	default:
		return 0;
	}
}

/* The first line end behind the text's front. */
static struct line_end find_end(const struct coded *c, const struct quote *q)
{
	struct line_end e = { CODING_NONE, 0, 0 };
	size_t end = c->n - c->at > BEHIND_MAX ? c->at + BEHIND_MAX : c->n;

	for (size_t i = c->at; i < end; i++) {
		if (q->mark != '\0' && c->s[i] == q->mark &&
		    !(i + 1 < c->n && c->s[i + 1] == q->mark))
			break;
		if (end_at(c, &i, &e))
			break;
		/* A return as it is, before what may be a feed as written. */
		if (i < c->n && c->s[i] == '\r') {
			e.goes_on = 1;
			if (++i < c->n)
				end_at(c, &i, &e);
			break;
		}
	}
	return e;
}

/* What stands behind the first line end of a text. */
enum behind { NOTHING, A_FIELD, ANYTHING };

static enum behind look_behind(const struct coded *text)
{
	enum { LOOK_MAX = 64 };
	struct coded c = *text;
	char byte, s[LOOK_MAX];
	size_t n = 0;
	int ends = 0;

	while (c.at < text->at + 2 * BEHIND_MAX && n < LOOK_MAX &&
	       coded_next(&c, &byte)) {
		if (n == 0 && (byte == '\r' || byte == '\n'))
			ends = 1;
		else if (ends && (n > 0 || !char_is_blank(byte)))
			s[n++] = byte;
	}
	/* cat -A marks the end of a line. */
	if (n == 0 || (n == 1 && *s == '$'))
		return NOTHING;
	return field_any(s, n) > 0 ? A_FIELD : ANYTHING;
}

/* Is the quote one of a cell of CSV, in which others are doubled? */
static int is_cell(const struct quote *q)
{
	return q->before == '\0' || char_in(q->before, ",;");
}

/* Is the line one of XML or HTML? */
static int is_markup(const struct coded *c)
{
	size_t i = 0;

	while (i < c->n && i < BEFORE_MAX && char_is_blank(c->s[i]))
		i++;
	return i + 1 < c->n && c->s[i] == '<' &&
	       (char_is_letter(c->s[i + 1]) || char_in(c->s[i + 1], "/!?"));
}

/* Texts in double quotes, but for attributes of XML and cells of CSV, hold
 * backslashes. */
static int is_escaped(const struct coded *c, const struct quote *q,
                      const struct line_end *e)
{
	if (q->mark != '"' || e->coding == CODING_BACKSLASH || is_markup(c))
		return 0;
	if (e->coding == CODING_ENTITY)
		return q->before != '=';
	return q->depth == 2 || e->coding != CODING_NONE ||
	       char_in(q->before, ":=[{(");
}

/* Are the brackets of an address written as entities? */
static int holds_entities(const struct coded *c)
{
	size_t end = c->n - c->at > BEHIND_MAX ? c->at + BEHIND_MAX : c->n;

	for (size_t i = c->at; i < end; i++)
		if (c->s[i] == '&' && reads(c, i, "&lt;sip"))
			return 1;
	return 0;
}

static void set_layers(struct coded *c, const struct quote *q,
                       const struct line_end *e)
{
	int n = 0, inner;

	memset(c->layer, 0, sizeof(c->layer));
	memset(c->close, 0, sizeof(c->close));
	if (q->doubled)
		c->layer[n++] = CODING_DOUBLED;
	else if (is_markup(c) && e->coding == CODING_BACKSLASH)
		c->layer[n++] = CODING_ENTITY;
	else if (is_escaped(c, q, e))
		c->layer[n++] = CODING_BACKSLASH;
	for (int i = 0; i < e->layers && n < 2; i++)
		c->layer[n++] = e->coding;
	if (n == 0 && q->mark == '"' && is_markup(c))
		c->layer[0] = CODING_ENTITY;
	else if (n == 0 && q->mark == '"' && is_cell(q))
		c->layer[0] = CODING_DOUBLED;
	else if (n == 0)
		return;
	/* Text within text, such as of a forum in JSON. */
	if (n == 1 && e->layers == 1 && e->coding == CODING_BACKSLASH &&
	    holds_entities(c))
		c->layer[1] = CODING_ENTITY;
	inner = c->layer[1] != CODING_NONE &&
	        (q->depth == 2 || q->doubled || is_markup(c));
	if (q->mark != '\0')
		c->close[inner] = q->mark;
	/* The text around this one ends with its quote. */
	if (q->mark == '"')
		c->close[0] = '"';
	/* A tag ends a text of XML. */
	if (e->coding == CODING_ENTITY && q->mark == '\0')
		c->close[e->layers - 1] = '<';
}

int clue_find(struct coded *c)
{
	static const struct line_end none;
	struct quote q = find_quote(c);
	struct line_end e = find_end(c, &q);
	enum behind behind;

	/* Marks that are no quotes: nothing is escaped within. */
	if (q.mark != '"' && e.coding != CODING_BACKSLASH)
		q.mark = '\0';
	set_layers(c, &q, &e);
	if (e.coding == CODING_NONE && !e.goes_on)
		return 0;
	behind = look_behind(c);
	/* What looks like a line end and is none. */
	if (behind == ANYTHING && e.coding != CODING_BACKSLASH)
		set_layers(c, &q, &none);
	return behind == A_FIELD;
}
