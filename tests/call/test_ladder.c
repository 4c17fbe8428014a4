/* test_ladder.c - explain --flow: who sends what to whom in whole calls. */
#include "bytes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Hosts by the letter that a hop begins with. */
static const char *host_of(char letter)
{
	switch (letter) {
	case 'a':
		return "192.0.2.1";
	case 'A': /* the same host as it is written elsewhere */
		return "192.0.2.1:5060";
	case 'b':
		return "198.51.100.7";
	case 'c':
		return "198.51.100.8";
	case 'p':
		return "192.0.2.10";
	case 'q':
		return "[2001:db8::10]:5060";
	default:
		return "192.0.2.99:5070";
	}
}

struct told {
	const char *start; /* line */
	const char *hops;  /* "p1 a1": the Via of p with branch p1, that of a */
	const char *ends;  /* "ab": the tags of From and To; "a": none in To */
	const char *cseq;
	const char *more;  /* header lines */
};

static void tell(struct bytes *b, const struct told *m, const char *id)
{
	char line[2000];

	bytes_str(b, m->start);
	bytes_str(b, "\r\n");
	for (const char *s = m->hops; *s != '\0';) {
		int n = (int)strcspn(s, " ");

		snprintf(line, sizeof(line),
		         "Via: SIP/2.0/UDP %s;branch=z9hG4bK%.*s\r\n",
		         host_of(*s), n, s);
		bytes_str(b, line);
		s += n;
		s += strspn(s, " ");
	}
	snprintf(line, sizeof(line),
	         "From: <sip:a@example.com>;tag=t%c\r\n"
	         "To: <sip:b@example.com>%s%s\r\nCall-ID: %s\r\n"
	         "CSeq: %s\r\n%sContent-Length: 0\r\n\r\n",
	         m->ends[0], m->ends[1] != '\0' ? ";tag=t" : "", m->ends + 1,
	         id, m->cseq, m->more != NULL ? m->more : "");
	bytes_str(b, line);
}

static void tell_all(struct bytes *b, const struct told *m, size_t n,
                     const char *id)
{
	for (size_t i = 0; i < n; i++)
		tell(b, &m[i], id);
}

#define TELL(b, told) tell_all(b, told, LEN(told), "c1@a")

/* The ladder of what was told is this, byte for byte. */
static void ladder_is(struct bytes *b, const char *want)
{
	struct run r = { 0 };

	RUN_BYTES(&r, b->s, b->n, "explain", "--flow");
	if (strcmp(r.out, want) != 0)
		printf("--- expected\n%s--- is\n%s", want, r.out);
	assert_string_equal(r.out, want);
	assert_string_equal(r.err, "");
	assert_int_equal(r.status, 0);
	bytes_free(b);
	run_free(&r);
}

#define SDP "Content-Type: application/sdp\r\n"
#define INVITE "INVITE sip:b@example.com SIP/2.0"
#define DIRECT "INVITE sip:b@198.51.100.7 SIP/2.0"
#define TRYING "SIP/2.0 100 Trying"
#define RINGING "SIP/2.0 180 Ringing"
#define OK "SIP/2.0 200 OK"
#define BUSY_HERE "SIP/2.0 486 Busy Here"

static void a_simple_call_is_drawn(void **state)
{
	static const struct told call[] = {
		{ DIRECT, "a1", "a", "1 INVITE", SDP },
		{ RINGING, "a1", "ab", "1 INVITE", NULL },
		{ OK, "A1", "ab", "1 INVITE", SDP },
		{ "ACK sip:b@198.51.100.7 SIP/2.0", "A2", "ab", "1 ACK",
		  NULL },
		{ "BYE sip:b@198.51.100.7:5060 SIP/2.0", "a3", "ab", "2 BYE",
		  NULL },
		{ OK, "a3", "ab", "2 BYE", NULL },
	};
	struct bytes b = { 0 };

	(void)state;
	TELL(&b, call);
	ladder_is(&b,
	          "Call-ID: c1@a\n"
	          "\n"
	          " 192.0.2.1                                 198.51.100.7\n"
	          "     |                                           |\n"
	          "     |                  INVITE                   |\n"
	          "     |                    SDP                    |\n"
	          "     |------------------------------------------>|\n"
	          "     |                180 Ringing                |\n"
	          "     |<------------------------------------------|\n"
	          "     |                  200 OK                   |\n"
	          "     |                    SDP                    |\n"
	          "     |<------------------------------------------|\n"
	          "     |                    ACK                    |\n"
	          "     |------------------------------------------>|\n"
	          "     |                    BYE                    |\n"
	          "     |------------------------------------------>|\n"
	          "     |                  200 OK                   |\n"
	          "     |<------------------------------------------|\n"
	          "     |                                           |\n"
	          "\n"
	          "Nothing failed.\n");
}

/* One line a message, "A>B TEXT", which is easier to compare than a picture:
 * A, B ... are the columns from the left. */
static void read_arrows(const char *out, struct bytes *arrows)
{
	char text[200] = "";
	size_t at[16], lines = 0;
	const char *s = strstr(out, "\n\n");

	assert_non_null(s);
	s += 2;
	s += strcspn(s, "\n") + 1; /* the names */
	for (size_t i = 0; s[i] != '\n'; i++)
		if (s[i] == '|')
			at[lines++] = i;
	s += strcspn(s, "\n") + 1;
	for (; *s != '\n' && *s != '\0'; s += strcspn(s, "\n") + 1) {
		size_t n = strcspn(s, "\n"), from = strcspn(s, "<>"), to;
		char arrow[32];

		if (from >= n || strstr(s, "--") == NULL) {
			for (size_t i = 0; i < n; i++)
				if (s[i] != '|' &&
				    (s[i] != ' ' || (i > 0 && s[i - 1] != ' ' &&
				                     s[i - 1] != '|')))
					strncat(text, s + i, 1);
			continue;
		}
		to = s[from] == '>' ? from + 1 : from - 1;
		for (size_t i = 0; i < lines; i++)
			if (at[i] == to)
				snprintf(arrow, sizeof(arrow), "%c",
				         (char)('A' + i));
		from = s[from] == '>' ? strcspn(s, "-") - 1
		                      : from + strspn(s + from, "<-");
		for (size_t i = 0; i < lines; i++)
			if (at[i] == from)
				bytes_fill(arrows, (char)('A' + i), 1);
		bytes_str(arrows, ">");
		bytes_str(arrows, arrow);
		bytes_str(arrows, " ");
		while (*text != '\0' && text[strlen(text) - 1] == ' ')
			text[strlen(text) - 1] = '\0';
		bytes_str(arrows, text);
		bytes_str(arrows, "\n");
		*text = '\0';
	}
	bytes_add(arrows, "", 1);
}

/* The arrows of the first ladder of such an input; in names[0..size) the line
 * above it, with one blank between the names. */
static void arrows_are(struct bytes *b, const char *names, const char *want)
{
	struct bytes arrows = { 0 };
	struct run r = { 0 };
	char line[400] = "";
	const char *s;

	RUN_BYTES(&r, b->s, b->n, "explain", "--flow");
	assert_string_equal(r.err, "");
	assert_int_equal(r.status, 0);
	s = strstr(r.out, "\n\n");
	assert_non_null(s);
	for (s += 2; *s != '\n'; s++)
		if (*s != ' ' || (*line != '\0' && s[-1] != ' '))
			strncat(line, s, 1);
	read_arrows(r.out, &arrows);
	if (strcmp(line, names) != 0 || strcmp(arrows.s, want) != 0)
		printf("--- expected\n%s\n%s--- is\n%s", names, want, r.out);
	assert_string_equal(line, names);
	assert_string_equal(arrows.s, want);
	bytes_free(&arrows);
	bytes_free(b);
	run_free(&r);
}

/* Through two proxies, with the BYE of the other side; of Via alone. */
static void a_call_through_proxies_has_four_actors(void **state)
{
	static const struct told call[] = {
		{ INVITE, "a1", "a", "1 INVITE", SDP },
		{ TRYING, "a1", "a", "1 INVITE", NULL },
		{ INVITE, "p1 a1", "a", "1 INVITE", SDP },
		{ DIRECT, "q1 p1 a1", "a", "1 INVITE", SDP },
		{ OK, "q1 p1 a1", "ab", "1 INVITE", NULL },
		{ OK, "p1 a1", "ab", "1 INVITE", NULL },
		{ OK, "a1", "ab", "1 INVITE", NULL },
		{ "ACK sip:b@198.51.100.7 SIP/2.0", "a2", "ab", "1 ACK", NULL },
		{ "ACK sip:b@198.51.100.7 SIP/2.0", "p2 a2", "ab", "1 ACK",
		  NULL },
		{ "ACK sip:b@198.51.100.7 SIP/2.0", "q2 p2 a2", "ab", "1 ACK",
		  NULL },
		{ "BYE sip:a@10.0.0.1 SIP/2.0", "b3", "ba", "9 BYE", NULL },
		{ "BYE sip:a@10.0.0.1 SIP/2.0", "q3 b3", "ba", "9 BYE", NULL },
		{ "BYE sip:a@10.0.0.1 SIP/2.0", "p3 q3 b3", "ba", "9 BYE",
		  NULL },
		{ OK, "p3 q3 b3", "ba", "9 BYE", NULL },
		{ OK, "q3 b3", "ba", "9 BYE", NULL },
		{ OK, "b3", "ba", "9 BYE", NULL },
	};
	struct bytes b = { 0 };

	(void)state;
	TELL(&b, call);
	arrows_are(&b, "192.0.2.1 192.0.2.10 [2001:db8::10] 198.51.100.7",
	           "A>B INVITE SDP\nB>A 100 Trying\nB>C INVITE SDP\n"
	           "C>D INVITE SDP\nD>C 200 OK\nC>B 200 OK\nB>A 200 OK\n"
	           "A>B ACK\nB>C ACK\nC>D ACK\n"
	           "D>C BYE\nC>B BYE\nB>A BYE\nA>B 200 OK\nB>C 200 OK\n"
	           "C>D 200 OK\n");
}

/* The same with the hops in another order, as of files that were merged. */
static void the_caller_stands_left_whatever_came_first(void **state)
{
	static const struct told call[] = {
		{ DIRECT, "q1 p1 a1", "a", "1 INVITE", NULL },
		{ OK, "q1 p1 a1", "ab", "1 INVITE", NULL },
		{ INVITE, "p1 a1", "a", "1 INVITE", NULL },
		{ OK, "p1 a1", "ab", "1 INVITE", NULL },
		{ INVITE, "a1", "a", "1 INVITE", NULL },
		{ OK, "a1", "ab", "1 INVITE", NULL },
	};
	struct bytes b = { 0 };

	(void)state;
	TELL(&b, call);
	arrows_are(&b, "192.0.2.1 192.0.2.10 [2001:db8::10] 198.51.100.7",
	           "C>D INVITE\nD>C 200 OK\nB>C INVITE\nC>B 200 OK\n"
	           "A>B INVITE\nB>A 200 OK\n");
}

/* Of one hop alone the other side's BYE tells who received the INVITE; its
 * Request-URI names a domain. */
static void the_other_side_is_known_by_its_requests(void **state)
{
	static const struct told call[] = {
		{ INVITE, "a1", "a", "1 INVITE", NULL },
		{ "SIP/2.0 407 Proxy Authentication Required", "a1", "ax",
		  "1 INVITE", NULL },
		{ "ACK sip:b@example.com SIP/2.0", "a1", "ax", "1 ACK", NULL },
		{ INVITE, "a2", "a", "2 INVITE",
		  "Proxy-Authorization: Digest username=\"a\"\r\n" },
		{ OK, "a2", "ab", "2 INVITE", NULL },
		{ "ACK sip:b@198.51.100.7 SIP/2.0", "a3", "ab", "2 ACK", NULL },
		{ "BYE sip:a@10.0.0.1 SIP/2.0", "p9 q9 b9", "ba", "1 BYE",
		  NULL },
		{ OK, "p9 q9 b9", "ba", "1 BYE", NULL },
	};
	struct bytes b = { 0 };

	(void)state;
	TELL(&b, call);
	arrows_are(&b, "192.0.2.1 192.0.2.10",
	           "A>B INVITE\nB>A 407 Proxy Authentication Required\n"
	           "A>B ACK\nA>B INVITE Proxy-Authorization\nB>A 200 OK\n"
	           "A>B ACK\nB>A BYE\nA>B 200 OK\n");
}

/* Where more than one hop of its way is seen, the last one is that of the
 * caller. */
static void the_other_side_may_come_by_hops(void **state)
{
	static const struct told call[] = {
		{ INVITE, "a1", "a", "1 INVITE", NULL },
		{ OK, "a1", "ab", "1 INVITE", NULL },
		{ "BYE sip:a@10.0.0.1 SIP/2.0", "b3", "ba", "9 BYE", NULL },
		{ "BYE sip:a@10.0.0.1 SIP/2.0", "p3 q3 b3", "ba", "9 BYE",
		  NULL },
	};
	struct bytes b = { 0 };

	(void)state;
	TELL(&b, call);
	arrows_are(&b, "192.0.2.1 192.0.2.10 [2001:db8::10] 198.51.100.7",
	           "A>B INVITE\nB>A 200 OK\nD>C BYE\nB>A BYE\n");
}

/* A request goes to the proxy that it names and that is there, although the
 * other side sends its own past it. */
static void a_named_host_that_sends_receives_too(void **state)
{
	static const struct told call[] = {
		{ INVITE, "a1", "a", "1 INVITE",
		  "Route: <sip:192.0.2.10;lr>\r\n" },
		{ OK, "a1", "ab", "1 INVITE", NULL },
		{ "BYE sip:a@192.0.2.1 SIP/2.0", "b3", "ba", "9 BYE", NULL },
		{ OK, "b3", "ba", "9 BYE", NULL },
		{ "OPTIONS sip:a@192.0.2.1 SIP/2.0", "p5", "p", "3 OPTIONS",
		  NULL },
		{ OK, "p5", "pa", "3 OPTIONS", NULL },
	};
	struct bytes b = { 0 };

	(void)state;
	TELL(&b, call);
	arrows_are(&b, "192.0.2.1 192.0.2.10 198.51.100.7",
	           "A>B INVITE\nB>A 200 OK\nC>A BYE\nA>C 200 OK\n"
	           "B>A OPTIONS\nA>B 200 OK\n");
}

/* Nobody else says who: Route goes before the Request-URI, and later requests
 * of the dialog go where the first one went. */
static void the_request_itself_tells_the_rest(void **state)
{
	static const struct told call[] = {
		{ INVITE, "a1", "a", "1 INVITE",
		  "Route: <sip:out.example.com;lr>, "
		  "<sip:x.example.com;lr>\r\n" },
		{ OK, "a1", "ab", "1 INVITE", NULL },
		{ "ACK sip:b@198.51.100.7 SIP/2.0", "a2", "ab", "1 ACK", NULL },
		{ "BYE sip:b@198.51.100.7 SIP/2.0", "a3", "ab", "2 BYE", NULL },
		{ OK, "a3", "ab", "2 BYE", NULL },
	};
	struct bytes b = { 0 };

	(void)state;
	TELL(&b, call);
	arrows_are(&b, "192.0.2.1 out.example.com",
	           "A>B INVITE\nB>A 200 OK\nA>B ACK\nA>B BYE\nB>A 200 OK\n");
}

static void a_fork_has_an_actor_for_each_branch(void **state)
{
	static const struct told call[] = {
		{ "INVITE sip:b@198.51.100.7 SIP/2.0", "p1 a1", "a",
		  "1 INVITE", NULL },
		{ "INVITE sip:b@198.51.100.8 SIP/2.0", "p2 a1", "a",
		  "1 INVITE", NULL },
		{ RINGING, "p1 a1", "ab", "1 INVITE", NULL },
		{ RINGING, "p2 a1", "ac", "1 INVITE", NULL },
		{ OK, "p2 a1", "ac", "1 INVITE", NULL },
		{ "CANCEL sip:b@198.51.100.7 SIP/2.0", "p1", "a", "1 CANCEL",
		  NULL },
		{ OK, "p1", "ab", "1 CANCEL", NULL },
		{ "SIP/2.0 487 Request Terminated", "p1 a1", "ab", "1 INVITE",
		  NULL },
		{ "ACK sip:b@198.51.100.7 SIP/2.0", "p1", "ab", "1 ACK", NULL },
		{ "BYE sip:a@10.0.0.1 SIP/2.0", "c5", "ca", "1 BYE", NULL },
		{ OK, "c5", "ca", "1 BYE", NULL },
	};
	struct bytes b = { 0 };

	(void)state;
	TELL(&b, call);
	arrows_are(&b, "192.0.2.10 198.51.100.7 198.51.100.8",
	           "A>B INVITE\nA>C INVITE\nB>A 180 Ringing\nC>A 180 Ringing\n"
	           "C>A 200 OK\nA>B CANCEL\nB>A 200 OK\n"
	           "B>A 487 Request Terminated\nA>B ACK\nC>A BYE\n"
	           "A>C 200 OK\n");
}

static void a_cancelled_call_has_not_failed(void **state)
{
	static const struct told call[] = {
		{ DIRECT, "a1", "a", "1 INVITE", NULL },
		{ RINGING, "a1", "ab", "1 INVITE", NULL },
		{ "CANCEL sip:b@198.51.100.7 SIP/2.0", "a1", "a", "1 CANCEL",
		  NULL },
		{ OK, "a1", "ab", "1 CANCEL", NULL },
		{ "SIP/2.0 487 Request Terminated", "a1", "ab", "1 INVITE",
		  NULL },
		{ "ACK sip:b@198.51.100.7 SIP/2.0", "a1", "ab", "1 ACK", NULL },
	};
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	TELL(&b, call);
	RUN_BYTES(&r, b.s, b.n, "explain", "--flow");
	assert_run(&r, 0, "*\nNothing failed.\n", "");
	assert_lacks(r.out, "FAILED FIRST");
	run_free(&r);
	arrows_are(&b, "192.0.2.1 198.51.100.7",
	           "A>B INVITE\nB>A 180 Ringing\nA>B CANCEL\nB>A 200 OK\n"
	           "B>A 487 Request Terminated\nA>B ACK\n");
}

static void what_came_again_is_counted(void **state)
{
	static const struct told call[] = {
		{ DIRECT, "a1", "a", "1 INVITE", NULL },
		{ DIRECT, "a1", "a", "1 INVITE", NULL },
		{ DIRECT, "a1", "a", "1 INVITE", NULL },
		{ RINGING, "a1", "ab", "1 INVITE", NULL },
		{ RINGING, "a1", "ac", "1 INVITE", NULL },
		{ RINGING, "a1", "ab", "1 INVITE", NULL },
		{ OK, "a1", "ab", "1 INVITE", NULL },
		{ OK, "a1", "ab", "1 INVITE", NULL },
		{ "ACK sip:b@198.51.100.7 SIP/2.0", "a2", "ab", "1 ACK", NULL },
		{ OK, "a1", "ab", "1 INVITE", NULL },
		{ "ACK sip:b@198.51.100.7 SIP/2.0", "a2", "ab", "1 ACK", NULL },
	};
	struct bytes b = { 0 };

	(void)state;
	TELL(&b, call);
	arrows_are(&b, "192.0.2.1 198.51.100.7",
	           "A>B INVITE, 3 times\nB>A 180 Ringing, 2 times\n"
	           "B>A 180 Ringing\nB>A 200 OK, 3 times\n"
	           "A>B ACK, 2 times\n");
}

/* An ACK that came again does not take the place of that of the next hop. */
static void each_hop_has_its_ack(void **state)
{
	static const struct told call[] = {
		{ INVITE, "a1", "a", "1 INVITE", NULL },
		{ INVITE, "p1 a1", "a", "1 INVITE", NULL },
		{ OK, "p1 a1", "ab", "1 INVITE", NULL },
		{ OK, "a1", "ab", "1 INVITE", NULL },
		{ "ACK sip:b@198.51.100.7 SIP/2.0", "a2", "ab", "1 ACK", NULL },
		{ "ACK sip:b@198.51.100.7 SIP/2.0", "a2", "ab", "1 ACK", NULL },
		{ "ACK sip:b@198.51.100.7 SIP/2.0", "p2 a2", "ab", "1 ACK",
		  NULL },
	};
	struct bytes b = { 0 };

	(void)state;
	TELL(&b, call);
	arrows_are(&b, "192.0.2.1 192.0.2.10 example.com",
	           "A>B INVITE\nB>C INVITE\nC>B 200 OK\nB>A 200 OK\n"
	           "A>B ACK, 2 times\nB>C ACK\n");
}

static void what_failed_first_is_marked(void **state)
{
	static const struct told call[] = {
		{ INVITE, "a1", "a", "1 INVITE", NULL },
		{ INVITE, "p1 a1", "a", "1 INVITE", NULL },
		{ BUSY_HERE, "p1 a1", "ab", "1 INVITE", NULL },
		{ BUSY_HERE, "a1", "ab", "1 INVITE", NULL },
	};
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	TELL(&b, call);
	RUN_BYTES(&r, b.s, b.n, "explain", "--flow");
	assert_run(&r, 0,
	           "*486 Busy Here *FAILED FIRST.*<-*486 Busy Here*"
	           "\nFailed first: INVITE, 486 Busy Here (*:18).\n",
	           "");
	assert_int_equal(times(r.out, "FAILED FIRST."), 1);
	RUN_BYTES(&r, b.s, b.n, "explain", "--flow", "-l", "vi");
	assert_run(&r, 0, "*LỖI ĐẦU TIÊN.*\nLỗi đầu tiên: INVITE, 486 *", "");
	run_free(&r);
	bytes_free(&b);
}

static void a_request_without_answer_is_drawn(void **state)
{
	static const struct told call[] = {
		{ DIRECT, "a1", "a", "1 INVITE", NULL },
		{ DIRECT, "a1", "a", "1 INVITE", NULL },
	};
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	TELL(&b, call);
	RUN_BYTES(&r, b.s, b.n, "explain", "--flow");
	assert_run(&r, 1,
	           "*INVITE, 2 times*FAILED FIRST.*>*\nFailed first: INVITE "
	           "(*:1). The request was sent again, but no response "
	           "came.\n",
	           "sipcode: only requests, no response\n");
	run_free(&r);
	bytes_free(&b);
}

static void each_call_has_a_ladder(void **state)
{
	static const struct told first = { DIRECT, "a1", "a", "1 INVITE",
		                           NULL };
	static const struct told second = { DIRECT, "p1", "a", "1 INVITE",
		                            NULL };
	static const struct told busy = { BUSY_HERE, "a1", "ab", "1 INVITE",
		                          NULL };
	static const struct told fine = { OK, "p1", "ab", "1 INVITE", NULL };
	struct bytes b = { 0 };
	struct run r = { 0 };

	(void)state;
	tell(&b, &first, "c1@a");
	tell(&b, &second, "c2@a");
	tell(&b, &busy, "c1@a");
	tell(&b, &fine, "c2@a");
	RUN_BYTES(&r, b.s, b.n, "explain", "--flow");
	assert_run(&r, 0,
	           "Call-ID: c1@a\n\n 192.0.2.1 *486 Busy Here*\nFailed first: "
	           "*\n\nCall-ID: c2@a\n\n*192.0.2.10 *200 OK*\nNothing "
	           "failed.\n",
	           "");
	assert_int_equal(times(r.out, "INVITE"), 3);
	run_free(&r);
	bytes_free(&b);
}

/* Both ends name the same host: the picture does not pretend to know. */
static void a_host_sends_nothing_to_itself(void **state)
{
	static const struct told call[] = {
		{ "INVITE sip:b@192.0.2.1 SIP/2.0", "a1", "a", "1 INVITE",
		  NULL },
		{ OK, "a1", "ab", "1 INVITE", NULL },
	};
	static const struct told two[] = {
		{ "INVITE sip:b@192.0.2.99 SIP/2.0", "x1", "a", "1 INVITE",
		  NULL },
		{ OK, "x1", "ab", "1 INVITE", NULL },
	};
	static const struct told nobody[] = {
		{ OK, "", "ab", "1 INVITE", NULL },
	};
	struct bytes b = { 0 };

	(void)state;
	TELL(&b, call);
	arrows_are(&b, "192.0.2.1 ?", "A>B INVITE\nB>A 200 OK\n");
	TELL(&b, two);
	arrows_are(&b, "192.0.2.99:5070 192.0.2.99:5060",
	           "A>B INVITE\nB>A 200 OK\n");
	TELL(&b, nobody);
	arrows_are(&b, "? ?", "B>A 200 OK\n");
}

/* White space stands where RFC 3261 section 20.42 has it; TLS has a port of
 * its own. */
static void a_via_may_be_written_in_any_way(void **state)
{
	static const char text[] =
		"INVITE sips:b@Example.com SIP/2.0\r\n"
		"v: SIP / 2.0 / TLS first.example.com: 5061;branch=z9hG4bKs1\r\n"
		"f: <sip:a@example.com>;tag=a\r\nt: <sip:b@example.com>\r\n"
		"i: c\r\nCSeq: 1 INVITE\r\n\r\n"
		"SIP/2.0 200 OK\r\n"
		"v: SIP / 2.0 / TLS first.example.com: 5061;branch=z9hG4bKs1\r\n"
		"f: <sip:a@example.com>;tag=a\r\nt: <sip:b@example.com>;tag=b\r\n"
		"i: c\r\nCSeq: 1 INVITE\r\n\r\n"
		"BYE sip:a@FIRST.example.com;transport=tls SIP/2.0\r\n"
		"v: SIP/2.0/TLS example.com;branch=z9hG4bKs2\r\n"
		"f: <sip:b@example.com>;tag=b\r\nt: <sip:a@example.com>;tag=a\r\n"
		"i: c\r\nCSeq: 1 BYE\r\n\r\n"
		"INFO sips:example.com SIP/2.0\r\n"
		"v: SIP/2.0/TLS FIRST.example.com;branch=z9hG4bKs3\r\n"
		"f: <sip:a@example.com>;tag=a\r\nt: <sip:b@example.com>;tag=b\r\n"
		"i: c\r\nCSeq: 2 INFO\r\n\r\n";
	struct bytes b = { 0 };

	(void)state;
	bytes_str(&b, text);
	arrows_are(&b, "first.example.com Example.com",
	           "A>B INVITE\nB>A 200 OK\nB>A BYE\nA>B INFO\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_simple_call_is_drawn),
		TEST(a_call_through_proxies_has_four_actors),
		TEST(the_caller_stands_left_whatever_came_first),
		TEST(the_other_side_is_known_by_its_requests),
		TEST(the_other_side_may_come_by_hops),
		TEST(a_named_host_that_sends_receives_too),
		TEST(the_request_itself_tells_the_rest),
		TEST(a_fork_has_an_actor_for_each_branch),
		TEST(a_cancelled_call_has_not_failed),
		TEST(what_came_again_is_counted),
		TEST(each_hop_has_its_ack),
		TEST(what_failed_first_is_marked),
		TEST(a_request_without_answer_is_drawn),
		TEST(each_call_has_a_ladder),
		TEST(a_host_sends_nothing_to_itself),
		TEST(a_via_may_be_written_in_any_way),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
