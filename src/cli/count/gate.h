/* gate.h - the rules of --fail-if: "5xx>1%", "total<1". */
#ifndef GATE_H
#define GATE_H

#include "answer/tally.h"
#include "context/context.h"

/* Says what is wrong with the rules that were given, of which those about
 * codes that are not wanted could never hold.  Returns STATUS_FOUND or
 * STATUS_TROUBLE. */
int gate_check(struct context *c, const unsigned char *wanted);
/* Says which rules hold.  Returns STATUS_MISSING if one does; STATUS_TROUBLE
 * if one is about a share of nothing, unless another one is about the total;
 * else STATUS_FOUND. */
int gate_judge(struct context *c, const struct tally *t);

#endif
