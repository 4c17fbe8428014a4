/* field.h - header fields in the lines of a log. */
#ifndef FIELD_H
#define FIELD_H

#include <stddef.h>

/* The length of the name at the front of s[0..n) if a colon follows it and a
 * header field is called so: one of the table, a short form, X-... or P-...;
 * else 0. */
size_t field_known(const char *s, size_t n);
/* 1 if a header field of the table is called s[0..n). */
int field_name(const char *s, size_t n);
/* The length of any name before a colon that is a token and does not begin with
 * a digit, which is the time of the next line of a log. */
size_t field_any(const char *s, size_t n);
/* Where in s[from..n) the first known header field begins that stands at the
 * front of a word, as far as one looks; n if nowhere. */
size_t field_find(const char *s, size_t n, size_t from);

#endif
