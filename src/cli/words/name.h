/* name.h - names in programs, in words. */
#ifndef NAME_WORDS_H
#define NAME_WORDS_H

#include <sipcode.h>

#include "io/strbuf.h"

/* Adds what the name stands for, and under which conditions: "486 Busy Here,
 * 600 Busy Everywhere", "no SIP response", "nearest by its name: 486 Busy
 * Here". */
void name_add_meaning(struct strbuf *b, const struct sipcode_row *name);

#endif
