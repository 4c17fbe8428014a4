/* test_strbuf.c - text that grows, and text from outside in it. */
#include "harness.h"

#include <string.h>

#include "io/strbuf.h"

static void a_text_grows_as_it_must(void **state)
{
	struct strbuf b = { 0 };
	size_t n = 0;

	(void)state;
	assert_string_equal(strbuf_text(&b), "");
	strbuf_number(&b, 0);
	strbuf_add(&b, " and ");
	strbuf_number(&b, UINT64_MAX);
	assert_string_equal(strbuf_text(&b), "0 and 18446744073709551615");
	strbuf_reset(&b);
	strbuf_bytes(&b, NULL, 0); /* a span that is nowhere */
	assert_string_equal(strbuf_text(&b), "");
	for (; n < 100000; n += 4)
		strbuf_add(&b, "421 ");
	assert_int_equal(b.len, n);
	assert_int_equal(strlen(strbuf_text(&b)), n);
	assert_int_equal(times(strbuf_text(&b), "421 "), n / 4);
	strbuf_free(&b);
	assert_string_equal(strbuf_text(&b), "");
}

static void words_have_a_blank_between_them(void **state)
{
	char one[] = "not", two[] = "here";
	char *words[] = { one, two };
	struct strbuf b = { 0 };

	(void)state;
	strbuf_words(&b, words, 0);
	assert_string_equal(strbuf_text(&b), "");
	strbuf_words(&b, words, 1);
	assert_string_equal(strbuf_text(&b), "not");
	strbuf_reset(&b);
	strbuf_words(&b, words, 2);
	assert_string_equal(strbuf_text(&b), "not here");
	strbuf_free(&b);
}

static void text_from_outside_is_safe_to_show(void **state)
{
	static const struct {
		const char *s, *ascii, *utf8;
	} texts[] = {
		{ "a \r\n\t b", "a b", "a b" },
		{ "\033[2J", "\\x1b[2J", "\\x1b[2J" },
		{ "caf\303\251", "caf\\xc3\\xa9", "caf\303\251" },
		{ "\377", "\\xff", "\\xff" },
		/* A soft hyphen, a word joiner, a Hangul filler, a tag. */
		{ "\302\255", "\\xc2\\xad", "\\xc2\\xad" },
		{ "\342\201\240", "\\xe2\\x81\\xa0", "\\xe2\\x81\\xa0" },
		{ "\343\205\244", "\\xe3\\x85\\xa4", "\\xe3\\x85\\xa4" },
		{ "\363\240\201\201", "\\xf3\\xa0\\x81\\x81",
		  "\\xf3\\xa0\\x81\\x81" },
	};
	struct strbuf b = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++) {
		strbuf_reset(&b);
		strbuf_outside(&b, texts[i].s, strlen(texts[i].s), 0);
		assert_string_equal(strbuf_text(&b), texts[i].ascii);
		strbuf_reset(&b);
		strbuf_outside(&b, texts[i].s, strlen(texts[i].s), 1);
		assert_string_equal(strbuf_text(&b), texts[i].utf8);
	}
	strbuf_free(&b);
}

static void an_excerpt_says_that_there_is_more(void **state)
{
	static const char s[] = "ab\303\251d";
	static const char *const want[] = { " ...", "a ...", "ab ...", "ab ...",
		                            "ab\303\251 ...", "ab\303\251d",
		                            "ab\303\251d" };
	struct strbuf b = { 0 };

	(void)state;
	for (size_t max = 0; max < LEN(want); max++) {
		strbuf_reset(&b);
		strbuf_excerpt(&b, s, strlen(s), max, 1);
		assert_string_equal(strbuf_text(&b), want[max]);
	}
	strbuf_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_text_grows_as_it_must),
		TEST(words_have_a_blank_between_them),
		TEST(text_from_outside_is_safe_to_show),
		TEST(an_excerpt_says_that_there_is_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
