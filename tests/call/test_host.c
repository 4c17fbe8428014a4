/* test_host.c - who sends and receives: a host and a port. */
#include "harness.h"

#include <string.h>

#include "call/host.h"
#include "exchange/value.h"

static void assert_host(struct host h, const char *name, unsigned long port)
{
	assert_int_equal(h.name.n, strlen(name));
	assert_memory_equal(h.name.s, name, h.name.n);
	assert_int_equal(h.port, port);
}

static void a_via_names_its_sender(void **state)
{
	static const struct {
		const char *via, *name;
		unsigned long port;
	} vias[] = {
		{ "SIP/2.0/UDP h;branch=x", "h", 5060 },
		{ "SIP/2.0/TLS h", "h", 5061 },
		{ "SIP / 2.0 / UDP h : 4000;ttl=16", "h", 4000 },
		{ "SIP/2.0/UDP [2001:db8::1]:5080", "[2001:db8::1]", 5080 },
		{ "SIP/2.0/UDP h:65535", "h", 65535 },
		/* What is no port does not count. */
		{ "SIP/2.0/UDP h:65536", "h", 5060 },
		{ "SIP/2.0/UDP h:0", "h", 5060 },
		{ "SIP/2.0/TLS h:x", "h", 5061 },
		{ "SIP/2.0/UDP h:", "h", 5060 },
		{ "SIP/2.0/UDP [::1] 7", "[::1]", 5060 },
		{ "SIP/2.0/UDP", "", 5060 },
		{ "", "", 5060 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(vias); i++)
		assert_host(host_of_via(value_of(vias[i].via)), vias[i].name,
		            vias[i].port);
}

static void a_uri_names_its_host(void **state)
{
	static const struct {
		const char *uri, *name;
		unsigned long port;
	} uris[] = {
		{ "<sip:a@h>", "h", 5060 },
		{ "<sips:a@h>", "h", 5061 },
		{ "<sip:a@h;transport=tls>", "h", 5061 },
		{ "<sip:a@h;transport=udp>", "h", 5060 },
		{ "<sip:a@h:5070;transport=tls>", "h", 5070 },
		{ "<tel:+1555>", "", 5060 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(uris); i++)
		assert_host(host_of_uri(value_of(uris[i].uri)), uris[i].name,
		            uris[i].port);
}

static void hosts_are_compared(void **state)
{
	struct host a = host_of_uri(value_of("sip:h"));
	struct host same = host_of_uri(value_of("sip:H:5060"));
	struct host port = host_of_uri(value_of("sip:h:5061"));
	struct host name = host_of_uri(value_of("sip:i"));

	(void)state;
	assert_true(host_same(&a, &same));
	assert_false(host_same(&a, &port));
	assert_false(host_same(&a, &name));
	name.hash = a.hash;
	assert_false(host_same(&a, &name));
	assert_true(host_is_usual(5060));
	assert_true(host_is_usual(5061));
	assert_false(host_is_usual(5062));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_via_names_its_sender),
		TEST(a_uri_names_its_host),
		TEST(hosts_are_compared),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
