/* message.h - spans of a message, for the files that take one apart. */
#ifndef MESSAGE_H
#define MESSAGE_H

#include <sipcode.h>

/* 1 if the span is the word, letters of either case being equal. */
int span_is(struct sipcode_span a, const char *word);
/* The span without white space at its ends. */
struct sipcode_span span_trim(struct sipcode_span v);
/* The line at s[at..n) without its end; *next is where the next one begins. */
struct sipcode_span span_line(const char *s, size_t n, size_t at, size_t *next);
/* The same without the indent of the message. */
struct sipcode_span span_indented(const struct sipcode_message *m,
                                  const char *s, size_t n, size_t at,
                                  size_t *next);
/* The length of the header name at the front of a line if a colon follows
 * it; 0 if the line is no header field. */
size_t span_name(struct sipcode_span line);
/* 1 if the line goes on with the header field of the line before. */
int span_folded(struct sipcode_span line);

#endif
