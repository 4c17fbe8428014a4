/* render.c - hands what is no row to the format that was asked for. */
#include "render.h"

void render_tally(struct cli *c, const struct tally *t)
{
	c->options.format->tally(&c->out, t);
}

void render_explained(struct cli *c, const struct explained *e, int first)
{
	c->options.format->explained(&c->out, e, first,
	                             cli_given(c, OPTION_brief));
}

void render_checked(struct cli *c, const struct explained *e, int first)
{
	c->options.format->checked(&c->out, e, first);
}
