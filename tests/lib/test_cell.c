/* test_cell.c - what a cell holds, and the lists of a pool by hand. */
#include "harness.h"

#include <string.h>
#include <sipcode.h>

#include "cell.h"
#include "schema.h"

/* At 0 none, at 1 three of two bytes, at 8 two of three, at 15 one of four. */
static const unsigned char pool[] = { 0,   12, 1,  0,   255, 255, 2,
	                              1,   9,  0,  0,   1,   255, 255,
	                              255, 6,  255, 201, 154, 59 };

static void assert_values(uint32_t cell, const uint32_t *value, size_t n)
{
	assert_int_equal(cell_len(pool, cell), n);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(cell_value(pool, cell, i), value[i]);
	assert_int_equal(cell_value(pool, cell, n), CELL_NONE);
	assert_int_equal(cell_value(pool, cell, SIZE_MAX), CELL_NONE);
}

static void values_have_two_to_four_bytes(void **state)
{
	static const uint32_t two[] = { 1, 0xffff, 0x102 };
	static const uint32_t three[] = { 0x10000, 0xffffff };
	static const uint32_t four[] = { 999999999 };

	(void)state;
	assert_values(0, NULL, 0);
	assert_values(1, two, LEN(two));
	assert_values(8, three, LEN(three));
	assert_values(15, four, LEN(four));
}

static void one_value_stands_in_its_cell(void **state)
{
	static const uint32_t values[] = { 0, 1, 0x7fffff };

	(void)state;
	for (size_t i = 0; i < LEN(values); i++)
		assert_values(TABLE_ONE + values[i], &values[i], 1);
}

/* 40 values, and 8192: their numbers have two bytes and three. */
static void a_list_may_be_long(void **state)
{
	static const size_t lengths[] = { 31, 32, 40, 4095, 4096, 8192 };
	static unsigned char list[8192 * 2 + 3];

	(void)state;
	for (size_t i = 0; i < LEN(lengths); i++) {
		size_t n = lengths[i], at = 0, head = n << 2;

		for (; head >= 0x80; head >>= 7)
			list[at++] = (unsigned char)(head | 0x80);
		list[at++] = (unsigned char)head;
		for (size_t k = 0; k < n; k++) {
			list[at++] = k & 0xff;
			list[at++] = (unsigned char)(k >> 8);
		}
		assert_int_equal(cell_len(list, 0), n);
		assert_int_equal(cell_value(list, 0, 0), 0);
		assert_int_equal(cell_value(list, 0, n - 1), n - 1);
		assert_int_equal(cell_value(list, 0, n), CELL_NONE);
	}
}

/* What is read by the shorter way. */
static void keys_and_what_must_be_stand_in_front(void **state)
{
	static const struct {
		enum sipcode_set set;
		enum sipcode_field field;
	} fronts[] = {
		{ SIPCODE_HEADERS, SIPCODE_F_HEADER },
		{ SIPCODE_DUTIES, SIPCODE_F_FIRST },
		{ SIPCODE_DUTIES, SIPCODE_F_LAST },
	};

	(void)state;
	for (size_t i = 0; i < LEN(fronts); i++) {
		unsigned place = schema_place(fronts[i].set, fronts[i].field);
		const struct sipcode_row *row;

		for (int l = 0; l < sipcode_languages(); l++)
			for (size_t k = 0;
			     (row = sipcode_row(l, fronts[i].set, k)); k++)
				assert_int_equal(cell_in_front(row, place),
				                 cell_at(row, place));
	}
}

static void a_shape_has_room_for_all_columns(void **state)
{
	(void)state;
	for (int s = 0; s < SIPCODE_SETS; s++)
		assert_true(TABLE_CELL * schema_width((enum sipcode_set)s) <=
		            UINT8_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(values_have_two_to_four_bytes),
		TEST(one_value_stands_in_its_cell),
		TEST(a_list_may_be_long),
		TEST(keys_and_what_must_be_stand_in_front),
		TEST(a_shape_has_room_for_all_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
