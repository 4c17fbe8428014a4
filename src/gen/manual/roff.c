/* roff.c - escapes for roff. */
#include "manual/roff.h"

#include <string.h>

#include "chars.h"

/* Where a longer word may go on in the next line: no line has room for it. */
enum { LONG_WORD = 40 };

/* What stands for a sign that roff does not print as it is: a hyphen would
 * become another sign, and a line could be cut behind it. */
static const char *sign_of(char c)
{
	switch (c) {
	case '\\':
		return "\\(rs";
	case '-':
		return "\\-";
	case '\'':
		return "\\(aq";
	case '`':
		return "\\(ga";
	case '^':
		return "\\(ha";
	case '~':
		return "\\(ti";
	case '"':
		return "\\(dq";
	default:
		return NULL;
	}
}

static void put_word(FILE *out, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const char *sign = sign_of(s[i]);

		if (sign != NULL)
			fputs(sign, out);
		else
			putc(s[i], out);
		if (n > LONG_WORD && s[i] == '/' && i + 1 < n)
			fputs("\\:", out);
	}
}

/* Is the last sign of a word, brackets and quotes aside, a full stop? */
static int ends_sentence(const char *word, size_t n)
{
	while (n > 0 && char_in(word[n - 1], ")]\"'"))
		n--;
	return n > 0 && char_in(word[n - 1], ".?!");
}

/* Words with a blank between them, or what is given where a sentence ends:
 * in roff one ends with its line. */
static void put_words(FILE *out, const char *s, const char *behind_sentence)
{
	while (*s != '\0') {
		size_t n = strcspn(s, " ");

		if (char_in(*s, ".'"))
			fputs("\\&", out);
		put_word(out, s, n);
		if (s[n] == ' ')
			fputs(ends_sentence(s, n) ? behind_sentence : " ", out);
		s += n + (s[n] == ' ');
	}
}

void roff_line(FILE *out, const char *s)
{
	if (*s == '\0')
		return;
	put_words(out, s, "\n");
	putc('\n', out);
}

void roff_row(FILE *out, const char *s)
{
	put_words(out, s, " ");
	putc('\n', out);
}

void roff_argument(FILE *out, const char *s)
{
	/* No macro has a longer name than this. */
	fprintf(out, "\"%s", strlen(s) < 4 ? "\\&" : "");
	put_words(out, s, " ");
	putc('"', out);
}

void roff_macro(FILE *out, const char *macro, const char *s)
{
	fprintf(out, ".%s ", macro);
	roff_argument(out, s);
	putc('\n', out);
}

void roff_words(FILE *out, const char *macro, const char *s)
{
	fprintf(out, ".%s ", macro);
	put_words(out, s, " ");
	putc('\n', out);
}
