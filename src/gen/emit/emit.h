/* emit.h - the files that are made from the model. */
#ifndef EMIT_H
#define EMIT_H

#include <stdio.h>

#include "model/model.h"

/* Writes one file.  The model has been linked, and no mistake has been reported
 * of it.  lang: a language of the model, 0 to m->languages - 1, of a file that
 * there is in each.  The same model gives the same bytes, wherever and
 * whenever.  Nothing is returned: errors of the stream are kept by it, for the
 * caller to ask ferror() and fclose(). */
typedef void emit(const struct model *m, size_t lang, FILE *out);

/* The table of table.h, as one C file. */
emit emit_table;
/* The JSON Schema of --format=json; of no language. */
emit emit_json_schema;
/* sipcode(7), the whole reference as a manual page in mdoc. */
emit emit_manual;

/* The completion of the shell of that name: a file that it reads by itself and
 * that never runs the program. */
emit emit_bash, emit_fish, emit_zsh;

/* The function of a name: "table", or "NAME.TAG" for the language of that
 * tag, which is stored; NULL if there is no such name or language. */
emit *emit_named(const struct model *m, const char *name, size_t *lang);

#endif
