/* test_digits.c - the masks of digits, all of them, and the runs of exactly
 * three: held against loops over single bytes, wherever they stand. */
#include "bytes.h"

#include <stdlib.h>
#include <string.h>

#include "chars.h"
#include "scan/digits.h"

static void assert_masks(const char *s)
{
	uint64_t digits = 0, stops = 0;

	for (int i = 0; i < DIGITS_BLOCK; i++) {
		digits |= (uint64_t)char_is_digit(s[i]) << i;
		stops |= (uint64_t)(s[i] == '.') << i;
	}
	assert_true(digits_mask(s) == digits);
	assert_true(digits_mask_plain(s) == digits);
	assert_true(digits_stops(s) == stops);
	assert_true(digits_stops_plain(s) == stops);
}

static void every_byte_is_told_from_a_digit_at_every_place(void **state)
{
	char s[DIGITS_BLOCK];

	(void)state;
	for (int around = 0; around < 256; around += 15)
		for (int c = 0; c < 256; c++)
			for (size_t at = 0; at < sizeof(s); at++) {
				memset(s, around, sizeof(s));
				s[at] = (char)c;
				assert_masks(s);
			}
}

static void masks_of_any_bytes_are_equal(void **state)
{
	char s[DIGITS_BLOCK];
	uint64_t die = 486;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		unsigned sides = round % 2 ? 256 : 16;

		for (size_t i = 0; i < sizeof(s); i++)
			s[i] = (char)(roll(&die, sides) +
			              (round % 2 ? 0U : 0x2aU));
		assert_masks(s);
	}
}

/* Does a run of exactly three digits begin at s[i], that is no part of a
 * number with full stops? */
static int begins(const char *s, size_t n, size_t i)
{
	size_t len = 0;

	while (i + len < n && char_is_digit(s[i + len]))
		len++;
	if (len != 3 || i == 0 || char_is_digit(s[i - 1]) || s[i - 1] == '.')
		return 0;
	return i + 4 >= n || s[i + 3] != '.' || !char_is_digit(s[i + 4]);
}

static void assert_runs(const char *text, size_t n, size_t from)
{
	char *s = exactly(text, n);
	struct digits d;

	digits_start(&d, s, n, from);
	for (size_t i = from; i < n; i++)
		if (begins(s, n, i))
			assert_int_equal(digits_next(&d), i);
	assert_int_equal(digits_next(&d), n);
	assert_int_equal(digits_next(&d), n);
	free(s);
}

static void a_run_is_found_wherever_it_stands(void **state)
{
	static const char *const runs[] = { "486", "4", "48", "4860", "486x48",
		                            "486 100", "48648 404",
		                            ".486",    "486.",
		                            "486.1",   "198.51.100.9" };

	(void)state;
	for (size_t r = 0; r < LEN(runs); r++)
		for (size_t at = 0; at < 140; at++)
			for (size_t behind = 0; behind < 70; behind += 3) {
				char s[256];
				size_t len = strlen(runs[r]);

				memset(s, 'x', sizeof(s));
				memcpy(s + at, runs[r], len);
				assert_runs(s, at + len + behind, 0);
				assert_runs(s, at + len + behind, at);
				assert_runs(s, at + len + behind, at + 1);
			}
}

static void runs_in_any_bytes_are_found_from_any_place(void **state)
{
	static const char *const pieces[] = {
		"4", "48", "486", "1000", "x", " ", "\n", "\200", ".", "/",
		"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
	};
	struct bytes b = { 0 };
	uint64_t die = 421;

	(void)state;
	for (int round = 0; round < 300; round++) {
		b.n = 0;
		bytes_roll(&b, &die, 1 + roll(&die, 80), pieces, LEN(pieces));
		for (size_t from = 0; from <= b.n; from += 1 + roll(&die, 9))
			assert_runs(b.s, b.n, from);
	}
	bytes_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_byte_is_told_from_a_digit_at_every_place),
		TEST(masks_of_any_bytes_are_equal),
		TEST(a_run_is_found_wherever_it_stands),
		TEST(runs_in_any_bytes_are_found_from_any_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
