/* test_names_cut.c - names, numbers and stamps in a text that may begin and
 * end anywhere: what stands outside of it is not looked at. */
#include "bytes.h"
#include "edge.h"

#include <stdio.h>
#include <string.h>

#include "names/dress.h"
#include "names/names.h"
#include "time/stamp.h"

/* The last ones look at every record, and read but some of the texts. */
enum { SLOW = 8, SLOW_STEP = 8 };

static name_reader *const readers[] = {
	name_cause,    name_reason, name_option,   name_warning,  name_header,
	name_timer,    name_number, name_key,      name_constant, name_phrase,
	name_listed,   name_product, name_term,    names_within,  names_listed,
	names_symptom, names_meant,
};

/* Every number that can be a code is one, and before a capital it is before
 * its phrase. */
static int judge(unsigned long code, const char *behind, size_t n)
{
	if (sipcode_code(0, code) == NULL)
		return 0;
	return n > 1 && behind[0] == ' ' && behind[1] >= 'A' &&
	                       behind[1] <= 'Z'
	               ? 2
	               : 1;
}

static void show_names(struct bytes *b, const char *s, size_t n)
{
	char line[160];

	for (size_t i = 0; i < (n % SLOW_STEP == 0 ? LEN(readers) : SLOW);
	     i++) {
		struct named names = { 0 };

		readers[i](&names, s, n);
		for (size_t k = 0; k < names.rows; k++) {
			snprintf(line, sizeof(line), "%zu: %d %zu\n", i,
			         (int)sipcode_row_set(names.row[k]),
			         sipcode_row_index(names.row[k]));
			bytes_str(b, line);
		}
		snprintf(line, sizeof(line), "%d%d%zu", names.value,
		         names.official, names.core_n);
		bytes_str(b, line);
	}
}

static void show_numbers(struct bytes *b, const char *s, size_t n)
{
	const char *bare = s;
	char line[200];
	struct dress d;
	struct stamp stamp;
	size_t bare_n = n, length;
	int surely, read = dress_read(s, n, &d);
	unsigned long alone = dress_alone(s, n, judge, &surely);
	const char *method = name_method(s, n), *near = near_method(s, n);

	dress_bare(&bare, &bare_n);
	snprintf(line, sizeof(line),
	         "\n%d %lu %zu %d%d, %lu %d, %d%d, %td+%zu, %zu, %s, %s\n",
	         read, d.code, d.end, d.line, d.words, alone, surely,
	         dress_is_counted(s, n), dress_is_http(s, n), bare - s, bare_n,
	         name_origin(s, n), method == NULL ? "" : method,
	         near == NULL ? "" : near);
	bytes_str(b, line);
	for (int keyed = 0; keyed < 2; keyed++) {
		if (!stamp_find(s, n, keyed, &stamp))
			continue;
		length = stamp_read(s, n, 0, &stamp);
		snprintf(line, sizeof(line),
		         "%zu %d %d-%d-%d %d:%d:%d.%ld %d%d\n", length,
		         (int)stamp.kind, stamp.year, stamp.month, stamp.day,
		         stamp.hour, stamp.minute, stamp.second,
		         stamp.nanosecond, stamp.has_zone, stamp.zone);
		bytes_str(b, line);
	}
}

/* s[0..n) before what follows it, and by itself. */
static void compare_names(const char *s, size_t n)
{
	struct bytes within = { 0 }, alone = { 0 };
	const char *copy = edge_behind(s, n);

	show_names(&within, s, n);
	show_names(&alone, copy, n);
	show_numbers(&within, s, n);
	show_numbers(&alone, copy, n);
	if (strcmp(within.s, alone.s) != 0)
		fail_msg("%zu bytes of '%s':\n%s--- not\n%s", n, s, within.s,
		         alone.s);
	bytes_free(&within);
	bytes_free(&alone);
	show_numbers(&alone, edge_before(s, n), n);
	bytes_free(&alone);
}

static void names_may_begin_and_end_anywhere(void **state)
{
	static const char texts[][96] = {
		"Reason: SIP;cause=200;text=\"a, b\", Q.850 ;cause=\"16\"",
		"reason: STIR;cause=436, Q850;cause=17,X;cause=z",
		"hangup_cause: Q.850 cause code = 17 USER_BUSY",
		"ISDN cause value 1, isup_q931 NO_ANSWER cause=486",
		"Require: 100rel , timer,gruu  ,",
		"Warning: 399 h \"No matching gateway\"",
		"warn-code 305: Warning: 370 x",
		"PJSIP_SC_486_BUSY_HERE_CODE SIP_480",
		"LinphoneReasonNotFound StatusBusyHere SalReason",
		"AST_CAUSE_NORMAL_TEMPORARY_FAILURE",
		"Retry-After : 120 (x);duration=3 X-Asterisk-HangupCauseCode:17",
		"X-Twilio-Error : 32203 x t: y",
		"Timer_B fires timer -T1=500 T1 64*T1",
		"sip_response_code=\"486\" port 5060 10:00:00,486 0 8 101",
		"SIP/2.0 486 Busy Here sip:480 ='sip:404'",
		"error 404: 'status' : 503 486 seconds 200-486/603 [http]",
		"401 Unauthorized 200** 403*4 x401 404% 480.1 481- ",
		"(486) {Busy Here} (x) 'INVITE' \"REGITSER\" SUBSCRIBE",
		"486-busy no-answer busy here; Not Found, temporarily",
		"FreeSWITCH mod_sofia: early media, call forking",
		"2026-11-27T21:54:26.123456789 +01:30 x",
		"27/Nov/2026:21:54:26 -0330 Z 27-Nov-2026 21:54:26Z",
		"Fri Nov 27 21:54:26 2026 Nov  7, 2026 01:02:03,5",
		"{\"timestamp\" : \"1735689599000\", \"ts\":0951868799.5",
		"@timestamp=1735689599000000 12/31 10:00:00:123 T 11:00:00",
		"ts=17356895990 xts=1735689599 -__realtime_timestamp = 1735689599",
	};

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++) {
		size_t len = strlen(texts[i]);

		for (size_t n = 0; n <= len; n++) {
			compare_names(texts[i], n);
			compare_names(texts[i] + n, len - n);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(names_may_begin_and_end_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
