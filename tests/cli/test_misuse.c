/* test_misuse.c - what is refused, or not found, in spite of good options. */
#include "harness.h"

static void what_is_too_much_or_alone_is_misuse(void **state)
{
	static const struct check checks[] = {
		{ { "-0", "421" }, 2, "",
		  "sipcode: --null goes with --field\n" TRY },
		{ { "list", "--null" }, 2, "",
		  "sipcode: --null goes with --field\n" TRY },
		{ { "-jfxml", "421" }, 2, "", "sipcode: no such format *\n"
		  TRY },
	};
	const char *rules[20] = { "tally", "--fail-if=486>1" };
	struct run r = { 0 };

	(void)state;
	CHECK(checks);
	for (size_t i = 2; i < 17; i++)
		rules[i] = "--fail-if=486>1";
	run_cli(&r, rules, "SIP/2.0 200 OK\n");
	assert_run(&r, 0, "*", "");
	rules[17] = "--fail-if=503>1";
	run_cli(&r, rules, "");
	assert_run(&r, 2, "", "sipcode: too many rules: '503>1'\n" TRY);
	run_free(&r);
}

/* Trouble is 2, nothing found is 1, and neither depends on the format. */
static void rows_answer_with_the_worst_of_their_troubles(void **state)
{
	static const char none[] = "sipcode: no code in that range\n";
	static const char field[] = "sipcode: a code has no field: 'tag'\n" TRY;
	const struct check checks[] = {
		{ { "list", "421" }, 0, "421 *\n", "" },
		{ { "list", "497" }, 1, "", none },
		{ { "list", "-t", "497" }, 1, "code\tphrase\t*\n", none },
		{ { "list", "-j", "497" }, 1, "\\[]\n", none },
		{ { "list", "-q", "497" }, 1, "", "" },
		{ { "list", "-q", "421" }, 0, "", "" },
		{ { "list", "-Ftag", "421" }, 2, "", field },
		{ { "list", "-Fcode,tag", "4xx" }, 2, "", field },
		{ { "list", "-q", "-Ftag", "421" }, 2, "", field },
		{ { "list", "-Ftag", "497" }, 1, "", none },
		{ { "flow", "-Ftag", "421" }, 2, "",
		  "sipcode: a flow has no field: 'tag'\n" TRY },
	};

	(void)state;
	CHECK(checks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_too_much_or_alone_is_misuse),
		TEST(rows_answer_with_the_worst_of_their_troubles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
