/* tsv.h - tab-separated values: a header line, then a record a line. */
#ifndef TSV_H
#define TSV_H

#include <stddef.h>
#include <sipcode.h>

#include "io/out.h"

struct answer;
struct explained;
struct tally;

/* A value with tab, newline, return and backslash as \t \n \r \\. */
void tsv_text(struct out *o, const char *s, size_t n);
void tsv_str(struct out *o, const char *s);
/* The values of a field in one cell; nothing if the row does not have it.
 * Where there can be several, "; " stands between them, and "\; " for that
 * within a value. */
void tsv_cell(struct out *o, const struct sipcode_row *row,
              enum sipcode_field field);

/* The functions of the format, a file each. */
void tsv_answer(struct out *o, const struct answer *a);
/* The fields that the answer names, without a header. */
void tsv_bare(struct out *o, const struct answer *a);
void tsv_tally(struct out *o, const struct tally *t);
void tsv_explained(struct out *o, const struct explained *e, int first,
                   int brief);
void tsv_checked(struct out *o, const struct explained *e, int first);

#endif
