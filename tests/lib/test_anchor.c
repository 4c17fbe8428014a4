/* test_anchor.c - the loops of the matcher's fast half: all of them find the
 * same, wherever it stands in their blocks. */
#include "bytes.h"

#include <stdlib.h>
#include <string.h>

/* One of the loops is local to the file. */
#include "anchor.c"

static const char *const anchors[] = { ".0 ", "us:", "us_", "sp:", "t S",
	                               "on=" };

typedef size_t finder(const char *s, size_t n, size_t from);

/* The loop for this processor, and the one for all. */
static size_t loops(finder **loop)
{
	size_t n = 0;

	loop[n++] = anchor_find;
	loop[n++] = plain;
	return n;
}

/* The same in the words of anchor.h. */
static size_t naive(const char *s, size_t n, size_t from)
{
	for (; from + 3 <= n; from++)
		for (size_t i = 0; i < LEN(anchors); i++)
			if (memcmp(s + from, anchors[i], 3) == 0)
				return from;
	return n;
}

static void assert_found(const char *s, size_t n, size_t from, size_t at)
{
	finder *loop[4];
	size_t many = loops(loop);
	char *text = exactly(s, n);

	for (size_t i = 0; i < many; i++)
		assert_int_equal(loop[i](text, n, from), at);
	free(text);
}

static void an_anchor_is_found_wherever_it_stands(void **state)
{
	(void)state;
	for (size_t a = 0; a < LEN(anchors); a++)
		for (size_t at = 0; at < 72; at++)
			for (size_t behind = 0; behind < 40; behind++) {
				char s[128];

				memset(s, 'x', sizeof(s));
				memcpy(s + at, anchors[a], 3);
				assert_found(s, at + 3 + behind, 0, at);
				assert_found(s, at + 3 + behind, at, at);
				assert_found(s, at + 3 + behind, at + 1,
				             at + 3 + behind);
				/* Without its last byte it is none. */
				assert_found(s, at + 2, 0, at + 2);
			}
}

static void what_is_no_anchor_is_passed_over(void **state)
{
	static const char *const texts[] = {
		"", ".", ".0", ".0\t", ".00 ", "us", "us;", "us.", "sp;", "t s",
		"T S", "t  S", "on:", "oN=", "US:", "..0", "uss", ".\0 ",
	};

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++)
		assert_found(texts[i], strlen(texts[i]), 0, strlen(texts[i]));
}

static void all_loops_find_the_same_in_any_bytes(void **state)
{
	static const char *const pieces[] = {
		".", "0", " ", "u", "s", ":", "_", "p", "t", "S", "o", "n", "=",
		"x", "\n", "\200", "xxxxxxxxxxxxxxxxx",
		"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
	};
	struct bytes b = { 0 };
	uint64_t die = 421;

	(void)state;
	for (int round = 0; round < 200; round++) {
		b.n = 0;
		bytes_roll(&b, &die, 1 + roll(&die, 200), pieces, LEN(pieces));
		for (size_t from = 0; from <= b.n;) {
			size_t at = naive(b.s, b.n, from);

			assert_found(b.s, b.n, from, at);
			from = at + 1;
		}
	}
	bytes_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_anchor_is_found_wherever_it_stands),
		TEST(what_is_no_anchor_is_passed_over),
		TEST(all_loops_find_the_same_in_any_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
