/* pair.h - a request and a response to it, as the rules of both are tested. */
#ifndef PAIR_H
#define PAIR_H

#include "bytes.h"

/* 0 if what is found wrong with the response is just that, else 1, said on
 * stderr.  Each finding is "!" for a MUST or "?" for a SHOULD, its identifier,
 * "=", and the bytes with which its place begins; "&" stands between two. */
size_t pair_differs(const char *request, const char *response,
                    const char *want);

/* Whole messages with the five header fields of every one, and these. */
struct pair {
	unsigned code;
	const char *method; /* or "METHOD URI" */
	const char *asked, *answered;
	const char *want;
};
void judge_pairs(const struct pair *row, size_t n);

/* The same with bodies; NULL: none. */
struct session {
	struct pair pair;
	const char *offer, *answer;
};
void judge_sessions(const struct session *row, size_t n);

/* An INVITE that a 486 answers, with one header field other than always. */
struct copied {
	char letter; /* of its short form; 's' for CSeq */
	/* Its lines; NULL: the same as in the request. */
	const char *asked, *answered;
	const char *want;
};
void judge_copies(const struct copied *row, size_t n);

#endif
