/* cli.c - one run: command line, command, and what it left to be written. */
#include "cli.h"

#include <string.h>

#include "cmdline.h"
#include "help.h"
#include "layout.h"
#include "len.h"
#include "schema.h"

static int (*const run[])(struct cli *) = {
#define COMMAND(name, operands, help) [COMMAND_##name] = cmd_##name,
#include "commands.def"
#undef COMMAND
};
_Static_assert(LEN(run) == COMMANDS, "a command lacks its function");

int cli_given(const struct cli *c, enum option_id option)
{
	return (c->options.given >> option & 1) != 0;
}

void cli_say(struct cli *c, const char *message, const char *subject,
             size_t len)
{
	c->err.utf8 = term_utf8();
	out_str(&c->err, "sipcode: ");
	out_str(&c->err, message);
	if (subject != NULL) {
		out_str(&c->err, ": '");
		out_escaped(&c->err, subject, len);
		out_char(&c->err, '\'');
	}
	out_char(&c->err, '\n');
}

void cli_note(struct cli *c, const char *message, const char *subject,
              size_t len)
{
	if (!cli_given(c, OPTION_quiet))
		cli_say(c, message, subject, len);
}

int cli_misuse(struct cli *c, const char *message, const char *subject)
{
	if (message != NULL)
		cli_say(c, message, subject,
		        subject == NULL ? 0 : strlen(subject));
	out_str(&c->err, "Try 'sipcode --help' for more information.\n");
	return STATUS_TROUBLE;
}

/* --field must name fields that every item has. */
static int has_fields(struct cli *c, const struct answer *a)
{
	/* Hits are of many kinds: what one lacks is left empty. */
	for (size_t i = 0; i < a->items && a->kind != ANSWER_HITS; i++) {
		const struct sipcode_row *row = a->item[i].row;

		for (size_t k = 0; row != NULL && k < c->options.fields; k++) {
			enum sipcode_field f = c->options.field[k];
			struct line l;

			if (schema_place(sipcode_row_set(row), f) != 0)
				continue;
			line_start(&l);
			line_add(&l, "a ");
			line_add(&l, sipcode_set_name(sipcode_row_set(row)));
			line_add(&l, " has no field");
			return cli_misuse(c, l.s, sipcode_field_name(f));
		}
	}
	return STATUS_FOUND;
}

int cli_shows(const struct cli *c, const struct answer *a)
{
	return a->items > 0 || c->options.format != &format_text;
}

int cli_show(struct cli *c, const struct answer *a)
{
	int status = has_fields(c, a);

	if (status != STATUS_FOUND || cli_given(c, OPTION_quiet))
		return status;
	if (c->options.fields > 0)
		show_fields(&c->out, a, c->options.field, c->options.fields,
		            cli_given(c, OPTION_null) ? '\0' : '\n');
	else
		c->options.format->show(&c->out, a);
	return STATUS_FOUND;
}

/* The language: what was asked for, else that of the environment where it
 * speaks UTF-8 and the text is for a person, else English. */
static int language(const struct cli *c)
{
	int lang;

	if (c->options.lang >= 0)
		return c->options.lang;
	if (sipcode_languages() == 1 || c->options.format != &format_text ||
	    c->options.fields > 0 || !term_utf8())
		return 0;
	lang = sipcode_language(term_locale());
	return lang < 0 ? 0 : lang;
}

static void prepare(struct cli *c)
{
	int fd = c->out.fd, terminal = term_is(fd);

	c->lang = language(c);
	c->out.color = term_color(terminal, c->options.color);
	/* In a pipe the same bytes on every machine: ASCII, not wrapped. */
	c->out.utf8 =
		c->options.format == &format_json || (terminal && term_utf8());
	if (c->options.width >= 0)
		c->out.width = (unsigned)c->options.width;
	else if (terminal)
		c->out.width = term_width(fd);
}

static int finish(struct cli *c, int status)
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

static const struct options defaults = {
	.format = &format_text,
	.lang = -1,
	.width = -1,
};

int cli_main(int argc, char **argv, int in, int out, int err)
{
	struct cli c;
	int status;

	out_open(&c.out, out);
	out_open(&c.err, err);
	c.in = in;
	c.command = -1;
	c.named = 0;
	c.options = defaults;
	status = cmdline_read(&c, argc, argv);
	prepare(&c);
	if (status == 0 && cli_given(&c, OPTION_version))
		status = help_version(&c);
	else if (status == 0 && cli_given(&c, OPTION_help))
		status = help_command(&c, c.named ? c.command : -1);
	else if (status == 0)
		status = run[c.command](&c);
	return finish(&c, status);
}
