/* test_gen_table.c - the table that the generator writes, and its calls. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files.h"
#include "gen.h"

static void good_data_give_a_table_and_no_word(void **state)
{
	const char *folder = gen_folder();
	struct run r = { 0 };
	char *table, *left;

	(void)state;
	gen_run(&r, folder);
	assert_run(&r, 0, "", "");
	table = gen_table(folder);
	left = folder_read(folder, "table.c.tmp");
	assert_non_null(table);
	assert_null(left);
	assert_holds(table, "sipcode-gen");
	assert_holds(table, "\"Busy Here\"");
	assert_lacks(table, folder);
	free(table);
	run_free(&r);
	folder_remove(folder);
}

/* The real data too, from two places. */
static void two_runs_give_the_same_bytes(void **state)
{
	char one[600], two[600];
	struct program first = { .path = SIPCODE_GENERATOR,
		                 .argv = { SIPCODE_DATA, one } };
	struct program second = { .path = SIPCODE_GENERATOR,
		                  .argv = { SIPCODE_DATA, two },
		                  .env = { "LC_ALL=vi_VN.UTF-8", "TZ=UTC" } };
	const char *folder = folder_new();
	struct run r = { 0 };
	char *a, *b;

	(void)state;
	snprintf(one, sizeof(one), "%s/one.c", folder);
	snprintf(two, sizeof(two), "%s/two.c", folder);
	run_program(&r, &first);
	assert_run(&r, 0, "", "");
	run_program(&r, &second);
	assert_run(&r, 0, "", "");
	a = folder_read(folder, "one.c");
	b = folder_read(folder, "two.c");
	assert_true(strlen(a) > 100000);
	assert_string_equal(a, b);
	free(a);
	free(b);
	run_free(&r);
	folder_remove(folder);
}

/* The table of data in which an option tag has this meaning. */
static char *table_with(const char *tag, const char *meaning)
{
	const char *folder = gen_folder();
	struct run r = { 0 };
	char text[256];
	char *table;

	snprintf(text, sizeof(text), "%%rec: Option\n\nTag: %s\nSource: X\n",
	         tag);
	folder_write(folder, "zz.rec", text);
	snprintf(text, sizeof(text), "%%rec: Option\n\nTag: %s\nMeaning: %s\n"
	         "Step: s\nDrop: d\n", tag, meaning);
	folder_write(folder, "en/zz.rec", text);
	gen_run(&r, folder);
	assert_run(&r, 0, "", "");
	table = gen_table(folder);
	assert_non_null(table);
	run_free(&r);
	folder_remove(folder);
	return table;
}

/* Under -std=c11 "??(" is "[", before escapes are looked at. */
static void no_trigraph_comes_out(void **state)
{
	static const char *const texts[] = { "a?\?(b", "what?\?",
		                             "a?\?\?)b", "?\?=",
		                             "a?\? ?\?/b" };

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++) {
		char *table = table_with("tag", texts[i]);

		assert_lacks(table, "?\?");
		assert_holds(table, "?\\?");
		free(table);
	}
}

static void quotes_and_backslashes_are_escaped(void **state)
{
	char *table = table_with("tag", "say \"a\\b\"");

	(void)state;
	assert_holds(table, "\"say \\\"a\\\\b\\\"\"");
	free(table);
}

static void a_key_cannot_end_the_comment_that_names_it(void **state)
{
	char *table = table_with("a*/b", "m");

	(void)state;
	assert_lacks(table, "/* a*/b */");
	free(table);
}

static void the_section_sign_is_a_word_in_the_table(void **state)
{
	char *table = table_with("tag", "see \302\2478.2 and \302\2479");

	(void)state;
	assert_holds(table, "\"see section 8.2 and section 9\"");
	assert_holds(table, "\"RFC 3261 section 21.4.24\"");
	assert_lacks(table, "\\302");
	free(table);
}

/* So many that the text cannot be copied for each of them. */
static void a_text_may_have_many_section_signs(void **state)
{
	enum { SIGNS = 200000 };
	const char *folder = gen_folder();
	struct run r = { 0 };
	char *text, *table, *value;

	(void)state;
	folder_write(folder, "zz.rec", "%rec: Condition\n\nId: a\n"
	             "Source: X\n");
	text = gen_repeat("%rec: Condition\n\nId: a\nText: a", "\302\2471",
	                  SIGNS, "\n");
	folder_write(folder, "en/zz.rec", text);
	gen_run(&r, folder);
	assert_run(&r, 0, "", "");
	table = gen_table(folder);
	value = gen_repeat("\"a", "section 1", SIGNS, "\"");
	assert_holds(table, value);
	free(value);
	free(table);
	free(text);
	run_free(&r);
	folder_remove(folder);
}

static void labels_are_spelled_as_prose_is(void **state)
{
	const char *folder = gen_folder();
	struct run r = { 0 };
	char *labels, *sign, *table;

	(void)state;
	labels = folder_read(folder, "en/labels.rec");
	sign = strstr(labels, " of it");
	memcpy(sign, " \302\2478.1", 6);
	folder_write(folder, "en/labels.rec", labels);
	gen_run(&r, folder);
	assert_run(&r, 0, "", "");
	table = gen_table(folder);
	assert_holds(table, " section 8.1");
	assert_lacks(table, "\\302");
	free(labels);
	free(table);
	run_free(&r);
	folder_remove(folder);
}

static void equal_strings_stand_once(void **state)
{
	char *table = table_with("tag", "Busy Here");

	(void)state;
	assert_int_equal(times(table, "\"Busy Here\""), 1);
	free(table);
}

static void the_end_of_a_string_stands_within_it(void **state)
{
	char *table = table_with("tag", "It is Busy Here");

	(void)state;
	assert_holds(table, "\"It is Busy Here\"");
	assert_lacks(table, "\"Busy Here\"");
	free(table);
	/* What stands in the middle is no end. */
	table = table_with("tag", "Busy Here, it is");
	assert_holds(table, "\"Busy Here\"");
	assert_holds(table, "\"Busy Here, it is\"");
	free(table);
}

/* Whether the table has the text when its lines are joined. */
static int has_bytes(const char *table, const char *bytes)
{
	char *joined = malloc(strlen(table) + 1), *end = joined;
	int found;

	assert_non_null(joined);
	for (; *table != '\0'; table++)
		if (*table != '\n')
			*end++ = *table;
	*end = '\0';
	found = strstr(joined, bytes) != NULL;
	free(joined);
	return found;
}

/* 0x7fffff, the largest one for which a cell has room, and others. */
static void a_number_has_as_many_bytes_as_it_needs(void **state)
{
	static const struct {
		const char *number, *bytes;
	} cases[] = {
		{ "1", ",1,0,128," },
		{ "8388607", ",255,255,255," },
		{ "8388608", ",5,0,0,128," },
		{ "16777216", ",6,0,0,0,1," },
		{ "999999999", ",6,255,201,154,59," },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		const char *folder = gen_folder();
		char text[128];
		char *table;

		snprintf(text, sizeof(text), "%%rec: Rule\n\nId: a\nFirst: 1\n"
		         "Last: %s\nSource: X\n", cases[i].number);
		folder_write(folder, "zz.rec", text);
		folder_write(folder, "en/zz.rec", "%rec: Rule\n\nId: a\n"
		             "Text: t\n");
		gen_run(&r, folder);
		assert_run(&r, 0, "", "");
		table = gen_table(folder);
		assert_non_null(table);
		for (size_t k = 0; k < LEN(cases); k++)
			assert_int_equal(has_bytes(table, cases[k].bytes),
			                 k == i || k == 0);
		free(table);
		folder_remove(folder);
	}
	run_free(&r);
}

/* A fact is one, whatever the number of languages. */
static void a_mistake_is_said_once_in_two_languages(void **state)
{
	const char *folder = gen_folder();
	struct run r = { 0 };

	(void)state;
	gen_prose(folder, "vi");
	gen_labels(folder, "vi");
	folder_write(folder, "classes.rec", "%rec: Class\n\nClass: 4xx\n"
	             "Source: RFC3261\n");
	gen_run(&r, folder);
	assert_messages(&r, folder, "classes.rec:4: 'RFC3261' is not a source "
	                "such as 'RFC 3261 \302\24721.4.1'\n");
	run_free(&r);
	folder_remove(folder);
}

static void a_wrong_call_is_trouble(void **state)
{
	static const struct program calls[] = {
		{ .path = SIPCODE_GENERATOR },
		{ .path = SIPCODE_GENERATOR, .argv = { "data" } },
		{ .path = SIPCODE_GENERATOR, .argv = { "a", "b", "c" } },
		{ .path = SIPCODE_GENERATOR, .argv = { "a", "b", "--x" } },
		{ .path = SIPCODE_GENERATOR,
		  .argv = { "a", "b", "--languages" } },
		{ .path = SIPCODE_GENERATOR, .argv = { "--stamp", "Code" } },
		{ .path = SIPCODE_GENERATOR,
		  .argv = { "a", "b", "--data", "c" } },
		{ .path = SIPCODE_GENERATOR,
		  .argv = { "--stamp", "Code", "486", "vi", "x" } },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(calls); i++) {
		run_program(&r, &calls[i]);
		assert_run(&r, 2, "",
		           "usage: sipcode-gen [[]--complete] *");
	}
	run_free(&r);
}

static void a_table_that_cannot_be_written_is_trouble(void **state)
{
	static const char *const places[][2] = {
		{ "/nonexistent/table.c", "sipcode-gen: /nonexistent/table.c: "
		  "No such file or directory\n" },
		{ SIPCODE_DATA "/codes.rec/table.c",
		  "sipcode-gen: */codes.rec/table.c: Not a directory\n" },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(places); i++) {
		const char *folder = gen_folder();
		struct program p = { .path = SIPCODE_GENERATOR,
			             .argv = { folder, places[i][0] } };

		run_program(&r, &p);
		assert_run(&r, 2, "", places[i][1]);
		folder_remove(folder);
	}
	run_free(&r);
}

/* Runs the generator on a target that is there and that it may not replace;
 * the target stands in a hidden folder, which is no language. */
static void refuse_target(const char *folder, const char *target, mode_t kind)
{
	struct program p = { .path = SIPCODE_GENERATOR,
		             .argv = { folder, target } };
	struct run r = { 0 };
	struct stat st;

	run_program(&r, &p);
	assert_run(&r, 2, "", "sipcode-gen: */.out/table.c: not a regular "
	           "file\n");
	assert_int_equal(lstat(target, &st), 0);
	assert_int_equal(st.st_mode & S_IFMT, kind);
	assert_null(folder_read(folder, ".out/table.c.tmp"));
	run_free(&r);
}

static void only_a_file_is_replaced(void **state)
{
	const char *folder = gen_folder();
	char path[600];

	(void)state;
	folder_write(folder, ".out/x", "");
	snprintf(path, sizeof(path), "%s/.out/table.c", folder);
	assert_int_equal(mkfifo(path, 0666), 0);
	refuse_target(folder, path, S_IFIFO);
	assert_int_equal(remove(path), 0);
	/* By a link, for fear of what a generator that fails would do. */
	folder_link("/dev/null", path);
	refuse_target(folder, path, S_IFLNK);
	assert_int_equal(remove(path), 0);
	assert_int_equal(mkdir(path, 0777), 0);
	refuse_target(folder, path, S_IFDIR);
	folder_remove(folder);
}

static void an_older_table_is_replaced(void **state)
{
	const char *folder = gen_folder();
	struct run r = { 0 };
	char *table;

	(void)state;
	folder_write(folder, "table.c", "old\n");
	gen_run(&r, folder);
	assert_run(&r, 0, "", "");
	table = gen_table(folder);
	assert_holds(table, "\"Busy Here\"");
	free(table);
	run_free(&r);
	folder_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(good_data_give_a_table_and_no_word),
		TEST(two_runs_give_the_same_bytes),
		TEST(no_trigraph_comes_out),
		TEST(quotes_and_backslashes_are_escaped),
		TEST(a_key_cannot_end_the_comment_that_names_it),
		TEST(the_section_sign_is_a_word_in_the_table),
		TEST(a_text_may_have_many_section_signs),
		TEST(labels_are_spelled_as_prose_is),
		TEST(equal_strings_stand_once),
		TEST(the_end_of_a_string_stands_within_it),
		TEST(a_number_has_as_many_bytes_as_it_needs),
		TEST(a_mistake_is_said_once_in_two_languages),
		TEST(a_wrong_call_is_trouble),
		TEST(a_table_that_cannot_be_written_is_trouble),
		TEST(only_a_file_is_replaced),
		TEST(an_older_table_is_replaced),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
