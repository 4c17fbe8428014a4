/* test_digest.c - challenges and credentials. */
#include "harness.h"

#include <stdio.h>
#include <string.h>

#include "exchange/digest.h"
#include "exchange/value.h"

static size_t read_text(struct digest *d, const char *s)
{
	static char text[4096];
	struct sipcode_message m;

	snprintf(text, sizeof(text), "REGISTER sip:h SIP/2.0\r\n%s\r\n", s);
	assert_true(sipcode_message(text, strlen(text), 0, &m));
	return digest_read(&m, "Authorization", d);
}

static int differs(const char *params, const char *user)
{
	struct digest d[DIGESTS];
	char s[512];

	snprintf(s, sizeof(s), "Authorization: Digest %s\r\n", params);
	assert_int_equal(read_text(d, s), 1);
	return digest_differs(&d[0], value_of(user));
}

/* With a domain or without, with a plus or without. */
static void a_user_is_told_from_others(void **state)
{
	static const struct {
		const char *params, *user;
		int differs;
	} users[] = {
		{ "username=\"alice\"", "alice", 0 },
		{ "username=\"alice@example.com\"", "alice", 0 },
		{ "username=\"Alice\"", "alice", 0 },
		{ "username=\"alice2\"", "alice", 1 },
		{ "username=\"ali\"", "alice", 1 },
		{ "username=\"carol\"", "alice", 1 },
		{ "username=\"+1555\"", "1555", 0 },
		{ "username=\"1555\"", "+1555", 0 },
		{ "username=\"+1555\"", "+1555", 0 },
		{ "username=\"+1555\"", "+1556", 1 },
		/* One of them is not known. */
		{ "username=\"alice\"", "", 0 },
		{ "username=\"\"", "alice", 0 },
		{ "realm=\"r\"", "alice", 0 },
		{ "username=\"carol\",userhash=true", "alice", 0 },
		{ "username=\"carol\",userhash=false", "alice", 1 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(users); i++)
		assert_int_equal(differs(users[i].params, users[i].user),
		                 users[i].differs);
}

static void parameters_are_read(void **state)
{
	struct digest d[DIGESTS];

	(void)state;
	assert_int_equal(read_text(d, "Authorization: Bearer\r\n"
	                              "Authorization: Digest nonce=\"n\","
	                              "username*=UTF-8''a,algorithm=SHA-256\r\n"),
	                 2);
	assert_true(value_same(d[0].scheme, value_of("Bearer")));
	assert_true(value_same(d[0].algorithm, value_of("MD5")));
	assert_int_equal(d[0].user.n, 0);
	assert_true(value_same(d[1].scheme, value_of("Digest")));
	assert_true(value_same(d[1].algorithm, value_of("SHA-256")));
	assert_true(value_same(d[1].nonce, value_of("n")));
	assert_true(value_same(d[1].user, value_of("UTF-8''a")));
	assert_int_equal(d[1].realm.n, 0);
}

static void eight_credentials_are_read(void **state)
{
	struct digest d[DIGESTS];
	char s[1024] = "";

	(void)state;
	for (int i = 0; i < 9; i++) {
		size_t n = strlen(s);

		snprintf(s + n, sizeof(s) - n,
		         "Authorization: Digest realm=\"%d\"\r\n", i);
	}
	assert_int_equal(read_text(d, s), DIGESTS);
	assert_true(value_same(d[7].realm, value_of("7")));
}

static void a_list_has_a_word(void **state)
{
	(void)state;
	assert_true(digest_lists(value_of("auth,auth-int"), value_of("auth")));
	assert_true(digest_lists(value_of("auth, AUTH-INT "),
	                         value_of("auth-int")));
	assert_false(digest_lists(value_of("auth-int,"), value_of("auth")));
	assert_false(digest_lists(value_of(""), value_of("auth")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_user_is_told_from_others),
		TEST(parameters_are_read),
		TEST(eight_credentials_are_read),
		TEST(a_list_has_a_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
