/* phrase.c - what ends a phrase.  Logs put a message into JSON, XML, HTML, CSV
 * and columns, and each of these has its own line end, escaped or not. */
#include "scan/phrase.h"

#include <string.h>

#include "chars.h"
#include "len.h"

/* The longest list of words that end a phrase. */
enum { CLOSES = 4 };

/* The header fields that logs have been seen to put behind a phrase in the
 * same line, as far as no phrase has them. */
static const char fields[][22] = {
	" Authentication-Info:",
	" CSeq:",
	" Call-ID:",
	" Contact: <",
	" Content-Length:",
	" From: <",
	" From: \"",
	" From: sip",
	" From:<",
	" To: <",
	" To: \"",
	" To: sip",
	" To:<",
	" Via: SIP/",
};

/* Does one of n words stand there, each of which has so many bytes? */
static int begins(const struct look *t, size_t at, const char *word, size_t n,
                  size_t bytes)
{
	for (size_t i = 0; i < n; i++)
		if (look_at(t, at, word + i * bytes))
			return 1;
	return 0;
}

int phrase_is_bar(const struct look *t, size_t at)
{
	/* U+2500 to U+257F, box drawing: E2 94 xx and E2 95 xx. */
	return at < t->n &&
	       (t->s[at] == '|' ||
	        (t->s[at] == '\342' && at + 2 < t->n &&
	         (t->s[at + 1] == '\224' || t->s[at + 1] == '\225')));
}

/* " 2021-09-29": the date of the next entry of a log. */
static int is_date(const struct look *t, size_t at)
{
	static const char look[] = " dddd-dd-dd";

	if (t->n - at < sizeof(look) - 1)
		return 0;
	for (size_t i = 0; i < sizeof(look) - 1; i++)
		if (look[i] == 'd' ? !char_is_digit(t->s[at + i])
		                   : t->s[at + i] != look[i])
			return 0;
	return 1;
}

/* What begins with a blank and ends a phrase: the next column of a log, or
 * the header field that a log has put into the same line. */
static int blank_stops(const struct look *t, size_t at)
{
	size_t next = at + 1;

	switch (next < t->n ? t->s[next] : '\0') {
	case ' ':
		return look_at(t, at, "  Cseq:") || phrase_is_bar(t, at + 2);
	case '|':
		return next + 1 >= t->n || char_is_space(t->s[next + 1]);
	case '\342':
		return phrase_is_bar(t, next);
	case '[':
		return look_at(t, at, " [CSeq:");
	case 'S':
		return look_at(t, at, " SIP/2.0 ");
	case 'A':
	case 'C':
	case 'F':
	case 'T':
	case 'V':
		return begins(t, at, *fields, LEN(fields), sizeof(*fields));
	case '1':
	case '2':
		return is_date(t, at);
	default:
		return 0;
	}
}

int phrase_is_point(const struct look *t, size_t at)
{
	unsigned number = 0;

	if (t->n - at < 6 || t->s[at] != '\\' || t->s[at + 1] != 'u')
		return 0;
	for (size_t i = at + 2; i < at + 6; i++) {
		int digit = char_hex_value(t->s[i]);

		if (digit < 0)
			return 0;
		number = number * 16 + (unsigned)digit;
	}
	/* Control characters, and what ends a phrase where it is written as it
	 * is. */
	return number >= 0xa0 || (number >= ' ' && number < 0x7f &&
	                          !char_in((char)number, "\"&<>`"));
}

/* Line ends and quotes as strings of programs write them. */
static int backslash_stops(const struct look *t, size_t at)
{
	return at + 1 < t->n && char_in(t->s[at + 1], "\\\"rntxu0") &&
	       !phrase_is_point(t, at);
}

static int ampersand_stops(const struct look *t, size_t at)
{
	static const char words[][8] = { "&#1", "&#x", "&#X", "&quot;",
		                         "&lt;" };

	return begins(t, at, *words, LEN(words), sizeof(*words));
}

/* What ends any phrase besides the end of the line.  Asked of every byte of
 * a phrase, so that it looks at the first one alone wherever it can. */
static int stops(const struct look *t, size_t at)
{
	switch (t->s[at]) {
	case ' ':
		return blank_stops(t, at);
	case '\n':
	case '\r':
	case '\t':
	case '"':
	case '`':
	case '\033':
		return 1;
	case '\\':
		return backslash_stops(t, at);
	case '#':
		return look_at(t, at, "#015") || look_at(t, at, "#012");
	case '&':
		return ampersand_stops(t, at);
	case '%':
		return look_at(t, at, "%0D") || look_at(t, at, "%0d") ||
		       look_at(t, at, "%0A") || look_at(t, at, "%0a");
	case '<':
		return look_at(t, at, "</") || look_at(t, at, "<br");
	case '^':
		return look_at(t, at, "^M");
	case '*':
		return look_at(t, at, "**");
	case '.':
		return look_at(t, at, "..") || look_at(t, at, ".*");
	case '(':
		return look_at(t, at, "()");
	case ',':
		return look_at(t, at, ", SIP/2.0 ") ||
		       look_at(t, at, ", with session description");
	default:
		return 0;
	}
}

/* The bytes with which all that ends a phrase begins, so that the letters
 * between them cost little. */
static const char may_end[256] = {
	['\t'] = 1, ['\n'] = 1, ['\r'] = 1, ['\033'] = 1, [' '] = 1, ['"'] = 1,
	['#'] = 1,  ['%'] = 1,  ['&'] = 1,  ['\''] = 1,   ['('] = 1, [')'] = 1,
	['*'] = 1,  [','] = 1,  ['.'] = 1,  ['/'] = 1,    [':'] = 1, [';'] = 1,
	['<'] = 1,  ['>'] = 1,  ['['] = 1,  ['\\'] = 1,   [']'] = 1, ['^'] = 1,
	['`'] = 1,  ['{'] = 1,  ['|'] = 1,  ['}'] = 1,
};

/* The words of a list. */
struct closes {
	struct {
		const char *s;
		size_t n;
	} word[CLOSES];
	size_t words;
};

static void read_closes(struct closes *c, const char *list)
{
	for (c->words = 0; *list != '\0' && c->words < CLOSES; c->words++) {
		size_t n = strcspn(list, "\t");

		c->word[c->words].s = list;
		c->word[c->words].n = n;
		list += n + (list[n] == '\t');
	}
}

/* Does one of them begin at s[at]? */
static int closes_here(const struct closes *c, const struct look *t, size_t at)
{
	for (size_t i = 0; i < c->words; i++)
		if (t->s[at] == c->word[i].s[0] && t->n - at >= c->word[i].n &&
		    memcmp(t->s + at, c->word[i].s, c->word[i].n) == 0)
			return 1;
	return 0;
}

/* The bracket that a closing one ends; NUL for any other byte. */
static char opened_by(char close)
{
	return close == ')'   ? '('
	       : close == ']' ? '['
	       : close == '}' ? '{'
	       : close == '>' ? '<'
	                      : '\0';
}

size_t phrase_end(const struct look *t, size_t from, const char *close)
{
	size_t to = from;
	size_t last = t->n - from < PHRASE_MAX ? t->n : from + PHRASE_MAX;
	char open = opened_by(close[0]);
	unsigned within = 0;
	struct closes closes;

	read_closes(&closes, close);
	for (; to < last; to++) {
		if (!may_end[(unsigned char)t->s[to]])
			continue;
		if (stops(t, to))
			break;
		if (open != '\0' && t->s[to] == open)
			within++;
		else if (within > 0 && t->s[to] == close[0])
			within--;
		else if (closes_here(&closes, t, to))
			break;
	}
	return to;
}

/* What ends a status line by what stands before it. */
static const char *closed_by(const struct look *t, size_t start)
{
	switch (start > 0 ? t->s[start - 1] : '\0') {
	case '[':
		return "]";
	case '<':
		return ">";
	case '(':
		return ")";
	case '{':
		return "}";
	default:
		break;
	}
	while (start > 0 && t->s[start - 1] == ' ')
		start--;
	return start > 0 && t->s[start - 1] == '|' ? "|" : "";
}

/* In a column of CSV: a comma behind which no sentence goes on. */
static size_t end_of_column(const struct look *t, size_t from, size_t to,
                            char comma)
{
	for (; from < to; from++)
		if (t->s[from] == comma &&
		    (from + 1 == t->n || t->s[from + 1] != ' '))
			break;
	return from;
}

/* In apostrophes: the one that ends it is none within a word, and none of a
 * pair within the phrase, such as of 'this'. */
static size_t end_of_quotation(const struct look *t, size_t from, size_t to)
{
	unsigned within = 0;

	for (; from < to; from++) {
		if (t->s[from] != '\'')
			continue;
		if (from + 1 < t->n && char_is_letter(t->s[from + 1]))
			within += t->s[from - 1] == ' ';
		else if (within == 0)
			break;
		else
			within--;
	}
	return from;
}

size_t phrase_end_of_line(const struct look *t, size_t start, size_t from)
{
	size_t to = phrase_end(t, from, closed_by(t, start));
	char before = start > 0 ? t->s[start - 1] : '\0';

	if (before == ',' ||
	    (before == ';' && look_back(t, start, "&quot;", 6) == NOWHERE))
		return end_of_column(t, from, to, before);
	return before == '\'' ? end_of_quotation(t, from, to) : to;
}

size_t phrase_trim(const struct look *t, size_t *from, size_t to)
{
	while (*from < to && t->s[*from] == ' ')
		++*from;
	while (to > *from && (t->s[to - 1] == ' ' || t->s[to - 1] == '.'))
		to--;
	return to - *from;
}
