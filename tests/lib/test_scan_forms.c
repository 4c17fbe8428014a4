/* test_scan_forms.c - how products write a response, a row each; and what
 * looks like one but is none. */
#include "bytes.h"

#include <stdlib.h>
#include <string.h>
#include <sipcode.h>

struct row {
	const char *line;
	unsigned code; /* 0: no response */
	const char *phrase;
	const char *product; /* whose form it is; NULL: the status line */
};

#define LINE NULL

/* The status line, with something before and behind it. */
static const struct row status_lines[] = {
	/* Asterisk, sngrep, SIPp -trace_msg, Linphone, Oracle, Homer */
	{ "SIP/2.0 401 Unauthorized", 401, "Unauthorized", LINE },
	{ "SIP/2.0 182 Queued, 2 callers ahead", 182,
	  "Queued, 2 callers ahead", LINE },
	{ "SIP/2.0 486", 486, "", LINE },
	{ "SIP/2.0 486 ", 486, "", LINE },
	{ "sip/2.0 486 Busy Here", 486, "Busy Here", LINE },
	{ "SIP/2.0  486  Busy Here", 486, "Busy Here", LINE },
	{ "SIP/2.0 100 Trying...", 100, "Trying", LINE },
	{ "SIP/2.0 200 \303\226K", 200, "\303\226K", LINE },
	{ "SIP/2.0 699 Mine", 699, "Mine", LINE },
	/* FreeSWITCH siptrace */
	{ "   SIP/2.0 180 Ringing  ", 180, "Ringing", LINE },
	{ "\033[32mSIP/2.0 200 OK", 200, "OK", LINE },
	{ "\033[36;1mSIP/2.0 200 OK\033[m", 200, "OK", LINE },
	{ "84b8a5@pbx.example.com    SIP/2.0 404 Not Found", 404,
	  "Not Found", LINE },
	/* Kamailio */
	{ "ERROR: core: message=<SIP/2.0 400 Bad Request URI", 400,
	  "Bad Request URI", LINE },
	{ "message=<SIP/2.0 400 Bad Request URI>", 400,
	  "Bad Request URI", LINE },
	{ "\"sip_in\": [\"SIP/2.0 200 OK\\r\\nVia: SIP/2.0/UDP 127.0.0.1", 200,
	  "OK", LINE },
	{ "|  2 | 2019-07-18 09:00:18 | reply |             | SIP/2.0 100 "
	  "trying -- your call is important to us", 100,
	  "trying -- your call is important to us", LINE },
	/* ngrep */
	{ "SIP/2.0 403 Forbidden.", 403, "Forbidden", LINE },
	{ "    SIP/2.0 403 Forbidden.  ", 403, "Forbidden", LINE },
	{ "  SIP/2.0 200 OK..Via: SIP/2.0/UDP 127.0.1.1:5060;bran", 200,
	  "OK", LINE },
	/* tcpdump -n, -v, -A */
	{ "12:34:56.401 IP a.5060 > b.5060: SIP: SIP/2.0 401 Unauthorized", 401,
	  "Unauthorized", LINE },
	{ "\tSIP/2.0 401 Unauthorized", 401, "Unauthorized", LINE },
	{ "E.....@.7..+..!#..........81SIP/2.0 401 Unauthorized", 401,
	  "Unauthorized", LINE },
	{ "\377\001\002b.xSIP/2.0 403 Wrong password", 403,
	  "Wrong password", LINE },
	/* tshark -V, -T json */
	{ "    Status-Line: SIP/2.0 401 Unauthorized", 401,
	  "Unauthorized", LINE },
	{ "\"sip.Status-Line\": \"SIP/2.0 401 Unauthorized\",", 401,
	  "Unauthorized", LINE },
	/* SIPp -trace_shortmsg, -trace_err */
	{ "2026-01-08\t20:28:01\t1767904081.5\tR\t1-9@127.0.0.1\tCSeq:1 INVITE"
	  "\tSIP/2.0 486 Busy Here", 486, "Busy Here", LINE },
	{ "while expecting '183' (index 3), received 'SIP/2.0 486 Busy Here",
	  486, "Busy Here", LINE },
	/* An application upon pjsip */
	{ "Response msg 488/INVITE/cseq=2 SIP/2.0 488 Unable to create media "
	  "session", 488, "Unable to create media session", LINE },
	/* Cisco CUE, phones, Jabber */
	{ "sip-ltp17: 3602, State=CONTACTING SIP/2.0 100 Trying Via: "
	  "SIP/2.0/UDP 10.0.0.1", 100, "Trying", LINE },
	{ "JAVA-sipio-recv<--- SIP/2.0 202 Accepted^M", 202, "Accepted", LINE },
	{ "Rcvd:SIP/2.0 202 Accepted  Cseq:1000 REFER CallId:x", 202,
	  "Accepted", LINE },
	{ "v<--- SIP/2.0 180 Ringing Via: SIP/2.0/TCP 10.0.0.1 From: <sip:a@b>",
	  180, "Ringing", LINE },
	{ "SIP/2.0 200 OK From: <sip:a@b>", 200, "OK", LINE },
	{ "SIP/2.0 200 OK To: <sip:a@b>", 200, "OK", LINE },
	{ "SIP/2.0 200 OK Call-ID: x", 200, "OK", LINE },
	{ "SIP/2.0 200 OK CSeq: 1 INVITE", 200, "OK", LINE },
	{ "SIP/2.0 200 OK Authentication-Info: nextnonce=\"x\"", 200,
	  "OK", LINE },
	/* AudioCodes */
	{ "                                                  SIP/2.0 200 OK",
	  200, "OK", LINE },
	{ "-- SIP/2.0 200 OK#012Via: SIP/2.0/UDP 10.0.0.1", 200, "OK", LINE },
	/* Lync, Samsung, H3C, JAIN-SIP, nmap */
	{ "Start-Line: SIP/2.0 200 OK#015", 200, "OK", LINE },
	{ "I/SIPMSG[0,2]( 2815): [-->] SIP/2.0 500 Server Internal Error "
	  "[CSeq: 1 MESSAGE]", 500, "Server Internal Error", LINE },
	{ "[SIP/2.0 100 Trying]{lang=\"EN-US\"}", 100, "Trying", LINE },
	{ "<message><![CDATA[SIP/2.0 100 Trying", 100, "Trying", LINE },
	{ "5060 sip: SIP/2.0 500 Server Internal Error\\x0D\\x0Ay", 500,
	  "Server Internal Error", LINE },
	/* PHP; tables; trees */
	{ "{\"msg\":\"SIP\\/2.0 486 Busy Here\\r\\nVia: SIP\\/2.0\\/UDP", 486,
	  "Busy Here", LINE },
	{ "| 10:00:00 | SIP/2.0 486 Busy Here |", 486, "Busy Here", LINE },
	{ "| SIP/2.0 486 Busy Here | 10:00:00 |  ", 486, "Busy Here", LINE },
	{ "\342\224\202 7 \342\224\202 SIP/2.0 486 Busy Here \342\224\202", 486,
	  "Busy Here", LINE },
	{ "\342\224\234\342\224\200 SIP/2.0 486 Busy Here", 486, "Busy Here",
	  LINE },
	{ "x |   SIP/2.0 401 Unauthorized     |", 401, "Unauthorized", LINE },
};

/* The code without a status line, where it is safe. */
static const struct row keyed[] = {
	{ "   4 0.1 10.0.0.1 \342\206\222 10.0.0.2 SIP 528 Status: 401 "
	  "Unauthorized | ", 401, "Unauthorized", "tshark, Wireshark" },
	{ "10.0.0.1 -> 10.0.0.2 SIP/SDP 805 Status: 200 OK (INVITE) | ", 200,
	  "OK", "tshark, Wireshark" },
	{ "10.0.0.1 -> 10.0.0.2 SIP 805 Status: 200 OK (REGISTER)  (1 binding) "
	  "| ", 200, "OK", "tshark, Wireshark" },
	{ "16 3.0 2001:db8::183 \342\206\222 2001:db8::32 GTP <SIP> 813 "
	  "Status: 401 Unauthorized | ", 401, "Unauthorized",
	  "tshark, Wireshark" },
	{ "\"2\",\"0.001\",\"192.0.2.20\",\"192.0.2.10\",\"SIP\",\"607\","
	  "\"Status: 401 Unauthorized | \"", 401, "Unauthorized",
	  "tshark, Wireshark" },
	{ "\"4\",\"0.002\",\"192.0.2.10\",\"SIP/SDP\",\"907\","
	  "\"Status: 200 OK (INVITE) | \"", 200, "OK", "tshark, Wireshark" },
	{ "2\t0.001\t192.0.2.20\t192.0.2.10\tSIP\t607\tStatus: 401 "
	  "Unauthorized", 401, "Unauthorized", "tshark, Wireshark" },
	{ "3 0.1 192.0.2.1 -> 192.0.2.2 SIP/SDP Status: 200 OK, with session "
	  "description", 200, "OK", "tshark, Wireshark" },
	{ "<section>Status: 401 Unauthorized | </section>", 401,
	  "Unauthorized", "tshark -T psml" },
	{ "{\"sip\":{\"cseq\":{\"code\":102,\"method\":\"INVITE\"},"
	  "\"code\":486,\"status\":\"Busy Here\",\"type\":\"response\"}}",
	  486, "Busy Here", "Packetbeat" },
	{ "{\"response_path\":[\"SIP/2.0/UDP 192.0.2.57:5060\"],"
	  "\"status_code\":401,\"status_msg\":\"Unauthorized\"}", 401,
	  "Unauthorized", "Zeek" },
	{ "INVITE failed: sip status: 486: Busy Here (SIP 486)", 486,
	  "Busy Here", "LiveKit" },
	{ "SipResp: 489 tid=899769382 cseq=1 SUBSCRIBE / 1 from(wire)", 489, "",
	  "reSIProcate" },
	{ "    -- Got SIP response 486 \"Busy Here\" back from 1.2.3.4:5060",
	  486, "Busy Here", "Asterisk" },
	{ "Got SIP response 401: Unauthorized", 401, "Unauthorized",
	  "Asterisk" },
	{ "ACC: transaction answered: timestamp=1;method=INVITE;code=486;"
	  "reason=Busy Here;src_user=a", 486, "Busy Here", "Kamailio, OpenSIPS" },
	{ "ACC: call missed: timestamp=1;code=478;reason=Request Failure;", 478,
	  "Request Failure", "Kamailio, OpenSIPS" },
	{ "{\"call_id\":\"x\",\"status_code\":401,\"status_msg\":"
	  "\"Unauthorized\"}", 401, "Unauthorized", "Zeek" },
	{ "{\"cseq\":\"1 REGISTER\",\"status_code\":401}", 401, "",
	  "Zeek" },
};

/* What stands beside the message, or twice. */
static const struct row loose[] = {
	{ ".RX 574 bytes Response msg 401/REGISTER/cseq=12 (rdata0x7f) from "
	  "TCP", 401, "", "PJSIP" },
	{ "--> SIP/2.0 202 Accepted() --> [SIPCC]", 202, "Accepted",
	  "Cisco phones" },
	{ "firstLine=\"SIP/2.0 100 Trying\" ", 100, "Trying", "JAIN-SIP" },
	{ "Channel sofia/internal/x entering state [terminated][486]", 486, "",
	  "FreeSWITCH" },
	{ "\"sip_term_status\": \"487\"", 487, "", "FreeSWITCH" },
	{ "proto_specific_hangup_cause: sip:486", 486, "", "FreeSWITCH" },
	{ "SipResponseCode=\"404\";SipResponseText=\"Not Found\"", 404, "",
	  "Twilio" },
	{ "Got SIP INFO response 488 \"Not Acceptable Here\" back from host",
	  488, "Not Acceptable Here", "Asterisk" },
	{ "uac_reg_tm_callback(): got sip response 403 while registering [t1]",
	  403, "", "Kamailio" },
};

static const char *const traps[] = {
	/* Arrow lines, byte counts, frame lengths, timers */
	"<--- Transmitting (NAT) to 10.0.0.1:5060 --->",
	"<--- Received SIP response (602 bytes) from UDP:10.0.0.1:5060 --->",
	"recv 734 bytes from udp/[1.2.3.4]:5060 at 19:34:41.657063:",
	"UDP message received [483] bytes :",
	"10.0.0.1 -> 10.0.0.2 SIP 483 Request: INVITE sip:486@b",
	"channel [0x7f]: received [200] new bytes from [UDP://host:5060]:",
	"proto:UDP 2025-07-28T16:44:23.165441Z  10.0.0.1:404 ---> b:486",
	"\t0x0020:  5349 502f 322e 3020  SIP/2.0.401.Unau",
	/* Said again elsewhere */
	"        Status-Code: 401",
	"\"sip.Status-Code\": \"401\"",
	"Session Initiation Protocol (401)",
	"  SIP 407 Proxy Authentication Required :     3 Packets",
	"<1.2.3.4:0   >:202 Acc:",
	"SIP(100)",
	/* Codes that are no message */
	"Overriding SIP cause 480 with 200 from the other leg",
	"chan_pjsip_hangup:  Cause: 488",
	"Reason: SIP;cause=200;text=\"Call completed elsewhere\"",
	"Reason: Q.850;cause=88",
	"1767904081,486,Busy Here,1.2.3.4",
	"404,404,",
	"INVITE sip:*97@pbx;8999",
	"code=486;other=1",
	"code=4860;reason=x",
	";code=099;reason=x;",
	"SipResp: 4899 tid=1",
	"Got SIP response 48 \"x\"",
	"sip status: none",
	/* What a program asks for, refuses, wishes, repeats or counts */
	"pjsua_call.c  Answering call 0: code=180",
	"pjsua_call.c  Call 0 hanging up: code=486..",
	"sip_transport.c  Error: Operation timed out [status=120110]",
	"SIP registration error: Forbidden [status=170403]",
	"sip.user-agent-client | Generating internal 408 Request Timeout.",
	"{\"msg\":\"Closing inbound call\",\"status\":486,\"reason\":\"x\"}",
	"{\"msg\":\"Inbound call closed\",\"status\":486,\"reason\":\"x\"}",
	"sofia.c:7069 Overriding 480 Temporarily Unavailable with 486",
	"sofia.c:1234 Remote Reason: 16",
	"Channel sofia/external/100 entering state [calling][0]",
	"Channel sofia/external/100 entering state [terminated][900]",
	"trunk1 Failed Registration with status Timeout [904]. failure #1",
	"Originate Resulted in Error Cause: 117 [USER_BUSY]",
	"Hangup sofia/external/100 [CS_EXECUTE] [USER_BUSY]",
	"nta: 200 OK is duplicate response",
	"nta: 180 Ringing was discarded",
	"nta: not sending 487",
	"[janus.plugin.sip-0x1] >> Pushing event: 200 (Success)",
	"res_ari.c: Invalid error response 204 for /channels/1.",
	"-- Nobody picked up in 480 ms",
	"-- Everyone is busy/congested at this time (100:100/0/0)",
	"chan_pjsip.c: PJSIP/alice-1: ast_cause: 117  tech_cause: none",
	"Event: Hangup; Cause: 117; Cause-txt: User busy",
	"chan_sip.c: Using Reason header for cause code: 116",
	"can't generate 500 reply when a final 486 was sent out",
	"INFO: <script>: reply 486 Busy Here for abc123",
	"Could not send reply: code=486; reason='Busy Here'",
	"Line 1: call failed.",
	"{\"sip\":{\"callid\":[\"abc\"],\"statuscode\":[100,180,486]}}",
	"{\"sip\":{\"type\":\"response\",\"cseq\":{\"code\":102}}}",
	"| 486 | Busy Here | abc123 |",
	"heplify_method_response{method=\"INVITE\",response=\"486\"} 17",
	"heplify_method_response,method=INVITE,response=486 counter=17",
	"drachtio_sip_responses_in_total{method=\"INVITE\",code=\"486\"} 4",
	"10.0.0.1:5060 -> 10.0.0.2:5060 486:INVITE",
	"while expecting '180' (index 2), received 'INVITE sip:a@b SIP/2.0",
	"2026-03-01 10:00:00;486,486,503,",
	"No response. (Fehler 404)",
	"GS_LOG: [00:00:5e:00:53:01][486] Ethernet link is up",
	"Disconnect Cause (CC)    :117",
	"4 alice@sip.example.com:5060 401 No",
	"|CALL_END |1 |RELEASE_BECAUSE_DESTINATION_BUSY |BUSY |117 |Busy",
	"1772359200|1772359190.1|support|PJSIP/bob|RINGNOANSWER|486",
	"10.0.0.1,10.0.0.2,SIP,486,Busy Here",
	"1772359200.1\tCx1\t10.0.0.1\t5060\t486\tBusy Here",
	"onCallStartFailed reasonCode=ImsReasonInfo :: {510 : CODE_USER, 0, x}",
	"Grafana: status=\"401\", status: 503, code 486, error 404",
	/* HTTP and other protocols */
	"10:00 health of the SIP trunk API over HTTPS: Status: 503 x",
	"SIP trunk: Status: 503 x", "SIPTRUNK 1 x Status: 503 x",
	"{\"level\":\"info\",\"status\":200,\"msg\":\"GET /sip\"}",
	"{\"sip\":1,\"code\":404,\"reason\":\"no such page\"}",
	"HTTP/1.1 403 Forbidden",
	"HTTP/2.0 403 Forbidden",
	"GET / HTTP/1.1 Status: 404 Not Found",
	"Status: 404 Not Found",
	"{\"uri\":\"/\",\"status_code\":404,\"status_msg\":\"Not Found\"}",
	/* SIP/2.0 that is no response */
	"INVITE sip:a@b SIP/2.0",
	"Via: SIP/2.0/UDP 10.0.0.1:5060",
	"v:SIP/2.0/UDP 10.0.0.1, SIP/2.0/UDP 10.0.0.2",
	"variable_sip_full_via: [SIP/2.0/WSS 10.0.0.1",
	"parse_via(): error <SIP/2.0/UDP 486",
	"REGISTER sip:x SIP/2.0() -->",
	"Rcvd:REGISTER sip:x SIP/2.0  Cseq:113 REGISTER CallId:x",
	"GET /SIP/2.0-space-200-space-ok",
	"SIP/2.0 403 Forbidden.*",
	"^<HOST> SIP/2.0 403 Forbidden.*$",
	"|   SIP/2.0 401 Unauthorized     |",
	"|   SIP/2.0 401 Unauthorized     |               |",
	"|               |<--- SIP/2.0 401 Unauthorized -----|",
	"\342\224\202   SIP/2.0 401 Unauthorized     \342\224\202",
	"\342\224\202   SIP/2.0 200 OK  \342\224\202         \342\224\202  ",
	"\342\224\203 SIP/2.0 200 OK \342\224\203",
	"\342\225\221 SIP/2.0 200 OK \342\225\221",
	"  |   SIP/2.0 401 Unauthorized     |  ",
	/* Codes that are none */
	"SIP/2.0 4294967301 Better not break the receiver",
	"SIP/2.0 099 x",
	"SIP/2.0 700 x",
	"SIP/2.0 42 x",
	"SIP/2.0 486x",
	"SIP/2.0 486;", "SIP/2.0 486,", "SIP/2.0 486:", "SIP/2.0 486)",
	"{ SIP/2.0 486}",
	"SIP/2.0 4 86",
	"SIP/2.0486 Busy Here",
	"SIP/2.0", "SIP/2.0 ", "SIP/2.0 4", "SIP/2.0 48",
	"SIP/1.0 486 x",
	"SIP/2.0\n486 Busy Here",
	"SIP/2.0 \n486 Busy Here",
	"",
};

static int is_of(const struct sipcode_match *m, const char *product)
{
	return product == NULL
	               ? m->form == SIPCODE_STATUS_LINE
	               : strcmp(sipcode_form_product(m->form), product) == 0;
}

/* The first response, or the first one that is not loose. */
static int scan(const char *s, size_t n, int with_loose,
                struct sipcode_match *m)
{
	size_t from = 0;

	while (sipcode_scan(s, n, from, m)) {
		if (with_loose || !m->loose)
			return 1;
		from = m->at + 3;
	}
	return 0;
}

static int right(const struct row *row, const char *s, size_t n,
                 size_t before, int is_loose)
{
	struct sipcode_match m = { 0 };
	int found = scan(s, n, is_loose, &m);

	if (row->code == 0)
		return !found;
	return found && m.loose == is_loose && m.code == row->code &&
	       is_of(&m, row->product) &&
	       m.start >= before && m.end <= before + strlen(row->line) &&
	       m.phrase_len == strlen(row->phrase) &&
	       memcmp(s + m.phrase, row->phrase, m.phrase_len) == 0;
}

/* The line alone, and among others with every end that a line may have;
 * returns how often it was not seen as it should. */
static size_t wrong(const struct row *row, int is_loose)
{
	static const struct {
		const char *before, *behind;
	} among[] = {
		{ "", "" }, { "", "\n" }, { "", "\r\n" },
		{ "x\n", "\nVia: SIP/2.0/UDP 10.0.0.1:5060\n" },
		{ "|\r\n", "\r\nCSeq: 1 INVITE |\r\n" },
	};
	size_t bad = 0;

	for (size_t k = 0; k < LEN(among); k++) {
		struct bytes b = { 0 };
		char *s;

		bytes_str(&b, among[k].before);
		bytes_str(&b, row->line);
		bytes_str(&b, among[k].behind);
		s = exactly(b.s, b.n);
		if (!right(row, s, b.n, strlen(among[k].before),
		           is_loose)) {
			print_error("not %u \"%s\", in case %zu: %s\n",
			            row->code, row->phrase, k, row->line);
			bad++;
		}
		free(s);
		bytes_free(&b);
	}
	return bad;
}

static void a_status_line_is_seen_wherever_it_stands(void **state)
{
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(status_lines); i++)
		bad += wrong(&status_lines[i], 0);
	assert_int_equal(bad, 0);
}

static void a_keyed_code_is_seen_where_it_is_safe(void **state)
{
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(keyed); i++)
		bad += wrong(&keyed[i], 0);
	assert_int_equal(bad, 0);
}

static void what_may_be_told_twice_is_loose(void **state)
{
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(loose); i++) {
		bad += wrong(&loose[i], 1);
		bad += wrong(&(struct row){ loose[i].line, 0, "", LINE }, 0);
	}
	assert_int_equal(bad, 0);
}

static void what_is_no_response_is_not_seen(void **state)
{
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(traps); i++)
		bad += wrong(&(struct row){ traps[i], 0, "", LINE }, 1);
	assert_int_equal(bad, 0);
}

/* A NUL is a byte like any other. */
static void a_nul_ends_no_phrase(void **state)
{
	static const char s[] = "code=486;reason=Busy\0Here;x";
	struct sipcode_match m;

	(void)state;
	assert_true(sipcode_scan(s, sizeof(s) - 1, 0, &m));
	assert_int_equal(m.phrase_len, strlen("Busy Here"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_status_line_is_seen_wherever_it_stands),
		TEST(a_keyed_code_is_seen_where_it_is_safe),
		TEST(what_may_be_told_twice_is_loose),
		TEST(what_is_no_response_is_not_seen),
		TEST(a_nul_ends_no_phrase),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
