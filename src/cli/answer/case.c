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
	struct sipcode_cursor at = { 0 };
	struct sipcode_span v;

	while (sipcode_next_value(m, header, &at, &v))
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

/* Does the situation name an option tag or a warn-code, of which the response
 * has others?  Where it has none, the situation may speak of the request. */
static int is_contradicted(const struct sipcode_message *m, const char *text)
{
	static const struct {
		const char *front, *header;
	} fronts[] = {
		{ ", Require: ", "Require" },
		{ ", Warning ", "Warning" },
	};
	const char *word = NULL;
	struct sipcode_span v;

	for (size_t i = 0; i < LEN(fronts); i++) {
		size_t n = word_behind(text, fronts[i].front, &word);

		if (n > 0 && sipcode_value(m, fronts[i].header, &v) &&
		    !says(m, fronts[i].header, word, n))
			return 1;
	}
	return 0;
}

/* Does the situation quote a phrase that this one has not? */
static int is_of_another_phrase(const struct sipcode_message *m,
                                const char *text)
{
	static const char front[] = ", phrase \"";
	const char *quoted = strstr(text, front);
	size_t n;

	if (quoted == NULL)
		return 0;
	quoted += sizeof(front) - 1;
	n = strcspn(quoted, "\"");
	for (size_t i = 0; i + n <= m->phrase.n; i++)
		if (chars_equal(m->phrase.s + i, quoted, n))
			return 0;
	return 1;
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
	static const char *const between[] = { ", ", " or ", " and " };
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

const char *explained_case(const struct explained *e, size_t *at)
{
	struct sipcode_span v = sipcode_method(e->message);

	while (v.n > 0 && *at < sipcode_len(e->code, SIPCODE_F_WHEN)) {
		const char *s = sipcode_text(e->code, SIPCODE_F_WHEN, (*at)++);

		if (is_of_method(s, v) && !is_contradicted(e->message, s) &&
		    !is_of_another_phrase(e->message, s))
			return s;
	}
	return NULL;
}
