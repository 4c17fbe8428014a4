/* field.c - option tags, warn-codes, header fields and timers. */
#include "names/own.h"

#include <string.h>

#include "words/vendor.h"
#include "chars.h"
#include "len.h"

/* The tags of "Require: 100rel, timer". */
static void add_listed(struct named *names, const char *s, size_t n)
{
	for (size_t i = 0; i < n;) {
		size_t len = 0;

		while (i < n && (char_is_space(s[i]) || s[i] == ','))
			i++;
		while (i + len < n && !char_is_space(s[i + len]) &&
		       s[i + len] != ',')
			len++;
		named_add(names, named_key(names, SIPCODE_OPTIONS, s + i, len));
		i += len;
	}
}

void name_option(struct named *names, const char *s, size_t n)
{
	static const char fields[][15] = { "Require:", "Proxy-Require:",
		                           "Unsupported:", "Supported:", "k:" };

	named_add(names, named_key(names, SIPCODE_OPTIONS, s, n));
	for (size_t i = 0; i < LEN(fields); i++) {
		size_t len = strlen(fields[i]);

		if (n <= len || !chars_equal(s, fields[i], len))
			continue;
		add_listed(names, s + len, n - len);
		names->value = names->rows > 0;
	}
}

/* What a product is known to write into the text of a warning. */
static void add_warning_text(struct named *names, const char *s, size_t n)
{
	const char *quote = memchr(s, '"', n);
	const struct sipcode_row *row;
	size_t len;

	if (quote == NULL)
		return;
	len = (size_t)(s + n - quote - 1);
	len -= len > 0 && quote[len] == '"';
	if (sipcode_sightings(names->lang, 0, quote + 1, len, &row, 1) > 0)
		named_add(names, row);
}

void name_warning(struct named *names, const char *s, size_t n)
{
	static const char before[][10] = { "Warning:", "Warning ",
		                           "warn-code" };
	const struct sipcode_row *row;
	unsigned long value;

	for (size_t i = 0; i < LEN(before); i++) {
		size_t len = strlen(before[i]);

		if (n <= len || !chars_equal(s, before[i], len))
			continue;
		len = named_value(s, n, len);
		if (named_number(s, n, len, &value))
			named_add(names,
			          sipcode_by_number(names->lang,
			                            SIPCODE_WARNINGS, value));
		names->value = names->rows > 0;
		add_warning_text(names, s + len, n - len);
	}
	for (size_t i = 0;
	     (row = sipcode_row(names->lang, SIPCODE_WARNINGS, i)); i++)
		if (named_alike(sipcode_text(row, SIPCODE_F_PHRASE, 0), s, n))
			named_add(names, row);
}

static size_t key_length(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && !char_is_space(s[i]) && !char_in(s[i], "=:,;()"))
		i++;
	return i;
}

/* "Expires 0". */
static int is_numbered_field(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && !char_is_blank(s[i]))
		i++;
	while (i < n && char_is_blank(s[i]))
		i++;
	if (i == n)
		return 0;
	while (i < n && char_is_digit(s[i]))
		i++;
	return i == n;
}

/* Nothing, or a number of the 300s (RFC 3261 section 20.43). */
static int is_warn_code(const char *s, size_t n)
{
	while (n > 0 && char_is_blank(*s)) {
		s++;
		n--;
	}
	return n == 0 || (n > 3 && s[0] == '3' && char_is_digit(s[1]) &&
	                  char_is_digit(s[2]) && s[3] == ' ');
}

/* "X-Twilio-Error: 32203": what its value is the number of. */
static int name_vendor(struct named *names, const char *s, size_t len, size_t n)
{
	struct sipcode_span name = { s, len }, value = { s + len, n - len };
	const struct sipcode_row *row;

	while (value.n > 0 && (*value.s == ':' || char_is_blank(*value.s))) {
		value.s++;
		value.n--;
	}
	if (!vendor_tells(name))
		return 0;
	row = vendor_row(names->lang, name, value);
	if (row == NULL || sipcode_row_set(row) == SIPCODE_HEADERS)
		return 0;
	named_add(names, row);
	return 1;
}

/* "Retry-After", "Retry-After: 120"; the compact form only with its colon. */
void name_header(struct named *names, const char *s, size_t n)
{
	const char *colon = memchr(s, ':', n);
	size_t len = colon == NULL ? n : (size_t)(colon - s);
	const struct sipcode_row *row;

	if (colon == NULL && is_numbered_field(s, n))
		len = key_length(s, n);
	while (len > 0 && char_is_blank(s[len - 1]))
		len--;
	/* "WARNING: ..." is a line of a log. */
	if (colon != NULL && named_alike_n("Warning", 7, s, len) &&
	    !is_warn_code(s + len + 1, n - len - 1))
		return;
	if (colon != NULL && name_vendor(names, s, len, n))
		return;
	for (size_t i = 0; (row = sipcode_row(names->lang, SIPCODE_HEADERS, i));
	     i++)
		if (named_equals(sipcode_text(row, SIPCODE_F_HEADER, 0), s,
		                 len) ||
		    (colon != NULL && len == 1 &&
		     named_equals(sipcode_text(row, SIPCODE_F_COMPACT, 0), s,
		                  len)))
			named_add(names, row);
}

void name_timer(struct named *names, const char *s, size_t n)
{
	size_t i = n > 5 && chars_equal(s, "timer", 5) ? 5 : 0;
	const struct sipcode_row *row;

	while (i > 0 && i < n && char_in(s[i], " _-"))
		i++;
	row = named_key(names, SIPCODE_TIMERS, s + i, n - i);
	/* "Timer B fires" */
	if (row == NULL && i > 0 && named_find(s + i, n - i, "timer") == n - i)
		row = named_key(names, SIPCODE_TIMERS, s + i,
		                key_length(s + i, n - i));
	/* "T1 = 500" */
	if (row == NULL && i == 0 && n > 3 && char_is_digit(s[1]) &&
	    key_length(s, n) == 2) {
		row = named_key(names, SIPCODE_TIMERS, s, 2);
		n = row == NULL ? n : 2;
	}
	/* "A" alone is a word, and "Expires" a header field. */
	if (row == NULL || (i == 0 && n != 2 && memchr(s, '*', n) == NULL))
		return;
	if (i == 0 && n == 2 && char_lower(s[0]) != 't')
		return;
	named_add(names, row);
}
