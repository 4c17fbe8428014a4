/* test_loose.c - forms that may tell of a message twice count with --loose
 * alone; and a line may end with CR. */
#include "bytes.h"

#include <stdlib.h>
#include <string.h>

#include "io/log.h"

#define HEAD "code\tphrase\tcount\tshare\n"

static void loose_forms_count_if_they_are_asked_for(void **state)
{
	static const struct {
		const char *log, *strict, *loose;
	} rows[] = {
		/* loose alone */
		{ "nua(0x1): event r_invite 486 Busy Here\n", HEAD,
		  HEAD "486\tBusy Here\t1\t100.00\n" },
		/* a strict form behind it in its line, even in its phrase */
		{ "Response msg 488/INVITE/cseq=2 SIP/2.0 486 Busy Here\n",
		  HEAD "486\tBusy Here\t1\t100.00\n",
		  HEAD "488\tNot Acceptable Here\t1\t100.00\n" },
		{ "session closed: 480 SIP/2.0 486 Busy Here\n",
		  HEAD "486\tBusy Here\t1\t100.00\n",
		  HEAD "480\tTemporarily Unavailable\t1\t100.00\n" },
		/* a loose one behind a strict one: one a line */
		{ "sip status: 486: Busy Here (\"sip_status_code\":\"480\")\n",
		  HEAD "486\tBusy Here\t1\t100.00\n",
		  HEAD "486\tBusy Here\t1\t100.00\n" },
		/* the lines of a dump */
		{ "Response msg 486/INVITE/cseq=2 (rdata0x1):\n"
		  "SIP/2.0 486 Busy Here\n",
		  HEAD "486\tBusy Here\t1\t100.00\n",
		  HEAD "486\tBusy Here\t2\t100.00\n" },
	};
	struct run r = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		RUN_TEXT(&r, rows[i].log, "tally", "-t");
		assert_run(&r, 0, rows[i].strict,
		           strcmp(rows[i].strict, HEAD) == 0
		                   ? "sipcode: no response found: *\nsipcode: "
		                     "--loose counts *\n"
		                   : "");
		RUN_TEXT(&r, rows[i].log, "tally", "-t", "--loose");
		assert_run(&r, 0, rows[i].loose, "");
	}
	run_free(&r);
}

static void loose_forms_get_a_meaning_if_they_are_asked_for(void **state)
{
	static const char log[] =
		"Response msg 488/INVITE/cseq=2 SIP/2.0 486 Busy Here\n"
		"entering state [terminated][404]\n";
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, log, "annotate");
	assert_run(&r, 0, "Response * Here  # 486 Busy Here: *\n"
	                  "entering state ?terminated??404?\n", "");
	RUN_TEXT(&r, log, "annotate", "--loose");
	assert_run(&r, 0, "Response * Here  # 488 Not Acceptable Here: *\n"
	                  "entering state ?terminated??404?  # 404 *\n", "");
	RUN_TEXT(&r, log, "annotate", "--loose", "-oc486");
	assert_run(&r, 0, "Response * Here  # 486 Busy Here: *\n", "");
	RUN_TEXT(&r, log, "annotate", "-oc404");
	assert_run(&r, 0, "", "");
	run_free(&r);
}

static void loose_goes_with_logs_alone(void **state)
{
	static const struct check checks[] = {
		{ { "tally", "--loose=1" }, 2, "", "sipcode: *" TRY },
		{ { "check", "--loose" }, 2, "", "*--loose goes with annotate*" },
		{ { "--loose", "486" }, 2, "", "*--loose goes with annotate*" },
	};

	(void)state;
	CHECK(checks);
}

/* A line of a log may end with CR alone. */
static void a_cr_ends_a_line(void **state)
{
	static const char log[] =
		"SIP/2.0 100 Trying\rVia: x\r\rSIP/2.0 486 Busy Here\r"
		"CSeq: 1 INVITE\r\r";
	struct run r = { 0 };

	(void)state;
	RUN_TEXT(&r, log, "tally", "-t");
	assert_run(&r, 0, HEAD "100\tTrying\t1\t50.00\n"
	                       "486\tBusy Here\t1\t50.00\n", "");
	RUN_TEXT(&r, log, "annotate");
	assert_run(&r, 0, "SIP/2.0 100 Trying  # 100 *\rVia: x\r\r"
	                  "SIP/2.0 486 Busy Here  # 486 *\r"
	                  "CSeq: 1 INVITE\r\r", "");
	RUN_TEXT(&r, log, "annotate", "--only");
	assert_run(&r, 0, "SIP/2.0 100 Trying  # 100 *\r"
	                  "SIP/2.0 486 Busy Here  # 486 *\r", "");
	/* A CR before the end of the line is of that end. */
	RUN_TEXT(&r, "SIP/2.0 100 Trying\r\r\nx\n", "annotate", "--only");
	assert_run(&r, 0, "SIP/2.0 100 Trying  # 100 *\r\r\n", "");
	run_free(&r);
}

/* Where no LF is, a log is as good as one long line. */
static void lines_with_cr_count_beyond_the_buffer(void **state)
{
	enum { MESSAGES = 3 * LOG_BUFFER / 32 };
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	for (int i = 0; i < MESSAGES; i++)
		bytes_str(&b, "SIP/2.0 486 Busy Here\rVia: x\r\r\r");
	RUN_BYTES(&r, b.s, b.n, "tally", "-t");
	assert_run(&r, 0, HEAD "486\tBusy Here\t24576\t100.00\n", "");
	RUN_BYTES(&r, b.s, b.n, "annotate");
	assert_int_equal(r.status, 0);
	assert_string_equal(r.err, "");
	assert_int_equal(times(r.out, "# 486 Busy Here:"), MESSAGES);
	run_free(&r);
	bytes_free(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(loose_forms_count_if_they_are_asked_for),
		TEST(loose_forms_get_a_meaning_if_they_are_asked_for),
		TEST(loose_goes_with_logs_alone),
		TEST(a_cr_ends_a_line),
		TEST(lines_with_cr_count_beyond_the_buffer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
