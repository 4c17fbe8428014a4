/* link.c - reads "RFC 3261 section 21.4.16" and "IANA sip-parameters-4". */
#include "io/link/link.h"

#include <string.h>

#include "chars.h"

enum { RFC_DIGITS = 5, NAME_MAX = 40, PART_MAX = 16 };

static int is_letter_or_digit(char c)
{
	return char_is_letter(c) || char_is_digit(c);
}

/* Behind the word if the text begins with it, else NULL. */
static const char *behind(const char *s, const char *end, const char *word)
{
	size_t n = strlen(word);

	return (size_t)(end - s) >= n && memcmp(s, word, n) == 0 ? s + n : NULL;
}

static const char *behind_digits(const char *s, const char *end)
{
	while (s < end && char_is_digit(*s))
		s++;
	return s;
}

/* Behind "21.4.16" or "A.1"; s itself if that is no section. */
static const char *behind_section(const char *s, const char *end)
{
	const char *p =
		s < end && char_is_upper(*s) ? s + 1 : behind_digits(s, end);

	while (p > s && end - p > 1 && *p == '.' && char_is_digit(p[1]))
		p = behind_digits(p + 1, end);
	if (p - s > PART_MAX || (p < end && is_letter_or_digit(*p)))
		return s;
	return p;
}

/* Behind "section ", or NULL. */
static const char *behind_the_word(const struct link *l, const char *s)
{
	const char *p = behind(s, l->end, l->word);

	return p != NULL && p < l->end && *p == ' ' ? p + 1 : NULL;
}

static void take_part(struct link *l, const char *s, const char *to)
{
	l->part = s;
	l->part_len = (size_t)(to - s);
	l->to = to;
}

/* Can s[0..n) be one more section, although no word says so?  "487" is none,
 * and the list goes on or ends behind it. */
static int is_listed_part(const char *s, const char *to, const char *end)
{
	if (to - s > 2 && memchr(s, '.', (size_t)(to - s)) == NULL)
		return 0;
	return to == end || char_in(*to, ",;)]") ||
	       (*to == '.' && (end - to == 1 || to[1] == ' '));
}

/* ", 20.37" and " and section 9" behind a section. */
static int take_next_part(struct link *l)
{
	const char *s = behind(l->to, l->end, ", "), *part, *to;

	if (s == NULL)
		s = behind(l->to, l->end, " and ");
	if (!l->rfc || l->part_len == 0 || s == NULL)
		return 0;
	part = behind_the_word(l, s);
	if (part == NULL)
		part = s;
	to = behind_section(part, l->end);
	if (to == part || (part == s && !is_listed_part(s, to, l->end)))
		return 0;
	l->from = s;
	take_part(l, part, to);
	return 1;
}

static int take_rfc(struct link *l, const char *s)
{
	const char *to = behind_digits(s, l->end), *part, *section;

	if (to == s || to - s > RFC_DIGITS ||
	    (to < l->end && is_letter_or_digit(*to)))
		return 0;
	l->rfc = 1;
	l->name = s;
	l->name_len = (size_t)(to - s);
	take_part(l, to, to);
	if (to == l->end || *to != ' ')
		return 1;
	part = behind_the_word(l, to + 1);
	section = part == NULL ? NULL : behind_section(part, l->end);
	if (part != section)
		take_part(l, part, section);
	return 1;
}

/* "sip-parameters-4" is a table of the registry "sip-parameters"; a word
 * without a hyphen is no registry. */
static int take_registry(struct link *l, const char *s)
{
	const char *to = s, *tail;

	while (to < l->end && (is_letter_or_digit(*to) || *to == '-'))
		to++;
	if (to == s || to - s > NAME_MAX || *s == '-' ||
	    memchr(s, '-', (size_t)(to - s)) == NULL)
		return 0;
	tail = to;
	while (char_is_digit(tail[-1]))
		tail--;
	l->rfc = 0;
	l->name = s;
	take_part(l, s, to);
	if (tail == to || tail[-1] != '-') {
		l->part_len = 0;
		tail = to + 1;
	}
	l->name_len = (size_t)(tail - 1 - s);
	return l->name_len > 0;
}

void link_next(struct link *l)
{
	if (take_next_part(l))
		return;
	for (const char *s = l->to; s < l->end; s++) {
		const char *p;

		if ((*s != 'R' && *s != 'I') ||
		    (s > l->begin && is_letter_or_digit(s[-1])))
			continue;
		l->from = s;
		p = behind(s, l->end, "RFC ");
		if (p != NULL && take_rfc(l, p))
			return;
		p = behind(s, l->end, "IANA ");
		if (p != NULL && take_registry(l, p))
			return;
	}
	l->from = l->to = l->end;
}

void link_begin(struct link *l, const char *s, size_t n, const char *word)
{
	memset(l, 0, sizeof(*l));
	l->begin = l->to = s;
	l->end = s + n;
	l->word = word;
	link_next(l);
}

static char *add(char *url, const char *s, size_t n)
{
	memcpy(url, s, n);
	return url + n;
}

static char *add_text(char *url, const char *s)
{
	return add(url, s, strlen(s));
}

void link_url(const struct link *l, char *url)
{
	if (l->rfc) {
		url = add_text(url, "https://www.rfc-editor.org/rfc/rfc");
		url = add(url, l->name, l->name_len);
	} else {
		url = add_text(url, "https://www.iana.org/assignments/");
		url = add(url, l->name, l->name_len);
		url = add_text(url, "/");
		url = add(url, l->name, l->name_len);
		url = add_text(url, ".xhtml");
	}
	if (l->part_len > 0) {
		url = add_text(url, "#");
		if (l->rfc)
			url = add_text(url, char_is_digit(*l->part)
			                            ? "section-"
			                            : "appendix-");
		url = add(url, l->part, l->part_len);
	}
	*url = '\0';
}
