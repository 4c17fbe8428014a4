/* lead.h - how a reader comes to a row: what to type behind "sipcode". */
#ifndef LEAD_H
#define LEAD_H

#include <sipcode.h>

#include "io/strbuf.h"

/* Adds the operands that lead to the page of a row: "486", "cause 17", "flow
 * 486-busy", "compare 480 486". */
void lead_add(struct strbuf *b, const struct sipcode_row *row);
/* Adds them and the name of the row: "486 Busy Here". */
void lead_title(struct strbuf *b, const struct sipcode_row *row);
/* Adds where in the pages of its owner a hit stands: ", in a note on
 * FreeSWITCH"; nothing if it is in a row of its own. */
void lead_place(struct strbuf *b, const struct sipcode_hit *hit);

#endif
