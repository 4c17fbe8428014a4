/* formats.h - the formats for programs. */
#ifndef FORMATS_H
#define FORMATS_H

#include "answer/format.h"

/* Bare values of some fields, a line an item. */
extern const struct format format_fields;
extern const struct format format_json;
/* Of check alone. */
extern const struct format format_sarif;
extern const struct format format_tsv;

#endif
