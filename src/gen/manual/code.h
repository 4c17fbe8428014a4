/* code.h - the codes in a manual page. */
#ifndef CODE_H
#define CODE_H

#include "manual/page.h"

/* All codes in a table, a line each. */
void code_table(struct page *p);
/* A section a class, with all that is known of each of its codes. */
void code_classes(struct page *p);

/* "486 Busy Here". */
const char *code_title(const struct page *p, const struct entry *code);

#endif
