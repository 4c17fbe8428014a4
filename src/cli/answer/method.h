/* method.h - which request a response in a log answers. */
#ifndef METHOD_H
#define METHOD_H

#include <stddef.h>
#include <sipcode.h>

#include "answer/tally.h"

/* The method of a response in s[0..n), by what its line says, or by the CSeq
 * below it. */
enum method method_of_match(const char *s, size_t n,
                            const struct sipcode_match *m);

/* 1 if the line of the acc record at s[at] says "call missed". */
int method_says_missed(const char *s, size_t at);

#endif
