/* test_places.c - where the bytes of a copied text stand. */
#include "harness.h"


#include "io/places.h"

static void assert_place(const struct places *p, size_t at, uint64_t line,
                         uint64_t column)
{
	struct place place = places_find(p, at);

	assert_int_equal(place.line, line);
	assert_int_equal(place.column, column);
}

static struct place place_at(uint64_t line, uint64_t column)
{
	struct place place = { line, column };

	return place;
}

static void each_byte_has_its_place(void **state)
{
	struct places p = { 0 };

	(void)state;
	assert_place(&p, 0, 0, 0);
	places_add(&p, 0, place_at(3, 10)); /* "ab" */
	places_add(&p, 1, place_at(3, 11));
	places_add(&p, 2, place_at(3, 14)); /* behind an escape */
	places_add(&p, 5, place_at(4, 1));
	assert_place(&p, 0, 3, 10);
	assert_place(&p, 1, 3, 11);
	assert_place(&p, 2, 3, 14);
	assert_place(&p, 4, 3, 16);
	assert_place(&p, 5, 4, 1);
	assert_place(&p, 9, 4, 5);
	places_free(&p);
}

static void what_is_cut_is_forgotten(void **state)
{
	struct places p = { 0 };

	(void)state;
	for (unsigned i = 0; i < 100; i++)
		places_add(&p, i * 10, place_at(i + 1, 1));
	places_cut(&p, 500);
	assert_place(&p, 999, 50, 510);
	places_add(&p, 500, place_at(77, 7));
	assert_place(&p, 500, 77, 7);
	places_cut(&p, 0);
	assert_place(&p, 0, 0, 0);
	places_free(&p);
}

/* A body of empty lines has one for each byte. */
static void runs_are_small(void **state)
{
	enum { RUNS = 1 << 10, RUN_MOST = 16 };
	struct places p = { 0 }, copy = { 0 };
	const uint64_t line = UINT64_MAX - RUNS;

	(void)state;
	for (unsigned i = 0; i < RUNS; i++)
		places_add(&p, i, place_at(line + i, UINT64_MAX - i));
	assert_in_range(places_bytes(&p), RUNS, RUNS * RUN_MOST);
	places_copy(&copy, &p);
	for (unsigned i = 0; i < RUNS; i++) {
		assert_place(&p, i, line + i, UINT64_MAX - i);
		assert_place(&copy, i, line + i, UINT64_MAX - i);
	}
	places_cut(&p, 0);
	places_add(&p, 0, place_at(1, 1));
	assert_place(&p, 0, 1, 1);
	places_free(&copy);
	places_free(&p);
}

/* What stands side by side is one run, however much it is. */
static void what_goes_on_needs_no_memory(void **state)
{
	struct places p = { 0 }, copy = { 0 };
	size_t bytes;

	(void)state;
	places_copy(&copy, &p);
	assert_int_equal(places_bytes(&copy), 0);
	places_add(&p, 10, place_at(5, 20));
	bytes = places_bytes(&p);
	for (unsigned i = 11; i < 1000; i++)
		places_add(&p, i, place_at(5, 10 + i));
	assert_int_equal(places_bytes(&p), bytes);
	assert_place(&p, 9, 0, 0);
	assert_place(&p, 10, 5, 20);
	assert_place(&p, 999, 5, 1009);
	/* The same column of another line does not. */
	places_add(&p, 1000, place_at(6, 1010));
	assert_place(&p, 1000, 6, 1010);
	assert_place(&p, 999, 5, 1009);
	places_cut(&p, 1001);
	assert_place(&p, 1000, 6, 1010);
	places_cut(&p, 1000);
	assert_place(&p, 1000, 5, 1010);
	places_cut(&p, 11);
	assert_place(&p, 11, 5, 21);
	places_cut(&p, 10);
	assert_place(&p, 11, 0, 0);
	places_free(&p);
	assert_int_equal(places_bytes(&p), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_byte_has_its_place),
		TEST(what_is_cut_is_forgotten),
		TEST(runs_are_small),
		TEST(what_goes_on_needs_no_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
