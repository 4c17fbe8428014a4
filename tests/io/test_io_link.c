/* test_io_link.c - which words of a text are links, and where they lead. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>

#include "io/link/link.h"
#include "layout/layout.h"

#define RFC "https://www.rfc-editor.org/rfc/rfc"
#define IANA "https://www.iana.org/assignments/"

/* Its references as "[WORDS](ADDRESS)", one behind the other. */
static void refers(const char *text, const char *word, const char *want)
{
	char seen[1000] = "", url[LINK_URL];
	/* What stands behind the text is not looked at. */
	size_t n = strlen(text);
	char *exact = malloc(n + 1);
	struct link l;

	assert_non_null(exact);
	memcpy(exact, text, n);
	for (link_begin(&l, exact, n, word); l.from < l.end; link_next(&l)) {
		assert_true(l.from < l.to && l.to <= l.end);
		link_url(&l, url);
		assert_true(strlen(url) < LINK_URL);
		strcat(seen, "[");
		strncat(seen, l.from, (size_t)(l.to - l.from));
		strcat(strcat(strcat(seen, "]("), url), ")");
	}
	free(exact);
	assert_string_equal(seen, want);
}

static void a_document_is_named_with_or_without_its_part(void **state)
{
	(void)state;
	refers("RFC 3261", "section", "[RFC 3261](" RFC "3261)");
	refers("(RFC 3261 section 21.4.16).", "section",
	       "[RFC 3261 section 21.4.16](" RFC "3261#section-21.4.16)");
	refers("By RFC 2543 it is. RFC 3261 says", "section",
	       "[RFC 2543](" RFC "2543)[RFC 3261](" RFC "3261)");
	refers("RFC 6140 section A", "section",
	       "[RFC 6140 section A](" RFC "6140#appendix-A)");
	refers("RFC 6140 section B.2.", "section",
	       "[RFC 6140 section B.2](" RFC "6140#appendix-B.2)");
	refers("RFC 3261 m\341\273\245c 21.4, v", "m\341\273\245c",
	       "[RFC 3261 m\341\273\245c 21.4](" RFC "3261#section-21.4)");
	refers("RFC 3261 section 9", "m\341\273\245c",
	       "[RFC 3261](" RFC "3261)");
	refers("IANA sip-parameters-4 (2026-08-17)", "section",
	       "[IANA sip-parameters-4](" IANA
	       "sip-parameters/sip-parameters.xhtml#sip-parameters-4)");
	refers("IANA http-status-codes (2025-09-15), RFC 9110", "section",
	       "[IANA http-status-codes](" IANA
	       "http-status-codes/http-status-codes.xhtml)[RFC 9110](" RFC
	       "9110)");
}

static void every_section_of_a_list_has_its_own_page(void **state)
{
	(void)state;
	refers("RFC 3261 section 21.4.16, 8.2.4, RFC 3262 section 3, 4",
	       "section",
	       "[RFC 3261 section 21.4.16](" RFC "3261#section-21.4.16)"
	       "[8.2.4](" RFC "3261#section-8.2.4)"
	       "[RFC 3262 section 3](" RFC "3262#section-3)"
	       "[4](" RFC "3262#section-4)");
	refers("(RFC 3261 section 8.1, section 9 and section 10 are)",
	       "section",
	       "[RFC 3261 section 8.1](" RFC "3261#section-8.1)"
	       "[section 9](" RFC "3261#section-9)"
	       "[section 10](" RFC "3261#section-10)");
	/* A code, a count and a date are no sections. */
	refers("RFC 3261 section 9, 487, and", "section",
	       "[RFC 3261 section 9](" RFC "3261#section-9)");
	refers("RFC 3261 section 9, 2 calls", "section",
	       "[RFC 3261 section 9](" RFC "3261#section-9)");
	refers("RFC 3261, 487", "section", "[RFC 3261](" RFC "3261)");
	refers("IANA sip-parameters-4, 5", "section",
	       "[IANA sip-parameters-4](" IANA
	       "sip-parameters/sip-parameters.xhtml#sip-parameters-4)");
}

static void what_only_looks_like_one_is_none(void **state)
{
	static const char *const texts[] = {
		"", "R", "RFC", "RFC ", "RFC x", "RFC 123456", "RFC 2543bis",
		"xRFC 3261", "rfc 3261", "RFC3261", "RFCs 3261", "IANA",
		"IANA ", "IANA says", "IANA -", "IANA -4", "an RFC or IANA",
		"IANA a-very-long-name-that-no-registry-has-ever-had-1",
	};

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++)
		refers(texts[i], "section", "");
	refers("RFC 3261 section", "section", "[RFC 3261](" RFC "3261)");
	refers("RFC 3261 section ", "section", "[RFC 3261](" RFC "3261)");
	refers("RFC 3261 section 9x", "section", "[RFC 3261](" RFC "3261)");
	refers("RFC 3261 section 9.", "section",
	       "[RFC 3261 section 9](" RFC "3261#section-9)");
	refers("RFC 3261 section 1.2.3.4.5.6.7.8.9.1", "section",
	       "[RFC 3261](" RFC "3261)");
}

/* The longest that there is, and one longer. */
static void names_and_parts_have_a_length(void **state)
{
	(void)state;
	refers("RFC 12345", "section", "[RFC 12345](" RFC "12345)");
	refers("RFC 1 section 10.2.3.4.5.6.7.8", "section",
	       "[RFC 1 section 10.2.3.4.5.6.7.8](" RFC
	       "1#section-10.2.3.4.5.6.7.8)");
	refers("RFC 1 section 10.2.3.4.5.6.7.10", "section",
	       "[RFC 1](" RFC "1)");
	refers("IANA a-very-long-name-that-no-registry-has-ha", "section",
	       "[IANA a-very-long-name-that-no-registry-has-ha](" IANA
	       "a-very-long-name-that-no-registry-has-ha/"
	       "a-very-long-name-that-no-registry-has-ha.xhtml)");
	refers("IANA a-very-long-name-that-no-registry-has-had", "section",
	       "");
	refers("IANA a-1 b", "section",
	       "[IANA a-1](" IANA "a/a.xhtml#a-1)");
	refers("IANA a-12", "section", "[IANA a-12](" IANA "a/a.xhtml#a-12)");
	refers("IANA a-b1", "section", "[IANA a-b1](" IANA "a-b1/a-b1.xhtml)");
	refers("IANA a-1b", "section", "[IANA a-1b](" IANA "a-1b/a-1b.xhtml)");
	refers("1RFC 3261", "section", "");
	refers("-RFC 3261", "section", "[RFC 3261](" RFC "3261)");
	refers("RFC RFC 3261", "section", "[RFC 3261](" RFC "3261)");
	refers("IRFC 3261, I RFC 1", "section", "[RFC 1](" RFC "1)");
}

/* What stands behind a number tells whether it is one more section. */
static void a_list_goes_on_or_ends(void **state)
{
#define NINE "[RFC 1 section 9](" RFC "1#section-9)"
	static const struct {
		const char *rest, *want;
	} rows[] = {
		{ ", 10", "[10](" RFC "1#section-10)" },
		{ ", 10,", "[10](" RFC "1#section-10)" },
		{ ", 10;", "[10](" RFC "1#section-10)" },
		{ ", 10)", "[10](" RFC "1#section-10)" },
		{ ", 10]", "[10](" RFC "1#section-10)" },
		{ ", 10.", "[10](" RFC "1#section-10)" },
		{ ", 10. A", "[10](" RFC "1#section-10)" },
		{ ", 10.A", "" },
		{ ", 10 A", "" },
		{ ", 10:", "" },
		{ ", 100", "" },
		{ ", 1.0", "[1.0](" RFC "1#section-1.0)" },
		{ ", 100.1", "[100.1](" RFC "1#section-100.1)" },
		{ ", A", "[A](" RFC "1#appendix-A)" },
		{ ", B.12", "[B.12](" RFC "1#appendix-B.12)" },
		{ ", AB", "" },
		{ ", a", "" },
		{ ", ", "" },
		{ ",10", "" },
		{ " and 10", "[10](" RFC "1#section-10)" },
		{ " and section 100 A",
		  "[section 100](" RFC "1#section-100)" },
		{ " and section", "" },
		{ " and section x", "" },
		{ " or 10", "" },
		{ ", 10, 11",
		  "[10](" RFC "1#section-10)[11](" RFC "1#section-11)" },
		{ ", 10, x, 11", "[10](" RFC "1#section-10)" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		char text[100] = "RFC 1 section 9", want[300] = NINE;

		strcat(text, rows[i].rest);
		strcat(want, rows[i].want);
		refers(text, "section", want);
	}
#undef NINE
}

#define LINK(id, at, text)                                                     \
	"\033]8;" id ";" RFC at "\033\\" text "\033]8;;\033\\"

/* What a text is on a screen of that width. */
static void laid(unsigned width, size_t outside, const char *text,
                 const char *want)
{
	struct sheet sheet;

	sheet_open(&sheet, 0, width);
	sheet.o.section = "section";
	sheet.o.outside = outside;
	lay_text(&sheet.o, 2, text);
	assert_string_equal(sheet_text(&sheet), want);
	sheet_close(&sheet);
}

static void a_link_that_is_broken_is_whole_in_each_line(void **state)
{
	(void)state;
	laid(0, 0, "See RFC 3261 section 9.1.",
	     "  See " LINK("", "3261#section-9.1", "RFC 3261 section 9.1")
	     ".\n");
	laid(24, 0, "See RFC 3261 section 9.1, 9.2, and RFC 2543.",
	     "  See " LINK("id=1", "3261#section-9.1", "RFC 3261 section")
	     "\n  " LINK("id=1", "3261#section-9.1", "9.1") ", "
	     LINK("", "3261#section-9.2", "9.2") ", and "
	     LINK("id=2", "2543", "RFC") "\n"
	     "  " LINK("id=2", "2543", "2543") ".\n");
	laid(20, 0, "All of it is in RFC 3261 section 9 a",
	     "  All of it is in\n"
	     "  " LINK("id=1", "3261#section-9", "RFC 3261 section") "\n"
	     "  " LINK("id=1", "3261#section-9", "9") " a\n");
}

static void text_from_outside_is_no_link(void **state)
{
	(void)state;
	laid(0, 8, "RFC 1111 in RFC 2222",
	     "  RFC 1111 in " LINK("", "2222", "RFC 2222") "\n");
	laid(0, SIZE_MAX, "RFC 1111 in RFC 2222", "  RFC 1111 in RFC 2222\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_document_is_named_with_or_without_its_part),
		TEST(every_section_of_a_list_has_its_own_page),
		TEST(what_only_looks_like_one_is_none),
		TEST(names_and_parts_have_a_length),
		TEST(a_list_goes_on_or_ends),
		TEST(a_link_that_is_broken_is_whole_in_each_line),
		TEST(text_from_outside_is_no_link),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
