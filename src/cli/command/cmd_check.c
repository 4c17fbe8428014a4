/* cmd_check.c - only what is wrong with responses, a line each. */
#include "cli.h"
#include "render.h"
#include "wire.h"

static void each(struct wire *w, struct explained *e)
{
	/* All findings so far are its own: it is the first that has any. */
	if (e->findings > 0 && !cli_given(w->cli, OPTION_quiet))
		render_checked(w->cli, e, w->findings == e->findings);
}

int cmd_check(struct cli *c)
{
	struct wire w = { .cli = c, .each = each };
	int status = wire_each(&w);

	if (!cli_given(c, OPTION_quiet))
		render_checked(c, NULL, w.findings == 0);
	if (status == STATUS_FOUND && w.findings > 0)
		status = STATUS_MISSING;
	return status;
}
