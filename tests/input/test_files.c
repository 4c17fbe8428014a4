/* test_files.c - files that are opened, and those that are not. */
#include "harness.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "files.h"
#include "run.h"

#define BUSY "SIP/2.0 486 Busy Here\r\n"

/* Runs a command whose stdout is a file of this folder, to be appended to. */
static void append(struct run *r, const char *path, const char *const *argv)
{
	char name[] = "sipcode", *args[8] = { name };
	int in = open(path, O_RDONLY), out = open(path, O_WRONLY | O_APPEND);
	int err = file_with(NULL), argc = 1;

	assert_true(in >= 0 && out >= 0);
	run_begin(r, "sipcode", argv, NULL);
	for (; argv[argc - 1] != NULL; argc++)
		args[argc] = (char *)(uintptr_t)argv[argc - 1];
	r->status = cli_main(argc, args, in, out, err);
	r->out = calloc(1, 1);
	r->err = file_text(err, &r->err_len);
	close(in);
	close(out);
}

static void a_file_is_not_read_while_it_is_written(void **state)
{
	static const char *const commands[] = { "annotate", "tally", "explain",
		                                "check" };
	const char *folder = folder_new();
	char path[FILE_PATH_MAX + 8];
	struct run r = { 0 };

	(void)state;
	snprintf(path, sizeof(path), "%s/log", folder);
	for (size_t i = 0; i < LEN(commands); i++)
		for (int named = 0; named < 2; named++) {
			const char *argv[] = { commands[i], "-q",
				               named ? path : "-", NULL };

			argv[1] = i == 0 ? "-o" : "-q";
			folder_write(folder, "log", BUSY "\r\n");
			append(&r, path, argv);
			assert_run(&r, 2, "", named
			           ? "sipcode: input file is output file: "
			             "'/*/log'\n"
			           : "sipcode: input file is output file: "
			             "'<stdin>'\n");
		}
	run_free(&r);
	folder_remove(folder);
}

/* The first file has been written into it when the second is opened. */
static void what_has_been_written_counts_as_the_file(void **state)
{
	const char *folder = folder_new();
	char path[FILE_PATH_MAX + 8], other[FILE_PATH_MAX + 8];
	const char *const argv[] = { "annotate", other, path, NULL };
	struct run r = { 0 };
	char *text;

	(void)state;
	snprintf(path, sizeof(path), "%s/log", folder);
	snprintf(other, sizeof(other), "%s/other", folder);
	folder_write(folder, "log", "");
	folder_write(folder, "other", "x\n");
	append(&r, path, argv);
	assert_run(&r, 2, "", "sipcode: input file is output file: '/*/log'\n");
	text = folder_read(folder, "log");
	assert_string_equal(text, "x\n");
	free(text);
	run_free(&r);
	folder_remove(folder);
}

/* An empty one adds nothing to itself. */
static void an_output_file_that_is_empty_may_be_named(void **state)
{
	const char *folder = folder_new();
	char path[FILE_PATH_MAX + 8];
	const char *const argv[] = { "annotate", path, NULL };
	struct run r = { 0 };

	(void)state;
	snprintf(path, sizeof(path), "%s/log", folder);
	folder_write(folder, "log", "");
	append(&r, path, argv);
	assert_run(&r, 0, "", "");
	run_free(&r);
	folder_remove(folder);
}

/* The first file that is opened gets its number, and is not read twice. */
static void a_closed_standard_input_is_told(void **state)
{
	static const char *const commands[] = { "annotate", "tally", "explain",
		                                "check" };
	const char *folder = folder_new();
	char path[FILE_PATH_MAX + 8];
	struct run r = { 0 };

	(void)state;
	snprintf(path, sizeof(path), "%s/log", folder);
	folder_write(folder, "log", "SIP/2.0 486 Busy Here\n");
	for (size_t i = 0; i < LEN(commands); i++) {
		struct program p = { .argv = { commands[i], path, "-" },
			             .in_closed = 1 };

		run_program(&r, &p);
		assert_run(&r, 2, "*", "sipcode: <stdin>: Bad file "
		           "descriptor\n");
		p.argv[1] = "-";
		p.argv[2] = path;
		run_program(&r, &p);
		assert_run(&r, 2, "*", "sipcode: <stdin>: Bad file "
		           "descriptor\n");
		p.argv[1] = NULL;
		run_program(&r, &p);
		assert_int_equal(r.status, 2);
		assert_string_equal(r.err, "sipcode: <stdin>: Bad file "
		                    "descriptor\n");
	}
	run_free(&r);
	folder_remove(folder);
}

static void an_empty_name_is_no_file(void **state)
{
	static const struct check checks[] = {
		{ { "tally", "" }, 2, "*", "sipcode: empty operand: ''\n" TRY },
		{ { "annotate", "" }, 2, "",
		  "sipcode: empty operand: ''\n" TRY },
	};

	(void)state;
	CHECK(checks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_file_is_not_read_while_it_is_written),
		TEST(what_has_been_written_counts_as_the_file),
		TEST(an_output_file_that_is_empty_may_be_named),
		TEST(a_closed_standard_input_is_told),
		TEST(an_empty_name_is_no_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
