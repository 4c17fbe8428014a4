/* row.h - a row in a few words. */
#ifndef ROW_H
#define ROW_H

#include <sipcode.h>

#include "io/strbuf.h"

/* 1 if the first value of the field is the word. */
int row_is(const struct sipcode_row *row, enum sipcode_field field,
           const char *word);
/* Adds what tells the row from its like: its number, tag, phrase or text. */
void row_title(struct strbuf *b, const struct sipcode_row *row);
/* Adds "486 Busy Here" of a status code. */
void row_code(struct strbuf *b, const struct sipcode_row *code);
/* Adds "486 Busy Here, 600 Busy Everywhere": the codes of a field. */
void row_codes(struct strbuf *b, const struct sipcode_row *row,
               enum sipcode_field field);
/* Adds "486, 600": the numbers of the codes or causes of a field. */
void row_numbers(struct strbuf *b, const struct sipcode_row *row,
                 enum sipcode_field field);
/* 1 if a product has given the number to the name. */
int row_is_numbered(const struct sipcode_row *name, unsigned long n);
/* 1 if what a product has of its own says something of the code: a rule of
 * failover the nearest, a name more than that it means the code. */
int row_is_about(const struct sipcode_row *row, const struct sipcode_row *code);
/* Adds "17 User busy" of a cause. */
void row_cause(struct strbuf *b, const struct sipcode_row *cause);
/* Adds "480" or "480-489": the numbers that a row speaks of. */
void row_range(struct strbuf *b, const struct sipcode_row *row);
/* Adds "170489 NAME" of a number of a product, "NAME" or "321 NAME" of a
 * name. */
void row_number(struct strbuf *b, const struct sipcode_row *row);
/* Adds the values of a field, with a separator between them. */
void row_list(struct strbuf *b, const struct sipcode_row *row,
              enum sipcode_field field, const char *separator);
/* Adds the methods that a code answers: "any method but ACK, CANCEL", or a
 * list of them; nothing if the code does not say. */
void row_methods(struct strbuf *b, const struct sipcode_row *code);
/* Adds the sources of a field: "RFC 3261 section 21.4.16, 8.2.4, RFC 3262". */
void row_sources(struct strbuf *b, const struct sipcode_row *row,
                 enum sipcode_field field);

/* The rules of proxies for many codes that touch a class: the first of them
 * at or behind *at, which begins with 0 and moves on; NULL if no more. */
const struct sipcode_row *row_class_rule(const struct sipcode_row *class_row,
                                         size_t *at);

#endif
