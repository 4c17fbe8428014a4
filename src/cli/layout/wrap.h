/* wrap.h - a text as lines, and the links in them. */
#ifndef WRAP_H
#define WRAP_H

#include <stddef.h>

#include "io/link/link.h"
#include "io/out.h"

/* A text on its way into lines of at most so many columns (0: one line). */
struct wrap {
	const char *text;
	size_t left;
	unsigned width;
	struct link link; /* begun by wrap_write() */
	unsigned id;      /* of the link, if it is broken over lines */
};

/* The next line, without the blanks at its end; its length in bytes is
 * stored.  A word that is too long is cut.  NULL at the end. */
const char *wrap_next(struct wrap *w, size_t *len);
/* Writes the line that wrap_next() gave, every line of the text in turn.  What
 * refers to a document is a link if o->section is set: each line has its own
 * piece of one that is broken. */
void wrap_write(struct out *o, struct wrap *w, const char *line, size_t len);

#endif
