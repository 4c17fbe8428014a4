/* label.h - the words of one language around the data. */
#ifndef LABEL_H
#define LABEL_H

#include <sipcode.h>

#include "io/strbuf.h"
#include "labels.h"

const char *label_text(int lang, enum label label);
/* What a value such as "after-change" is called, for the fields whose values
 * are words of the schema (status, nature, retry, effect, local, other); the
 * value itself for other fields, "" if the field is empty. */
const char *label_of_value(const struct sipcode_row *row,
                           enum sipcode_field field);
/* The same of the i-th value of a field. */
const char *label_of_nth(const struct sipcode_row *row,
                         enum sipcode_field field, size_t i);
/* Adds the text of a label, in which %1 stands for the first of the arguments,
 * %2 for the second, and so on; at most 9. */
void label_fill(struct strbuf *b, const char *text, const char *const *arg,
                size_t args);
/* Adds a section of an RFC, "RFC 3261 section 8.1.3.2", as the language has
 * it. */
void label_rfc(struct strbuf *b, int lang, unsigned rfc, const char *section);
/* Adds " (7 more of this kind)"; nothing of 0. */
void label_more(struct strbuf *b, int lang, size_t n);

#endif
