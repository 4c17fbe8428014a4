/* test_commands.c - what show, list, search, cause, warning, option and flow
 * answer, and with which status. */
#include "harness.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

#include "words/label.h"
#include "words/row.h"

/* A value stands in a line of its own behind so many blanks and a bullet. */
static void holds_line(const char *out, const char *before, const char *text)
{
	char line[4096];

	snprintf(line, sizeof(line), "\n%s%s\n", before, text);
	assert_int_equal(times(out, line), 1);
}

/* Sections stand as words in a pipe. */
static void ascii(char *to, size_t size, const char *s)
{
	struct sheet sheet;

	sheet_open(&sheet, 0, 0);
	out_str(&sheet.o, s);
	snprintf(to, size, "%s", sheet_text(&sheet));
	sheet_close(&sheet);
}

static void holds_values(const char *out, const struct sipcode_row *row,
                         enum sipcode_field field, const char *before)
{
	for (size_t i = 0; i < sipcode_len(row, field); i++) {
		char text[2048];

		ascii(text, sizeof(text), sipcode_text(row, field, i));
		holds_line(out, before, text);
	}
}

static void a_page_tells_everything_once_and_in_whole_lines(void **state)
{
	const struct sipcode_row *row;
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_CODES, i)); i++) {
		char code[16], first[160];

		snprintf(code, sizeof(code), "%lu",
		         sipcode_number(row, SIPCODE_F_CODE, 0));
		snprintf(first, sizeof(first), "%s %s (%s %s)\n", code,
		         sipcode_text(row, SIPCODE_F_PHRASE, 0),
		         sipcode_text(sipcode_link(row, SIPCODE_F_CLASS, 0),
		                      SIPCODE_F_CLASS, 0),
		         sipcode_text(sipcode_link(row, SIPCODE_F_CLASS, 0),
		                      SIPCODE_F_NAME, 0));
		RUN(&r, code);
		assert_run(&r, 0, "*", "");
		assert_int_equal(strncmp(r.out, first, strlen(first)), 0);
		holds_values(r.out, row, SIPCODE_F_BACKGROUND, "  ");
		holds_values(r.out, row, SIPCODE_F_DESCRIPTION, "  ");
		holds_values(r.out, row, SIPCODE_F_WHEN, "  * ");
		holds_values(r.out, row, SIPCODE_F_FIX, "  * ");
	}
	run_free(&r);
}

static void a_page_has_its_sections_in_order(void **state)
{
	static const struct {
		enum label label;
		const char *before;
	} order[] = {
		{ LABEL_description, "\n\n" }, { LABEL_when, "\n\n" },
		{ LABEL_fix, "\n\n" }, { LABEL_see, "\n" },
		{ LABEL_background, "\n\n" }, { LABEL_facts, "\n\n" },
	};
	struct run r = { 0 };
	const char *at;

	(void)state;
	RUN(&r, "421");
	assert_run(&r, 0, "*", "");
	at = r.out;
	for (size_t i = 0; i < LEN(order); i++) {
		char heading[64];

		snprintf(heading, sizeof(heading), "%s%s", order[i].before,
		         label_text(0, order[i].label));
		at = strstr(at, heading);
		if (at == NULL)
			fail_msg("no section '%s'",
			         label_text(0, order[i].label));
		at += 2;
	}
	run_free(&r);
}

static void a_page_names_its_facts_with_their_sources(void **state)
{
	static const struct check checks[] = {
		{ { "421" }, 0, "*RFC 3261 section 21.4.16*Require: *RFC 3261*"
		  "127 Interworking*", "" },
		{ { "503" }, 0, "*Retry-After: *RFC 3261*41 Temporary "
		  "failure*", "" },
		{ { "202" }, 0, "*deprecated*", "" },
	};

	(void)state;
	CHECK(checks);
}

static void pages_are_parted_by_an_empty_line(void **state)
{
	struct run one = { 0 }, other = { 0 }, both = { 0 };

	(void)state;
	RUN(&one, "421");
	RUN(&other, "4xx");
	RUN(&both, "421", "4xx");
	assert_run(&one, 0, "421 *", "");
	assert_run(&other, 0, "4xx *", "");
	assert_run(&both, 0, "421 *", "");
	assert_int_equal(both.out_len, one.out_len + 1 + other.out_len);
	assert_memory_equal(both.out, one.out, one.out_len);
	assert_string_equal(both.out + one.out_len + 1, other.out);
	run_free(&one);
	run_free(&other);
	run_free(&both);
}

static void a_list_has_a_line_for_every_code_of_the_range(void **state)
{
	static const struct {
		const char *argv[6];
		unsigned long first, last;
		int all;
	} lists[] = {
		{ { "list" }, 100, 699, 0 },
		{ { "list", "-a" }, 100, 699, 1 },
		{ { "list", "4xx" }, 400, 499, 0 },
		{ { "list", "-a", "4XX" }, 400, 499, 1 },
		{ { "list", "480-489" }, 480, 489, 0 },
		{ { "list", "480-485,486", "487-489" }, 480, 489, 0 },
		{ { "list", "421" }, 421, 421, 0 },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(lists); i++) {
		const char *at;

		run_cli(&r, lists[i].argv, NULL);
		assert_run(&r, 0, "*", "");
		at = r.out;
		for (size_t k = 0; k < sipcode_rows(SIPCODE_CODES); k++) {
			const struct sipcode_row *row =
				sipcode_row(0, SIPCODE_CODES, k);
			unsigned long n =
				sipcode_number(row, SIPCODE_F_CODE, 0);
			char line[160];

			if (n < lists[i].first || n > lists[i].last ||
			    (!lists[i].all && row_is(row, SIPCODE_F_STATUS,
			                             "unregistered")))
				continue;
			snprintf(line, sizeof(line), "%lu %s", n,
			         sipcode_text(row, SIPCODE_F_PHRASE, 0));
			assert_int_equal(strncmp(at, line, strlen(line)), 0);
			at += strcspn(at, "\n") + 1;
		}
		assert_string_equal(at, "");
	}
	run_free(&r);
}

static void a_list_of_nothing_is_a_miss(void **state)
{
	static const struct check checks[] = {
		{ { "list", "497" }, 1, "",
		  "sipcode: no code in that range\n" },
		{ { "list", "7xx" }, 2, "",
		  "sipcode: not a class, range or code: "
		  "'7xx'\n" TRY },
		{ { "list", "4xx", "489-480" }, 2, "", "*'489-480'\n" TRY },
		{ { "list", "" }, 2, "", "*''\n" TRY },
		{ { "list", "\033[m" }, 2, "", "*'\\\\x1b\\[m'\n" TRY },
	};

	(void)state;
	CHECK(checks);
}

static void a_search_shows_where_the_words_stand(void **state)
{
	static const struct check checks[] = {
		{ { "search", "busy", "here" }, 0, "486 Busy Here: Busy*",
		  "" },
		{ { "search", "BUSY HERE" }, 0, "486 Busy Here: Busy*", "" },
		{ { "search", "xyzzy" }, 1, "",
		  "sipcode: nothing holds any of the words: 'xyzzy'\n" },
		{ { "search", "busy", "xyzzy" }, 1, "486 Busy Here: *",
		  "sipcode: nothing holds all the words; the best hold 1 of "
		  "2: 'busy xyzzy'\n" },
		{ { "search" }, 2, "", "sipcode: no word given\n" TRY },
		{ { "search", "" }, 2, "", "sipcode: empty operand: ''\n" TRY },
	};

	(void)state;
	CHECK(checks);
}

static void a_cause_is_taken_in_every_form(void **state)
{
	static const struct check checks[] = {
		{ { "cause", "17" }, 0, "cause 17 User busy\n*", "" },
		{ { "cause", "-Fcause", "Q.850;cause=17" }, 0, "17\n", "" },
		{ { "cause", "-Fcause", "Reason: Q.850;cause=17;text=\"User "
		    "busy\"" }, 0, "17\n", "" },
		{ { "cause", "-Fcause", "Q.850 ;cause=16 "
		  ";text=\"Terminated\"" }, 0, "16\n", "" },
		{ { "cause", "-Fcause", "user busy" }, 0, "17\n", "" },
		{ { "cause", "-Fcause", "USER_BUSY" }, 0, "17\n", "" },
		{ { "cause", "-Fcause", "17", "16" }, 0, "17\n16\n", "" },
		{ { "cause", "-Fcause", "17", "9999", "16" }, 1, "17\n16\n",
		  "sipcode: no such cause: '9999'\n" },
		{ { "cause", "user bsy" }, 1, "",
		  "sipcode: no such cause: 'user "
		  "bsy'\nsipcode: did you mean: 'User busy'\n" },
		{ { "cause", "cause=" }, 1, "", "*'cause='\n*" },
		{ { "cause", "17x" }, 1, "", "*'17x'\n*" },
		{ { "cause", "--sip=498" }, 0, "  RFC 3398  To Q.850: 31 "
		  "\\[1]\n*", "" },
		{ { "cause", "--sip=299" }, 1, "", "*" },
		{ { "cause", "--sip=100" }, 1, "",
		  "sipcode: no mapping speaks of "
		  "this code\n" },
	};

	(void)state;
	CHECK(checks);
}

/* RFC 3326 section 2: the number behind SIP is a status code. */
static void a_reason_of_sip_is_no_cause(void **state)
{
	static const struct check checks[] = {
		{ { "cause", "SIP;cause=487;text=\"x\"" }, 1, "", "*" },
		{ { "cause", "Reason: SIP ;cause=600" }, 1, "", "*" },
	};

	(void)state;
	CHECK(checks);
}

static void warnings_and_options_are_looked_up(void **state)
{
	static const struct check checks[] = {
		{ { "warning" }, 0, "300 *\n399 *", "" },
		{ { "warning", "304" }, 0, "warning 304 *", "" },
		{ { "warning", "-Fwarning", "399", "304" }, 0, "399\n304\n",
		  "" },
		{ { "warning", "-Fwarning", "1", "304" }, 1, "304\n",
		  "sipcode: no such warning: '1'\n" },
		{ { "warning", "0304" }, 1, "", "*'0304'\n" },
		{ { "option" }, 0, "100rel: *\ntimer: *", "" },
		{ { "option", "100rel" }, 0, "option 100rel\n*RFC 3262*", "" },
		{ { "option", "-Ftag", "100REL", "path" }, 0, "100rel\npath\n",
		  "" },
		{ { "option", "100rell" }, 1, "", "sipcode: no such option: "
		  "'100rell'\nsipcode: did you mean: '100rel'\n" },
	};

	(void)state;
	CHECK(checks);
}

static void a_listing_has_every_row_of_its_set(void **state)
{
	static const struct {
		const char *command;
		enum sipcode_set set;
	} sets[] = {
		{ "cause", SIPCODE_CAUSES }, { "warning", SIPCODE_WARNINGS },
		{ "option", SIPCODE_OPTIONS }, { "flow", SIPCODE_FLOWS },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(sets); i++) {
		RUN(&r, sets[i].command);
		assert_run(&r, 0, "*", "");
		assert_int_equal(times(r.out, "\n"), sipcode_rows(sets[i].set));
	}
	run_free(&r);
}

static void a_flow_is_shown_for_its_code(void **state)
{
	static const struct check checks[] = {
		{ { "flow", "421" }, 0, "*INVITE*421 *", "" },
		{ { "flow", "extension", "required" }, 0, "*421 *", "" },
		{ { "flow", "497" }, 1, "", "sipcode: no such code: '497'\n" },
		{ { "flow", "xyzzy" }, 1, "",
		  "sipcode: no such code or phrase: "
		  "'xyzzy'\n" },
		{ { "flow", "4xx" }, 1, "", "sipcode: no flow shows this code: "
		  "'4xx'\n" },
	};

	(void)state;
	CHECK(checks);
}

static void the_same_call_gives_the_same_bytes(void **state)
{
	static const char *const calls[][3] = {
		{ "421" }, { "list" }, { "search", "busy" }, { "cause" },
		{ "flow", "486" },
	};
	struct run a = { 0 }, b = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(calls); i++) {
		run_cli(&a, calls[i], NULL);
		run_cli(&b, calls[i], NULL);
		assert_run(&a, 0, "*", "");
		assert_string_equal(a.out, b.out);
		for (size_t k = 0; k < a.out_len; k++)
			assert_true(a.out[k] == '\n' ||
			            (a.out[k] >= ' ' && a.out[k] <= '~'));
	}
	run_free(&a);
	run_free(&b);
}

static void a_column_of_codes_is_read_from_standard_input(void **state)
{
	static const struct program_check checks[] = {
		{ { .argv = { "-F", "code,phrase", "-" },
		    .input = "486\n503\r\n\n486 \n404" }, 0,
		  "486\tBusy Here\n503\tService Unavailable\n486\tBusy Here\n"
		  "404\tNot Found\n", "" },
		/* As typed: what is not found prints nothing. */
		{ { .argv = { "show", "-F", "phrase", "-" },
		    .input = "697\nBusy Here\n-\n4xx\n200\n" }, 1, "OK\n",
		  "sipcode: no such code: '697'\n"
		  "sipcode: not a status code: 'Busy Here'\n"
		  "sipcode: not a status code: '-'\n"
		  "sipcode: not a status code: '4xx'\n" },
		{ { .argv = { "-0qF", "phrase", "-" }, .input = "697\nx\n" },
		  1, "", "" },
		{ { .argv = { "-F", "phrase", "-" },
		    .input = "\037\213\b" }, 2, "", "*zcat | sipcode show'\n" },
		{ { .argv = { "-F", "phrase", "-" }, .in_closed = 1 }, 2, "",
		  "sipcode: <stdin>: Bad file descriptor\n" },
	};

	(void)state;
	CHECK_PROGRAMS(checks);
}

static void a_column_may_come_a_byte_at_a_time(void **state)
{
	static const struct program_check checks[] = {
		{ { .argv = { "-F", "phrase", "-" }, .input = "486\n404\n",
		    .fault = { .call = FAULT_READ, .most = 1 } }, 0,
		  "Busy Here\nNot Found\n", "" },
	};

	(void)state;
	CHECK_PROGRAMS(checks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_page_tells_everything_once_and_in_whole_lines),
		TEST(a_page_has_its_sections_in_order),
		TEST(a_page_names_its_facts_with_their_sources),
		TEST(pages_are_parted_by_an_empty_line),
		TEST(a_list_has_a_line_for_every_code_of_the_range),
		TEST(a_list_of_nothing_is_a_miss),
		TEST(a_search_shows_where_the_words_stand),
		TEST(a_cause_is_taken_in_every_form),
		TEST(a_reason_of_sip_is_no_cause),
		TEST(warnings_and_options_are_looked_up),
		TEST(a_listing_has_every_row_of_its_set),
		TEST(a_flow_is_shown_for_its_code),
		TEST(the_same_call_gives_the_same_bytes),
		TEST(a_column_of_codes_is_read_from_standard_input),
		TEST(a_column_may_come_a_byte_at_a_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
