/* program.c - runs the real program, on a terminal too. */
#include "harness.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "files.h"
#include "sweep.h"

/* The allocator of a sanitizer wants to be the first. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || !defined(SIPCODE_FAULTS)
#define SANITIZED
#endif

/* The two ends of a new terminal; a container may have none. */
static int open_terminal(int *end)
{
	int fd = posix_openpt(O_RDWR | O_NOCTTY);
	const char *name = NULL;

	if (fd >= 0 && grantpt(fd) == 0 && unlockpt(fd) == 0)
		name = ptsname(fd);
	*end = name == NULL ? -1 : open(name, O_RDWR | O_NOCTTY);
	if (*end < 0)
		skip_without("a pseudo-terminal");
	return fd;
}

/* A terminal of so many columns that passes every byte as it is: the end of
 * the program is stored, the other one returned. */
static int terminal(unsigned columns, int *end)
{
	struct winsize size = { .ws_row = 24,
		                .ws_col = (unsigned short)columns };
	struct termios mode;
	int fd = open_terminal(end);

	assert_int_equal(tcgetattr(*end, &mode), 0);
	mode.c_oflag &= ~(tcflag_t)OPOST;
	assert_int_equal(tcsetattr(*end, TCSANOW, &mode), 0);
	assert_int_equal(ioctl(*end, TIOCSWINSZ, &size), 0);
	return fd;
}

static int full_disk(void)
{
	int fd = open("/dev/full", O_WRONLY);

	if (fd < 0)
		skip_without("/dev/full");
	return fd;
}

int program_output(const struct program *p, int *other)
{
	int ends[2];

	switch (p->out) {
	case OUT_FULL:
		return full_disk();
	case OUT_BROKEN:
		assert_int_equal(pipe(ends), 0);
		close(ends[0]);
		return ends[1];
	case OUT_TERMINAL:
		*other = terminal(p->columns, &ends[0]);
		return ends[0];
	default:
		return file_with(NULL);
	}
}

int program_input(const struct program *p)
{
	int ends[2];
	size_t n;

	if (!p->in_pipe)
		return file_with(p->input);
	n = strlen(p->input);
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], p->input, n), n);
	close(ends[1]);
	return ends[0];
}

/* What takes longer will not end: SIGALRM ends it. */
enum { RUN_SECONDS = 100 };

void program_become(const struct program *p, char *const *env, int in, int out,
                    int err)
{
	static char name[] = "sipcode";
	char *argv[ARGS_MAX + 2] = { name };
	struct sigaction pipe_action = { .sa_handler = p->ignore_pipe
		                                       ? SIG_IGN : SIG_DFL };

	for (size_t i = 0; i < ARGS_MAX && p->argv[i] != NULL; i++)
		argv[i + 1] = strdup(p->argv[i]);
	sigaction(SIGPIPE, &pipe_action, NULL);
	if (dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0)
		_exit(126);
	close(in);
	close(out);
	close(err);
	if (p->in_closed)
		close(0);
	if (p->out == OUT_CLOSED)
		close(1);
	if (p->err_closed)
		close(2);
	alarm(RUN_SECONDS);
	execve(p->path == NULL ? SIPCODE_PROGRAM : p->path, argv, env);
	_exit(127);
}

static int has_ended(pid_t child)
{
	siginfo_t info = { .si_pid = 0 };

	return waitid(P_PID, (id_t)child, &info,
	              WEXITED | WNOHANG | WNOWAIT) != 0 ||
	       info.si_pid == child;
}

/* All that comes from the terminal until the program has ended.  What is on
 * its way when the last one lets go of a terminal may be lost, so its end is
 * kept open, and a NUL is sent after the program's last byte. */
static char *listen(int fd, int end, pid_t child, size_t *len)
{
	struct pollfd more = { .fd = fd, .events = POLLIN };
	size_t room = 1 << 16;
	char *s = malloc(room + 1);
	int marked = 0;

	*len = 0;
	while (!marked || *len == 0 || s[*len - 1] != '\0') {
		ssize_t n;

		assert_non_null(s);
		if (!marked && has_ended(child)) {
			/* Where there is no room, there is more to be read. */
			fcntl(end, F_SETFL, O_NONBLOCK);
			marked = write(end, "", 1) == 1;
		}
		if (poll(&more, 1, 1) <= 0)
			continue;
		n = read(fd, s + *len, room - *len);
		assert_true(n > 0 || errno == EINTR);
		if (n > 0)
			*len += (size_t)n;
		if (*len == room) {
			room *= 2;
			s = realloc(s, room + 1);
		}
	}
	--*len;
	s[*len] = '\0';
	close(fd);
	close(end);
	return s;
}

/* What the program had to say, and how it ended. */
static void collect(struct run *r, enum stdout_kind kind, int out, int err,
                    pid_t child)
{
	int status = 0;

	while (waitpid(child, &status, 0) < 0)
		assert_int_equal(errno, EINTR);
	r->status = WIFSIGNALED(status) ? 128 + WTERMSIG(status)
	                                : WEXITSTATUS(status);
	r->err = file_text(err, &r->err_len);
	if (kind == OUT_TERMINAL)
		return;
	if (kind == OUT_FILE) {
		r->out = file_text(out, &r->out_len);
		return;
	}
	r->out = calloc(1, 1);
	close(out);
}

void need_faults(void)
{
#ifdef SANITIZED
	skip_without("a program whose calls can be made to fail");
#endif
}

static void run_once(struct run *r, const struct program *p)
{
	char *env[ENV_MAX + 1] = { NULL };
	int in, out, err, other = -1;
	pid_t child;

	/* First what may skip the test. */
	out = program_output(p, &other);
	run_begin(r, p->path == NULL ? "sipcode" : p->path, p->argv, p->env);
	in = program_input(p);
	err = file_with(NULL);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		for (size_t i = 0; i < ENV_MAX && p->env[i] != NULL; i++)
			env[i] = strdup(p->env[i]);
		program_become(p, env, in, out, err);
	}
	close(in);
	if (p->out == OUT_TERMINAL)
		r->out = listen(other, out, child, &r->out_len);
	collect(r, p->out, out, err, child);
}

void run_program(struct run *r, const struct program *p)
{
	struct sweep sweep;

	if (p->fault.call == FAULT_NONE) {
		run_once(r, p);
		return;
	}
	sweep_open(&sweep, p);
	sweep_run(&sweep, r, &p->fault);
	sweep_close(&sweep);
}
