/* listed.c - names that no rule makes: those of programs, products, terms. */
#include "names/own.h"

#include <string.h>

#include "chars.h"

/* Where the last part begins of a name such as "DisconnectReason.BUSY". */
static size_t last_part(const char *s, size_t n)
{
	size_t at = n;

	while (at > 0 && (char_is_letter(s[at - 1]) ||
	                  char_is_digit(s[at - 1]) || s[at - 1] == '_'))
		at--;
	return at > 0 && at < n && char_in(s[at - 1], ".:") ? at : 0;
}

static int has_letter(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (char_is_letter(s[i]) || (unsigned char)s[i] >= 0x80)
			return 1;
	return 0;
}

/* Is it the name of the row?  Of "149/9" no sign may be left out. */
static int is_name_of(const struct sipcode_row *row, const char *s, size_t n)
{
	const char *name = sipcode_text(row, SIPCODE_F_NAME, 0);

	return has_letter(s, n) ? named_alike(name, s, n)
	                        : strlen(name) == n && memcmp(name, s, n) == 0;
}

/* Is a part of what stands before the name the list of the row, or a word of
 * its product: "DisconnectReason.", "JsSIP.C.causes."? */
static int is_list_of(const struct sipcode_row *row, const char *s, size_t n)
{
	const char *of = sipcode_text(row, SIPCODE_F_PRODUCT, 0);
	size_t len;

	for (size_t at = 0; at < n; at += len + 1) {
		for (len = 0; at + len < n && !char_in(s[at + len], ".:");)
			len++;
		/* "C" may be the beginning of anything. */
		for (const char *in = of; len > 1 && strlen(in) >= len; in++)
			if (chars_equal(in, s + at, len))
				return 1;
	}
	return 0;
}

/* The names that s[from..n) is; what stands before it is their list. */
static void add_listed_name(struct named *names, const char *s, size_t from,
                            size_t n)
{
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(names->lang, SIPCODE_NAMES, i));
	     i++)
		if (is_name_of(row, s + from, n - from) &&
		    (from == 0 || is_list_of(row, s, from)))
			named_add(names, row);
}

/* Is there a sign that a program writes it so: "NO_ANSWER", "no-answer",
 * "StatusOK", "BUSY"?  Plain words are what people say. */
static int is_of_program(const char *s, size_t n)
{
	size_t blanks = 0;
	int lower = 0;

	for (size_t i = 0; i < n; i++) {
		blanks += s[i] == ' ';
		if (char_in(s[i], "_-.:$(") || char_is_digit(s[i]) ||
		    (i > 0 && char_is_upper(s[i]) && s[i - 1] >= 'a' &&
		     s[i - 1] <= 'z'))
			return 1;
		lower |= !char_is_upper(s[i]);
	}
	/* Three words are no accident. */
	return !lower || blanks >= 2;
}

void name_listed(struct named *names, const char *s, size_t n)
{
	if (is_of_program(s, n))
		names_listed(names, s, n);
}

void names_listed(struct named *names, const char *s, size_t n)
{
	size_t before = names->rows, at = last_part(s, n);

	add_listed_name(names, s, 0, n);
	if (names->rows == before && at > 0 && memchr(s, ' ', n) == NULL)
		add_listed_name(names, s, at, n);
}

static int is_called(const struct sipcode_row *row, enum sipcode_field field,
                     const char *s, size_t n)
{
	for (size_t i = 0; i < sipcode_len(row, field); i++)
		if (named_alike(sipcode_text(row, field, i), s, n))
			return 1;
	return 0;
}

static void add_called(struct named *names, enum sipcode_set set,
                       enum sipcode_field key, const char *s, size_t n)
{
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(names->lang, set, i)); i++)
		if (is_called(row, key, s, n) ||
		    is_called(row, SIPCODE_F_ALIAS, s, n))
			named_add(names, row);
}

void name_product(struct named *names, const char *s, size_t n)
{
	add_called(names, SIPCODE_PRODUCTS, SIPCODE_F_PRODUCT, s, n);
}

void name_term(struct named *names, const char *s, size_t n)
{
	add_called(names, SIPCODE_TERMS, SIPCODE_F_TERM, s, n);
}
