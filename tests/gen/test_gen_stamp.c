/* test_gen_stamp.c - sipcode-gen --stamp marks one record. */
#include "gen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"

#define TWO_RECORDS "%%rec: Class\n\nClass: 4xx\n# why\n%sName: a\n" \
	"Description: b\n+ c\nFix: d 400\nBackground: e\n\n%%rec: Code\n\n" \
	"Code: 486\n%sVerdict: x\nDescription: y\nWhen: a\nWhen: b\nWhen: c\n" \
	"Fix: d\nBackground: e\n"

static void stamp(struct run *r, const char *folder, const char *type,
                  const char *key, const char *language)
{
	struct program p = { .path = SIPCODE_GENERATOR,
		             .argv = { "--stamp", "--data", folder, type, key,
		                       language } };

	run_program(r, &p);
}

static void write_two(const char *folder, const char *one, const char *two)
{
	char text[600];

	snprintf(text, sizeof(text), TWO_RECORDS, one, two);
	folder_write(folder, "vi/zz.rec", text);
}

static void assert_two(const char *folder, const char *one, const char *two)
{
	char text[600], *got = folder_read(folder, "vi/zz.rec");

	snprintf(text, sizeof(text), TWO_RECORDS, one, two);
	assert_non_null(got);
	assert_string_equal(got, text);
	free(got);
}

static void one_record_is_marked_as_of_today(void **state)
{
	static const char english[] =
		"Class: 4xx\nName: Client Error\n"
		"Description: The request cannot be served as it is.\n"
		"Fix: Treat it as 400.\nBackground: Change it.\n";
	const char *folder = gen_folder();
	char out[16], line[32];
	struct run r = { 0 };

	(void)state;
	gen_labels(folder, "vi");
	snprintf(out, sizeof(out), "%s\n", gen_stamp(english));
	snprintf(line, sizeof(line), "Stamp: %s", out);
	/* A new one, and one in place of an old one. */
	write_two(folder, "", "Stamp: old\n");
	stamp(&r, folder, "Class", "4xx", NULL);
	assert_run(&r, 0, out, "");
	assert_two(folder, line, "Stamp: old\n");
	write_two(folder, "Stamp: 01234567\n", "");
	stamp(&r, folder, "Class", "4xx", "vi");
	assert_run(&r, 0, out, "");
	assert_two(folder, line, "");
	stamp(&r, folder, "Class", "4xx", "vi");
	assert_run(&r, 0, out, "");
	assert_two(folder, line, "");
	stamp(&r, folder, "Label", "see", "vi");
	snprintf(out, sizeof(out), "%s\n", gen_stamp("Id: see\nText: see of "
	                                              "it\n"));
	assert_run(&r, 0, out, "");
	/* What is marked stands. */
	gen_run(&r, folder);
	assert_lacks(r.err, "Class 4xx");
	assert_lacks(r.err, "Label");
	assert_holds(r.err, "Code 486 has no stamp");
	run_free(&r);
	folder_remove(folder);
}

static void what_cannot_be_marked_is_said(void **state)
{
	static const char *const cases[][4] = {
		{ "Code", "487", "vi", "Code 487: no such record in English" },
		{ "Xyz", "486", "vi", "Xyz 486: no such record in English" },
		{ "Class", "4xx", "vi",
		  "Class 4xx: no such record in language vi" },
		{ "Code", "486", "yy", "yy: no language that is translated" },
		{ "Code", "486", "en", "en: no language that is translated" },
		{ "Code", "486", NULL, "--stamp: which language? Name it "
		  "behind the key" },
	};
	const char *folder = gen_folder();
	struct run r = { 0 };
	char want[200];

	(void)state;
	gen_prose(folder, "vi");
	folder_write(folder, "vi/classes.rec", "# none\n");
	gen_prose(folder, "xx");
	for (size_t i = 0; i < LEN(cases); i++) {
		stamp(&r, folder, cases[i][0], cases[i][1], cases[i][2]);
		snprintf(want, sizeof(want), "sipcode-gen: %s\n", cases[i][3]);
		assert_string_equal(r.err, want);
		assert_run(&r, 1, "", "*");
	}
	folder_write(folder, "vi/codes.rec", "no field\n");
	stamp(&r, folder, "Code", "486", "vi");
	assert_run(&r, 1, "", "*/vi/codes.rec:1: not a field: 'Name: value' "
	           "expected\nsipcode-gen: 1 mistake in the data\n");
	run_free(&r);
	folder_remove(folder);
}

/* Data that stand on a full disk are as they were. */
static void a_file_that_cannot_be_written_stays(void **state)
{
	const char *folder = gen_folder();
	struct run r = { 0 };
	char *before, *after;

	(void)state;
	gen_prose(folder, "vi");
	before = folder_read(folder, "vi/codes.rec");
	/* A folder where the new file would begin. */
	folder_write(folder, "vi/codes.rec.tmp/x", "");
	stamp(&r, folder, "Code", "486", NULL);
	assert_run(&r, 2, "", "sipcode-gen: */vi/codes.rec.tmp: not a regular "
	           "file\n");
	after = folder_read(folder, "vi/codes.rec");
	assert_string_equal(after, before);
	free(before);
	free(after);
	run_free(&r);
	folder_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(one_record_is_marked_as_of_today),
		TEST(what_cannot_be_marked_is_said),
		TEST(a_file_that_cannot_be_written_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
