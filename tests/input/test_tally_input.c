/* test_tally_input.c - tallies of logs of any kind: in pieces, added up, with
 * any bytes in them, unreadable. */
#include "bytes.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "files.h"
#include "jsonread.h"
#include "io/log.h"

#define HEAD "code\tphrase\tcount\tshare\n"
#define INCOMPLETE "incomplete\t\t\t\n"

static void path(char *s, size_t size, const char *folder, const char *name)
{
	snprintf(s, size, "%s/%s", folder, name);
}

static void a_split_log_adds_up_to_the_whole(void **state)
{
	static const char log[] =
		"SIP/2.0 100 Trying\r\nVia: SIP/2.0/UDP h\r\n\r\n"
		"x SIP/2.0 486 Busy Here.\n\n\nSIP/2.0 200 OK\n"
		"Got SIP response 486 \"Busy Here\" back\nBYE sip:a SIP/2.0\n"
		"SIP/2.0 498 Mine\nSIP/2.0 200 OK\n|  SIP/2.0 404 x  |\n"
		";code=603;reason=Decline;\nSIP/2.0 200 OK SIP/2.0 404 x\nend";
	struct run whole = { 0 }, r = { 0 };
	char front[600], back[600];
	const char *folder = folder_new();

	(void)state;
	path(front, sizeof(front), folder, "front");
	path(back, sizeof(back), folder, "back");
	RUN_TEXT(&whole, log, "tally", "-t");
	assert_run(&whole, 0, HEAD "100*", "");
	for (size_t i = 0; i < sizeof(log); i++) {
		if (i > 0 && log[i - 1] != '\n')
			continue;
		RUN_BYTES(&r, log, i, "tally", "-t");
		folder_write(folder, "front", r.out);
		RUN_BYTES(&r, log + i, sizeof(log) - 1 - i, "tally", "-t");
		folder_write(folder, "back", r.out);
		RUN(&r, "tally", "-t", "--merge", front, back);
		assert_run(&r, 0, "*", "");
		assert_string_equal(r.out, whole.out);
	}
	run_free(&whole);
	run_free(&r);
	folder_remove(folder);
}

static void tallies_are_added_up(void **state)
{
	static const struct {
		const char *tally;
		int status;
		const char *out, *err;
	} rows[] = {
		{ HEAD "486\tBusy Here\t3\t1.00\n" HEAD "486\t\t4\t\n"
		  "200\tx\t7\t", 0,
		  HEAD "200\tOK\t7\t50.00\n486\tBusy Here\t7\t50.00\n", "" },
		{ "486\tBusy\t999999999999999\t1\r\n\r\n", 0,
		  HEAD "486\tBusy Here\t999999999999999\t100.00\n", "" },
		{ "486\tx\t1\t1\tINVITE\n486\tx\t2\t1\tBYE\n"
		  "486\tx\t1\t1\tBYE\n", 0,
		  "code\tphrase\tcount\tshare\tmethod\n"
		  "486\tBusy Here\t1\t25.00\tINVITE\n"
		  "486\tBusy Here\t3\t75.00\tBYE\n", "" },
		{ HEAD "486\tx\t1\t1\n486 x 1 1\n\n7\tx\t1\t1\n486\tx\t1\t1\n",
		  2, HEAD "486\tBusy Here\t2\t100.00\n" INCOMPLETE,
		  "sipcode: <stdin>:3: not a line of a tally in tsv\n"
		  "sipcode: <stdin>:5: not a line of a tally in tsv\n" },
		{ "486\tx\t1\n486\tx\t1\t1\tINVITE\t6\n486\tx\t-1\t1\n"
		  "700\tx\t1\t1\n099\tx\t1\t1\n486\tx\t\t1\n", 2,
		  HEAD INCOMPLETE,
		  "sipcode: <stdin>:1: *:2: *:3: *:4: *:5: *" },
		{ HEAD, 0, HEAD, "" },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		run_cli(&r, (const char *const[]){ "tally", "-t", "--merge",
		                                   NULL }, rows[i].tally);
		assert_run(&r, rows[i].status, rows[i].out, rows[i].err);
	}
	run_free(&r);
}

static void what_cannot_be_read_is_named_and_the_rest_counted(void **state)
{
	static const char *const formats[] = { "-ftext", "-j", "-t" };
	const char *folder = folder_new();
	struct run r = { 0 };
	char log[600], none[600];

	(void)state;
	folder_write(folder, "log", "SIP/2.0 200 OK\n");
	path(log, sizeof(log), folder, "log");
	path(none, sizeof(none), folder, "none\033");
	RUN(&r, "tally", "-t", log, folder, log);
	assert_run(&r, 2, HEAD "200\tOK\t2\t100.00\n" INCOMPLETE,
	           "sipcode: /*: Is a directory\n");
	RUN(&r, "tally", "-t", none, log);
	assert_run(&r, 2, HEAD "200\tOK\t1\t100.00\n" INCOMPLETE,
	           "sipcode: /*/none\\\\x1b: No such file or directory\n");
	RUN(&r, "tally", none, log);
	assert_run(&r, 2, "1 line that holds a response\nIncomplete: *\n\n2xx*",
	           "sipcode: /*/none*\n");
	RUN(&r, "tally", "-j", none, log);
	assert_run(&r, 2, "*\"incomplete\":true,*", "sipcode: /*/none*\n");
	RUN(&r, "tally", "-j", log);
	assert_run(&r, 0, "*\"incomplete\":false,*", "");
	/* Where nothing could be read, nothing looks like an answer. */
	for (size_t i = 0; i < LEN(formats); i++) {
		RUN(&r, "tally", formats[i], none);
		assert_run(&r, 2, "", "sipcode: /*/none*\n");
		RUN(&r, "tally", formats[i], folder, "--fail-if=total<1");
		assert_run(&r, 2, "", "sipcode: /*: Is a directory\n");
		RUN(&r, "tally", formats[i], "--column", folder);
		assert_run(&r, 2, "", "sipcode: /*: Is a directory\n");
		RUN(&r, "tally", formats[i], "--merge", folder);
		assert_run(&r, 2, "", "sipcode: /*: Is a directory\n");
		RUN(&r, "tally", formats[i], "");
		assert_run(&r, 2, "", "sipcode: empty operand: ''\n" TRY);
	}
	run_free(&r);
	folder_remove(folder);
}

static void a_log_that_opens_and_cannot_be_read_is_named(void **state)
{
	const char *folder = folder_new();
	struct run r = { 0 };
	char log[600];

	(void)state;
	/* Its first page is never there. */
	if (access("/proc/self/mem", R_OK) != 0)
		skip_without("/proc");
	folder_write(folder, "log", "SIP/2.0 200 OK\n");
	path(log, sizeof(log), folder, "log");
	RUN(&r, "tally", "-t", "/proc/self/mem", log);
	assert_run(&r, 2, HEAD "200\tOK\t1\t100.00\n" INCOMPLETE,
	           "sipcode: /proc/self/mem: Input/output error\n");
	run_free(&r);
	folder_remove(folder);
}

static void any_bytes_may_stand_in_a_log(void **state)
{
	static const char log[] =
		"\0\0SIP/2.0 486 Busy Here\0\n\377\376SIP/2.0 486 \300\200\n"
		"\200SIP/2.0 486 a\ab\033[2J\nSIP/2.0 486\0x\n\0\n\0";
	struct run r = { 0 };

	(void)state;
	RUN_BYTES(&r, log, sizeof(log) - 1, "tally", "-t");
	assert_run(&r, 0, HEAD "486\tBusy Here\t4\t100.00\n", "");
	RUN_BYTES(&r, log, sizeof(log) - 1, "tally", "-j");
	assert_run(&r, 0, "*", "");
	assert_json(r.out, r.out_len);
	assert_int_equal(strlen(r.out), r.out_len);
	RUN_BYTES(&r, log, sizeof(log) - 1, "tally");
	assert_run(&r, 0, "4 *", "");
	assert_holds(r.out, "\"a\\x07b\"");
	assert_holds(r.out, "\"\\xc0\\x80\"");
	for (size_t i = 0; i < r.out_len; i++)
		if (r.out[i] != '\n')
			assert_in_range(r.out[i], ' ', '~');
	run_free(&r);
}

/* A log in which a line begins at the place: before it one long line or many
 * short ones. */
static void place(struct bytes *b, size_t at, size_t width)
{
	b->n = 0;
	while (b->n + width + 1 <= at) {
		bytes_fill(b, 'x', width);
		bytes_fill(b, '\n', 1);
	}
	bytes_fill(b, 'x', at - b->n);
}

/* Where the buffer has its seams. */
static const size_t seams[] = { LOG_BUFFER, LOG_BUFFER - LOG_AHEAD };

static void a_response_counts_wherever_the_buffer_ends(void **state)
{
	static const size_t widths[] = { 100, LOG_BUFFER * 2 };
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	for (size_t w = 0; w < LEN(widths); w++)
		for (size_t k = 0; k < LEN(seams); k++)
			for (size_t i = 0; i < 36; i++) {
				place(&b, seams[k] - 30 + i, widths[w]);
				bytes_str(&b, "SIP/2.0 486 Busy Here\"");
				bytes_fill(&b, 'x', 40000);
				bytes_str(&b, "\nSIP/2.0 200 OK\n");
				RUN_BYTES(&r, b.s, b.n, "tally", "-j");
				assert_run(&r, 0, "*", "");
				assert_json_at(r.out, "total", "2");
				assert_json_at(r.out, "codes.0.count", "1");
				assert_json_at(r.out, "codes.1.code", "486");
				assert_int_equal(json_len(r.out, "odd_phrases"),
				                 0);
			}
	run_free(&r);
	bytes_free(&b);
}

static void a_method_is_seen_wherever_the_buffer_ends(void **state)
{
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	for (size_t k = 0; k < LEN(seams); k++)
		for (size_t i = 0; i < 60; i++) {
			place(&b, seams[k] - 50 + i, 100);
			bytes_str(&b, "\nSIP/2.0 486 Busy Here\r\nVia: x\r\n"
			          "CSeq: 1 INVITE\r\n");
			bytes_fill(&b, 'x', 9000);
			RUN_BYTES(&r, b.s, b.n, "tally", "-t", "--by=method");
			assert_run(&r, 0, "code\t*\n486\tBusy Here\t1\t100.00\t"
			           "INVITE\n", "");
		}
	run_free(&r);
	bytes_free(&b);
}

/* What stands above a status line is in sight where a new run begins with
 * it: as far as the header fields of a NOTIFY may reach. */
static void what_stands_above_is_seen_wherever_the_buffer_ends(void **state)
{
	static const struct {
		const char *before;
		size_t fill;
		const char *behind, *total, *name;
	} rows[] = {
		{ "\nNOTIFY sip:a SIP/2.0\nContent-Type: message/sipfrag\nX: ",
		  3900, "\n\n", "1", "sipfrag_not_counted" },
		{ "\nUnexpected UDP message received:", 0, "\n\n", "2",
		  "sipp_unexpected_again" },
	};
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	for (size_t k = 0; k < LEN(rows); k++)
		for (size_t i = 1; i < 22; i++) {
			place(&b, LOG_BUFFER - i - strlen(rows[k].before) -
			          rows[k].fill - strlen(rows[k].behind), 100);
			bytes_str(&b, rows[k].before);
			bytes_fill(&b, 'x', rows[k].fill);
			bytes_str(&b, rows[k].behind);
			assert_int_equal(b.n, LOG_BUFFER - i);
			bytes_str(&b, "SIP/2.0 486 Busy Here\n"
			              "SIP/2.0 200 OK\n");
			RUN_BYTES(&r, b.s, b.n, "tally", "-j");
			assert_run(&r, 0, "*", "");
			assert_json_at(r.out, "total", rows[k].total);
			assert_json_at(r.out, rows[k].name, "1");
		}
	run_free(&r);
	bytes_free(&b);
}

static void a_long_line_counts_once(void **state)
{
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		bytes_fill(&b, 'x', LOG_BUFFER);
		bytes_str(&b, " SIP/2.0 486 Busy Here\"");
	}
	bytes_str(&b, "\nSIP/2.0 200 OK");
	RUN_BYTES(&r, b.s, b.n, "tally", "-t");
	assert_run(&r, 0, HEAD "200\tOK\t1\t50.00\n486\tBusy Here\t1\t50.00\n",
	           "");
	run_free(&r);
	bytes_free(&b);
}

/* Below 10^15 all sums and shares are right; beyond it nothing is added. */
static void counts_add_up_to_a_limit_and_no_further(void **state)
{
	static const struct {
		const char *tally;
		int status;
		const char *out, *err;
	} rows[] = {
		{ "486\t\t999999999999999\t\n", 0,
		  HEAD "486\tBusy Here\t999999999999999\t100.00\n", "" },
		{ "486\t\t999999999999999\t\n600\t\t1\t\n", 2,
		  HEAD "486\tBusy Here\t999999999999999\t100.00\n" INCOMPLETE,
		  "sipcode: *:2: the counts together are too large\n" },
		{ "486\t\t1000000000000000\t\n", 2, HEAD INCOMPLETE,
		  "sipcode: *:1: the counts together are too large\n" },
		{ "486\t\t5000000000\t\n600\t\t5000000000\t\n", 0,
		  HEAD "486\tBusy Here\t5000000000\t50.00\n"
		  "600\tBusy Everywhere\t5000000000\t50.00\n", "" },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		RUN_TEXT(&r, rows[i].tally, "tally", "-t", "--merge");
		assert_run(&r, rows[i].status, rows[i].out, rows[i].err);
	}
	run_free(&r);
}

static void a_gate_holds_for_any_count_and_limit(void **state)
{
	static const char tally[] = "486\t\t999999999999999\t\n";
	static const struct {
		const char *rule;
		int status;
	} rules[] = {
		{ "4xx>=100%", 1 }, { "4xx>99%", 1 },
		{ "4xx>100%", 0 },  { "4xx>=101%", 0 },
		{ "4xx>=999999999%", 0 }, { "4xx>999999999", 1 },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rules); i++) {
		RUN_TEXT(&r, tally, "tally", "-q", "--merge", "--fail-if",
		         rules[i].rule);
		assert_run(&r, rules[i].status, "", "");
	}
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_split_log_adds_up_to_the_whole),
		TEST(tallies_are_added_up),
		TEST(what_cannot_be_read_is_named_and_the_rest_counted),
		TEST(a_log_that_opens_and_cannot_be_read_is_named),
		TEST(any_bytes_may_stand_in_a_log),
		TEST(a_response_counts_wherever_the_buffer_ends),
		TEST(a_method_is_seen_wherever_the_buffer_ends),
		TEST(what_stands_above_is_seen_wherever_the_buffer_ends),
		TEST(a_long_line_counts_once),
		TEST(counts_add_up_to_a_limit_and_no_further),
		TEST(a_gate_holds_for_any_count_and_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
