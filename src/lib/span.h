/* span.h - stretches of a message: lines, words, names of header fields. */
#ifndef SPAN_H
#define SPAN_H

#include <sipcode.h>

#include "names.h"

/* 1 if the span is the word, letters of either case being equal. */
int span_is(struct sipcode_span a, const char *word);
/* The span without white space at its ends. */
struct sipcode_span span_trim(struct sipcode_span v);
/* The line at s[at..n) without its end; *next is where the next one begins,
 * which may be n. */
struct sipcode_span span_line(const char *s, size_t n, size_t at, size_t *next);
/* The same without up to so many blanks that a log has put before it. */
struct sipcode_span span_indented(size_t indent, const char *s, size_t n,
                                  size_t at, size_t *next);
/* The length of the name at the front of a line if it is a header field,
 * that is, if a colon follows it (RFC 3261 section 7.3.1); else 0. */
size_t span_name(struct sipcode_span line);
/* 1 if the line goes on with the header field of the line before (RFC 3261
 * section 7.3.1: it begins with white space). */
int span_folded(struct sipcode_span line);

#endif
