/* look.c - adds grounds, and asks messages for values. */
#include "grounds/look.h"

#include <string.h>

#include "io/memory.h"

/* So many values of a list are shown. */
enum { LIST_MOST = 32 };

struct ground *ground_add(struct look *l, enum ground_id id)
{
	struct grounds *all = l->grounds;
	struct ground *g;

	all->ground = memory_grow(all->ground, &all->room, GROUNDS_MAX + 1,
	                          sizeof(*all->ground));
	g = &all->ground[all->n];
	all->n += all->n < GROUNDS_MAX;
	memset(g, 0, sizeof(*g));
	g->id = id;
	return g;
}

void ground_arg(struct ground *g, size_t i, struct sipcode_span v)
{
	g->arg[i].text = v;
}

void ground_number(struct ground *g, size_t i, uint64_t n)
{
	g->arg[i].text.s = NULL;
	g->arg[i].number = n;
}

struct sipcode_span ground_made(struct look *l, struct strbuf *text)
{
	struct sipcode_span v = grounds_keep(l->grounds, text);

	strbuf_free(text);
	return v;
}

static struct evidence *add_evidence(struct ground *g, const struct heard *in,
                                     const char *name)
{
	struct evidence *e = &g->evidence[g->evidences];

	g->evidences += g->evidences + 1 < GROUND_EVIDENCE;
	e->name = name;
	e->in = in;
	return e;
}

void ground_shows(struct ground *g, const struct heard *in, const char *name,
                  struct sipcode_span v)
{
	add_evidence(g, in, name)->said.text = v;
}

void ground_shows_field(struct ground *g, const struct heard *in,
                        const char *name)
{
	struct sipcode_span v;

	if (look_field(in->message, name, &v))
		ground_shows(g, in, name, v);
}

void ground_shows_list(struct look *l, struct ground *g, const struct heard *in,
                       const char *name)
{
	struct sipcode_cursor at = { 0 };
	struct strbuf all = { 0 };
	struct sipcode_span v;
	int n = 0;

	while (n < LIST_MOST &&
	       sipcode_next_value(in->message, name, &at, &v)) {
		strbuf_add(&all, n++ > 0 ? ", " : "");
		strbuf_bytes(&all, v.s, v.n);
	}
	if (n == LIST_MOST && sipcode_next_value(in->message, name, &at, &v))
		strbuf_add(&all, ", ...");
	if (n > 0)
		ground_shows(g, in, name, ground_made(l, &all));
}

int look_has(const struct sipcode_message *m, const char *header,
             struct sipcode_span word)
{
	struct sipcode_cursor at = { 0 };
	struct sipcode_span v;

	while (sipcode_next_value(m, header, &at, &v))
		if (value_alike(value_bare(v), word))
			return 1;
	return 0;
}

int look_is_there(const struct sipcode_message *m, const char *header)
{
	struct sipcode_span v;

	return sipcode_value(m, header, &v);
}

int look_field(const struct sipcode_message *m, const char *header,
               struct sipcode_span *v)
{
	struct sipcode_cursor at = { 0 };

	if (!sipcode_next_value(m, header, &at, v))
		return 0;
	/* The list goes on behind the first value. */
	if (at.within && at.rest.s != NULL) {
		v->n = (size_t)(at.rest.s + at.rest.n - v->s);
		*v = value_trim(*v);
	}
	return 1;
}

int look_is_led(const struct look *l)
{
	for (size_t i = 0; i < l->grounds->n; i++)
		if (ground_kind(&l->grounds->ground[i]) == GROUND_LED)
			return 1;
	return 0;
}
