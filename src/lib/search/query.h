/* query.h - what is searched for: the words that were typed, and what else
 * stands for them by the table of synonyms. */
#ifndef QUERY_H
#define QUERY_H

#include <sipcode.h>

#include "word.h"

enum {
	QUERY_WORDS = 24,    /* more are not looked for */
	QUERY_PHRASES = 160, /* below 255 */
	QUERY_PATTERNS = 320,
	QUERY_CODES = 48,
	QUERY_FOUND = 48
};

/* One or more words that stand for some of the query's. */
struct phrase {
	unsigned char first, covers; /* words of the query */
	unsigned char words;
	unsigned char typed; /* 1: as it was typed */
	unsigned char lang;  /* else of the wording */
	unsigned char same;  /* 1: begins as the one before it in the list */
	unsigned short at;   /* its first pattern */
	unsigned char next; /* the next one with the same first byte; 0: none */
};

struct query {
	size_t words;                      /* of the query */
	unsigned char empty[QUERY_WORDS];  /* 1: the word says nothing */
	unsigned long number[QUERY_WORDS]; /* what it is, or 0 */
	int numbers;                       /* 1: one of them is a number */
	unsigned char set[QUERY_WORDS]; /* 1 + the set that it is the name of */
	size_t counted;                 /* those that say something */
	int foreign;                    /* 1: letters that English has not */
	unsigned long spoken; /* languages that a synonym was found in, a bit
	                       * each */
	struct phrase phrase[QUERY_PHRASES];
	size_t phrases;
	struct word pattern[QUERY_PATTERNS];
	size_t patterns;
	/* Codes that a synonym means, by their places, most likely first. */
	struct {
		unsigned short code;
		unsigned char first, covers, rank;
	} code[QUERY_CODES];
	size_t codes;
	/* Of each byte: 1: of a letter; 3: and a phrase may begin with it. */
	unsigned char byte[256];
	/* By the first byte: the first of the phrases, from 1; 0: none. */
	unsigned char first[256];
};

/* Reads the words, and looks them up among the synonyms.  Returns 0 if no word
 * is there. */
int query_read(struct query *q, char *const *words, size_t n);
/* The words that name the set: "header" those of header fields. */
unsigned long query_of_set(const struct query *q, enum sipcode_set set);
/* Makes the lists of phrases for texts of a language: those that were typed,
 * and wordings of that language. */
void query_speak(struct query *q, int lang);

#endif
