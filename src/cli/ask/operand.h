/* operand.h - from what was typed to rows. */
#ifndef OPERAND_H
#define OPERAND_H

#include "ask/found.h"

/* Reads every operand as a CODE: number, class, status line, reason phrase
 * or disguise; adds its items, in the order of the operands.  What is not
 * found is said on stderr and in the status. */
void operand_codes(struct context *c, struct found *f);

#endif
