/* form_code.c - codes in every dress, log lines, ranges and disguises. */
#include <string.h>

#include "ask/code.h"
#include "ask/codes.h"
#include "ask/reader.h"
#include "io/strbuf.h"
#include "names/dress.h"
#include "names/lists.h"
#include "words/row.h"
#include "chars.h"
#include "len.h"

/* Phrases are of so many words at most. */
enum { PHRASE_WORDS = 16 };

int form_begins(const char *s)
{
	struct codes set = { { 0 } };
	struct dress d;
	struct sipcode_match m;

	return dress_read(s, strlen(s), &d) || codes_add(&set, s) == 0 ||
	       code_is_disguised(s) || sipcode_scan(s, strlen(s), 0, &m);
}

/* Words that ask what the code before them is. */
static int is_question(struct text t)
{
	size_t found = 0;

	for (size_t i = 0; i < t.n;) {
		size_t n = 0;

		while (i + n < t.n && !char_in(t.s[i + n], " \t?!.,"))
			n++;
		if (n > 0 && !list_has(LIST_QUESTION, t.s + i, n))
			return 0;
		found += n > 0;
		i += n + 1;
	}
	return found > 0;
}

/* Does the text say the code's own name: its phrase or one that it is seen
 * with, or nearly so? */
static int is_own(const struct sipcode_row *code, struct text t)
{
	const struct sipcode_row *row[NAMED_MAX];
	const char *phrase = sipcode_text(code, SIPCODE_F_PHRASE, 0);
	size_t found;

	dress_bare(&t.s, &t.n);
	if (t.n == 0 || is_question(t))
		return 1;
	found = sipcode_by_phrase(0, t.s, t.n, row, NAMED_MAX);
	for (size_t i = 0; i < found && i < NAMED_MAX; i++)
		if (sipcode_number(row[i], SIPCODE_F_CODE, 0) ==
		    sipcode_number(code, SIPCODE_F_CODE, 0))
			return 1;
	return sipcode_distance(t.s, t.n, phrase, strlen(phrase)) <= t.n / 3;
}

static int is_joint(const char *s)
{
	static const char joints[][7] = { "vs",  "vs.",      "versus", "and",
		                          "or",  "&",        ",",      "/",
		                          "und", "v\303\240" };

	for (size_t i = 0; i < LEN(joints); i++)
		if (chars_same(joints[i], s))
			return 1;
	return 0;
}

/* What stands behind the code up to an operand. */
static struct text rest_of(const struct reader *r, const struct dress *d,
                           size_t end)
{
	struct text t = reader_text(r, r->from, end);

	t.s += d->end < t.n ? d->end : t.n;
	t.n -= d->end < t.n ? d->end : t.n;
	return t;
}

/* The first operand behind the code itself. */
static size_t behind_code(const struct reader *r, const struct dress *d)
{
	size_t end = r->from + 1;

	while (end < r->c->operands &&
	       r->f->start[end] - r->f->start[r->from] < d->end)
		end++;
	return end;
}

static int has_match(struct text t)
{
	struct sipcode_match m;

	return sipcode_scan(t.s, t.n, 0, &m);
}

/* A number behind the code, or a word that it counts. */
static int is_counted(struct text rest)
{
	return dress_is_counted(rest.s, rest.n) ||
	       (rest.n > 0 && char_is_digit(rest.s[0]));
}

static int is_key(const struct reader *r, struct text t)
{
	struct named names = { .lang = r->c->lang };

	name_key(&names, t.s, t.n);
	return names.rows > 0;
}

/* Are the words from there on names of something else? */
static int are_names(const struct reader *r, size_t from)
{
	struct named names = { .lang = r->c->lang };
	struct text t = reader_text(r, from, r->end);

	dress_bare(&t.s, &t.n);
	r->names(r, &names, t);
	return names.rows > 0;
}

/* "486/USER_BUSY": says what the rest is the name of. */
static int note_name(const struct reader *r, struct text rest)
{
	struct named names = { .lang = r->c->lang };

	dress_bare(&rest.s, &rest.n);
	r->names(r, &names, rest);
	/* Names of programs stand behind the others. */
	if (names.rows == 0 ||
	    (names.rows > 1 &&
	     sipcode_row_set(names.row[1]) != SIPCODE_NAMES) ||
	    sipcode_row_set(names.row[0]) == SIPCODE_CODES)
		return 0;
	reader_note_other(r, names.row[0]);
	return 1;
}

/* "OK (1 binding)" behind 200: what is more than its phrase. */
static void skip_phrase(unsigned long code, struct text *rest)
{
	struct text t = *rest;
	const char *phrase =
		sipcode_text(sipcode_code(0, code), SIPCODE_F_PHRASE, 0);
	size_t n = strlen(phrase);

	while (t.n > 0 && char_is_space(*t.s)) {
		t.s++;
		t.n--;
	}
	if (n == 0 || t.n <= n || !chars_equal(t.s, phrase, n) ||
	    !char_is_space(t.s[n])) {
		dress_bare(&rest->s, &rest->n);
		return;
	}
	while (n < t.n && char_is_space(t.s[n]))
		n++;
	rest->s = t.s + n;
	rest->n = t.n - n;
}

/* What stands behind a code and its own words: 0 if it makes the whole
 * something else, and no code; else where the reader goes on. */
static size_t end_of_others(struct reader *r, const struct dress *d,
                            size_t first, size_t own)
{
	struct text all = reader_text(r, r->from, r->end);
	struct text rest = rest_of(r, d, r->end);
	int apart = rest_of(r, d, first).n == 0;

	/* The phrase of a status line is free. */
	if (d->line)
		return apart ? r->end : first;
	if (is_counted(rest) || has_match(all) || is_key(r, all))
		return 0;
	if (own < r->end && is_joint(r->c->operand[own]))
		return own + 1;
	if (apart && own < r->end && are_names(r, own))
		return own;
	if (own > first || (own == first && apart))
		rest = reader_text(r, own, r->end);
	if (note_name(r, rest))
		return r->end;
	skip_phrase(d->code, &rest);
	found_miss_n(r->c, r->f, "not used", rest.s, rest.n);
	return r->end;
}

size_t form_code(struct reader *r)
{
	struct text t = reader_text(r, r->from, r->c->operands);
	const struct sipcode_row *row;
	struct codes set = { { 0 } };
	struct dress d;
	size_t first, end;

	if (!dress_read(t.s, t.n, &d) ||
	    (strlen(r->c->operand[r->from]) > 3 &&
	     codes_add(&set, r->c->operand[r->from]) == 0))
		return 0;
	first = behind_code(r, &d);
	if (r->end < first) {
		r->end = first;
		while (r->end < r->c->operands &&
		       !form_begins(r->c->operand[r->end]))
			r->end++;
	}
	row = sipcode_code(r->c->lang, d.code);
	end = r->end - first > PHRASE_WORDS ? first + PHRASE_WORDS : r->end;
	while (end > first && !is_own(row, rest_of(r, &d, end)))
		end--;
	if (end < r->end || !is_own(row, rest_of(r, &d, end)))
		end = end_of_others(r, &d, first, end);
	if (end == 0)
		return 0;
	code_add(r->c, r->f, d.code, NULL, reader_typed(r, r->from, end));
	reader_mark_seen(r, d.code, rest_of(r, &d, end));
	while (end < r->c->operands && is_joint(r->c->operand[end]))
		end++;
	return end - r->from;
}

/* The responses in s[0..n), each code once; 0 if there are none. */
static int add_matches(struct reader *r, struct text t, const char *typed)
{
	unsigned char seen[CODES_END] = { 0 };
	struct sipcode_match m;
	size_t at = 0, found = 0;

	while (at < t.n && sipcode_scan(t.s, t.n, at, &m)) {
		if (!seen[m.code]) {
			reader_taken(r, m.code);
			code_add(r->c, r->f, m.code, NULL, typed);
		}
		seen[m.code] = 1;
		found++;
		at = m.end > m.start ? m.end : m.start + 1;
	}
	return found > 0;
}

/* One operand that is a line of a log; or all of them, from the first one on,
 * if the line was not quoted. */
size_t form_log(struct reader *r)
{
	size_t all = r->c->operands;

	if (has_match(reader_text(r, r->from, r->from + 1))) {
		add_matches(r, reader_text(r, r->from, r->from + 1),
		            reader_typed(r, r->from, r->from + 1));
		return 1;
	}
	for (size_t i = 0; i < all; i++)
		if (r->from > 0 || has_match(reader_text(r, i, i + 1)))
			return 0;
	if (!add_matches(r, reader_text(r, 0, all), reader_typed(r, 0, all)))
		return 0;
	return all;
}

size_t form_disguise(struct reader *r)
{
	const char *s = r->c->operand[r->from];
	struct text t = reader_text(r, r->from, r->from + 1);
	struct strbuf bare = { 0 };
	int known;

	dress_bare(&t.s, &t.n);
	strbuf_bytes(&bare, t.s, t.n);
	known = code_is_known(strbuf_text(&bare))
	                ? code_add_disguised(r->c, r->f, bare.s, s)
	                : code_add_disguised(r->c, r->f, s, s);
	strbuf_free(&bare);
	return (size_t)known;
}

static struct text string_text(const char *s)
{
	return (struct text){ s, strlen(s) };
}

/* "4xx", "5xx,6xx", "4xx errors". */
size_t form_class(struct reader *r)
{
	const char *s = r->c->operand[r->from];
	size_t end = r->from + 1;

	for (const char *at = s;; at += 4) {
		if (at[0] < '1' || at[0] > '6' || !chars_equal(at + 1, "xx", 2))
			return 0;
		if (at[3] == '\0' || is_question(string_text(at + 3)))
			break;
		if (at[3] != ',')
			return 0;
	}
	for (const char *at = s; at == s || at[-1] == ','; at += 4)
		reader_add(r,
		           sipcode_class(r->c->lang,
		                         (unsigned long)(*at - '0') * 100),
		           s);
	while (end < r->c->operands &&
	       is_question(string_text(r->c->operand[end])))
		end++;
	return end - r->from;
}

size_t form_codes(struct reader *r, const struct codes *set, const char *s)
{
	size_t before = r->f->list.items;
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(r->c->lang, SIPCODE_CODES, i));
	     i++)
		if (set->has[sipcode_number(row, SIPCODE_F_CODE, 0)] &&
		    (context_given(r->c, OPTION_all) ||
		     !row_is(row, SIPCODE_F_STATUS, "unregistered")))
			reader_add(r, row, s);
	if (r->f->list.items == before)
		found_miss(r->c, r->f, "no code in that range", s);
	r->f->lines = 1;
	return 1;
}

/* The next word from *at on, bare, but for those that join codes. */
static int next_code_word(struct text t, size_t *at, struct strbuf *word)
{
	do {
		struct text w = { t.s + *at, 0 };

		while (*at + w.n < t.n && !char_is_space(w.s[w.n]))
			w.n++;
		*at += w.n + (*at + w.n < t.n);
		dress_bare(&w.s, &w.n);
		strbuf_reset(word);
		strbuf_bytes(word, w.s, w.n);
	} while (*at < t.n && (word->len == 0 || is_joint(word->s)));
	return word->len > 0 && !is_joint(word->s);
}

/* Several codes, classes or ranges in one operand: "403 or 404", "4xx 5xx". */
size_t form_several(struct reader *r)
{
	struct text t = reader_text(r, r->from, r->from + 1);
	const char *typed = r->c->operand[r->from];
	struct codes set = { { 0 } };
	struct strbuf word = { 0 };
	int plain = 1, words = 0;
	int codes = typed[strcspn(typed, " \t\r\n")] != '\0';

	for (size_t at = 0; codes && next_code_word(t, &at, &word); words++) {
		codes = codes_add(&set, word.s) == 0;
		plain &= word.len == 3 && chars_run(word.s, "0123456789") == 3;
	}
	codes &= words > 1;
	if (codes && !plain)
		form_codes(r, &set, typed);
	for (size_t at = 0; codes && plain && next_code_word(t, &at, &word);)
		code_add_digits(r->c, r->f, word.s, typed);
	strbuf_free(&word);
	return (size_t)codes;
}

/* Codes one by one have a page each; those of a range a line each, if nothing
 * else is asked for. */
size_t form_range(struct reader *r)
{
	const char *s = r->c->operand[r->from];
	struct codes set = { { 0 } };
	int listed = chars_run(s, "0123456789,/") != strlen(s);

	/* A code alone that form_code() has not taken is none: "180
	 * seconds". */
	if (strlen(s) == 3 && chars_run(s, "0123456789") == 3)
		return 0;
	if (codes_add(&set, s) != 0)
		return 0;
	/* "compare 403-404" is about the two, and not about those between. */
	if (r->c->command == COMMAND_compare && strlen(s) == 7 && s[3] == '-') {
		code_add_digits(r->c, r->f, s, s);
		code_add_digits(r->c, r->f, s + 4, s);
		return 1;
	}
	for (unsigned long code = 100; !listed && code < CODES_END; code++)
		if (set.has[code])
			code_add(r->c, r->f, code, NULL, s);
	return listed ? form_codes(r, &set, s) : 1;
}
