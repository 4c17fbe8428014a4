/* bytes.c - numbers as the bytes of an array in C. */
#include "io/bytes.h"

void bytes_put(struct bytes *b, unsigned char c)
{
	fprintf(b->out, "%u,%s", (unsigned)c, ++b->at % 24 == 0 ? "\n" : "");
}

void bytes_fixed(struct bytes *b, uint32_t n, unsigned bytes)
{
	for (; bytes > 0; bytes--) {
		bytes_put(b, n & 0xff);
		n >>= 8;
	}
}

void bytes_number(struct bytes *b, uint32_t n)
{
	for (; n >= 0x80; n >>= 7)
		bytes_put(b, (n & 0x7f) | 0x80);
	bytes_put(b, (unsigned char)n);
}

unsigned bytes_of_fixed(uint32_t n)
{
	unsigned bytes = 1;

	while (n >>= 8)
		bytes++;
	return bytes;
}

unsigned bytes_of_number(uint32_t n)
{
	unsigned bytes = 1;

	while (n >>= 7)
		bytes++;
	return bytes;
}
