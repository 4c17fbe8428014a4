/* visible.h - text from outside, made safe to show. */
#ifndef VISIBLE_H
#define VISIBLE_H

#include <stddef.h>

enum { VISIBLE_MAX = 16 };

/* One character of s[0..n), n > 0, as it may be shown: itself, or each of its
 * bytes as \xNN where it is a control, hides, turns the direction of writing,
 * is not UTF-8, or is not ASCII and utf8 is 0.  Writes *len bytes to shown,
 * at most VISIBLE_MAX.  Returns how many bytes of s it was. */
size_t visible_char(const char *s, size_t n, int utf8, char *shown,
                    size_t *len);

#endif
