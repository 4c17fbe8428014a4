/* explain.c - says what raw responses say, and what led to them. */
#include "command/command.h"

#include <stdlib.h>

#include "answer/overview.h"
#include "answer/remark.h"
#include "input/messages.h"
#include "io/memory.h"

/* Held back until the end, so that an overview can stand before all, or, of
 * what is too much for that or does not end, told as it comes. */
struct explaining {
	struct messages messages; /* first, so that it leads to the rest */
	struct exchange exchange;
	struct explained explained;
	int flowing; /* 1: told as it comes */
	int begun;   /* something has been shown */
	uint64_t left_out;
};

/* Of a transaction whose responses have been told, these are kept. */
enum { KEPT_TOLD = 4 };

static struct context *context_of(const struct explaining *x)
{
	return x->messages.context;
}

static int is_for_people(const struct explaining *x)
{
	return context_of(x)->options.format->for_people;
}

static int shows_all(const struct explaining *x)
{
	return !is_for_people(x) || context_given(context_of(x), OPTION_all);
}

static void show(struct explaining *x, struct transaction *t,
                 const struct response *r)
{
	struct context *c = context_of(x);
	struct explained *e = &x->explained;

	e->lang = c->lang;
	e->exchange = &x->exchange;
	if (t->request != NULL)
		e->request = &t->request->heard;
	if (t->judged++ < RESPONSES_JUDGED) {
		e->transaction = t;
		e->judged = r->match >= MATCH_FAULTY;
	}
	explained_fill(e);
	if (!context_given(c, OPTION_quiet))
		c->options.format->explained(&c->out, e, !x->begun,
		                             context_given(c, OPTION_brief));
	x->begun = 1;
}

/* Does a response matter, by the fate of its transaction?  Where the log shows
 * no more than its line, that is all that is known of it. */
static int matters(const struct fate *f, const struct transaction *t,
                   const struct response *r)
{
	if (!transaction_is_known(t))
		return 1;
	if (transaction_final(t) != r)
		return 0;
	/* What has made a 408 of silence is all that tells of it. */
	return fate_is_failure(f) || f->kind == FATE_REDIRECTED ||
	       (f->kind == FATE_FOLLOWED && transaction_final(f->of) == NULL);
}

static void consider(struct explaining *x, struct transaction *t,
                     const struct response *r, const struct fate *f,
                     int is_to_be_read)
{
	struct explained *e = &x->explained;

	explained_hear(e, &r->kept->heard);
	e->fate = fate_of_response(f, t, r);
	e->matters = is_to_be_read;
	if (is_to_be_read || shows_all(x))
		show(x, t, r);
	else
		x->left_out++;
}

/* A response that is held, with what is known of its transaction. */
struct held {
	struct transaction *transaction;
	const struct response *response;
	const struct fate *fate;
	int matters;
};

static int by_order(const void *a, const void *b)
{
	uint64_t m = ((const struct held *)a)->response->kept->heard.order;
	uint64_t n = ((const struct held *)b)->response->kept->heard.order;

	return (m > n) - (m < n);
}

/* All responses that are held, in the order of the input; the caller frees
 * them. */
static struct held *list_held(const struct explaining *x,
                              const struct fate *fate, size_t *n)
{
	struct held *held = NULL;
	size_t room = 0;

	*n = 0;
	for (size_t i = 0; i < x->exchange.transactions; i++) {
		struct transaction *t = x->exchange.held[i];

		held = memory_grow(held, &room, *n + t->responses,
		                   sizeof(*held));
		for (size_t k = 0; k < t->responses; k++) {
			const struct response *r = &t->response[k];
			struct held h = { t, r, &fate[i],
				          matters(&fate[i], t, r) };

			held[(*n)++] = h;
		}
	}
	if (*n > 0)
		qsort(held, *n, sizeof(*held), by_order);
	return held;
}

/* Nothing failed: what was cancelled is what somebody wants to know of; in a
 * single transaction, how it ended or how far it came. */
static void choose_instead(const struct explaining *x, struct held *held,
                           size_t n)
{
	struct held *last = NULL;

	for (size_t i = 0; i < n; i++)
		if (held[i].matters)
			return;
	for (size_t i = 0; i < n; i++) {
		const struct response *final =
			transaction_final(held[i].transaction);

		if (held[i].fate->kind == FATE_CANCELLED &&
		    held[i].response == final) {
			held[i].matters = 1;
			return;
		}
		if (final == NULL || held[i].response == final)
			last = &held[i];
	}
	if (x->exchange.transactions == 1 && last != NULL)
		last->matters = 1;
}

static void show_held(struct explaining *x, int with_overview)
{
	struct context *c = context_of(x);
	struct fate fate[EXCHANGE_MOST];
	struct overview overview = { c->lang, &x->exchange, fate };
	struct held *held;
	size_t n;

	fates_of(&x->exchange, fate);
	held = list_held(x, fate, &n);
	choose_instead(x, held, n);
	if (with_overview && c->options.format->overview != NULL &&
	    !context_given(c, OPTION_quiet)) {
		c->options.format->overview(&c->out, &overview);
		x->begun = 1;
	}
	for (size_t i = 0; i < n; i++)
		consider(x, held[i].transaction, held[i].response, held[i].fate,
		         held[i].matters);
	free(held);
}

/* From here on, responses are told as they come. */
static void let_flow(struct explaining *x, const char *why)
{
	if (is_for_people(x) &&
	    !(x->messages.typed && x->exchange.transactions == 1))
		context_note(context_of(x), why, NULL, 0);
	x->flowing = 1;
	x->messages.waits = 0;
	show_held(x, 0);
	out_flush(&context_of(x)->out);
}

static void on_silence(struct messages *m)
{
	let_flow((struct explaining *)m,
	         "the input stays open: no overview, each response that "
	         "matters is explained as it comes");
}

static void show_last(struct explaining *x, struct transaction *t)
{
	const struct response *r = &t->response[t->responses - 1];
	struct fate f = fate_of(&x->exchange, t, 1);

	consider(x, t, r, &f, x->messages.typed || matters(&f, t, r));
	if (t->responses > KEPT_TOLD)
		exchange_forget(&x->exchange, t);
}

static void take_message(struct messages *m, const struct heard *h)
{
	struct explaining *x = (struct explaining *)m;
	struct transaction *t;

	if (!x->flowing && exchange_is_full(&x->exchange, h))
		let_flow(x, "too much for an overview: each response that "
		            "matters is explained as it comes");
	if (h->message->request) {
		exchange_request(&x->exchange, h);
		return;
	}
	t = exchange_response(&x->exchange, h);
	if (x->flowing)
		show_last(x, t);
	else
		m->waits = 1;
}

/* Of a single transaction there is none, but where nothing answered it. */
static int has_overview(const struct exchange *x)
{
	return exchange_known(x) > 1 ||
	       (x->transactions == 1 && x->held[0]->responses == 0 &&
	        x->held[0]->copies > 0);
}

int command_explain(struct context *c)
{
	struct explaining x = { .messages = { .context = c,
		                              .each = take_message,
		                              .silent = on_silence } };
	int status = command_wanted(c, &x.explained.wanted);

	if (status == STATUS_FOUND && context_given(c, OPTION_flow))
		return command_ladder(c);
	if (status != STATUS_FOUND)
		return status;
	status = messages_each(&x.messages);
	if (!x.flowing)
		show_held(&x, has_overview(&x.exchange));
	if (!context_given(c, OPTION_quiet)) {
		c->options.format->explained(&c->out, NULL, !x.begun,
		                             context_given(c, OPTION_brief));
		if (x.left_out > 0 && c->options.format->left_out != NULL)
			c->options.format->left_out(&c->out, c->lang,
			                            x.left_out);
	}
	exchange_free(&x.exchange);
	explained_free(&x.explained);
	return status;
}
