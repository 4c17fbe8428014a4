/* usage.h - the commands and options, as commands.def, options.def and
 * values.def have them. */
#ifndef USAGE_H
#define USAGE_H

#include <stddef.h>

enum {
#define COMMAND(name, function, operands, group, help) USAGE_##name,
#include "commands.def"
#undef COMMAND
	USAGE_COMMANDS
};

enum {
#define OPTION(id, name, letter, arg, commands, help) USAGE_OPTION_##id,
#include "options.def"
#undef OPTION
	USAGE_OPTIONS
};

struct usage_command {
	const char *name, *help;
};

struct usage_option {
	const char *name;   /* without "--" */
	const char *letter; /* "" if it has none */
	const char *arg;    /* the argument's name; "" if it takes none */
	const char *commands, *help; /* as in options.def */
};

/* By the enums above. */
extern const struct usage_command usage_commands[USAGE_COMMANDS];
extern const struct usage_option usage_options[USAGE_OPTIONS];

/* 1 if the option goes with the command. */
int usage_goes(size_t option, size_t command);
/* What an option does for a command, in the arena. */
const char *usage_help(size_t option, size_t command);
/* 1 if two commands have the same options, with the same help. */
int usage_same(size_t a, size_t b);
/* 1 if no command before it has the same options. */
int usage_is_first(size_t command);
/* The words that an option takes, from number 0 on; NULL behind the last. */
const char *usage_value(size_t option, size_t i);

#endif
