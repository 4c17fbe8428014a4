/* bytes.h - logs that hold any bytes, and chance that is always the same. */
#ifndef BYTES_H
#define BYTES_H

#include <stddef.h>
#include <stdint.h>

#include "harness.h"

/* Runs a command on a file that holds these bytes, named behind the
 * arguments; they are ended by NULL. */
void run_bytes(struct run *r, const char *const argv[], const char *s,
               size_t n);
#define RUN_BYTES(r, s, n, ...) \
	run_bytes(r, (const char *const[]){ __VA_ARGS__, NULL }, s, n)
#define RUN_TEXT(r, s, ...) RUN_BYTES(r, s, strlen(s), __VA_ARGS__)

/* A copy of exactly so many bytes, so that a read behind them is found; the
 * caller frees it. */
char *exactly(const char *s, size_t n);

/* Bytes that grow. */
struct bytes {
	char *s; /* NULL at first */
	size_t n, room;
};

void bytes_add(struct bytes *b, const char *s, size_t n);
void bytes_str(struct bytes *b, const char *s);
void bytes_fill(struct bytes *b, char c, size_t n);
/* The bytes without every place where this text stands. */
void bytes_drop(struct bytes *b, const char *text);
void bytes_free(struct bytes *b);
void assert_bytes(const char *s, size_t n, const char *want, size_t want_n);

/* Numbers that look like chance; a die begins with any seed but 0. */
unsigned roll(uint64_t *die, unsigned sides);
/* So many pieces of the list, in an order of chance. */
void bytes_roll(struct bytes *b, uint64_t *die, size_t pieces,
                const char *const *piece, size_t n);

#endif
