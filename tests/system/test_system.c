/* test_system.c - what systems have in ways of their own, on this one. */
#include "harness.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "files.h"
#include "system.h"

struct pair_of_ends {
	int from, to;
};

static struct pair_of_ends open_pipe(void)
{
	int ends[2];
	struct pair_of_ends p;

	assert_int_equal(pipe(ends), 0);
	p.from = ends[0];
	p.to = ends[1];
	return p;
}

static void waits_for_a_byte_and_for_the_end(void **state)
{
	struct pair_of_ends p = open_pipe();
	char c;

	(void)state;
	assert_int_equal(system_wait(p.from, 0), 0);
	assert_int_equal(system_wait(p.from, 20), 0);
	assert_int_equal(write(p.to, "x", 1), 1);
	assert_int_equal(system_wait(p.from, 60000), 1);
	assert_int_equal(read(p.from, &c, 1), 1);
	assert_int_equal(system_wait(p.from, 0), 0);
	close(p.to);
	assert_int_equal(system_wait(p.from, 60000), 1);
	close(p.from);
}

static void does_not_wait_where_it_cannot(void **state)
{
	struct pair_of_ends p = open_pipe();

	(void)state;
	close(p.from);
	close(p.to);
	assert_int_equal(system_wait(p.from, 60000), 1);
	assert_int_equal(system_wait(-1, 60000), 1);
	assert_int_equal(system_wait(1 << 30, 60000), 1);
}

static void tells_a_pipe_from_a_file(void **state)
{
	struct pair_of_ends p = open_pipe();
	FILE *file = tmpfile();

	(void)state;
	assert_non_null(file);
	assert_int_equal(system_is_pipe(p.from), 1);
	assert_int_equal(system_is_pipe(p.to), 1);
	assert_int_equal(system_is_pipe(fileno(file)), 0);
	assert_int_equal(system_columns(fileno(file)), 0);
	close(p.from);
	close(p.to);
	assert_int_equal(system_is_pipe(p.from), 0);
	assert_int_equal(system_is_pipe(-1), 0);
	fclose(file);
}

static void knows_the_same_file(void **state)
{
	struct pair_of_ends p = open_pipe();
	FILE *one = tmpfile(), *other = tmpfile();
	int again;

	(void)state;
	assert_non_null(one);
	assert_non_null(other);
	again = dup(fileno(one));
	assert_int_equal(system_same_file(fileno(one), again), 1);
	assert_int_equal(system_same_file(fileno(one), fileno(other)), 0);
	assert_int_equal(system_same_file(p.from, p.from), 0);
	assert_int_equal(system_same_file(fileno(one), -1), 0);
	close(again);
	close(p.from);
	close(p.to);
	fclose(one);
	fclose(other);
}

static void opens_what_is_there(void **state)
{
	int fd = system_open("/dev/null");

	(void)state;
	assert_true(fd >= 0);
	close(fd);
	errno = 0;
	assert_int_equal(system_open("/nowhere/at/all"), -1);
	assert_int_equal(errno, ENOENT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(waits_for_a_byte_and_for_the_end),
		TEST(does_not_wait_where_it_cannot),
		TEST(tells_a_pipe_from_a_file),
		TEST(knows_the_same_file),
		TEST(opens_what_is_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
