/* rec.h - reads the rec format of GNU recutils, as far as the data use it:
 * comments, %rec descriptors, repeated fields, "+" continuation lines (which
 * are joined by a blank, for prose). */
#ifndef REC_H
#define REC_H

#include <stddef.h>

struct rec_field {
	const char *name;
	const char *value;
	unsigned line;
};

struct rec {
	const char *file;
	const char *type; /* of the %rec before it; "" if there is none */
	struct rec_field *field;
	size_t fields;
	unsigned line; /* of its first field */
};

struct rec_list {
	struct rec *rec;
	size_t recs;
};

/* Appends the records of a file to the list; its mistakes are reported.
 * Memory is the arena's.  Returns 0, or -1 if it cannot be read, which is
 * reported too. */
int rec_read(const char *path, struct rec_list *list);

#endif
