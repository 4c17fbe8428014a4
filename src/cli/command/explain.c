/* explain.c - says what raw responses say. */
#include "command/command.h"
#include "input/responses.h"

static void show_response(struct responses *r, const struct explained *e)
{
	struct context *c = r->context;

	if (!context_given(c, OPTION_quiet))
		c->options.format->explained(&c->out, e, r->responses == 1,
		                             context_given(c, OPTION_brief));
}

int command_explain(struct context *c)
{
	struct responses r = { .context = c, .each = show_response };
	int status = command_wanted(c, &r.explained.wanted);

	if (status != STATUS_FOUND)
		return status;
	status = responses_each(&r);
	if (!context_given(c, OPTION_quiet))
		c->options.format->explained(&c->out, NULL, r.responses == 0,
		                             context_given(c, OPTION_brief));
	return status;
}
