/* number.h - the one place where numbers are read from text and written. */
#ifndef NUMBER_H
#define NUMBER_H

#include <stddef.h>
#include <stdint.h>

/* Reads a whole number of at most nine digits alone, without sign or leading
 * zero.  Returns 0, or -1 if the text is anything else. */
int number_read(const char *s, unsigned long *n);
/* The same for s[0..len), leading zeros allowed. */
int number_read_n(const char *s, size_t len, unsigned long *n);
/* Reads the digits at the front of s[0..len).  Returns 0, or -1 if there are
 * none, or more than nine. */
int number_read_front(const char *s, size_t len, unsigned long *n);
/* number_read_n() for at most fifteen digits: counts. */
int number_read_count(const char *s, size_t len, uint64_t *n);

/* The digits of a number, at the end of the NUMBER_SIZE bytes and ended by a
 * NUL; returns where they begin. */
enum { NUMBER_SIZE = 24 };
const char *number_write(char *digits, uint64_t n);

#endif
