/* test_records.c - the commands header, symptom and timer, and what commands
 * say of operands that belong to others. */
#include "harness.h"

#include <string.h>
#include <sipcode.h>

static void a_header_field_tells_where_it_is_due(void **state)
{
	static const struct check checks[] = {
		{ { "header", "Retry-After" }, 0, "header Retry-After\n*"
		  "What to look at\n*Must be in  500 (INVITE), if *"
		  "Should be in  413*May be in  404*", "" },
		{ { "header", "retry-after" }, 0, "header Retry-After\n*",
		  "" },
		{ { "header", "k" }, 0, "header Supported\n*Compact form  k\n*",
		  "" },
		{ { "-Fheader", "header", "Via: SIP/2.0/UDP h", "To" }, 0,
		  "Via\nTo\n", "" },
		{ { "header", "Retry-Aftr" }, 1, "",
		  "sipcode: no such header: 'Retry-Aftr'\n"
		  "sipcode: did you mean: 'Retry-After'\n" },
		{ { "header" }, 0, "Accept: *\nWarning: *", "" },
		{ { "-Fduties", "header", "Retry-After" }, 0, "*; *", "" },
	};

	(void)state;
	CHECK(checks);
}

static void a_header_field_has_a_page_in_every_language(void **state)
{
	struct run r = { 0 };

	(void)state;
	if (sipcode_language("vi") < 0)
		skip_without("Vietnamese");
	RUN(&r, "--lang", "vi", "header", "Min-SE");
	assert_run(&r, 0, "header Min-SE\n*", "");
	assert_lacks(r.out, "What to look at");
	run_free(&r);
}

static void a_timer_tells_what_its_end_produces(void **state)
{
	static const struct check checks[] = {
		{ { "timer", "B" }, 0, "timer B\n*\nDefault *64\\*T1*"
		  "\nWhen it ends *408*\nCodes *408 Request Timeout\n*", "" },
		{ { "timer", "b", "t1" }, 0, "timer B\n*\ntimer T1\n*", "" },
		{ { "timer", "timer F" }, 0, "timer F\n*", "" },
		{ { "timer", "Z" }, 1, "", "sipcode: no such timer: 'Z'\n" },
		{ { "-Ftimer", "timer" }, 0, "100rel\n*64\\*T1\nA\nB\nC\n*",
		  "" },
	};

	(void)state;
	CHECK(checks);
}

static void every_timer_of_the_standard_is_there(void **state)
{
	static const char *const timers[] = {
		"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "T1",
		"T2", "T4", "64*T1", "100rel", "Session-Expires", "Min-SE",
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(timers); i++) {
		RUN(&r, "timer", timers[i]);
		assert_run(&r, 0, "timer *\nDefault *\nWhen it ends *", "");
	}
	run_free(&r);
}

static void a_symptom_tells_what_is_behind_it(void **state)
{
	static const struct check checks[] = {
		{ { "symptom", "drops-after-32-seconds" }, 0,
		  "The call drops after 32 seconds\nWhat is behind it\n*ACK*"
		  "\nHow to fix\n*\nReference *", "" },
		{ { "-Fid", "symptom", "audio" }, 0, "*one-way-audio\n*",
		  "" },
		{ { "symptom", "xyzzy" }, 1, "",
		  "sipcode: no such symptom: 'xyzzy'\n" },
	};

	(void)state;
	CHECK(checks);
	assert_true(sipcode_rows(SIPCODE_SYMPTOMS) >= 40);
}

/* Of the rules of a product the nearest to the code counts. */
static void failover_tells_what_leads_on(void **state)
{
	static const struct check checks[] = {
		{ { "failover", "503" }, 0, "The next route is tried\n"
		  "*RFC 3263 *Microsoft Teams Direct Routing *", "" },
		{ { "failover", "487" }, 0, "*No further route is tried\n*"
		  "jambonz  487 *", "" },
		{ { "failover", "teams" }, 0, "*408, 503, 504, codes that the "
		  "operator lists (carrier)*", "" },
		{ { "-Fresult", "failover", "yeti-486" }, 0, "stop\n", "" },
		{ { "failover", "222" }, 1, "", "sipcode: no such failover: "
		  "'222'\n" },
		{ { "failover", "xyzzy" }, 1, "", "sipcode: no such failover: "
		  "'xyzzy'\n" },
		{ { "-t", "failover", "439" }, 0, "product\trole\tcode\t*\n"
		  "RFC 5626\tUAC\t439\t*", "" },
	};
	struct run r = { 0 };

	(void)state;
	CHECK(checks);
	RUN(&r, "failover", "486");
	assert_run(&r, 0, "*Yeti (class 4 switch)  486 (SBC)*", "");
	assert_lacks(r.out, "Yeti (class 4 switch)  3xx");
	assert_lacks(r.out, "Microsoft Teams Direct Routing  408");
	RUN(&r, "486");
	assert_run(&r, 0, "*\nNext route  * of * products try it by "
	           "themselves: sipcode failover 486\n*", "");
	RUN(&r, "200");
	assert_lacks(r.out, "Next route");
	run_free(&r);
}

static void a_product_is_known_by_its_names(void **state)
{
	static const struct check checks[] = {
		{ { "product", "cucm" }, 0, "product Cisco CUCM\n*", "" },
		{ { "product", "livekit", "yeti" }, 0, "product LiveKit\n*\n"
		  "product Yeti\n*", "" },
		{ { "product", "xyzzy" }, 1, "", "sipcode: no such product: "
		  "'xyzzy'\n" },
		{ { "product", "Kamailo" }, 1, "", "sipcode: no such product: "
		  "'Kamailo'\nsipcode: did you mean: 'Kamailio'\n" },
		{ { "-t", "product" }, 0, "product\talias\n*", "" },
		{ { "product", "osmo-sip-connector" }, 0, "*Codes and causes\n"
		  "*From Q.850  *17 -> 486*To Q.850  *", "" },
	};
	struct run r = { 0 };

	(void)state;
	CHECK(checks);
	/* A line each, with how much is known. */
	RUN(&r, "product");
	assert_run(&r, 0, "*\nLiveKit: * rules of failover, * notes, * "
	           "phrases*names\n*", "");
	assert_int_equal(times(r.out, "\n"), sipcode_rows(SIPCODE_PRODUCTS));
	run_free(&r);
}

static void terms_are_a_line_each(void **state)
{
	static const struct check checks[] = {
		{ { "term", "address of record" }, 0, "term AOR\n*", "" },
		{ { "term", "uac", "early media" }, 0,
		  "term UAC\n*\nterm early media\n*", "" },
		{ { "-j", "term", "B2BUA" }, 0, "\\[{\"term\":\"B2BUA\",*",
		  "" },
		{ { "term", "xyzzy" }, 1, "", "sipcode: no such term: "
		  "'xyzzy'\n" },
		{ { "address", "of", "record" }, 0, "term AOR\n*",
		  "sipcode: to read about it: 'sipcode search AOR'\n" },
	};
	struct run r = { 0 };

	(void)state;
	CHECK(checks);
	RUN(&r, "help", "terms");
	assert_run(&r, 0, "*\nB2BUA: *\nearly media: *", "");
	assert_int_equal(times(r.out, "\n"), sipcode_rows(SIPCODE_TERMS));
	run_free(&r);
}

static void a_cause_tells_its_class_and_where_it_was_made(void **state)
{
	static const struct check checks[] = {
		{ { "cause", "17" }, 0, "*\nClass  normal event\n*", "" },
		{ { "cause", "38" }, 0, "*\nClass  resource unavailable\n*",
		  "" },
		{ { "-Fclass", "cause", "487" }, 0, "\n", "" },
		{ { "cause", "0" }, 0, "cause 0 No cause\n*480*603*", "" },
		{ { "cause", "location=LN" }, 0, "location 2 public network "
		  "serving the local user\n*", "" },
		{ { "-Falias", "cause", "location" }, 0, "U\nLPN\nLN\n*"
		  "\nLOC-15\n", "" },
	};

	(void)state;
	CHECK(checks);
	assert_int_equal(sipcode_rows(SIPCODE_LOCATIONS), 16);
}

static void one_code_lists_its_comparisons(void **state)
{
	static const struct check checks[] = {
		{ { "compare", "486" }, 0, "compare 480 486: *\n*compare 486 "
		  "600: *", "" },
		{ { "-Fid", "compare", "421" }, 0, "200-421\n420-421\n"
		  "421-494\n", "" },
	};

	(void)state;
	CHECK(checks);
}

static void operands_of_other_commands_lead_there(void **state)
{
	static const struct check checks[] = {
		{ { "cause", "486" }, 1, "",
		  "sipcode: no such cause: '486'\nsipcode: it is a status "
		  "code: 'sipcode cause --sip=486'\n" },
		{ { "option", "421" }, 1, "",
		  "sipcode: no such option: '421'\nsipcode: it is a status "
		  "code: 'sipcode 421'\n" },
		{ { "explain", "403" }, 2, "",
		  "sipcode: 403: No such file or directory\n"
		  "sipcode: to read about the code: 'sipcode 403'\n" },
		{ { "help", "403" }, 2, "",
		  "sipcode: no such command: '403'\nsipcode: to look it up: "
		  "'sipcode 403'\n" },
		{ { "help", "explane" }, 2, "", "*'sipcode help explain'\n" },
	};

	(void)state;
	CHECK(checks);
}

static void options_that_are_none_lead_on(void **state)
{
	static const struct check checks[] = {
		{ { "--jso", "486" }, 2, "", "sipcode: unknown option: "
		  "'--jso'\nsipcode: did you mean: '--json'\n" },
		{ { "--colour=never", "486" }, 2, "", "*'--color'\n" },
		{ { "--verbose", "486" }, 2, "", "*'--all'\n" },
		{ { "-all", "486" }, 2, "", "sipcode: unknown option: '-all'\n"
		  "sipcode: long options take two hyphens: '--all'\n" },
		{ { "-v" }, 2, "", "*'--version'\n" },
		{ { "-F", "phrse", "486" }, 2, "", "*'phrase'\n" },
		{ { "--sip=486", "486" }, 2, "", "sipcode: 'show' has no "
		  "option: 'sip'\nsipcode: --sip goes with cause: 'sipcode "
		  "help cause'\n" },
		{ { "--qqqqqqqq" }, 2, "", "*'--qqqqqqqq'\n" TRY },
	};

	(void)state;
	CHECK(checks);
}

static void a_log_that_is_piped_in_wants_a_command(void **state)
{
	struct run r = { 0 };

	(void)state;
	run_cli(&r, (const char *const[]){ NULL }, "SIP/2.0 486 Busy Here\r\n");
	assert_run(&r, 2, "", "sipcode: nothing was asked for; to read "
	           "standard input use sipcode explain, annotate or tally\n");
	run_cli(&r, (const char *const[]){ NULL }, NULL);
	assert_run(&r, 2, "", USAGE);
	assert_int_equal(times(r.err, "\n  sipcode "), 6);
	run_free(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_header_field_tells_where_it_is_due),
		TEST(a_header_field_has_a_page_in_every_language),
		TEST(a_timer_tells_what_its_end_produces),
		TEST(every_timer_of_the_standard_is_there),
		TEST(a_symptom_tells_what_is_behind_it),
		TEST(failover_tells_what_leads_on),
		TEST(a_product_is_known_by_its_names),
		TEST(terms_are_a_line_each),
		TEST(a_cause_tells_its_class_and_where_it_was_made),
		TEST(one_code_lists_its_comparisons),
		TEST(operands_of_other_commands_lead_there),
		TEST(options_that_are_none_lead_on),
		TEST(a_log_that_is_piped_in_wants_a_command),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
