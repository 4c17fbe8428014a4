/* fate.h - how a transaction ended, and what that came from. */
#ifndef FATE_H
#define FATE_H

#include "exchange/exchange.h"

enum fate_kind {
	FATE_OPEN,       /* no final response is there */
	FATE_NORMAL,     /* 2xx */
	FATE_CHALLENGED, /* credentials were asked for, and came */
	FATE_REPAIRED,   /* the request was sent again and accepted */
	FATE_REDIRECTED, /* 3xx */
	FATE_CANCELLED,  /* 487 after CANCEL or BYE */
	FATE_FOLLOWED,   /* it failed since another one had ended before */
	FATE_AGAIN,      /* it failed as another try of it had before */
	FATE_AFTER,      /* it failed after what may be its next leg */
	FATE_FAILED,
	FATE_NO_LOGIN,   /* a login was asked for, and none came */
	FATE_NO_ACK,     /* a 2xx came again and again, and no ACK */
	FATE_UNANSWERED, /* the request came again and again */
	/* Of a response that has not decided its transaction. */
	FATE_PROVISIONAL,
	FATE_REPEATED, /* a final one behind the first */
	FATES
};

struct fate {
	enum fate_kind kind;
	int first; /* of all that failed, the first one */
	/* What it came from, or what repaired it; else NULL. */
	const struct transaction *of;
};

/* The fate of one transaction by what is held so far.  going_on: more may
 * come, so that a challenge counts as answered. */
struct fate fate_of(const struct exchange *x, const struct transaction *t,
                    int going_on);
/* The fates of all that are held, in their order: fate[EXCHANGE_MOST]. */
void fates_of(const struct exchange *x, struct fate *fate);

/* The same of one of its responses. */
struct fate fate_of_response(const struct fate *f, const struct transaction *t,
                             const struct response *r);
/* 1 if it failed and nothing held says why. */
int fate_is_failure(const struct fate *f);
/* The word for programs: "normal", "failed" ... */
const char *fate_name(const struct fate *f);

#endif
