/* messages.h - the messages in files, one by one, in constant memory. */
#ifndef MESSAGES_H
#define MESSAGES_H

#include <stdint.h>

#include "context/context.h"
#include "exchange/heard.h"

/* An input that stays open is silent if nothing comes for so long, in
 * milliseconds; from a terminal, where a paste comes at once, half a second. */
enum { MESSAGES_SILENCE = 1500, MESSAGES_TYPED = 500 };

struct messages {
	struct context *context;
	uint64_t responses, requests;
	/* What is done with a message, which is gone afterwards. */
	void (*each)(struct messages *m, const struct heard *h);
	/* What is done when an input is silent, as long as `waits` is 1;
	 * NULL: nothing. */
	void (*silent)(struct messages *m);
	int waits;
	int stop;  /* 1: nothing more is wanted */
	int typed; /* set: somebody types them into a terminal */
};

/* Calls m->each for every message of the operands or standard input; the
 * context and the functions are the caller's, the rest begins with 0.  Returns
 * STATUS_FOUND; STATUS_MISSING after saying that there was no response;
 * STATUS_TROUBLE after saying what could not be read. */
int messages_each(struct messages *m);

#endif
