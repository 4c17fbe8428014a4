/* test_annotate.c - a log comes out as it went in, with the meanings added. */
#include "bytes.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <sipcode.h>

#include "words/verdict.h"

#include "io/log.h"

static const char *const styles[] = { "end", "above", "below" };

/* "# 486 Busy Here: ...", as it is added. */
static const char *meaning(unsigned code)
{
	static char s[1024];
	const struct sipcode_row *row = sipcode_code(0, code);
	struct strbuf verdict = { 0 };

	assert_non_null(row);
	verdict_add(&verdict, row);
	snprintf(s, sizeof(s), "# %u %s: %s", code,
	         sipcode_text(row, SIPCODE_F_PHRASE, 0), strbuf_text(&verdict));
	strbuf_free(&verdict);
	return s;
}

/* The line with its meaning, in the words of the manual. */
static void annotated(struct bytes *b, const char *s, size_t n,
                      const char *style)
{
	struct sipcode_match m;
	size_t end = n;

	if (!sipcode_scan(s, n, 0, &m)) {
		bytes_add(b, s, n);
		return;
	}
	end -= end > 0 && s[end - 1] == '\n';
	while (end > 0 && s[end - 1] == '\r')
		end--;
	if (*style == 'a') {
		bytes_str(b, meaning(m.code));
		bytes_str(b, "\n");
	}
	bytes_add(b, s, end);
	if (*style == 'e') {
		bytes_str(b, "  ");
		bytes_str(b, meaning(m.code));
	}
	bytes_add(b, s + end, n - end);
	if (*style == 'b') {
		bytes_str(b, end == n ? "\n" : "");
		bytes_str(b, meaning(m.code));
		bytes_str(b, end == n ? "" : "\n");
	}
}

/* The length of the first line: it ends with LF, or with CR alone. */
static size_t line_of(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] == '\n' || (s[i] == '\r' && i + 1 < n &&
		                     s[i + 1] != '\r' && s[i + 1] != '\n'))
			return i + 1;
	return n;
}

static void assert_annotated(const char *s, size_t n, const char *style)
{
	struct bytes want = { 0 };
	struct run r = { 0 };

	bytes_str(&want, "");
	for (size_t i = 0; i < n;) {
		size_t len = line_of(s + i, n - i);

		annotated(&want, s + i, len, style);
		i += len;
	}
	RUN_BYTES(&r, s, n, "annotate", "--style", style);
	assert_int_equal(r.status, 0);
	assert_string_equal(r.err, "");
	assert_bytes(r.out, r.out_len, want.s, want.n);
	run_free(&r);
	bytes_free(&want);
}

#define BUSY "SIP/2.0 486 Busy Here"

static void every_line_gets_its_meaning_and_keeps_its_bytes(void **state)
{
	static const struct {
		const char *s;
		size_t n;
	} logs[] = {
#define L(s) { s, sizeof(s) - 1 }
		L(""), L("\n"), L("\r\n"), L("x"), L("\n\n"), L("\r"),
		L(BUSY), L(BUSY "\n"), L(BUSY "\r\n"), L(BUSY "\r"),
		L(BUSY "\r\r\n"), L("\n" BUSY "\n\n"),
		L(BUSY "\rVia: x\r\r" BUSY "\r\r"), L("x\r" BUSY "\ry\n"),
		L("x\r\n" BUSY "\r\nVia: y\r\n\r\n" BUSY "\n"),
		L(BUSY "\n" BUSY "\nSIP/2.0 200 OK"),
		L("\0" BUSY "\0\n\0"), L("\377\376" BUSY " \300\n\033[2J"),
		L(BUSY ", SIP/2.0 200 OK\n"),
#undef L
	};

	(void)state;
	for (size_t i = 0; i < LEN(logs); i++)
		for (size_t k = 0; k < LEN(styles); k++)
			assert_annotated(logs[i].s, logs[i].n, styles[k]);
}

static void any_bytes_come_out_again(void **state)
{
	static const char *const pieces[] = {
		BUSY, "SIP/2.0 200 OK", "SIP/2.0", " 404", "\n", "\r\n", "\r",
		"x", "\001", "\377", "\033[31m", "Via: SIP/2.0/UDP h\r\n", "\t",
		" ", "SipResp: 489 ", "\n\n", "code=480;reason=x;", "#", "|",
	};
	uint64_t die = 1968;

	(void)state;
	for (int round = 0; round < 300; round++) {
		struct bytes b = { 0 };

		bytes_roll(&b, &die, roll(&die, 40), pieces, LEN(pieces));
		/* NUL, which no piece can hold. */
		for (size_t i = 0; i < b.n; i++)
			if (b.s[i] == '\001')
				b.s[i] = '\0';
		assert_annotated(b.s, b.n, styles[round % 3]);
		bytes_free(&b);
	}
}

/* A log around the seams of the buffer: what was added, taken away again,
 * leaves what there was. */
static void long_lines_come_out_again(void **state)
{
	static const size_t seams[] = { LOG_BUFFER - LOG_AHEAD, LOG_BUFFER };
	struct run r = { 0 };

	(void)state;
	for (size_t k = 0; k < LEN(seams); k++)
		for (size_t i = 0; i < 60; i++) {
			struct bytes b = { 0 }, got = { 0 };
			const char *style = styles[i % 3];

			bytes_fill(&b, 'x', seams[k] - 40 + i);
			bytes_str(&b, i % 2 > 0 ? BUSY "\"" : "\n" BUSY "\"");
			bytes_fill(&b, 'x', i % 5 > 0 ? 100 : 300000);
			bytes_str(&b, "\r\nSIP/2.0 200 OK\nx");
			RUN_BYTES(&r, b.s, b.n, "annotate", "-s", style);
			assert_run(&r, 0, "*", "");
			assert_int_equal(times(r.out, meaning(486)), 1);
			assert_int_equal(times(r.out, meaning(200)), 1);
			bytes_add(&got, r.out, r.out_len);
			for (size_t c = 0; c < 2; c++) {
				char add[1030];
				unsigned code = c == 0 ? 486 : 200;

				snprintf(add, sizeof(add), "  %s",
				         meaning(code));
				bytes_drop(&got, add);
				snprintf(add, sizeof(add), "%s\n",
				         meaning(code));
				bytes_drop(&got, add);
			}
			assert_bytes(got.s, got.n, b.s, b.n);
			bytes_free(&got);
			bytes_free(&b);
		}
	run_free(&r);
}

static void only_what_was_asked_for_is_shown(void **state)
{
	static const char log[] = "x\n" BUSY "\r\ny\nSIP/2.0 200 OK\n"
	                          "SIP/2.0 498 z\n";
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, log, "annotate", "--only");
	assert_run(&r, 0, BUSY "  # 486 Busy Here: *\r\n"
	           "SIP/2.0 200 OK  # 200 OK: *\nSIP/2.0 498 z  # 498 *\n", "");
	assert_lacks(r.out, "y\n");
	RUN_TEXT(&r, log, "annotate", "--only", "--code", "2xx");
	assert_run(&r, 0, "SIP/2.0 200 OK  # 200 OK: *\n", "");
	assert_int_equal(times(r.out, "\n"), 1);
	RUN_TEXT(&r, log, "annotate", "--code=498,500-599");
	assert_run(&r, 0, "x\n" BUSY "\r\ny\nSIP/2.0 200 OK\n"
	           "SIP/2.0 498 z  # 498 *\n", "");
	assert_int_equal(times(r.out, "# "), 1);
	/* A line of two responses has the one that is wanted. */
	RUN_TEXT(&r, BUSY "\" SIP/2.0 200 OK\n", "annotate", "--code=200");
	assert_run(&r, 0, BUSY "\" SIP/2.0 200 OK  # 200 OK: *\n", "");
	RUN_TEXT(&r, log, "annotate", "-o", "-c", "603");
	assert_run(&r, 0, "", "");
	run_free(&r);
}

static void what_it_cannot_do_is_said(void **state)
{
	static const struct check checks[] = {
		{ { "annotate", "--style=left" }, 2, "",
		  "sipcode: not end, above, below or json: 'left'\n" TRY },
		{ { "annotate", "--code=4" }, 2, "",
		  "sipcode: not a class, range or code: '4'\n" TRY },
		{ { "annotate", "--json" }, 2, "",
		  "sipcode: 'annotate' has no option: 'json'\n" TRY },
		{ { "annotate", "/nowhere/log", "/" }, 2, "",
		  "sipcode: /nowhere/log: No such file or directory\n"
		  "sipcode: /: Is a directory\n" },
	};

	(void)state;
	CHECK(checks);
}

static void meanings_are_coloured_by_class(void **state)
{
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, BUSY "\n", "annotate", "--color=always");
	assert_run(&r, 0, BUSY "  \033*# 486 Busy Here: *\033*\n", "");
	run_free(&r);
}

static void a_terminal_sees_no_control_bytes(void **state)
{
	struct run r = { 0 };
	struct program p = {
		.argv = { "annotate" }, .out = OUT_TERMINAL, .columns = 80,
		.env = { "LC_ALL=en_US.UTF-8", "TERM=xterm", "NO_COLOR=1" },
		.input = "\033[2J\a\tx\302\233\342\200\256\377\303\266\r\n"
		         BUSY "\033]0;t\a\r\nlast\b",
	};

	(void)state;
	run_program(&r, &p);
	assert_run(&r, 0, "\\\\x1b\\[2J\\\\x07\tx\\\\xc2\\\\x9b"
	           "\\\\xe2\\\\x80\\\\xae\\\\xff\303\266\n" BUSY
	           "\\\\x1b]0;t\\\\x07  # 486 *\nlast\\\\x08", "");
	run_free(&r);
}

/* The program between two pipes. */
static pid_t between(int *to, int *from)
{
	int in[2], out[2];
	pid_t child;

	assert_int_equal(pipe(in), 0);
	assert_int_equal(pipe(out), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		if (dup2(in[0], 0) < 0 || dup2(out[1], 1) < 0)
			_exit(126);
		close(in[0]);
		close(in[1]);
		close(out[0]);
		close(out[1]);
		execl(SIPCODE_PROGRAM, "sipcode", "annotate", (char *)NULL);
		_exit(127);
	}
	close(in[0]);
	close(out[1]);
	*to = in[1];
	*from = out[0];
	return child;
}

/* Everything up to a newline; the bound is for a program that hangs. */
static void read_line(int fd, char *s, size_t size)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };
	size_t n = 0;

	do {
		ssize_t got;

		if (poll(&p, 1, 30000) != 1)
			fail_msg("no line has come");
		got = read(fd, s + n, size - 1 - n);
		assert_true(got > 0);
		n += (size_t)got;
	} while (s[n - 1] != '\n');
	s[n] = '\0';
}

static void a_line_is_out_before_the_log_ends(void **state)
{
	static const char *const pieces[] = { "SIP/2.0 48", "6 Busy Here\n" };
	char line[2048], want[2048];
	int to, from, status;
	pid_t child = between(&to, &from);

	(void)state;
	snprintf(want, sizeof(want), BUSY "  %s\n", meaning(486));
	for (int round = 0; round < 3; round++) {
		for (size_t i = 0; i < LEN(pieces); i++)
			assert_int_equal(write(to, pieces[i],
			                       strlen(pieces[i])),
			                 strlen(pieces[i]));
		read_line(from, line, sizeof(line));
		assert_string_equal(line, want);
	}
	close(to);
	assert_int_equal(read(from, line, sizeof(line)), 0);
	close(from);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void quiet_prints_nothing(void **state)
{
	static const char *const places[] = { "end", "above", "below", "json" };
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(places); i++) {
		RUN_TEXT(&r, "x\nSIP/2.0 486 Busy Here\n{\"a\":1}\n",
		         "annotate", "-q", "-s", places[i]);
		assert_run(&r, 0, "", "*");
		assert_int_equal(r.out_len, 0);
	}
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_line_gets_its_meaning_and_keeps_its_bytes),
		TEST(quiet_prints_nothing),
		TEST(any_bytes_come_out_again),
		TEST(long_lines_come_out_again),
		TEST(only_what_was_asked_for_is_shown),
		TEST(what_it_cannot_do_is_said),
		TEST(meanings_are_coloured_by_class),
		TEST(a_terminal_sees_no_control_bytes),
		TEST(a_line_is_out_before_the_log_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
