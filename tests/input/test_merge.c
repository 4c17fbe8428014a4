/* test_merge.c - tallies added up: nothing is lost, and what cannot be added
 * is refused. */
#include "bytes.h"

#include <stdio.h>
#include <string.h>

#include "files.h"
#include "jsonread.h"

#define HEAD "code\tphrase\tcount\tshare\n"
#define BY(key) "code\tphrase\tcount\tshare\t" key "\n"
#define PLAIN HEAD "200\tOK\t7\t77.78\n503\tService Unavailable\t2\t22.22\n"
#define METHODS \
	BY("method") "200\tOK\t5\t100.00\tINVITE\n200\tOK\t1\t9.00\tother\n"
#define HOURS BY("hour") "200\tOK\t3\t100.00\t2026-11-27T21\n"
#define OTHER "a tally by another key cannot be added\n"

struct row {
	const char *first, *second;
	const char *option;
	int status;
	const char *out, *err;
};

static void try_rows(const struct row *rows, size_t n)
{
	const char *folder = folder_new();
	char first[FILE_PATH_MAX + 8], second[FILE_PATH_MAX + 8];
	struct run r = { 0 };

	snprintf(first, sizeof(first), "%s/first", folder);
	snprintf(second, sizeof(second), "%s/second", folder);
	for (size_t i = 0; i < n; i++) {
		folder_write(folder, "first", rows[i].first);
		folder_write(folder, "second", rows[i].second);
		RUN(&r, "tally", "--merge", "-t", rows[i].option, first,
		    second);
		assert_run(&r, rows[i].status, rows[i].out, rows[i].err);
	}
	run_free(&r);
	folder_remove(folder);
}

static void rows_without_a_key_are_of_an_unknown_one(void **state)
{
	static const char methods[] =
		BY("method") "200\tOK\t5\t33.33\tINVITE\n"
		"200\tOK\t1\t6.67\tother\n200\tOK\t7\t46.67\tunknown\n"
		"503\tService Unavailable\t2\t13.33\tunknown\n";
	static const struct row rows[] = {
		{ METHODS, PLAIN, "--color=auto", 0, methods, "" },
		{ PLAIN, METHODS, "--color=auto", 0, methods, "" },
		{ PLAIN, METHODS, "--by=method", 0, methods, "" },
		{ PLAIN, PLAIN, "--by=method", 0,
		  BY("method") "200\tOK\t14\t77.78\tunknown\n"
		  "503\tService Unavailable\t4\t22.22\tunknown\n", "" },
		{ PLAIN, HOURS, "--color=auto", 0,
		  BY("hour") "200\tOK\t3\t25.00\t2026-11-27T21\n"
		  "200\tOK\t7\t58.33\tunknown\n"
		  "503\tService Unavailable\t2\t16.67\tunknown\n", "" },
		{ BY("source") "200\tOK\t3\t100.00\t192.0.2.1\n", PLAIN,
		  "-c2xx", 0, BY("source") "200\tOK\t3\t30.00\t192.0.2.1\n"
		  "200\tOK\t7\t70.00\tunknown\n", "" },
		/* "unknown" may be a phrase. */
		{ BY("sent") "200\tOK\t3\t100.00\tunknown\n", PLAIN, "-c2xx", 0,
		  BY("sent") "200\tOK\t3\t30.00\tunknown\n"
		  "200\tOK\t7\t70.00\t(other)\n", "" },
		/* Without a header only methods are known. */
		{ "200\tOK\t3\t1\tBYE\n", PLAIN, "-c2xx", 0,
		  BY("method") "200\tOK\t3\t30.00\tBYE\n"
		  "200\tOK\t7\t70.00\tunknown\n", "" },
		{ "200\tOK\t3\t1\tx y\n", PLAIN, "--by=phrase", 0,
		  BY("sent") "200\tOK\t3\t25.00\tx y\n"
		  "200\tOK\t7\t58.33\t(other)\n503\t*\t2\t16.67\t(other)\n",
		  "" },
	};

	(void)state;
	try_rows(rows, LEN(rows));
}

static void what_cannot_be_added_is_refused_with_its_place(void **state)
{
	static const struct row rows[] = {
		{ METHODS, HOURS, "-c2xx", 2,
		  BY("method") "200\tOK\t5\t83.33\tINVITE\n"
		  "200\tOK\t1\t16.67\tother\nincomplete\t\t\t\t\n",
		  "sipcode: */second:1: " OTHER },
		{ HOURS, METHODS, "-c2xx", 2,
		  HOURS "incomplete\t\t\t\t\n",
		  "sipcode: */second:1: " OTHER },
		{ METHODS, HOURS, "--by=hour", 2,
		  HOURS "incomplete\t\t\t\t\n",
		  "sipcode: */first:1: " OTHER },
		/* What stands behind a header of its own is read again. */
		{ HOURS METHODS HOURS, "", "-c2xx", 2,
		  BY("hour") "200\tOK\t6\t100.00\t2026-11-27T21\n"
		  "incomplete\t\t\t\t\n", "sipcode: */first:3: " OTHER
		  "sipcode: no tally found: '*/second'\n" },
		{ "code\tphrase\tsummary\tnature\n486\tx\t1\t1\n", PLAIN,
		  "-c2xx", 2, HEAD "200\tOK\t7\t100.00\nincomplete\t\t\t\n",
		  "sipcode: */first:1: not the header of a tally; its lines "
		  "are left out\n" },
		{ BY("agent"), PLAIN, "-c2xx", 2, "*",
		  "sipcode: */first:1: not the header of a tally; *\n" },
		{ BY("phrase"), PLAIN, "-c2xx", 2, "*",
		  "sipcode: */first:1: not the header of a tally; *\n" },
		{ BY("hour\tx"), PLAIN, "-c2xx", 2, "*",
		  "sipcode: */first:1: not the header of a tally; *\n" },
		{ "200\tOK\t1\t1\t2026-11-27T21\n", PLAIN, "-c2xx", 2, "*",
		  "sipcode: */first:1: no header says what it is counted "
		  "by\n" },
		{ HEAD "200\tOK\t1\t1\tINVITE\n", PLAIN, "-c2xx", 2, "*",
		  "sipcode: */first:2: not as its header says\n" },
		{ METHODS "200\tOK\t1\t1\n", PLAIN, "-c2xx", 2, "*",
		  "sipcode: */first:4: not as its header says\n" },
		{ PLAIN "incomplete\t\t\t\n", PLAIN, "-c2xx", 2,
		  HEAD "200\tOK\t14\t100.00\nincomplete\t\t\t\n",
		  "sipcode: */first:4: this tally is incomplete\n" },
	};

	(void)state;
	try_rows(rows, LEN(rows));
}

static void only_the_codes_asked_for_are_added(void **state)
{
	static const struct row rows[] = {
		{ PLAIN, METHODS, "-c5xx", 0,
		  BY("method") "503\tService Unavailable\t2\t100.00\tunknown\n",
		  "" },
		{ PLAIN, "", "-c4xx", 0, HEAD,
		  "sipcode: no tally found: '*/second'\n" },
		{ PLAIN, PLAIN, "--fail-if=503>3", 1, HEAD "200*",
		  "sipcode: the rule holds: '503>3'\n" },
	};

	(void)state;
	try_rows(rows, LEN(rows));
}

static void the_sums_agree_in_every_format(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, METHODS PLAIN, "tally", "--merge", "-j");
	assert_run(&r, 0, "*", "");
	assert_json(r.out, r.out_len);
	assert_json_at(r.out, "total", "15");
	assert_json_at(r.out, "incomplete", "false");
	assert_json_at(r.out, "codes.0.count", "13");
	assert_json_at(r.out, "codes.0.methods.0.count", "5");
	assert_json_at(r.out, "codes.0.methods.1.method", "\"other\"");
	assert_json_at(r.out, "codes.0.methods.2.method", "\"unknown\"");
	assert_json_at(r.out, "codes.0.methods.2.count", "7");
	RUN_TEXT(&r, METHODS PLAIN, "tally", "--merge");
	assert_run(&r, 0, "15 lines*\nINVITE\n  200 OK  5  33.33 %\n*"
	           "\nunknown\n  200 OK  7  46.67 %\n  503 *", "");
	run_free(&r);
}

/* A line longer than any buffer is one line, and no line of a tally. */
static void a_very_long_line_is_one_that_is_none(void **state)
{
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	bytes_str(&b, HEAD "200\tOK\t1\t1\n");
	bytes_fill(&b, '\t', 700000);
	bytes_str(&b, "\n486 x\n404\t\t1\t1\n");
	RUN_BYTES(&r, b.s, b.n, "tally", "--merge", "-t");
	assert_run(&r, 2, HEAD "200\tOK\t1\t50.00\n404\tNot Found\t1\t50.00\n"
	           "incomplete\t\t\t\n",
	           "sipcode: *:3: not a line of a tally in tsv\n"
	           "sipcode: *:4: not a line of a tally in tsv\n");
	run_free(&r);
	bytes_free(&b);
}

#define MESSAGE(stamp, from, code, phrase, method) \
	stamp " " from ":5060 -> 192.0.2.9:5060\nSIP/2.0 " code " " phrase \
	"\r\nCSeq: 1 " method "\r\n\r\n\n"

/* A log cut between its messages makes the same tally, whatever the order of
 * its parts and whatever it is counted by. */
static void parts_make_the_whole_by_every_key(void **state)
{
	static const char *const messages[] = {
		MESSAGE("2026/11/27 21:54:26.1", "192.0.2.1", "200", "OK",
		        "INVITE"),
		MESSAGE("2026/11/27 22:54:26.1", "192.0.2.2", "486",
		        "Busy\\t\t\\", "INVITE"),
		MESSAGE("Nov 27 22:54:26", "[2001:db8::1]", "200", "Okay",
		        "BYE"),
		"\nSIP/2.0 200 (other)\n\n",
		"\"SIP/2.0 603 \xff\xfe ...\n",
		("\nSIP/2.0 603 0123456789012345678901234567890123456789"
		 "0123456789012345678901234567890123456789 and more\n"),
	};
	static const char *const keys[] = { "--by=method", "--by=hour",
		                            "--by=source", "--by=phrase",
		                            "--color=auto" };
	static const char *const formats[] = { "-t", "-j", "-ftext" };
	struct bytes all = { 0 }, parts = { 0 };
	struct run whole = { 0 }, r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(messages); i++)
		bytes_str(&all, messages[i]);
	for (size_t k = 0; k < LEN(keys); k++) {
		parts.n = 0;
		for (size_t i = LEN(messages); i-- > 0;) {
			RUN_TEXT(&r, messages[i], "tally", "-t", keys[k]);
			assert_run(&r, 0, "*", "");
			bytes_fill(&parts, '\n', 1);
			for (size_t n = 0; n < r.out_len; n++)
				bytes_fill(&parts, r.out[n], 1);
		}
		for (size_t f = 0; f < LEN(formats); f++) {
			/* Phrases are lost without a column of theirs. */
			if (f > 0 && k != 3)
				break;
			RUN_BYTES(&whole, all.s, all.n, "tally", formats[f],
			          keys[k]);
			assert_run(&whole, 0, "*", "");
			RUN_BYTES(&r, parts.s, parts.n, "tally", formats[f],
			          "--merge");
			assert_run(&r, 0, "*", "");
			assert_string_equal(r.out, whole.out);
		}
	}
	run_free(&whole);
	run_free(&r);
	bytes_free(&all);
	bytes_free(&parts);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(rows_without_a_key_are_of_an_unknown_one),
		TEST(what_cannot_be_added_is_refused_with_its_place),
		TEST(only_the_codes_asked_for_are_added),
		TEST(the_sums_agree_in_every_format),
		TEST(a_very_long_line_is_one_that_is_none),
		TEST(parts_make_the_whole_by_every_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
