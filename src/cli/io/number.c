/* number.c - digits to a number, bounded; and back. */
#include "io/number.h"

#include <string.h>

#include "chars.h"

enum { DIGITS_MAX = 9, COUNT_DIGITS_MAX = 15 };

int number_read_count(const char *s, size_t len, uint64_t *n)
{
	uint64_t value = 0;

	if (len == 0 || len > COUNT_DIGITS_MAX)
		return -1;
	for (size_t i = 0; i < len; i++) {
		if (!char_is_digit(s[i]))
			return -1;
		value = value * 10 + (uint64_t)(s[i] - '0');
	}
	*n = value;
	return 0;
}

int number_read_n(const char *s, size_t len, unsigned long *n)
{
	uint64_t value;

	if (len > DIGITS_MAX || number_read_count(s, len, &value) != 0)
		return -1;
	*n = (unsigned long)value;
	return 0;
}

int number_read_front(const char *s, size_t len, unsigned long *n)
{
	size_t digits = 0;

	while (digits < len && char_is_digit(s[digits]))
		digits++;
	return number_read_n(s, digits, n);
}

int number_read(const char *s, unsigned long *n)
{
	/* 0421 is no way to write 421. */
	if (s[0] == '0' && s[1] != '\0')
		return -1;
	return number_read_n(s, strlen(s), n);
}

const char *number_write(char *digits, uint64_t n)
{
	size_t i = NUMBER_SIZE - 1;

	digits[i] = '\0';
	do {
		digits[--i] = (char)('0' + n % 10);
		n /= 10;
	} while (n > 0);
	return digits + i;
}
