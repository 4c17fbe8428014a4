/* aspect.h - what two or more codes share and where they differ, by facts. */
#ifndef ASPECT_H
#define ASPECT_H

#include <sipcode.h>

#include "answer/answer.h"
#include "io/strbuf.h"
#include "labels.h"

/* The aspects by which codes are compared, in the order of their telling:
 * ASPECT(name, its name in JSON and TSV, its label). */
#define ASPECT_LIST(ASPECT)                                                    \
	ASPECT(CLASS, "class", LABEL_class)                                    \
	ASPECT(STATUS, "status", LABEL_status)                                 \
	ASPECT(NATURE, "nature", LABEL_nature)                                 \
	ASPECT(SENT_BY, "sent_by", LABEL_sent_by)                              \
	ASPECT(METHOD, "method", LABEL_answers)                                \
	ASPECT(MUST_CARRY, "must_carry", LABEL_must_carry)                     \
	ASPECT(RETRY, "retry", LABEL_retry)                                    \
	ASPECT(EFFECT, "effect", LABEL_effect)                                 \
	ASPECT(TO_CAUSE, "to_cause", LABEL_to_cause)                           \
	ASPECT(FROM_CAUSE, "from_cause", LABEL_from_cause)

enum aspect {
#define ASPECT(id, name, label) ASPECT_##id,
	ASPECT_LIST(ASPECT)
#undef ASPECT
		ASPECTS
};

enum label aspect_label(enum aspect aspect);
const char *aspect_name(enum aspect aspect);
/* Writes what the code has to say of the aspect over the text of b: nothing
 * if it says nothing.  Returns the text. */
const char *aspect_of(struct strbuf *b, const struct sipcode_row *code,
                      enum aspect aspect);
/* 1 if all the codes say the same of it. */
int aspect_equal(const struct answer *a, enum aspect aspect);
/* 1 if it is worth a word where all codes say the same: not that a code is
 * registered, nor that it answers any method. */
int aspect_is_news(const struct sipcode_row *code, enum aspect aspect);

#endif
