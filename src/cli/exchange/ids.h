/* ids.h - what tells which messages belong together (RFC 3261 section 17). */
#ifndef IDS_H
#define IDS_H

#include <stdint.h>
#include <sipcode.h>

enum { IDS_HOPS = 8 };

struct ids {
	struct sipcode_span call_id;
	struct sipcode_span method; /* of CSeq; of a request, of its line */
	uint64_t number;            /* of CSeq */
	int numbered;               /* 1: CSeq has one */
	struct sipcode_span via;    /* the top value; empty if there is none */
	struct sipcode_span branch, sent_by; /* of it */
	struct sipcode_span from_tag, to_tag;
	uint64_t call;          /* hash of the Call-ID; 0: absent */
	uint64_t host;          /* hash of sent_by, of any case */
	uint64_t hop[IDS_HOPS]; /* hashes of the branches from the top; 0:
	                         * absent */
	unsigned vias;          /* how many there are */
};

/* Spans of the message. */
void ids_of(const struct sipcode_message *m, struct ids *ids);
/* 1 if a Via below the top one has the branch of that hash. */
int ids_passed(const struct ids *ids, uint64_t hop);
/* 1 if number and method of CSeq are the same. */
int ids_same_cseq(const struct ids *a, const struct ids *b);
/* 1 if one is the same request as the other, before or behind a proxy. */
int ids_is_of_hop(const struct ids *a, const struct ids *b);
/* 1 if the branch is unique, as RFC 3261 section 8.1.1.7 makes it. */
int ids_is_unique(struct sipcode_span branch);

#endif
