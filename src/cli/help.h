/* help.h - what --help and --version print. */
#ifndef HELP_H
#define HELP_H

#include "context/context.h"

/* The help of a command; of the program for -1.  Returns STATUS_FOUND. */
int help_command(struct context *c, int command);
int help_version(struct context *c);
/* How the program is called, with examples, on stderr.  Returns
 * STATUS_TROUBLE. */
int help_short(struct context *c);
/* The command `help`.  Returns an exit status. */
int command_help(struct context *c);

#endif
