/* cmd_help.c - help texts, made from the lists of commands and options. */
#include "help.h"

#include <string.h>

#include "cmdline.h"
#include "layout.h"

static void usage(struct out *o, int command)
{
	out_str(o, "usage: sipcode ");
	out_str(o, command_name(command));
	out_str(o, " [OPTION...] ");
	out_str(o, command_operands(command));
	out_char(o, '\n');
}

static void all(struct out *o)
{
	out_str(o,
	        "usage: sipcode CODE...\n"
	        "       sipcode COMMAND [OPTION...] [OPERAND...]\n\n"
	        "What a SIP response code means, when it is seen, how to fix "
	        "it.\n\nCommands:\n");
	for (int i = 0; i < COMMANDS; i++) {
		struct line l;

		line_start(&l);
		line_add(&l, command_name(i));
		line_add(&l, " ");
		line_add(&l, command_operands(i));
		while (l.len < 25)
			line_add(&l, " ");
		out_str(o, "  ");
		out_str(o, l.s);
		out_char(o, ' ');
		out_str(o, command_help(i));
		out_char(o, '\n');
	}
	out_str(o,
	        "\nCODE: 421, 4xx, \"SIP/2.0 421 Extension Required\", a "
	        "reason "
	        "phrase such as\nbusy here, or a product's disguise of a code "
	        "such as 170489.\nFILE: - or none is standard input.\n");
}

int help_command(struct cli *c, int command)
{
	struct out *o = &c->out;

	if (command < 0) {
		all(o);
	} else {
		usage(o, command);
		out_char(o, '\n');
		out_str(o, command_help(command));
		out_str(o, ".\n");
	}
	out_str(o, "\nOptions:\n");
	options_print(o, command);
	out_str(o, "\nExit status: 0 all found, 1 something was not found, 2 "
	           "usage, input or output\ntrouble.\n");
	if (command < 0)
		out_str(o, "Each command has its own help: sipcode help "
		           "COMMAND.  The manual: man sipcode.\n");
	return STATUS_FOUND;
}

int help_version(struct cli *c)
{
	struct out *o = &c->out;
	const struct sipcode_row *first = sipcode_row(0, SIPCODE_CODES, 0);

	out_str(o, "sipcode " SIPCODE_VERSION "\ndata: ");
	out_str(o, sipcode_text(first, SIPCODE_F_SOURCE, 0));
	out_char(o, '\n');
	return STATUS_FOUND;
}

int cmd_help(struct cli *c)
{
	int command;

	if (c->operands == 0)
		return help_command(c, -1);
	command = command_named(c->operand[0]);
	if (command < 0)
		return cli_misuse(c, "no such command", c->operand[0]);
	return help_command(c, command);
}
