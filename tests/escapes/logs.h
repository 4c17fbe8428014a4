/* logs.h - logs and messages that somebody else wrote, in which "@" stands for
 * what he wants to smuggle in. */
#ifndef LOGS_H
#define LOGS_H

#include "bytes.h"

extern const char *const logs[];
extern const size_t log_count;

/* The log with the bytes at each "@". */
void log_with(struct bytes *b, const char *log, const char *s, size_t n);

/* The calls that read a log, with the formats that each has; NULL behind the
 * words. */
enum { LOG_WORDS = 5 };
extern const char *const log_calls[][LOG_WORDS];
extern const size_t log_call_count;

#endif
