/* test_hostile.c - messages that are made to be slow: each would take hours
 * if a look-up of a header field began anew for each of them. */
#include "bytes.h"

#include <stdlib.h>
#include <string.h>

enum { HOSTILE_SIZE = 250000 };

#define FRONT "SIP/2.0 486 Busy Here\r\n"
#define BACK "Via: SIP/2.0/UDP h\r\nFrom: <sip:a>;tag=1\r\n" \
	"To: <sip:b>;tag=2\r\nCall-ID: x\r\nCSeq: 1 INVITE\r\n" \
	"Content-Length: 0\r\n\r\n"

/* A response whose header block is one piece, over and over. */
static void fill(struct bytes *b, const char *first, const char *piece)
{
	bytes_str(b, FRONT);
	bytes_str(b, first);
	while (b->n < HOSTILE_SIZE)
		bytes_str(b, piece);
	bytes_str(b, *first == '\0' ? BACK : "\r\n" BACK);
}

static const struct {
	const char *first, *piece;
	int status; /* of check */
} blocks[] = {
	{ "", "Warning: 399 h \"x\"\r\n", 0 },
	{ "", "Warning:1\n", 0 },
	{ "", "k:a\n", 0 },
	{ "", "a:\n", 0 },
	{ "", "X-A: b\r\n", 0 },
	{ "", "V:\n", 0 },
	{ "", "no colon\nX-A: b\n", 1 },
	{ "", "Reason: SIP;cause=486\n", 0 },
	{ "", "Content-Length: 0\n", 0 },
	{ "", "Require: 100rel\n", 0 },
	{ "", "X-Reason: 17\n", 0 },
	{ "", "XReason: Call rejected\n", 0 },
	{ "", "WWW-Authenticate: Digest realm=x\n", 0 },
	{ "", "To: <sip:c>;tag=1\n", 0 },
	{ "Warning: 1", ",1", 0 },
	{ "k: a", ",a", 0 },
	{ "Supported: x", "\r\n ", 0 },
	{ "WWW-Authenticate: Digest realm=x", ",realm=y", 0 },
	{ "Warning: x", ",x", 1 },
	{ "Reason: SIP;text=\"a", ";a", 0 },
	{ "To: <sip:c>;tag=1", ";ta", 0 },
};

static void check_ends(void **state)
{
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(blocks); i++) {
		struct bytes b = { 0 };

		fill(&b, blocks[i].first, blocks[i].piece);
		RUN_BYTES(&r, b.s, b.n, "check");
		assert_run(&r, blocks[i].status,
		           blocks[i].status == 0 ? "" : "*: error: 486 *", "");
		bytes_free(&b);
	}
	run_free(&r);
}

static void explain_ends(void **state)
{
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(blocks); i++) {
		struct bytes b = { 0 };

		fill(&b, blocks[i].first, blocks[i].piece);
		RUN_BYTES(&r, b.s, b.n, "explain");
		assert_run(&r, 0, "*486*Busy Here*", "");
		bytes_free(&b);
	}
	run_free(&r);
}

/* Each is a whole response, or as much as there is of one. */
static void many_small_responses_end(void **state)
{
	struct bytes b = { 0 };
	struct run r = { 0 };
	size_t n = 0;

	(void)state;
	for (; b.n < HOSTILE_SIZE; n++)
		bytes_str(&b, "SIP/2.0 486 x\n");
	RUN_BYTES(&r, b.s, b.n, "check", "--ignore=cut");
	assert_run(&r, 0, "", "");
	RUN_BYTES(&r, b.s, b.n, "explain", "-t", "--ignore=cut");
	assert_run(&r, 0, "*", "");
	assert_int_equal(times(r.out, "\tresponse\t"), n);
	run_free(&r);
	bytes_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(check_ends),
		TEST(explain_ends),
		TEST(many_small_responses_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
