/* test_duties.c - which duties and rules belong to which codes. */
#include "harness.h"

#include <string.h>
#include <sipcode.h>

#include "words/row.h"

static int links_to(const struct sipcode_row *row, enum sipcode_field field,
                    const struct sipcode_row *other)
{
	for (size_t i = 0; i < sipcode_len(row, field); i++)
		if (sipcode_link(row, field, i) == other)
			return 1;
	return 0;
}

static int lists(const struct sipcode_row *row, enum sipcode_field field,
                 const char *word)
{
	for (size_t i = 0; i < sipcode_len(row, field); i++)
		if (strcmp(sipcode_text(row, field, i), word) == 0)
			return 1;
	return 0;
}

/* A duty in answer to what the code never answers is none, but for one of
 * former times; neither is one of a number that never leaves a program. */
static int may_owe(const struct sipcode_row *code, const struct sipcode_row *r)
{
	size_t n = sipcode_len(r, SIPCODE_F_METHOD), owed = 0;

	for (size_t i = 0; i < n; i++) {
		const char *m = sipcode_text(r, SIPCODE_F_METHOD, i);

		owed += !lists(code, SIPCODE_F_NOT_METHOD, m) &&
		        (sipcode_len(code, SIPCODE_F_METHOD) == 0 ||
		         lists(code, SIPCODE_F_METHOD, "any") ||
		         lists(code, SIPCODE_F_METHOD, m));
	}
	return !row_is(code, SIPCODE_F_LOCAL, "only") &&
	       (n == 0 || owed > 0 || sipcode_len(r, SIPCODE_F_OBSOLETE) > 0);
}

static void rules_and_duties_belong_to_the_codes_of_their_range(void **state)
{
	static const enum sipcode_set sets[] = { SIPCODE_DUTIES,
		                                 SIPCODE_RULES };
	static const enum sipcode_field field[] = { SIPCODE_F_DUTIES,
		                                    SIPCODE_F_RULES };
	const struct sipcode_row *code, *r;

	(void)state;
	for (size_t s = 0; s < LEN(sets); s++)
		for (size_t i = 0; (r = sipcode_row(0, sets[s], i)); i++) {
			unsigned long first =
				sipcode_number(r, SIPCODE_F_FIRST, 0);
			unsigned long last =
				sipcode_number(r, SIPCODE_F_LAST, 0);

			assert_in_range(first, 100, 699);
			assert_in_range(last, first, 699);
			for (size_t k = 0;
			     (code = sipcode_row(0, SIPCODE_CODES, k)); k++) {
				unsigned long n = sipcode_number(
					code, SIPCODE_F_CODE, 0);

				assert_int_equal(links_to(code, field[s], r),
				                 may_owe(code, r) &&
				                         first <= n &&
				                         n <= last);
			}
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(rules_and_duties_belong_to_the_codes_of_their_range),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
