/* test_phrase.c - the code that a phrase leads to: its own phrase, variants,
 * and what products write instead. */
#include "harness.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sipcode.h>

enum { CODES_MAX = 8 };

/* Is the code among those that the first n bytes of the text lead to? */
static int leads_to(const char *text, size_t n, const struct sipcode_row *code)
{
	const struct sipcode_row *row[CODES_MAX];
	size_t found = sipcode_by_phrase(0, text, n, row, CODES_MAX);

	assert_in_range(found, 0, CODES_MAX);
	for (size_t i = 0; i < found; i++)
		if (row[i] == code)
			return 1;
	return 0;
}

static void assert_leads(const char *text, size_t n,
                         const struct sipcode_row *code)
{
	if (!leads_to(text, n, code))
		fail_msg("'%.*s' does not lead to %lu", (int)n, text,
		         sipcode_number(code, SIPCODE_F_CODE, 0));
}

static void a_variant_leads_to_its_code(void **state)
{
	const struct sipcode_row *row;
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_VARIANTS, i)); i++) {
		const struct sipcode_row *code =
			sipcode_link(row, SIPCODE_F_CODE, 0);
		const char *s = sipcode_text(row, SIPCODE_F_PHRASE, 0);

		assert_leads(s, strlen(s), code);
	}
	row = sipcode_row(0, SIPCODE_VARIANTS, 0);
	RUN(&r, "-Fphrase", sipcode_text(row, SIPCODE_F_PHRASE, 0));
	row = sipcode_link(row, SIPCODE_F_CODE, 0);
	assert_run(&r, 0, "*\n", "");
	assert_holds(r.out, sipcode_text(row, SIPCODE_F_PHRASE, 0));
	run_free(&r);
}

/* The phrase of a sighting with something in the place of "*"; returns where
 * the brackets at its end begin, 0 if nowhere. */
static size_t as_sent(char *to, size_t size, const struct sipcode_row *row)
{
	const char *s = sipcode_text(row, SIPCODE_F_PHRASE, 0);
	const char *bracket = strstr(s, " (");
	size_t used = 0;

	for (; *s != '\0'; s++)
		used += (size_t)snprintf(to + used, size - used, "%.*s",
		                         *s == '*' ? 2 : 1,
		                         *s == '*' ? "TM" : s);
	return bracket == NULL ? 0 : strcspn(to, "(") - 1;
}

/* "Send failed (477/TM)", but "Send failed" too. */
static void a_sighting_leads_to_its_codes(void **state)
{
	const struct sipcode_row *row, *code, *seen;
	size_t fronts = 0;

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_SIGHTINGS, i)); i++) {
		const char *phrase = sipcode_text(row, SIPCODE_F_PHRASE, 0);
		char s[160];
		size_t front = as_sent(s, sizeof(s), row);

		for (size_t k = 0;
		     (code = sipcode_link(row, SIPCODE_F_CODE, k)); k++) {
			assert_leads(s, strlen(s), code);
			assert_int_not_equal(sipcode_sightings(
				0, sipcode_number(code, SIPCODE_F_CODE, 0), s,
				strlen(s), &seen, 1), 0);
			if (front == 0 || strchr(phrase, '*') == NULL)
				continue;
			assert_leads(s, front, code);
			fronts++;
		}
	}
	assert_true(fronts > 0);
}

/* The phrase itself, a variant or a sighting of the code. */
static int bears(const struct sipcode_row *code, const char *s, size_t n)
{
	static const enum sipcode_field fields[] = { SIPCODE_F_VARIANTS,
		                                     SIPCODE_F_SIGHTINGS };
	const char *phrase = sipcode_text(code, SIPCODE_F_PHRASE, 0);
	const struct sipcode_row *row;

	if (strlen(phrase) == n && strncasecmp(phrase, s, n) == 0)
		return 1;
	for (size_t f = 0; f < LEN(fields); f++)
		for (size_t i = 0; (row = sipcode_link(code, fields[f], i));
		     i++) {
			phrase = sipcode_text(row, SIPCODE_F_PHRASE, 0);
			if (strlen(phrase) == n &&
			    strncasecmp(phrase, s, n) == 0)
				return 1;
		}
	return 0;
}

/* In "Declined (policy)" the brackets say which one it is. */
static void brackets_that_do_not_vary_belong_to_the_phrase(void **state)
{
	const struct sipcode_row *row, *code;

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_SIGHTINGS, i)); i++) {
		const char *s = sipcode_text(row, SIPCODE_F_PHRASE, 0);
		const char *bracket = strstr(s, " (");
		size_t n = bracket == NULL ? 0 : (size_t)(bracket - s);

		for (size_t k = 0; n > 0 && strchr(s, '*') == NULL &&
		     (code = sipcode_link(row, SIPCODE_F_CODE, k)); k++)
			if (leads_to(s, n, code) != bears(code, s, n))
				fail_msg("'%.*s' leads to '%s'", (int)n, s, s);
	}
}

/* CRASH of FreeSWITCH is no status code, but has a page. */
static void the_name_of_a_number_leads_to_its_page(void **state)
{
	const struct sipcode_row *row;
	struct run r = { 0 };
	size_t named = 0, meant = 0;

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_NUMBERS, i)); i++) {
		const char *name = sipcode_text(row, SIPCODE_F_NAME, 0);
		unsigned long first = sipcode_number(row, SIPCODE_F_FIRST, 0);
		unsigned long last = sipcode_number(row, SIPCODE_F_LAST, 0);
		char head[400], range[24] = "";

		/* BUSY_EVERYWHERE is the phrase of a code, too. */
		if (*name == '\0' || sipcode_by_phrase(
			0, name, strlen(name), NULL, 0) > 0 ||
		    strncmp(name, "REGISTER ", 9) == 0)
			continue;
		if (last != first)
			snprintf(range, sizeof(range), "-%lu", last);
		snprintf(head, sizeof(head), "%lu%s %s\n%s\n%s\n", first,
		         range, name, sipcode_text(row, SIPCODE_F_PRODUCT, 0),
		         sipcode_text(row, SIPCODE_F_MEANING, 0));
		RUN(&r, name);
		named++;
		/* People call codes so, too: "no response". */
		if (r.status == 1) {
			snprintf(head, sizeof(head), "sipcode: ambiguous "
			         "(*%lu*): '%s'\n*", first, name);
			assert_run(&r, 1, "*", head);
			meant++;
			continue;
		}
		/* Two products may write one name in other letters. */
		assert_run(&r, 0, "*", *r.err == '\0' ? "" :
		           "sipcode: there is also: 'sipcode *'\n");
		assert_holds(r.out, head);
	}
	assert_true(named > 3 * meant);
	run_free(&r);
}

/* One that is sent with any code has a page of its own. */
static void a_phrase_of_no_code_leads_to_its_sender(void **state)
{
	const struct sipcode_row *row;
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_SIGHTINGS, i)); i++) {
		char s[160];

		if (sipcode_len(row, SIPCODE_F_CODE) > 0)
			continue;
		as_sent(s, sizeof(s), row);
		RUN(&r, s);
		assert_run(&r, 0, "sighting *", "");
		assert_holds(r.out, sipcode_text(row, SIPCODE_F_PRODUCT, 0));
		assert_holds(r.out, sipcode_text(row, SIPCODE_F_MEANING, 0));
	}
	run_free(&r);
}

/* TURN answers 438 Stale Nonce: the page of 438 says so. */
static void a_phrase_of_stun_leads_to_its_number(void **state)
{
	static const struct check checks[] = {
		{ { "Stale Nonce" }, 0, "438 *In STUN, TURN  Stale Nonce*",
		  "" },
		{ { "438 stale nonce" }, 0, "438 *", "" },
		{ { "-Fcode", "role", "conflict" }, 0, "487\n", "" },
		{ { "search", "stale nonce" }, 0, "*438*", "" },
	};

	(void)state;
	CHECK(checks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_variant_leads_to_its_code),
		TEST(a_phrase_of_stun_leads_to_its_number),
		TEST(a_sighting_leads_to_its_codes),
		TEST(brackets_that_do_not_vary_belong_to_the_phrase),
		TEST(the_name_of_a_number_leads_to_its_page),
		TEST(a_phrase_of_no_code_leads_to_its_sender),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
