/* fate.c - tells what failed from what had to come of it. */
#include "exchange/fate.h"

#include <string.h>

#include "exchange/value.h"
#include "len.h"

static unsigned final_code(const struct response *r)
{
	return r == NULL ? 0 : r->kept->message.code;
}

static int is_success(const struct transaction *t)
{
	return final_code(transaction_final(t)) / 100 == 2;
}

/* Is it a later try of the same request? */
static int is_next_try(const struct transaction *t,
                       const struct transaction *next)
{
	return next->serial > t->serial &&
	       value_same(next->ids.method, t->ids.method) &&
	       next->ids.number > t->ids.number &&
	       transaction_same_side(t, next) != 0;
}

/* Methods of which each request brings something of its own, so that only the
 * same body makes it a second try; where the log cuts it, nobody knows. */
static int is_same_content(const struct transaction *t,
                           const struct transaction *next)
{
	static const char methods[][8] = { "INFO", "MESSAGE", "NOTIFY",
		                           "PRACK" };
	const struct sipcode_message *a, *b;
	size_t i = 0;

	while (i < LEN(methods) && !transaction_is(t, methods[i]))
		i++;
	if (i == LEN(methods) || t->request == NULL || next->request == NULL)
		return 1;
	a = &t->request->message;
	b = &next->request->message;
	return a->body_cut || b->body_cut || value_same(a->body, b->body);
}

/* The first later try: any, one with credentials, or one that was accepted. */
enum tried { ANY_TRY, WITH_CREDENTIALS, ACCEPTED };

static const struct transaction *next_try(const struct exchange *x,
                                          const struct transaction *t,
                                          enum tried how)
{
	const struct transaction *next;
	size_t at = 0;

	while ((next = exchange_of_call(x, &t->ids, &at)) != NULL)
		if (is_next_try(t, next) &&
		    (how != WITH_CREDENTIALS || next->credentials) &&
		    (how != ACCEPTED || is_success(next)))
			return next;
	return NULL;
}

/* The first earlier try of the same request that had failed with the same
 * code; of a challenge, one that had credentials, too. */
static const struct transaction *try_before(const struct exchange *x,
                                            const struct transaction *t)
{
	unsigned code = final_code(transaction_final(t));
	int challenge = code == 401 || code == 407;
	const struct transaction *before;
	size_t at = 0;

	while ((before = exchange_of_call(x, &t->ids, &at)) != NULL)
		if (is_next_try(before, t) &&
		    final_code(transaction_final(before)) == code &&
		    (!challenge || before->credentials))
			return before;
	return NULL;
}

static struct fate fate_made(enum fate_kind kind, const struct transaction *of)
{
	struct fate f = { .kind = kind, .of = of };

	return f;
}

/* Has the challenge said that the credentials were right, but old? */
static int is_stale(const struct sipcode_message *m)
{
	static const char fields[][20] = { "WWW-Authenticate",
		                           "Proxy-Authenticate" };
	struct sipcode_span v, p;

	for (size_t i = 0; i < 2; i++)
		if (sipcode_value(m, fields[i], &v) &&
		    sipcode_param(v, "stale", &p) && value_is(p, "true"))
			return 1;
	return 0;
}

/* A later try that brings the login that was asked for, as far as is seen: it
 * was accepted, or what it has is not shown. */
static const struct transaction *login_after(const struct exchange *x,
                                             const struct transaction *t)
{
	const struct transaction *next = next_try(x, t, WITH_CREDENTIALS);

	if (next == NULL)
		next = next_try(x, t, ACCEPTED);
	if (next == NULL)
		next = next_try(x, t, ANY_TRY);
	if (next == NULL || next->request == NULL || next->credentials ||
	    is_success(next) || !heard_is_whole(&next->request->heard))
		return next;
	return NULL;
}

static struct fate fate_of_challenge(const struct exchange *x,
                                     const struct transaction *t, int going_on)
{
	const struct response *final = transaction_final(t);
	const struct transaction *next;

	if (!t->credentials || is_stale(&final->kept->message)) {
		next = login_after(x, t);
		if (next != NULL || (going_on && t->request != NULL))
			return fate_made(FATE_CHALLENGED, next);
		return fate_made(FATE_NO_LOGIN, NULL);
	}
	next = next_try(x, t, ACCEPTED);
	if (next != NULL)
		return fate_made(FATE_REPAIRED, next);
	next = try_before(x, t);
	return fate_made(next != NULL ? FATE_AGAIN : FATE_FAILED, next);
}

/* May the request be sent again, with a change or later? */
static int is_to_be_repaired(unsigned code)
{
	const char *retry =
		sipcode_text(sipcode_code(0, code), SIPCODE_F_RETRY, 0);

	return strcmp(retry, "after-change") == 0 ||
	       strcmp(retry, "later") == 0;
}

static struct fate fate_of_failure(const struct exchange *x,
                                   const struct transaction *t, int going_on)
{
	unsigned code = final_code(transaction_final(t));
	const struct transaction *other;

	if (code == 487 && (other = exchange_ended_by(x, t)) != NULL)
		return fate_made(FATE_CANCELLED, other);
	other = exchange_passed_from(x, t);
	if (other != NULL)
		return fate_made(FATE_FOLLOWED, other);
	if (code == 401 || code == 407)
		return fate_of_challenge(x, t, going_on);
	if (code == 481 && (other = exchange_gone_by(x, t)) != NULL)
		return fate_made(FATE_FOLLOWED, other);
	if (is_to_be_repaired(code) &&
	    (other = next_try(x, t, ACCEPTED)) != NULL &&
	    is_same_content(t, other))
		return fate_made(FATE_REPAIRED, other);
	other = try_before(x, t);
	if (other != NULL)
		return fate_made(FATE_AGAIN, other);
	other = exchange_leg(x, t);
	return fate_made(other != NULL ? FATE_AFTER : FATE_FAILED, other);
}

struct fate fate_of(const struct exchange *x, const struct transaction *t,
                    int going_on)
{
	unsigned code = final_code(transaction_final(t));

	if (code == 0)
		return fate_made(t->responses == 0 && t->copies > 0
		                         ? FATE_UNANSWERED
		                         : FATE_OPEN,
		                 NULL);
	if (code / 100 == 2)
		return fate_made(transaction_lacks_ack(t) ? FATE_NO_ACK
		                                          : FATE_NORMAL,
		                 NULL);
	if (code / 100 == 3)
		return fate_made(FATE_REDIRECTED, NULL);
	return fate_of_failure(x, t, going_on);
}

struct fate fate_of_response(const struct fate *f, const struct transaction *t,
                             const struct response *r)
{
	if (transaction_final(t) == r)
		return *f;
	return fate_made(r->kept->message.code < 200 ? FATE_PROVISIONAL
	                                             : FATE_REPEATED,
	                 NULL);
}

int fate_is_failure(const struct fate *f)
{
	return f->kind == FATE_FAILED || f->kind == FATE_AFTER ||
	       f->kind == FATE_NO_LOGIN || f->kind == FATE_NO_ACK ||
	       f->kind == FATE_UNANSWERED;
}

/* By the time of the log, where it has comparable ones; else by order: exports
 * have call after call. */
static int is_earlier(const struct heard *a, const struct heard *b)
{
	int64_t time;

	if (a->stamped && b->stamped &&
	    stamp_between(&a->stamp, &b->stamp, &time) && time != 0)
		return time > 0;
	return a->order < b->order;
}

/* The message with which a transaction that failed has ended. */
static const struct heard *last_message(const struct transaction *t)
{
	const struct response *final = transaction_final(t);

	return final != NULL ? &final->kept->heard : &t->request->heard;
}

void fates_of(const struct exchange *x, struct fate *fate)
{
	struct fate *first = NULL;
	const struct heard *end = NULL;

	for (size_t i = 0; i < x->transactions; i++) {
		const struct transaction *t = x->held[i];

		fate[i] = fate_of(x, t, 0);
		if (!fate_is_failure(&fate[i]) ||
		    (first != NULL && !is_earlier(last_message(t), end)))
			continue;
		first = &fate[i];
		end = last_message(t);
	}
	if (first != NULL)
		first->first = 1;
}

const char *fate_name(const struct fate *f)
{
	static const char names[][12] = {
		[FATE_OPEN] = "open",
		[FATE_NORMAL] = "normal",
		[FATE_CHALLENGED] = "challenged",
		[FATE_REPAIRED] = "repaired",
		[FATE_REDIRECTED] = "redirected",
		[FATE_CANCELLED] = "cancelled",
		[FATE_FOLLOWED] = "followed",
		[FATE_AGAIN] = "again",
		[FATE_AFTER] = "after",
		[FATE_FAILED] = "failed",
		[FATE_NO_LOGIN] = "no-login",
		[FATE_NO_ACK] = "no-ack",
		[FATE_UNANSWERED] = "unanswered",
		[FATE_PROVISIONAL] = "provisional",
		[FATE_REPEATED] = "repeated",
	};

	return names[f->kind];
}
