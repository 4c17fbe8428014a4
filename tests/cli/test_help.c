/* test_help.c - --help and --version, held against the lists of commands and
 * options. */
#include "harness.h"

#include <stdio.h>
#include <string.h>

#include "context/grammar.h"
#include "sipcode.h"

static const char *const option_names[] = {
#define OPTION(id, name, letter, arg, commands, help) name,
#include "options.def"
#undef OPTION
};

/* How often an option begins a line of the list of options. */
static size_t listed(const char *help, const char *option)
{
	static const char *const before[] = { ", ", "    " };
	static const char *const behind[] = { " ", "=" };
	size_t n = 0;

	for (size_t i = 0; i < 4; i++) {
		char part[32];

		snprintf(part, sizeof(part), "%s--%s%s", before[i / 2], option,
		         behind[i % 2]);
		n += times(help, part);
	}
	return n;
}

static void help_goes_to_stdout_with_status_0(void **state)
{
	static const struct check checks[] = {
		{ { "--help" }, 0, "usage: sipcode ANYTHING...\n*", "" },
		{ { "-h" }, 0, "usage: sipcode ANYTHING...\n*", "" },
		{ { "help" }, 0, "usage: sipcode ANYTHING...\n*", "" },
		{ { "421", "--help" }, 0, "usage: sipcode *", "" },
		{ { "compare", "--help" }, 0, "usage: sipcode compare *", "" },
		{ { "--help", "compare" }, 0, "usage: sipcode compare *", "" },
		{ { "compare", "421", "420", "-h" }, 0,
		  "usage: sipcode compare *", "" },
		{ { "help", "compare" }, 0, "usage: sipcode compare *", "" },
		{ { "help", "--help" }, 0, "usage: sipcode help *", "" },
		{ { "list", "--help", "--merge" }, 0, "usage: sipcode list *",
		  "" },
		{ { "help", "bogus" }, 2, "", "sipcode: no such command: "
		  "'bogus'\n" TRY },
	};

	(void)state;
	CHECK(checks);
}

static void the_version_stands_alone_in_the_first_line(void **state)
{
	static const char want[] = "sipcode " SIPCODE_VERSION "\ndata: *\n";
	static const struct check checks[] = {
		{ { "--version" }, 0, want, "" },
		{ { "-V" }, 0, want, "" },
		{ { "421", "--version" }, 0, want, "" },
		{ { "compare", "-V" }, 0, want, "" },
		{ { "--version", "--help" }, 0, want, "" },
		{ { "--help", "--version" }, 0, want, "" },
		{ { "-jqV" }, 0, want, "" },
	};

	(void)state;
	CHECK(checks);
}

static void every_command_has_its_own_help(void **state)
{
	struct run r = { 0 }, same = { 0 };

	(void)state;
	for (int c = 0; c < COMMANDS; c++) {
		const char *name = command_text(c)->name;
		char want[128];

		snprintf(want, sizeof(want),
		         "usage: sipcode %s [OPTION...] %s\n", name,
		         command_text(c)->operands);
		RUN(&r, "help", name);
		assert_int_equal(strncmp(r.out, want, strlen(want)), 0);
		assert_holds(r.out, command_text(c)->help);
		assert_run(&r, 0, "*", "");
		RUN(&same, name, "--help");
		assert_run(&same, 0, "*", "");
		assert_string_equal(same.out, r.out);
	}
	run_free(&r);
	run_free(&same);
}

static void the_help_lists_every_command_and_option(void **state)
{
	struct run r = { 0 };
	char line[64];

	(void)state;
	RUN(&r, "--help");
	for (int c = 0; c < COMMANDS; c++) {
		snprintf(line, sizeof(line), "\n  %s %s", command_text(c)->name,
		         command_text(c)->operands);
		assert_int_equal(times(r.out, line), 1);
		assert_holds(r.out, command_text(c)->help);
	}
	assert_run(&r, 0, "*Exit status: 0 *1 *2 *In a script, in CI or for an "
	           "agent write -a, -b, --field or --json.\n", "");
	*strstr(r.out, "\nExit status") = '\0';
	for (int o = 0; o < OPTIONS; o++)
		assert_int_equal(listed(r.out, option_names[o]), 1);
	run_free(&r);
}

static void a_command_lists_the_options_that_go_with_it(void **state)
{
	struct run r = { 0 };

	(void)state;
	for (int c = 0; c < COMMANDS; c++) {
		RUN(&r, "help", command_text(c)->name);
		for (int o = 0; o < OPTIONS; o++)
			assert_int_equal(listed(r.out, option_names[o]),
			                 option_goes(o, c));
		assert_run(&r, 0, "*", "");
	}
	run_free(&r);
}

static void commands_and_options_are_sorted(void **state)
{
	(void)state;
	for (int c = 1; c < COMMANDS; c++)
		assert_true(strcmp(command_text(c - 1)->name,
		                   command_text(c)->name) < 0);
	for (int o = 1; o < OPTIONS; o++)
		assert_true(strcmp(option_names[o - 1], option_names[o]) < 0);
}

static void letters_are_given_once(void **state)
{
	static const char *const letters[] = {
#define OPTION(id, name, letter, arg, commands, help) letter,
#include "options.def"
#undef OPTION
	};

	(void)state;
	for (size_t i = 0; i < LEN(letters); i++)
		for (size_t k = 0; k < i; k++)
			assert_true(letters[i][0] == '\0' ||
			            letters[i][0] != letters[k][0]);
}

static void a_command_is_known_by_its_name_alone(void **state)
{
	(void)state;
	for (int c = 0; c < COMMANDS; c++)
		assert_int_equal(command_named(command_text(c)->name), c);
	assert_int_equal(command_named("lis"), -1);
	assert_int_equal(command_named("lists"), -1);
	assert_int_equal(command_named(""), -1);
}

static void help_is_at_most_80_columns_wide(void **state)
{
	struct run r = { 0 };
	size_t bad;

	(void)state;
	RUN(&r, "--help");
	assert_run(&r, 0, "*", "");
	bad = wider(r.out, 80, "--help");
	for (int c = 0; c < COMMANDS; c++) {
		RUN(&r, "help", command_text(c)->name);
		assert_run(&r, 0, "*", "");
		bad += wider(r.out, 80, command_text(c)->name);
	}
	run_free(&r);
	assert_int_equal(bad, 0);
}

static void a_command_offers_only_formats_that_it_has(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN(&r, "help", "annotate");
	assert_run(&r, 0, "usage: sipcode annotate *", "");
	assert_lacks(r.out, "--format");
	assert_lacks(r.out, "--json");
	assert_lacks(r.out, "--tsv");
	run_free(&r);
}

static void operands_that_are_not_used_are_refused(void **state)
{
	static const struct check checks[] = {
		{ { "help", "list", "nonsense" }, 2, "",
		  "sipcode: help takes one command: 'nonsense'\n" TRY },
		{ { "help", "--json" }, 2, "",
		  "sipcode: 'help' has no option: 'json'\n" TRY },
		{ { "tally", "" }, 2, "*",
		  "sipcode: empty operand: ''\n" TRY },
		{ { "annotate", "" }, 2, "",
		  "sipcode: empty operand: ''\n" TRY },
	};

	(void)state;
	CHECK(checks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(help_goes_to_stdout_with_status_0),
		TEST(the_version_stands_alone_in_the_first_line),
		TEST(every_command_has_its_own_help),
		TEST(the_help_lists_every_command_and_option),
		TEST(a_command_lists_the_options_that_go_with_it),
		TEST(commands_and_options_are_sorted),
		TEST(letters_are_given_once),
		TEST(a_command_is_known_by_its_name_alone),
		TEST(help_is_at_most_80_columns_wide),
		TEST(a_command_offers_only_formats_that_it_has),
		TEST(operands_that_are_not_used_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
