/* world.c - the calls to the system that the linker has put in place of the
 * real ones (--wrap).  Only numbers from FAKE on are made up. */
#include "world.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>

#include "run.h"

enum { FAKE = WORLD_OUT - WORLD_FEEDS, FAKE_OUT = WORLD_OUT, FAKE_ERR, FAKES };

/* The world of the call that is running; NULL between two. */
static struct world *now;
static struct ran *result;

ssize_t __real_read(int fd, void *buffer, size_t n);
ssize_t __real_write(int fd, const void *buffer, size_t n);
int __real_open(const char *name, int flags, ...);
int __real_close(int fd);
int __real_fstat(int fd, struct stat *st);
int __real_isatty(int fd);
int __real_poll(struct pollfd *fds, nfds_t n, int milliseconds);
off_t __real_lseek(int fd, off_t at, int from);

ssize_t __wrap_read(int fd, void *buffer, size_t n);
ssize_t __wrap_write(int fd, const void *buffer, size_t n);
int __wrap_open(const char *name, int flags, ...);
int __wrap_close(int fd);
int __wrap_fstat(int fd, struct stat *st);
int __wrap_isatty(int fd);
int __wrap_poll(struct pollfd *fds, nfds_t n, int milliseconds);
off_t __wrap_lseek(int fd, off_t at, int from);

static int is_fake(int fd)
{
	return now != NULL && fd >= FAKE && fd < FAKES;
}

/* The size of the next piece: mostly small, at times large. */
static size_t piece(struct feed *f)
{
	unsigned dice;

	if (f->pieces == 0)
		return SIZE_MAX;
	f->pieces = f->pieces * 1664525U + 1013904223U;
	f->pieces |= f->pieces == 0;
	dice = f->pieces >> 16;
	return dice % 4 == 0 ? 1 + dice / 4 % 4096 : 1 + dice / 4 % 64;
}

ssize_t __wrap_read(int fd, void *buffer, size_t n)
{
	struct feed *f;
	size_t most;

	if (!is_fake(fd))
		return __real_read(fd, buffer, n);
	if (fd - FAKE >= WORLD_FEEDS) {
		errno = EBADF;
		return -1;
	}
	f = &now->feed[fd - FAKE];
	most = piece(f);
	n = n < most ? n : most;
	n = n < f->n - f->at ? n : f->n - f->at;
	if (n > 0)
		memcpy(buffer, f->s + f->at, n);
	f->at += n;
	return (ssize_t)n;
}

static void keep(char **s, size_t *used, size_t *room, const void *more,
                 size_t n)
{
	while (*room < *used + n + 1) {
		*room = *room == 0 ? 1 << 16 : 2 * *room;
		*s = realloc(*s, *room);
		if (*s == NULL)
			abort();
	}
	memcpy(*s + *used, more, n);
	*used += n;
}

ssize_t __wrap_write(int fd, const void *buffer, size_t n)
{
	if (!is_fake(fd))
		return __real_write(fd, buffer, n);
	if (fd == FAKE_OUT)
		keep(&result->out, &result->out_n, &result->out_room, buffer,
		     n);
	else
		keep(&result->err, &result->err_n, &result->err_room, buffer,
		     n);
	return (ssize_t)n;
}

/* No other file is there for the program. */
int __wrap_open(const char *name, int flags, ...)
{
	enum feed_of feed = FEED_STDIN;

	if (strcmp(name, NAME_ONE) == 0)
		feed = FEED_ONE;
	else if (strcmp(name, NAME_TWO) == 0)
		feed = FEED_TWO;
	if (now == NULL)
		return __real_open(name, flags, 0);
	if (feed == FEED_STDIN || now->feed[feed].s == NULL) {
		errno = ENOENT;
		return -1;
	}
	now->feed[feed].at = 0;
	return FAKE + (int)feed;
}

int __wrap_close(int fd)
{
	return is_fake(fd) ? 0 : __real_close(fd);
}

int __wrap_fstat(int fd, struct stat *st)
{
	if (!is_fake(fd))
		return __real_fstat(fd, st);
	memset(st, 0, sizeof(*st));
	st->st_ino = (ino_t)fd;
	st->st_mode = S_IFIFO;
	if (fd - FAKE < WORLD_FEEDS) {
		st->st_mode = now->feed[fd - FAKE].regular ? S_IFREG : S_IFIFO;
		st->st_size = (off_t)now->feed[fd - FAKE].n;
	}
	return 0;
}

int __wrap_isatty(int fd)
{
	if (!is_fake(fd))
		return __real_isatty(fd);
	return fd == FAKE_OUT && now->terminal;
}

/* More is there at once. */
int __wrap_poll(struct pollfd *fds, nfds_t n, int milliseconds)
{
	if (n != 1 || !is_fake(fds->fd))
		return __real_poll(fds, n, milliseconds);
	fds->revents = fds->events;
	return 1;
}

off_t __wrap_lseek(int fd, off_t at, int from)
{
	return is_fake(fd) ? 0 : __real_lseek(fd, at, from);
}

/* Where files may be large, the C library has other names for these. */
int __wrap_open64(const char *name, int flags, ...)
	__attribute__((alias("__wrap_open")));
int __wrap_fstat64(int fd, struct stat *st)
	__attribute__((alias("__wrap_fstat")));
off_t __wrap_lseek64(int fd, off_t at, int from)
	__attribute__((alias("__wrap_lseek")));

void world_arg(struct world *w, const char *arg)
{
	if (w->argc < WORLD_ARGS)
		w->argv[w->argc++] = arg;
}

/* In memory of their own, so that a step too far is seen. */
static char *copy(const char *s)
{
	size_t n = strlen(s) + 1;
	char *c = malloc(n);

	if (c == NULL)
		abort();
	return memcpy(c, s, n);
}

static void begin(struct world *w, struct ran *r)
{
	now = w;
	result = r;
	r->out_n = 0;
	r->err_n = 0;
	keep(&r->out, &r->out_n, &r->out_room, "", 0);
	keep(&r->err, &r->err_n, &r->err_room, "", 0);
}

void world_begin(struct ran *r)
{
	static struct world empty;

	begin(&empty, r);
}

void world_end(void)
{
	now = NULL;
}

void world_run(struct world *w, struct ran *r)
{
	char *argv[WORLD_ARGS + 2] = { copy("sipcode") };
	char *args[WORLD_ARGS + 1] = { argv[0] };

	for (size_t i = 0; i < w->argc; i++)
		args[i + 1] = argv[i + 1] = copy(w->argv[i]);
	for (size_t i = 0; i < WORLD_FEEDS; i++)
		w->feed[i].at = 0;
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("TERM", "xterm-256color", 1);
	begin(w, r);
	r->status = cli_main((int)w->argc + 1, argv, FAKE, FAKE_OUT, FAKE_ERR);
	world_end();
	/* The program has put the operands first. */
	for (size_t i = 0; i <= w->argc; i++)
		free(args[i]);
	if (r->status < 0 || r->status > 2)
		world_fail(w, r, "status");
}

_Noreturn void world_fail(const struct world *w, const struct ran *r,
                          const char *what)
{
	fprintf(stderr, "== %s\n== sipcode", what);
	for (size_t i = 0; i < w->argc; i++)
		fprintf(stderr, " '%s'", w->argv[i]);
	fprintf(stderr, "\n== status %d, stdout:\n", r->status);
	fwrite(r->out, 1, r->out_n < 4000 ? r->out_n : 4000, stderr);
	fprintf(stderr, "\n== stderr:\n");
	fwrite(r->err, 1, r->err_n < 4000 ? r->err_n : 4000, stderr);
	fprintf(stderr, "\n");
	abort();
}
