/* test_program.c - the real program: what it does where it cannot write, and
 * that nothing around it changes what it writes. */
#include "harness.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One call of everything that prints. */
static const char *const calls[][5] = {
	{ "421" }, { "-b", "421" }, { "4xx" }, { "170489" },
	{ "-F", "code,phrase", "421" }, { "-j", "421" }, { "-t", "421" },
	{ "list" }, { "list", "-a", "-j" }, { "list", "-t" },
	{ "search", "busy" }, { "compare", "421", "420" },
	{ "compare", "200", "421", "-j" }, { "cause" }, { "cause", "17" },
	{ "cause", "--sip", "486" }, { "warning", "304" },
	{ "option", "100rel" }, { "flow", "486" }, { "help" },
	{ "help", "compare" }, { "--help" }, { "compare", "--help" },
	{ "--version" },
};

static struct program call(size_t i)
{
	struct program p = { .path = NULL };

	memcpy(p.argv, calls[i], sizeof(calls[i]));
	return p;
}

/* All the calls with such a stdout. */
static void all_calls(enum stdout_kind out, int ignore_pipe, int status,
                      const char *err)
{
	struct run r = { 0 };

	for (size_t i = 0; i < LEN(calls); i++) {
		struct program p = call(i);

		p.out = out;
		p.ignore_pipe = ignore_pipe;
		run_program(&r, &p);
		assert_run(&r, status, "", err);
	}
	run_free(&r);
}

static void a_full_disk_is_trouble_for_every_command(void **state)
{
	(void)state;
	all_calls(OUT_FULL, 0, 2,
	          "sipcode: write error: No space left on device\n");
}

static void a_closed_stdout_is_trouble_for_every_command(void **state)
{
	(void)state;
	all_calls(OUT_CLOSED, 0, 2,
	          "sipcode: write error: Bad file descriptor\n");
}

static void a_closed_pipe_ends_the_program_quietly(void **state)
{
	(void)state;
	all_calls(OUT_BROKEN, 0, 128 + SIGPIPE, "");
}

static void a_closed_pipe_is_trouble_where_the_signal_is_ignored(void **state)
{
	(void)state;
	all_calls(OUT_BROKEN, 1, 2, "sipcode: write error: Broken pipe\n");
}

static void trouble_outranks_what_was_not_found(void **state)
{
	static const struct program_check checks[] = {
		{ { .argv = { "421", "497" }, .out = OUT_FULL }, 2, "",
		  "sipcode: no such code: '497'\nsipcode: write error: *\n" },
		/* Nothing is written, so nothing can go wrong. */
		{ { .argv = { "-q", "421" }, .out = OUT_FULL }, 0, "", "" },
		{ { .argv = { "-Fcode", "497" }, .out = OUT_FULL }, 1, "",
		  "sipcode: no such code: '497'\n" },
	};

	(void)state;
	CHECK_PROGRAMS(checks);
}

static void every_status_is_met(void **state)
{
	static const struct program_check checks[] = {
		{ { .argv = { "-Fphrase", "421" } }, 0, "Extension Required\n",
		  "" },
		{ { .argv = { "-Fphrase", "497" } }, 1, "", "sipcode: *\n" },
		{ { .argv = { "-Fphrase" } }, 2, "", USAGE },
		{ { .argv = { NULL } }, 2, "", USAGE },
	};

	(void)state;
	CHECK_PROGRAMS(checks);
}

/* Everything that the program might look at, set and not set. */
static void the_same_bytes_come_out_in_a_pipe_everywhere(void **state)
{
	static const char *const places[][ENV_MAX] = {
		{ "LC_ALL=C", "TERM=dumb" },
		{ "LC_ALL=en_US.UTF-8", "TERM=xterm-256color", "COLUMNS=40" },
		{ "LANG=vi_VN.UTF-8", "TERM=vt100", "COLUMNS=200" },
		{ "LC_MESSAGES=de_DE.ISO-8859-1", "NO_COLOR=1", "TZ=UTC" },
		{ "LC_ALL=\377\376", "LANG=\033[31m", "HOME=/nonexistent" },
	};
	struct run first = { 0 }, r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(calls); i++) {
		struct program p = call(i);

		run_program(&first, &p);
		assert_run(&first, 0, "*", "");
		assert_true(first.out_len > 0);
		assert_lacks(first.out, "\033");
		for (size_t k = 0; k < LEN(places); k++) {
			memcpy(p.env, places[k], sizeof(places[k]));
			run_program(&r, &p);
			assert_run(&r, 0, "*", "");
			assert_string_equal(r.out, first.out);
		}
	}
	run_free(&first);
	run_free(&r);
}

static void the_program_says_what_the_library_of_it_says(void **state)
{
	struct run inside = { 0 }, outside = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(calls); i++) {
		struct program p = call(i);

		run_program(&outside, &p);
		run_cli(&inside, p.argv, NULL);
		assert_run(&outside, inside.status, "*", "");
		assert_string_equal(inside.out, outside.out);
		assert_string_equal(inside.err, outside.err);
	}
	run_free(&inside);
	run_free(&outside);
}

static void colour_in_a_pipe_is_only_what_was_asked_for(void **state)
{
	static const struct program_check checks[] = {
		{ { .argv = { "-b", "421" }, .env = { "TERM=xterm" } }, 0,
		  "421 *", "" },
		{ { .argv = { "-b", "421", "--color=always" } }, 0,
		  "\033\\[1;38;5;131m421 Extension Required\033\\[0m*", "" },
		{ { .argv = { "-b", "421", "--color=always" },
		    .env = { "NO_COLOR=1", "TERM=dumb" } }, 0, "\033\\[1;38;5;131m*",
		  "" },
		{ { .argv = { "-b", "421" }, .env = { "CLICOLOR_FORCE=1" } }, 0,
		  "\033\\[1;38;5;131m*", "" },
		{ { .argv = { "-b", "421" }, .env = { "FORCE_COLOR=1" } }, 0,
		  "\033\\[1;38;5;131m*", "" },
		{ { .argv = { "-b", "421" }, .env = { "CLICOLOR_FORCE=0" } }, 0,
		  "421 *", "" },
		{ { .argv = { "-b", "421" }, .env = { "FORCE_COLOR=" } }, 0,
		  "421 *", "" },
		{ { .argv = { "-b", "421" }, .env = { "CLICOLOR_FORCE=1",
		    "NO_COLOR=1" } }, 0, "421 *", "" },
		{ { .argv = { "-b", "421" }, .env = { "CLICOLOR_FORCE=1",
		    "NO_COLOR=" } }, 0, "\033\\[1;38;5;131m*", "" },
		{ { .argv = { "-b", "421", "--color=never" },
		    .env = { "CLICOLOR_FORCE=1" } }, 0, "421 *", "" },
		{ { .argv = { "-j", "list", "421", "--color=always" } }, 0,
		  "\\[{\"code\":421,*", "" },
	};

	(void)state;
	CHECK_PROGRAMS(checks);
}

static void machine_formats_and_fields_have_no_colour_at_all(void **state)
{
	static const char *const formats[] = { "-j", "-t", "-Fcode,phrase" };
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(formats); i++) {
		RUN(&r, "--color=always", formats[i], "421", "170489");
		assert_run(&r, 0, "*", "");
		assert_lacks(r.out, "\033");
	}
	run_free(&r);
}

static void diagnostics_never_hold_what_a_terminal_obeys(void **state)
{
	static const struct program_check checks[] = {
		{ { .argv = { "\033]0;x\a\302\233" },
		    .env = { "LC_ALL=en_US.UTF-8" } }, 1, "",
		  "*'\\\\x1b\\]0;x\\\\x07\\\\xc2\\\\x9b'\n" },
		{ { .argv = { "m\303\241y" }, .env = { "LC_ALL=en_US.UTF-8" } },
		  1, "*", "*'m\303\241y'\n*" },
		{ { .argv = { "m\303\241y" }, .env = { "LC_ALL=C" } }, 1, "*",
		  "*'m\\\\xc3\\\\xa1y'\n*" },
	};

	(void)state;
	CHECK_PROGRAMS(checks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_full_disk_is_trouble_for_every_command),
		TEST(a_closed_stdout_is_trouble_for_every_command),
		TEST(a_closed_pipe_ends_the_program_quietly),
		TEST(a_closed_pipe_is_trouble_where_the_signal_is_ignored),
		TEST(trouble_outranks_what_was_not_found),
		TEST(every_status_is_met),
		TEST(the_same_bytes_come_out_in_a_pipe_everywhere),
		TEST(the_program_says_what_the_library_of_it_says),
		TEST(colour_in_a_pipe_is_only_what_was_asked_for),
		TEST(machine_formats_and_fields_have_no_colour_at_all),
		TEST(diagnostics_never_hold_what_a_terminal_obeys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
