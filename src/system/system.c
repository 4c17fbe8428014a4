/* system.c - the differences between systems that the program meets. */

/* The size of a terminal is no part of POSIX.  Where the macro for POSIX hides
 * the rest, these bring it back.
 * NOLINTBEGIN(bugprone-reserved-identifier): the systems have reserved them. */
#ifndef _WIN32
#undef _POSIX_C_SOURCE
#define _DEFAULT_SOURCE 1 /* the C libraries of Linux */
#define _DARWIN_C_SOURCE 1
#define _NETBSD_SOURCE 1
#define __EXTENSIONS__ 1 /* illumos */
#endif
/* NOLINTEND(bugprone-reserved-identifier) */

#include "system.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef _WIN32
#include <io.h>
#include <windows.h>
#else
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <termios.h>
#endif

/* Elsewhere bytes are what they are. */
#ifndef O_BINARY
#define O_BINARY 0
#endif

void system_begin(void)
{
#ifdef _WIN32
	for (int fd = 0; fd <= 2; fd++)
		_setmode(fd, _O_BINARY);
	SetConsoleOutputCP(CP_UTF8);
#endif
}

const char *system_charset(void)
{
#ifdef _WIN32
	return "UTF-8";
#else
	return "";
#endif
}

int system_above(int fd)
{
#ifdef F_DUPFD
	int above, error;

	if (fd < 0 || fd > 2)
		return fd;
	above = fcntl(fd, F_DUPFD, 3);
	error = errno;
	close(fd);
	errno = error;
	return above;
#else
	return fd;
#endif
}

int system_open(const char *name)
{
	int fd;

	do
		fd = open(name, O_RDONLY | O_BINARY);
	while (fd < 0 && errno == EINTR);
	return system_above(fd);
}

int system_same_file(int a, int b)
{
#ifdef _WIN32
	/* fstat() has no number of the file to tell. */
	(void)a;
	(void)b;
	return 0;
#else
	struct stat one, other;

	return fstat(a, &one) == 0 && S_ISREG(one.st_mode) &&
	       fstat(b, &other) == 0 && one.st_dev == other.st_dev &&
	       one.st_ino == other.st_ino;
#endif
}

int system_is_pipe(int fd)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return 0;
#ifdef S_ISSOCK
	if (S_ISSOCK(st.st_mode))
		return 1;
#endif
	return S_ISFIFO(st.st_mode);
}

#ifndef _WIN32
/* Waits so many milliseconds, -1 without end, until something can be read, or
 * written: 0 only if nothing can. */
static int is_ready(int fd, int writes, int milliseconds)
{
#ifdef __APPLE__
	/* There poll() does not take terminals. */
	struct timeval most = { milliseconds / 1000,
		                milliseconds % 1000 * 1000 };
	fd_set one;

	if (fd >= (int)FD_SETSIZE)
		return 1;
	FD_ZERO(&one);
	FD_SET(fd, &one);
	return select(fd + 1, writes ? NULL : &one, writes ? &one : NULL, NULL,
	              milliseconds < 0 ? NULL : &most) != 0;
#else
	struct pollfd one = { fd, writes ? POLLOUT : POLLIN, 0 };

	return poll(&one, 1, milliseconds) != 0;
#endif
}
#endif

int system_wait(int fd, int milliseconds)
{
#ifndef _WIN32
	return fd < 0 || is_ready(fd, 0, milliseconds);
#else
	(void)fd;
	(void)milliseconds;
	return 1;
#endif
}

int system_again(int fd, int writes, unsigned *times)
{
#ifndef _WIN32
	enum { TIMES_MAX = 1000 };

	if (errno == EINTR)
		return 1;
	if ((errno != EAGAIN && errno != EWOULDBLOCK) || fd < 0 ||
	    ++*times > TIMES_MAX)
		return 0;
	(void)is_ready(fd, writes, -1);
	return 1;
#else
	(void)fd;
	(void)writes;
	(void)times;
	return errno == EINTR;
#endif
}

unsigned system_columns(int fd)
{
#ifdef _WIN32
	CONSOLE_SCREEN_BUFFER_INFO info;

	if (!GetConsoleScreenBufferInfo((HANDLE)_get_osfhandle(fd), &info))
		return 0;
	return (unsigned)(info.srWindow.Right - info.srWindow.Left + 1);
#elif defined(TIOCGWINSZ)
	struct winsize size;

	return ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
#else
	(void)fd;
	return 0;
#endif
}
