/* report.h - what is wrong with the data: file:line: message, on stderr. */
#ifndef REPORT_H
#define REPORT_H

#include <stddef.h>

/* A line of 0 speaks of the whole file. */
void report(const char *file, unsigned line, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* How many have been reported. */
size_t report_count(void);

#endif
