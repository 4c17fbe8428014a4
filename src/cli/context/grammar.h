/* grammar.h - the commands and options: what commands.def and options.def
 * say of them. */
#ifndef GRAMMAR_H
#define GRAMMAR_H

#include <stddef.h>

enum command {
#define COMMAND(name, function, operands, group, help) COMMAND_##name,
#include "commands.def"
#undef COMMAND
	COMMANDS
};

enum option_id {
#define OPTION(id, name, letter, arg, commands, help) OPTION_##id,
#include "options.def"
#undef OPTION
	OPTIONS
};

enum command_group {
	GROUP_LOOK_UP,
	GROUP_TELL_APART,
	GROUP_READ_LOGS,
	GROUP_HELP,
	GROUPS
};

struct command_text {
	char name[12];
	const char *operands;
	enum command_group group;
	const char *help;
};

struct option_text {
	/* In place, so that a start has fewer addresses to fill in. */
	char name[16];        /* without "--" */
	char letter[2];       /* "" if it has none */
	char arg[8];          /* the argument's name; "" if it takes none */
	const char *commands; /* each between blanks; "*": all */
	const char *help;     /* of any command; then "| COMMAND : help" */
};

/* Of a number from 0 to COMMANDS - 1. */
const struct command_text *command_text(int command);
/* The command of that name; -1 if there is none. */
int command_named(const char *name);

/* Of a number from 0 to OPTIONS - 1. */
const struct option_text *option_text(int option);
/* The option of a name, which may go on with "=ARGUMENT", or of a letter; -1
 * if there is none. */
int option_named(const char *name);
int option_lettered(char letter);
/* What an option does for a command, or for any one if that is -1; the length
 * is stored. */
const char *option_help(int option, int command, size_t *n);
/* 1 if the option goes with the command. */
int option_goes(int option, int command);
/* 1 if an argument that begins with "-" is no option: "-ERR USER_BUSY" is what
 * FreeSWITCH answers to its API, "-- Called x" or "---> 486" a line of a
 * console, and "-1024" a number. */
int option_is_none(const char *s);

#endif
