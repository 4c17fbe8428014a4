/* test_query.c - every form in which a CODE is met, and what is none. */
#include "harness.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

#include "jsonread.h"

static void a_code_is_taken_in_every_form(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcode", "421" }, 0, "421\n", "" },
		{ { "-Fcode", "show", "421" }, 0, "421\n", "" },
		{ { "-Fcode", "421 Extension Required" }, 0, "421\n", "" },
		{ { "-Fcode", "421 anything" }, 1, "421\n",
		  "sipcode: not used: 'anything'\n" },
		{ { "-Fcode", "SIP/2.0 421 Extension Required" }, 0, "421\n",
		  "" },
		{ { "-Fcode", "sip/2.0 421 Extension Required" }, 0, "421\n",
		  "" },
		{ { "-Fcode", "SIP/2.0 421" }, 0, "421\n", "" },
		{ { "-Fcode", "SIP/2.0  421 " }, 0, "421\n", "" },
		{ { "-Fcode", " 421", "421\n" }, 0, "421\n421\n", "" },
		{ { "-Fcode", "SIP/2.0 421 Extension Required\r\n" }, 0,
		  "421\n", "" },
		{ { "-Fcode", "SIP/2.0 421\r\n" }, 0, "421\n", "" },
		{ { "-Fcode", "extension required" }, 0, "421\n", "" },
		{ { "-Fcode", "EXTENSION-REQUIRED" }, 0, "421\n", "" },
		{ { "-Fcode", "B\303\272sy here" }, 0, "486\n", "" },
	};

	(void)state;
	CHECK(checks);
}

static void a_class_is_taken_in_any_case(void **state)
{
	static const struct check checks[] = {
		{ { "-Fclass", "4xx" }, 0, "4xx\n", "" },
		{ { "-Fclass", "4XX" }, 0, "4xx\n", "" },
		{ { "-Fclass", "4Xx", "1xx", "6xX" }, 0, "4xx\n1xx\n6xx\n",
		  "" },
		{ { "4xx" }, 0, "4xx *", "" },
	};

	(void)state;
	CHECK(checks);
}

static void a_phrase_is_taken_from_several_operands(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcode", "busy", "here" }, 0, "486\n", "" },
		{ { "-Fcode", "busy", "here", "421" }, 0, "486\n421\n", "" },
		{ { "-Fcode", "421", "busy", "here", "180", "loop",
		  "detected" }, 0, "421\n486\n180\n482\n", "" },
		{ { "-Fcode", "busy here", "not found" }, 0, "486\n404\n", "" },
		{ { "-Fcode", "does", "not", "exist", "anywhere" }, 0, "604\n",
		  "" },
	};

	(void)state;
	CHECK(checks);
}

static void the_disguises_of_products_are_seen_through(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcode", "170489" }, 0, "489\n", "" },
		{ { "-Fcode", "560486" }, 0, "486\n", "" },
		{ { "-Fcode", "5486" }, 0, "486\n", "" },
		{ { "-Fcode", "28496" }, 0, "480\n", "" }, /* minus 28016 */
		{ { "-Fcode", "28420" }, 0, "404\n", "" },
		{ { "-Fcode", "0x486" }, 0, "486\n", "" },
		{ { "-Fcode", "0X486" }, 0, "486\n", "" },
		{ { "-Fcode", "sip:486" }, 0, "486\n", "" },
		{ { "-Fcode", "SIP:486" }, 0, "486\n", "" },
	};

	(void)state;
	CHECK(checks);
}

static void a_disguise_is_named_above_the_page(void **state)
{
	static const struct check checks[] = {
		{ { "-b", "170489" }, 0, "170489 *PJSIP (170NNN)*\n\n489 Bad "
		  "Event*", "" },
		{ { "-b", "560486" }, 0, "560486 *Teams*\n\n486 Busy Here*",
		  "" },
		{ { "-b", "5486" }, 0, "5486 *Dialogic*\n\n486 Busy Here*",
		  "" },
		{ { "-b", "28496" }, 0, "28496 *FaxBack*\n\n480 Temporarily*",
		  "" },
		{ { "-b", "0x486" }, 0, "0x486 *Gigaset*\n\n486 Busy Here*",
		  "" },
		{ { "-b", "sip:486" }, 0, "sip:486 *FreeSWITCH*\n\n486 Busy "
		  "Here*", "" },
		{ { "-b", "170498" }, 1, "170498 *PJSIP (170NNN)*\n\n498 *",
		  "sipcode: no such code: '170498'\n" },
	};

	(void)state;
	CHECK(checks);
}

static void json_says_what_was_typed_in_disguise(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN(&r, "-j", "170489");
	assert_run(&r, 0, "*", "");
	assert_json_at(r.out, "0.typed", "\"170489\"");
	assert_json_at(r.out, "0.disguise.product", "\"PJSIP\"");
	assert_json_at(r.out, "0.is.code", "489");
	RUN(&r, "-j", "0x486");
	assert_run(&r, 0, "*", "");
	assert_json_at(r.out, "0.is.code", "486");
	assert_json_at(r.out, "0.typed", "\"0x486\"");
	run_free(&r);
}

static void an_unknown_code_is_told_by_its_class(void **state)
{
	static const struct check checks[] = {
		{ { "498" }, 1, "498 *400 (RFC 3261 section 8.1.3.2)*494 "
		  "Security "
		  "Agreement Required, 493 Undecipherable, 491 Request "
		  "Pending\n", "sipcode: no such code: '498'\n" },
		/* RFC 3261 section 8.1.3.2: 1xx as 183, not as 100. */
		{ { "160" }, 1, "160 *183 (RFC 3261 section 8.1.3.2)*",
		  "sipcode: no such code: '160'\n" },
		{ { "698" }, 1, "698 *600 (RFC 3261 *",
		  "sipcode: no such code: "
		  "'698'\n" },
		{ { "-Fcode", "498" }, 1, "",
		  "sipcode: no such code: '498'\n" },
		{ { "-j", "498" }, 1, "\\[{\"code\":498,\"status\":\"unknown\","
		  "\"treat_as\":400,\"nearest\":\\[494,493,491\\]}\\]\n",
		  "sipcode: no such code: '498'\n" },
	};

	(void)state;
	CHECK(checks);
}

static void what_is_no_code_is_said_to_be_none(void **state)
{
	static const char *const none[] = {
		"42", "99", "099", "4294967717", "+421", "0421", "421x",
		"4x", "7xx", "0xx", "xxx", "4xxx", "SIP/2.0",
		"SIP/2.0 42", "SIP/2.0 4211", "HTTP/1.1 404 Not Found",
		"0x4861", "sip:", "sip:48", "170099", "0170489",
		"qqqqqqqqqqqq", "!", "\303", "%s%n", "798",
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(none); i++) {
		RUN(&r, none[i]);
		if (r.status != 1 || r.out_len != 0)
			fail_msg("'%s' is taken: %d\n%s", none[i], r.status,
			         r.out);
		assert_run(&r, 1, "",
		           "sipcode: no such code or phrase: '*'\n*");
	}
	run_free(&r);
}

/* Is there a record of the very number, rather than of a range around it? */
static int has_record(unsigned long n)
{
	const struct sipcode_row *row;

	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_NUMBERS, i)); i++)
		if (sipcode_number(row, SIPCODE_F_FIRST, 0) == n &&
		    sipcode_number(row, SIPCODE_F_LAST, 0) == n)
			return 1;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_NAMES, i)); i++)
		if (sipcode_len(row, SIPCODE_F_NUMBER) > 0 &&
		    sipcode_number(row, SIPCODE_F_NUMBER, 0) == n)
			return 1;
	return 0;
}

/* Has the product of a range a record of the very number? */
static int is_told_better(const struct sipcode_row *range, unsigned long n)
{
	const struct sipcode_row *row;

	if (sipcode_number(range, SIPCODE_F_FIRST, 0) == n)
		return 0;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_NUMBERS, i)); i++)
		if (sipcode_number(row, SIPCODE_F_FIRST, 0) == n &&
		    sipcode_number(row, SIPCODE_F_LAST, 0) == n &&
		    strcmp(sipcode_text(row, SIPCODE_F_PRODUCT, 0),
		           sipcode_text(range, SIPCODE_F_PRODUCT, 0)) == 0)
			return 1;
	return 0;
}

static void numbers_of_products_are_explained(void **state)
{
	const struct sipcode_row *row;
	struct run r = { 0 };
	size_t ranges = 0;

	(void)state;
	RUN(&r, "999");
	assert_run(&r, 0, "999*baresip*", "");
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_NUMBERS, i)); i++) {
		unsigned long n = sipcode_number(row, SIPCODE_F_LAST, 0);
		int known = has_record(n);
		char number[16];

		/* A code is a code; its page names the products. */
		if (sipcode_code(0, n) != NULL)
			continue;

		snprintf(number, sizeof(number), "%lu", n);
		RUN(&r, number);
		assert_run(&r, !known, "*",
		           known ? "*" : "sipcode: known only by a range of "
		                         "numbers: '*'\n*");
		if (is_told_better(row, n))
			assert_lacks(r.out, sipcode_text(
				row, SIPCODE_F_MEANING, 0));
		else
			assert_holds(r.out, sipcode_text(
				row, SIPCODE_F_MEANING, 0));
		ranges += !known;
	}
	assert_true(ranges > 0);
	run_free(&r);
}

/* Products number other things so, which people are told. */
static void programs_get_a_code_or_nothing(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcode", "150" }, 1, "",
		  "sipcode: no such code: '150'\n" },
		{ { "-Fphrase", "145" }, 1, "",
		  "sipcode: no such code: '145'\n" },
		{ { "-Fcode", "12" }, 1, "",
		  "sipcode: no such code or phrase: '12'\n*" },
		{ { "-j", "150" }, 1,
		  "[[]{\"code\":150,\"status\":\"unknown\",*",
		  "sipcode: no such code: '150'\n" },
		{ { "-w0", "150" }, 0, "150 CPC_DISC_NO_PSX_ROUTE\nRibbon*"
		  "150 is not a registered SIP code*", "" },
	};

	(void)state;
	CHECK(checks);
}

static void an_empty_operand_is_misuse(void **state)
{
	static const struct check checks[] = {
		{ { "" }, 2, "", "sipcode: empty operand: ''\n" TRY },
		{ { "-Fcode", "", "421" }, 2, "421\n",
		  "sipcode: empty operand: "
		  "''\n" TRY },
		/* 2 outranks 1, in either order. */
		{ { "-Fcode", "498", "" }, 2, "", "*" TRY },
		{ { "-Fcode", "", "498" }, 2, "", "*" TRY "*" },
	};

	(void)state;
	CHECK(checks);
}

static void what_was_typed_is_escaped_in_messages(void **state)
{
	static const struct check checks[] = {
		{ { "\033[31m" }, 1, "", "sipcode: no such code or phrase: "
		  "'\\\\x1b\\[31m'\n" },
		{ { "\033]0;x\a" }, 1, "", "sipcode: no such code or phrase: "
		  "'\\\\x1b\\]0;x\\\\x07'\n" },
		{ { "7\n" }, 1, "", "sipcode: no such code or phrase: "
		  "'7\\\\x0a'\n*" },
		{ { "\377" }, 1, "", "sipcode: no such code or phrase: "
		  "'\\\\xff'\n" },
		{ { "m\303\241y" }, 1, "*", "sipcode: no such code or phrase: "
		  "'m\\\\xc3\\\\xa1y'\n*" },
	};

	(void)state;
	CHECK(checks);
}

static void the_codes_of_an_ambiguous_phrase_are_named(void **state)
{
	static const struct check checks[] = {
		{ { "not", "acceptable" }, 1, "406 Not Acceptable: *\n606 *\n",
		  "sipcode: ambiguous (406, 606): 'not acceptable'\n"
		  "sipcode: to tell them apart: 'sipcode compare 406 606'\n" },
		{ { "-Fcode", "not acceptable", "421" }, 1, "421\n",
		  "sipcode: ambiguous (406, 606): 'not acceptable'\n*" },
		{ { "-Fcode", "not acceptable here" }, 0, "488\n", "" },
	};

	(void)state;
	CHECK(checks);
}

static void every_miss_is_said_and_the_rest_is_printed(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcode", "421", "497", "486" }, 1, "421\n486\n",
		  "sipcode: no such code: '497'\n" },
		{ { "-Fcode", "497", "498" }, 1, "",
		  "sipcode: no such code: '497'\nsipcode: no such code: "
		  "'498'\n" },
		{ { "-Fcode", "xyzzy", "421" }, 1, "421\n",
		  "sipcode: no such code or phrase: 'xyzzy'\n*" },
		{ { "-Fcode", "421x", "421" }, 1, "421\n", "*'421x'\n*" },
	};

	(void)state;
	CHECK(checks);
}

/* A word that says nothing does not take the next operand with it. */
static void a_miss_leaves_the_operands_behind_it_alone(void **state)
{
	static const struct check checks[] = {
		{ { "-Fclass", "xyzzy", "4xx" }, 1, "4xx\n", "*'xyzzy'\n*" },
		{ { "-Fcode", "xyzzy", "0x486" }, 1, "486\n", "*'xyzzy'\n*" },
		{ { "-Fcode", "xyzzy", "sip:486" }, 1, "486\n", "*'xyzzy'\n*" },
		{ { "-Fcode", "xyzzy", "SIP/2.0 486 Busy Here" }, 1, "486\n",
		  "*'xyzzy'\n*" },
		{ { "-Fcode", "busy here", "421 Extension Required" }, 0,
		  "486\n421\n", "" },
		{ { "-Fcode", "xyzzy", "" }, 2, "", "*'xyzzy'\n*" TRY },
		{ { "-Fcode", "xyzzy", "plugh", "421" }, 1, "421\n",
		  "sipcode: no such code or phrase: 'xyzzy plugh'\n" },
		{ { "-Fcode", "180", "xyzzy", "plugh", "421", "486" }, 1,
		  "180\n421\n486\n", "sipcode: not used: 'xyzzy plugh'\n" },
	};

	(void)state;
	CHECK(checks);
}

static void a_near_miss_gets_a_suggestion(void **state)
{
	static const struct check checks[] = {
		{ { "bsy", "here" }, 1, "", "sipcode: no such code or phrase: "
		  "'bsy here'\nsipcode: did you mean: '486 Busy Here'\n" },
		{ { "loop detcted" }, 1, "", "*did you mean: '482 Loop "
		  "Detected'\n" },
		{ { "qqqqqqqqqqqqqq" }, 1, "",
		  "sipcode: no such code or phrase: "
		  "'qqqqqqqqqqqqqq'\n" },
	};

	(void)state;
	CHECK(checks);
}

static void more_operands_than_there_is_room_for_are_all_answered(void **state)
{
	const char *argv[64] = { "-Fcode" };
	struct run r = { 0 };

	(void)state;
	for (size_t i = 1; i < 60; i++)
		argv[i] = i % 2 ? "421" : "180";
	run_cli(&r, argv, NULL);
	assert_run(&r, 0, "421\n180\n*\n421\n", "");
	assert_int_equal(times(r.out, "\n"), 59);
	run_free(&r);
}

/* The message names the operand as it was typed, however many words it had
 * and whatever was read behind it. */
static void a_phrase_of_several_operands_outlives_them(void **state)
{
	static const struct check checks[] = {
		{ { "flow", "payment", "required", "421", "not", "found" }, 1,
		  "*", "sipcode: no flow shows this code: "
		  "'payment required'\n" },
		{ { "flow", "payment", "required", "421", "conflict" }, 1, "*",
		  "sipcode: no flow shows this code: 'payment required'\n"
		  "sipcode: no flow shows this code: 'conflict'\n" },
	};

	(void)state;
	CHECK(checks);
}

/* 20,000 blanks do not hide the word behind them. */
static void an_operand_is_read_to_its_end(void **state)
{
	static char operand[21000];
	struct run r = { 0 };

	(void)state;
	snprintf(operand, sizeof(operand), "Busy Here%20000szzz", "");
	RUN(&r, "-Fcode", operand);
	assert_run(&r, 1, "", "sipcode: no such code or phrase: 'Busy Here  *"
	           "zzz'\n*");
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_code_is_taken_in_every_form),
		TEST(a_class_is_taken_in_any_case),
		TEST(a_phrase_is_taken_from_several_operands),
		TEST(the_disguises_of_products_are_seen_through),
		TEST(a_disguise_is_named_above_the_page),
		TEST(json_says_what_was_typed_in_disguise),
		TEST(an_unknown_code_is_told_by_its_class),
		TEST(what_is_no_code_is_said_to_be_none),
		TEST(numbers_of_products_are_explained),
		TEST(programs_get_a_code_or_nothing),
		TEST(an_empty_operand_is_misuse),
		TEST(what_was_typed_is_escaped_in_messages),
		TEST(the_codes_of_an_ambiguous_phrase_are_named),
		TEST(every_miss_is_said_and_the_rest_is_printed),
		TEST(a_miss_leaves_the_operands_behind_it_alone),
		TEST(a_near_miss_gets_a_suggestion),
		TEST(more_operands_than_there_is_room_for_are_all_answered),
		TEST(a_phrase_of_several_operands_outlives_them),
		TEST(an_operand_is_read_to_its_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
