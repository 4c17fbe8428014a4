/* foot.h - the lines that lead on from the page of a status code. */
#ifndef FOOT_H
#define FOOT_H

#include <sipcode.h>

#include "io/out.h"

/* What the answer leaves out, and the commands that show it. */
void foot_answer(struct out *o, const struct sipcode_row *code);
/* What the whole says of the ways on. */
void foot_whole(struct out *o, const struct sipcode_row *code);

#endif
