/* edge.h - text at the edge of memory: a read beyond it is no read. */
#ifndef EDGE_H
#define EDGE_H

#include <stddef.h>

/* The longest text. */
enum { EDGE_MOST = 4096 };

/* A copy of the bytes behind which, or before which, no memory is: a read
 * there ends the program.  It stays good until the next call. */
char *edge_behind(const char *s, size_t n);
char *edge_before(const char *s, size_t n);

#endif
