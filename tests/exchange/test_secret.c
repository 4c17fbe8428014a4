/* test_secret.c - what is shown of values that hold secrets. */
#include "harness.h"

#include <stdlib.h>
#include <string.h>

#include "exchange/secret.h"
#include "gen.h"

struct shown {
	const char *value, *shown;
};

static void check_outside(const struct shown *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct sipcode_span v = { cases[i].value,
			                  strlen(cases[i].value) };
		struct strbuf b = { 0 };

		secret_outside(&b, v, 1);
		assert_string_equal(strbuf_text(&b), cases[i].shown);
		strbuf_reset(&b);
		secret_excerpt(&b, v, 1000, 1);
		assert_string_equal(strbuf_text(&b), cases[i].shown);
		strbuf_free(&b);
	}
}

#define MD5 "6629fae49393a05397450978507c4ef1"

static void digests_are_covered(void **state)
{
	static const struct shown cases[] = {
		{ "Digest username=\"bob\",response=\"" MD5 "\",nc=00000001",
		  "Digest username=\"bob\",response=\"***\",nc=00000001" },
		{ "response=" MD5 ",qop=auth", "response=***,qop=auth" },
		{ "RESPONSE = \"" MD5 "\"", "RESPONSE = \"***\"" },
		{ "response=\r\n \"" MD5 "\", qop=auth",
		  "response= \"***\", qop=auth" },
		{ "response=\"6629\"", "response=\"***\"" },
		{ "response=\"" MD5, "response=\"***" },
		{ "rspauth=\"" MD5 "\"", "rspauth=\"***\"" },
		{ "cnonce=0a4f", "cnonce=***" },
		{ "cnonce=\"a\\\"b,c\",nc=1", "cnonce=\"***\",nc=1" },
		{ "auts=\"abc==\", auts=x", "auts=\"***\", auts=***" },
		{ "ik=\"00112233\",ck=\"44556677\"", "ik=\"***\",ck=\"***\"" },
		{ "ik=\"\"", "ik=\"\"" },
		/* No quote ends the first value. */
		{ "cnonce=\"abc, response=\"" MD5 "\", qop=auth",
		  "cnonce=\"***\", qop=auth" },
		{ "nonce=\"0123456789, response=\"" MD5 "\",cnonce=\"a\"",
		  "nonce=\"01234567***\",cnonce=\"***\"" },
	};

	(void)state;
	check_outside(cases, LEN(cases));
}

static void nonces_keep_their_beginning(void **state)
{
	static const struct shown cases[] = {
		{ "nonce=\"0123456789abcdef\"", "nonce=\"01234567***\"" },
		{ "Digest nonce=0123456789,a=b",
		  "Digest nonce=01234567***,a=b" },
		{ "nonce=\"01234567\"", "nonce=\"01234567\"" },
		{ "nextnonce=\"0123456789\"", "nextnonce=\"01234567***\"" },
		{ "Nonce=\"012345678\",opaque=\"012345678\"",
		  "Nonce=\"01234567***\",opaque=\"012345678\"" },
		{ "<sip:a@h;pn-provider=x;pn-prid=0123456789abcdef>",
		  "<sip:a@h;pn-provider=x;pn-prid=01234567***>" },
	};

	(void)state;
	check_outside(cases, LEN(cases));
}

static void passwords_of_uris_are_covered(void **state)
{
	static const struct shown cases[] = {
		{ "sip:bob:hidden@example.com", "sip:bob:***@example.com" },
		{ "\"Bob\" <SIPS:bob:hidden@h>;tag=1",
		  "\"Bob\" <SIPS:bob:***@h>;tag=1" },
		{ "sip:bob;x=1:hid&den=@h;user=phone",
		  "sip:bob;x=1:***@h;user=phone" },
		{ "sip:bob:hid@den@h", "sip:bob:***@h" },
		{ "sip:bob:hid:den@h", "sip:bob:***@h" },
		{ "sip:bob:hid%40den@h", "sip:bob:***@h" },
		{ "sip::hidden@h", "sip::***@h" },
		{ "sip:bob:@h", "sip:bob:@h" },
		{ "<sip:a:x1@h>, <sip:b:x2@h>",
		  "<sip:a:***@h>, <sip:b:***@h>" },
		{ "INVITE sip:bob:hidden@h SIP/2.0",
		  "INVITE sip:bob:***@h SIP/2.0" },
		{ "<http://bob:hid@h:80/a?b=c@d>;purpose=icon",
		  "<http://bob:***@h:80/a?b=c@d>;purpose=icon" },
		{ "https://bob:hid@h ftp://bob:hid@h",
		  "https://bob:***@h ftp://bob:***@h" },
		{ "<wss://bob:hid@h>, <rtsp://bob:hid@h/a>, x1://bob:hid@h",
		  "<wss://bob:***@h>, <rtsp://bob:***@h/a>, x1://bob:***@h" },
		{ "wss://h:80/a@b", "wss://h:80/a@b" },
		{ "sip:a@h?X=wss%3A%2F%2Fbob%3Ahid%40h%2Fa&Y=z",
		  "sip:a@h?X=wss%3A%2F%2Fbob%3A***%40h%2Fa&Y=z" },
		{ "<sip:a@h;password=hidden;transport=tcp>",
		  "<sip:a@h;password=***;transport=tcp>" },
		{ "<sip:a@h?auth_password=hidden&a=b>",
		  "<sip:a@h?auth_password=***&a=b>" },
		{ ";pwd=x;passwd=x;secret=x;pin=12;pass=x;access_token=x",
		  ";pwd=***;passwd=***;secret=***;pin=***;pass=***;"
		  "access_token=***" },
	};

	(void)state;
	check_outside(cases, LEN(cases));
}

static void escaped_header_fields_are_covered(void **state)
{
	static const struct shown cases[] = {
		{ "<sip:a@h?Authorization=Digest%20username%3D%22bob%22%2C"
		  "response%3D%22" MD5 "%22%2Cnonce%3d%220123456789%22>",
		  "<sip:a@h?Authorization=Digest%20username%3D%22bob%22%2C"
		  "response%3D%22***%22%2Cnonce%3d%2201234567***%22>" },
		{ "<sip:a@h?X=cnonce%3Dabc%2Cnc%3D1&Y=z>",
		  "<sip:a@h?X=cnonce%3D***%2Cnc%3D1&Y=z>" },
		{ "<sip:a@h?From=%3Csip%3Abob%3Ahid%40h%3E>",
		  "<sip:a@h?From=%3Csip%3Abob%3A***%40h%3E>" },
		{ "<sip:a@h?Authorization=Basic%20Ym9iOnB3&a=b>",
		  "<sip:a@h?Authorization=Basic%20***&a=b>" },
		{ "c%6Eonce=abc 100%", "c%6Eonce=*** 100%" },
	};

	(void)state;
	check_outside(cases, LEN(cases));
}

static void keys_and_tokens_are_covered(void **state)
{
	static const struct shown cases[] = {
		{ "1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19z|2^20|1:4",
		  "1 AES_CM_128_HMAC_SHA1_80 inline:***|2^20|1:4" },
		{ "INLINE:abc;inline:def FEC_ORDER=FEC_SRTP",
		  "INLINE:***;inline:*** FEC_ORDER=FEC_SRTP" },
		{ "a=ice-pwd:asd88fgpdd777uzjYhagZg\r\na=ice-ufrag:8hhY",
		  "a=ice-pwd:*** a=ice-ufrag:8hhY" },
		{ "a=key-mgmt:mikey AQAFgM0XflABAAAA", "a=key-mgmt:mikey ***" },
		{ "k=clear:abc k=base64:YWJj k=uri:https://h/k k=prompt",
		  "k=clear:*** k=base64:*** k=uri:*** k=prompt" },
		{ "Bearer eyJhbGciOiJIUzI1NiJ9.e30.Et9H", "Bearer ***" },
		{ "bearer  abcdefghijklmnopqrstuvwxyz", "bearer ***" },
		{ "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "Basic ***" },
		{ "BASIC Ym9iOnB3", "BASIC ***" },
	};

	(void)state;
	check_outside(cases, LEN(cases));
}

static void other_values_stay(void **state)
{
	static const char *const values[] = {
		"response=486",
		"final response=486 Busy Here",
		"sip:bob@example.com",
		"<sip:bob@example.com:5060;user=phone>;tag=a:b@c",
		"sip:bob@[2001:db8::1]:5060",
		"sip:example.com:5060",
		"Basic call",
		"Basic Call, bearer service, Bearer x",
		"Bearer realm=\"example.com\", scope=\"sip\"",
		"Digest username=\"bob\", realm=\"example.com\", qop=auth",
		"http://example.com:8080/a@b",
		"http://example.com/~bob:1@2",
		"SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1;rport=5060",
		"spin=1;track=2;bypass=3;compass=4",
		"\"ik\" ck, nonce, password",
		"password",
		"response",
		"nonce=",
		"sip:",
		"%",
		"%3",
		"100%zz",
		"",
	};

	(void)state;
	for (size_t i = 0; i < LEN(values); i++) {
		struct shown same = { values[i], values[i] };

		check_outside(&same, 1);
	}
}

static void excerpt(const char *s, size_t max, const char *shown)
{
	struct sipcode_span v = { s, strlen(s) };
	struct strbuf b = { 0 };

	secret_excerpt(&b, v, max, 1);
	assert_string_equal(strbuf_text(&b), shown);
	strbuf_free(&b);
}

/* A secret that begins before the cut, at it and behind it; what is left out
 * is said, also where a long secret has become short. */
static void excerpts_are_cut(void **state)
{
	static const char value[] = "ab,cnonce=\"hidden\",rest=1";

	(void)state;
	excerpt(value, 3, "ab, ...");
	excerpt(value, 8, "ab,cnonc ...");
	excerpt(value, 10, "ab,cnonce= ...");
	excerpt(value, 11, "ab,cnonce=\" ...");
	excerpt(value, 12, "ab,cnonce=\"* ...");
	excerpt(value, 14, "ab,cnonce=\"*** ...");
	excerpt(value, 15, "ab,cnonce=\"***\" ...");
	excerpt(value, 22, "ab,cnonce=\"***\",rest=1");
	excerpt("sip:bob:hidden@example.com", 9, "sip:bob:* ...");
	excerpt("cnonce=hiddenhiddenhiddenhidden,a=b,c=d", 14,
	        "cnonce=***,a=b ...");
	excerpt("cnonce=hiddenhiddenhiddenhidden,a=b,c=d", 18,
	        "cnonce=***,a=b,c=d");
}

/* A value that begins and ends with other ones, and holds one n times. */
static void check_long(const char *front, const char *part, size_t n,
                       const char *end, const char *shown)
{
	char *value = gen_repeat(front, part, n, end);
	struct sipcode_span v = { value, strlen(value) };
	struct strbuf b = { 0 };

	secret_outside(&b, v, 1);
	if (shown == NULL)
		assert_string_equal(strbuf_text(&b), value);
	else
		assert_string_equal(strbuf_text(&b), shown);
	strbuf_free(&b);
	free(value);
}

enum { LONG = 1 << 16, LARGE = 1 << 20 };

static void long_secrets_are_covered(void **state)
{
	(void)state;
	check_long("cnonce=\"", "x", LONG, "\",a=b", "cnonce=\"***\",a=b");
	check_long("sip:bob:", "x", LONG, "@h", "sip:bob:***@h");
	check_long("inline:", "x", LONG, "|1", "inline:***|1");
	check_long("sip:", "sip:", LONG, "bob:x@h", "sip:sip:***@h");
}

/* With a cost that grows with the square, this takes many minutes. */
static void long_values_cost_little(void **state)
{
	(void)state;
	check_long("", "sip:", LARGE, "", NULL);
	check_long("", "sip:sips:http://", LARGE / 4, "", NULL);
	check_long("", "response=\"\",nonce=,", LARGE / 4, "", NULL);
	check_long("", "sip%3A%22", LARGE / 2, "", NULL);
	check_long("", "%", LARGE, "", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(digests_are_covered),
		TEST(nonces_keep_their_beginning),
		TEST(passwords_of_uris_are_covered),
		TEST(escaped_header_fields_are_covered),
		TEST(keys_and_tokens_are_covered),
		TEST(other_values_stay),
		TEST(excerpts_are_cut),
		TEST(long_secrets_are_covered),
		TEST(long_values_cost_little),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
