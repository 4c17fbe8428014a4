/* grammar.c - look-ups in the lists of commands and options. */
#include "context/grammar.h"

#include <string.h>

#include "chars.h"

static const struct command_text commands[COMMANDS] = {
#define COMMAND(name, function, operands, group, help)                         \
	{ #name, operands, GROUP_##group, help },
#include "commands.def"
#undef COMMAND
};

static const struct option_text options[OPTIONS] = {
#define OPTION(id, name, letter, arg, commands, help)                          \
	{ name, letter, arg, commands, help },
#include "options.def"
#undef OPTION
};
/* struct options has a bit for each, in 32 bits at least. */
_Static_assert(OPTIONS <= 32, "more options than bits");

const struct command_text *command_text(int command)
{
	return &commands[command];
}

int command_named(const char *name)
{
	for (int i = 0; i < COMMANDS; i++)
		if (strcmp(commands[i].name, name) == 0)
			return i;
	return -1;
}

const struct option_text *option_text(int option)
{
	return &options[option];
}

int option_named(const char *name)
{
	size_t n = strcspn(name, "=");

	for (int i = 0; i < OPTIONS; i++)
		if (strlen(options[i].name) == n &&
		    memcmp(options[i].name, name, n) == 0)
			return i;
	return -1;
}

int option_lettered(char letter)
{
	for (int i = 0; i < OPTIONS; i++)
		if (options[i].letter[0] == letter && letter != '\0')
			return i;
	return -1;
}

/* Is the name one of a list that has it between blanks? */
static int is_listed(const char *list, size_t len, const char *name)
{
	size_t n = strlen(name);

	for (size_t i = 0; i + n + 2 <= len; i++)
		if (list[i] == ' ' && list[i + n + 1] == ' ' &&
		    memcmp(list + i + 1, name, n) == 0)
			return 1;
	return 0;
}

int option_goes(int option, int command)
{
	const char *list = options[option].commands;

	return list[0] == '*' ||
	       is_listed(list, strlen(list), commands[command].name);
}

const char *option_help(int option, int command, size_t *n)
{
	const char *help = options[option].help, *at = help;

	while (command >= 0 && (at = strchr(at, '|')) != NULL) {
		size_t list = strcspn(++at, ":");

		if (!is_listed(at, list, commands[command].name))
			continue;
		at += list + 2;
		*n = strcspn(at, "|");
		return at;
	}
	*n = strcspn(help, "|");
	return help;
}

int option_is_none(const char *s)
{
	size_t dashes = chars_run(s, "-");

	return strncmp(s, "-ERR", 4) == 0 || s[dashes] == ' ' ||
	       s[dashes] == '>' ||
	       (dashes == 1 && char_is_digit(s[1]) && char_is_digit(s[2]));
}
