/* faults.c - makes calls of a program fail that it is put before: LD_PRELOAD.
 *
 * Variables tell it what to do:
 *   FAULT_CALL   read, write, open, close, or alloc: malloc, calloc, realloc
 *   FAULT_FD     only calls for this descriptor; without it for any
 *   FAULT_MOST   how many bytes one read or write moves at most
 *   FAULT_ERRNO  the number of the error; without it no call fails
 *   FAULT_AT     which of the calls fails, 1 is the first, and all behind it
 *   FAULT_ONCE   if it is set, those behind it do not
 *   FAULT_MARK   a folder that is made as soon as it has done something
 *
 * Calls before main() are the loader's and pass, those behind it are for
 * instance a profiler's. */
#undef _FILE_OFFSET_BITS /* open() and open64() are two functions here, */
#undef _FORTIFY_SOURCE   /* and none of them is a macro */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#undef open64

static struct {
	const char *call, *mark;
	long fd, most, error, at, once, calls, inside;
} fault;

static long told(const char *name, long otherwise)
{
	const char *s = getenv(name);

	return s == NULL ? otherwise : strtol(s, NULL, 10);
}

__attribute__((constructor)) static void read_variables(void)
{
	fault.mark = getenv("FAULT_MARK");
	fault.fd = told("FAULT_FD", -1);
	fault.most = told("FAULT_MOST", 0);
	fault.error = told("FAULT_ERRNO", 0);
	fault.at = told("FAULT_AT", 1);
	fault.once = told("FAULT_ONCE", 0);
	fault.call = getenv("FAULT_CALL");
}

static void forget(void)
{
	fault.call = NULL;
}

/* A call begins: shortens what it moves; 1 if it has to fail, with errno. */
static int fails(const char *call, int fd, size_t *n)
{
	int cut, bad;

	if (fault.call == NULL)
		return 0;
	/* Within main(): what is registered last runs first. */
	if (fault.inside++ == 0)
		atexit(forget);
	if (strcmp(fault.call, call) != 0 || (fault.fd >= 0 && fault.fd != fd))
		return 0;
	fault.calls++;
	cut = n != NULL && fault.most > 0 && *n > (size_t)fault.most;
	bad = fault.error != 0 && fault.calls >= fault.at &&
	      (fault.once == 0 || fault.calls == fault.at);
	if (cut)
		*n = (size_t)fault.most;
	if (fault.mark != NULL && (bad || (cut && fault.error == 0)))
		mkdir(fault.mark, 0777);
	if (bad)
		errno = (int)fault.error;
	return bad;
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
	return fails("read", fd, &n) ? -1 : real(fd, s, n);
}

ssize_t write(int fd, const void *s, size_t n)
{
	BEFORE(ssize_t, write, int, const void *, size_t);
	return fails("write", fd, &n) ? -1 : real(fd, s, n);
}

/* What is closed is closed, whatever is said of it. */
int close(int fd)
{
	BEFORE(int, close, int);
	int status = real(fd);

	return fails("close", fd, NULL) ? -1 : status;
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
		return fails("open", -1, NULL) ? -1 : real(path, flags, mode); \
	}
OPEN(open)
OPEN(open64)

void *malloc(size_t n)
{
	BEFORE(void *, malloc, size_t);
	return real == NULL || fails("alloc", -1, NULL) ? NULL : real(n);
}

void *calloc(size_t n, size_t size)
{
	BEFORE(void *, calloc, size_t, size_t);
	return real == NULL || fails("alloc", -1, NULL) ? NULL : real(n, size);
}

void *realloc(void *old, size_t n)
{
	BEFORE(void *, realloc, void *, size_t);
	return real == NULL || fails("alloc", -1, NULL) ? NULL : real(old, n);
}
