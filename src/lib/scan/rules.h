/* rules.h - what a form asks of its line besides words. */
#ifndef RULES_H
#define RULES_H

#include "names.h"
#include "scan/look.h"

/* 1 if the status line s[start..end) is drawn or written by hand: a row of a
 * ladder, or a regular expression. */
int rules_is_drawn(const struct look *t, size_t start, size_t end);
/* 1 if the word SIP stands before s[start] and between them is nothing but
 * what the columns of tshark have there: capitals, digits and separators. */
int rules_is_of_tshark(const struct look *t, size_t start);
/* 1 if the member that begins at s[start] is the first of an object of the
 * name cseq, which has a number of the same name. */
int rules_is_of_cseq(const struct look *t, size_t start);

#endif
