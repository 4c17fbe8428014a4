/* cmdline.h - reads the command line. */
#ifndef CMDLINE_H
#define CMDLINE_H

#include "context/context.h"

/* Fills options, command and operands; the streams are the caller's.  The
 * operands are moved to the front of argv.  Returns 0, or STATUS_TROUBLE
 * after saying what is wrong: the options are good then, too. */
int cmdline_read(struct context *c, int argc, char **argv);

#endif
