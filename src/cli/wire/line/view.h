/* view.h - a line of a log without colours and without its end. */
#ifndef VIEW_H
#define VIEW_H

#include <stddef.h>

#include "io/places.h"

struct view {
	const char *s;
	size_t n;
	const char *eol;      /* "\r\n", "\n", or "" if there is none */
	int ended;            /* the line ends here; else it goes on */
	struct place place;   /* of the line's first byte */
	const unsigned *from; /* where each byte stood; NULL: none was moved */
};

/* Room for the lines that have colours. */
struct view_room {
	char *s; /* NULL, or of VIEW_MAX bytes */
	unsigned *from;
};

enum { VIEW_MAX = 1 << 17 };

/* The view of s[0..n), n at most VIEW_MAX, which stands at this place; ended: 1
 * if the line ends with it.  It is good until the next call for the same
 * room. */
struct view view_of(struct view_room *room, const char *s, size_t n, int ended,
                    struct place place);
/* Where a byte of the view stood in the line, and in the file. */
size_t view_raw(const struct view *v, size_t at);
struct place view_place(const struct view *v, size_t at);
void view_free(struct view_room *room);

#endif
