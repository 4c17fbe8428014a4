/* tally.h - the responses of a log, counted. */
#ifndef TALLY_H
#define TALLY_H

#include <stddef.h>
#include <stdint.h>
#include <sipcode.h>

#include "io/strbuf.h"

enum {
	TALLY_CODES = 700,
	TALLY_CLASSES = 7, /* from 1 on */
	ODD_MAX = 256,
	ODD_LEN = 80
};

/* All counts together; beyond it shares could not be computed. */
#define TALLY_MAX UINT64_C(999999999999999)

/* The methods that are told apart: METHOD(name). */
#define METHOD_LIST(METHOD)                                                    \
	METHOD(INVITE)                                                         \
	METHOD(ACK)                                                            \
	METHOD(BYE)                                                            \
	METHOD(CANCEL)                                                         \
	METHOD(REGISTER)                                                       \
	METHOD(OPTIONS)                                                        \
	METHOD(PRACK)                                                          \
	METHOD(SUBSCRIBE)                                                      \
	METHOD(NOTIFY)                                                         \
	METHOD(PUBLISH)                                                        \
	METHOD(INFO)                                                           \
	METHOD(REFER)                                                          \
	METHOD(MESSAGE)                                                        \
	METHOD(UPDATE)                                                         \
	METHOD(other)                                                          \
	METHOD(unknown)

enum method {
#define METHOD(name) METHOD_##name,
	METHOD_LIST(METHOD)
#undef METHOD
		METHODS
};

/* A reason phrase that is not the registered one. */
struct odd {
	unsigned code;
	unsigned char len;
	char phrase[ODD_LEN]; /* its front */
	int cut;              /* 1: there was more of it */
	uint64_t count;
	const struct sipcode_row *sighting; /* who is known to send it */
};

struct tally {
	int lang;
	uint64_t total; /* at most TALLY_MAX */
	uint64_t count[TALLY_CODES];
	/* Registered phrases, looked up once; NULL: not yet. */
	const char *phrase[TALLY_CODES];
	int by_method;
	uint64_t by[METHODS][TALLY_CODES];
	struct odd odd[ODD_MAX];
	size_t odds;
	uint64_t odd_rest;   /* lines whose odd phrase found no room */
	uint64_t sipfrag;    /* bodies of NOTIFY, not counted */
	uint64_t tcpdump;    /* lines of a summary of tcpdump */
	uint64_t unexpected; /* repeated by SIPp as unexpected */
	uint64_t missed;     /* "call missed" of acc, logged again */
	/* By tally_look_up(): the rows of what has been counted. */
	const struct sipcode_row *row[TALLY_CODES];
	const struct sipcode_row *class_row[TALLY_CLASSES];
};

/* Counts one response: a code from 100 to 699, the phrase as it stood. */
void tally_add(struct tally *t, unsigned code, const char *phrase, size_t len);
/* Finds the rows that a format shows, after the last response. */
void tally_look_up(struct tally *t);

/* The method of that name: METHOD_other if none has it, METHOD_unknown for
 * an empty name. */
enum method tally_method(const char *s, size_t n);
const char *tally_method_name(enum method method);

/* All codes of a class, 1 to 6. */
uint64_t tally_class(const struct tally *t, unsigned class_digit);
/* A share of the total in hundredths of a percent, rounded. */
unsigned tally_share(const struct tally *t, uint64_t count);
/* Adds "12.34" of 1234. */
void tally_percent(struct strbuf *b, unsigned share);

#endif
