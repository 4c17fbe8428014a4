/* word.c - words, their forms and their places in a text. */
#include "word.h"

#include <string.h>

#include "chars.h"
#include "len.h"
#include "utf8.h"

/* Adds a folded character; one that does not fit makes the word too long to
 * be found. */
static void add_folded(struct word *w, const char *s, size_t n)
{
	if (w->n + n <= WORD_BYTES)
		memcpy(w->s + w->n, s, n);
	w->n = (unsigned char)(w->n + n <= WORD_BYTES ? w->n + n
	                                              : WORD_BYTES + 1);
}

/* The length of the character at s; what is not UTF-8 counts as a byte. */
static size_t character(const char *s, size_t n, uint32_t *cp)
{
	size_t len = utf8_decode(s, n, cp);

	if (len > 0)
		return len;
	*cp = (unsigned char)*s;
	return 1;
}

static int ends_with(const struct word *w, const char *end)
{
	size_t n = strlen(end);

	return w->n > n && memcmp(w->s + w->n - n, end, n) == 0;
}

static int has_vowel(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (char_in(s[i], "aeiouy"))
			return 1;
	return 0;
}

/* What is left of the word without the ending, where that is enough. */
static int cut(struct word *w, const char *end)
{
	size_t n = w->n - strlen(end);

	if (!ends_with(w, end) || n < 3 || !has_vowel(w->s, n))
		return 0;
	w->stem = (unsigned char)n;
	return 1;
}

/* "dropp" of "dropped" is "drop"; "call" stays. */
static void cut_double(struct word *w)
{
	size_t n = w->stem;

	if (n > 3 && w->s[n - 1] == w->s[n - 2] && !char_in(w->s[n - 1], "lsz"))
		w->stem--;
}

/* The plural, -ed, -ing, and a mute e or y at the end. */
static void find_stem(struct word *w)
{
	w->stem = w->n;
	if (cut(w, "ies") || cut(w, "ied") || cut(w, "ying")) {
		w->y = 1;
		return;
	}
	if (cut(w, "ing") || cut(w, "ed")) {
		cut_double(w);
		return;
	}
	if (ends_with(w, "ss") || ends_with(w, "us") || ends_with(w, "is"))
		return;
	if (cut(w, "es") || cut(w, "s"))
		return;
	if (w->n > 3 && !cut(w, "e") && w->s[w->n - 1] == 'y' &&
	    !char_in(w->s[w->n - 2], "aeiou")) {
		w->stem--;
		w->y = 1;
	}
}

int word_next(struct word *w, const char *s, size_t n, size_t *at)
{
	size_t from;

	memset(w, 0, sizeof(*w));
	while (*at < n && !word_has(s[*at]))
		++*at;
	for (from = *at; *at < n && word_has(s[*at]);) {
		uint32_t cp;
		size_t len = character(s + *at, n - *at, &cp);
		uint32_t plain = utf8_fold(cp);
		char c = (char)plain;

		if (plain != 0 && plain < 0x80)
			add_folded(w, &c, 1);
		else if (plain != 0)
			add_folded(w, s + *at, len);
		*at += len;
	}
	if (w->n > WORD_BYTES)
		w->n = 0;
	if (w->n > 0)
		find_stem(w);
	return *at > from;
}

struct word word_join(const struct word *a, const struct word *b)
{
	struct word w = *a;

	add_folded(&w, b->s, b->n);
	if (w.n > WORD_BYTES || a->n == 0 || b->n == 0)
		w.n = 0;
	else
		find_stem(&w);
	return w;
}

int word_joins(const char *s)
{
	return char_in(*s, "-.'/") && word_has(s[1]);
}

/* The character at s, which is UTF-8, as all of the table is. */
static size_t table_character(const char *s, uint32_t *cp)
{
	const unsigned char *u = (const unsigned char *)s;

	if (u[0] < 0xe0) {
		*cp = (uint32_t)(u[0] & 0x1f) << 6 | (u[1] & 0x3f);
		return 2;
	}
	if (u[0] < 0xf0) {
		*cp = (uint32_t)(u[0] & 0xf) << 12 |
		      (uint32_t)(u[1] & 0x3f) << 6 | (u[2] & 0x3f);
		return 3;
	}
	*cp = 0x10000;
	return 4;
}

/* Does the text at s go on with the next letter of the word?  Returns the
 * bytes that it takes; *letters is how many bytes of the word they are. */
static size_t step(const struct word *w, size_t i, const char *s,
                   size_t *letters)
{
	uint32_t cp, plain;
	size_t len;

	*letters = 0;
	if ((unsigned char)*s < 0x80) {
		*letters = char_lower(*s) == w->s[i];
		return *letters == 1 || (i > 0 && word_joins(s));
	}
	len = table_character(s, &cp);
	plain = utf8_fold(cp);
	if (plain == 0)
		return len;
	*letters = plain < 0x80 ? 1 : len;
	if (plain < 0x80)
		return (uint32_t)w->s[i] == plain ? len : 0;
	return i + len <= w->n && memcmp(w->s + i, s, len) == 0 ? len : 0;
}

/* The length of the ending if the text has it and then no more letters; else
 * 0. */
static size_t ending_at(const char *s, const char *ending)
{
	size_t n = 0;

	while (ending[n] != '\0' && char_lower(s[n]) == ending[n])
		n++;
	return ending[n] == '\0' && !word_has(s[n]) ? n : 0;
}

/* Does the text end the stem as a form of a word does? */
static int is_ending(const struct word *w, const char *s, size_t *n)
{
	static const char endings[][4] = { "s", "es", "e", "ed", "d", "ing" };
	static const char y_endings[][5] = { "y", "ies", "ied", "ying" };
	int doubled = char_lower(*s) == w->s[w->stem - 1] && word_has(s[1]);

	*n = 0;
	for (size_t i = 0; w->y && i < LEN(y_endings) && *n == 0; i++)
		*n = ending_at(s, y_endings[i]);
	if (w->y || !word_has(*s))
		return *n > 0 || !w->y;
	for (size_t i = 0; i < LEN(endings) && *n == 0; i++)
		*n = ending_at(s, endings[i]);
	/* "dropp-ed", and not "drop-ps". */
	if (*n == 0 && doubled &&
	    (ending_at(s + 1, "ed") > 0 || ending_at(s + 1, "ing") > 0))
		*n = ending_at(s + 1, "ed") > 0 ? 3 : 4;
	return *n > 0;
}

enum word_fit word_at(const struct word *w, const char *s, size_t *len)
{
	const char *at = s, *stem = NULL;
	size_t i = 0, n, letters;

	while (i < w->n && (n = step(w, i, at, &letters)) > 0) {
		at += n;
		i += letters;
		if (i == w->stem && letters > 0)
			stem = at;
	}
	*len = (size_t)(at - s);
	if (w->n == 0)
		return WORD_NOWHERE;
	if (i == w->n && !word_has(*at))
		return WORD_WHOLE;
	if (stem != NULL && is_ending(w, stem, &n)) {
		*len = (size_t)(stem - s) + n;
		return WORD_FORM;
	}
	return i == w->n && w->n > 1 ? WORD_FRONT : WORD_NOWHERE;
}

int word_is_empty(const struct word *w)
{
	static const char empty[][6] = {
		"a",    "an",  "and",  "are",   "at",   "be",    "by",   "did",
		"didn", "do",  "does", "doesn", "don",  "for",   "from", "get",
		"gi",   "has", "have", "how",   "i",    "if",    "in",   "is",
		"isn",  "it",  "la",   "my",    "of",   "on",    "or",   "s",
		"sip",  "so",  "t",    "that",  "the",  "then",  "thi",  "this",
		"to",   "voi", "was",  "what",  "when", "which", "why",  "with",
	};

	for (size_t i = 0; i < LEN(empty); i++)
		if (strlen(empty[i]) == w->n &&
		    memcmp(empty[i], w->s, w->n) == 0)
			return 1;
	return 0;
}
