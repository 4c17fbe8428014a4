/* own.c - comparing what was typed with what the data have. */
#include "names/own.h"

#include <string.h>

#include "io/number.h"
#include "chars.h"
#include "utf8.h"

void named_add(struct named *names, const struct sipcode_row *row)
{
	for (size_t i = 0; i < names->rows; i++)
		if (names->row[i] == row)
			return;
	if (row != NULL && names->rows < NAMED_MAX)
		names->row[names->rows++] = row;
}

int named_equals(const char *text, const char *s, size_t n)
{
	return strlen(text) == n && chars_equal(text, s, n);
}

/* The next letter or digit, folded; 0 at the end. */
static uint32_t next_plain(const char **s, size_t *n)
{
	uint32_t cp = 0;

	while (*n > 0 && cp == 0) {
		size_t len = utf8_decode(*s, *n, &cp);

		if (len == 0) {
			len = 1;
			cp = 0xfffd;
		}
		*s += len;
		*n -= len;
		cp = utf8_fold(cp);
		if (cp < 0x80 && !char_is_letter((char)cp) &&
		    !char_is_digit((char)cp))
			cp = 0;
	}
	return cp;
}

/* Letters and digits alone, case and accents aside. */
int named_alike_n(const char *a, size_t an, const char *b, size_t bn)
{
	uint32_t x, y;

	if (an > NAMED_LONG || bn > NAMED_LONG)
		return 0;
	do {
		x = next_plain(&a, &an);
		y = next_plain(&b, &bn);
	} while (x == y && x != 0);
	return x == y;
}

int named_alike(const char *text, const char *s, size_t n)
{
	return *text != '\0' && named_alike_n(text, strlen(text), s, n);
}

/* Where the word stands in s[0..n); n if nowhere. */
size_t named_find(const char *s, size_t n, const char *word)
{
	size_t len = strlen(word);

	for (size_t i = 0; i + len <= n; i++)
		if (chars_equal(s + i, word, len))
			return i;
	return n;
}

size_t named_value(const char *s, size_t n, size_t i)
{
	while (i < n && (char_is_space(s[i]) || char_in(s[i], "=:;/(\"'")))
		i++;
	return i;
}

/* The whole number at s[i..n) that no letter or further digit follows. */
int named_number(const char *s, size_t n, size_t i, unsigned long *value)
{
	size_t end = i;

	while (end < n && char_is_digit(s[end]))
		end++;
	return end > i && (end == n || !char_is_letter(s[end])) &&
	       number_read_n(s + i, end - i, value) == 0;
}

const struct sipcode_row *named_key(const struct named *names,
                                    enum sipcode_set set, const char *s,
                                    size_t n)
{
	return sipcode_by_name(names->lang, set, s, n);
}
