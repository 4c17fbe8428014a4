/* wire.h - the messages of files, one by one, in constant memory. */
#ifndef WIRE_H
#define WIRE_H

#include "cli.h"
#include "explain.h"

struct wire {
	struct cli *cli;
	unsigned long responses, requests;
	unsigned long findings;
	/* What is done with a response; NULL items after the last one. */
	void (*each)(struct wire *w, struct explained *e);
};

/* Calls w->each for every response of the operands or standard input.
 * Returns STATUS_FOUND, or STATUS_TROUBLE after saying what could not be
 * read. */
int wire_each(struct wire *w);

#endif
