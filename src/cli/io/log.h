/* log.h - reads files, pipes and terminals in constant memory, as runs of
 * whole lines wherever lines have a sensible length. */
#ifndef LOG_H
#define LOG_H

#include <stddef.h>

#include "cli.h"

enum {
	LOG_BUFFER = 1 << 18,
	LOG_BEFORE = 4096, /* bytes of earlier lines that stay in sight */
	LOG_AHEAD = 4096   /* and of later ones, where they are asked for */
};

struct log {
	const char *name;
	int fd;
	int live; /* not a regular file: somebody may be waiting */
	int eof;
	int ahead;    /* 1: a run ends so that LOG_AHEAD bytes follow */
	char *buffer; /* of LOG_BUFFER bytes */
	size_t from;  /* the run of this turn: buffer[from..to) */
	size_t to;
	size_t used;         /* all that has been read: buffer[0..used) */
	int continued;       /* the run begins within a line */
	int cut;             /* the run ends within a line */
	unsigned long lines; /* lines before the run */
};

/* Reads on until there is a run.  Returns 1; 0 at the end; -1 if reading
 * failed, with errno. */
int log_next(struct log *log);

/* Reads once more into the buffer, for a reader that keeps its own place: it
 * moves what it still needs to the front and sets log->used.  Returns 1 if
 * there is something to look at, also at the end (log->eof); -1 as above. */
int log_fill(struct log *log);

/* Calls the function for the log of every operand, of standard input if
 * there is none; what cannot be read is said and the rest goes on.  Returns
 * STATUS_FOUND, or STATUS_TROUBLE if one could not be read. */
int log_each(struct cli *c, int ahead, void (*each)(struct log *, void *),
             void *context);

#endif
