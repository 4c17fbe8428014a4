/* test_owned.c - what belongs to a product by its name, and which rule of
 * failover speaks of a code. */
#include "harness.h"

#include <string.h>
#include <sipcode.h>

static int has(const struct sipcode_row *row, enum sipcode_field field,
               const struct sipcode_row *one)
{
	for (size_t i = 0; i < sipcode_len(row, field); i++)
		if (sipcode_link(row, field, i) == one)
			return 1;
	return 0;
}

/* The first rule whose Id this is. */
static const struct sipcode_row *rule(const char *id)
{
	const struct sipcode_row *r =
		sipcode_by_name(0, SIPCODE_FAILOVERS, id, strlen(id));

	assert_non_null(r);
	return r;
}

/* "Asterisk PJSIP" is of Asterisk, "Asterisk2" would not be. */
static void a_row_is_of_the_products_that_it_names(void **state)
{
	static const enum sipcode_field fields[] = {
		SIPCODE_F_FAILOVERS, SIPCODE_F_PRACTICE, SIPCODE_F_NOTES,
		SIPCODE_F_SIGHTINGS, SIPCODE_F_NUMBERS,  SIPCODE_F_DISGUISES,
		SIPCODE_F_NAMES,     SIPCODE_F_MAPPINGS,
	};
	const struct sipcode_row *product;
	size_t owned = 0;

	(void)state;
	for (size_t i = 0; (product = sipcode_row(0, SIPCODE_PRODUCTS, i));
	     i++) {
		const char *key = sipcode_text(product, SIPCODE_F_PRODUCT, 0);
		size_t before = owned;

		for (size_t f = 0; f < LEN(fields); f++)
			for (size_t k = 0; k < sipcode_len(product, fields[f]);
			     k++) {
				const struct sipcode_row *row =
					sipcode_link(product, fields[f], k);
				const char *of = sipcode_text(
					row, SIPCODE_F_PRODUCT, 0);
				int named = strstr(of, key) != NULL;

				for (size_t a = 0; a < sipcode_len(
					product, SIPCODE_F_ALIAS); a++)
					named |= strstr(of, sipcode_text(
						product, SIPCODE_F_ALIAS, a))
						!= NULL;
				assert_true(named);
				owned++;
			}
		/* A product of which nothing is known is none. */
		assert_true(owned > before);
	}
}

/* A rule that names the code is nearer than one for its class, and that is
 * nearer than one for every failure; what a rule excepts it does not tell. */
static void the_nearest_rule_of_a_product_speaks(void **state)
{
	const struct sipcode_row *busy = sipcode_code(0, 486);
	const struct sipcode_row *down = sipcode_code(0, 503);
	const struct sipcode_row *gone = sipcode_code(0, 404);

	(void)state;
	assert_true(has(busy, SIPCODE_F_FAILOVERS,
	                rule("asterisk-dial-busy")));
	assert_false(has(busy, SIPCODE_F_FAILOVERS,
	                 rule("asterisk-dial-any")));
	assert_true(has(down, SIPCODE_F_FAILOVERS,
	                rule("asterisk-dial-congestion")));
	assert_false(has(down, SIPCODE_F_FAILOVERS,
	                 rule("asterisk-dial-any")));
	assert_true(has(gone, SIPCODE_F_FAILOVERS,
	                rule("asterisk-dial-any")));
	for (size_t i = 0; i < sipcode_rows(SIPCODE_CODES); i++) {
		const struct sipcode_row *code =
			sipcode_row(0, SIPCODE_CODES, i);

		for (size_t k = 0; k < sipcode_len(code, SIPCODE_F_FAILOVERS);
		     k++) {
			const struct sipcode_row *r =
				sipcode_link(code, SIPCODE_F_FAILOVERS, k);

			assert_false(has(r, SIPCODE_F_EXCEPT, code));
		}
		/* "Every failure" is none of success. */
		if (sipcode_number(code, SIPCODE_F_CODE, 0) < 300)
			assert_int_equal(sipcode_len(code, SIPCODE_F_FAILOVERS),
			                 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_row_is_of_the_products_that_it_names),
		TEST(the_nearest_rule_of_a_product_speaks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
