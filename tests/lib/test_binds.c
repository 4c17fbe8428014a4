/* test_binds.c - on what conditions a duty binds, those that no duty of the
 * data has today among them. */
#include "harness.h"

#include <string.h>

/* The functions of the library, under names of their own; the harness has a
 * struct check, too. */
#include "names.h"
#undef check_duties
#define check lib_check
#include "due.c"

static int binds_to(const char *text, const char *condition)
{
	struct check c = { 0 };
	struct sipcode_message m;

	assert_true(sipcode_message(text, strlen(text), 0, &m));
	c.message = &m;
	c.method = sipcode_method(&m);
	headers_of(&m, &c.headers);
	return binds(&c, condition);
}

#define R "SIP/2.0 183 x\n"

static void a_condition_is_seen_in_the_message(void **state)
{
	static const struct {
		const char *text, *condition;
		int binds;
	} rows[] = {
		{ R "\n", "", 1 },
		{ R "\n", "unseen", 0 },
		{ R "RSeq: 1\n\n", "no-such-condition", 0 },
		{ R "l: 1\n\nx", "body", 1 },
		{ R "l: 2\n\nx", "body", 0 },
		{ R "l: 0\n\nx", "body", 0 },
		{ R "RSeq: 1\n\n", "reliable", 1 },
		{ R "Require: x, 100REL\n\n", "reliable", 1 },
		{ R "Require: x\nRequire: 100rel\n\n", "reliable", 1 },
		{ R "Supported: 100rel\n\n", "reliable", 0 },
		{ R "Require: 100re\n\n", "reliable", 0 },
		{ R "To: <a>;tag=1\nCSeq: 1 INVITE\n\n", "early-dialog", 1 },
		{ R "t: <a>;tag=1\nCSeq: 1 INVITE\n\n", "early-dialog", 1 },
		{ R "To: <a>\nCSeq: 1 INVITE\n\n", "early-dialog", 0 },
		{ R "To: <a>;tag=1\nCSeq: 1 BYE\n\n", "early-dialog", 0 },
		{ R "CSeq: 1 INVITE\n\n", "early-dialog", 0 },
		{ R "Via: SIP/2.0/TCP h\n\n", "stream", 1 },
		{ R "v: SIP/2.0/tls\n\n", "stream", 1 },
		{ R "Via: SIP/2.0/TLS\th\n\n", "stream", 1 },
		{ R "Via: SIP/2.0/UDP h\n\n", "stream", 0 },
		{ R "Via: SIP/2.0/UDP h/TCP\n\n", "stream", 0 },
		{ R "Via: SIP/TCP h\n\n", "stream", 0 },
		{ R "Via: SIP/2.0/TCPx h\n\n", "stream", 0 },
		{ R "Via: SIP/2.0/\n\n", "stream", 0 },
		{ R "Via: SIP\n\n", "stream", 0 },
		{ R "\n", "stream", 0 },
		{ R "Require: sec-agree\n\n", "sec-agree", 1 },
		{ R "Require: outbound\n\n", "sec-agree", 0 },
		{ R "Require: outbound\n\n", "outbound", 1 },
		{ R "Require: a,b , outbound\n\n", "outbound", 1 },
		{ R "Require: sec-agree\n\n", "outbound", 0 },
		{ R "Supported: outbound\n\n", "outbound", 0 },
		{ R "x: 9;refresher=uac\n\n", "timer-uac", 1 },
		{ R "x: 9;refresher=uas\n\n", "timer-uac", 0 },
		{ R "x: 9\n\n", "timer-uac", 0 },
		{ R "Min-SE: 9;refresher=uac\n\n", "timer-uac", 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		if (binds_to(rows[i].text, rows[i].condition) != rows[i].binds)
			fail_msg("%s of '%s'", rows[i].condition, rows[i].text);
}

static void names_are_ordered_by_their_letters_in_either_case(void **state)
{
	static const char *const names[] = { "", "A", "Aa", "aB", "b", "B-a",
		                             "ba" };

	(void)state;
	for (size_t i = 0; i < LEN(names); i++)
		for (size_t k = 0; k < LEN(names); k++) {
			int order = name_order(names[i], names[k]);

			assert_int_equal(order < 0, i < k);
			assert_int_equal(order > 0, i > k);
		}
	assert_int_equal(name_order("Via", "vIA"), 0);
}


/* Each header field once, in order, and for the gravest reason. */
static void a_header_field_is_missed_once(void **state)
{
	const struct sipcode_row *row;
	const char *last = "";
	struct undone u;

	(void)state;
	u.n = 0;
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_DUTIES, i)); i++)
		if (u.n < LEN(u.duty) - 1)
			add_undone(&u, row);
	assert_in_range(u.n, 2, LEN(u.duty) - 1);
	for (size_t i = 0; i < u.n; i++) {
		const char *name = sipcode_text(u.duty[i], SIPCODE_F_HEADER, 0);

		if (i > 0)
			assert_true(name_order(last, name) < 0);
		last = name;
		/* The first of those that are as grave as any. */
		for (size_t k = 0; (row = sipcode_row(0, SIPCODE_DUTIES, k));
		     k++) {
			if (name_order(sipcode_text(row, SIPCODE_F_HEADER, 0),
			               name) != 0)
				continue;
			assert_true(level_of(row) <= level_of(u.duty[i]));
			if (level_of(row) == level_of(u.duty[i]))
				assert_true(u.duty[i] <= row);
		}
	}
}

static void a_duty_binds_from_its_first_code_to_its_last(void **state)
{
	static const char text[] = R "CSeq: 1 INVITE\nRequire: 100rel\n\n";
	const struct sipcode_row *row;
	struct sipcode_message m;
	struct check c = { .message = &m };

	(void)state;
	assert_true(sipcode_message(text, sizeof(text) - 1, 0, &m));
	headers_of(&m, &c.headers);
	for (size_t i = 0; (row = sipcode_row(0, SIPCODE_DUTIES, i)); i++) {
		unsigned long first = sipcode_number(row, SIPCODE_F_FIRST, 0);
		unsigned long last = sipcode_number(row, SIPCODE_F_LAST, 0);
		int owed = level_of(row) != LEVEL_NONE && !is_done(&c, row) &&
		           binds(&c, sipcode_text(row, SIPCODE_F_IF, 0)) &&
		           sipcode_len(row, SIPCODE_F_OBSOLETE) == 0;

		c.method.s = sipcode_text(row, SIPCODE_F_METHOD, 0);
		c.method.n = strlen(c.method.s);
		for (unsigned code = 100; code < 700; code++) {
			m.code = code;
			assert_int_equal(undone(&c, row),
			                 owed && code >= first &&
			                         code <= last);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_condition_is_seen_in_the_message),
		TEST(names_are_ordered_by_their_letters_in_either_case),
		TEST(a_header_field_is_missed_once),
		TEST(a_duty_binds_from_its_first_code_to_its_last),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
