/* fact.h - the facts of a code in a manual page, each with its source. */
#ifndef FACT_H
#define FACT_H

#include "manual/page.h"

/* All facts of a code, below their heading. */
void fact_all(struct page *p, const struct entry *code);

/* "HEAD: text (unconfirmed) [SOURCES]" of a note or practice. */
const char *fact_note(const struct page *p, const char *head,
                      const struct entry *note);
/* One side of a mapping of the standard, such as "17 User busy", with its
 * conditions and sources behind it. */
const char *fact_causes(const struct page *p, const struct entry *mapping);
const char *fact_codes(const struct page *p, const struct entry *mapping);
/* Both sides, the one first that is mapped to the other. */
const char *fact_both(const struct page *p, const struct entry *mapping);
/* Whether the mapping is one of the standard, in that direction. */
int fact_maps(const struct page *p, const struct entry *mapping,
              const char *direction);

#endif
