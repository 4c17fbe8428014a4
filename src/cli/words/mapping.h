/* mapping.h - the sides of a mapping between status codes and causes. */
#ifndef MAPPING_H
#define MAPPING_H

#include <sipcode.h>

#include "io/strbuf.h"

/* Adds "17 User busy", the name that a product has for the cause, "every
 * other cause" or "no cause". */
void mapping_cause(struct strbuf *b, const struct sipcode_row *mapping);
/* Adds "486 Busy Here", "any other" or "no status code". */
void mapping_code(struct strbuf *b, const struct sipcode_row *mapping);
/* 1 if the mapping goes that way: to-cause, to-sip, round-trip or pass. */
int mapping_goes(const struct sipcode_row *mapping, const char *direction);
/* 1 if the condition is that a Reason or a cause has a location: that follows
 * from the class of the code, and is not worth a line. */
int mapping_is_location(const struct sipcode_row *condition);

#endif
