/* input.h - what a fuzzer gives, taken apart: a line of choices, a character
 * each, and a text.
 *
 * In the text the byte RS (0x1e), a count and a byte stand for many of that
 * byte, so that a short input reaches the limits of the program. */
#ifndef INPUT_H
#define INPUT_H

#include <stddef.h>
#include <stdint.h>

struct input {
	char *s; /* exactly n bytes of their own, 0 or more */
	size_t n;
	const uint8_t *choice;
	size_t choices;
};

void input_open(struct input *in, const uint8_t *data, size_t size);
/* The next choice: a number below n; 0 if there are no more. */
unsigned input_pick(struct input *in, unsigned n);
/* Puts a filler before the text, so that it stands where the buffer of the
 * program, of `size` bytes, is full. */
void input_push(struct input *in, size_t size);
void input_close(struct input *in);

#endif
