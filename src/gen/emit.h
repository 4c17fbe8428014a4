/* emit.h - writes the model as C. */
#ifndef EMIT_H
#define EMIT_H

#include <stdio.h>

#include "model.h"

/* The table of table.h, as one C file.  The same model gives the same bytes,
 * wherever and whenever.  The caller checks the stream. */
void emit_table(const struct model *m, FILE *out);

#endif
