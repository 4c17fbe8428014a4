/* call.h - a call as arrows between hosts. */
#ifndef CALL_H
#define CALL_H

#include <stdint.h>

#include "call/host.h"
#include "exchange/fate.h"
#include "schema.h"

struct arrow {
	const struct heard *message; /* its first copy */
	struct sipcode_span method;  /* of the request, or that it answers */
	size_t from, to;             /* actors */
	uint64_t times;              /* how often it is in the input */
	int failed; /* of all that failed in the call, this did first */
};

struct call {
	struct sipcode_span id; /* Call-ID */
	/* From left to right; one whose name is empty is not known. */
	struct host actor[FLOW_ACTORS_MOST];
	size_t actors;
	struct arrow *arrow; /* in the order of the input */
	size_t arrows;
	/* All there are, also those that have no room. */
	size_t hosts, messages;
	const struct transaction *failed; /* first; NULL: nothing did */
	enum fate_kind fate;              /* of that one */
};

/* The next call that is held, in the order of the input; *at begins with 0 and
 * moves on.  Spans and messages are those of the exchange; fate[] is what
 * fates_of() gives.  Returns 1, and the owner gives the call to call_free(), or
 * 0 past the last one. */
int call_next(const struct exchange *x, const struct fate *fate, size_t *at,
              struct call *c);
void call_free(struct call *c);

#endif
