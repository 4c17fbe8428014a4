/* render.h - what is not rows in the format that was asked for. */
#ifndef RENDER_H
#define RENDER_H

#include "cli.h"
#include "explain.h"
#include "tally.h"

void render_tally(struct cli *c, const struct tally *t);

/* A response at a time; NULL after the last one.  first: none has been shown
 * before. */
void render_explained(struct cli *c, const struct explained *e, int first);
/* Its findings alone; only responses that have some. */
void render_checked(struct cli *c, const struct explained *e, int first);

#endif
