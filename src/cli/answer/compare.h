/* compare.h - what two or more codes share and where they differ, by facts. */
#ifndef COMPARE_H
#define COMPARE_H

#include <sipcode.h>

#include "answer.h"
#include "labels.h"
#include "layout.h"

/* The aspects by which codes are compared, in the order of their telling. */
enum aspect {
	ASPECT_CLASS,
	ASPECT_STATUS,
	ASPECT_NATURE,
	ASPECT_SENT_BY,
	ASPECT_METHOD,
	ASPECT_MUST_CARRY,
	ASPECT_RETRY,
	ASPECT_EFFECT,
	ASPECT_TO_CAUSE,
	ASPECT_FROM_CAUSE,
	ASPECTS
};

enum label aspect_label(enum aspect aspect);
/* Its name in JSON and TSV. */
const char *aspect_name(enum aspect aspect);
/* What the code has to say of the aspect; "" if nothing.  The text is in the
 * line or in the table. */
const char *aspect_of(struct line *l, const struct sipcode_row *code,
                      enum aspect aspect);
/* 1 if all the codes say the same of it. */
int aspect_equal(const struct answer *a, enum aspect aspect);
/* A sentence that tells the two classes apart and says in which order they
 * can occur, for codes that nobody has compared by hand. */
void compare_summary(struct line *l, const struct answer *a);

#endif
