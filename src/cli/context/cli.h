/* cli.h - one run of the program: its streams, options and operands. */
#ifndef CLI_H
#define CLI_H

#include <stddef.h>
#include <sipcode.h>

#include "answer.h"
#include "out.h"
#include "term.h"

/* Exit status; EXIT STATUS of the manual has the same table. */
enum status {
	STATUS_FOUND = 0,   /* all that was asked for was found */
	STATUS_MISSING = 1, /* something was not; the rest is printed */
	STATUS_TROUBLE = 2  /* usage, input or output */
};

enum command {
#define COMMAND(name, operands, help) COMMAND_##name,
#include "commands.def"
#undef COMMAND
	COMMANDS
};

enum option_id {
#define OPTION(id, name, letter, colon, arg, commands, help) OPTION_##id,
#include "options.def"
#undef OPTION
	OPTIONS
};

enum { RULES_MAX = 16 };

struct options {
	unsigned long given; /* a bit an option */
	const struct format *format;
	enum color color;
	int lang;   /* -1: from the environment */
	long width; /* -1: from the terminal */
	enum sipcode_field field[FIELDS_MAX];
	size_t fields;
	unsigned long sip;
	const char *code, *style, *by;
	const char *fail_if[RULES_MAX];
	size_t fail_ifs;
};

struct cli {
	struct out out;
	struct out err;
	int in;
	int lang;
	int command; /* enum command, or -1 before it is known */
	int named;   /* the command stood on the command line */
	struct options options;
	char **operand;
	size_t operands;
};

/* Runs the program on these file descriptors, which stay open.  argv[0] is
 * the program's name.  Returns the exit status. */
int cli_main(int argc, char **argv, int in, int out, int err);

/* Was the option given? */
int cli_given(const struct cli *c, enum option_id option);
/* Is there anything to show?  In JSON and TSV also an empty answer. */
int cli_shows(const struct cli *c, const struct answer *a);
/* Shows the answer in the format that was asked for.  Returns STATUS_FOUND,
 * or STATUS_TROUBLE if --field names one that an item does not have. */
int cli_show(struct cli *c, const struct answer *a);

/* "sipcode: MESSAGE: 'SUBJECT'" on stderr; the subject, which may be NULL,
 * is escaped. */
void cli_say(struct cli *c, const char *message, const char *subject,
             size_t len);
/* The same for what was not found; --quiet leaves it to the status. */
void cli_note(struct cli *c, const char *message, const char *subject,
              size_t len);
/* The same for a mistake in the call, with a line that points at --help.
 * Returns STATUS_TROUBLE. */
int cli_misuse(struct cli *c, const char *message, const char *subject);

/* The commands; each returns an exit status. */
#define COMMAND(name, operands, help) int cmd_##name(struct cli *c);
#include "commands.def"
#undef COMMAND

#endif
