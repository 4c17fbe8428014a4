/* test_capture.c - captures are read by their raw bytes, whole or cut. */
#include "bytes.h"

#include <string.h>

enum { WHOLE = 65535, SHORT = 96 };

/* A number of so many bytes, the low one first unless it is big. */
static void number(struct bytes *b, uint32_t n, int bytes, int big)
{
	for (int i = 0; i < bytes; i++) {
		char c = (char)(n >> 8 * (big ? bytes - 1 - i : i));

		bytes_add(b, &c, 1);
	}
}

static void message(struct bytes *b, const char *status)
{
	bytes_str(b, status);
	bytes_str(b, "\r\nVia: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK1\r\n"
	          "From: <sip:alice@example.com>;tag=1\r\n"
	          "To: <sip:bob@example.com>;tag=2\r\n"
	          "Call-ID: c@192.0.2.10\r\nCSeq: 1 BYE\r\n"
	          "Content-Length: 0\r\n\r\n");
}

/* Ethernet, IPv4 and UDP before a message. */
static void frame(struct bytes *b, const char *status)
{
	struct bytes m = { 0 };

	message(&m, status);
	bytes_add(b, "\2\0\0\0\0\1\2\0\0\0\0\2\b\0E\0", 16);
	number(b, (uint32_t)m.n + 28, 2, 1);
	bytes_add(b, "\0\0\0\0@\021\0\0\300\0\2\024\300\0\2\n", 16);
	bytes_add(b, "\023\304\023\304", 4);
	number(b, (uint32_t)m.n + 8, 2, 1);
	bytes_add(b, "\0\0", 2);
	bytes_add(b, m.s, m.n);
	bytes_free(&m);
}

static void pcap_head(struct bytes *b, uint32_t snaplen)
{
	number(b, 0xa1b2c3d4, 4, 0);
	bytes_add(b, "\2\0\4\0\0\0\0\0\0\0\0\0", 12);
	number(b, snaplen, 4, 0);
	number(b, 1, 4, 0);
}

static void pcap_frame(struct bytes *b, const struct bytes *f, uint32_t kept)
{
	number(b, 1714557600, 4, 0);
	number(b, 0, 4, 0);
	number(b, kept, 4, 0);
	number(b, (uint32_t)f->n, 4, 0);
	bytes_add(b, f->s, kept);
}

static void pcapng_head(struct bytes *b, uint32_t snaplen)
{
	number(b, 0x0a0d0d0a, 4, 0);
	number(b, 28, 4, 0);
	number(b, 0x1a2b3c4d, 4, 0);
	bytes_add(b, "\1\0\0\0\377\377\377\377\377\377\377\377", 12);
	number(b, 28, 4, 0);
	number(b, 1, 4, 0);
	number(b, 20, 4, 0);
	number(b, 1, 4, 0);
	number(b, snaplen, 4, 0);
	number(b, 20, 4, 0);
}

static void pcapng_frame(struct bytes *b, const struct bytes *f, uint32_t kept)
{
	uint32_t padded = (kept + 3) / 4 * 4;

	number(b, 6, 4, 0);
	number(b, padded + 32, 4, 0);
	bytes_add(b, "\0\0\0\0\024\027\6\0\0\0\0\0", 12);
	number(b, kept, 4, 0);
	number(b, (uint32_t)f->n, 4, 0);
	bytes_add(b, f->s, kept);
	bytes_fill(b, '\0', padded - kept);
	number(b, padded + 32, 4, 0);
}

static void snoop_head(struct bytes *b, uint32_t snaplen)
{
	(void)snaplen;
	bytes_add(b, "snoop\0\0\0\0\0\0\2\0\0\0\4", 16);
}

static void snoop_frame(struct bytes *b, const struct bytes *f, uint32_t kept)
{
	uint32_t padded = (kept + 3) / 4 * 4;

	number(b, (uint32_t)f->n, 4, 1);
	number(b, kept, 4, 1);
	number(b, padded + 24, 4, 1);
	number(b, 0, 4, 1);
	number(b, 1714557600, 4, 1);
	number(b, 0, 4, 1);
	bytes_add(b, f->s, kept);
	bytes_fill(b, '\0', padded - kept);
}

static const struct form {
	const char *name;
	void (*head)(struct bytes *b, uint32_t snaplen);
	void (*frame)(struct bytes *b, const struct bytes *f, uint32_t kept);
} forms[] = {
	{ "pcap", pcap_head, pcap_frame },
	{ "pcapng", pcapng_head, pcapng_frame },
	{ "snoop", snoop_head, snoop_frame },
};

static void capture(struct bytes *b, const struct form *form, uint32_t snaplen)
{
	static const char *const statuses[] = {
		"SIP/2.0 481 Call/Transaction Does Not Exist", "SIP/2.0 200 OK",
		"SIP/2.0 481 Call/Transaction Does Not Exist",
	};

	form->head(b, snaplen);
	for (size_t i = 0; i < LEN(statuses); i++) {
		struct bytes f = { 0 };

		frame(&f, statuses[i]);
		form->frame(b, &f, f.n < snaplen ? (uint32_t)f.n : snaplen);
		bytes_free(&f);
	}
}

static void every_response_of_a_capture_is_counted(void **state)
{
	static const uint32_t lengths[] = { WHOLE, SHORT };
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(forms) * LEN(lengths); i++) {
		uint32_t snaplen = lengths[i % LEN(lengths)];
		struct bytes b = { 0 };

		capture(&b, &forms[i / LEN(lengths)], snaplen);
		RUN_BYTES(&r, b.s, b.n, "tally", "-t");
		assert_run(&r, 0, "code\t*\n200\tOK\t1\t33.33\n"
		           "481\tCall/*\t2\t66.67\n", "");
		bytes_free(&b);
	}
	run_free(&r);
}

static void whole_messages_of_a_capture_are_explained(void **state)
{
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(forms); i++) {
		struct bytes b = { 0 };

		capture(&b, &forms[i], WHOLE);
		RUN_BYTES(&r, b.s, b.n, "explain", "-t");
		assert_run(&r, 0, "file\t*\t481\tresponse\t*\t200\tresponse\t*"
		           "\t481\tresponse\t*", "");
		assert_int_equal(times(r.out, "\tresponse\t"), 3);
		RUN_BYTES(&r, b.s, b.n, "check");
		assert_run(&r, 0, "", "");
		bytes_free(&b);
	}
	run_free(&r);
}

/* A meaning within it would make the lengths of its frames wrong. */
static void a_capture_is_not_annotated(void **state)
{
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(forms); i++) {
		struct bytes b = { 0 };
		char what[64] = "(";

		strcat(strcat(what, forms[i].name), ")");
		capture(&b, &forms[i], WHOLE);
		RUN_BYTES(&r, b.s, b.n, "annotate");
		assert_run(&r, 2, "", "sipcode: a capture (*), not read: '/*'\n"
		           "sipcode: to read it: 'sipcode explain /*'\n");
		assert_holds(r.err, what);
		bytes_free(&b);
	}
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_response_of_a_capture_is_counted),
		TEST(whole_messages_of_a_capture_are_explained),
		TEST(a_capture_is_not_annotated),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
