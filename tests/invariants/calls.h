/* calls.h - calls of the program in this process, thousands of them: over
 * every record of the real data. */
#ifndef CALLS_H
#define CALLS_H

#include "harness.h"

#include <sipcode.h>

enum { WORDS_MAX = 1200 };

/* A call under construction: its words, which have to stay. */
struct call {
	const char *word[WORDS_MAX];
	size_t n;
};

/* What a call wrote, ended by NUL, and its status; the next call of the same
 * struct frees it.  Begin with { 0 }. */
struct told {
	char *out, *err;
	size_t out_len, err_len;
	int status;
};

void call_add(struct call *c, const char *word);
/* Words up to NULL. */
#define CALL_WORDS(c, ...)                                                     \
	call_words(c, (const char *const[]){ __VA_ARGS__, NULL })
void call_words(struct call *c, const char *const *word);

/* Calls cli_main(); input may be NULL, and `size` is its length. */
void tell(struct told *t, const struct call *c, const char *input,
          size_t size);
void told_free(struct told *t);
/* The call as a shell would have it, its first words; good until the next
 * one. */
const char *call_text(const struct call *c);

/* What is done with each call; `kind` says what it is about. */
enum call_kind {
	CALL_CODE,   /* a code: it has an answer and a whole */
	CALL_PAIR,   /* a comparison: the same */
	CALL_RECORD, /* a page of another record */
	CALL_LIST,   /* a line a record */
	CALL_TYPED   /* the answer to a phrase or a number, many alike */
};
typedef void see_call(const struct call *c, enum call_kind kind, void *with);

/* Calls about all there is: every code and class; every comparison that was
 * written, and each code with those that it names; causes, warnings, options,
 * headers, timers, terms, flows, symptoms, products, names, failover; phrases
 * of products, numbers, words of the search; every list.  Of some large sets
 * several records a call.  Returns how many calls there were. */
size_t each_call(see_call *see, void *with);

/* The operand that names a record to its command; "" if none does. */
const char *row_operand(const struct sipcode_row *row, char *digits,
                        size_t size);

#endif
