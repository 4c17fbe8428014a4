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
		{ { "search", "100rel" }, 0, "*option 100rel: *", "" },
		{ { "search", "retry-after" }, 0, "*header Retry-After: *",
		  "" },
		{ { "search", "one way audio" }, 0,
		  "*symptom one-way-audio: *", "" },
		{ { "search", "kamailio", "block3xx" }, 0,
		  "404 Not Found, in practice at Kamailio default script: *",
		  "" },
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_line_begins_with_what_to_type),
		TEST(the_place_of_the_hit_is_shown),
		TEST(a_screen_gets_twenty_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
