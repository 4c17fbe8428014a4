/* cmd_explain.c - says what raw responses say. */
#include "cli.h"
#include "render.h"
#include "wire.h"

static void each(struct wire *w, struct explained *e)
{
	if (!cli_given(w->cli, OPTION_quiet))
		render_explained(w->cli, e, w->responses == 1);
}

int cmd_explain(struct cli *c)
{
	struct wire w = { .cli = c, .each = each };
	int status = wire_each(&w);

	if (!cli_given(c, OPTION_quiet))
		render_explained(c, NULL, w.responses == 0);
	return status;
}
