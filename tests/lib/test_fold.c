/* test_fold.c - comparing text with case, accents and punctuation aside. */
#include "harness.h"

#include <string.h>

#include "fold.h"

static void texts_are_equal_but_for_case_accents_and_punctuation(void **state)
{
	static const struct {
		const char *a, *b;
		int equal;
	} pairs[] = {
		{ "Busy Here", "busy here", 1 },
		{ "Busy Here", "BUSYHERE", 1 },
		{ "Server Time-out", "server timeout", 1 },
		{ "Call/Transaction Does Not Exist",
		  "call transaction does not exist", 1 },
		{ "m\303\241y b\341\272\255n", "MAY BAN", 1 },
		{ "e\314\201", "e", 1 },
		{ "", "", 1 },
		{ "", " - ", 1 },
		{ "Busy Here", "busy her", 0 },
		{ "busy her", "Busy Here", 0 },
		{ "Busy Here", "busy there", 0 },
		{ "Busy Here", "", 0 },
		{ "a\302\247", "a", 0 },    /* no letter, but not ASCII */
		{ "a\xff", "a\xfe", 1 },    /* both are U+FFFD */
		{ "a\xff", "a", 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(pairs); i++)
		if (fold_equal(pairs[i].a, strlen(pairs[i].a), pairs[i].b,
		               strlen(pairs[i].b)) != pairs[i].equal)
			fail_msg("'%s' and '%s'", pairs[i].a, pairs[i].b);
}

static void lengths_end_a_text_and_not_nul(void **state)
{
	(void)state;
	assert_int_equal(fold_equal("busy here", 4, "BUSY now", 4), 1);
	assert_int_equal(fold_equal("busy", 4, "busy here", 5), 1);
	assert_int_equal(fold_equal("busy", 4, "busy here", 6), 0);
}

static void the_walk_ends_with_nul_and_shows_what_is_not_utf8(void **state)
{
	static const uint32_t want[] = { 'a', 'e', 0xfffd, '7', 0, 0 };
	struct fold f = { "A\303\211\314\201\xff" "7", 7 };

	(void)state;
	for (size_t i = 0; i < LEN(want); i++)
		assert_int_equal(fold_next(&f), want[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(texts_are_equal_but_for_case_accents_and_punctuation),
		TEST(lengths_end_a_text_and_not_nul),
		TEST(the_walk_ends_with_nul_and_shows_what_is_not_utf8),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
