/* around.c - walks from a response to the lines above that belong to it. */
#include "count/around.h"

#include <string.h>

#include "chars.h"

enum { BEFORE_MAX = 2048, BEHIND_MAX = 3072, ABOVE_MAX = 512 };

static int has_word(const struct sipcode_span *text, const char *word)
{
	size_t n = strlen(word);

	for (size_t i = 0; i + n <= text->n; i++)
		if (text->s[i] == *word && memcmp(text->s + i, word, n) == 0)
			return 1;
	return 0;
}

static int has_only(const struct sipcode_span *text, const char *set)
{
	for (size_t i = 0; i < text->n; i++)
		if (!char_in(text->s[i], set))
			return 0;
	return 1;
}

/* Is the front of a line, as tcpdump -A has it, bytes of a packet? */
static int is_packet(const struct sipcode_span *front)
{
	if (has_word(front, ".."))
		return 1;
	for (size_t i = 0; i < front->n; i++)
		if ((unsigned char)front->s[i] < ' ' && front->s[i] != '\t')
			return 1;
	return 0;
}

/* Is it a member of a JSON object that has a line for each? */
static int is_member(const struct sipcode_span *line)
{
	size_t i = 0;

	while (i < line->n && char_is_blank(line->s[i]))
		i++;
	return i < line->n && line->s[i] == '"' &&
	       (has_word(line, "\": ") || has_word(line, "\":\""));
}

/* Takes the front that a logger puts before every line off this one: the same
 * as before the response but for digits.  Returns 0 if it has another. */
static int strip_front(struct sipcode_span *line,
                       const struct sipcode_span *front)
{
	if (has_only(front, " \t") || is_packet(front))
		return 1;
	if (is_member(front) && is_member(line))
		return 1;
	if (line->n < front->n)
		return 0;
	for (size_t i = 0; i < front->n; i++)
		if (line->s[i] != front->s[i] &&
		    (!char_is_digit(line->s[i]) || !char_is_digit(front->s[i])))
			return 0;
	line->s += front->n;
	line->n -= front->n;
	return 1;
}

/* Is this a line of another message: a start line, a header field, SDP? */
static int is_of_message(const struct sipcode_span *line)
{
	size_t i = 0, from;

	/* tcpdump -A says what the packet below holds. */
	if (has_word(line, "SIP/2.0"))
		return !has_word(line, ": SIP: ");
	while (i < line->n && char_is_blank(line->s[i]))
		i++;
	for (from = i;
	     i < line->n && (char_is_letter(line->s[i]) || line->s[i] == '-');)
		i++;
	if (i == from || i == line->n)
		return 0;
	if (line->s[i] == ':')
		/* "Sent: " of Cisco, above the message, has nothing behind. */
		return !has_only(&(struct sipcode_span){ line->s + i + 1,
		                                         line->n - i - 1 },
		                 " \t\r");
	return line->s[i] == '=' && i - from == 1;
}

static int is_end(char c)
{
	return c == '\n' || c == '\r';
}

static void look_above(struct around *a, const char *s, size_t from)
{
	size_t limit = from > ABOVE_MAX ? from - ABOVE_MAX : 0;

	while (from > limit && a->lines < AROUND_LINES) {
		size_t to = from - 1, i = to;
		struct sipcode_span whole, line;

		while (i > limit && !is_end(s[i - 1]))
			i--;
		/* The rest of it is out of sight. */
		if (i > 0 && !is_end(s[i - 1]))
			return;
		from = i;
		whole = (struct sipcode_span){ s + i, to - i };
		line = whole;
		if (!strip_front(&line, &a->before) || is_of_message(&line))
			return;
		/* A blank line, or a rule. */
		if (!has_only(&line, " \t\r-=_*#"))
			a->above[a->lines++] = whole;
	}
}

void around_match(struct around *a, const char *s, size_t n,
                  const struct sipcode_match *m)
{
	size_t limit = m->start > BEFORE_MAX ? m->start - BEFORE_MAX : 0;
	size_t from = m->start, to = m->end;

	while (from > limit && !is_end(s[from - 1]))
		from--;
	if (n - m->start > BEHIND_MAX)
		n = m->start + BEHIND_MAX;
	to = to < n ? to : n;
	for (limit = n, n = to; n < limit && !is_end(s[n]);)
		n++;
	a->before = (struct sipcode_span){ s + from, m->start - from };
	a->behind = (struct sipcode_span){ s + to, n - to };
	a->lines = 0;
	/* The other forms say all that they say in their line. */
	if (m->form == SIPCODE_STATUS_LINE && from > 0 && is_end(s[from - 1]))
		look_above(a, s, from);
}
