/* explain.h - what a response says, remark by remark, and what it lacks. */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include <stddef.h>
#include <sipcode.h>

#include "labels.h"
#include "out.h"

enum { REMARKS_MAX = 96, FINDINGS_MAX = 64 };

/* One thing that a response says. */
struct remark {
	const char *header;            /* the header field, or "Status-Line" */
	const char *part;              /* of it: "realm", "cause" ...; or "" */
	struct sipcode_span value;     /* as it stands in the message */
	const struct sipcode_row *row; /* that knows it; NULL if none does */
	enum sipcode_field meaning;    /* of the row, what the value means */
	size_t item;                   /* which value of that field */
	enum sipcode_field step;       /* of the row, what to do; or NONE */
	int label;                     /* enum label that explains it; or -1 */
};

/* A response with all that is to be said of it. */
struct explained {
	int lang;
	const char *file;   /* as messages name it */
	unsigned long line; /* of its start line, from 1 */
	const struct sipcode_message *message;
	const struct sipcode_row *code; /* NULL: in no table */
	struct remark remark[REMARKS_MAX];
	size_t remarks;
	struct sipcode_finding finding[FINDINGS_MAX];
	size_t findings;
};

/* Fills in code, remarks and findings of the message. */
void explain(struct explained *e);
/* The line of a span of the message, from 1. */
unsigned long explain_line(const struct explained *e, struct sipcode_span at);
/* "lacks Allow", with the source in a line of its own; for every problem. */
struct line;
void explain_finding(struct line *text, struct line *source,
                     const struct explained *e,
                     const struct sipcode_finding *finding);

/* The parts of the formats that show a response and its findings. */
void explained_text(struct out *o, const struct explained *e, int first,
                    int brief);
void explained_json(struct out *o, const struct explained *e, int first,
                    int brief);
void explained_tsv(struct out *o, const struct explained *e, int first,
                   int brief);
void checked_text(struct out *o, const struct explained *e, int first);
void checked_json(struct out *o, const struct explained *e, int first);
void checked_tsv(struct out *o, const struct explained *e, int first);

#endif
