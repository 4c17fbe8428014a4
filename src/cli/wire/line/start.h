/* start.h - where in a line of a log a message begins. */
#ifndef START_H
#define START_H

#include <stddef.h>

/* What has been found. */
struct start {
	size_t at;  /* where it begins in the line */
	size_t end; /* behind the start line, as far as it is told */
	size_t phrase, phrase_len; /* of what is no message */
	unsigned code;             /* of what is no message; else 0 */
	int request;
};

/* The start lines of a line, one after the other.  Begin with { s, n }. */
struct starts {
	const char *s;
	size_t n;
	/* Private: the next of each kind, and whether it is known. */
	struct start match, version;
	int matched, versioned;
};

/* The first start at or behind `from`, which ascends from call to call: a
 * start line of a response or a request, or another form in which a log tells
 * of a response.  Returns 0 if there is none.  All calls together cost one
 * pass over the line. */
int starts_next(struct starts *starts, size_t from, struct start *start);
/* 1 if s[0..n) begins with a start line. */
int start_here(const char *s, size_t n);

#endif
