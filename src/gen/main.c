/* main.c - sipcode-gen: proves the data and writes the table.
 *
 * usage: sipcode-gen DATA-FOLDER TABLE.C
 * Status 0; 1 if the data are wrong; 2 if something else went wrong. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "arena.h"
#include "emit.h"
#include "model.h"
#include "report.h"

/* What must not be replaced by a file: a device, a folder, a pipe. */
static int is_special(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

static int fail_table(const char *path, const char *why)
{
	fprintf(stderr, "sipcode-gen: %s: %s\n", path, why);
	return 2;
}

/* Writes beside the file and renames, so that there never is half a table. */
static int write_table(const struct model *m, const char *path)
{
	const char *temporary = arena_print("%s.tmp", path);
	const char *why;
	FILE *out;
	int failed;

	if (is_special(path))
		return fail_table(path, "not a regular file");
	out = fopen(temporary, "wb");
	if (out == NULL)
		return fail_table(path, strerror(errno));
	emit_table(m, out);
	failed = ferror(out) != 0;
	failed |= fclose(out) != 0;
	if (!failed && rename(temporary, path) == 0)
		return 0;
	why = strerror(errno);
	remove(temporary);
	return fail_table(path, why);
}

static int make_table(struct model *m, const char *data, const char *path)
{
	/* All steps run, so that all mistakes are reported at once. */
	if (model_load(m, data) == 0) {
		model_build(m);
		model_link(m);
		model_prove(m);
	}
	if (report_count() > 0) {
		fprintf(stderr, "sipcode-gen: %zu mistake%s in the data\n",
		        report_count(), report_count() == 1 ? "" : "s");
		return 1;
	}
	return write_table(m, path);
}

int main(int argc, char **argv)
{
	struct model *m;
	int status;

	if (argc != 3) {
		fputs("usage: sipcode-gen DATA-FOLDER TABLE.C\n", stderr);
		return 2;
	}
	m = arena_alloc(sizeof(*m));
	status = make_table(m, argv[1], argv[2]);
	arena_free();
	return status;
}
