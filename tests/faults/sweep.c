/* sweep.c - talks to the shim, which runs the program. */
#include "sweep.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "files.h"

#ifndef SIPCODE_FAULTS
#define SIPCODE_FAULTS "" /* nothing is run there */
#endif

/* The number of the socket in the program, above those that it opens. */
enum { SOCKET = 100 };

static struct sweep_sum sum;

static const char *const names[FAULT_CALLS] = {
	[FAULT_NONE] = "none",       [FAULT_READ] = "read",
	[FAULT_WRITE] = "write",     [FAULT_OPEN] = "open",
	[FAULT_CLOSE] = "close",     [FAULT_FSTAT] = "fstat",
	[FAULT_ISATTY] = "isatty",   [FAULT_IOCTL] = "ioctl",
	[FAULT_LSEEK] = "lseek",     [FAULT_POLL] = "poll",
	[FAULT_ALLOC] = "alloc",     [FAULT_STAT] = "stat",
	[FAULT_OPENDIR] = "opendir", [FAULT_READDIR] = "readdir",
	[FAULT_RENAME] = "rename",   [FAULT_REMOVE] = "remove",
};

/* "NAME=VALUE" of the program, and two more. */
static void become_server(const struct sweep *s, int socket)
{
	static char preload[] = "LD_PRELOAD=" SIPCODE_FAULTS;
	char number[40], *env[ENV_MAX + 3] = { preload, number };

	snprintf(number, sizeof(number), FAULT_SOCKET "=%d", SOCKET);
	for (size_t i = 0; i < ENV_MAX && s->program->env[i] != NULL; i++)
		env[i + 2] = strdup(s->program->env[i]);
	if (dup2(socket, SOCKET) < 0)
		_exit(126);
	program_become(s->program, env, s->in, s->out, s->err);
}

void sweep_open(struct sweep *s, const struct program *p)
{
	int ends[2];

	need_faults();
	assert_true(p->out != OUT_TERMINAL);
	s->program = p;
	s->out = program_output(p, &s->other);
	s->in = program_input(p);
	s->err = file_with(NULL);
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
	assert_int_equal(fcntl(ends[0], F_SETFD, FD_CLOEXEC), 0);
	assert_int_equal(fcntl(ends[1], F_SETFD, FD_CLOEXEC), 0);
	s->socket = ends[0];
	s->server = fork();
	assert_true(s->server >= 0);
	if (s->server == 0)
		become_server(s, ends[1]);
	close(ends[1]);
}

/* What a run has written, and takes it away from the next one. */
static char *take(int fd, size_t *len)
{
	off_t n = lseek(fd, 0, SEEK_END);
	char *s;

	if (n < 0) { /* no file */
		*len = 0;
		return calloc(1, 1);
	}
	s = malloc((size_t)n + 1);
	assert_non_null(s);
	*len = file_read(fd, s, (size_t)n + 1);
	assert_int_equal(ftruncate(fd, 0), 0);
	assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
	return s;
}

/* The call, and before it what happens to it. */
static void describe(struct run *r, const struct sweep *s,
                     const struct fault *f)
{
	char text[200];
	const char *const env[] = { text, NULL };

	snprintf(text, sizeof(text), "[%s of %d, call %zu%s: %s, most %zu, "
	         "file %d]", names[f->call], f->fd, f->at,
	         f->once ? "" : " and all behind it",
	         f->error > 0 ? strerror(f->error)
	         : f->error < 0 ? "0 bytes" : "no error", f->most,
	         (int)f->file);
	run_begin(r, s->program->path == NULL ? "sipcode" : s->program->path,
	          s->program->argv, env);
}

static void count(const struct fault_end *end)
{
	sum.faults += end->hit != 0;
	if (!WIFSIGNALED(end->status))
		return;
	if (WTERMSIG(end->status) == SIGALRM)
		sum.hangs++;
	else if (WTERMSIG(end->status) != SIGPIPE)
		sum.crashes++;
}

size_t sweep_run(struct sweep *s, struct run *r, const struct fault *f)
{
	struct fault_end end;

	describe(r, s, f);
	assert_true(lseek(s->in, 0, SEEK_SET) == 0 || s->program->in_pipe);
	assert_int_equal(send(s->socket, f, sizeof(*f), MSG_NOSIGNAL),
	                 sizeof(*f));
	if (recv(s->socket, &end, sizeof(end), MSG_WAITALL) != sizeof(end))
		fail_msg("the shim does not answer: %s", r->call);
	count(&end);
	r->status = WIFSIGNALED(end.status) ? 128 + WTERMSIG(end.status)
	                                    : WEXITSTATUS(end.status);
	r->hit = end.hit;
	r->out = take(s->out, &r->out_len);
	r->err = take(s->err, &r->err_len);
	return end.calls;
}

void sweep_close(struct sweep *s)
{
	close(s->socket);
	close(s->in);
	close(s->out);
	close(s->err);
	while (waitpid(s->server, NULL, 0) < 0)
		assert_int_equal(errno, EINTR);
}

void no_fault_crashes_or_hangs(void **state)
{
	(void)state;
	need_faults();
	print_message("%zu faults injected: %zu crashes, %zu hangs\n",
	              sum.faults, sum.crashes, sum.hangs);
	assert_true(sum.faults > 0);
	assert_int_equal(sum.crashes + sum.hangs, 0);
}
