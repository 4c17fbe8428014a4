/* clue.h - tells from a line of a log how a message was put into it. */
#ifndef CLUE_H
#define CLUE_H

#include "wire/line/coding.h"

/* Sets layers and closes of a text by what stands before c->at, where a start
 * line or a header field begins, and by the first line end behind it that is
 * written as something else.  Returns 1 if the text goes on behind that line
 * end in the same line. */
int clue_find(struct coded *c);

#endif
