/* number.c - digits to a number, bounded; and back. */
#include "number.h"

#include <string.h>

int number_read_n(const char *s, size_t len, unsigned long *n)
{
	unsigned long value = 0;

	if (len == 0 || len > 9)
		return -1;
	for (size_t i = 0; i < len; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		value = value * 10 + (unsigned long)(s[i] - '0');
	}
	*n = value;
	return 0;
}

int number_read(const char *s, unsigned long *n)
{
	/* 0421 is no way to write 421. */
	if (s[0] == '0' && s[1] != '\0')
		return -1;
	return number_read_n(s, strlen(s), n);
}

const char *number_write(char *digits, unsigned long n)
{
	size_t i = NUMBER_SIZE - 1;

	digits[i] = '\0';
	do {
		digits[--i] = (char)('0' + n % 10);
		n /= 10;
	} while (n > 0);
	return digits + i;
}
