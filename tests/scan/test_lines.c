/* test_lines.c - what the line around a code tells of it: frames that are
 * drawn, columns of Wireshark, a CSeq in JSON; and that a scan remembers no
 * line but the one it is in. */
#include "bytes.h"

#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <sipcode.h>

#include "scan/look.h"
#include "scan/rules.h"

/* A text in which "@" stands before the start of a match, and "$" behind its
 * end. */
static int is_drawn(const char *marked)
{
	size_t start = strcspn(marked, "@"), end;
	struct bytes b = { 0 };
	struct look t;
	int is;

	bytes_add(&b, marked, start);
	end = start + strcspn(marked + start + 1, "$");
	bytes_add(&b, marked + start + 1, end - start);
	bytes_str(&b, marked + end + 2);
	t.s = exactly(b.s, b.n);
	t.n = b.n;
	is = rules_is_drawn(&t, start, end);
	free((void *)(size_t)t.s);
	bytes_free(&b);
	return is;
}

static void frames_are_told_from_tables(void **state)
{
	static const struct {
		const char *text;
		int is;
	} rows[] = {
		{ "@SIP/2.0 200 OK$", 0 },
		{ "|  @SIP/2.0 401 A$  |   |", 1 },
		{ "a\n|@1$|\nb", 1 },
		{ "a\r|@1$|\rb", 1 },
		{ "|@1$|", 1 },
		{ "| @1$ |  \t", 1 },
		{ " \t| @1$ |", 1 },
		{ "| @1$ | - |", 1 },
		{ "| @1$ x |", 1 },
		{ "| x @1$ |", 1 },
		{ "| @1$ | x |", 0 },
		{ "| @1$ | 2 |", 0 },
		{ "| x | @1$ |", 0 },
		{ "x | @1$ |", 0 },
		{ "| @1$", 0 },
		{ "| @1$ | x", 0 },
		{ " @1$ |", 0 },
		{ "@1$ |", 0 },
		{ "| a\n@1$ |", 0 },
		{ "|\n @1$ |", 0 },
		{ "| @1$ \n|", 0 },
		{ "\342\224\202 @1$ \342\224\202", 1 },
		{ "\342\225\221@1$\342\225\221", 1 },
		{ "\342\226\202 @1$ \342\224\202", 0 },
		{ "\342\224\202 @1$ \342\226\202", 0 },
		{ "\342\224\202 @1$ \342\224\202 x \342\224\202", 0 },
		{ "\342\224\202 @1$ \342\224\202 - \342\224\202", 1 },
		/* Regular expressions */
		{ "@a.*b$", 1 },
		{ "@.*b$", 1 },
		{ "@ab$.*", 1 },
		{ "@ab$ .*", 0 },
		{ ".*@ab$", 0 },
		{ ".@*ab$", 0 },
		{ "@ab$.", 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		if (is_drawn(rows[i].text) != rows[i].is)
			fail_msg("'%s' is not %d", rows[i].text, rows[i].is);
}

/* With so many blanks before the match, and behind it. */
static void a_line_that_goes_on_too_far_is_no_frame(void **state)
{
	static const size_t sizes[] = { 1, 2045, 2046, 2047, 2048, 2049 };

	(void)state;
	for (size_t i = 0; i < LEN(sizes); i++)
		for (size_t k = 0; k < LEN(sizes); k++) {
			struct bytes b = { 0 };

			bytes_str(&b, "|");
			bytes_fill(&b, ' ', sizes[i]);
			bytes_str(&b, "@1$");
			bytes_fill(&b, ' ', sizes[k]);
			bytes_fill(&b, '|', 1);
			bytes_fill(&b, '\0', 1);
			assert_int_equal(is_drawn(b.s),
			                 sizes[i] + 1 < LOOK_REACH &&
			                         sizes[k] + 1 < LOOK_REACH);
			bytes_free(&b);
		}
}

static struct look whole(const char *s)
{
	struct look t = { s, strlen(s) };

	return t;
}

static void columns_stand_before_a_status_of_wireshark(void **state)
{
	static const struct {
		const char *before;
		int is;
	} rows[] = {
		{ "", 0 },
		{ "SIP 528 ", 1 },
		{ "SIP", 1 },
		{ " SIP/SDP\t5\t", 1 },
		{ "\nSIP 5 ", 1 },
		{ "\rSIP 5 ", 1 },
		{ "\tSIP 5 ", 1 },
		{ "<SIP>", 1 },
		{ "/SIP ", 1 },
		{ "\"SIP\",\"5\",\"", 1 },
		{ ",SIP,5,", 1 },
		{ ".SIP ", 0 },
		{ ">SIP ", 0 },
		{ "XSIP 5 ", 0 },
		{ "xSIP 5 ", 0 },
		{ "SIP XSIP ", 1 },
		{ "SIP a ", 0 },
		{ "SIP : ", 0 },
		{ "SIP 5. ", 0 },
		{ "UDP 5 ", 0 },
		{ "SI", 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct look t = whole(rows[i].before);

		if (rules_is_of_tshark(&t, t.n) != rows[i].is)
			fail_msg("'%s' is not %d", rows[i].before, rows[i].is);
	}
	for (size_t n = 240; n < 270; n++)
		for (int front = 0; front < 2; front++) {
			struct bytes b = { 0 };
			struct look t;

			bytes_str(&b, front ? "x " : "");
			bytes_str(&b, "SIP");
			bytes_fill(&b, ' ', n - 3);
			t = (struct look){ b.s, b.n };
			assert_int_equal(rules_is_of_tshark(&t, b.n), n <= 256);
			bytes_free(&b);
		}
}

static void a_cseq_has_no_status(void **state)
{
	static const struct {
		const char *before;
		int is;
	} rows[] = {
		{ "", 0 },
		{ "\":{\"", 0 },
		{ "cseq", 1 },
		{ "CSeq: ", 1 },
		{ "\"cseq\":{\"", 1 },
		{ "\\\"CSeq\\\":\t{ \\\"", 1 },
		{ "cseq x ", 0 },
		{ "cseq=", 0 },
		{ "seq: ", 0 },
		{ "cse: ", 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct look t = whole(rows[i].before);

		if (rules_is_of_cseq(&t, t.n) != rows[i].is)
			fail_msg("'%s' is not %d", rows[i].before, rows[i].is);
	}
}

/* The first match of a text is that of a scan that begins at its code, and
 * of every one that begins before it. */
static void assert_first(const char *s, size_t n)
{
	struct sipcode_match all, one;
	int found;

	memset(&all, 0, sizeof(all));
	memset(&one, 0, sizeof(one));
	found = sipcode_scan(s, n, 0, &all);
	for (size_t i = 1; i < n && (!found || i <= all.at); i++) {
		if (s[i] < '1' || s[i] > '6')
			continue;
		assert_int_equal(sipcode_scan(s, n, i, &one), found);
		if (found)
			assert_memory_equal(&one, &all, sizeof(one));
	}
}

static void a_scan_remembers_the_line_it_is_in(void **state)
{
	static const char *const pieces[] = {
		"\"status\":404 ",      "\"auth requested\" ",
		"\"status\":183 ",      "\"handling NOTIFY\" ",
		"SipError ",            "\"reason\":\"Busy\" ",
		"\"param\":\"486 B\" ", "\"CALL_CLOSED\" ",
		"\"reason\":\"503 A\"", "\"CallFailed\" ",
		"after 408 reply ",     "destination ",
		"\n",                   " 200 ",
		NULL,                   NULL,
		NULL,                   NULL,
	};
	static const size_t fills[] = { 40, 500, 1000, 2030 };
	const char *list[LEN(pieces)];
	char fill[4][2048];
	uint64_t die = 183;

	(void)state;
	memcpy(list, pieces, sizeof(pieces));
	for (size_t i = 0; i < LEN(fills); i++) {
		memset(fill[i], 'x', fills[i]);
		fill[i][fills[i]] = '\0';
		list[LEN(pieces) - 1 - i] = fill[i];
	}
	for (int round = 0; round < 1500; round++) {
		struct bytes b = { 0 };
		char *s;

		bytes_roll(&b, &die, 2 + roll(&die, 20), list, LEN(list));
		s = exactly(b.s, b.n);
		assert_first(s, b.n);
		free(s);
		bytes_free(&b);
	}
}

/* Each byte that may stand behind the three digits: of a status line, and of
 * the member of an object. */
static void what_stands_behind_a_code_is_known(void **state)
{
	static const char line[] = "\t\n\r \"#&'(*.<>\\]^`|";
	static const char member[] = "\t\n\r \"#&'()*,.:;<>\\]^`|}";
	static const char object[] = "\"sip\":{\"type\":\"response\",\"code\":486";
	size_t bad = 0;

	(void)state;
	for (int c = 0; c < 256; c++) {
		char first[] = "SIP/2.0 486?a", second[sizeof(object) + 2];
		struct sipcode_match m;

		first[sizeof(first) - 3] = (char)c;
		snprintf(second, sizeof(second), "%s?a", object);
		second[sizeof(second) - 3] = (char)c;
		if (sipcode_scan(first, sizeof(first) - 1, 0, &m) !=
		    (strchr(line, c) != NULL))
			print_error("line %d\n", c), bad++;
		if (sipcode_scan(second, sizeof(second) - 1, 0, &m) !=
		    (strchr(member, c) != NULL))
			print_error("member %d\n", c), bad++;
	}
	assert_int_equal(bad, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_stands_behind_a_code_is_known),
		TEST(frames_are_told_from_tables),
		TEST(a_line_that_goes_on_too_far_is_no_frame),
		TEST(columns_stand_before_a_status_of_wireshark),
		TEST(a_cseq_has_no_status),
		TEST(a_scan_remembers_the_line_it_is_in),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
