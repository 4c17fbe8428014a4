/* query.h - from what was typed to rows. */
#ifndef QUERY_H
#define QUERY_H

#include "cli.h"

/* Items found for the operands, in their order.  Memory is malloc's. */
struct query {
	struct item *item;
	size_t items, room;
	int status;
	struct item few[8]; /* room for what is asked mostly, without malloc */
};

void query_start(struct query *q);

/* Reads every operand as a CODE: number, class, status line, reason phrase
 * or disguise.  What is not found is said on stderr and in the status. */
void query_codes(struct cli *c, struct query *q);
void query_free(struct query *q);

/* Appends an item. */
void query_add(struct query *q, struct item item);
/* Says that an operand was not found, and sets the status. */
void query_missing(struct cli *c, struct query *q, const char *message,
                   const char *operand);

#endif
