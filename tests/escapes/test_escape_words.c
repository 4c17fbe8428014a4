/* test_escape_words.c - nothing that a terminal obeys comes out of operands,
 * options, the environment and names of files, in any format. */
#include "clean.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "calls.h"
#include "files.h"

/* The formats, and what may stand in each. */
static const struct {
	const char *option;
	int may;
} formats[] = {
	{ "--color=always", CLEAN_MARKS },
	{ "--hyperlink=always", CLEAN_MARKS },
	{ "--json", CLEAN_UTF8 },
	{ "--tsv", CLEAN_TABS },
	{ "--format=markdown", CLEAN_UTF8 },
	{ "--format=sarif", CLEAN_UTF8 },
	{ "--width=30", CLEAN_TEXT },
	{ "--quiet", CLEAN_TEXT },
};

static void the_reader_sees_dirt(void **state)
{
	static const char clean[] =
		"a \033[0mb\033[1;38;5;131mc\033]8;id=3;https://www.iana.org/"
		"x\033\\d\033]8;;\033\\\n";

	(void)state;
	assert_null(unclean(clean, sizeof(clean) - 1, CLEAN_MARKS));
	assert_non_null(unclean(clean, sizeof(clean) - 1, CLEAN_UTF8));
	assert_null(unclean("\xc3\xa1\xe2\x94\x80", 5, CLEAN_UTF8));
	assert_non_null(unclean("\xc3\xa1", 2, CLEAN_TEXT));
	for (size_t i = 0; i + 1 < payload_count; i++)
		assert_non_null(unclean(payloads[i].bytes, payloads[i].n,
		                        CLEAN_UTF8 | CLEAN_TABS | CLEAN_MARKS));
}

static void try_call(const struct call *c, const char *payload, int may,
                     size_t *bad)
{
	static struct told t;

	tell(&t, c, "", 0);
	assert_in_range(t.status, 0, 2);
	see_clean(call_text(c), payload, t.out, t.out_len, t.err, t.err_len,
	          may, bad);
}

/* Each payload by itself, before and behind something that is known. */
static void operands_are_clean(void **state)
{
	static const char *const before[][2] = {
		{ "", "" }, { "486", "" }, { "busy", "" }, { "", "busy" },
		{ "sip:", "" }, { "Q.850;cause=17;text=\"", "\"" },
		{ "Warning: 399 h \"", "\"" }, { "SIP/2.0 486 ", "" },
		{ "SIP/2.0 799 ", "" }, { "0x486", "" }, { "CSeq: 1 ", "" },
		{ "{\"status_code\":486,\"x\":\"", "\"}" }, { "-", "" },
	};
	static const char *const commands[] = {
		"show", "cause", "failover", "flow", "header", "list", "name",
		"option", "product", "search", "symptom", "term", "timer",
		"warning", "help", "compare", "",
	};
	size_t bad = 0;

	(void)state;
	for (size_t p = 0; p < payload_count; p++)
		for (size_t i = 0; i < LEN(before) * LEN(commands); i++) {
			size_t f = (p + i) % LEN(formats);
			const char *const *b = before[i % LEN(before)];
			const char *command = commands[i / LEN(before)];
			struct call c = { .n = 0 };
			char operand[200];

			/* Every third of them, each time others. */
			if ((p + i / LEN(before) + i) % 3 != 0)
				continue;
			snprintf(operand, sizeof(operand), "%s%s%s", b[0],
			         payloads[p].bytes, b[1]);
			if (*command != '\0')
				call_add(&c, command);
			CALL_WORDS(&c, formats[f].option, operand);
			try_call(&c, payloads[p].name, formats[f].may, &bad);
		}
	assert_int_equal(bad, 0);
}

/* All of them in one value: each option of each command. */
static void options_are_clean(void **state)
{
	static const char *const options[] = {
		"--width=", "--lang=", "--color=", "--hyperlink=", "--field=",
		"--code=", "--format=", "--by=", "--fail-if=", "--sip=",
		"--style=", "--ignore=", "--json=", "--null=", "--", "-", "-w",
		"-l", "-F", "-c", "-f", "-s", "--fi", "--width=8",
		"--code=486,", "--field=code,", "--fail-if=5xx>1%",
		"--ignore=cut,", "--lang=en", "--lang=vi_",
	};
	static const char *const commands[] = { "486",   "tally", "annotate",
		                                "check", "explain", "cause" };
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(options) * LEN(commands); i++) {
		char option[1100];
		struct call c = { .n = 0 };

		snprintf(option, sizeof(option), "%s%s",
		         options[i % LEN(options)], all_payloads());
		CALL_WORDS(&c, commands[i / LEN(options)], option);
		try_call(&c, "all", CLEAN_UTF8, &bad);
		for (size_t p = i % 4; p < payload_count; p += 4) {
			snprintf(option, sizeof(option), "%s%s",
			         options[i % LEN(options)], payloads[p].bytes);
			c.word[1] = option;
			try_call(&c, payloads[p].name,
			         CLEAN_UTF8, &bad);
		}
	}
	assert_int_equal(bad, 0);
}

static void the_environment_is_clean(void **state)
{
	static const char *const names[] = {
		"LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANGUAGE",
		"COLUMNS", "TERM", "COLORTERM", "NO_COLOR", "CLICOLOR_FORCE",
		"FORCE_COLOR", "POSIXLY_CORRECT", "TERM_PROGRAM",
		"VTE_VERSION", "INSIDE_EMACS",
	};
	static const char *const calls[][2] = {
		{ "486" }, { "nothing of it" }, { "list" }, { "--version" },
		{ "help" }, { "-l" }, { "--format=x" },
	};
	size_t bad = 0;

	for (size_t i = 0; i < LEN(names) * LEN(calls); i++) {
		struct call c = { .n = 0 };
		const char *name = names[i / LEN(calls)];

		plain_environment(state);
		setenv(name, all_payloads(), 1);
		call_add(&c, calls[i % LEN(calls)][0]);
		try_call(&c, name, CLEAN_MARKS, &bad);
	}
	assert_int_equal(bad, 0);
}

/* A file of that name, with a response in it, or none. */
static void name_is_clean(const char *folder, const struct payload *p, int there,
                          size_t *bad)
{
	static const char *const commands[] = { "explain", "check", "tally",
		                                "annotate" };
	static const char text[] = "SIP/2.0 486 Busy\nX: y\n\n";
	char path[FILE_PATH_MAX];
	FILE *f;

	snprintf(path, sizeof(path), "%s/n%s", folder, p->bytes);
	for (char *s = path + strlen(folder) + 1; *s != '\0'; s++)
		*s = *s == '/' ? '_' : *s;
	f = there ? fopen(path, "w") : NULL;
	if (there && f == NULL)
		return; /* not a name to this file system */
	if (f != NULL) {
		fputs(text, f);
		fclose(f);
	}
	for (size_t i = 0; i < LEN(commands) * LEN(formats); i++) {
		struct call c = { .n = 0 };

		CALL_WORDS(&c, commands[i % LEN(commands)],
		           formats[i / LEN(commands)].option, path);
		if (i / LEN(commands) % 2 == 0)
			call_add(&c, "--style=json");
		if (strcmp(c.word[0], "annotate") != 0 && c.n == 4)
			c.word[--c.n] = NULL;
		try_call(&c, p->name,
		         formats[i / LEN(commands)].may |
		                 (there && strcmp(c.word[0], "annotate") == 0
		                          ? CLEAN_TABS : 0),
		         bad);
	}
	unlink(path);
}


static void names_of_files_are_clean(void **state)
{
	const char *folder = folder_new();
	char own[FILE_PATH_MAX];
	size_t bad = 0;

	(void)state;
	snprintf(own, sizeof(own), "%s", folder);
	for (size_t p = 0; p < payload_count; p++)
		for (int there = 0; there < 2; there++)
			name_is_clean(own, &payloads[p], there, &bad);
	folder_remove(own);
	assert_int_equal(bad, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_reader_sees_dirt),
		TEST(operands_are_clean),
		TEST(options_are_clean),
		TEST(the_environment_is_clean),
		TEST(names_of_files_are_clean),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
