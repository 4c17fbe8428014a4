/* same.c - are two texts the same? */
#include "same.h"

#include <string.h>

#include "chars.h"

int same_bytes(struct sipcode_span a, struct sipcode_span b)
{
	return a.n == b.n && memcmp(a.s, b.s, a.n) == 0;
}

int same_letters(struct sipcode_span a, struct sipcode_span b)
{
	for (;;) {
		while (a.n > 0 && char_is_space(*a.s)) {
			a.s++;
			a.n--;
		}
		while (b.n > 0 && char_is_space(*b.s)) {
			b.s++;
			b.n--;
		}
		if (a.n == 0 || b.n == 0)
			return a.n == b.n;
		if (char_lower(*a.s) != char_lower(*b.s))
			return 0;
		a.s++;
		a.n--;
		b.s++;
		b.n--;
	}
}

int same_param(struct sipcode_span a, struct sipcode_span b, const char *name)
{
	struct sipcode_span x, y;
	int in_a = sipcode_param(a, name, &x),
	    in_b = sipcode_param(b, name, &y);

	return in_a == in_b && (!in_a || same_letters(x, y));
}

int same_but_longer(struct sipcode_span a, struct sipcode_span b)
{
	return b.n >= a.n && memcmp(a.s, b.s, a.n) == 0 &&
	       (b.n == a.n || b.s[a.n] == ';');
}
