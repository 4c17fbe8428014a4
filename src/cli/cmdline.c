/* cmdline.c - options, then the command and its operands. */
#include "cmdline.h"

#include <string.h>

#include "layout.h"
#include "len.h"
#include "number.h"

/* Arrays of characters, not pointers: nothing has to be relocated when the
 * program starts. */
static const struct {
	char name[12], operands[20], help[64];
} commands[] = {
#define COMMAND(name, operands, help) { #name, operands, help },
#include "commands.def"
#undef COMMAND
};

static const struct {
	char name[16], letter[2], colon[2], arg[8], commands[64], help[80];
} options[] = {
#define OPTION(id, name, letter, colon, arg, commands, help)                   \
	{ name, letter, colon, arg, commands, help },
#include "options.def"
#undef OPTION
};

int command_named(const char *name)
{
	for (size_t i = 0; i < LEN(commands); i++)
		if (commands[i].name[0] == name[0] &&
		    strcmp(commands[i].name, name) == 0)
			return (int)i;
	return -1;
}

const char *command_name(int command)
{
	return commands[command].name;
}

const char *command_operands(int command)
{
	return commands[command].operands;
}

const char *command_help(int command)
{
	return commands[command].help;
}

int option_goes(int option, int command)
{
	const char *list = options[option].commands;
	const char *name = commands[command].name;
	size_t n = strlen(name);
	const char *at = list;

	if (list[0] == '*')
		return 1;
	while ((at = strstr(at, name)) != NULL) {
		if (at > list && at[-1] == ' ' && at[n] == ' ')
			return 1;
		at++;
	}
	return 0;
}

void options_print(struct out *o, int command)
{
	for (size_t i = 0; i < LEN(options); i++) {
		struct line l;

		if (command >= 0 && !option_goes((int)i, command))
			continue;
		line_start(&l);
		if (options[i].letter[0] != '\0') {
			line_add(&l, "-");
			line_add(&l, options[i].letter);
			line_add(&l, ", ");
		} else {
			line_add(&l, "    ");
		}
		line_add(&l, "--");
		line_add(&l, options[i].name);
		if (options[i].arg[0] != '\0') {
			line_add(&l, "=");
			line_add(&l, options[i].arg);
		}
		while (l.len < 23)
			line_add(&l, " ");
		out_str(o, "  ");
		out_str(o, l.s);
		out_char(o, ' ');
		out_str(o, options[i].help);
		out_char(o, '\n');
	}
}

static int read_format(struct cli *c, const char *arg)
{
	static const struct format *const formats[] = { &format_text,
		                                        &format_json,
		                                        &format_tsv };

	for (size_t i = 0; i < LEN(formats); i++) {
		if (strcmp(formats[i]->name, arg) == 0) {
			c->options.format = formats[i];
			return 0;
		}
	}
	return cli_misuse(c, "no such format (text, json, tsv)", arg);
}

static int read_color(struct cli *c, const char *arg)
{
	static const char names[][8] = { [COLOR_AUTO] = "auto",
		                         [COLOR_ALWAYS] = "always",
		                         [COLOR_NEVER] = "never" };

	for (size_t i = 0; i < LEN(names); i++) {
		if (strcmp(names[i], arg) == 0) {
			c->options.color = (enum color)i;
			return 0;
		}
	}
	return cli_misuse(c, "not auto, always or never", arg);
}

static int read_width(struct cli *c, const char *arg)
{
	unsigned long n;

	if (number_read(arg, &n) != 0 || (n != 0 && n < 20) || n > 1000)
		return cli_misuse(c, "not a width (0, or 20 to 1000)", arg);
	c->options.width = (long)n;
	return 0;
}

static int read_lang(struct cli *c, const char *arg)
{
	c->options.lang = sipcode_language(arg);
	return c->options.lang < 0 ? cli_misuse(c, "no such language", arg) : 0;
}

static int read_fields(struct cli *c, const char *arg)
{
	c->options.fields = 0;
	for (;;) {
		size_t n = strcspn(arg, ",");
		enum sipcode_field f = sipcode_field_named(arg, n);

		if (f == SIPCODE_F_NONE) {
			cli_say(c, "no such field", arg, n);
			return cli_misuse(c, NULL, NULL);
		}
		if (c->options.fields == FIELDS_MAX)
			return cli_misuse(c, "too many fields", arg);
		c->options.field[c->options.fields++] = f;
		if (arg[n] == '\0')
			return 0;
		arg += n + 1;
	}
}

static int read_sip(struct cli *c, const char *arg)
{
	if (number_read(arg, &c->options.sip) != 0 || c->options.sip < 100 ||
	    c->options.sip > 699)
		return cli_misuse(c, "not a status code (100 to 699)", arg);
	return 0;
}

/* What an option does with its argument. */
static int take(struct cli *c, int option, const char *arg)
{
	struct options *o = &c->options;

	switch (option) {
	case OPTION_color:
		return read_color(c, arg);
	case OPTION_field:
		return read_fields(c, arg);
	case OPTION_format:
		return read_format(c, arg);
	case OPTION_json:
		return read_format(c, "json");
	case OPTION_tsv:
		return read_format(c, "tsv");
	case OPTION_lang:
		return read_lang(c, arg);
	case OPTION_sip:
		return read_sip(c, arg);
	case OPTION_width:
		return read_width(c, arg);
	case OPTION_by:
		o->by = arg;
		return 0;
	case OPTION_code:
		o->code = arg;
		return 0;
	case OPTION_style:
		o->style = arg;
		return 0;
	case OPTION_fail_if:
		if (o->fail_ifs == RULES_MAX)
			return cli_misuse(c, "too many rules", arg);
		o->fail_if[o->fail_ifs++] = arg;
		return 0;
	default:
		return 0;
	}
}

static int option_of(char letter)
{
	for (size_t i = 0; i < LEN(options); i++)
		if (options[i].letter[0] == letter)
			return (int)i;
	return -1;
}

/* The option of a name, which may end in "=ARGUMENT"; -1 if there is none. */
static int option_named(const char *name)
{
	size_t n = strcspn(name, "=");

	for (size_t i = 0; i < LEN(options); i++)
		if (strncmp(options[i].name, name, n) == 0 &&
		    options[i].name[n] == '\0')
			return (int)i;
	return -1;
}

static int give(struct cli *c, int option, const char *arg)
{
	c->options.given |= 1UL << option;
	return take(c, option, arg);
}

/* "--name", "--name=ARGUMENT", "--name ARGUMENT".  *used is set to how many
 * arguments that were. */
static int read_long(struct cli *c, char **argv, int *used)
{
	int option = option_named(argv[0] + 2);
	const char *equals = strchr(argv[0], '=');

	if (option < 0)
		return cli_misuse(c, "unknown option", argv[0]);
	if (options[option].colon[0] == '\0') {
		if (equals != NULL)
			return cli_misuse(c, "option takes no argument",
			                  argv[0]);
		return give(c, option, NULL);
	}
	if (equals != NULL)
		return give(c, option, equals + 1);
	if (argv[1] == NULL)
		return cli_misuse(c, "argument missing to option", argv[0]);
	*used = 2;
	return give(c, option, argv[1]);
}

/* "-jq", "-fjson", "-f json". */
static int read_short(struct cli *c, char **argv, int *used)
{
	for (const char *s = argv[0] + 1; *s != '\0'; s++) {
		int option = option_of(*s), status;

		if (option < 0)
			return cli_misuse(c, "unknown option", argv[0]);
		if (options[option].colon[0] != '\0') {
			if (s[1] != '\0')
				return give(c, option, s + 1);
			if (argv[1] == NULL)
				return cli_misuse(c,
				                  "argument missing to option",
				                  argv[0]);
			*used = 2;
			return give(c, option, argv[1]);
		}
		status = give(c, option, NULL);
		if (status != 0)
			return status;
	}
	return 0;
}

/* Options may stand behind operands, up to "--", unless POSIXLY_CORRECT is
 * set.  The operands are moved to the front of argv. */
static int read_options(struct cli *c, int argc, char **argv)
{
	size_t operands = 0;

	for (int i = 1; i < argc;) {
		const char *s = argv[i];
		int used = 1, status = 0;

		if (s[0] != '-' || s[1] == '\0') {
			argv[1 + operands++] = argv[i++];
			continue;
		}
		/* The name of a command is not yet an operand. */
		if (operands > (size_t)(operands > 0 &&
		                        command_named(argv[1]) >= 0) &&
		    term_posix()) {
			while (i < argc)
				argv[1 + operands++] = argv[i++];
			break;
		}
		if (strcmp(s, "--") == 0) {
			/* What follows is no command, whatever its name. */
			c->command = operands == 0 ? COMMAND_show : -1;
			while (++i < argc)
				argv[1 + operands++] = argv[i];
			break;
		}
		if (s[1] == '-')
			status = read_long(c, argv + i, &used);
		else
			status = read_short(c, argv + i, &used);
		if (status != 0)
			return status;
		i += used;
	}
	c->operand = argv + 1;
	c->operands = operands;
	return 0;
}

static int check_options(struct cli *c)
{
	if (cli_given(c, OPTION_help) || cli_given(c, OPTION_version))
		return 0;
	for (int i = 0; i < OPTIONS; i++) {
		struct line l;

		if (!cli_given(c, (enum option_id)i) ||
		    option_goes(i, c->command))
			continue;
		line_start(&l);
		line_add(&l, "'");
		line_add(&l, commands[c->command].name);
		line_add(&l, "' has no option");
		return cli_misuse(c, l.s, options[i].name);
	}
	if (cli_given(c, OPTION_null) && c->options.fields == 0)
		return cli_misuse(c, "--null goes with --field", NULL);
	return 0;
}

int cmdline_read(struct cli *c, int argc, char **argv)
{
	if (read_options(c, argc, argv) != 0)
		return STATUS_TROUBLE;
	if (c->operands > 0 && c->command < 0)
		c->command = command_named(c->operand[0]);
	else if (c->command < 0)
		c->command = COMMAND_show;
	else
		return check_options(c);
	c->named = c->operands > 0 && c->command >= 0;
	if (c->command < 0)
		c->command = COMMAND_show;
	c->operand += c->named;
	c->operands -= (size_t)c->named;
	return check_options(c);
}
