/* logs.c - each kind of place in which a value of the network ends up. */
#include "logs.h"

#include <string.h>

#define FIELDS                                                                 \
	"Via: SIP/2.0/UDP h@;branch=z9hG4bK1@;received=@;rport=@\r\n"          \
	"From: \"@\" <sip:a@b@>;tag=1@\r\nTo: \"@\" <sip:c@d@>;tag=2@\r\n"     \
	"Call-ID: x@\r\nContact: <sip:@>;expires=@\r\n"

const char *const logs[] = {
	/* A response, with a place in each header field. */
	"SIP/2.0 486 Busy@\r\n" FIELDS "CSeq: 1 INVITE\r\n"
	"Server: x@\r\nUser-Agent: @\r\n"
	"Reason: Q.850;cause=17;text=\"@\"\r\nReason: @;cause=@\r\n"
	"Warning: 399 h@ \"@\"\r\nWarning: 305 @ \"x\"\r\nWarning: @\r\n"
	"WWW-Authenticate: Digest realm=\"@\",qop=\"@\",algorithm=@\r\n"
	"Proxy-Authenticate: @ realm=@\r\nRequire: @\r\nAllow: @\r\n"
	"Unsupported: a@\r\nSupported: @\r\nRetry-After: 5 (@);duration=@\r\n"
	"Min-Expires: @\r\nMin-SE: @\r\nX-Error@: @\r\nX-Hangup-Cause: @\r\n"
	"bad@\r\n@: x\r\nAlert-Info: @\r\nErr@or-Info: <@>\r\n"
	"Content-Type: @\r\nContent-Length: @\r\n\r\n",
	/* The number and method of CSeq; a code without a record. */
	"SIP/2.0 799 @\r\nVia: @\r\nFrom: @\r\nTo: @\r\nCall-ID: @\r\n"
	"CSeq: 1@ INV@ITE\r\nX-Reason: @\r\n\r\n",
	"SIP/2.0 200 OK\r\nCSeq: @ @\r\nExpires: @\r\nDate: @\r\n\r\n",
	/* A request and its responses. */
	"2026-11-27 10:00:00.1@ INVITE sip:@ SIP/2.0\r\n"
	"INVITE sip:b@x SIP/2.0\r\n" FIELDS "CSeq: 1 INVITE\r\n"
	"Require: a@, @b\r\nRoute: <sip:@>\r\nSession-Expires: 90@\r\n"
	"Max-Forwards: 0@\r\nIdentity: @\r\nReplaces: @\r\n"
	"Authorization: Digest username=\"@\",realm=\"@\",nonce=\"@\","
	"response=\"@\",uri=\"@\"\r\n"
	"Content-Type: application/sdp@\r\nContent-Length: 900\r\n\r\n"
	"v=0@\r\no=@ 1 1 IN IP4 @\r\ns=@\r\nc=IN IP4 @\r\n"
	"m=audio 1 RTP/AVP 0 @\r\na=rtpmap:0 @\r\na=crypto:@\r\nb=@\r\n\r\n"
	"SIP/2.0 420 Bad @\r\n" FIELDS "CSeq: 1 INVITE\r\n"
	"Unsupported: @\r\nContent-Length: 0\r\n\r\n"
	"SIP/2.0 422 @\r\n" FIELDS "CSeq: 1 INVITE\r\nMin-SE: 9@\r\n\r\n"
	"SIP/2.0 488 @\r\n" FIELDS "CSeq: 1 INVITE\r\n"
	"Content-Type: application/sdp\r\n\r\nv=0\r\nm=@ 1 @ 2\r\na=@\r\n",
	/* Two calls, for the overview and the ladder. */
	"INVITE sip:@ SIP/2.0\r\nVia: SIP/2.0/UDP h@;branch=z9hG4bKa\r\n"
	"From: <sip:a@>;tag=1\r\nTo: <sip:c>\r\nCall-ID: y@\r\n"
	"CSeq: 1 INVITE\r\nRoute: <sip:r@>\r\n\r\n"
	"SIP/2.0 407 @\r\nVia: SIP/2.0/UDP h@;branch=z9hG4bKa\r\n"
	"From: <sip:a@>;tag=1\r\nTo: <sip:c>;tag=3\r\nCall-ID: y@\r\n"
	"CSeq: 1 INVITE\r\n\r\n"
	"ME@ sip:@ SIP/2.0\r\nVia: SIP/2.0/UDP q@;branch=z9hG4bKb\r\n"
	"From: <sip:a>;tag=1\r\nTo: <sip:c>\r\nCall-ID: z\r\n"
	"CSeq: 9 ME@\r\n\r\nSIP/2.0 481 x@\r\n"
	"Via: SIP/2.0/UDP q@;branch=z9hG4bKb\r\nFrom: <sip:a>;tag=1\r\n"
	"To: <sip:c>;tag=3\r\nCall-ID: z\r\nCSeq: 9 ME@\r\n\r\n",
	/* Lines of logs, of many forms. */
	"@ 10.0.0.1@ SIP/2.0 486 Busy@\n[@] 486 @\nSipResp: 480 @\n"
	"Got SIP response 486 \"@\" back from @\n;code=486;reason=@;\n"
	"{\"status_code\":486,\"status_msg\":\"@\",\"cseq\":\"1 @\","
	"\"src_ip\":\"@\",\"ts\":\"@\"}\n"
	"2026-11-27T10:00:00@ 1.2.3.@4:5060 -> x: SIP/2.0 503 @ Unavailable\n"
	"SIP/2.0 404 Not Found\rCSeq: 1 @\r\rSIP/2.0 200 @\n"
	"\"firstLine\":\"SIP/2.0 603 @\"\nSession: @ SIP/2.0 486 @ SIP/2.0\n",
	/* Messages within strings. */
	"{\"t\":\"@\",\"msg\":\"SIP/2.0 486 B@\\r\\nVia: @\\r\\nServer: @"
	"\\r\\nCSeq: 1 INVITE\\r\\nReason: SIP;text=\\\"@\\\"\\r\\n\\r\\n\"}\n"
	"{\"msg\":\"SIP/2.0 480 \\u001b[31m\\u009b2J\\u202e\\ud800\\u0000@"
	"\\r\\nServer: \\u001b]0;x\\u0007\\u2028\\ufeff\\udb40\\udc41"
	"\\r\\nCSeq: 2 \\u001bINVITE\\r\\nX-Reason: \\u0008\\r\\n\\r\\n\"}\n"
	"<data>SIP/2.0 403 &#27;[1m&#155;&#x202e;@&#13;&#10;Server: &#27;c@"
	"&#13;&#10;CSeq: 1 INVITE&#13;&#10;&#13;&#10;</data>\n"
	"SIP/2.0 500 %1B%5B1m%9b@%0D%0AServer: %1bc@%0D%0ACSeq: 1 INVITE"
	"%0D%0A%0D%0A\n"
	"SIP/2.0 501 #033[1m@#015#012Server: #033c@#015#012CSeq: 1 INVITE"
	"#015#012#015#012\n"
	"'SIP/2.0 502 \\x1b[1m\\233@\\r\\nServer: \\033c@\\r\\nCSeq: 1 INVITE"
	"\\r\\n\\r\\n'\n",
	/* A bare column; a tally, or what looks like it. */
	"486\n@\n487 @\n\"@\"\n",
	"code\tphrase\tcount\tshare\tsent\n486\tBusy@\t3\t60.00\t@\n@\n"
	"487\t@\t@\t@\t@\n480\tx\t1\t20.00\t@ ...\n"
	"401\tUnauthorized\t1\t20.00\t\\x1b[1m\\x9b@\n",
};
const size_t log_count = LEN(logs);

void log_with(struct bytes *b, const char *log, const char *s, size_t n)
{
	b->n = 0;
	for (; *log != '\0'; log++)
		if (*log == '@')
			bytes_add(b, s, n);
		else
			bytes_add(b, log, 1);
}

const char *const log_calls[][LOG_WORDS] = {
	{ "explain", "--color=always" },
	{ "explain", "-b", "--hyperlink=always", "--all" },
	{ "explain", "-w50", "--lang=vi" },
	{ "explain", "--flow" },
	{ "explain", "--flow", "-w40", "--color=always" },
	{ "explain", "--flow", "--format=markdown" },
	{ "explain", "--format=markdown" },
	{ "explain", "--json", "--all" },
	{ "explain", "--tsv" },
	{ "check", "--color=always" },
	{ "check", "--hyperlink=always", "-w60" },
	{ "check", "--json" },
	{ "check", "--tsv" },
	{ "check", "--format=markdown" },
	{ "check", "--format=sarif" },
	{ "tally", "--color=always" },
	{ "tally", "--by=phrase", "-w40" },
	{ "tally", "--by=phrase", "--json" },
	{ "tally", "--by=phrase", "--tsv" },
	{ "tally", "--by=method", "--tsv", "--loose" },
	{ "tally", "--by=source", "--format=markdown" },
	{ "tally", "--by=hour", "--json" },
	{ "tally", "--by=phrase", "--format=markdown" },
	{ "tally", "--json" },
	{ "tally", "--column" },
	{ "tally", "--column", "--json" },
	{ "tally", "--merge" },
	{ "tally", "--merge", "--by=phrase" },
	{ "tally", "--merge", "--by=phrase", "--tsv" },
	{ "tally", "--merge", "--by=phrase", "--json" },
	{ "-F", "code,phrase", "-" },
	{ "-F", "code,phrase", "-", "--json" },
	{ "-F", "code,phrase", "-0", "-" },
};
const size_t log_call_count = LEN(log_calls);
