/* jwalk.c - harness/jsonread.c proves that it is JSON. */
#include "jwalk.h"

#include <stdlib.h>
#include <string.h>

#include "harness.h"

static const char *behind_string(const char *s)
{
	for (s++; *s != '"'; s++)
		if (*s == '\\')
			s++;
	return s + 1;
}

const char *jend(const char *s)
{
	size_t depth = 0;

	do {
		if (*s == '"') {
			s = behind_string(s);
			continue;
		}
		depth += *s == '{' || *s == '[';
		depth -= *s == '}' || *s == ']';
		s++;
		while (depth == 0 && strchr(",]}\n", *s) == NULL)
			s++;
	} while (depth > 0);
	return s;
}

static const char *skip_white(const char *s)
{
	return s + strspn(s, " \n");
}

const char *jnext(const char **at, const char **name, size_t *name_len)
{
	const char *s = skip_white(*at + 1);
	int object = name != NULL;

	if (*s == ']' || *s == '}' || *s == '\0')
		return NULL;
	if (object) {
		*name = s;
		s = behind_string(s);
		*name_len = (size_t)(s - *name);
		s = skip_white(s + 1);
	}
	/* The comma, or the end. */
	*at = skip_white(jend(s));
	if (**at != ',')
		--*at;
	return s;
}

const char *jmember(const char *s, const char *name)
{
	const char *value, *found;
	size_t n, len = strlen(name);

	while ((value = jnext(&s, &found, &n)) != NULL)
		if (n == len + 2 && memcmp(found + 1, name, len) == 0)
			return value;
	return NULL;
}

static unsigned long unit(const char *s)
{
	char digits[5] = { s[0], s[1], s[2], s[3], '\0' };

	return strtoul(digits, NULL, 16);
}

static size_t put(char *to, unsigned long cp)
{
	size_t more = cp < 0x80 ? 0 : cp < 0x800 ? 1 : cp < 0x10000 ? 2 : 3;
	static const unsigned char first[] = { 0, 0xc0, 0xe0, 0xf0 };

	to[0] = (char)(first[more] | cp >> 6 * more);
	for (size_t i = 1; i <= more; i++)
		to[i] = (char)(0x80 | (cp >> 6 * (more - i) & 0x3f));
	return more + 1;
}

/* What is behind a backslash at s; returns where it ends. */
static const char *escape(const char *s, char *text, size_t *used)
{
	static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
	const char *known = strchr(from, *s);
	unsigned long cp;

	if (*s != 'u') {
		text[(*used)++] = known == NULL ? *s : to[known - from];
		return s + 1;
	}
	cp = unit(s + 1);
	s += 5;
	if (cp >= 0xd800 && cp < 0xdc00) {
		cp = 0x10000 + ((cp - 0xd800) << 10) + (unit(s + 2) - 0xdc00);
		s += 6;
	}
	*used += put(text + *used, cp);
	return s;
}

void jtext(const char *s, char *text, size_t size)
{
	const char *end = jend(s);
	size_t used = 0;

	assert_in_range(end - s, 0, size - 1);
	if (*s == '"') {
		for (s++; *s != '"';)
			if (*s == '\\')
				s = escape(s + 1, text, &used);
			else
				text[used++] = *s++;
	} else if (strncmp(s, "null", 4) != 0) {
		while (s < end)
			text[used++] = *s++;
	}
	text[used] = '\0';
}
