/* files.h - the files that operands name. */
#ifndef FILES_H
#define FILES_H

#include "context/context.h"
#include "io/log.h"

/* Calls the function for the log of every operand, of standard input if
 * there is none; what cannot be read is said and the rest goes on: so are text
 * in UTF-16 or UTF-32, compressed files, captures for annotate, and the file
 * that stdout is.  log->kind is its enum kind.  ahead: as in struct log.
 * Returns STATUS_FOUND, or STATUS_TROUBLE if one could not be read. */
int files_each(struct context *c, int ahead,
               void (*each)(struct log *log, void *with), void *with);

#endif
