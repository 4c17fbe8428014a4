/* exchange.h - requests and their responses, matched as they come. */
#ifndef EXCHANGE_H
#define EXCHANGE_H

#include <stddef.h>
#include <stdint.h>

#include "exchange/heard.h"
#include "exchange/ids.h"

/* What is held: so many transactions, of at most so many bytes of memory. */
enum { EXCHANGE_MOST = 200, EXCHANGE_BYTES = 1 << 22 };

/* So many responses of a transaction are judged by their request, so many
 * different ones told from those that came again, and so many asked for the tag
 * that they gave. */
enum { RESPONSES_JUDGED = 32, RESPONSES_TOLD = 16, RESPONSES_ASKED = 64 };

/* How it was found out that a response belongs to a request. */
enum match {
	MATCH_NONE,
	MATCH_HOP,    /* the request of a hop before or behind: a Via says so */
	MATCH_FAULTY, /* the response has not copied what it should have */
	MATCH_EXACT   /* Call-ID, CSeq and branch are the same */
};

struct response {
	struct kept *kept;
	enum match match;
	int again;       /* one of the same code and tag had come before */
	uint64_t to_tag; /* hash of the tag in To; 0: it has none */
	uint64_t rseq;   /* of a provisional one (RFC 3262); 0: it has none */
};

struct transaction {
	struct ids ids;       /* of the request, else of the first response */
	uint64_t serial;      /* 0, 1 ... in the order of the input */
	struct kept *request; /* its first copy; NULL: not in the input */
	/* Read once, since each is compared with many; of the request: */
	int credentials;              /* 1: it brings some */
	struct sipcode_span from, to; /* the user in From and Request-URI */
	uint64_t copies;              /* of the request that came behind it */
	struct stamp last; /* when the last copy came, if the log says so */
	int last_stamped;
	struct kept *ack;    /* the first one to an INVITE */
	uint64_t ack_hop;    /* private: the hash of its branch */
	uint64_t acks_again; /* copies of it that came behind it */
	struct response *response;
	size_t responses, room;
	size_t final;    /* where the first one from 200 on stands, from 1; 0:
	               * nowhere */
	int forgot;      /* 1: not all responses are held any more */
	uint64_t judged; /* responses that were looked at with the request */
	size_t bytes;
	uint64_t told[RESPONSES_TOLD]; /* private */
	size_t tolds;
};

/* { 0 } is empty; exchange_free() frees what it holds. */
struct exchange {
	struct transaction *held[EXCHANGE_MOST]; /* in the order of the input */
	size_t transactions;
	size_t bytes;
	uint64_t made;     /* transactions since the beginning */
	uint64_t requests; /* ACK as well */
};

/* 1 if another message of so many bytes, a request that begins a transaction
 * or a response to none, would push out the oldest one. */
int exchange_is_full(const struct exchange *x, const struct heard *h);

/* Takes a request in, with a copy.  The oldest transactions make room.
 * Returns its transaction; NULL for an ACK that belongs to no INVITE, and for
 * a request without Call-ID or CSeq, to which nothing can belong. */
struct transaction *exchange_request(struct exchange *x, const struct heard *h);
/* The transaction that a response belongs to; NULL if there is none.  Of
 * MATCH_HOP it is that of another hop. */
struct transaction *exchange_find(const struct exchange *x,
                                  const struct ids *ids, enum match *how);
/* Of an INVITE that failed, the INVITE of another call that a B2BUA may have
 * made of it: it began and failed within it, from or to the same user.  NULL
 * if there is none. */
const struct transaction *exchange_leg(const struct exchange *x,
                                       const struct transaction *t);
/* The request of another hop that belongs to the same request as a transaction
 * without its own; NULL if there is none. */
struct transaction *exchange_hop(const struct exchange *x,
                                 const struct transaction *t);
/* Takes a response in, with a copy, into its transaction or one of its own,
 * which is returned: the response is the last one there. */
struct transaction *exchange_response(struct exchange *x,
                                      const struct heard *h);
/* Forgets the last response of a transaction, unless it is the first final
 * one. */
void exchange_forget(struct exchange *x, struct transaction *t);
void exchange_free(struct exchange *x);

/* The next transaction of the same call (Call-ID), in the order of the input;
 * *at begins with 0 and moves on.  NULL past the last. */
struct transaction *exchange_of_call(const struct exchange *x,
                                     const struct ids *ids, size_t *at);
/* The first final response of a transaction (200 to 699); NULL if it has
 * none. */
const struct response *transaction_final(const struct transaction *t);
/* 1 if the log shows what it is known by: Call-ID and CSeq. */
int transaction_is_known(const struct transaction *t);
/* 1 if its 2xx to an INVITE came again and again, and no ACK is held. */
int transaction_lacks_ack(const struct transaction *t);
/* How many of those that are held are known. */
size_t exchange_known(const struct exchange *x);
/* Its code; 0 if there is none. */
unsigned transaction_code(const struct transaction *t);
int transaction_is(const struct transaction *t, const char *method);
/* When its request and its first final response came, by heard.order;
 * UINT64_MAX if that is not there. */
uint64_t transaction_began(const struct transaction *t);
uint64_t transaction_ended(const struct transaction *t);
/* 1 if both were sent by the same side of the dialog: the tags in From say
 * so; 0 if by the other one, -1 if that is not known. */
int transaction_same_side(const struct transaction *a,
                          const struct transaction *b);
/* 1 if both are the same request of the same side, seen at two hops or come
 * over two paths: the branches are not compared. */
int transaction_same_request(const struct transaction *a,
                             const struct transaction *b);
/* The code of a response of it (one of the first, or its final one) that has
 * the tag in To: one that makes a dialog
 * if there is one, 2xx before 1xx; 0 if none has it. */
unsigned transaction_gave(const struct transaction *t, struct sipcode_span tag);
/* 1 if both belong to the same dialog, which one of them may have made: the
 * tags are the same, or came with its responses below 300. */
int transaction_same_dialog(const struct transaction *a,
                            const struct transaction *b);
/* 1 if the BYE ends the dialog of a request that is open, or the one that it
 * makes: of forks, the one whose tag its final response has. */
int transaction_closes(const struct transaction *bye,
                       const struct transaction *t);
/* 1 if it is a BYE that had ended the dialog of the request by that
 * heard.order: one of the other side where it is sent, one of the same side
 * where it is accepted (RFC 3261 section 15.1). */
int transaction_hung_up(const struct transaction *bye,
                        const struct transaction *t, uint64_t by);
/* Each of these is NULL if nothing held says it.  Which CANCEL or BYE ended a
 * request that got 487. */
const struct transaction *exchange_ended_by(const struct exchange *x,
                                            const struct transaction *t);
/* What had ended the dialog before a 481, or the INVITE of a CANCEL. */
const struct transaction *exchange_gone_by(const struct exchange *x,
                                           const struct transaction *t);
/* The same request one hop further, which had not succeeded before. */
const struct transaction *exchange_passed_from(const struct exchange *x,
                                               const struct transaction *t);

#endif
