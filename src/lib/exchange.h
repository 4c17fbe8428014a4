/* exchange.h - what the files that judge a response against its request
 * share. */
#ifndef EXCHANGE_H
#define EXCHANGE_H

#include <string.h>

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
static inline int exchange_is(const struct exchange *x, const char *method)
{
	struct sipcode_span m = x->request.method;

	return m.n == strlen(method) && memcmp(m.s, method, m.n) == 0;
}

static inline void exchange_wrong(struct exchange *x,
                                  enum sipcode_problem problem,
                                  struct sipcode_span at)
{
	check_add(&x->check, problem, 1, NULL, at);
}

/* What is only advised is broken. */
static inline void exchange_doubt(struct exchange *x,
                                  enum sipcode_problem problem,
                                  struct sipcode_span at)
{
	check_add(&x->check, problem, 0, NULL, at);
}

/* A header field is missing that the request makes due: the duty has the
 * key. */
static inline void exchange_lacks(struct exchange *x, const char *duty)
{
	check_add(&x->check, SIPCODE_LACKS, 1,
	          sipcode_by_name(x->lang, SIPCODE_DUTIES, duty, strlen(duty)),
	          x->response.message->start);
}

/* Of whole messages: adds what the response grants, refuses or requires against
 * what was asked. */
void exchange_check_asked(struct exchange *x);

#endif
