/* text.h - the parts of the text format, one file each. */
#ifndef TEXT_H
#define TEXT_H

#include "answer.h"
#include "labels.h"
#include "layout.h"

/* The page of a status code; brief: summary, when and fix only; all: with
 * the sources of the prose. */
void text_code(struct out *o, const struct sipcode_row *row, int brief,
               int all);
/* The page of a row of any other set. */
void text_row(struct out *o, const struct sipcode_row *row);
/* What can be said of a number that no row has. */
void text_unknown(struct out *o, int lang, unsigned long number);
/* A line an item; for mappings a table. */
void text_list(struct out *o, const struct answer *a);
void text_hits(struct out *o, const struct answer *a);
void text_compare(struct out *o, const struct answer *a);
void text_flow(struct out *o, const struct sipcode_row *flow);

/* The values of a field behind bullets, under a heading; nothing if there
 * are none. */
void text_bullets(struct out *o, const struct sipcode_row *row,
                  enum sipcode_field field, const char *heading);
/* Mappings that the row owns, or the items themselves, one a line. */
void text_mapping(struct out *o, const struct sipcode_row *mapping);

/* The facts of a code, under their heading. */
void text_facts(struct out *o, const struct sipcode_row *row);
/* Rows that the code owns, a fact each: what tell() adds to the line, which
 * may be nothing, and the source. */
void text_owned(struct out *o, const struct sipcode_row *row,
                enum sipcode_field field, enum label label,
                void (*tell)(struct line *, const struct sipcode_row *));
/* The string in quotes, and a blank. */
void text_quoted(struct line *l, const char *s);

#endif
