/* replace.c - a temporary file and rename(). */
#include "io/replace.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "io/arena.h"
#include "io/report.h"
#include "place.h"

/* The temporary file, until it is in its place. */
static const char *volatile unfinished;

static void remove_unfinished(void)
{
	if (unfinished != NULL)
		remove(unfinished);
}

/* From now on the file goes when the generator ends, in whatever way. */
static void keep_clean(const char *temporary)
{
	static int once;

	unfinished = temporary;
	if (!once++) {
		atexit(remove_unfinished);
		place_at_signal(remove_unfinished);
	}
}

/* A path where a new file may stand, or where an old one may go.  Returns 0
 * after a message. */
static int is_free(const char *path, const char *asked)
{
	switch (place_look(path)) {
	case PLACE_EMPTY:
	case PLACE_FILE:
		return 1;
	case PLACE_OTHER:
		report_trouble(path, "not a regular file");
		break;
	case PLACE_UNKNOWN:
		report_trouble(asked, strerror(errno));
		break;
	}
	return 0;
}

FILE *replace_open(struct replacement *r, const char *path)
{
	r->path = path;
	r->temporary = arena_print("%s.tmp", path);
	r->out = NULL;
	if (!is_free(path, path) || !is_free(r->temporary, path))
		return NULL;
	/* What a run has left that was ended in the middle. */
	remove(r->temporary);
	r->out = place_create(r->temporary);
	if (r->out == NULL)
		report_trouble(path, strerror(errno));
	else
		keep_clean(r->temporary);
	return r->out;
}

int replace_close(struct replacement *r)
{
	int failed, error;

	errno = 0;
	failed = fflush(r->out) != 0 || ferror(r->out) != 0;
	error = errno;
	errno = 0;
	if (fclose(r->out) != 0 && !failed) {
		failed = 1;
		error = errno;
	}
	if (!failed && place_replace(r->temporary, r->path) != 0) {
		failed = 1;
		error = errno;
	}
	if (failed)
		remove_unfinished();
	unfinished = NULL;
	if (!failed)
		return 0;
	return report_trouble(r->path,
	                      error != 0 ? strerror(error) : "write error");
}

int replace_drop(struct replacement *r, const char *why)
{
	fclose(r->out);
	remove_unfinished();
	unfinished = NULL;
	return report_trouble(r->path, why);
}
