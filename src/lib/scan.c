/* scan.c - the matcher: is there a response at these three digits, and what is
 * its phrase?  The table of forms says how products write it. */
#include <string.h>
#include <sipcode.h>

#include "chars.h"
#include "scan/digits.h"
#include "scan/forms.h"
#include "scan/look.h"
#include "scan/phrase.h"
#include "scan/rules.h"

/* Where a word does not stand: in s[from..to). */
struct absent {
	const char *word;
	size_t from, to;
};

/* How many of them are remembered while a scan goes on, so that a line that
 * is full of codes is searched once and not once for each code. */
enum { ABSENT = 32 };

/* Three digits in a text, and what is known of the line around them. */
struct spot {
	struct look text;
	size_t at;
	size_t seen;     /* the digits whose line is s[from..to) */
	size_t from, to; /* as far as the reach goes */
	struct absent absent[ABSENT];
};

/* What may stand before the code in any form; most numbers of a log are told
 * apart here. */
static const char may_precede[256] = {
	['\t'] = 1, [' '] = 1, ['"'] = 1, ['\''] = 1, ['('] = 1,
	['-'] = 1,  [':'] = 1, ['<'] = 1, ['='] = 1,  ['>'] = 1,
	['A'] = 1,  ['['] = 1, [']'] = 1, [0232] = 1,
};

/* What may stand behind the code: 1 in any form, 2 in any but a status line, 3
 * only where the form says what follows. */
static const char may_stand_behind[256] = {
	['\0'] = 1, ['\t'] = 1, ['\n'] = 1, ['\r'] = 1, [' '] = 1, ['"'] = 1,
	['#'] = 1,  ['&'] = 1,  ['\''] = 1, ['('] = 1,  [')'] = 2, ['*'] = 1,
	[','] = 2,  ['-'] = 3,  ['.'] = 1,  ['/'] = 3,  [':'] = 2, [';'] = 2,
	['<'] = 1,  ['>'] = 1,  ['\\'] = 1, [']'] = 1,  ['^'] = 1, ['`'] = 1,
	['|'] = 1,  ['}'] = 2,  [0xe5] = 3,
};

static int may_follow(const struct look *t, size_t at, int of_status_line)
{
	char kind = at < t->n ? may_stand_behind[(unsigned char)t->s[at]] : 1;

	return kind == 1 || (kind == 2 && !of_status_line);
}

/* Digits further on in the same line know where it begins, and where it ends
 * unless that was out of reach. */
static void find_line(struct spot *p)
{
	size_t at = p->at;

	if (p->seen == at)
		return;
	if (at >= p->to) {
		p->from = look_front(&p->text, at);
		p->to = look_end(&p->text, at);
	} else {
		if (at - p->from > LOOK_REACH)
			p->from = at - LOOK_REACH;
		if (p->to - p->seen >= LOOK_REACH)
			p->to = look_end(&p->text, at);
	}
	p->seen = at;
}

/* Behind the word of n bytes in the line; NOWHERE if it is not there.  Rows
 * that are tried one after the other are to have slots of their own. */
static size_t find_in_line(struct spot *p, size_t slot, const char *word,
                           size_t n)
{
	struct absent *a = &p->absent[slot % ABSENT];
	size_t from, at;

	find_line(p);
	from = p->from;
	if (a->word == word && a->from <= from && a->to > from + n)
		from = a->to - n;
	at = look_within(&p->text, from, p->to, word, n);
	if (at == NOWHERE)
		*a = (struct absent){ word, p->from, p->to };
	return at;
}

/* Do the words of the row stand in the line: all of them, or any?  *behind is
 * set to where the last one that was found ends. */
static int line_has(struct spot *p, unsigned form, size_t *behind)
{
	const char *list = forms_word(forms_row[form].with);
	int found = *list == '\0';

	for (size_t slot = form; *list != '\0'; slot += ABSENT / 4) {
		size_t n = strcspn(list, "\t");
		size_t at = find_in_line(p, slot, list, n);

		if (at == NOWHERE && !(forms_row[form].flags & ANY))
			return 0;
		if (at != NOWHERE) {
			*behind = at;
			found = 1;
		}
		list += n + (list[n] == '\t');
	}
	return found;
}

static int obeys_rules(const struct spot *p, unsigned flags, size_t start)
{
	if (flags & TSHARK)
		return rules_is_of_tshark(&p->text, start);
	if (flags & NOT_CSEQ)
		return !rules_is_of_cseq(&p->text, start);
	return 1;
}

/* Behind what stands between a key or a code and the phrase. */
static size_t pass_marks(const struct look *t, size_t at)
{
	while (at < t->n && char_in(t->s[at], " :=\"\\") &&
	       !phrase_is_point(t, at))
		at++;
	return at;
}

/* The phrase that the key names, behind the code or before it; NOWHERE if it
 * is not there. */
static size_t behind_key(struct spot *p, const char *key)
{
	size_t n = strlen(key), at;

	find_line(p);
	at = look_within(&p->text, p->at, p->to, key, n);
	if (at == NOWHERE)
		at = look_within(&p->text, p->from, p->at, key, n);
	if (at == NOWHERE)
		return NOWHERE;
	while (at < p->to && !char_in(p->text.s[at], ":= "))
		at++;
	return pass_marks(&p->text, at);
}

/* Where the phrase of a row begins, and behind it where it ends; behind is
 * the end of `after`, with that of the last word of `with`. */
static size_t phrase_behind(struct spot *p, const struct form *f, size_t start,
                            size_t behind, size_t with, size_t *to)
{
	const struct look *t = &p->text;
	const char *close = forms_word(f->close), *key = forms_word(f->key);
	size_t from = behind;

	if (f->flags & FRONT) {
		*to = with < start ? start : with;
		return with;
	}
	if (*key != '\0')
		from = behind_key(p, key);
	if (from == NOWHERE || (*key == '\0' && *close == '\0')) {
		*to = p->at + 3;
		return *to;
	}
	if (f->flags & STATUS) {
		*to = phrase_end_of_line(t, start, from);
		return from;
	}
	if (*key == '\0' && *forms_word(f->after) == '\0')
		from = pass_marks(t, from);
	*to = phrase_end(t, from, close);
	return from;
}

/* Is it the row's form, if what stands before the code ends at s[end]? */
static int fits_form(struct spot *p, unsigned form, size_t end,
                     struct sipcode_match *m)
{
	const struct form *f = &forms_row[form];
	const struct look *t = &p->text;
	const char *after = forms_word(f->after);
	size_t start, behind = p->at + 3, with = 0, to;

	start = look_back(t, end, forms_word(f->before), f->before_len);
	if (start == NOWHERE)
		return 0;
	if (*after != '\0')
		behind = look_on(t, behind, after);
	else if (!may_follow(t, behind, f->flags & STATUS))
		behind = NOWHERE;
	if (behind == NOWHERE || !obeys_rules(p, f->flags, start) ||
	    !line_has(p, form, &with))
		return 0;
	m->form = form;
	m->loose = (f->flags & LOOSE) != 0;
	m->start = start;
	m->at = p->at;
	m->phrase = phrase_behind(p, f, start, behind, with, &to);
	m->phrase_len = phrase_trim(t, &m->phrase, to);
	to = m->phrase + m->phrase_len;
	m->end = to > p->at + 3 ? to : p->at + 3;
	return !(f->flags & STATUS) || !rules_is_drawn(t, start, m->end);
}

/* The eight bytes before s[end], as the tails of the rows are. */
static uint64_t tail_of(const struct look *t, size_t end)
{
	char front[8] = { 0 };

	if (end >= 8)
		return look_eight(t->s + end - 8) | FORMS_SMALL;
	memcpy(front + 8 - end, t->s, end);
	return look_eight(front) | FORMS_SMALL;
}

/* Does one of the rows fit that have this tail of the text? */
static int fits_row(struct spot *p, size_t at, unsigned gap, uint64_t tail,
                    struct sipcode_match *m)
{
	unsigned i = forms_find(tail), end = forms_end(tail);

	for (; i < FORMS && forms_end(forms_tail[i].bytes) == end; i++)
		if ((tail & forms_tail[i].mask) == forms_tail[i].bytes &&
		    (forms_row[i].flags & (BLANK | KEY | WORD)) == gap &&
		    fits_form(p, i, at, m))
			return 1;
	return 0;
}

/* The rows of the status line: the one that is any product's comes last, and
 * may have a backslash before its slash. */
static int fits_status_line(struct spot *p, size_t at, struct sipcode_match *m)
{
	uint64_t tail = tail_of(&p->text, at);

	for (unsigned i = FORM_KEYED - 1; i > 0; i--)
		if ((tail & forms_tail[i].mask) == forms_tail[i].bytes &&
		    fits_form(p, i, at, m))
			return 1;
	return fits_form(p, FORM_status_line, at, m);
}

/* Does a row fit whose `before` ends before s[at], with such a gap between it
 * and the code? */
static int fits_any(struct spot *p, size_t at, unsigned gap,
                    struct sipcode_match *m)
{
	uint64_t tail = tail_of(&p->text, at), last = tail >> 56;

	if (fits_row(p, at, gap, tail, m))
		return 1;
	/* Two bytes are rows of their own. */
	if (last != (']' | 0x20) && last != (',' | 0x20))
		return 0;
	return fits_row(p, at, gap, last << 56, m);
}

/* No gap between words and their code is longer. */
enum { GAP_MAX = 256 };

static size_t back_over_blanks(const struct look *t, size_t at)
{
	size_t least = at > GAP_MAX ? at - GAP_MAX : 0;

	while (at > least && char_is_blank(t->s[at - 1]))
		at--;
	return at;
}

/* What stands between a key and its value in JSON, XML, forms and logs. */
static const char is_mark[256] = {
	['\t'] = 1, [' '] = 1, ['"'] = 1, ['\''] = 1,
	[':'] = 1,  ['='] = 1, ['>'] = 1, ['\\'] = 1,
};

static size_t back_over_marks(const struct look *t, size_t at)
{
	size_t least = at > GAP_MAX ? at - GAP_MAX : 0;

	while (at > least && is_mark[(unsigned char)t->s[at - 1]])
		at--;
	return at;
}

static size_t back_over_word(const struct look *t, size_t at)
{
	size_t least = at > GAP_MAX ? at - GAP_MAX : 0;

	while (at > least && (char_is_letter(t->s[at - 1]) ||
	                      (unsigned char)t->s[at - 1] >= 0x80))
		at--;
	return at;
}

/* Behind blanks: a status line, another form with blanks, or with a word. */
static int fits_behind_blanks(struct spot *p, size_t end,
                              struct sipcode_match *m)
{
	const char *s = p->text.s + end;
	size_t word;

	if (end > 2 && s[-1] == '0' && s[-2] == '.')
		return fits_status_line(p, end, m);
	if (fits_any(p, end, BLANK, m))
		return 1;
	word = back_over_word(&p->text, end);
	/* The rows with a word end with one of these two. */
	if (word == end || word == 0 || !char_in(p->text.s[word - 1], "_]"))
		return 0;
	return fits_any(p, word, BLANK | WORD, m);
}

static int judge(struct spot *p, struct sipcode_match *m)
{
	const char *s = p->text.s + p->at;
	size_t at = p->at, blanks, marks;

	if (s[0] < '1' || s[0] > '6' || !may_precede[(unsigned char)s[-1]] ||
	    (at + 3 < p->text.n && !may_stand_behind[(unsigned char)s[3]]) ||
	    look_at(&p->text, at + 3, " bytes"))
		return 0;
	m->code =
		(unsigned)((s[0] - '0') * 100 + (s[1] - '0') * 10 + s[2] - '0');
	blanks = back_over_blanks(&p->text, at);
	if (blanks < at ? fits_behind_blanks(p, blanks, m)
	                : fits_any(p, at, 0, m))
		return 1;
	marks = back_over_marks(&p->text, at);
	return marks < blanks && fits_any(p, marks, KEY, m);
}

int sipcode_scan(const char *s, size_t n, size_t from,
                 struct sipcode_match *match)
{
	struct spot p = { .text = { s, n }, .seen = NOWHERE };
	struct digits d;

	if (s == NULL)
		return 0;
	digits_start(&d, s, n, from);
	while ((p.at = digits_next(&d)) < n) {
		if (judge(&p, match)) {
			memset(match->room, 0, sizeof(match->room));
			return 1;
		}
	}
	return 0;
}

unsigned sipcode_forms(void)
{
	return FORMS;
}

const char *sipcode_form_product(unsigned form)
{
	return form < FORMS ? forms_word(forms_row[form].product) : "";
}

const char *sipcode_form_look(unsigned form)
{
	return form < FORMS ? forms_word(forms_row[form].look) : "";
}

int sipcode_form_is_loose(unsigned form)
{
	return form < FORMS && (forms_row[form].flags & LOOSE) != 0;
}
