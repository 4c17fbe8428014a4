/* places.c - runs of bytes that stand side by side in the file. */
#include "io/places.h"

#include <stdlib.h>
#include <string.h>

#include "io/memory.h"

/* A text of empty lines has a run for each byte: small ones. */
struct place_run {
	uint32_t at;   /* of its first byte in the text */
	uint32_t line; /* behind that of the first run */
	uint64_t column;
};

static struct place run_place(const struct places *p, size_t run)
{
	struct place place = { p->line + p->run[run].line, p->run[run].column };

	return place;
}

/* Does the last run go on to this place? */
static int goes_on(const struct places *p, size_t at, struct place place)
{
	struct place last = run_place(p, p->runs - 1);

	return last.line == place.line &&
	       last.column + (at - p->run[p->runs - 1].at) == place.column;
}

void places_add(struct places *p, size_t at, struct place place)
{
	if (p->runs > 0 && goes_on(p, at, place))
		return;
	if (p->runs == p->room)
		p->run = memory_grow(p->run, &p->room, p->runs + 1,
		                     sizeof(*p->run));
	if (p->runs == 0)
		p->line = place.line;
	p->run[p->runs].at = (uint32_t)at;
	p->run[p->runs].line = (uint32_t)(place.line - p->line);
	p->run[p->runs++].column = place.column;
}

struct place places_find(const struct places *p, size_t at)
{
	size_t low = 0, high = p->runs;
	struct place place = { 0, 0 };

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (p->run[mid].at <= at)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == 0)
		return place;
	place = run_place(p, low - 1);
	place.column += at - p->run[low - 1].at;
	return place;
}

void places_cut(struct places *p, size_t at)
{
	while (p->runs > 0 && p->run[p->runs - 1].at >= at)
		p->runs--;
}

void places_free(struct places *p)
{
	free(p->run);
	memset(p, 0, sizeof(*p));
}

void places_copy(struct places *to, const struct places *from)
{
	if (from->runs == 0)
		return;
	to->run = memory_grow(NULL, &to->room, from->runs, sizeof(*to->run));
	memcpy(to->run, from->run, from->runs * sizeof(*to->run));
	to->runs = from->runs;
	to->line = from->line;
}

size_t places_bytes(const struct places *p)
{
	return p->room * sizeof(*p->run);
}
