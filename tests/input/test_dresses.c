/* test_dresses.c - one exchange in the dresses that logs put on messages: each
 * response is found, its header fields are read, and nothing false is said. */
#include "bytes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Two responses, of which the first has a body, and a request between them
 * whose body is a fragment of a third. */
static const char *const exchange[] = {
	"SIP/2.0 183 Session Progress",
	"Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKa1",
	"From: \"Alice\" <sip:alice@example.com>;tag=1",
	"To: <sip:bob@example.com>;tag=2",
	"Call-ID: c1@192.0.2.10",
	"CSeq: 1 INVITE",
	"Contact: <sip:bob@192.0.2.20>",
	"Content-Type: application/sdp",
	"Content-Length: 44",
	"",
	"v=0",
	"o=- 1 1 IN IP4 192.0.2.20",
	"s=-",
	"t=0 0",
	NULL,
	"NOTIFY sip:alice@192.0.2.10 SIP/2.0",
	"Via: SIP/2.0/UDP 192.0.2.20:5060;branch=z9hG4bKb1",
	"From: <sip:bob@example.com>;tag=2",
	"To: \"Alice\" <sip:alice@example.com>;tag=1",
	"Call-ID: c1@192.0.2.10",
	"CSeq: 1 NOTIFY",
	"Content-Type: message/sipfrag",
	"Content-Length: 20",
	"",
	"SIP/2.0 100 Trying",
	NULL,
	"SIP/2.0 486 Busy Here",
	"Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKa2",
	"From: \"Alice\" <sip:alice@example.com>;tag=1",
	"To: <sip:bob@example.com>;tag=2",
	"Call-ID: c1@192.0.2.10",
	"CSeq: 2 INVITE",
	"Content-Length: 0",
	"",
	NULL,
};

/* How the characters of a line are written: pairs of one and its writing. */
static const char *const plain[] = { NULL };
static const char *const json[] = { "\"", "\\\"", NULL };
static const char *const twice[] = { "\"", "\\\\\\\"", NULL };
static const char *const xml[] = { "\"", "&quot;", "<", "&lt;", ">", "&gt;",
	                           NULL };
static const char *const csv[] = { "\"", "\"\"", NULL };
static const char *const php[] = { "\"", "\\\"", "/", "\\/", NULL };

static const struct dress {
	const char *name;
	const char *message;   /* before each message */
	const char *start;     /* before each start line */
	const char *line;      /* before the other lines */
	const char *eol;       /* behind each line */
	const char *end;       /* behind each message */
	const char *const *as; /* how characters are written */
} dresses[] = {
	{ "as it was", "", "", "", "\r\n", "", plain },
	{ "line feeds", "", "", "", "\n", "", plain },
	{ "returns alone", "", "", "", "\r", "", plain },
	{ "returns twice", "", "", "", "\r\r\n", "", plain },
	{ "carets", "10:00:00 ", "", "", "^M\n", "", plain },
	{ "cat -A", "", "", "", "^M$\n", "", plain },
	{ "points", "U 192.0.2.20:5060 -> 192.0.2.10:5060 #3\n", "", "", ".\n",
	  "", plain },
	{ "escapes at ends", "", "", "", "\\r\\n\n", "", plain },
	{ "behind an arrow", "10:00 RX <--- ", "", "", "\r\n", "", plain },
	{ "blanks", "recv:\n", "   ", "   ", "\n", "", plain },
	{ "tabs", "IP 192.0.2.1.5060 > 192.0.2.2.5060: SIP\n", "\t", "\t",
	  "\n", "", plain },
	{ "deeper below", "May 01 10:00:00 pbx sip[8]: ", "", "        ", "\n",
	  "", plain },
	{ "time", "", "2024-05-01 10:00:00.123 51-51/a.b I/App: ",
	  "2024-05-01 10:00:00.456 51-7/a.b I/App: ", "\n", "", plain },
	{ "syslog", "", "May  1 10:00:00 pbx app[1]: ",
	  "May  1 10:00:01 pbx app[1]: ", "\n", "", plain },
	{ "container", "", "2024-05-01T10:00:00.1Z stdout F ",
	  "2024-05-01T10:00:00.22Z stdout F ", "\n", "", plain },
	{ "quoted", "", "> ", "> ", "\n", "", plain },
	{ "quoted twice", "", "> > ", "> > ", "\n", "", plain },
	{ "numbered", "", "  9\t", " 10\t", "\n", "", plain },
	{ "fence", "```\n", "", "", "\n", "```\n", plain },
	{ "colour", "", "\033[32m", "\033[32m", "\033[0m\n", "", plain },
	{ "html", "<pre>", "", "", "\n", "</pre>\n", xml },
	{ "markup line ends", "<m t=\"", "", "", "&#13;&#10;", "\"/>\n", xml },
	{ "hexadecimal ones", "<m t=\"", "", "", "&#xD;&#xA;", "\"/>\n", xml },
	{ "json", "{\"t\":1,\"msg\":\"", "", "", "\\r\\n", "\",\"x\":2}\n",
	  json },
	{ "unicode escapes", "{\"msg\":\"", "", "", "\\u000d\\u000a", "\"}\n",
	  json },
	{ "not at the front", "{\"msg\":\"recv 9 bytes: ", "", "", "\\r\\n",
	  "\"}\n", json },
	{ "json twice", "{\"log\":\"{\\\"msg\\\":\\\"", "", "", "\\\\r\\\\n",
	  "\\\"}\\n\"}\n", twice },
	{ "pretty json", "  {\n    \"payload\": \"", "", "", "\\r\\n",
	  "\"\n  },\n", json },
	{ "one array", "{\"raw\":\"", "", "", "\\r\\n", "\"},", json },
	{ "a line an object", "", "{\"log\":\"", "{\"log\":\"",
	  "\\r\\n\",\"stream\":\"stdout\",\"time\":\"t\"}\n", "", json },
	{ "octal", "May  1 10:00:00 sbc a[1]: ", "", "", "#015#012", "\n",
	  plain },
	{ "octal feeds", "May  1 10:00:00 sbc a[1]: #012", "", "", " #012",
	  "\n", plain },
	{ "hex escapes", "5060/udp open ", "", "", "\\x0D\\x0A", "\n", plain },
	{ "percent", "msg=", "", "", "%0D%0A", "\n", plain },
	{ "point pairs", "  ", "", "", "..", "\n", plain },
	{ "named marks", "", "", "", "<CR><LF>\n", "", plain },
	{ "python", "recv b'", "", "", "\\r\\n", "'\n", plain },
	{ "logfmt", "level=debug msg=\"", "", "", "\\r\\n", "\" x=1\n", json },
	{ "csv cell", "1,10:00,\"", "", "", "\n", "\",x\n", csv },
	{ "cdata", "<message><![CDATA[", "", "", "\n", "]]></message>\n",
	  plain },
	{ "tags", "", "<p>", "<p>", "</p>\n", "", xml },
	{ "context of grep", "", "12:", "13-", "\n", "", plain },
	{ "psql", "", " msg | ", "     | ", " +\n", "", plain },
	{ "frame", "", "a \342\224\202 ", "b \342\224\202 ",
	  " \342\224\202\n", "", plain },
	{ "pieces", "x = [\n", "  '", "  '", "\\r\\n'\n", "]\n", plain },
	{ "yaml string", "- m: \"", "", "", "\\r\\n\\\n    ", "\"\n", json },
	{ "html line ends", "<p>", "", "", "<br>", "</p>\n", plain },
	{ "table rows", "", "| 10:00 | ", "| 10:01 | ", " |\n", "", plain },
	{ "strokes", "{\"msg\":\"", "", "", "\\r\\n", "\"}\n", php },
	{ "yaml", "- time: 10:00\n  message: |\n", "    ", "    ", "\n", "",
	  plain },
};

static void write_line(struct bytes *b, const struct dress *d, const char *s)
{
	for (; *s != '\0'; s++) {
		const char *const *as = d->as;

		while (*as != NULL && **as != *s)
			as += 2;
		if (*as != NULL)
			bytes_str(b, as[1]);
		else
			bytes_add(b, s, 1);
	}
}

static void dress_up(struct bytes *b, const struct dress *d)
{
	int first = 1;

	for (size_t i = 0; i < LEN(exchange); i++) {
		if (exchange[i] == NULL) {
			bytes_str(b, d->end);
			first = 1;
			continue;
		}
		if (first)
			bytes_str(b, d->message);
		bytes_str(b, first ? d->start : d->line);
		write_line(b, d, exchange[i]);
		bytes_str(b, d->eol);
		first = 0;
	}
}

#define READS(code, phrase, method, number)                                    \
	"*\t" code "\tresponse\tStatus-Line\t\t" phrase "\t*"                  \
	"\t" code "\tsays\tCSeq\tmethod\t" method "\t*"

static void every_dress_is_read(void **state)
{
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(dresses); i++) {
		struct bytes b = { 0 };
		int several;

		dress_up(&b, &dresses[i]);
		print_message("%s\n", dresses[i].name);
		RUN_BYTES(&r, b.s, b.n, "explain", "-t");
		assert_run(&r, 0,
		           READS("183", "Session Progress", "INVITE", "")
		           READS("486", "Busy Here", "INVITE", ""), "");
		assert_int_equal(times(r.out, "\tresponse\t"), 2);
		RUN_BYTES(&r, b.s, b.n, "check");
		assert_run(&r, 0, "", "");
		/* A response a line. */
		several = dresses[i].eol[0] == '\\' &&
		          strchr(dresses[i].end, '\n') == NULL &&
		          strchr(dresses[i].eol, '\n') == NULL;
		RUN_BYTES(&r, b.s, b.n, "tally", "-t");
		assert_run(&r, 0,
		           several ? "*\n183\t*\t1\t100.00\n"
		                   : "*\n183\t*\t1\t50.00\n"
		                     "486\tBusy Here\t1\t50.00\n",
		           several ? "sipcode: lines that hold several "
		                     "responses, *: '1'\n"
		                   : "");
		bytes_free(&b);
	}
	run_free(&r);
}

/* The next place to cut: every one of the plain dress, some of the others. */
static size_t next_cut(size_t dress, size_t k)
{
	return k + (dress < 2 ? 1 : 1 + (dress + k) % 37);
}

/* However the bytes come: cut anywhere into two reads, all commands that read
 * logs say what they say of the whole. */
static void no_answer_depends_on_the_reads(void **state)
{
	static const char *const commands[][3] = {
		{ "explain", "-t" },
		{ "check" },
		{ "tally", "--by=method" },
		{ "annotate" },
	};
	struct run whole = { 0 }, r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(dresses); i++) {
		struct bytes b = { 0 };

		dress_up(&b, &dresses[i]);
		for (size_t c = 0; c < LEN(commands); c++) {
			run_split(&whole, commands[c], b.s, b.n, b.n);
			for (size_t k = 1; k < b.n; k = next_cut(i, k)) {
				run_split(&r, commands[c], b.s, b.n, k);
				if (strcmp(r.out, whole.out) != 0)
					print_error("%s, cut at %zu\n",
					            dresses[i].name, k);
				assert_string_equal(r.out, whole.out);
				assert_string_equal(r.err, whole.err);
				assert_int_equal(r.status, whole.status);
			}
		}
		bytes_free(&b);
	}
	run_free(&whole);
	run_free(&r);
}

/* A body ends at a start that stands in its last line, of which only the front
 * is its. */
static void no_body_depends_on_the_reads(void **state)
{
	static const char s[] =
		"SIP/2.0 200 OK\r\nc: a/b\r\nContent-Length: 40\r\n\r\n"
		"v=0\r\na=x: SIP/2.0 486 Busy Here, and more of it..\r\n"
		"Via: SIP/2.0/UDP h\r\n\r\nSIP/2.0 180 Ringing\r\n\r\n";
	static const char *const argv[] = { "explain", "-t", NULL };
	struct run whole = { 0 }, r = { 0 };
	size_t n = sizeof(s) - 1;

	(void)state;
	run_split(&whole, argv, s, n, n);
	assert_run(&whole, 0, "*\t200\tresponse*\t486\tresponse*"
	           "\t180\tresponse*", "");
	for (size_t k = 1; k < n; k++) {
		run_split(&r, argv, s, n, k);
		assert_run(&r, 0, "*", "");
		assert_string_equal(r.out, whole.out);
	}
	run_free(&whole);
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_dress_is_read),
		TEST(no_answer_depends_on_the_reads),
		TEST(no_body_depends_on_the_reads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
