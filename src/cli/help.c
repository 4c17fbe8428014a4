/* help.c - help texts, made from the lists of commands and options. */
#include "help.h"

#include <string.h>

#include "command/command.h"
#include "context/near.h"
#include "layout/layout.h"
#include "io/strbuf.h"
#include "chars.h"
#include "len.h"

enum { PIPE_WIDTH = 82, OPTION_COLUMN = 28, COMMAND_COLUMN = 28 };

/* Help is wrapped in a pipe, too: nobody greps for its sentences. */
static void set_width(struct out *o)
{
	if (o->width == 0)
		o->width = o->measure = PIPE_WIDTH;
}

static void help_option(struct out *o, int i, int command)
{
	const struct option_text *option = option_text(i);
	struct strbuf b = { 0 }, help = { 0 };
	size_t n;
	const char *text = option_help(i, command, &n);

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
	strbuf_bytes(&help, text, n);
	lay_fact_at(o, OPTION_COLUMN, b.s, help.s, "");
	strbuf_free(&b);
	strbuf_free(&help);
}

/* The options of a command; of all for -1. */
static void help_options(struct out *o, int command)
{
	out_str(o, "\nOptions:\n");
	for (int i = 0; i < OPTIONS; i++)
		if (command < 0 || option_goes(i, command))
			help_option(o, i, command);
}

static void help_commands(struct out *o, enum command_group group)
{
	struct strbuf b = { 0 };

	for (int i = 0; i < COMMANDS; i++) {
		const struct command_text *command = command_text(i);

		if (command->group != group)
			continue;
		strbuf_reset(&b);
		strbuf_add(&b, command->name);
		strbuf_add(&b, " ");
		strbuf_add(&b, command->operands);
		lay_fact_at(o, COMMAND_COLUMN, b.s, command->help, "");
	}
	strbuf_free(&b);
}

static void help_groups(struct out *o)
{
	static const char names[GROUPS][11] = {
		[GROUP_LOOK_UP] = "Look up",
		[GROUP_TELL_APART] = "Tell apart",
		[GROUP_READ_LOGS] = "Read logs",
		[GROUP_HELP] = "Help",
	};

	for (int g = 0; g < GROUPS; g++) {
		out_char(o, '\n');
		out_str(o, names[g]);
		out_str(o, ":\n");
		help_commands(o, (enum command_group)g);
	}
}

static void help_examples(struct out *o)
{
	static const char *const examples[][2] = {
		{ "sipcode 486", "what a code means" },
		{ "sipcode busy here", "the same by its phrase" },
		{ "sipcode USER_BUSY", "the same by any other name" },
		{ "sipcode one way audio", "what is behind a symptom" },
		{ "sipcode compare 480 486", "what tells two codes apart" },
		{ "sipcode explain FILE", "what the responses in a log say" },
	};

	for (size_t i = 0; i < LEN(examples); i++)
		lay_fact_at(o, COMMAND_COLUMN, examples[i][0], examples[i][1],
		            "");
}

static void help_call(struct out *o)
{
	out_str(o, "usage: sipcode ANYTHING...\n");
	lay_text(o, 7, "sipcode COMMAND [OPTION...] [OPERAND...]");
}

int help_short(struct context *c)
{
	struct out *o = &c->err;

	o->utf8 = term_utf8();
	set_width(o);
	help_call(o);
	help_examples(o);
	out_str(o, "sipcode: nothing was asked for; all of the help: "
	           "sipcode --help\n");
	return STATUS_TROUBLE;
}

static void help_program(struct out *o)
{
	help_call(o);
	out_char(o, '\n');
	lay_text(o, 0,
	         "What a SIP response code means, when it is seen, how "
	         "to fix it.");
	help_groups(o);
	out_char(o, '\n');
	lay_text(o, 0,
	         "ANYTHING: a code (421, 4xx, 480-489), a status line or a "
	         "line of a log, a reason phrase, a cause, an option tag, a "
	         "header field, a method, a product, a symptom, or words to "
	         "search for.");
	lay_text(o, 0,
	         "CODE: a code, a status line, a reason phrase, or a product's "
	         "disguise of a code such as 170489.");
	lay_text(o, 0, "FILE: - or none is standard input.");
	out_str(o, "\nExamples:\n");
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

/* "help 403" is "403", "help explane" is "help explain". */
static int no_command(struct context *c, const char *s)
{
	int near = near_command(s, strlen(s));
	struct strbuf b = { 0 };
	int status;

	if (near < 0 && !char_is_digit(*s))
		return context_misuse(c, "no such command", s);
	strbuf_add(&b, near < 0 ? "sipcode " : "sipcode help ");
	strbuf_add(&b, near < 0 ? s : command_text(near)->name);
	status = context_instead(c, "no such command", s,
	                         near < 0 ? "to look it up" : "did you mean",
	                         b.s);
	strbuf_free(&b);
	return status;
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
	if (command < 0 && strcmp(c->operand[0], "terms") == 0) {
		c->command = COMMAND_term;
		c->operands = 0;
		return command_records(c);
	}
	if (command < 0)
		return no_command(c, c->operand[0]);
	return help_command(c, command);
}
