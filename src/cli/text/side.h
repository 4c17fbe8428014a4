/* side.h - texts of some codes side by side, or where the width does not
 * allow that, one below the other. */
#ifndef SIDE_H
#define SIDE_H

#include <stddef.h>
#include <sipcode.h>

#include "answer/answer.h"
#include "io/out.h"
#include "labels.h"

/* Are the items of the answer shown in columns? */
int side_columns(const struct out *o, const struct answer *a);
/* The codes and phrases at the head of the columns; nothing without them. */
void side_heads(struct out *o, const struct answer *a);
/* What happened, for each code; without columns it comes with the
 * description. */
void side_verdicts(struct out *o, const struct answer *a);
/* The values of a field of each code as paragraphs, under a heading. */
void side_texts(struct out *o, const struct answer *a, enum sipcode_field field,
                enum label heading);
/* The same behind bullets: at most so many, and how many are left out. */
void side_bullets(struct out *o, const struct answer *a,
                  enum sipcode_field field, enum label heading, size_t most);

#endif
