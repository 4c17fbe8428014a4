/* verdict.h - what happened, and whether that is a fault. */
#ifndef VERDICT_H
#define VERDICT_H

#include <stddef.h>
#include <sipcode.h>

#include "io/strbuf.h"

/* "Normal.", "Fault." or "Depends.": the word of Nature. */
const char *verdict_word(const struct sipcode_row *code);
/* Adds "Depends. Busy, or the call was rejected. Try again later.": the word
 * of Nature, so that the two cannot contradict each other, and the verdict. */
void verdict_add(struct strbuf *b, const struct sipcode_row *code);
/* Adds its first sentence, without the word and the full stop. */
void verdict_add_first(struct strbuf *b, const struct sipcode_row *code);

#endif
