/* tally.h - the responses of a log, counted. */
#ifndef TALLY_H
#define TALLY_H

#include <stddef.h>
#include <stdint.h>
#include <sipcode.h>

#include "io/bag.h"
#include "io/strbuf.h"

enum {
	TALLY_CODES = BAG_CODES,
	TALLY_CLASSES = 7 /* from 1 on */
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

/* What responses are counted apart by. */
enum tally_by { BY_NOTHING, BY_METHOD, BY_HOUR, BY_SOURCE, BY_PHRASE, BYS };

/* What is shown as the key of what found no room in a bag, and the key of what
 * a line does not say. */
#define TALLY_OTHER "(other)"
#define TALLY_UNKNOWN "unknown"

struct tally {
	int lang;
	enum tally_by by;
	int column;     /* 1: bare codes are counted, and no responses */
	int incomplete; /* 1: some of the input could not be read or added */
	unsigned char wanted[TALLY_CODES]; /* 0: not to be counted */
	uint64_t total;                    /* at most TALLY_MAX */
	uint64_t count[TALLY_CODES];
	/* Registered phrases, looked up once; NULL: not yet. */
	const char *phrase[TALLY_CODES];
	struct bag keys;     /* by what `by` says */
	struct bag odd;      /* phrases that are not the registered ones */
	uint64_t sipfrag;    /* bodies of NOTIFY, not counted */
	uint64_t tcpdump;    /* lines of a summary of tcpdump */
	uint64_t unexpected; /* repeated by SIPp as unexpected */
	uint64_t missed;     /* "call missed" of acc, logged again */
	uint64_t no_code;    /* lines of a column that are no code */
	/* By tally_look_up(): the rows of what has been counted, who is known
	 * to send an odd phrase (in its entry), and the entries in the order
	 * in which they are shown. */
	const struct sipcode_row *row[TALLY_CODES];
	const struct sipcode_row *class_row[TALLY_CLASSES];
	struct bag_entry **by_key;  /* key, then code */
	struct bag_entry **by_code; /* code, then key */
	/* Code, then the most frequent. */
	struct bag_entry **by_count;
	struct bag_entry **odds;
};

/* Counts a response n times: a code from 100 to 699 that is wanted. */
void tally_add(struct tally *t, unsigned code, uint64_t n);
/* The same responses by their phrase as it stood: it may be an odd one. */
void tally_add_phrase(struct tally *t, unsigned code, const char *phrase,
                      size_t len, uint64_t n);
/* The same responses by their key. */
void tally_add_key(struct tally *t, unsigned code, const char *key, size_t len,
                   uint64_t n);
/* 1 if a key of the input reads as TALLY_OTHER does, which it is not. */
int tally_reads_other(const char *key, size_t len);
/* Finds and sorts what a format shows, after the last response. */
void tally_look_up(struct tally *t);
void tally_free(struct tally *t);

/* The key of that name, with "method" as --by has it; BYS if there is none. */
enum tally_by tally_by_named(const char *s, size_t n);
/* The name of a key; "" for BY_NOTHING. */
const char *tally_by_name(enum tally_by by);

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
