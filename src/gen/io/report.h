/* report.h - what is wrong with the data: file:line: message, on stderr. */
#ifndef REPORT_H
#define REPORT_H

#include <stddef.h>

#include "system.h"

/* Prints one mistake and counts it.  Lines count from 1; 0 speaks of the whole
 * file.  The message has no newline at its end. */
void report(const char *file, unsigned line, const char *format, ...)
	SYSTEM_PRINTF(3, 4);
/* The same for what a translation lacks, which is no mistake, since English
 * stands in for it, until report_complete() is called. */
void report_behind(const char *file, unsigned line, const char *format, ...)
	SYSTEM_PRINTF(3, 4);
/* From now on a translation has to be complete. */
void report_complete(void);
/* What keeps the generator from its work and is no mistake in the data, such as
 * a file that cannot be read or written.  Returns 2, the status for it. */
int report_trouble(const char *file, const char *why);
/* How many times that has been called. */
size_t report_troubles(void);
/* How many mistakes have been reported since the program began. */
size_t report_count(void);

#endif
