/* test_index.c - the index has every word of every text that is searched. */
#include "harness.h"

#include <string.h>
#include <sipcode.h>

#include "search/index.h"
#include "search/sieve.h"
#include "worth.h"

static int has_row(int lang, size_t row, const struct word *w)
{
	static struct rows rows;

	memset(&rows, 0, sizeof(rows));
	index_find(&rows, lang, w);
	index_find(&rows, INDEX_FACTS, w);
	return (rows.bits[row / 64] >> row % 64 & 1) != 0;
}

/* Every hundredth word, which takes a second as it is. */
static size_t look_up(int lang, size_t row, const char *text, size_t *nth)
{
	struct word w;
	size_t at = 0, n = strlen(text), seen = 0;

	while (word_next(&w, text, n, &at)) {
		if (++*nth % 100 != 0 || w.n == 0 || word_is_empty(&w))
			continue;
		if (!has_row(lang, row, &w))
			fail_msg("'%.*s' of '%s'", w.n, w.s, text);
		seen++;
	}
	return seen;
}

static void every_word_is_found(void **state)
{
	size_t nth = 0, seen = 0;

	(void)state;
	for (int l = 0; l < sipcode_languages(); l++)
		for (int s = 0; s < SIPCODE_SETS; s++) {
			enum sipcode_set set = (enum sipcode_set)s;
			const struct sipcode_row *row;
			struct sipcode_column c;

			if (worth_of_set[s] == 0)
				continue;
			for (size_t i = 0; (row = sipcode_row(l, set, i)); i++)
				for (size_t k = 0;
				     (c = sipcode_column(set, k)).field; k++)
					for (size_t v = 0;
					     worth_of_field[c.field] > 0 &&
					     v < sipcode_len(row, c.field);
					     v++)
						seen += look_up(l,
							sieve_number(set, i),
							sipcode_text(row,
							c.field, v), &nth);
		}
	assert_true(seen > 500);
}

/* Has a text of the row a word that begins with those letters? */
static int has_front(const struct sipcode_row *row, const char *letters)
{
	struct sipcode_column c;
	struct word w;

	for (size_t k = 0; (c = sipcode_column(sipcode_row_set(row), k)).field;
	     k++)
		for (size_t v = 0; worth_of_field[c.field] > 0 &&
		                   v < sipcode_len(row, c.field); v++) {
			const char *text = sipcode_text(row, c.field, v);
			size_t at = 0, n = strlen(text);

			while (word_next(&w, text, n, &at))
				if (strncmp(w.s, letters, strlen(letters)) == 0)
					return 1;
		}
	return 0;
}

/* Words that no other word is joined to; seen in many rows and in few. */
static void no_row_without_a_word_is_found(void **state)
{
	static const char *const words[] = { "call", "gateway", "phone",
		                             "busy", "transcod", "wrong",
		                             "second", "nonce", "xyzzy" };

	(void)state;
	for (size_t i = 0; i < LEN(words); i++) {
		struct word w;
		size_t at = 0, found = 0;

		assert_true(word_next(&w, words[i], strlen(words[i]), &at));
		for (int s = 0; s < SIPCODE_SETS; s++) {
			enum sipcode_set set = (enum sipcode_set)s;
			const struct sipcode_row *row;

			if (worth_of_set[s] == 0)
				continue;
			for (size_t k = 0; (row = sipcode_row(0, set, k));
			     k++) {
				size_t n = sieve_number(set, k);

				found += has_row(0, n, &w);
				if (has_row(0, n, &w) !=
				    has_front(row, words[i]))
					fail_msg("%s, row %zu of set %d",
					         words[i], k, s);
			}
		}
		assert_int_equal(found > 0, i + 1 < LEN(words));
	}
}

static size_t count(int lang, const char *text, int within)
{
	static struct rows rows;
	struct word w;
	size_t at = 0, n = 0;

	memset(&rows, 0, sizeof(rows));
	assert_int_equal(word_next(&w, text, strlen(text), &at), 1);
	if (within)
		index_within(&rows, lang, &w);
	else
		index_find(&rows, lang, &w);
	for (size_t i = 0; i < ROWS_MOST; i++)
		n += rows.bits[i / 64] >> i % 64 & 1;
	return n;
}

static void forms_fronts_and_parts_are_found(void **state)
{
	(void)state;
	assert_true(count(0, "gateway", 0) > 0);
	assert_int_equal(count(0, "gateway", 0), count(0, "gateways", 0));
	assert_true(count(0, "reinvite", 0) > 0);
	assert_true(count(0, "forward", 0) > 0);
	assert_int_equal(count(0, "xyzzy", 0), 0);
	assert_int_equal(count(INDEX_FACTS, "stablish", 0), 0);
	assert_true(count(INDEX_FACTS, "stablish", 1) > 0);
	/* Two letters are within everything. */
	assert_int_equal(count(INDEX_FACTS, "st", 1), 0);
	/* What would stand behind the last term and before the first. */
	assert_int_equal(count(0, "zzzzzz", 0), 0);
	assert_int_equal(count(0, "0000000", 0), 0);
}

static void there_is_room_for_all_rows(void **state)
{
	(void)state;
	assert_true(sieve_number(SIPCODE_SETS, 0) < ROWS_MOST);
	assert_int_equal(sieve_number(SIPCODE_CLASSES, 3), 3);
	assert_int_equal(sieve_number(SIPCODE_CODES, 0), 6);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_word_is_found),
		TEST(no_row_without_a_word_is_found),
		TEST(forms_fronts_and_parts_are_found),
		TEST(there_is_room_for_all_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
