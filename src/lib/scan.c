/* scan.c - the matcher: is there a response at this anchor, and what is its
 * phrase?  The forms are those in which products write their logs. */
#include <string.h>
#include <sipcode.h>

#include "anchor.h"
#include "chars.h"

/* A text and the place in it that is looked at. */
struct text {
	const char *s;
	size_t n;
	size_t at; /* the anchor */
};

/* Does the text hold these bytes from i on?  Letters of any case, if the
 * word is in lower case. */
static int holds(const struct text *t, size_t i, const char *word)
{
	for (; *word != '\0'; word++, i++) {
		char c = i < t->n ? t->s[i] : '\0';

		if (c != *word && char_lower(c) != *word)
			return 0;
	}
	return 1;
}

/* The same, ending before i. */
static int follows(const struct text *t, size_t i, const char *word)
{
	size_t len = strlen(word);

	return i >= len && holds(t, i - len, word);
}

/* Three digits from 100 to 699 that no further digit or letter follows; 0 if
 * there are none. */
static unsigned code_at(const struct text *t, size_t i)
{
	const char *s = t->s + i;

	if (i + 3 > t->n || s[0] < '1' || s[0] > '6' || !char_is_digit(s[1]) ||
	    !char_is_digit(s[2]))
		return 0;
	if (i + 3 < t->n && s[3] != '\0' &&
	    !char_in(s[3], " \t\r\n.\"'];,:)}\\#(^<"))
		return 0;
	return (unsigned)((s[0] - '0') * 100 + (s[1] - '0') * 10 + s[2] - '0');
}

static size_t line_start(const struct text *t)
{
	size_t i = t->at;

	while (i > 0 && t->s[i - 1] != '\n')
		i--;
	return i;
}

static size_t line_end(const struct text *t, size_t i)
{
	const char *eol = memchr(t->s + i, '\n', t->n - i);

	return eol == NULL ? t->n : (size_t)(eol - t->s);
}

/* Is the word somewhere in s[from..to)? */
static int within(const struct text *t, size_t from, size_t to,
                  const char *word)
{
	size_t len = strlen(word);

	for (; from + len <= to; from++)
		if (t->s[from] == word[0] &&
		    memcmp(t->s + from, word, len) == 0)
			return 1;
	return 0;
}

/* Does the text hold exactly these bytes from i on? */
static int stands(const struct text *t, size_t i, const char *word)
{
	size_t len = strlen(word);

	return t->n - i >= len && memcmp(t->s + i, word, len) == 0;
}

/* What begins with a blank and ends a phrase: the next column of a log, or
 * the header field that a log has put into the same line. */
static int blank_stops(const struct text *t, size_t i)
{
	switch (i + 1 < t->n ? t->s[i + 1] : '\0') {
	case ' ':
		return stands(t, i, "  Cseq:");
	case '|':
		return stands(t, i, " | ");
	case '[':
		return stands(t, i, " [CSeq:");
	case 'A':
		return stands(t, i, " Authentication-Info:");
	case 'C':
		return stands(t, i, " Call-ID:") || stands(t, i, " CSeq:");
	case 'F':
		return stands(t, i, " From:");
	case 'T':
		return stands(t, i, " To:");
	case 'V':
		return stands(t, i, " Via:");
	default:
		return 0;
	}
}

/* What ends a phrase besides the end of the line.  Asked of every letter of
 * a phrase, so that it looks at the first byte alone wherever it can. */
static int stops_here(const struct text *t, size_t i)
{
	switch (t->s[i]) {
	case ' ':
		return blank_stops(t, i);
	case '"':
	case '\033':
		return 1;
	case '\\':
		return stands(t, i, "\\r") || stands(t, i, "\\n") ||
		       stands(t, i, "\\x0D");
	case '#':
		return stands(t, i, "#015") || stands(t, i, "#012");
	case '^':
		return stands(t, i, "^M");
	case '.':
		return stands(t, i, "..");
	case '(':
		return stands(t, i, "()");
	case ',':
		return stands(t, i, ", SIP/2.0 ");
	default:
		return 0;
	}
}

static void set_phrase(const struct text *t, struct sipcode_match *m,
                       size_t from, size_t to)
{
	while (from < to && t->s[from] == ' ')
		from++;
	while (to > from && (t->s[to - 1] == ' ' || t->s[to - 1] == '.' ||
	                     t->s[to - 1] == '\r' || t->s[to - 1] == '\t'))
		to--;
	m->phrase = from;
	m->phrase_len = to - from;
	m->end = to;
}

/* The phrase of a status line, which begins behind the code. */
static void status_phrase(const struct text *t, struct sipcode_match *m,
                          size_t from)
{
	char before = m->start > 0 ? t->s[m->start - 1] : '\n';
	char close = before == '[' ? ']' : before == '<' ? '>' : '\n';
	size_t to = from;

	while (to < t->n && t->s[to] != '\n' && t->s[to] != '\r' &&
	       t->s[to] != close && !stops_here(t, to))
		to++;
	set_phrase(t, m, from, to);
}

/* What looks like a status line but is drawn or written by hand: a row of a
 * ladder or table, "|  SIP/2.0 401 Unauthorized  |"; a regular expression. */
static int is_drawn(const struct text *t, const struct sipcode_match *m)
{
	size_t from = line_start(t), to = line_end(t, m->end);

	if (within(t, m->start, m->end + 2 < to ? m->end + 2 : to, ".*"))
		return 1;
	while (from < m->start && t->s[from] == ' ')
		from++;
	while (to > m->start && (t->s[to - 1] == ' ' || t->s[to - 1] == '\r'))
		to--;
	return t->s[from] == '|' && t->s[to - 1] == '|';
}

/* "SIP/2.0 486 Busy Here", at the ".0 " of it. */
static int status_line(const struct text *t, struct sipcode_match *m)
{
	size_t i = t->at + 2;

	if (!follows(t, t->at, "sip/2"))
		return 0;
	while (i < t->n && (t->s[i] == ' ' || t->s[i] == '\t'))
		i++;
	m->code = code_at(t, i);
	if (m->code == 0 || (i + 3 < t->n && char_in(t->s[i + 3], ";,:)}")))
		return 0;
	m->form = SIPCODE_STATUS_LINE;
	m->start = t->at - 5;
	status_phrase(t, m, i + 3);
	return !is_drawn(t, m);
}

/* The phrase behind a keyed code, up to one of the characters. */
static void keyed_phrase(const struct text *t, struct sipcode_match *m,
                         size_t from, const char *close)
{
	size_t to = from;

	while (to < t->n && t->s[to] != '\n' && t->s[to] != '\r' &&
	       !char_in(t->s[to], close))
		to++;
	set_phrase(t, m, from, to);
}

/* "SIP 528 Status: 401 Unauthorized | "; "sip status: 486: Busy Here". */
static int status_key(const struct text *t, struct sipcode_match *m)
{
	size_t i = t->at + 3;

	while (i < t->n && t->s[i] == ' ')
		i++;
	m->code = code_at(t, i);
	if (m->code == 0 || i == t->at + 3)
		return 0;
	if (follows(t, t->at, "sip stat")) {
		m->form = SIPCODE_LIVEKIT;
		m->start = t->at - 8;
		i += 3;
		i += i < t->n && t->s[i] == ':';
		keyed_phrase(t, m, i, "(\"");
		return 1;
	}
	if (t->at < 4 || memcmp(t->s + t->at - 4, "Stat", 4) != 0 ||
	    !within(t, line_start(t), t->at, " SIP"))
		return 0;
	m->form = SIPCODE_TSHARK;
	m->start = t->at - 4;
	keyed_phrase(t, m, i + 3, "|(");
	return 1;
}

/* "status_code":401,"status_msg":"Unauthorized", beside a Call-ID or CSeq;
 * the log of HTTP has the same keys. */
static int zeek(const struct text *t, struct sipcode_match *m)
{
	static const char message[] = "\"status_msg\":\"";
	size_t from = line_start(t), to, i;

	if (!follows(t, t->at, "\"stat") || !holds(t, t->at, "us_code\":"))
		return 0;
	m->code = code_at(t, t->at + 9);
	to = line_end(t, t->at);
	if (m->code == 0 || (!within(t, from, to, "\"call_id\"") &&
	                     !within(t, from, to, "\"cseq\"")))
		return 0;
	m->form = SIPCODE_ZEEK;
	m->start = t->at - 5;
	m->end = m->phrase = t->at + 12;
	m->phrase_len = 0;
	for (i = t->at; i + sizeof(message) < to; i++) {
		if (memcmp(t->s + i, message, sizeof(message) - 1) == 0) {
			keyed_phrase(t, m, i + sizeof(message) - 1, "\"");
			break;
		}
	}
	return 1;
}

/* "SipResp: 489 tid=...". */
static int resip(const struct text *t, struct sipcode_match *m)
{
	if (t->at < 5 || memcmp(t->s + t->at - 5, "SipRe", 5) != 0 ||
	    !holds(t, t->at, "sp: "))
		return 0;
	m->code = code_at(t, t->at + 4);
	m->form = SIPCODE_RESIP;
	m->start = t->at - 5;
	m->phrase = m->end = t->at + 7;
	m->phrase_len = 0;
	return m->code != 0;
}

/* Got SIP response 486 "Busy Here" back from ...; or 401: Unauthorized. */
static int asterisk(const struct text *t, struct sipcode_match *m)
{
	size_t i = t->at + 15;

	if (!follows(t, t->at, "go") || !holds(t, t->at, "t sip response "))
		return 0;
	m->code = code_at(t, i);
	if (m->code == 0)
		return 0;
	m->form = SIPCODE_ASTERISK;
	m->start = t->at - 2;
	i += 3;
	while (i < t->n && (t->s[i] == ' ' || t->s[i] == '"' || t->s[i] == ':'))
		i++;
	keyed_phrase(t, m, i, "\"");
	return 1;
}

/* "...;code=486;reason=Busy Here;...". */
static int acc(const struct text *t, struct sipcode_match *m)
{
	if (!follows(t, t->at, ";reas") || t->at < 13 ||
	    !follows(t, t->at - 8, "code="))
		return 0;
	m->code = code_at(t, t->at - 8);
	if (m->code == 0)
		return 0;
	m->form = SIPCODE_ACC;
	m->start = t->at - 13;
	keyed_phrase(t, m, t->at + 3, ";");
	return 1;
}

static int judge(const struct text *t, struct sipcode_match *m)
{
	switch (t->s[t->at]) {
	case '.':
		return status_line(t, m);
	case 'u':
		return t->s[t->at + 2] == ':' ? status_key(t, m) : zeek(t, m);
	case 's':
		return resip(t, m);
	case 't':
		return asterisk(t, m);
	default:
		return acc(t, m);
	}
}

int sipcode_scan(const char *s, size_t n, size_t from,
                 struct sipcode_match *match)
{
	struct text t = { s, n, from };

	if (s == NULL)
		return 0;
	while ((t.at = anchor_find(s, n, t.at)) < n) {
		if (judge(&t, match))
			return 1;
		t.at++;
	}
	return 0;
}

/* How far a header block above a body may reach. */
enum { ABOVE_MAX = 4096 };

int sipcode_is_sipfrag(const char *s, size_t at)
{
	struct text t = { s, at, at };
	size_t from = at > ABOVE_MAX ? at - ABOVE_MAX : 0, i = at;

	/* A body stands behind an empty line. */
	if (i < 2 || s[i - 1] != '\n')
		return 0;
	i--;
	i -= i > 0 && s[i - 1] == '\r';
	if (i == 0 || s[i - 1] != '\n')
		return 0;
	/* Up to the empty line before the header block. */
	for (i--; i > from; i--)
		if (s[i - 1] == '\n' && (s[i] == '\n' || s[i] == '\r'))
			break;
	return within(&t, i, at, "message/sipfrag");
}
