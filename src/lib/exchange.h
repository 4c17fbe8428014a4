/* exchange.h - what the files that judge a response against its request
 * share. */
#ifndef EXCHANGE_H
#define EXCHANGE_H

#include "check.h"
#include "parts/side.h"

struct exchange {
	struct check check; /* its findings are in no order yet */
	int lang;
	struct side request, response;
	/* 1: what is not there was not sent, on either side. */
	int whole;
	unsigned code; /* of the response; 0 if it is malformed */
};

/* 1 if the request has this method, which is written in capital letters. */
int exchange_is(const struct exchange *x, const char *method);
void exchange_wrong(struct exchange *x, enum sipcode_problem problem,
                    struct sipcode_span at);
/* What is only advised is broken. */
void exchange_doubt(struct exchange *x, enum sipcode_problem problem,
                    struct sipcode_span at);
/* A header field is missing that the request makes due: the duty has the
 * key. */
void exchange_lacks(struct exchange *x, const char *duty);
/* Of whole messages: adds what the response grants, refuses or requires against
 * what was asked. */
void exchange_check_asked(struct exchange *x);

#endif
