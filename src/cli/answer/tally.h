/* tally.h - the responses of a log, counted. */
#ifndef TALLY_H
#define TALLY_H

#include <stddef.h>
#include <stdint.h>
#include <sipcode.h>

#include "out.h"

enum { TALLY_CODES = 700, TALLY_METHODS = 16, ODD_MAX = 256, ODD_LEN = 80 };

/* A reason phrase that is not the registered one. */
struct odd {
	unsigned code;
	unsigned char len;
	char phrase[ODD_LEN]; /* cut to fit */
	uint64_t count;
};

struct tally {
	int lang;
	uint64_t total;
	uint64_t count[TALLY_CODES];
	/* Registered phrases, looked up once; NULL: not yet. */
	const char *phrase[TALLY_CODES];
	int by_method;
	uint64_t by[TALLY_METHODS][TALLY_CODES];
	struct odd odd[ODD_MAX];
	size_t odds;
	uint64_t odd_rest;   /* lines whose odd phrase found no room */
	uint64_t sipfrag;    /* bodies of NOTIFY, not counted */
	uint64_t tcpdump;    /* lines of a summary of tcpdump */
	uint64_t unexpected; /* repeated by SIPp as unexpected */
	uint64_t missed;     /* "call missed" of acc, logged again */
};

/* Counts one response: a code from 100 to 699, the phrase as it stood. */
void tally_add(struct tally *t, unsigned code, const char *phrase, size_t len);
/* The number of a method, of "other" and of "unknown"; and back. */
size_t tally_method(const char *s, size_t n);
const char *tally_method_name(size_t method);
enum { METHOD_UNKNOWN = TALLY_METHODS - 1 };

/* All codes of a class, 1 to 6. */
uint64_t tally_class(const struct tally *t, unsigned class);
/* A share of the total in hundredths of a percent, rounded. */
unsigned tally_share(const struct tally *t, uint64_t count);
/* "12.34" of 1234. */
void tally_percent(struct out *o, unsigned share);

void tally_text(struct out *o, const struct tally *t);
void tally_json(struct out *o, const struct tally *t);
void tally_tsv(struct out *o, const struct tally *t);

#endif
