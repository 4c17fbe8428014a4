/* remark.h - what a response says, remark by remark, and what it lacks. */
#ifndef REMARK_H
#define REMARK_H

#include <stddef.h>
#include <sipcode.h>

#include "answer/answer.h"
#include "exchange/fate.h"
#include "grounds/ground.h"
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
	/* How many more values of its kind there are; only of the last one
	 * that is told. */
	size_t more;
};

/* What is wanted of the findings: of all if it is { 0 }. */
struct wanted {
	int findings_only; /* 1: no remarks */
	int errors_only;
	const char *const *ignored; /* lists of rules, with commas */
	size_t lists;
};

/* A response with all that is to be said of it.  { 0 } is none yet; the same
 * one may be filled again and again. */
struct explained {
	int lang;
	const char *file; /* as messages name it */
	struct wanted wanted;
	const struct heard *response;
	const struct sipcode_message *message; /* this and the next: its own */
	const struct places *places; /* of message->all, where it was read */
	int told;    /* the log only tells of it, so that it is not judged */
	int garbled; /* header fields may lack a part: the same, with a note */
	/* The request that it answers, and what led to it; NULL: unknown. */
	const struct exchange *exchange;
	const struct transaction *transaction;
	const struct heard *request;
	int judged; /* 1: the request and it are compared by the rules */
	struct grounds grounds;
	struct fate fate; /* of the transaction */
	int matters;      /* 1: it is worth to be read by somebody */
	const struct sipcode_row *code; /* NULL: in no table */
	struct item unknown;            /* what is known then */
	struct remark *remark;
	size_t remarks, remark_room;
	struct sipcode_finding *finding;
	size_t findings, finding_room;
	size_t unwanted; /* findings that were left out */
};

/* The response, of which the rest is the caller's to set. */
void explained_hear(struct explained *e, const struct heard *h);
/* Fills in code, remarks, grounds and findings of the message; the other
 * members are the caller's.  What a message repeats is told a hundred times or
 * so, and counted from there on. */
void explained_fill(struct explained *e);
void explained_free(struct explained *e);

/* What a value means, and what to do about it; "" if nothing is known. */
const char *remark_meaning(const struct explained *e, const struct remark *r);
const char *remark_step(const struct remark *r);

/* The situations on the page of the code that begin with the method of the
 * response: what may be behind it.  The first of them at or behind *at, which
 * begins with 0 and moves on; NULL if no more. */
const char *explained_case(const struct explained *e, size_t *at);

/* Where in its file a span of the message begins. */
struct place explained_place(const struct explained *e, struct sipcode_span at);

/* More than the longest identifier of a rule. */
enum { RULE_MAX = 64 };

/* "error", "warning" or "note": the same in every language, as scripts look
 * for these words. */
const char *finding_level(const struct sipcode_finding *finding);
/* 1 if it says that something is wrong: a note does not. */
int finding_is_fault(const struct sipcode_finding *finding);
/* 1 unless the options leave it out. */
int finding_is_wanted(const struct wanted *w,
                      const struct sipcode_finding *finding);
/* The i-th rule, some of which come twice, as the gravest finding of it; 0 past
 * the last. */
int finding_of_rule(size_t i, struct sipcode_finding *finding);
/* 1 if a rule has that identifier. */
int finding_is_rule(const char *id, size_t n);
/* Adds what a finding of finding_of_rule() says of all its kind, in English,
 * and its first source if it has one. */
void finding_rule(struct strbuf *text, struct strbuf *source,
                  const struct sipcode_finding *finding);
/* Writes "486 lacks Allow: ..." and the source over the texts of both. */
void finding_text(struct strbuf *text, struct strbuf *source,
                  const struct explained *e,
                  const struct sipcode_finding *finding);

#endif
