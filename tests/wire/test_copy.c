/* test_copy.c - the copy of a message, and the line that it is taken from:
 * colours, bounds, and where each byte stood. */
#include "bytes.h"

#include <stdlib.h>
#include <string.h>

#include "wire/copy.h"
#include "wire/line/view.h"

static const struct place at_3 = { 7, 3 };

static void colours_are_left_out_of_a_copy(void **state)
{
	static const struct {
		const char *s, *copy;
	} rows[] = {
		{ "ab", "ab" },
		{ "\033[32mX\033[0mY", "XY" },
		{ "\033[mX", "X" },
		{ "\033[0;1;?mX", "X" },
		{ "\033[?25lX", "X" },
		{ "\033[1/X", "X" },
		{ "\033[1@X", "X" },
		{ "\033[1", "" },
		{ "\033X", "\033X" },
		{ "\033\033[1mX", "\033X" },
		{ "a\033", "a" },
		{ "[1m", "[1m" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct copy a = { 0 }, b = { 0 };
		size_t n = strlen(rows[i].s);
		char *s = exactly(rows[i].s, n);

		for (size_t k = 0; k < n; k++)
			copy_byte(&a, s[k], at_3);
		copy_bytes_of(&b, s, n, at_3);
		assert_bytes(a.s, a.n, rows[i].copy, strlen(rows[i].copy));
		assert_bytes(b.s, b.n, rows[i].copy, strlen(rows[i].copy));
		assert_int_equal(a.lost + b.lost, 0);
		/* The half of a colour is forgotten with the rest. */
		copy_reset(&a);
		copy_byte(&a, 'm', at_3);
		assert_bytes(a.s, a.n, "m", 1);
		copy_free(&a);
		copy_free(&b);
		free(s);
	}
}

/* A colour that begins in one piece and ends in the next. */
static void colours_go_on_in_the_next_piece(void **state)
{
	struct copy c = { 0 };

	(void)state;
	copy_bytes_of(&c, "a\033[3", 4, at_3);
	copy_bytes_of(&c, "2mbc", 4, (struct place){ 7, 7 });
	copy_bytes_of(&c, "d", 1, (struct place){ 8, 1 });
	assert_bytes(c.s, c.n, "abcd", 4);
	assert_int_equal(places_find(&c.places, 0).column, 3);
	assert_int_equal(places_find(&c.places, 1).column, 9);
	assert_int_equal(places_find(&c.places, 2).column, 10);
	assert_int_equal(places_find(&c.places, 3).line, 8);
	copy_bytes_of(&c, "\033x", 2, (struct place){ 9, 5 });
	assert_int_equal(places_find(&c.places, 4).column, 5);
	assert_int_equal(places_find(&c.places, 5).column, 6);
	copy_free(&c);
}

static void a_copy_is_cut_and_joined(void **state)
{
	struct copy c = { 0 };

	(void)state;
	copy_bytes_of(&c, "abc\r\n", 5, at_3);
	copy_bytes_of(&c, "def", 3, (struct place){ 8, 2 });
	copy_join(&c, 3, 5);
	assert_bytes(c.s, c.n, "abcdef", 6);
	assert_int_equal(places_find(&c.places, 2).column, 5);
	assert_int_equal(places_find(&c.places, 3).line, 8);
	assert_int_equal(places_find(&c.places, 3).column, 2);
	copy_cut(&c, 7);
	assert_int_equal(c.n, 6);
	copy_cut(&c, 4);
	assert_bytes(c.s, c.n, "abcd", 4);
	copy_bytes_of(&c, "x", 1, (struct place){ 9, 1 });
	assert_int_equal(places_find(&c.places, 4).line, 9);
	copy_reset(&c);
	assert_int_equal(c.n, 0);
	copy_free(&c);
	assert_null(c.s);
}

static void a_copy_has_a_bound(void **state)
{
	char *s = malloc(COPY_MAX + 1);
	struct copy c = { 0 };

	(void)state;
	assert_non_null(s);
	memset(s, 'x', COPY_MAX + 1);
	copy_bytes_of(&c, s, COPY_MAX, at_3);
	assert_int_equal(c.n, COPY_MAX);
	assert_int_equal(c.lost, 0);
	copy_byte(&c, 'y', at_3);
	copy_bytes_of(&c, s, 2, at_3);
	assert_int_equal(c.n, COPY_MAX);
	assert_int_equal(c.lost, 3);
	assert_int_equal(c.s[COPY_MAX - 1], 'x');
	copy_reset(&c);
	assert_int_equal(c.lost, 0);
	copy_bytes_of(&c, s, COPY_MAX + 1, at_3);
	assert_int_equal(c.n, COPY_MAX);
	assert_int_equal(c.lost, 1);
	copy_cut(&c, COPY_MAX - 1);
	copy_byte(&c, 'y', at_3);
	assert_int_equal(c.n, COPY_MAX);
	assert_int_equal(c.lost, 1);
	assert_int_equal(c.s[COPY_MAX - 1], 'y');
	copy_free(&c);
	free(s);
}

/* The bytes around the line would be more of its end, and of its colours. */
static void a_view_has_no_colours_and_no_end(void **state)
{
	static const struct {
		const char *line, *view, *eol;
		size_t raw[6]; /* of each byte of the view, and of its end */
	} rows[] = {
		{ "ab\n", "ab", "\n", { 0, 1, 2 } },
		{ "ab\r\n", "ab", "\r\n", { 0, 1, 2 } },
		{ "ab\r\r\n", "ab", "\r\n", { 0, 1, 2 } },
		{ "ab\r", "ab\r", "", { 0, 1, 2, 3 } },
		{ "\n", "", "\n", { 0 } },
		{ "\r\n", "", "\r\n", { 0 } },
		{ "", "", "", { 0 } },
		{ "\033[1ma\033[0mb\n", "ab", "\n", { 4, 9, 10 } },
		{ "a\033[m\n", "a", "\n", { 0, 4 } },
		{ "a\033[?;12hb", "ab", "", { 0, 8, 9 } },
		{ "a\033[1", "a", "", { 0, 4 } },
		{ "a\033[", "a", "", { 0, 3 } },
		{ "a\033", "a\033", "", { 0, 1, 2 } },
		{ "\033b\033[m", "\033b", "", { 0, 1, 5 } },
		{ "\033[/b", "b", "", { 3, 4 } },
		{ "\033[@b", "b", "", { 3, 4 } },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct view_room room = { 0 };
		char s[32] = "\r";
		size_t n = strlen(rows[i].line);
		struct view v;

		memcpy(s + 1, rows[i].line, n);
		memcpy(s + 1 + n, "[m\033[m\n", 7);
		v = view_of(&room, s + 1, n, 1, at_3);
		assert_bytes(v.s, v.n, rows[i].view, strlen(rows[i].view));
		assert_string_equal(v.eol, rows[i].eol);
		for (size_t k = 0; k <= v.n; k++) {
			assert_int_equal(view_raw(&v, k), rows[i].raw[k]);
			assert_int_equal(view_place(&v, k).column,
			                 3 + rows[i].raw[k]);
			assert_int_equal(view_place(&v, k).line, 7);
		}
		view_free(&room);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(colours_are_left_out_of_a_copy),
		TEST(colours_go_on_in_the_next_piece),
		TEST(a_copy_is_cut_and_joined),
		TEST(a_copy_has_a_bound),
		TEST(a_view_has_no_colours_and_no_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
