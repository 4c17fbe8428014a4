/* near.c - other names, and slips of the finger. */
#include "context/near.h"

#include <string.h>

#include "answer/remark.h"
#include "context/grammar.h"
#include "len.h"

struct other_name {
	char word[12];
	int meant;
};

/* What other programs call these options and commands. */
static const struct other_name other_options[] = {
	{ "ansi", OPTION_color },      { "columns", OPTION_width },
	{ "details", OPTION_all },     { "fields", OPTION_field },
	{ "filter", OPTION_code },     { "full", OPTION_all },
	{ "language", OPTION_lang },   { "locale", OPTION_lang },
	{ "long", OPTION_all },        { "no-color", OPTION_color },
	{ "no-colour", OPTION_color }, { "nocolor", OPTION_color },
	{ "output", OPTION_format },   { "print0", OPTION_null },
	{ "short", OPTION_brief },     { "silent", OPTION_quiet },
	{ "summary", OPTION_brief },   { "usage", OPTION_help },
	{ "verbose", OPTION_all },     { "wrap", OPTION_width },
};

static const struct other_name other_commands[] = {
	{ "colorize", COMMAND_annotate },
	{ "contrast", COMMAND_compare },
	{ "count", COMMAND_tally },
	{ "decode", COMMAND_explain },
	{ "diagram", COMMAND_flow },
	{ "diff", COMMAND_compare },
	{ "difference", COMMAND_compare },
	{ "find", COMMAND_search },
	{ "grep", COMMAND_search },
	{ "ladder", COMMAND_flow },
	{ "lint", COMMAND_check },
	{ "lookup", COMMAND_show },
	{ "ls", COMMAND_list },
	{ "man", COMMAND_help },
	{ "parse", COMMAND_explain },
	{ "read", COMMAND_explain },
	{ "stats", COMMAND_tally },
	{ "usage", COMMAND_help },
	{ "validate", COMMAND_check },
	{ "versus", COMMAND_compare },
	{ "vs", COMMAND_compare },
};

static int other_name(const struct other_name *names, size_t count,
                      const char *text, size_t n)
{
	for (size_t i = 0; i < count; i++)
		if (strlen(names[i].word) == n &&
		    sipcode_distance(names[i].word, n, text, n) == 0)
			return names[i].meant;
	return -1;
}

/* How many slips a word of that length may have. */
static unsigned slips_of(size_t n)
{
	return n >= 6 ? 2 : n > 2;
}

/* Keeps the best so far.  The front of a name is one, too. */
static void keep_nearer(const char *text, size_t n, const char *name, int i,
                        unsigned *slips, int *best)
{
	unsigned d = sipcode_distance(text, n, name, strlen(name));

	if (n > 2 && strncmp(name, text, n) == 0)
		d = 1;
	if (d > *slips || (*best >= 0 && d == *slips))
		return;
	*slips = d;
	*best = i;
}

int near_option(const char *text)
{
	size_t n = strcspn(text, "=");
	unsigned slips = slips_of(n);
	int best = other_name(other_options, LEN(other_options), text, n);

	if (best >= 0)
		return best;
	for (int i = 0; i < OPTIONS; i++)
		keep_nearer(text, n, option_text(i)->name, i, &slips, &best);
	return best;
}

enum sipcode_field near_field(const char *text, size_t n)
{
	unsigned slips = slips_of(n) + 1;
	int best = SIPCODE_F_NONE - 1;

	for (int f = 1; f < SIPCODE_FIELDS; f++)
		keep_nearer(text, n, sipcode_field_name((enum sipcode_field)f),
		            f, &slips, &best);
	return best < 0 ? SIPCODE_F_NONE : (enum sipcode_field)best;
}

int near_command(const char *text, size_t n)
{
	unsigned slips = slips_of(n);
	int best = other_name(other_commands, LEN(other_commands), text, n);

	if (best >= 0)
		return best;
	for (int i = 0; i < COMMANDS; i++)
		keep_nearer(text, n, command_text(i)->name, i, &slips, &best);
	return best;
}

int near_rule(const char *text, size_t n)
{
	unsigned slips = slips_of(n) + 1;
	struct sipcode_finding f;
	char id[RULE_MAX];
	int best = -1;

	for (int i = 0; finding_of_rule((size_t)i, &f); i++) {
		sipcode_rule_id(&f, id, sizeof(id));
		keep_nearer(text, n, id, i, &slips, &best);
	}
	return best;
}
