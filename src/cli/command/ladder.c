/* ladder.c - explain --flow: the messages of each call, drawn between the
 * hosts that sent them. */
#include "command/command.h"

#include "call/call.h"
#include "input/messages.h"
#include "io/strbuf.h"

/* Held back until the end: who has received a message is known from others. */
struct drawing {
	struct messages messages; /* first, so that it leads to the rest */
	struct exchange exchange;
	int said; /* that the input stays open */
};

static void say_silence(struct messages *m)
{
	struct drawing *d = (struct drawing *)m;

	m->waits = 0;
	d->said = 1;
	context_note(m->context,
	             "the input stays open: the ladder is drawn at its end",
	             NULL, 0);
}

static void hold_message(struct messages *m, const struct heard *h)
{
	struct drawing *d = (struct drawing *)m;

	m->waits = !d->said;
	if (exchange_is_full(&d->exchange, h))
		m->stop = 1;
	else if (h->message->request)
		exchange_request(&d->exchange, h);
	else
		exchange_response(&d->exchange, h);
}

static int draw_calls(struct context *c, const struct exchange *x)
{
	struct fate fate[EXCHANGE_MOST];
	struct call call;
	size_t at = 0;
	int drawn = 0;

	fates_of(x, fate);
	while (call_next(x, fate, &at, &call)) {
		if (!context_given(c, OPTION_quiet))
			c->options.format->ladder(&c->out, c->lang, &call,
			                          !drawn);
		call_free(&call);
		drawn = 1;
	}
	return drawn;
}

/* Returns STATUS_TROUBLE. */
static int say_too_long(struct context *c)
{
	struct strbuf b = { 0 };

	strbuf_add(&b, "the input is too long for a ladder: more than ");
	strbuf_number(&b, EXCHANGE_MOST);
	strbuf_add(&b, " transactions, or more than ");
	strbuf_number(&b, EXCHANGE_BYTES >> 20);
	strbuf_add(&b, " MB of messages");
	context_say(c, strbuf_text(&b), NULL, 0);
	strbuf_free(&b);
	return STATUS_TROUBLE;
}

int command_ladder(struct context *c)
{
	struct drawing d = { .messages = { .context = c,
		                           .each = hold_message,
		                           .silent = say_silence } };
	int status;

	if (c->options.format->ladder == NULL)
		return context_misuse(c, "--flow goes without --json and --tsv",
		                      NULL);
	status = messages_each(&d.messages);
	if (d.messages.stop) {
		status = say_too_long(c);
	} else if (!draw_calls(c, &d.exchange) && d.messages.responses > 0) {
		context_note(c,
		             "no message has a Call-ID: nothing can be drawn",
		             NULL, 0);
		status = status == STATUS_FOUND ? STATUS_MISSING : status;
	}
	exchange_free(&d.exchange);
	return status;
}
