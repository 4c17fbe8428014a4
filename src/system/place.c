/* place.c - the differences between systems that the generator meets. */

/* Links and signals are no part of C11; see system.c.
 * NOLINTBEGIN(bugprone-reserved-identifier) */
#ifndef _WIN32
#undef _POSIX_C_SOURCE
#define _XOPEN_SOURCE 700 /* SIGXFSZ */
#endif
/* NOLINTEND(bugprone-reserved-identifier) */

#include "place.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "system.h"

/* Elsewhere bytes are what they are. */
#ifndef O_BINARY
#define O_BINARY 0
#endif

enum place place_look(const char *path)
{
	struct stat st;
#ifdef _WIN32
	int status = stat(path, &st);
#else
	int status = lstat(path, &st);
#endif

	if (status != 0)
		return errno == ENOENT ? PLACE_EMPTY : PLACE_UNKNOWN;
	return S_ISREG(st.st_mode) ? PLACE_FILE : PLACE_OTHER;
}

FILE *place_create(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_BINARY, 0666);
	int error;
	FILE *f;

	if (fd < 0)
		return NULL;
	fd = system_above(fd);
	f = fd < 0 ? NULL : fdopen(fd, "wb");
	if (f != NULL)
		return f;
	error = errno;
	if (fd >= 0)
		close(fd);
	remove(path);
	errno = error;
	return NULL;
}

static void (*at_signal)(void);

static void end_by_signal(int number)
{
	at_signal();
	signal(number, SIG_DFL);
	raise(number);
}

void place_at_signal(void (*function)(void))
{
	static const int numbers[] = { SIGINT, SIGTERM,
#ifndef _WIN32
		                       SIGHUP, SIGPIPE, SIGXFSZ
#endif
	};

	at_signal = function;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		if (signal(numbers[i], end_by_signal) == SIG_IGN)
			signal(numbers[i], SIG_IGN);
}

int place_replace(const char *from, const char *to)
{
#ifdef _WIN32
	/* There rename() does not replace. */
	remove(to);
#endif
	return rename(from, to);
}
