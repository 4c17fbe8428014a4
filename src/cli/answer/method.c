/* method.c - finds the CSeq or its like around a response. */
#include "answer/method.h"

#include <string.h>

#include "chars.h"

/* How far below a status line its CSeq may stand. */
enum { BELOW_MAX = 4096 };

/* One line of a text. */
struct text_line {
	const char *s;
	size_t from, to;
};

static struct text_line line_of(const char *s, size_t n, size_t at)
{
	struct text_line l = { s, at, at };

	while (l.from > 0 && s[l.from - 1] != '\n')
		l.from--;
	while (l.to < n && s[l.to] != '\n')
		l.to++;
	return l;
}

/* Behind the word in the line, letters of either case; 0 if it is not there. */
static size_t behind(const struct text_line *l, const char *word)
{
	size_t n = strlen(word);

	for (size_t i = l->from; i + n <= l->to; i++)
		if (chars_equal(l->s + i, word, n))
			return i + n;
	return 0;
}

/* The method at s[at], behind blanks, quotes and a number. */
static enum method method_at(const struct text_line *l, size_t at)
{
	size_t to;

	while (at < l->to &&
	       (char_in(l->s[at], " :\"\t") || char_is_digit(l->s[at])))
		at++;
	for (to = at; to < l->to && char_is_upper(l->s[to]);)
		to++;
	return tally_method(l->s + at, to - at);
}

/* Is this line the first of another message, or the end of this one? */
static int ends_message(const struct text_line *l)
{
	size_t n = l->to - l->from;

	if (n > 0 && l->s[l->to - 1] == '\r')
		n--;
	return n == 0 ||
	       memcmp(l->s + l->from, "SIP/2.0", n < 7 ? n : 7) == 0 ||
	       (n > 8 && memcmp(l->s + l->from + n - 8, " SIP/2.0", 8) == 0);
}

/* The CSeq among the header fields below a status line. */
static enum method method_below(const char *s, size_t n, struct text_line l)
{
	size_t limit = l.to + BELOW_MAX < n ? l.to + BELOW_MAX : n;

	while (l.to + 1 < limit) {
		size_t blanks, at;

		l = line_of(s, limit, l.to + 1);
		if (ends_message(&l))
			break;
		for (blanks = l.from; blanks < l.to && s[blanks] == ' ';)
			blanks++;
		at = behind(&l, "cseq");
		if (at == blanks + 4)
			return method_at(&l, at);
	}
	return METHOD_unknown;
}

enum method method_of_match(const char *s, size_t n,
                            const struct sipcode_match *m)
{
	struct text_line l = line_of(s, n, m->start);
	size_t at;

	switch (m->form) {
	case SIPCODE_ACC:
		at = behind(&l, "method=");
		break;
	case SIPCODE_TSHARK:
		l.from = m->end;
		at = behind(&l, "(");
		break;
	case SIPCODE_RESIP:
		at = behind(&l, "cseq=");
		break;
	case SIPCODE_STATUS_LINE:
		at = behind(&l, "cseq:");
		if (at == 0)
			return method_below(s, n, l);
		break;
	default:
		at = behind(&l, "cseq\":");
	}
	return at == 0 ? METHOD_unknown : method_at(&l, at);
}

int method_says_missed(const char *s, size_t at)
{
	struct text_line l = line_of(s, at, at);

	return behind(&l, "call missed") != 0;
}
