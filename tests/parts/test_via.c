/* test_via.c - the Via values of a response beside those of its request. */
#include "pair.h"

#define VIA "SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1"
#define UP "SIP/2.0/TCP Up.example;branch=z9hG4bK2"

static void the_via_values_come_back(void **state)
{
	static const struct copied rows[] = {
		{ 'v', "Via: " VIA "\r\n", NULL, "" },
		{ 'v', "Via: " VIA "\r\n", "v: " VIA "\r\n", "" },
		{ 'v', "Via: " VIA "\r\nVia: " UP "\r\n",
		  "VIA:" VIA " , " UP "\r\n", "" },
		{ 'v', "v: " VIA "," UP "\r\n",
		  "v: " VIA "\r\nX: y\r\nVia: " UP "\r\n", "" },
		{ 'v', "Via: " VIA ";rport\r\n",
		  "Via: SIP/2.0/UDP 192.0.2.1:5060;received=192.0.2.9;"
		  "rport=1;branch=z9hG4bK1\r\n", "" },
		{ 'v', "Via: " VIA ";rport;alias\r\n", "Via: " VIA "\r\n", "" },
		{ 'v', "Via: " UP "\r\n",
		  "Via: sip / 2.0 / tcp  uP.EXAMPLE ;branch = Z9HG4BK2\r\n",
		  "" },
		{ 'v', "Via: " UP "\r\n",
		  "Via: SIP/2.0/TCP\r\n Up.example\r\n\t;branch=z9hG4bK2\r\n",
		  "" },
		{ 'v', "Via: SIP/2.0/TLS h.example;branch=z9hG4bK1\r\n",
		  "Via: SIP/2.0/TLS h.example : 5061 ;branch=z9hG4bK1\r\n",
		  "" },
		{ 'v', "Via: SIP/2.0/UDP [2001:DB8::1]:5070;branch=z9hG4bK1\r\n",
		  "Via: SIP/2.0/UDP [2001:db8:0::1]:5070 ;branch=z9hG4bK1\r\n",
		  "" },
		{ 'v', "Via: SIP/2.0/UDP h.example (a;b)\r\n", NULL, "" },
		{ 'v', "Via: SIP/2.0/UDP h.example\r\n",
		  "Via: SIP/2.0/UDP h.example;received=192.0.2.9\r\n", "" },
		{ 'v', "Via: " VIA "\r\n",
		  "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK3\r\n",
		  "!via-differs=SIP" },
		{ 'v', "Via: " VIA "\r\n", "Via: SIP/2.0/UDP 192.0.2.1:5060\r\n",
		  "!via-differs=SIP" },
		{ 'v', "Via: " VIA "\r\n",
		  "Via: SIP/2.0/TCP 192.0.2.1:5060;branch=z9hG4bK1\r\n",
		  "!via-differs=SIP" },
		{ 'v', "Via: " VIA "\r\n",
		  "Via: SIP/2.0/UDP 192.0.2.2:5060;branch=z9hG4bK1\r\n",
		  "!via-differs=SIP" },
		{ 'v', "Via: " VIA "\r\n",
		  "Via: SIP/2.0/UDP 192.0.2.1:5070;branch=z9hG4bK1\r\n",
		  "!via-differs=SIP" },
		{ 'v', "Via: SIP/2.0/UDP [2001:db8::1]:5070;branch=z9hG4bK1\r\n",
		  "Via: SIP/2.0/UDP [2001:db8::1]:5071;branch=z9hG4bK1\r\n",
		  "!via-differs=SIP" },
		/* Lost, added, in another order. */
		{ 'v', "Via: " VIA "\r\nVia: " UP "\r\n", "Via: " VIA "\r\n",
		  "!via-differs=SIP" },
		{ 'v', "Via: " VIA "\r\n", "Via: " VIA "," UP "\r\n",
		  "!via-differs=" UP },
		{ 'v', "Via: " VIA "," UP "\r\n", "Via: " UP "," VIA "\r\n",
		  "!via-differs=" UP },
		/* Who fills in rport knows that received belongs to it. */
		{ 'v', "Via: " VIA ";rport\r\n", "Via: " VIA ";rport=5060\r\n",
		  "!no-received=SIP" },
		{ 'v', "Via: " VIA ";rport;x=y\r\n",
		  "Via: " VIA ";x=y;rport=5060\r\n", "!no-received=SIP" },
		{ 'v', "Via: " VIA ";rport=5060\r\n", NULL, "" },
		{ 'v', "Via: " VIA ";rport\r\n", NULL, "" },
		{ 'v', "Via: " VIA "\r\n", "Via: " VIA ";rport=5060\r\n", "" },
	};

	(void)state;
	judge_copies(rows, LEN(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_via_values_come_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
