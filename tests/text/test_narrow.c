/* test_narrow.c - narrow screens: no line is wider than was asked for, and
 * the width that there is is used. */
#include "bytes.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

static const char *const widths[] = { "20", "22", "25", "28", "33", "36",
	                              "40", "58", "60" };

static void no_page_is_wider_than_asked(void **state)
{
	static const char *const calls[][4] = {
		{ "4xx" }, { "498" }, { "170489" }, { "list", "-a" },
		{ "search", "busy" }, { "cause" }, { "cause", "17" },
		{ "cause", "--sip=486" }, { "option" }, { "option", "timer" },
		{ "warning" }, { "warning", "304" }, { "flow" },
		{ "compare", "480", "486" }, { "compare", "200", "421" },
		{ "compare", "480", "486", "600" },
	};
	struct run r = { 0 };
	size_t bad = 0;

	(void)state;
	for (size_t w = 0; w < LEN(widths); w++)
		for (size_t i = 0; i < LEN(calls); i++) {
			unsigned width = 0;

			sscanf(widths[w], "%u", &width);
			RUN(&r, "-w", widths[w], calls[i][0], calls[i][1],
			    calls[i][2], calls[i][3]);
			bad += wider(r.out, width, calls[i][0]);
		}
	run_free(&r);
	assert_int_equal(bad, 0);
}

static void no_code_is_wider_than_asked(void **state)
{
	const struct sipcode_row *row;
	struct run r = { 0 };
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_CODES, i)); i++)
		for (size_t w = 0; w < LEN(widths); w += 2) {
			unsigned width = 0;
			char code[8];

			sscanf(widths[w], "%u", &width);
			snprintf(code, sizeof(code), "%lu",
			         sipcode_number(row, SIPCODE_F_CODE, 0));
			RUN(&r, "-w", widths[w], "-a", code);
			bad += wider(r.out, width, code);
		}
	run_free(&r);
	assert_int_equal(bad, 0);
}

static void nothing_read_is_wider_than_asked(void **state)
{
	static const char log[] =
		"SIP/2.0 407 Proxy Authentication Required\r\n"
		"Via: SIP/2.0/UDP h;received=192.0.2.1\r\n"
		"CSeq: 1 INVITE\r\nServer: one two three four five six\r\n"
		"\r\nSIP/2.0 480 A phrase that nobody has ever seen before\r\n"
		"\r\nSIP/2.0 799 odd\n\n";
	static const char *const calls[][2] = {
		{ "tally", "--color=never" }, { "tally", "--by=method" },
		{ "explain", "--color=never" }, { "explain", "-b" },
	};
	struct run r = { 0 };
	size_t bad = 0;

	(void)state;
	for (size_t w = 0; w < LEN(widths); w++)
		for (size_t i = 0; i < LEN(calls); i++) {
			unsigned width = 0;

			sscanf(widths[w], "%u", &width);
			RUN_TEXT(&r, log, calls[i][0], "-w", widths[w],
			         calls[i][1]);
			assert_run(&r, 0, "*", "");
			bad += wider(r.out, width, calls[i][0]);
		}
	run_free(&r);
	assert_int_equal(bad, 0);
}

struct longest {
	size_t columns;
};

static void see_length(const char *s, size_t n, void *with)
{
	struct longest *l = with;

	(void)s;
	if (n > l->columns)
		l->columns = n;
}

/* The column of the text is narrow only where the screen is. */
static void facts_use_the_width_that_there_is(void **state)
{
	struct longest l = { 0 };
	struct run r = { 0 };
	const char *facts;

	(void)state;
	RUN(&r, "-w", "36", "421");
	assert_run(&r, 0, "*", "");
	facts = strstr(r.out, "\nFacts\n");
	assert_non_null(facts);
	each_line(facts, see_length, &l);
	assert_in_range(l.columns, 30, 36);
	run_free(&r);
}

/* A heading that has grown wider than the screen still ends its line. */
static void each_entry_of_a_list_begins_a_line(void **state)
{
	const struct sipcode_row *row;
	struct run r = { 0 };

	(void)state;
	RUN(&r, "-w", "28", "list");
	assert_run(&r, 0, "*", "");
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_CODES, i)); i++) {
		char code[16];

		if (strcmp(sipcode_text(row, SIPCODE_F_STATUS, 0),
		           "unregistered") == 0)
			continue;
		snprintf(code, sizeof(code), "\n%lu ",
		         sipcode_number(row, SIPCODE_F_CODE, 0));
		if (strncmp(r.out, code + 1, strlen(code + 1)) != 0)
			assert_holds(r.out, code);
	}
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(no_page_is_wider_than_asked),
		TEST(no_code_is_wider_than_asked),
		TEST(nothing_read_is_wider_than_asked),
		TEST(facts_use_the_width_that_there_is),
		TEST(each_entry_of_a_list_begins_a_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
