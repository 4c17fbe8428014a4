/* test_word.c - words of a query: their forms, and how a text has them. */
#include "harness.h"

#include <string.h>

#include "word.h"

static struct word word_of(const char *s)
{
	struct word w;
	size_t at = 0;

	assert_int_equal(word_next(&w, s, strlen(s), &at), 1);
	return w;
}

static void a_word_is_folded_letters_and_digits(void **state)
{
	static const struct {
		const char *text, *word;
	} words[] = {
		{ "Busy", "busy" },       { "  BUSY!", "busy" },
		{ "b\303\272sy", "busy" }, { "100rel", "100rel" },
		{ "\304\220\303\243", "da" }, { "e\314\201", "e" },
		{ "\346\227\245", "\346\227\245" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(words); i++) {
		struct word w = word_of(words[i].text);

		assert_int_equal(w.n, strlen(words[i].word));
		assert_memory_equal(w.s, words[i].word, w.n);
	}
}

static void words_come_one_by_one(void **state)
{
	static const char text[] = "re-INVITE, T.38 user_busy";
	static const char *const want[] = { "re", "invite", "t", "38", "user",
		                            "busy" };
	struct word w;
	size_t at = 0;

	(void)state;
	for (size_t i = 0; i < LEN(want); i++) {
		assert_int_equal(word_next(&w, text, strlen(text), &at), 1);
		assert_int_equal(w.n, strlen(want[i]));
		assert_memory_equal(w.s, want[i], w.n);
	}
	assert_int_equal(word_next(&w, text, strlen(text), &at), 0);
	assert_int_equal(word_next(&w, "- !", 3, &(size_t){ 0 }), 0);
}

static void a_word_that_is_too_long_is_found_nowhere(void **state)
{
	static const char text[] = "abcdefghijklmnopqrstuvwxyzabcdefghijklmn";
	struct word w = word_of(text);
	size_t len;

	(void)state;
	assert_int_equal(w.n, 0);
	assert_int_equal(word_at(&w, text, &len), WORD_NOWHERE);
}

static void a_text_has_a_word_whole_or_in_a_form(void **state)
{
	static const struct {
		const char *word, *text;
		enum word_fit fit;
		size_t len;
	} places[] = {
		{ "busy", "Busy Here", WORD_WHOLE, 4 },
		{ "busy", "BUSY_HERE", WORD_WHOLE, 4 },
		{ "busy", "busybody", WORD_FRONT, 4 },
		{ "busy", "bus", WORD_NOWHERE, 0 },
		{ "retry", "Retry-After", WORD_WHOLE, 5 },
		{ "retry", "retries,", WORD_FORM, 7 },
		{ "retries", "retry", WORD_FORM, 5 },
		{ "retrying", "retried", WORD_FORM, 7 },
		{ "drop", "dropped.", WORD_FORM, 7 },
		{ "dropped", "drops", WORD_FORM, 5 },
		{ "dropping", "drop", WORD_FORM, 4 },
		{ "call", "calls", WORD_FORM, 5 },
		{ "calling", "called", WORD_FORM, 6 },
		{ "codecs", "codec", WORD_FORM, 5 },
		{ "license", "licenses", WORD_FORM, 8 },
		{ "ring", "ringing", WORD_FORM, 7 },
		{ "ring", "clearing", WORD_NOWHERE, 0 },
		{ "status", "status", WORD_WHOLE, 6 },
		{ "address", "addresses", WORD_FORM, 9 },
		{ "dns", "dn", WORD_NOWHERE, 0 },
		{ "reinvite", "re-INVITE", WORD_WHOLE, 9 },
		{ "t38", "T.38 fax", WORD_WHOLE, 4 },
		{ "may", "m\303\241y b\341\272\255n", WORD_WHOLE, 4 },
		{ "m\303\241y", "may", WORD_WHOLE, 3 },
		{ "dang", "\304\221\304\203ng k\303\275", WORD_WHOLE, 6 },
		{ "e", "every", WORD_NOWHERE, 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(places); i++) {
		struct word w = word_of(places[i].word);
		size_t len = 0;
		enum word_fit fit = word_at(&w, places[i].text, &len);

		if (fit != places[i].fit ||
		    (fit != WORD_NOWHERE && len != places[i].len))
			fail_msg("'%s' at '%s': %d of %zu bytes",
			         places[i].word, places[i].text, fit, len);
	}
}

static void two_words_join(void **state)
{
	struct word a = word_of("voice"), b = word_of("mails"), w;
	size_t len;

	(void)state;
	w = word_join(&a, &b);
	assert_int_equal(word_at(&w, "voicemail", &len), WORD_FORM);
	assert_int_equal(word_at(&w, "voice-mails", &len), WORD_WHOLE);
	a = word_of("abcdefghijklmnopqrstuvwxyz");
	w = word_join(&a, &a);
	assert_int_equal(w.n, 0);
}

static void some_words_say_nothing(void **state)
{
	static const char *const empty[] = { "the", "The", "A", "of", "why" };
	static const char *const words[] = { "no", "not", "after", "busy" };
	struct word w;

	(void)state;
	for (size_t i = 0; i < LEN(empty); i++) {
		w = word_of(empty[i]);
		assert_true(word_is_empty(&w));
	}
	for (size_t i = 0; i < LEN(words); i++) {
		w = word_of(words[i]);
		assert_false(word_is_empty(&w));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_word_is_folded_letters_and_digits),
		TEST(words_come_one_by_one),
		TEST(a_word_that_is_too_long_is_found_nowhere),
		TEST(a_text_has_a_word_whole_or_in_a_form),
		TEST(two_words_join),
		TEST(some_words_say_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
