/* run.c - one run: command line, command, and what it left to be written. */
#include "run.h"

#include <string.h>

#include "cmdline.h"
#include "command/command.h"
#include "context/language.h"
#include "help.h"
#include "text/text.h"
#include "words/label.h"

enum { PROSE_MAX = 100 };

/* The language: what was asked for, else on a terminal that of the
 * environment, else English.  In a pipe the same bytes on every machine. */
static int choose_language(const struct context *c)
{
	if (c->options.lang >= 0)
		return c->options.lang;
	if (sipcode_languages() == 1 || !c->out.terminal ||
	    !c->options.format->for_people || c->options.markdown)
		return 0;
	return language_wished();
}

static void prepare(struct context *c)
{
	struct out *o = &c->out;

	o->terminal = term_is(o->fd);
	c->lang = choose_language(c);
	if (context_is_read(c))
		o->color = term_color(o->terminal, c->options.color);
	/* In a pipe the same bytes on every machine: ASCII, not wrapped. */
	o->utf8 = c->options.format->utf8 || (o->terminal && term_utf8());
	if (c->options.width >= 0)
		o->width = (unsigned)c->options.width;
	else if (o->terminal)
		o->width = term_width(o->fd);
	if (context_is_read(c) && term_links(o->terminal, c->options.hyperlink))
		o->section = label_text(c->lang, LABEL_section);
	/* Longer lines are hard to read; who asks for a width gets it. */
	o->measure = o->width;
	if (c->options.width < 0 && o->measure > PROSE_MAX)
		o->measure = PROSE_MAX;
}

/* Nothing was asked for.  Who pipes a log into the program wants it read. */
static int run_nothing(struct context *c)
{
	if (!term_is_fed(c->in))
		return help_short(c);
	context_say(c,
	            "nothing was asked for; to read standard input use "
	            "sipcode explain, annotate or tally",
	            NULL, 0);
	return STATUS_TROUBLE;
}

/* For a ticket or a wiki: the whole, in one form on every machine. */
static void prepare_markdown(struct context *c)
{
	struct out *o = &c->out;

	o->markdown = 1;
	o->section = NULL;
	o->terminal = 0;
	o->utf8 = 1;
	o->color = 0;
	o->width = 0;
	o->measure = 0;
}

static int run_command(struct context *c)
{
	if (c->options.markdown)
		prepare_markdown(c);
	if (c->command == COMMAND_show && c->operands == 0)
		return run_nothing(c);
	switch ((enum command)c->command) {
#define COMMAND(name, function, operands, group, help)                         \
	case COMMAND_##name:                                                   \
		return command_##function(c);
#include "commands.def"
#undef COMMAND
	case COMMANDS:
		break;
	}
	return STATUS_TROUBLE;
}

static int finish(struct context *c, int status)
{
	out_flush(&c->out);
	if (c->out.error != 0) {
		out_str(&c->err, "sipcode: write error: ");
		out_str(&c->err, strerror(c->out.error));
		out_char(&c->err, '\n');
		status = STATUS_TROUBLE;
	}
	out_flush(&c->err);
	return status;
}

int cli_main(int argc, char **argv, int in, int out, int err)
{
	struct context c;
	int status;

	out_open(&c.out, out);
	out_open(&c.err, err);
	c.in = in;
	status = cmdline_read(&c, argc, argv);
	prepare(&c);
	if (status == 0 && context_given(&c, OPTION_version))
		status = help_version(&c);
	else if (status == 0 && context_given(&c, OPTION_help))
		status = help_command(&c, c.named ? c.command : -1);
	else if (status == 0)
		status = run_command(&c);
	return finish(&c, status);
}
