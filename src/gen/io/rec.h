/* rec.h - reads the rec format of GNU recutils, as far as the data use it:
 * comments, %rec descriptors, repeated fields, "+" continuation lines (which
 * are joined by a blank, for prose). */
#ifndef REC_H
#define REC_H

#include <stddef.h>

struct rec_field {
	const char *name;  /* as it is written, such as "Retry_Note" */
	const char *value; /* may be "" */
	unsigned line;     /* from 1; the first one of the value */
};

struct rec {
	const char *file;
	const char *type; /* of the %rec before it; "" if there is none */
	struct rec_field *field;
	size_t fields; /* 1 or more */
	unsigned line; /* of its first field */
};

/* Begin with { 0 }. */
struct rec_list {
	struct rec *rec;
	size_t recs;
};

/* Appends the records of a file to the list; a line that is wrong is reported
 * and left out.  The records and all their texts are the arena's; the path is
 * kept in them and has to live as long.  Returns 0; -1, after a report, if the
 * file cannot be read or is no regular file. */
int rec_read(const char *path, struct rec_list *list);

#endif
