/* number.h - the one place where numbers are read from text. */
#ifndef NUMBER_H
#define NUMBER_H

#include <stddef.h>

/* Reads a whole number of digits alone, without sign or leading zero, below
 * 10^9.  Returns 0,
 * or -1 if the text is anything else. */
int number_read(const char *s, unsigned long *n);
/* The same for s[0..len), leading zeros allowed. */
int number_read_n(const char *s, size_t len, unsigned long *n);

/* The digits of a number, at the end of the NUMBER_SIZE bytes and ended by a
 * NUL; returns where they begin. */
enum { NUMBER_SIZE = 24 };
const char *number_write(char *digits, unsigned long n);

#endif
