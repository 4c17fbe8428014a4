/* test_hits.c - what a search shows: a line a hit, which leads on. */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void each_line_begins_with_what_to_type(void **state)
{
	static const struct check checks[] = {
		{ { "search", "user busy" }, 0, "*\ncause 17 User busy: *",
		  "" },
		{ { "search", "CallNotAnswered" }, 0, "480 *", "" },
		{ { "search", "100rel" }, 0, "*option 100rel: *", "" },
		{ { "search", "retry-after" }, 0, "*header Retry-After: *",
		  "" },
		{ { "search", "one way audio" }, 0,
		  "*symptom one-way-audio: *", "" },
		{ { "search", "kamailio", "block3xx" }, 0,
		  "404 Not Found, in practice at Kamailio default script: *",
		  "sipcode: all the words are in only 2 of 12: "
		  "'kamailio block3xx'\n" },
	};

	(void)state;
	CHECK(checks);
}

/* The word may stand far behind the edge of the screen. */
static void the_place_of_the_hit_is_shown(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN(&r, "-w80", "search", "tcpdump");
	assert_run(&r, 0, "*", "");
	assert_true(times(r.out, "tcpdump") >= 3);
	assert_holds(r.out, ": ... ");
	assert_holds(r.out, " ...\n");
	assert_int_equal(wider(r.out, 80, "tcpdump"), 0);
	RUN(&r, "--color=always", "search", "tcpdump");
	assert_holds(r.out, "\033[1mtcpdump\033[0m");
	run_free(&r);
}

static void a_screen_gets_twenty_lines(void **state)
{
	static const struct program some = {
		.argv = { "search", "server" },
		.out = OUT_TERMINAL, .columns = 80
	}, all = {
		.argv = { "search", "-a", "server" },
		.out = OUT_TERMINAL, .columns = 80
	};
	struct run r = { 0 };

	(void)state;
	run_program(&r, &some);
	assert_int_equal(r.status, 0);
	assert_holds(r.out, " more: --all");
	assert_in_range(times(r.out, "\n"), 21, 60);
	run_program(&r, &all);
	assert_int_equal(r.status, 0);
	assert_lacks(r.out, " more: --all");
	assert_true(times(r.out, "\n") > 100);
	RUN(&r, "search", "server");
	assert_lacks(r.out, " more: --all");
	run_free(&r);
}

/* What stands before the name or the place in a line of hits, as operands. */
static size_t read_lead(const char *line, char *lead, size_t size)
{
	static const char *const commands[] = { "cause", "compare", "flow",
		                                "header", "option", "symptom",
		                                "timer", "warning" };
	size_t n = strcspn(line, " :,");

	for (size_t i = 0; i < LEN(commands); i++)
		if (strlen(commands[i]) == n &&
		    memcmp(commands[i], line, n) == 0)
			n += 1 + (strcmp(commands[i], "compare") == 0
			                  ? strcspn(line + n + 1, ":")
			                  : strcspn(line + n + 1, " :,"));
	snprintf(lead, size, "%.*s", (int)n, line);
	return n;
}

/* Every key that is printed is an operand that works. */
static void every_line_leads_somewhere(void **state)
{
	static const char *const searches[] = { "server", "nat", "twilio",
		                                "busy", "register", "audio" };
	struct run r = { 0 }, led = { 0 };
	size_t seen = 0;

	(void)state;
	for (size_t i = 0; i < LEN(searches); i++) {
		char *line;

		RUN(&r, "search", searches[i]);
		assert_int_equal(r.status, 0);
		for (line = strtok(r.out, "\n"); line != NULL;
		     line = strtok(NULL, "\n")) {
			const char *argv[8] = { "-q" };
			char lead[200], *word, *rest;
			size_t n = 1;

			/* A phrase of no code is longer than one word. */
			if (line[0] < '1' ||
			    (line[0] > '9' && line[0] < 'a'))
				continue;
			read_lead(line, lead, sizeof(lead));
			for (word = strtok_r(lead, " ", &rest);
			     word != NULL && n < 7;
			     word = strtok_r(NULL, " ", &rest))
				argv[n++] = word;
			run_cli(&led, argv, NULL);
			if (led.status != 0 && led.status != 1)
				fail_msg("%s: %s", line, led.err);
			if (led.status == 1 && strspn(lead, "0123456789") <
			    strlen(lead))
				fail_msg("%s", line);
			seen++;
		}
	}
	assert_true(seen > 200);
	run_free(&r);
	run_free(&led);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_line_begins_with_what_to_type),
		TEST(the_place_of_the_hit_is_shown),
		TEST(a_screen_gets_twenty_lines),
		TEST(every_line_leads_somewhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
