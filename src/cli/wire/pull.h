/* pull.h - reads the lines of a message out of a text within a line. */
#ifndef PULL_H
#define PULL_H

#include "wire/build.h"
#include "wire/line/coding.h"
#include "wire/line/view.h"

/* Gives the message its start line, which stands at v->s[c->at..end), and
 * passes over what a log has put behind it in that line of the text. */
void pull_start(struct build *b, const struct view *v, struct coded *c,
                size_t end);
/* Reads on until the message or the text ends, or another message begins in
 * it. */
void pull_lines(struct build *b, const struct view *v, struct coded *c);

#endif
