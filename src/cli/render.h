/* render.h - what is not rows in the format that was asked for. */
#ifndef RENDER_H
#define RENDER_H

#include "cli.h"
#include "tally.h"

void render_tally(struct cli *c, const struct tally *t);

#endif
