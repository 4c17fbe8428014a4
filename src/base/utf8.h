/* utf8.h - UTF-8 by pointer and length, without the locale. */
#ifndef UTF8_H
#define UTF8_H

#include <stddef.h>
#include <stdint.h>

#include "names.h"

/* Decodes one character of s[0..n) into *cp.  Returns its length in bytes,
 * 0 if n is 0 or the bytes are not well-formed UTF-8 (RFC 3629: overlong
 * forms, surrogates and values above 10FFFF are not). */
size_t utf8_decode(const char *s, size_t n, uint32_t *cp);

/* Terminal columns of a character: 0 for combining marks, 2 for wide East
 * Asian ones and emoji, else 1. */
int utf8_width(uint32_t cp);

/* Columns of s[0..n); a byte that is not UTF-8 counts as one. */
size_t utf8_columns(const char *s, size_t n);

/* 1 if a character can be seen and keeps to its place: no control, no mark
 * that turns the direction of writing, none that hides (Unicode calls them
 * default-ignorable) or breaks a line, no noncharacter. */
int utf8_visible(uint32_t cp);

/* The character in lower case and without its accent (Latin letters, among
 * them all Vietnamese ones); 0 for a combining mark, which is to be left
 * out. */
uint32_t utf8_fold(uint32_t cp);

#endif
