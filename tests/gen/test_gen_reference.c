/* test_gen_reference.c - sipcode(7), which the generator makes of the data. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sipcode.h>

#include "files.h"
#include "gen.h"

#define SECTION "\302\247"

/* The page of data with more records in a language: facts and prose. */
static char *page_with(const char *facts, const char *prose)
{
	const char *folder = gen_folder();
	char *page;

	folder_write(folder, "zz.rec", facts);
	folder_write(folder, "en/zz.rec", prose);
	page = gen_page(folder, "manual");
	folder_remove(folder);
	return page;
}

static void a_code_is_told_in_full(void **state)
{
	const char *folder = gen_folder();
	char *page = gen_page(folder, "manual");

	(void)state;
	assert_holds(page, ".Dt SIPCODE 7\n.Os\n.nr doc-hyphen-flags 0\n.nh\n"
	             ".ad l\n");
	assert_holds(page, ".Sh NAME\n.Nm sipcode\n.Nd manual_name of it\n");
	assert_holds(page, "\n486 Busy Here   ");
	assert_holds(page, ".Sh \"4xx Client Error\"\n"
	             "The request cannot be served as it is.\n");
	assert_holds(page, ".Ss \"486 Busy Here\"\n"
	             ".Sy \"verdict_depends of it The callee is busy.\"\n"
	             ".Pp\nOne device is in use.\n"
	             ".Pp\n.Sy \"when of it\"\n.Bl -bullet -compact\n"
	             ".It\nIn a call.\n.It\nCall waiting is off.\n"
	             ".It\nThe reject key.\n.El\n"
	             ".Pp\n.Sy \"fix of it\"\n.Bl -bullet -compact\n"
	             ".It\nTry later.\n.El\n"
	             ".Pp\n.Sy \"background of it\"\n.br\n"
	             "It speaks for one device.\n");
	assert_holds(page, ".It Sy \"reference of it\"\n"
	             "RFC 3261 section 21.4.24\n");
	assert_holds(page, "RFC\\ 3261\n");
	/* What there is none of has no section. */
	assert_lacks(page, "manual_pairs");
	assert_lacks(page, "manual_terms");
	assert_lacks(page, "manual_proxies");
	free(page);
	folder_remove(folder);
}

static void the_date_is_that_of_the_registry(void **state)
{
	static const struct {
		const char *source, *date;
	} cases[] = {
		{ "IANA sip-parameters-7 (2026-08-17)",
		  "\n.Dd August 17, 2026\n" },
		{ "IANA sip-parameters-7 (2026-13-17)", "\n.Dd\n" },
		{ "IANA sip-parameters-7 (8)", "\n.Dd\n" },
		{ "IANA sip-parameters-7", "\n.Dd\n" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		const char *folder = gen_folder();
		char text[300], *page;

		snprintf(text, sizeof(text),
		         "%%rec: Code\n\nCode: 486\nPhrase: Busy Here\n"
		         "Status: registered\nReference: RFC 3261\n"
		         "Nature: depends\nSource: %s\n",
		         cases[i].source);
		folder_write(folder, "codes.rec", text);
		page = gen_page(folder, "manual");
		assert_holds(page, cases[i].date);
		free(page);
		folder_remove(folder);
	}
}

#define TERM(name) "%rec: Term\n\nTerm: " name "\nSource: X\n"
#define MEANING(name, text) "%rec: Term\n\nTerm: " name "\nMeaning: " text "\n"

static void signs_of_roff_are_escaped(void **state)
{
	static const struct {
		const char *facts, *prose, *page;
	} cases[] = {
		{ TERM("a-b"), MEANING("a-b", "a \\fBback\\slash"),
		  ".It Sy \"\\&a\\-b\"\na \\(rsfBback\\(rsslash [X]\n" },
		{ TERM("a"), MEANING("a", ".so /dev/null"),
		  "\n\\&.so /dev/null [X]\n" },
		{ TERM("a"), MEANING("a", "'br is \"it\""),
		  "\n\\&\\(aqbr is \\(dqit\\(dq [X]\n" },
		{ TERM("a"), MEANING("a", "`a^b~c'"),
		  "\n\\(gaa\\(hab\\(tic\\(aq [X]\n" },
		/* A sentence ends with its line, and what begins the next is
		 * no request either. */
		{ TERM("a"), MEANING("a", "One. .Two \"three.\" Four"),
		  "\nOne.\n\\&.Two \\(dqthree.\\(dq\nFour [X]\n" },
		{ TERM("a"), MEANING("a", "1.5 s e.g.x"), "\n1.5 s e.g.x [X]" },
		/* What is a macro by itself is none as a name. */
		{ TERM("No"), MEANING("No", "x"), ".It Sy \"\\&No\"\nx [X]\n" },
		{ TERM("a \"b\" c"), MEANING("a \"b\" c", "x"),
		  ".It Sy \"a \\(dqb\\(dq c\"\nx [X]\n" },
		/* No line has room for it. */
		{ TERM("a"), MEANING("a", "aaaaaaaaaaaaaaaaaaaa/bbbbbbbbbbbbb"
		                     "bbbbbbbbbbbbbbb/c"),
		  "\naaaaaaaaaaaaaaaaaaaa/\\:bbbbbbbbbbbbbbbbbbbbbbbbbbbb/\\:c "
		  "[X]\n" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		char *page = page_with(cases[i].facts, cases[i].prose);

		assert_holds(page, cases[i].page);
		free(page);
	}
}

#define WORDS "\nTerm: AOR\nMeaning: a term\n"

static void a_language_has_a_page_of_its_own(void **state)
{
	const char *folder = gen_folder();
	char text[200], *page;

	(void)state;
	gen_labels(folder, "vi");
	gen_prose(folder, "vi");
	gen_label(folder, "vi", "manual_description", "manual_description \303\224");
	gen_label(folder, "vi", "section", "m\341\273\245c");
	folder_write(folder, "zz.rec", TERM("AOR"));
	folder_write(folder, "en/zz.rec", "%rec: Term\n" WORDS);
	snprintf(text, sizeof(text),
	         "%%rec: Term\n\nTerm: AOR\nStamp: %s\n"
	         "Meaning: m\303\241y\n",
	         gen_stamp(&WORDS[1]));
	folder_write(folder, "vi/zz.rec", text);
	page = gen_page(folder, "manual.vi");
	assert_holds(page, ".Sh NAME\n.Nm sipcode\n");
	assert_holds(page, ".Sh \"manual_description \303\224\"\n");
	assert_holds(page, "RFC 3261 m\341\273\245c 21.4.24\n");
	assert_holds(page, ".It Sy \"\\&AOR\"\nm\303\241y [X]\n");
	free(page);
	page = gen_page(folder, "manual.en");
	assert_holds(page, ".It Sy \"\\&AOR\"\na term [X]\n");
	assert_holds(page, "RFC 3261 section 21.4.24\n");
	free(page);
	folder_remove(folder);
}

static void a_page_in_no_language_is_trouble(void **state)
{
	const char *folder = gen_folder();
	struct run r = { 0 };

	(void)state;
	gen_run_with(&r, folder, "--emit", "manual.vi");
	assert_run(&r, 2, "",
	           "sipcode-gen: there is no 'manual.vi' to be made\n");
	assert_null(gen_table(folder));
	run_free(&r);
	folder_remove(folder);
}

/* What only the page says costs the program nothing. */
static void labels_of_the_page_are_not_in_the_table(void **state)
{
	const char *folder = gen_folder();
	struct run r = { 0 };
	char *table;

	(void)state;
	gen_run(&r, folder);
	assert_run(&r, 0, "", "");
	table = gen_table(folder);
	assert_holds(table, "verdict_depends of it");
	assert_lacks(table, "manual_");
	free(table);
	run_free(&r);
	folder_remove(folder);
}

/* The page of the real data in a language: a file of the folder. */
static char *real_page(const char *folder, const char *what, char *path,
                       size_t size)
{
	struct program p = { .path = SIPCODE_GENERATOR,
		             .argv = { "--emit", what, SIPCODE_DATA, path } };
	struct run r = { 0 };
	char *page;

	snprintf(path, size, "%s/sipcode.7", folder);
	run_program(&r, &p);
	assert_run(&r, 0, "", "");
	run_free(&r);
	page = folder_read(folder, "sipcode.7");
	assert_non_null(page);
	return page;
}

/* "486 Busy Here" as the page has it. */
static void code_in_page(char *text, size_t size, const struct sipcode_row *code)
{
	const char *s = sipcode_text(code, SIPCODE_F_PHRASE, 0);
	size_t n = (size_t)snprintf(
		text, size, "%lu ", sipcode_number(code, SIPCODE_F_CODE, 0));

	for (; *s != '\0' && n < size; s++) {
		const char letter[] = { *s, '\0' };

		n += (size_t)snprintf(text + n, size - n, "%s",
		                      *s == '-'    ? "\\-"
		                      : *s == '\'' ? "\\(aq"
		                                   : letter);
	}
	assert_true(n < size);
}

/* Each code has a line in the table, and a section. */
static void assert_codes(const char *page)
{
	const struct sipcode_row *code;
	char name[120], text[140];

	for (size_t i = 0; (code = sipcode_row(0, SIPCODE_CODES, i)); i++) {
		code_in_page(name, sizeof(name), code);
		snprintf(text, sizeof(text), "\n%s  ", name);
		assert_int_equal(times(page, text), 1);
		snprintf(text, sizeof(text), "\n.Ss \"%s\"\n", name);
		assert_int_equal(times(page, text), 1);
	}
}

static void every_code_of_the_data_is_in_it(void **state)
{
	const char *const pages[] = { "manual", "manual.vi" };
	const char *folder = folder_new();
	char path[600];

	(void)state;
	for (size_t i = 0; i < LEN(pages); i++) {
		char *page = real_page(folder, pages[i], path, sizeof(path));

		assert_codes(page);
		assert_holds(page, ".Dd ");
		assert_lacks(page, SECTION);
		assert_lacks(page, "[English]");
		free(page);
	}
	folder_remove(folder);
}

static void mandoc_finds_nothing_wrong(void **state)
{
	static const char mandoc[] = "/usr/bin/mandoc";
	const char *const pages[] = { "manual", "manual.vi" };
	const char *folder;
	char path[600];
	struct program p = { .path = mandoc,
		             .argv = { "-T", "lint", "-W", "warning", path } };
	struct run r = { 0 };

	(void)state;
	if (access(mandoc, X_OK) != 0)
		skip_without("mandoc");
	folder = folder_new();
	for (size_t i = 0; i < LEN(pages); i++) {
		free(real_page(folder, pages[i], path, sizeof(path)));
		run_program(&r, &p);
		assert_run(&r, 0, "", "");
	}
	run_free(&r);
	folder_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_code_is_told_in_full),
		TEST(the_date_is_that_of_the_registry),
		TEST(signs_of_roff_are_escaped),
		TEST(a_language_has_a_page_of_its_own),
		TEST(a_page_in_no_language_is_trouble),
		TEST(labels_of_the_page_are_not_in_the_table),
		TEST(every_code_of_the_data_is_in_it),
		TEST(mandoc_finds_nothing_wrong),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
