/* test_build.c - the bounds of what is a line of a message, of its body, and
 * of what a log has left out. */
#include "gathered.h"

#include <stdio.h>
#include <string.h>

#include "wire/build.h"

#define LINE "SIP/2.0 486 Busy Here"
#define THREE "Via: x\nFrom: y\nTo: z\n"

static const struct gathered_log logs[] = {
	{ "three of the fields that every message has are missing",
	  LINE "\nVia: x\nFrom: y\n\n" LINE "\nTo: x\nCSeq: 1 BYE\nz: y\n\n"
	  LINE "\nTo: x\nCSeq: 1 BYE\nCall-ID: y\n\n"
	  LINE "\nFrom: x\nCall-ID: y\nVia: z\n\n",
	  LINE "\nVia: x\nFrom: y\n\n<garbled>\n"
	  LINE "\nTo: x\nCSeq: 1 BYE\nz: y\n\n<garbled>\n"
	  LINE "\nTo: x\nCSeq: 1 BYE\nCall-ID: y\n\n<whole>\n"
	  LINE "\nFrom: x\nCall-ID: y\nVia: z\n\n<whole>\n" },
	{ "a length of nine digits, and one of ten",
	  LINE "\r\nContent-Length: 000000003\r\n\r\nabc" LINE "\r\n"
	  "Content-Length: 0000000003\r\n\r\nabc\r\n",
	  LINE "\nContent-Length: 000000003\n\n--abc<whole>\n"
	  LINE "\nContent-Length: 0000000003\n\n<whole>\n" },
	{ "a body of a type whose length is no number",
	  LINE "\r\nc: a/b\r\nl: 3x\r\n\r\nabc\r\n",
	  LINE "\nc: a/b\nl: 3x\n\n--abc\r\n<whole>\n" },
	{ "a last line without an end", LINE "\nTo: y",
	  LINE "\nTo: y\n<cut>\n" },
	{ "two returns before each feed",
	  "{\"m\":\"" LINE "\\r\\r\\nTo: y\\r\\r\\nCSeq: 1 BYE\\r\\r\\n\"}\n",
	  LINE "\nTo: y\nCSeq: 1 BYE\n<cut>\n" },
	{ "a feed alone behind a line end",
	  "{\"m\":\"" LINE "\\r\\nl: 1\\r\\n\\nab\"}\n",
	  LINE "\nl: 1\n\n--a<garbled>\n" },
	{ "a text behind an escaped quote",
	  "{\"l\":\"{\\\"m\\\":\\\"got " LINE "\\\\r\\\\nTo: \\\\\\\"y\\\\\\\" "
	  "<a>\\\\r\\\\n\\\"}\\n\"}\n",
	  LINE "\nTo: \"y\" <a>\n<cut>\n" },
	{ "marks that are no line ends",
	  "SIP/2.0 486 a&b #1 ^N %0E . b<br>To: y<br>CSeq: 1 BYE<br>\n",
	  "SIP/2.0 486 a&b #1 ^N %0E . b\nTo: y\nCSeq: 1 BYE\n<cut>\n" },
	{ "percent signs and carets that are no line ends",
	  "SIP/2.0 486 a^b&c#d<e%0D%0ATo: y%0D%0ACSeq: 1 BYE%0D%0A\n",
	  "SIP/2.0 486 a^b&c#d<e\nTo: y\nCSeq: 1 BYE\n<cut>\n" },
	{ "an empty length", LINE "\r\nContent-Length:\r\n\r\nabc\r\n",
	  LINE "\nContent-Length:\n\n<whole>\n" },
	{ "a body whose lines have lost their returns",
	  LINE "\n" THREE "Content-Length: 6\n\na\nb\nc\n",
	  LINE "\n" THREE "Content-Length: 6\n\n--a\nb\n<whole>\n" },
	{ "a body that ends within a line",
	  LINE "\n" THREE "Content-Length: 7\n\na\nb\nc\n",
	  LINE "\n" THREE "Content-Length: 7\n\n--a\nb\nc<whole>\n" },
	{ "a body whose lines have them",
	  LINE "\r\nl: 6\r\n\r\na\r\nb\r\nc\r\n",
	  LINE "\nl: 6\n\n--a\r\nb\r\n<whole>\n" },
	{ "a body whose lines end in a feed alone",
	  LINE "\r\nl: 6\r\n\r\na\nb\nc\nd\n",
	  LINE "\nl: 6\n\n--a\nb\nc\n<whole>\n" },
	{ "a fragment in the body",
	  "NOTIFY sip:a SIP/2.0\r\nc: message/sipfrag\r\nl: 22\r\n\r\n"
	  "SIP/2.0 100 Trying\r\na\r\n",
	  "NOTIFY sip:a SIP/2.0\nc: message/sipfrag\nl: 22\n\n"
	  "--SIP/2.0 100 Trying\r\na\r<whole>\n" },
	{ "a start line in a body of another type",
	  "NOTIFY sip:a SIP/2.0\r\nc: text/sipfrag\r\nl: 22\r\n\r\n"
	  "SIP/2.0 100 Trying\r\na\r\n",
	  "NOTIFY sip:a SIP/2.0\nc: text/sipfrag\nl: 22\n\n<body cut>\n"
	  "SIP/2.0 100 Trying\n<cut>\n" },
	{ "a body of several parts",
	  "NOTIFY sip:a SIP/2.0\r\nc: multipart/x\r\nl: 22\r\n\r\n"
	  "SIP/2.0 100 Trying\r\na\r\n",
	  "NOTIFY sip:a SIP/2.0\nc: multipart/x\nl: 22\n\n"
	  "--SIP/2.0 100 Trying\r\na\r<whole>\n" },
	{ "a number that is no time",
	  LINE "\r\nTo: y\r\nx 10:\r\nz: 1\r\n\r\n"
	  LINE "\r\nTo: y\r\nx a0:0\r\n\r\n"
	  LINE "\r\nTo: y\r\nx 1a:0\r\n\r\n"
	  LINE "\r\nTo: y\r\nx 10:a\r\n\r\n",
	  LINE "\nTo: y\nx 10:\nz: 1\n\n<whole>\n"
	  LINE "\nTo: y\nx a0:0\n\n<whole>\n"
	  LINE "\nTo: y\nx 1a:0\n\n<whole>\n"
	  LINE "\nTo: y\nx 10:a\n\n<whole>\n" },
	{ "a time in a line of the log",
	  LINE "\r\nTo: y\r\nx 10:0\r\nz: 1\r\n\r\n",
	  LINE "\nTo: y\nz: 1\n\n<whole>\n" },
	{ "a line that begins with a mark of a value",
	  LINE "\r\nTo: y\r\n<x>\r\nz: 1\r\n\r\n"
	  LINE "\r\nTo: y\r\n;x\r\nz: 1\r\n\r\n"
	  LINE "\r\nTo: y\r\n=x\r\nz: 1\r\n\r\n",
	  LINE "\nTo: y\n<x>\nz: 1\n\n<whole>\n"
	  LINE "\nTo: y\n;x\nz: 1\n\n<whole>\n"
	  LINE "\nTo: y\nz: 1\n\n<whole>\n" },
	{ "lines of the log among others behind a bracket",
	  "> " LINE "\n> Via: x\n[1] a\n> To: y\n> CSeq: 1 BYE\n>\n"
	  "> " LINE "\n> Via: x\na word\n> To: y\n> CSeq: 1 BYE\n>\n"
	  "> " LINE "\n> Via: x\n[1] a\n[2] b\n> To: y\n> CSeq: 1 BYE\n>\n",
	  LINE "\nVia: x\nTo: y\nCSeq: 1 BYE\n\n<whole>\n"
	  LINE "\nVia: x\nTo: y\nCSeq: 1 BYE\n\n<garbled>\n"
	  LINE "\nVia: x\n<cut>\n" },
	{ "a line before the first field, and two",
	  LINE "\nx y\nVia: x\nTo: y\nCSeq: 1 BYE\n\n"
	  LINE "\nx y\nz\nVia: x\nTo: y\nCSeq: 1 BYE\n\n",
	  LINE "\nVia: x\nTo: y\nCSeq: 1 BYE\n\n<whole>\n" LINE "\n<cut>\n" },
	{ "a fold, and blanks at the front",
	  LINE "\r\nSubject: a\r\n b\r\n \r\nz: 1\r\n\r\n"
	  LINE "\n" THREE " \nz: 1\n",
	  LINE "\nSubject: a\n b\n \nz: 1\n\n<whole>\n"
	  LINE "\n" THREE " \n<whole>\n" },
};

static void messages_have_bounds(void **state)
{
	(void)state;
	check_logs(logs, LEN(logs));
}

/* A time in a line may stand so far in. */
static void a_time_is_near_the_front(void **state)
{
	(void)state;
	for (size_t at = 36; at <= 38; at++) {
		struct bytes log = { 0 }, b = { 0 };

		bytes_str(&log, LINE "\r\nTo: y\r\nx ");
		bytes_fill(&log, '.', at - 2);
		bytes_str(&log, "10:00\r\nz: 1\r\n\r\n");
		gather_bytes(&b, log.s, log.n, 0);
		assert_int_equal(strstr(b.s, "10:00") == NULL, at < 38);
		assert_non_null(strstr(b.s, "z: 1\n\n<whole>\n"));
		bytes_free(&log);
		bytes_free(&b);
	}
}

/* What becomes of a line that is no field goes by the length of the field
 * above and of the longest one. */
static void wrapped_lines_go_by_their_length(void **state)
{
	enum what { KEPT, LOST, JOINED };
	static const struct {
		size_t longest, last, word;
		enum what what;
	} rows[] = {
		{ 0, 50, 8, KEPT },    { 0, 50, 9, LOST },
		{ 0, 57, 1, KEPT },    { 0, 58, 1, LOST },
		{ 0, 59, 1, LOST },    { 0, 60, 1, JOINED },
		{ 60, 60, 1, JOINED }, { 61, 60, 1, LOST },
		{ 59, 60, 1, JOINED }, { 70, 12, 1, KEPT },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct bytes log = { 0 }, b = { 0 };
		char word[16] = "wwwwwwwwwwwwww";
		char kept[32], joined[32];
		enum what what;

		word[rows[i].word] = '\0';
		bytes_str(&log, LINE "\r\n");
		if (rows[i].longest > 0) {
			bytes_str(&log, "Subject: ");
			bytes_fill(&log, 'x', rows[i].longest - 9);
			bytes_str(&log, "\r\n");
		}
		bytes_str(&log, "Subject: ");
		bytes_fill(&log, 'x', rows[i].last - 9);
		bytes_str(&log, "\r\n");
		bytes_str(&log, word);
		bytes_str(&log, " y\r\nz: 1\r\nt: 2\r\n\r\n");
		gather_bytes(&b, log.s, log.n, 0);
		snprintf(kept, sizeof(kept), "\n%s y\n", word);
		snprintf(joined, sizeof(joined), "x%s y\n", word);
		what = strstr(b.s, kept) != NULL     ? KEPT
		       : strstr(b.s, joined) != NULL ? JOINED
		                                     : LOST;
		if (what != rows[i].what)
			fail_msg("%zu %zu %zu:\n%s", rows[i].longest,
			         rows[i].last, rows[i].word, b.s);
		assert_int_equal(strstr(b.s, "<garbled>") != NULL,
		                 what != KEPT);
		bytes_free(&log);
		bytes_free(&b);
	}
}

static void marks_tell_what_is_left_out(void **state)
{
	static const struct {
		const char *s;
		int is;
	} rows[] = {
		{ "...", 1 },          { "..", 0 },
		{ "a ... )]>}-\r\n", 1 }, { "\342\200\246", 1 },
		{ "x \342\200\246\n", 1 }, { "\200\246", 0 },
		{ "... a", 0 },        { "snip", 1 },
		{ "[snip]", 1 },       { "nip", 0 },
		{ "snips", 0 },        { "[truncated]", 1 },
		{ "runcated", 0 },     { "9 more bytes", 1 },
		{ "--More--", 1 },     { "-More--", 0 },
		{ "", 0 },             { ")\r\n", 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		/* What stands before would make it whole. */
		char room[64] = "x";
		size_t before = rows[i].is ? 1 : 0;

		if (strcmp(rows[i].s, "..") == 0)
			room[before++] = '.';
		if (strcmp(rows[i].s, "nip") == 0)
			room[before++] = 's';
		if (strcmp(rows[i].s, "runcated") == 0)
			room[before++] = 't';
		strcpy(room + before, rows[i].s);
		if (build_is_left_out(room + before, strlen(rows[i].s)) !=
		    rows[i].is)
			fail_msg("%s", rows[i].s);
	}
}

/* A dissector may have so many lines above the first field. */
static void a_tree_has_a_bound(void **state)
{
	(void)state;
	for (size_t n = 63; n <= 65; n++) {
		struct bytes log = { 0 }, b = { 0 };

		bytes_str(&log, "Status-Line: " LINE "\n");
		for (size_t i = 0; i < n; i++)
			bytes_str(&log, "  [x]\n");
		bytes_str(&log, "  Via: x\n  To: y\n  CSeq: 1 BYE\n");
		gather_bytes(&b, log.s, log.n, 0);
		assert_int_equal(strstr(b.s, "Via: x\nTo: y\n") != NULL,
		                 n < 65);
		bytes_free(&log);
		bytes_free(&b);
	}
}

/* A start line is the same as one that stands so far behind it. */
static void a_repeated_start_is_near(void **state)
{
	(void)state;
	for (size_t n = 4066; n <= 4068; n++) {
		struct bytes log = { 0 }, b = { 0 };

		bytes_str(&log, "{\"a\":\"" LINE "\",\"");
		bytes_fill(&log, 'x', n);
		bytes_str(&log, "\":\"" LINE "\\r\\nTo: y\\r\\n\\r\\n\"}\n");
		gather_bytes(&b, log.s, log.n, 0);
		assert_string_equal(b.s, n < 4068
		                    ? LINE "\nTo: y\n\n<garbled>\n"
		                    : LINE "\n<cut>\n");
		bytes_free(&log);
		bytes_free(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(messages_have_bounds),
		TEST(a_time_is_near_the_front),
		TEST(wrapped_lines_go_by_their_length),
		TEST(marks_tell_what_is_left_out),
		TEST(a_tree_has_a_bound),
		TEST(a_repeated_start_is_near),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
