/* test_gen_complete.c - the files for shells: what they quote, and whether the
 * words of an option are those that the program takes. */
#include "gen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "context/grammar.h"
#include "files.h"

static const struct {
	int option;
	const char *word;
} values[] = {
#define VALUE(option, word) { OPTION_##option, #word },
#include "values.def"
#undef VALUE
};

/* The file that is made of data with a hostile phrase. */
static char *made(const char *what)
{
	static const char code[] =
		"%rec: Code\n\n"
		"Code: 486\n"
		"Phrase: It's a \"b:c\" $(d) \\e [f]\n"
		"Status: registered\n"
		"Reference: RFC 3261 \302\24721.4.24\n"
		"Nature: depends\n"
		"Source: IANA sip-parameters\n";
	const char *folder = gen_folder();
	char path[600], *text;
	struct program p = { .path = SIPCODE_GENERATOR,
		             .argv = { "--emit", what, folder, path } };
	struct run r = { 0 };

	folder_write(folder, "codes.rec", code);
	snprintf(path, sizeof(path), "%s/made", folder);
	run_program(&r, &p);
	assert_run(&r, 0, "", "");
	text = folder_read(folder, "made");
	assert_non_null(text);
	folder_remove(folder);
	run_free(&r);
	return text;
}

static void a_phrase_is_quoted_for_each_shell(void **state)
{
	static const struct {
		const char *shell, *text, *word;
	} lines[] = {
		{ "bash",
		  "\n\t\t'486\tIt'\\''s a \"b:c\" $(d) \\e [f]'\n",
		  "\n\t\t'It'\\''s a \"b:c\" $(d) \\e [f]\t486'\n" },
		{ "fish",
		  "\n        '486' 'It\\'s a \"b:c\" $(d) \\\\e [f]'\n",
		  "\n        'It\\'s a \"b:c\" $(d) \\\\e [f]' '486'\n" },
		{ "zsh",
		  "\n\t\t'486:It'\\''s a \"b:c\" $(d) \\e [f]'\n",
		  "\n\t\t'It'\\''s a \"b\\:c\" $(d) \\\\e [f]:486'\n" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(lines); i++) {
		char *text = made(lines[i].shell);

		assert_holds(text, lines[i].text);
		assert_holds(text, lines[i].word);
		free(text);
	}
}

/* "text, json or tsv", of the words of an option; "" if it has none. */
static void list_words(int option, char *list, size_t size)
{
	size_t of = 0, n = 0;

	*list = '\0';
	for (size_t i = 0; i < LEN(values); i++)
		of += values[i].option == option;
	for (size_t i = 0; i < LEN(values); i++) {
		const char *between = n == 0 ? "" : n + 1 < of ? ", " : " or ";
		size_t len = strlen(list);

		if (values[i].option != option)
			continue;
		snprintf(list + len, size - len, "%s%s", between,
		         values[i].word);
		n++;
	}
}

/* An option that takes words says which, and those of the table are they. */
static void the_help_names_the_words(void **state)
{
	static const char *const arguments[] = { "FORMAT", "KEY", "STYLE",
		                                 "WHEN" };
	size_t options = 0;

	(void)state;
	for (int i = 0; i < OPTIONS; i++) {
		const struct option_text *o = option_text(i);
		char list[128];
		int takes = 0;

		for (size_t k = 0; k < LEN(arguments); k++)
			takes |= strcmp(o->arg, arguments[k]) == 0;
		list_words(i, list, sizeof(list));
		if (takes != (*list != '\0'))
			fail_msg("--%s: words '%s'", o->name, list);
		assert_holds(o->help, list);
		options += (size_t)takes;
	}
	assert_true(options >= LEN(arguments));
}

static void the_program_takes_the_words(void **state)
{
	static const char line[] = "SIP/2.0 486 Busy Here\r\n";
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(values); i++) {
		int option = values[i].option, command = COMMAND_check;
		const char *name = option_text(option)->name;
		char good[64], bad[64];
		const char *argv[] = { NULL, good, NULL };

		while (!option_goes(option, command))
			command = (command + 1) % COMMANDS;
		argv[0] = command_text(command)->name;
		snprintf(good, sizeof(good), "--%s=%s", name, values[i].word);
		run_cli(&r, argv, line);
		assert_lacks(r.err, values[i].word);
		snprintf(bad, sizeof(bad), "--%s=%s!", name, values[i].word);
		argv[1] = bad;
		run_cli(&r, argv, line);
		assert_int_equal(r.status, 2);
		assert_holds(r.err, values[i].word);
	}
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_phrase_is_quoted_for_each_shell),
		TEST(the_help_names_the_words),
		TEST(the_program_takes_the_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
