/* script.c - parts of the completions that all shells have. */
#include "emit/script.h"

#include "chars.h"
#include "emit/usage.h"

void script_put(FILE *out, const char *s, const char *set)
{
	for (; *s != '\0'; s++) {
		if (char_in(*s, set))
			fprintf(out, "\\%c", *s);
		else if (*s == '\'')
			fputs("'\\''", out);
		else
			fputc(*s, out);
	}
}

void script_letters(FILE *out)
{
	for (size_t i = 0; i < USAGE_OPTIONS; i++)
		if (*usage_options[i].arg != '\0')
			fputs(usage_options[i].letter, out);
}

void script_waiting(FILE *out, const char *between)
{
	const char *before = "";

	for (size_t i = 0; i < USAGE_OPTIONS; i++) {
		if (*usage_options[i].arg == '\0')
			continue;
		fprintf(out, "%s--%s", before, usage_options[i].name);
		before = between;
	}
}

void script_commands(FILE *out, const char *between)
{
	for (size_t i = 0; i < USAGE_COMMANDS; i++)
		fprintf(out, "%s%s", i == 0 ? "" : between,
		        usage_commands[i].name);
}

void script_alike(FILE *out, size_t command, const char *between)
{
	fputs(usage_commands[command].name, out);
	for (size_t i = command + 1; i < USAGE_COMMANDS; i++)
		if (usage_same(command, i))
			fprintf(out, "%s%s", between, usage_commands[i].name);
}
