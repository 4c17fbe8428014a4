/* test_generator.c - calls of the system that the generator makes fail: then
 * the old file stays, as a whole, and nothing stands beside it. */
#include "gen.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "files.h"
#include "sweep.h"

/* MUST: the generator cannot do without that call. */
enum need { MAY, MUST };

static const struct row {
	struct fault fault;
	enum need need;
} rows[] = {
	{ { FAULT_READ, .error = EIO, .once = 1 }, MUST },
	{ { FAULT_READ, .error = EIO }, MUST },
	{ { FAULT_READ, .error = FAULT_ZERO, .once = 1 }, MAY },
	{ { FAULT_WRITE, .error = ENOSPC, .once = 1 }, MUST },
	{ { FAULT_WRITE, .error = ENOSPC }, MUST },
	{ { FAULT_WRITE, .error = EFBIG, .once = 1, .most = 900 }, MUST },
	{ { FAULT_WRITE, .error = FAULT_ZERO, .once = 1 }, MUST },
	{ { FAULT_OPEN, .error = EACCES, .once = 1 }, MUST },
	{ { FAULT_OPEN, .error = EMFILE }, MUST },
	{ { FAULT_CLOSE, .error = EIO, .once = 1 }, MAY },
	{ { FAULT_CLOSE, .error = EDQUOT }, MUST },
	{ { FAULT_STAT, .error = EIO, .once = 1 }, MUST },
	{ { FAULT_STAT, .error = EACCES }, MUST },
	{ { FAULT_OPENDIR, .error = EACCES, .once = 1 }, MUST },
	{ { FAULT_OPENDIR, .error = EMFILE }, MUST },
	{ { FAULT_READDIR, .error = EIO, .once = 1 }, MUST },
	{ { FAULT_RENAME, .error = EXDEV }, MUST },
	{ { FAULT_REMOVE, .error = EIO }, MAY },
	{ { FAULT_ALLOC, .error = ENOMEM }, MAY },
	{ { FAULT_ALLOC, .error = ENOMEM, .once = 1 }, MAY },
};

/* A file that is to be made anew, and what stands in it when all is well. */
struct target {
	struct sweep sweep;
	const char *folder, *file; /* the latter below the former */
	const char *before;
	char *after;
	struct run r;
	size_t entries, bad;
};

static size_t entries_in(const char *folder, const char *file)
{
	char path[1024];
	size_t n = 0;
	DIR *d;

	snprintf(path, sizeof(path), "%s/%s", folder, file);
	*strrchr(path, '/') = '\0';
	d = opendir(path);
	assert_non_null(d);
	while (readdir(d) != NULL)
		n++;
	closedir(d);
	return n;
}

/* "sipcode-gen: FILE: WHY", of each file once. */
static int says_why(const char *err, int error)
{
	const char *why = error < 0 ? "" : strerror(error);
	int found = 0;

	for (const char *s = err, *end; *s != '\0'; s = end + 1) {
		char line[1024];

		end = strchr(s, '\n');
		if (end == NULL || strncmp(s, "sipcode-gen: ", 13) != 0)
			return 0;
		snprintf(line, sizeof(line), "%.*s", (int)(end + 1 - s), s);
		if (times(err, line) != 1)
			return 0;
		found |= strstr(line, why) != NULL ||
		         strstr(line, ": write error") != NULL ||
		         strstr(line, "out of memory") != NULL;
	}
	return found;
}

static void judge_target(struct target *t, const struct row *row)
{
	const struct run *r = &t->r;
	char *text = folder_read(t->folder, t->file);
	int well = r->status == 0 && row->need == MAY && r->err_len == 0 &&
	           text != NULL && strcmp(text, t->after) == 0;
	int badly = r->status == 2 && says_why(r->err, row->fault.error) &&
	            text != NULL && strcmp(text, t->before) == 0;
	size_t entries = entries_in(t->folder, t->file);

	if ((!well && !badly) || entries != t->entries) {
		t->bad++;
		print_error("\n$ %.900s\nstatus %d, %zu entries, not %zu\n"
		            "stderr: %.900s\nthe file: %.40s\n", r->call,
		            r->status, entries, t->entries, r->err,
		            text == NULL ? "(gone)" : text);
	}
	free(text);
}

/* All of the first calls, then ever fewer, and the last ones. */
static size_t next_call_of(size_t at, size_t calls)
{
	size_t step = 1;

	while (at >= 30 * step)
		step *= 2;
	if (at + 3 >= calls || step == 1)
		return at + 1;
	return at + step > calls - 3 ? calls - 3 : at + step;
}

/* A run with the old file there, which most have left. */
static size_t run_on_old(struct target *t, const struct fault *f)
{
	char path[1024], *text = folder_read(t->folder, t->file);

	if (text == NULL || strcmp(text, t->before) != 0) {
		snprintf(path, sizeof(path), "%s/%s", t->folder, t->file);
		remove(path);
		folder_write(t->folder, t->file, t->before);
	}
	free(text);
	return sweep_run(&t->sweep, &t->r, f);
}

static void disturb_target(struct target *t, const struct row *row)
{
	struct fault f = row->fault;
	size_t calls;

	f.error = 0;
	calls = run_on_old(t, &f);
	f.error = row->fault.error;
	for (f.at = 1; f.at <= calls; f.at = next_call_of(f.at, calls)) {
		run_on_old(t, &f);
		if (t->r.hit)
			judge_target(t, row);
	}
}

static void every_call_may_fail(const char *folder, const char *file,
                                const char *before, const struct program *p)
{
	struct target t = { .folder = folder, .file = file, .before = before };

	sweep_open(&t.sweep, p);
	folder_write(folder, file, before);
	t.entries = entries_in(folder, file);
	sweep_run(&t.sweep, &t.r, &(struct fault){ .call = FAULT_NONE });
	assert_run(&t.r, 0, "*", "");
	t.after = folder_read(folder, file);
	assert_string_not_equal(t.after, before);
	for (size_t i = 0; i < LEN(rows); i++)
		disturb_target(&t, &rows[i]);
	sweep_close(&t.sweep);
	run_free(&t.r);
	free(t.after);
	assert_int_equal(t.bad, 0);
}

static void a_table_is_new_as_a_whole_or_old(void **state)
{
	const char *folder = gen_folder();
	char path[FILE_PATH_MAX + 20];
	const struct program p = { .path = SIPCODE_GENERATOR,
		                   .argv = { folder, path } };

	(void)state;
	need_faults();
	snprintf(path, sizeof(path), "%s/.out/table.c", folder);
	gen_prose(folder, "vi");
	gen_labels(folder, "vi");
	every_call_may_fail(folder, ".out/table.c", "old\n", &p);
	folder_remove(folder);
}

static void records_are_marked_as_a_whole_or_not(void **state)
{
	const char *folder = gen_folder();
	const struct program p = { .path = SIPCODE_GENERATOR,
		                   .argv = { "--stamp", "--data", folder,
		                             "Code", "486" } };
	char *text, *stamp;

	(void)state;
	need_faults();
	gen_prose(folder, "vi");
	gen_labels(folder, "vi");
	text = folder_read(folder, "vi/codes.rec");
	assert_non_null(text);
	stamp = strstr(text, "\nStamp: ");
	assert_non_null(stamp);
	memcpy(stamp + 8, "00000000", 8);
	every_call_may_fail(folder, "vi/codes.rec", text, &p);
	free(text);
	folder_remove(folder);
}

/* What stands at a place does so afterwards: refused with a message. */
static void refuse(const char *folder, const char *path, mode_t kind,
                   const char *err)
{
	struct program p = { .path = SIPCODE_GENERATOR,
		             .argv = { folder, NULL } };
	char table[FILE_PATH_MAX + 20];
	struct run r = { 0 };
	struct stat st;

	snprintf(table, sizeof(table), "%s/.out/table.c", folder);
	p.argv[1] = table;
	run_program(&r, &p);
	assert_run(&r, 2, "", err);
	assert_int_equal(lstat(path, &st), 0);
	assert_int_equal(st.st_mode & S_IFMT, kind);
	assert_int_equal(remove(path), 0);
	run_free(&r);
}

#define NO_FILE ": not a regular file\n"

/* A new file would stand in place of the link, and what it leads to, old. */
static void a_link_is_not_replaced(void **state)
{
	const char *folder = gen_folder();
	char path[FILE_PATH_MAX + 20], *text;

	(void)state;
	snprintf(path, sizeof(path), "%s/.out/table.c", folder);
	folder_write(folder, ".out/real", "old\n");
	folder_link("real", path);
	refuse(folder, path, S_IFLNK, "sipcode-gen: */.out/table.c" NO_FILE);
	folder_link("nowhere", path);
	refuse(folder, path, S_IFLNK, "sipcode-gen: */.out/table.c" NO_FILE);
	text = folder_read(folder, ".out/real");
	assert_string_equal(text, "old\n");
	free(text);
	folder_remove(folder);
}

/* Opening a pipe would wait for ever, writing through a link spoil a file. */
static void nothing_odd_is_written_to_on_the_way(void **state)
{
	const char *folder = gen_folder();
	char path[FILE_PATH_MAX + 20], *text;

	(void)state;
	snprintf(path, sizeof(path), "%s/.out/table.c.tmp", folder);
	folder_write(folder, ".out/real", "old\n");
	folder_link("real", path);
	refuse(folder, path, S_IFLNK, "sipcode-gen: *table.c.tmp" NO_FILE);
	assert_int_equal(mkfifo(path, 0666), 0);
	refuse(folder, path, S_IFIFO, "sipcode-gen: *table.c.tmp" NO_FILE);
	assert_int_equal(mkdir(path, 0777), 0);
	refuse(folder, path, S_IFDIR, "sipcode-gen: *table.c.tmp" NO_FILE);
	text = folder_read(folder, ".out/real");
	assert_string_equal(text, "old\n");
	free(text);
	folder_remove(folder);
}

static void what_a_dead_run_has_left_is_in_nobodys_way(void **state)
{
	const char *folder = gen_folder();
	struct run r = { 0 };
	char *text;

	(void)state;
	folder_write(folder, "table.c.tmp", "half a table");
	gen_run(&r, folder);
	assert_run(&r, 0, "", "");
	text = gen_table(folder);
	assert_holds(text, "\"Busy Here\"");
	assert_null(folder_read(folder, "table.c.tmp"));
	free(text);
	run_free(&r);
	folder_remove(folder);
}

/* A file that may not be as large: the signal for it ends the generator. */
static void a_signal_leaves_nothing_half_made(void **state)
{
	static char *none[] = { NULL };
	const char *folder = gen_folder();
	char path[FILE_PATH_MAX + 20], *text;
	const struct program p = { .path = SIPCODE_GENERATOR,
		                   .argv = { folder, path } };
	const struct rlimit small = { 100, 100 };
	int status;
	pid_t child;

	(void)state;
	snprintf(path, sizeof(path), "%s/table.c", folder);
	folder_write(folder, "table.c", "old\n");
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		setrlimit(RLIMIT_FSIZE, &small);
		program_become(&p, none, file_with(NULL), file_with(NULL),
		               file_with(NULL));
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGXFSZ);
	text = gen_table(folder);
	assert_string_equal(text, "old\n");
	assert_null(folder_read(folder, "table.c.tmp"));
	free(text);
	folder_remove(folder);
}

/* The new file takes the number of no stream that is closed, into which a
 * message would go. */
static void streams_of_the_generator_may_be_closed(void **state)
{
	const char *folder = gen_folder();
	char path[FILE_PATH_MAX + 20], *well, *text;
	struct run r = { 0 };

	(void)state;
	snprintf(path, sizeof(path), "%s/table.c", folder);
	gen_run(&r, folder);
	well = gen_table(folder);
	assert_non_null(well);
	for (int i = 0; i < 8; i++) {
		struct program p = { .path = SIPCODE_GENERATOR,
			             .argv = { folder, path },
			             .in_closed = (i & 1) != 0,
			             .out = i & 2 ? OUT_CLOSED : OUT_FILE,
			             .err_closed = (i & 4) != 0 };

		run_program(&r, &p);
		assert_run(&r, 0, "", "");
		text = gen_table(folder);
		assert_string_equal(text, well);
		free(text);
	}
	free(well);
	run_free(&r);
	folder_remove(folder);
}

/* The stamp that is printed is all that tells a script. */
static void a_mark_that_cannot_be_told_is_trouble(void **state)
{
	const char *folder = gen_folder();
	struct program p = { .path = SIPCODE_GENERATOR,
		             .argv = { "--stamp", "--data", folder, "Code",
		                       "486" },
		             .out = OUT_FULL };
	struct run r = { 0 };

	(void)state;
	gen_prose(folder, "vi");
	gen_labels(folder, "vi");
	run_program(&r, &p);
	assert_run(&r, 2, "", "sipcode-gen: <stdout>: No space left on "
	           "device\n");
	run_free(&r);
	folder_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_table_is_new_as_a_whole_or_old),
		TEST(records_are_marked_as_a_whole_or_not),
		TEST(a_link_is_not_replaced),
		TEST(nothing_odd_is_written_to_on_the_way),
		TEST(what_a_dead_run_has_left_is_in_nobodys_way),
		TEST(a_signal_leaves_nothing_half_made),
		TEST(streams_of_the_generator_may_be_closed),
		TEST(a_mark_that_cannot_be_told_is_trouble),
		TEST(no_fault_crashes_or_hangs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
