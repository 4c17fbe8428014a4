/* json.h - JSON as RFC 8259 has it, in UTF-8. */
#ifndef JSON_H
#define JSON_H

#include <stddef.h>
#include <sipcode.h>

#include "out.h"

/* A string; what is not UTF-8 becomes U+FFFD. */
void json_string(struct out *o, const char *s, size_t n);
void json_text(struct out *o, const char *s);
/* "name": - with a comma before it unless it is the first member, which
 * *first says and which is then cleared. */
void json_name(struct out *o, int *first, const char *name);
/* A row with all its fields; rows that it owns stand in full, others by
 * their keys. */
void json_row(struct out *o, const struct sipcode_row *row);
/* The value of one field: a list where it can hold more than one. */
void json_field(struct out *o, const struct sipcode_row *row,
                struct sipcode_column column);

#endif
