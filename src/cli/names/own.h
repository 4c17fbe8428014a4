/* own.h - what the readers of names share. */
#ifndef OWN_H
#define OWN_H

#include "names/names.h"

/* Adds a row, which may be NULL, unless it is there. */
void named_add(struct named *names, const struct sipcode_row *row);
/* 1 if the text is s[0..n), letters of either case being equal. */
int named_equals(const char *text, const char *s, size_t n);
/* What is longer is no name: of thousands of names, each would be held against
 * all of it. */
enum { NAMED_LONG = 1000 };
/* 1 if both have the same letters and digits, case and accents aside; the text
 * has some. */
int named_alike(const char *text, const char *s, size_t n);
int named_alike_n(const char *a, size_t an, const char *b, size_t bn);
/* Where the word stands in s[0..n), in any case; n if nowhere. */
size_t named_find(const char *s, size_t n, const char *word);
/* Behind blanks and what stands between a name and its value. */
size_t named_value(const char *s, size_t n, size_t i);
/* The whole number at s[i..n) that no letter follows; 0 if there is none. */
int named_number(const char *s, size_t n, size_t i, unsigned long *value);
/* The causes of that name. */
void named_causes(struct named *names, const char *s, size_t n);
/* The row of that key. */
const struct sipcode_row *named_key(const struct named *names,
                                    enum sipcode_set set, const char *s,
                                    size_t n);

#endif
