/* stamp.h - says that a record translates the English of today. */
#ifndef STAMP_H
#define STAMP_H

#include "model/model.h"

/* Writes the stamp of the record of that type and key, such as "Code" and
 * "486", into its file, and prints it.  The language is that of the tag; NULL
 * is the only one besides English.  The model has been loaded.  Returns the
 * status of the program, after saying what is wrong: 0, 1 if there is no such
 * record, 2 if the file could not be written. */
int stamp_record(const struct model *m, const char *type, const char *key,
                 const char *tag);

#endif
