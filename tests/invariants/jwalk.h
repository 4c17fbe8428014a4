/* jwalk.h - walks through a JSON value that is known to be right, once. */
#ifndef JWALK_H
#define JWALK_H

#include <stddef.h>

/* Where the value that begins at s ends. */
const char *jend(const char *s);
/* Goes through the members of an object or the elements of an array.  *at is
 * its beginning at first.  Returns the next value, NULL behind the last one;
 * of a member the name is stored, with its quotes (NULL: not wanted). */
const char *jnext(const char **at, const char **name, size_t *name_len);
/* The value of the member of that name of the object at s; NULL if there is
 * none. */
const char *jmember(const char *s, const char *name);
/* The bytes that a string, number or word stands for, ended by NUL; null is
 * "".  Writes at most size bytes; the test fails if there are more. */
void jtext(const char *value, char *text, size_t size);

#endif
