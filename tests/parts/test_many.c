/* test_many.c - what one side of an exchange consists of: its five header
 * fields, numbers, parameters and parts. */
#include "harness.h"

#include <stdio.h>
#include <string.h>
#include <sipcode.h>

#include "parts/sdp.h"
#include "parts/side.h"
#include "parts/uri.h"

static void a_number_ends_where_it_should(void **state)
{
	static const struct {
		const char *text;
		long long number;
	} rows[] = {
		{ "", -1 },
		{ "x", -1 },
		{ ";", -1 },
		{ "0", 0 },
		{ "9", 9 },
		{ "12;x", 12 },
		{ "12 x", 12 },
		{ "12\tx", 12 },
		{ "12x", -1 },
		{ "12,", -1 },
		{ "-1", -1 },
		{ "999999999", 999999999 },
		{ "9999999999", 9999999999LL },
		{ "0000000012", 12 },
		{ "00000000012", -1 },
		{ "10000000000", -1 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct sipcode_span v = { rows[i].text, strlen(rows[i].text) };

		assert_true(side_number_of(v) == rows[i].number);
	}
	/* Digits behind the end are none. */
	assert_true(side_number_of((struct sipcode_span){ "123", 2 }) == 12);
	assert_true(side_number_of((struct sipcode_span){ "12x", 2 }) == 12);
}

/* Of what lacks one of the five header fields, little is said. */
static void a_message_is_whole_with_five_header_fields(void **state)
{
	static const char *const five[] = {
		"v: SIP/2.0/UDP h\r\n", "f: <sip:a>;tag=1\r\n",
		"t: <sip:b>;tag=2\r\n", "i: x\r\n", "CSeq: 1 BYE\r\n",
	};

	(void)state;
	for (size_t left = 0; left <= LEN(five); left++)
		for (int of_request = 0; of_request < 2; of_request++) {
			struct sipcode_message a, b;
			char q[512] = "BYE sip:b SIP/2.0\r\n";
			char r[512] = "SIP/2.0 200 x\r\n-Via: x\r\n";

			for (size_t i = 0; i < LEN(five); i++) {
				if (i != left || !of_request)
					strcat(q, five[i]);
				if (i != left || of_request)
					strcat(r, five[i]);
			}
			strcat(q, "-To: x\r\n\r\n");
			strcat(r, "Require: x\r\n\r\n");
			assert_true(sipcode_message(q, strlen(q), 0, &a));
			assert_true(sipcode_message(r, strlen(r), 0, &b));
			assert_int_equal(sipcode_check_exchange(0, &a, &b, NULL,
			                                        0),
			                 left == LEN(five));
		}
}

/* The parameters of a route, of which so many are looked at. */
static void so_many_parameters_are_read(void **state)
{
	for (int n = 14; n < 19; n++) {
		char a[512] = "<sip:h", b[512] = "<sip:h";
		struct sipcode_span x = { a, 0 }, y = { b, 0 };

		(void)state;
		for (int i = 1; i <= n; i++) {
			sprintf(a + strlen(a), ";p%d=1", i);
			sprintf(b + strlen(b), ";p%d=%d", i, i < n ? 1 : 2);
		}
		strcat(a, ">");
		strcat(b, ">");
		x.n = strlen(a);
		y.n = strlen(b);
		assert_int_equal(uri_is_copy(uri_of(x), uri_of(y)), n > 16);
		assert_int_equal(uri_is_copy(uri_of(x), uri_of(x)), 1);
	}
}

static void a_part_may_be_written_as_it_is(void **state)
{
	static const struct {
		const char *coding;
		long media;
	} rows[] = {
		{ "7bit", 1 },  { "8bit", 1 },    { "binary", 1 },
		{ "7BIT", 1 },  { "7bit;x", 1 },  { "7bit x", 1 },
		{ "7bits", -1 }, { "7bi", -1 },   { "base64", -1 },
	};
	struct sipcode_span boundary = { "b1", 2 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		char s[256];
		struct sipcode_span body = { s, 0 };

		body.n = (size_t)sprintf(
			s, "--b1\nc: application/sdp\n"
			"Content-Transfer-Encoding: %s\n\nv=0\nm=a\n--b1--\n",
			rows[i].coding);
		assert_int_equal(sdp_media_of_parts(body, boundary, 0),
		                 rows[i].media);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_number_ends_where_it_should),
		TEST(a_message_is_whole_with_five_header_fields),
		TEST(so_many_parameters_are_read),
		TEST(a_part_may_be_written_as_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
