/* test_sarif.c - the findings of check as a log of SARIF 2.1.0. */
#include "files.h"
#include "harness.h"

#include <stdio.h>
#include <string.h>

#include "answer/remark.h"
#include "jsonread.h"

#define RESULTS "runs.0.results"

/* Lacks the tag of To. */
static const char bad[] = "SIP/2.0 486 Busy Here\r\n"
			  "Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKx\r\n"
			  "From: <sip:a@example.com>;tag=1\r\n"
			  "To: <sip:b@example.com>\r\n"
			  "Call-ID: x\r\nCSeq: 1 INVITE\r\n\r\n";
static const char good[] = "SIP/2.0 486 Busy Here\r\n"
			   "Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKx\r\n"
			   "From: <sip:a@example.com>;tag=1\r\n"
			   "To: <sip:b@example.com>;tag=2\r\n"
			   "Call-ID: x\r\nCSeq: 1 INVITE\r\n\r\n";
static const char *const call[] = { "check", "--format=sarif", NULL };

static void a_finding_is_a_result(void **state)
{
	struct run r = { 0 };

	(void)state;
	run_cli(&r, call, bad);
	assert_int_equal(r.status, 1);
	assert_string_equal(r.err, "");
	assert_json(r.out, r.out_len);
	assert_json_at(r.out, "version", "\"2.1.0\"");
	assert_int_equal(json_len(r.out, "runs"), 1);
	assert_json_at(r.out, "runs.0.tool.driver.name", "\"sipcode\"");
	assert_json_at(r.out, "runs.0.tool.driver.version",
	               "\"" SIPCODE_VERSION "\"");
	assert_int_equal(json_len(r.out, RESULTS), 1);
	assert_json_at(r.out, RESULTS ".0.ruleId", "\"no-to-tag\"");
	assert_json_at(r.out, RESULTS ".0.level", "\"error\"");
	assert_json_at(r.out, RESULTS ".0.message.text",
	               "\"486 has no tag in To (RFC 3261 section 8.2.6.2)\"");
	assert_json_at(r.out,
	               RESULTS ".0.locations.0.physicalLocation."
	                       "artifactLocation.uri",
	               "\"stdin\"");
	assert_json_at(r.out,
	               RESULTS ".0.locations.0.physicalLocation.region",
	               "{\"startLine\":4,\"startColumn\":5,\"endColumn\":24}");
	run_free(&r);
}

static void without_findings_the_results_are_empty(void **state)
{
	struct run r = { 0 };

	(void)state;
	run_cli(&r, call, good);
	assert_int_equal(r.status, 0);
	assert_string_equal(r.err, "");
	assert_json(r.out, r.out_len);
	assert_int_equal(json_len(r.out, RESULTS), 0);
	run_cli(&r, call, "");
	assert_json(r.out, r.out_len);
	assert_int_equal(json_len(r.out, RESULTS), 0);
	run_free(&r);
}

/* Each rule once, and no finding of another. */
static void every_rule_is_listed_once(void **state)
{
	struct sipcode_finding f;
	struct run r = { 0 };

	(void)state;
	run_cli(&r, call, good);
	for (size_t i = 0; finding_of_rule(i, &f); i++) {
		char id[RULE_MAX], member[RULE_MAX + 16];

		sipcode_rule_id(&f, id, sizeof(id));
		snprintf(member, sizeof(member), "{\"id\":\"%s\",", id);
		assert_int_equal(times(r.out, member), 1);
	}
	assert_holds(r.out,
	             "{\"id\":\"no-to-tag\",\"shortDescription\":{\"text\":\"has "
	             "no tag in To\"},\"defaultConfiguration\":{\"level\":"
	             "\"error\"},\"helpUri\":\"https://www.rfc-editor.org/rfc/"
	             "rfc3261#section-8.2.6.2\"}");
	/* 401 and 407 have it of other sections. */
	assert_holds(r.out, "{\"id\":\"missing-allow\",\"shortDescription\":"
	                    "{\"text\":\"lacks Allow\"},\"defaultConfiguration\""
	                    ":{\"level\":\"error\"}}");
	assert_holds(r.out, "{\"id\":\"cut\",");
	run_free(&r);
}

static void the_name_of_a_file_is_a_reference(void **state)
{
	static const char *const names[][2] = {
		{ "a b%c|d.log", "a%20b%25c%7Cd.log" },
		{ "x:y.log", "x:y.log" },
		{ "\303\251.log", "%C3%A9.log" },
	};
	const char *folder = folder_new();
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(names); i++) {
		char path[FILE_PATH_MAX], uri[FILE_PATH_MAX];

		folder_write(folder, names[i][0], bad);
		snprintf(path, sizeof(path), "%s/%s", folder, names[i][0]);
		RUN(&r, "check", "-f", "sarif", path);
		assert_int_equal(r.status, 1);
		snprintf(uri, sizeof(uri), "\"file://%s/%s\"},\"region\"",
		         folder, names[i][1]);
		assert_holds(r.out, uri);
	}
	folder_remove(folder);
	run_free(&r);
}

static void only_check_takes_it(void **state)
{
	static const struct check checks[] = {
		{ { "explain", "--format=sarif" }, 2, "",
		  "sipcode: --format=sarif goes with check\n" TRY },
		{ { "-f", "sarif", "486" }, 2, "",
		  "sipcode: --format=sarif goes with check\n" TRY },
		{ { "tally", "-fsarif" }, 2, "",
		  "sipcode: --format=sarif goes with check\n" TRY },
		{ { "-q", "check", "-fsarif", "/dev/null" }, 1, "", "" },
	};

	(void)state;
	CHECK(checks);
}

static int sarif_names(void **state)
{
	(void)state;
	json_foreign_names = 1;
	return 0;
}

static int own_names(void **state)
{
	(void)state;
	json_foreign_names = 0;
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_finding_is_a_result),
		TEST(without_findings_the_results_are_empty),
		TEST(every_rule_is_listed_once),
		TEST(the_name_of_a_file_is_a_reference),
		TEST(only_check_takes_it),
	};

	return cmocka_run_group_tests(tests, sarif_names, own_names);
}
