/* test_meaning_text.c - what of a long meaning is told behind a line, and of
 * which phrases a meaning is looked up. */
#include "harness.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

#include "command/meanings.h"
#include "io/strbuf.h"
#include "words/label.h"

enum { MOST = 200 };

/* How many bytes of a meaning are told: as many sentences as fit, one at
 * least. */
static size_t told_of(const char *s)
{
	size_t n = strlen(s), told = 0;

	if (n <= MOST)
		return n;
	for (size_t i = 1; i < n; i++)
		if (s[i - 1] == '.' && s[i] == ' ' && (told == 0 || i <= MOST))
			told = i;
	return told == 0 ? n : told;
}

/* The phrase of a sighting, with an x for each star. */
static void write_phrase(struct strbuf *b, const struct sipcode_row *row)
{
	strbuf_reset(b);
	strbuf_add(b, sipcode_text(row, SIPCODE_F_PHRASE, 0));
	for (size_t i = 0; i < b->len; i++)
		if (b->s[i] == '*')
			b->s[i] = 'x';
}

static void sentences_are_told_as_far_as_they_fit(void **state)
{
	struct meanings *m = meanings_new(0);
	struct strbuf phrase = { 0 }, want = { 0 };
	const struct sipcode_row *row, *found[2];
	size_t cut = 0, whole = 0;

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_SIGHTINGS, i)); i++) {
		const char *s = sipcode_text(row, SIPCODE_F_MEANING, 0);
		unsigned code = 480;
		struct meaning meaning;

		if (sipcode_len(row, SIPCODE_F_CODE) > 0)
			code = (unsigned)sipcode_number(
				sipcode_link(row, SIPCODE_F_CODE, 0),
				SIPCODE_F_CODE, 0);
		write_phrase(&phrase, row);
		if (phrase.len > MEANING_PHRASE ||
		    sipcode_sightings(0, code, phrase.s, phrase.len, found,
		                      2) != 1 ||
		    found[0] != row)
			continue;
		memset(&meaning, 0, sizeof(meaning));
		meaning.code = code;
		meanings_pay(m, 1000);
		meanings_find(m, &meaning, phrase.s, phrase.len);
		strbuf_reset(&want);
		strbuf_add(&want, sipcode_text(row, SIPCODE_F_PRODUCT, 0));
		strbuf_add(&want, ": ");
		strbuf_bytes(&want, s, told_of(s));
		if (sipcode_len(row, SIPCODE_F_UNCONFIRMED) > 0) {
			strbuf_add(&want, " ");
			strbuf_add(&want, label_text(0, LABEL_unconfirmed));
		}
		assert_string_equal(meaning.text, strbuf_text(&want));
		assert_ptr_equal(meaning.row, sipcode_code(0, code));
		if (told_of(s) < strlen(s))
			cut++;
		else
			whole++;
	}
	assert_true(cut > 0 && whole > 0);
	strbuf_free(&phrase);
	strbuf_free(&want);
	meanings_free(m);
}

/* "(phrase of A, B)" names all that write it so. */
static void all_senders_of_a_phrase_are_named(void **state)
{
	enum { MANY = 64, NAMED = 8 };
	struct meanings *m = meanings_new(0);
	struct strbuf phrase = { 0 }, want = { 0 };
	const struct sipcode_row *row, *found[MANY];
	size_t seen = 0;

	(void)state;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_SIGHTINGS, i)); i++) {
		struct meaning meaning;
		unsigned code;
		size_t n;

		if (sipcode_len(row, SIPCODE_F_CODE) == 0)
			continue;
		code = (unsigned)sipcode_number(
			sipcode_link(row, SIPCODE_F_CODE, 0), SIPCODE_F_CODE,
			0);
		write_phrase(&phrase, row);
		n = sipcode_sightings(0, code, phrase.s, phrase.len, found,
		                      MANY);
		if (n < 2 || phrase.len > MEANING_PHRASE)
			continue;
		seen++;
		memset(&meaning, 0, sizeof(meaning));
		meaning.code = code;
		meanings_pay(m, 1000);
		meanings_find(m, &meaning, phrase.s, phrase.len);
		strbuf_reset(&want);
		strbuf_add(&want, " (phrase of ");
		for (size_t k = 0; k < n && k < NAMED; k++) {
			strbuf_add(&want, k > 0 ? ", " : "");
			strbuf_add(&want, sipcode_text(found[k],
			                               SIPCODE_F_PRODUCT, 0));
		}
		strbuf_add(&want, ")");
		n = strlen(meaning.text);
		assert_true(n > want.len);
		assert_string_equal(meaning.text + n - want.len,
		                    strbuf_text(&want));
	}
	assert_true(seen > 0);
	strbuf_free(&phrase);
	strbuf_free(&want);
	meanings_free(m);
}

/* What is longer than any known phrase is told by its code. */
static void a_phrase_has_a_length(void **state)
{
	struct meanings *m = meanings_new(0);
	struct meaning meaning = { .code = 486 };
	char phrase[MEANING_PHRASE + 2], verdict[300];

	(void)state;
	memset(phrase, 'x', sizeof(phrase));
	meanings_find(m, &meaning, phrase, 0);
	snprintf(verdict, sizeof(verdict), "%s", meaning.text);
	for (size_t n = MEANING_PHRASE - 1; n <= MEANING_PHRASE + 1; n++) {
		meanings_find(m, &meaning, phrase, n);
		assert_string_equal(meaning.text, verdict);
		assert_ptr_equal(meaning.row, sipcode_code(0, 486));
	}
	/* The same phrase of another code, and then of the first. */
	meaning.code = 404;
	meanings_find(m, &meaning, phrase, 10);
	assert_ptr_equal(meaning.row, sipcode_code(0, 404));
	assert_string_not_equal(meaning.text, verdict);
	meaning.code = 486;
	meanings_find(m, &meaning, phrase, 10);
	assert_ptr_equal(meaning.row, sipcode_code(0, 486));
	assert_string_equal(meaning.text, verdict);
	meanings_free(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(sentences_are_told_as_far_as_they_fit),
		TEST(all_senders_of_a_phrase_are_named),
		TEST(a_phrase_has_a_length),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
