/* tsv.h - cells of tab-separated values. */
#ifndef TSV_H
#define TSV_H

#include <stddef.h>

#include "out.h"

/* A value with tab, newline, return and backslash as \t \n \r \\. */
void tsv_text(struct out *o, const char *s, size_t n);

#endif
