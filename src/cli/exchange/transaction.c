/* transaction.c - what is asked of transactions that are held. */
#include "exchange/exchange.h"

#include "chars.h"
#include "exchange/value.h"

struct transaction *exchange_of_call(const struct exchange *x,
                                     const struct ids *ids, size_t *at)
{
	while (ids->call != 0 && *at < x->transactions) {
		struct transaction *t = x->held[(*at)++];

		if (t->ids.call == ids->call)
			return t;
	}
	return NULL;
}

const struct response *transaction_final(const struct transaction *t)
{
	return t->final == 0 ? NULL : &t->response[t->final - 1];
}

int transaction_is_known(const struct transaction *t)
{
	return t->ids.call != 0 && t->ids.numbered;
}

size_t exchange_known(const struct exchange *x)
{
	size_t n = 0;

	for (size_t i = 0; i < x->transactions; i++)
		n += (size_t)transaction_is_known(x->held[i]);
	return n;
}

unsigned transaction_code(const struct transaction *t)
{
	const struct response *final = transaction_final(t);

	return final == NULL ? 0 : final->kept->message.code;
}

int transaction_is(const struct transaction *t, const char *method)
{
	return value_is(t->ids.method, method);
}

int transaction_same_side(const struct transaction *a,
                          const struct transaction *b)
{
	if (a->ids.from_tag.n == 0 || b->ids.from_tag.n == 0)
		return -1;
	if (value_same(a->ids.from_tag, b->ids.from_tag))
		return 1;
	return value_same(a->ids.from_tag, b->ids.to_tag) ||
	                       value_same(b->ids.from_tag, a->ids.to_tag)
	               ? 0
	               : -1;
}

uint64_t transaction_began(const struct transaction *t)
{
	return t->request == NULL ? UINT64_MAX : t->request->heard.order;
}

uint64_t transaction_ended(const struct transaction *t)
{
	const struct response *final = transaction_final(t);

	return final == NULL ? UINT64_MAX : final->kept->heard.order;
}

int transaction_same_request(const struct transaction *a,
                             const struct transaction *b)
{
	return ids_same_cseq(&a->ids, &b->ids) &&
	       value_same(a->ids.from_tag, b->ids.from_tag);
}

/* Of the codes of two responses, the one that says more of a dialog. */
static unsigned better_code(unsigned a, unsigned b)
{
	if (a == 0 || b == 0)
		return a + b;
	if (a / 100 == 2 || b / 100 == 2)
		return a / 100 == 2 ? a : b;
	return a < b ? a : b;
}

unsigned transaction_gave(const struct transaction *t, struct sipcode_span tag)
{
	uint64_t hash = tag.n > 0 ? value_hash(tag) : 0;
	unsigned best = 0;

	if (hash == 0)
		return 0;
	for (size_t i = 0; i < t->responses && i < RESPONSES_ASKED; i++)
		if (t->response[i].to_tag == hash)
			best = better_code(best,
			                   t->response[i].kept->message.code);
	if (t->final > 0 && t->response[t->final - 1].to_tag == hash)
		best = better_code(best, transaction_code(t));
	return best;
}

/* Has the transaction made a dialog with that tag? */
static int has_made(const struct transaction *t, struct sipcode_span tag)
{
	unsigned code = transaction_gave(t, tag);

	return code > 0 && code < 300;
}

int transaction_same_dialog(const struct transaction *a,
                            const struct transaction *b)
{
	int same = value_same(a->ids.from_tag, b->ids.from_tag);
	int cross = value_same(a->ids.from_tag, b->ids.to_tag);

	if (a->ids.to_tag.n == 0 && b->ids.to_tag.n == 0)
		return same;
	if (b->ids.to_tag.n == 0)
		return transaction_same_dialog(b, a);
	if (a->ids.to_tag.n == 0)
		return (same && has_made(a, b->ids.to_tag)) ||
		       (cross && has_made(a, b->ids.from_tag));
	return (same && value_same(a->ids.to_tag, b->ids.to_tag)) ||
	       (cross && value_same(a->ids.to_tag, b->ids.from_tag));
}

int transaction_closes(const struct transaction *bye,
                       const struct transaction *t)
{
	const struct response *final = transaction_final(t);

	if (!transaction_is(bye, "BYE") || !transaction_same_dialog(bye, t))
		return 0;
	if (t->ids.to_tag.n > 0 || bye->ids.to_tag.n == 0 || final == NULL ||
	    final->to_tag == 0)
		return 1;
	return value_hash(transaction_same_side(bye, t) == 1
	                          ? bye->ids.to_tag
	                          : bye->ids.from_tag) == final->to_tag;
}

int transaction_hung_up(const struct transaction *bye,
                        const struct transaction *t, uint64_t by)
{
	if (!transaction_is(bye, "BYE") || transaction_began(bye) > by ||
	    transaction_same_request(bye, t) ||
	    !transaction_same_dialog(bye, t))
		return 0;
	if (transaction_same_side(bye, t) == 0)
		return 1;
	return transaction_code(bye) / 100 == 2 &&
	       (transaction_ended(bye) < by ||
	        transaction_began(bye) < transaction_began(t));
}

struct transaction *exchange_hop(const struct exchange *x,
                                 const struct transaction *t)
{
	struct transaction *other;
	size_t at = 0;

	while ((other = exchange_of_call(x, &t->ids, &at)) != NULL)
		if (other->request != NULL &&
		    ids_is_of_hop(&other->ids, &t->ids))
			return other;
	return NULL;
}

/* When its final response came; that of its request if there was none. */
static uint64_t end_of(const struct transaction *t)
{
	const struct response *final = transaction_final(t);

	if (final != NULL)
		return final->kept->heard.order;
	return t->request != NULL ? t->request->heard.order : 0;
}

/* 1 if the CANCEL ended the request: it has the same branch and number (RFC
 * 3261 section 9.1), or those of a hop before, and was not refused. */
static int has_cancelled(const struct transaction *cancel,
                         const struct transaction *t)
{
	return transaction_is(cancel, "CANCEL") &&
	       cancel->ids.number == t->ids.number &&
	       value_same(cancel->ids.from_tag, t->ids.from_tag) &&
	       (cancel->ids.hop[0] == t->ids.hop[0] ||
	        ids_passed(&t->ids, cancel->ids.hop[0])) &&
	       transaction_code(cancel) < 300;
}

/* The CANCEL of a request, or the BYE that ended its dialog (RFC 3261 section
 * 15.1.2) while it was open.  A CANCEL of which only the response is in the
 * input came before. */
const struct transaction *exchange_ended_by(const struct exchange *x,
                                            const struct transaction *t)
{
	const struct transaction *other;
	size_t at = 0;

	while ((other = exchange_of_call(x, &t->ids, &at)) != NULL) {
		if (other->request != NULL &&
		    other->request->heard.order > end_of(t))
			continue;
		if (has_cancelled(other, t) || (other->serial > t->serial &&
		                                transaction_code(other) < 300 &&
		                                transaction_closes(other, t)))
			return other;
	}
	return NULL;
}

/* 1 if the final response to the INVITE that a CANCEL is for came before that
 * to the CANCEL. */
static int is_late_for(const struct transaction *cancel,
                       const struct transaction *other)
{
	return transaction_is(other, "INVITE") &&
	       other->ids.number == cancel->ids.number &&
	       other->ids.hop[0] == cancel->ids.hop[0] &&
	       transaction_ended(other) < end_of(cancel);
}

/* What an INVITE made of the dialog of a request: the best code that it gave
 * its tag with; 0 if it gave none. */
static unsigned gave_tag(const struct transaction *invite,
                         const struct transaction *t)
{
	const struct ids *a = &invite->ids, *b = &t->ids;

	if (!transaction_is(invite, "INVITE") || a->to_tag.n > 0)
		return 0;
	if (value_same(a->from_tag, b->from_tag))
		return transaction_gave(invite, b->to_tag);
	return value_same(a->from_tag, b->to_tag)
	               ? transaction_gave(invite, b->from_tag)
	               : 0;
}

/* How often the 2xx of an INVITE came again (RFC 3261 section 13.3.1.4: until
 * the ACK comes). */
static size_t success_again(const struct transaction *t)
{
	size_t n = 0;

	for (size_t i = 0; i < t->responses; i++)
		n += t->response[i].again &&
		     t->response[i].kept->message.code / 100 == 2;
	return n;
}

int transaction_lacks_ack(const struct transaction *t)
{
	return transaction_is(t, "INVITE") && transaction_code(t) / 100 == 2 &&
	       t->ack == NULL && success_again(t) > 1;
}

/* Did a 481 to the same side say before that the dialog is gone (RFC 3261
 * section 12.2.1.2), or did its 2xx get no ACK? */
static int was_lost(const struct transaction *other,
                    const struct transaction *t)
{
	if (transaction_ended(other) >= end_of(t) ||
	    !transaction_same_dialog(other, t))
		return 0;
	return transaction_lacks_ack(other) ||
	       (transaction_code(other) == 481 &&
	        !transaction_is(other, "CANCEL") &&
	        transaction_same_side(t, other) == 1);
}

/* What had ended the dialog before a 481: a BYE, of either side, or a final
 * response to the INVITE that should have made it, and no 2xx; for a CANCEL,
 * the one that it came too late for. */
const struct transaction *exchange_gone_by(const struct exchange *x,
                                           const struct transaction *t)
{
	const struct transaction *other, *failed = NULL;
	size_t at = 0;
	int made = 0;

	while ((other = exchange_of_call(x, &t->ids, &at)) != NULL) {
		unsigned gave;

		if (other == t || other->request == NULL)
			continue;
		if (transaction_is(t, "CANCEL")) {
			if (is_late_for(t, other))
				return other;
			continue;
		}
		if (transaction_hung_up(other, t, end_of(t)) ||
		    was_lost(other, t))
			return other;
		gave = gave_tag(other, t);
		made |= gave > 0 && transaction_code(other) / 100 == 2;
		if (gave > 0 && transaction_code(other) >= 300 &&
		    transaction_ended(other) < end_of(t))
			failed = other;
	}
	return made ? NULL : failed;
}

/* Of two requests of a hop further, does the second one tell more of this one's
 * end?  The same code, else any final response. */
static int tells_more(const struct transaction *found,
                      const struct transaction *other,
                      const struct transaction *t)
{
	unsigned code = transaction_code(other);

	return found == NULL || code == transaction_code(t) ||
	       (code > 0 && transaction_code(found) == 0);
}

/* The same request one hop further, which failed before: this response passes
 * it on (RFC 3261 section 16.7).  A CANCEL is answered at each hop for itself
 * (section 16.10). */
const struct transaction *exchange_passed_from(const struct exchange *x,
                                               const struct transaction *t)
{
	const struct transaction *other, *found = NULL;
	size_t at = 0;

	if (transaction_is(t, "CANCEL"))
		return NULL;
	while ((other = exchange_of_call(x, &t->ids, &at)) != NULL) {
		if (other == t || !ids_passed(&other->ids, t->ids.hop[0]) ||
		    !ids_same_cseq(&other->ids, &t->ids) ||
		    transaction_code(other) / 100 == 2 ||
		    end_of(other) > end_of(t))
			continue;
		if (tells_more(found, other, t))
			found = other;
	}
	return found;
}

/* Are the users the same, or numbers that end alike?  A B2BUA may write another
 * prefix. */
static int is_alike(struct sipcode_span a, struct sipcode_span b)
{
	enum { DIGITS = 5 };
	size_t n = 0;

	while (n < a.n && n < b.n && char_is_digit(a.s[a.n - 1 - n]) &&
	       a.s[a.n - 1 - n] == b.s[b.n - 1 - n])
		n++;
	return n >= DIGITS || (a.n > 0 && value_same(a, b));
}

static int has_same_user(const struct transaction *a,
                         const struct transaction *b)
{
	return is_alike(a->to, b->to) || is_alike(a->from, b->from);
}

const struct transaction *exchange_leg(const struct exchange *x,
                                       const struct transaction *t)
{
	const struct response *end = transaction_final(t), *final;
	const struct transaction *found = NULL;

	if (t->request == NULL || end == NULL || !transaction_is(t, "INVITE"))
		return NULL;
	for (size_t i = 0; i < x->transactions; i++) {
		const struct transaction *other = x->held[i];

		final = transaction_final(other);
		if (other->ids.call != t->ids.call && other->request != NULL &&
		    final != NULL && transaction_is(other, "INVITE") &&
		    final->kept->message.code >= 300 &&
		    other->request->heard.order > t->request->heard.order &&
		    final->kept->heard.order < end->kept->heard.order &&
		    has_same_user(t, other))
			found = other;
	}
	return found;
}
