/* jsonread.h - reads JSON (RFC 8259) strictly, to hold the program to it. */
#ifndef JSONREAD_H
#define JSONREAD_H

#include <stddef.h>

/* Where s[0..n) stops to be one document and a newline, in which names are
 * [a-z][a-z0-9_]* and occur once in their object, and strings are UTF-8; NULL
 * if all is well. */
/* 1: names are not ours, but of another standard, and may be any. */
extern int json_foreign_names;
const char *json_fault(const char *s, size_t n);
void assert_json(const char *s, size_t n);
/* The value at a path such as "0.mappings.2.code", as it is written: the
 * text stays good until the next call; NULL if there is none. */
const char *json_at(const char *s, const char *path);
/* How many elements the array or object has at that path. */
size_t json_len(const char *s, const char *path);
/* The value at the path is written so. */
void assert_json_at(const char *s, const char *path, const char *value);

#endif
