/* test_links.c - links in what the program writes: where there are some, and
 * that they change nothing else. */
#include "harness.h"

#include <stdio.h>
#include <sipcode.h>
#include <string.h>

#define ALWAYS "--hyperlink=always"
#define SCREEN .out = OUT_TERMINAL, .columns = 80, .argv = { "421", "-a" }

static void links_follow_wish_and_terminal(void **state)
{
	static const struct {
		const char *env[4];
		int links;
	} screens[] = {
		{ { "TERM=xterm" }, 1 },
		{ { "TERM=xterm-256color" }, 1 },
		{ { "TERM=xterm-256color", "NO_COLOR=1" }, 1 },
		{ { "TERM=tmux-256color" }, 1 },
		{ { "TERM=xterm-256color", "VTE_VERSION=7000" }, 1 },
		{ { "TERM=xterm-256color", "VTE_VERSION=5202" }, 1 },
		{ { "TERM=xterm-256color", "VTE_VERSION=" }, 1 },
		{ { "TERM=xterm-256color", "VTE_VERSION=5201" }, 0 },
		{ { "TERM=xterm-256color", "VTE_VERSION=4205" }, 0 },
		{ { "TERM=xterm-256color", "TERM_PROGRAM=Apple_Terminal" }, 0 },
		{ { "TERM=xterm-256color", "TERM_PROGRAM=iTerm.app" }, 1 },
		{ { "TERM=xterm-256color", "INSIDE_EMACS=29.1,comint" }, 0 },
		{ { "TERM=screen" }, 0 },
		{ { "TERM=screen-256color" }, 0 },
		{ { "TERM=linux" }, 0 },
		{ { "TERM=vt220" }, 0 },
		{ { "TERM=eterm-color" }, 0 },
		{ { "TERM=dumb" }, 0 },
		{ { "TERM=" }, 0 },
		{ { NULL }, 0 },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(screens); i++) {
		struct program p = { SCREEN };

		memcpy(p.env, screens[i].env, sizeof(screens[i].env));
		run_program(&r, &p);
		assert_run(&r, 0, "*421 Extension Required*", "");
		assert_int_equal(times(r.out, "\033]8;") > 0, screens[i].links);
		p.argv[2] = "--hyperlink=never";
		run_program(&r, &p);
		assert_lacks(r.out, "\033]");
		p.argv[2] = ALWAYS;
		run_program(&r, &p);
		assert_holds(r.out, "\033]8;");
	}
	run_free(&r);
}

static void nothing_but_the_wish_makes_links_in_a_pipe(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN(&r, "421", "-a");
	assert_lacks(r.out, "\033");
	RUN(&r, "421", "-a", "--hyperlink=auto");
	assert_lacks(r.out, "\033");
	RUN(&r, "421", "-a", ALWAYS);
	assert_lacks(r.out, "\033[");
	assert_holds(r.out,
	             "\033]8;;https://www.rfc-editor.org/rfc/rfc3261"
	             "#section-21.4.16\033\\RFC 3261 section 21.4.16"
	             "\033]8;;\033\\");
	RUN(&r, "421", "--hyperlink=yes");
	assert_run(&r, 2, "",
	           "sipcode: not auto, always or never: 'yes'\n" TRY);
	RUN(&r, "421", "--hyperlink");
	assert_run(&r, 2, "", "*argument missing*");
	run_free(&r);
}

static void programs_get_none(void **state)
{
	static const char *const formats[] = { "-j", "-t", "-Fsource,reference",
		                               "-Fbackground" };
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(formats); i++) {
		RUN(&r, ALWAYS, formats[i], "421");
		assert_lacks(r.out, "\033");
	}
	RUN(&r, ALWAYS, "-Fbackground", "421");
	assert_run(&r, 0, "*RFC 3261*", "");
	RUN(&r, ALWAYS, "--version");
	assert_run(&r, 0, "sipcode *", "");
	assert_lacks(r.out, "\033");
	run_free(&r);
}

/* Takes the links away; those that do not begin and end in one line, or cover
 * nothing, or what fills the line, fail. */
static size_t strip(char *s)
{
	const char *start = s;
	char *to = s;
	size_t links = 0;
	int open = 0;

	while (*s != '\0') {
		if (strncmp(s, "\033]8;", 4) == 0) {
			int begins = strncmp(s, "\033]8;;\033\\", 7) != 0;
			const char *end = strstr(s, "\033\\");

			assert_non_null(end);
			assert_int_equal(begins, !open);
			if (begins && end[2] == ' ')
				assert_true(to > start && to[-1] > ' ');
			else if (begins)
				assert_true(end[2] > ' ');
			else if (to[-1] == ' ')
				assert_true(end[2] > ' ' || end[2] == '\033');
			open = begins;
			links += (size_t)begins;
			s += end + 2 - s;
			continue;
		}
		assert_true(*s != '\033');
		assert_true(*s != '\n' || !open);
		*to++ = *s++;
	}
	*to = '\0';
	assert_false(open);
	return links;
}

/* The links of a call, at several widths; without them it is as it was. */
static size_t links_of(const char *a, const char *b, const char *c,
                       const char *input)
{
	static const char *const widths[] = { "-w0", "-w20", "-w40", "-w80",
		                              "-w120", "-w200" };
	static const char *const langs[] = { "-len", "-lvi" };
	struct run plain = { 0 }, linked = { 0 };
	size_t links = 0;

	for (size_t l = 0; l < LEN(langs); l++) {
		if (strstr(langs[l], sipcode_language_tag(0)) == NULL &&
		    sipcode_languages() == 1)
			continue;
		for (size_t w = 0; w < LEN(widths); w++) {
			const char *call[] = { widths[w], langs[l], a, b, c,
				               NULL, NULL };

			run_cli(&plain, call, input);
			call[c == NULL ? b == NULL ? 3 : 4 : 5] = ALWAYS;
			run_cli(&linked, call, input);
			assert_int_equal(plain.status, linked.status);
			links += strip(linked.out);
			assert_string_equal(linked.out, plain.out);
			assert_string_equal(linked.err, plain.err);
		}
	}
	run_free(&plain);
	run_free(&linked);
	return links;
}

static void without_its_links_the_page_of_a_code_is_the_plain_one(void **state)
{
	size_t links = 0, pages = 0;
	const struct sipcode_row *row;

	(void)state;
	for (size_t i = 0;
	     (row = sipcode_row(0, SIPCODE_CODES, i)) != NULL; i++) {
		char code[8];

		snprintf(code, sizeof(code), "%lu",
		         sipcode_number(row, SIPCODE_F_CODE, 0));
		links += links_of(code, "-a", NULL, NULL);
		links += links_of(code, "-b", NULL, NULL);
		pages++;
	}
	assert_true(pages > 75 && links > 20 * pages);
}

static void the_other_commands_link_as_well(void **state)
{
	static const char *const calls[][3] = {
		{ "cause", "17", "-a" },      { "cause", "--sip=486", "-a" },
		{ "compare", "480", "486" },  { "option", "100rel", "-a" },
		{ "header", "Require", "-a" }, { "timer", "-a", NULL },
		{ "flow", "486", "-a" },      { "search", "RFC", "-a" },
		{ "symptom", "-a", NULL },    { "warning", "399", "-a" },
		{ "failover", "503", "-a" },  { "4xx", NULL, NULL },
		{ "498", NULL, NULL },        { "term", NULL, NULL },
	};
	static const char *const others[] = {
		"list", "cause", "option", "warning", "header", "product",
		"flow", "name", "failover", "search",
	};
	size_t linked = 0;

	(void)state;
	for (size_t i = 0; i < LEN(calls); i++)
		linked += links_of(calls[i][0], calls[i][1], calls[i][2],
		                   NULL) > 0;
	assert_true(linked > 10);
	for (size_t i = 0; i < LEN(others); i++)
		links_of(others[i], NULL, NULL, NULL);
}

#define OUTSIDE "RFC 1111 section 2"
#define CALL                                                                   \
	"INVITE sip:a@b SIP/2.0\nVia: SIP/2.0/UDP h;branch=z9hG4bKa\n"         \
	"Call-ID: " OUTSIDE "\nCSeq: 1 INVITE\nMax-Forwards: 70\n"             \
	"Subject: " OUTSIDE "\nRequire: " OUTSIDE "\n\n"                       \
	"SIP/2.0 420 " OUTSIDE "\nVia: SIP/2.0/UDP h;branch=z9hG4bKa\n"        \
	"Call-ID: " OUTSIDE "\nCSeq: 1 INVITE\nServer: " OUTSIDE "\n"          \
	"Unsupported: " OUTSIDE "\nWarning: 399 h \"" OUTSIDE "\"\n"           \
	"Reason: Q.850;cause=17;text=\"" OUTSIDE "\"\n" OUTSIDE ": x\n\n"

static void what_a_log_says_is_never_linked(void **state)
{
	static const char *const calls[][2] = {
		{ "explain", "-a" }, { "explain", "--flow" }, { "check", NULL },
		{ "tally", "--by=phrase" }, { "annotate", NULL },
	};
	struct run r = { 0 };
	size_t links = 0;

	(void)state;
	for (size_t i = 0; i < LEN(calls); i++) {
		const char *argv[] = { calls[i][0], ALWAYS, calls[i][1], NULL };

		links += links_of(calls[i][0], calls[i][1], NULL, CALL) > 0;
		run_cli(&r, argv, CALL);
		assert_holds(r.out, "RFC 1111");
		assert_lacks(r.out, "rfc1111");
	}
	/* What is said of it has its sources. */
	assert_true(links >= 2);
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(links_follow_wish_and_terminal),
		TEST(nothing_but_the_wish_makes_links_in_a_pipe),
		TEST(programs_get_none),
		TEST(without_its_links_the_page_of_a_code_is_the_plain_one),
		TEST(the_other_commands_link_as_well),
		TEST(what_a_log_says_is_never_linked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
