/* object.h - lines of logs that are written in JSON. */
#ifndef OBJECT_H
#define OBJECT_H

#include <stddef.h>

/* Where the brace stands that closes the object, if s[0..n) is one object of
 * RFC 8259 with nothing but white space around it, at most 64 values deep,
 * that has no member of that name; else 0. */
size_t object_end(const char *s, size_t n, const char *member);

#endif
