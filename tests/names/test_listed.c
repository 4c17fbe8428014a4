/* test_listed.c - names that no rule makes, beside those by rule; timers and
 * reasons, whose records only the whole data have. */
#include "harness.h"

/* What people may mean as well is shown, and the name is said to be there. */
static void a_name_of_a_program_stands_behind_others(void **state)
{
	static const struct check checks[] = {
		{ { "-bw0", "--", "no-answer" },
		  1,
		  "cause 19 No answer from the user:*",
		  "sipcode: there is also: 'sipcode name no_answer'\n"
		  "sipcode: ambiguous (cause 19, 480, 408, 487, 486): "
		  "'no-answer'\n" },
		{ { "-bw0", "--", "NO_ANSWER" },
		  0,
		  "cause 19 No answer from the user*",
		  "sipcode: there is also: 'sipcode name no_answer'\n" },
		{ { "-bw0", "--", "no_answer" },
		  0,
		  "cause 19 No answer from the user*",
		  "sipcode: there is also: 'sipcode name no_answer'\n" },
		{ { "-bw0", "--", "USERBUSY" },
		  0,
		  "cause 17 User busy*",
		  "sipcode: there is also: 'sipcode name UserBusy'\n" },
		{ { "-bw0", "--", "user_busy" },
		  0,
		  "cause 17 User busy*",
		  "sipcode: there is also: 'sipcode name UserBusy'\n" },
		{ { "-bw0", "--", "User_Busy" },
		  0,
		  "cause 17 User busy*",
		  "sipcode: there is also: 'sipcode name UserBusy'\n" },
		{ { "-bw0", "--", "not-acceptable" },
		  1,
		  "406 Not Acceptable:*",
		  "sipcode: there is also: 'sipcode name not-acceptable'\n"
		  "sipcode: ambiguous (406, 606): 'not-acceptable'\n"
		  "sipcode: to tell them apart: 'sipcode compare 406 606'\n" },
		{ { "-bw0", "--", "NotAcceptable" },
		  1,
		  "406 Not Acceptable:*",
		  "sipcode: ambiguous (406, 606): 'NotAcceptable'\n"
		  "sipcode: to tell them apart: 'sipcode compare 406 606'\n"
		  "sipcode: there is also: 'sipcode name not-acceptable'\n" },
		{ { "-bw0", "--", "NOT_ACCEPTABLE" },
		  1,
		  "406 Not Acceptable:*",
		  "sipcode: ambiguous (406, 606): 'NOT_ACCEPTABLE'\n"
		  "sipcode: to tell them apart: 'sipcode compare 406 606'\n"
		  "sipcode: there is also: 'sipcode name not-acceptable'\n" },
		{ { "-bw0", "--", "request-timeout" },
		  0,
		  "408 Request Timeout (4xx Client Error)*",
		  "sipcode: there is also: 'sipcode name Request Timeout'\n" },
		{ { "-bw0", "--", "RequestTimeout" },
		  0,
		  "408 Request Timeout (4xx Client Error)*",
		  "sipcode: there is also: 'sipcode name REQUEST_TIMEOUT'\n" },
		{ { "-bw0", "--", "Busy" },
		  1,
		  "486 Busy Here:*",
		  "sipcode: ambiguous (486, 600): 'Busy'\n"
		  "sipcode: to tell them apart: 'sipcode compare 486 600'\n"
		  "sipcode: there is also: 'sipcode name BUSY'\n" },
		{ { "-bw0", "--", "Rejected" },
		  0,
		  "608 Rejected (6xx Global Failure)*",
		  "sipcode: there is also: 'sipcode name REJECTED'\n" },
		{ { "-bw0", "--", "REJECTED" },
		  1,
		  "403 Forbidden:*",
		  "sipcode: ambiguous (403, 486, 603, 608): 'REJECTED'\n"
		  "sipcode: to tell them apart: 'sipcode compare 403 486 603 "
		  "608'\n"
		  "sipcode: there is also: 'sipcode name REJECTED'\n" },
		{ { "-bw0", "--", "call_rejected" },
		  0,
		  "cause 21 Call rejected*",
		  "sipcode: there is also: 'sipcode name call_rejected'\n" },
		{ { "-bw0", "--", "CallRejected" },
		  0,
		  "cause 21 Call rejected*",
		  "sipcode: there is also: 'sipcode name call_rejected'\n" },
		{ { "-bw0", "--", "media timeout" },
		  0,
		  "804 MEDIA_TIMEOUT*",
		  "sipcode: there is also: 'sipcode name Media Timeout'\n" },
		{ { "-bw0", "--", "MEDIA_TIMEOUT" },
		  0,
		  "804 MEDIA_TIMEOUT*",
		  "sipcode: there is also: 'sipcode name Media Timeout'\n" },
	};

	(void)state;
	CHECK(checks);
}

/* A constant that a program writes to the letter is the name. */
static void a_name_to_the_letter_is_meant(void **state)
{
	static const struct check checks[] = {
		{ { "-bw0", "--", "NoAnswer" }, 0, "no_answer:*", "" },
		{ { "-bw0", "--", "NOANSWER" }, 0, "no_answer:*", "" },
		{ { "-bw0", "--", "UserBusy" }, 0, "UserBusy:*", "" },
		{ { "-bw0", "--", "early-media" },
		  0,
		  "early-media is a name of jambonz (call_s*",
		  "" },
		{ { "-bw0", "--", "early_media" },
		  0,
		  "early_media is a name of jambonz (call_s*",
		  "" },
		{ { "-bw0", "--", "in-progress" }, 0, "IN_PROGRESS:*", "" },
		{ { "-bw0", "--", "BUSY" }, 0, "BUSY:*", "" },
		{ { "-bw0", "--", "DIALSTATUS.BUSY" }, 0, "BUSY:*", "" },
		{ { "-bw0", "--", "DialStatus.BUSY" }, 0, "BUSY:*", "" },
		{ { "-bw0", "--", "xyz.BUSY" },
		  1,
		  "486 Busy Here:*",
		  "sipcode: no such code or phrase: 'xyz.BUSY'\n"
		  "sipcode: the best of what a search finds: 'sipcode search "
		  "xyz.BUSY'\n" },
		{ { "-bw0", "--", "no-trunk" },
		  0,
		  "no-trunk is a name of LiveKit SIP (inbou*",
		  "" },
		{ { "-bw0", "--", "x.no-trunk" },
		  1,
		  "503 Service Unavailable, in a phrase of *",
		  "sipcode: no such code or phrase: 'x.no-trunk'\n"
		  "sipcode: the best of what a search finds: 'sipcode search "
		  "x.no-trunk'\n" },
	};

	(void)state;
	CHECK(checks);
}

/* "T1" is one, "A" alone is none. */
static void a_timer_may_have_its_value(void **state)
{
	static const struct check checks[] = {
		{ { "-bw0", "--", "T1 = 500" }, 0, "timer T1*", "" },
		{ { "-bw0", "--", "T1 500" }, 0, "timer T1*", "" },
		{ { "-bw0", "--", "T1=500" }, 0, "timer T1*", "" },
		{ { "-bw0", "--", "T1" }, 0, "timer T1*", "" },
		{ { "-bw0", "--", "t1" }, 0, "timer T1*", "" },
		{ { "-bw0", "--", "T2=4" }, 0, "timer T2*", "" },
		{ { "-bw0", "--", "T9=5" },
		  1,
		  "",
		  "sipcode: no such code or phrase: 'T9=5'\n" },
		{ { "-bw0", "--", "X1 = 5" },
		  1,
		  "",
		  "sipcode: no such code or phrase: 'X1 = 5'\n" },
		{ { "-bw0", "--", "T1x" },
		  1,
		  "",
		  "sipcode: no such code or phrase: 'T1x'\n" },
		{ { "-bw0", "--", "T1x = 5" },
		  1,
		  "",
		  "sipcode: no such code or phrase: 'T1x = 5'\n" },
		{ { "-bw0", "--", "T 1" },
		  1,
		  "",
		  "sipcode: no such code or phrase: 'T 1'\n" },
		{ { "-bw0", "--", "A" },
		  1,
		  "",
		  "sipcode: no such code or phrase: 'A'\n" },
		{ { "-bw0", "--", "B fires" },
		  1,
		  "flow 408-timer-b:*",
		  "sipcode: no such code or phrase: 'B fires'\n"
		  "sipcode: the best of what a search finds: 'sipcode search B "
		  "fires'\n" },
		{ { "-bw0", "--", "tiMer f" }, 0, "timer F*", "" },
		{ { "-bw0", "--", "TimerF" }, 0, "timer F*", "" },
		{ { "-bw0", "--", "timer_T1 = 5" }, 0, "timer T1*", "" },
		{ { "-bw0", "--", "64*T1" }, 0, "timer 64\\*T1*", "" },
		{ { "-bw0", "--", "timer f is a timer" },
		  1,
		  "timer 64\\*T1:*",
		  "sipcode: no such code or phrase: 'timer f is a timer'\n"
		  "sipcode: did you mean: 'sipcode timer f is a timer'\n" },
	};

	(void)state;
	CHECK(checks);
}

/* Somebody else has answered. */
static void a_2xx_in_a_reason_is_of_another_phone(void **state)
{
	static const struct check checks[] = {
		{ { "-bw0", "--", "Reason: SIP;cause=200" },
		  0,
		  "200 OK (2xx Success)*",
		  "sipcode: there is also: 'sipcode symptom "
		  "answered-elsewhere-missed'\n"
		  "sipcode: there is also: 'sipcode header Reason'\n" },
		{ { "-bw0", "--", "Reason: SIP;cause=299" },
		  0,
		  "A call answered elsewhere shows as a mis*",
		  "sipcode: there is also: 'sipcode header Reason'\n" },
		{ { "-bw0", "--", "Reason: SIP;cause=300" },
		  0,
		  "300 Multiple Choices (3xx Redirection)*",
		  "sipcode: there is also: 'sipcode header Reason'\n" },
		{ { "-bw0", "--", "Reason: SIP;cause=302" },
		  0,
		  "302 Moved Temporarily (3xx Redirection)*",
		  "sipcode: there is also: 'sipcode header Reason'\n" },
		{ { "-bw0", "--", "Reason: SIPS;cause=200" },
		  0,
		  "200 OK (2xx Success)*",
		  "sipcode: there is also: 'sipcode header Reason'\n" },
		{ { "-bw0", "--", "Reason: SIP ;cause=200" },
		  0,
		  "200 OK (2xx Success)*",
		  "sipcode: there is also: 'sipcode header Reason'\n" },
		{ { "-bw0", "--", "Reason: STIR;cause=200" },
		  0,
		  "200 OK (2xx Success)*",
		  "sipcode: there is also: 'sipcode header Reason'\n" },
		{ { "-bw0", "--", "Reason: Q.850;cause=200" },
		  0,
		  "header Reason*",
		  "" },
		{ { "-bw0", "--", "SIP;cause=200" },
		  0,
		  "200 OK (2xx Success)*",
		  "sipcode: there is also: 'sipcode symptom "
		  "answered-elsewhere-missed'\n" },
		{ { "-bw0", "--",
		    "Reason: SIP;cause=408;text=\"ACK Timeout\"" },
		  0,
		  "\"ACK Timeout\" Sofia-SIP, FreeSWITCH:*",
		  "sipcode: there is also: 'sipcode header Reason'\n" },
		{ { "-bw0", "--", "ACK Timeout" },
		  0,
		  "\"ACK Timeout\" Sofia-SIP, FreeSWITCH:*",
		  "" },
	};

	(void)state;
	CHECK(checks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_name_of_a_program_stands_behind_others),
		TEST(a_name_to_the_letter_is_meant),
		TEST(a_timer_may_have_its_value),
		TEST(a_2xx_in_a_reason_is_of_another_phone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
