/* test_counted.c - what an answer counts, against a count of its own. */
#include "harness.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

#include "io/strbuf.h"
#include "text/counted.h"
#include "utf8.h"

enum { MANY = 64, SHOWN = 3, COLUMNS = 64 };

struct product {
	char name[100];
	size_t times;
};

static struct product product[MANY];
static size_t products;

static void count_product(const char *s, size_t n)
{
	while (n > 0 && s[n - 1] == ' ')
		n--;
	if (n == 0)
		return;
	assert_true(n < sizeof(product[0].name));
	for (size_t i = 0; i < products; i++)
		if (strlen(product[i].name) == n &&
		    memcmp(product[i].name, s, n) == 0) {
			product[i].times++;
			return;
		}
	if (products == MANY)
		return;
	memcpy(product[products].name, s, n);
	product[products].name[n] = '\0';
	product[products++].times = 1;
}

/* "A (b), C" is A and C. */
static void count_products_of(const char *s)
{
	size_t from = 0, i;
	int within = 0;

	for (i = 0; s[i] != '\0'; i++) {
		if (!within && (s[i] == ',' || s[i] == '(')) {
			count_product(s + from, i - from);
			within = s[i] == '(';
			from = i + 1;
		} else if (within && s[i] == ')') {
			within = 0;
			from = i + 1;
		}
		while (!within && from == i + 1 && s[from] == ' ') {
			from++;
			i++;
		}
	}
	if (!within && from < i)
		count_product(s + from, i - from);
}

static size_t count_field(const struct sipcode_row *code,
                          enum sipcode_field field)
{
	size_t n = sipcode_len(code, field);

	for (size_t i = 0; i < n; i++)
		count_products_of(sipcode_text(sipcode_link(code, field, i),
		                               SIPCODE_F_PRODUCT, 0));
	return n;
}

/* Most of them first, and of as many the shortest. */
static int stands_behind(const struct product *a, const struct product *b)
{
	if (a->times != b->times)
		return a->times < b->times;
	return strlen(a->name) > strlen(b->name);
}

static void order_products(void)
{
	for (size_t turn = 0; turn < products; turn++)
		for (size_t i = 0; i + 1 < products; i++)
			if (stands_behind(&product[i], &product[i + 1])) {
				struct product p = product[i];

				product[i] = product[i + 1];
				product[i + 1] = p;
			}
}

static void write_line(char *line, size_t size, const char *counts,
                       size_t shown, unsigned long code)
{
	char names[400] = "";

	if (shown == 0)
		snprintf(names, sizeof(names), "%zu product%s", products,
		         products == 1 ? "" : "s");
	for (size_t i = 0; i < shown; i++) {
		if (i > 0)
			strcat(names, i + 1 == products ? " and " : ", ");
		strcat(names, product[i].name);
	}
	if (shown > 0 && shown < products)
		snprintf(names + strlen(names), 40, " and %zu more",
		         products - shown);
	snprintf(line, size, "%s of %s: sipcode -a %lu", counts, names, code);
}

static void assert_counted(const struct sipcode_row *row, const char *counts,
                           const char *text)
{
	unsigned long code = sipcode_number(row, SIPCODE_F_CODE, 0);
	size_t shown = products < SHOWN ? products : SHOWN;
	char line[600];

	order_products();
	do
		write_line(line, sizeof(line), counts, shown, code);
	while (utf8_columns(line, strlen(line)) > COLUMNS && shown-- > 0);
	assert_string_equal(text, line);
}

static void what_products_say_is_counted(void **state)
{
	const struct sipcode_row *row;
	struct strbuf b = { 0 };

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_CODES, i)); i++) {
		char counts[100] = "";
		size_t phrases, notes;

		products = 0;
		phrases = count_field(row, SIPCODE_F_SIGHTINGS);
		notes = count_field(row, SIPCODE_F_NOTES);
		strbuf_reset(&b);
		counted_products(&b, row);
		if (phrases + notes == 0) {
			assert_int_equal(b.len, 0);
			continue;
		}
		if (phrases > 0)
			snprintf(counts, sizeof(counts), "%zu phrase%s",
			         phrases, phrases == 1 ? "" : "s");
		if (notes > 0)
			snprintf(counts + strlen(counts), 50, "%s%zu note%s",
			         phrases > 0 ? " and " : "", notes,
			         notes == 1 ? "" : "s");
		assert_counted(row, counts, strbuf_text(&b));
	}
	strbuf_free(&b);
}

static void what_is_special_is_counted(void **state)
{
	const struct sipcode_row *row;
	struct strbuf b = { 0 };

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_CODES, i)); i++) {
		char counts[100];
		size_t n;

		products = 0;
		n = count_field(row, SIPCODE_F_PRACTICE);
		strbuf_reset(&b);
		counted_practice(&b, row);
		if (n == 0) {
			assert_int_equal(b.len, 0);
			continue;
		}
		snprintf(counts, sizeof(counts), "%zu special case%s", n,
		         n == 1 ? "" : "s");
		assert_counted(row, counts, strbuf_text(&b));
	}
	strbuf_free(&b);
}

static void what_is_more_is_counted(void **state)
{
	struct strbuf b = { 0 };

	(void)state;
	counted_more(&b, 0, 1);
	counted_more(&b, 0, 12);
	assert_string_equal(strbuf_text(&b), "(1 more: -a)(12 more: -a)");
	strbuf_free(&b);
}

/* A page has forty lines of products, if there are that many. */
static void a_page_has_so_many_lines_of_products(void **state)
{
	enum { LINES = 40 };
	const struct sipcode_row *row;
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_CODES, i)); i++) {
		size_t phrases = sipcode_len(row, SIPCODE_F_SIGHTINGS);
		size_t others = sipcode_len(row, SIPCODE_F_PRACTICE) +
		                sipcode_len(row, SIPCODE_F_NOTES);
		size_t room = others < LINES ? LINES - others : 0;
		size_t shown = phrases < room ? phrases : room;
		char code[8], more[100];

		snprintf(code, sizeof(code), "%lu",
		         sipcode_number(row, SIPCODE_F_CODE, 0));
		RUN(&r, "-a", code);
		assert_run(&r, 0, "*", "");
		assert_int_equal(times(r.out, "\n  Seen as  "), shown);
		snprintf(more, sizeof(more),
		         "\n  %zu more in products: sipcode product NAME\n",
		         phrases - shown);
		assert_int_equal(times(r.out, more), phrases > shown);
		assert_int_equal(times(r.out, " more in products"),
		                 phrases > shown);
	}
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_products_say_is_counted),
		TEST(what_is_special_is_counted),
		TEST(what_is_more_is_counted),
		TEST(a_page_has_so_many_lines_of_products),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
