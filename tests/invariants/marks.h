/* marks.h - what a terminal shows of bytes: a width of characters and a
 * taking off of colours and links that know nothing of the program's own. */
#ifndef MARKS_H
#define MARKS_H

#include <stddef.h>

/* Takes every colour and link off s[0..n), which is changed; returns what is
 * left.  The test fails if an escape sequence is neither, or if a colour does not
 * end with its line. */
size_t marks_off(char *s, size_t n);

/* The columns of s[0..n), which is of the real data: ASCII, Latin letters, and
 * what ladders and lists are drawn with.  The test fails if it has a character
 * whose width is not known here. */
size_t columns_of(const char *s, size_t n);

#endif
