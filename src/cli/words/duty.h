/* duty.h - header fields that are due in a response. */
#ifndef DUTY_H
#define DUTY_H

#include <sipcode.h>

#include "io/strbuf.h"

/* How many codes beyond its first one a duty speaks of. */
unsigned long duty_breadth(const struct sipcode_row *duty);
/* 1 if the standard that set it up still demands it. */
int duty_in_force(const struct sipcode_row *duty);
/* 1 if it holds whatever the situation, at least for its methods. */
int duty_is_unconditional(const struct sipcode_row *duty);
/* Adds "Contact", or "one of Accept, Accept-Encoding". */
void duty_header(struct strbuf *b, const struct sipcode_row *duty);
/* Adds the same with the methods that it is due in answer to:
 * "Contact (INVITE)". */
void duty_header_for(struct strbuf *b, const struct sipcode_row *duty);

#endif
