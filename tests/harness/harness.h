/* harness.h - runs commands in this process or as programs, and looks at what
 * they wrote and how they ended: always all three, stdout, stderr, status. */
#ifndef HARNESS_H
#define HARNESS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "faults.h"
#include "len.h"
#include "io/out.h"

/* What a run has left behind; bytes may be NUL, and a NUL follows them.
 * Begin with { 0 }; the next run frees what the one before left. */
struct run {
	char *call; /* what was run, as a shell would have it */
	char *out, *err;
	size_t out_len, err_len;
	int status; /* 128 + n if signal n ended it */
	int hit;    /* the fault that was asked for has come */
};

/* Calls cli_main() with these arguments (without the program's name, ended
 * by NULL) on files that are no terminals.  input may be NULL. */
void run_cli(struct run *r, const char *const argv[], const char *input);
#define RUN(r, ...) \
	run_cli(r, (const char *const[]){ __VA_ARGS__, NULL }, NULL)
/* The same with standard input that comes in two reads, cut at `split`; not
 * where there are no sockets that keep packets apart. */
void run_split(struct run *r, const char *const argv[], const char *s,
               size_t n, size_t split);
void run_free(struct run *r);
/* Frees what the run before left, and keeps the call; env may be NULL. */
void run_begin(struct run *r, const char *program, const char *const *argv,
               const char *const *env);

/* What stdout of a program is. */
enum stdout_kind {
	OUT_FILE,
	OUT_FULL,     /* /dev/full */
	OUT_CLOSED,
	OUT_BROKEN,   /* a pipe that nobody reads */
	OUT_TERMINAL
};

enum { ARGS_MAX = 12, ENV_MAX = 8 };

struct program {
	const char *path;           /* NULL: sipcode */
	const char *argv[ARGS_MAX]; /* without the program's name */
	const char *env[ENV_MAX + 1]; /* "NAME=VALUE": the whole environment */
	const char *input;
	int in_closed, err_closed;
	int in_pipe;                /* at once whole, and closed */
	enum stdout_kind out;
	unsigned columns;           /* of the terminal */
	int ignore_pipe;            /* started with SIGPIPE ignored */
	struct fault fault;
};

/* The test is skipped where there is no such stdout and where no fault can
 * be made. */
void run_program(struct run *r, const struct program *p);
/* Skips the test in the latter case. */
void need_faults(void);
/* A new stdin of the program. */
int program_input(const struct program *p);
/* A new stdout of the program; for a terminal also the end to read from. */
int program_output(const struct program *p, int *other);
/* This process becomes the program, on these streams.  Does not return. */
void program_become(const struct program *p, char *const *env, int in, int out,
                    int err);

/* A call and what has to come of it; out and err are patterns of fnmatch():
 * "" is nothing at all, "*" anything. */
struct check {
	const char *argv[ARGS_MAX];
	int status;
	const char *out, *err;
};

struct program_check {
	struct program program;
	int status;
	const char *out, *err;
};

void check_cli(const struct check *c, size_t n);
#define CHECK(checks) check_cli(checks, LEN(checks))
void check_programs(const struct program_check *c, size_t n);
#define CHECK_PROGRAMS(checks) check_programs(checks, LEN(checks))
/* One run that has been made already; says which if it fails. */
void assert_run(const struct run *r, int status, const char *out,
                const char *err);
void assert_holds(const char *text, const char *part);
void assert_lacks(const char *text, const char *part);
/* For what a bare system lacks: says so and ends the test, which has not
 * failed. */
void skip_without(const char *what);
/* How often the part stands in the text. */
size_t times(const char *text, const char *part);

/* What the last line of a usage error is, and what there is without
 * operands. */
#define TRY "Try 'sipcode --help' for more information.\n"
#define USAGE                                                                  \
	"usage: sipcode ANYTHING...\n*sipcode 486*sipcode: nothing was asked " \
	"for*--help\n"

/* A stream of the program whose bytes are kept: out_* and lay_* functions
 * write to o, text_of() says what they wrote. */
struct sheet {
	struct out o;
	char text[1 << 16];
	size_t len;
};

void sheet_open(struct sheet *s, int utf8, unsigned width);
/* Everything so far, ended by NUL. */
const char *sheet_text(struct sheet *s);
void sheet_close(struct sheet *s);

/* Takes away every variable that the program reads. */
int plain_environment(void **state);
#define TEST(function) cmocka_unit_test_setup(function, plain_environment)

/* Lines of a text: calls see() for each, with its length, without newline. */
void each_line(const char *text, void (*see)(const char *s, size_t n,
                                              void *with), void *with);
/* The number of lines that are wider than so many columns; the first of them
 * is printed. */
size_t wider(const char *text, size_t columns, const char *whose);

#endif
