/* test_layout.c - text in lines: wrapping, bullets, facts, lines put
 * together. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>
#include <sipcode.h>

#include "layout/layout.h"
#include "utf8.h"

static const char prose[] =
	"The server will only serve this request with a SIP extension that the "
	"request does not list in Supported; Require names the option tags.";
static const char accents[] =
	"M\303\241y ch\341\273\247 ch\341\273\211 ph\341\273\245c "
	"v\341\273\245 "
	"y\303\252u c\341\272\247u n\303\240y v\341\273\233i m\341\273\231t "
	"ph\341\272\247n m\341\273\237 r\341\273\231ng "
	"\346\227\245\346\234\254.";
static const char long_word[] =
	"see https://www.iana.org/assignments/sip-parameters/"
	"sip-parameters.xhtml";
static const unsigned widths[] = { 20, 40, 80, 120, 1000 };

/* Lines joined by a blank are the text again; no line is too wide. */
static void wrapped(const char *text, unsigned width)
{
	struct wrap w = { .text = text, .left = strlen(text), .width = width };
	char joined[1024] = "";
	size_t used = 0, len = 0;
	const char *line;

	while ((line = wrap_next(&w, &len)) != NULL) {
		assert_true(len > 0);
		assert_true(utf8_columns(line, len) <= width);
		assert_true(line[0] != ' ' && line[len - 1] != ' ');
		memcpy(joined + used, line, len);
		used += len;
		if (w.left > 0 && w.text[-1] == ' ')
			joined[used++] = ' ';
	}
	joined[used] = '\0';
	assert_string_equal(joined, text);
}

static void no_line_is_wider_than_it_may_be(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(widths); i++) {
		wrapped(prose, widths[i]);
		wrapped(accents, widths[i]);
	}
}

static void a_word_that_is_too_long_is_cut_between_characters(void **state)
{
	(void)state;
	for (unsigned width = 2; width < 80; width++) {
		wrapped(long_word, width);
		wrapped(accents, width);
	}
}

static void lines_are_as_full_as_they_can_be(void **state)
{
	struct wrap w = { .text = prose, .left = strlen(prose), .width = 40 };
	size_t len = 0;
	const char *line;

	(void)state;
	while ((line = wrap_next(&w, &len)) != NULL)
		if (w.left > 0)
			assert_true(len + 1 + strcspn(w.text, " ") > 40);
}

static void without_a_width_every_text_is_one_line(void **state)
{
	struct sheet sheet;

	(void)state;
	sheet_open(&sheet, 1, 0);
	lay_text(&sheet.o, 2, prose);
	lay_bullet(&sheet.o, 2, prose);
	lay_fact(&sheet.o, "Reference", prose, "RFC 3261");
	lay_rule(&sheet.o);
	sheet_text(&sheet);
	assert_int_equal(times(sheet.text, "\n"), 3);
	assert_int_equal(times(sheet.text, prose), 3);
	assert_holds(sheet.text, "\n  \342\200\242 The server");
	assert_holds(sheet.text, "\n  Reference  The server");
	assert_holds(sheet.text, "option tags.  [RFC 3261]\n");
	sheet_close(&sheet);
}

/* What the pages are made of stays within the width of the screen. */
static void parts_of_a_page_fit_every_width(void **state)
{
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(widths); i++) {
		struct sheet sheet;

		sheet_open(&sheet, 1, widths[i]);
		lay_rule(&sheet.o);
		lay_text(&sheet.o, 0, prose);
		lay_text(&sheet.o, 2, accents);
		lay_bullet(&sheet.o, 2, prose);
		lay_bullet(&sheet.o, 0, long_word);
		bad += wider(sheet_text(&sheet), widths[i], "text");
		sheet_close(&sheet);
	}
	assert_int_equal(bad, 0);
}

static void facts_fit_every_width(void **state)
{
	static const char many[] =
		"RFC 3261 section 21.4.16, section 8.2.4, RFC 3262 section 3, "
		"RFC 5057 section 5.1, RFC 3398 section 8.2.6.1";
	static const char *const sources[] = { "", "RFC 3261 section 21.4.16",
		                               many };
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(widths); i++)
		for (size_t s = 0; s < LEN(sources); s++)
			for (int utf8 = 0; utf8 <= 1; utf8++) {
				struct sheet sheet;

				sheet_open(&sheet, utf8, widths[i]);
				lay_fact(&sheet.o, "Must carry", prose,
				         sources[s]);
				lay_fact(&sheet.o, "", "short", sources[s]);
				lay_fact_at(&sheet.o, 27, "Microsoft Teams",
				            prose, sources[s]);
				bad += wider(sheet_text(&sheet), widths[i],
				             "fact");
				sheet_close(&sheet);
			}
	assert_int_equal(bad, 0);
}

static void further_lines_stand_under_the_first(void **state)
{
	struct sheet sheet;

	(void)state;
	sheet_open(&sheet, 0, 43);
	lay_bullet(&sheet.o, 2, "One two three four five six seven eight nine "
	           "ten.");
	lay_fact(&sheet.o, "Retry", "later: as a new request, with the same "
	         "body", "");
	assert_string_equal(sheet_text(&sheet),
	                    "  * One two three four five six seven\n"
	                    "    eight nine ten.\n"
	                    "  Retry          later: as a new request,\n"
	                    "                 with the same body\n");
	sheet_close(&sheet);
}

static void a_source_stands_at_the_right_edge(void **state)
{
	struct sheet sheet;

	(void)state;
	sheet_open(&sheet, 0, 50);
	lay_fact(&sheet.o, "Ends", "nothing", "RFC 5057");
	lay_fact(&sheet.o, "Ends", "only the transaction itself", "RFC 5057");
	assert_string_equal(sheet_text(&sheet),
	                    "  Ends           nothing                RFC 5057\n"
	                    "  Ends           only the transaction itself\n"
	                    "                                        "
	                    "RFC 5057\n");
	sheet_close(&sheet);
}

static void a_long_label_has_a_line_for_itself(void **state)
{
	struct sheet sheet;

	(void)state;
	sheet_open(&sheet, 0, 60);
	lay_fact(&sheet.o, "A label of many words", "text", "");
	lay_fact(&sheet.o, "Thirteen here", "text", "");
	assert_string_equal(sheet_text(&sheet),
	                    "  A label of many words\n"
	                    "                 text\n"
	                    "  Thirteen here  text\n");
	sheet_close(&sheet);
}

static void rules_and_blanks_have_their_length(void **state)
{
	struct sheet sheet;

	(void)state;
	sheet_open(&sheet, 1, 80);
	lay_rule(&sheet.o);
	lay_blanks(&sheet.o, 0);
	lay_blanks(&sheet.o, 100);
	sheet_text(&sheet);
	assert_int_equal(times(sheet.text, "\342\224\200"), 78);
	assert_int_equal(times(sheet.text, " "), 100);
	assert_int_equal(sheet.len, 78 * 3 + 1 + 100);
	sheet_close(&sheet);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(no_line_is_wider_than_it_may_be),
		TEST(a_word_that_is_too_long_is_cut_between_characters),
		TEST(lines_are_as_full_as_they_can_be),
		TEST(without_a_width_every_text_is_one_line),
		TEST(parts_of_a_page_fit_every_width),
		TEST(facts_fit_every_width),
		TEST(further_lines_stand_under_the_first),
		TEST(a_source_stands_at_the_right_edge),
		TEST(a_long_label_has_a_line_for_itself),
		TEST(rules_and_blanks_have_their_length),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
