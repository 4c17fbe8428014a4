/* test_cmdline.c - options in every form, and what is refused. */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "context/grammar.h"

static void an_argument_is_joined_or_apart(void **state)
{
	static const char *const forms[][5] = {
		{ "--format", "json", "421" }, { "--format=json", "421" },
		{ "-f", "json", "421" },       { "-fjson", "421" },
		{ "-j", "421" },               { "--json", "421" },
		{ "421", "--json" },           { "421", "-j" },
		{ "421", "-f", "json" },       { "-tj", "421" },
		{ "-tfjson", "421" },          { "--tsv", "--json", "421" },
		{ "show", "-j", "421" },       { "-j", "show", "421" },
		{ "-j", "--", "421" },         { "-w", "40", "-j", "421" },
	};
	struct run first = { 0 }, r = { 0 };

	(void)state;
	run_cli(&first, forms[0], NULL);
	assert_run(&first, 0, "\\[{\"code\":421,*}\\]\n", "");
	for (size_t i = 1; i < LEN(forms); i++) {
		run_cli(&r, forms[i], NULL);
		assert_run(&r, 0, "*", "");
		assert_string_equal(r.out, first.out);
	}
	run_free(&first);
	run_free(&r);
}

static void short_options_are_grouped(void **state)
{
	static const struct check checks[] = {
		{ { "-bF", "code", "421" }, 0, "421\n", "" },
		{ { "-bFcode", "421" }, 0, "421\n", "" },
		{ { "-jq", "421" }, 0, "", "" },
		{ { "-abw0", "421" }, 0, "421 Extension Required (4xx*", "" },
	};

	(void)state;
	CHECK(checks);
}

static void the_last_of_an_option_wins(void **state)
{
	static const struct check checks[] = {
		{ { "-j", "-t", "list", "421" }, 0, "code\tphrase\t*", "" },
		{ { "-t", "-j", "list", "421" }, 0, "\\[{*", "" },
		{ { "-F", "phrase", "-F", "code", "421" }, 0, "421\n", "" },
		{ { "--color=always", "--color=never", "-b", "421" }, 0,
		  "421 Extension Required (*", "" },
		{ { "-w40", "-w0", "-b", "421" }, 0,
		  "421 Extension Required (*", "" },
	};

	(void)state;
	CHECK(checks);
}

static void two_dashes_end_the_options(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcode", "--", "421" }, 0, "421\n", "" },
		{ { "-Fcode", "--", "421", "180", "list", "200" }, 1,
		  "421\n180\n200\n", "sipcode: not used: 'list'\n" },
		{ { "-Fcode", "421", "--", "180", "200" }, 0,
		  "421\n180\n200\n", "" },
		{ { "list", "-Fcode", "--", "421", "486" }, 0, "421\n486\n",
		  "" },
		{ { "--", "--help" }, 1, "*",
		  "sipcode: no such code or phrase: '--help'\n*" },
		{ { "--", "-j" }, 1, "", "sipcode: no such code or phrase: "
		  "'-j'\n*" },
		{ { "--" }, 2, "", USAGE },
		{ { "-" }, 1, "", "sipcode: no such code or phrase: '-'\n" },
	};

	(void)state;
	CHECK(checks);
}

static void posix_ends_the_options_at_the_first_operand(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcode", "421" }, 0, "421\n", "" },
		{ { "421", "--json" }, 1, "421 Extension Required (*",
		  "sipcode: not used: '--json'\n" },
	};

	(void)state;
	setenv("POSIXLY_CORRECT", "", 1);
	CHECK(checks);
}

/* "sipcode COMMAND [OPTION...] [OPERAND...]" is what --help says. */
static void posix_lets_options_stand_behind_the_command(void **state)
{
	static const struct check checks[] = {
		{ { "list", "-Fcode", "421" }, 0, "421\n", "" },
		{ { "show", "-Fcode", "421" }, 0, "421\n", "" },
	};

	(void)state;
	setenv("POSIXLY_CORRECT", "1", 1);
	CHECK(checks);
}

static void misuse_points_at_the_help(void **state)
{
	static const struct check checks[] = {
		{ { NULL }, 2, "", USAGE },
		{ { "--bogus" }, 2, "", "sipcode: unknown option: '--bogus'\n"
		  TRY },
		{ { "--bogus=1", "421" }, 2, "", "sipcode: unknown option: "
		  "'--bogus=1'\n" TRY },
		{ { "--=x" }, 2, "", "sipcode: unknown option: '--=x'\n" TRY },
		{ { "-Z" }, 2, "", "sipcode: unknown option: '-Z'\n" TRY },
		{ { "-jZ", "421" }, 2, "", "sipcode: unknown option: '-jZ'\n"
		  TRY },
		{ { "-1" }, 2, "", "sipcode: unknown option: '-1'\n" TRY },
		{ { "--json=1" }, 2, "", "sipcode: option takes no argument: "
		  "'--json=1'\n" TRY },
		{ { "421", "--format" }, 2, "", "sipcode: argument missing to "
		  "option: '--format'\n" TRY },
		{ { "421", "-f" }, 2, "", "sipcode: argument missing to "
		  "option: "
		  "'-f'\n" TRY },
		{ { "421", "-jw" }, 2, "", "sipcode: argument missing to "
		  "option: "
		  "'-jw'\n" TRY },
		{ { "--format=xml", "421" }, 2, "", "sipcode: no such format "
		  "(text, json, tsv, markdown, sarif): 'xml'\n" TRY },
		{ { "--format=", "421" }, 2, "",
		  "sipcode: no such format *: ''\n"
		  TRY },
		{ { "--color=blue", "421" }, 2, "",
		  "sipcode: not auto, always or "
		  "never: 'blue'\n" TRY },
		{ { "--lang=xx", "421" }, 2, "", "sipcode: no such language "
		  "(en*): 'xx'\n" TRY },
		{ { "--lang=", "421" }, 2, "", "sipcode: no such language "
		  "(en*): ''\n" TRY },
		{ { "cause", "--sip=99" }, 2, "", "sipcode: not a status code "
		  "(100 to 699): '99'\n" TRY },
		{ { "cause", "--sip=700" }, 2, "",
		  "sipcode: not a status code *: "
		  "'700'\n" TRY },
		{ { "cause", "--sip=abc" }, 2, "",
		  "sipcode: not a status code *: "
		  "'abc'\n" TRY },
		{ { "cause", "--sip=486", "17" }, 2, "",
		  "sipcode: --sip takes no "
		  "operand: '17'\n" TRY },
		{ { "--\033[31m" }, 2, "", "sipcode: unknown option: "
		  "'--\\\\x1b\\[31m'\n" TRY },
	};

	(void)state;
	CHECK(checks);
}

static void a_width_is_0_or_20_to_1000(void **state)
{
	static const char *const good[] = { "0", "20", "80", "1000" };
	static const char *const bad[] = { "", "1", "19", "1001", "-1", "+40",
		                           "abc", "40x", "99999999999" };
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(good); i++) {
		RUN(&r, "-b", "--width", good[i], "421");
		assert_run(&r, 0, "421 Extension?Required*", "");
	}
	for (size_t i = 0; i < LEN(bad); i++) {
		RUN(&r, "-b", "--width", bad[i], "421");
		assert_run(&r, 2, "", "sipcode: not a width (0, or 20 to "
		           "1000): '*'\n" TRY);
	}
	run_free(&r);
}

static void fields_are_named_with_commas(void **state)
{
	static const struct check checks[] = {
		{ { "-F", "phrase", "421" }, 0, "Extension Required\n", "" },
		{ { "-F", "code,phrase", "421", "420" }, 0,
		  "421\tExtension Required\n420\tBad Extension\n", "" },
		{ { "-F", "code,code", "421" }, 0, "421\t421\n", "" },
		{ { "-F", "class", "421" }, 0, "4xx\n", "" },
		{ { "-F", "", "421" }, 2, "", "sipcode: no such field: ''\n"
		  TRY },
		{ { "-F", "code,", "421" }, 2, "",
		  "sipcode: no such field: ''\n"
		  TRY },
		{ { "-F", "code,fraze,x", "421" }, 2, "", "sipcode: no such "
		  "field: 'fraze'\n" TRY },
		/* A field, but of other records. */
		{ { "-F", "code,tag", "421" }, 2, "", "sipcode: a code has no "
		  "field: 'tag'\n" TRY },
		{ { "-F", "code", "4xx" }, 2, "", "sipcode: a class has no "
		  "field: 'code'\n" TRY },
		{ { "-F", "Phrase", "421" }, 2, "", "sipcode: no such field: "
		  "'Phrase'\nsipcode: did you mean: 'phrase'\n" },
		{ { "-F", "code,code,code,code,code,code,code,code,code,code,"
		  "code,code,code,code,code,code,code,code,code,code,code,code,"
		  "code,code,code,code,code,code,code,code,code,code,code",
		  "421" }, 2, "", "sipcode: too many fields: '*'\n" TRY },
	};

	(void)state;
	CHECK(checks);
}

static void items_may_end_with_nul(void **state)
{
	static const char want[] = "421\0" "420";
	struct run r = { 0 };

	(void)state;
	RUN(&r, "-0", "-F", "code", "421", "420");
	assert_run(&r, 0, "421", "");
	assert_int_equal(r.out_len, sizeof(want));
	assert_memory_equal(r.out, want, sizeof(want));
	run_free(&r);
}

static void a_language_is_taken_by_its_tag(void **state)
{
	static const struct check checks[] = {
		{ { "--lang=en", "-b", "421" }, 0, "421 Extension Required*",
		  "" },
		{ { "--lang", "en_GB.UTF-8", "-b", "421" }, 0, "421 *", "" },
		{ { "-len", "-b", "421" }, 0, "421 Extension Required*", "" },
	};

	(void)state;
	CHECK(checks);
}

/* Every option with every command that it does not go with. */
static size_t commands_of(int option)
{
	size_t n = 0;

	for (int c = 0; c < COMMANDS; c++)
		n += (size_t)option_goes(option, c);
	return n;
}

static void an_option_goes_only_with_its_commands(void **state)
{
	static const char *const arguments[OPTIONS] = {
		[OPTION_color] = "auto", [OPTION_field] = "code",
		[OPTION_format] = "text", [OPTION_lang] = "en",
		[OPTION_sip] = "486", [OPTION_width] = "80",
	};
	struct run r = { 0 };
	size_t refused = 0;

	(void)state;
	for (int o = 0; o < OPTIONS; o++) {
		for (int c = 0; c < COMMANDS; c++) {
			const struct option_text *option = option_text(o);
			char given[64], want[128];

			if (option_goes(o, c))
				continue;
			snprintf(given, sizeof(given), "--%s%s%s", option->name,
			         *option->arg == '\0' ? "" : "=",
			         *option->arg == '\0' ? "" :
			         arguments[o] == NULL ? "x" : arguments[o]);
			/* One of a few commands is named. */
			snprintf(want, sizeof(want), "sipcode: '%s' has no "
			         "option: '%s'\n%s", command_text(c)->name,
			         option->name, commands_of(o) > 2 ? TRY :
			         "sipcode: --* goes with *: 'sipcode help "
			         "*'\n");
			RUN(&r, command_text(c)->name, given);
			assert_run(&r, 2, "", want);
			refused++;
		}
	}
	assert_true(refused > 50);
	run_free(&r);
}

static void a_command_is_never_abbreviated(void **state)
{
	static const struct check checks[] = {
		{ { "lis" }, 1, "*", "sipcode: no such code or phrase: 'lis'\n"
		  "sipcode: did you mean: 'sipcode list'\n" },
		{ { "List" }, 1, "*", "*did you mean: 'sipcode list'\n" },
		{ { "serch", "busy" }, 1, "*",
		  "*did you mean: 'sipcode search busy'\n" },
	};

	(void)state;
	CHECK(checks);
}

static void quiet_prints_nothing_and_keeps_the_status(void **state)
{
	static const struct check checks[] = {
		{ { "-q", "421" }, 0, "", "" },
		{ { "-q", "498" }, 1, "", "" },
		{ { "-q", "list" }, 0, "", "" },
		{ { "-q", "compare", "421", "420" }, 0, "", "" },
		{ { "-q", "search", "xyzzy" }, 1, "", "" },
		{ { "-q", "-j", "cause", "17" }, 0, "", "" },
		{ { "-q", "--bogus" }, 2, "", "*\n" TRY },
	};

	(void)state;
	CHECK(checks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_argument_is_joined_or_apart),
		TEST(short_options_are_grouped),
		TEST(the_last_of_an_option_wins),
		TEST(two_dashes_end_the_options),
		TEST(posix_ends_the_options_at_the_first_operand),
		TEST(posix_lets_options_stand_behind_the_command),
		TEST(misuse_points_at_the_help),
		TEST(a_width_is_0_or_20_to_1000),
		TEST(fields_are_named_with_commas),
		TEST(items_may_end_with_nul),
		TEST(a_language_is_taken_by_its_tag),
		TEST(an_option_goes_only_with_its_commands),
		TEST(a_command_is_never_abbreviated),
		TEST(quiet_prints_nothing_and_keeps_the_status),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
