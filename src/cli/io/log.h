/* log.h - reads a file, pipe or terminal in constant memory, as runs of whole
 * lines wherever lines have a sensible length. */
#ifndef LOG_H
#define LOG_H

#include <stddef.h>

enum {
	LOG_BUFFER = 1 << 18,
	LOG_BEFORE = 4096, /* bytes of earlier lines that stay in sight */
	LOG_AHEAD = 4096   /* and of later ones, where they are asked for */
};

struct log {
	const char *name; /* as messages say it */
	int fd;
	int live;     /* not a regular file: somebody may be waiting */
	int eof;      /* nothing more comes: the end, or an error */
	int error;    /* errno of the read that failed; else 0 */
	int ahead;    /* 1: a run ends so that LOG_AHEAD bytes follow */
	char *buffer; /* of LOG_BUFFER bytes */
	size_t from;  /* the run of this turn: buffer[from..to) */
	size_t to;
	size_t used;   /* all that has been read: buffer[0..used) */
	int continued; /* the run begins within a line */
	int cut;       /* the run ends within a line */
	int kind;      /* what its first bytes say: the opener's */
	int peeked;    /* log_peek() has read what log_fill() gives */
};

/* Begins to read a descriptor, which stays the caller's, into a buffer of
 * LOG_BUFFER bytes, which does as well.  `ahead` is kept. */
void log_start(struct log *log, const char *name, int fd, char *buffer);

/* Reads on until there is a run.  Returns 1; 0 at the end, which an error is
 * too: what was read before it still comes as a run. */
int log_next(struct log *log);

/* Reads once more into the buffer before anything else is done with the log,
 * which begins with all that has been read so. */
void log_peek(struct log *log);

/* Reads once more into the buffer, for a reader that keeps its own place: it
 * moves what it still needs to the front and sets log->used.  Sets log->eof
 * if nothing came. */
void log_fill(struct log *log);

#endif
