/* test_io_number.c - what is a number and what is none; and memory that grows
 * with what is asked for. */
#include "bytes.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "io/memory.h"
#include "io/number.h"

static void a_number_has_nine_digits_at_most(void **state)
{
	static const struct {
		const char *s;
		int whole, digits, front; /* 1: it is one to that function */
		unsigned long n, front_n;
	} rows[] = {
		{ "0", 1, 1, 1, 0, 0 },
		{ "7", 1, 1, 1, 7, 7 },
		{ "486", 1, 1, 1, 486, 486 },
		{ "00", 0, 1, 1, 0, 0 },
		{ "0486", 0, 1, 1, 486, 486 },
		{ "", 0, 0, 0, 0, 0 },
		{ "4/6", 0, 0, 1, 0, 4 },
		{ "4:6", 0, 0, 1, 0, 4 },
		{ "x", 0, 0, 0, 0, 0 },
		{ "-1", 0, 0, 0, 0, 0 },
		{ "48x", 0, 0, 1, 0, 48 },
		{ "999999999", 1, 1, 1, 999999999, 999999999 },
		{ "1234567890", 0, 0, 0, 0, 0 },
		{ "0000000001", 0, 0, 0, 0, 0 },
		{ "100000000x", 0, 0, 1, 0, 100000000 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		size_t n = strlen(rows[i].s);
		char *s = exactly(rows[i].s, n);
		unsigned long found = 1;

		if (number_read(rows[i].s, &found) != rows[i].whole - 1 ||
		    (rows[i].whole && found != rows[i].n))
			fail_msg("whole: %s", rows[i].s);
		if (number_read_n(s, n, &found) != rows[i].digits - 1 ||
		    (rows[i].digits && found != rows[i].n))
			fail_msg("digits: %s", rows[i].s);
		if (number_read_front(s, n, &found) != rows[i].front - 1 ||
		    (rows[i].front && found != rows[i].front_n))
			fail_msg("front: %s", rows[i].s);
		free(s);
	}
}

static void a_count_has_fifteen_digits_at_most(void **state)
{
	uint64_t n = 0;

	(void)state;
	assert_int_equal(number_read_count("999999999999999", 15, &n), 0);
	assert_true(n == 999999999999999);
	assert_int_equal(number_read_count("1000000000000000", 16, &n), -1);
	assert_int_equal(number_read_count("1", 0, &n), -1);
	assert_int_equal(number_read_count("12", 1, &n), 0);
	assert_int_equal(n, 1);
}

static void a_number_is_written_in_its_digits(void **state)
{
	static const struct {
		uint64_t n;
		const char *want;
	} rows[] = {
		{ 0, "0" }, { 9, "9" }, { 10, "10" }, { 109, "109" },
		{ UINT64_MAX, "18446744073709551615" },
	};
	char digits[NUMBER_SIZE];

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		memset(digits, 'x', sizeof(digits));
		assert_string_equal(number_write(digits, rows[i].n),
		                    rows[i].want);
	}
}

static void memory_grows_by_doubling(void **state)
{
	static const struct {
		size_t room, need, want;
	} rows[] = {
		{ 0, 1, 16 },  { 0, 16, 16 },  { 0, 17, 32 },  { 16, 16, 16 },
		{ 16, 17, 32 }, { 20, 21, 40 }, { 20, 41, 80 }, { 64, 10, 64 },
		{ 8, 9, 16 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		size_t room = rows[i].room;
		char *old = room == 0 ? NULL : memory_get(room * 8), *new;

		if (old != NULL)
			memcpy(old, "front", 6);
		new = memory_grow(old, &room, rows[i].need, 8);
		assert_int_equal(room, rows[i].want);
		if (old != NULL)
			assert_string_equal(new, "front");
		/* All of it can be written. */
		memset(new, 1, room * 8);
		free(new);
	}
}

static void memory_begins_with_zeros(void **state)
{
	for (size_t n = 0; n < 3; n++) {
		char *s = malloc(5000);

		(void)state;
		memset(s, 1, 5000);
		free(s);
		s = memory_get(n * 2500);
		assert_non_null(s);
		for (size_t i = 0; i < n * 2500; i++)
			assert_int_equal(s[i], 0);
		free(s);
	}
}

/* Asks for so much in another process; returns its status, and what it has
 * said. */
static int ask_for(size_t room, size_t need, size_t bytes, char *said,
                   size_t size)
{
	int ends[2], status = 0;
	size_t n = 0;
	ssize_t got;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		if (bytes == 0)
			memory_get(need);
		else
			memory_grow(NULL, &room, need, bytes);
		_exit(0);
	}
	close(ends[1]);
	while ((got = read(ends[0], said + n, size - 1 - n)) > 0)
		n += (size_t)got;
	said[n] = '\0';
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void without_memory_the_program_ends(void **state)
{
	static const struct {
		size_t need, bytes;
	} rows[] = {
		{ SIZE_MAX, 0 },          /* memory_get() */
		{ SIZE_MAX, 1 },          /* no doubling reaches it */
		{ SIZE_MAX / 16, 16 },    /* would be 0 bytes */
		{ SIZE_MAX / 4, 8 },
		{ SIZE_MAX / 2 - 1, 1 },  /* nobody has that much */
	};
	char said[100];

	(void)state;
	need_faults();
	for (size_t i = 0; i < LEN(rows); i++) {
		assert_int_equal(ask_for(0, rows[i].need, rows[i].bytes, said,
		                         sizeof(said)), 2);
		assert_string_equal(said, "sipcode: out of memory\n");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_number_has_nine_digits_at_most),
		TEST(a_count_has_fifteen_digits_at_most),
		TEST(a_number_is_written_in_its_digits),
		TEST(memory_grows_by_doubling),
		TEST(memory_begins_with_zeros),
		TEST(without_memory_the_program_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
