/* test_bag.c - texts that are counted apart: which are the same, and which give
 * way where there is no more room. */
#include "harness.h"

#include <stdio.h>
#include <string.h>

#include "io/bag.h"

static void add(struct bag *b, unsigned code, const char *text, uint64_t n)
{
	bag_add(b, code, text, strlen(text), n);
}

static void assert_entry(const struct bag *b, size_t i, const char *text,
                         unsigned code, uint64_t count)
{
	const struct bag_entry *e = b->entry[i];

	assert_int_equal(e->len, strlen(text));
	assert_memory_equal(e->text, text, e->len);
	assert_int_equal(e->code, code);
	assert_int_equal(e->count, count);
}

static void texts_and_codes_are_counted_apart_and_in_order(void **state)
{
	struct bag b = { 0 };

	(void)state;
	add(&b, 486, "Busy", 1);
	add(&b, 600, "Bus", 2);
	add(&b, 486, "Busy Here", 3);
	add(&b, 600, "Busy", 4);
	add(&b, 486, "Busy", 5);
	add(&b, 404, "", 6);
	add(&b, 404, "Busy", 7);
	add(&b, 699, "A", 8);
	assert_int_equal(b.entries, 7);
	assert_entry(&b, 0, "", 404, 6);
	assert_entry(&b, 1, "A", 699, 8);
	assert_entry(&b, 2, "Bus", 600, 2);
	assert_entry(&b, 3, "Busy", 404, 7);
	assert_entry(&b, 4, "Busy", 486, 6);
	assert_entry(&b, 5, "Busy", 600, 4);
	assert_entry(&b, 6, "Busy Here", 486, 3);
	assert_int_equal(bag_compare(b.entry[3], b.entry[5]), 0);
	assert_int_equal(bag_compare(b.entry[2], b.entry[3]), -1);
	assert_int_equal(bag_compare(b.entry[3], b.entry[2]), 1);
	assert_int_equal(bag_compare(b.entry[0], b.entry[1]), -1);
	assert_int_equal(bag_compare(b.entry[5], b.entry[6]), -1);
	assert_int_equal(bag_rest(&b), 0);
	bag_free(&b);
	assert_int_equal(b.entries, 0);
	assert_null(b.entry);
}

static void of_a_long_text_the_front_counts(void **state)
{
	char text[BAG_TEXT + 2];
	struct bag b = { 0 };

	(void)state;
	memset(text, 'x', sizeof(text));
	bag_add(&b, 500, text, BAG_TEXT - 1, 1);
	bag_add(&b, 500, text, BAG_TEXT, 2);
	bag_add(&b, 500, text, BAG_TEXT + 1, 3);
	text[BAG_TEXT + 1] = 'y';
	bag_add(&b, 500, text, BAG_TEXT + 2, 4);
	assert_int_equal(b.entries, 3);
	assert_int_equal(b.entry[0]->len, BAG_TEXT - 1);
	assert_int_equal(b.entry[0]->cut, 0);
	assert_int_equal(b.entry[1]->len, BAG_TEXT);
	assert_int_equal(b.entry[1]->cut, 0);
	assert_int_equal(b.entry[1]->count, 2);
	assert_int_equal(b.entry[2]->len, BAG_TEXT);
	assert_int_equal(b.entry[2]->cut, 1);
	assert_int_equal(b.entry[2]->count, 7);
	assert_int_equal(bag_compare(b.entry[1], b.entry[2]), -1);
	bag_free(&b);
}

static void a_full_bag_keeps_the_first_texts(void **state)
{
	char text[16];
	struct bag b = { 0 };

	(void)state;
	for (unsigned i = 0; i < BAG_MAX; i++) {
		snprintf(text, sizeof(text), "t%05u", i);
		add(&b, 100 + i % 2, text, i + 1);
	}
	assert_int_equal(b.entries, BAG_MAX);
	assert_int_equal(bag_rest(&b), 0);
	/* What is there is counted, behind all of it nothing fits. */
	add(&b, 101, "t08191", 10);
	assert_entry(&b, BAG_MAX - 1, "t08191", 101, BAG_MAX + 10);
	add(&b, 699, "t08192", 3);
	add(&b, 0, "u", 4);
	assert_int_equal(b.entries, BAG_MAX);
	assert_int_equal(b.rest[699], 3);
	assert_int_equal(b.rest[0], 4);
	assert_int_equal(bag_rest(&b), 7);
	/* What goes before the last one takes its place. */
	add(&b, 486, "t08190x", 5);
	assert_int_equal(b.entries, BAG_MAX);
	assert_entry(&b, BAG_MAX - 1, "t08190x", 486, 5);
	assert_entry(&b, BAG_MAX - 2, "t08190", 100, 8191);
	assert_int_equal(b.rest[101], BAG_MAX + 10);
	add(&b, 503, "", 6);
	assert_entry(&b, 0, "", 503, 6);
	assert_entry(&b, 1, "t00000", 100, 1);
	assert_entry(&b, BAG_MAX - 1, "t08190", 100, 8191);
	assert_int_equal(b.rest[486], 5);
	assert_int_equal(bag_rest(&b), 7 + BAG_MAX + 10 + 5);
	bag_free(&b);
	assert_int_equal(bag_rest(&b), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(texts_and_codes_are_counted_apart_and_in_order),
		TEST(of_a_long_text_the_front_counts),
		TEST(a_full_bag_keeps_the_first_texts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
