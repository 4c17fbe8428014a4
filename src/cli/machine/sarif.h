/* sarif.h - findings as SARIF 2.1.0, which code hosts and editors read. */
#ifndef SARIF_H
#define SARIF_H

#include "io/out.h"

struct explained;

/* A run: all rules, and the findings one by one. */
void sarif_checked(struct out *o, const struct explained *e, int first);

#endif
