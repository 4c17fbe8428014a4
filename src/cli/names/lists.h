/* lists.h - the words around numbers that say what these are. */
#ifndef LISTS_H
#define LISTS_H

#include <stddef.h>

enum list {
	LIST_BEFORE,       /* before a code: "error", "response" */
	LIST_COUNTED,      /* behind a number that counts them: "seconds" */
	LIST_NUMBERED,     /* before a number of their own: "port" */
	LIST_COUNTING_KEY, /* before "=" and a number that is no code: "ttl" */
	LIST_QUESTION,     /* behind a code or class: "mean", "errors" */
	LIST_CODE_KEY      /* before "=" and a code: "rc" */
};

/* 1 if the word s[0..n) is in the list, in any case. */
int list_has(enum list list, const char *s, size_t n);

#endif
