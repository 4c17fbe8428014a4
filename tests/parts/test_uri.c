/* test_uri.c - From and To of a response beside those of its request: which
 * URIs are the same. */
#include "pair.h"

static void from_comes_back(void **state)
{
	static const struct copied rows[] = {
		{ 'f', "From: Al <sip:a@b.example>;tag=1\r\n",
		  "f: \"Al <sip:x@y>; \\\" tag=7\" <sip:a@B.Example> ;tag=1\r\n",
		  "" },
		{ 'f', "From: sip:a@b.example;tag=1\r\n",
		  "From: <sip:a@b.example>;tag=1\r\n", "" },
		{ 'f', "From: sip:a@b.example;user=phone;tag=1\r\n",
		  "From: <sip:a@b.example>;tag=1\r\n", "" },
		{ 'f', "From: <sip:a@b.example;x=y>;tag=1\r\n",
		  "From:<SIP:%61@b.example>\r\n ; tag = 1;more=x\r\n", "" },
		{ 'f', "From: <sip:a@b.example;transport=TCP;user=phone>;tag=1\r\n",
		  "From: <sip:a@b.example;user=Phone;Transport=tcp>;tag=1\r\n",
		  "" },
		{ 'f', "From: <tel:+1-201-555-0123>;tag=1\r\n",
		  "From: <tel:+12015550123>;tag=1\r\n", "" },
		{ 'f', "From: <sip:a@[2001:db8::1]:5080>;tag=1\r\n",
		  "From: <sip:a@[2001:DB8::1]:5080>;tag=1\r\n", "" },
		{ 'f', "From: <sip:a@b.example>\r\n", NULL, "" },
		{ 'f', "From: <sip:a@b.example>;tag=aB\r\n",
		  "From: <sip:a@b.example>;tag=Ab\r\n", "" },
		{ 'f', "From: <sip:a@b.example>;tag=1\r\n",
		  "From: <sip:a@b.example>;tag=2\r\n", "!from-differs=<sip" },
		{ 'f', "From: <sip:a@b.example>;tag=1\r\n",
		  "From: <sip:a@b.example>\r\n", "!from-differs=<sip" },
		{ 'f', "From: <sip:a@b.example>\r\n",
		  "From: <sip:a@b.example>;tag=1\r\n", "!from-differs=<sip" },
		{ 'f', "From: <sip:a@b.example>;tag=1\r\n",
		  "From: <sip:A@b.example>;tag=1\r\n", "!from-differs=<sip" },
		{ 'f', "From: <sip:a@b.example>;tag=1\r\n",
		  "From: <sip:a@c.example>;tag=1\r\n", "!from-differs=<sip" },
		{ 'f', "From: <sip:a@b.example>;tag=1\r\n",
		  "From: <sip:b.example>;tag=1\r\n", "!from-differs=<sip" },
		{ 'f', "From: <sip:a@b.example>;tag=1\r\n",
		  "From: <sips:a@b.example>;tag=1\r\n", "!from-differs=<sips" },
		{ 'f', "From: <sip:a@b.example>;tag=1\r\n",
		  "From: <sip:a@b.example:5060>;tag=1\r\n",
		  "!from-differs=<sip" },
		{ 'f', "From: <sip:a@[2001:db8::1]:5080>;tag=1\r\n",
		  "From: <sip:a@[2001:db8::1]:5081>;tag=1\r\n",
		  "!from-differs=<sip" },
		{ 'f', "From: <sip:a@b.example;user=phone>;tag=1\r\n",
		  "From: <sip:a@b.example>;tag=1\r\n", "!from-differs=<sip" },
		{ 'f', "From: <sip:a@b.example;transport=tcp>;tag=1\r\n",
		  "From: <sip:a@b.example;transport=udp>;tag=1\r\n",
		  "!from-differs=<sip" },
		{ 'f', "From: <sip:a@b.example>;tag=1\r\n",
		  "From: <sip:a@b.example?x=y>;tag=1\r\n",
		  "!from-differs=<sip" },
		{ 'f', "From: <tel:+12015550123>;tag=1\r\n",
		  "From: <tel:+12015550124>;tag=1\r\n", "!from-differs=<tel" },
		{ 'f', "From: <tel:+12015550123>;tag=1\r\n",
		  "From: <sip:+12015550123@b.example>;tag=1\r\n",
		  "!from-differs=<sip" },
	};

	(void)state;
	judge_copies(rows, LEN(rows));
}

static void to_comes_back(void **state)
{
	static const struct copied rows[] = {
		{ 't', "To: sip:c@d.example\r\n", "t: sip:c@d.example;tag=2\r\n",
		  "" },
		{ 't', "To: <sip:c@d.example>\r\n",
		  "To: \"C\" <sip:c@D.example>;tag=2\r\n", "" },
		{ 't', "To: <sip:c@d.example>;tag=2\r\n",
		  "To: C\r\n <sip:c@d.example>\r\n ;tag=2\r\n", "" },
		/* That it is missing is found without the request. */
		{ 't', "To: <sip:c@d.example>\r\n", NULL, "" },
		{ 't', "To: <sip:c@d.example>;tag=2\r\n",
		  "To: <sip:c@d.example>;tag=3\r\n", "!to-differs=<sip" },
		{ 't', "To: <sip:c@d.example>;tag=2\r\n",
		  "To: <sip:c@d.example>\r\n", "!to-differs=<sip" },
		{ 't', "To: <sip:c@d.example>\r\n",
		  "To: <sip:other@d.example>;tag=2\r\n", "!to-differs=<sip" },
		{ 't', "To: <sip:c@d.example>\r\n",
		  "To: <sip:c@d.example.net>;tag=2\r\n", "!to-differs=<sip" },
		{ 't', "To: sip:c@d.example\r\n",
		  "To: sip:c@d.example:5060;tag=2\r\n", "!to-differs=sip" },
	};

	(void)state;
	judge_copies(rows, LEN(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(from_comes_back),
		TEST(to_comes_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
