/* cmdline.h - reads the command line. */
#ifndef CMDLINE_H
#define CMDLINE_H

#include "cli.h"

/* Fills options, command and operands.  Returns 0, or STATUS_TROUBLE after
 * saying what is wrong. */
int cmdline_read(struct cli *c, int argc, char **argv);

/* The command of that name; -1 if there is none. */
int command_named(const char *name);
/* Name, operands and help of a command or an option. */
const char *command_name(int command);
const char *command_operands(int command);
const char *command_help(int command);
/* 1 if the option goes with the command. */
int option_goes(int option, int command);
/* Prints the options of a command (-1: of all), a line each. */
void options_print(struct out *o, int command);

#endif
