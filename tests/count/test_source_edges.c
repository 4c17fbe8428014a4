/* test_source_edges.c - the address in the text around a response: its bounds,
 * and what only looks like one. */
#include "harness.h"

#include <stdio.h>
#include <string.h>

#include "count/source.h"

/* What stands in front and behind would make another address of it, or none.
 */
struct row {
	const char *product, *text, *want;
};

static void check_rows(const struct row *rows, size_t n)
{
	size_t bad = 0;

	for (size_t i = 0; i < n; i++) {
		char room[256];
		size_t len = strlen(rows[i].text);
		struct around a = { .before = { room + 2, len } };
		struct sipcode_span found;

		a.behind.s = "";
		snprintf(room, sizeof(room), "9.%sx", rows[i].text);
		found = source_of(&a, rows[i].product);
		if (found.n == strlen(rows[i].want) &&
		    memcmp(found.s, rows[i].want, found.n) == 0)
			continue;
		print_error("%s: '%.*s'\n", rows[i].text, (int)found.n,
		            found.s);
		bad++;
	}
	assert_int_equal(bad, 0);
}

#define TO " -> 192.0.2.9"

static void addresses_have_bounds(void **state)
{
	static const struct row rows[] = {
		/* IPv4. */
		{ "", "192.0.2.1" TO, "192.0.2.1" },
		{ "", "255.255.255.255" TO, "255.255.255.255" },
		{ "", "0.0.0.0" TO, "0.0.0.0" },
		{ "", "x 192.0.2.256" TO, "" },
		{ "", "x 256.0.2.1" TO, "" },
		{ "", "x 0001.0.2.1" TO, "" },
		{ "", "x 1.2.3" TO, "" },
		{ "", "x 1.2.3." TO, "" },
		{ "", "x 1..2.3" TO, "" },
		{ "", "x 1.2:3.4" TO, "" },
		{ "", "192.0.2.1:5060" TO ":5061", "192.0.2.1" },
		{ "", "192.0.2.1.5060" TO ".5061", "192.0.2.1" },
		{ "", "x 192.0.2.1:5060:7" TO, "" },
		{ "", "x 192.0.2.1.5060.7" TO, "" },
		{ "", "x 192.0.2.1:" TO, "" },
		/* IPv6. */
		{ "", "[2001:db8::1]:5060" TO, "2001:db8::1" },
		{ "", "[::1]" TO, "::1" },
		{ "", "::" TO, "::" },
		{ "", "1::" TO, "1::" },
		{ "", "1:2:3:4:5:6:7:8" TO, "1:2:3:4:5:6:7:8" },
		{ "", "x 1:2:3:4:5:6:7" TO, "" },
		{ "", "x 1:2:3:4:5:6:7:8:9" TO, "" },
		{ "", "x 1:2:3:4:5:6:7:8:" TO, "" },
		{ "", "abcd:ABCD::" TO, "abcd:ABCD::" },
		{ "", "x abcde::1" TO, "" },
		{ "", "x 21:54:26" TO, "" },
		{ "", "x [2001:db8::1" TO, "" },
		{ "", "x [192.0.2.1" TO, "" },
		{ "", "[192.0.2.1]:5060" TO, "192.0.2.1" },
		{ "", "udp:192.0.2.1:5060" TO, "192.0.2.1" },
		{ "", "u ::1" TO, "::1" },
	};

	(void)state;
	check_rows(rows, LEN(rows));
}

static void arrows_stand_between_two(void **state)
{
	static const struct row rows[] = {
		{ "", "192.0.2.1 > 192.0.2.9", "192.0.2.1" },
		{ "", "192.0.2.1 => 192.0.2.9", "192.0.2.1" },
		{ "", "192.0.2.1 -->192.0.2.9", "192.0.2.1" },
		{ "", "192.0.2.1 \t->\t192.0.2.9", "192.0.2.1" },
		{ "", "192.0.2.1> 192.0.2.9", "" },
		{ "", "192.0.2.1-> 192.0.2.9", "" },
		{ "", "192.0.2.1 - 192.0.2.9", "" },
		{ "", "192.0.2.1 \342\206\222 192.0.2.9", "192.0.2.1" },
		{ "", "192.0.2.1\342\206\222192.0.2.9", "192.0.2.1" },
		{ "", "192.0.2.1 \342\206\223 192.0.2.9", "" },
		{ "", "192.0.2.1 \342\206\222", "" },
		{ "", "192.0.2.1 ->", "" },
		{ "", "192.0.2.1 -> host", "" },
		{ "", "host -> 192.0.2.9", "" },
		{ "", "> 192.0.2.9", "" },
		{ "", "-> 192.0.2.9", "" },
		{ "", "a -> b 192.0.2.1 -> 192.0.2.9", "192.0.2.1" },
		{ "", "b -> 192.0.2.7 -> 192.0.2.9", "192.0.2.7" },
		{ "", "192.0.2.1 -> udp:192.0.2.9", "192.0.2.1" },
		{ "", "192.0.2.1 -> UDP 192.0.2.9", "192.0.2.1" },
		{ "", "192.0.2.1 -> sctp/192.0.2.9", "192.0.2.1" },
		{ "", "192.0.2.1 -> wss:192.0.2.9", "192.0.2.1" },
		{ "", "192.0.2.1 -> ws:192.0.2.9", "192.0.2.1" },
		{ "", "192.0.2.1 -> tls 192.0.2.9", "192.0.2.1" },
		{ "", "192.0.2.1 -> tcp/192.0.2.9", "192.0.2.1" },
		{ "", "192.0.2.1 -> tcp-192.0.2.9", "" },
		{ "", "192.0.2.1 -> tcp", "" },
		{ "", "192.0.2.1 -> tcp:", "" },
	};

	(void)state;
	check_rows(rows, LEN(rows));
}

static void words_tell_who_has_sent(void **state)
{
	static const struct row rows[] = {
		{ "", "Received from 192.0.2.1:5060", "192.0.2.1" },
		{ "", "recv 9 bytes from udp/[192.0.2.1]:5060", "192.0.2.1" },
		{ "", "rcvd from 192.0.2.1", "192.0.2.1" },
		{ "", "read from 192.0.2.1", "192.0.2.1" },
		{ "", "back from 192.0.2.1", "192.0.2.1" },
		{ "", "RX FROM 192.0.2.1", "192.0.2.1" },
		{ "", "RX x FROM 192.0.2.1", "192.0.2.1" },
		{ "", "rx from x from 192.0.2.1", "192.0.2.1" },
		{ "", "sent from 192.0.2.1", "" },
		{ "", "from 192.0.2.1 received", "" },
		{ "", "from 192.0.2.2 read, recv from 192.0.2.1", "192.0.2.1" },
		{ "", "recv from 192.0.2.1 read from 192.0.2.2", "192.0.2.1" },
		{ "", "read from 192.0.2.1 recv from 192.0.2.2", "192.0.2.1" },
		{ "", "recv from 1:2:3:4:5:6:7: x", "" },
		{ "", "recv from 2001:db8::1: x", "2001:db8::1" },
		{ "", "received from", "" },
		{ "", "received from ", "" },
		{ "", "{\"src_ip\":\"192.0.2.1\"", "192.0.2.1" },
		{ "", "{\"srcip\":\"::1\"", "::1" },
		{ "", "{\"src_ip\" : \"::ffff:1\"", "::ffff:1" },
		{ "", "{\"source_ip\" : \"192.0.2.1\"", "192.0.2.1" },
		{ "", "{\"srcip\":\"2001:db8::1\"", "2001:db8::1" },
		{ "", "{\"dst_ip\":\"192.0.2.1\"", "" },
		{ "", "{\"src_ip\"", "" },
		{ "", "{\"srcip\":\"192.0.2.2\",\"src_ip\":\"192.0.2.1\"",
		  "192.0.2.1" },
		{ "Zeek", "{\"id.resp_h\":\"192.0.2.1\"", "192.0.2.1" },
		{ "Zeek", "{\"src_ip\":\"192.0.2.1\"", "" },
		{ "Zee", "{\"id.resp_h\":\"192.0.2.1\"", "" },
		/* Two columns, of which the first one sent. */
		{ "tshark", "1 0.1 192.0.2.1 192.0.2.2 SIP", "192.0.2.1" },
		{ "tshark -x", "192.0.2.1 192.0.2.2", "192.0.2.1" },
		{ "tshark", "::1 ::2", "::1" },
		{ "tshark", "1 0.1 192.0.2.1 SIP", "" },
		{ "tshark", "1 0.1 x192.0.2.3 192.0.2.1 - 192.0.2.2", "192.0.2.3" },
		{ "tshar", "192.0.2.1 192.0.2.2", "" },
	};

	(void)state;
	check_rows(rows, LEN(rows));
}

/* The text before goes first, then that behind, then the lines above from the
 * nearest one on. */
static void the_nearest_text_tells(void **state)
{
	static const char *const texts[] = { "recv from 192.0.2.1",
		                             "recv from 192.0.2.2",
		                             "recv from 192.0.2.3",
		                             "recv from 192.0.2.4" };

	(void)state;
	for (size_t none = 0; none <= 4; none++) {
		struct sipcode_span span[4], found;
		struct around a;
		char want[12] = "";

		for (size_t i = 0; i < 4; i++) {
			span[i].s = texts[i];
			span[i].n = i < none ? 0 : strlen(texts[i]);
		}
		memset(&a, 0, sizeof(a));
		a.before = span[0];
		a.behind = span[1];
		a.above[0] = span[2];
		a.above[1] = span[3];
		a.lines = 2;
		found = source_of(&a, "");
		if (none < 4)
			snprintf(want, sizeof(want), "192.0.2.%d",
			         (int)none + 1);
		assert_int_equal(found.n, strlen(want));
		assert_memory_equal(found.s, want, found.n);
		/* A line that is not there tells nothing. */
		a.lines = 1;
		found = source_of(&a, "");
		assert_int_equal(found.n, none < 3 ? 9 : 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(addresses_have_bounds),
		TEST(arrows_stand_between_two),
		TEST(words_tell_who_has_sent),
		TEST(the_nearest_text_tells),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
