/* form_line.c - what a line of a log names, where the matcher finds no
 * response: the one constant, phrase or number in it. */
#include <string.h>

#include "ask/code.h"
#include "ask/reader.h"
#include "io/number.h"
#include "io/strbuf.h"
#include "names/dress.h"
#include "words/row.h"
#include "chars.h"

/* What may stand between a code and its phrase. */
enum { GAP = 8 };

static int is_known(unsigned long code, const char *behind, size_t n)
{
	const struct sipcode_row *row = sipcode_code(0, code);
	const char *phrase = sipcode_text(row, SIPCODE_F_PHRASE, 0);
	int known = 1;

	if (row == NULL)
		return 0;
	/* 102 is the CSeq of a first request more often. */
	if (code < 200 && row_is(row, SIPCODE_F_STATUS, "unregistered"))
		known = 0;
	for (int i = 0; i < GAP && n > 0 && !char_is_letter(*behind); i++) {
		behind++;
		n--;
	}
	return *phrase != '\0' && strlen(phrase) <= n &&
	                       chars_equal(behind, phrase, strlen(phrase))
	               ? 2
	               : known;
}

/* The one number in the text that may be a code. */
size_t form_alone(struct reader *r)
{
	struct text t = reader_text(r, r->from, r->end);
	int surely;
	unsigned long code = dress_alone(t.s, t.n, is_known, &surely);
	struct strbuf b = { 0 };

	if (code == 0)
		return 0;
	if (!dress_is_http(t.s, t.n)) {
		reader_taken(r, code);
		code_add(r->c, r->f, code, NULL,
		         reader_typed(r, r->from, r->end));
		return r->end - r->from;
	}
	found_miss_n(r->c, r->f, "no such code or phrase", t.s, t.n);
	strbuf_add(&b, "sipcode ");
	strbuf_number(&b, code);
	context_note(r->c, "HTTP has codes of its own; the one of SIP", b.s,
	             b.len);
	strbuf_free(&b);
	return r->end - r->from;
}

static int is_of_constant(char c)
{
	return char_is_upper(c) || char_is_digit(c) || c == '_';
}

/* The next "NO_ROUTE_DESTINATION" of the text from *at on. */
static int next_constant(struct text t, size_t *at, struct text *constant)
{
	while (*at < t.n) {
		size_t from = *at, n = 0, bars = 0;

		while (from + n < t.n && is_of_constant(t.s[from + n])) {
			bars += t.s[from + n] == '_';
			n++;
		}
		*at = from + (n > 0 ? n : 1);
		if (bars == 0 || (from > 0 && char_is_letter(t.s[from - 1])) ||
		    (from + n < t.n && char_is_letter(t.s[from + n])))
			continue;
		constant->s = t.s + from;
		constant->n = n;
		return 1;
	}
	return 0;
}

/* A line of a log may name a cause or a code by a constant: the one that it
 * has. */
size_t form_constant(struct reader *r)
{
	struct text t = reader_text(r, r->from, r->end), constant;
	struct text one = { NULL, 0 };
	struct named first = { 0 };
	size_t at = 0;

	while (next_constant(t, &at, &constant)) {
		struct named names = { .lang = r->c->lang };

		name_cause(&names, constant.s, constant.n);
		if (names.rows == 0)
			name_constant(&names, constant.s, constant.n);
		if (names.rows == 0 ||
		    (one.s != NULL && names.row[0] == first.row[0]))
			continue;
		if (one.s != NULL)
			return 0;
		one = constant;
		first = names;
	}
	if (one.s == NULL)
		return 0;
	context_note(r->c, "taken from the text", one.s, one.n);
	form_weigh(r, &first, one, reader_typed(r, r->from, r->end));
	return r->end - r->from;
}

#define DELIMITERS ",;:()[]{}<>\"'=|"

/* The next part of the text from *at on that delimiters end; whether quotes do
 * on both sides. */
static int next_part(struct text t, size_t *at, struct text *part, int *quoted)
{
	size_t from = *at, end;

	if (from >= t.n)
		return 0;
	end = from;
	while (end < t.n && !char_in(t.s[end], DELIMITERS) &&
	       !(t.n - end > 3 && memcmp(t.s + end, " - ", 3) == 0))
		end++;
	*quoted = from > 0 && end < t.n && char_in(t.s[end], "\"'") &&
	          t.s[from - 1] == t.s[end];
	*at = end < t.n && t.s[end] == ' ' ? end + 2 : end + 1;
	while (from < end && char_is_space(t.s[from]))
		from++;
	while (from < end && char_is_space(t.s[end - 1]))
		end--;
	part->s = t.s + from;
	part->n = end - from;
	return 1;
}

/* The registered code with that very phrase.  A phrase of one word may be any
 * word, if no quotes say that it is all of it. */
static const struct sipcode_row *code_of_part(const struct reader *r,
                                              struct text part, int quoted)
{
	struct named names = { .lang = r->c->lang };
	const char *phrase;

	if (!quoted && memchr(part.s, ' ', part.n) == NULL)
		return NULL;
	name_phrase(&names, part.s, part.n);
	if (names.registered != 1)
		return NULL;
	phrase = sipcode_text(names.row[0], SIPCODE_F_PHRASE, 0);
	return strlen(phrase) == part.n && memcmp(phrase, part.s, part.n) == 0
	               ? names.row[0]
	               : NULL;
}

static int is_in_capitals(struct text t)
{
	size_t blanks = 0;

	for (size_t i = 0; i < t.n; i++) {
		blanks += t.s[i] == ' ';
		if (!char_is_upper(t.s[i]) && t.s[i] != ' ')
			return 0;
	}
	return blanks > 0;
}

/* "NO ANSWER" in capitals and quotes, as in the records of calls. */
static size_t add_shouted(struct reader *r, struct text t)
{
	struct named found = { .lang = r->c->lang };
	struct text part, one = { NULL, 0 };
	size_t at = 0;
	int quoted;

	while (next_part(t, &at, &part, &quoted)) {
		struct named names = { .lang = r->c->lang };

		if (!quoted || !is_in_capitals(part))
			continue;
		name_phrase(&names, part.s, part.n);
		name_cause(&names, part.s, part.n);
		if (names.rows == 0)
			continue;
		if (one.s != NULL)
			return 0;
		one = part;
	}
	if (one.s == NULL)
		return 0;
	context_note(r->c, "taken from the text", one.s, one.n);
	r->names(r, &found, one);
	form_weigh(r, &found, one, reader_typed(r, r->from, r->end));
	return r->end - r->from;
}

/* A phrase in a log line.  A number there that is surely the code wins over it;
 * a small one is more often an extension. */
size_t form_quoted(struct reader *r)
{
	struct text t = reader_text(r, r->from, r->end), part;
	const struct sipcode_row *one = NULL, *code;
	int quoted, surely;
	unsigned long number = dress_alone(t.s, t.n, is_known, &surely);
	struct named names = { .lang = r->c->lang };
	size_t at = 0;

	if (dress_is_http(t.s, t.n))
		return 0;
	while (next_part(t, &at, &part, &quoted)) {
		code = code_of_part(r, part, quoted);
		if (code == NULL || code == one)
			continue;
		if (one != NULL)
			return 0;
		one = code;
	}
	if (one == NULL && number == 0)
		return add_shouted(r, t);
	if (one == NULL ||
	    (surely && number != sipcode_number(one, SIPCODE_F_CODE, 0)))
		return 0;
	names.row[0] = one;
	names.row[1] = sipcode_code(r->c->lang, number);
	names.rows = names.registered =
		number < 300 || names.row[1] == one ? 1 : 2;
	if (names.rows == 2) {
		form_weigh(r, &names, t, "");
		return r->end - r->from;
	}
	reader_note(r, "taken from the text", one);
	reader_add(r, one, reader_typed(r, r->from, r->end));
	return r->end - r->from;
}

static int hex_digit(char c)
{
	c = char_lower(c);
	if (char_is_digit(c))
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* "0x10" is 16, and so are "0x90" and "0x8290", the octets of a cause with the
 * high bit set (Cisco, "Using Call Flows to Resolve Call Processing Problems",
 * table 1). */
static unsigned long hex_cause(struct text t)
{
	unsigned long n = 0;
	size_t i = 0;

	for (; i < t.n && i < 8 && hex_digit(t.s[i]) >= 0; i++)
		n = n << 4 | (unsigned long)hex_digit(t.s[i]);
	return n & 0x7f;
}

/* The number behind "cause"; 0 if there is none. */
static unsigned long cause_behind(struct text t)
{
	unsigned long n;
	size_t from = 0, end;

	while (from < t.n &&
	       char_in(t.s[from], " =:;\"'()_-codeCODEvalueVALUEiI"))
		from++;
	if (t.n - from > 2 && chars_equal(t.s + from, "0x", 2))
		return hex_cause(
			(struct text){ t.s + from + 2, t.n - from - 2 });
	end = from;
	while (end < t.n && char_is_digit(t.s[end]))
		end++;
	return end > from && number_read_n(t.s + from, end - from, &n) == 0 ? n
	                                                                    : 0;
}

/* "(cause 20 - Subscriber absent)", "x_cause: 41". */
size_t form_cause(struct reader *r)
{
	struct text t = reader_text(r, r->from, r->end);
	const struct sipcode_row *one = NULL, *row;
	unsigned long cause;

	for (size_t i = 0; i + 5 < t.n; i++) {
		struct text rest = { t.s + i + 5, t.n - i - 5 };

		if (!chars_equal(t.s + i, "cause", 5))
			continue;
		cause = cause_behind(rest);
		row = sipcode_by_number(r->c->lang, SIPCODE_CAUSES, cause);
		if (cause == 0 || row == NULL || row == one)
			continue;
		if (one != NULL)
			return 0;
		one = row;
	}
	if (one == NULL)
		return 0;
	reader_note(r, "taken from the text", one);
	reader_add(r, one, reader_typed(r, r->from, r->end));
	return r->end - r->from;
}

/* Shorter ones may be anything. */
enum { NUMBER_LEAST = 5, NUMBER_MOST = 9 };

/* Five digits may be a port or the like, too: no disguise, but the very number
 * of a product. */
static int is_of_product(const char *s)
{
	return code_is_known(s) &&
	       (strlen(s) > NUMBER_LEAST || !code_is_disguised(s));
}

/* "Teams direct routing 560403". */
size_t form_number(struct reader *r)
{
	struct text t = reader_text(r, r->from, r->end);
	char one[NUMBER_MOST + 1] = "", number[NUMBER_MOST + 1], *typed;
	size_t n, at = 0;

	for (size_t i = 0; i<t.n; i += n> 0 ? n : 1) {
		for (n = 0; i + n < t.n && char_is_digit(t.s[i + n]); n++)
			;
		if (n < NUMBER_LEAST || n > NUMBER_MOST ||
		    (i > 0 && !char_in(t.s[i - 1], " =([\"'")) ||
		    dress_is_numbered(t.s, i) ||
		    (i + n < t.n && !char_in(t.s[i + n], " ,;)]\"'")))
			continue;
		memcpy(number, t.s + i, n);
		number[n] = '\0';
		if (!is_of_product(number) || strcmp(number, one) == 0)
			continue;
		if (one[0] != '\0')
			return 0;
		memcpy(one, number, n + 1);
		at = i;
	}
	if (one[0] == '\0')
		return 0;
	context_note(r->c, "taken from the text", one, strlen(one));
	typed = r->f->typed + r->f->start[r->from] + at;
	typed[strlen(one)] = '\0';
	code_add_disguised(r->c, r->f, one, typed);
	return r->end - r->from;
}
