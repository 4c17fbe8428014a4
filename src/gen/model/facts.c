/* facts.c - takes two sentences apart and counts. */
#include "model/facts.h"

#include <stdlib.h>
#include <string.h>

#include "io/arena.h"
#include "chars.h"

/* A part of one of the sentences that is a fact by its form. */
struct token {
	const char *s;
	size_t n;
};

struct tokens {
	struct token *token;
	size_t tokens;
};

static void add_token(struct tokens *t, const char *s, size_t n)
{
	t->token = arena_more(t->token, t->tokens, sizeof(*t->token));
	t->token[t->tokens].s = s;
	t->token[t->tokens++].n = n;
}

static int is_fact(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (char_is_digit(s[i]) || char_in(s[i], "=_/"))
			return 1;
	return 0;
}

/* "401s" and "401's" are 401, "B2BUAs" are B2BUA. */
static size_t without_plural(const char *s, size_t n)
{
	if (n > 2 && s[n - 1] == 's' && s[n - 2] == '\'')
		return n - 2;
	if (n > 1 && s[n - 1] == 's' &&
	    (char_is_digit(s[n - 2]) || char_is_upper(s[n - 2])))
		return n - 1;
	return n;
}

/* The parts between hyphens, as "non-2xx" is "not a 2xx" elsewhere. */
static void add_parts(struct tokens *t, const char *s, size_t n)
{
	while (n > 0) {
		const char *hyphen = memchr(s, '-', n);
		size_t part = hyphen == NULL ? n : (size_t)(hyphen - s);
		size_t bare = without_plural(s, part);

		if (is_fact(s, bare))
			add_token(t, s, bare);
		part += hyphen != NULL;
		s += part;
		n -= part;
	}
}

/* A word without the punctuation around it. */
static void add_word(struct tokens *t, const char *s, size_t n)
{
	while (n > 0 && char_in(*s, "(\"'[")) {
		s++;
		n--;
	}
	while (n > 0 && char_in(s[n - 1], ")\"'].,;:?!"))
		n--;
	add_parts(t, s, n);
}

static void add_quoted(struct tokens *t, const char *s)
{
	const char *end;

	while ((s = strchr(s, '"')) != NULL &&
	       (end = strchr(s + 1, '"')) != NULL) {
		add_token(t, s, (size_t)(end - s) + 1);
		s = end + 1;
	}
}

static int compare_tokens(const void *a, const void *b)
{
	const struct token *x = a, *y = b;
	size_t n = x->n < y->n ? x->n : y->n;
	int order = memcmp(x->s, y->s, n);

	return order != 0 ? order : (x->n > y->n) - (x->n < y->n);
}

/* All tokens of a sentence, sorted. */
static struct tokens tokens_of(const char *s)
{
	struct tokens t = { NULL, 0 };

	add_quoted(&t, s);
	while (*s != '\0') {
		size_t n = strcspn(s, " ");

		add_word(&t, s, n);
		s += n + (s[n] == ' ');
	}
	if (t.tokens > 0)
		qsort(t.token, t.tokens, sizeof(*t.token), compare_tokens);
	return t;
}

static size_t times_at(const struct tokens *t, size_t i,
                       const struct token *same)
{
	size_t first = i;

	while (i < t->tokens && compare_tokens(&t->token[i], same) == 0)
		i++;
	return i - first;
}

static const char *times(size_t n)
{
	return n == 1 ? "once" : arena_print("%zu times", n);
}

static const char *difference(const char *s, size_t n, size_t here,
                              size_t english)
{
	return arena_print("'%.*s' stands there %s, in English %s", (int)n, s,
	                   times(here), times(english));
}

static const char *tokens_differ(const char *english, const char *translated)
{
	struct tokens a = tokens_of(english), b = tokens_of(translated);
	size_t i = 0, j = 0;

	while (i < a.tokens || j < b.tokens) {
		const struct token *next = &b.token[j];
		size_t in_a, in_b;

		if (j == b.tokens ||
		    (i < a.tokens && compare_tokens(&a.token[i], next) < 0))
			next = &a.token[i];
		in_a = times_at(&a, i, next);
		in_b = times_at(&b, j, next);
		if (in_a != in_b)
			return difference(next->s, next->n, in_b, in_a);
		i += in_a;
		j += in_b;
	}
	return NULL;
}

/* Of letters and in small ones but for the first, as many words are. */
static int looks_ordinary(const char *name)
{
	if (!char_is_upper(name[0]))
		return 0;
	for (size_t i = 1; name[i] != '\0'; i++)
		if (!char_is_letter(name[i]) || char_is_upper(name[i]))
			return 0;
	return 1;
}

static int is_part_of_word(char c)
{
	return char_is_letter(c) || char_is_digit(c) || c == '_' ||
	       (unsigned char)c >= 0x80;
}

/* Does a name of n letters stand at s, alone or with the "s" of the plural? */
static int is_name_at(const char *text, const char *s, size_t n)
{
	if (s > text && is_part_of_word(s[-1]))
		return 0;
	return !is_part_of_word(s[n]) ||
	       (s[n] == 's' && !is_part_of_word(s[n + 1]));
}

static int begins_sentence(const char *text, const char *s)
{
	return s == text ||
	       (s > text + 1 && s[-1] == ' ' && char_in(s[-2], ".:?"));
}

/* How often a name stands in a text; at the beginning of sentences apart. */
struct count {
	size_t inside, begins;
};

static struct count count_name(const char *text, const char *name)
{
	struct count c = { 0, 0 };
	size_t n = strlen(name);

	for (const char *s = text; (s = strstr(s, name)) != NULL; s += n) {
		if (!is_name_at(text, s, n))
			continue;
		if (begins_sentence(text, s))
			c.begins++;
		else
			c.inside++;
	}
	return c;
}

/* Where a sentence begins, "Date" and "Server" may be words of either
 * language: each side then has so many names at least and at most. */
static const char *name_differs(const char *name, const char *english,
                                const char *translated)
{
	struct count e = count_name(english, name);
	struct count t = count_name(translated, name);
	size_t e_most = e.inside + e.begins, t_most = t.inside + t.begins;

	if (looks_ordinary(name) ? e_most >= t.inside && t_most >= e.inside
	                         : e_most == t_most)
		return NULL;
	return difference(name, strlen(name), t_most, e_most);
}

const char *facts_differ(const struct intern *names, const char *english,
                         const char *translated)
{
	const char *what = tokens_differ(english, translated);

	for (size_t i = 0; what == NULL && i < names->items; i++)
		what = name_differs(names->item[i].bytes, english, translated);
	return what;
}
