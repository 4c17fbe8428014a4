/* replace.h - writes a file beside the one that it replaces, so that there
 * never is half a file. */
#ifndef REPLACE_H
#define REPLACE_H

#include <stdio.h>

struct replacement {
	const char *path; /* the caller's */
	const char *temporary;
	FILE *out;
};

/* Begins a new file in place of path, which may not be there yet.  Returns the
 * stream to write to, which replace_close() closes; NULL, after a message, if
 * there is something else than a regular file or no way to write. */
FILE *replace_open(struct replacement *r, const char *path);

/* Puts the new file in its place.  Returns 0; 2, after a message, if something
 * could not be written: then the old file stays. */
int replace_close(struct replacement *r);

/* Says why a file could not be replaced.  Returns 2. */
int replace_fail(const char *path, const char *why);

#endif
