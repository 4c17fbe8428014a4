/* view.c - takes the colours of a terminal out of a line. */
#include "wire/line/view.h"

#include <stdlib.h>
#include <string.h>

#include "io/memory.h"

/* Behind the colour that begins at s[i]; i if it is none. */
static size_t behind_colour(const char *s, size_t n, size_t i)
{
	size_t k = i + 2;

	if (i + 1 >= n || s[i + 1] != '[')
		return i;
	while (k < n && s[k] >= '0' && s[k] <= '?')
		k++;
	return k < n ? k + 1 : n;
}

static void take_colours(struct view_room *room, struct view *v)
{
	size_t to = 0;

	if (room->s == NULL) {
		room->s = memory_get(VIEW_MAX);
		room->from = memory_get((VIEW_MAX + 1) * sizeof(*room->from));
	}
	for (size_t i = 0; i < v->n;) {
		size_t behind =
			v->s[i] == '\033' ? behind_colour(v->s, v->n, i) : i;

		if (behind > i) {
			i = behind;
			continue;
		}
		room->from[to] = (unsigned)i;
		room->s[to++] = v->s[i++];
	}
	room->from[to] = (unsigned)v->n;
	v->s = room->s;
	v->n = to;
	v->from = room->from;
}

struct view view_of(struct view_room *room, const char *s, size_t n, int ended,
                    struct place place)
{
	struct view v = { s, n, "", ended, place, NULL };

	if (n > 0 && s[n - 1] == '\n') {
		v.eol = n > 1 && s[n - 2] == '\r' ? "\r\n" : "\n";
		v.n--;
		while (v.n > 0 && s[v.n - 1] == '\r')
			v.n--;
	}
	if (memchr(s, '\033', v.n) != NULL)
		take_colours(room, &v);
	return v;
}

size_t view_raw(const struct view *v, size_t at)
{
	return v->from == NULL ? at : v->from[at];
}

struct place view_place(const struct view *v, size_t at)
{
	struct place place = v->place;

	place.column += view_raw(v, at);
	return place;
}

void view_free(struct view_room *room)
{
	free(room->s);
	free(room->from);
	memset(room, 0, sizeof(*room));
}
