/* vendor.c - header fields in which products say what went wrong. */
#include "words/vendor.h"

#include <string.h>

#include "chars.h"
#include "io/number.h"

static int name_holds(struct sipcode_span v, const char *word)
{
	size_t n = strlen(word);

	for (size_t i = 0; i + n <= v.n; i++)
		if (chars_equal(v.s + i, word, n))
			return 1;
	return 0;
}

int vendor_tells(struct sipcode_span name)
{
	if (!name_holds(name, "Reason") && !name_holds(name, "Error") &&
	    !name_holds(name, "Cause") && !name_holds(name, "Hangup"))
		return 0;
	return (name.n > 2 && chars_equal(name.s, "X-", 2)) ||
	       sipcode_by_name(0, SIPCODE_HEADERS, name.s, name.n) == NULL;
}

static int is_joined(char c, const char *joints)
{
	return char_is_letter(c) || char_is_digit(c) || char_in(c, joints);
}

/* Does the word stand in s[0..n), with no letter, digit or joint beside it? */
static int stands_in(const char *s, size_t n, struct sipcode_span word,
                     const char *joints)
{
	for (size_t i = 0; i + word.n <= n; i++)
		if (chars_equal(s + i, word.s, word.n) &&
		    (i == 0 || !is_joined(s[i - 1], joints)) &&
		    (i + word.n == n || !is_joined(s[i + word.n], joints)))
			return 1;
	return 0;
}

/* Is the number one of the product that has this header field: does the record
 * name the field, or the field the product? */
static int is_number_of(const struct sipcode_row *row, struct sipcode_span name)
{
	const char *meaning = sipcode_text(row, SIPCODE_F_MEANING, 0);
	struct sipcode_span product = { 0 };

	product.s = sipcode_text(row, SIPCODE_F_PRODUCT, 0);
	product.n = strcspn(product.s, " ,(");
	return (memchr(name.s, '-', name.n) != NULL &&
	        stands_in(meaning, strlen(meaning), name, "-_")) ||
	       stands_in(name.s, name.n, product, "");
}

/* "X-Twilio-Error: 32203 ...": the product's own number at the front. */
static const struct sipcode_row *vendor_number(int lang,
                                               struct sipcode_span name,
                                               struct sipcode_span value)
{
	const struct sipcode_row *row;
	unsigned long n;

	if (number_read_front(value.s, value.n, &n) != 0)
		return NULL;
	for (size_t i = 0; (row = sipcode_row(lang, SIPCODE_NUMBERS, i)); i++)
		if (sipcode_number(row, SIPCODE_F_FIRST, 0) == n &&
		    sipcode_number(row, SIPCODE_F_LAST, 0) == n &&
		    is_number_of(row, name))
			return row;
	return NULL;
}

/* The cause in a field such as X-Asterisk-HangupCauseCode. */
static const struct sipcode_row *vendor_cause(int lang,
                                              struct sipcode_span name,
                                              struct sipcode_span value)
{
	unsigned long n;

	return name_holds(name, "CauseCode") &&
	                       number_read_front(value.s, value.n, &n) == 0
	               ? sipcode_by_number(lang, SIPCODE_CAUSES, n)
	               : NULL;
}

const struct sipcode_row *vendor_row(int lang, struct sipcode_span name,
                                     struct sipcode_span value)
{
	const struct sipcode_row *row = vendor_number(lang, name, value);

	if (row == NULL)
		row = vendor_cause(lang, name, value);
	if (row == NULL)
		row = sipcode_by_name(lang, SIPCODE_HEADERS, name.s, name.n);
	return row;
}
