/* test_problems.c - of each problem: its source, and whether the bytes that it
 * is about are shown. */
#include "harness.h"

#include <string.h>

#include "answer/remark.h"

/* Whether the bytes are shown, then the source. */
static const char wanted[SIPCODE_PROBLEMS][48] = {
	[SIPCODE_BAD_CODE] = "RFC 3261 section 7.2",
	[SIPCODE_BAD_LINE] = "shown RFC 3261 section 7.3",
	[SIPCODE_BAD_NUMBER] = "shown RFC 3261 section 25.1",
	[SIPCODE_BAD_METHOD] = "shown RFC 3261 section 13.3.1.3, 11.2",
	[SIPCODE_NO_TAG] = "RFC 3261 section 8.2.6.2",
	[SIPCODE_BODY_CUT] = "RFC 3261 section 18.3",
	[SIPCODE_VIA_DIFFERS] = "shown RFC 3261 section 8.2.6.2",
	[SIPCODE_FROM_DIFFERS] = "shown RFC 3261 section 8.2.6.2",
	[SIPCODE_TO_DIFFERS] = "shown RFC 3261 section 8.2.6.2",
	[SIPCODE_CALL_ID_DIFFERS] = "shown RFC 3261 section 8.2.6.2",
	[SIPCODE_CSEQ_DIFFERS] = "shown RFC 3261 section 8.2.6.2",
	[SIPCODE_TIMESTAMP_DIFFERS] = "shown RFC 3261 section 8.2.6.1",
	[SIPCODE_NO_RECEIVED] = "shown RFC 3581 section 4",
	[SIPCODE_RECORD_ROUTE_DIFFERS] = "shown RFC 3261 section 12.1.1",
	[SIPCODE_CONTACT_NOT_SIPS] = "shown RFC 3261 section 12.1.1",
	[SIPCODE_NO_SESSION] = "RFC 3261 section 13.3.1.4",
	[SIPCODE_MEDIA_DIFFER] = "RFC 3264 section 6",
	[SIPCODE_REQUIRE_UNSUPPORTED] = "shown RFC 3261 section 8.2.4",
	[SIPCODE_UNSUPPORTED_NOT_REQUIRED] = "shown RFC 3261 section 8.2.2.3",
	[SIPCODE_RECV_INFO_UNASKED] = "RFC 6086 section 5.2.3",
	[SIPCODE_ALLOW_LISTS_METHOD] = "shown RFC 3261 section 21.4.6",
	[SIPCODE_ACCEPT_LISTS_TYPE] = "shown RFC 3261 section 21.4.13",
	[SIPCODE_INTERVAL_NOT_BRIEF] = "RFC 3261 section 10.3",
	[SIPCODE_MIN_EXPIRES_LOW] = "shown RFC 3261 section 10.3",
	[SIPCODE_EXPIRES_LONGER] = "shown RFC 6665 section 3.1.1",
	[SIPCODE_MIN_SE_LOW] = "shown RFC 4028 section 6",
	[SIPCODE_SESSION_LONGER] = "shown RFC 4028 section 9",
	[SIPCODE_SESSION_SHORTER] = "shown RFC 4028 section 9",
	[SIPCODE_REFRESHER_DIFFERS] = "shown RFC 4028 section 9",
};

static void show_problem(struct strbuf *line, struct explained *e, int problem)
{
	struct sipcode_finding f = { .problem = (enum sipcode_problem)problem };
	struct strbuf text = { 0 }, source = { 0 };
	size_t n;

	f.at.s = "abc";
	f.at.n = 3;
	finding_text(&text, &source, e, &f);
	n = text.len;
	strbuf_reset(line);
	strbuf_add(line, n > 5 && strcmp(text.s + n - 5, ": abc") == 0
	                         ? "shown "
	                         : "");
	strbuf_add(line, strbuf_text(&source));
	assert_int_equal(strncmp(text.s, "486 ", 4), 0);
	f.at.n = 0;
	finding_text(&text, &source, e, &f);
	assert_null(strstr(text.s, "abc"));
	strbuf_free(&text);
	strbuf_free(&source);
}

static void a_problem_has_its_source(void **state)
{
	struct sipcode_message m = { .code = 486 };
	struct explained e = { .message = &m, .code = sipcode_code(0, 486) };
	struct strbuf line = { 0 };

	(void)state;
	for (int i = 0; i < SIPCODE_PROBLEMS; i++) {
		show_problem(&line, &e, i);
		assert_string_equal(strbuf_text(&line), wanted[i]);
	}
	strbuf_free(&line);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_problem_has_its_source),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
