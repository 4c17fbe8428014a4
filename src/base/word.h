/* word.h - a word of a query, and how a text has it: folded, with hyphens
 * aside, in a simple English form of it. */
#ifndef WORD_H
#define WORD_H

#include <stddef.h>

#include "names.h"

enum { WORD_BYTES = 32 };

struct word {
	char s[WORD_BYTES]; /* folded letters and digits */
	unsigned char n;    /* how many bytes; 0: too long to be found */
	unsigned char stem; /* those that all its forms share */
	unsigned char y;    /* 1: behind the stem is a y or what comes of it */
};

/* How well a text has a word. */
enum word_fit {
	WORD_NOWHERE = 0,
	WORD_INSIDE = 1, /* within another word */
	WORD_FRONT = 2,  /* at the front of another word */
	WORD_FORM = 3,   /* "retries" for "retry" */
	WORD_WHOLE = 4
};

/* 1 if the byte is of a letter or digit; all that is not ASCII counts as a
 * letter. */
static inline int word_has(char c)
{
	unsigned char u = (unsigned char)c;

	return (unsigned char)((u | 0x20) - 'a') < 26 ||
	       (unsigned char)(u - '0') < 10 || u >= 0x80;
}

/* The next word of s[*at..n), with *at put behind it.  Returns 0 if there is
 * none. */
int word_next(struct word *w, const char *s, size_t n, size_t *at);
/* Two words as one, as "re-invite" is "reinvite". */
struct word word_join(const struct word *a, const struct word *b);
/* 1 if the text at s joins two words to one: "re-INVITE", "T.38", "don't". */
int word_joins(const char *s);
/* How the text, which has the begin of a word at s, has the word there; *len
 * is then its length in bytes. */
enum word_fit word_at(const struct word *w, const char *s, size_t *len);
/* 1 if it is a word that queries are full of but that says nothing. */
int word_is_empty(const struct word *w);

#endif
