/* walk.h - what the files of the grounds in other messages of a call share. */
#ifndef WALK_H
#define WALK_H

#include "grounds/look.h"

/* The next other transaction of the call whose request came before the
 * response, in the order of the input; the same request of another hop is none.
 * *at begins with 0 and moves on.  NULL past the last. */
const struct transaction *walk_next(const struct look *l, size_t *at);
/* 1 if no transaction had to make room: what is not held is not in the
 * input. */
int call_is_all(const struct look *l);
/* 1 if the transaction had its final response before the response that is
 * looked at. */
int call_is_over(const struct look *l, const struct transaction *t);
/* Nanoseconds from one message to another; 0 if the log has not both times or
 * the later one comes first, else 1. */
enum { NANOSECONDS = 1000000000 };
int call_between(const struct heard *from, const struct heard *to, int64_t *ns);
/* Adds how long after one message another came, if the log says so. */
void call_time(struct look *l, const struct heard *from,
               const struct heard *to);
/* The first response from 180 to 199 of the transaction before the message;
 * NULL if there is none. */
const struct heard *call_ring(const struct transaction *t,
                              const struct heard *before);
/* 1 if the response came when the seconds that Expires of the INVITE gives had
 * gone by (RFC 3261 section 13.3.1); *ns is how long it took. */
int call_expires(const struct look *l, uint64_t *seconds, int64_t *ns);
/* 1 if it is a BYE that had ended the dialog of the request by then: one of the
 * other side where it is sent, one of the same side where it is accepted (RFC
 * 3261 section 15.1). */
int call_hung_up(const struct look *l, const struct transaction *bye);
/* The tag in To; empty if there is none. */
struct sipcode_span call_to_tag(const struct heard *h);
/* 1 if host and port are the same; the port is 5060 where none is given. */
int call_same_host(struct sipcode_span a, struct sipcode_span b);

/* 481: of a NOTIFY, and of a SUBSCRIBE in a dialog; 0 if nothing was added.  Of
 * an INVITE by its Replaces. */
int look_subscription(struct look *l);
void look_replaced(struct look *l);

#endif
