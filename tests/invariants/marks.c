/* marks.c - escape sequences and widths, by the standards and not by what the
 * program writes: ECMA-48 (SGR), OSC 8, Unicode. */
#include "marks.h"

#include <string.h>

#include "harness.h"

/* The length of the colour at s, "ESC [ digits and semicolons m"; 0 if it is
 * none. */
static size_t color_length(const char *s, size_t n)
{
	size_t i = 2;

	if (n < 3 || s[0] != '\033' || s[1] != '[')
		return 0;
	while (i < n && strchr("0123456789;", s[i]) != NULL && s[i] != '\0')
		i++;
	return i < n && s[i] == 'm' ? i + 1 : 0;
}

/* The length of the mark at s that begins or ends a link, "ESC ] 8 ; ... ; URL
 * ESC \"; 0 if it is none. */
static size_t link_length(const char *s, size_t n)
{
	size_t i = 4;

	if (n < 6 || memcmp(s, "\033]8;", 4) != 0)
		return 0;
	while (i + 1 < n && s[i] > ' ' && s[i] < 0x7f)
		i++;
	return i + 1 < n && s[i] == '\033' && s[i + 1] == '\\' ? i + 2 : 0;
}

size_t marks_off(char *s, size_t n)
{
	size_t to = 0;
	int colored = 0;

	for (size_t i = 0; i < n;) {
		size_t len = 0;

		if (s[i] == '\n' && colored)
			fail_msg("a colour goes on behind its line");
		if (s[i] == '\033') {
			len = color_length(s + i, n - i);
			if (len > 0)
				colored = memcmp(s + i, "\033[0m", 4) != 0;
			len += link_length(s + i, n - i);
			if (len == 0)
				fail_msg("no colour, no link: %.40s", s + i);
		}
		if (len == 0)
			s[to++] = s[i++];
		i += len;
	}
	s[to] = '\0';
	return to;
}

/* One column, one character. */
static int is_narrow(unsigned long c)
{
	return (c >= 0x20 && c < 0x7f) ||     /* ASCII */
	       (c >= 0xa0 && c < 0x250) ||    /* Latin, section sign */
	       (c >= 0x1e00 && c < 0x1f00) || /* Latin, of Vietnamese */
	       (c >= 0x2010 && c < 0x2030 && c < 0x2028) ||
	       (c >= 0x2190 && c < 0x2200) || /* arrows */
	       (c >= 0x2500 && c < 0x2600);   /* lines, blocks, triangles */
}

size_t columns_of(const char *s, size_t n)
{
	size_t columns = 0;

	for (size_t i = 0; i < n; columns++) {
		unsigned char c = (unsigned char)s[i];
		size_t more = c < 0x80 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;
		unsigned long cp = more == 0 ? c : c & (0x3fU >> more);

		for (i++; more > 0 && i < n; more--, i++)
			cp = cp << 6 | ((unsigned char)s[i] & 0x3f);
		if (!is_narrow(cp))
			fail_msg("width of U+%04lX is not known: %.*s", cp,
			         (int)n, s);
	}
	return columns;
}
