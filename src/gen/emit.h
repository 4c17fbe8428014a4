/* emit.h - writes the model as C. */
#ifndef EMIT_H
#define EMIT_H

#include <stdio.h>

#include "model.h"

/* Writes the table of table.h, as one C file.  The model has been linked, and
 * no mistake has been reported of it.  The same model gives the same bytes,
 * wherever and whenever.  Nothing is returned: errors of the stream are kept
 * by it, for the caller to ask ferror() and fclose(). */
void emit_table(const struct model *m, FILE *out);

#endif
