/* duty.h - which header fields a response carries, in a manual page. */
#ifndef DUTY_H
#define DUTY_H

#include "manual/page.h"

/* Facts of a code, in a list of facts: what it must, should or may carry. */
void duty_facts_of_code(struct page *p, const struct entry *code);
/* Facts of a header field: the responses that carry it.  Those that the code
 * tells by itself are only named. */
void duty_facts_of_header(struct page *p, const struct entry *header);

#endif
