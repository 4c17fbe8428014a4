/* check.h - what the files that judge a response share. */
#ifndef CHECK_H
#define CHECK_H

#include "header.h"

struct check {
	const struct sipcode_message *message;
	const struct sipcode_row *code; /* NULL if no row speaks of it */
	struct headers headers;
	struct sipcode_span method;
	int cut;         /* 1: header fields may be missing that were sent */
	const char *end; /* of the header fields, without the last line end */
	struct sipcode_finding *finding;
	size_t max, found;
	/* How many there are of a problem, and where the last one is told. */
	size_t same[SIPCODE_PROBLEMS], last[SIPCODE_PROBLEMS];
};

void check_add(struct check *c, enum sipcode_problem problem, int must,
               const struct sipcode_row *duty, struct sipcode_span at);
/* Adds the header fields that are due and not there. */
void check_duties(struct check *c, int lang);

#endif
