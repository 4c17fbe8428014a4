/* help.h - what --help and --version print. */
#ifndef HELP_H
#define HELP_H

#include "cli.h"

/* The help of a command; of the program for -1.  Returns STATUS_FOUND. */
int help_command(struct cli *c, int command);
int help_version(struct cli *c);

#endif
