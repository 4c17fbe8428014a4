/* clean.h - is there anything in an output that a terminal obeys or hides?
 * Written by Unicode, ECMA-48 and OSC 8, without a look at the program. */
#ifndef CLEAN_H
#define CLEAN_H

#include <stddef.h>

#include "harness.h"

/* What may stand in an output beside visible characters and newlines. */
enum {
	CLEAN_TEXT = 0,
	CLEAN_UTF8 = 1,  /* visible characters beyond ASCII */
	CLEAN_TABS = 2,
	CLEAN_MARKS = 4, /* colours and links of the program's own */
	CLEAN_NULS = 8
};

/* The first byte of s[0..n) that may not be there; NULL if all is clean. */
const char *unclean(const char *s, size_t n, int may);

/* What somebody could want to smuggle in. */
struct payload {
	const char *name, *bytes;
	size_t n;
};
extern const struct payload payloads[];
extern const size_t payload_count;
/* The whole of them that has no NUL, with blanks between them: a string. */
const char *all_payloads(void);

/* Says which run, and counts it in *bad, if an output is not clean: stdout as
 * it may be, stderr ASCII alone. */
void see_clean(const char *call, const char *payload, const char *out,
               size_t out_len, const char *err, size_t err_len, int may,
               size_t *bad);

#endif
