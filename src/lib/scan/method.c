/* method.c - which request a response in a log answers. */
#include <string.h>
#include <sipcode.h>

#include "chars.h"
#include "scan/forms.h"
#include "scan/look.h"

/* How far behind a phrase its CSeq may stand, and how far is looked at all,
 * with the method; a log that comes in pieces has no more in sight. */
enum { CSEQ_MAX = 4000, BEHIND_MAX = 4096 };

/* The method at s[at], behind blanks, quotes and a number. */
static struct sipcode_span method_here(const struct look *t, size_t at)
{
	size_t to;

	while (at < t->n &&
	       (char_in(t->s[at], " \t:=[\"\\") || char_is_digit(t->s[at])))
		at++;
	for (to = at; to < t->n && char_is_letter(t->s[to]);)
		to++;
	return (struct sipcode_span){ t->s + at, to - at };
}

/* Behind "CSeq:" in s[from..to), letters of either case; NOWHERE if it is not
 * there. */
static size_t behind_cseq(const struct look *t, size_t from, size_t to)
{
	for (; from + 5 <= to; from++) {
		size_t at = from + 4;

		if (char_lower(t->s[from]) != 'c' ||
		    !chars_equal(t->s + from, "cseq", 4))
			continue;
		while (at < to && char_is_blank(t->s[at]))
			at++;
		if (at < to && t->s[at] == ':')
			return at;
	}
	return NOWHERE;
}

/* The end of the line, and where the next one begins. */
static size_t line_ends(const struct look *t, size_t at, size_t *next)
{
	while (at < t->n && t->s[at] != '\n' && t->s[at] != '\r')
		at++;
	*next = at + 1;
	if (at + 1 < t->n && t->s[at] == '\r' && t->s[at + 1] == '\n')
		*next = at + 2;
	return at;
}

/* Is this line the first of another message, or the end of this one? */
static int ends_message(const struct look *t, size_t from, size_t to)
{
	size_t at = from;

	/* Behind the version of Via stands a stroke, which may be escaped. */
	while ((at = look_within(t, at, to, "/2.0", 4)) != NOWHERE)
		if (at == to ||
		    (t->s[at] != '/' &&
		     !(at + 1 < to && t->s[at] == '\\' && t->s[at + 1] == '/')))
			return 1;
	return from == to;
}

/* Does the line go on with the message itself, so that none of it is below? */
static int holds_message(const struct look *t, size_t from, size_t to)
{
	return look_within(t, from, to, "Via:", 4) != NOWHERE ||
	       look_within(t, from, to, "From:", 5) != NOWHERE ||
	       look_within(t, from, to, "Call-ID:", 8) != NOWHERE;
}

/* The CSeq among the header fields below the line of s[at]. */
static struct sipcode_span method_below(const struct look *t, size_t at)
{
	struct look near = { t->s, t->n };
	size_t next;

	if (t->n - at > CSEQ_MAX)
		near.n = at + CSEQ_MAX;
	line_ends(&near, at, &next);
	while (next < near.n) {
		size_t from = next, to = line_ends(&near, from, &next);

		if (ends_message(&near, from, to))
			break;
		at = behind_cseq(&near, from, to);
		if (at != NOWHERE)
			return method_here(t, at);
	}
	return (struct sipcode_span){ "", 0 };
}

/* By the CSeq: in the line behind the phrase or before it, or below. */
static struct sipcode_span method_of_line(const struct look *t,
                                          const struct sipcode_match *m)
{
	size_t at = behind_cseq(t, m->end, look_end(t, m->end));

	if (at == NOWHERE)
		at = behind_cseq(t, look_front(t, m->start), m->start);
	if (at != NOWHERE)
		return method_here(t, at);
	if (holds_message(t, m->end, look_end(t, m->end)))
		return (struct sipcode_span){ "", 0 };
	return method_below(t, m->end);
}

/* Behind the last of the words that stand in s[from..to), taken in the order
 * of the list. */
static size_t behind_word(const struct look *t, size_t from, size_t to,
                          const char *list)
{
	size_t last = NOWHERE;

	while (*list != '\0' && last == NOWHERE) {
		size_t n = strcspn(list, "\t"), at = from;

		while ((at = look_within(t, at, to, list, n)) != NOWHERE)
			last = at;
		list += n + (list[n] == '\t');
	}
	return last;
}

/* The first one. */
static size_t behind_next_word(const struct look *t, size_t from, size_t to,
                               const char *word)
{
	return look_within(t, from, to, word, strlen(word));
}

struct sipcode_span sipcode_match_method(const char *s, size_t n,
                                         const struct sipcode_match *m)
{
	const struct form *f;
	const char *word;
	struct look t = { s, n };
	size_t at;

	if (s == NULL || m == NULL || m->end > n || m->form >= sipcode_forms())
		return (struct sipcode_span){ "", 0 };
	if (n - m->end > BEHIND_MAX)
		t.n = m->end + BEHIND_MAX;
	f = &forms_row[m->form];
	word = forms_word(f->method);
	if (f->flags & STATUS)
		return method_of_line(&t, m);
	if (*word == '=')
		return (struct sipcode_span){ word + 1, strlen(word + 1) };
	if (*word == '@')
		return method_here(&t, m->at + 4);
	/* A bracket or blank is looked for behind the phrase alone. */
	if (*word == '(' || *word == ' ')
		at = behind_next_word(&t, m->end, look_end(&t, m->end), word);
	else
		at = behind_word(&t, look_front(&t, m->start), m->at, word);
	if (at == NOWHERE)
		at = behind_word(&t, m->end, look_end(&t, m->end), word);
	if (at == NOWHERE)
		return (struct sipcode_span){ "", 0 };
	return method_here(&t, at);
}
