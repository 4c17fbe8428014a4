/* number.h - the one place where numbers are read from text. */
#ifndef NUMBER_H
#define NUMBER_H

#include <stddef.h>

/* Reads a whole number of digits alone, without sign, below 10^9.  Returns 0,
 * or -1 if the text is anything else. */
int number_read(const char *s, unsigned long *n);
/* The same for s[0..len). */
int number_read_n(const char *s, size_t len, unsigned long *n);

#endif
