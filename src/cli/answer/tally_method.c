/* tally_method.c - finds the CSeq or its like around a response. */
#include "tally_method.h"

#include <string.h>

#include "log.h"
#include "tally.h"

struct lines {
	const char *s;
	size_t from, to; /* one line of it */
};

static struct lines line_of(const char *s, size_t n, size_t at)
{
	struct lines l = { s, at, at };

	while (l.from > 0 && s[l.from - 1] != '\n')
		l.from--;
	while (l.to < n && s[l.to] != '\n')
		l.to++;
	return l;
}

/* Behind the word in the line, letters of either case; 0 if it is not there. */
static size_t behind(const struct lines *l, const char *word)
{
	size_t n = strlen(word);

	for (size_t i = l->from; i + n <= l->to; i++) {
		size_t k = 0;

		while (k < n && (l->s[i + k] | 32) == (word[k] | 32))
			k++;
		if (k == n)
			return i + n;
	}
	return 0;
}

/* The method at s[at], behind blanks, quotes and a number. */
static size_t method_at(const struct lines *l, size_t at)
{
	size_t to;

	while (at < l->to && (strchr(" :\"\t", l->s[at]) != NULL ||
	                      (l->s[at] >= '0' && l->s[at] <= '9')))
		at++;
	for (to = at; to < l->to && l->s[to] >= 'A' && l->s[to] <= 'Z';)
		to++;
	return tally_method(l->s + at, to - at);
}

/* Is this line the first of another message, or the end of this one? */
static int ends(const struct lines *l)
{
	size_t n = l->to - l->from;

	if (n > 0 && l->s[l->to - 1] == '\r')
		n--;
	return n == 0 ||
	       memcmp(l->s + l->from, "SIP/2.0", n < 7 ? n : 7) == 0 ||
	       (n > 8 && memcmp(l->s + l->from + n - 8, " SIP/2.0", 8) == 0);
}

/* The CSeq among the header fields below a status line. */
static size_t below(const char *s, size_t n, struct lines l)
{
	size_t limit = l.to + LOG_AHEAD < n ? l.to + LOG_AHEAD : n;

	while (l.to + 1 < limit) {
		size_t blanks, at;

		l = line_of(s, limit, l.to + 1);
		if (ends(&l))
			break;
		for (blanks = l.from; blanks < l.to && s[blanks] == ' ';)
			blanks++;
		at = behind(&l, "cseq");
		if (at == blanks + 4)
			return method_at(&l, at);
	}
	return METHOD_UNKNOWN;
}

size_t tally_method_of(const char *s, size_t n, const struct sipcode_match *m)
{
	struct lines l = line_of(s, n, m->start);
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
			return below(s, n, l);
		break;
	default:
		at = behind(&l, "cseq\":");
	}
	return at == 0 ? METHOD_UNKNOWN : method_at(&l, at);
}

int tally_says_missed(const char *s, size_t at)
{
	struct lines l = line_of(s, at, at);

	return behind(&l, "call missed") != 0;
}
