/* fish.c - the completion for fish. */
#include "emit/emit.h"

#include <string.h>

#include "emit/offers.h"
#include "emit/script.h"

/* What a backslash stands before between single quotes. */
#define QUOTED "\\'"

static const char head[] = "# sipcode(1) in fish, from 3.0 on; made by "
			   "sipcode-gen: do not edit.\n";

static const char helpers[] =
	"\n"
	"# The command is one of these; without a name it is show.\n"
	"function __sipcode_is\n"
	"    set -l command (__sipcode_command)\n"
	"    test -n \"$command\"; or set command show\n"
	"    contains -- $command $argv\n"
	"end\n"
	"\n"
	"# The word may be the name of the command.\n"
	"function __sipcode_unnamed\n"
	"    set -l command (__sipcode_command)\n"
	"    test -z \"$command\"\n"
	"end\n"
	"\n"
	"# The word is neither empty nor an option, and begins no command\n"
	"# where one may stand.\n"
	"function __sipcode_more\n"
	"    set -l word (commandline -ct)\n"
	"    string match -qr -- '^[^-]' $word; or return\n"
	"    __sipcode_unnamed; or return 0\n"
	"    for line in (__sipcode_commands)\n"
	"        if string match -q -- \"$word*\" $line\n"
	"            return 1\n"
	"        end\n"
	"    end\n"
	"end\n"
	"\n"
	"# The same, and it is not only digits.\n"
	"function __sipcode_words\n"
	"    __sipcode_more\n"
	"    and string match -qr -- '[^0-9]' (commandline -ct)\n"
	"end\n"
	"\n"
	"# What the functions offer, behind the last comma.\n"
	"function __sipcode_commas\n"
	"    set -l word (commandline -ct)\n";

static void fish_list(const struct model *m, enum offer_list list, FILE *out)
{
	struct offer o = offer_words(m, list);

	fprintf(out, "\nfunction __sipcode_%s\n", offer_name(list));
	if (o.items > 0)
		fputs("    printf '%s\\t%s\\n'", out);
	for (size_t i = 0; i < o.items; i++) {
		fputs(" \\\n        '", out);
		script_put(out, o.item[i].word, QUOTED);
		fputs("' '", out);
		script_put(out, o.item[i].text, QUOTED);
		fputc('\'', out);
	}
	fputs("\nend\n", out);
}

static void fish_command(FILE *out)
{
	fputs("\n"
	      "# Prints the command: the first operand, if it is the name of "
	      "one, else show;\n"
	      "# nothing where there is no operand yet.\n"
	      "function __sipcode_command\n"
	      "    set -l waits 0\n"
	      "    set -l words (commandline -opc)\n"
	      "    for word in $words[2..-1]\n"
	      "        if test $waits = 1\n"
	      "            set waits 0\n"
	      "            continue\n"
	      "        end\n"
	      "        switch $word\n"
	      "            case --\n"
	      "                echo show\n"
	      "                return\n"
	      "            case ",
	      out);
	script_waiting(out, " ");
	fputs("\n"
	      "                set waits 1\n"
	      "            case '--*'\n"
	      "            case '-?*'\n"
	      "                string match -qr -- '^-[^",
	      out);
	script_letters(out);
	fputs("]*[", out);
	script_letters(out);
	fputs("]$' $word; and set waits 1\n"
	      "            case ",
	      out);
	script_commands(out, " ");
	fputs("\n"
	      "                echo $word\n"
	      "                return\n"
	      "            case '*'\n"
	      "                echo show\n"
	      "                return\n"
	      "        end\n"
	      "    end\n"
	      "end\n",
	      out);
}

static void fish_commas(FILE *out)
{
	fputs("    set word (string replace -r -- '^(--[^=]*=|-[^-,", out);
	script_letters(out);
	fputs("]*[", out);
	script_letters(out);
	fputs("])' '' $word)\n"
	      "    set -l before (string replace -r -- '[^,]*$' '' $word)\n"
	      "    for list in $argv\n"
	      "        set -l lines ($list)\n"
	      "        printf '%s\\n' \"$before\"$lines\n"
	      "    end\n"
	      "end\n",
	      out);
}

/* Has a command the list in that place? */
static int has_list(const enum offer_list *lists, enum offer_list list)
{
	for (size_t i = 0; lists[i] != OFFER_NONE; i++)
		if (lists[i] == list)
			return 1;
	return 0;
}

/* The lists of a command that are offered under a condition. */
static const enum offer_list *lists_of(size_t command, int condition)
{
	const struct offer_operands *o = &offer_operands[command];

	return condition == 0 ? o->first : condition == 1 ? o->more : o->words;
}

/* One line for all commands that offer the list under the condition. */
static void fish_operand(enum offer_list list, int condition, FILE *out)
{
	static const char *const conditions[] = { "", "; and __sipcode_more",
		                                  "; and __sipcode_words" };
	size_t commands = 0;

	for (size_t i = 0; i < USAGE_COMMANDS; i++) {
		if (!has_list(lists_of(i, condition), list))
			continue;
		fprintf(out, "%s %s",
		        commands++ == 0 ? "complete -c sipcode -n '__sipcode_is"
		                        : "",
		        usage_commands[i].name);
	}
	if (commands > 0)
		fprintf(out, "%s' -a '(__sipcode_%s)'\n", conditions[condition],
		        offer_name(list));
}

static void fish_operands(FILE *out)
{
	fputs("\ncomplete -c sipcode -f\n"
	      "complete -c sipcode -n __sipcode_unnamed "
	      "-a '(__sipcode_commands)'\n"
	      "complete -c sipcode -n '__sipcode_is",
	      out);
	for (size_t i = 0; i < USAGE_COMMANDS; i++)
		if (offer_operands[i].files)
			fprintf(out, " %s", usage_commands[i].name);
	fputs("' -F\n", out);
	for (int condition = 0; condition <= 2; condition++)
		for (int i = OFFER_NONE + 1; i < OFFER_LISTS; i++)
			fish_operand((enum offer_list)i, condition, out);
	fputc('\n', out);
}

static void fish_argument(size_t option, FILE *out)
{
	const struct offer_argument *a = &offer_arguments[option];
	const char *word;

	if (usage_value(option, 0) != NULL) {
		fputs(" -a '", out);
		for (size_t i = 0; (word = usage_value(option, i)); i++)
			fprintf(out, "%s%s", i == 0 ? "" : " ", word);
		fputc('\'', out);
	} else if (a->list[0] != OFFER_NONE) {
		fprintf(out, " -a '(%s", a->commas ? "__sipcode_commas " : "");
		for (size_t i = 0; a->list[i] != OFFER_NONE; i++)
			fprintf(out, "%s__sipcode_%s",
			        i == 0 ? "" : (a->commas ? " " : "; "),
			        offer_name(a->list[i]));
		fputs(")'", out);
	}
}

/* Does the option say the same of a command as of one before? */
static int fish_has_said(size_t option, size_t command)
{
	for (size_t i = 0; i < command; i++)
		if (usage_goes(option, i) &&
		    strcmp(usage_help(option, i),
		           usage_help(option, command)) == 0)
			return 1;
	return 0;
}

/* The commands for which the option does the same as for one. */
static void fish_condition(size_t option, size_t command, FILE *out)
{
	fputs(" -n '__sipcode_is", out);
	for (size_t i = command; i < USAGE_COMMANDS; i++)
		if (usage_goes(option, i) &&
		    strcmp(usage_help(option, i),
		           usage_help(option, command)) == 0)
			fprintf(out, " %s", usage_commands[i].name);
	fputc('\'', out);
}

static void fish_option(size_t option, FILE *out)
{
	const struct usage_option *o = &usage_options[option];

	for (size_t c = 0; c < USAGE_COMMANDS; c++) {
		if (!usage_goes(option, c) || fish_has_said(option, c))
			continue;
		fputs("complete -c sipcode", out);
		if (strcmp(o->commands, "*") != 0)
			fish_condition(option, c, out);
		if (*o->letter != '\0')
			fprintf(out, " -s %s", o->letter);
		fprintf(out, " -l %s", o->name);
		if (*o->arg != '\0')
			fputs(" -x", out);
		fish_argument(option, out);
		fputs(" -d '", out);
		script_put(out, usage_help(option, c), QUOTED);
		fputs("'\n", out);
	}
}

void emit_fish(const struct model *m, size_t lang, FILE *out)
{
	(void)lang; /* the texts are English */
	fputs(head, out);
	for (int i = OFFER_NONE + 1; i < OFFER_LISTS; i++)
		fish_list(m, (enum offer_list)i, out);
	fish_command(out);
	fputs(helpers, out);
	fish_commas(out);
	fish_operands(out);
	for (size_t i = 0; i < USAGE_OPTIONS; i++)
		fish_option(i, out);
}
