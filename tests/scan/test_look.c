/* test_look.c - words around a place, held against plain loops: as they are in
 * the library, and as they are on a processor without SSE2. */
#include "bytes.h"

#include <stdlib.h>
#include <string.h>

/* The plain ones, under names of their own. */
#include "names.h"
#undef look_back
#undef look_end
#undef look_front
#undef look_on
#undef look_within
#undef __SSE2__
#include "scan/look.c"

size_t sipcode_look_within(const struct look *t, size_t from, size_t to,
                           const char *word, size_t len);

static size_t naive_within(const char *s, size_t from, size_t to,
                           const char *word)
{
	size_t n = strlen(word);

	for (; from + n <= to; from++)
		if (memcmp(s + from, word, n) == 0)
			return from + n;
	return NOWHERE;
}

static void assert_within(const struct look *t, size_t from, size_t to,
                          const char *word)
{
	size_t want = naive_within(t->s, from, to, word), n = strlen(word);

	assert_true(look_within(t, from, to, word, n) == want);
	assert_true(sipcode_look_within(t, from, to, word, n) == want);
}

static void a_word_is_found_where_a_plain_loop_finds_it(void **state)
{
	static const char *const words[] = { "a", "ab", "abcab", "\"call_id",
		                             "aaaaaaaaaaaaaaaaaaaaab" };
	static const char *const pieces[] = {
		"a", "b", "c", "ab", "abc", "aaaaaaaaaaaaaaaaaaaaa", "\"",
		"\"call_id", "xxxxxxxxxxxxxxxxxxxx", "\n",
	};
	uint64_t die = 503;

	(void)state;
	for (int round = 0; round < 3000; round++) {
		struct bytes b = { 0 };
		struct look t;
		size_t from, to;
		char *s;

		bytes_roll(&b, &die, 1 + roll(&die, 40), pieces, LEN(pieces));
		s = exactly(b.s, b.n);
		t = (struct look){ s, b.n };
		from = roll(&die, (unsigned)b.n + 1);
		to = from + roll(&die, (unsigned)(b.n - from) + 1);
		for (size_t w = 0; w < LEN(words); w++)
			assert_within(&t, from, to, words[w]);
		free(s);
		bytes_free(&b);
	}
}

static int is_end(char c)
{
	return c == '\n' || c == '\r';
}

static void the_line_around_a_place_is_found(void **state)
{
	static const char *const pieces[] = { "a", "\n", "\r", "\r\n", "\n\n",
		                              NULL };
	char filler[700];
	const char *list[LEN(pieces)];
	uint64_t die = 480;

	(void)state;
	memcpy(list, pieces, sizeof(pieces));
	memset(filler, 'x', sizeof(filler));
	filler[sizeof(filler) - 1] = '\0';
	list[LEN(pieces) - 1] = filler;
	for (int round = 0; round < 500; round++) {
		struct bytes b = { 0 };
		struct look t;
		size_t at, from, to;
		char *s;

		bytes_roll(&b, &die, 1 + roll(&die, 20), list, LEN(list));
		s = exactly(b.s, b.n);
		t = (struct look){ s, b.n };
		at = from = to = roll(&die, (unsigned)b.n + 1);
		while (from > 0 && at - from < LOOK_REACH &&
		       !is_end(s[from - 1]))
			from--;
		while (to < b.n && to - at < LOOK_REACH && !is_end(s[to]))
			to++;
		assert_int_equal(look_front(&t, at), from);
		assert_int_equal(look_end(&t, at), to);
		free(s);
		bytes_free(&b);
	}
}

static void quotes_and_slashes_may_be_escaped(void **state)
{
	static const struct {
		const char *s, *word;
		int there;
	} rows[] = {
		{ "SIP/2.0", "sip/2.0", 1 },     { "sip\\/2.0", "sip/2.0", 1 },
		{ "SIP\\\\/2.0", "sip/2.0", 1 }, { "sip/2.0", "Sip/2.0", 0 },
		{ "\\\"a", "\"a", 1 },           { "\\\\\\\"a", "\"a", 1 },
		{ "s\\ip", "sip", 0 },           { "SIP/2.", "sip/2.0", 0 },
		{ "", "sip", 0 },                { "", "", 1 },
		{ "got", "Got", 0 },             { "GOT", "got", 1 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		size_t n = strlen(rows[i].s);
		char *s = exactly(rows[i].s, n);
		struct look t = { s, n };
		size_t on = look_on(&t, 0, rows[i].word);
		size_t back = look_back(&t, n, rows[i].word,
		                        strlen(rows[i].word));

		assert_true(on == (rows[i].there ? n : NOWHERE));
		assert_true(back == (rows[i].there ? 0 : NOWHERE));
		free(s);
	}
}

static void so_many_backslashes_are_an_escape(void **state)
{
	(void)state;
	for (size_t n = 0; n < 12; n++) {
		struct bytes b = { 0 };
		struct look t;

		bytes_str(&b, "a");
		bytes_fill(&b, '\\', n);
		bytes_str(&b, "\"b");
		t = (struct look){ b.s, b.n };
		assert_true(look_on(&t, 1, "\"b") ==
		            (n <= 8 ? b.n : NOWHERE));
		assert_int_equal(look_back(&t, b.n, "\"b", 2),
		                 n <= 8 ? 1 : n - 7);
		bytes_free(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_word_is_found_where_a_plain_loop_finds_it),
		TEST(the_line_around_a_place_is_found),
		TEST(quotes_and_slashes_may_be_escaped),
		TEST(so_many_backslashes_are_an_escape),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
