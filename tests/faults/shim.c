/* shim.c - makes calls of a program fail that it is put before by LD_PRELOAD,
 * and runs the program again and again without loading it anew: faults.h.
 *
 * Calls before main() are the loader's and pass; so do those behind it, which
 * are for instance a profiler's. */
#undef _FILE_OFFSET_BITS /* open() and open64() are two functions here, */
#undef _FORTIFY_SOURCE   /* and none of them is a macro */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "faults.h"

/* The order of this run; its end, which the parent reads, or NULL in a run that
 * nothing happens to. */
static struct fault fault;
static struct fault_end *end;
static int inside;

static void forget(void)
{
	end = NULL;
}

static struct fault_end *shared_end(void)
{
	void *p = mmap(NULL, sizeof(struct fault_end), PROT_READ | PROT_WRITE,
	               MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	return p == MAP_FAILED ? NULL : p;
}

/* Returns in each child, which goes on to main(). */
__attribute__((constructor)) static void serve(void)
{
	const char *socket = getenv(FAULT_SOCKET);
	struct fault_end *shared = socket == NULL ? NULL : shared_end();
	struct fault order;
	int fd = socket == NULL ? -1 : atoi(socket);
	pid_t child;

	if (shared == NULL)
		return;
	while (read(fd, &order, sizeof(order)) == sizeof(order)) {
		memset(shared, 0, sizeof(*shared));
		child = fork();
		if (child == 0) {
			close(fd);
			signal(SIGALRM, SIG_DFL);
			alarm(FAULT_SECONDS);
			fault = order;
			end = shared;
			return;
		}
		if (child < 0 || waitpid(child, &shared->status, 0) < 0 ||
		    write(fd, shared, sizeof(*shared)) < 0)
			break;
	}
	_exit(0);
}

/* By its descriptor, which may be one to read from. */
static void change_file(int fd)
{
	char name[40], text[4096];
	ssize_t n = pread(fd, text, sizeof(text), 0);
	int to;

	snprintf(name, sizeof(name), "/proc/self/fd/%d", fd);
	if (fault.file == FILE_SHRINKS) {
		end->hit = truncate(name, 0) == 0;
		return;
	}
	to = openat(AT_FDCWD, name, O_WRONLY | O_APPEND);
	end->hit = n > 0 && pwrite(to, text, (size_t)n, 0) == n;
	close(to);
}

/* A call begins: shortens what it moves.  Returns 0 if it goes on, else errno
 * or FAULT_ZERO; errno is set. */
static int fails(enum fault_call call, int fd, size_t *n)
{
	int cut, bad;

	if (end == NULL)
		return 0;
	/* Within main(): what is registered last runs first. */
	if (inside++ == 0)
		atexit(forget);
	if (fault.call != call || (fault.fd > 0 && fault.fd != fd))
		return 0;
	end->calls++;
	if (fault.file != FILE_STAYS && end->calls == fault.at) {
		fault.call = FAULT_NONE;
		change_file(fd);
		fault.call = call;
	}
	cut = n != NULL && fault.most > 0 && *n > fault.most;
	bad = fault.error != 0 && end->calls >= fault.at &&
	      (!fault.once || end->calls == (fault.at == 0 ? 1 : fault.at));
	if (cut)
		*n = fault.most;
	end->hit |= bad || (cut && fault.error == 0);
	if (!bad)
		return 0;
	errno = fault.error > 0 ? fault.error : errno;
	return fault.error;
}

/* Stores the function that ours stands before.  dlsym() may allocate in some
 * C libraries; it gets nothing then, and goes on without. */
static void find(void *function, const char *name)
{
	static int busy;
	void *found = NULL;

	if (!busy) {
		busy = 1;
		found = dlsym(RTLD_NEXT, name);
		busy = 0;
	}
	memcpy(function, &found, sizeof(found));
}

/* real: the function that this one stands before. */
#define BEFORE(type, name, ...) \
	static type (*real)(__VA_ARGS__); \
	if (real == NULL) \
		find(&real, #name)

ssize_t read(int fd, void *s, size_t n)
{
	BEFORE(ssize_t, read, int, void *, size_t);
	int bad = fails(FAULT_READ, fd, &n);

	return bad == 0 ? real(fd, s, n) : bad == FAULT_ZERO ? 0 : -1;
}

ssize_t write(int fd, const void *s, size_t n)
{
	BEFORE(ssize_t, write, int, const void *, size_t);
	int bad = fails(FAULT_WRITE, fd, &n);

	return bad == 0 ? real(fd, s, n) : bad == FAULT_ZERO ? 0 : -1;
}

/* What is closed is closed, whatever is said of it. */
int close(int fd)
{
	BEFORE(int, close, int);
	int status = real(fd);

	return fails(FAULT_CLOSE, fd, NULL) ? -1 : status;
}

#define OPEN(name) \
	int name(const char *path, int flags, ...) \
	{ \
		mode_t mode = 0; \
		va_list rest; \
		BEFORE(int, name, const char *, int, ...); \
		va_start(rest, flags); \
		if ((flags & O_CREAT) != 0) \
			mode = va_arg(rest, mode_t); \
		va_end(rest); \
		return fails(FAULT_OPEN, -1, NULL) ? -1 \
		                                   : real(path, flags, mode); \
	}
OPEN(open)
OPEN(open64)

/* A function of so many arguments, of which the first may be a descriptor. */
#define FUNCTION(name, call, fd, type, wrong, declared, ...) \
	type name declared \
	{ \
		static type (*real) declared; \
		if (real == NULL) \
			find(&real, #name); \
		return fails(call, fd, NULL) ? wrong : real(__VA_ARGS__); \
	}
FUNCTION(fstat, FAULT_FSTAT, fd, int, -1, (int fd, struct stat *st), fd, st)
FUNCTION(fstat64, FAULT_FSTAT, fd, int, -1, (int fd, struct stat64 *st), fd, st)
FUNCTION(stat, FAULT_STAT, -1, int, -1, (const char *path, struct stat *st),
         path, st)
FUNCTION(stat64, FAULT_STAT, -1, int, -1,
         (const char *path, struct stat64 *st), path, st)
FUNCTION(lstat, FAULT_STAT, -1, int, -1, (const char *path, struct stat *st),
         path, st)
FUNCTION(lstat64, FAULT_STAT, -1, int, -1,
         (const char *path, struct stat64 *st), path, st)
FUNCTION(isatty, FAULT_ISATTY, fd, int, 0, (int fd), fd)
FUNCTION(lseek, FAULT_LSEEK, fd, off_t, -1, (int fd, off_t at, int from), fd,
         at, from)
FUNCTION(lseek64, FAULT_LSEEK, fd, off64_t, -1, (int fd, off64_t at, int from),
         fd, at, from)
FUNCTION(poll, FAULT_POLL, -1, int, -1,
         (struct pollfd *fds, nfds_t n, int milliseconds), fds, n, milliseconds)
FUNCTION(opendir, FAULT_OPENDIR, -1, DIR *, NULL, (const char *path), path)
FUNCTION(readdir, FAULT_READDIR, -1, struct dirent *, NULL, (DIR *dir), dir)
FUNCTION(readdir64, FAULT_READDIR, -1, struct dirent64 *, NULL, (DIR *dir),
         dir)
FUNCTION(rename, FAULT_RENAME, -1, int, -1, (const char *from, const char *to),
         from, to)
FUNCTION(remove, FAULT_REMOVE, -1, int, -1, (const char *path), path)

int ioctl(int fd, unsigned long request, ...)
{
	BEFORE(int, ioctl, int, unsigned long, ...);
	va_list rest;
	void *argument;

	va_start(rest, request);
	argument = va_arg(rest, void *);
	va_end(rest);
	return fails(FAULT_IOCTL, fd, NULL) ? -1 : real(fd, request, argument);
}

void *malloc(size_t n)
{
	BEFORE(void *, malloc, size_t);
	return real == NULL || fails(FAULT_ALLOC, -1, NULL) ? NULL : real(n);
}

void *calloc(size_t n, size_t size)
{
	BEFORE(void *, calloc, size_t, size_t);
	return real == NULL || fails(FAULT_ALLOC, -1, NULL) ? NULL
	                                                    : real(n, size);
}

void *realloc(void *old, size_t n)
{
	BEFORE(void *, realloc, void *, size_t);
	return real == NULL || fails(FAULT_ALLOC, -1, NULL) ? NULL
	                                                    : real(old, n);
}

/* The streams of stdio call the system behind our back: here they do it by the
 * functions above. */
static ssize_t stream_read(void *fd, char *s, size_t n)
{
	return read((int)(intptr_t)fd, s, n);
}

static ssize_t stream_write(void *fd, const char *s, size_t n)
{
	return write((int)(intptr_t)fd, s, n);
}

static int stream_close(void *fd)
{
	return close((int)(intptr_t)fd);
}

FILE *fdopen(int fd, const char *mode)
{
	const cookie_io_functions_t io = { .read = stream_read,
		                           .write = stream_write,
		                           .close = stream_close };

	return fopencookie((void *)(intptr_t)fd, mode, io);
}

FILE *fopen(const char *path, const char *mode)
{
	int fd = open(path, *mode == 'r' ? O_RDONLY
	                                 : O_WRONLY | O_CREAT | O_TRUNC, 0666);
	FILE *f = fd < 0 ? NULL : fdopen(fd, mode);

	if (fd >= 0 && f == NULL)
		close(fd);
	return f;
}

FILE *fopen64(const char *path, const char *mode)
{
	return fopen(path, mode);
}
