/* report.c - counts and prints; the generator goes on to the next mistake. */
#include "io/report.h"

#include <stdarg.h>
#include <stdio.h>

static size_t count, troubles;
static int complete;

static void print(const char *file, unsigned line, const char *format,
                  va_list ap)
{
	if (line > 0)
		fprintf(stderr, "%s:%u: ", file, line);
	else
		fprintf(stderr, "%s: ", file);
	vfprintf(stderr, format, ap);
	fputc('\n', stderr);
}

void report(const char *file, unsigned line, const char *format, ...)
{
	va_list ap;

	count++;
	va_start(ap, format);
	print(file, line, format, ap);
	va_end(ap);
}

void report_behind(const char *file, unsigned line, const char *format, ...)
{
	va_list ap;

	count += (size_t)complete;
	va_start(ap, format);
	print(file, line, format, ap);
	va_end(ap);
}

void report_complete(void)
{
	complete = 1;
}

int report_trouble(const char *file, const char *why)
{
	troubles++;
	fprintf(stderr, "sipcode-gen: %s: %s\n", file, why);
	return 2;
}

size_t report_troubles(void)
{
	return troubles;
}

size_t report_count(void)
{
	return count;
}
