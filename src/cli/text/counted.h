/* counted.h - what the answer counts instead of showing it. */
#ifndef COUNTED_H
#define COUNTED_H

#include <sipcode.h>

#include "io/strbuf.h"

/* Adds "5 phrases and 1 note of baresip, Telnyx and 2 more: sipcode -a 486",
 * of what products send and do; nothing if nothing is known. */
void counted_products(struct strbuf *b, const struct sipcode_row *code);
/* The same of what the code means in practice. */
void counted_practice(struct strbuf *b, const struct sipcode_row *code);
/* Adds "1 note, 3 phrases, 12 names": how much is known of a product. */
void counted_all(struct strbuf *b, const struct sipcode_row *product);
/* Adds "3 more: -a". */
void counted_more(struct strbuf *b, int lang, size_t n);

#endif
