/* tally_method.h - which request a response in a log answers. */
#ifndef TALLY_METHOD_H
#define TALLY_METHOD_H

#include <stddef.h>
#include <sipcode.h>

/* The number (tally.h) of the method of a response in s[0..n): by what its
 * line says, or for a status line by the CSeq below it. */
size_t tally_method_of(const char *s, size_t n, const struct sipcode_match *m);

/* 1 if the line of the acc record at s[at] says "call missed". */
int tally_says_missed(const char *s, size_t at);

#endif
