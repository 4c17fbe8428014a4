/* test_phrase_end.c - where the phrase of a status line ends, in every dress that
 * logs put it into; no phrase that is known is cut. */
#include "bytes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sipcode.h>

static const struct {
	const char *before, *behind;
} dresses[] = {
	{ "", "" },
	{ "", "\r\n" },
	{ "", "\rVia: SIP/2.0/UDP 192.0.2.1" },
	{ "\xef\xbb\xbf", "\n" },
	{ "10:00:00 host app[1]: ", "\r\r\n" },
	/* JSON, once and twice, and strings of programs */
	{ "{\"m\":\"", "\"}" },
	{ "{\"m\":\"", "\\r\\nVia: SIP/2.0/UDP 192.0.2.1\"}" },
	{ "{\"m\":\"", "\\nVia: SIP/2.0/UDP 192.0.2.1\"}" },
	{ "{\"m\":\"", "\\u000d\\u000aVia: SIP/2.0/UDP 192.0.2.1\"}" },
	{ "{\"m\":\"{\\\"p\\\":\\\"", "\\\\r\\\\nVia: SIP/2.0/UDP 192.0.2.1" },
	{ "{\"m\":\"{\\\"p\\\":\\\"", "\\\"}\"}" },
	{ "b'", "\\x0d\\x0aVia: SIP/2.0/UDP 192.0.2.1'" },
	{ "", "\\x0D\\x0AVia: SIP/2.0/UDP 192.0.2.1" },
	{ "", "\\015\\012Via: SIP/2.0/UDP 192.0.2.1" },
	/* XML, HTML, Markdown, URLs */
	{ "<m raw=\"", "&#13;&#10;Via: SIP/2.0/UDP 192.0.2.1\"/>" },
	{ "<m raw=\"", "&#xd;&#xa;Via: SIP/2.0/UDP 192.0.2.1\"/>" },
	{ "m=&quot;", "&quot;" },
	{ "<tr><td>", "</td></tr>" },
	{ "<p>", "<br/>" },
	{ "<message><![CDATA[", "" },
	{ "**", "**" },
	{ "`", "`" },
	{ "m=", "%0D%0AVia:+" },
	/* syslog, phones, ngrep */
	{ "", "#015#012Via: SIP/2.0/UDP 192.0.2.1" },
	{ "", "#012Via: SIP/2.0/UDP 192.0.2.1" },
	{ "", "^M" },
	{ "", "." },
	{ "", "..Via: SIP/2.0/UDP 192.0.2.1" },
	{ "\033[32m", "\033[0m" },
	{ "Rcvd:", "  Cseq:1 REFER" },
	{ "", " Via: SIP/2.0/UDP 192.0.2.1" },
	{ "", " Content-Length: 0" },
	{ "[-->] ", " [CSeq: 1 INVITE]" },
	{ "", " 2021-09-29 13:11:38,824 DEBUG" },
	{ "", " SIP/2.0 100 Trying" },
	{ "", ", SIP/2.0 100 Trying" },
	/* Columns */
	{ "10:00,", ",abc@example.com" },
	{ "10:00,", "," },
	{ "\"10:00\",\"", "\",\"abc\"" },
	{ "10:00\t", "\tabc" },
	{ "| 10:00 | ", " | abc |" },
	{ "| 10:00 |", "|" },
	{ "\342\224\202 a \342\224\202 ", "   \342\224\202" },
	/* Brackets and quotes */
	{ "[", "]{lang=\"en\"}" },
	{ "message=<", ">" },
	{ "(", ")" },
	{ "received '", "' from" },
};

/* Text with "x" for each "*" of a sighting, in each dress. */
static size_t cut_in_a_dress(unsigned long code, const char *text)
{
	size_t bad = 0, n = strlen(text);

	/* A full stop at the end is the line end of ngrep. */
	while (n > 0 && text[n - 1] == '.')
		n--;
	for (size_t i = 0; i < LEN(dresses); i++) {
		char line[32];
		struct bytes b = { 0 };
		struct sipcode_match m;
		size_t at;
		char *s;

		bytes_str(&b, dresses[i].before);
		snprintf(line, sizeof(line), "SIP/2.0 %lu ", code);
		bytes_str(&b, line);
		at = b.n;
		for (size_t k = 0; k < n; k++)
			bytes_fill(&b, text[k] == '*' ? 'x' : text[k], 1);
		bytes_str(&b, dresses[i].behind);
		s = exactly(b.s, b.n);
		if (!sipcode_scan(s, b.n, 0, &m) || m.code != code ||
		    m.phrase != at || m.phrase_len != n) {
			print_error("%lu: %s", code, s);
			print_error("\n");
			bad++;
		}
		free(s);
		bytes_free(&b);
	}
	return bad;
}

static size_t cut_of_set(enum sipcode_set set, enum sipcode_field field)
{
	const struct sipcode_row *row;
	size_t bad = 0;

	for (size_t i = 0; (row = sipcode_row(0, set, i)) != NULL; i++)
		for (size_t k = 0; k < sipcode_len(row, field); k++) {
			unsigned long code =
				sipcode_number(row, SIPCODE_F_CODE, 0);

			bad += cut_in_a_dress(code ? code : 486,
			                      sipcode_text(row, field, k));
		}
	return bad;
}

static void no_phrase_that_is_known_is_cut_in_any_dress(void **state)
{
	size_t bad = 0;

	(void)state;
	bad += cut_of_set(SIPCODE_CODES, SIPCODE_F_PHRASE);
	bad += cut_of_set(SIPCODE_VARIANTS, SIPCODE_F_PHRASE);
	bad += cut_of_set(SIPCODE_SIGHTINGS, SIPCODE_F_PHRASE);
	bad += cut_of_set(SIPCODE_SIGHTINGS, SIPCODE_F_ALIAS);
	assert_int_equal(bad, 0);
}

static void other_phrases_end_where_they_should(void **state)
{
	static const struct {
		const char *line, *phrase;
	} rows[] = {
		{ "SIP/SDP Status: 200 OK, with session description", "OK" },
		{ "10:00;SIP/2.0 486 Busy Here;abc", "Busy Here" },
		{ "SIP/2.0 182 Queued, 2 callers ahead", "Queued, 2 callers "
		                                         "ahead" },
		{ "a,SIP/2.0 182 Queued, 2 callers,b", "Queued, 2 callers" },
		{ "a SIP/2.0 486 Busy,Here", "Busy,Here" },
		{ "SIP/2.0 486 a\\u00e9 b\\u000d\\u000aVia", "a\\u00e9 b" },
		{ "SIP/2.0 486 a\\u0027\\u007e\\u00A0b\\u0022", "a\\u0027"
		  "\\u007e\\u00A0b" },
		{ "SIP/2.0 486 a\\u009fb", "a" },
		{ "SIP/2.0 486 a\\u007fb", "a" },
		{ "SIP/2.0 486 a\\u001fb", "a" },
		{ "SIP/2.0 486 a\\u0020b", "a\\u0020b" },
		{ "SIP/2.0 486 a\\u003cbr", "a" },
		{ "SIP/2.0 486 a\\u00g0", "a" },
		{ "SIP/2.0 486 a\\u00e", "a" },
		{ "SIP/2.0 486 a\\ue000", "a\\ue000" },
		{ "received 'SIP/2.0 500 I can't", "I can't" },
		{ "{\"m\":\"SIP\\/2.0 481 Call\\/Transaction Does Not Exist"
		  "\\r\\n\"}", "Call\\/Transaction Does Not Exist" },
		{ "SIP/2.0 200 \303\226K", "\303\226K" },
		{ "SIP/2.0 486 2021 calls", "2021 calls" },
		{ "SIP/2.0 500 A | B", "A" },
		{ "SIP/2.0 500 A||B", "A||B" },
		{ "SIP/2.0 500 A |", "A" },
		{ "SIP/2.0 500 A |B", "A |B" },
		{ "SIP/2.0 500 A  | B", "A" },
		{ "SIP/2.0 500 A  \342\225\221", "A" },
		{ "SIP/2.0 500 A \342\225\221B", "A" },
		{ "SIP/2.0 500 A \342\225", "A \342\225" },
		{ "SIP/2.0 500 A \342\200\234B", "A \342\200\234B" },
		/* The date of the next entry */
		{ "SIP/2.0 500 A 2021-09-29", "A" },
		{ "SIP/2.0 500 A 1999-12-31T", "A" },
		{ "SIP/2.0 500 A 2021-09-2", "A 2021-09-2" },
		{ "SIP/2.0 500 A 2021-09-2x", "A 2021-09-2x" },
		{ "SIP/2.0 500 A 2021/09/29", "A 2021/09/29" },
		{ "SIP/2.0 500 A 3021-09-29", "A 3021-09-29" },
		/* Each end, and what only begins as one does */
		{ "SIP/2.0 500 A#015", "A" },
		{ "SIP/2.0 500 A#012", "A" },
		{ "SIP/2.0 500 A#013", "A#013" },
		{ "SIP/2.0 500 A%0Db", "A" },
		{ "SIP/2.0 500 A%0db", "A" },
		{ "SIP/2.0 500 A%0Ab", "A" },
		{ "SIP/2.0 500 A%0ab", "A" },
		{ "SIP/2.0 500 A%0Cb", "A%0Cb" },
		{ "SIP/2.0 500 A&#13", "A" },
		{ "SIP/2.0 500 A&#Xd", "A" },
		{ "SIP/2.0 500 A&lt;b", "A" },
		{ "SIP/2.0 500 A&gt;b", "A&gt;b" },
		{ "SIP/2.0 500 A</b", "A" },
		{ "SIP/2.0 500 A<br", "A" },
		{ "SIP/2.0 500 A<bx", "A<bx" },
		{ "SIP/2.0 500 A^Mb", "A" },
		{ "SIP/2.0 500 A^Nb", "A^Nb" },
		{ "SIP/2.0 500 A**b", "A" },
		{ "SIP/2.0 500 A*b", "A*b" },
		{ "SIP/2.0 500 A..b", "A" },
		{ "SIP/2.0 500 A.b", "A.b" },
		{ "SIP/2.0 500 A()b", "A" },
		{ "SIP/2.0 500 A(b)c", "A(b)c" },
		{ "SIP/2.0 500 A, SIP/2.0b", "A, SIP/2.0b" },
		{ "SIP/2.0 500 A\\", "A\\" },
		{ "SIP/2.0 500 A\\a", "A\\a" },
		{ "SIP/2.0 500 A\\t", "A" },
		{ "SIP/2.0 500 A\\0", "A" },
		{ "SIP/2.0 500 A\\u00e9", "A\\u00e9" },
		{ "SIP/2.0 500 A [CSeq: 1 B]", "A" },
		{ "SIP/2.0 500 A [CSeg: 1 B]", "A [CSeg: 1 B]" },
		{ "SIP/2.0 500 A To: <b", "A" },
		{ "SIP/2.0 500 A From: sip:b", "A" },
		{ "SIP/2.0 500 A To: b", "A To: b" },
		/* Pairs within the phrase */
		{ "[SIP/2.0 486 a [b] c] d", "a [b] c" },
		{ "[SIP/2.0 486 a [b [c] d] e] f", "a [b [c] d] e" },
		{ "(SIP/2.0 486 a (b) c) d", "a (b) c" },
		{ "{SIP/2.0 486 a {b} c} d", "a {b} c" },
		{ "<SIP/2.0 486 a <b> c> d", "a <b> c" },
		{ "[SIP/2.0 486 a) b] c", "a) b" },
		{ "x SIP/2.0 486 a] b|c", "a] b|c" },
		{ "|SIP/2.0 486 a|b", "a" },
		{ "|  SIP/2.0 486 a|b", "a" },
		{ "  SIP/2.0 486 a|b", "a|b" },
		{ ",SIP/2.0 486 a, b,c", "a, b" },
		{ ",SIP/2.0 486 a;b", "a;b" },
		{ ";SIP/2.0 486 a; b;c", "a; b" },
		{ ";SIP/2.0 486 a;", "a" },
		{ "&quot;SIP/2.0 486 a;b", "a;b" },
		{ "'SIP/2.0 500 a' b", "a" },
		{ "'SIP/2.0 500 a'", "a" },
		{ "'SIP/2.0 500 can't 'do' it' x", "can't 'do' it" },
		{ "'SIP/2.0 500 'x' y' z", "'x' y" },
		{ "'SIP/2.0 500 a 'b 'c' d' e' f", "a 'b 'c' d' e" },
		{ "\"SIP/2.0 500 a' b\"", "a' b" },
		{ "SIP/2.0 500   a . .", "a" },
		{ "SIP/2.0 500 .", "" },
		{ "SIP/2.0 500 50% & more #1 <x>", "50% & more #1 <x>" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct sipcode_match m;

		assert_true(sipcode_scan(rows[i].line, strlen(rows[i].line), 0,
		                         &m));
		assert_bytes(rows[i].line + m.phrase, m.phrase_len,
		             rows[i].phrase, strlen(rows[i].phrase));
	}
}

/* A longer one is cut, so that no line costs more than its length. */
static void a_phrase_is_read_to_its_bound(void **state)
{
	for (size_t n = 511; n < 515; n++) {
		struct bytes b = { 0 };
		struct sipcode_match m;

		(void)state;
		bytes_str(&b, "SIP/2.0 486 ");
		bytes_fill(&b, 'x', n);
		assert_true(sipcode_scan(b.s, b.n, 0, &m));
		assert_int_equal(m.phrase_len, n < 511 ? n : 511);
		bytes_free(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(no_phrase_that_is_known_is_cut_in_any_dress),
		TEST(other_phrases_end_where_they_should),
		TEST(a_phrase_is_read_to_its_bound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
