/* field.c - tells the name of a header field from other words before a
 * colon. */
#include "wire/line/field.h"

#include <string.h>
#include <sipcode.h>

#include "chars.h"
#include "len.h"

enum {
	LOOK_MAX = 100, /* with the blanks before its colon */
	NAME_MAX = 40,  /* no name is longer */
	FIND_MAX = 1024 /* how far into a line one is looked for */
};

/* The characters of a token, RFC 3261 section 25.1. */
static int is_token_char(char c)
{
	return char_is_letter(c) || char_is_digit(c) ||
	       char_in(c, "-.!%*_+`'~");
}

/* Is it the front of a URI, of which something has cut the bracket? */
static int is_scheme(const char *s, size_t n)
{
	static const char names[][6] = { "sip",  "sips",  "tel",
		                         "http", "https", "urn" };

	for (size_t i = 0; i < LEN(names); i++)
		if (strlen(names[i]) == n && memcmp(names[i], s, n) == 0)
			return 1;
	return 0;
}

size_t field_any(const char *s, size_t n)
{
	size_t i = 0, k;

	if (n > 0 && char_is_digit(s[0]))
		return 0;
	/* No name is that long, and what is not one costs no more. */
	if (n > LOOK_MAX)
		n = LOOK_MAX;
	while (i < n && is_token_char(s[i]))
		i++;
	if (is_scheme(s, i))
		return 0;
	for (k = i; k < n && char_is_blank(s[k]);)
		k++;
	return k < n && s[k] == ':' ? i : 0;
}

/* Most lines of most messages, so that the table is asked for the others. */
static int is_common(const char *s, size_t len)
{
	static const char names[][16] = {
		"Via",
		"From",
		"To",
		"Call-ID",
		"CSeq",
		"Contact",
		"Content-Length",
		"Content-Type",
		"Allow",
		"Server",
	};

	for (size_t i = 0; i < LEN(names); i++)
		if (strlen(names[i]) == len && memcmp(names[i], s, len) == 0)
			return 1;
	return 0;
}

int field_name(const char *s, size_t n)
{
	return is_common(s, n) ||
	       sipcode_by_name(0, SIPCODE_HEADERS, s, n) != NULL;
}

size_t field_known(const char *s, size_t n)
{
	size_t len = field_any(s, n);

	if (len == 0 || len > NAME_MAX)
		return 0;
	/* RFC 3261 section 7.3.3 and the registry: the letters that are
	 * short forms. */
	if (len == 1)
		return char_in(char_lower(*s), "abcdefijklmnorstuvxy") ? 1 : 0;
	if (len > 2 && s[1] == '-' && char_in(char_upper(*s), "XP"))
		return len;
	return field_name(s, len) ? len : 0;
}

size_t field_find(const char *s, size_t n, size_t from)
{
	size_t end = n - from > FIND_MAX ? from + FIND_MAX : n;

	for (size_t i = from; i < end; i++) {
		size_t len;

		if (!char_is_letter(s[i]) ||
		    (i > 0 && !char_in(s[i - 1], " \t\"'>|,]")))
			continue;
		len = field_known(s + i, n - i);
		/* A letter before a colon is too little within a line, but
		 * not at the front of a string. */
		if (len > 1 || (len == 1 && i > 0 && char_in(s[i - 1], "\"'")))
			return i;
	}
	return n;
}
