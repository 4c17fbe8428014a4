/* operand.h - from what was typed to rows: the one reader of operands. */
#ifndef OPERAND_H
#define OPERAND_H

#include "ask/found.h"

/* Reads whatever was typed by the table of forms, and adds its items in the
 * order of the operands.  What is not found is said on stderr and in the
 * status. */
void operand_anything(struct context *c, struct found *f);
/* The same of a product and what is asked of it, and of nothing else; returns 0
 * if the operands are not of this form. */
int operand_of_product(struct context *c, struct found *f);
/* operand_anything() by the forms of codes alone, for commands that take
 * nothing else. */
void operand_codes(struct context *c, struct found *f);

#endif
