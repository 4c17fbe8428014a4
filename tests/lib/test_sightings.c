/* test_sightings.c - phrases that products send: which code they belong to, and
 * which product they give away. */
#include "harness.h"

#include <string.h>
#include <sipcode.h>

#include "chars.h"

enum { MOST = 8 };

static int has_id(const struct sipcode_row *const *row, size_t n,
                  const char *id)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(sipcode_text(row[i], SIPCODE_F_ID, 0), id) == 0)
			return 1;
	return 0;
}

static void a_phrase_gives_a_product_away_or_not(void **state)
{
	static const struct {
		unsigned long code;
		const char *text, *id;
		int seen;
	} rows[] = {
		/* The registered phrase but for its case: only with brackets. */
		{ 402, "Payment Required", "kamailio-scscf-payment", 0 },
		{ 402, "Payment required", "kamailio-scscf-payment", 0 },
		{ 402, "Payment required (x)", "kamailio-scscf-payment", 1 },
		{ 402, "Payment refused (x)", "kamailio-scscf-payment", 0 },
		{ 477, "Send failed", "opensips-send-failed", 0 },
		{ 477, "Send failed (477/SL)", "opensips-send-failed", 1 },
		{ 477, "Send failed (478/SL)", "opensips-send-failed", 0 },
		{ 404, "Not here", "kamailio-not-here", 1 },
		{ 404, "Not there", "kamailio-not-here", 0 },
		/* Tied to two codes, to five, and to none */
		{ 410, "Flow failed", "resip-flow-failed", 1 },
		{ 430, "Flow failed", "resip-flow-failed", 1 },
		{ 404, "Flow failed", "resip-flow-failed", 0 },
		{ 404, "Unassigned_Number", "openbts-handset-cause", 1 },
		{ 503, "Unassigned_Number", "openbts-handset-cause", 1 },
		{ 401, "Unassigned_Number", "openbts-handset-cause", 0 },
		{ 500, "Problem to setup services", "restcomm-setup-services",
		  1 },
		{ 498, "Problem to setup services", "restcomm-setup-services",
		  1 },
	};
	const struct sipcode_row *row[MOST];

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		size_t len = strlen(rows[i].text);
		size_t n = sipcode_sightings(0, rows[i].code, rows[i].text, len,
		                             row, MOST);

		assert_in_range(n, 0, MOST);
		if (has_id(row, n, rows[i].id) != rows[i].seen)
			fail_msg("%lu '%s'", rows[i].code, rows[i].text);
		assert_int_equal(sipcode_sightings(0, rows[i].code,
		                                   rows[i].text, len, NULL, 0),
		                 n);
	}
}

/* All codes that a sighting is tied to, and no other one. */
static void a_sighting_comes_with_its_codes_alone(void **state)
{
	const struct sipcode_row *row, *code, *seen[MOST];

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_SIGHTINGS, i)); i++) {
		const char *phrase = sipcode_text(row, SIPCODE_F_PHRASE, 0);
		const char *id = sipcode_text(row, SIPCODE_F_ID, 0);
		size_t len = strlen(phrase);
		size_t ties = sipcode_len(row, SIPCODE_F_CODE);

		if (ties < 2 || strchr(phrase, '*') != NULL)
			continue;
		for (size_t k = 0; (code = sipcode_row(0, SIPCODE_CODES, k));
		     k++) {
			unsigned long number =
				sipcode_number(code, SIPCODE_F_CODE, 0);
			size_t t = 0, n;

			while (t < ties &&
			       sipcode_link(row, SIPCODE_F_CODE, t) != code)
				t++;
			n = sipcode_sightings(0, number, phrase, len, seen,
			                      MOST);
			if (t == ties)
				assert_int_equal(has_id(seen, n, id), 0);
		}
	}
}

static void a_phrase_is_known_by_its_end(void **state)
{
	static const struct {
		const char *text;
		unsigned long code;
	} rows[] = {
		{ "D5", 0 },     { " D5", 486 },  { "a D5", 486 },
		{ "a/D5", 486 }, { "aD5", 0 },    { "5D5", 0 },
		{ "D5 a", 0 },   { "a D55", 0 },  { "Send failed", 477 },
		{ "Send failed (", 477 },         { "Send failed (477/SL)", 477 },
		{ "Send failed (478/SL)", 0 },    { "Send faile", 0 },
	};
	const struct sipcode_row *row[MOST];

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		size_t n = sipcode_by_phrase(0, rows[i].text,
		                             strlen(rows[i].text), row, MOST);

		assert_int_equal(n, rows[i].code != 0);
		if (n > 0)
			assert_int_equal(
				sipcode_number(row[0], SIPCODE_F_CODE, 0),
				rows[i].code);
	}
	/* A line of a log is longer than a phrase. */
	for (size_t n = 57; n < 64; n++) {
		char text[64];

		memset(text, 'x', sizeof(text));
		memcpy(text + n - 3, " D5", 3);
		assert_int_equal(sipcode_by_phrase(0, text, n, row, MOST),
		                 n <= 60);
	}
}

static void every_variant_is_found_with_its_code(void **state)
{
	const struct sipcode_row *row;

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_VARIANTS, i)); i++) {
		const char *phrase = sipcode_text(row, SIPCODE_F_PHRASE, 0);
		unsigned long code = sipcode_number(
			sipcode_link(row, SIPCODE_F_CODE, 0), SIPCODE_F_CODE, 0);
		size_t n = strlen(phrase);

		/* Another one may differ in its case alone. */
		assert_ptr_equal(sipcode_link(sipcode_variant(0, code, phrase, n),
		                              SIPCODE_F_CODE, 0),
		                 sipcode_link(row, SIPCODE_F_CODE, 0));
		/* The last letter is missing, and no full stop. */
		if (char_is_letter(phrase[n - 1]))
			assert_null(sipcode_variant(0, code, phrase, n - 1));
		assert_null(sipcode_variant(0, 200, phrase, n));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_phrase_gives_a_product_away_or_not),
		TEST(a_sighting_comes_with_its_codes_alone),
		TEST(a_phrase_is_known_by_its_end),
		TEST(every_variant_is_found_with_its_code),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
