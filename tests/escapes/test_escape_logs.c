/* test_escape_logs.c - nothing that a terminal obeys comes out of messages and
 * logs, in any format, wherever it stands in them. */
#include "clean.h"

#include <string.h>

#include "calls.h"
#include "jsonread.h"
#include "logs.h"

static int has_word(const struct call *c, const char *word)
{
	for (size_t i = 0; i < c->n; i++)
		if (strcmp(c->word[i], word) == 0)
			return 1;
	return 0;
}

/* What may stand in the output of a call. */
static int may_hold(const struct call *c)
{
	int may = CLEAN_TEXT;

	if (has_word(c, "--color=always") || has_word(c, "--hyperlink=always"))
		may |= CLEAN_MARKS;
	if (has_word(c, "--json") || has_word(c, "--format=markdown") ||
	    has_word(c, "--format=sarif") || has_word(c, "--lang=vi"))
		may |= CLEAN_UTF8;
	if (has_word(c, "--tsv") || has_word(c, "-F"))
		may |= CLEAN_TABS;
	/* The text of a log, which --merge reads again. */
	if (has_word(c, "--tsv") && has_word(c, "tally"))
		may |= CLEAN_UTF8;
	if (has_word(c, "-0"))
		may |= CLEAN_NULS;
	return may;
}

/* How many outputs showed in an escaped form what was smuggled in. */
static size_t shown;

static void try_log(const struct bytes *log, size_t which, const char *payload,
                    size_t *bad)
{
	static struct told t;
	struct call c = { .n = 0 };

	call_words(&c, log_calls[which]);
	tell(&t, &c, log->s, log->n);
	assert_in_range(t.status, 0, 2);
	see_clean(call_text(&c), payload, t.out, t.out_len, t.err, t.err_len,
	          may_hold(&c), bad);
	shown += strstr(t.out, "\\x") != NULL || strstr(t.out, "\\u") != NULL;
	if (has_word(&c, "--json") && t.out_len > 0)
		assert_json(t.out, t.out_len);
}

static void logs_are_clean(void **state)
{
	struct bytes log = { 0 };
	size_t bad = 0;

	(void)state;
	for (size_t p = 0; p < payload_count; p++)
		for (size_t i = 0; i < log_count; i++) {
			log_with(&log, logs[i], payloads[p].bytes,
			         payloads[p].n);
			for (size_t k = 0; k < log_call_count; k++)
				try_log(&log, k, payloads[p].name, &bad);
		}
	bytes_free(&log);
	assert_int_equal(bad, 0);
	assert_in_range(shown, payload_count * log_call_count,
	                payload_count * log_call_count * log_count);
}

/* A sequence that the border between two reads cuts: the reader puts it
 * together again, and nobody may see it whole. */
static void what_a_border_cuts_is_clean(void **state)
{
	static const char text[] =
		"SIP/2.0 486 a\033[41mb\302\2332J\342\200\256c\r\n"
		"Server: \033]0;x\007y\r\nCSeq: 1 INVITE\r\n\r\n";
	static const char *const commands[] = { "explain", "check", "tally" };
	struct run r = { 0 };
	size_t bad = 0;

	(void)state;
	for (size_t at = 0; at < sizeof(text) - 1; at++)
		for (size_t i = 0; i < LEN(commands); i++) {
			const char *argv[] = { commands[i], "--color=always",
			                       NULL };

			run_split(&r, argv, text, sizeof(text) - 1, at);
			see_clean(r.call, "cut", r.out, r.out_len, r.err,
			          r.err_len, CLEAN_MARKS, &bad);
		}
	run_free(&r);
	assert_int_equal(bad, 0);
}

/* In a pipe annotate passes the log on as it is; what it adds is its own. */
static void what_annotate_adds_is_clean(void **state)
{
	static const char *const styles[] = { "--style=end", "--style=above",
		                              "--style=below", "--style=json" };
	struct bytes log = { 0 }, added = { 0 };
	static struct told t;
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < log_count * payload_count * LEN(styles); i++) {
		const struct payload *p = &payloads[i % payload_count];
		struct call c = { .n = 0 };
		size_t at = 0;

		log_with(&log, logs[i / payload_count % log_count], p->bytes,
		         p->n);
		CALL_WORDS(&c, "annotate",
		           styles[i / payload_count / log_count]);
		tell(&t, &c, log.s, log.n);
		/* What does not stand in the log, byte after byte. */
		added.n = 0;
		for (size_t k = 0; k < t.out_len; k++)
			if (at < log.n && t.out[k] == log.s[at])
				at++;
			else
				bytes_add(&added, t.out + k, 1);
		assert_int_equal(at, log.n);
		see_clean(call_text(&c), p->name, added.s, added.n, t.err,
		          t.err_len, CLEAN_TABS, &bad);
	}
	bytes_free(&log);
	bytes_free(&added);
	assert_int_equal(bad, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(logs_are_clean),
		TEST(what_a_border_cuts_is_clean),
		TEST(what_annotate_adds_is_clean),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
