/* notes.h - the conditions of mappings as numbered notes below them. */
#ifndef NOTES_H
#define NOTES_H

#include <sipcode.h>

#include "layout/layout.h"
#include "io/strbuf.h"

/* Texts, each once; a note's number is its place.  { 0 } has none; the owner
 * frees text. */
struct notes {
	const char **text;
	size_t n, room;
};

/* Adds " [1, 3]": under which conditions the mapping holds. */
void notes_add(struct strbuf *b, struct notes *notes,
               const struct sipcode_row *mapping);
/* Writes the notes, a line each. */
void notes_write(struct out *o, const struct notes *notes);

#endif
