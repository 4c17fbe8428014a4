/* heard.c - copies messages, whose spans move with them. */
#include "exchange/heard.h"

#include <stdlib.h>
#include <string.h>

#include "io/memory.h"

/* The span at the same place of the copy; one that is nowhere, such as the
 * phrase of a request, stays there. */
static void move_span(struct sipcode_span *v, const char *from, const char *to)
{
	if (v->s != NULL)
		v->s = to + (v->s - from);
}

struct kept *kept_make(const struct heard *h)
{
	struct kept *k = memory_get(sizeof(*k));
	struct sipcode_message *m = &k->message;
	const char *from = h->message->all.s;

	*m = *h->message;
	k->s = memory_get(m->all.n + 1);
	memcpy(k->s, from, m->all.n);
	move_span(&m->all, from, k->s);
	move_span(&m->start, from, k->s);
	move_span(&m->phrase, from, k->s);
	move_span(&m->headers, from, k->s);
	move_span(&m->body, from, k->s);
	places_copy(&k->places, h->places);
	k->heard = *h;
	k->heard.message = m;
	k->heard.places = &k->places;
	k->bytes = sizeof(*k) + m->all.n + 1 + places_bytes(&k->places);
	return k;
}

void kept_free(struct kept *k)
{
	if (k == NULL)
		return;
	places_free(&k->places);
	free(k->s);
	free(k);
}

struct place heard_place(const struct heard *h, struct sipcode_span at)
{
	return places_find(h->places, (size_t)(at.s - h->message->all.s));
}

int heard_is_whole(const struct heard *h)
{
	return !h->told && !h->garbled && h->message->complete;
}
