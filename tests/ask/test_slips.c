/* test_slips.c - what is typed in odd ways: slips, joints without a code on
 * both sides, several names, numbers of products in a text. */
#include "harness.h"

static void odd_words_are_answered(void **state)
{
	static const struct check checks[] = {
		{ { "-Fcode", "4O4" }, 1, "",
		  "sipcode: no such code or phrase: '4O4'\n"
		  "sipcode: did you mean: 'sipcode 404'\n" },
		{ { "-Fcode", "4 8 6" }, 1, "",
		  "sipcode: no such code or phrase: '4 8 6'\n"
		  "sipcode: did you mean: 'sipcode 486'\n" },
		{ { "-Fcode", "4l0" }, 1, "",
		  "sipcode: no such code or phrase: '4l0'\n"
		  "sipcode: did you mean: 'sipcode 410'\n" },
		{ { "-Fcode", "I00" }, 1, "",
		  "sipcode: no such code or phrase: 'I00'\n"
		  "sipcode: did you mean: 'sipcode 100'\n" },
		{ { "-Fcode", "4.8 6" }, 1, "",
		  "sipcode: no such code or phrase: '4.8 6'\n" },
		{ { "-Fcode", "486-487" }, 0, "486\n"
		  "487\n",
		  "" },
		{ { "-Fcode", "40\\d" }, 0, "400\n"
		  "401\n"
		  "402\n"
		  "403\n"
		  "404\n"
		  "405\n"
		  "406\n"
		  "407\n"
		  "408\n"
		  "409\n",
		  "" },
		{ { "-Fcode", "786" }, 1, "",
		  "sipcode: no such code or phrase: '786'\n"
		  "sipcode: a status code is a number from 100 to 699\n" },
		{ { "-Fcode", "100000" }, 1, "",
		  "sipcode: no such code or phrase: '100000'\n"
		  "sipcode: a status code is a number from 100 to 699\n" },
		{ { "-Fcode", "busy here, somewhere" }, 1, "486\n",
		  "sipcode: not used: 'somewhere'\n" },
		{ { "-Fcode", "486   Busy    Here" }, 0, "486\n",
		  "" },
		{ { "-Fcode", "503/" }, 0, "503\n",
		  "" },
		{ { "-Fcode", "486 17 seconds" }, 1, "486\n",
		  "sipcode: not used: '17 seconds'\n" },
		{ { "-Fcode", "486: cause 17" }, 0, "486\n",
		  "sipcode: there is also: 'sipcode cause 17'\n" },
		{ { "-Fcode", "x SIP/2.0 700 Odd" }, 1, "",
		  "sipcode: no such code or phrase: 'x SIP/2.0 700 Odd'\n"
		  "sipcode: the best of what a search finds: 'sipcode search "
		  "x SIP/2.0 700 Odd'\n" },
		{ { "-Fcode", "0x1e6" }, 1, "",
		  "sipcode: no such code or phrase: '0x1e6'\n" },
		{ { "-Fcode", "0x1E6 0xzz" }, 1, "",
		  "sipcode: no such code or phrase: '0x1E6 0xzz'\n" },
		{ { "-Fcode", "code=486;code=487" }, 1, "486\n",
		  "sipcode: not used: 'code=487'\n" },
		{ { "-Fcode", "status 486 status 486" }, 1, "486\n",
		  "sipcode: not used: 'status 486'\n" },
		{ { "-Fcode", "error 5060" }, 1, "",
		  "sipcode: no such code or phrase: 'error 5060'\n"
		  "sipcode: the best of what a search finds: 'sipcode search "
		  "error 5060'\n" },
		{ { "-Fcode", "21210 foo" }, 0, "\n",
		  "sipcode: taken from the text: '21210'\n" },
		{ { "-Fcode", "32203, x 32203" }, 0, "\n",
		  "sipcode: taken from the text: '32203'\n" },
		{ { "-Fcode", "a 32203) b" }, 0, "\n",
		  "sipcode: taken from the text: '32203'\n" },
		{ { "-Fcode", "32203 and 21210" }, 1, "",
		  "sipcode: no such code or phrase: '32203 and 21210'\n"
		  "sipcode: the best of what a search finds: 'sipcode search "
		  "32203 and 21210'\n" },
		{ { "-Fcode", "reason=\"Busy Here\"" }, 0, "486\n",
		  "sipcode: taken from the text: '486'\n" },
		{ { "-Fcode", "text=\"Not Found\"" }, 0, "404\n",
		  "sipcode: taken from the text: '404'\n" },
		{ { "-Fcode", "text=\"Not Found\" or \"Busy Here\"" }, 1, "",
		  "sipcode: no such code or phrase: 'text=\"Not Found\" or "
		  "\"Busy Here\"'\n"
		  "sipcode: the best of what a search finds: 'sipcode search "
		  "text= Not Found or Busy Here'\n" },
		{ { "-Fcode", "text=\"Not Found\" and \"Not Found\"" },
		  0, "404\n",
		  "sipcode: taken from the text: '404'\n" },
		{ { "-Fcode", "who: 486 Busy" }, 0, "486\n",
		  "sipcode: taken from the text: '486'\n" },
		{ { "-Fcode", "a.b.c" }, 1, "",
		  "sipcode: no such code or phrase: 'a.b.c'\n" },
		{ { "-Fcode", "sip:486@x" }, 1, "",
		  "sipcode: no such code or phrase: 'sip:486@x'\n" },
		{ { "-Fcode", "603 Decline 608" }, 1, "603\n",
		  "sipcode: not used: '608'\n" },
		{ { "-Fcode", "6O3 decline" }, 1, "",
		  "sipcode: no such code or phrase: '6O3 decline'\n"
		  "sipcode: the best of what a search finds: 'sipcode search "
		  "6O3 decline'\n" },
		{ { "-Fcode", "486=busy" }, 1, "486\n",
		  "sipcode: not used: '=busy'\n" },
		{ { "-Fcode", "busy:" }, 1, "",
		  "sipcode: ambiguous (486, 600): 'busy'\n"
		  "sipcode: to tell them apart: 'sipcode compare 486 600'\n" },
		{ { "-Fcode", "INVITE:486" }, 0, "486\n",
		  "" },
		{ { "-Fcode", "INVITE: Busy Here" }, 0, "486\n",
		  "sipcode: taken from the text: '486'\n" },
		{ { "-Fcode", "HTTP 404" }, 1, "",
		  "sipcode: no such code or phrase: 'HTTP 404'\n"
		  "sipcode: HTTP has codes of its own; the one of SIP: "
		  "'sipcode 404'\n" },
		{ { "-Fcode", "http/1.1 486 x" }, 1, "",
		  "sipcode: no such code or phrase: 'http/1.1 486 x'\n"
		  "sipcode: HTTP has codes of its own; the one of SIP: "
		  "'sipcode 486'\n" },
		{ { "-Fcode", "486", "or", "600" }, 0, "486\n"
		  "600\n",
		  "" },
		{ { "-Fcode", "486", "and", "and" }, 0, "486\n",
		  "" },
		{ { "-Fcode", "486", "and", "and", "487" }, 0, "486\n"
		  "487\n",
		  "" },
		{ { "-Fcode", "486", "Busy Here", "and", "and", "404" },
		  0, "486\n"
		  "404\n",
		  "" },
		{ { "-Fcode", "\"USER_BUSY\" x" }, 2, "",
		  "sipcode: taken from the text: 'USER_BUSY'\n"
		  "sipcode: a cause has no field: 'code'\n"
		  "Try 'sipcode --help' for more information.\n" },
		{ { "-Fcode", "x \"USER_BUSY\" \"NO_ANSWER\"" }, 1, "",
		  "sipcode: no such code or phrase: 'x \"USER_BUSY\" "
		  "\"NO_ANSWER\"'\n"
		  "sipcode: the best of what a search finds: 'sipcode search "
		  "x USER_BUSY NO_ANSWER'\n" },
		{ { "-Fcode", "x \"USER_BUSY\" \"USER_BUSY\" y" }, 2, "",
		  "sipcode: taken from the text: 'USER_BUSY'\n"
		  "sipcode: a cause has no field: 'code'\n"
		  "Try 'sipcode --help' for more information.\n" },
		{ { "-Fcode", "call ended AST_CAUSE_USER_BUSY "
		              "AST_CAUSE_NO_ANSWER x" },
		  1, "",
		  "sipcode: no such code or phrase: 'call ended "
		  "AST_CAUSE_USER_BUSY AST_CAUSE_NO_ANSWER x'\n"
		  "sipcode: the best of what a search finds: 'sipcode search "
		  "call ended AST_CAUSE_USER_BUSY AST_CAUSE_NO_ANSWER x'\n" },
		{ { "-Fcode", "call ended PJSIP_SC_BUSY_HERE "
		              "PJSIP_SC_BUSY_HERE x" },
		  0, "486\n",
		  "sipcode: taken from the text: 'PJSIP_SC_BUSY_HERE'\n" },
		{ { "-Fcode", "486 not found x y z w v u t s r q p" },
		  1, "486\n",
		  "sipcode: not used: 'not found x y z w v u t s r q p'\n" },
		{ { "-Fcode", "486", "a", "b", "c", "d", "e", "f", "g", "h",
		    "487" },
		  1, "486\n"
		  "487\n",
		  "sipcode: not used: 'a b c d e f g h'\n" },
		{ { "-Fcode", "SIP", "486", "vs", "487", "?" }, 0, "486\n"
		  "487\n",
		  "" },
		{ { "-Fcode", "what", "is", "486", "?" }, 0, "486\n",
		  "" },
		{ { "-Fcode", "x reason 404 \"Busy Here\"" }, 0, "404\n",
		  "sipcode: taken from the text: '404'\n" },
		{ { "-Fcode", "sip_code=404 \"Busy Here\"" }, 1, "404\n",
		  "sipcode: not used: 'Busy Here'\n" },
		{ { "-Fcode", "Q.850 cause=17 in 486 Busy Here" }, 2, "",
		  "sipcode: a cause has no field: 'code'\n"
		  "Try 'sipcode --help' for more information.\n" },
		{ { "-Fcode", "cause=200 486" }, 0, "200\n",
		  "" },
		{ { "-Fcode", "408 Request Timeout 2" }, 0, "408\n",
		  "" },
		{ { "-Fcode", "200OK" }, 1, "",
		  "sipcode: no such code or phrase: '200OK'\n"
		  "sipcode: did you mean: 'sipcode 200'\n" },
		{ { "-Fcode", "486Busy" }, 1, "",
		  "sipcode: no such code or phrase: '486Busy'\n"
		  "sipcode: did you mean: 'sipcode 486'\n" },
		{ { "-Fcode", "40x", "50x" }, 0, "400\n"
		  "401\n"
		  "402\n"
		  "403\n"
		  "404\n"
		  "405\n"
		  "406\n"
		  "407\n"
		  "408\n"
		  "409\n"
		  "500\n"
		  "501\n"
		  "502\n"
		  "503\n"
		  "504\n"
		  "505\n",
		  "" },
		{ { "-Fcode", "4xx", "except", "404" }, 2, "404\n",
		  "sipcode: no such code or phrase: 'except'\n"
		  "sipcode: did you mean: 'header Accept'\n"
		  "sipcode: a class has no field: 'code'\n"
		  "Try 'sipcode --help' for more information.\n" },
		{ { "-Fcode", "486..488" }, 0, "486\n"
		  "487\n"
		  "488\n",
		  "" },
		{ { "-Fcode", "486-" }, 0, "486\n",
		  "" },
		{ { "-Fcode", "48[0-9]" }, 0, "480\n"
		  "481\n"
		  "482\n"
		  "483\n"
		  "484\n"
		  "485\n"
		  "486\n"
		  "487\n"
		  "488\n"
		  "489\n",
		  "" },
		{ { "-Fcode", "488-486" }, 1, "",
		  "sipcode: no such code or phrase: '488-486'\n" },
	};

	(void)state;
	CHECK(checks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(odd_words_are_answered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
