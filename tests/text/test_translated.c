/* test_translated.c - what a reader can count on in every language besides
 * English: room, alignment, and no English. */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sipcode.h>

#include "schema.h"
#include "text/text.h"
#include "utf8.h"
#include "words/label.h"

/* Columns of the longest line. */
static size_t widest(const char *s)
{
	size_t most = 0;

	while (*s != '\0') {
		size_t n = strcspn(s, "\n"), columns = utf8_columns(s, n);

		if (columns > most)
			most = columns;
		s += n + (s[n] == '\n');
	}
	return most;
}

static void no_line_is_wider_than_asked(void **state)
{
	static const char *const widths[] = { "20", "40", "80", "120" };
	static const char *const calls[][3] = {
		{ "-a", "486" }, { "-b", "486" }, { "-a", "401" }, { "4xx" },
		{ "777" }, { "list" }, { "cause", "17" }, { "cause", "127" },
		{ "option" }, { "option", "100rel" }, { "warning", "304" },
		{ "warning" }, { "cause" }, { "compare", "480", "486" },
		{ "compare", "200", "421" }, { "search", "486" },
	};
	struct run r = { 0 };

	(void)state;
	for (int l = 1; l < sipcode_languages(); l++)
		for (size_t i = 0; i < LEN(calls); i++)
			for (size_t w = 0; w < LEN(widths); w++) {
				RUN(&r, "--lang", sipcode_language_tag(l), "-w",
				    widths[w], calls[i][0], calls[i][1],
				    calls[i][2]);
				size_t wide = widest(r.out);

				if (wide > strtoul(widths[w], NULL, 10))
					fail_msg("%s at %s: %zu", calls[i][1],
					         widths[w], wide);
			}
	run_free(&r);
}

static void the_answer_fits_a_screen_and_some_lines(void **state)
{
	const struct sipcode_row *row;
	struct run r = { 0 };
	char code[16];

	(void)state;
	for (int l = 1; l < sipcode_languages(); l++) {
		size_t registered = 0, short_ones = 0;

		for (size_t i = 0; (row = sipcode_row(l, SIPCODE_CODES, i));
		     i++) {
			snprintf(code, sizeof(code), "%lu",
			         sipcode_number(row, SIPCODE_F_CODE, 0));
			RUN(&r, "--lang", sipcode_language_tag(l), "-b", "-w80",
			    code);
			assert_run(&r, 0, "*", "");
			assert_in_range(times(r.out, "\n"), 10, 34);
			if (strcmp(sipcode_text(row, SIPCODE_F_STATUS, 0),
			           "registered") != 0)
				continue;
			registered++;
			short_ones += times(r.out, "\n") <= 27;
		}
		assert_true(3 * short_ones >= 2 * registered);
	}
	run_free(&r);
}

/* Whether the line has a bar in each column where the line of bars has one, or
 * something else that covers it, but no bar anywhere else. */
static void see_bars(const char *bars, const char *line, size_t n)
{
	size_t columns[FLOW_ACTORS_MOST] = { 0 }, known = 0;

	for (size_t i = 0; bars[i] != '\n'; i++)
		if (bars[i] == '|')
			columns[known++] = i;
	for (size_t i = 0; i < n; i++) {
		size_t at = utf8_columns(line, i), k = 0;

		if (line[i] != '|')
			continue;
		while (k < known && columns[k] != at)
			k++;
		assert_in_range(k, 0, known - 1);
	}
}

static void bars_stand_below_each_other(void **state)
{
	static const unsigned widths[] = { 0, 40, 80, 120 };
	static struct sheet s;
	const struct sipcode_row *flow;

	(void)state;
	for (int l = 1; l < sipcode_languages(); l++)
		for (size_t i = 0; (flow = sipcode_row(l, SIPCODE_FLOWS, i));
		     i++)
			for (size_t w = 0; w < LEN(widths); w++) {
				const char *bars, *line;

				sheet_open(&s, 0, widths[w]);
				text_flow(&s.o, flow, 0);
				sheet_text(&s);
				sheet_close(&s);
				bars = strstr(s.text, "     |");
				assert_non_null(bars);
				for (line = bars; *line == ' ';
				     line += strcspn(line, "\n") + 1)
					see_bars(bars, line,
					         strcspn(line, "\n"));
			}
}

/* Words of English that neither a name nor another language is made of. */
static int is_english(const char *s, size_t n)
{
	static const char *const words[] = { "the", "is", "are", "of", "with",
		                             "and", "this", "that", "does" };

	for (size_t i = 0; i < LEN(words); i++)
		if (strlen(words[i]) == n && memcmp(words[i], s, n) == 0)
			return 1;
	return 0;
}

/* How many there are outside of quotes. */
static size_t english_words(const char *s)
{
	size_t found = 0;
	int quoted = 0;

	while (*s != '\0') {
		size_t n = strcspn(s, " ");

		found += (size_t)(!quoted && is_english(s, n));
		for (size_t i = 0; i < n; i++)
			quoted ^= s[i] == '"';
		s += n + (s[n] == ' ');
	}
	return found;
}

static void see_prose(const struct sipcode_row *row, enum sipcode_field f)
{
	for (size_t i = 0; i < sipcode_len(row, f); i++) {
		const char *s = sipcode_text(row, f, i);

		if (strstr(s, label_text(sipcode_row_lang(row),
		                         LABEL_english)) != NULL)
			fail_msg("not translated: %s", s);
		/* A phrase such as "All GW are down" may stand in it. */
		if (english_words(s) > 1)
			fail_msg("English: %s", s);
	}
}

static void see_prose_of(const struct sipcode_row *row, enum sipcode_set set)
{
	struct sipcode_column c;

	for (size_t k = 0;
	     (c = sipcode_column(set, k)).field != SIPCODE_F_NONE; k++)
		if (c.type == SIPCODE_T_PROSE)
			see_prose(row, c.field);
}

static void no_sentence_is_english(void **state)
{
	const struct sipcode_row *row;

	(void)state;
	for (int l = 1; l < sipcode_languages(); l++)
		for (int s = 0; s < SIPCODE_SETS; s++) {
			enum sipcode_set set = (enum sipcode_set)s;

			for (size_t i = 0; (row = sipcode_row(l, set, i)); i++)
				see_prose_of(row, set);
		}
}

/* A label that stands in front of a fact, or below all, has room there. */
static void labels_have_room(void **state)
{
	static const enum label facts[] = {
		LABEL_aliases, LABEL_answers, LABEL_carried_in, LABEL_effect,
		LABEL_http, LABEL_local, LABEL_may_carry, LABEL_must_carry,
		LABEL_nature, LABEL_once_carried, LABEL_proxies,
		LABEL_reference, LABEL_retry, LABEL_seen_as, LABEL_sent_by,
		LABEL_should_carry, LABEL_status, LABEL_stun,
	};
	static const enum label feet[] = {
		LABEL_compare, LABEL_flow, LABEL_more, LABEL_practice,
		LABEL_products, LABEL_see,
	};

	(void)state;
	for (int l = 0; l < sipcode_languages(); l++) {
		for (size_t i = 0; i < LEN(facts); i++) {
			const char *s = label_text(l, facts[i]);

			assert_in_range(utf8_columns(s, strlen(s)), 1, 13);
		}
		for (size_t i = 0; i < LEN(feet); i++) {
			const char *s = label_text(l, feet[i]);

			assert_in_range(utf8_columns(s, strlen(s)), 1, 12);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(no_line_is_wider_than_asked),
		TEST(the_answer_fits_a_screen_and_some_lines),
		TEST(bars_stand_below_each_other),
		TEST(no_sentence_is_english),
		TEST(labels_have_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
