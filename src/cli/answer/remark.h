/* remark.h - what a response says, remark by remark, and what it lacks. */
#ifndef REMARK_H
#define REMARK_H

#include <stddef.h>
#include <sipcode.h>

#include "answer/answer.h"
#include "io/places.h"
#include "io/strbuf.h"
#include "labels.h"

/* One thing that a response says. */
struct remark {
	struct sipcode_span header;    /* the header field, or "Status-Line" */
	const char *part;              /* of it: "realm", "cause" ...; or "" */
	struct sipcode_span value;     /* as it stands in the message */
	const struct sipcode_row *row; /* that knows it; NULL if none does */
	enum sipcode_field meaning;    /* of the row, what the value means */
	enum sipcode_field step;       /* of the row, what to do; or NONE */
	int label;                     /* enum label that explains it; or -1 */
};

/* A response with all that is to be said of it.  { 0 } is none yet; the same
 * one may be filled again and again. */
struct explained {
	int lang;
	const char *file;   /* as messages name it */
	const struct sipcode_message *message;
	const struct places *places; /* of message->all, where it was read */
	int told; /* the log only tells of it; there is no message */
	const struct sipcode_row *code; /* NULL: in no table */
	struct item unknown;            /* what is known then */
	struct remark *remark;
	size_t remarks, remark_room;
	struct sipcode_finding *finding;
	size_t findings, finding_room;
};

/* Fills in code, remarks and findings of the message; the other members are
 * the caller's. */
void explained_fill(struct explained *e);
void explained_free(struct explained *e);

/* What a value means, and what to do about it; "" if nothing is known. */
const char *remark_meaning(const struct explained *e, const struct remark *r);
const char *remark_step(const struct remark *r);

/* The situations on the page of the code that begin with the method of the
 * response: what may be behind it.  The first of them at or behind *at, which
 * begins with 0 and moves on; NULL if no more. */
const char *explained_case(const struct explained *e, size_t *at);

/* Where a span of the message stands in its file. */
struct place explained_place(const struct explained *e,
                             struct sipcode_span at);
/* Writes "486 lacks Allow: ..." and the source over the texts of both. */
void finding_text(struct strbuf *text, struct strbuf *source,
                  const struct explained *e,
                  const struct sipcode_finding *finding);

#endif
