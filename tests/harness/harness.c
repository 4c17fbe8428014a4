/* harness.c - runs in this process, and the looking at what came of them. */
#include "harness.h"

#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "run.h"
#include "files.h"
#include "utf8.h"

int plain_environment(void **state)
{
	static const char *const names[] = {
		"LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG", "LANGUAGE",
		"COLUMNS", "TERM", "NO_COLOR", "CLICOLOR_FORCE", "FORCE_COLOR",
		"POSIXLY_CORRECT", "COLORTERM", "VTE_VERSION", "TERM_PROGRAM",
		"INSIDE_EMACS",
	};

	(void)state;
	for (size_t i = 0; i < LEN(names); i++)
		unsetenv(names[i]);
	return 0;
}

void run_begin(struct run *r, const char *program, const char *const *argv,
               const char *const *env)
{
	size_t len;
	FILE *f;

	run_free(r);
	f = open_memstream(&r->call, &len);
	assert_non_null(f);
	for (; env != NULL && *env != NULL; env++)
		fprintf(f, "%s ", *env);
	fputs(program, f);
	for (; *argv != NULL; argv++)
		fprintf(f, " '%s'", *argv);
	assert_int_equal(fclose(f), 0);
}

void run_free(struct run *r)
{
	free(r->call);
	free(r->out);
	free(r->err);
	memset(r, 0, sizeof(*r));
}

/* Calls cli_main() with this standard input, which is closed. */
static void run_on(struct run *r, const char *const argv[], int in)
{
	char *args[64] = { NULL }, *moved[64];
	char name[] = "sipcode";
	int argc = 1, out = file_with(NULL);
	int err = file_with(NULL);

	run_begin(r, name, argv, NULL);
	args[0] = name;
	for (; argv[argc - 1] != NULL; argc++) {
		assert_in_range(argc, 1, 62);
		args[argc] = strdup(argv[argc - 1]);
	}
	/* A copy: the pointers change places, all of them have to be freed. */
	memcpy(moved, args, sizeof(args));
	r->status = cli_main(argc, moved, in, out, err);
	r->out = file_text(out, &r->out_len);
	r->err = file_text(err, &r->err_len);
	for (int i = 1; i < argc; i++)
		free(args[i]);
	close(in);
}

void run_cli(struct run *r, const char *const argv[], const char *input)
{
	run_on(r, argv, file_with(input));
}

/* Each packet is a read of its own. */
void run_split(struct run *r, const char *const argv[], const char *s,
               size_t n, size_t split)
{
	int ends[2];

	assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends), 0);
	if (split > 0)
		assert_int_equal(write(ends[1], s, split), split);
	if (split < n)
		assert_int_equal(write(ends[1], s + split, n - split),
		                 n - split);
	close(ends[1]);
	run_on(r, argv, ends[0]);
}

static void complain(const char *what, const char *got, const char *want)
{
	print_error("%s is:\n%.2000s\nbut should match:\n%s\n", what, got,
	            want);
}

/* Says what was run before it says what is wrong. */
static int matches(const struct run *r, int status, const char *out,
                   const char *err)
{
	int bad_out = fnmatch(out, r->out, 0) != 0;
	int bad_err = fnmatch(err, r->err, 0) != 0;

	if (r->status == status && !bad_out && !bad_err)
		return 1;
	print_error("\n$ %.2000s\n", r->call);
	if (r->status != status)
		print_error("status is %d, not %d\n", r->status, status);
	if (bad_out)
		complain("stdout", r->out, out);
	if (bad_err)
		complain("stderr", r->err, err);
	return 0;
}

void assert_run(const struct run *r, int status, const char *out,
                const char *err)
{
	assert_true(matches(r, status, out, err));
}

void check_cli(const struct check *c, size_t n)
{
	struct run r = { 0 };
	size_t bad = 0;

	for (size_t i = 0; i < n; i++) {
		run_cli(&r, c[i].argv, NULL);
		bad += !matches(&r, c[i].status, c[i].out, c[i].err);
	}
	run_free(&r);
	assert_int_equal(bad, 0);
}

void check_programs(const struct program_check *c, size_t n)
{
	struct run r = { 0 };
	size_t bad = 0;

	for (size_t i = 0; i < n; i++) {
		run_program(&r, &c[i].program);
		bad += !matches(&r, c[i].status, c[i].out, c[i].err);
	}
	run_free(&r);
	assert_int_equal(bad, 0);
}

void assert_holds(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("'%s' is not in:\n%.2000s", part, text);
}

void assert_lacks(const char *text, const char *part)
{
	if (strstr(text, part) != NULL)
		fail_msg("'%s' is in:\n%.2000s", part, text);
}

void skip_without(const char *what)
{
	print_message("skipped: this needs %s\n", what);
	skip();
}

size_t times(const char *text, const char *part)
{
	size_t n = 0;

	while ((text = strstr(text, part)) != NULL) {
		text += strlen(part);
		n++;
	}
	return n;
}

void sheet_open(struct sheet *s, int utf8, unsigned width)
{
	out_open(&s->o, file_with(NULL));
	s->o.utf8 = utf8;
	s->o.width = width;
	s->o.measure = width;
}

const char *sheet_text(struct sheet *s)
{
	out_flush(&s->o);
	s->len = file_read(s->o.fd, s->text, sizeof(s->text));
	return s->text;
}

void sheet_close(struct sheet *s)
{
	close(s->o.fd);
}

void each_line(const char *text, void (*see)(const char *s, size_t n,
                                              void *with), void *with)
{
	while (*text != '\0') {
		size_t n = strcspn(text, "\n");

		see(text, n, with);
		text += n + (text[n] == '\n');
	}
}

struct limit {
	size_t columns, wide;
	const char *whose;
};

static void measure(const char *s, size_t n, void *with)
{
	struct limit *l = with;

	if (utf8_columns(s, n) <= l->columns)
		return;
	if (l->wide++ == 0)
		print_error("%s: %zu columns, not %zu: %.*s\n", l->whose,
		            utf8_columns(s, n), l->columns, (int)n, s);
}

size_t wider(const char *text, size_t columns, const char *whose)
{
	struct limit l = { columns, 0, whose };

	each_line(text, measure, &l);
	return l.wide;
}
