/* begin.h - the beginnings of messages in the lines of a log. */
#ifndef BEGIN_H
#define BEGIN_H

#include "wire/gather.h"
#include "wire/line/coding.h"
#include "wire/line/view.h"

/* Looks for starts in a line of no message, from `from` on in its view: hands
 * on what is whole in it, and begins what is not.  Returns how many bytes of
 * the line are done with. */
size_t begin_look(struct gather *g, const struct log_line *line,
                  const struct view *v, size_t from);
/* The text within a line has ended: so has the message that began in it, unless
 * lines are only as long as a screen is wide. */
void begin_end_text(struct gather *g, const struct view *v,
                    const struct coded *c);
/* Does the text go on in the next line, as a backslash at its end says in a
 * string, and "=" in a mail?  The mark is taken back. */
int begin_goes_on(struct gather *g, const struct view *v,
                  const struct coded *c);

#endif
