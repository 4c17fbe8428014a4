/* check.c - only what is wrong with responses, a line each. */
#include "command/command.h"
#include "input/responses.h"

static void show_findings(struct responses *r, const struct explained *e)
{
	struct context *c = r->context;
	/* All findings so far are those of this one. */
	int first = r->findings == e->findings;

	if (e->findings > 0 && !context_given(c, OPTION_quiet))
		c->options.format->checked(&c->out, e, first);
}

int command_check(struct context *c)
{
	struct responses r = { .context = c, .each = show_findings };
	int status = responses_each(&r);

	if (!context_given(c, OPTION_quiet))
		c->options.format->checked(&c->out, NULL, r.findings == 0);
	if (status == STATUS_FOUND && r.findings > 0)
		status = STATUS_MISSING;
	return status;
}
