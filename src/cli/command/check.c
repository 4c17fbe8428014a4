/* check.c - only what is wrong with responses, a line each. */
#include "command/command.h"

#include "answer/remark.h"
#include "input/messages.h"

struct checking {
	struct messages messages; /* first, so that it leads to the rest */
	struct exchange exchange; /* requests alone */
	struct explained explained;
	uint64_t shown, faults;
};

static void show_findings(struct checking *k, const struct explained *e)
{
	struct context *c = k->messages.context;

	for (size_t i = 0; i < e->findings; i++)
		k->faults += (uint64_t)finding_is_fault(&e->finding[i]);
	if (e->findings > 0 && !context_given(c, OPTION_quiet))
		c->options.format->checked(&c->out, e, k->shown == 0);
	k->shown += e->findings;
}

static void check_message(struct messages *m, const struct heard *h)
{
	struct checking *k = (struct checking *)m;
	struct explained *e = &k->explained;
	struct transaction *t;
	struct ids ids;
	enum match how;

	if (h->message->request) {
		exchange_request(&k->exchange, h);
		return;
	}
	explained_hear(e, h);
	e->lang = m->context->lang;
	ids_of(h->message, &ids);
	t = exchange_find(&k->exchange, &ids, &how);
	if (how >= MATCH_FAULTY) {
		e->request = &t->request->heard;
		e->judged = t->judged++ < RESPONSES_JUDGED;
	}
	explained_fill(e);
	show_findings(k, e);
}

int command_check(struct context *c)
{
	struct checking k = { .messages = { .context = c,
		                            .each = check_message } };
	struct wanted *wanted = &k.explained.wanted;
	int status = command_wanted(c, wanted);

	if (status != STATUS_FOUND)
		return status;
	wanted->findings_only = 1;
	status = messages_each(&k.messages);
	exchange_free(&k.exchange);
	explained_free(&k.explained);
	if (!context_given(c, OPTION_quiet))
		c->options.format->checked(&c->out, NULL, k.shown == 0);
	if (status == STATUS_FOUND && k.faults > 0)
		status = STATUS_MISSING;
	return status;
}
