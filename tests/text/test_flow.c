/* test_flow.c - ladder diagrams at every width, in UTF-8 and in ASCII. */
#include "harness.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

#include "text/text.h"
#include "utf8.h"

static const char *draw(struct sheet *s, const struct sipcode_row *flow,
                        int utf8, unsigned width)
{
	sheet_open(s, utf8, width);
	text_flow(&s->o, flow, 0);
	sheet_text(s);
	sheet_close(s);
	return s->text;
}

static void flows_are_drawn_at_every_width(void **state)
{
	static struct sheet s;
	const struct sipcode_row *flow;

	(void)state;
	for (size_t i = 0; (flow = sipcode_row(0, SIPCODE_FLOWS, i)); i++)
		for (unsigned w = 20; w <= 300; w += w < 80 ? 1 : 20) {
			draw(&s, flow, 1, w);
			assert_holds(s.text, "\342\224\202");
		}
}

/* Every word of the step that a column can hold is in the picture. */
static void see_words(const char *picture, const char *step)
{
	const char *s = step + strcspn(step, ":~");

	while (*(s += strspn(s, ":~|; ")) != '\0') {
		size_t n = strcspn(s, " ;|");
		char word[16];

		if (n <= 10) {
			snprintf(word, sizeof(word), "%.*s", (int)n, s);
			assert_holds(picture, word);
		}
		s += n;
	}
}

static void every_word_of_a_step_is_in_the_picture(void **state)
{
	static const unsigned widths[] = { 0, 80, 120 };
	static struct sheet s;
	const struct sipcode_row *flow;

	(void)state;
	for (size_t i = 0; (flow = sipcode_row(0, SIPCODE_FLOWS, i)); i++)
		for (size_t w = 0; w < LEN(widths); w++) {
			draw(&s, flow, 0, widths[w]);
			for (size_t k = 0;
			     k < sipcode_len(flow, SIPCODE_F_STEP); k++)
				see_words(s.text, sipcode_text(
					flow, SIPCODE_F_STEP, k));
		}
}

/* A hyphen in "Retry-After" stays a hyphen where arrows are drawn. */
static void text_is_not_taken_for_a_part_of_an_arrow(void **state)
{
	static struct sheet s;
	const struct sipcode_row *flow;

	(void)state;
	for (size_t i = 0; (flow = sipcode_row(0, SIPCODE_FLOWS, i)); i++) {
		const char *at = draw(&s, flow, 1, 120);
		size_t steps = 0;

		while ((at = strstr(at, "\342\224\200")) != NULL) {
			unsigned char before = (unsigned char)at[-1];
			unsigned char behind = (unsigned char)at[3];

			if ((before > ' ' && before < 0x7f) ||
			    (behind > ' ' && behind < 0x7f))
				fail_msg("an arrow in the text: %.40s",
				         at - 20);
			at += 3;
			steps++;
		}
		assert_true(steps > 0);
	}
}

static void ascii_and_utf8_draw_the_same_picture(void **state)
{
	static const struct {
		const char *glyph;
		char ascii;
	} glyphs[] = {
		{ "\342\224\202", '|' }, { "\342\224\200", '-' },
		{ "\342\227\200", '<' }, { "\342\226\266", '>' },
		{ "\342\200\242", '*' },
	};
	static struct sheet utf8, ascii;
	const struct sipcode_row *flow;

	(void)state;
	for (size_t i = 0; (flow = sipcode_row(0, SIPCODE_FLOWS, i)); i++) {
		const char *s = draw(&utf8, flow, 1, 80);
		const char *t = draw(&ascii, flow, 0, 80);

		for (; *s != '\0'; t++) {
			size_t n = 1;
			char c = *s;

			for (size_t g = 0; g < LEN(glyphs); g++)
				if (strncmp(s, glyphs[g].glyph, 3) == 0) {
					c = glyphs[g].ascii;
					n = 3;
				}
			assert_int_equal(c, *t);
			s += n;
		}
		assert_int_equal(*t, '\0');
	}
}

static void a_picture_fits_the_screen(void **state)
{
	static const unsigned widths[] = { 60, 80, 120 };
	static struct sheet s;
	const struct sipcode_row *flow;
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; (flow = sipcode_row(0, SIPCODE_FLOWS, i)); i++)
		for (size_t w = 0; w < LEN(widths); w++)
			bad += wider(draw(&s, flow, 1, widths[w]), widths[w],
			             sipcode_text(flow, SIPCODE_F_ID, 0));
	assert_int_equal(bad, 0);
}

static void a_flow_shows_each_code_that_it_is_listed_for(void **state)
{
	const struct sipcode_row *flow;

	(void)state;
	for (size_t i = 0; (flow = sipcode_row(0, SIPCODE_FLOWS, i)); i++)
		for (size_t k = 0; k < sipcode_len(flow, SIPCODE_F_CODE); k++) {
			char code[16];
			size_t seen = 0;

			snprintf(code, sizeof(code), "%lu", sipcode_number(
				sipcode_link(flow, SIPCODE_F_CODE, k),
				SIPCODE_F_CODE, 0));
			for (size_t s = 0;
			     s < sipcode_len(flow, SIPCODE_F_STEP); s++)
				seen += times(sipcode_text(flow, SIPCODE_F_STEP,
				                           s), code);
			if (seen == 0)
				fail_msg("%s shows no %s", sipcode_text(flow,
				         SIPCODE_F_ID, 0), code);
		}
}

/* In a pipe the title is the first line, and an empty one is behind it. */
static void a_flow_begins_with_its_title(void **state)
{
	const struct sipcode_row *flow;
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; (flow = sipcode_row(0, SIPCODE_FLOWS, i)); i++) {
		char code[16], title[400];

		snprintf(code, sizeof(code), "%lu", sipcode_number(
			sipcode_link(flow, SIPCODE_F_CODE, 0),
			SIPCODE_F_CODE, 0));
		snprintf(title, sizeof(title), "\n%s\n\n",
		         sipcode_text(flow, SIPCODE_F_TITLE, 0));
		RUN(&r, "flow", code);
		assert_run(&r, 0, "*", "");
		if (strncmp(r.out, title + 1, strlen(title + 1)) != 0)
			assert_holds(r.out, title);
	}
	run_free(&r);
}

/* On the narrowest screen words are broken, but no letter is lost. */
static void a_narrow_picture_loses_nothing(void **state)
{
	static struct sheet wide, narrow;
	const struct sipcode_row *flow;

	(void)state;
	for (size_t i = 0; (flow = sipcode_row(0, SIPCODE_FLOWS, i)); i++) {
		size_t letters[2] = { 0, 0 };

		draw(&wide, flow, 0, 120);
		draw(&narrow, flow, 0, 20);
		for (const char *s = wide.text; *s != '\0'; s++)
			letters[0] += *s >= 'A' && *s <= 'z';
		for (const char *s = narrow.text; *s != '\0'; s++)
			letters[1] += *s >= 'A' && *s <= 'z';
		assert_int_equal(letters[0], letters[1]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(flows_are_drawn_at_every_width),
		TEST(every_word_of_a_step_is_in_the_picture),
		TEST(text_is_not_taken_for_a_part_of_an_arrow),
		TEST(ascii_and_utf8_draw_the_same_picture),
		TEST(a_picture_fits_the_screen),
		TEST(a_flow_shows_each_code_that_it_is_listed_for),
		TEST(a_flow_begins_with_its_title),
		TEST(a_narrow_picture_loses_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
