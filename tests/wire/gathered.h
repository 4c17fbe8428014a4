/* gathered.h - the messages of a log, as they are gathered, in a text. */
#ifndef GATHERED_H
#define GATHERED_H

#include "bytes.h"

/* Gathers from a log of n bytes that comes a line at a time.  Each message is
 * its start line and header fields without returns, "--" and the body, and a
 * mark of what may be missing. */
void gather_bytes(struct bytes *b, const char *s, size_t n, int typed);

struct gathered_log {
	const char *name, *log, *found;
};

/* The test fails unless each log has just these messages. */
void check_logs(const struct gathered_log *log, size_t n);

#endif
