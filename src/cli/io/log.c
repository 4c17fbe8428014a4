/* log.c - a buffer that keeps the bytes around the run in sight. */
#include "log.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "layout.h"

/* Behind the last newline of s[from..to); from if there is none. */
static size_t whole_lines(const char *s, size_t from, size_t to)
{
	while (to > from && s[to - 1] != '\n')
		to--;
	return to;
}

/* Drops what is behind the run but for the bytes that stay in sight. */
static void shift(struct log *log)
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
	lines = whole_lines(log->buffer, log->from, end);
	if (lines > log->from || log->used < LOG_BUFFER)
		return lines;
	/* A line longer than the buffer: a run that ends within it. */
	return log->used - LOG_AHEAD;
}

int log_fill(struct log *log)
{
	ssize_t n;

	do
		n = read(log->fd, log->buffer + log->used,
		         LOG_BUFFER - log->used);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		return -1;
	log->eof = n == 0;
	log->used += (size_t)n;
	return 1;
}

int log_next(struct log *log)
{
	log->continued = log->cut;
	if (log->to > LOG_BEFORE)
		shift(log);
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
		if (log_fill(log) < 0)
			return -1;
	}
}

/* "NAME: No such file or directory", as a message. */
static int complain(struct cli *c, const char *name, int error)
{
	out_str(&c->err, "sipcode: ");
	out_escaped(&c->err, name, strlen(name));
	out_str(&c->err, ": ");
	out_str(&c->err, strerror(error));
	out_char(&c->err, '\n');
	return STATUS_TROUBLE;
}

static int one(struct cli *c, struct log *log,
               void (*each)(struct log *, void *), void *context)
{
	struct stat st;

	log->live = fstat(log->fd, &st) != 0 || !S_ISREG(st.st_mode);
	if (!log->live)
		posix_fadvise(log->fd, 0, 0, POSIX_FADV_SEQUENTIAL);
	log->from = log->to = log->used = 0;
	log->eof = log->continued = log->cut = 0;
	log->lines = 0;
	errno = 0;
	each(log, context);
	/* log_next() has left its errno if it stopped before the end. */
	return log->eof ? STATUS_FOUND : complain(c, log->name, errno);
}

int log_each(struct cli *c, int ahead, void (*each)(struct log *, void *),
             void *context)
{
	struct log log = { .ahead = ahead };
	int status = STATUS_FOUND;
	size_t n = c->operands == 0 ? 1 : c->operands;

	log.buffer = malloc(LOG_BUFFER);
	if (log.buffer == NULL)
		return complain(c, "buffer", errno);
	for (size_t i = 0; i < n; i++) {
		int result;

		log.name = c->operands == 0 ? "-" : c->operand[i];
		if (strcmp(log.name, "-") == 0) {
			log.fd = c->in;
			log.name = "standard input";
			if (term_is(c->in))
				cli_say(c, "reading from the terminal", NULL,
				        0);
			out_flush(&c->err);
		} else {
			log.fd = open(log.name, O_RDONLY);
		}
		result = log.fd < 0 ? complain(c, log.name, errno)
		                    : one(c, &log, each, context);
		if (log.fd >= 0 && log.fd != c->in)
			close(log.fd);
		if (result > status)
			status = result;
	}
	free(log.buffer);
	return status;
}
