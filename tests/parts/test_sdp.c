/* test_sdp.c - the session description of a response beside that of its
 * request. */
#include "pair.h"

#include <string.h>
#include <sipcode.h>

#define SDP "c: application/sdp\r\n"
#define REL "Supported: 100rel\r\n"
#define ONE "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\nm=audio 1 RTP/AVP 0\r\n"
#define TWO ONE "a=m=x\r\nm=video 2 RTP/AVP 31\r\n"
#define NONE "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=m=\r\nt=0 0\r\n"
#define MIXED "Content-Type: multipart/mixed;boundary=\"b1\"\r\n"
#define PART "--b1\r\nContent-Type: application/sdp\r\n\r\n"
#define ISUP \
	"--b1\r\nContent-Type: application/isup\r\n" \
	"Content-Disposition: signal;handling=optional\r\n" \
	"Content-Encoding: x\r\n\r\nm=\r\nm=\r\n"
#define EARLY \
	"--b1\r\nContent-Disposition: early-session\r\nc:application/sdp\r\n\r\n"
#define END "--b1--\r\n"

static void a_2xx_to_invite_describes_the_session(void **state)
{
	static const struct session rows[] = {
		{ { 200, "INVITE", SDP, SDP, "" }, ONE, ONE },
		{ { 200, "INVITE", "", SDP, "" }, NULL, ONE },
		/* It may have been sent before. */
		{ { 200, "INVITE", REL SDP, "", "" }, ONE, NULL },
		{ { 200, "INVITE", "Require: 100rel\r\n", "", "" }, NULL, NULL },
		{ { 180, "INVITE", SDP, "", "" }, ONE, NULL },
		{ { 486, "INVITE", SDP, "", "" }, ONE, NULL },
		{ { 200, "BYE", "", "", "" }, NULL, NULL },
		{ { 200, "UPDATE", SDP, "", "" }, ONE, NULL },
		/* The log may have left it out. */
		{ { 200, "INVITE", SDP, SDP, "" }, ONE, NULL },
		{ { 200, "INVITE", SDP, "",
		    "!no-session-description=SIP/2.0 200" }, ONE, NULL },
		{ { 202, "INVITE", "k: timer\r\n", "",
		    "!no-session-description=SIP/2.0 202" }, NULL, NULL },
	};

	(void)state;
	judge_sessions(rows, LEN(rows));
}

static void an_answer_has_the_media_of_the_offer(void **state)
{
	static const struct session rows[] = {
		{ { 183, "INVITE", SDP, SDP, "" }, TWO, TWO },
		{ { 200, "INVITE", SDP, "C: Application/SDP ;x=y\r\n", "" },
		  NONE, "\r\n" NONE },
		{ { 200, "INVITE", REL SDP, REL SDP, "" }, ONE, TWO },
		{ { 488, "INVITE", SDP, SDP, "" }, TWO, ONE },
		{ { 199, "INVITE", SDP, SDP, "" }, TWO, NONE },
		{ { 200, "INVITE", "", SDP, "" }, NULL, TWO },
		{ { 200, "INVITE", "c: a/b\r\n", SDP, "" }, TWO, ONE },
		{ { 183, "INVITE", SDP,
		    SDP "Content-Disposition: early-session\r\n", "" }, TWO,
		  ONE },
		{ { 183, "INVITE", SDP "e: gzip\r\n", SDP, "" }, TWO, ONE },
		{ { 183, "INVITE", SDP, SDP, "" }, TWO, "x=\r\nm=\r\n" },
		{ { 200, "PRACK", SDP, SDP, "" }, TWO, ONE },
		{ { 200, "INVITE", SDP, SDP, "!media-differ=v=0" }, TWO, ONE },
		{ { 200, "INVITE", SDP, SDP, "!media-differ=v=0" }, ONE, TWO },
		{ { 183, "INVITE", SDP,
		    SDP "Content-Disposition: Session;handling=required\r\n",
		    "!media-differ=v=0" }, ONE, NONE },
		/* Later offers never have less of them. */
		{ { 200, "INVITE", REL SDP, REL SDP, "!media-differ=v=0" }, TWO,
		  ONE },
		{ { 200, "UPDATE", REL SDP, REL SDP, "!media-differ=v=0" }, ONE,
		  TWO },
	};

	(void)state;
	judge_sessions(rows, LEN(rows));
}

static void a_description_is_found_among_parts(void **state)
{
	static const struct session rows[] = {
		{ { 200, "INVITE", MIXED, SDP, "" },
		  "x\r\n" ISUP PART TWO "\r\n" END, TWO },
		{ { 200, "INVITE", SDP, MIXED, "" }, ONE,
		  PART ONE "--b12\r\n" ISUP END },
		{ { 183, "INVITE", MIXED, MIXED, "" }, PART TWO END,
		  EARLY ONE PART TWO END },
		/* Two of them, none, one within another part, encoded. */
		{ { 200, "INVITE", MIXED, SDP, "" }, PART ONE PART ONE END, TWO },
		{ { 200, "INVITE", MIXED, SDP, "" }, ISUP END, TWO },
		{ { 200, "INVITE", MIXED, SDP, "" },
		  "--b1\r\nc: multipart/mixed\r\n\r\n" PART ONE END, TWO },
		{ { 200, "INVITE", MIXED, SDP, "" },
		  "--b1\r\nContent-Transfer-Encoding: base64\r\n"
		  "c: application/sdp\r\n\r\n" ONE END, TWO },
		{ { 200, "INVITE", "c: multipart/alternative;boundary=b1\r\n",
		    SDP, "" }, PART ONE END, TWO },
		{ { 200, "INVITE", "c: multipart/mixed\r\n", SDP, "" },
		  PART ONE END, TWO },
		{ { 200, "INVITE", MIXED, SDP, "!media-differ=v=0" },
		  ISUP PART ONE "\r\n" END, TWO },
		{ { 200, "INVITE", MIXED, MIXED, "!media-differ=--b1" },
		  "--b1\r\nContent-Transfer-Encoding: binary\r\n"
		  "c: application/sdp\r\n\r\n" TWO ISUP END,
		  ISUP PART ONE END },
	};

	(void)state;
	judge_sessions(rows, LEN(rows));
}

#define FIVE(to) \
	"Via: SIP/2.0/UDP h;branch=z9hG4bK1\r\nFrom: <sip:a>;tag=1\r\n" \
	"To: <sip:b>" to "\r\nCall-ID: x\r\nCSeq: 1 INVITE\r\n"

/* A body that is cut, or may be, is no body to count. */
static void half_a_description_is_not_judged(void **state)
{
	static const char q[] = "INVITE sip:b SIP/2.0\r\n" FIVE("") SDP
				"l: 93\r\n\r\n" TWO;
	static const char r[] = "SIP/2.0 200 x\r\n" FIVE(";tag=2") SDP
				"l: 64\r\n\r\n" ONE;
	struct sipcode_message a, b, c;

	(void)state;
	assert_true(sipcode_message(q, sizeof(q) - 1, 0, &a));
	assert_true(sipcode_message(r, sizeof(r) - 1, 0, &b));
	assert_false(a.body_cut || b.body_cut);
	assert_int_equal(sipcode_check_exchange(0, &a, &b, NULL, 0), 1);
	c = a;
	c.body_cut = 1;
	assert_int_equal(sipcode_check_exchange(0, &c, &b, NULL, 0), 0);
	c = b;
	c.body_unsure = 1;
	assert_int_equal(sipcode_check_exchange(0, &a, &c, NULL, 0), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_2xx_to_invite_describes_the_session),
		TEST(an_answer_has_the_media_of_the_offer),
		TEST(a_description_is_found_among_parts),
		TEST(half_a_description_is_not_judged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
