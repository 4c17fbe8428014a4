/* same.h - are two texts the same? */
#ifndef SAME_H
#define SAME_H

#include <sipcode.h>

#include "names.h"

int same_bytes(struct sipcode_span a, struct sipcode_span b);
/* Case and white space aside. */
int same_letters(struct sipcode_span a, struct sipcode_span b);
/* The values have the same parameter of this name, or both have none. */
int same_param(struct sipcode_span a, struct sipcode_span b, const char *name);
/* The second is the first, perhaps with more parameters at its end. */
int same_but_longer(struct sipcode_span a, struct sipcode_span b);

#endif
