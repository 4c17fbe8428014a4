/* method.c - the method of a response in a log, as tallies count it. */
#include "answer/method.h"

#include <string.h>

#include "chars.h"

/* No method of the tally has more letters. */
enum { METHOD_LEN = 16 };

enum method method_of_match(const char *s, size_t n,
                            const struct sipcode_match *m)
{
	struct sipcode_span method = sipcode_match_method(s, n, m);
	char upper[METHOD_LEN];

	if (method.n > METHOD_LEN)
		return METHOD_other;
	for (size_t i = 0; i < method.n; i++)
		upper[i] = char_upper(method.s[i]);
	return tally_method(upper, method.n);
}

int method_says_missed(const char *s, size_t at)
{
	enum { BEFORE_MAX = 2048 };
	static const char missed[] = "ACC: call missed";
	size_t n = sizeof(missed) - 1, from = at;

	while (from > 0 && at - from < BEFORE_MAX && s[from - 1] != '\n' &&
	       s[from - 1] != '\r')
		from--;
	for (; from + n <= at; from++)
		if (chars_equal(s + from, missed, n))
			return 1;
	return 0;
}
