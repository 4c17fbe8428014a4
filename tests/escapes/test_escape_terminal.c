/* test_escape_terminal.c - on a terminal, with its colours and links, nothing
 * from outside is obeyed: neither of operands nor of logs, nor of the lines
 * that annotate copies. */
#include "clean.h"

#include <string.h>
#include <unistd.h>

#include "calls.h"
#include "files.h"
#include "logs.h"

/* The terminals, and what each may be sent. */
static const struct {
	const char *env[4];
	int may;
} terminals[] = {
	{ { "TERM=xterm-256color", "LANG=vi_VN.UTF-8" },
	  CLEAN_MARKS | CLEAN_UTF8 },
	{ { "TERM=xterm-256color", "LC_ALL=C", "LANG=vi_VN.UTF-8" },
	  CLEAN_MARKS },
	{ { "TERM=dumb", "LANG=C.UTF-8", "COLUMNS=40" }, CLEAN_UTF8 },
};

static void on_terminal(const char *const *words, const char *last,
                        size_t which, int may, const char *payload, size_t *bad)
{
	struct program p = { .out = OUT_TERMINAL, .columns = 80 };
	static struct run r;
	size_t n = 0;

	for (; n < LOG_WORDS && words[n] != NULL; n++) {
		p.argv[n] = words[n];
		may |= strstr(words[n], "=always") != NULL ? CLEAN_MARKS : 0;
	}
	p.argv[n] = last;
	memcpy(p.env, terminals[which].env, sizeof(terminals[which].env));
	run_program(&r, &p);
	assert_in_range(r.status, 0, 2);
	see_clean(r.call, payload, r.out, r.out_len, r.err, r.err_len,
	          may | terminals[which].may, bad);
	if (strcmp(words[0], "annotate") == 0 && n < 3)
		assert_holds(r.out, "\\x");
}

static void file_fill(char *path, const struct bytes *b)
{
	int fd = file_new(path, FILE_PATH_MAX);

	assert_int_equal(write(fd, b->s, b->n), b->n);
	close(fd);
}

/* All payloads, and the one with a NUL. */
static void everything(struct bytes *b)
{
	bytes_str(b, all_payloads());
	for (size_t i = 0; i < payload_count; i++)
		if (memchr(payloads[i].bytes, '\0', payloads[i].n) != NULL)
			bytes_add(b, payloads[i].bytes, payloads[i].n);
}

static void annotate_passes_no_escape(void **state)
{
	static const char *const calls[][LOG_WORDS] = {
		{ "annotate" }, { "annotate", "--style=above" },
		{ "annotate", "--style=below", "--only" },
		{ "annotate", "--style=json" },
		{ "annotate", "--color=always", "--hyperlink=always" },
	};
	struct bytes all = { 0 }, log = { 0 };
	char path[FILE_PATH_MAX];
	size_t bad = 0;

	(void)state;
	everything(&all);
	/* Those of messages, and lines of logs. */
	for (size_t i = 0; i < 7; i++) {
		log_with(&log, logs[i], all.s, all.n);
		file_fill(path, &log);
		for (size_t k = 0; k < LEN(calls); k++)
			for (size_t t = 0; t < LEN(terminals); t++)
				on_terminal(calls[k], path, t, CLEAN_TABS,
				            "all", &bad);
		unlink(path);
	}
	bytes_free(&all);
	bytes_free(&log);
	assert_int_equal(bad, 0);
}

static void logs_send_no_escape(void **state)
{
	struct bytes all = { 0 }, log = { 0 };
	char path[FILE_PATH_MAX];
	size_t bad = 0;

	(void)state;
	everything(&all);
	for (size_t i = 0; i < log_count; i++) {
		log_with(&log, logs[i], all.s, all.n);
		file_fill(path, &log);
		/* Formats for programs are the same bytes as in a pipe. */
		for (size_t k = 0; k < log_call_count; k++)
			if (strncmp(log_calls[k][0], "-F", 2) != 0)
				on_terminal(log_calls[k], path,
				            (i + k) % LEN(terminals),
				            CLEAN_TABS | CLEAN_UTF8, "all",
				            &bad);
		unlink(path);
	}
	bytes_free(&all);
	bytes_free(&log);
	assert_int_equal(bad, 0);
}

static void operands_send_no_escape(void **state)
{
	static const char *const calls[][LOG_WORDS] = {
		{ "--" }, { "486" }, { "cause" }, { "search" }, { "product" },
		{ "header" }, { "compare", "486" }, { "list" }, { "term" },
		{ "SIP/2.0", "486" }, { "--json" }, { "check" }, { "help" },
	};
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(calls) * LEN(terminals); i++)
		on_terminal(calls[i % LEN(calls)], all_payloads(),
		            i / LEN(calls), CLEAN_TEXT, "all", &bad);
	for (size_t i = 0; i < payload_count; i++)
		on_terminal(calls[i % LEN(calls)], payloads[i].bytes,
		            i % LEN(terminals), CLEAN_TEXT, payloads[i].name,
		            &bad);
	assert_int_equal(bad, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(annotate_passes_no_escape),
		TEST(logs_send_no_escape),
		TEST(operands_send_no_escape),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
