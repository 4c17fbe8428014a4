/* test_match.c - which request a response belongs to, and what is held. */
#include "harness.h"

#include <stdio.h>
#include <string.h>

#include "exchange/exchange.h"
#include "exchange/value.h"

/* A message: what tells where it belongs.  A Via of "a,b" is two. */
struct message_ids {
	const char *start, *via, *call, *cseq, *from, *to;
};

static void make(char *s, size_t size, const struct message_ids *m)
{
	char vias[512] = "";
	const char *via = m->via;

	while (*via != '\0') {
		size_t n = strcspn(via, ",");

		snprintf(vias + strlen(vias), sizeof(vias) - strlen(vias),
		         "Via: SIP/2.0/UDP %.*s\r\n", (int)n, via);
		via += n + (via[n] == ',');
	}
	snprintf(s, size,
	         "%s\r\n%sFrom: <sip:a@h>;tag=%s\r\nTo: <sip:b@h>%s%s\r\n"
	         "Call-ID: %s\r\nCSeq: %s\r\nContent-Length: 0\r\n\r\n",
	         m->start, vias, m->from, *m->to == '\0' ? "" : ";tag=", m->to,
	         m->call, m->cseq);
}

static const struct places no_places;

/* Hands it on to the function that takes requests or responses. */
static struct transaction *take(struct exchange *x, const struct message_ids *m)
{
	static unsigned long order;
	struct sipcode_message message;
	struct heard h = { .file = "x",
		           .message = &message,
		           .places = &no_places,
		           .order = order++ };
	char s[2048];

	make(s, sizeof(s), m);
	assert_true(sipcode_message(s, strlen(s), 0, &message));
	return message.request ? exchange_request(x, &h)
	                       : exchange_response(x, &h);
}

#define INVITE "INVITE sip:b@h SIP/2.0"
#define BUSY "SIP/2.0 486 Busy Here"

static const struct message_ids invite = { INVITE, "h;branch=z9hG4bKa", "c",
	                                   "1 INVITE", "1", "" };

static void a_response_finds_its_request(void **state)
{
	static const struct {
		struct message_ids response;
		enum match how;
	} rows[] = {
		{ { BUSY, "h;branch=z9hG4bKa", "c", "1 INVITE", "1", "2" },
		  MATCH_EXACT },
		{ { BUSY, "h;received=1.2.3.4;branch=z9hG4bKa;rport=5", "c",
		    "1 INVITE", "1", "2" }, MATCH_EXACT },
		{ { BUSY, "h;branch=z9hG4bKa", "C", "1 INVITE", "1", "2" },
		  MATCH_FAULTY },
		{ { BUSY, "h;branch=z9hG4bKa", "c", "2 INVITE", "1", "2" },
		  MATCH_FAULTY },
		{ { BUSY, "h;branch=z9hG4bKb", "c", "1 INVITE", "1", "2" },
		  MATCH_FAULTY },
		{ { BUSY, "", "c", "1 INVITE", "1", "2" }, MATCH_FAULTY },
		{ { BUSY, "p;branch=z9hG4bKp,h;branch=z9hG4bKa", "c",
		    "1 INVITE", "1", "2" }, MATCH_HOP },
		/* Another call, another method, another host, nothing. */
		{ { BUSY, "h;branch=z9hG4bKb", "d", "1 INVITE", "1", "2" },
		  MATCH_NONE },
		{ { BUSY, "h;branch=z9hG4bKa", "c", "1 CANCEL", "1", "2" },
		  MATCH_NONE },
		{ { BUSY, "p;branch=z9hG4bKb", "c", "1 INVITE", "1", "2" },
		  MATCH_NONE },
		{ { BUSY, "h;branch=z9hG4bKb", "c", "3 INVITE", "1", "2" },
		  MATCH_NONE },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct exchange x = { 0 };
		struct transaction *t = take(&x, &invite), *other;
		const struct response *r;

		other = take(&x, &rows[i].response);
		r = &other->response[other->responses - 1];
		if (rows[i].how >= MATCH_FAULTY) {
			assert_ptr_equal(other, t);
			assert_int_equal(r->match, rows[i].how);
		} else {
			assert_ptr_not_equal(other, t);
			assert_null(other->request);
			assert_ptr_equal(exchange_hop(&x, other),
			                 rows[i].how == MATCH_HOP ? t : NULL);
		}
		exchange_free(&x);
	}
}

/* Of two forks of one host, nobody can say to which a response with neither's
 * branch belongs. */
static void one_of_two_is_none(void **state)
{
	struct message_ids fork = invite, lost = { BUSY, "h;branch=z9hG4bKz",
		                                   "c", "1 INVITE", "1", "2" };
	struct exchange x = { 0 };

	(void)state;
	fork.via = "h;branch=z9hG4bKb";
	take(&x, &invite);
	take(&x, &fork);
	assert_null(take(&x, &lost)->request);
	exchange_free(&x);
}

/* Without a branch, RFC 2543, the rest has to do. */
static void a_branch_may_be_missing(void **state)
{
	struct message_ids old = invite;
	struct message_ids answer = { BUSY, "h", "c", "1 INVITE", "1", "2" };
	struct exchange x = { 0 };
	struct transaction *t;

	(void)state;
	old.via = "h";
	t = take(&x, &old);
	assert_ptr_equal(take(&x, &answer), t);
	assert_int_equal(t->response[0].match, MATCH_EXACT);
	answer.via = "H";
	assert_ptr_equal(take(&x, &answer), t);
	assert_int_equal(t->response[1].match, MATCH_EXACT);
	answer.via = "p";
	assert_ptr_equal(take(&x, &answer), t);
	assert_int_equal(t->response[2].match, MATCH_FAULTY);
	/* The same request again, and one of another host. */
	assert_ptr_equal(take(&x, &old), t);
	assert_int_equal(t->copies, 1);
	old.via = "p";
	assert_ptr_not_equal(take(&x, &old), t);
	assert_int_equal(x.transactions, 2);
	exchange_free(&x);
}

static void what_comes_again_is_counted(void **state)
{
	struct message_ids ringing = { "SIP/2.0 180 Ringing",
		                       "h;branch=z9hG4bKa", "c", "1 INVITE",
		                       "1", "2" };
	struct message_ids fork = ringing, busy = ringing;
	struct exchange x = { 0 };
	struct transaction *t = take(&x, &invite);

	(void)state;
	fork.to = "3";
	busy.start = BUSY;
	assert_ptr_equal(take(&x, &invite), t);
	assert_ptr_equal(take(&x, &invite), t);
	assert_int_equal(t->copies, 2);
	take(&x, &ringing);
	take(&x, &fork);
	take(&x, &ringing);
	assert_null(transaction_final(t));
	take(&x, &busy);
	take(&x, &busy);
	assert_int_equal(t->responses, 5);
	assert_false(t->response[0].again);
	assert_false(t->response[1].again);
	assert_true(t->response[2].again);
	assert_false(t->response[3].again);
	assert_true(t->response[4].again);
	assert_ptr_equal(transaction_final(t), &t->response[3]);
	assert_int_equal(x.transactions, 1);
	/* The last one goes, but not what has decided. */
	exchange_forget(&x, t);
	assert_int_equal(t->responses, 4);
	exchange_forget(&x, t);
	assert_int_equal(t->responses, 4);
	exchange_free(&x);
}

/* An ACK is of the INVITE of its number, to a 2xx with another branch. */
static void an_ack_belongs_to_its_invite(void **state)
{
	struct message_ids ack = { "ACK sip:b@h SIP/2.0", "h;branch=z9hG4bKk",
		                   "c", "1 ACK", "1", "2" };
	struct exchange x = { 0 };
	struct transaction *t = take(&x, &invite);

	(void)state;
	assert_ptr_equal(take(&x, &ack), t);
	assert_non_null(t->ack);
	assert_int_equal(t->acks_again, 0);
	assert_ptr_equal(take(&x, &ack), t);
	assert_int_equal(t->acks_again, 1);
	/* Of another branch: of a fork, and none that comes again. */
	ack.via = "h;branch=z9hG4bKl";
	assert_ptr_equal(take(&x, &ack), t);
	assert_int_equal(t->acks_again, 1);
	ack.cseq = "2 ACK";
	assert_null(take(&x, &ack));
	assert_int_equal(x.transactions, 1);
	assert_int_equal(x.requests, 5);
	exchange_free(&x);
}

/* A byte of the log before the request line is no part of the method. */
static void a_method_is_that_of_cseq(void **state)
{
	struct message_ids odd = invite;
	struct exchange x = { 0 };

	(void)state;
	odd.start = "EINVITE sip:b@h SIP/2.0";
	assert_true(transaction_is(take(&x, &odd), "INVITE"));
	odd.start = "OPTIONS sip:b@h SIP/2.0";
	odd.via = "h;branch=z9hG4bKo";
	assert_true(transaction_is(take(&x, &odd), "OPTIONS"));
	exchange_free(&x);
}

static struct transaction *take_number(struct exchange *x, const char *start,
                                       int i)
{
	struct message_ids m = invite;
	char via[64], call[32];

	snprintf(via, sizeof(via), "h;branch=z9hG4bK%d", i);
	snprintf(call, sizeof(call), "call%d", i);
	m.start = start;
	m.via = via;
	m.call = call;
	return take(x, &m);
}

/* The oldest ones make room, and no more than the bound are held. */
static void the_oldest_make_room(void **state)
{
	struct exchange x = { 0 };

	(void)state;
	for (int i = 0; i < EXCHANGE_MOST; i++)
		take_number(&x, INVITE, i);
	assert_non_null(take_number(&x, BUSY, 0)->request);
	take_number(&x, INVITE, EXCHANGE_MOST);
	assert_int_equal(x.transactions, EXCHANGE_MOST);
	assert_int_equal(x.held[0]->serial, 1);
	assert_null(take_number(&x, BUSY, 0)->request);
	assert_non_null(take_number(&x, BUSY, EXCHANGE_MOST)->request);
	assert_int_equal(x.transactions, EXCHANGE_MOST);
	exchange_free(&x);
	assert_int_equal(x.bytes, 0);
}

/* However many responses there are: the bytes have a bound as well. */
static void the_bytes_have_a_bound(void **state)
{
	struct exchange x = { 0 };

	(void)state;
	take_number(&x, INVITE, 0);
	for (int i = 0; i < 20000; i++)
		take_number(&x, "SIP/2.0 180 Ringing", i % 2);
	assert_true(x.bytes <= EXCHANGE_BYTES + (1 << 16));
	exchange_free(&x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_response_finds_its_request),
		TEST(one_of_two_is_none),
		TEST(a_branch_may_be_missing),
		TEST(what_comes_again_is_counted),
		TEST(an_ack_belongs_to_its_invite),
		TEST(a_method_is_that_of_cseq),
		TEST(the_oldest_make_room),
		TEST(the_bytes_have_a_bound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
