/* derived.h - what the facts say of codes that nobody has compared by hand. */
#ifndef DERIVED_H
#define DERIVED_H

#include "answer/answer.h"
#include "io/strbuf.h"

/* Adds how two codes stand to each other: that they never meet, which of them
 * comes first, that one accepts the request.  Adds nothing where the facts
 * tell no more than the codes do, and nothing for three codes or more. */
void derived_summary(struct strbuf *b, const struct answer *a);

#endif
