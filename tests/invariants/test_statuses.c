/* test_statuses.c - the exit statuses as the manual has them, in each format,
 * and -q, which changes none of them and prints nothing. */
#include "calls.h"

#include <string.h>


static const char good[] =
	"SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK1\r\n"
	"From: <sip:a>;tag=1\r\nTo: <sip:b>;tag=2\r\nCall-ID: x\r\n"
	"CSeq: 1 BYE\r\nContent-Length: 0\r\n\r\n";
static const char bad[] =
	"SIP/2.0 486 Busy Here\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK1\r\n"
	"From: <sip:a>;tag=1\r\nTo: <sip:b>\r\nCall-ID: x\r\n"
	"CSeq: 1 INVITE\r\nContent-Length: 0\r\n\r\n";
static const char request[] =
	"BYE sip:b@x SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK1\r\n"
	"From: <sip:a>;tag=1\r\nTo: <sip:b>;tag=2\r\nCall-ID: x\r\n"
	"CSeq: 1 BYE\r\nContent-Length: 0\r\n\r\n";

static const struct {
	int status;
	const char *word[6];
	const char *input;
} rows[] = {
	/* All that was asked for was found. */
	{ 0, { "486" }, "" },
	{ 0, { "show", "486", "busy here", "Q.850;cause=17" }, "" },
	{ 0, { "compare", "480", "486" }, "" },
	{ 0, { "list", "4xx" }, "" },
	{ 0, { "search", "busy" }, "" },
	{ 0, { "cause", "17" }, "" },
	{ 0, { "warning", "304" }, "" },
	{ 0, { "flow", "486" }, "" },
	{ 0, { "check" }, good },
	{ 0, { "check", "--ignore=no-to-tag" }, bad },
	{ 0, { "explain" }, good },
	{ 0, { "explain" }, bad },
	{ 0, { "tally" }, bad },
	{ 0, { "tally", "--fail-if=5xx>0" }, bad },
	{ 0, { "tally" }, "" },
	{ 0, { "tally", "--merge" }, "code\tphrase\tcount\tshare\n" },
	/* Not found, only guessed, or of several records. */
	{ 1, { "498" }, "" },
	{ 1, { "486", "498" }, "" },
	{ 1, { "busi" }, "" },
	{ 1, { "nothing at all of that" }, "" },
	{ 1, { "cause", "9999" }, "" },
	{ 1, { "warning", "1" }, "" },
	{ 1, { "option", "nope" }, "" },
	{ 1, { "header", "Nope-Nope" }, "" },
	{ 1, { "compare", "486", "498" }, "" },
	{ 1, { "search", "zzqqyy" }, "" },
	{ 1, { "list", "498" }, "" },
	/* Errors and warnings, and nothing that could have any. */
	{ 1, { "check" }, bad },
	{ 1, { "check", "--errors-only" }, bad },
	{ 1, { "check" }, "" },
	{ 1, { "check" }, request },
	{ 1, { "explain" }, "" },
	{ 1, { "explain" }, request },
	{ 1, { "tally", "--fail-if=4xx>0" }, bad },
	{ 1, { "tally", "--fail-if=total<1" }, "" },
	/* Wrong usage, and input that cannot be read; it outranks 1. */
	{ 2, { "" }, "" },
	{ 2, { "--nope" }, "" },
	{ 2, { "486", "--width=x" }, "" },
	{ 2, { "486", "--lang=xx" }, "" },
	{ 2, { "486", "--by=method" }, "" },
	{ 2, { "498", "" }, "" },
	{ 2, { "486", "--field=nope" }, "" },
	{ 2, { "486", "--field=tag" }, "" },
	{ 2, { "list", "9xx" }, "" },
	{ 2, { "compare" }, "" },
	{ 2, { "search" }, "" },
	{ 2, { "help", "nope" }, "" },
	{ 2, { "tally", "--fail-if=5xx>1%" }, "" },
	{ 2, { "tally", "--by=nope" }, "" },
	{ 2, { "tally", "--fail-if=4xx>0", "/nope" }, "" },
	{ 2, { "explain", "/nope" }, bad },
	{ 2, { "check", "/nope", "-" }, bad },
	{ 2, { "annotate", "/nope" }, "" },
	{ 2, { "annotate", "--style=nope" }, "" },
	{ 2, { "tally", "--merge" }, "no tally\n" },
};

/* Not all calls have other formats. */
static int has_format(const char *word)
{
	return strcmp(word, "annotate") != 0 && strcmp(word, "help") != 0;
}

static void a_status_is_as_the_manual_says(void **state)
{
	static const char *const options[] = { "--lang=en", "--lang=vi",
		                               "--color=always", "--quiet",
		                               "--json", "--tsv",
		                               "--format=markdown" };
	static struct told t;
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < LEN(rows) * LEN(options); i++) {
		size_t row = i / LEN(options);
		const char *option = options[i % LEN(options)];
		struct call c = { .n = 0 };
		int quiet = strcmp(option, "--quiet") == 0, ill;

		if (i % LEN(options) > 3 && !has_format(rows[row].word[0]))
			continue;
		call_add(&c, option);
		call_words(&c, rows[row].word);
		tell(&t, &c, rows[row].input, strlen(rows[row].input));
		/* Trouble is always told. */
		ill = t.status != rows[row].status ||
		      (quiet && t.out_len > 0) ||
		      (quiet && t.status < 2 && t.err_len > 0) ||
		      (t.status == 2 &&
		       strncmp(t.err, "sipcode: ", 9) != 0);
		wrong += (size_t)ill;
		if (ill)
			print_error("%s: %d, not %d: %s%s\n", call_text(&c),
			            t.status, rows[row].status, t.out, t.err);
	}
	told_free(&t);
	assert_int_equal(wrong, 0);
}

/* Without any operand there is a short help. */
static void nothing_is_trouble(void **state)
{
	static struct told t;
	struct call c = { .n = 0 };

	(void)state;
	tell(&t, &c, "", 0);
	assert_int_equal(t.status, 2);
	assert_string_equal(t.out, "");
	assert_non_null(strstr(t.err, "usage: sipcode"));
	told_free(&t);
}

static void output_that_fails_is_trouble(void **state)
{
	static const struct program_check checks[] = {
		{ { .argv = { "486" }, .out = OUT_FULL }, 2, "",
		  "sipcode: write error: *\n" },
		{ { .argv = { "486" }, .out = OUT_CLOSED }, 2, "",
		  "sipcode: write error: *\n" },
		{ { .argv = { "498" }, .out = OUT_FULL }, 2, "", "*write error*" },
		{ { .argv = { "-q", "486" }, .out = OUT_FULL }, 0, "", "" },
		{ { .argv = { "486" }, .out = OUT_BROKEN }, 141, "", "" },
		{ { .argv = { "486" }, .out = OUT_BROKEN, .ignore_pipe = 1 }, 2,
		  "", "sipcode: write error: *\n" },
	};

	(void)state;
	CHECK_PROGRAMS(checks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_status_is_as_the_manual_says),
		TEST(nothing_is_trouble),
		TEST(output_that_fails_is_trouble),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
