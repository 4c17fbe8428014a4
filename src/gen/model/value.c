/* value.c - the form of a single value. */
#include "model/value.h"

#include <string.h>

#include "io/arena.h"
#include "io/report.h"
#include "chars.h"

#define SECTION_SIGN "\302\247"

static int is_sign(const char *s)
{
	return strncmp(s, SECTION_SIGN, 2) == 0;
}

int value_digits(const char *s, unsigned long *n)
{
	*n = 0;
	if (s[0] == '0' && s[1] != '\0')
		return 0;
	for (size_t i = 0; s[i] != '\0'; i++) {
		if (s[i] < '0' || s[i] > '9' || i == 9)
			return 0;
		*n = *n * 10 + (unsigned long)(s[i] - '0');
	}
	return s[0] != '\0';
}

/* What a source may look like: "RFC N", "RFC N §S" or "RFC N erratum E" to
 * the letter; any other text that does not begin with RFC. */
static int is_source(const char *s)
{
	size_t digits;

	if (strncmp(s, "RFC", 3) != 0)
		return strchr(s, ';') == NULL && strncmp(s, "rfc", 3) != 0;
	if (s[3] != ' ')
		return 0;
	s += 4;
	digits = strspn(s, "0123456789");
	s += digits;
	if (digits < 3 || digits > 4)
		return 0;
	if (*s == '\0' || strncmp(s, " erratum ", 9) == 0)
		return *s == '\0' ||
		       strspn(s + 9, "0123456789") == strlen(s + 9);
	if (*s != ' ' || !is_sign(s + 1))
		return 0;
	s += 3;
	return (char_is_digit(*s) || char_is_upper(*s)) &&
	       s[strspn(s, "0123456789.ABCDEFGHIJ")] == '\0' &&
	       s[strlen(s) - 1] != '.';
}

static int is_one_of(const char *words, const char *s)
{
	const char *at = strstr(words, arena_print(" %s ", s));

	return at != NULL && strchr(s, ' ') == NULL;
}

int value_is_plain(const char *s)
{
	for (; *s != '\0'; s++) {
		if ((unsigned char)*s < 0x80)
			continue;
		if (!is_sign(s))
			return 0;
		s++;
	}
	return 1;
}

const char *value_spell(const char *s, const char *section)
{
	const char *word = section == NULL ? "" : section;
	size_t n = strlen(word), signs = 0;
	char *spelled, *end;

	for (size_t i = 0; s[i] != '\0'; i++)
		signs += (size_t)is_sign(s + i);
	if (signs == 0)
		return s;
	spelled = end = arena_alloc(strlen(s) + signs * n + 1);
	for (; *s != '\0'; s++) {
		if (is_sign(s)) {
			memcpy(end, word, n);
			end += n;
			*end++ = ' ';
			s++;
		} else {
			*end++ = *s;
		}
	}
	return spelled;
}

int value_judge(const struct column *c, const struct rec *r,
                const struct rec_field *f)
{
	unsigned long n;

	if (f->value[0] == '\0')
		report(r->file, f->line, "'%s' is empty", f->name);
	else if (c->type == SIPCODE_T_NUMBER && !value_digits(f->value, &n))
		report(r->file, f->line, "'%s' is not a whole number",
		       f->value);
	else if (strcmp(c->words, "=source") == 0 && !is_source(f->value))
		report(r->file, f->line,
		       "'%s' is not a source such as 'RFC 3261 " SECTION_SIGN
		       "21.4.1'",
		       f->value);
	else if (c->words[0] == ' ' && !is_one_of(c->words, f->value))
		report(r->file, f->line, "'%s' is not one of:%s", f->value,
		       c->words);
	else if (!value_is_plain(f->value))
		report(r->file, f->line, "'%s' is not ASCII", f->name);
	else
		return 1;
	return 0;
}
