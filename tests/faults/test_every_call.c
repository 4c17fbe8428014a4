/* test_every_call.c - every call of the system that a command makes fails, the
 * first one, the second, up to the last: what it says, and how it ends. */
#include "harness.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "context/grammar.h"
#include "files.h"
#include "sweep.h"

#define HEADERS \
	"Via: SIP/2.0/UDP h\r\nFrom: <sip:a>;tag=1\r\nTo: <sip:b>;tag=2\r\n" \
	"Call-ID: x\r\nCSeq: 1 INVITE\r\n"
#define RIGHT "SIP/2.0 486 Busy Here\r\n" HEADERS "l: 0\r\n\r\n"
#define WRONG "SIP/2.0 421 Extension Required\r\n" HEADERS "l: 0\r\n\r\n"
#define TRAFFIC "12:00 x\n" RIGHT "--\n" WRONG "12:01 y\n" RIGHT
#define OBJECTS "{\"m\":\"SIP/2.0 486 Busy Here\\r\\nVia: x\"}\n{\"n\":1}\n"

/* Every command, in more than one way where it goes another way.  LOG stands
 * for a file that holds TRAFFIC. */
#define LOG "LOG"
static const struct program programs[] = {
	{ .argv = { "annotate" }, .input = TRAFFIC },
	{ .argv = { "annotate", "-o", "-s", "above" }, .input = TRAFFIC },
	{ .argv = { "annotate", "-s", "json" }, .input = OBJECTS },
	{ .argv = { "annotate", LOG } },
	{ .argv = { "cause" } },
	{ .argv = { "cause", "--sip", "480" } },
	{ .argv = { "check" }, .input = TRAFFIC },
	{ .argv = { "check", "--format=sarif", LOG } },
	{ .argv = { "compare", "480", "486" } },
	{ .argv = { "explain" }, .input = TRAFFIC },
	{ .argv = { "explain", "-j", LOG } },
	{ .argv = { "failover" } },
	{ .argv = { "flow", "421" } },
	{ .argv = { "header", "Via" } },
	{ .argv = { "help" } },
	{ .argv = { "help", "terms" } },
	{ .argv = { "list" } },
	{ .argv = { "-j", "list", "4xx" } },
	{ .argv = { "name", "USER_BUSY" } },
	{ .argv = { "option" } },
	{ .argv = { "product" } },
	{ .argv = { "search", "busy" } },
	{ .argv = { "show", "421", "497" } },
	{ .argv = { "-F", "phrase", "486", "404" } },
	{ .argv = { "-j", "421" } },
	{ .argv = { "symptom" } },
	{ .argv = { "tally" }, .input = TRAFFIC },
	{ .argv = { "tally", "-t", "--by=method", LOG } },
	{ .argv = { "tally", "--merge" },
	  .input = "486\tBusy Here\t3\t1.00\n" },
	{ .argv = { "term" } },
	{ .argv = { "timer", "B" } },
	{ .argv = { "warning", "399" } },
	{ .argv = { "--version" } },
	{ .argv = { "tally", "--help" } },
};

/* What has to come of a fault: nothing at all, a word of the output, of the
 * input, or of memory that is not there.  STDERR: what was to be said is not,
 * and that cannot be said either. */
enum outcome { SAME, OUTPUT, INPUT, MEMORY, STDERR };

static const struct row {
	struct fault fault;
	enum outcome outcome;
} rows[] = {
	{ { FAULT_READ, .error = EIO, .once = 1 }, INPUT },
	{ { FAULT_READ, .error = EISDIR }, INPUT },
	{ { FAULT_READ, .error = ENOMEM }, INPUT },
	{ { FAULT_READ, .error = EINTR, .once = 1 }, SAME },
	{ { FAULT_READ, .error = EINTR, .once = 1, .most = 90 }, SAME },
	{ { FAULT_READ, .error = EAGAIN, .once = 1 }, SAME },
	{ { FAULT_READ, .error = EAGAIN }, INPUT },
	{ { FAULT_WRITE, 1, .error = ENOSPC, .once = 1 }, OUTPUT },
	{ { FAULT_WRITE, 1, .error = ENOSPC }, OUTPUT },
	{ { FAULT_WRITE, 1, .error = EIO, .once = 1, .most = 900 }, OUTPUT },
	{ { FAULT_WRITE, 1, .error = EPIPE }, OUTPUT },
	{ { FAULT_WRITE, 1, .error = EFBIG, .once = 1 }, OUTPUT },
	{ { FAULT_WRITE, 1, .error = FAULT_ZERO }, OUTPUT },
	{ { FAULT_WRITE, 1, .error = FAULT_ZERO, .once = 1 }, OUTPUT },
	{ { FAULT_WRITE, 1, .error = EINTR, .once = 1 }, SAME },
	{ { FAULT_WRITE, 1, .error = EINTR, .once = 1, .most = 900 }, SAME },
	{ { FAULT_WRITE, 1, .error = EAGAIN, .once = 1 }, SAME },
	{ { FAULT_WRITE, 1, .error = EAGAIN }, OUTPUT },
	{ { FAULT_WRITE, 2, .error = EIO }, STDERR },
	{ { FAULT_WRITE, 2, .error = EAGAIN, .once = 1 }, SAME },
	{ { FAULT_OPEN, .error = EACCES, .once = 1 }, INPUT },
	{ { FAULT_OPEN, .error = EMFILE }, INPUT },
	{ { FAULT_OPEN, .error = ENOMEM }, INPUT },
	{ { FAULT_OPEN, .error = EINTR, .once = 1 }, SAME },
	{ { FAULT_CLOSE, 1, .error = EIO }, OUTPUT },
	{ { FAULT_CLOSE, 1, .error = EDQUOT }, OUTPUT },
	{ { FAULT_CLOSE, 1, .error = EINTR }, OUTPUT },
	{ { FAULT_CLOSE, 3, .error = EIO }, SAME },
	{ { FAULT_FSTAT, .error = EIO }, SAME },
	{ { FAULT_FSTAT, .error = EOVERFLOW, .once = 1 }, SAME },
	{ { FAULT_ISATTY, .error = EIO }, SAME },
	{ { FAULT_IOCTL, .error = EIO }, SAME },
	{ { FAULT_LSEEK, .error = ESPIPE }, SAME },
	{ { FAULT_POLL, .error = EINTR, .once = 1 }, SAME },
	{ { FAULT_POLL, .error = ENOMEM }, SAME },
	{ { FAULT_ALLOC, .error = ENOMEM }, MEMORY },
	{ { FAULT_ALLOC, .error = ENOMEM, .once = 1 }, MEMORY },
};

/* With LOG as the path of the file. */
static struct program program_of(size_t i, const char *path)
{
	struct program p = programs[i];

	for (size_t k = 0; k < ARGS_MAX && p.argv[k] != NULL; k++)
		if (strcmp(p.argv[k], LOG) == 0)
			p.argv[k] = path;
	return p;
}

static void every_command_is_tried(void **state)
{
	(void)state;
	for (int command = 0; command < COMMANDS; command++) {
		const char *name = command_text(command)->name;
		int tried = 0;

		for (size_t i = 0; i < LEN(programs); i++)
			for (size_t k = 0; programs[i].argv[k] != NULL; k++)
				tried |= strcmp(programs[i].argv[k], name) == 0;
		if (!tried)
			fail_msg("%s is not tried", name);
	}
}

/* One program and what it does when all is well. */
struct trial {
	struct sweep sweep;
	const char *path; /* of the file that it reads; NULL: stdin */
	struct run well, r;
	size_t bad;
};

static int is_front(const char *front, size_t n, const char *s, size_t len)
{
	return n <= len && memcmp(front, s, n) == 0;
}

/* "sipcode: write error: No space left on device". */
static void expect(char *err, size_t size, const struct trial *t,
                   const struct row *row)
{
	int error = row->fault.error == FAULT_ZERO ? EIO : row->fault.error;

	switch (row->outcome) {
	case OUTPUT:
		snprintf(err, size, "%ssipcode: write error: %s\n",
		         t->well.err, strerror(error));
		break;
	case INPUT:
		snprintf(err, size, "sipcode: %s: %s\n",
		         t->path == NULL ? "<stdin>" : t->path,
		         strerror(error));
		break;
	case MEMORY:
		snprintf(err, size, "sipcode: out of memory\n");
		break;
	case SAME:
		snprintf(err, size, "%s", t->well.err);
		break;
	case STDERR:
		*err = '\0';
		break;
	}
}

/* How much of the output there may be.  What is said of a part of the input is
 * proved in test_faults.c; here, that annotate has copied no more. */
static int out_is_right(const struct trial *t, const struct row *row)
{
	const struct run *r = &t->r, *well = &t->well;
	const char *command = t->sweep.program->argv[0];
	int front = is_front(r->out, r->out_len, well->out, well->out_len);

	if (row->outcome == INPUT)
		return front || strcmp(command, "annotate") != 0;
	if (row->outcome == SAME || row->outcome == STDERR ||
	    row->fault.call == FAULT_CLOSE)
		return front && r->out_len == well->out_len;
	return front;
}

static void judge(struct trial *t, const struct row *row)
{
	const struct run *r = &t->r;
	char err[FILE_PATH_MAX + 500];
	int lost = row->outcome != SAME && row->outcome != STDERR;

	expect(err, sizeof(err), t, row);
	/* What is not needed may be missed. */
	if (row->outcome == MEMORY && r->status != 2) {
		strcpy(err, t->well.err);
		lost = t->well.out_len != r->out_len;
	}
	if (strcmp(r->err, err) == 0 && out_is_right(t, row) &&
	    r->status == (lost ? 2 : t->well.status))
		return;
	t->bad++;
	print_error("\n$ %.900s\nstatus %d, not %d\nstderr: %.900s\nwanted: "
	            "%.900s\nstdout: %zu bytes of %zu\n%.300s\n", r->call,
	            r->status, lost ? 2 : t->well.status, r->err, err,
	            r->out_len, t->well.out_len, r->out);
}

/* All of the first calls, then every other one, every fourth and so on. */
static size_t next_call(size_t at, size_t calls)
{
	size_t step = 1;

	while (at >= 12 * step)
		step *= 2;
	if (at < calls && at + step > calls)
		return calls;
	return at + step;
}

static void fail_each(struct trial *t, const struct row *row)
{
	struct fault f = row->fault;
	size_t calls;

	/* With all of them counted. */
	f.error = 0;
	calls = sweep_run(&t->sweep, &t->r, &f);
	f.error = row->fault.error;
	for (f.at = 1; f.at <= calls; f.at = next_call(f.at, calls)) {
		sweep_run(&t->sweep, &t->r, &f);
		if (t->r.hit)
			judge(t, row);
		/* Those that stand for all behind them end the same. */
		if (!f.once && f.call != FAULT_ALLOC && f.at >= 3)
			break;
	}
}

static void every_call_of_every_command_may_fail(void **state)
{
	static const struct fault none = { .call = FAULT_NONE };
	const char *folder = folder_new();
	char path[FILE_PATH_MAX + 8];
	size_t bad = 0;

	(void)state;
	need_faults();
	snprintf(path, sizeof(path), "%s/log", folder);
	folder_write(folder, "log", TRAFFIC);
	for (size_t i = 0; i < LEN(programs); i++) {
		struct program p = program_of(i, path);
		struct trial t = { .path = p.input == NULL ? path : NULL };

		sweep_open(&t.sweep, &p);
		sweep_run(&t.sweep, &t.well, &none);
		assert_in_range(t.well.status, 0, 1);
		assert_true(t.well.out_len > 0);
		for (size_t k = 0; k < LEN(rows); k++)
			fail_each(&t, &rows[k]);
		sweep_close(&t.sweep);
		run_free(&t.well);
		run_free(&t.r);
		bad += t.bad;
	}
	folder_remove(folder);
	assert_int_equal(bad, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_command_is_tried),
		TEST(every_call_of_every_command_may_fail),
		TEST(no_fault_crashes_or_hangs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
