/* table.c - which code is looked at how. */
#include "grounds/look.h"

/* Is the code one of the table? */
static int is_looked_at(unsigned code)
{
	switch (code) {
#define CODE(number, function) case number:
#include "grounds/codes.def"
#undef CODE
		return 1;
	default:
		return 0;
	}
}

static void look_by_code(struct look *l)
{
	switch (l->code) {
#define CODE(number, function)                                                 \
	case number:                                                           \
		function(l);                                                   \
		break;
#include "grounds/codes.def"
#undef CODE
	default:
		break;
	}
}

/* What explains it comes first, the rest in its order. */
static void sort_grounds(struct grounds *g)
{
	size_t led = 0;

	for (size_t i = 0; i < g->n; i++) {
		struct ground moved = g->ground[i];

		if (ground_kind(&moved) != GROUND_LED)
			continue;
		for (size_t k = i; k > led; k--)
			g->ground[k] = g->ground[k - 1];
		g->ground[led++] = moved;
	}
}

/* Are there words already that say that nothing explains it? */
static int is_denied(const struct look *l)
{
	for (size_t i = 0; i < l->grounds->n; i++)
		if (ground_kind(&l->grounds->ground[i]) == GROUND_NOT)
			return 1;
	return 0;
}

void grounds_find(struct grounds *g, const struct exchange *x,
                  const struct transaction *t, const struct heard *response)
{
	struct look l = { .grounds = g,
		          .exchange = x,
		          .transaction = t,
		          .response = response,
		          .got = response->message,
		          .code = response->message->code };

	grounds_reset(g);
	if (t == NULL || !is_looked_at(l.code) || x->requests == 0)
		return;
	if (t->request == NULL)
		t = exchange_hop(x, t);
	if (t == NULL) {
		ground_add(&l, GROUND_no_request);
		return;
	}
	l.request = &t->request->heard;
	l.asked = l.request->message;
	l.whole = t == l.transaction && heard_is_whole(l.request) &&
	          heard_is_whole(response);
	if (t != l.transaction) {
		l.transaction = t;
		ground_shows(ground_add(&l, GROUND_hop), l.request,
		             "Request-Line", l.asked->start);
	}
	look_by_code(&l);
	if (!look_is_led(&l) && !is_denied(&l))
		ground_add(&l, GROUND_nothing);
	sort_grounds(g);
}
