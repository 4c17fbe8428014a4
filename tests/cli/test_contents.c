/* test_contents.c - the answer and the whole: on a terminal, with -b, with -a,
 * and in a pipe. */
#include "harness.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

#include "words/label.h"

#define PLAIN "LC_ALL=C", "TERM=dumb"

static const char *const calls[][5] = {
	{ "486" }, { "403" }, { "200" }, { "421" }, { "show", "100", "503" },
	{ "compare", "480", "486" }, { "compare", "200", "421" },
	{ "compare", "486", "404" }, { "compare", "420", "421", "494" },
	{ "compare", "408", "480", "486", "600" },
};

/* Runs a call with more arguments behind it, on a terminal of 80 columns or
 * not. */
static void run_call(struct run *r, const char *const *call, int terminal,
                     const char *const *more)
{
	struct program p = { .columns = 80, .env = { PLAIN } };
	size_t n = 0;

	if (terminal)
		p.out = OUT_TERMINAL;
	for (; n < LEN(calls[0]) && call[n] != NULL; n++)
		p.argv[n] = call[n];
	for (size_t i = 0; more[i] != NULL; i++)
		p.argv[n++] = more[i];
	run_program(r, &p);
	assert_run(r, 0, "*", "");
}

#define CALL(r, call, terminal, ...)                                           \
	run_call(r, call, terminal, (const char *const[]){ __VA_ARGS__, NULL })

static void a_terminal_gets_the_answer(void **state)
{
	struct run terminal = { 0 }, answer = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(calls); i++) {
		CALL(&terminal, calls[i], 1, NULL);
		CALL(&answer, calls[i], 0, "-b", "-w80");
		assert_string_equal(terminal.out, answer.out);
	}
	run_free(&terminal);
	run_free(&answer);
}

static void all_is_the_whole_on_a_terminal_too(void **state)
{
	struct run terminal = { 0 }, whole = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(calls); i++) {
		CALL(&terminal, calls[i], 1, "-a");
		CALL(&whole, calls[i], 0, "-w80");
		assert_string_equal(terminal.out, whole.out);
	}
	run_free(&terminal);
	run_free(&whole);
}

static void a_pipe_gets_the_whole(void **state)
{
	struct run pipe = { 0 }, whole = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(calls); i++) {
		CALL(&pipe, calls[i], 0, NULL);
		CALL(&whole, calls[i], 1, "-a", "-w0", "--color=never");
		assert_string_equal(pipe.out, whole.out);
	}
	run_free(&pipe);
	run_free(&whole);
}

static void the_last_one_of_both_counts(void **state)
{
	struct run one = { 0 }, other = { 0 };

	(void)state;
	CALL(&one, calls[0], 0, "-a", "-b");
	CALL(&other, calls[0], 0, "-b");
	assert_string_equal(one.out, other.out);
	CALL(&one, calls[0], 1, "-b", "-a");
	CALL(&other, calls[0], 1, "-a");
	assert_string_equal(one.out, other.out);
	run_free(&one);
	run_free(&other);
}

static int begins_with_label(const char *line, enum label label)
{
	const char *s = label_text(0, label);

	return strncmp(line, s, strlen(s)) == 0;
}

/* Does the line count what is left out, or name the command for it? */
static int is_count(const char *line, size_t n)
{
	static const char end[] = " more: -a)";

	if (n > sizeof(end) - 1 &&
	    memcmp(line + n - (sizeof(end) - 1), end, sizeof(end) - 1) == 0)
		return 1;
	return begins_with_label(line, LABEL_more) ||
	       (begins_with_label(line, LABEL_practice) && n > 20) ||
	       (begins_with_label(line, LABEL_products) && n > 20);
}

/* The whole holds the lines of the answer in the same order. */
static void the_whole_holds_the_answer(void **state)
{
	struct run answer = { 0 }, whole = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(calls); i++) {
		const char *at, *line;

		CALL(&answer, calls[i], 0, "-b", "-w0");
		CALL(&whole, calls[i], 0, "-a", "-w0");
		at = whole.out;
		for (line = answer.out; *line != '\0';) {
			size_t n = strcspn(line, "\n");
			char want[2048];

			assert_in_range(n, 0, sizeof(want) - 2);
			snprintf(want, sizeof(want), "%.*s\n", (int)n, line);
			if (!is_count(line, n)) {
				const char *found = strstr(at, want);

				if (found == NULL)
					fail_msg("not in the whole: %s", want);
				at = found + n + 1;
			}
			line += n + 1;
		}
		assert_true(whole.out_len > answer.out_len);
	}
	run_free(&answer);
	run_free(&whole);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_terminal_gets_the_answer),
		TEST(all_is_the_whole_on_a_terminal_too),
		TEST(a_pipe_gets_the_whole),
		TEST(the_last_one_of_both_counts),
		TEST(the_whole_holds_the_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
