/* bytes.h - numbers as the bytes of an array in C. */
#ifndef BYTES_H
#define BYTES_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Begins with the stream and 0. */
struct bytes {
	FILE *out;
	size_t at; /* how many were written */
};

void bytes_put(struct bytes *b, unsigned char c);
/* So many bytes of a number, the lowest one first; the number has no more. */
void bytes_fixed(struct bytes *b, uint32_t n, unsigned bytes);
/* 7 bits a byte, the lowest ones first, the high bit set if more follow. */
void bytes_number(struct bytes *b, uint32_t n);

/* How many bytes bytes_fixed() needs for a number: 1 to 4. */
unsigned bytes_of_fixed(uint32_t n);
/* How many bytes bytes_number() writes: 1 to 5. */
unsigned bytes_of_number(uint32_t n);

#endif
