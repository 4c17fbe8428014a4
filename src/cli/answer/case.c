/* case.c - which situations on the page of a code may be behind a response. */
#include <string.h>

#include "answer/remark.h"
#include "chars.h"
#include "len.h"

/* May stand in an option tag or a warn-code. */
static int is_tag_char(char c)
{
	return char_is_letter(c) || char_is_digit(c) || c == '-';
}

/* Does the header field have a value that begins with the word? */
static int says(const struct sipcode_message *m, const char *header,
                const char *word, size_t n)
{
	enum { VALUES_MOST = 64 };
	struct sipcode_cursor at = { 0 };
	struct sipcode_span v;

	for (int i = 0;
	     i < VALUES_MOST && sipcode_next_value(m, header, &at, &v); i++)
		if (v.n >= n && chars_equal(v.s, word, n) &&
		    (v.n == n || !is_tag_char(v.s[n])))
			return 1;
	return 0;
}

/* The length of the word behind the front, which the text has to have
 * somewhere; *word is where it begins.  0 if it is not there. */
static size_t word_behind(const char *text, const char *front,
                          const char **word)
{
	const char *at = strstr(text, front);
	size_t n = 0;

	if (at == NULL)
		return 0;
	*word = at + strlen(front);
	while (is_tag_char((*word)[n]))
		n++;
	return n;
}

/* How well a situation fits, the best last. */
enum fit { FIT_NOT, FIT_OPEN, FIT_METHOD, FIT_BEST };

/* Is an option tag of that name demanded, or not supported?  The response says
 * it best. */
static int demands(const struct explained *e, const char *word, size_t n)
{
	const struct sipcode_message *m = e->message;
	struct sipcode_span v;

	if (sipcode_value(m, "Unsupported", &v))
		return says(m, "Unsupported", word, n);
	return says(m, "Require", word, n) ||
	       (e->transaction != NULL && e->request != NULL &&
	        (says(e->request->message, "Require", word, n) ||
	         says(e->request->message, "Proxy-Require", word, n)));
}

/* Is it known what was demanded, so that another tag was not? */
static int demands_known(const struct explained *e)
{
	struct sipcode_span v;

	return sipcode_value(e->message, "Require", &v) ||
	       sipcode_value(e->message, "Unsupported", &v) ||
	       (e->request != NULL && heard_is_whole(e->request));
}

/* "Require: timer or precondition": does one of the tags fit?  FIT_METHOD where
 * the situation names none. */
static enum fit fit_of_tags(const struct explained *e, const char *text)
{
	const char *word = NULL;
	size_t n = word_behind(text, "Require: ", &word);

	if (n == 0)
		return FIT_METHOD;
	while (!demands(e, word, n)) {
		if (strncmp(word + n, " or ", 4) != 0)
			return demands_known(e) ? FIT_NOT : FIT_METHOD;
		word += n + 4;
		for (n = 0; is_tag_char(word[n]);)
			n++;
	}
	return FIT_BEST;
}

/* ", Warning 304": has the response this warn-code, or others? */
static enum fit fit_of_warning(const struct sipcode_message *m,
                               const char *text)
{
	const char *word = NULL;
	size_t n = word_behind(text, ", Warning ", &word);
	struct sipcode_span v;

	if (n == 0)
		return FIT_METHOD;
	if (says(m, "Warning", word, n))
		return FIT_BEST;
	return sipcode_value(m, "Warning", &v) ? FIT_NOT : FIT_METHOD;
}

/* Does the situation quote this phrase, or another one? */
static enum fit fit_of_phrase(const struct sipcode_message *m, const char *text)
{
	static const char front[] = ", phrase \"";
	const char *quoted = strstr(text, front);
	size_t n;

	if (quoted == NULL)
		return FIT_METHOD;
	quoted += sizeof(front) - 1;
	n = strcspn(quoted, "\"");
	for (size_t i = 0; i + n <= m->phrase.n; i++)
		if (chars_equal(m->phrase.s + i, quoted, n))
			return FIT_BEST;
	return FIT_NOT;
}

/* Does the situation name the software that made the response? */
static int names_maker(const struct sipcode_message *m, const char *text)
{
	enum { LEAST = 4 };
	struct sipcode_span v;
	size_t n = 0;

	if (!sipcode_value(m, "Server", &v) &&
	    !sipcode_value(m, "User-Agent", &v))
		return 0;
	while (n < v.n && char_is_letter(v.s[n]))
		n++;
	for (; n >= LEAST && strlen(text) >= n; text++)
		if (chars_equal(text, v.s, n))
			return 1;
	return 0;
}

/* The length of the word at s, which may name a method. */
static size_t method_length(const char *s)
{
	size_t n = 0;

	while (char_is_letter(s[n]) || s[n] == '-')
		n++;
	return n;
}

static int has_front(const char *s, const char *front)
{
	return strncmp(s, front, strlen(front)) == 0;
}

/* Is the situation one of requests of the method: "INVITE, REGISTER or BYE
 * ...", "Any method ..."? */
static int is_of_method(const char *s, struct sipcode_span method)
{
	static const char between[][6] = { ", ", " or ", " and " };
	size_t i = 0;

	if (has_front(s, "Any method") || has_front(s, "Any request"))
		return 1;
	while (i < LEN(between)) {
		size_t n = method_length(s);

		if (n == method.n && memcmp(s, method.s, n) == 0)
			return 1;
		s += n;
		for (i = 0; i < LEN(between) && !has_front(s, between[i]);)
			i++;
		if (i < LEN(between))
			s += strlen(between[i]);
		/* Behind the methods come circumstances, in small letters. */
		if (!char_is_upper(*s))
			return 0;
	}
	return 0;
}

/* Does it name another method in front? */
static int begins_with_method(const char *s)
{
	size_t n = method_length(s), i = 0;

	if (strncmp(s, "re-", 3) == 0)
		return 1;
	while (i < n && char_is_upper(s[i]))
		i++;
	return n > 2 && i == n;
}

/* A contradiction counts, else the better one. */
static enum fit fit_both(enum fit a, enum fit b)
{
	return a == FIT_NOT || b == FIT_NOT ? FIT_NOT : a > b ? a : b;
}

static enum fit fit_of(const struct explained *e, const char *s,
                       struct sipcode_span method)
{
	enum fit fit = fit_both(
		fit_both(fit_of_tags(e, s), fit_of_warning(e->message, s)),
		fit_of_phrase(e->message, s));
	int maker = names_maker(e->message, s);

	if (fit == FIT_NOT)
		return FIT_NOT;
	if (!is_of_method(s, method)) {
		/* A product does it, whatever the method. */
		return maker && !begins_with_method(s) ? FIT_OPEN : FIT_NOT;
	}
	return maker ? FIT_BEST : fit;
}

const char *explained_case(const struct explained *e, size_t *at)
{
	struct sipcode_span method = sipcode_method(e->message);
	size_t n = sipcode_len(e->code, SIPCODE_F_WHEN);

	/* The best ones first: a walk for each fit. */
	while (method.n > 0 && *at < n * FIT_BEST) {
		enum fit fit = (enum fit)(FIT_BEST - *at / n);
		const char *s =
			sipcode_text(e->code, SIPCODE_F_WHEN, (*at)++ % n);

		if (fit_of(e, s, method) == fit)
			return s;
	}
	return NULL;
}
