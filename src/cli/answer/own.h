/* own.h - what the files of the remarks share. */
#ifndef ANSWER_OWN_H
#define ANSWER_OWN_H

#include "answer/remark.h"

/* A new remark about a part of a header field, good until the next one is
 * added. */
struct remark *remark_add(struct explained *e, const char *header,
                          const char *part, struct sipcode_span value);
/* Which row knows it, NULL if none does, and which of its fields say what it
 * means and what to do. */
void remark_link(struct remark *r, const struct sipcode_row *row,
                 enum sipcode_field meaning, enum sipcode_field step);

/* So many remarks are made of what a message repeats. */
enum { REMARKS_SAME = 100 };

/* A walk over the values of a header field; begins with .first = e->remarks. */
struct values {
	struct sipcode_cursor at;
	size_t first; /* the remarks that had been made before */
};

/* 1 if a remark more is one too many; it is counted by the last one then. */
int remark_is_full(struct explained *e, const struct values *w);
/* The next value, as long as another remark is not one too many. */
int remark_next(struct explained *e, const char *header, struct values *w,
                struct sipcode_span *value);

/* What the fields Reason, Warning, and those of products say. */
void remark_reasons(struct explained *e);
void remark_warnings(struct explained *e);
void remark_vendors(struct explained *e);

#endif
