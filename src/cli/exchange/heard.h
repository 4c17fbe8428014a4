/* heard.h - a message as it was read out of a log, and one that is kept. */
#ifndef HEARD_H
#define HEARD_H

#include <stddef.h>
#include <stdint.h>
#include <sipcode.h>

#include "io/places.h"
#include "time/stamp.h"

struct heard {
	const char *file; /* as messages name it */
	const struct sipcode_message *message;
	const struct places *places; /* of message->all, where it was read */
	int told;    /* the log only tells of it, so that it is not judged */
	int garbled; /* header fields may lack a part: the same, with a note */
	int stamped; /* 1: the log says when, which is in stamp */
	struct stamp stamp;
	uint64_t order; /* 0 for the first message of the input */
};

/* A copy with bytes of its own. */
struct kept {
	struct heard heard; /* points to what follows */
	struct sipcode_message message;
	struct places places;
	size_t bytes; /* of memory, all in all */
	char *s;      /* private */
};

/* Never NULL; the owner gives it to kept_free(), which takes NULL, too. */
struct kept *kept_make(const struct heard *h);
void kept_free(struct kept *k);

/* Where in its file a span of the message begins. */
struct place heard_place(const struct heard *h, struct sipcode_span at);
/* 1 if all its header fields are there as they were sent: what is not there
 * was not sent. */
int heard_is_whole(const struct heard *h);

#endif
