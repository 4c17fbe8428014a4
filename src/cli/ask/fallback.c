/* fallback.c - what is no name of anything: a symptom, hits of the search, and
 * what may have been meant. */
#include <stdlib.h>
#include <string.h>

#include "names/dress.h"
#include "ask/hits.h"
#include "ask/reader.h"
#include "context/near.h"
#include "io/strbuf.h"
#include "words/lead.h"
#include "words/row.h"
#include "chars.h"
#include "len.h"

/* The next hit of that set from i on; hits.items if there is none. */
static size_t next_of(const struct found *f, enum sipcode_set set, size_t i)
{
	while (i < f->hits.items && sipcode_row_set(f->hit[i].row) != set)
		i++;
	return i;
}

/* Adds the words of a short text as they are; of a longer one, which may be a
 * line of a log, those of letters alone.  Returns 1 if that was all of it. */
static int pick_words(struct strbuf *b, struct text t)
{
	size_t blanks = 0, left_out = 0;

	for (size_t i = 1; i < t.n; i++)
		blanks += char_is_space(t.s[i]) && !char_is_space(t.s[i - 1]);
	for (size_t at = 0; at < t.n;) {
		size_t n = 0, others = 0, dots = 0, digits = 0;
		struct text word = { t.s + at, 0 };

		while (at + n < t.n && !char_is_space(t.s[at + n])) {
			dots += t.s[at + n] == '.';
			digits += char_is_digit(t.s[at + n]);
			n++;
		}
		word.n = n;
		dress_bare(&word.s, &word.n);
		for (size_t i = 0; i < word.n; i++)
			others += char_is_digit(word.s[i]) ||
			          char_in(word.s[i], ".:@=<>[]\"'&;");
		/* No address either, and no number that counts something. */
		if (n > 0 && (dots < 2 || (blanks == 0 && digits == 0)) &&
		    (blanks < 7 || others == 0) &&
		    !(n == 3 && char_is_digit(t.s[at]) &&
		      dress_is_counted(t.s + at + n, t.n - at - n))) {
			strbuf_bytes(b, t.s + at, n);
			strbuf_add(b, " ");
		} else {
			left_out += n > 0;
		}
		at += n + 1;
	}
	return left_out == 0;
}

/* Less than that is no word to search for. */
enum { LEAST_LETTERS = 3 };

/* "T.38", "G.711", "G729": two digits that a letter leads. */
static int is_standard(const char *s)
{
	if (!char_is_letter(s[0]))
		return 0;
	s += 1 + (s[1] == '.');
	return char_is_digit(s[0]) && char_is_digit(s[1]);
}

/* The most letters that a word has, but for "SIP". */
static size_t most_letters(const struct strbuf *b)
{
	size_t letters = 0, most = 0;

	for (size_t i = 0; i < b->len; i++) {
		int letter = char_is_letter(b->s[i]) ||
		             (unsigned char)b->s[i] >= 0x80;

		if (letters == 0 && is_standard(b->s + i))
			return LEAST_LETTERS;
		letters = letter ? letters + 1 : 0;
		if (letters == 3 && chars_equal(b->s + i - 2, "SIP", 3))
			letters = 0;
		if (letters > most)
			most = letters;
	}
	return most;
}

/* The rest of a constant behind the parts of its origin, if less of that is
 * missing. */
static void search_core(struct reader *r, struct hits *h)
{
	struct text t = reader_text(r, r->from, r->end);
	size_t origin = name_origin(t.s, t.n);
	struct strbuf words = { 0 };
	struct items items = { 0 };
	struct hits core;

	if (origin == 0 ||
	    (r->f->hits.items > 0 && h->hit[0].held == h->counted))
		return;
	strbuf_bytes(&words, t.s + origin, t.n - origin);
	core = hits_find(r->c, &items, &words.s, 1);
	if (items.items > 0 &&
	    (r->f->hits.items == 0 ||
	     core.counted - core.hit[0].held < h->counted - h->hit[0].held)) {
		struct hits other = *h;

		*h = core;
		core = other;
		items_free(&r->f->hits);
		r->f->hits = items;
	} else {
		items_free(&items);
	}
	free(core.hit);
	strbuf_free(&words);
}

/* The search for all the operands, if nothing but words was typed. */
static int search(struct reader *r)
{
	struct strbuf words = { 0 };
	struct hits h;

	if (r->from > 0 || r->end < r->c->operands)
		return 0;
	if (r->f->hit != NULL)
		return r->f->hits.items > 0;
	r->f->searched_all =
		pick_words(&words, reader_text(r, r->from, r->end));
	if (most_letters(&words) < LEAST_LETTERS) {
		strbuf_free(&words);
		return 0;
	}
	h = hits_find(r->c, &r->f->hits, &words.s, 1);
	search_core(r, &h);
	strbuf_free(&words);
	r->f->hit = h.hit;
	r->f->counted = h.counted;
	return r->f->hits.items > 0;
}

/* The one symptom that is worded so. */
static int add_worded(struct reader *r)
{
	struct text t = reader_text(r, r->from, r->end);
	struct named names = { .lang = r->c->lang };

	names_symptom(&names, t.s, t.n);
	if (names.rows != 1)
		return 0;
	reader_add(r, names.row[0], reader_typed(r, r->from, r->end));
	return 1;
}

/* Told so, or of two words at least, all of which one symptom has in its title;
 * but not what codes are known for. */
size_t form_symptom(struct reader *r)
{
	struct text t = reader_text(r, r->from, r->end);
	struct named meant = { .lang = r->c->lang };
	const struct sipcode_hit *hit;
	size_t i, other;

	/* No constant is one: "SIP_UNKNOWN_EXTENSION". */
	if (memchr(t.s, ' ', t.n) == NULL && memchr(t.s, '-', t.n) == NULL)
		return 0;
	if (add_worded(r))
		return r->end - r->from;
	names_meant(&meant, t.s, t.n);
	if (meant.rows > 0 || !search(r) || r->f->counted < 2 ||
	    !r->f->searched_all)
		return 0;
	i = next_of(r->f, SIPCODE_SYMPTOMS, 0);
	if (i == r->f->hits.items)
		return 0;
	other = next_of(r->f, SIPCODE_SYMPTOMS, i + 1);
	if (other < r->f->hits.items &&
	    r->f->hit[other].score > r->f->hit[i].score / 10 * 9)
		return 0;
	hit = &r->f->hit[i];
	if (hit->held < r->f->counted || !hit->together || i > 2 ||
	    hit->score < r->f->hit[0].score / 4 ||
	    hit->field != SIPCODE_F_TITLE)
		return 0;
	reader_add(r, hit->row, reader_typed(r, r->from, r->end));
	return r->end - r->from;
}

static void add_command(struct strbuf *b, int command, const char *rest,
                        size_t n)
{
	strbuf_add(b, "sipcode ");
	strbuf_add(b, command_text(command)->name);
	strbuf_bytes(b, rest, n);
}

int reader_suggest_command(struct reader *r)
{
	const char *s = r->c->operand[0];
	struct text all = reader_text(r, 0, r->c->operands);
	struct strbuf b = { 0 };
	int command;

	if (r->c->operands < 2 || *s == '\0' || s[strlen(s) - 1] == ':' ||
	    form_begins(s) || !form_begins(r->c->operand[1]))
		return 0;
	command = near_command(s, strlen(s));
	if (command < 0)
		return 0;
	found_miss(r->c, r->f, "no such command", s);
	if (command == COMMAND_help || command == COMMAND_show) {
		strbuf_add(&b, "sipcode");
		strbuf_bytes(&b, all.s + strlen(s), all.n - strlen(s));
	} else {
		add_command(&b, command, all.s + strlen(s), all.n - strlen(s));
	}
	context_note(r->c, "did you mean", b.s, b.len);
	strbuf_free(&b);
	return 1;
}

/* Adds what is spelled nearly so: a phrase, a sighting, a cause, a tag ... */
static void add_near(struct strbuf *b, const char *s, size_t n)
{
	static const struct {
		enum sipcode_set set;
		enum sipcode_field field;
	} names[] = {
		{ SIPCODE_CODES, SIPCODE_F_PHRASE },
		{ SIPCODE_SIGHTINGS, SIPCODE_F_PHRASE },
		{ SIPCODE_HEADERS, SIPCODE_F_HEADER },
		{ SIPCODE_CAUSES, SIPCODE_F_NAME },
		{ SIPCODE_CAUSES, SIPCODE_F_ALIAS },
	};

	for (size_t i = 0; i < LEN(names); i++) {
		const struct sipcode_row *near =
			sipcode_closest(0, names[i].set, names[i].field, s, n);

		if (near == NULL)
			continue;
		if (names[i].set == SIPCODE_CODES)
			row_code(b, near);
		else
			lead_add(b, near);
		return;
	}
}

/* The words of a constant are apart for that. */
static void add_near_words(struct strbuf *b, const char *s, size_t n)
{
	struct strbuf words = { 0 };

	for (size_t i = 0; i < n; i++)
		strbuf_bytes(&words, s[i] == '_' ? " " : s + i, 1);
	add_near(b, strbuf_text(&words), words.len);
	strbuf_free(&words);
}

/* "4O3" with a letter, "4 0 3"; 0 if that is no slip for a code. */
static unsigned long code_of_slip(const char *s, size_t n)
{
	unsigned long code = 0;
	size_t step = n == 5 && s[1] == s[3] && char_in(s[1], " -._") ? 2 : 1;

	/* "200OK" */
	if (n > 3 && step == 1 && chars_run(s, "0123456789") == 3 &&
	    char_is_letter(s[3]))
		n = 3;
	if ((n != 3 && step == 1) || strcspn(s, "0123456789") >= n)
		return 0;
	for (size_t i = 0; i < n; i += step) {
		if (char_in(s[i], "Oo"))
			code = code * 10;
		else if (char_in(s[i], "Il"))
			code = code * 10 + 1;
		else if (char_is_digit(s[i]))
			code = code * 10 + (unsigned long)(s[i] - '0');
		else
			return 0;
	}
	return sipcode_code(0, code) == NULL ? 0 : code;
}

int reader_suggest(struct context *c, const char *s, size_t n, int slips)
{
	struct strbuf b = { 0 };
	size_t word = 0;
	int command, near;

	while (word < n && s[word] != ' ')
		word++;
	/* "OPTIONS" is no slip for "option", nor "WARNING:" for "warning". */
	command = s[word - (word > 0)] == ':' || name_method(s, word) != NULL ||
	                          near_method(s, n) != NULL
	                  ? -1
	                  : near_command(s, word);
	word = command >= 0 ? word : name_origin(s, n);
	if (command >= 0) {
		add_command(&b, command, s + word, n - word);
	} else if (code_of_slip(s, n) > 0) {
		strbuf_add(&b, "sipcode ");
		strbuf_number(&b, code_of_slip(s, n));
	} else if (near_method(s, n) != NULL) {
		strbuf_add(&b, "sipcode ");
		strbuf_add(&b, near_method(s, n));
	} else if (slips) {
		add_near_words(&b, s + word, n - word);
	}
	near = b.len > 0;
	if (near)
		context_note(c, "did you mean", b.s, b.len);
	strbuf_free(&b);
	return near;
}

/* The words that were searched for, with nothing that a shell reads. */
static void add_plain(struct strbuf *b, struct text t)
{
	struct strbuf words = { 0 };
	int blank = 1;

	pick_words(&words, t);
	for (size_t i = 0; i < words.len; i++) {
		char c = words.s[i];
		int plain = char_is_letter(c) || char_is_digit(c) ||
		            (unsigned char)c >= 0x80 ||
		            (!blank && char_in(c, "_-.:/@=+,"));

		if (plain && blank)
			strbuf_add(b, " ");
		if (plain)
			strbuf_bytes(b, &c, 1);
		blank = !plain;
	}
	strbuf_free(&words);
}

/* The best hits, where nothing else was found. */
size_t form_search(struct reader *r)
{
	struct text t = reader_text(r, r->from, r->end);
	struct strbuf b = { 0 };

	if (!search(r))
		return 0;
	found_miss_n(r->c, r->f, "no such code or phrase", t.s, t.n);
	/* What holds but some of the words may be less than a slip away. */
	r->f->hits_only = r->f->hit[0].held == r->f->counted;
	if (reader_suggest(r->c, t.s, t.n, !r->f->hits_only))
		return r->end - r->from;
	r->f->hits_only = 1;
	strbuf_add(&b, "sipcode search");
	add_plain(&b, t);
	context_note(r->c, "the best of what a search finds", b.s, b.len);
	strbuf_free(&b);
	return r->end - r->from;
}
