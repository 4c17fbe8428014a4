/* log.c - a buffer that keeps the bytes around the run in sight. */
#include "io/log.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "system.h"

void log_start(struct log *log, const char *name, int fd, char *buffer)
{
	struct stat st;
	int ahead = log->ahead;

	memset(log, 0, sizeof(*log));
	log->name = name;
	log->fd = fd;
	log->buffer = buffer;
	log->ahead = ahead;
	log->live = fstat(fd, &st) != 0 || !S_ISREG(st.st_mode);
}

/* Behind the last newline of s[from..to); from if there is none. */
static size_t end_of_lines(const char *s, size_t from, size_t to)
{
	while (to > from && s[to - 1] != '\n')
		to--;
	return to;
}

/* Drops what is behind the run but for the bytes that stay in sight. */
static void drop_behind(struct log *log)
{
	size_t drop = log->to > LOG_BEFORE ? log->to - LOG_BEFORE : 0;

	memmove(log->buffer, log->buffer + drop, log->used - drop);
	log->used -= drop;
	log->to -= drop;
	log->from = log->to;
}

/* The end of the next run; log->to if there is none yet. */
static size_t run_end(const struct log *log)
{
	size_t end = log->used, lines;

	if (log->eof)
		return end;
	if (log->ahead)
		end = end > log->from + LOG_AHEAD ? end - LOG_AHEAD : log->from;
	lines = end_of_lines(log->buffer, log->from, end);
	if (lines > log->from || log->used < LOG_BUFFER)
		return lines;
	/* A line longer than the buffer: a run that ends within it. */
	return log->used - LOG_AHEAD;
}

void log_fill(struct log *log)
{
	unsigned times = 0;
	ssize_t n;

	if (log->peeked) {
		log->peeked = 0;
		return;
	}
	do
		n = read(log->fd, log->buffer + log->used,
		         LOG_BUFFER - log->used);
	while (n < 0 && system_again(log->fd, 0, &times));
	log->error = n < 0 ? errno : 0;
	log->eof = n <= 0;
	if (n > 0)
		log->used += (size_t)n;
}

void log_peek(struct log *log)
{
	log->peeked = 0;
	log_fill(log);
	log->peeked = 1;
}

int log_next(struct log *log)
{
	log->continued = log->cut;
	if (log->to > LOG_BEFORE)
		drop_behind(log);
	log->from = log->to;
	for (;;) {
		size_t end = log->used > log->from ? run_end(log) : log->from;

		if (end > log->from) {
			log->to = end;
			log->cut = log->buffer[end - 1] != '\n' && !log->eof;
			return 1;
		}
		if (log->eof)
			return 0;
		log_fill(log);
	}
}
