/* index.h - the index of words, for the search. */
#ifndef INDEX_H
#define INDEX_H

#include <stdio.h>

#include "model/model.h"

/* Writes the tables of the index (table.h). */
void index_emit(const struct model *m, FILE *out);

#endif
