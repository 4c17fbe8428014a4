/* test_gen_rec.c - the generator's reading: lines, records, folders.  Every
 * message of rec.c and load.c has its bad file here. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "files.h"
#include "gen.h"

#define NOTE "%rec: Condition\n\n"

static void a_line_that_is_no_field_is_a_mistake(void **state)
{
	static const struct mistake mistakes[] = {
		{ "zz.rec", "no field\n",
		  "zz.rec:1: not a field: 'Name: value' expected\n" },
		{ "zz.rec", "# a comment\n\nName:value\n",
		  "zz.rec:3: not a field: 'Name: value' expected\n" },
		{ "zz.rec", ": value\n",
		  "zz.rec:1: not a field: 'Name: value' expected\n" },
		{ "zz.rec", "+value\n",
		  "zz.rec:1: not a field: 'Name: value' expected\n" },
		{ "zz.rec", " Name: value\n",
		  "zz.rec:1: not a field: 'Name: value' expected\n" },
		{ "zz.rec", "+ more\n",
		  "zz.rec:1: continuation without a field\n" },
		{ "zz.rec", "# one\n\n+\n",
		  "zz.rec:3: continuation without a field\n" },
	};

	(void)state;
	CHECK_MISTAKES(mistakes);
}

static void bytes_that_no_text_may_hold_are_mistakes(void **state)
{
	static const struct mistake mistakes[] = {
		{ "zz.rec", "%rec: Condition\n%doc: a\377\n",
		  "zz.rec:2: not UTF-8: byte 8\n" },
		{ "zz.rec", "%rec: Condition\n%doc: \303\n",
		  "zz.rec:2: not UTF-8: byte 7\n" },
		{ "zz.rec", "%rec: Condition\n%doc:\ta\n",
		  "zz.rec:2: tab at byte 6\n" },
		{ "zz.rec", "%rec: Condition\n%doc: a\033b\n",
		  "zz.rec:2: control byte at byte 8\n" },
		{ "zz.rec", "%rec: Condition\n%doc: a\r\n",
		  "zz.rec:2: control byte at byte 8\n" },
		{ "zz.rec", "%rec: Condition\n%doc: \177\n",
		  "zz.rec:2: control byte at byte 7\n" },
		{ "zz.rec", "%rec: Condition\n%doc: a\302\233\n",
		  "zz.rec:2: control byte at byte 8\n" },
		{ "zz.rec", "%rec: Condition\n%doc: e\314\201\n",
		  "zz.rec:2: not NFC: U+0301 at byte 8\n" },
		{ "zz.rec", "%rec: Condition\n%doc: \341\275\261\n",
		  "zz.rec:2: not NFC: U+1F71 at byte 7\n" },
		{ "zz.rec", "%rec: Condition\n%doc: a \n",
		  "zz.rec:2: blank at the end of the line\n" },
		{ "zz.rec", "%rec: Condition\n%doc: a\n\n ",
		  "zz.rec:4: no newline at the end of the file\n"
		  "zz.rec:4: blank at the end of the line\n" },
		{ "zz.rec", "%rec: Condition\n# last",
		  "zz.rec:2: no newline at the end of the file\n" },
	};

	(void)state;
	CHECK_MISTAKES(mistakes);
}

static void a_record_has_a_type_that_is_known(void **state)
{
	static const struct mistake mistakes[] = {
		{ "zz.rec", "Code: 487\n",
		  "zz.rec:1: no such record type: ''\n" },
		{ "zz.rec", "%rec: Cod\n\nCode: 487\n",
		  "zz.rec:3: no such record type: 'Cod'\n" },
		{ "en/zz.rec", "%rec: Cod\n\nCode: 486\n",
		  "en/zz.rec:3: no such record type: 'Cod'\n" },
		/* The type of a file does not reach into the next one. */
		{ "codes2.rec", "Code: 487\n",
		  "codes2.rec:1: no such record type: ''\n" },
	};

	(void)state;
	CHECK_MISTAKES(mistakes);
}

static void comments_and_descriptors_are_no_records(void **state)
{
	const char *folder = gen_folder();
	struct run r = { 0 };

	(void)state;
	folder_write(folder, "zz.rec",
	             "# \377 and a tab\t may stand in a comment \n"
	             "%rec: Condition\n%key: Id\n%type: Id line\n\n\n\n"
	             "Id: busy\n# between two fields\nSource: RFC 3398 "
	             "\302\2478\n\n# at the end\n");
	folder_write(folder, "en/zz.rec", NOTE "Id: busy\nText: one\n+ two\n+\n"
	             "+ three\n");
	folder_write(folder, "notes.txt", "not read\n");
	folder_write(folder, ".hidden.rec", "not read\n");
	gen_run(&r, folder);
	assert_run(&r, 0, "", "");
	run_free(&r);
	folder_remove(folder);
}

static void continuation_lines_are_joined_by_a_blank(void **state)
{
	const char *folder = gen_folder();
	struct run r = { 0 };
	char *table;

	(void)state;
	gen_run(&r, folder);
	assert_run(&r, 0, "", "");
	table = gen_table(folder);
	assert_holds(table, "\"One device is in use.\"");
	free(table);
	run_free(&r);
	folder_remove(folder);
}

/* So many that the value cannot be copied for each of them. */
static void a_value_may_have_many_lines(void **state)
{
	enum { LINES = 200000 };
	const char *folder = gen_folder();
	struct run r = { 0 };
	char *text, *table, *value;

	(void)state;
	folder_write(folder, "zz.rec", NOTE "Id: busy\nSource: X\n");
	text = gen_repeat(NOTE "Id: busy\nText: a\n", "+ a\n", LINES - 1, "");
	folder_write(folder, "en/zz.rec", text);
	gen_run(&r, folder);
	assert_run(&r, 0, "", "");
	table = gen_table(folder);
	value = gen_repeat("\"a", " a", LINES - 1, "\"");
	assert_holds(table, value);
	free(value);
	free(table);
	free(text);
	run_free(&r);
	folder_remove(folder);
}

static void a_folder_that_is_not_there_is_trouble(void **state)
{
	const char *folder = folder_new();
	char path[600];
	struct run r = { 0 };
	size_t said;

	(void)state;
	snprintf(path, sizeof(path), "%s/nowhere", folder);
	gen_run(&r, path);
	assert_run(&r, 2, "", "sipcode-gen: */nowhere: No such file or "
	           "directory\n");
	said = times(r.err, "/nowhere: No such file or directory\n");
	run_free(&r);
	folder_remove(folder);
	assert_int_equal(said, 1);
}

static void a_language_has_a_short_name(void **state)
{
	const char *folder = gen_folder();
	struct run r = { 0 };

	(void)state;
	folder_write(folder, "toolongs/x.rec", "# nothing\n");
	gen_run(&r, folder);
	assert_messages(&r, folder, "toolongs: not a language, or one too "
	                "many\n");
	run_free(&r);
	folder_remove(folder);
}

static void there_are_not_too_many_languages(void **state)
{
	const char *folder = gen_folder();
	struct run r = { 0 };
	char name[16];

	(void)state;
	/* Sixteen with English. */
	for (int i = 0; i < 16; i++) {
		snprintf(name, sizeof(name), "l%02d", i);
		gen_prose(folder, name);
		gen_labels(folder, name);
	}
	gen_run(&r, folder);
	assert_messages(&r, folder, "l15: not a language, or one too many\n");
	run_free(&r);
	folder_remove(folder);
}

static void a_file_that_cannot_be_read_is_a_mistake(void **state)
{
	const char *folder = gen_folder();
	struct run r = { 0 };

	(void)state;
	/* A folder in the place of a file. */
	folder_write(folder, "en/zz.rec/x", "");
	gen_run(&r, folder);
	assert_messages(&r, folder, "en/zz.rec: not a regular file\n");
	run_free(&r);
	folder_remove(folder);
}

static void a_file_that_is_gone_is_trouble(void **state)
{
	const char *folder = gen_folder();
	struct run r = { 0 };
	char path[600];

	(void)state;
	snprintf(path, sizeof(path), "%s/en/zz.rec", folder);
	folder_link("nowhere", path);
	gen_run(&r, folder);
	assert_run(&r, 2, "", "sipcode-gen: */en/zz.rec: No such file or "
	           "directory\n");
	run_free(&r);
	folder_remove(folder);
}

/* Nobody writes to the pipe: opening it would wait for ever. */
static void a_pipe_is_no_data(void **state)
{
	const char *folder = gen_folder();
	struct run r = { 0 };
	char path[600];

	(void)state;
	snprintf(path, sizeof(path), "%s/zz.rec", folder);
	assert_int_equal(mkfifo(path, 0666), 0);
	gen_run(&r, folder);
	assert_messages(&r, folder, "zz.rec: not a regular file\n");
	run_free(&r);
	folder_remove(folder);
}

static void a_device_is_no_data(void **state)
{
	const char *folder = gen_folder();
	struct run r = { 0 };
	char path[600];

	(void)state;
	snprintf(path, sizeof(path), "%s/zz.rec", folder);
	folder_link("/dev/null", path);
	gen_run(&r, folder);
	assert_messages(&r, folder, "zz.rec: not a regular file\n");
	run_free(&r);
	folder_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_line_that_is_no_field_is_a_mistake),
		TEST(bytes_that_no_text_may_hold_are_mistakes),
		TEST(a_record_has_a_type_that_is_known),
		TEST(comments_and_descriptors_are_no_records),
		TEST(continuation_lines_are_joined_by_a_blank),
		TEST(a_value_may_have_many_lines),
		TEST(a_folder_that_is_not_there_is_trouble),
		TEST(a_language_has_a_short_name),
		TEST(there_are_not_too_many_languages),
		TEST(a_file_that_cannot_be_read_is_a_mistake),
		TEST(a_file_that_is_gone_is_trouble),
		TEST(a_pipe_is_no_data),
		TEST(a_device_is_no_data),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
