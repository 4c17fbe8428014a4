/* test_words.c - what holds between the facts of a code and its words. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sipcode.h>

#include "words/label.h"

#define TEXT(row, field) sipcode_text(row, SIPCODE_F_##field, 0)

static int names(const struct sipcode_row *row, enum sipcode_field field,
                 const char *word)
{
	for (size_t i = 0; i < sipcode_len(row, field); i++)
		if (strcmp(sipcode_text(row, field, i), word) == 0)
			return 1;
	return 0;
}

/* "Retry  no: no, ..." tells the reader nothing. */
static void a_note_does_not_repeat_the_word_before_it(void **state)
{
	static const enum sipcode_field pairs[][2] = {
		{ SIPCODE_F_RETRY, SIPCODE_F_RETRY_NOTE },
		{ SIPCODE_F_EFFECT, SIPCODE_F_EFFECT_NOTE },
	};
	const struct sipcode_row *code;
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; (code = sipcode_row(0, SIPCODE_CODES, i)); i++) {
		for (size_t k = 0; k < LEN(pairs); k++) {
			const char *word = label_of_value(code, pairs[k][0]);
			const char *note = sipcode_text(code, pairs[k][1], 0);
			size_t n = strlen(word);

			if (*note == '\0' || strncasecmp(note, word, n) != 0)
				continue;
			print_error("%lu %s: %s\n",
			            sipcode_number(code, SIPCODE_F_CODE, 0),
			            word, note);
			bad++;
		}
	}
	assert_int_equal(bad, 0);
}

/* RFC 3261 section 10.3: a registrar must not send 6xx. */
static void no_6xx_answers_a_register(void **state)
{
	const struct sipcode_row *code;
	size_t seen = 0;

	(void)state;
	for (size_t i = 0; (code = sipcode_row(0, SIPCODE_CODES, i)); i++) {
		if (sipcode_number(code, SIPCODE_F_CODE, 0) < 600 ||
		    strcmp(TEXT(code, STATUS), "registered") != 0)
			continue;
		seen++;
		if (names(code, SIPCODE_F_METHOD, "any"))
			assert_true(names(code, SIPCODE_F_NOT_METHOD,
			                  "REGISTER"));
		else
			assert_false(names(code, SIPCODE_F_METHOD, "REGISTER"));
	}
	assert_int_equal(seen, 6);
}

/* A list of methods names those that are answered, or those that are not. */
static void what_is_not_answered_is_an_exception_from_any(void **state)
{
	const struct sipcode_row *code;

	(void)state;
	for (size_t i = 0; (code = sipcode_row(0, SIPCODE_CODES, i)); i++)
		if (sipcode_len(code, SIPCODE_F_NOT_METHOD) > 0)
			assert_true(names(code, SIPCODE_F_METHOD, "any"));
}

/* A number that stays within a program owes the wire nothing. */
static void what_never_leaves_has_no_duties(void **state)
{
	const struct sipcode_row *code;
	size_t seen = 0;

	(void)state;
	for (size_t i = 0; (code = sipcode_row(0, SIPCODE_CODES, i)); i++) {
		if (strcmp(TEXT(code, LOCAL), "only") != 0)
			continue;
		seen++;
		assert_int_equal(sipcode_len(code, SIPCODE_F_DUTIES), 0);
		assert_int_equal(sipcode_len(code, SIPCODE_F_RULES), 0);
	}
	assert_true(seen > 0);
}

/* The numbers that STUN and TURN use too say so (RFC 8489 section 14.8, RFC
 * 8656 section 19, RFC 8445 section 16.1, RFC 8016 section 3.4). */
static void the_numbers_of_stun_are_told(void **state)
{
	static const struct {
		unsigned code;
		const char *phrase;
	} rows[] = {
		{ 300, "Try Alternate" }, { 400, "Bad Request" },
		{ 401, "Unauthenticated" }, { 403, "Forbidden" },
		{ 405, "Mobility Forbidden" },
		{ 420, "Unknown Attribute" }, { 437, "Allocation Mismatch" },
		{ 438, "Stale Nonce" },
		{ 440, "Address Family not Supported" },
		{ 441, "Wrong Credentials" },
		{ 442, "Unsupported Transport Protocol" },
		{ 486, "Allocation Quota Reached" }, { 487, "Role Conflict" },
		{ 500, "Server Error" }, { 508, "Insufficient Capacity" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		assert_string_equal(TEXT(sipcode_code(0, rows[i].code),
		                         STUN_PHRASE), rows[i].phrase);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_note_does_not_repeat_the_word_before_it),
		TEST(no_6xx_answers_a_register),
		TEST(what_is_not_answered_is_an_exception_from_any),
		TEST(what_never_leaves_has_no_duties),
		TEST(the_numbers_of_stun_are_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
