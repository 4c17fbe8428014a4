/* test_descriptors.c - standard streams that are closed, that do not wait, or
 * that are no files to read; files that change while they are read, or that
 * are what is written. */
#include "harness.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "files.h"
#include "sweep.h"

#define BUSY "SIP/2.0 486 Busy Here\r\n"
#define BOTH BUSY "\r\nSIP/2.0 404 Not Found\r\n\r\n"

/* Runs on these streams, and closes them here.  Returns the process. */
static pid_t start(const struct program *p, int in, int out, int err)
{
	static char *none[] = { NULL };
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0)
		program_become(p, none, in, out, err);
	close(in);
	close(out);
	return child;
}

static int status_of(pid_t child)
{
	int status = 0;

	while (waitpid(child, &status, 0) < 0)
		assert_int_equal(errno, EINTR);
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status)
	                           : WEXITSTATUS(status);
}

static void a_moment(void)
{
	const struct timespec t = { .tv_nsec = 20000000 };

	nanosleep(&t, NULL);
}

static void open_pipe(int ends[2], int unready)
{
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(fcntl(ends[!unready], F_SETFD, FD_CLOEXEC), 0);
	assert_int_equal(fcntl(ends[unready], F_SETFL, O_NONBLOCK), 0);
}

/* A read before there is anything fails with EAGAIN: the program waits. */
static void an_input_that_does_not_wait_is_waited_for(void **state)
{
	static const char *const commands[] = { "annotate", "tally", "explain",
		                                "check" };

	(void)state;
	for (size_t i = 0; i < LEN(commands); i++) {
		struct program p = { .argv = { commands[i] },
			             .input = BOTH };
		int ends[2], out = file_with(NULL), err = file_with(NULL);
		struct run r = { 0 }, slow = { 0 };
		pid_t child;

		run_program(&r, &p);
		open_pipe(ends, 0);
		child = start(&p, ends[0], dup(out), err);
		for (const char *part = p.input; *part != '\0';) {
			size_t n = strlen(part) < 20 ? strlen(part) : 20;

			a_moment();
			assert_int_equal(write(ends[1], part, n), n);
			part += n;
		}
		close(ends[1]);
		run_begin(&slow, "sipcode", p.argv, NULL);
		slow.status = status_of(child);
		slow.out = file_text(out, &slow.out_len);
		slow.err = file_text(err, &slow.err_len);
		assert_run(&slow, r.status, "?*", "");
		assert_string_equal(slow.out, r.out);
		run_free(&r);
		run_free(&slow);
	}
}

/* A write fails with EAGAIN while the pipe is full: nothing is lost. */
static void an_output_that_does_not_wait_is_waited_for(void **state)
{
	static const struct program p = { .argv = { "-j", "search", "call" } };
	int ends[2], err = file_with(NULL);
	struct run well = { 0 };
	size_t len = 0;
	pid_t child;
	ssize_t n;
	char *s;

	(void)state;
	run_program(&well, &p);
	assert_run(&well, 0, "*", "");
	/* More than a pipe holds. */
	assert_true(well.out_len > 100000);
	s = malloc(well.out_len + 1);
	assert_non_null(s);
	open_pipe(ends, 1);
	child = start(&p, file_with(NULL), ends[1], err);
	a_moment();
	a_moment();
	while ((n = read(ends[0], s + len, well.out_len + 1 - len)) > 0)
		len += (size_t)n;
	close(ends[0]);
	assert_int_equal(status_of(child), 0);
	assert_int_equal(len, well.out_len);
	assert_memory_equal(s, well.out, len);
	free(file_text(err, &len));
	assert_int_equal(len, 0);
	free(s);
	run_free(&well);
}

#define CLOSED(what) "sipcode: " what ": Bad file descriptor\n"

/* What is opened takes no number of a stream that is closed: then what is
 * written would go into it, or what is read come from it. */
static void streams_may_be_closed_in_any_way(void **state)
{
	static const struct {
		const char *argv[4];
		int reads, status;
		const char *err;
	} calls[] = {
		{ { "421" }, 0, 0, "" },
		{ { "421", "497" }, 0, 1, "sipcode: no such code: '497'\n" },
		{ { "-q", "421" }, -1, 0, "" },
		{ { "annotate", "log" }, 0, 0, "" },
		{ { "tally", "-t", "log" }, 0, 0, "" },
		{ { "tally", "-t", "log", "-" }, 1, 0, "" },
		{ { "tally", "-t", "-", "log" }, 1, 0, "" },
		{ { "explain", "-b", "log" }, 0, 0, "" },
		{ { "check", "log" }, 0, 0, "" },
		{ { "annotate", "nowhere" }, -1, 2,
		  "sipcode: nowhere: No such file or directory\n" },
	};
	const char *folder = folder_new();
	char here[4096], *text;
	struct run r = { 0 };

	(void)state;
	assert_non_null(getcwd(here, sizeof(here)));
	assert_int_equal(chdir(folder), 0);
	folder_write(folder, "log", BUSY "\r\n");
	for (size_t i = 0; i < LEN(calls) * 8; i++) {
		size_t k = i / 8;
		struct program p = { .input = BUSY "\r\n",
			             .in_closed = (i & 1) != 0,
			             .out = i & 2 ? OUT_CLOSED : OUT_FILE,
			             .err_closed = (i & 4) != 0 };
		int lost_in = calls[k].reads > 0 && p.in_closed;
		int lost_out = calls[k].reads >= 0 && p.out == OUT_CLOSED;
		char err[200] = "";

		memcpy(p.argv, calls[k].argv, sizeof(calls[k].argv));
		if (!p.err_closed)
			snprintf(err, sizeof(err), "%s%s%s", calls[k].err,
			         lost_in ? CLOSED("<stdin>") : "",
			         lost_out ? CLOSED("write error") : "");
		run_program(&r, &p);
		assert_run(&r, lost_in || lost_out ? 2 : calls[k].status,
		           p.out == OUT_CLOSED || calls[k].reads < 0 ? ""
		                                                     : "?*",
		           err);
		text = folder_read(folder, "log");
		assert_string_equal(text, BUSY "\r\n");
		free(text);
	}
	run_free(&r);
	assert_int_equal(chdir(here), 0);
	folder_remove(folder);
}

static int opened(const char *path, int flags)
{
	int fd = open(path, flags);

	if (fd < 0)
		skip_without(path);
	return fd;
}

/* What cannot be read, on standard input and by its name. */
static void what_is_no_file_to_read_is_named(void **state)
{
	static const char *const commands[] = { "annotate", "tally", "explain",
		                                "check" };
	static const struct {
		const char *path;
		int flags, error;
	} inputs[] = {
		{ "/", O_RDONLY, EISDIR },
		{ "/dev/null", O_WRONLY, EBADF },
		{ "/proc/self/mem", O_RDONLY, EIO },
	};
	char want[100];

	(void)state;
	for (size_t i = 0; i < LEN(commands) * LEN(inputs); i++) {
		const char *command = commands[i / LEN(inputs)];
		size_t k = i % LEN(inputs), len;
		struct program p = { .argv = { command, "-" } };

		for (int named = 0; named < 2; named++) {
			int err = file_with(NULL), in, status;
			char *text;

			if (named && inputs[k].flags != O_RDONLY)
				continue;
			in = opened(inputs[k].path, inputs[k].flags);
			p.argv[1] = named ? inputs[k].path : "-";
			status = status_of(start(&p, in, file_with(NULL), err));
			text = file_text(err, &len);
			snprintf(want, sizeof(want), "sipcode: %s: %s\n",
			         named ? inputs[k].path : "<stdin>",
			         strerror(inputs[k].error));
			assert_string_equal(text, want);
			assert_int_equal(status, 2);
			free(text);
		}
	}
}

/* Who opens it waits for the other end, as every program does. */
static void a_pipe_with_a_name_is_read(void **state)
{
	const char *folder = folder_new();
	char path[FILE_PATH_MAX + 8], *text;
	struct program p = { .argv = { "tally", "-t", path } };
	int out = file_with(NULL), err = file_with(NULL), to;
	size_t len;
	pid_t child;

	(void)state;
	snprintf(path, sizeof(path), "%s/pipe", folder);
	assert_int_equal(mkfifo(path, 0666), 0);
	child = start(&p, file_with(NULL), dup(out), err);
	to = open(path, O_WRONLY);
	assert_int_equal(write(to, BUSY, strlen(BUSY)), strlen(BUSY));
	close(to);
	assert_int_equal(status_of(child), 0);
	text = file_text(out, &len);
	assert_holds(text, "\n486\tBusy Here\t1\t");
	free(text);
	free(file_text(err, &len));
	assert_int_equal(len, 0);
	folder_remove(folder);
}

/* Between the first read and the second. */
static void a_file_may_grow_or_shrink_while_it_is_read(void **state)
{
	static const char *const commands[] = { "annotate", "tally", "explain",
		                                "check" };
	struct run well = { 0 }, r = { 0 };

	(void)state;
	need_faults();
	for (size_t i = 0; i < LEN(commands) * 2; i++) {
		int grows = i % 2 == 1;
		struct program p = { .argv = { commands[i / 2] } };

		p.input = grows ? BOTH BOTH : BUSY "\r\n";
		run_program(&well, &p);
		p.input = BOTH;
		p.fault = (struct fault){ FAULT_READ, .at = 2,
			                  .most = strlen(BUSY "\r\n"),
			                  .file = grows ? FILE_GROWS
			                                : FILE_SHRINKS };
		run_program(&r, &p);
		assert_true(r.hit);
		assert_run(&r, well.status, "?*", "");
		assert_string_equal(r.out, well.out);
	}
	run_free(&well);
	run_free(&r);
}

/* Whether more comes soon cannot be told then: it is read, when it comes. */
static void a_pipe_is_read_where_it_cannot_be_waited_for(void **state)
{
	static const int errors[] = { EINTR, ENOMEM, EBADF };
	struct run well = { 0 }, r = { 0 };

	(void)state;
	need_faults();
	for (size_t i = 0; i < LEN(errors) * 2; i++) {
		struct program p = { .argv = { i % 2 ? "check" : "explain" },
			             .input = BOTH, .in_pipe = 1 };

		run_program(&well, &p);
		p.fault = (struct fault){ FAULT_POLL,
			                  .error = errors[i / 2] };
		run_program(&r, &p);
		assert_true(r.hit);
		assert_run(&r, well.status, "?*", "");
		assert_string_equal(r.out, well.out);
	}
	run_free(&well);
	run_free(&r);
}

/* By another name, by a link, and on standard input. */
static void an_output_is_no_input_by_any_name(void **state)
{
	static const char *const names[] = { "log", "hard", "soft", "./log",
		                             "-" };
	const char *folder = folder_new();
	struct program p = { .argv = { "annotate", NULL } };
	char path[4][FILE_PATH_MAX + 8], want[FILE_PATH_MAX + 80], *text;
	size_t len;

	(void)state;
	for (size_t i = 0; i < 4; i++)
		snprintf(path[i], sizeof(path[i]), "%s/%s", folder, names[i]);
	folder_write(folder, "log", BUSY);
	assert_int_equal(link(path[0], path[1]), 0);
	folder_link("log", path[2]);
	for (size_t i = 0; i < LEN(names); i++) {
		int err = file_with(NULL), status;

		p.argv[1] = i < 4 ? path[i] : "-";
		status = status_of(start(&p, open(path[0], O_RDONLY),
		                         open(path[0], O_WRONLY | O_APPEND),
		                         err));
		text = file_text(err, &len);
		snprintf(want, sizeof(want),
		         "sipcode: input file is output file: '%s'\n",
		         i < 4 ? path[i] : "<stdin>");
		assert_string_equal(text, want);
		assert_int_equal(status, 2);
		free(text);
		text = folder_read(folder, "log");
		assert_string_equal(text, BUSY);
		free(text);
	}
	folder_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_input_that_does_not_wait_is_waited_for),
		TEST(an_output_that_does_not_wait_is_waited_for),
		TEST(streams_may_be_closed_in_any_way),
		TEST(what_is_no_file_to_read_is_named),
		TEST(a_pipe_with_a_name_is_read),
		TEST(a_file_may_grow_or_shrink_while_it_is_read),
		TEST(a_pipe_is_read_where_it_cannot_be_waited_for),
		TEST(an_output_is_no_input_by_any_name),
		TEST(no_fault_crashes_or_hangs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
