/* alike.h - what else than a status code a number may be. */
#ifndef ALIKE_H
#define ALIKE_H

#include <sipcode.h>

#include "io/strbuf.h"

/* 1 if the number of the code is that of a Q.850 cause, too; of 100 nobody
 * would think so. */
int alike_cause(const struct sipcode_row *code);
/* Adds the products that have the number for something else, each once, with
 * commas between them. */
void alike_products(struct strbuf *b, const struct sipcode_row *code);

#endif
