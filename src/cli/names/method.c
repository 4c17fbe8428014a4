/* method.c - methods. */
#include "names/own.h"

#include <string.h>

#include "chars.h"
#include "len.h"

static const char methods[][10] = {
	"ACK",     "BYE",      "CANCEL",    "INFO",   "INVITE",
	"MESSAGE", "NOTIFY",   "OPTIONS",   "PRACK",  "PUBLISH",
	"REFER",   "REGISTER", "SUBSCRIBE", "UPDATE",
};

const char *near_method(const char *s, size_t n)
{
	for (size_t i = 0; i < LEN(methods); i++)
		if (n > 4 && char_is_upper(*s) &&
		    sipcode_distance(s, n, methods[i], strlen(methods[i])) <
		            2 + (n > 6))
			return methods[i];
	return NULL;
}

const char *name_method(const char *s, size_t n)
{
	size_t word = 0;

	while (word < n && !char_is_space(s[word]))
		word++;
	/* A whole request line, or the method alone. */
	if (word < n && !(n > 7 && chars_equal(s + n - 7, "SIP/2.0", 7)))
		return NULL;
	for (size_t i = 0; i < LEN(methods); i++)
		if (named_equals(methods[i], s, word))
			return methods[i];
	return NULL;
}
