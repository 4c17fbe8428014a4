/* test_language.c - which language is shown: by --lang, by the terminal's
 * environment, never by that of a pipe. */
#include "harness.h"

#include <string.h>
#include <sipcode.h>

#define ENGLISH "*4xx Client Error*Description*"
#define VIETNAMESE \
	"*4xx L\341\273\227i ph\303\255a client*M\303\264 t\341\272\243*"

static void need_vietnamese(void)
{
	if (sipcode_language("vi") < 0)
		skip_without("Vietnamese");
}

/* What gettext does with the same variables. */
static void a_terminal_is_asked_for_its_language(void **state)
{
	static const struct {
		const char *env[4];
		const char *page;
	} cases[] = {
		{ { "LANG=vi_VN.UTF-8" }, VIETNAMESE },
		{ { "LANG=vi_VN.utf8" }, VIETNAMESE },
		{ { "LANG=vi_VN" }, VIETNAMESE },
		{ { "LANG=vi" }, VIETNAMESE },
		{ { "LANG=vi_VN.TCVN" }, ENGLISH },
		{ { "LANG=vi_VN.ISO8859-1" }, ENGLISH },
		{ { "LANG=en_US.UTF-8" }, ENGLISH },
		{ { "LANG=fr_FR.UTF-8" }, ENGLISH },
		{ { "LANG=C.UTF-8" }, ENGLISH },
		{ { "LANG=" }, ENGLISH },
		{ { "TERM=xterm" }, ENGLISH },
		/* The first that is not empty. */
		{ { "LC_ALL=vi_VN.UTF-8", "LANG=en_US.UTF-8" }, VIETNAMESE },
		{ { "LC_ALL=", "LC_MESSAGES=vi_VN.UTF-8",
		    "LANG=en_US.UTF-8" }, VIETNAMESE },
		{ { "LC_ALL=en_US.UTF-8", "LC_MESSAGES=vi_VN.UTF-8" },
		  ENGLISH },
		{ { "LC_ALL=C", "LANG=vi_VN.UTF-8" }, ENGLISH },
		/* The language of messages in characters that are not UTF-8. */
		{ { "LC_MESSAGES=vi_VN.UTF-8", "LANG=C" }, ENGLISH },
		{ { "LC_MESSAGES=vi_VN", "LC_CTYPE=en_US" }, ENGLISH },
		/* A list of languages comes before the locale, but not in C. */
		{ { "LANGUAGE=vi", "LANG=en_US.UTF-8" }, VIETNAMESE },
		{ { "LANGUAGE=fr:vi:en", "LANG=de_DE.UTF-8" }, VIETNAMESE },
		{ { "LANGUAGE=vi_VN:en", "LANG=de_DE.UTF-8" }, VIETNAMESE },
		{ { "LANGUAGE=en:vi", "LANG=vi_VN.UTF-8" }, ENGLISH },
		{ { "LANGUAGE=fr", "LANG=vi_VN.UTF-8" }, ENGLISH },
		{ { "LANGUAGE=:vi", "LANG=de_DE.UTF-8" }, VIETNAMESE },
		{ { "LANGUAGE=", "LANG=vi_VN.UTF-8" }, VIETNAMESE },
		{ { "LANGUAGE=vi", "LANG=C" }, ENGLISH },
		{ { "LANGUAGE=vi", "LC_ALL=POSIX" }, ENGLISH },
		{ { "LANGUAGE=vi", "LANG=C.UTF-8" }, ENGLISH },
		{ { "LANGUAGE=vi" }, ENGLISH },
		{ { "LANGUAGE=vi", "LANG=en_US" }, ENGLISH },
		{ { "LANGUAGE=vi", "LANG=vi_VN" }, VIETNAMESE },
	};

	(void)state;
	need_vietnamese();
	for (size_t i = 0; i < LEN(cases); i++) {
		struct program p = { .argv = { "486" }, .out = OUT_TERMINAL,
			             .columns = 80 };
		struct run r = { 0 };
		size_t n = 0;

		while (n < LEN(cases[i].env) && cases[i].env[n] != NULL) {
			p.env[n] = cases[i].env[n];
			n++;
		}
		p.env[n] = "NO_COLOR=1";
		run_program(&r, &p);
		assert_run(&r, 0, cases[i].page, "");
		/* --lang is asked first. */
		p.argv[1] = "--lang=en";
		run_program(&r, &p);
		assert_run(&r, 0, ENGLISH, "");
		p.argv[1] = "--lang=vi";
		run_program(&r, &p);
		assert_run(&r, 0, VIETNAMESE, "");
		/* A program that reads gets English. */
		p.argv[1] = "--tsv";
		run_program(&r, &p);
		assert_holds(r.out, "Try again later.");
		run_free(&r);
	}
}

static void a_pipe_is_not(void **state)
{
	static const struct program_check checks[] = {
		{ { .argv = { "486" }, .env = { "LC_ALL=vi_VN.UTF-8" } },
		  0, ENGLISH, "" },
		{ { .argv = { "486" },
		    .env = { "LANGUAGE=vi", "LANG=vi_VN.UTF-8" } },
		  0, ENGLISH, "" },
		{ { .argv = { "486", "--lang=vi" }, .env = { "LC_ALL=C" } },
		  0, VIETNAMESE, "" },
		{ { .argv = { "486", "-l", "vi_VN.TCVN" } },
		  0, VIETNAMESE, "" },
	};

	(void)state;
	need_vietnamese();
	CHECK_PROGRAMS(checks);
}

static void a_comparison_has_the_five_headings(void **state)
{
	static const char *const headings[] = {
		"\nM\303\264 t\341\272\243\n",
		"\nKhi b\341\272\241n th\341\272\245y m\303\243 n\303\240y\n",
		"\nC\303\241ch kh\341\272\257c ph\341\273\245c\n",
		"\nS\341\273\261 kh\303\241c bi\341\273\207t ch\303\255nh",
		"\nKhi n\303\240o d\303\271ng c\303\241i n\303\240o\n",
	};
	struct program p = { .argv = { "compare", "200", "421", "--lang=vi" },
		             .env = { "NO_COLOR=1", "LC_ALL=C.UTF-8" },
		             .columns = 80 };
	struct run r = { 0 };

	(void)state;
	need_vietnamese();
	for (int k = 0; k < 2; k++) {
		p.out = k == 0 ? OUT_FILE : OUT_TERMINAL;
		run_program(&r, &p);
		assert_run(&r, 0, "200 OK / 421 Extension Required\n*", "");
		for (size_t i = 0; i < LEN(headings); i++)
			assert_holds(r.out, headings[i]);
	}
	run_free(&r);
}

/* Programs read names, keys, and what a log says; these have no language. */
static void names_stay_as_they_are(void **state)
{
	static const struct check checks[] = {
		{ { "--lang=vi", "--field", "phrase,status", "486" }, 0,
		  "Busy Here\tregistered\n", "" },
		{ { "--lang=vi", "--json", "486" }, 0,
		  "*\"nature\":\"normal\",\"verdict\":\"M\303\241y *", "" },
		{ { "--lang=vi", "--tsv", "486" }, 0,
		  "code\tphrase\tclass\tstatus\t*", "" },
		{ { "--lang=vi", "486", "xx" }, 1, "*", "sipcode: *" },
		{ { "--lang=vi", "--xx" }, 2, "", "sipcode: unknown option: "
		  "'--xx'\n" TRY },
		{ { "--lang=vi", "--help" }, 0, "usage: sipcode *", "" },
	};

	(void)state;
	need_vietnamese();
	CHECK(checks);
}

/* "RFC 3261 section 8.1.3.2" is spelled in the language of the page. */
static void a_section_has_its_word(void **state)
{
	static const struct program programs[] = {
		{ .argv = { "check", "--lang=vi" },
		  .input = "SIP/2.0 421 Extension Required\r\nTo: <sip:a@b>\r\n"
		           "CSeq: 1 INVITE\r\n\r\n" },
		{ .argv = { "explain", "--lang=vi" },
		  .input = "SIP/2.0 421 Extension Required\r\nTo: <sip:a@b>\r\n"
		           "CSeq: 1 INVITE\r\n\r\n" },
		{ .argv = { "show", "--lang=vi", "421", "498", "4xx" } },
		{ .argv = { "cause", "-a", "--lang=vi", "17" } },
	};
	struct run r = { 0 };

	(void)state;
	need_vietnamese();
	for (size_t i = 0; i < LEN(programs); i++) {
		run_program(&r, &programs[i]);
		assert_holds(r.out, " m\341\273\245c 8.");
		assert_lacks(r.out, " section ");
		/* The document is named once in a row of its sections. */
		assert_lacks(r.out, ", RFC 3261 m\341\273\245c 8.2.6.2, "
		             "RFC 3261");
	}
	run_free(&r);
}

static void a_linter_keeps_its_words(void **state)
{
	static const struct program_check checks[] = {
		{ { .argv = { "check", "--lang=vi" },
		    .input = "SIP/2.0 421 Extension Required\r\n"
		             "CSeq: 1 INVITE\r\n\r\n" },
		  1, "*: error: 421 thi\341\272\277u Require: *", "" },
	};

	(void)state;
	need_vietnamese();
	CHECK_PROGRAMS(checks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_terminal_is_asked_for_its_language),
		TEST(a_pipe_is_not),
		TEST(a_comparison_has_the_five_headings),
		TEST(names_stay_as_they_are),
		TEST(a_section_has_its_word),
		TEST(a_linter_keeps_its_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
