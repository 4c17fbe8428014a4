/* test_keys.c - responses counted apart by hour and by source: what the text
 * around them says, and what it does not say. */
#include "bytes.h"

#include <stdio.h>
#include <string.h>

#define RESPONSE "SIP/2.0 486 Busy Here\r\nVia: x\r\nCSeq: 1 INVITE\r\n\r\n"

struct row {
	const char *log, *key;
};

static void try_keys(const char *by, const struct row *rows, size_t n)
{
	char want[200];
	struct run r = { 0 };
	size_t bad = 0;

	for (size_t i = 0; i < n; i++) {
		snprintf(want, sizeof(want), "\n486\tBusy Here\t1\t100.00\t%s\n",
		         rows[i].key);
		RUN_TEXT(&r, rows[i].log, "tally", "-t", "--by", by);
		assert_run(&r, 0, "*", "");
		if (strstr(r.out, want) == NULL) {
			print_error("%sshould be %s in:\n%s\n", r.out,
			            rows[i].key, rows[i].log);
			bad++;
		}
	}
	run_free(&r);
	assert_int_equal(bad, 0);
}

static void the_hour_is_that_of_the_line_or_of_the_lines_above(void **state)
{
	static const struct row rows[] = {
		{ "2026-11-27T21:54:26.5Z x " RESPONSE, "2026-11-27T21" },
		{ "Nov  7 21:54:26 host x[1]: " RESPONSE, "--11-07T21" },
		{ "{\"ts\":1795816466.5,\"uid\":\"C\",\"call_id\":\"x\","
		  "\"status_code\":486,\"status_msg\":\"Busy Here\"}\n",
		  "2026-11-27T21Z" },
		/* Behind it, where a key says so */
		{ "{\"log\":\"SIP/2.0 486 Busy Here\\r\\n\","
		  "\"time\":\"2026-11-27T21:54:26.5Z\"}\n", "2026-11-27T21" },
		{ "SIP/2.0 486 Busy Here\\r\\nDate: Fri, 27 Nov 2026 21:54:26 "
		  "GMT\\r\\n\n", "unknown" },
		{ "2005/07/04 09:32:52.981006 192.0.2.1:5060 -> 192.0.2.2:5060\n"
		  RESPONSE, "2005-07-04T09" },
		{ "U 2026/11/27 21:54:26.1 192.0.2.1:5060 -> 192.0.2.2:5060\n  "
		  RESPONSE, "2026-11-27T21" },
		{ "---------- 2026-11-22 10:04:10.004499\n"
		  "UDP message received [307] bytes :\n\n" RESPONSE,
		  "2026-11-22T10" },
		{ "recv 714 bytes from udp/[192.0.2.1]:5060 at "
		  "17:50:29.730970:\n   ------------------\n   " RESPONSE,
		  "T17" },
		{ "09:32:52.981006 IP 192.0.2.1.5060 > 192.0.2.2.5060: SIP: "
		  "INVITE\nE..@..81" RESPONSE, "T09" },
		{ "21:54:26.1 IP x\n\003\001 " RESPONSE, "T21" },
		{ "21:54:26.1 IP x\n\t " RESPONSE, "T21" },
		{ "000101: May  1 10:00:00.047: //1/ABC/SIP/Msg/ccsip:\n"
		  "Sent: \n" RESPONSE, "--05-01T10" },
		{ "  {\n    \"time\": \"2026-11-27T21:54:26Z\",\n"
		  "    \"message\": \"SIP/2.0 486 Busy Here\\r\\n\",\n",
		  "2026-11-27T21" },
		{ "    \"time\": \"2026-11-27T21:54:26Z\"\n  },\n  {\n"
		  "    \"message\": \"SIP/2.0 486 Busy Here\\r\\n\",\n",
		  "unknown" },
		{ "time 2026-11-27T21:54:26Z\n"
		  "    \"message\": \"SIP/2.0 486 Busy Here\\r\\n\",\n",
		  "unknown" },
		/* A logger that puts the same before every line */
		{ "2026-11-27 21:54:26 a: <--- Received --->\n"
		  "2026-11-27 22:54:26 a: " RESPONSE, "2026-11-27T22" },
		/* Of another message */
		{ "2026-11-27 21:54:26 BYE sip:a SIP/2.0\n" RESPONSE,
		  "unknown" },
		{ "Date: Fri, 27 Nov 2026 21:54:26 GMT\r\n\r\n" RESPONSE,
		  "unknown" },
		{ "s=2026-11-27 21:54:26\r\n" RESPONSE, "unknown" },
		{ "2026-11-27 21:54:26 a\nb c\nd e\nf g\n" RESPONSE, "unknown" },
		{ "2026-11-27 21:54:26 a\nb c\nd e\n" RESPONSE,
		  "2026-11-27T21" },
		{ "2026-11-27 21:54:26 a\nsome text " RESPONSE, "unknown" },
		{ "11/12/2026 21:54:26 " RESPONSE, "unknown" },
		{ RESPONSE "2026-11-27 21:54:26\n", "unknown" },
		{ RESPONSE, "unknown" },
	};

	(void)state;
	try_keys("hour", rows, LEN(rows));
}

static void the_source_is_the_address_that_sent(void **state)
{
	static const struct row rows[] = {
		{ "192.0.2.1:5060 -> 192.0.2.2:5060 " RESPONSE, "192.0.2.1" },
		{ "udp:192.0.2.1:5060 --> udp:192.0.2.2:5060 " RESPONSE,
		  "192.0.2.1" },
		{ "192.0.2.1 \342\206\222 192.0.2.2 " RESPONSE, "192.0.2.1" },
		{ "09:32:52.981006 IP 192.0.2.1.5060 > 192.0.2.2.5060: SIP: "
		  RESPONSE, "192.0.2.1" },
		{ "IP6 2001:db8::1.5060 > 2001:db8::2.5060: SIP: " RESPONSE,
		  "2001:db8::1" },
		{ "[2001:db8::1]:5060 -> [2001:db8::2]:5060\n" RESPONSE,
		  "2001:db8::1" },
		{ "2001:db8:1:2:3:4:5:6 -> 192.0.2.2\n" RESPONSE,
		  "2001:db8:1:2:3:4:5:6" },
		{ "    2   0.136757 192.0.2.1 \342\206\222 192.0.2.2  SIP 528 "
		  "Status: 486 Busy Here | \n", "192.0.2.1" },
		{ "2\t0.136757\t192.0.2.1\t192.0.2.2\t SIP\tStatus: 486 Busy "
		  "Here\n", "192.0.2.1" },
		{ "2\t0.13\t192.0.2.1\t\t SIP\tStatus: 486 Busy Here\n",
		  "unknown" },
		{ "<--- SIP read from UDP:192.0.2.1:5060 --->\n" RESPONSE,
		  "192.0.2.1" },
		{ "<--- Received SIP response (602 bytes) from "
		  "TLS:[2001:db8::1]:5061 --->\n" RESPONSE, "2001:db8::1" },
		{ "recv 400 bytes from udp/[192.0.2.1]:5060 at 17:50:29.7:\n"
		  "---------\n" RESPONSE, "192.0.2.1" },
		{ "21:54:26.1 pjsua_core.c .RX 500 bytes Response msg "
		  "486/INVITE/cseq=1 (rdata0x1) from UDP 192.0.2.1:5060:\n"
		  RESPONSE, "192.0.2.1" },
		{ "recv from TCP 2001:db8::1: " RESPONSE, "2001:db8::1" },
		{ "read from tls:::1 " RESPONSE, "::1" },
		{ "ws:192.0.2.1 => 192.0.2.2 " RESPONSE, "192.0.2.1" },
		{ "Got SIP response 486 \"Busy Here\" back from 192.0.2.1:5060\n",
		  "192.0.2.1" },
		{ "{\"src_ip\":\"192.0.2.1\",\"m\":\"SIP/2.0 486 Busy Here\"}\n",
		  "192.0.2.1" },
		{ "{\"m\":\"SIP/2.0 486 Busy Here\",\"src_ip\": \"192.0.2.1\"}\n",
		  "192.0.2.1" },
		{ "{\"id.orig_h\":\"192.0.2.2\",\"id.resp_h\":\"192.0.2.1\","
		  "\"call_id\":\"x\",\"status_code\":486,"
		  "\"status_msg\":\"Busy Here\"}\n", "192.0.2.1" },
		{ "\"src_ip\": \"192.0.2.1\",\n\"message\":\"SIP/2.0 486 Busy "
		  "Here\\r\\n\",\n", "192.0.2.1" },
		{ "Nov 27 21:54:26 h a[1]: read from UDP:192.0.2.1:5060 --->\n"
		  "Nov 27 21:54:27 h a[1]: " RESPONSE, "192.0.2.1" },
		{ "2 192.0.2.1 feed SIP 5 Status: 486 Busy Here | \n", "unknown" },
		/* Not said, or said of another message */
		{ "<--- Transmitting (NAT) to 192.0.2.1:5060 --->\n" RESPONSE,
		  "unknown" },
		{ "send 714 bytes to udp/[192.0.2.1]:5060 at 17:50:29.73:\n"
		  RESPONSE, "unknown" },
		{ "INVITE from 192.0.2.1:5060 answered " RESPONSE, "unknown" },
		{ "192.0.2.1:5060 -> proxy.example.com " RESPONSE, "unknown" },
		{ "proxy.example.com:5060 -> 192.0.2.1 " RESPONSE, "unknown" },
		{ "2001:db8:12345::1 -> 192.0.2.1 " RESPONSE, "unknown" },
		{ "1:2:3:4:5:6:7:8:9 -> 192.0.2.1 " RESPONSE, "unknown" },
		{ "192.0.2.1 -> 192.0.2.1x " RESPONSE, "unknown" },
		{ "192.0.2.1-> 192.0.2.2 " RESPONSE, "unknown" },
		{ "192.0.2 -> 192.0.2.2 " RESPONSE, "unknown" },
		{ "[192.0.2.1 -> 192.0.2.2 " RESPONSE, "unknown" },
		{ "999.0.2.1:5060 -> 192.0.2.1 " RESPONSE, "unknown" },
		{ "1192.0.2.1.7.5 -> 192.0.2.1 " RESPONSE, "unknown" },
		{ "09:32:52 -> 192.0.2.1 " RESPONSE, "unknown" },
		{ "192.0.2.1:5060 -> 192.0.2.2:5060\nBYE sip:a SIP/2.0\n\n"
		  RESPONSE, "unknown" },
		{ "192.0.2.1 -> 192.0.2.2\nsome text " RESPONSE, "unknown" },
		{ RESPONSE, "unknown" },
	};

	(void)state;
	try_keys("source", rows, LEN(rows));
}

static void the_phrase_is_as_it_stood(void **state)
{
	static const struct row rows[] = {
		{ RESPONSE, "Busy Here" }, { "SIP/2.0 486 busy\n", "busy" },
		{ "SIP/2.0 486\n", "" }, { "SIP/2.0 486 a b\tc\n", "a b" },
		{ "SIP/2.0 486 a\a\\z\342\200\256\377\303\274\n",
		  "a\\x07\\\\z\\xe2\\x80\\xae\\xff\303\274" },
	};

	(void)state;
	try_keys("phrase", rows, LEN(rows));
}

static void keys_are_shown_in_every_format(void **state)
{
	static const char log[] =
		"2026-11-27 22:54:26 SIP/2.0 200 OK\n"
		"2026-11-27 21:54:26 SIP/2.0 486 Busy Here\n"
		"2026-11-27 21:54:27 SIP/2.0 200 OK\nSIP/2.0 200 Fine\n";
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, log, "tally", "--by=hour");
	assert_run(&r, 0, "4 lines*\n\n2026-11-27T21\n  200 OK  1  25.00 %\n"
	           "  486 Busy Here  1  25.00 %\n\n2026-11-27T22\n"
	           "  200 OK  1  25.00 %\n\nunknown\n  200 OK  1  25.00 %\n\n*",
	           "");
	RUN_TEXT(&r, log, "tally", "--by=hour", "-j");
	assert_run(&r, 0, "*\"code\":200,*\"hours\":?{\"hour\":\"2026-11-27T21\","
	           "\"count\":1},{\"hour\":\"2026-11-27T22\",\"count\":1},"
	           "{\"hour\":\"unknown\",\"count\":1}]}*", "");
	RUN_TEXT(&r, log, "tally", "--by=phrase");
	assert_run(&r, 0, "4 lines*\nPhrases as they stood in the input\n"
	           "  200 \"OK\": 2\n  200 \"Fine\": 1\n"
	           "  486 \"Busy Here\": 1\n", "");
	RUN_TEXT(&r, log, "tally", "--by=phrase", "-j");
	assert_run(&r, 0, "*\"phrases\":?{\"sent\":\"Fine\",\"count\":1},"
	           "{\"sent\":\"OK\",\"count\":2}]}*", "");
	RUN_TEXT(&r, "code\tphrase\tcount\tshare\tsource\n"
	         "200\tOK\t3\t1\t(other)\n486\tx\t2\t1\t(other)\n"
	         "200\tOK\t1\t1\t0123456789012345678901234567890123456789"
	         "01234567890123456789012345678901234567890\n",
	         "tally", "--merge");
	assert_run(&r, 0, "6 lines*\nLines counted under (other), which are not "
	           "told apart: 5\n*\n0123*6789 ...\n  200 OK  1  16.67 %\n\n"
	           "(other)\n  200 OK  3  50.00 %\n"
	           "  486 Busy Here  2  33.33 %\n", "");
	run_free(&r);
}

/* Whatever the seams of the buffer, and however long the line. */
static void keys_are_seen_wherever_the_buffer_ends(void **state)
{
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		for (size_t n = 0; n < 40; n++) {
			b.n = 0;
			while (b.n < 262144 - 4096 * i - 90 + n * 5)
				bytes_str(&b, b.n % 5 == 0 ? "0123\n" : "\n");
			bytes_str(&b, "\n2026-11-27 21:54:26 192.0.2.1:5060 -> "
			              "192.0.2.2:5060\n" RESPONSE);
			bytes_fill(&b, 'x', 9000);
			RUN_BYTES(&r, b.s, b.n, "tally", "-t", "--by=hour");
			assert_run(&r, 0, "*\t2026-11-27T21\n", "");
			RUN_BYTES(&r, b.s, b.n, "tally", "-t", "--by=source");
			assert_run(&r, 0, "*\t192.0.2.1\n", "");
		}
	}
	run_free(&r);
	bytes_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_hour_is_that_of_the_line_or_of_the_lines_above),
		TEST(the_source_is_the_address_that_sent),
		TEST(the_phrase_is_as_it_stood),
		TEST(keys_are_shown_in_every_format),
		TEST(keys_are_seen_wherever_the_buffer_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
