/* test_param.c - parameters of a value: by name, out of quotes. */
#include "bytes.h"

#include <string.h>
#include <sipcode.h>

static int param(const char *value, const char *name, struct sipcode_span *p)
{
	struct sipcode_span v = { value, strlen(value) };

	return sipcode_param(v, name, p);
}

static void assert_param(const char *value, const char *name,
                         const char *want)
{
	struct sipcode_span p;

	if (!param(value, name, &p))
		fail_msg("no %s in %s", name, value);
	assert_bytes(p.s, p.n, want, strlen(want));
}

static void assert_no_param(const char *value, const char *name)
{
	struct sipcode_span p;

	if (param(value, name, &p))
		fail_msg("%s in %s", name, value);
}

static void parameters_are_found_by_name(void **state)
{
	static const char digest[] =
		"Digest realm=\"a, \\\"b\\\"; stale=false\",\r\n nonce=\"x=y\" "
		", stale = TRUE, algorithm=MD5,qop=\"auth,auth-int\", "
		"opaque=\"\"";

	(void)state;
	assert_param(digest, "realm", "a, \\\"b\\\"; stale=false");
	assert_param(digest, "nonce", "x=y");
	assert_param(digest, "stale", "TRUE");
	assert_param(digest, "Algorithm", "MD5");
	assert_param(digest, "qop", "auth,auth-int");
	assert_param(digest, "opaque", "");
	assert_no_param(digest, "b");
	assert_no_param(digest, "Digest");
	assert_no_param(digest, "real");
	assert_param("Digest\r\n\trealm=a,\r\n\tnonce=b", "realm", "a");
	assert_param("Digest\r\n\trealm=a,\r\n\tnonce=b", "nonce", "b");
	assert_param("Q.850;cause=16;text=\"a;cause=17\"", "cause", "16");
	assert_param("Q.850 ; cause = 16", "cause", "16");
	assert_no_param("SIP;text=\"cause=17\"", "cause");
	assert_param("<sip:a@b>;tag=1", "tag", "1");
	assert_param("<sip:a@b>;tag", "tag", "");
	assert_param("<sip:a@b>;tag=", "tag", "");
	assert_param("<sip:a@b>;tag;x=1", "tag", "");
	assert_no_param("<sip:a@b>;tagged=1", "tag");
	assert_no_param("\"x;tag=1\" <sip:a@b>", "tag");
	assert_no_param("<sip:a@b;tag=1>", "tag");
	assert_param("SIP/2.0/UDP a;received=1.2.3.4;rport=5", "received",
	             "1.2.3.4");
	assert_param("a;b=\"open", "b", "open");
	assert_param("a;b=\"open\\", "b", "");
	assert_no_param("", "b");
	assert_param(";", "", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(parameters_are_found_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
