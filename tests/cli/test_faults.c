/* test_faults.c - the program when a call of the system fails: what it says,
 * what it has written until then, and how it ends. */
#include "harness.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "sweep.h"

#define HEADERS \
	"Via: SIP/2.0/UDP h\r\nFrom: <sip:a>;tag=1\r\nTo: <sip:b>;tag=2\r\n" \
	"Call-ID: x\r\nCSeq: 1 INVITE\r\n"
#define RIGHT "SIP/2.0 486 Busy Here\r\n" HEADERS "l: 0\r\n\r\n"
#define WRONG "SIP/2.0 421 Extension Required\r\n" HEADERS "l: 0\r\n\r\n"
#define ENDLESS "SIP/2.0 420 Bad Extension\r\n" HEADERS "\r\n"
#define HALF "SIP/2.0 488 Not Acceptable Here\r\nVia: SIP/2.0/UDP h\r\nFro"
#define TRAFFIC "12:00 x\n" RIGHT "--\n" WRONG ENDLESS "12:01 y\n" RIGHT

#define OBJECTS \
	"{\"m\":\"SIP/2.0 486 Busy Here\\r\\nVia: x\"}\n{\"n\":1}\n" \
	" {\"m\":\"SIP/2.0 480 Temporarily Unavailable (Call limit)\"}\r\n"

/* Calls that read or write, and their status when all is well. */
static const struct {
	struct program program;
	int status;
} victims[] = {
	{ { .argv = { "annotate" }, .input = TRAFFIC }, 0 },
	{ { .argv = { "annotate", "-o", "-s", "above" }, .input = TRAFFIC },
	  0 },
	{ { .argv = { "annotate", "-s", "json" }, .input = OBJECTS }, 0 },
	{ { .argv = { "tally" }, .input = TRAFFIC }, 0 },
	{ { .argv = { "tally", "-t", "--by=method" }, .input = TRAFFIC }, 0 },
	{ { .argv = { "explain" }, .input = TRAFFIC }, 0 },
	{ { .argv = { "explain", "-j" }, .input = TRAFFIC }, 0 },
	{ { .argv = { "check" }, .input = TRAFFIC }, 1 },
	{ { .argv = { "list" } }, 0 },
	{ { .argv = { "-F", "phrase", "421" } }, 0 },
};

static void run_badly(struct run *r, const struct program *p,
                      struct fault fault)
{
	struct program disturbed = *p;

	disturbed.fault = fault;
	run_program(r, &disturbed);
}

/* All of the output, or a front of it that may be empty. */
enum amount { ALL, FRONT };

/* 1 if a run has come to this; else says what it was. */
static int ends_so(const struct run *r, int status, enum amount amount,
                   const struct run *well, const char *err)
{
	if (r->status == status && strcmp(r->err, err) == 0 &&
	    (amount == ALL ? r->out_len == well->out_len
	                   : r->out_len <= well->out_len) &&
	    memcmp(r->out, well->out, r->out_len) == 0)
		return 1;
	print_error("\n$ %.2000s\nstatus: %d, wanted %d\nstderr: %.900s\n"
	            "wanted: %s\nstdout: %zu bytes, wanted %s %zu of\n%.900s\n"
	            "but came\n%.900s\n", r->call, r->status, status, r->err,
	            err, r->out_len, amount == ALL ? "all" : "the first of",
	            well->out_len, well->out, r->out);
	return 0;
}

static int was_hit(const struct run *r)
{
	if (!r->hit)
		print_error("\n$ %.2000s\nno call has failed\n", r->call);
	return r->hit;
}

/* "sipcode: write error: No space left on device". */
static const char *complaint(const char *about, int error)
{
	static char s[FILE_PATH_MAX + 100];

	snprintf(s, sizeof(s), "sipcode: %s: %s\n", about, strerror(error));
	return s;
}

/* A program runs without a fault, and then with one; an err of "" is for one
 * that changes nothing.  Returns 1 if it has not met it or ends otherwise. */
static int disturb_one(size_t i, const struct fault *fault, enum amount amount,
                       const char *err)
{
	struct run well = { 0 }, r = { 0 };
	struct sweep s;
	int bad;

	sweep_open(&s, &victims[i].program);
	sweep_run(&s, &well, &(struct fault){ .call = FAULT_NONE });
	assert_run(&well, victims[i].status, "?*", "");
	sweep_run(&s, &r, fault);
	bad = !ends_so(&r, *err == '\0' ? well.status : 2, amount, &well, err) ||
	      !was_hit(&r);
	sweep_close(&s);
	run_free(&well);
	run_free(&r);
	return bad;
}

/* Every call of the table.  Returns how many are bad. */
static size_t disturb(struct fault fault, enum amount amount, const char *err)
{
	size_t bad = 0;

	for (size_t i = 0; i < LEN(victims); i++)
		if (fault.call != FAULT_READ ||
		    victims[i].program.input != NULL)
			bad += (size_t)disturb_one(i, &fault, amount, err);
	return bad;
}

static void bytes_may_come_and_go_a_few_at_a_time(void **state)
{
	size_t bad = 0;

	(void)state;
	bad += disturb((struct fault){ .call = FAULT_READ, .most = 3 }, ALL, "");
	bad += disturb((struct fault){ .call = FAULT_READ, .most = 100 }, ALL, "");
	bad += disturb((struct fault){ .call = FAULT_WRITE, .most = 7 }, ALL, "");
	assert_int_equal(bad, 0);
}

/* A tally says that it is incomplete.  Takes that line away; returns 0 if it
 * is not there. */
static int take_mark(struct run *r)
{
	static const char *const marks[] = { "\nIncomplete: ", "\nincomplete\t" };

	for (size_t i = 0; i < LEN(marks); i++) {
		char *from = strstr(r->out, marks[i]), *to;

		if (from == NULL)
			continue;
		to = strchr(from + 1, '\n');
		assert_non_null(to);
		memmove(from, to, strlen(to) + 1);
		r->out_len -= (size_t)(to - from);
		return 1;
	}
	print_error("no mark in %s\n", r->out);
	return 0;
}

/* A log is read up to a place and fails there: by its name, and from standard
 * input.  What comes out is as for a log that has only the front. */
static size_t break_off(const char *command, const char *option,
                        const char *front, const char *half)
{
	struct fault fault = { .call = FAULT_READ, .error = EIO, .at = 2,
		               .most = strlen(front) + strlen(half),
		               .once = 1 };
	struct run well = { 0 }, r = { 0 };
	const char *folder = folder_new();
	char path[FILE_PATH_MAX + 8], text[4096];
	size_t bad = 0;

	snprintf(text, sizeof(text), "%s%s" RIGHT RIGHT, front, half);
	snprintf(path, sizeof(path), "%s/log", folder);
	for (int named = 0; named < 2; named++) {
		struct program p = { .argv = { command, option, "-", NULL },
			             .input = front };
		const char *name = named ? path : "<stdin>";

		if (named)
			p.argv[2] = path;
		folder_write(folder, "log", front);
		run_program(&well, &p);
		assert_in_range(well.status, 0, 1);
		p.input = text;
		folder_write(folder, "log", text);
		run_badly(&r, &p, fault);
		if (strcmp(command, "tally") == 0)
			bad += !take_mark(&r);
		bad += !ends_so(&r, 2, ALL, &well, complaint(name, EIO)) ||
		       !was_hit(&r);
	}
	run_free(&well);
	run_free(&r);
	folder_remove(folder);
	return bad;
}

static void messages_before_a_read_error_are_judged(void **state)
{
	size_t bad = 0;

	(void)state;
	need_faults();
	bad += break_off("check", "-ftext", WRONG, "");
	bad += break_off("check", "-ftext", RIGHT WRONG, HALF);
	bad += break_off("explain", "-ftext", WRONG, "");
	bad += break_off("explain", "-ftext", RIGHT WRONG, HALF);
	assert_int_equal(bad, 0);
}

#define ANSWERED "SIP/2.0 486 Busy Here"

/* The last line may be one that has not come as a whole. */
static void lines_before_a_read_error_are_not_lost(void **state)
{
	static const char *const tallies[] = { "-ftext", "-t", "--by=method" };
	size_t bad = 0;

	(void)state;
	need_faults();
	bad += break_off("annotate", "-send", "x\n" ANSWERED "\r\ny\n", "");
	bad += break_off("annotate", "-send", ANSWERED "\nlast li", "");
	bad += break_off("annotate", "-send", ANSWERED "\nx\n" ANSWERED, "");
	bad += break_off("annotate", "-sabove", ANSWERED "\nx\n" ANSWERED, "");
	for (size_t i = 0; i < LEN(tallies); i++) {
		bad += break_off("tally", tallies[i], ANSWERED "\r\nx\n", "");
		bad += break_off("tally", tallies[i], ANSWERED "\n", "last li");
		bad += break_off("tally", tallies[i],
		                 ANSWERED "\nx\n" ANSWERED, "");
	}
	assert_int_equal(bad, 0);
}

static void a_file_that_may_not_be_opened_is_named_and_no_other(void **state)
{
	const char *folder = folder_new();
	char path[FILE_PATH_MAX + 8];
	struct program p = { .argv = { "tally", "-t", path, path } };
	struct run well = { 0 }, r = { 0 };
	static const int errors[] = { EACCES, EMFILE };

	(void)state;
	need_faults();
	snprintf(path, sizeof(path), "%s/log", folder);
	folder_write(folder, "log", TRAFFIC);
	p.argv[3] = NULL;
	run_program(&well, &p);
	assert_run(&well, 0, "code\t*\n486\tBusy Here\t2\t*", "");
	p.argv[3] = path;
	for (size_t i = 0; i < LEN(errors); i++) {
		struct fault fault = { .call = FAULT_OPEN, .error = errors[i],
			               .once = 1 };

		run_badly(&r, &p, fault);
		assert_true(take_mark(&r));
		assert_true(ends_so(&r, 2, ALL, &well,
		                    complaint(path, errors[i])));
	}
	run_free(&well);
	run_free(&r);
	folder_remove(folder);
}

static void what_stands_before_a_write_error_is_right(void **state)
{
	static const int errors[] = { ENOSPC, EIO };
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(errors); i++)
		for (size_t at = 1; at <= 2; at++)
			bad += disturb((struct fault){ .call = FAULT_WRITE, .fd = 1,
			                               .most = 7, .at = at,
			                               .error = errors[i],
			                               .once = 1 },
			               FRONT,
			               complaint("write error", errors[i]));
	assert_int_equal(bad, 0);
}

/* Over a network it may turn out only then that the disk is full. */
static void what_closing_stdout_reports_is_a_write_error(void **state)
{
	static const int errors[] = { EDQUOT, EIO };
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(errors); i++)
		bad += disturb((struct fault){ .call = FAULT_CLOSE, .fd = 1,
		                               .error = errors[i] },
		               ALL, complaint("write error", errors[i]));
	assert_int_equal(bad, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(bytes_may_come_and_go_a_few_at_a_time),
		TEST(messages_before_a_read_error_are_judged),
		TEST(lines_before_a_read_error_are_not_lost),
		TEST(a_file_that_may_not_be_opened_is_named_and_no_other),
		TEST(what_stands_before_a_write_error_is_right),
		TEST(what_closing_stdout_reports_is_a_write_error),
		TEST(no_fault_crashes_or_hangs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
