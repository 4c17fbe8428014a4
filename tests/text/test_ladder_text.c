/* test_ladder_text.c - the ladder of a call at every width, in UTF-8 and in
 * ASCII, and of hosts that are not to be trusted. */
#include "bytes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/exchange.h"
#include "utf8.h"

/* A request and its response on each of so many hops, the names of which are
 * made by a form with a number in it; `front` stands before each message. */
static void chain(struct bytes *b, size_t hosts, const char *form,
                  const char *front)
{
	char line[3000], host[1200];

	for (size_t hop = 0; hop + 1 < hosts; hop++)
		for (int response = 0; response < 2; response++) {
			bytes_str(b, front);
			bytes_str(b, response ? "SIP/2.0 403 Not today\n"
			                      : "INVITE sip:b@end SIP/2.0\n");
			for (size_t i = hop + 1; i-- > 0;) {
				snprintf(host, sizeof(host), form, i);
				snprintf(line, sizeof(line),
				         "Via: SIP/2.0/UDP %s;branch=z9hG4bK"
				         "%zu\n",
				         host, i);
				bytes_str(b, line);
			}
			bytes_str(b, "From: <sip:a@x>;tag=a\n"
			             "To: <sip:b@x>;tag=b\n"
			             "Call-ID: c\nCSeq: 1 INVITE\n\n");
		}
}

static const char *const widths[] = { "20", "40", "41",  "60",
	                              "80", "90", "120", "200" };

static void a_ladder_fits_the_screen(void **state)
{
	static const char *const forms[] = {
		"192.0.2.1%zu", "[2001:db8:aaaa:bbbb:cccc:dddd:eeee:%zu]:5080",
		"a.very.long.name.of.a.proxy.%zu.example.com",
		"\u8a71%zu\u6a5f.example"
	};
	struct run r = { 0 };

	(void)state;
	for (size_t f = 0; f < LEN(forms); f++)
		for (size_t hosts = 2; hosts <= 9; hosts++) {
			struct bytes b = { 0 };

			chain(&b, hosts, forms[f], "10:00:00.123 x\n");
			for (size_t w = 0; w < LEN(widths); w++) {
				RUN_BYTES(&r, b.s, b.n, "explain", "--flow",
				          "-w", widths[w]);
				assert_run(&r, 0, "Call-ID: c\n*", "");
				assert_int_equal(
					wider(r.out, (size_t)atoi(widths[w]),
				              forms[f]),
					0);
			}
			bytes_free(&b);
		}
	run_free(&r);
}

/* What stands between the title and the lines of the hosts. */
static void names_are(const char *form, size_t hosts, const char *width,
                      const char *names)
{
	struct bytes b = { 0 };
	struct run r = { 0 };
	const char *s, *end;

	chain(&b, hosts, form, "");
	RUN_BYTES(&r, b.s, b.n, "explain", "--flow", "-w", width);
	assert_run(&r, 0, "Call-ID: c\n*", "");
	s = strstr(r.out, "\n\n") + 2;
	end = strstr(s, " |");
	assert_non_null(end);
	while (end[-1] == ' ')
		end--;
	assert_bytes(s, (size_t)(end - s), names, strlen(names));
	run_free(&r);
	bytes_free(&b);
}

static void a_long_name_is_told_above(void **state)
{
	(void)state;
	/* All of it has room. */
	names_are("192.0.2.1%zu", 3, "80",
	          "192.0.2.10                    192.0.2.11"
	          "                        end\n");
	names_are("proxy%zu.voice.example.com", 4, "80",
	          "proxy0.v...mple.com = proxy0.voice.example.com\n"
	          "proxy1.v...mple.com = proxy1.voice.example.com\n"
	          "proxy2.v...mple.com = proxy2.voice.example.com\n"
	          "\n"
	          "proxy0.v...mple.com  proxy1.v...mple.com"
	          "  proxy2.v...mple.com          end\n");
	/* The middle is what tells them apart. */
	names_are("voice.example.%zu.of.example.com", 3, "80",
	          "A = voice.example.0.of.example.com\n"
	          "B = voice.example.1.of.example.com\n"
	          "C = end\n"
	          "\n"
	          "     A                             B"
	          "                             C\n");
	names_are("192.0.2.1%zu", 3, "30",
	          "A = 192.0.2.10\n"
	          "B = 192.0.2.11\n"
	          "C = end\n"
	          "\n"
	          "     A        B        C\n");
	/* No name is taken for the letter that it begins with. */
	names_are("A%zu.example.com", 2, "24",
	          "A = A0.example.com\n"
	          "B = end\n"
	          "\n"
	          "     A           B\n");
	/* Two ports of one host. */
	names_are("192.0.2.1:506%zu", 3, "80",
	          "192.0.2.1:5060                192.0.2.1:5061"
	          "                      end\n");
	names_are("192.0.2.%zu:5070", 3, "80",
	          " 192.0.2.0                     192.0.2.1"
	          "                        end\n");
	names_are("[2001:db8:aaaa:bbbb:cccc:dddd:eeee:%zu]:5080", 2, "80",
	          "[2001:db8:a...dd:eeee:0] = "
	          "[2001:db8:aaaa:bbbb:cccc:dddd:eeee:0]:5080\n"
	          "\n"
	          "[2001:db8:a...dd:eeee:0]"
	          "                               end\n");
}

/* More hosts than lines: how many are not there is said. */
static void what_has_no_room_is_counted(void **state)
{
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	chain(&b, 9, "h%zu", "");
	RUN_BYTES(&r, b.s, b.n, "explain", "--flow");
	assert_run(&r, 0,
	           "*\nNot drawn, because there is no room: 3 of 9 hosts, 6 of "
	           "16 messages.\nFailed first: *",
	           "");
	RUN_BYTES(&r, b.s, b.n, "explain", "--flow", "-lvi");
	assert_run(&r, 0, "*: 3 trong 9 host, 6 trong 16 b\341\272\243n tin.\n*",
	           "");
	run_free(&r);
	bytes_free(&b);
	chain(&b, 6, "h%zu", "");
	RUN_BYTES(&r, b.s, b.n, "explain", "--flow");
	assert_lacks(r.out, "Not drawn");
	run_free(&r);
	bytes_free(&b);
}

/* The time stands at the left where the arrows keep their length. */
static void the_time_stands_at_the_left(void **state)
{
	static const struct {
		size_t hosts;
		const char *width;
		int timed;
	} cases[] = {
		{ 2, "38", 0 }, { 2, "40", 1 }, { 2, "0", 1 }, { 3, "80", 1 },
		{ 4, "80", 1 }, { 5, "80", 0 }, { 6, "80", 0 }, { 6, "130", 1 },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct bytes b = { 0 };

		chain(&b, cases[i].hosts, "h%zu", "x 09:08:07.654321 x\n");
		RUN_BYTES(&r, b.s, b.n, "explain", "--flow", "-w",
		          cases[i].width);
		assert_run(&r, 0, "*", "");
		assert_int_equal(times(r.out, "\n09:08:07.654  |"),
		                 (size_t)cases[i].timed * 2 *
		                         (cases[i].hosts - 1));
		bytes_free(&b);
	}
	run_free(&r);
}

/* Nothing that a message says moves the cursor, and no secret comes out. */
static void a_hostile_call_is_drawn(void **state)
{
	static const char via[] =
		"Via: SIP/2.0/UDP \033[31m\r\010\302\233\342\200\256h\377"
		";branch=z9hG4bK1\n";
	static const char rest[] = "From: <sip:a@x>;tag=a\nTo: <sip:b@x>;tag=b\n"
		                   "Call-ID: \033]0;title\007password=hunter2\n"
		                   "CSeq: 1 \033[2JINVITE\n\n";
	static const char *const formats[] = { "0", "40", "80", "120" };
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	bytes_str(&b, "\033[2JINVITE sip:\033c@\033d:99999999 SIP/2.0\n");
	bytes_str(&b, "INVITE sip:b@\033[1m\033\033 SIP/2.0\n");
	bytes_str(&b, via);
	bytes_str(&b, rest);
	bytes_str(&b, "SIP/2.0 486 \033[2J\302\205 password=hunter2 ");
	bytes_fill(&b, '\033', 3000);
	bytes_str(&b, "\n");
	bytes_str(&b, via);
	bytes_str(&b, rest);
	for (size_t i = 0; i < LEN(formats); i++) {
		RUN_BYTES(&r, b.s, b.n, "explain", "--flow", "-w", formats[i],
		          "-lvi");
		assert_run(&r, 0, "*486*", "");
		for (size_t k = 0; k < r.out_len; k++)
			assert_true((unsigned char)r.out[k] >= ' ' ||
			            r.out[k] == '\n');
		assert_lacks(r.out, "hunter2");
		assert_lacks(r.out, "\302\233");
		assert_lacks(r.out, "\342\200\256");
		if (i > 0)
			assert_int_equal(
				wider(r.out, (size_t)atoi(formats[i]), "a"), 0);
	}
	run_free(&r);
	bytes_free(&b);
	chain(&b, 4, "%zu.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
	      "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
	      "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
	      "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
	      "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
	      "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
	      "");
	RUN_BYTES(&r, b.s, b.n, "explain", "--flow", "-w80");
	assert_run(&r, 0, "*\n0.xxxx* ...\n*", "");
	assert_int_equal(wider(r.out, 80, "a long host"), 0);
	run_free(&r);
	bytes_free(&b);
}

/* On a terminal: in UTF-8 with its glyphs, else in ASCII, the same picture. */
static void ascii_and_utf8_are_the_same_ladder(void **state)
{
	static const char *const glyphs[][2] = {
		{ "\342\224\202", "|" }, { "\342\224\200", "-" },
		{ "\342\227\200", "<" }, { "\342\226\266", ">" },
	};
	struct program p = { .argv = { "explain", "--flow" },
		             .env = { "LC_ALL=C.UTF-8", "TERM=dumb" },
		             .out = OUT_TERMINAL,
		             .columns = 72 };
	struct run utf8 = { 0 }, ascii = { 0 };
	struct bytes b = { 0 }, same = { 0 };

	(void)state;
	chain(&b, 3, "h%zu", "");
	bytes_add(&b, "", 1);
	p.input = b.s;
	run_program(&utf8, &p);
	p.env[0] = "LC_ALL=C";
	run_program(&ascii, &p);
	assert_run(&utf8, 0, "*\342\224\202*\342\224\200\342\226\266*", "");
	assert_run(&ascii, 0, "*|*->*", "");
	for (const char *s = utf8.out; *s != '\0';) {
		size_t i = 0;

		while (i < LEN(glyphs) && strncmp(s, glyphs[i][0], 3) != 0)
			i++;
		if (i < LEN(glyphs)) {
			bytes_str(&same, glyphs[i][1]);
			s += 3;
		} else {
			bytes_add(&same, s++, 1);
		}
	}
	assert_bytes(same.s, same.n, ascii.out, ascii.out_len);
	bytes_free(&b);
	bytes_free(&same);
	run_free(&utf8);
	run_free(&ascii);
}

static void a_ladder_is_text_alone(void **state)
{
	static const struct check checks[] = {
		{ { "explain", "--flow", "-j" }, 2, "",
		  "sipcode: --flow goes without --json and --tsv\n" TRY },
		{ { "explain", "-ftsv", "--flow" }, 2, "",
		  "sipcode: --flow goes without --json and --tsv\n" TRY },
		{ { "explain", "--flow=x" }, 2, "",
		  "sipcode: option takes no argument: '--flow=x'\n" TRY },
		{ { "check", "--flow" }, 2, "",
		  "sipcode: 'check' has no option: 'flow'\n"
		  "sipcode: --flow goes with explain: 'sipcode help "
		  "explain'\n" },
		{ { "explain", "--flow" }, 1, "",
		  "sipcode: no response found\n" },
		{ { "explain", "--flow", "/no/such" }, 2, "",
		  "sipcode: /no/such: No such file or directory\n" },
	};

	(void)state;
	CHECK(checks);
}

static void what_has_no_call_is_not_drawn(void **state)
{
	struct run r = { 0 };
	struct bytes b = { 0 };

	(void)state;
	RUN_TEXT(&r, "SIP/2.0 486 Busy Here\n\n", "explain", "--flow");
	assert_run(&r, 1, "",
	           "sipcode: no message has a Call-ID: nothing can be drawn\n");
	chain(&b, 2, "h%zu", "");
	RUN_BYTES(&r, b.s, b.n, "explain", "--flow", "-q");
	assert_run(&r, 0, "", "");
	run_free(&r);
	bytes_free(&b);
}

/* So many transactions are drawn, and one more is not. */
static void too_long_a_call_is_refused(void **state)
{
	char line[200];
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	for (int i = 0; i <= EXCHANGE_MOST; i++) {
		snprintf(line, sizeof(line),
		         "SIP/2.0 200 OK\nVia: SIP/2.0/UDP h;branch=z9hG4bK%d\n"
		         "Call-ID: c\nCSeq: %d INVITE\n\n",
		         i, i);
		if (i == EXCHANGE_MOST) {
			RUN_BYTES(&r, b.s, b.n, "explain", "--flow");
			assert_run(&r, 0, "*\nNothing failed.\n", "");
			assert_int_equal(times(r.out, "200 OK"), i);
		}
		bytes_str(&b, line);
	}
	RUN_BYTES(&r, b.s, b.n, "explain", "--flow");
	assert_run(&r, 2, "",
	           "sipcode: the input is too long for a ladder: more than 200 "
	           "transactions, or more than 4 MB of messages\n");
	run_free(&r);
	bytes_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_ladder_fits_the_screen),
		TEST(a_long_name_is_told_above),
		TEST(what_has_no_room_is_counted),
		TEST(the_time_stands_at_the_left),
		TEST(a_hostile_call_is_drawn),
		TEST(ascii_and_utf8_are_the_same_ladder),
		TEST(a_ladder_is_text_alone),
		TEST(what_has_no_call_is_not_drawn),
		TEST(too_long_a_call_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
