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
 * there is something else than a regular file or no way to write.  A symbolic
 * link is something else: a new file would take its place, and what it leads to
 * would stay old.  Until it is closed the new file is FILE.tmp; that is gone
 * when the generator ends, by a signal too. */
FILE *replace_open(struct replacement *r, const char *path);

/* Puts the new file in its place.  Returns 0; 2, after a message, if something
 * could not be written: then the old file stays. */
int replace_close(struct replacement *r);

/* Closes the new file and takes it away: says why.  Returns 2. */
int replace_drop(struct replacement *r, const char *why);

#endif
