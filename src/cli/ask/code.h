/* code.h - numbers as items: codes, disguises, numbers of products. */
#ifndef CODE_H
#define CODE_H

#include "ask/found.h"

/* Adds the code, or what products mean by a number that is no code, or an
 * unknown code; what was typed names it in messages. */
void code_add(struct context *c, struct found *f, unsigned long code,
              const struct sipcode_row *disguise, const char *typed);
/* The same for the three digits at s, which is a part of what was typed. */
void code_add_digits(struct context *c, struct found *f, const char *s,
                     const char *typed);
/* "170489", "0x486": adds the codes behind the disguises of products, or what
 * products mean by the number; s is the bare number of what was typed.  Returns
 * 0 if it is none of that. */
int code_add_disguised(struct context *c, struct found *f, const char *s,
                       const char *typed);
/* Says that a number is nothing, and what else it may be the number of.
 * Returns 0 if it is no number. */
int code_add_number(struct context *c, struct found *f, const char *s);
/* 1 if it is a code in disguise, or the very number of a product. */
int code_is_known(const char *s);
/* 1 if it is a code in disguise. */
int code_is_disguised(const char *s);

#endif
