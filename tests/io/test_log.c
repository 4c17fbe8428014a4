/* test_log.c - runs of whole lines, and the bytes around them that stay in
 * sight. */
#include "bytes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io/log.h"

/* A log that reads these bytes from a file; the caller closes its descriptor
 * and frees its buffer. */
static void open_log(struct log *log, const struct bytes *b, int ahead)
{
	FILE *f = tmpfile();
	int fd;

	assert_non_null(f);
	assert_int_equal(fwrite(b->s, 1, b->n, f), b->n);
	assert_int_equal(fflush(f), 0);
	fd = dup(fileno(f));
	assert_true(fd >= 0);
	fclose(f);
	lseek(fd, 0, SEEK_SET);
	memset(log, 0, sizeof(*log));
	log->ahead = ahead;
	log_start(log, "a log", fd, malloc(LOG_BUFFER));
	assert_int_equal(log->live, 0);
	assert_int_equal(log->ahead, ahead);
}

static void close_log(struct log *log)
{
	close(log->fd);
	free(log->buffer);
}

/* Lines of so many bytes each, numbered. */
static void add_lines(struct bytes *b, size_t lines, int length)
{
	char line[200];

	for (size_t i = 0; i < lines; i++) {
		snprintf(line, sizeof(line), "%0*zu\n", length - 1, i);
		bytes_str(b, line);
	}
}

/* The runs are the text again, and what is around them is in sight. */
static size_t follow(struct log *log, const struct bytes *b)
{
	size_t at = 0, runs = 0;
	int cut = 0;

	while (log_next(log)) {
		size_t n = log->to - log->from, before = log->from;

		runs++;
		assert_true(n > 0 && at + n <= b->n);
		assert_memory_equal(log->buffer + log->from, b->s + at, n);
		assert_int_equal(log->continued, cut);
		if (runs > 1)
			assert_in_range(before, LOG_BEFORE,
			                LOG_BEFORE);
		assert_memory_equal(log->buffer, b->s + at - before, before);
		assert_true(log->used <= LOG_BUFFER);
		at += n;
		assert_memory_equal(log->buffer + log->to, b->s + at,
		                    log->used - log->to);
		if (log->ahead && at < b->n)
			assert_true(log->used - log->to >= LOG_AHEAD ||
			            log->eof);
		cut = log->cut;
		assert_int_equal(cut, b->s[at - 1] != '\n' && at < b->n);
	}
	assert_int_equal(at, b->n);
	assert_int_equal(log->error, 0);
	assert_int_equal(log->eof, 1);
	return runs;
}

static void runs_are_of_whole_lines(void **state)
{
	for (int ahead = 0; ahead <= 1; ahead++)
		for (int end = 0; end <= 1; end++) {
			struct bytes b = { 0 };
			struct log log;

			(void)state;
			add_lines(&b, 9001, 97);
			bytes_str(&b, end ? "the last\n" : "the last");
			open_log(&log, &b, ahead);
			assert_in_range(follow(&log, &b), 4, 5);
			close_log(&log);
			bytes_free(&b);
		}
}

/* Lines that are as long as the buffer, and a byte shorter and longer. */
static void a_line_longer_than_the_buffer_is_cut(void **state)
{
	(void)state;
	for (int ahead = 0; ahead <= 1; ahead++)
		for (int more = -1; more <= 1; more++) {
			struct bytes b = { 0 };
			struct log log;

			bytes_fill(&b, 'x', (size_t)(LOG_BUFFER - 1 + more));
			bytes_str(&b, "\nand more\n");
			open_log(&log, &b, ahead);
			assert_int_equal(log_next(&log), 1);
			assert_int_equal(log.from, 0);
			if (ahead || more > 0) {
				assert_int_equal(log.to,
				                 LOG_BUFFER - LOG_AHEAD);
				assert_int_equal(log.cut, 1);
			} else {
				assert_int_equal(log.to, LOG_BUFFER + more);
				assert_int_equal(log.cut, 0);
			}
			assert_int_equal(log.continued, 0);
			close_log(&log);
			open_log(&log, &b, ahead);
			assert_int_equal(follow(&log, &b), 2);
			close_log(&log);
			bytes_free(&b);
		}
}

/* A byte at a time of a pipe: each line comes as soon as it ends. */
static void a_pipe_is_read_as_it_comes(void **state)
{
	static const char text[] = "one\n\nthree";
	struct log log = { .ahead = 0 };
	char *buffer = malloc(LOG_BUFFER);
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	log_start(&log, "a pipe", ends[0], buffer);
	assert_int_equal(log.live, 1);
	assert_int_equal(write(ends[1], text, 4), 4);
	assert_int_equal(log_next(&log), 1);
	assert_bytes(buffer + log.from, log.to - log.from, "one\n", 4);
	assert_int_equal(write(ends[1], text + 4, 4), 4);
	/* What was read before the log began comes first. */
	log_peek(&log);
	assert_int_equal(log.used, 8);
	assert_int_equal(log_next(&log), 1);
	assert_bytes(buffer + log.from, log.to - log.from, "\n", 1);
	assert_int_equal(log.used, 8);
	assert_int_equal(write(ends[1], text + 8, 2), 2);
	close(ends[1]);
	assert_int_equal(log_next(&log), 1);
	assert_bytes(buffer + log.from, log.to - log.from, "three", 5);
	assert_int_equal(log.cut, 0);
	assert_int_equal(log_next(&log), 0);
	assert_int_equal(log.eof, 1);
	close(ends[0]);
	free(buffer);
}

static void what_was_peeked_at_is_not_read_again(void **state)
{
	struct log log = { .ahead = 0 };
	char *buffer = malloc(LOG_BUFFER);
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	log_start(&log, "a pipe", ends[0], buffer);
	assert_int_equal(write(ends[1], "a\n", 2), 2);
	log_peek(&log);
	assert_int_equal(write(ends[1], "b\n", 2), 2);
	log_fill(&log);
	assert_int_equal(log.used, 2);
	log_fill(&log);
	assert_int_equal(log.used, 4);
	close(ends[1]);
	log_peek(&log);
	assert_int_equal(log.eof, 1);
	close(ends[0]);
	/* An error ends it, too. */
	log_fill(&log);
	assert_int_equal(log.error, 0);
	log_fill(&log);
	assert_int_not_equal(log.error, 0);
	assert_int_equal(log.eof, 1);
	free(buffer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(runs_are_of_whole_lines),
		TEST(a_line_longer_than_the_buffer_is_cut),
		TEST(a_pipe_is_read_as_it_comes),
		TEST(what_was_peeked_at_is_not_read_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
