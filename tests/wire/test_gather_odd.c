/* test_gather_odd.c - messages whose lines a log has written in odd ways, and
 * texts that only look like a way of writing. */
#include "gathered.h"

#include <string.h>

static const struct gathered_log odd[] = {
	{ "a dissector's start line and fields in one line",
	  "{\"Status-Line\": \"SIP/2.0 486 Busy Here\", \"h\": \"Via: "
	  "x\\r\\nTo: y\\r\\n\"}\n",
	  "SIP/2.0 486 Busy Here\n"
	  "Via: x\n"
	  "To: y\n"
	  "<garbled>\n" },
	{ "a backslash and a letter, before a mark of YAML",
	  "- m: \"SIP/2.0 486 Busy Here\\r\\nSubject: a\\\\r\\\n"
	  "    n\\r\\nTo: y\\r\\n\\r\\n\"\n",
	  "SIP/2.0 486 Busy Here\n"
	  "Subject: a\\rn\n"
	  "To: y\n"
	  "\n"
	  "<garbled>\n" },
	{ "a start line alone in quotes, up to a letter",
	  "{\"m\":\"SIP/2.0 480 Gone soon\"}\n",
	  "SIP/2.0 480 Gone soon\n"
	  "<cut>\n" },
	{ "lines of syslog between two of the message",
	  "SIP/2.0 486 Busy Here\n"
	  "Via: x\n"
	  "Nov 28 10:00:00 host x[1]: a thread\n"
	  "To: y\n"
	  "CSeq: 1 BYE\n"
	  "\n",
	  "SIP/2.0 486 Busy Here\n"
	  "Via: x\n"
	  "To: y\n"
	  "CSeq: 1 BYE\n"
	  "\n"
	  "<whole>\n" },
	{ "a line without its colon, behind a long one",
	  "SIP/2.0 486 Busy Here\n"
	  "Warning: 399 example.com \"this is a long text, the longest "
	  "of all of them\"\n"
	  "Subject: another long text, but there was still room for a "
	  "word\n"
	  "Server x\n"
	  "To: y\n"
	  "\n",
	  "SIP/2.0 486 Busy Here\n"
	  "Warning: 399 example.com \"this is a long text, the longest "
	  "of all of them\"\n"
	  "Subject: another long text, but there was still room for a "
	  "word\n"
	  "Server x\n"
	  "To: y\n"
	  "\n"
	  "<garbled>\n" },
	{ "a mark of what is left out, without what stands before the others",
	  "> SIP/2.0 486 Busy Here\n"
	  "> Via: x\n"
	  "[...]\n"
	  "> To: y\n"
	  "> CSeq: 1 BYE\n"
	  ">\n",
	  "SIP/2.0 486 Busy Here\n"
	  "Via: x\n"
	  "To: y\n"
	  "CSeq: 1 BYE\n"
	  "\n"
	  "<garbled>\n" },
	{ "a bracket alone before each line",
	  ">SIP/2.0 486 Busy Here\n"
	  ">Via: x\n"
	  ">\"y\"\n"
	  ">To: y\n"
	  ">\n",
	  "SIP/2.0 486 Busy Here\n"
	  "Via: x\n"
	  "\"y\"\n"
	  "To: y\n"
	  "\n"
	  "<garbled>\n" },
	{ "strings, and a field that stands in none",
	  "{\"m\":\"SIP/2.0 486 Busy Here\\r\\n\"}\n"
	  "{\"m\":\"Via: x\\r\\n\"}\n"
	  "To: y\n"
	  "{\"m\":\"CSeq: 1 BYE\\r\\n\"}\n"
	  "{\"m\":\"\\r\\n\"}\n",
	  "SIP/2.0 486 Busy Here\n"
	  "Via: x\n"
	  "CSeq: 1 BYE\n"
	  "\n"
	  "<garbled>\n" },
	{ "strings with short names",
	  "{\"m\":\"SIP/2.0 486 Busy Here\\r\\n\"}\n"
	  "{\"m\":\"v: x\\r\\n\"}\n"
	  "{\"m\":\"t: y\\r\\n\"}\n"
	  "{\"m\":\"\\r\\n\"}\n",
	  "SIP/2.0 486 Busy Here\n"
	  "v: x\n"
	  "t: y\n"
	  "\n"
	  "<garbled>\n" },
	{ "quoted-printable, as cat -A shows it",
	  "SIP/2.0 200 OK$\n"
	  "Via: SIP/2.0/UDP "
	  "h;branch=3Dz9hG4bKa;received=3D192.0.2.1;rpo=$\n"
	  "rt=3D5060$\n"
	  "To: <sip:a@b>;tag=3D2$\n"
	  "$\n",
	  "SIP/2.0 200 OK$\n"
	  "Via: SIP/2.0/UDP h;branch=z9hG4bKa;received=192.0.2.1;rpo=$\n"
	  "To: <sip:a@b>;tag=2$\n"
	  "<garbled>\n" },
	{ "a body in brackets that is cut",
	  "> SIP/2.0 200 OK\n"
	  "> To: y\n"
	  "> Content-Type: a/b\n"
	  "> Content-Length: 30\n"
	  ">\n"
	  "> abc\n"
	  "> SIP/2.0 180 Ringing\n"
	  "> To: z\n"
	  ">\n",
	  "SIP/2.0 200 OK\n"
	  "To: y\n"
	  "Content-Type: a/b\n"
	  "Content-Length: 30\n"
	  "\n"
	  "--abc\n"
	  "<garbled>\n"
	  "SIP/2.0 180 Ringing\n"
	  "To: z\n"
	  "\n"
	  "<garbled>\n" },
	{ "a body in brackets before a line of the log",
	  "> SIP/2.0 200 OK\n"
	  "> To: y\n"
	  "> Content-Type: a/b\n"
	  "> Content-Length: 30\n"
	  ">\n"
	  "> abc\n"
	  "10:00 no more\n",
	  "SIP/2.0 200 OK\n"
	  "To: y\n"
	  "Content-Type: a/b\n"
	  "Content-Length: 30\n"
	  "\n"
	  "--abc\n"
	  "<garbled>\n" },
	{ "a text that does not begin at its quote",
	  "{\"m\": \"got SIP/2.0 486 Busy Here\\r\\nTo: \\\"y\\\" "
	  "<sip:a>\\r\\n\"}\n",
	  "SIP/2.0 486 Busy Here\n"
	  "To: \"y\" <sip:a>\n"
	  "<cut>\n" },
	{ "a quote at the front of the line",
	  "\"got SIP/2.0 486 Busy Here\\r\\nTo: \\\"y\\\" "
	  "<sip:a>\\r\\n\" z\n",
	  "SIP/2.0 486 Busy Here\n"
	  "To: \"y\" <sip:a>\n"
	  "<cut>\n" },
	{ "bytes of Python",
	  "b\"got SIP/2.0 486 Busy Here\\r\\nTo: \\\"y\\\" "
	  "<sip:a>\\r\\n\" z\n",
	  "SIP/2.0 486 Busy Here\n"
	  "To: \"y\" <sip:a>\n"
	  "<cut>\n" },
	{ "bytes of Python behind a word",
	  "x b\"got SIP/2.0 486 Busy Here\\r\\nTo: \\\"y\\\" "
	  "<sip:a>\\r\\n\" z\n",
	  "SIP/2.0 486 Busy Here\n"
	  "To: \"y\" <sip:a>\n"
	  "<cut>\n" },
	{ "a quote that closes",
	  "\"job\" got SIP/2.0 486 Busy Here\\r\\nTo: \"y\" "
	  "<sip:a>\\r\\n\n",
	  "SIP/2.0 486 Busy Here\n"
	  "To: \"y\" <sip:a>\n"
	  "<cut>\n" },
	{ "a fold behind the start line",
	  "{\"m\":\"SIP/2.0 486 Busy Here\\r\\n  Via: x\\r\\nTo: "
	  "y\\r\\n\"}\n",
	  "SIP/2.0 486 Busy Here\n"
	  "To: y\n"
	  "<cut>\n" },
	{ "entities in a string",
	  "{\"m\":\"SIP/2.0 486 Busy Here&#13;&#10;To: \\\"y\\\" "
	  "&lt;sip:a&gt;&#13;&#10;\"}\n",
	  "SIP/2.0 486 Busy Here\n"
	  "To: \"y\" <sip:a>\n"
	  "<cut>\n" },
	{ "entities in an attribute",
	  "10:00 m=\"SIP/2.0 486 Busy Here&#13;&#10;To: &quot;y&quot; \\ "
	  "&lt;sip:a&gt;&#13;&#10;\" n=\"1\"\n",
	  "SIP/2.0 486 Busy Here\n"
	  "To: \"y\" \\ <sip:a>\n"
	  "<cut>\n" },
	{ "a string within markup",
	  "<m>\"SIP/2.0 486 Busy Here\\r\\nTo: &lt;sip:a&gt;\\r\\nCSeq: "
	  "1 BYE\\r\\n\"</m>\n",
	  "SIP/2.0 486 Busy Here\n"
	  "To: <sip:a>\n"
	  "CSeq: 1 BYE\n"
	  "<cut>\n" },
	{ "lines in an attribute",
	  "<m v=\"SIP/2.0 486 Busy Here\n"
	  "To: &quot;y&quot; &lt;sip:a&gt;\n"
	  "CSeq: 1 BYE\n"
	  "\n"
	  "\"/>\n",
	  "SIP/2.0 486 Busy Here\n"
	  "To: \"y\" <sip:a>\n"
	  "CSeq: 1 BYE\n"
	  "\n"
	  "<garbled>\n" },
	{ "a string in a cell",
	  "1,\"{\"\"m\"\":\"\"SIP/2.0 486 Busy Here\\r\\nTo: "
	  "\\\"\"y\\\"\" <sip:a>\\r\\n\"\"}\"\n",
	  "SIP/2.0 486 Busy Here\n"
	  "To: \"y\" <sip:a>\n"
	  "<cut>\n" },
	{ "halves of a character that do not belong together",
	  "{\"m\":\"SIP/2.0 486 Busy\\r\\nTo: \\ud83d\\ue000 \\ud83d\\u "
	  "\\ud83d\\x\\r\\n\\r\\n\"}\n",
	  "SIP/2.0 486 Busy\n"
	  "To: ?\356\200\200 ?\\u ?\\x\n"
	  "\n"
	  "<garbled>\n" },
	{ "tags that are line ends",
	  "<m>SIP/2.0 486 Busy Here<br>Subject: a &lt;br&gt;<br/>To: "
	  "y<br />CSeq: 1 BYE<br><br></m>\n",
	  "SIP/2.0 486 Busy Here\n"
	  "Subject: a <br>\n"
	  "To: y\n"
	  "CSeq: 1 BYE\n"
	  "\n"
	  "<garbled>\n" },
	{ "a tag that is none, and ends the text",
	  "<m>SIP/2.0 486 Busy Here<br>To: y<bold>x<br>CSeq: 1 "
	  "BYE<br><br></m>\n",
	  "SIP/2.0 486 Busy Here\n"
	  "To: y\n"
	  "<cut>\n" },
	{ "a tag whose rest is missing",
	  "<m>SIP/2.0 486 Busy Here<br>To: y<b\n",
	  "SIP/2.0 486 Busy Here\n"
	  "To: y\n"
	  "<cut>\n" },
	{ "entities of characters that are none by themselves",
	  "<m>SIP/2.0 486 Busy&#13;&#10;To: &#xd83d;&#xDE00; &#x1f600; "
	  "&#128512; &#55357;&#13;&#10;&#13;&#10;</m>\n",
	  "SIP/2.0 486 Busy\n"
	  "To: ?? \360\237\230\200 \360\237\230\200 ?\n"
	  "\n"
	  "<garbled>\n" },
	{ "octal numbers that are no control characters",
	  "SIP/2.0 486 Busy Here#015#012Subject: #101 #19 #1 "
	  "#011#177#015#012To: y#015#012#015#012\n",
	  "SIP/2.0 486 Busy Here\n"
	  "Subject: #101 #19 #1 \t\177\n"
	  "To: y\n"
	  "\n"
	  "<garbled>\n" },
	{ "carets that are no control characters",
	  "SIP/2.0 486 Busy Here^M^JSubject: a^b ^^ ^I^M^JTo: y^M^J^M^J\n",
	  "SIP/2.0 486 Busy Here\n"
	  "Subject: a^b ^^ \t\n"
	  "To: y\n"
	  "\n"
	  "<garbled>\n" },
	{ "points that are no line ends",
	  "  SIP/2.0 200 OK..Subject: a..b c.. d...e..To: y..Z..CSeq: 1 "
	  "BYE....\n",
	  "SIP/2.0 200 OK\n"
	  "Subject: a..b c.. d\n"
	  "To: y\n"
	  "Z\n"
	  "CSeq: 1 BYE\n"
	  "\n"
	  "<garbled>\n" },
	{ "what is no method",
	  "xBYE sip:a SIP/2.0\n"
	  "/BYE sip:a SIP/2.0\n"
	  "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJ sip:a SIP/2.0\n"
	  "/2.0 SIP/2.1\n"
	  "BYE sip:a SIP/2.0\n"
	  "To: y\n"
	  "\n",
	  "BYE sip:a SIP/2.0\n"
	  "To: y\n"
	  "\n"
	  "<garbled>\n" },
	{ "colours, of which one is cut",
	  "\033[1mSIP/2.0 486 Busy Here\033[0m\n"
	  "\033[32mTo: y\033[0\n"
	  "\033[\n"
	  "\033\n",
	  "SIP/2.0 486 Busy Here\n"
	  "To: y\n"
	  "\n"
	  "<garbled>\n" },
	{ "returns without an end",
	  "{\"m\":\"SIP/2.0 486 Busy Here\\r\\r\\r\\r\\r\\r\\nTo: "
	  "y\\r\\r\\nCSeq: 1 BYE\\r\\n\"}\n",
	  "SIP/2.0 486 Busy Here\n"
	  "\n"
	  "<garbled>\n" },
	{ "a frame, and bytes that look like its end",
	  "a \342\224\202 SIP/2.0 486 Busy Here \342\224\202\n"
	  "  \342\224\202 To: y \342\224\202\n"
	  "\302\202\n"
	  "  \342\224\202 CSeq: 1 BYE \342\224\202\n",
	  "SIP/2.0 486 Busy Here\n"
	  "To: y\n"
	  "CSeq: 1 BYE\n"
	  "<cut>\n" },
	{ "a form of another product within a message",
	  "SIP/2.0 486 Busy Here\n"
	  "To: y\n"
	  "Got SIP response 404 \"Not Found\" back from 192.0.2.1\n"
	  "CSeq: 1 BYE\n"
	  "\n",
	  "SIP/2.0 486 Busy Here\n"
	  "To: y\n"
	  "<cut>\n"
	  "Got SIP response 404 \"Not Found<told>\n" },
};

static void odd_logs_are_gathered(void **state)
{
	(void)state;
	check_logs(odd, LEN(odd));
}

/* A log of four parts: the second one stands there so many times. */
static void check_long(const char *before, const char *part, size_t n,
                       const char *behind, const char *found)
{
	struct bytes log = { 0 }, b = { 0 };

	bytes_str(&log, before);
	for (size_t i = 0; i < n; i++)
		bytes_str(&log, part);
	bytes_str(&log, behind);
	gather_bytes(&b, log.s, log.n, 0);
	if (strcmp(b.s, found) != 0)
		fail_msg("%s%s%s is\n%.400s", before, part, behind, b.s);
	bytes_free(&log);
	bytes_free(&b);
}

/* How far is looked is bounded, so that a long line costs little. */
static void long_lines_are_bounded(void **state)
{
	(void)state;
	/* A start line alone in quotes: the message is too far behind it. */
	check_long("{\"a\":\"SIP/2.0 486 Busy Here\",\"", "x", 5000,
	           "\":\"SIP/2.0 486 Busy Here\\r\\nTo: y\\r\\n\\r\\n\"}\n",
	           "SIP/2.0 486 Busy Here\n<cut>\n");
	/* What is too long to stand before each line. */
	check_long("", "x ", 300,
	           "SIP/2.0 486 Busy Here\nTo: y\nCSeq: 1 BYE\n\n",
	           "SIP/2.0 486 Busy Here\nTo: y\nCSeq: 1 BYE\n\n"
	           "<garbled>\n");
	check_long("SIP/2.0 486 Busy Here\n", "x ", 300,
	           "To: y\nCSeq: 1 BYE\n\n",
	           "SIP/2.0 486 Busy Here\nCSeq: 1 BYE\n\n<garbled>\n");
	check_long("SIP/2.0 486 Busy Here\n", "x ", 600,
	           "To: y\nCSeq: 1 BYE\n\n",
	           "SIP/2.0 486 Busy Here\nCSeq: 1 BYE\n\n<garbled>\n");
	/* A URI as long as no message is. */
	check_long("BYE sip:", "x", 70000, " SIP/2.0\nTo: y\n\n", "");
	check_long("BYE sip:", "x", 40, " SIP/2.0\nTo: y\n\n",
	           "BYE sip:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx SIP/2.0\n"
	           "To: y\n\n<garbled>\n");
	/* No markup, as far as one looks. */
	check_long("", " ", 600,
	           "<m>SIP/2.0 486 Busy Here&#13;&#10;To: y&#13;&#10;</m>\n",
	           "SIP/2.0 486 Busy Here\nTo: y\n<cut>\n");
}

/* What a capture file has between two packets. */
static void a_nul_ends_a_message_where_another_begins(void **state)
{
	static const char log[] = "SIP/2.0 486 Busy Here\r\nTo: y\r\n"
	                          "x\0ySIP/2.0 180 Ringing\r\nTo: z\r\n\r\n"
	                          "SIP/2.0 200 OK\r\nTo: y\r\nx\0y\r\n"
	                          "CSeq: 1 BYE\r\n\r\n";
	struct bytes b = { 0 };

	(void)state;
	gather_bytes(&b, log, sizeof(log) - 1, 0);
	assert_string_equal(b.s, "SIP/2.0 486 Busy Here\nTo: y\n<cut>\n"
	                         "SIP/2.0 180 Ringing\nTo: z\n\n<whole>\n"
	                         "SIP/2.0 200 OK\nTo: y\nx");
	bytes_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(odd_logs_are_gathered),
		TEST(long_lines_are_bounded),
		TEST(a_nul_ends_a_message_where_another_begins),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
