/* test_rules.c - findings in their order, with the identifiers of the rules,
 * and so many of each as a reader can bear. */
#include "bytes.h"

#include <string.h>
#include <sipcode.h>

#define FIVE \
	"Via: SIP/2.0/UDP h\r\nFrom: <sip:a>;tag=1\r\nTo: <sip:b>;tag=2\r\n" \
	"Call-ID: x\r\nCSeq: 1 INVITE\r\n"

static size_t findings_of(const char *s, struct sipcode_finding *f, size_t max)
{
	struct sipcode_message m;

	assert_true(sipcode_message(s, strlen(s), 0, &m));
	return sipcode_check(0, &m, f, max);
}

static void a_finding_has_the_identifier_of_its_rule(void **state)
{
	static const char *const rules[] = {
		[SIPCODE_LACKS] = "missing-",
		[SIPCODE_BAD_CODE] = "bad-status-code",
		[SIPCODE_BAD_LINE] = "bad-line",
		[SIPCODE_BAD_NUMBER] = "bad-number",
		[SIPCODE_BAD_METHOD] = "bad-method",
		[SIPCODE_NO_TAG] = "no-to-tag",
		[SIPCODE_BODY_CUT] = "body-cut",
		[SIPCODE_UNFINISHED] = "cut",
		[SIPCODE_VIA_DIFFERS] = "via-differs",
		[SIPCODE_FROM_DIFFERS] = "from-differs",
		[SIPCODE_TO_DIFFERS] = "to-differs",
		[SIPCODE_CALL_ID_DIFFERS] = "call-id-differs",
		[SIPCODE_CSEQ_DIFFERS] = "cseq-differs",
		[SIPCODE_TIMESTAMP_DIFFERS] = "timestamp-differs",
		[SIPCODE_NO_RECEIVED] = "no-received",
		[SIPCODE_RECORD_ROUTE_DIFFERS] = "record-route-differs",
		[SIPCODE_CONTACT_NOT_SIPS] = "contact-not-sips",
		[SIPCODE_NO_SESSION] = "no-session-description",
		[SIPCODE_MEDIA_DIFFER] = "media-differ",
		[SIPCODE_REQUIRE_UNSUPPORTED] = "require-unsupported",
		[SIPCODE_UNSUPPORTED_NOT_REQUIRED] = "unsupported-not-required",
		[SIPCODE_RECV_INFO_UNASKED] = "recv-info-unasked",
		[SIPCODE_ALLOW_LISTS_METHOD] = "allow-lists-method",
		[SIPCODE_ACCEPT_LISTS_TYPE] = "accept-lists-type",
		[SIPCODE_INTERVAL_NOT_BRIEF] = "interval-not-brief",
		[SIPCODE_MIN_EXPIRES_LOW] = "min-expires-low",
		[SIPCODE_EXPIRES_LONGER] = "expires-longer",
		[SIPCODE_MIN_SE_LOW] = "min-se-low",
		[SIPCODE_SESSION_LONGER] = "session-expires-longer",
		[SIPCODE_SESSION_SHORTER] = "session-expires-shorter",
		[SIPCODE_REFRESHER_DIFFERS] = "refresher-differs",
	};
	struct sipcode_finding f[8] = { { 0 } };
	char id[32];

	(void)state;
	_Static_assert(LEN(rules) == SIPCODE_PROBLEMS, "a problem is new");
	for (size_t i = 0; i < LEN(rules); i++) {
		f[0].problem = (enum sipcode_problem)i;
		assert_int_equal(sipcode_rule_id(f, id, sizeof(id)),
		                 strlen(rules[i]));
		assert_string_equal(id, rules[i]);
	}
	f[0].problem = SIPCODE_PROBLEMS;
	assert_int_equal(sipcode_rule_id(f, id, sizeof(id)), 0);
	assert_string_equal(id, "");
	assert_int_equal(sipcode_rule_id(NULL, id, sizeof(id)), 0);
	assert_string_equal(id, "");
	assert_int_equal(findings_of("SIP/2.0 401 x\r\n" FIVE "\r\n", f, 8),
	                 1);
	assert_int_equal(sipcode_rule_id(f, NULL, 0), 24);
	assert_int_equal(sipcode_rule_id(f, id, sizeof(id)), 24);
	assert_string_equal(id, "missing-www-authenticate");
	assert_int_equal(sipcode_rule_id(f, id, 12), 24);
	assert_string_equal(id, "missing-www");
	assert_int_equal(sipcode_rule_id(f, id, 1), 24);
	assert_string_equal(id, "");
}

/* By their places, and at one place by their identifiers. */
static void findings_stand_in_the_order_of_the_message(void **state)
{
	static const char *const want[] = {
		"missing-call-id", "missing-contact", "missing-from",
		"missing-supported", "missing-via", "bad-number", "no-to-tag",
		"bad-line", "bad-number", "body-cut",
	};
	static const char message[] =
		"SIP/2.0 200 x\r\nRetry-After: x\r\nTo: <sip:b>\r\nbad\r\n"
		"CSeq: 4294967296 INVITE\r\nAllow: INVITE\r\nc: a/b\r\nl: 9\r\n\r\nbody";
	struct sipcode_finding f[16];
	size_t n = findings_of(message, f, LEN(f));
	char id[32];

	(void)state;
	for (size_t i = 0; i < n && i < LEN(want); i++) {
		sipcode_rule_id(&f[i], id, sizeof(id));
		assert_string_equal(id, want[i]);
		assert_true(i == 0 || f[i].at.s >= f[i - 1].at.s);
	}
	assert_int_equal(n, LEN(want));
	n = findings_of("SIP/2.0 180 x\r\nCSeq: 2147483648 BYE\r\nTo: <sip:b>\r\n", f,
	                LEN(f));
	assert_int_equal(n, 3);
	assert_int_equal(f[0].problem, SIPCODE_UNFINISHED);
	assert_int_equal(f[1].problem, SIPCODE_BAD_NUMBER);
	assert_int_equal(f[2].problem, SIPCODE_BAD_METHOD);
	/* No list, and the comma no second number. */
	n = findings_of("SIP/2.0 180 x\r\nCSeq: 1 BYE, x\r\nl: 0\r\n", f,
	                LEN(f));
	assert_int_equal(n, 2);
	assert_int_equal(f[1].problem, SIPCODE_BAD_METHOD);
	/* Where there is no number, what stands there is no method. */
	n = findings_of("SIP/2.0 180 x\r\nCSeq: x BYE\r\nl: 0\r\n", f, LEN(f));
	assert_int_equal(n, 2);
	assert_int_equal(f[1].problem, SIPCODE_BAD_NUMBER);
}

/* What stands so often in a message: values of a list, or lines. */
static void of_many_findings_of_a_kind_the_rest_is_counted(void **state)
{
	static const struct {
		const char *front, *each, *behind;
		size_t found, more; /* less the ones that are told */
	} rows[] = {
		{ "Warning: ", "x,", "\r\nRetry-After: x\r\n", 0, 2 },
		{ "l: 0\r\n", "bad\r\nk:\r\n", "Retry-After: x\r\n", 1, 0 },
	};
	enum { MANY = SIPCODE_FINDINGS_SAME + 11 };
	struct sipcode_finding f[2 * MANY];

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		size_t n = SIPCODE_FINDINGS_SAME + rows[i].found;
		struct bytes b = { 0 };

		bytes_str(&b, "SIP/2.0 486 x\r\n" FIVE);
		bytes_str(&b, rows[i].front);
		for (size_t k = 0; k < MANY; k++)
			bytes_str(&b, rows[i].each);
		bytes_str(&b, rows[i].behind);
		bytes_str(&b, "\r\n");
		assert_int_equal(findings_of(b.s, f, LEN(f)), n);
		for (size_t k = 0; k < n; k++)
			assert_int_equal(f[k].more,
			                 k + 1 == SIPCODE_FINDINGS_SAME
			                         ? 11 + rows[i].more : 0);
		/* Where there is no room for the last one. */
		assert_int_equal(findings_of(b.s, f, 3), n);
		bytes_free(&b);
	}
}

/* A stack may hand over more than the program reads at once. */
static void a_message_of_a_megabyte_is_judged(void **state)
{
	static const struct {
		const char *piece;
		size_t found;
	} rows[] = {
		{ "k:a\n", 0 }, { "a:\n", 0 }, { "Require: 100rel\n", 1 },
		{ "Warning: x\n", SIPCODE_FINDINGS_SAME },
		{ "v: SIP/2.0/UDP h\n", 0 },
		{ "bad\nX-A: b\n", SIPCODE_FINDINGS_SAME },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct bytes b = { 0 };

		bytes_str(&b, "SIP/2.0 183 x\n");
		while (b.n < 1 << 20)
			bytes_str(&b, rows[i].piece);
		bytes_str(&b, FIVE "\r\n");
		assert_int_equal(findings_of(b.s, NULL, 0), rows[i].found);
		bytes_free(&b);
	}
}

/* The log may have left out bytes. */
static void a_body_of_unsure_length_is_not_judged(void **state)
{
	static const char s[] = "SIP/2.0 486 x\r\n" FIVE
				"c: a/b\r\nl: 9\r\n\r\nbody";
	struct sipcode_message m;

	(void)state;
	assert_true(sipcode_message(s, sizeof(s) - 1, 0, &m));
	assert_false(m.body_unsure);
	assert_int_equal(sipcode_check(0, &m, NULL, 0), 1);
	m.body_unsure = 1;
	assert_int_equal(sipcode_check(0, &m, NULL, 0), 0);
}

/* A log that keeps lines without CR has a byte less for each. */
static void line_ends_that_a_log_drops_are_no_lack(void **state)
{
	static const struct {
		const char *behind;
		size_t found;
	} rows[] = {
		{ "l: 12\n\nv=0\no=x\n", 0 }, { "l: 10\n\nv=0\no=x\n", 0 },
		{ "l: 10\n\nv=0\no=x", 0 }, { "l: 13\n\nv=0\no=x\n", 1 },
		{ "l: 11\n\nv=0\no=x", 1 },
		{ "l: 999\n\nv=0\no=x\n", 1 },
	};
	struct sipcode_finding f[2];

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct bytes b = { 0 };

		bytes_str(&b, "SIP/2.0 486 x\n" FIVE "c: a/b\n");
		bytes_str(&b, rows[i].behind);
		assert_int_equal(findings_of(b.s, f, 2), rows[i].found);
		if (rows[i].found > 0)
			assert_int_equal(f[0].problem, SIPCODE_BODY_CUT);
		bytes_free(&b);
	}
	assert_int_equal(findings_of("SIP/2.0 486 x\r\n" FIVE "c: a/b\r\n"
	                             "l: 5\r\n\r\nbody", f, 2), 1);
}

/* What finds a header field by its name rests on this. */
static void header_fields_begin_with_capital_letters(void **state)
{
	const struct sipcode_row *row;
	size_t i;

	(void)state;
	for (i = 0; (row = sipcode_row(0, SIPCODE_HEADERS, i)); i++)
		assert_in_range(*sipcode_text(row, SIPCODE_F_HEADER, 0), 'A',
		                'Z');
	assert_in_range(i, 80, 256);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_finding_has_the_identifier_of_its_rule),
		TEST(findings_stand_in_the_order_of_the_message),
		TEST(of_many_findings_of_a_kind_the_rest_is_counted),
		TEST(a_message_of_a_megabyte_is_judged),
		TEST(a_body_of_unsure_length_is_not_judged),
		TEST(line_ends_that_a_log_drops_are_no_lack),
		TEST(header_fields_begin_with_capital_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
