/* dress.c - reads around a number. */
#include "names/dress.h"

#include <string.h>

#include "io/number.h"
#include "names/lists.h"
#include "chars.h"
#include "len.h"

#define OPENS "([{<\"'`#*"
#define CLOSES ")]}>\"'`:;,.!?+*"

static int is_of_word(char c)
{
	return char_is_letter(c) || (unsigned char)c >= 0x80;
}

static size_t letters_at(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && is_of_word(s[i]))
		i++;
	return i;
}

/* Three digits at s[i..n) that are a status code and no part of a longer
 * number, a time, an address or a share. */
static int is_code_at(const char *s, size_t n, size_t i)
{
	char c = i + 3 < n ? s[i + 3] : ' ', next = i + 4 < n ? s[i + 4] : ' ';

	if (i + 3 > n || s[i] < '1' || s[i] > '6' || !char_is_digit(s[i + 1]) ||
	    !char_is_digit(s[i + 2]))
		return 0;
	if (is_of_word(c) || char_is_digit(c) || char_in(c, "%_@") ||
	    (c == '*' && (char_is_digit(next) || next == '*')))
		return 0;
	return !char_in(c, ".-:/") || !(char_is_digit(next) || next == '.');
}

static size_t skip(const char *s, size_t n, size_t i, const char *set)
{
	while (i < n && (char_is_space(s[i]) || char_in(s[i], set)))
		i++;
	return i;
}

/* Behind a word before the code; n if the word is none of those. */
static size_t skip_word(const char *s, size_t n, size_t i, struct dress *d)
{
	size_t len = letters_at(s + i, n - i);

	if (n - i >= 7 && chars_equal(s + i, "SIP/2.0", 7)) {
		d->line = 1;
		return i + 7;
	}
	/* Not the disguise "sip:486". */
	if (len == 0 || !list_has(LIST_BEFORE, s + i, len) ||
	    (len == 3 && n - i > 4 && s[i + 3] == ':' &&
	     char_is_digit(s[i + 4])))
		return n;
	d->words = 1;
	return i + len;
}

int dress_read(const char *s, size_t n, struct dress *d)
{
	size_t i = 0;

	memset(d, 0, sizeof(*d));
	for (;;) {
		i = skip(s, n, i, OPENS ")]}>:=,_-/.|&$");
		if (i == n)
			return 0;
		if (char_is_digit(s[i]))
			break;
		i = skip_word(s, n, i, d);
	}
	/* "-403" and "/403" are something else. */
	if (!is_code_at(s, n, i) ||
	    (i > 0 && !d->words && !d->line && char_in(s[i - 1], "-/.:=_,&|")))
		return 0;
	number_read_n(s + i, 3, &d->code);
	d->end = i + 3;
	while (d->end < n && char_in(s[d->end], CLOSES "-/"))
		d->end++;
	return 1;
}

/* What stands before a number and "=" or ":", such as "sip_hangup_cause". */
static size_t key_before(const char *s, size_t i, size_t *end)
{
	size_t from;

	while (i > 0 && (char_is_space(s[i - 1]) || char_in(s[i - 1], "=:\"'")))
		i--;
	*end = from = i;
	while (from > 0 &&
	       (is_of_word(s[from - 1]) || char_is_digit(s[from - 1]) ||
	        char_in(s[from - 1], "_-")))
		from--;
	return from;
}

/* Does the key say that a status code follows? */
static int is_code_key(const char *s, size_t i)
{
	static const char keys[][9] = { "code", "status", "response",
		                        "sip_", "reason", "method" };
	size_t end, from = key_before(s, i, &end);

	if (i == 0 || !char_in(s[i - 1], "=:\"' "))
		return 0;
	if (s[i - 1] == '=' && list_has(LIST_CODE_KEY, s + from, end - from))
		return 1;
	for (size_t k = 0; k < LEN(keys); k++)
		for (size_t at = from; at + strlen(keys[k]) <= end; at++)
			if (chars_equal(s + at, keys[k], strlen(keys[k])))
				return 1;
	return 0;
}

/* The word behind s[i..n), or the one before s[i]. */
static int is_word_behind(const char *s, size_t n, size_t i)
{
	size_t at = skip(s, n, i, "");
	size_t len = letters_at(s + at, n - at);

	return list_has(LIST_COUNTED, s + at, len);
}

/* The word before s[i]: where it begins. */
static size_t word_before(const char *s, size_t i, size_t *end)
{
	size_t from;

	while (i > 0 && (char_is_space(s[i - 1]) || char_in(s[i - 1], "=:\"'")))
		i--;
	*end = from = i;
	while (from > 0 && is_of_word(s[from - 1]))
		from--;
	return from;
}

int dress_is_numbered(const char *s, size_t i)
{
	size_t end, from = word_before(s, i, &end);

	return list_has(LIST_NUMBERED, s + from, end - from);
}

/* A key may have any value, but one that is all there is. */
static int is_key_of_number(const char *s, size_t n, size_t i)
{
	size_t end, from = word_before(s, i, &end);

	if (i == 0 || s[i - 1] != '=')
		return 0;
	return list_has(LIST_COUNTING_KEY, s + from, end - from) ||
	       key_before(s, i, &end) > 0 || i + 3 < n;
}

/* "sip:480" as the value of a variable, and no address. */
static int is_sip_value(const char *s, size_t i)
{
	return i >= 4 && chars_equal(s + i - 4, "sip:", 4) &&
	       (i == 4 || char_in(s[i - 5], "=\"'"));
}

/* "10:00:00,486": the fraction of a second. */
static int is_fraction(const char *s, size_t i)
{
	return i >= 4 && s[i - 1] == ',' && char_is_digit(s[i - 2]) &&
	       char_is_digit(s[i - 3]) && s[i - 4] == ':';
}

/* "0 8 101": one of several numbers. */
static int is_one_of_several(const char *s, size_t i)
{
	return i >= 2 && s[i - 1] == ' ' && char_is_digit(s[i - 2]) &&
	       (i == 2 || char_in(s[i - 3], " 0123456789"));
}

static int is_alone(const char *s, size_t n, size_t i)
{
	if (is_fraction(s, i))
		return 0;
	if (i > 0 && s[i - 1] == ':')
		return is_code_at(s, n, i) &&
		       (is_code_key(s, i) || is_sip_value(s, i));
	return is_code_at(s, n, i) &&
	       (i == 0 || !(is_of_word(s[i - 1]) || char_is_digit(s[i - 1]) ||
	                    char_in(s[i - 1], ".:-/%_+@$")));
}

/* How sure it is that the code at s[i..n) is one: 3 before its phrase, 2 behind
 * a key that says so, 1 for a number that may be one, else 0. */
static int surety(const char *s, size_t n, size_t i, dress_judge *judge)
{
	unsigned long code;
	int known;

	number_read_n(s + i, 3, &code);
	known = judge(code, s + i + 3, n - i - 3);
	if (known != 1)
		return known == 0 ? 0 : 3;
	if (is_code_key(s, i))
		return 2;
	return !is_one_of_several(s, i) && !dress_is_numbered(s, i) &&
	       !is_key_of_number(s, n, i) && !is_word_behind(s, n, i + 3);
}

unsigned long dress_alone(const char *s, size_t n, dress_judge *judge,
                          int *surely)
{
	unsigned long one = 0, code;
	int best = 0, twice = 0;

	for (size_t i = 0; i + 3 <= n; i++) {
		int sure = char_is_digit(s[i]) && is_alone(s, n, i)
		                   ? surety(s, n, i, judge)
		                   : 0;

		if (sure == 0 || sure < best)
			continue;
		number_read_n(s + i, 3, &code);
		twice = sure == best && (twice || code != one);
		best = sure;
		one = code;
	}
	*surely = !twice && best > 1;
	return twice ? 0 : one;
}

int dress_is_counted(const char *s, size_t n)
{
	return is_word_behind(s, n, 0);
}

/* Does the text end with a bracket that it has opened itself? */
static int dress_closes(const char *s, size_t n)
{
	return s[n - 1] == ')' && memchr(s, '(', n) != NULL;
}

void dress_bare(const char **s, size_t *n)
{
	while (*n > 0 && (char_is_space(**s) || char_in(**s, OPENS))) {
		++*s;
		--*n;
	}
	while (*n > 0 && !dress_closes(*s, *n) &&
	       (char_is_space((*s)[*n - 1]) || char_in((*s)[*n - 1], CLOSES)))
		--*n;
}

int dress_is_http(const char *s, size_t n)
{
	for (size_t i = 0; i + 4 <= n; i++)
		if (chars_equal(s + i, "http", 4))
			return 1;
	return 0;
}
