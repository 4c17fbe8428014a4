/* report.c - counts and prints; the generator goes on to the next mistake. */
#include "report.h"

#include <stdarg.h>
#include <stdio.h>

static size_t count;

void report(const char *file, unsigned line, const char *format, ...)
{
	va_list ap;

	count++;
	if (line > 0)
		fprintf(stderr, "%s:%u: ", file, line);
	else
		fprintf(stderr, "%s: ", file);
	va_start(ap, format);
	vfprintf(stderr, format, ap);
	va_end(ap);
	fputc('\n', stderr);
}

size_t report_count(void)
{
	return count;
}
