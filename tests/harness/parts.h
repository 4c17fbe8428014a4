/* parts.h - files of cases in parts: "=== messages NAME" begins a case,
 * "=== WORD" another part of it; what stands below belongs to the part. */
#ifndef PARTS_H
#define PARTS_H

#include <stddef.h>

/* A case: its file and name, and its parts. */
struct parts {
	const char *name;
	void *private;
};

/* The text of a part, "" if the case has none. */
const char *part_of(const struct parts *p, const char *word);

/* Calls check() for each case of each file in the folder.  A test fails if
 * there is no file, or one with fewer cases than `least`, or with a part that
 * is none of the words, which NULL ends. */
void each_case(const char *folder, size_t least, const char *const *words,
               void (*check)(const struct parts *p));

#endif
