/* test_terminal.c - the program on a terminal: width, colour, characters. */
#include "harness.h"

#include <stdio.h>
#include <string.h>

#include "sipcode.h"
#include "utf8.h"

/* A terminal that speaks UTF-8 and has neither colour nor links. */
#define PLAIN "LC_ALL=en_US.UTF-8", "TERM=vt220", "NO_COLOR=1"
#define RULE \
	"\342\224\200\342\224\200\342\224\200\342\224\200\342\224\200"

/* Columns of the rule under the title. */
static size_t rule_columns(const struct program *p)
{
	struct run r = { 0 };
	const char *line;
	size_t columns;

	run_program(&r, p);
	assert_run(&r, 0, "421 *\n" RULE "*\n*", "");
	line = strstr(r.out, RULE);
	columns = utf8_columns(line, strcspn(line, "\n"));
	run_free(&r);
	return columns;
}

static void a_page_is_as_wide_as_it_was_asked_to_be(void **state)
{
	static const struct {
		struct program program;
		size_t columns;
	} screens[] = {
		{ { .columns = 80, .env = { PLAIN } }, 78 },
		/* Prose has at most 100 columns, unless they are asked for. */
		{ { .columns = 120, .env = { PLAIN } }, 98 },
		{ { .columns = 120, .env = { PLAIN }, .argv = { "-w120" } },
		  118 },
		{ { .columns = 40, .env = { PLAIN } }, 38 },
		{ { .columns = 0, .env = { PLAIN } }, 78 }, /* unknown: 80 */
		{ { .columns = 20, .env = { PLAIN } }, 20 },
		{ { .columns = 19, .env = { PLAIN } }, 78 },
		{ { .columns = 80, .env = { PLAIN, "COLUMNS=120" } }, 98 },
		{ { .columns = 80, .env = { PLAIN, "COLUMNS=40" } }, 38 },
		{ { .columns = 80, .env = { PLAIN, "COLUMNS=20" } }, 20 },
		{ { .columns = 80, .env = { PLAIN, "COLUMNS=1000" } }, 98 },
		{ { .columns = 100, .env = { PLAIN, "COLUMNS=1001" } }, 98 },
		{ { .columns = 100, .env = { PLAIN, "COLUMNS=19" } }, 98 },
		{ { .columns = 100, .env = { PLAIN, "COLUMNS=0" } }, 98 },
		{ { .columns = 100, .env = { PLAIN, "COLUMNS=-1" } }, 98 },
		{ { .columns = 100, .env = { PLAIN, "COLUMNS=abc" } }, 98 },
		{ { .columns = 100, .env = { PLAIN, "COLUMNS=99999999" } },
		  98 },
		{ { .columns = 100, .env = { PLAIN, "COLUMNS=" } }, 98 },
		{ { .columns = 80, .env = { PLAIN, "COLUMNS=40" },
		    .argv = { "--width=60" } }, 58 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(screens); i++) {
		struct program p = screens[i].program;

		p.out = OUT_TERMINAL;
		p.argv[1] = "421";
		if (p.argv[0] == NULL)
			p.argv[0] = "show";
		assert_int_equal(rule_columns(&p), screens[i].columns);
	}
}

static void no_line_is_wider_than_the_screen(void **state)
{
	static const unsigned widths[] = { 40, 80, 120 };
	static const char *const calls[][4] = {
		{ "421" }, { "480" }, { "4xx" }, { "170489" }, { "list" },
		{ "search", "busy" }, { "cause", "17" }, { "compare", "486",
		  "600" }, { "option", "100rel" }, { "warning" }, { "option" },
		{ "cause" }, { "flow", "407" }, { "flow", "486" },
		{ "compare", "480", "486", "600" },
	};
	struct run r = { 0 };
	size_t bad = 0;

	(void)state;
	for (size_t w = 0; w < LEN(widths); w++)
		for (size_t i = 0; i < LEN(calls); i++) {
			struct program p = { .out = OUT_TERMINAL,
				             .columns = widths[w],
				             .env = { PLAIN } };

			memcpy(p.argv, calls[i], sizeof(calls[i]));
			run_program(&r, &p);
			assert_run(&r, 0, "*", "");
			bad += wider(r.out, widths[w], calls[i][0]);
		}
	run_free(&r);
	assert_int_equal(bad, 0);
}

#define SCREEN .out = OUT_TERMINAL, .columns = 80, .argv = { "-b", "421" }
#define COLOUR_PAGE "\033\\[1;38;5;131m421 Extension Required\033\\[0m *"
#define BOLD_PAGE "\033\\[1m421 Extension Required\033\\[0m *"
#define PLAIN_PAGE "421 Extension Required  *"

/* A mark stands above the letter before it: forty letters of two characters
 * each have room in one line. */
static void marks_take_no_column(void **state)
{
	static const char *const marks[] = {
		"\u0300", "\u036f", "\u0483", "\u0489", "\u0591", "\u05bd",
		"\u0610", "\u061a", "\u064b", "\u065f", "\u0e31", "\u0e34",
		"\u0e3a", "\u0e47", "\u0e4e", "\u1ab0", "\u1aff", "\u1dc0",
		"\u1dff", "\u20d0", "\u20ff", "\ufe00", "\ufe0f", "\ufe20",
		"\ufe2f",
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(marks); i++) {
		struct program p = { .out = OUT_TERMINAL, .columns = 80,
			             .argv = { "explain" }, .env = { PLAIN } };
		char value[240] = "", input[300];

		for (size_t k = 0; k < 40; k++) {
			strcat(value, "e");
			strcat(value, marks[i]);
		}
		snprintf(input, sizeof(input), "SIP/2.0 486 x\nServer: %s\n\n",
		         value);
		p.input = input;
		run_program(&r, &p);
		assert_run(&r, 0, "*", "");
		assert_holds(r.out, value);
	}
	run_free(&r);
}

static void colour_follows_wish_environment_and_terminal(void **state)
{
	static const struct program_check checks[] = {
		{ { SCREEN, .env = { "TERM=xterm-256color" } }, 0, COLOUR_PAGE,
		  "" },
		{ { SCREEN }, 0, PLAIN_PAGE, "" },
		{ { SCREEN, .env = { "TERM=" } }, 0, PLAIN_PAGE, "" },
		{ { SCREEN, .env = { "TERM=dumb" } }, 0, PLAIN_PAGE, "" },
		{ { SCREEN, .env = { "TERM=xterm", "NO_COLOR=1" } }, 0,
		  PLAIN_PAGE, "" },
		{ { SCREEN, .env = { "TERM=foot", "NO_COLOR=" } }, 0,
		  COLOUR_PAGE, "" },
		{ { SCREEN, .env = { "TERM=dumb", "CLICOLOR_FORCE=1" } }, 0,
		  COLOUR_PAGE, "" },
		{ { SCREEN, .env = { "TERM=dumb", "FORCE_COLOR=0" } }, 0,
		  PLAIN_PAGE, "" },
		{ { SCREEN, .env = { "TERM=xterm", "NO_COLOR=1",
		    "FORCE_COLOR=1" } }, 0, PLAIN_PAGE, "" },
		{ { .out = OUT_TERMINAL, .columns = 80, .env = { "NO_COLOR=1" },
		    .argv = { "-b", "421", "--color=always" } }, 0,
		  COLOUR_PAGE, "" },
		{ { .out = OUT_TERMINAL, .columns = 80, .env = { "TERM=xterm" },
		    .argv = { "-b", "421", "--color=never" } }, 0, PLAIN_PAGE,
		  "" },
	};

	(void)state;
	CHECK_PROGRAMS(checks);
}

/* What a terminal without the palette would make of it is not to be known. */
static void only_the_palette_is_coloured_and_all_else_is_bold(void **state)
{
	static const char *const bold[] = {
		"TERM=xterm", "TERM=xterm-color", "TERM=linux", "TERM=vt220",
		"TERM=screen", "TERM=xterm-16color", "TERM=rxvt",
	};
	static const char *const deep[] = {
		"TERM=screen-256color", "TERM=tmux-256color", "TERM=alacritty",
		"TERM=xterm-kitty", "TERM=xterm-direct", "TERM=xterm-ghostty",
		"TERM=putty-256color", "TERM=wezterm",
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(bold); i++) {
		struct program p = { SCREEN, .env = { bold[i] } };

		run_program(&r, &p);
		assert_run(&r, 0, BOLD_PAGE, "");
		assert_lacks(r.out, "\033[3");
		assert_lacks(r.out, "\033[2");
		p.env[1] = "COLORTERM=truecolor";
		run_program(&r, &p);
		assert_run(&r, 0, COLOUR_PAGE, "");
	}
	for (size_t i = 0; i < LEN(deep); i++) {
		struct program p = { SCREEN, .env = { deep[i] } };

		run_program(&r, &p);
		assert_run(&r, 0, COLOUR_PAGE, "");
	}
	run_free(&r);
}

static void every_style_is_ended(void **state)
{
	static const char *const calls[][4] = {
		{ "421" }, { "list" }, { "search", "busy" }, { "cause", "17" },
		{ "compare", "421", "420" }, { "flow", "486" }, { "4xx" },
		{ "170489" }, { "option", "100rel" }, { "421", "-a" },
	};
	static const char *const terms[] = { "TERM=xterm", "TERM=foot" };
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < 2 * LEN(calls); i++) {
		struct program p = { .out = OUT_TERMINAL, .columns = 80,
			             .env = { terms[i % 2] } };

		memcpy(p.argv, calls[i / 2], sizeof(calls[i / 2]));
		run_program(&r, &p);
		assert_run(&r, 0, "*\033\\[0m*", "");
		assert_int_equal(times(r.out, "\033["),
		                 2 * times(r.out, "\033[0m"));
	}
	run_free(&r);
}

static void colour_says_nothing_that_the_text_does_not(void **state)
{
	struct program p = { .out = OUT_TERMINAL, .columns = 80,
		             .argv = { "421", "--color=always" } };
	struct run colour = { 0 }, plain = { 0 };
	char *to;

	(void)state;
	run_program(&colour, &p);
	p.argv[1] = "--color=never";
	run_program(&plain, &p);
	assert_run(&colour, 0, "\033*", "");
	assert_run(&plain, 0, "421 *", "");
	to = colour.out;
	for (const char *s = colour.out; *s != '\0'; s++) {
		if (*s == '\033')
			s += strcspn(s, "m");
		else
			*to++ = *s;
	}
	*to = '\0';
	assert_string_equal(colour.out, plain.out);
	run_free(&colour);
	run_free(&plain);
}

static void a_terminal_without_utf8_gets_ascii_alone(void **state)
{
	static const char *const places[][ENV_MAX] = {
		{ "LC_ALL=C" }, { NULL },
		{ "LC_ALL=POSIX", "LANG=en_US.UTF-8" },
		{ "LC_CTYPE=en_US.ISO-8859-1", "LANG=en_US.UTF-8" },
		{ "LC_ALL=", "LC_CTYPE=", "LANG=C" },
	};
	static const char *const calls[][4] = {
		{ "421" }, { "compare", "421", "420" }, { "flow", "486" },
		{ "cause", "17" }, { "list" }, { "170489" }, { "-t", "421" },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t k = 0; k < LEN(places); k++)
		for (size_t i = 0; i < LEN(calls); i++) {
			struct program p = { .out = OUT_TERMINAL,
				             .columns = 80 };

			memcpy(p.argv, calls[i], sizeof(calls[i]));
			memcpy(p.env, places[k], sizeof(places[k]));
			run_program(&r, &p);
			assert_run(&r, 0, "*", "");
			for (size_t c = 0; c < r.out_len; c++)
				assert_true(r.out[c] > 0 && r.out[c] < 0x7f);
		}
	run_free(&r);
}

static void a_terminal_with_utf8_gets_rules_and_bullets(void **state)
{
	static const char *const places[][ENV_MAX] = {
		{ "LC_ALL=en_US.UTF-8" }, { "LC_CTYPE=C.utf8", "LANG=C" },
		{ "LANG=vi_VN.UTF8" }, { "LC_ALL=", "LANG=en_US.utf-8" },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t k = 0; k < LEN(places); k++) {
		struct program p = { .out = OUT_TERMINAL, .columns = 80,
			             .argv = { "421" } };

		memcpy(p.env, places[k], sizeof(places[k]));
		run_program(&r, &p);
		assert_run(&r, 0, "*\n" RULE "*\n  \342\200\242 *", "");
	}
	run_free(&r);
}

static void nobody_waits_for_a_terminal(void **state)
{
	static const struct program_check checks[] = {
		{ { .out = OUT_TERMINAL, .columns = 80 }, 2, "", USAGE },
		{ { .out = OUT_TERMINAL, .columns = 80, .argv = { "--help" } },
		  0, "usage: *", "" },
		{ { .out = OUT_TERMINAL, .columns = 80, .argv = { "-V" } }, 0,
		  "sipcode " SIPCODE_VERSION "\n*", "" },
	};

	(void)state;
	CHECK_PROGRAMS(checks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_page_is_as_wide_as_it_was_asked_to_be),
		TEST(no_line_is_wider_than_the_screen),
		TEST(marks_take_no_column),
		TEST(colour_follows_wish_environment_and_terminal),
		TEST(only_the_palette_is_coloured_and_all_else_is_bold),
		TEST(every_style_is_ended),
		TEST(colour_says_nothing_that_the_text_does_not),
		TEST(a_terminal_without_utf8_gets_ascii_alone),
		TEST(a_terminal_with_utf8_gets_rules_and_bullets),
		TEST(nobody_waits_for_a_terminal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
