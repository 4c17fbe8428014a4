/* header.h - which header fields a message has, by one walk over it. */
#ifndef HEADER_H
#define HEADER_H

#include <stdint.h>
#include <sipcode.h>

#include "names.h"

/* The long name of a short form; NULL if the letter is none. */
const char *header_long_name(char letter);

/* Takes the first value off a list with commas, and the comma; rest->s is NULL
 * behind the last one. */
struct sipcode_span header_item(struct sipcode_span *rest);

/* More than the set of header fields has rows. */
enum { HEADERS_MOST = 256 };

/* The header fields of that set which a message has, a bit each. */
struct headers {
	uint64_t bit[HEADERS_MOST / 64];
	size_t known; /* lines that are one of them, or a short form */
};

void headers_of(const struct sipcode_message *m, struct headers *h);
/* By the name as the set has it, letters of either case being equal. */
int headers_have(const struct headers *h, const char *name);

#endif
