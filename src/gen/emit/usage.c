/* usage.c - look-ups in the lists of commands and options. */
#include "emit/usage.h"

#include <string.h>

#include "io/arena.h"
#include "len.h"

const struct usage_command usage_commands[USAGE_COMMANDS] = {
#define COMMAND(name, function, operands, group, help) { #name, help },
#include "commands.def"
#undef COMMAND
};

const struct usage_option usage_options[USAGE_OPTIONS] = {
#define OPTION(id, name, letter, arg, commands, help)                          \
	{ name, letter, arg, commands, help },
#include "options.def"
#undef OPTION
};

static const struct {
	size_t option;
	const char *word;
} values[] = {
#define VALUE(option, word) { USAGE_OPTION_##option, #word },
#include "values.def"
#undef VALUE
};

/* Is the command one of s[0..n), where each stands between blanks? */
static int names_command(const char *s, size_t n, size_t command)
{
	const char *name = usage_commands[command].name;
	size_t len = strlen(name);

	for (size_t i = 0; i + len + 2 <= n; i++)
		if (s[i] == ' ' && s[i + len + 1] == ' ' &&
		    memcmp(s + i + 1, name, len) == 0)
			return 1;
	return 0;
}

int usage_goes(size_t option, size_t command)
{
	const char *s = usage_options[option].commands;

	return strcmp(s, "*") == 0 || names_command(s, strlen(s), command);
}

const char *usage_help(size_t option, size_t command)
{
	const char *help = usage_options[option].help, *s = help;

	while ((s = strchr(s, '|')) != NULL) {
		size_t n = strcspn(++s, ":");

		if (!names_command(s, n, command))
			continue;
		s += n + 2;
		return arena_copy(s, strcspn(s, "|"));
	}
	return arena_copy(help, strcspn(help, "|"));
}

int usage_same(size_t a, size_t b)
{
	for (size_t i = 0; i < USAGE_OPTIONS; i++) {
		if (usage_goes(i, a) != usage_goes(i, b))
			return 0;
		if (usage_goes(i, a) &&
		    strcmp(usage_help(i, a), usage_help(i, b)) != 0)
			return 0;
	}
	return 1;
}

int usage_is_first(size_t command)
{
	for (size_t i = 0; i < command; i++)
		if (usage_same(i, command))
			return 0;
	return 1;
}

const char *usage_value(size_t option, size_t i)
{
	for (size_t k = 0; k < LEN(values); k++)
		if (values[k].option == option && i-- == 0)
			return values[k].word;
	return NULL;
}
