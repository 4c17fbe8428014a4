/* legs.h - which way each request of a call went. */
#ifndef LEGS_H
#define LEGS_H

#include "call/host.h"
#include "exchange/exchange.h"

enum { LEG_TAGS = RESPONSES_TOLD };

/* A request from one host to the next one, and what answers it. */
struct leg {
	const struct transaction *transaction;
	const struct heard *request; /* NULL: not in the input */
	int is_ack;                  /* that of the transaction */
	size_t from, to;             /* hosts of the legs */
	/* private */
	struct ids ids;
	size_t hop[IDS_HOPS];      /* hosts of Via, from the top */
	size_t named;              /* the host of Route or Request-URI */
	int settled;               /* `to` is known */
	uint64_t from_tag, to_tag; /* hashes; 0: absent */
	uint64_t tag[LEG_TAGS];    /* of To, in the responses */
	size_t tags;
};

/* Hosts by number; the first two stand for those of whom nothing is known. */
enum { HOST_SENDS, HOST_TAKES, HOSTS_UNKNOWN };

struct legs {
	struct leg *leg;
	size_t legs, room;
	struct host *host;
	size_t hosts, hosts_room;
};

/* The legs of all that is held of the call of that transaction, in the order
 * of the transactions; an ACK is the one behind its INVITE.  No leg has the
 * same host at both ends.  The owner gives them to legs_free(). */
void legs_of(struct legs *x, const struct exchange *exchange,
             const struct transaction *first);
void legs_free(struct legs *x);

#endif
