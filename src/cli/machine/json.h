/* json.h - JSON as RFC 8259 has it, in UTF-8. */
#ifndef JSON_H
#define JSON_H

#include <stddef.h>
#include <stdint.h>
#include <sipcode.h>

#include "io/out.h"

struct answer;
struct explained;
struct meaning;
struct tally;

/* A string; what is not UTF-8 becomes U+FFFD, and what cannot be seen or
 * turns the direction of writing (utf8_visible) stands by its number. */
void json_string(struct out *o, const char *s, size_t n);
void json_text(struct out *o, const char *s);
/* "name": - with a comma before it unless it is the first member, which
 * *first says and which is then cleared. */
void json_name(struct out *o, int *first, const char *name);
/* A member that is a string, or a number. */
void json_member(struct out *o, int *first, const char *name, const char *s);
void json_number(struct out *o, int *first, const char *name, uint64_t n);
/* A row with all its fields; rows that it owns stand in full, others by
 * their keys. */
void json_row(struct out *o, const struct sipcode_row *row);
/* The value of one field: a list where it can hold more than one. */
void json_field(struct out *o, const struct sipcode_row *row,
                struct sipcode_column column);

/* A member that is a value of a message, without secrets; folds become blanks,
 * as the standard reads them. */
void json_heard(struct out *o, int *first, const char *name,
                struct sipcode_span v);
/* The request that a response answers, null if it is not in the input; and
 * the list of what in it led to the response. */
void json_request(struct out *o, const struct explained *e, int *first);
void json_grounds(struct out *o, const struct explained *e, int *first);

/* The functions of the format, a file each. */
void json_answer(struct out *o, const struct answer *a);
void json_tally(struct out *o, const struct tally *t);
void json_explained(struct out *o, const struct explained *e, int first,
                    int brief);
void json_meaning(struct out *o, const struct meaning *m);
void json_checked(struct out *o, const struct explained *e, int first);

#endif
