/* passport.h - the PASSporT in an Identity (RFC 8224 section 4, RFC 8225). */
#ifndef PASSPORT_H
#define PASSPORT_H

#include <stdint.h>
#include <sipcode.h>

enum passport_form {
	PASSPORT_FULL,
	PASSPORT_COMPACT, /* ".." and the signature (RFC 8225 section 7) */
	PASSPORT_OLD,     /* of RFC 4474, in quotes */
	PASSPORT_BROKEN
};

enum { PASSPORT_DESTS = 8 };

struct passport {
	enum passport_form form;
	struct sipcode_span info;     /* the URI; empty if it is absent */
	struct sipcode_span alg, ppt; /* parameters; empty if absent */
	/* Of the full form.  Numbers are 0 where they are absent or no plain
	 * numbers of at most 18 digits. */
	int read; /* 1: the payload was not too long to be read */
	int has_iat, has_orig, has_dest;
	uint64_t iat;  /* seconds since 1970 */
	uint64_t orig; /* the telephone number in orig */
	uint64_t dest[PASSPORT_DESTS];
	size_t dests;
};

/* Reads one value of Identity, whose spans it shares. */
void passport_read(struct passport *p, struct sipcode_span v);

#endif
