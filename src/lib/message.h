/* message.h - spans of a message, for the files of the library. */
#ifndef MESSAGE_H
#define MESSAGE_H

#include <sipcode.h>

/* 1 if the span is the word, letters of either case being equal. */
int span_is(struct sipcode_span a, const char *word);
/* The span without white space at its ends. */
struct sipcode_span span_trim(struct sipcode_span v);

#endif
