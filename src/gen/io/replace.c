/* replace.c - a temporary file and rename(). */
#include "io/replace.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "io/arena.h"
#include "system.h"

/* What must not be replaced by a file: a device, a folder, a pipe. */
static int is_special(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

int replace_fail(const char *path, const char *why)
{
	fprintf(stderr, "sipcode-gen: %s: %s\n", path, why);
	return 2;
}

FILE *replace_open(struct replacement *r, const char *path)
{
	r->path = path;
	r->temporary = arena_print("%s.tmp", path);
	r->out = NULL;
	if (is_special(path)) {
		replace_fail(path, "not a regular file");
		return NULL;
	}
	r->out = fopen(r->temporary, "wb");
	if (r->out == NULL)
		replace_fail(path, strerror(errno));
	return r->out;
}

int replace_close(struct replacement *r)
{
	const char *why;
	int failed = ferror(r->out) != 0;

	failed |= fclose(r->out) != 0;
	if (!failed && system_replace(r->temporary, r->path) == 0)
		return 0;
	why = strerror(errno);
	remove(r->temporary);
	return replace_fail(r->path, why);
}
