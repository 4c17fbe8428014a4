/* help.c - help texts, made from the lists of commands and options. */
#include "help.h"

#include <string.h>

#include "io/layout.h"
#include "io/strbuf.h"

/* Writes two columns: the first one of so many characters or more. */
static void help_line(struct out *o, const struct strbuf *first, size_t width,
                      const char *second)
{
	out_str(o, "  ");
	out_str(o, strbuf_text(first));
	if (first->len < width)
		lay_blanks(o, width - first->len);
	out_char(o, ' ');
	out_str(o, second);
	out_char(o, '\n');
}

static void help_option(struct out *o, const struct option_text *option)
{
	struct strbuf b = { 0 };

	if (*option->letter != '\0') {
		strbuf_add(&b, "-");
		strbuf_add(&b, option->letter);
		strbuf_add(&b, ", ");
	} else {
		strbuf_add(&b, "    ");
	}
	strbuf_add(&b, "--");
	strbuf_add(&b, option->name);
	if (*option->arg != '\0') {
		strbuf_add(&b, "=");
		strbuf_add(&b, option->arg);
	}
	help_line(o, &b, 23, option->help);
	strbuf_free(&b);
}

/* The options of a command; of all for -1. */
static void help_options(struct out *o, int command)
{
	out_str(o, "\nOptions:\n");
	for (int i = 0; i < OPTIONS; i++)
		if (command < 0 || option_goes(i, command))
			help_option(o, option_text(i));
}

static void help_commands(struct out *o)
{
	struct strbuf b = { 0 };

	for (int i = 0; i < COMMANDS; i++) {
		const struct command_text *command = command_text(i);

		strbuf_reset(&b);
		strbuf_add(&b, command->name);
		strbuf_add(&b, " ");
		strbuf_add(&b, command->operands);
		help_line(o, &b, 25, command->help);
	}
	strbuf_free(&b);
}

static void help_program(struct out *o)
{
	out_str(o,
	        "usage: sipcode CODE...\n"
	        "       sipcode COMMAND [OPTION...] [OPERAND...]\n\n"
	        "What a SIP response code means, when it is seen, how to fix "
	        "it.\n\nCommands:\n");
	help_commands(o);
	out_str(o,
	        "\nCODE: 421, 4xx, \"SIP/2.0 421 Extension Required\", a "
	        "reason "
	        "phrase such as\nbusy here, or a product's disguise of a code "
	        "such as 170489.\nFILE: - or none is standard input.\n");
}

static void help_usage(struct out *o, const struct command_text *command)
{
	out_str(o, "usage: sipcode ");
	out_str(o, command->name);
	out_str(o, " [OPTION...] ");
	out_str(o, command->operands);
	out_str(o, "\n\n");
	out_str(o, command->help);
	out_str(o, ".\n");
}

int help_command(struct context *c, int command)
{
	struct out *o = &c->out;

	if (command < 0)
		help_program(o);
	else
		help_usage(o, command_text(command));
	help_options(o, command);
	out_str(o, "\nExit status: 0 all found, 1 something was not found, 2 "
	           "usage, input or output\ntrouble.\n");
	if (command < 0)
		out_str(o, "Each command has its own help: sipcode help "
		           "COMMAND.  The manual: man sipcode.\n");
	return STATUS_FOUND;
}

int help_version(struct context *c)
{
	struct out *o = &c->out;
	const struct sipcode_row *first = sipcode_row(0, SIPCODE_CODES, 0);

	out_str(o, "sipcode " SIPCODE_VERSION "\ndata: ");
	out_str(o, sipcode_text(first, SIPCODE_F_SOURCE, 0));
	out_char(o, '\n');
	return STATUS_FOUND;
}

int command_help(struct context *c)
{
	int command;

	if (c->operands == 0)
		return help_command(c, -1);
	if (c->operands > 1)
		return context_misuse(c, "help takes one command",
		                      c->operand[1]);
	command = command_named(c->operand[0]);
	if (command < 0)
		return context_misuse(c, "no such command", c->operand[0]);
	return help_command(c, command);
}
