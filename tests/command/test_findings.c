/* test_findings.c - the findings of check, each once, and no more of them
 * than there is room for. */
#include "bytes.h"

#include <string.h>
#include <sipcode.h>

#define SENDER "Via: SIP/2.0/UDP h;branch=z9hG4bK1\r\nFrom: <sip:a@b>;tag=1\r\n"
#define TO "To: <sip:c@d>;tag=2\r\n"
#define CALL "Call-ID: x\r\n"

static size_t found(const char *s, struct sipcode_finding *f, size_t max)
{
	struct sipcode_message m;

	assert_true(sipcode_message(s, strlen(s), 0, &m));
	return sipcode_check(0, &m, f, max);
}

/* RFC 6665 section 8.3.1 and RFC 7647 section 5: 202 is not to be sent. */
static void a_subscription_is_not_answered_by_202(void **state)
{
	static const struct {
		const char *method;
		size_t forbidden;
	} rows[] = {
		{ "SUBSCRIBE", 1 }, { "REFER", 1 }, { "MESSAGE", 0 },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct bytes b = { 0 };

		bytes_str(&b, "SIP/2.0 202 Accepted\r\n" SENDER TO CALL
		          "Contact: <sip:e@f>\r\nExpires: 60\r\nCSeq: 1 ");
		bytes_str(&b, rows[i].method);
		bytes_str(&b, "\r\n\r\n");
		RUN_TEXT(&r, b.s, "check");
		assert_run(&r, (int)rows[i].forbidden, "*", "");
		assert_int_equal(times(r.out, ":8:9: error: 202 "),
		                 rows[i].forbidden);
		assert_int_equal(times(r.out, "\n"), rows[i].forbidden);
		bytes_free(&b);
	}
	run_free(&r);
}

/* To is due in every response, and once more in a 199. */
#define DUE_TWICE \
	"SIP/2.0 199 x\r\n" SENDER CALL "CSeq: 1 INVITE\r\n"

static void a_header_field_is_missed_once_for_all_reasons(void **state)
{
	const struct sipcode_row *duty;
	struct sipcode_finding f[2] = { { 0 } };
	struct run r = { 0 };
	size_t reasons = 0;

	(void)state;
	for (size_t i = 0; (duty = sipcode_row(0, SIPCODE_DUTIES, i)); i++)
		reasons += strcmp(sipcode_text(duty, SIPCODE_F_HEADER, 0),
		                  "To") == 0 &&
		           sipcode_number(duty, SIPCODE_F_FIRST, 0) <= 199 &&
		           sipcode_number(duty, SIPCODE_F_LAST, 0) >= 199;
	assert_in_range(reasons, 2, 9);
	RUN_TEXT(&r, DUE_TWICE "\r\n", "check");
	assert_run(&r, 1, "/*:1:1: error: 199 lacks *", "");
	assert_int_equal(times(r.out, " lacks To: "), 1);
	assert_int_equal(times(r.out, " lacks Reason: "), 1);
	assert_int_equal(times(r.out, "\n"), 2);
	/* Also where there is room for this finding alone. */
	assert_int_equal(found(DUE_TWICE "Reason: SIP;cause=486\r\n\r\n",
	                       f, 1), 1);
	assert_string_equal(sipcode_text(f[0].duty, SIPCODE_F_HEADER, 0),
	                    "To");
	assert_null(f[1].duty);
	assert_int_equal(found(DUE_TWICE "\r\n", NULL, 0), 2);
	assert_int_equal(found(DUE_TWICE "\r\n", f, 1), 2);
	run_free(&r);
}

static void findings_beyond_the_room_for_them_are_counted(void **state)
{
	static const char *const messages[] = {
		"SIP/2.0 486 x\r\nServer: y\r\n\r\n",
		"SIP/2.0 486 x\r\nVia: y\r\n\r\n",
		"SIP/2.0 488 x\r\nl: 0\r\n\r\n",
		"SIP/2.0 421 x\r\nCSeq: x\r\nno colon\r\nTo: <sip:a>\r\n\r\n",
	};

	(void)state;
	for (size_t i = 0; i < LEN(messages); i++) {
		struct sipcode_finding all[16], f[16];
		size_t n = found(messages[i], all, LEN(all));

		assert_in_range(n, 4, LEN(all));
		for (size_t max = 0; max <= n; max++) {
			memset(f, 0, sizeof(f));
			assert_int_equal(found(messages[i], f, max), n);
			for (size_t k = 0; k < max; k++)
				assert_ptr_equal(f[k].duty, all[k].duty);
			assert_null(f[max].at.s);
		}
	}
}

#define ASKED                                                                  \
	"INVITE sip:c:hid1@d SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK1\r\n" \
	"From: <sip:a:hid2@b>;tag=1\r\nTo: <sip:c:hid3@d>\r\n" CALL \
	"CSeq: 1 INVITE\r\nRecord-Route: <sip:p:hid4@d;lr>\r\n\r\n"

/* What is shown of the bytes that a finding is about is covered, too. */
static void secrets_in_findings_are_covered(void **state)
{
	static const char *const calls[][4] = {
		{ "check" },         { "check", "-j" },   { "check", "-t" },
		{ "explain", "-a" }, { "explain", "-j" }, { "explain", "-t" },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(calls); i++) {
		run_cli(&r, calls[i],
		        ASKED "SIP/2.0 200 OK\r\n"
		        "Via: SIP/2.0/UDP h;branch=z9hG4bK1\r\n"
		        "From: <sip:a:hid5@b>;tag=1\r\n"
		        "To: <sip:d:hid6@d>;tag=2\r\n" CALL
		        "CSeq: 1 INVITE\r\n"
		        "Record-Route: <sip:q:hid7@d;lr>\r\n"
		        "Authentication-Info cnonce=\"hid8\"\r\n\r\n");
		assert_holds(r.out, "<sip:a:***@b>");
		assert_holds(r.out, "<sip:d:***@d>");
		assert_holds(r.out, "cnonce=");
		assert_lacks(r.out, "hid");
	}
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_subscription_is_not_answered_by_202),
		TEST(a_header_field_is_missed_once_for_all_reasons),
		TEST(findings_beyond_the_room_for_them_are_counted),
		TEST(secrets_in_findings_are_covered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
