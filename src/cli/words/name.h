/* name.h - names in programs, in words. */
#ifndef NAME_WORDS_H
#define NAME_WORDS_H

#include <sipcode.h>

#include "io/strbuf.h"

/* Adds what the name stands for: "486, 600", "Q.850 cause 17", "no SIP
 * response", "nearest by its name: 486". */
void name_add_code(struct strbuf *b, const struct sipcode_row *name);
/* Adds the same with phrases, and under which conditions it holds. */
void name_add_meaning(struct strbuf *b, const struct sipcode_row *name);

#endif
