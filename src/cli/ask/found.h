/* found.h - what was found for the operands of a command. */
#ifndef FOUND_H
#define FOUND_H

#include "context/context.h"

/* { 0 } is nothing yet; its owner gives it to found_free(). */
struct found {
	struct items list;
	int status; /* enum status */
	/* Operands that were one phrase together: items point into it. */
	char *joined;
	size_t joined_len;
};

/* Says that an operand was not found, and sets the status. */
void found_miss(struct context *c, struct found *f, const char *message,
                const char *operand);
/* Shows the items as the answer; the worse of both statuses. */
int found_show(struct context *c, struct found *f, struct answer *a);
void found_free(struct found *f);

#endif
