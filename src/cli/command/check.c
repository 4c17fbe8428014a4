/* check.c - only what is wrong with responses, a line each. */
#include "command/command.h"
#include "input/responses.h"

struct checking {
	struct responses responses; /* first, so that it leads to the rest */
	unsigned long shown, faults;
};

static void show_findings(struct responses *r, const struct explained *e)
{
	struct checking *k = (struct checking *)r;
	struct context *c = r->context;

	for (size_t i = 0; i < e->findings; i++)
		k->faults += (unsigned long)finding_is_fault(&e->finding[i]);
	if (e->findings > 0 && !context_given(c, OPTION_quiet))
		c->options.format->checked(&c->out, e, k->shown == 0);
	k->shown += e->findings;
}

int command_check(struct context *c)
{
	struct checking k = { 0 };
	struct wanted *wanted = &k.responses.explained.wanted;
	int status = command_wanted(c, wanted);

	if (status != STATUS_FOUND)
		return status;
	wanted->findings_only = 1;
	k.responses.context = c;
	k.responses.each = show_findings;
	status = responses_each(&k.responses);
	if (!context_given(c, OPTION_quiet))
		c->options.format->checked(&c->out, NULL, k.shown == 0);
	if (status == STATUS_FOUND && k.faults > 0)
		status = STATUS_MISSING;
	return status;
}
