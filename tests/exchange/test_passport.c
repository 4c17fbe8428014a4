/* test_passport.c - what is read of an Identity. */
#include "harness.h"

#include <stdio.h>
#include <string.h>

#include "exchange/passport.h"
#include "exchange/value.h"

/* Base64url without padding, as RFC 8225 has it. */
static void encode(char *to, const char *s)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789-_";
	unsigned bits = 0, held = 0;

	for (; *s != '\0'; s++) {
		bits = bits << 8 | (unsigned char)*s;
		for (held += 8; held >= 6; held -= 6)
			*to++ = digits[bits >> (held - 6) & 63];
	}
	if (held > 0)
		*to++ = digits[bits << (6 - held) & 63];
	*to = '\0';
}

/* Of an Identity with that payload. */
static void read_json(struct passport *p, const char *json)
{
	static char value[8192];

	strcpy(value, "e30.");
	encode(value + 4, json);
	strcat(value, ".c2ln;info=<https://h/c>");
	passport_read(p, value_of(value));
}

/* What is absent is 0. */
static void claims_are_read(void **state)
{
	static const struct {
		const char *json;
		int has_iat, has_orig, has_dest;
		uint64_t iat, orig;
		size_t dests;
		uint64_t first, last;
	} claims[] = {
		{ "{\"iat\":1443208345,\"orig\":{\"tn\":\"12155551212\"},"
		  "\"dest\":{\"tn\":[\"12155551213\",\"12155551214\"]}}",
		  1, 1, 1, 1443208345, 12155551212, 2, 12155551213,
		  12155551214 },
		/* White space anywhere. */
		{ " { \"dest\" : { \"tn\" : [ \"1\" , \"2\" ] } , \"iat\" : 7 , "
		  "\"orig\" : { \"tn\" : \"3\" } } ",
		  1, 1, 1, 7, 3, 2, 1, 2 },
		/* One number without an array; numbers without quotes. */
		{ "{\"iat\":\"8\",\"orig\":{\"tn\":4},\"dest\":{\"tn\":5}}", 1,
		  1, 1, 8, 4, 1, 5, 5 },
		/* A URI is no number, and a number does not begin with 0. */
		{ "{\"orig\":{\"uri\":\"sip:a@h\"},\"dest\":{\"tn\":[\"0123\","
		  "\"+1\",\"\",12x]}}",
		  0, 1, 1, 0, 0, 4, 0, 0 },
		/* More than 18 digits. */
		{ "{\"orig\":{\"tn\":\"1234567890123456789\"}}", 0, 1, 0, 0, 0,
		  0, 0, 0 },
		/* An empty array; other members, with strings that have what
		 * ends a value. */
		{ "{\"x\":{\"iat\":1,\"y\":[\"}\",\"\\\"]\"]},\"dest\":"
		  "{\"tn\":[]},\"z\":null,\"iat\":9}",
		  1, 0, 1, 9, 0, 0, 0, 0 },
		/* No object where one should be. */
		{ "{\"iat\":null,\"orig\":\"12155551212\",\"dest\":[1]}", 1, 1,
		  1, 0, 0, 0, 0, 0 },
		/* It is cut, or no JSON. */
		{ "{\"iat\":1", 1, 0, 0, 1, 0, 0, 0, 0 },
		{ "{\"iat\":", 1, 0, 0, 0, 0, 0, 0, 0 },
		{ "{\"iat\"", 0, 0, 0, 0, 0, 0, 0, 0 },
		{ "{\"iat", 0, 0, 0, 0, 0, 0, 0, 0 },
		{ "{\"iat\\", 0, 0, 0, 0, 0, 0, 0, 0 },
		{ "{\"iat\" 1}", 0, 0, 0, 0, 0, 0, 0, 0 },
		{ "{iat:1}", 0, 0, 0, 0, 0, 0, 0, 0 },
		{ "{", 0, 0, 0, 0, 0, 0, 0, 0 },
		{ "{\"dest\":{\"tn\":[\"6\",", 0, 0, 1, 0, 0, 1, 6, 6 },
		{ "{\"dest\":{\"tn\":[", 0, 0, 1, 0, 0, 0, 0, 0 },
		{ "{\"dest\":{\"tn\":", 0, 0, 1, 0, 0, 1, 0, 0 },
		{ "{\"orig\":", 0, 1, 0, 0, 0, 0, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(claims); i++) {
		struct passport p;

		read_json(&p, claims[i].json);
		if (p.dests != claims[i].dests || p.iat != claims[i].iat)
			printf("%s\n", claims[i].json);
		assert_int_equal(p.form, PASSPORT_FULL);
		assert_int_equal(p.read, 1);
		assert_int_equal(p.has_iat, claims[i].has_iat);
		assert_int_equal(p.has_orig, claims[i].has_orig);
		assert_int_equal(p.has_dest, claims[i].has_dest);
		assert_true(p.iat == claims[i].iat);
		assert_true(p.orig == claims[i].orig);
		assert_int_equal(p.dests, claims[i].dests);
		if (p.dests > 0) {
			assert_true(p.dest[0] == claims[i].first);
			assert_true(p.dest[p.dests - 1] == claims[i].last);
		}
	}
}

/* No more than there is room for. */
static void eight_targets_are_held(void **state)
{
	struct passport p;

	(void)state;
	read_json(&p, "{\"dest\":{\"tn\":[1,2,3,4,5,6,7,8,9]}}");
	assert_int_equal(p.dests, PASSPORT_DESTS);
	assert_true(p.dest[7] == 8);
}

static void the_form_is_told(void **state)
{
	static const struct {
		const char *value;
		enum passport_form form;
		int read;
		const char *info, *alg, *ppt;
	} forms[] = {
		{ "e30.e30.c2ln;info=<https://h/c>;alg=ES256;ppt=shaken",
		  PASSPORT_FULL, 1, "https://h/c", "ES256", "shaken" },
		{ "e30.e30.c2ln;info=https://h/c", PASSPORT_FULL, 1,
		  "https://h/c", "", "" },
		{ "e30.e30.c2ln;info=<https://h/c", PASSPORT_FULL, 1,
		  "https://h/c", "", "" },
		{ "e30.e30.c2ln;info=", PASSPORT_FULL, 1, "", "", "" },
		/* Base64 of old, padded. */
		{ "e30=.e30=.c2ln", PASSPORT_FULL, 1, "", "", "" },
		{ "e30.e-_+/30.c2ln", PASSPORT_FULL, 1, "", "", "" },
		{ "..c2ln", PASSPORT_COMPACT, 0, "", "", "" },
		{ "\"c2ln\"", PASSPORT_OLD, 0, "", "", "" },
		{ "", PASSPORT_BROKEN, 0, "", "", "" },
		{ "c2ln", PASSPORT_BROKEN, 0, "", "", "" },
		{ "e30.c2ln", PASSPORT_BROKEN, 0, "", "", "" },
		{ "e30.e30.c2ln.x", PASSPORT_BROKEN, 0, "", "", "" },
		{ "e30.e30.", PASSPORT_BROKEN, 0, "", "", "" },
		{ "e30..c2ln", PASSPORT_BROKEN, 0, "", "", "" },
		{ ".e30.c2ln", PASSPORT_BROKEN, 0, "", "", "" },
		{ "e30.e!0.c2ln", PASSPORT_BROKEN, 0, "", "", "" },
		{ "e30.W10.c2ln", PASSPORT_BROKEN, 0, "", "", "" },
		{ "e30.=.c2ln", PASSPORT_BROKEN, 0, "", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(forms); i++) {
		struct passport p;

		passport_read(&p, value_of(forms[i].value));
		if ((int)p.form != (int)forms[i].form)
			printf("%s\n", forms[i].value);
		assert_int_equal(p.form, forms[i].form);
		assert_int_equal(p.read, forms[i].read);
		assert_true(value_same(p.info, value_of(forms[i].info)));
		assert_true(value_same(p.alg, value_of(forms[i].alg)));
		assert_true(value_same(p.ppt, value_of(forms[i].ppt)));
	}
}

/* A payload with more than 2048 bytes is not read, but is of the full form. */
static void a_long_payload_is_not_read(void **state)
{
	static char json[2100];
	struct passport p;

	(void)state;
	memset(json, ' ', sizeof(json) - 1);
	memcpy(json + sizeof(json) - 10, "{\"iat\":1}", 9);
	read_json(&p, json);
	assert_int_equal(p.form, PASSPORT_FULL);
	assert_int_equal(p.read, 0);
	assert_int_equal(p.has_iat, 0);
	read_json(&p, json + 51);
	assert_int_equal(p.read, 1);
	assert_true(p.iat == 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(claims_are_read),
		TEST(eight_targets_are_held),
		TEST(the_form_is_told),
		TEST(a_long_payload_is_not_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
