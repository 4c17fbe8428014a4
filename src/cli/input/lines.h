/* lines.h - a file whose lines are short, line by line. */
#ifndef LINES_H
#define LINES_H

#include <stdint.h>

#include "io/log.h"

enum { LINES_LONG = 4096 };

/* A line without its end, LF or CR LF. */
struct line {
	const char *s;
	size_t n;
	uint64_t number; /* from 1 on */
	int is_long;     /* 1: of more than LINES_LONG bytes */
};

/* Calls the function for every line. */
void lines_each(struct log *log,
                void (*each)(const struct line *line, void *with), void *with);

#endif
