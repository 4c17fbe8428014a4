/* cmdline.c - options, then the command and its operands. */
#include "cmdline.h"

#include <string.h>

#include "context/near.h"
#include "io/number.h"
#include "io/strbuf.h"
#include "chars.h"
#include "len.h"
#include "machine/formats.h"
#include "text/text.h"

static int read_format(struct context *c, const char *arg)
{
	c->options.markdown = strcmp(arg, "markdown") == 0;
	if (c->options.markdown || strcmp(arg, "text") == 0)
		c->options.format = &format_text;
	else if (strcmp(arg, "json") == 0)
		c->options.format = &format_json;
	else if (strcmp(arg, "tsv") == 0)
		c->options.format = &format_tsv;
	else if (strcmp(arg, "sarif") == 0)
		c->options.format = &format_sarif;
	else
		return context_misuse(
			c, "no such format (text, json, tsv, markdown, sarif)",
			arg);
	return 0;
}

static int read_when(struct context *c, const char *arg, enum when *when)
{
	/* In the order of enum when. */
	static const char names[][8] = { "auto", "always", "never" };

	for (size_t i = 0; i < LEN(names); i++) {
		if (strcmp(names[i], arg) == 0) {
			*when = (enum when)i;
			return 0;
		}
	}
	return context_misuse(c, "not auto, always or never", arg);
}

static int read_width(struct context *c, const char *arg)
{
	unsigned long n;

	if (number_read(arg, &n) != 0 || (n != 0 && n < 20) || n > 1000)
		return context_misuse(c, "not a width (0, or 20 to 1000)", arg);
	c->options.width = (long)n;
	return 0;
}

static int read_lang(struct context *c, const char *arg)
{
	struct strbuf b = { 0 };
	int status;

	c->options.lang = sipcode_language(arg);
	if (c->options.lang >= 0)
		return 0;
	strbuf_add(&b, "no such language (");
	for (int l = 0; l < sipcode_languages(); l++) {
		strbuf_add(&b, l == 0 ? "" : ", ");
		strbuf_add(&b, sipcode_language_tag(l));
	}
	strbuf_add(&b, ")");
	status = context_misuse(c, strbuf_text(&b), arg);
	strbuf_free(&b);
	return status;
}

static int no_such_field(struct context *c, const char *name, size_t n)
{
	enum sipcode_field near = near_field(name, n);
	const char *meant = sipcode_field_name(near);

	context_say(c, "no such field", name, n);
	if (near == SIPCODE_F_NONE)
		return context_misuse(c, NULL, NULL);
	context_say(c, "did you mean", meant, strlen(meant));
	return STATUS_TROUBLE;
}

static int read_fields(struct context *c, const char *arg)
{
	c->options.fields = 0;
	for (;;) {
		size_t n = strcspn(arg, ",");
		enum sipcode_field f = sipcode_field_named(arg, n);

		if (f == SIPCODE_F_NONE)
			return no_such_field(c, arg, n);
		if (c->options.fields == FIELDS_MAX)
			return context_misuse(c, "too many fields", arg);
		c->options.field[c->options.fields++] = f;
		if (arg[n] == '\0')
			return 0;
		arg += n + 1;
	}
}

static int read_sip(struct context *c, const char *arg)
{
	if (number_read(arg, &c->options.sip) != 0 || c->options.sip < 100 ||
	    c->options.sip > 699)
		return context_misuse(c, "not a status code (100 to 699)", arg);
	return 0;
}

/* What an option does with its argument. */
static int take_option(struct context *c, int option, const char *arg)
{
	struct options *o = &c->options;

	switch (option) {
	case OPTION_color:
		return read_when(c, arg, &o->color);
	case OPTION_hyperlink:
		return read_when(c, arg, &o->hyperlink);
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
	case OPTION_ignore:
		if (o->ignores == IGNORES_MAX)
			return context_misuse(c, "too many lists", arg);
		o->ignore[o->ignores++] = arg;
		return 0;
	case OPTION_fail_if:
		if (o->fail_ifs == RULES_MAX)
			return context_misuse(c, "too many rules", arg);
		o->fail_if[o->fail_ifs++] = arg;
		return 0;
	default:
		return 0;
	}
}

/* Of --all and --brief the last one counts: one may stand in an alias. */
static int give_option(struct context *c, int option, const char *arg)
{
	if (option == OPTION_all)
		c->options.given &= ~(1UL << OPTION_brief);
	else if (option == OPTION_brief)
		c->options.given &= ~(1UL << OPTION_all);
	c->options.given |= 1UL << option;
	return take_option(c, option, arg);
}

/* Says that there is no such option, and which one may have been meant. */
static int no_such_option(struct context *c, const char *typed, int near,
                          const char *lead)
{
	struct strbuf b = { 0 };
	int status;

	if (near < 0)
		return context_misuse(c, "unknown option", typed);
	strbuf_add(&b, "--");
	strbuf_add(&b, option_text(near)->name);
	status = context_instead(c, "unknown option", typed, lead, b.s);
	strbuf_free(&b);
	return status;
}

/* "--name", "--name=ARGUMENT", "--name ARGUMENT".  *used is set to how many
 * arguments that were. */
static int read_long(struct context *c, char **argv, int *used)
{
	int option = option_named(argv[0] + 2);
	const char *equals = strchr(argv[0], '=');

	if (option < 0)
		return no_such_option(c, argv[0], near_option(argv[0] + 2),
		                      "did you mean");
	if (*option_text(option)->arg == '\0') {
		if (equals != NULL)
			return context_misuse(c, "option takes no argument",
			                      argv[0]);
		return give_option(c, option, NULL);
	}
	if (equals != NULL)
		return give_option(c, option, equals + 1);
	if (argv[1] == NULL)
		return context_misuse(c, "argument missing to option", argv[0]);
	*used = 2;
	return give_option(c, option, argv[1]);
}

/* "-jq", "-fjson", "-f json". */
static int read_short(struct context *c, char **argv, int *used)
{
	int longer = strlen(argv[0]) > 2 ? option_named(argv[0] + 1) : -1;

	if (longer >= 0)
		return no_such_option(c, argv[0], longer,
		                      "long options take two hyphens");
	for (const char *s = argv[0] + 1; *s != '\0'; s++) {
		int option = option_lettered(*s), status;

		if (option < 0)
			return no_such_option(c, argv[0],
			                      *s == 'v' ? OPTION_version : -1,
			                      "did you mean");
		if (*option_text(option)->arg != '\0') {
			if (s[1] != '\0')
				return give_option(c, option, s + 1);
			if (argv[1] == NULL)
				return context_misuse(
					c, "argument missing to option",
					argv[0]);
			*used = 2;
			return give_option(c, option, argv[1]);
		}
		status = give_option(c, option, NULL);
		if (status != 0)
			return status;
	}
	return 0;
}

/* The arguments that are read, and where the operands go. */
struct arguments {
	char **argv;
	int argc, at;
	size_t operands;
};

static void take_operand(struct arguments *a)
{
	a->argv[1 + a->operands++] = a->argv[a->at++];
}

/* POSIX ends the options at the first operand; the name of a command is not
 * yet one. */
static int options_end(const struct arguments *a)
{
	size_t named =
		a->operands > 0 && command_named(a->argv[1]) >= 0 ? 1 : 0;

	return a->operands > named && term_posix();
}

/* The argument at a->at, which begins with "-". */
static int read_option(struct context *c, struct arguments *a)
{
	char **argv = a->argv + a->at;
	int used = 1;
	int status = argv[0][1] == '-' ? read_long(c, argv, &used)
	                               : read_short(c, argv, &used);

	a->at += used;
	return status;
}

/* Options may stand behind operands, up to "--", unless POSIXLY_CORRECT is
 * set.  The operands are moved to the front of argv. */
static int read_arguments(struct context *c, struct arguments *a)
{
	int only_operands = 0;

	while (a->at < a->argc) {
		const char *s = a->argv[a->at];

		if (only_operands || s[0] != '-' || s[1] == '\0' ||
		    option_is_none(s)) {
			take_operand(a);
		} else if (options_end(a)) {
			only_operands = 1;
		} else if (strcmp(s, "--") == 0) {
			/* What follows is no command, whatever its name. */
			if (a->operands == 0)
				c->command = COMMAND_show;
			only_operands = 1;
			a->at++;
		} else {
			int status = read_option(c, a);

			if (status != 0)
				return status;
		}
	}
	return 0;
}

/* An option of so many commands is of no one in particular. */
enum { FEW_COMMANDS = 2 };

/* Says that a command does not have an option, and the first one that has
 * it. */
static int no_option(struct context *c, int option)
{
	const char *name = option_text(option)->name;
	struct strbuf b = { 0 }, lead = { 0 }, instead = { 0 };
	int other = -1, others = 0, status;

	strbuf_add(&b, "'");
	strbuf_add(&b, command_text(c->command)->name);
	strbuf_add(&b, "' has no option");
	for (int i = COMMANDS - 1; i >= 0; i--)
		if (option_goes(option, i)) {
			other = i;
			others++;
		}
	if (others > FEW_COMMANDS) {
		status = context_misuse(c, b.s, name);
		strbuf_free(&b);
		return status;
	}
	strbuf_add(&lead, "--");
	strbuf_add(&lead, name);
	strbuf_add(&lead, " goes with ");
	strbuf_add(&lead, command_text(other)->name);
	strbuf_add(&instead, "sipcode help ");
	strbuf_add(&instead, command_text(other)->name);
	status = context_instead(c, b.s, name, lead.s, instead.s);
	strbuf_free(&b);
	strbuf_free(&lead);
	strbuf_free(&instead);
	return status;
}

static int check_options(struct context *c)
{
	if (context_given(c, OPTION_help) || context_given(c, OPTION_version))
		return 0;
	for (int i = 0; i < OPTIONS; i++)
		if (context_given(c, (enum option_id)i) &&
		    !option_goes(i, c->command))
			return no_option(c, i);
	if (context_given(c, OPTION_null) && c->options.fields == 0)
		return context_misuse(c, "--null goes with --field", NULL);
	if (context_given(c, OPTION_null) && c->options.format == &format_json)
		return context_misuse(c, "--null goes without --json", NULL);
	if (c->options.format == &format_sarif && c->command != COMMAND_check)
		return context_misuse(c, "--format=sarif goes with check",
		                      NULL);
	if (c->options.fields > 0 && c->options.format != &format_json)
		c->options.format = &format_fields;
	return 0;
}

static void find_command(struct context *c)
{
	if (c->command >= 0)
		return;
	if (c->operands > 0)
		c->command = command_named(c->operand[0]);
	c->named = c->command >= 0;
	if (!c->named)
		c->command = COMMAND_show;
	c->operand += c->named;
	c->operands -= (size_t)c->named;
}

static const struct options defaults = {
	.format = &format_text,
	.lang = -1,
	.width = -1,
};

int cmdline_read(struct context *c, int argc, char **argv)
{
	struct arguments a = { argv, argc, 1, 0 };

	c->command = -1;
	c->named = 0;
	c->options = defaults;
	if (read_arguments(c, &a) != 0)
		return STATUS_TROUBLE;
	c->operand = argv + 1;
	c->operands = a.operands;
	find_command(c);
	return check_options(c);
}
