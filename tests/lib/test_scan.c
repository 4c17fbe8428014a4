/* test_scan.c - the matcher: where a response is seen, where none is. */
#include "bytes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sipcode.h>

/* A line of each kind of form, and the phrase in it. */
static const struct {
	const char *line, *phrase;
	const char *product;
} forms[] = {
	{ "SIP/2.0 486 Busy Here", "Busy Here", "any" },
	{ " SIP 528 Status: 486 Busy Here", "Busy Here", "tshark, Wireshark" },
	{ "sip status: 486: Busy Here", "Busy Here", "LiveKit" },
	{ "SipResp: 486 tid=8", "", "reSIProcate" },
	{ "Got SIP response 486 \"Busy Here\"", "Busy Here", "Asterisk" },
	{ ";code=486;reason=Busy Here", "Busy Here", "Kamailio, OpenSIPS" },
	{ "\"cseq\":1,\"status_code\":486,\"status_msg\":\"Busy Here\"}",
	  "Busy Here", "Zeek" },
	{ "\"status_msg\":\"Busy Here\",\"status_code\":486,\"cseq\":1}",
	  "Busy Here", "Zeek" },
	{ "Failed Registration with status Busy Here [486]. failure #1",
	  "Busy Here", "FreeSWITCH" },
	{ "nua(0x1): event r_invite 486 Busy Here", "Busy Here", "Sofia-SIP" },
	{ "Received SIP response [0x1] 486 Busy Here (1 INVITE", "Busy Here",
	  "Flexisip" },
};

/* Nothing of it stands outside of the text. */
static void assert_inside(const struct sipcode_match *m, size_t n)
{
	assert_true(m->start < m->end);
	assert_true(m->end <= n);
	assert_true(m->phrase + m->phrase_len <= n);
	assert_in_range(m->code, 100, 699);
	assert_in_range(m->form, 0, sipcode_forms() - 1);
	assert_true(m->start < m->at && m->at + 3 <= m->end);
}

static void every_form_is_seen_at_every_place(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(forms); i++)
		for (size_t before = 0; before < 64; before++)
			for (size_t behind = 0; behind < 2; behind++) {
				struct bytes b = { 0 };
				struct sipcode_match m;
				char *s;

				bytes_fill(&b, 'x', before);
				bytes_str(&b, forms[i].line);
				bytes_fill(&b, '\n', behind);
				s = exactly(b.s, b.n);
				assert_true(sipcode_scan(s, b.n, 0, &m));
				assert_inside(&m, b.n);
				assert_int_equal(m.code, 486);
				assert_string_equal(sipcode_form_product(m.form),
				                    forms[i].product);
				assert_bytes(s + m.phrase, m.phrase_len,
				             forms[i].phrase,
				             strlen(forms[i].phrase));
				free(s);
				bytes_free(&b);
			}
}

static void a_line_cut_anywhere_is_not_read_beyond(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(forms); i++)
		for (size_t n = 0; n <= strlen(forms[i].line); n++) {
			char *s = exactly(forms[i].line, n);
			struct sipcode_match m;

			if (sipcode_scan(s, n, 0, &m))
				assert_inside(&m, n);
			free(s);
		}
}

/* All responses of s[from..n), a line each: "486/0@12+9 ". */
static void list(struct bytes *to, const char *s, size_t n, size_t offset)
{
	struct sipcode_match m;
	size_t from = 0;
	char text[64];

	while (from < n && sipcode_scan(s, n, from, &m)) {
		assert_inside(&m, n);
		snprintf(text, sizeof(text), "%u/%u@%zu+%zu-%zu+%zu ", m.code,
		         m.form, offset + m.start, offset + m.end,
		         offset + m.phrase, m.phrase_len);
		bytes_str(to, text);
		from = m.end;
	}
}

static void a_text_is_seen_as_its_lines_are(void **state)
{
	static const char *const pieces[] = {
		"SIP/2.0", " 486", " ", "Busy Here", "\n", "\r\n", "SIP", "/2.",
		"0 ", "200", " OK", "Status: 4", "04 ", "Not", "|", "\001", ".",
		"code=480", ";reason=", "Got SIP response ", "SipResp: ", "..",
		"sip status: ", "\"status_code\":", "403", "\"cseq\"", "\"",
		"Via: SIP/2.0/UDP", "\033[m", "\\r", "\377\376", "[", "]", "^M",
		"SIP/2.0 180 Ringing\n", "SIP/2.0 100 Trying\r\n", "\t",
	};
	uint64_t die = 4711;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		struct bytes b = { 0 }, whole = { 0 }, lines = { 0 };
		char *s;

		bytes_roll(&b, &die, 1 + roll(&die, 60), pieces, LEN(pieces));
		s = exactly(b.s, b.n);
		list(&whole, s, b.n, 0);
		for (size_t i = 0; i < b.n;) {
			const char *eol = memchr(s + i, '\n', b.n - i);
			size_t n = eol == NULL ? b.n - i
			                       : (size_t)(eol - s) - i + 1;
			char *line = exactly(s + i, n);

			list(&lines, line, n, i);
			free(line);
			i += n;
		}
		assert_bytes(whole.s, whole.n, lines.s, lines.n);
		free(s);
		bytes_free(&b);
		bytes_free(&whole);
		bytes_free(&lines);
	}
}

static void a_scan_goes_on_where_it_is_told_to(void **state)
{
	static const char s[] = "SIP/2.0 100 Trying\nx\nSIP/2.0 200 OK\n";
	struct sipcode_match m;

	(void)state;
	/* The front of its first line is looked at, too. */
	assert_true(sipcode_scan(s, sizeof(s) - 1, 5, &m));
	assert_int_equal(m.code, 100);
	assert_int_equal(m.start, 0);
	assert_true(sipcode_scan(s, sizeof(s) - 1, m.end, &m));
	assert_int_equal(m.code, 200);
	assert_int_equal(m.start, 21);
	assert_false(sipcode_scan(s, sizeof(s) - 1, m.end, &m));
	assert_false(sipcode_scan(s, sizeof(s) - 1, sizeof(s) - 1, &m));
	assert_false(sipcode_scan(s, 0, 0, &m));
}

#define NOTIFY "NOTIFY sip:a@b SIP/2.0\r\nCSeq: 2 NOTIFY\r\n"

static void the_body_of_a_notify_is_told_apart(void **state)
{
	static const struct {
		const char *above;
		int sipfrag;
	} rows[] = {
		{ NOTIFY "Content-Type: message/sipfrag\r\n\r\n", 1 },
		{ NOTIFY "Content-Type: message/sipfrag;version=2.0\r\n\r\n",
		  1 },
		{ NOTIFY "c: message/sipfrag\r\nContent-Length: 9\r\n\r\n",
		  1 },
		{ "NOTIFY sip:a@b SIP/2.0\nContent-Type: message/sipfrag\n\n",
		  1 },
		{ "x\n\n" NOTIFY "Content-Type: message/sipfrag\r\n\r\n", 1 },
		{ NOTIFY "Content-Type: text/plain\r\n\r\n", 0 },
		{ NOTIFY "\r\n", 0 },
		{ NOTIFY "Content-Type: message/sipfrag\r\n", 1 },
		{ NOTIFY "Content-Type: message/sipfrag\r\n\r\n"
		  "SIP/2.0 100 x\r\n\r\n", 0 },
		{ "", 0 }, { "\n", 0 }, { "\n\n", 0 }, { "x\n\n", 0 },
		{ "\r\n\r\n", 0 },
		/* Within a line, and with something before each. */
		{ "{\"m\":\"NOTIFY sip:a@b SIP/2.0\\r\\nContent-Type: "
		  "message/sipfrag\\r\\nVia: SIP/2.0/UDP a\\r\\n\\r\\n", 1 },
		{ "\"Content-Type: message\\/sipfrag\\n\\n", 1 },
		{ "NOTIFY sip:a@b SIP/2.0#012c: message/sipfrag#012#012", 1 },
		{ "10:00 Content-Type: message/sipfrag\n10:00\n10:00 ", 1 },
		{ "\"Content-Type\":\"message/sipfrag\",\"x\":", 1 },
		{ "    Message Body\n        Sipfrag\n            ", 1 },
		{ "SIP/sipfrag 498 Request: NOTIFY sip:a | , with Sipfrag(", 1 },
		{ "\"sipfrag.line\": \"", 1 },
		{ "> Accept: application/sdp, message/sipfrag\n>\n> ", 0 },
		{ "> Content-Type: message/sipfrag\n>\n> SIP/2.0 100 x\n> ", 0 },
		{ "> Content-Type: message/sipfrag\n>\n> ACK sip:a SIP/2.0\n> ",
		  0 },
		{ "{\"l\":\"Content-Type: message/sipfrag\\r\\n\"}\n"
		  "{\"l\":\"\\r\\n\"}\n{\"l\":\"", 1 },
		{ "Content-Type: message/sipfrag^M\n^M\n", 1 },
		{ "Content-Type: message/sipfrag\n\nContent-Length: 9\n\n\n",
		  1 },
		{ "Content-Type: message/sipfrag\nTo: <sip:a@b>\n", 1 },
		{ "Content-Type: message/sipfrag\nnext line\n", 0 },
		{ "> Content-Type: text/sipfrag\n> ", 0 },
		{ " ", 0 },
	};
	static const char line[] = "SIP/2.0 200 OK\r\n";

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct bytes b = { 0 };
		size_t at = strlen(rows[i].above);
		char *s;

		bytes_str(&b, rows[i].above);
		bytes_str(&b, line);
		s = exactly(b.s, b.n);
		if (sipcode_is_sipfrag(s, at) != rows[i].sipfrag)
			fail_msg("sipfrag should be %d below:\n%s",
			         rows[i].sipfrag, rows[i].above);
		free(s);
		bytes_free(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_form_is_seen_at_every_place),
		TEST(a_line_cut_anywhere_is_not_read_beyond),
		TEST(a_text_is_seen_as_its_lines_are),
		TEST(a_scan_goes_on_where_it_is_told_to),
		TEST(the_body_of_a_notify_is_told_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
