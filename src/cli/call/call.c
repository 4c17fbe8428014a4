/* call.c - puts the messages of a call in order, and its hosts side by side. */
#include "call/call.h"

#include <stdlib.h>
#include <string.h>

#include "call/legs.h"
#include "exchange/value.h"
#include "io/memory.h"

/* A message before its hosts have their places. */
struct step {
	struct arrow arrow; /* between hosts of the legs */
	const struct leg *leg;
};

struct steps {
	struct step *step;
	size_t steps, room;
};

/* What tells the response that came again from others. */
struct told {
	uint64_t key[RESPONSES_TOLD];
	size_t at[RESPONSES_TOLD]; /* its step */
	size_t n;
};

static struct step *add_step(struct steps *s, const struct leg *l,
                             const struct heard *message)
{
	struct step *made;

	s->step = memory_grow(s->step, &s->room, s->steps + 1, sizeof(*made));
	made = &s->step[s->steps++];
	memset(made, 0, sizeof(*made));
	made->leg = l;
	made->arrow.message = message;
	made->arrow.method = l->ids.method;
	made->arrow.times = 1;
	made->arrow.from = message->message->request ? l->from : l->to;
	made->arrow.to = message->message->request ? l->to : l->from;
	return made;
}

/* As exchange.h has it: the code, the tag, and of a reliable one its number. */
static uint64_t told_key(const struct sipcode_message *m)
{
	uint64_t key = m->code;
	struct sipcode_span v;

	if (sipcode_value(m, "To", &v) && sipcode_param(v, "tag", &v))
		key += value_hash(v);
	if (m->code < 200 && sipcode_value(m, "RSeq", &v))
		key += value_hash(v) * 3;
	return key;
}

static void add_response(struct steps *s, const struct leg *l, struct told *d,
                         const struct response *r)
{
	uint64_t key = r->again || d->n < RESPONSES_TOLD
	                       ? told_key(&r->kept->message)
	                       : 0;

	for (size_t i = 0; r->again && i < d->n; i++)
		if (d->key[i] == key) {
			s->step[d->at[i]].arrow.times++;
			return;
		}
	if (d->n < RESPONSES_TOLD) {
		d->key[d->n] = key;
		d->at[d->n++] = s->steps;
	}
	add_step(s, l, &r->kept->heard);
}

static void add_leg_steps(struct steps *s, const struct leg *l,
                          const struct call *c)
{
	const struct transaction *t = l->transaction;
	const struct response *final = transaction_final(t);
	int failed = c->failed == t && !l->is_ack;
	struct told told = { .n = 0 };

	if (l->request != NULL) {
		struct step *made = add_step(s, l, l->request);

		made->arrow.times += l->is_ack ? t->acks_again : t->copies;
		made->arrow.failed = failed && final == NULL;
	}
	if (l->is_ack)
		return;
	for (size_t i = 0; i < t->responses; i++) {
		add_response(s, l, &told, &t->response[i]);
		if (failed && &t->response[i] == final)
			s->step[s->steps - 1].arrow.failed = 1;
	}
}

static int earlier_step(const void *a, const void *b)
{
	uint64_t m = ((const struct step *)a)->arrow.message->order;
	uint64_t n = ((const struct step *)b)->arrow.message->order;

	return (m > n) - (m < n);
}

/* Where the actors stand: host[] of the legs, by place. */
struct line_up {
	size_t host[FLOW_ACTORS_MOST];
	size_t n;
};

/* The place of a host; line_up.n if it has none. */
static size_t place_of_host(const struct line_up *p, size_t host)
{
	size_t i = 0;

	while (i < p->n && p->host[i] != host)
		i++;
	return i;
}

static void place_host(struct line_up *p, size_t host, size_t at)
{
	if (p->n == FLOW_ACTORS_MOST || place_of_host(p, host) < p->n)
		return;
	memmove(p->host + at + 1, p->host + at, (p->n - at) * sizeof(*p->host));
	p->host[at] = host;
	p->n++;
}

/* From left to right as the first request went, also where the log shows its
 * last hop first. */
static void line_up_hosts(struct line_up *p, const struct steps *s)
{
	uint64_t caller = s->step[0].leg->from_tag;

	for (size_t i = 0; i < s->steps; i++) {
		const struct leg *l = s->step[i].leg;
		int onward = l->from_tag == caller;
		size_t right = onward ? l->to : l->from;

		place_host(p, onward ? l->from : l->to,
		           place_of_host(p, right));
		place_host(p, right, p->n);
	}
}

/* How many of the hosts take part. */
static size_t count_hosts(const struct legs *x)
{
	size_t n = 0;

	for (size_t host = 0; host < x->hosts; host++)
		for (size_t i = 0; i < x->legs; i++)
			if (x->leg[i].from == host || x->leg[i].to == host) {
				n++;
				break;
			}
	return n;
}

static void take_arrows(struct call *c, const struct legs *x,
                        const struct steps *s)
{
	struct line_up p = { .n = 0 };

	line_up_hosts(&p, s);
	for (size_t i = 0; i < p.n; i++)
		c->actor[i] = x->host[p.host[i]];
	c->actors = p.n;
	c->hosts = count_hosts(x);
	c->messages = s->steps;
	c->arrow = memory_get(s->steps * sizeof(*c->arrow));
	for (size_t i = 0; i < s->steps; i++) {
		struct arrow a = s->step[i].arrow;

		a.from = place_of_host(&p, a.from);
		a.to = place_of_host(&p, a.to);
		if (a.from < p.n && a.to < p.n)
			c->arrow[c->arrows++] = a;
	}
}

static const struct heard *ended_with(const struct transaction *t)
{
	const struct response *final = transaction_final(t);

	return final != NULL ? &final->kept->heard : &t->request->heard;
}

/* What failed first in the call: of all, or else by the order of the input. */
static void find_failed(struct call *c, const struct exchange *x,
                        const struct fate *fate, uint64_t call)
{
	for (size_t i = 0; i < x->transactions; i++) {
		const struct transaction *t = x->held[i];

		if (t->ids.call != call || !fate_is_failure(&fate[i]))
			continue;
		if (c->failed != NULL && !fate[i].first &&
		    ended_with(t)->order > ended_with(c->failed)->order)
			continue;
		c->failed = t;
		c->fate = fate[i].kind;
		if (fate[i].first)
			return;
	}
}

static void make_call(struct call *c, const struct exchange *x,
                      const struct fate *fate, const struct transaction *first)
{
	struct steps s = { .steps = 0 };
	struct legs legs;

	memset(c, 0, sizeof(*c));
	c->id = first->ids.call_id;
	find_failed(c, x, fate, first->ids.call);
	legs_of(&legs, x, first);
	for (size_t i = 0; i < legs.legs; i++)
		add_leg_steps(&s, &legs.leg[i], c);
	qsort(s.step, s.steps, sizeof(*s.step), earlier_step);
	take_arrows(c, &legs, &s);
	free(s.step);
	legs_free(&legs);
}

/* 1 if no transaction before it is of the same call. */
static int begins_call(const struct exchange *x, size_t at)
{
	size_t i = 0;

	while (x->held[i]->ids.call != x->held[at]->ids.call)
		i++;
	return i == at;
}

int call_next(const struct exchange *x, const struct fate *fate, size_t *at,
              struct call *c)
{
	while (*at < x->transactions) {
		const struct transaction *t = x->held[(*at)++];

		if (t->ids.call == 0 || !begins_call(x, *at - 1))
			continue;
		make_call(c, x, fate, t);
		return 1;
	}
	return 0;
}

void call_free(struct call *c)
{
	free(c->arrow);
	memset(c, 0, sizeof(*c));
}
