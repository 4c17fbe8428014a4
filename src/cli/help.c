/* help.c - help texts, made from the lists of commands and options. */
#include "help.h"

#include <string.h>

#include "io/layout.h"
#include "io/strbuf.h"
#include "len.h"

enum { PIPE_WIDTH = 82, OPTION_COLUMN = 28, COMMAND_COLUMN = 28 };

/* Help is wrapped in a pipe, too: nobody greps for its sentences. */
static void set_width(struct out *o)
{
	if (o->width == 0)
		o->width = o->measure = PIPE_WIDTH;
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
	lay_fact_at(o, OPTION_COLUMN, b.s, option->help, "");
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
		lay_fact_at(o, COMMAND_COLUMN, b.s, command->help, "");
	}
	strbuf_free(&b);
}

static void help_examples(struct out *o)
{
	static const char *const examples[][2] = {
		{ "sipcode 486", "what a code means" },
		{ "sipcode busy here", "the same by its phrase" },
		{ "sipcode compare 480 486", "what tells two codes apart" },
		{ "sipcode explain FILE", "what the responses in a log say" },
	};

	out_str(o, "\nExamples:\n");
	for (size_t i = 0; i < LEN(examples); i++)
		lay_fact_at(o, COMMAND_COLUMN, examples[i][0], examples[i][1],
		            "");
}

static void help_program(struct out *o)
{
	out_str(o, "usage: sipcode CODE...\n");
	lay_text(o, 7, "sipcode COMMAND [OPTION...] [OPERAND...]");
	out_char(o, '\n');
	lay_text(o, 0,
	         "What a SIP response code means, when it is seen, how "
	         "to fix it.");
	out_str(o, "\nCommands:\n");
	help_commands(o);
	out_char(o, '\n');
	lay_text(o, 0,
	         "CODE: 421, 4xx, \"SIP/2.0 421 Extension Required\", a "
	         "reason phrase such as busy here, or a product's disguise of "
	         "a code such as 170489.");
	lay_text(o, 0, "FILE: - or none is standard input.");
	help_examples(o);
}

static void help_usage(struct out *o, const struct command_text *command)
{
	struct strbuf b = { 0 };

	strbuf_add(&b, "usage: sipcode ");
	strbuf_add(&b, command->name);
	strbuf_add(&b, " [OPTION...] ");
	strbuf_add(&b, command->operands);
	lay_text(o, 0, b.s);
	out_char(o, '\n');
	strbuf_reset(&b);
	strbuf_add(&b, command->help);
	strbuf_add(&b, ".");
	lay_text(o, 0, b.s);
	strbuf_free(&b);
}

int help_command(struct context *c, int command)
{
	struct out *o = &c->out;

	set_width(o);
	if (command < 0)
		help_program(o);
	else
		help_usage(o, command_text(command));
	help_options(o, command);
	out_char(o, '\n');
	lay_text(o, 0,
	         "Exit status: 0 all found, 1 something was not found, 2 "
	         "usage, input or output trouble.");
	if (command < 0) {
		lay_text(o, 0,
		         "Each command has its own help: sipcode help "
		         "COMMAND.  The manual: man sipcode.");
		lay_text(o, 0,
		         "In a script, in CI or for an agent write -a, "
		         "-b, --field or --json.");
	}
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
