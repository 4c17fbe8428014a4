/* responses.h - the responses in files, one by one, in constant memory. */
#ifndef RESPONSES_H
#define RESPONSES_H

#include "answer/remark.h"
#include "context/context.h"

struct responses {
	struct context *context;
	unsigned long responses, requests;
	unsigned long findings;
	/* What is done with a response, which is gone afterwards. */
	void (*each)(struct responses *r, const struct explained *e);
	struct explained explained; /* private: filled anew for each */
};

/* Calls r->each for every response of the operands or standard input; the
 * context and each are the caller's, the rest begins with 0.  Returns
 * STATUS_FOUND; STATUS_MISSING after saying that there was none;
 * STATUS_TROUBLE after saying what could not be read. */
int responses_each(struct responses *r);

#endif
